"""A rise that one outlet alone has told, and that nobody follows."""

from __future__ import annotations

import pytest

from reconcile.model import RelationKind
from tests.support import killed, relations

R = RelationKind


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (("2026-01-07T01:00", "2026-01-07T02:00"), R.CONTRADICTS),
        (("2026-01-06T20:00", "2026-01-06T21:00"), R.SUPERSEDES),
        (("2026-01-07T01:00",), R.SUPERSEDES),
    ],
)
def test_an_older_figure_stands_where_two_outlets_tell_it_half_a_day_later(
    later: tuple[str, ...], expected: R
) -> None:
    claims = [
        killed(20, "a", "2026-01-06T08:00"),
        killed(35, "b", "2026-01-06T12:00"),
        *(killed(20, outlet, when) for outlet, when in zip("cd", later, strict=False)),
    ]
    (relation,) = relations(*claims)
    assert relation.relation is expected


def test_a_figure_that_a_second_outlet_tells_is_followed() -> None:
    claims = [killed(20, "a", "2026-01-06T08:00"), killed(35, "b", "2026-01-06T12:00"), killed(35, "e", "2026-01-06T12:30"),
              killed(20, "c", "2026-01-07T02:00"), killed(20, "d", "2026-01-07T03:00")]  # fmt: skip
    (relation,) = relations(*claims)
    assert relation.relation is R.SUPERSEDES


def test_days_without_hours_leave_a_day_for_the_lag() -> None:
    claims = [
        killed(20, "a", "2026-01-05"),
        killed(35, "b", "2026-01-06"),
        killed(20, "c", "2026-01-07"),
        killed(20, "d", "2026-01-07"),
    ]
    (relation,) = relations(*claims)
    assert relation.relation is R.SUPERSEDES
