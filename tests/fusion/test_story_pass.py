"""Facts of one event meet across attributes, by exact arithmetic only."""

from __future__ import annotations

from typing import Any

import pytest

from reconcile.fusion import story_pass
from reconcile.fusion._links import stem
from reconcile.model import Claim, FactStatus, Relation, RelationKind, Schema, Severity, StoryPass
from tests.fusion.stories import ruleset, solve
from tests.support import dated, killed, said

RULES = ruleset(
    Schema(pattern="truce.end", kind="date", derive={"start": "*.start", "duration": "*.duration"}),
    Schema(pattern="sale.amount", kind="quantity", derive={"product": "*.price, *.volume"}),
    Schema(pattern="vote.share", kind="quantity", derive={"ratio": "*.votes_for / *.votes"}),
)


def passed(*claims: Claim) -> StoryPass:
    return story_pass(solve(*claims, rules=RULES), RULES.schemas)


def only(*claims: Claim) -> set[tuple[RelationKind, str]]:
    return {(relation.relation, relation.reason) for relation in passed(*claims).relations}


def lasting(length: str, outlet: str = "c", attribute: str = "talks.duration", **keys: Any) -> Claim:
    return said(attribute, {"kind": "duration", "value": length, **keys}, outlet)


def test_two_days_are_the_span_of_a_told_duration() -> None:
    found = only(dated("2026-01-05", "a"), dated("2026-01-06", "b"), lasting("P2D"))
    assert found == {
        (RelationKind.DERIVED, "2026-01-05 and 2026-01-06 span 2 days, the 2 days that are told")
    }


def test_each_day_of_the_span_is_linked_to_the_duration() -> None:
    story = passed(
        dated("2026-01-05", "a"), dated("2026-01-06", "b"), dated("2026-01-07", "d"), lasting("P3D")
    )
    assert len({relation.right for relation in story.relations}) == 3


def test_a_span_told_as_one_fits_too() -> None:
    assert only(dated("2026-01-05/2026-01-06"), lasting("P2D")) == {
        (RelationKind.DERIVED, "2026-01-05 to 2026-01-06 span 2 days, the 2 days that are told")
    }


def test_a_single_day_neither_fits_nor_opposes_a_duration() -> None:
    assert only(dated("2026-01-06"), lasting("P2D")) == set()


def test_two_spans_that_fit_say_nothing() -> None:
    days = ("2026-01-05", "2026-01-06", "2026-01-15", "2026-01-16")
    assert only(*(dated(day, day) for day in days), lasting("P2D")) == set()


@pytest.mark.parametrize("keys", [{"approx": True}, {"vague": True}])
def test_a_vague_duration_derives_nothing(keys: dict[str, Any]) -> None:
    assert only(dated("2026-01-05", "a"), dated("2026-01-06", "b"), lasting("P2D", **keys)) == set()


def test_a_told_span_that_is_much_longer_is_a_warning() -> None:
    (relation,) = passed(dated("2026-01-05/2026-01-09"), lasting("P2D")).relations
    assert (relation.relation, relation.severity) == (RelationKind.UNDECIDED, Severity.WARNING)
    assert relation.reason == "2026-01-05 to 2026-01-09 lasts 5 days; told is 2 days"


def test_events_do_not_mix() -> None:
    assert only(dated("2026-01-05", event="x"), dated("2026-01-06", event="x"), lasting("P2D")) == set()


def truce(start: str, length: str, end: str) -> tuple[Claim, ...]:
    return (
        dated(start, "a", attribute="truce.start"),
        lasting(length, "b", "truce.duration"),
        dated(end, "d", attribute="truce.end"),
    )


@pytest.mark.parametrize(
    ("length", "end"), [("P60D", "2026-03-06"), ("P60D", "2026-03-05"), ("P2M", "2026-03-05")]
)
def test_start_plus_duration_is_the_end(length: str, end: str) -> None:
    (found,) = {relation for relation, _ in only(*truce("2026-01-05", length, end))}
    assert found is RelationKind.DERIVED


def test_an_end_that_does_not_follow_is_a_warning() -> None:
    relations = passed(*truce("2026-01-05", "P60D", "2026-04-01")).relations
    assert {relation.severity for relation in relations} == {Severity.WARNING}


def test_an_end_that_is_nearly_right_is_left_alone() -> None:
    assert only(*truce("2026-01-05", "P2M", "2026-03-20")) == set()


def test_links_from_both_ends_give_one_relation() -> None:
    relations = passed(*truce("2026-01-05", "P60D", "2026-03-06")).relations
    assert len(relations) == len({(r.rule, frozenset((r.left, r.right))) for r in relations}) == 2


def test_parts_add_up_to_the_whole() -> None:
    found = only(killed(12, "a"), killed(7, "b", qualifiers={"group": "civilians"}),
                 killed(5, "c", qualifiers={"group": "soldiers"}))  # fmt: skip
    assert {relation for relation, _ in found} == {RelationKind.DERIVED}
    assert {reason for _, reason in found} <= {"7 + 5 = 12", "5 + 7 = 12"}


