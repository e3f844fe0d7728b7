"""The dateline of a report is the day that its words count from."""

from datetime import datetime

import pytest

from reconcile.model import Anchor
from reconcile.values import Context, find

WEDNESDAY = Anchor(day=datetime(2026, 1, 7))


def days(text: str, language: str, anchor: Anchor | None = WEDNESDAY) -> list[str]:
    """The first days of the dates of a text."""
    return [str(f.value.start)[:10] for f in find(text, "date", Context(language, anchor))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "TALLINN, Jan 5 (Agency) - The sides meet today."),
        ("en", "TALLINN, Estonia, Jan. 5 — The sides meet today."),
        ("en", "A headline\nTALLINN, January 5, 2026 (Agency) -- The sides meet today."),
        ("ar", "عمان، 5 كانون الثاني - يجتمع الطرفان اليوم."),
        ("ar", "عمان – 5 يناير (وكالة) – يجتمع الطرفان اليوم."),
        ("he", "טאלין, 5 בינואר - הצדדים נפגשים היום."),
        ("he", "טאלין, 5 בינואר (סוכנות) – הצדדים נפגשים היום."),
    ],
)
def test_today_is_the_day_of_the_dateline(language, text):
    assert days(text, language) == ["2026-01-05", "2026-01-05"]


def test_a_weekday_counts_from_the_dateline_too():
    assert days("TALLINN, Jan 5 (Agency) - They met on Tuesday.", "en")[1] == "2025-12-30"


def test_the_anchor_names_the_dateline():
    found = find("TALLINN, Jan 5 (Agency) - They meet today.", "date", Context("en", WEDNESDAY))[1]
    anchor = found.value.anchor
    assert (anchor.day, anchor.kind, anchor.reason) == (
        datetime(2026, 1, 5),
        "explicit",
        "counted from 'Jan 5'",
    )


def test_a_dateline_with_its_year_anchors_an_article_without_a_date():
    assert days("TALLINN, 5 January 2026 (Agency) - They meet today.", "en", None) == ["2026-01-05"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "TALLINN, Jan 7 (Agency) - The sides meet today.",
        "TALLINN, Nov 5 (Agency) - The sides meet today.",
        "They met in Tallinn on Jan 5 and talk today.",
        "After the raid of last week, Jan 5 is quiet, and the sides meet today.",
        "A vigil in Tallinn, Jan 5 - where many came. The sides meet today.",
        "Ann Example, Jan 5 - 10:30\nThe sides meet today.",
        "Tallinn Old Town, Jan 5 - A. Example\nThe sides meet today.",
    ],
)
def test_what_is_no_older_dateline_changes_nothing(text):
    assert days(text, "en")[-1] == "2026-01-07"
