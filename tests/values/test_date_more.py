"""Forms of dates that news prints, in three languages; the article is of Tuesday 6 January 2026."""

from datetime import datetime, timedelta, timezone

import pytest

from reconcile.model import Anchor, DateValue, Schema
from reconcile.values import Context, find, read, show
from reconcile.values.date import date

TUESDAY = Anchor(day=datetime(2026, 1, 6, 10))
ANY = Schema(pattern="*")


def shown(text: str, language: str, prefer: str = "news") -> list[str]:
    return [show(found.value) for found in find(text, "date", Context(language, TUESDAY, prefer))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Jan. 5 and 6 in Rome.", "2026-01-05 to 2026-01-06"),
        ("They met on January 5 and January 6.", "2026-01-05 to 2026-01-06"),
        ("on Monday and Tuesday", "2026-01-05 to 2026-01-06"),
        ("yesterday and today", "2026-01-05 to 2026-01-06"),
        ("on Tuesday, Jan. 6, 2026, at 10:30 p.m.", "2026-01-06 22:30"),
        ("late on Monday", "2026-01-05 18:00–24:00"),
        ("early Tuesday", "2026-01-06 00:00–09:00"),
        ("on Monday evening at 7", "2026-01-05 19:00–20:00"),
        ("since Dec. 8, 2024", "since 2024-12-08"),
        ("until Friday", "until 2026-01-09"),
        ("by the end of the year", "on or before 2026-10–2026-12"),
        ("in early 2025", "the beginning of 2025"),
        ("in the first quarter of 2025", "2025-01–2025-03"),
        ("in the second half of 2025", "2025-07–2025-12"),
        ("the first six months of 2025", "2025-01–2025-06"),
        ("earlier this month", "2026-01-01–2026-01-05"),
        ("about three months ago", "about 2025-10"),
        ("over the past two months", "2025-11 to 2025-12"),
        ("three days after 12 January 2024", "2024-01-15"),
        ("the last Monday of March 2025", "2025-03-31"),
        ("the week of January 5", "2026-01-05–2026-01-11"),
        ("in the 1970s", "1970s"),
        ("New Year's Eve", "2025-12-31"),
        ("January 21 - February 5", "2026-01-21 to 2026-02-05"),
        ("nineteen eighty-six was", None),
        ("in nineteen eighty-six", "1986"),
        ("17 Tevet 5786", "2026-01-06"),
        ("Sunday night into Monday", "2026-01-04 18:00–2026-01-05 06:00"),
    ],
)
def test_english(text, expected):
    assert shown(text, "en") == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في الخامس والسادس من يناير الجاري", "2026-01-05 to 2026-01-06"),
        ("يومي الاثنين والثلاثاء", "2026-01-05 to 2026-01-06"),
        ("مطلع الشهر الجاري", "the beginning of 2026-01"),
        ("في ديسمبر الماضي", "2025-12"),
        ("قبل نحو شهرين", "about 2025-11"),
        ("منذ ثلاثة أشهر", "about since 2025-10-06"),
        ("منذ عام 2011", "since 2011"),
        ("فجر الثلاثاء", "2026-01-06 04:00–07:00"),
        ("ليل الاثنين الثلاثاء", "2026-01-05 18:00–2026-01-06 06:00"),
        ("الجمعة المقبل", "2026-01-09"),
        ("بعد غد الخميس", "2026-01-08"),
        ("عند الساعة العاشرة صباحا بتوقيت غرينتش من يوم الاثنين", "2026-01-05 10:00–11:00 +00:00"),
        ("بين عامي 2011 و2015", "2011–2015"),
        ("من 28 ديسمبر إلى 3 يناير", "2025-12-28 to 2026-01-03"),
        ("نهاية العام الماضي", "the end of 2025"),
        ("النصف الثاني من عام 2025", "2025-07–2025-12"),
        ("تسعينيات القرن الماضي", "1990s"),
        ("عام ألفين وأحد عشر", "2011"),
        ("الثلاثاء الموافق السادس من يناير", "2026-01-06"),
        ("17 رجب 1447 هـ الموافق 6 يناير 2026", "2026-01-06"),
        ("الخامس من الشهر الجاري", "2026-01-05"),
        ("يُـنايـر 2025", "2025-01"),
    ],
)
def test_arabic(text, expected):
    assert shown(text, "ar") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("נפגשו ב-5 וב-6 בינואר", "2026-01-05 to 2026-01-06"),
        ("ביום שני וביום שלישי", "2026-01-05 to 2026-01-06"),
        ("ביום ראשון הבא", "2026-01-18"),
        ("בתחילת החודש", "the beginning of 2026-01"),
        ("לפני כשבועיים", "about 2025-12-23"),
        ("מזה שלושה חודשים", "about since 2025-10-06"),
        ("בעוד שבועיים", "about 2026-01-20"),
        ("יום ג', 6.1", "2026-01-06"),
        ("אתמול (שני)", "2026-01-05"),
        ("היום (שלישי) בשעה 10:30", "2026-01-06 10:30"),
        ("בשנים 2011-2015", "2011 to 2015"),
        ("משנת 2011 ועד 2015", "2011 to 2015"),
        ("בשנות התשעים", "1990s"),
        ("במחצית השנייה של 2025", "2025-07–2025-12"),
        ("בשלושת החודשים האחרונים", "2025-10 to 2025-12"),
        ("ערב ראש השנה", "2025-09-22"),
        ('י"ז בטבת תשפ"ו', "2026-01-06"),
        ("במוצאי שבת", "2026-01-03"),
    ],
)
def test_hebrew(text, expected):
    assert shown(text, "he") == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the second day of talks"), ("en", "2 of 3 members"), ("en", "It sat down in the sun."),
        ("en", "March on Washington"), ("en", "in 2000 cases"), ("ar", "صفر ضحايا"), ("ar", "رجب طيب قال"),
        ("ar", "منذ عقود"), ("he", "אב אמר"), ("he", "יוני בן דוד"),
    ],
)  # fmt: skip
def test_no_dates(language, text):
    assert shown(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"), [("en", "the next day"), ("ar", "في اليوم التالي"), ("he", "למחרת")]
)
def test_words_that_count_from_another_day_of_the_story_are_not_guessed(language, text):
    (found,) = find(text, "date", Context(language, TUESDAY))
    assert (found.value.start, found.value.unresolved) == (None, "counts from another day of the text")
    assert read(found.value, "date", Context(language, TUESDAY)).start is None


