"""Words that count from another day of the text than the article's own."""

from datetime import datetime

import pytest

from reconcile.model import Anchor
from reconcile.values import Context, find

THURSDAY = Anchor(day=datetime(2026, 1, 8))


def read(text: str, language: str = "en") -> list[tuple[str, str | None, str | None]]:
    """The dates of a text: words, first day, kind of the anchor."""
    found = find(text, "date", Context(language, THURSDAY))
    return [
        (
            text[f.start : f.end],
            f.value.start and f.value.start.date().isoformat(),
            f.value.anchor and f.value.anchor.kind,
        )
        for f in found
    ]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "They met on 5 January 2026. The next day they signed.", "The next day"),
        ("he", "הם נפגשו ב-5 בינואר 2026. למחרת חתמו.", "למחרת"),
        ("ar", "التقوا في 5 يناير 2026 وفي اليوم التالي وقعوا.", "اليوم التالي"),
    ],
)
def test_the_next_day_follows_the_day_told_last(language, text, words):
    assert read(text, language)[1] == (words, "2026-01-06", "explicit")


def test_a_year_earlier_keeps_the_unit_that_was_told():
    (_, earlier) = find(
        "In the third quarter of 2025 it earned 5, up from 4 a year earlier.", "date", Context("en")
    )
    assert (earlier.value.start, earlier.value.end) == (datetime(2024, 7, 1), datetime(2024, 10, 1))


def test_the_next_day_does_not_count_from_a_month():
    assert read("In March 2025 they met. The next day they signed.")[1] == ("The next day", None, None)


def test_what_was_told_far_away_is_not_counted_from():
    assert (
        read("They met on 5 January 2026." + " They talked." * 60 + " The next day they left.")[1][1] is None
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'He said on Sunday: "We will sign tomorrow."'),
        ("en", '"We will sign tomorrow", he said on Sunday.'),
        ("he", 'ביום ראשון אמר: "מחר נחתום".'),
        ("ar", 'قال يوم الأحد: "سنوقع غدا".'),
    ],
)
def test_a_quotation_counts_from_the_day_on_which_it_was_said(language, text):
    quoted = [one for one in read(text, language) if one[2] == "statement"]
    assert [(start, kind) for _, start, kind in quoted] == [("2026-01-05", "statement")]


def test_outside_the_quotation_the_article_counts():
    assert read('He said on Sunday: "We will sign." They met today.')[-1] == (
        "today",
        "2026-01-08",
        "publication",
    )


def test_an_odd_quotation_mark_makes_no_quotation():
    assert read('He said on Sunday: "We will sign tomorrow.')[-1][2] == "publication"


def test_the_day_after_a_feast():
    (found,) = find("the day after Thanksgiving", "date", Context("en", Anchor(day=datetime(2025, 12, 1))))
    assert found.value.start == datetime(2025, 11, 28)
