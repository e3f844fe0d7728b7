"""Whole strings: what a text that is nothing but a date means, where running text would not be sure."""

from datetime import datetime

import pytest

from reconcile.model import Anchor
from reconcile.values import Context
from reconcile.values.date import date

TUESDAY = Anchor(day=datetime(2026, 1, 6))


def read(text: str, language: str, prefer: str = "news") -> str:
    """The first day of a date, the one after it, and its grain."""
    value = date.parse(text, Context(language, TUESDAY, prefer))
    return f"{str(value.start)[:10]} {str(value.end)[:10]} {value.grain}" if value else "unread"


def hours(text: str, language: str) -> tuple[str, str]:
    """Where a time of the day begins and ends."""
    value = date.parse(text, Context(language, TUESDAY))
    return str(value.start)[:16], str(value.end)[:16]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the week", "2026-01-05 2026-01-12 week"),
        ("en", "the same month", "2026-01-01 2026-02-01 month"),
        ("en", "at the moment", "2026-01-06 2026-01-07 day"),
        ("ar", "الأسبوع", "2026-01-05 2026-01-12 week"),
        ("ar", "في الوقت الحالي", "2026-01-06 2026-01-07 day"),
        ("he", "השבוע", "2026-01-05 2026-01-12 week"),
        ("he", "כרגע", "2026-01-06 2026-01-07 day"),
    ],
)
def test_a_unit_alone_and_the_present_are_those_of_the_article(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize("text", ["He spent the week there.", "in the same month", "at the moment he left"])
def test_in_running_text_they_are_no_dates(text):
    assert date.find(text, Context("en", TUESDAY)) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "three days after 12 January"),
        ("ar", "بعد ثلاثة أيام من 12 يناير"),
        ("he", "שלושה ימים אחרי 12 בינואר"),
    ],
)
@pytest.mark.parametrize("prefer", ["past", "future"])
def test_the_day_that_is_counted_from_is_the_nearest_one(language, text, prefer):
    assert read(text, language, prefer) == "2026-01-15 2026-01-16 day"


def test_an_event_that_is_no_date_is_not_counted_from():
    assert date.find("قبل يومين من الانتخابات", Context("ar", TUESDAY)) == ()


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "EOM", "2026-01-21 2026-02-01 month"),
        ("en", "earlier last week", "2025-12-29 2026-01-01 week"),
        ("en", "later next month", "2026-02-21 2026-03-01 month"),
        ("en", "earlier in the month", "2026-01-01 2026-01-06 month"),
        ("en", "H2 2024", "2024-07-01 2025-01-01 half"),
        ("en", "week 21 of 2016", "2016-05-23 2016-05-30 week"),
        ("ar", "الأسبوع 21 من عام 2016", "2016-05-23 2016-05-30 week"),
        ("he", "שבוע 21 של 2016", "2016-05-23 2016-05-30 week"),
        ("en", "this past Monday", "2026-01-05 2026-01-06 day"),
        ("en", "Monday week", "2026-01-19 2026-01-20 day"),
        ("en", "Tues. 21st", "2025-10-21 2025-10-22 day"),
        ("en", "September '17", "2017-09-01 2017-10-01 month"),
        ("en", "15/Feb/13", "2013-02-15 2013-02-16 day"),
        ("en", "5/7, 2020", "2020-05-07 2020-05-08 day"),
    ],
)
def test_shorter_ways_to_write_a_date(language, text, expected):
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "27 December to the 3rd", "2025-12-27 2026-01-04"),
        ("en", "from April 27 to the third", "2026-04-27 2026-05-04"),
        ("ar", "من 27 أبريل إلى الثالث", "2026-04-27 2026-05-04"),
        ("he", "מ-27 באפריל עד ה-3", "2026-04-27 2026-05-04"),
        ("en", "from the 3rd to the 5th", "2026-01-03 2026-01-06"),
    ],
)
def test_a_day_that_ends_a_range_lies_in_the_month_of_the_first_or_the_next_one(language, text, days):
    assert read(text, language) == f"{days} day"


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "9h30 - 11h", "2026-01-06 09:30", "2026-01-06 11:01"),
        ("en", "the 17th from 2pm to 4pm", "2025-12-17 14:00", "2025-12-17 17:00"),
        ("en", "tomorrow am", "2026-01-07 00:00", "2026-01-07 12:00"),
        ("en", "by the end of the day", "2026-01-06 18:00", "2026-01-07 00:00"),
        ("ar", "بحلول نهاية اليوم", "2026-01-06 18:00", "2026-01-07 00:00"),
        ("he", "סוף היום", "2026-01-06 18:00", "2026-01-07 00:00"),
    ],
)
def test_times_of_the_day(language, text, first, last):
    assert hours(text, language) == (first, last)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A man in his 20s was arrested."),
        ("en", "a suspect in her early forties"),
        ("ar", "رجل في الستينيات من عمره"),
        ("ar", "امرأة في الثلاثينيات"),
        ("he", "גבר בשנות ה-60 לחייו נעצר"),
        ("he", "חשוד (שנות ה-30, תושב העיר) נעצר"),
        ("en", "just weeks before the latest round"),
    ],
)
def test_somebodys_age_is_no_decade_and_some_weeks_are_no_date(language, text):
    assert date.find(text, Context(language, TUESDAY)) == ()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "in the 1930s and the forties", ["the 1930s", "the forties"]),
        ("ar", "في الثمانينيات", ["الثمانينيات"]),
        ("he", "בשנות ה-80 נבנה הגשר", ["בשנות ה-80"]),
        ("en", "They met on March 3 and 8 in the north.", ["March 3"]),
        ("ar", "أجل الى يوم 14-6 بعد الجلسة", ["14-6"]),
    ],
)
def test_what_is_a_date_beside_them(language, text, words):
    found = date.find(text, Context(language, TUESDAY))
    assert [item.value.raw for item in found] == words