@pytest.mark.parametrize(
    ("prefer", "expected"), [("news", "2026-01-05"), ("past", "2026-01-05"), ("future", "2026-01-12")]
)
def test_the_week_of_a_bare_weekday_is_a_policy(prefer, expected):
    assert shown("Monday", "en", prefer) == [expected]


def test_both_orders_of_an_open_numeric_date_are_kept():
    (found,) = find("on 1/6/2026", "date", Context("en", TUESDAY))
    assert [show(v) for v in (found.value, *found.value.alternatives)] == ["2026-01-06", "2026-06-01"]
    (british,) = find("on 1/6/2026", "date", Context("en-GB", TUESDAY))
    assert show(british.value) == "2026-06-01"


def test_how_the_text_writes_its_months_shows_the_order():
    assert shown("on 1/6/2026, not on 4 May 2026", "en") == ["2026-06-01", "2026-05-04"]


def test_another_date_of_the_text_shows_the_order():
    assert shown("on 1/6/2026 and on 1/25/2026", "en") == ["2026-01-06", "2026-01-25"]


@pytest.mark.parametrize(
    "text", ["31 February 2026", "13/13/2026", "30.2.2026", "", " ", "((", "from 5 to", "5 -"]
)
def test_bad_input_is_no_date_and_no_error(text):
    assert date.parse(text, Context("en", TUESDAY)) is None


