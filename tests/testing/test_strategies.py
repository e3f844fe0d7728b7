"""Strategies build what they promise, and the properties hold on what they build."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile as rc
from reconcile.hypothesis_plugin import register
from reconcile.model import Claim
from reconcile.testing import check_properties, strategies
from reconcile.testing.strategies import claims, date_claims, delegations, stories

_few = settings(max_examples=15, deadline=None, database=None)


@_few
@given(date_claims(consistent=True))
def test_one_day_in_any_language_is_no_conflict(story: tuple[Claim, ...]) -> None:
    assert rc.reconcile(list(story)).contradictions == ()


@_few
@given(date_claims(consistent=False))
def test_two_days_far_apart_are_one_contradiction(story: tuple[Claim, ...]) -> None:
    assert len(rc.reconcile(list(story)).contradictions) == 1


@_few
@given(delegations())
def test_a_member_who_is_left_out_is_no_conflict(story: tuple[Claim, ...]) -> None:
    result = rc.reconcile(list(story))
    assert result.contradictions == ()
    assert len([fact for fact in result.facts if fact.attribute == "delegation.member"]) <= 4


@_few
@given(stories())
def test_what_does_not_matter_changes_nothing(story: tuple[Claim, ...]) -> None:
    check_properties(story)


@given(claims("blast.killed"))
def test_an_attribute_may_be_asked_for(one: Claim) -> None:
    assert one.attribute == "blast.killed"


def test_nothing_is_built_and_thrown_away() -> None:
    source = Path(strategies.__file__).read_text(encoding="utf-8")
    assert re.findall(r"\.filter\(|assume\(|unique", source) == []


def test_claims_are_made_from_their_type() -> None:
    register()

    @given(st.from_type(Claim))
    def made(one: Claim) -> None:
        assert one.event == "story"

    made()
