"""Why a rule fired and why not, for every rule that is asked."""

from __future__ import annotations

from reconcile.model import Rule
from reconcile.rules import Asked, default, rules_for, trace
from tests.support import dated, killed, pairs, said


def _asked(rule: str, *claims: object) -> Asked:
    (pair,) = pairs(*claims)  # type: ignore[arg-type]
    (found,) = [one for one in trace(pair, rules_for("x.killed", default())) if one.rule == rule]
    return found


def test_the_rule_that_gave_the_relation_is_the_one_that_fired_when_asked() -> None:
    (pair,) = pairs(dated("2025-12-05", "a"), dated("2026-01-05", "b"))
    told = trace(pair, rules_for("talks.date", default()))
    assert [one.rule for one in told if one.fired and one.asked] == ["conflict.exclusive"]


def test_a_near_miss_names_its_condition_and_what_was_there() -> None:
    found = _asked("conflict.count_grew", killed(50, "a"), killed(20, "b"))
    assert found.near
    assert str(found) == "conflict.count_grew: 1 of 5 missed: time.later (same_day)"


def test_a_threshold_is_missed_by_so_much() -> None:
    found = _asked(
        "conflict.rival_estimates",
        _told(1000, "a", "the police"),
        _told(4000, "b", "the organisers"),
    )
    assert [str(miss) for miss in found.missed] == ["rival_estimates (a factor of 4, asked for 3)"]


def _told(number: int, outlet: str, source: str) -> object:
    return said("rally.turnout", number, outlet, attribution=[{"source": source}])


def test_another_kind_is_a_missed_condition() -> None:
    (pair,) = pairs(dated("2025-12-05", "a"), dated("2026-01-05", "b"))
    rule = Rule(id="mine.x", verdict="CONTRADICTS", kinds=("quantity",), when=("rivals",), message="m")
    (found,) = trace(pair, [rule])
    assert str(found) == "mine.x: 1 of 2 missed: kinds: quantity (date)"


def test_of_rivals_it_is_told_which_axis_missed() -> None:
    found = _asked("conflict.count_grew", killed(50, "a", "2026-01-07"), killed(20, "b", certainty="planned"))
    assert [str(miss) for miss in found.missed] == ["rivals (modality plan_report)"]


def test_a_rule_behind_the_one_that_fired_was_not_asked() -> None:
    found = _asked("conflict.exclusive", killed(5, "a"), killed(5, "b", certainty="possible"))
    assert not found.asked
