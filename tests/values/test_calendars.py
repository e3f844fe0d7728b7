"""Feasts and other calendars: days that almanacs print."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Anchor
from reconcile.values import Context, kind_of
from reconcile.values._calendars import easter, feast, from_hebrew, from_hijri, orthodox_easter


@pytest.mark.parametrize(
    ("hebrew", "common"),
    [
        ((5784, 7, 1), date(2023, 9, 16)),
        ((5785, 7, 1), date(2024, 10, 3)),
        ((5786, 7, 10), date(2025, 10, 2)),
        ((5708, 2, 5), date(1948, 5, 14)),
        ((5784, 12, 14), date(2024, 2, 23)),
        ((5784, 13, 14), date(2024, 3, 24)),
        ((5786, 1, 15), date(2026, 4, 2)),
    ],
)
def test_hebrew_days(hebrew, common):
    assert from_hebrew(*hebrew) == common


def test_a_hebrew_day_that_is_none():
    assert from_hebrew(5786, 13, 1) is None
    assert from_hebrew(5786, 10, 30) is None


@given(st.integers(5600, 5900), st.integers(1, 12), st.integers(1, 29))
def test_hebrew_days_follow_each_other(year, month, day):
    first, second = from_hebrew(year, month, day), from_hebrew(year, month, day + 1) if day < 29 else None
    assert first is not None
    assert second is None or second.toordinal() == first.toordinal() + 1


@pytest.mark.parametrize(
    ("hijri", "common"),
    [((1447, 1, 1), date(2025, 6, 26)), ((1445, 9, 1), date(2024, 3, 11)), ((1443, 10, 1), date(2022, 5, 2))],
)
def test_islamic_days_are_at_most_a_day_off(hijri, common):
    found = from_hijri(*hijri)
    assert found is not None
    assert abs((found - common).days) <= 1


@pytest.mark.parametrize(
    ("year", "west", "east"),
    [(2023, date(2023, 4, 9), date(2023, 4, 16)), (2024, date(2024, 3, 31), date(2024, 5, 5)),
     (2025, date(2025, 4, 20), date(2025, 4, 20)), (2019, date(2019, 4, 21), date(2019, 4, 28)),
     (1961, date(1961, 4, 2), date(1961, 4, 9))],
)  # fmt: skip
def test_easter(year, west, east):
    assert (easter(year), orthodox_easter(year)) == (west, east)


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("12-25", 2025, datetime(2025, 12, 25)),
        ("nth 11 3 4", 2024, datetime(2024, 11, 28)),
        ("nth 11 3 4+1", 2024, datetime(2024, 11, 29)),
        ("nth 5 0 -1", 2024, datetime(2024, 5, 27)),
        ("easter-2", 2024, datetime(2024, 3, 29)),
        ("hebrew 7-1", 2024, datetime(2024, 10, 3)),
    ],
)
def test_feasts(rule, year, day):
    found = feast(rule, year)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israeli Independence Day 2018", "2018-04-19"),  # 5 Iyar was a Friday
        ("Israeli Independence Day 2024", "2024-05-14"),  # a Monday
        ("Israeli Independence Day 2026", "2026-04-22"),  # a Wednesday
        ("Yom HaZikaron 2024", "2024-05-13"),
        ("Yom HaShoah 2024", "2024-05-06"),
        ("Thanksgiving of last year", "2025-11-27"),
    ],
)
def test_feasts_that_are_moved_off_a_weekday(text, expected):
    value = kind_of("date").parse(text, Context("en", Anchor(day=datetime(2026, 1, 6))))
    assert value.start == datetime.fromisoformat(expected)
