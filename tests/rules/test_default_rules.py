"""What a difference means: every relation that DESIGN speaks of, by the shipped rules."""

from __future__ import annotations

import pytest

from reconcile.model import RelationKind as R
from reconcile.model import Rule, RuleSet
from reconcile.rules import default
from tests.support import dated, killed, kinds, relation, relations, said


def _text(code: str) -> dict[str, str]:
    return {"kind": "text", "text": code}


def test_equal_values() -> None:
    assert relation(killed(5, "a"), killed(5, "b", certainty="possible")).relation is R.EQUAL


def test_a_forecast_and_its_fulfilment_are_equal() -> None:
    found = relation(dated("2026-01-05", "a", "2026-01-02", certainty="possible"), dated("2026-01-05", "b"))
    assert (found.relation, found.evidence.modality.outcome) == (R.EQUAL, "forecast_outcome")


def test_a_day_refines_its_month() -> None:
    found = relation(dated("2026-01-05", "a", "2026-01-07"), dated("2026-01", "b", "2026-01-06"))
    assert found.relation is R.REFINES


def test_a_bound_admits_a_figure() -> None:
    found = relation(killed({"kind": "quantity", "value": 70, "modifier": "at_least"}, "a"), killed(74, "b"))
    assert found.relation is R.WITHIN_BOUND


def test_a_gross_gap_to_a_bound_contradicts() -> None:
    at_least = {"kind": "quantity", "value": 8, "modifier": "at_least"}
    found = relation(said("fire.cost.amount", at_least, "a"), said("fire.cost.amount", 80, "b"))
    assert found.relation is R.CONTRADICTS


def test_rounding_is_no_conflict() -> None:
    assert relation(killed(700, "a"), killed(706, "b")).relation is R.APPROXIMATES


def test_days_one_apart_are_undecided() -> None:
    assert relation(dated("2026-01-05", "a"), dated("2026-01-06", "b")).relation is R.UNDECIDED


def test_days_a_month_apart_contradict() -> None:
    assert relation(dated("2025-12-05", "a"), dated("2026-01-05", "b")).relation is R.CONTRADICTS


def test_a_plan_does_not_contradict_a_report() -> None:
    found = relation(dated("2026-01-05", "a", certainty="planned"), dated("2026-01-12", "b"))
    assert found.relation is R.MODALITY_DIFFERS


def test_an_implied_value_does_not_contradict() -> None:
    found = relation(dated("2026-01-05", "a", basis="implied"), dated("2026-01-12", "b"))
    assert found.relation is R.MODALITY_DIFFERS


def test_a_denial_contradicts_at_any_certainty() -> None:
    found = relation(killed(5, "a", certainty="possible"), killed(5, "b", polarity="negate"))
    assert found.relation is R.CONTRADICTS


def test_denied_as_certainty_is_a_denial() -> None:
    assert relation(killed(5, "a"), killed(5, "b", certainty="denied")).relation is R.CONTRADICTS


def test_a_denial_complements_every_other_value() -> None:
    assert relation(killed(50, "a"), killed(5, "b", polarity="negate")).relation is R.COMPLEMENTS


def test_yes_against_no() -> None:
    yes, no = ({"kind": "boolean", "value": value} for value in (True, False))
    assert relation(said("pact.agreed", yes, "a"), said("pact.agreed", no, "b")).relation is R.CONTRADICTS


def test_other_scope_is_asked_before_the_value() -> None:
    found = relation(killed(5, "a", qualifiers={"group": "children"}), killed(50, "b"))
    assert found.relation is R.SCOPE_DIFFERS


def test_equal_figures_of_two_parts_do_not_agree() -> None:
    group = {"group": "children"}
    assert relation(killed(5, "a", qualifiers=group), killed(5, "b")).relation is R.SCOPE_DIFFERS


def test_a_part_above_its_whole_contradicts() -> None:
    found = relation(killed(50, "a", qualifiers={"group": "children"}), killed(5, "b"))
    assert (found.relation, found.rule) == (R.CONTRADICTS, "gate.part_exceeds_whole")


def test_who_is_counted_in_makes_the_difference() -> None:
    found = relation(killed(4, "a", scope={"includes": ["attacker"]}), killed(3, "b"))
    assert found.relation is R.INCLUSION_DIFFERS


def test_other_units_are_not_comparable_though_the_numbers_are_equal() -> None:
    metres, feet = ({"kind": "quantity", "value": 5, "unit": unit} for unit in ("metre", "kilogram"))
    assert relation(said("dam.level", metres, "a"), said("dam.level", feet, "b")).relation is R.NOT_COMPARABLE


def test_a_growing_count_grows() -> None:
    found = relation(killed(50, "a", "2026-01-07"), killed(20, "b", "2026-01-06"))
    assert (found.relation, found.rule) == (R.SUPERSEDES, "conflict.count_grew")


def test_a_growing_count_falls() -> None:
    assert relation(killed(20, "a", "2026-01-07"), killed(50, "b", "2026-01-06")).relation is R.CONTRADICTS