def test_parts_that_do_not_add_up_say_nothing() -> None:
    assert only(killed(13, "a"), killed(7, "b", qualifiers={"group": "civilians"}),
                killed(5, "c", qualifiers={"group": "soldiers"})) == set()  # fmt: skip


def test_a_part_is_no_whole_of_other_parts() -> None:
    assert only(killed(12, "a", qualifiers={"area": "north"}), killed(7, "b", qualifiers={"group": "civilians"}),
                killed(5, "c", qualifiers={"group": "soldiers"})) == set()  # fmt: skip


def test_attributes_add_up_to_a_total() -> None:
    found = only(said("attack.casualties", 12, "a"), killed(5, "b"), said("attack.injured", 7, "c"))
    assert found == {(RelationKind.DERIVED, "5 + 7 = 12, told is 12")}


def test_a_sum_that_fails_counts_only_where_one_page_tells_it_all() -> None:
    told = (("attack.casualties", 20), ("attack.killed", 5), ("attack.injured", 7))
    assert (
        only(
            *(
                said(attribute, number, outlet)
                for (attribute, number), outlet in zip(told, "abc", strict=True)
            )
        )
        == set()
    )
    (found,) = only(*(said(attribute, number, "a") for attribute, number in told))
    assert found == (RelationKind.UNDECIDED, "5 + 7 = 12, told is 20")


def test_price_times_volume_and_a_share() -> None:
    assert only(said("sale.price", 60), said("sale.volume", 50), said("sale.amount", 3000)) == {
        (RelationKind.DERIVED, "60 * 50 = 3,000, told is 3,000")
    }
    share = said("vote.share", {"kind": "quantity", "value": 61, "unit": "%"})
    found = {relation for relation, _ in only(share, said("vote.votes_for", 55), said("vote.votes", 90))}
    assert found == {RelationKind.DERIVED}


def test_a_dispute_of_two_totals_is_withdrawn_where_one_is_a_part_of_the_other() -> None:
    story = passed(
        said("deal.amount", 12, "a"), said("deal.amount", 7, "b"),
        said("deal.amount", 7, "c", qualifiers={"area": "north"}), said("deal.amount", 5, "d", qualifiers={"area": "south"}),
    )  # fmt: skip
    (withdrawal,) = story.withdrawn
    assert withdrawal.relation is RelationKind.SCOPE_DIFFERS
    assert withdrawal.reason.endswith("= 12; 7 is the figure for area north")
    assert {fact.status for fact in story.facts} == {FactStatus.SINGLE_ORIGIN}
    assert {fact.confidence for fact in story.facts} == {0.6}


def test_a_dispute_of_two_totals_stands_without_the_sum() -> None:
    story = passed(said("deal.amount", 12, "a"), said("deal.amount", 7, "b"),
                   said("deal.amount", 7, "c", qualifiers={"area": "north"}))  # fmt: skip
    assert (story.withdrawn, story.facts) == ((), ())


def test_a_dispute_of_two_days_is_withdrawn_where_they_are_the_ends_of_a_told_duration() -> None:
    claims = (
        dated("2026-01-05", "a", attribute="fair.date"),
        dated("2026-01-09", "b", attribute="fair.date"),
    )
    rules = ruleset(
        Schema(pattern="fair.date", kind="date", derive={"duration": "*.length"}, cardinality="one")
    )
    solved = solve(*claims, lasting("P5D", "c", "fair.length"), rules=rules)
    (withdrawal,) = story_pass(solved, rules.schemas).withdrawn
    assert withdrawal.reason == "2026-01-05 and 2026-01-09 span 5 days, the 5 days that are told"


def test_a_link_may_name_an_alias() -> None:
    rules = ruleset(Schema(pattern="march.date", kind="date", derive={"duration": "*.length"}),
                    Schema(pattern="march.duration", kind="duration", aliases=("march.length",)))  # fmt: skip
    solved = solve(
        dated("2026-01-05/2026-01-06", attribute="march.date"),
        lasting("P2D", "b", "march.duration"),
        rules=rules,
    )
    assert len(story_pass(solved, rules.schemas).relations) == 1


def test_the_pass_does_not_depend_on_the_order_of_blocks() -> None:
    solved = solve(dated("2026-01-05", "a"), dated("2026-01-06", "b"), lasting("P2D"), *truce("2026-01-05", "P60D", "2026-03-06"),
                   rules=RULES)  # fmt: skip
    relations: tuple[Relation, ...] = story_pass(solved, RULES.schemas).relations
    assert story_pass(solved[::-1], RULES.schemas).relations == relations


def test_no_blocks_no_story() -> None:
    assert story_pass([]) == StoryPass()


def test_a_star_stands_for_the_path_of_the_attribute() -> None:
    assert stem("*.duration", "peace.talks.date") == "peace.talks.duration"