@pytest.mark.parametrize(
    "anchor",
    [datetime(1, 1, 1), datetime(9999, 12, 31), datetime(2026, 1, 6, tzinfo=timezone(timedelta(hours=2)))],
)
@pytest.mark.parametrize(
    "text",
    ["yesterday", "tomorrow", "3 weeks ago", "last Monday", "5 May", "next year", "Easter", "10 Muharram"],
)
def test_anchors_at_the_ends_of_the_calendar_raise_nothing(anchor, text):
    date.parse(text, Context("en", Anchor(day=anchor)))


def test_tonight_in_the_small_hours_is_the_night_that_ends():
    night = Anchor(day=datetime(2026, 1, 6, 2))
    (found,) = find("הלילה", "date", Context("he", night))
    assert show(found.value) == "2026-01-05 18:00–2026-01-06 06:00"


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ({"value": "2025-12-05", "inferred": ["year"]}, {"value": "2024-12-05"}, "near"),
        ({"value": "2026-01-05", "inferred": ["week"]}, {"value": "2025-12-29"}, "near"),
        ({"value": "2026-01-05T10:00", "zone": "+02:00"}, {"value": "2026-01-05T08:00", "zone": "+00:00"}, "same"),
        ({"value": "2026-01-05T10:00"}, {"value": "2026-01-05T12:00"}, "near"),
        ({"value": "2026-01-05T10:00"}, {"value": "2026-01-05T10:07"}, "exclusive"),
        ({"value": "2026-01-05T10:00Z"}, {"value": "2026-01-06T10:00Z"}, "exclusive"),
        ({"value": "2026-01-05~"}, {"value": "2026-01-07"}, "exclusive"),
        ({"value": "2026-01~"}, {"value": "2026-02-03"}, "approximate"),
        ({"value": "2026-01-06", "alternatives": [{"kind": "date", "value": "2026-06-01"}]}, {"value": "2026-06-01"}, "near"),
        ({"value": "2011/.."}, {"value": "2013/.."}, "exclusive"),
        ({"value": "2026-01-05", "modifier": "before"}, {"value": "2026-01-02"}, "within_bound"),
        ({"value": "2026-01-05", "modifier": "before"}, {"value": "2026-01-10"}, "exclusive"),
    ],
)  # fmt: skip
def test_compare(left, right, outcome):
    axis = date.compare(DateValue.model_validate(left), DateValue.model_validate(right), ANY)
    assert axis.outcome.replace("wider", "within_bound") == outcome, axis


def test_a_night_belongs_to_the_day_it_begins_on():
    (night,) = find("Saturday night", "date", Context("en", TUESDAY))
    assert date.compare(night.value, DateValue(value="2026-01-03"), ANY).outcome == "narrower"
    assert date.compare(night.value, DateValue(value="2026-01-04"), ANY).outcome == "near"


def test_a_difference_names_its_gap_its_fields_and_its_slips():
    axis = date.compare(DateValue(value="2025-12-05"), DateValue(value="2026-01-05/2026-01-06"), ANY)
    assert axis.outcome == "exclusive"
    assert (axis.details["gap_days"], axis.details["slips"]) == (31, ("month_slip",))
    assert axis.details["differs"] == ("year", "month")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday two weeks ago", "2025-12-22"),
        ("in March a year ago", "2025-03"),
        ("between 3 and 12 of September 2025", "2025-09-03–2025-09-12"),
        ("Labor Day weekend 2025", "2025-08-30–2025-09-01"),
        ("Halloween weekend 2021", "2021-10-30–2021-10-31"),
        ("Good Friday weekend 2026", "2026-04-03–2026-04-05"),
        ("the week of Monday", "2026-01-05–2026-01-11"),
    ],
)
def test_stretches_that_two_words_tell_together(text, expected):
    assert shown(text, "en") == [expected]