def test_a_stale_repeat_is_no_conflict() -> None:
    found = relations(
        killed(20, "a", "2026-01-05"), killed(50, "b", "2026-01-06"), killed(20, "c", "2026-01-07")
    )
    assert [r.relation for r in found] == [R.SUPERSEDES]


def test_a_figure_between_two_higher_ones_lags() -> None:
    found = kinds(killed(50, "a", "2026-01-05"), killed(20, "b", "2026-01-06"), killed(60, "c", "2026-01-07"))
    assert found == [R.SUPERSEDES] * 3


def test_an_early_figure_above_all_later_ones_does_not_fit() -> None:
    found = kinds(killed(90, "a", "2026-01-05"), killed(20, "b", "2026-01-06"), killed(30, "c", "2026-01-07"))
    assert found.count(R.CONTRADICTS) == 2


def test_a_count_that_rose_within_one_day_is_an_update() -> None:
    assert relation(killed(20, "a"), killed(50, "b")).relation is R.SUPERSEDES


def test_a_count_without_any_order_is_an_update_of_unknown_order() -> None:
    found = relation(killed(20, "a", None), killed(50, "b"))
    assert (found.relation, found.severity) == (R.SUPERSEDES, "info")


def test_what_moves_freely_differs_on_two_days() -> None:
    found = relation(said("oil.price", 70, "a", "2026-01-05"), said("oil.price", 80, "b", "2026-01-09"))
    assert found.relation is R.SUPERSEDES


def test_what_moves_freely_is_undecided_on_one_day() -> None:
    assert relation(said("oil.price", 70, "a"), said("oil.price", 80, "b")).relation is R.UNDECIDED


def test_an_age_may_grow_by_a_birthday() -> None:
    who = {"person": "x"}
    found = relation(
        said("person.age", 34, "a", "2026-01-05", qualifiers=who),
        said("person.age", 35, "b", "2026-01-09", qualifiers=who),
    )
    assert found.relation is R.SUPERSEDES


def test_an_age_does_not_fall() -> None:
    who = {"person": "x"}
    found = relation(
        said("person.age", 36, "a", "2026-01-05", qualifiers=who),
        said("person.age", 35, "b", "2026-01-09", qualifiers=who),
    )
    assert found.relation is R.CONTRADICTS


def test_a_retracted_figure_is_corrected() -> None:
    found = relations(
        killed(90, "a", "2026-01-05"),
        killed(90, "b", "2026-01-06", polarity="negate"),
        killed(20, "b", "2026-01-06"),
    )
    assert sorted(r.relation for r in found if r.relation is not R.COMPLEMENTS) == [R.CORRECTS, R.CORRECTS]


def test_who_repeats_a_withdrawn_figure_contradicts() -> None:
    found = kinds(
        killed(90, "a", "2026-01-05"),
        killed(90, "b", "2026-01-06", polarity="negate"),
        killed(20, "b", "2026-01-06"),
        killed(90, "c", "2026-01-08"),
    )
    assert R.CONTRADICTS in found


def test_an_outlet_replaces_its_own_value() -> None:
    found = relation(
        dated("2025-12-05", "a", "2026-01-06", article="a1"),
        dated("2026-01-05", "a", "2026-01-08", article="a2"),
    )
    assert found.relation is R.CORRECTS


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "the toll was revised down to 20"),
        ("he", "מניין ההרוגים עודכן כלפי מטה ל-20"),
        ("ar", "خفضت الحصيلة إلى 20 قتيلا"),
    ],
)
def test_a_correction_word_makes_a_fall_a_correction(language: str, quote: str) -> None:
    found = relation(
        killed(20, "a", "2026-01-07", quote=quote, language=language), killed(50, "b", "2026-01-06")
    )
    assert found.relation is R.CORRECTS


def test_rival_counts_of_two_named_sources() -> None:
    found = relation(
        said("rally.turnout", 3000, "a", attribution=[{"source": "the police"}]),
        said("rally.turnout", 8000, "b", attribution=[{"source": "the organisers"}]),
    )
    assert found.relation is R.ATTRIBUTED_DISAGREEMENT


def test_named_sources_do_not_make_a_date_milder() -> None:
    found = relation(
        dated("2025-12-05", "a", attribution=[{"source": "a minister"}]),
        dated("2026-01-05", "b", attribution=[{"source": "a general"}]),
    )
    assert found.relation is R.CONTRADICTS


def test_two_passages_of_one_text_are_undecided_and_shown() -> None:
    found = relation(said("talks.round", 4, "a"), said("talks.round", 1, "a"))
    assert (found.relation, found.severity) == (R.UNDECIDED, "warning")


def test_a_headline_against_its_text_contradicts() -> None:
    found = relation(said("talks.round", 4, "a", zone="headline"), said("talks.round", 1, "a"))
    assert (found.relation, found.rule) == (R.CONTRADICTS, "conflict.headline")


def test_a_caption_alone_contradicts_nothing() -> None:
    found = relation(dated("2025-12-05", "a", zone="caption"), dated("2026-01-05", "b"))
    assert found.relation is R.UNDECIDED