def test_who_expects_to_do_it_has_it_ahead():
    (found,) = date.find("They are expecting to vote on Saturday.", Context("en", TUESDAY))
    assert str(found.value.start)[:10] == "2026-01-10"


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "the rest of the week", "2026-01-06 2026-01-12 week"),
        ("ar", "بقية الأسبوع", "2026-01-06 2026-01-12 week"),
        ("he", "שאר השבוע", "2026-01-06 2026-01-12 week"),
        ("en", "this coming weekend", "2026-01-10 2026-01-12 weekend"),
        ("en", "the last two weekends", "2025-12-27 2026-01-05 weekend"),
        ("en", "Q1 to Q3 2014", "2014-01-01 2014-10-01 quarter"),
        ("ar", "من الربع الأول إلى الربع الثالث من 2014", "2014-01-01 2014-10-01 quarter"),
        ("he", "מהרבעון הראשון עד הרבעון השלישי של 2014", "2014-01-01 2014-10-01 quarter"),
        ("en", "from now until Friday", "2026-01-06 2026-01-10 day"),
        ("ar", "من الآن حتى الجمعة", "2026-01-06 2026-01-10 day"),
        ("en", "the entire year 2014", "2014-01-01 2015-01-01 year"),
    ],
)
def test_stretches(language, text, days):
    assert read(text, language) == days


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "this afternoon from 2 to 3", "2026-01-06 14:00", "2026-01-06 16:00"),
        ("en", "from 9:30 to 11 on Thursday", "2026-01-08 09:30", "2026-01-08 11:01"),
        ("en", "from 10:30 to 3 on 8 January", "2026-01-08 10:30", "2026-01-08 15:01"),
        ("ar", "بين الثالثة والخامسة مساء", "2026-01-06 15:00", "2026-01-06 18:00"),
    ],
)
def test_hours_of_which_one_is_short(language, text, first, last):
    value = date.parse(text, Context(language, Anchor(day=datetime(2026, 1, 6)), "future"))
    assert (str(value.start)[:16], str(value.end)[:16]) == (first, last)


@pytest.mark.parametrize(
    ("language", "text"), [("en", "since Tuesday"), ("ar", "منذ الثلاثاء"), ("he", "מאז יום שלישי")]
)
def test_what_began_is_past_whatever_is_preferred(language, text):
    value = date.parse(text, Context(language, TUESDAY, "future"))
    assert str(value.start)[:10] == "2025-12-30"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "in the second half of next month"),
        ("ar", "في النصف الثاني من الشهر المقبل"),
        ("he", "במחצית השנייה של החודש הבא"),
    ],
)
def test_a_half_of_a_month_that_is_counted_to(language, text):
    assert read(text, language) == "2026-02-16 2026-03-01 month"


