"""Forms that news text prints beside those of a calendar: what is read of them, and what is left alone."""

from datetime import datetime

import pytest

from reconcile.model import Anchor
from reconcile.values import Context, find, show

TUESDAY = Anchor(day=datetime(2025, 10, 28))


def shown(text: str, language: str = "en") -> list[str]:
    """The dates in running text, in neutral words."""
    return [show(found.value) for found in find(text, "date", Context(language, TUESDAY))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("down from $1.40 billion last year", ["2024"]),
        ("sales of 23 million last year", ["2024"]),
        ("the third-quarter 2018 sales", ["2018-07–2018-09"]),
        ("$129 million in the prior year", ["2024"]),
        ("in the latest week", ["2025-10-20–2025-10-26"]),
        ("including a 2012 presidential candidate", ["2012"]),
        ("after elections in 1992, 1997 and 2001.", ["1992", "1997", "2001"]),
        ("in 1988 and 1989 it lost", ["1988", "1989"]),
        ("between 1988 and 1990", ["1988–1990"]),
        ("a boycott of the March vote", ["2025-03"]),
        ("they began to march on the capital", []),
        ("the march of the workers", []),
        ("it may fall", []),
        ("injured over the weekend, he said", ["2025-10-25–2025-10-26"]),
        ("done by the end of the weekend", ["on or before 2025-11-01–2025-11-02"]),
        ("at 6:50 p.m. on January 14", ["2026-01-14 18:50"]),
        ("in '89 he left", ["1989"]),
        ("the band of '20 people'", []),
        ("by year-end it will", ["on or before 2025-10–2025-12"]),
        ("since Jan. 1, prices", ["since 2025-01-01"]),
        ("since December it has", ["since 2024-12"]),
    ],
)
def test_english_news(text, expected):
    assert shown(text) == expected


def test_one_day_in_two_calendars_and_digits_is_one_date():
    assert shown('יום שלישי 05.02.2013 / כ״ה שבט התשע"ג', "he") == ["2013-02-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it swung to a third-quarter profit", ["2025-07–2025-09"]),
        ("it ended the 1992 fiscal year in the black", ["1992"]),
        ("Sales in April and May were flat", ["2025-04", "2025-05"]),
        ("a third of the quarter", []),
    ],
)
def test_more_of_english_news(text, expected):
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("اليوم الأخير من شهر عشرة سنة 2015", "2015-10-31"), ("ثالث يوم من شهر عشرة", "2025-10-03")],
)
def test_months_that_are_counted_in_arabic_speech(text, expected):
    assert shown(text, "ar") == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "between January 2019 and now", ["2019-01-01–2025-10-28"]),
        ("en", "from 2015 until now", ["2015-01-01 to 2025-10-28"]),
        ("he", "מ-2015 עד עתה", ["2015-01-01 to 2025-10-28"]),
        ("ar", "من 2015 إلى الآن", ["2015-01-01 to 2025-10-28"]),
        ("en", "He is now Monday's man, and now they talk", ["2025-10-27"]),
    ],
)
def test_the_present_is_only_the_end_of_a_stretch(language, text, expected):
    assert shown(text, language) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the budget for FY18", ["2018"]),
        ("sales year-to-date", ["2025"]),
        ("three days from Tuesday", ["2025-11-07"]),
        ("this working week", ["2025-10-27–2025-11-02"]),
        ("a church of St Patrick", []),
        ("St Patrick 2024", ["2024-03-17"]),
    ],
)
def test_years_in_codes_and_other_stretches(text, expected):
    assert shown(text) == expected