def test_who_reports_both_sides_opposes_neither() -> None:
    found = relations(
        said("fire.cost.amount", 10, "a"),
        said("fire.cost.amount", 90, "a", attribution=[{"source": "a mayor"}]),
        said("fire.cost.amount", 10, "b"),
        said("fire.cost.amount", 90, "c", attribution=[{"source": "a mayor"}]),
        said("fire.cost.amount", 10, "c"),
    )
    assert {r.evidence.source.outcome for r in found} == {"sources"}


def test_unlike_free_texts_are_undecided() -> None:
    one = said("strike.outcome", _text("chaos"), "a")
    assert relation(one, said("strike.outcome", _text("order"), "b")).relation is R.UNDECIDED


def test_codes_exclude_each_other() -> None:
    found = relation(
        said("talks.outcome", _text("collapsed"), "a"), said("talks.outcome", _text("deal"), "b")
    )
    assert found.relation is R.CONTRADICTS


def test_steps_of_a_ladder_include_the_lower_ones() -> None:
    found = relation(said("pact.status", _text("signed"), "a"), said("pact.status", _text("agreement"), "b"))
    assert found.relation in (R.REFINES, R.GENERALISES)


def test_a_list_that_leaves_a_name_out_contradicts_nothing() -> None:
    side = {"side": "Israel"}
    lone = {"kind": "person", "name": "Dana Lev"}
    two = {"kind": "set", "members": [lone, {"kind": "person", "name": "Omar Haddad"}]}
    found = kinds(
        said("delegation.member", lone, "a", qualifiers=side),
        said("delegation.member", two, "b", qualifiers=side),
    )
    assert found == []


def test_a_complete_list_contradicts_whom_it_leaves_out() -> None:
    side = {"side": "Israel"}
    lone = {"kind": "person", "name": "Dana Lev"}
    closed = {"kind": "set", "members": [{"kind": "person", "name": "Omar Haddad"}], "closed": True}
    found = kinds(
        said("delegation.member", lone, "a", qualifiers=side),
        said("delegation.member", closed, "b", qualifiers=side),
    )
    assert found.count(R.CONTRADICTS) == 1


def test_stated_none_contradicts_every_member() -> None:
    none = {"kind": "set", "members": [], "closed": True}
    found = kinds(
        said("talks.mediator", {"kind": "organisation", "name": "Norway"}, "a"),
        said("talks.mediator", none, "b"),
    )
    assert found == [R.CONTRADICTS]


@pytest.mark.parametrize("missing", ["a", "b"])
def test_an_underspecified_claim_may_not_contradict(missing: str) -> None:
    keys = {"a": {"person": "x"}, "b": {"person": "x"}}
    keys[missing] = {}
    found = relations(
        said("person.age", 34, "a", qualifiers=keys["a"]), said("person.age", 55, "b", qualifiers=keys["b"])
    )
    assert [r.relation for r in found] == [R.UNDECIDED]


_EVERY_CONFLICT = [
    (dated("2025-12-05", "a"), dated("2026-01-05", "b")),
    (killed(20, "a", "2026-01-07"), killed(50, "b", "2026-01-06")),
    (killed(50, "a", "2026-01-07"), killed(20, "b", "2026-01-06")),
    (killed(20, "a", None), killed(50, "b")),
    (killed(4, "a", scope={"includes": ["attacker"]}), killed(3, "b")),
    (killed(5, "a", qualifiers={"group": "children"}), killed(50, "b")),
    (killed({"kind": "quantity", "value": 70, "modifier": "at_least"}, "a"), killed(74, "b")),
    (killed(700, "a"), killed(706, "b")),
    (dated("2026-01-05", "a", certainty="planned"), dated("2026-01-12", "b")),
    (dated("2026-01-05", "a"), dated("2026-01", "b")),
    (killed(50, "a"), killed(5, "b", polarity="negate")),
    (said("oil.price", 70, "a", "2026-01-05"), said("oil.price", 80, "b", "2026-01-09")),
    (
        dated("2025-12-05", "a", "2026-01-06", article="a1"),
        dated("2026-01-05", "a", "2026-01-08", article="a2"),
    ),
    (
        killed(90, "a", "2026-01-05"),
        killed(90, "b", "2026-01-06", polarity="negate"),
        killed(20, "b", "2026-01-06"),
    ),
]


def _without(rule: Rule) -> RuleSet:
    whole = default()
    return whole.model_copy(update={"rules": tuple(other for other in whole.rules if other.id != rule.id)})


@pytest.mark.parametrize("rule", default().rules, ids=lambda rule: rule.id)
def test_a_rule_switched_off_never_creates_a_contradiction(rule: Rule) -> None:
    for claims in _EVERY_CONFLICT:
        before = sum(r.relation.conflicts for r in relations(*claims))
        assert sum(r.relation.conflicts for r in relations(*claims, ruleset=_without(rule))) <= before


def test_the_rules_cover_the_whole_relation_list() -> None:
    given = {rule.verdict for rule in default().rules}
    assert set(R) == given | {R.UNDECIDED}
