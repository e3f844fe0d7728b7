"""Judging many pairs gives what asking every rule of every pair gives."""

from __future__ import annotations

import sys

from hypothesis import given, settings

from reconcile.comparison import compare
from reconcile.model import Claim
from reconcile.rules import default, judge, read_rules, rules_for, verdict
from reconcile.testing import claims
from reconcile.testing._run import run
from reconcile.testing.strategies import stories
from tests.support import blocks


def test_every_shipped_example_is_judged_alike() -> None:
    file = read_rules()
    for example in file.examples:
        outcome = run(example, file.ruleset)
        for block in blocks(*example.claims):
            pairs = compare(block)
            rules = rules_for(block.attribute, file.ruleset)
            assert judge(block, pairs, file.ruleset) == tuple(verdict(pair, rules) for pair in pairs)
        assert outcome.problem == ""


@settings(max_examples=20, deadline=None, database=None)
@given(stories())
def test_any_story_is_judged_alike(story: tuple[Claim, ...]) -> None:
    for block in blocks(*story):
        pairs, rules = compare(block), rules_for(block.attribute, default())
        assert judge(block, pairs, default()) == tuple(verdict(pair, rules) for pair in pairs)


def test_judging_calls_nothing_of_pydantic() -> None:
    story = claims("blast.killed", {"a": 7, "b": 90, "c": 12}, event="blast", published="2026-01-06")
    (block,) = blocks(*story)
    pairs, seen = compare(block), set[str]()
    judge(block, pairs, default())  # what is imported late is there now
    sys.setprofile(lambda frame, event, arg: seen.add(frame.f_globals.get("__name__", "")))
    try:
        judge(block, pairs, default())
    finally:
        sys.setprofile(None)
    assert "reconcile.rules._compiled" in seen
    assert [name for name in seen if name.startswith("pydantic")] == []
