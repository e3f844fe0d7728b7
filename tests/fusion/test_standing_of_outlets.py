"""What outlets are believed for, what they take back, and what their record looks like."""

from __future__ import annotations

from typing import Any

import reconcile as rc
from reconcile.clustering import cluster
from reconcile.comparison import compare
from reconcile.fusion import Score, Trust, fuse, scorecard
from reconcile.model import Block, Fact, FactStatus, Origins, Reading, Schema, Told
from reconcile.rules import default, judge
from tests.fusion.stories import facts, one_fact, solve
from tests.support import blocks, dated, killed, said

OFFICIAL = [{"source": "Reuters"}, {"source": "an official"}]


def weighed(*claims: Any, **keys: Any) -> dict[str, Fact]:
    """Facts of the only block by their value, under a method and a trust."""
    (block,) = blocks(*claims)
    relations = judge(block, compare(block), default())
    clustered, disputes = cluster(block, relations)
    return {fact.value.value: fact for fact in fuse(block, clustered, disputes, relations, [], **keys)}  # type: ignore[union-attr]  # fmt: skip


RIVALS = (dated("2025-12-05", "a"), dated("2026-01-05", "b"), dated("2026-01-05", "c"))


def test_beside_confidence_stand_share_margin_and_why_not_the_other() -> None:
    late = facts(*RIVALS)["2026-01-05"]
    assert (late.share, late.margin, late.why_not) == (0.667, 1.0, "2 votes against 1")


def test_the_fact_with_fewer_votes_says_so_too() -> None:
    assert facts(*RIVALS)["2025-12-05"].why_not == "it has 1 vote, its rival 2"


def test_equal_votes_keep_both() -> None:
    told = facts(*RIVALS[:2])
    assert {fact.why_not for fact in told.values()} == {"1 vote on each side: both are kept"}
    assert {fact.status for fact in told.values()} == {FactStatus.DISPUTED}


def test_a_prior_of_the_user_moves_the_vote_of_that_outlet_in_that_attribute() -> None:
    lower = weighed(*RIVALS, trust=Trust({("b", "talks.date"): 0.65, ("c", "*.killed"): 0.5}))
    assert lower["2026-01-05"].margin == 0.5


def test_accuracy_gives_the_same_winner_in_odds() -> None:
    told = weighed(*RIVALS, method="origin_accu")
    assert told["2026-01-05"].confidence == 0.762
    assert told["2025-12-05"].confidence == 0.19
    assert told["2026-01-05"].runner_up == told["2025-12-05"].id


def test_every_relay_loses_a_little() -> None:
    direct = one_fact(dated("2026-01-05", "a"), dated("2026-01-05", "b"))
    relayed = one_fact(dated("2026-01-05", "a"), dated("2026-01-05", "b", attribution=OFFICIAL))
    assert (direct.confidence, relayed.confidence) == (0.8, 0.798)


def copied(*kin: str) -> Fact:
    told = tuple(
        Told(f"o{n}", f"o{n}", f"outlet:o{n}", None, None, f"o{n}", True, name) for n, name in enumerate(kin)
    )
    value = said("talks.resumed", {"kind": "boolean", "value": True}).value
    reading = Reading("r", value, "firm", "affirm", {}, {}, None, (), told)  # type: ignore[arg-type]
    block = Block("k", "event", "talks.resumed", {}, Schema(pattern="talks.resumed"), (reading,))
    return fuse(block, [Fact("f", "event", "talks.resumed", {}, value, ("r",), (), ())], [], [], [])[0]


def test_copies_have_one_vote_and_give_a_range() -> None:
    fact = copied("g", "g")
    assert (fact.origins.min, fact.origins.max, fact.confidence) == (1, 2, 0.6)
    assert fact.status is FactStatus.ECHO


def test_a_third_outlet_beside_two_copies_makes_two_witnesses() -> None:
    fact = copied("g", "g", "")
    assert (fact.origins.min, fact.origins.max, fact.status) == (2, 3, FactStatus.AGREED)


# ---- corrections ----


def test_an_outlets_newer_figure_takes_its_vote_from_the_older_one() -> None:
    told = facts(killed(3, "a", "2026-01-05", article="a1"), killed(8, "a", "2026-01-06", article="a2"))
    old, new = told["3"], told["8"]
    assert (old.status, old.origins.min, old.confidence) == (FactStatus.SUPERSEDED, 0, 0.0)
    assert (new.origins, new.confidence) == (Origins(1, 1, ("a",)), 0.6)


def test_an_outlet_that_has_not_moved_on_still_stands_by_the_older_figure() -> None:
    told = facts(
        killed(3, "a", "2026-01-05", article="a1"),
        killed(8, "a", "2026-01-06", article="a2"),
        killed(3, "b", "2026-01-05"),
    )
    assert (told["3"].origins.min, told["3"].origins.max) == (1, 2)


def test_a_wire_told_by_an_outlet_that_has_not_moved_on_is_not_taken_back() -> None:
    told = facts(
        killed(3, "a", "2026-01-05", article="a1", attribution=OFFICIAL),
        killed(8, "a", "2026-01-06", article="a2", attribution=OFFICIAL),
        killed(3, "b", "2026-01-05", attribution=OFFICIAL),
    )
    assert told["3"].origins.min == 1


