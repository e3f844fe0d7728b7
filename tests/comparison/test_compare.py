"""The five axes of evidence."""

from __future__ import annotations

import pytest

from tests.support import dated, evidence, killed, pairs, said


def test_a_missing_part_is_the_whole() -> None:
    seen = evidence(killed(9, "a"), killed(2, "b", qualifiers={"group": "children"}))
    assert seen.scope.outcome in ("narrower", "wider")


def test_two_parts_are_disjoint() -> None:
    seen = evidence(
        killed(9, "a", qualifiers={"group": "soldiers"}), killed(2, "b", qualifiers={"group": "children"})
    )
    assert seen.scope.outcome == "disjoint"


def test_who_is_counted_in_is_an_axis_of_its_own() -> None:
    assert (
        evidence(killed(4, "a", scope={"includes": ["attacker"]}), killed(3, "b")).scope.outcome
        == "inclusion"
    )


def test_a_window_inside_a_window_is_a_part() -> None:
    seen = evidence(
        killed(9, "a", scope={"window": "2026-01"}), killed(2, "b", scope={"window": "2026-01-05"})
    )
    assert seen.scope.outcome in ("narrower", "wider")


def test_a_guest_is_underspecified() -> None:
    one, *_ = pairs(said("person.age", 40, "a", qualifiers={"person": "x"}), said("person.age", 41, "b"))
    assert one.evidence.scope.outcome == "underspecified"


def test_the_newer_side_stands_on_the_left() -> None:
    (pair,) = pairs(killed(5, "a", "2026-01-06"), killed(9, "b", "2026-01-08"))
    assert (pair.left.value.min, pair.evidence.time.outcome) == (9, "later")


def test_as_of_orders_before_publication_does() -> None:
    (pair,) = pairs(
        killed(5, "a", "2026-01-09", as_of="2026-01-07"), killed(9, "b", "2026-01-08", as_of="2026-01-08")
    )
    assert (pair.left.value.min, pair.evidence.time.outcome) == (9, "later")


def test_a_figure_is_as_old_as_its_first_telling() -> None:
    (pair,) = pairs(killed(5, "a", "2026-01-05"), killed(9, "b", "2026-01-06"), killed(5, "c", "2026-01-08"))
    assert (pair.left.value.min, pair.evidence.time.outcome) == (9, "later")


def test_one_day_without_an_hour_gives_no_order() -> None:
    assert (
        evidence(killed(5, "a", "2026-01-06"), killed(9, "b", "2026-01-06T10:00")).time.outcome == "same_day"
    )


def test_two_hours_of_one_day_are_ordered() -> None:
    seen = evidence(killed(5, "a", "2026-01-06T09:00"), killed(9, "b", "2026-01-06T10:00"))
    assert seen.time.outcome == "later"


def test_hours_of_two_zones_are_ordered_by_the_moment() -> None:
    (pair,) = pairs(killed(5, "a", "2026-01-06T11:00+02:00"), killed(9, "b", "2026-01-06T10:00+00:00"))
    assert (pair.left.value.min, pair.evidence.time.outcome) == (9, "later")


def test_two_passages_of_one_page_have_no_order() -> None:
    assert evidence(killed(5, "a"), killed(9, "a")).time.outcome == "same_page"


def test_without_any_time_nothing_is_ordered() -> None:
    assert evidence(killed(5, "a", None), killed(9, "b", None)).time.outcome == "unordered"


def test_a_value_and_its_denial() -> None:
    seen = evidence(killed(5, "a"), killed(5, "b", polarity="negate"))
    assert (seen.modality.outcome, seen.value.outcome) == ("denial", "same")


def test_a_denial_covers_what_lies_inside_it() -> None:
    inside = evidence(dated("2026-01-05", "a"), dated("2026-01", "b", polarity="negate"))
    outside = evidence(dated("2026-01", "a"), dated("2026-01-05", "b", polarity="negate"))
    assert (inside.modality.outcome, outside.modality.outcome) == ("denial", "other_denied")


@pytest.mark.parametrize(
    ("certainty", "outcome"),
    [("possible", "forecast_outcome"), ("planned", "plan_report"), ("asserted", "asserted")],
)
def test_an_outlook_and_its_outcome(certainty: str, outcome: str) -> None:
    seen = evidence(
        dated("2026-01-05", "a", "2026-01-02", certainty=certainty), dated("2026-01-09", "b", "2026-01-10")
    )
    assert seen.modality.outcome == outcome