def test_what_lasts_some_months_is_not_the_last_months():
    assert date.find("The truce will initially last 10 months.", Context("en", TUESDAY)) == ()
    (found,) = date.find("Sales fell in the last 10 months.", Context("en", TUESDAY))
    assert found.value.raw == "the last 10 months"


def test_the_end_of_the_sabbath_is_that_day():
    assert read("במוצאי השבת", "he") == "2026-01-03 2026-01-04 day"


@pytest.mark.parametrize(
    ("language", "text", "last"),
    [
        ("en", "within two weeks", "2026-01-20"),
        ("ar", "خلال أسبوعين", "2026-01-20"),
        ("he", "תוך שבועיים", "2026-01-20"),
        ("en", "within 48 hours", "2026-01-08"),
        ("ar", "في غضون 48 ساعة", "2026-01-08"),
        ("he", "בתוך 48 שעות", "2026-01-08"),
    ],
)
def test_within_a_length_is_somewhere_between_now_and_its_end(language, text, last):
    value = date.parse(text, Context(language, TUESDAY))
    assert (str(value.start)[:10], str(value.end)[:10], value.extent) == ("2026-01-06", last, "within")


@pytest.mark.parametrize("text", ["within 48 hours of the attack", "it ended within two weeks"])
def test_in_running_text_such_a_length_is_no_date(text):
    assert date.find(text, Context("en", TUESDAY)) == ()


def test_hours_behind_within_are_no_clock():
    assert date.parse("within 2h", Context("en", TUESDAY)) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was held in February last year."),
        ("en", "Last year in February he was held."),
        ("ar", "اعتقل في فبراير من العام الماضي"),
        ("ar", "اعتقل العام الماضي في فبراير"),
        ("he", "הוא נעצר בפברואר בשנה שעברה"),
        ("he", "בשנה שעברה בפברואר הוא נעצר"),
    ],
)
def test_a_month_of_another_year_is_not_the_last_such_month(language, text):
    (found,) = date.find(text, Context(language, Anchor(day=datetime(2026, 11, 3))))
    assert str(found.value.start)[:7] == "2025-02"


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "the summer of last year", "2025-06-01 2025-09-01 season"),
        ("ar", "صيف العام الماضي", "2025-06-01 2025-09-01 season"),
        ("he", "קיץ של השנה שעברה", "2025-06-01 2025-09-01 season"),
        ("en", "this year's Christmas", "2026-12-25 2026-12-26 day"),
        ("en", "year-end 2015", "2015-10-01 2016-01-01 year"),
        ("en", "sometime next week", "2026-01-12 2026-01-19 week"),
        ("ar", "في وقت ما الأسبوع المقبل", "2026-01-12 2026-01-19 week"),
        ("he", "מתישהו בשבוע הבא", "2026-01-12 2026-01-19 week"),
    ],
)
def test_seasons_and_feasts_of_another_year(language, text, days):
    assert read(text, language) == days


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "It opens in two weeks' time.", "2026-01-20"),
        ("en", "in the days following 7 October they left", "2025-10-07"),
        ("he", "הדיון ייערך ב-15 לחודש", "2026-01-15"),
        ("he", "נחתם בשבוע הראשון של ינואר", "2025-12-29"),
        ("he", "לעומת אשתקד", "2025-01-01"),
        ("ar", "وقع في الأسبوع الأول من يناير", "2025-12-29"),
    ],
)
def test_days_that_small_words_lead_to(language, text, day):
    (found,) = date.find(text, Context(language, TUESDAY))
    assert str(found.value.start)[:10] == day


def test_what_costs_so_much_a_month_is_no_day():
    assert date.find("הוא משלם 30 לחודש", Context("he", TUESDAY)) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He left in July. In 2013 he came."),
        ("ar", "سافر في يوليو. في عام 2013 عاد"),
        ("he", "עזב ביולי. ב-2013 חזר"),
    ],
)
def test_a_year_of_the_next_sentence_is_not_that_of_the_month(language, text):
    assert not [found for found in date.find(text, Context(language, TUESDAY)) if "." in found.value.raw]


def test_a_full_stop_ends_a_short_month_too():
    assert read("Jul. 2013", "en") == "2013-07-01 2013-08-01 month"
