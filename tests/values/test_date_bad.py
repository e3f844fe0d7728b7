"""Input that is no date, or hardly one: an unread value with its reason, never a wrong date and never an error."""

import time
from datetime import datetime

import pytest

from reconcile.model import Anchor, DateValue, Schema, UnreadValue
from reconcile.values import Context, find, read, show
from reconcile.values.date import date

TUESDAY = Anchor(day=datetime(2026, 1, 6))
ANY = Schema(pattern="*")


@pytest.mark.parametrize("language", ["en", "ar", "he", "fr", "de", "es", "ru", "tr", "uk", "fa", None])
@pytest.mark.parametrize(
    "text",
    [
        "31 February 2026", "31/2/2026", "13/13/2026", "32.1.2026", "0/0/2026", "2026-02-31", "2026-13-01", "29/2/2025",
        "31 شباط 2026", "31 בפברואר 2026", "٣١ فبراير ٢٠٢٦", "00:61", "25:00", "5 to", "from 5 January to", "to",
        "-", "((", "", "   ", "\u200f", "۳۱ فوریه ۲۰۲۶", "31 février 2026", "31. Februar 2026", "31 февраля 2026",
    ],
)  # fmt: skip
def test_what_no_calendar_has_is_no_day(language, text):
    value = date.parse(text, Context(language, TUESDAY))
    assert value is None or value.start is None or (value.start.year, value.grain) == (2026, "month") or (
        "from 5 January" in text
    )  # fmt: skip
    for found in find(text, "date", Context(language, TUESDAY)):
        assert found.value.grain != "day" or "from 5 January" in text


@pytest.mark.parametrize("text", ["in the year 0", "5 January 0", "year 0000", "0000-01-01", "1/1/0000"])
def test_there_is_no_year_0(text):
    value = date.parse(text, Context("en", TUESDAY))
    assert value is None or value.start is None or value.start.year == 2026


@pytest.mark.parametrize(
    "text", ["9999", "31 December 9999", "9999-12-31", "31/12/9999", "December 9999", "since 9999"]
)
def test_the_last_year_breaks_nothing(text):
    value = date.parse(text, Context("en", TUESDAY))
    if value is not None:
        assert show(value)
        assert date.compare(value, DateValue(value="2026-01-05"), ANY).outcome
        assert value.timex3.type


@pytest.mark.parametrize("day", [datetime(1, 1, 1), datetime(9999, 12, 31)])
@pytest.mark.parametrize(
    "text", ["yesterday", "tomorrow", "last year", "next century", "three weeks ago", "on Monday"]
)
def test_an_anchor_at_the_edge_of_the_calendar_breaks_nothing(day, text):
    for found in find(text, "date", Context("en", Anchor(day=day))):
        assert show(found.value)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ar", "٥ يناير 2026"), ("ar", "5 يناير ٢٠٢٦"), ("fa", "۵ ژانویه 2026"), ("en", "٥ January ٢٠٢٦")],
)
def test_mixed_digits_are_digits(language, text):
    assert show(date.parse(text, Context(language, TUESDAY))) == "2026-01-05"


def test_a_reference_with_a_zone_and_one_without_give_one_day():
    zoned = Anchor(day=datetime.fromisoformat("2026-01-06T22:30+02:00"))
    naive = Anchor(day=datetime(2026, 1, 6, 22, 30))
    read_with = [date.parse("yesterday", Context("en", anchor)) for anchor in (zoned, naive)]
    assert [value.start for value in read_with] == [datetime(2026, 1, 5)] * 2


def test_ten_thousand_dates_in_one_line_are_read_in_seconds():
    line = "5 January 2026, " * 10_000
    begun = time.process_time()
    assert len(find(line, "date", Context("en", TUESDAY))) == 10_000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "text", ["1 " * 5000, "to " * 5000, "1/" * 5000, "Monday " * 3000, "((((" * 2000, "5-" * 5000]
)
def test_no_line_takes_more_than_its_length(text):
    begun = time.process_time()
    find(text, "date", Context("en", TUESDAY))
    assert time.process_time() - begun < 10


def test_what_cannot_be_read_says_so():
    value = read(UnreadValue(content="31 February 2026"), "date", Context("en", TUESDAY))
    assert isinstance(value, UnreadValue)
    assert value.reason == "'31 February 2026' cannot be read as a date"