# ---- relays ----


def test_one_source_with_two_values_through_two_relays_is_a_relay_conflict() -> None:
    claims = [
        {"article": {"id": name, "outlet": name, "published": "2026-01-06"}, "event": "talks",
         "attribute": "talks.round", "value": {"kind": "quantity", "value": value}, "quote": str(value),
         "attribution": [{"source": "Reuters"}]}
        for name, value in (("Gazette", 5), ("Herald", 6))
    ]  # fmt: skip
    result = rc.reconcile(claims)
    (relation,) = result.data.relations
    assert relation.evidence.source.details["relay_conflict"] is True
    assert {fact.origins.min for fact in result.facts} == {0}


# ---- scorecard ----


def scores(*claims: Any) -> dict[str, Score]:
    return {score.outlet: score for score in card(*claims)}


def card(*claims: Any) -> tuple[Score, ...]:
    solved = solve(*claims)
    return scorecard(
        [fact for one in solved for fact in one.facts],
        [reading for one in solved for reading in one.block.readings],
        [relation for one in solved for relation in one.relations],
    )


def test_a_contradiction_counts_for_both_sides_alike() -> None:
    found = scores(*RIVALS)
    assert {name: score.contradicted for name, score in found.items()} == {"a": 1, "b": 1, "c": 1}
    assert found["a"].attributes == {"talks.date": 1}


def test_outlets_stand_in_the_order_of_their_names() -> None:
    assert [score.outlet for score in card(*RIVALS)] == ["a", "b", "c"]


def test_who_is_alone_and_who_was_first() -> None:
    found = scores(
        dated("2026-01-05", "a", "2026-01-06T08:00"),
        dated("2026-01-05", "b", "2026-01-06T09:00"),
        said("talks.round", {"kind": "quantity", "value": 5}, "b"),
    )
    assert (found["a"].first, found["b"].first) == (1, 0)
    assert (found["a"].alone, found["b"].alone, found["b"].facts) == (0, 1, 2)


def test_without_times_nobody_was_first() -> None:
    found = scores(dated("2026-01-05", "a", None), dated("2026-01-05", "b", "2026-01-06T09:00"))
    assert {score.first for score in found.values()} == {0}


def test_what_an_outlet_replaced_itself_is_counted_as_corrected() -> None:
    found = scores(
        killed(3, "a", "2026-01-05", article="a1"),
        killed(8, "a", "2026-01-06", article="a2"),
        killed(3, "b", "2026-01-05"),
    )
    assert (found["a"].corrected, found["b"].corrected) == (1, 0)


def test_copies_of_one_origin_are_no_rivals_of_it() -> None:
    found = scores(
        dated("2026-01-05", "a", attribution=OFFICIAL), dated("2025-12-05", "b", attribution=OFFICIAL)
    )
    assert {score.contradicted for score in found.values()} == {0}


# ---- through the facade ----


def page(outlet: str, day: str) -> dict[str, Any]:
    return {
        "article": {"id": outlet, "outlet": outlet, "published": "2026-01-06"}, "event": "talks",
        "attribute": "talks.date", "value": {"kind": "date", "value": day}, "quote": day,
    }  # fmt: skip


def test_what_a_user_thinks_of_outlets_reaches_the_facts() -> None:
    pages = [page("a", "2025-12-05"), page("b", "2026-01-05"), page("c", "2026-01-05")]
    plain, told = rc.reconcile(pages), rc.reconcile(pages, trust={"b": 0.5, ("c", "talks.*"): 0.5})
    assert [_margin(result, "2025-12-05") for result in (plain, told)] == [-1.0, 1.0]
    assert plain.to_json() == rc.reconcile(pages, trust={}).to_json()


def _margin(result: rc.Result, day: str) -> float:
    (fact,) = [fact for fact in result.facts if getattr(fact.value, "value", None) == day]
    return float(fact.margin)


def test_another_method_is_picked_by_name() -> None:
    pages = [page("a", "2026-01-05"), page("b", "2026-01-05")]
    vote, accu = (rc.reconcile(pages, method=name).facts[0] for name in ("origin_vote", "origin_accu"))
    assert (vote.confidence, accu.confidence) == (0.8, 0.9)


def test_a_result_has_the_record_of_its_outlets() -> None:
    result = rc.reconcile([page("a", "2025-12-05"), page("b", "2026-01-05")])
    assert [(score.outlet, score.facts, score.contradicted) for score in result.scorecard()] == [
        ("a", 1, 1),
        ("b", 1, 1),
    ]


def test_who_speaks_for_a_party_is_told_with_the_fact() -> None:
    found = rc.reconcile([
        {"article": {"id": "a", "outlet": "Gazette"}, "attribute": "talks.parties", "value": ["Norway", "Peru"],
         "attribution": [{"source": "the Norwegian foreign ministry"}]},
        {"article": {"id": "b", "outlet": "Herald"}, "attribute": "talks.parties", "value": ["Norway", "Peru"]},
    ]).to_dict()["facts"][0]["origins"]  # fmt: skip
    assert (found["min"], found["interested"]) == (2, ["Foreign Ministry (Norway)"])
