"""The notation of dates and durations."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import edtf

GRAINS = [
    "second",
    "minute",
    "hour",
    "day",
    "month",
    "quarter",
    "half",
    "season",
    "year",
    "decade",
    "century",
    "week",
    "daypart",
]
MOMENTS = st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(2999, 12, 31)).map(
    lambda moment: moment.replace(microsecond=0)
)


@pytest.mark.parametrize(
    "text",
    ["2026", "2026-01", "2026-01-05", "202X", "20XX", "2026-21", "2026-24", "2026-33", "2026-40", "2026-01-05T10",
     "2026-01-05T10:30", "2026-01-05T10:30:05", "2026-01-05/2026-01-06", "[2026-01-05..2026-01-06]", "2011/..",
     "../2015", "[2024-12-08..]", "[..2024-12-08]", "2026-12/2027-01", "9999"],
)  # fmt: skip
def test_what_is_read_is_written_again(text):
    read = edtf.read(text)
    assert edtf.write(read["start"], read["end"], grain=read["grain"], extent=read["extent"]) == text


@given(MOMENTS, st.integers(1, 400_000), st.sampled_from(GRAINS), st.sampled_from(["within", "fills"]))
def test_any_interval_survives_writing_and_reading(start, minutes, grain, extent):
    end = start + timedelta(minutes=minutes)
    read = edtf.read(edtf.write(start, end, grain=grain, extent=extent))
    assert (read["start"], read["end"]) == (start, end)


@given(MOMENTS, st.sampled_from(["since", "until", "before", "after"]), st.sampled_from(GRAINS))
def test_open_intervals_keep_their_edge(moment, extent, grain):
    start, end = (moment, None) if extent in ("since", "after") else (None, moment)
    read = edtf.read(edtf.write(start, end, grain=grain, extent=extent))
    assert (read["start"], read["end"], read["extent"]) == (start, end, extent)


@pytest.mark.parametrize(
    "text", ["2026-02-31", "2026-13", "yesterday", "", "../..", "2026-01-06/2026-01-05", "6/1/2026"]
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        edtf.read(text)


def test_an_uncertain_date_says_so():
    assert edtf.read("2026-01~")["approx"] is True


@pytest.mark.parametrize(
    ("text", "fields"),
    [("P2M", (2, "month")), ("PT3H", (3, "hour")), ("P1.5Y", (1.5, "year")), ("P8W", (8, "week"))],
)
def test_durations(text, fields):
    read = edtf.read_duration(text)
    assert (read["min"], read["unit"]) == fields


@pytest.mark.parametrize("text", ["P", "2M", "P1Y2M", "PT"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        edtf.read_duration(text)