def test_a_doubt_after_the_report_is_no_forecast() -> None:
    seen = evidence(
        dated("2026-01-05", "a", "2026-01-06"), dated("2026-01-05", "b", "2026-01-09", certainty="possible")
    )
    assert seen.modality.outcome == "hedged"


def test_an_implied_value_is_marked() -> None:
    assert evidence(killed(5, "a"), killed(9, "b", basis="implied")).modality.outcome == "implied"


def test_two_outlets_oppose_each_other() -> None:
    assert evidence(dated("2026-01-05", "a"), dated("2026-02-05", "b")).source.outcome == "outlets"


def test_who_tells_both_sides_opposes_neither() -> None:
    seen = {
        pair.evidence.source.outcome
        for pair in pairs(
            said("fire.cost.amount", 10, "a"),
            said("fire.cost.amount", 30, "a", attribution=[{"source": "a mayor"}]),
            said("fire.cost.amount", 10, "b"),
        )
    }
    assert seen == {"sources"}


def test_one_page_and_one_source() -> None:
    seen = evidence(said("fire.cost.amount", 10, "a"), said("fire.cost.amount", 30, "a"))
    assert seen.source.outcome == "one_article"


def test_different_members_of_an_open_list_are_no_pair() -> None:
    person = {"kind": "person", "name": "Dana Lev"}
    other = {"kind": "person", "name": "Omar Haddad"}
    assert pairs(said("x.participant", person, "a"), said("x.participant", other, "b")) == ()


def test_days_inside_the_stretch_complete_each_other() -> None:
    claims = (dated("2026-01-05", "a"), dated("2026-01-06", "b"),
              said("talks.duration", {"kind": "duration", "value": "P2D"}, "c"))  # fmt: skip
    (pair,) = pairs(*claims)
    assert pair.evidence.value.outcome == "complements"


def test_days_beyond_the_stretch_do_not() -> None:
    claims = (dated("2026-01-05", "a"), dated("2026-02-05", "b"),
              said("talks.duration", {"kind": "duration", "value": "P2D"}, "c"))  # fmt: skip
    (pair,) = pairs(*claims)
    assert pair.evidence.value.outcome == "exclusive"


def test_phases_of_one_event_have_days_of_their_own() -> None:
    seen = evidence(
        dated("2026-01-05", "a", qualifiers={"phase": "opened"}),
        dated("2026-01-19", "b", qualifiers={"phase": "ended"}),
    )
    assert seen.value.outcome == "complements"


def test_a_lone_value_meets_a_set_as_a_set_of_one() -> None:
    lone = {"kind": "person", "name": "Dana Lev"}
    three = {"kind": "set", "members": [lone, {"kind": "person", "name": "Omar Haddad"}]}
    assert evidence(said("x.head", lone, "a"), said("x.head", three, "b")).value.outcome == "overlap"


def test_a_report_that_it_ended_by_a_day_lies_in_its_stretch() -> None:
    by = {"kind": "date", "value": "2026-01-06", "modifier": "on_or_before"}
    claims = (dated("2026-01-05", "a"), said("talks.date", by, "b"),
              said("talks.duration", {"kind": "duration", "value": "P2D"}, "c"))  # fmt: skip
    (pair,) = pairs(*claims)
    assert pair.evidence.value.outcome == "complements"


def test_before_and_after_a_day_of_reference_name_one_day() -> None:
    before, after = (
        {"kind": "date", "value": "1967-06-05", "modifier": word} for word in ("before", "after")
    )
    assert (
        evidence(said("x.reference_date", before, "a"), said("x.reference_date", after, "b")).value.outcome
        == "same"
    )


def test_elsewhere_before_and_after_are_bounds() -> None:
    before, after = (
        {"kind": "date", "value": "1967-06-05", "modifier": word} for word in ("before", "after")
    )
    assert evidence(said("x.date", before, "a"), said("x.date", after, "b")).value.outcome == "exclusive"


@pytest.mark.parametrize("turn", [0, 1, 2, 3, 4, 5])
def test_which_side_lags_does_not_hang_on_the_ids_of_the_readings(turn: int) -> None:
    claims = (killed(50 + turn, "a", "2026-01-05"), killed(20, "b", "2026-01-06"), killed(70, "c", "2026-01-07"))  # fmt: skip
    (pair,) = (p for p in pairs(*claims) if {p.left.value.min, p.right.value.min} == {50 + turn, 20})
    assert (pair.right.value.min, pair.evidence.time.details.get("right_lags")) == (20, True)
