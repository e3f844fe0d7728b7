"""The notation of annotated corpora."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import edtf, timex3
from reconcile.model import Anchor, DateValue, DurationValue
from reconcile.timex3 import Timex3
from reconcile.values import Context, find

TUESDAY = Anchor(day=datetime(2026, 1, 6))
GRAINS = ["minute", "hour", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
MOMENTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(
    ("language", "text", "tag"),
    [
        ("en", "on 5 January 2026", 'type="DATE" value="2026-01-05"'),
        ("en", "in January 2026", 'type="DATE" value="2026-01"'),
        ("en", "last week", 'type="DATE" value="2026-W01"'),
        ("en", "the end of 2024", 'type="DATE" value="2024" mod="END"'),
        ("en", "early January", 'type="DATE" value="2026-01" mod="START"'),
        ("en", "the second quarter of 2024", 'type="DATE" value="2024-Q2"'),
        ("en", "in the 1990s", 'type="DATE" value="199"'),
        ("en", "yesterday evening", 'type="TIME" value="2026-01-05TEV"'),
        ("en", "before 8 December 2024", 'type="DATE" value="2024-12-08" mod="BEFORE"'),
        ("en", "since 2011", 'type="DURATION" value="PXD" begin="2011-01-01"'),
        ("he", "5 ו-6 בינואר 2026", 'type="DURATION" value="P2D" begin="2026-01-05" end="2026-01-07"'),
        ("ar", "من 5 إلى 6 يناير 2026", 'type="DURATION" value="P2D" begin="2026-01-05" end="2026-01-07"'),
        ("en", "the next day", 'type="DATE" value="XXXX-XX-XX"'),
    ],
)
def test_what_news_says_as_tags(language, text, tag):
    (found,) = find(text, "date", Context(language, TUESDAY))
    assert str(found.value.timex3) == tag


@given(MOMENTS, st.sampled_from(GRAINS), st.integers(1, 90), st.sampled_from(["within", "fills"]))
def test_any_interval_survives_the_tag(start, grain, days, extent):
    start = start if grain in ("minute", "hour") else start.replace(hour=0, minute=0)
    end = start + timedelta(minutes=days) if grain == "minute" else start + timedelta(days=days)
    value = DateValue(start=start, end=end, grain=grain, extent=extent)
    again = DateValue(**timex3.read(value.timex3))
    assert (again.start, again.end) == (start, end)
    assert again.timex3 == value.timex3


@given(MOMENTS, st.sampled_from(["since", "until", "before", "after"]))
def test_an_open_side_survives_the_tag(moment, extent):
    ends = {"start": moment} if extent in ("since", "after") else {"end": moment}
    again = DateValue(**timex3.read(DateValue(extent=extent, grain="minute", **ends).timex3))
    assert (again.start, again.end, again.extent) == (ends.get("start"), ends.get("end"), extent)


@given(
    st.integers(1000, 2999), st.sampled_from(["month", "quarter", "half", "year", "decade", "century"]),
    st.integers(1, 12), st.sampled_from(["start", "mid", "end", "before", "after", "on_or_before", "on_or_after"]),
)  # fmt: skip
def test_the_part_of_a_unit_survives_the_tag(year, grain, month, modifier):
    first = {"month": month, "quarter": (month - 1) // 3 * 3 + 1, "half": (month - 1) // 6 * 6 + 1}.get(
        grain, 1
    )
    size = {"decade": 10, "century": 100}.get(grain, 1)
    start = datetime(year // size * size, first, 1)
    whole = DateValue(
        value=edtf.write(start, timex3._months_later(start, timex3._MONTHS[grain]), grain=grain)
    )
    edges = timex3.part(whole.start, whole.end, grain, modifier) or (whole.start, whole.end)
    value = DateValue(start=edges[0], end=edges[1], grain=grain, modifier=modifier)
    again = DateValue(**timex3.read(value.timex3))
    assert (again.start, again.end, again.modifier) == (value.start, value.end, modifier)


@given(
    MOMENTS, st.integers(1, 400), st.sampled_from(GRAINS), st.sampled_from(["within", "fills"]), st.booleans()
)
def test_the_view_in_edtf_makes_the_value_again(start, hours, grain, extent, approx):
    value = DateValue(
        start=start, end=start + timedelta(hours=hours), grain=grain, extent=extent, approx=approx
    )
    again = DateValue(value=value.edtf)
    assert (again.start, again.end, again.approx) == (value.start, value.end, approx)


def test_a_zone_is_part_of_both_views():
    value = DateValue(value="2026-01-05T18:50+02:00")
    assert (value.edtf, value.timex3.value) == ("2026-01-05T18:50+02:00",) * 2
    assert DateValue(**timex3.read(value.timex3)).zone == "+02:00"


@pytest.mark.parametrize(
    ("duration", "tag"),
    [
        (DurationValue(min=2, max=2, unit="month"), 'type="DURATION" value="P2M"'),
        (DurationValue(min=3, max=3, unit="hour", approx=True), 'type="DURATION" value="PT3H" mod="APPROX"'),
        (DurationValue(min=3, unit="day"), 'type="DURATION" value="P3D" mod="EQUAL_OR_MORE"'),
        (DurationValue(max=3, unit="week"), 'type="DURATION" value="P3W" mod="EQUAL_OR_LESS"'),
        (DurationValue(min=2, unit="year", vague=True), 'type="DURATION" value="PXY"'),
    ],
)
def test_durations_as_tags(duration, tag):
    assert str(duration.timex3) == tag


@given(st.integers(1, 500), st.sampled_from(["second", "minute", "hour", "day", "week", "month", "year"]))
def test_a_plain_duration_survives_its_view(count, unit):
    value = DurationValue(min=count, max=count, unit=unit)
    again = DurationValue(value=value.edtf)
    assert (again.min, again.max, again.unit) == (count, count, unit)


@pytest.mark.parametrize(
    "tag",
    [
        Timex3("DATE", "2026-02-31"), Timex3("DATE", "soon"), Timex3("DATE", "2026-W60"), Timex3("TIME", "2026-01-05TXX"),
        Timex3("DURATION", "P2D", begin="2026-01-05", end="2026-01-03"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(tag):
    with pytest.raises(ValueError, match=r"\w"):
        timex3.read(tag)


def test_a_weekday_without_a_week_keeps_its_name():
    (found,) = find("on Tuesday", "date", Context("en"))
    assert found.value.timex3.value == "XXXX-WXX-2"
    assert timex3.read(found.value.timex3)["weekday"] == 1


@pytest.mark.parametrize(
    "text", ["2026-01-05", "2026-01", "2026~", "2026-01-05/2026-01-06", "2011/..", "2026-21", "199X"]
)
def test_the_parser_of_others_reads_what_is_written(text):
    oracle = pytest.importorskip("edtf", reason="the package edtf is not installed")
    value = DateValue(value=text)
    written = oracle.parse_edtf(value.edtf)
    if value.start is not None:
        assert tuple(written.lower_strict()[:3]) == value.start.timetuple()[:3]
