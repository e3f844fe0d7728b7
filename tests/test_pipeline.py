"""The whole path on claims: what must not change a verdict, and what must."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile as rc
from reconcile.model import Claim, FactStatus, FindingKind
from tests.support import dated, killed, said

_PERSON = {"kind": "person", "name": "Dana Lev", "roles": ["foreign minister of Norway"]}
_STORY = [
    dated("2025-12-05", "a", "2026-01-07", quote="q1"),
    dated("2026-01-05", "b", "2026-01-06", quote="q2"),
    dated("2026-01-05", "c", "2026-01-06", quote="q3"),
    killed(5, "a", "2026-01-07", quote="q4"),
    killed({"kind": "quantity", "value": 4, "modifier": "at_least"}, "b", quote="q5"),
    said("delegation.member", _PERSON, "a", "2026-01-07", qualifiers={"side": "Norway"}, quote="q6"),
    said(
        "delegation.member",
        {"kind": "person", "roles": ["foreign minister"]},
        "b",
        qualifiers={"side": "Norway"},
        quote="q7",
    ),
    said("talks.place", {"kind": "place", "name": "Oslo"}, "a", "2026-01-07", quote="q8"),
    said("talks.place", {"kind": "place", "name": "Norway"}, "c", quote="q9"),
]


def _errors(claims: list[Claim]) -> int:
    return sum(f.kind is FindingKind.CONTRADICTION for f in rc.reconcile(claims).findings)


def test_one_dispute_is_one_finding() -> None:
    (found,) = [f for f in rc.reconcile(_STORY).findings if f.kind is FindingKind.CONTRADICTION]
    assert [len(value.articles) for value in found.values] in ([1, 2], [2, 1])


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_same_input_in_any_order_gives_the_same_bytes(random: Random) -> None:
    shuffled = list(_STORY)
    random.shuffle(shuffled)
    assert rc.reconcile(shuffled).to_json() == rc.reconcile(_STORY).to_json()


def test_an_undated_article_is_told_by_its_id_in_any_order() -> None:
    story = [*_STORY, dated("2026-01-05", "d", None, quote="q10")]
    assert rc.reconcile(story).to_json() == rc.reconcile(story[::-1]).to_json()


def test_copies_of_an_article_change_no_verdict() -> None:
    copy = dated("2025-12-05", "a", "2026-01-07", article="a-copy", quote="q1")
    assert _errors([*_STORY, copy]) == _errors(_STORY) == 1


def test_renamed_attributes_cost_little() -> None:
    renamed = [
        claim.model_copy(update={"attribute": f"zzz.{claim.attribute.split('.')[0]}_q"})
        for claim in _STORY[:3]
    ]
    assert _errors(renamed) == 1


def test_without_publication_times_errors_do_not_rise() -> None:
    undated = [
        claim.model_copy(update={"article": claim.article.model_copy(update={"published": None})})
        for claim in _STORY
    ]
    assert _errors(undated) <= _errors(_STORY) + 1


@pytest.mark.parametrize("drop", range(len(_STORY)))
def test_a_dropped_qualifier_makes_no_error(drop: int) -> None:
    changed = list(_STORY)
    changed[drop] = changed[drop].model_copy(update={"qualifiers": {}})
    assert _errors(changed) <= _errors(_STORY)


def test_equal_numbers_of_other_things_do_not_agree() -> None:
    claims = [
        said("ship.price", 5, "a", qualifiers={"grade": "A"}),
        said("ship.price", 5, "b", qualifiers={"grade": "B"}),
    ]
    assert [fact.status for fact in rc.reconcile(claims).facts] == [FactStatus.SINGLE_ORIGIN] * 2


def test_labels_that_differ_in_one_article_are_two_events() -> None:
    one = [dated("2026-01-05", "a", event="x"), dated("2026-03-05", "a", event="y")]
    assert _errors(one) == 0


def test_mixed_things_are_read_together() -> None:
    things = [_STORY[0], {"article": {"id": "b", "outlet": "b", "published": "2026-01-06"}, "attribute": "talks.date",
                          "value": {"kind": "date", "value": "2026-01-05"}}]  # fmt: skip
    assert len(rc.reconcile(things).articles) == 2


def test_nothing_gives_an_empty_report() -> None:
    assert (rc.reconcile([]).facts, rc.reconcile([]).findings) == ((), ())


def test_places_of_the_user_are_known_in_their_own_call_only(tmp_path: Path) -> None:
    file = tmp_path / "places.toml"
    file.write_text(
        '[en.cities.NO]\nriverton = ["Riverton"]\n[ar.cities.NO]\nriverton = ["ريفرتون"]\n', "utf-8"
    )
    claims = [
        said("talks.place", {"kind": "place", "name": name}, article, qualifiers={"side": name})
        for article, name in (("a", "Riverton"), ("b", "ريفرتون"))
    ]
    known, after = rc.reconcile(claims, gazetteer=file), rc.reconcile(claims)
    assert (len(known.facts), len(after.facts)) == (1, 2)
