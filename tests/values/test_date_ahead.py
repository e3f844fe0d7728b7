"""What its clause says of a weekday: that it is to come, or that it is past."""

from datetime import datetime

import pytest

from reconcile.model import Anchor
from reconcile.values import Context, find

SATURDAY = Anchor(day=datetime(2026, 1, 10))
COMING, LAST = "2026-01-12", "2026-01-05"


def monday(text: str, language: str = "en") -> str:
    """The day that the last date of a text is."""
    return find(text, "date", Context(language, SATURDAY))[-1].value.start.date().isoformat()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sides will meet in Oslo on Monday."),
        ("en", "She is expected to appear in court on Monday."),
        ("en", "The session, scheduled for Monday, is closed."),
        ("en", "On Monday, the council will vote."),
        ("ar", "ومن المقرر أن يلتقي الوفدان يوم الاثنين."),
        ("ar", "ستعقد الجلسة الاثنين في أوسلو."),
        ("he", "הצדדים צפויים להיפגש באוסלו ביום שני."),
        ("he", "הוועדה תתכנס ביום שני."),
        ("he", "הדיון, שצפוי היה להתקיים ביום שני, בוטל."),
        ("en", "The motion, to be voted on Monday, is short."),
        ("en", "The hearing was postponed to Monday."),
    ],
)
def test_a_clause_about_what_is_to_come_puts_its_weekday_ahead(language, text):
    assert monday(text, language) == COMING


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The sides met in Oslo on Monday."),
        ("en", "The sides will meet again, a minister said on Monday."),
        ("en", "The court will hear the man who was held on Monday."),
        ("en", "The talks will go on. They began on Monday."),
        ("en", "The council will debate Monday's vote."),
        ("ar", "ستعقد جلسة أخرى كما أعلنت الوزارة الاثنين."),
        ("he", "הצדדים צפויים להיפגש שוב, אמר השר ביום שני."),
    ],
)
def test_a_word_of_saying_or_of_the_past_between_them_takes_it_back(language, text):
    assert monday(text, language) == LAST


def test_the_day_of_the_article_itself_is_not_put_off_by_a_week():
    assert monday("They will meet on Saturday.") == "2026-01-10"


def test_the_week_is_still_named_as_inferred():
    (found,) = find("They will meet on Monday.", "date", Context("en", SATURDAY))
    assert found.value.inferred == ("week",)


def test_a_month_that_is_to_come_may_lie_in_the_next_year():
    (found,) = find("The bridge will open in June.", "date", Context("en", SATURDAY))
    assert found.value.start == datetime(2026, 6, 1)


def test_a_setting_that_is_not_news_is_kept():
    (found,) = find("They will meet on Monday.", "date", Context("en", SATURDAY, "past"))
    assert found.value.start == datetime(2026, 1, 5)
