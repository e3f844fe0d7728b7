"""Reading and comparing dates."""

from datetime import datetime

import pytest

from reconcile.model import Anchor, DateValue, Schema
from reconcile.values import Context, find, read
from reconcile.values.date import date

TUESDAY = Anchor(day=datetime(2026, 1, 6))
ANY = Schema(pattern="*")


def iso(text: str, language: str, anchor: Anchor | None = TUESDAY, prefer: str = "news") -> str:
    """The one date of a text as ``start/end``, with the words it was read from."""
    (found,) = find(text, "date", Context(language, anchor, prefer))
    value = found.value
    assert text[found.start : found.end] == value.raw
    ends = [moment and moment.isoformat().replace("T00:00:00", "") for moment in (value.start, value.end)]
    return f"{ends[0]}/{ends[1]}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met on 5 January 2026 in Rome.", "2026-01-05/2026-01-06"),
        ("en", "They met on January 5th, 2026 in Rome.", "2026-01-05/2026-01-06"),
        ("en", "the twenty-first of May 2024", "2024-05-21/2024-05-22"),
        ("ar", "في 8 كانون الأول/ ديسمبر 2024 جرى", "2024-12-08/2024-12-09"),
        ("ar", "يوم الثامن من ديسمبر/كانون الأول 2024", "2024-12-08/2024-12-09"),
        ("ar", "في ٥ كانون الثاني ٢٠٢٦", "2026-01-05/2026-01-06"),
        ("ar", "في 14 دجنبر 2023", "2023-12-14/2023-12-15"),
        ("ar", "في 14 جويلية 2023", "2023-07-14/2023-07-15"),
        ("he", "נפגשו ב-5 בינואר 2026 ברומא", "2026-01-05/2026-01-06"),
        ("he", "מיום 5 בינואר 2026", "2026-01-05/2026-01-06"),
        ("en", "published 2026-01-05", "2026-01-05/2026-01-06"),
    ],
)
def test_full_dates_are_read_in_all_orders_and_month_families(language, text, expected):
    assert iso(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 5-6 January 2026", "2026-01-05/2026-01-07"),
        ("en", "on 5 and 6 January 2026", "2026-01-05/2026-01-07"),
        ("en", "from January 5 to 7, 2026", "2026-01-05/2026-01-08"),
        ("ar", "من 5 إلى 6 يناير 2026", "2026-01-05/2026-01-07"),
        ("he", "5 ו-6 בינואר 2026", "2026-01-05/2026-01-07"),
        ("he", "בין ה-5 ל-6 בינואר 2026", "2026-01-05/2026-01-07"),
        ("en", "from 28 December 2025 to 3 January 2026", "2025-12-28/2026-01-04"),
        ("en", "between 2011 and 2015", "2011-01-01/2016-01-01"),
    ],
)
def test_ranges_end_after_their_last_day(language, text, expected):
    assert iso(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "yesterday", "2026-01-05/2026-01-06"),
        ("en", "on Sunday", "2026-01-04/2026-01-05"),
        ("en", "last Monday", "2026-01-05/2026-01-06"),
        ("en", "three days ago", "2026-01-03/2026-01-04"),
        ("ar", "مساء اليوم الثلاثاء", "2026-01-06T18:00:00/2026-01-07"),
        ("ar", "وبالأمس الاثنين", "2026-01-05/2026-01-06"),
        ("ar", "قبل يومين", "2026-01-04/2026-01-05"),
        ("ar", "الأسبوع الماضي", "2025-12-29/2026-01-05"),
        ("he", "אתמול", "2026-01-05/2026-01-06"),
        ("he", "ביום שני", "2026-01-05/2026-01-06"),
        ("he", "השנה", "2026-01-01/2027-01-01"),
    ],
)
def test_relative_words_count_from_the_anchor(language, text, expected):
    assert iso(text, language) == expected


def test_a_date_without_a_year_is_the_nearest_one_and_says_so():
    (found,) = find("ב-5 בדצמבר", "date", Context("he", TUESDAY))
    assert found.value.start == datetime(2025, 12, 5)
    assert found.value.inferred == ("year",)


def test_a_printed_weekday_decides_the_order_of_day_and_month():
    assert iso("الثلاثاء 6/1/2026", "ar") == "2026-01-06/2026-01-07"
    assert iso("Tuesday 1/6/2026", "en") == "2026-01-06/2026-01-07"


def test_a_weekday_beside_today_that_does_not_fit_is_flagged():
    (found,) = find("اليوم الخميس", "date", Context("ar", TUESDAY))
    assert found.value.start == datetime(2026, 1, 8)
    assert "weekday_conflict" in found.value.inferred


def test_without_an_anchor_the_words_wait_and_read_the_same_later():
    (found,) = find("قالوا أمس الاثنين", "date", Context("ar"))
    assert (found.value.start, found.value.weekday) == (None, 0)
    assert found.value.unresolved == "needs the day of the article"
    assert read(found.value, "date", Context("ar", TUESDAY)).start == datetime(2026, 1, 5)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("he", "יוני אמר"),
        ("en", "It may rain"),
        ("ar", "آب إلى بيته"),
        ("en", "F-16 and Covid-19"),
        ("en", "2000 people"),
    ],
)
def test_words_that_are_no_dates_stay_silent(language, text):
    assert find(text, "date", Context(language, TUESDAY)) == ()


def test_impossible_days_are_not_read():
    assert date.parse("31 February 2026", Context("en")) is None
    assert date.parse("13/13/2026", Context("en")) is None


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("2026-01-05", "2026-01-05", "same"),
        ("2026-01-05", "2026-01", "narrower"),
        ("2026-01", "2026-01-05", "wider"),
        ("2026-01-05", "2026-01-05/2026-01-06", "narrower"),
        ("2026-01-05", "2026-01-06", "near"),
        ("2025-12-05", "2026-01-05/2026-01-06", "exclusive"),
        ("2026-01-05/2026-01-06", "2026-01-06/2026-01-07", "overlap"),
        ("2024-12-05", "[2024-12-08..]", "exclusive"),
        ("2024-12-10", "[2024-12-08..]", "within_bound"),
    ],
)
def test_compare(left, right, outcome):
    assert date.compare(DateValue(value=left), DateValue(value=right), ANY).outcome == outcome


def test_one_weekday_of_two_undated_pages_is_one_day_of_a_week_not_known() -> None:
    first, second = (date.parse(text, Context("en")) for text in ("on Friday", "Friday night"))
    other = date.parse("Saturday", Context("en"))
    assert date.compare(first, second, Schema(pattern="*")).outcome == "equivalent"
    assert date.compare(first, other, Schema(pattern="*")).outcome == "incomparable"
