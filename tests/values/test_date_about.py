"""How wide "about" is beside a date: one more of its unit on either side, half of ten beside a round year."""

from datetime import datetime

import pytest

from reconcile.model import Anchor, Schema
from reconcile.values import Context, compare
from reconcile.values.date import date


def outcome(one: str, other: str, language: str = "en") -> str:
    """How two phrases meet."""
    left, right = (date.parse(text, Context(language)) for text in (one, other))
    return compare(left, right, Schema(pattern="*")).outcome


@pytest.mark.parametrize(
    ("about", "inside", "outside"),
    [
        ("about 1970", "1975", "1976"),
        ("about 1970", "1965", "1964"),
        ("about 1977", "1978", "1979"),
        ("about 1977", "1976", "1975"),
        ("about March 2020", "April 2020", "May 2020"),
    ],
)
def test_the_width_of_about(about, inside, outside):
    assert (outcome(about, inside), outcome(about, outside)) == ("approximate", "exclusive")


def test_a_round_year_that_is_stated_plainly_has_no_width():
    assert outcome("1970", "1971") == "exclusive"


@pytest.mark.parametrize(
    ("language", "about"),
    [("ar", "حوالي عام 1970"), ("ar", "نحو عام 1970"), ("he", "סביבות 1970"), ("he", "כ-1970")],
)
def test_about_in_arabic_and_hebrew(language, about):
    assert (outcome(about, "1974", language), outcome(about, "1977", language)) == (
        "approximate",
        "exclusive",
    )


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("4/6/2025", ["order"]),
        ("Tuesday 6 January 2025", ["weekday"]),
        ("5 July", ["year"]),
        ("tonight", ["night"]),
        ("5 January 2026", []),
    ],
)
def test_another_reading_names_what_it_reads_in_another_way(text, reasons):
    value = date.parse(text, Context("en", Anchor(day=datetime(2026, 1, 8))))
    assert [reason for other in value.alternatives for reason in other.inferred] == reasons


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "two years ago", "about 2024"),
        ("en", "three months ago", "about 2025-10"),
        ("ar", "قبل ثلاثة أشهر", "about 2025-10"),
        ("he", "לפני שנתיים", "about 2024"),
        ("en", "two weeks ago", "about 2025-12-25"),
        ("en", "three days ago", "2026-01-05"),
    ],
)
def test_what_is_counted_back_in_months_or_years_names_one_of_them(language, text, shown):
    assert date.show(date.parse(text, Context(language, Anchor(day=datetime(2026, 1, 8))))) == shown


def test_what_is_counted_back_admits_its_neighbours():
    ago = date.parse("three months ago", Context("en", Anchor(day=datetime(2026, 1, 8))))
    near, far = (date.parse(text, Context("en")) for text in ("25 September 2025", "25 August 2025"))
    outcomes = [compare(ago, other, Schema(pattern="*")).outcome for other in (near, far)]
    assert outcomes == ["approximate", "exclusive"]
