"""Lengths that a date begins or ends, nights of two days, and other stretches that news prints."""

from datetime import datetime

import pytest

from reconcile.model import Anchor
from reconcile.values import Context, find
from reconcile.values.date import date

THURSDAY = Anchor(day=datetime(2026, 1, 8))


def stretch(text: str, language: str = "en") -> tuple[str, str]:
    """The first day of a stretch and the one after it."""
    value = date.parse(text, Context(language, THURSDAY))
    return str(value.start)[:10], str(value.end)[:10]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "from 3 February 2025 for two weeks"),
        ("en", "two weeks starting 3 February 2025"),
        ("en", "for two weeks from 3 February 2025"),
        ("en", "for fourteen days beginning on 3 February 2025"),
        ("ar", "من 3 شباط 2025 لمدة أسبوعين"),
        ("ar", "لمدة أسبوعين ابتداء من 3 شباط 2025"),
        ("ar", "لمدة أسبوعين اعتبارا من 3 فبراير 2025"),
        ("he", "מ-3 בפברואר 2025 למשך שבועיים"),
        ("he", "למשך שבועיים החל מ-3 בפברואר 2025"),
    ],
)
def test_a_length_that_a_day_begins(language, text):
    assert stretch(text, language) == ("2025-02-03", "2025-02-17")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the two days ending on 6 January 2026"),
        ("en", "two days ending on the 6th of January"),
        ("ar", "يومين تنتهي في 6 كانون الثاني"),
        ("he", "יומיים שהסתיימו ב-6 בינואר"),
    ],
)
def test_a_length_that_a_day_ends_and_is_part_of(language, text):
    assert stretch(text, language) == ("2026-01-05", "2026-01-07")


def test_a_length_beside_a_day_lasts_all_that_time():
    assert date.parse("two days ending on 6 January 2026", Context("en")).extent == "fills"


def test_the_months_up_to_the_end_of_a_month_are_whole():
    assert stretch("the three months ended 30 September 2025") == ("2025-07-01", "2025-10-01")


def test_in_running_text_the_day_that_ends_a_quarter_is_what_is_dated():
    text = "It earned 5 in the three months ended 30 September 2025."
    assert [text[f.start : f.end] for f in find(text, "date", Context("en"))] == ["30 September 2025"]


def test_a_length_behind_a_day_that_nothing_begins_from_is_another_thing():
    (found,) = find("He was jailed on 3 February 2025 for two years.", "date", Context("en"))
    assert found.value.end == datetime(2025, 2, 4)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the night of 3 to 4 January"),
        ("en", "the night of January 3-4"),
        ("ar", "ليل 3-4 كانون الثاني"),
        ("he", "הלילה שבין 3 ל-4 בינואר"),
    ],
)
def test_the_night_of_two_days_belongs_to_the_first(language, text):
    value = date.parse(text, Context(language, THURSDAY))
    assert (value.start, value.grain) == (datetime(2026, 1, 3, 18), "daypart")


def test_the_night_between_two_weekdays_may_stand_in_brackets():
    (found,) = find("הוא נפצע הלילה (בין רביעי לחמישי) באימון.", "date", Context("he", THURSDAY))
    assert found.value.start == datetime(2026, 1, 7, 18)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the winter of 2023-24", ("2023-12-01", "2024-03-01")),
        ("the 2002 third quarter", ("2002-07-01", "2002-10-01")),
        ("the 2024 second half", ("2024-07-01", "2025-01-01")),
        ("the weekend of 3 January 2026", ("2026-01-03", "2026-01-05")),
        ("from 2014~2018", ("2014-01-01", "2019-01-01")),
    ],
)
def test_other_stretches(text, expected):
    assert stretch(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("he", "הרבעון השני של 2025", ("2025-04-01", "2025-07-01")),
        ("he", "הרבעון השני של השנה", ("2026-04-01", "2026-07-01")),
        ("he", "סוף השבוע הקרוב", ("2026-01-09", "2026-01-11")),
        ("he", "המאה ה-19", ("1800-01-01", "1900-01-01")),
        ("ar", "في الأيام 5 و6 و7 كانون الثاني 2026", ("2026-01-05", "2026-01-08")),
        ("ar", "بين عامي 2011 و2015", ("2011-01-01", "2016-01-01")),
    ],
)
def test_other_stretches_in_arabic_and_hebrew(language, text, expected):
    assert stretch(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"), [("ar", "الأيام القليلة الماضية"), ("he", "הימים הספורים האחרונים")]
)
def test_a_few_days_counted_back_are_vague(language, text):
    assert date.parse(text, Context(language, THURSDAY)).approx


def test_hours_of_two_grains_end_at_the_minute():
    value = date.parse("from 3:30 to six p.m.", Context("en", THURSDAY))
    assert (value.start.hour, value.start.minute, value.end) == (15, 30, datetime(2026, 1, 8, 18, 1))


def test_a_range_of_edges_bears_no_modifier_of_its_own():
    value = date.parse("from the middle of 2007 to the end of 2008", Context("en"))
    assert (value.modifier, value.end) == (None, datetime(2009, 1, 1))


def test_a_verb_that_looks_like_yesterday_with_a_proclitic_is_none():
    found = find("لامس السعر مستوى قياسيا، كما لامس غيره.", "date", Context("ar", THURSDAY))
    assert found == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "for two weeks"), ("en", "two weeks starting"), ("ar", "لمدة أسبوعين"), ("he", "למשך שבועיים")],
)
def test_a_length_of_no_date_is_none(language, text):
    assert date.parse(text, Context(language, THURSDAY)) is None


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("en", "the week before last", "2025-12-22"),
        ("en", "the month before last", "2025-11-01"),
        ("en", "the year after next", "2028-01-01"),
        ("en", "the Tuesday before last", "2025-12-30"),
        ("en", "this coming Sunday", "2026-01-11"),
        ("en", "the Monday after Easter 2025", "2025-04-21"),
        ("en", "the last weekend of November 2025", "2025-11-29"),
        ("en", "the first day of Ramadan 2025", "2025-03-01"),
        ("en", "Thanksgiving last year", "2025-11-27"),
        ("en", "in three days' time", "2026-01-11"),
        ("ar", "الأسبوع قبل الماضي", "2025-12-22"),
        ("ar", "أول أيام رمضان 2025", "2025-03-01"),
    ],
)
def test_days_and_units_counted_from_others(language, text, start):
    assert stretch(text, language)[0] == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("0900 GMT on Tuesday", datetime(2026, 1, 6, 9)),
        ("at three on Tuesday afternoon", datetime(2026, 1, 6, 15)),
    ],
)
def test_hours_beside_a_weekday(text, start):
    (found,) = find(f"It began {text}, they said.", "date", Context("en", THURSDAY))
    assert found.value.start == start


def test_the_first_day_of_an_islamic_feast_is_about_that_day():
    assert date.parse("أول أيام عيد الفطر 2025", Context("ar")).approx
