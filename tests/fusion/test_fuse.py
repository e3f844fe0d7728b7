"""A fact stands as well as its independent origins make it stand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.clustering import cluster
from reconcile.comparison import compare
from reconcile.errors import UnknownNameError
from reconcile.fusion import fuse
from reconcile.model import Block, Fact, FactStatus, Origins, Reading, Schema, Told, Value
from reconcile.rules import default, judge
from tests.fusion.stories import facts, one_fact, solve
from tests.support import dated, killed, said

OFFICIAL = [{"source": "Reuters"}, {"source": "an official"}]


def test_two_origins_agree() -> None:
    fact = one_fact(dated("2026-01-05", "a"), dated("2026-01-05", "b"))
    assert (fact.status, fact.origins, fact.confidence) == (FactStatus.AGREED, Origins(2, 2, ("a", "b")), 0.8)


def test_ten_copies_of_one_origin_are_an_echo() -> None:
    copies = [dated("2026-01-05", f"outlet {at}", attribution=OFFICIAL) for at in range(10)]
    fact = one_fact(*copies)
    assert (fact.status, fact.origins.min, fact.confidence) == (FactStatus.ECHO, 1, 0.6)


def test_a_copy_that_hedges_is_an_echo_too() -> None:
    claims = (
        dated("2026-01-05", "a", attribution=OFFICIAL),
        dated("2026-01-05", "b", attribution=OFFICIAL, certainty="possible"),
    )
    assert one_fact(*claims).status is FactStatus.ECHO


def test_one_outlet_twice_is_a_single_origin() -> None:
    fact = one_fact(dated("2026-01-05", "a"), dated("2026-01-05", "a", article="a2"))
    assert fact.status is FactStatus.SINGLE_ORIGIN


def test_confidence_grows_with_every_origin_and_has_a_ceiling() -> None:
    grown = [
        one_fact(*(dated("2026-01-05", f"o{n}") for n in range(size))).confidence for size in (1, 2, 3, 30)
    ]
    assert grown == [0.6, 0.8, 0.857, 0.95]


def test_a_hedged_origin_counts_half() -> None:
    assert one_fact(dated("2026-01-05", "a", certainty="probable")).confidence == 0.5


def test_who_only_expects_it_does_not_make_an_agreement() -> None:
    fact = one_fact(dated("2026-01-05", "a", certainty="possible"), dated("2026-01-05", "b", "2026-01-07"))
    assert (fact.status, fact.origins) == (FactStatus.SINGLE_ORIGIN, Origins(1, 2, ("a", "b")))


def test_rivals_are_disputed_and_know_each_other() -> None:
    told = facts(dated("2025-12-05", "a"), dated("2026-01-05", "b"), dated("2026-01-05", "c"))
    late, early = told["2026-01-05"], told["2025-12-05"]
    assert {late.status, early.status} == {FactStatus.DISPUTED}
    assert (late.runner_up, early.runner_up) == (early.id, late.id)
    assert (late.confidence, early.confidence) == (0.571, 0.286)


def test_an_origin_that_holds_both_sides_of_a_dispute_casts_no_vote() -> None:
    told = facts(
        dated("2025-12-05", "a", attribution=OFFICIAL),
        dated("2026-01-05", "b", attribution=OFFICIAL),
        dated("2026-01-05", "c"),
    )
    assert told["2025-12-05"].confidence == 0.0
    assert told["2025-12-05"].origins == Origins(0, 1, ("an official",))
    assert told["2026-01-05"].origins == Origins(1, 2, ("an official", "c"))


def test_a_newer_figure_puts_an_older_one_out_of_date() -> None:
    told = facts(killed(3, "a", "2026-01-05"), killed(8, "b", "2026-01-06"))
    assert (told["3"].status, told["8"].status) == (FactStatus.SUPERSEDED, FactStatus.SINGLE_ORIGIN)


def test_without_any_order_no_figure_is_out_of_date() -> None:
    told = facts(said("oil.price", 70, "a", None), said("oil.price", 90, "b", None))
    assert {fact.status for fact in told.values()} == {FactStatus.SINGLE_ORIGIN}


def test_a_date_without_an_anchor_is_unresolved() -> None:
    fact = one_fact(said("talks.date", {"kind": "date", "raw": "Monday", "weekday": 0}))
    assert fact.status is FactStatus.UNRESOLVED


def test_a_vaguer_reading_supports_a_fact_but_does_not_make_it_agreed() -> None:
    told = facts(dated("2026-01-05", "a"), dated("2026-01", "b"))
    assert list(told) == ["2026-01-05"]
    fact = told["2026-01-05"]
    assert (fact.status, fact.origins.min, fact.origins.max) == (FactStatus.SINGLE_ORIGIN, 1, 2)


def test_articles_of_the_event_that_say_nothing_are_silent() -> None:
    told = facts(dated("2026-01-05", "a"), said("talks.round", 5, "b"))
    assert told["2026-01-05"].silent == ("b",)


def person(name: str, roles: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"kind": "person", "name": name, "roles": list(roles)}


def test_the_fullest_wording_stands_for_a_fact() -> None:
    short = Reading("r1", _value(person("Levi")), "firm", "affirm", {}, {}, None, (), _told("a", "b"))  # type: ignore[arg-type]
    full = Reading(
        "r2", _value(person("Dana Levi", ("minister",))), "firm", "affirm", {}, {}, None, (), _told("c")
    )  # type: ignore[arg-type]
    block = Block("k", "event", "talks.head", {}, Schema(pattern="talks.head"), (short, full))
    fact = Fact("f", "event", "talks.head", {}, short.value, ("r1", "r2"), (), ("a", "b", "c"))
    (fused,) = fuse(block, [fact], [], [], [])
    assert fused.value == full.value


def test_unstated_sources_widen_the_range_and_count_only_where_nobody_else_does() -> None:
    fused = _of_told(Told("a", "a", "unstated:a", None, None, "reports", stated=False))
    assert (fused.origins, fused.confidence) == (Origins(1, 1, ("reports",)), 0.5)
    wider = _of_told(*_told("b"), Told("a", "a", "unstated:a", None, None, "reports", stated=False))
    assert (wider.origins.min, wider.origins.max, wider.status) == (1, 2, FactStatus.ECHO)


def _value(data: dict[str, Any]) -> Value:
    return said("talks.head", data).value


def _told(*outlets: str) -> tuple[Told, ...]:
    return tuple(Told(outlet, outlet, outlet, None, None) for outlet in outlets)


def _of_told(*told: Told) -> Fact:
    reading = Reading(
        "r", _value({"kind": "boolean", "value": True}), "firm", "affirm", {}, {}, None, (), told
    )  # type: ignore[arg-type]
    block = Block("k", "event", "talks.resumed", {}, Schema(pattern="talks.resumed"), (reading,))
    fact = Fact("f", "event", "talks.resumed", {}, reading.value, ("r",), (), ())
    return fuse(block, [fact], [], [], [])[0]


def test_an_unknown_method_is_named() -> None:
    (one,) = solve(dated("2026-01-05"))
    with pytest.raises(UnknownNameError, match="origin_vote"):
        fuse(one.block, one.facts, one.disputes, one.relations, [], method="origin_votes")


PAGES = st.lists(
    st.tuples(st.sampled_from(("2025-12-05", "2026-01-05", "2026-01-06", "2026-01")), st.sampled_from("abcd"),
              st.sampled_from(("", "Reuters", "Axios"))),
    min_size=1, max_size=7,
)  # fmt: skip


def claims_of(pages: list[tuple[str, str, str]]) -> list[Any]:
    return [
        dated(
            value,
            outlet,
            article=f"{outlet}{at}",
            quote="q",
            attribution=[{"source": source}] if source else [],
        )
        for at, (value, outlet, source) in enumerate(pages)
    ]


@settings(max_examples=40, deadline=None)
@given(PAGES, st.randoms())
def test_fusion_does_not_depend_on_order(pages: list[tuple[str, str, str]], random: Any) -> None:
    claims = claims_of(pages)
    (one,) = solve(*claims)
    relations = judge(one.block, compare(one.block), default())
    clustered, disputes = cluster(one.block, random.sample(relations, len(relations)))
    fused = fuse(one.block, random.sample(clustered, len(clustered)), disputes, relations, [])
    assert {fact.id: fact.confidence for fact in fused} == {fact.id: fact.confidence for fact in one.facts}


@settings(max_examples=40, deadline=None)
@given(PAGES)
def test_a_copy_of_a_page_raises_no_status_and_no_confidence(pages: list[tuple[str, str, str]]) -> None:
    claims = claims_of(pages)
    copy = claims_of([*pages, pages[0]])[-1]
    before, after = facts(*claims), facts(*claims, copy)
    for value, fact in after.items():
        assert fact.confidence == before[value].confidence
        assert fact.origins == before[value].origins
        assert (fact.status is FactStatus.AGREED) == (before[value].status is FactStatus.AGREED)
