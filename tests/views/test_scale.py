from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.views._scale import Scale, scale

DAY = datetime(2026, 1, 5)


@pytest.mark.parametrize(
    ("end", "names"),
    [
        (datetime(2026, 1, 5, 4), ["5 Jan 2026, 00:00", "01:00", "02:00", "03:00", "04:00"]),
        (datetime(2026, 1, 8), ["5 Jan 2026", "6 Jan", "7 Jan", "8 Jan"]),
        (datetime(2026, 5, 8), ["Feb 2026", "Mar", "Apr", "May"]),
        (datetime(2026, 1, 6, 12), ["5 Jan 2026, 00:00", "06:00", "12:00", "18:00", "6 Jan, 00:00", "06:00", "12:00"]),
        (datetime(2029, 5, 8), ["2027", "2028", "2029"]),
    ],
)  # fmt: skip
def test_marks_stand_at_round_moments(end, names):
    assert [mark.name for mark in Scale(DAY, end).marks] == names


def test_an_open_end_stands_where_it_is_asked_to():
    drawn = Scale(DAY, DAY + timedelta(days=1))
    assert (drawn.at(None, 100.0), drawn.at(None)) == (100.0, 0.0)


def test_a_moment_outside_stays_inside_the_drawing():
    drawn = Scale(DAY, DAY + timedelta(days=1))
    assert (drawn.at(DAY - timedelta(days=9)), drawn.at(DAY + timedelta(days=9))) == (0.0, 100.0)


def test_one_moment_has_room_around_it():
    drawn = scale([DAY])
    assert drawn is not None
    assert drawn.at(DAY) == 50.0


def test_nothing_has_no_scale():
    assert scale([]) is None


@given(st.lists(st.datetimes(), min_size=1, max_size=5))
def test_any_moments_find_room_and_few_marks(moments):
    drawn = scale(moments)
    assert drawn is not None
    assert all(0 <= drawn.at(moment) <= 100 for moment in moments)
    assert len(drawn.marks) <= 8
