"""From which day the words of an article count, and what is said when no day can be told."""

from datetime import datetime

import pytest

from reconcile.model import Article, Claim, Schema
from reconcile.readers import complete
from reconcile.stories import place
from reconcile.stories._anchors import Words, infer

DATE = (Schema(pattern="*.date", kind="date"),)
JANUARY = [datetime(2026, 1, 6), datetime(2026, 1, 7)]


def say(article, value, attribute="talks.date", published=None, **keys):
    about = {"id": article, "language": "en", "published": published} if isinstance(article, str) else article
    return Claim.model_validate({"article": about, "attribute": attribute, "value": value, **keys})


def days(claims, articles=()):
    placed = place(articles, claims, DATE)
    return {claim.article.id: claim.value for claim in placed.claims}


def test_words_of_a_dated_article_count_from_its_day():
    value = days([say("a", "yesterday", published="2026-01-06")])["a"]
    assert (value.start, value.anchor.kind, value.anchor.inferred) == (
        datetime(2026, 1, 5),
        "publication",
        False,
    )


def test_a_year_is_taken_from_the_publication():
    assert days([say("a", "5 December", published="2026-01-07")])["a"].start == datetime(2025, 12, 5)


@pytest.mark.parametrize(
    ("words", "language"), [("yesterday, Monday", "en"), ("أمس الاثنين", "ar"), ("אתמול, יום שני", "he")]
)
def test_an_undated_article_takes_the_one_day_that_fits_its_weekday(words, language):
    undated = {"id": "b", "language": language}
    placed = place([], [say("a", "2026-01-05", published="2026-01-07"), say(undated, words)], DATE)
    value = next(claim.value for claim in placed.claims if claim.article.id == "b")
    assert (value.start, value.anchor.kind, value.anchor.inferred) == (datetime(2026, 1, 5), "story", True)
    assert [item.where for item in placed.warnings] == ["b"]
    assert "2026-01-06" in placed.warnings[0].reason


def test_words_elsewhere_on_the_page_tell_the_day():
    page = complete(
        Article(
            id="b", language="en", text="Talks end\n\nThe office said today, Tuesday, that talks went on."
        )
    )
    value = days([say("a", "2026-01-05", published="2026-01-07"), say(page, "yesterday")], [page])["b"]
    assert value.start == datetime(2026, 1, 5)


def test_words_in_a_teaser_tell_nothing():
    text = "Talks end\n\nThe office said that talks went on yesterday.\n\nRelated articles\n\nToday, Thursday: the harbour"
    page = complete(Article(id="b", language="en", text=text))
    value = days([say("a", "2026-01-05", published="2026-01-07"), say(page, "yesterday")], [page])["b"]
    assert value.start is None


def test_without_a_weekday_a_date_stays_unresolved_and_says_why():
    placed = place([], [say("a", "2026-01-05", published="2026-01-07"), say("b", "yesterday")], DATE)
    value = next(claim.value for claim in placed.claims if claim.article.id == "b")
    assert value.start is None
    assert value.unresolved == "its words name no weekday that tells which of 7 days it is of"
    assert "stay unresolved" in placed.warnings[0].reason


def test_a_bare_weekday_does_not_tell_the_day():
    assert days([say("a", "2026-01-05", published="2026-01-07"), say("b", "on Monday")])["b"].start is None


def test_another_story_lends_no_day():
    claims = [
        say("a", "4-0", "match.score", published="2026-01-07"),
        say("b", "yesterday, Monday", "earthquake.date"),
    ]
    value = next(claim.value for claim in place([], claims, DATE).claims if claim.article.id == "b")
    assert (value.start, value.unresolved) == (None, "no article of its story is dated")


def test_no_article_is_dated():
    assert (
        days([say("a", "yesterday"), say("b", "today, Tuesday")])["b"].unresolved
        == "no article of its story is dated"
    )


def test_an_article_dated_by_month_only_is_no_day():
    assert days([say("a", "yesterday", published="2026-01")])["a"].start is None


def test_a_dated_statement_counts_from_its_own_day():
    told = [{"source": "the ministry", "said_at": "2026-01-02"}]
    value = days([say("a", "yesterday", published="2026-01-06", attribution=told)])["a"]
    assert (value.start, value.anchor.kind) == (datetime(2026, 1, 1), "statement")


def test_an_undated_statement_counts_from_the_day_of_the_article():
    told = [{"source": "the ministry"}]
    assert days([say("a", "today", published="2026-01-06", attribution=told)])["a"].start == datetime(
        2026, 1, 6
    )


# ---------------------------------------------------------------- the inference itself


@pytest.mark.parametrize(
    ("relative", "stated", "day"),
    [
        (["today, Tuesday"], [], 6),
        (["yesterday, Monday"], [], 6),
        (["today, Tuesday", "yesterday, Monday"], [], 6),
        (["today, Tuesday"], [datetime(2026, 1, 9)], 6),
    ],
)
def test_one_day_fits(relative, stated, day):
    anchor, reason = infer(Words(tuple(relative), tuple(stated), "en"), JANUARY)
    assert anchor.day == datetime(2026, 1, day)
    assert relative[0] in reason


@pytest.mark.parametrize(
    ("relative", "stated", "reason"),
    [
        ([], [datetime(2026, 1, 6)], "name no weekday"),
        (["today"], [], "name no weekday"),
        (["on Tuesday"], [], "name no weekday"),
        (["today, Tuesday", "yesterday, Friday"], [], "no day within three days"),
    ],
)
def test_no_day_or_more_than_one(relative, stated, reason):
    anchor, told = infer(Words(tuple(relative), tuple(stated), "en"), JANUARY)
    assert anchor is None
    assert reason in told


LONG = [datetime(2026, 1, 6), datetime(2026, 1, 14)]


def test_two_weeks_leave_two_tuesdays():
    assert infer(Words(("today, Tuesday",), (), "en"), LONG) == (
        None, "2 days within three days of its story fit its weekday words")  # fmt: skip


def test_a_stated_day_rules_out_the_days_before_it():
    anchor, _ = infer(Words(("today, Tuesday",), (datetime(2026, 1, 9),), "en"), LONG)
    assert anchor.day == datetime(2026, 1, 13)


def test_a_day_under_dispute_rules_out_nothing():
    day = datetime(2026, 1, 9)
    assert infer(Words(("today, Tuesday",), (day,), "en"), LONG, [day])[0] is None


# ---------------------------------------------------------------- nobody is dated


@pytest.mark.parametrize(
    ("saturday", "today"), [("Saturday", "today"), ("يوم السبت", "اليوم"), ("ביום שבת", "היום")]
)
def test_what_happened_today_happened_on_the_weekday_that_the_others_name(saturday, today):
    language = {"Saturday": "en", "يوم السبت": "ar", "ביום שבת": "he"}[saturday]
    told = days(
        [
            say({"id": name, "language": language}, word)
            for name, word in zip("abc", (saturday, saturday, today), strict=False)
        ]
    )
    assert [(one.weekday, one.inferred) for one in (told["a"], told["c"])] == [(5, ()), (5, ("weekday",))]


@pytest.mark.parametrize(
    "told",
    [
        ["Saturday", "Friday", "today"],
        ["Saturday", "Saturday", "yesterday"],
        ["Saturday", "Saturday", "this morning"],
    ],
)
def test_two_weekdays_or_another_day_than_today_tell_nothing(told):
    assert days([say(name, word) for name, word in zip("abc", told, strict=False)])["c"].weekday is None
