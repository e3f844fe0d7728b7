"""Predicates that no shipped rule asks: they are there for the rules of others."""

from __future__ import annotations

import pytest

from reconcile.model import Rule
from reconcile.rules import trace
from reconcile.rules._predicates import holds
from tests.support import dated, killed, pairs


@pytest.mark.parametrize(
    ("day", "params", "held"),
    [
        ("2026-01-06", {}, True),
        ("2026-01-07", {}, False),
        ("2026-01-08", {"days": 3.0}, True),
        ("2026-01-09", {"days": 3.0}, False),
    ],
)
def test_dates_within_so_many_days(day: str, params: dict[str, float], held: bool) -> None:
    (pair,) = pairs(dated("2026-01-05", "a"), dated(day, "b"))
    assert holds("within_days", pair, params) is held
    assert holds("not within_days", pair, params) is not held


def test_figures_are_no_days_apart() -> None:
    (pair,) = pairs(killed(5, "a"), killed(6, "b"))
    assert not holds("within_days", pair, {"days": 3.0})


def test_a_rule_that_misses_tells_how_many_days_there_were() -> None:
    rule = Rule(
        id="mine.near", verdict="APPROXIMATES", when=("within_days",), params={"days": 3.0}, message="m"
    )
    (pair,) = pairs(dated("2026-01-05", "a"), dated("2026-01-09", "b"))
    assert str(trace(pair, [rule])[0]) == "mine.near: 1 of 1 missed: within_days (4 days apart, asked for 3)"
