"""The publication time is what the page says of itself, or unknown: never a default, never a guess."""

import pytest

from reconcile.model import Article
from reconcile.readers import complete, read

BODY = (
    "\n\nThe two delegations met in Portville on 2 January 2026, officials said.\n\nThey will meet again.\n"
)
GUF = "\n\nשתי המשלחות נפגשו בעיר הנמל ב-2 בינואר 2026, מסרו גורמים רשמיים.\n"
NASS = "\n\nاجتمع الوفدان في مدينة الميناء في 2 يناير 2026، بحسب مسؤولين.\n"


def stated(head, body=BODY):
    article = complete(Article(id="a", text=head + body))
    when = article.published.isoformat(timespec="minutes") if article.published else None
    return when, article.published_precision, article.published_zone


@pytest.mark.parametrize(
    ("head", "body", "when", "precision", "zone"),
    [
        ("Talks end\n\nPublished 6 January 2026", BODY, "2026-01-06T00:00", "day", None),
        ("Talks end\n\nPublished: Jan 6, 2026 10:30 PM GMT", BODY, "2026-01-06T22:30", "minute", "+00:00"),
        ("Talks end\n\nAnn Example | 6 January 2026 | 3 min read", BODY, "2026-01-06T00:00", "day", None),
        ("Talks end\n\nTuesday, 6 January 2026", BODY, "2026-01-06T00:00", "day", None),
        ("תום השיחות\n\nדנה לדוגמה | 6 בינואר 2026 | חדשות", GUF, "2026-01-06T00:00", "day", None),
        ("תום השיחות בין הצדדים\n\nפורסם: 06.01.26, 22:30", GUF, "2026-01-06T22:30", "minute", None),
        ("انتهاء المحادثات بين الوفدين\n\nنشر في: 6 يناير, 2026: 10:30 م", NASS, "2026-01-06T22:30", "minute", None),
        ("انتهاء المحادثات بين الوفدين\n\nتاريخ النشر: 06/01/2026 | 10:27 GMT", NASS, "2026-01-06T10:27", "minute", "+00:00"),
        ("انتهاء المحادثات بين الوفدين\n\nنُشر: 22:30-6 يناير 2026 م ـ 17 رَجب 1447 هـ", NASS, "2026-01-06T22:30", "minute", None),
    ],
)  # fmt: skip
def test_a_line_that_states_it(head, body, when, precision, zone):
    assert stated(head, body) == (when, precision, zone)


@pytest.mark.parametrize(
    "head",
    [
        "Talks end",
        "Talks end\n\nPublished 6 January",
        "Talks end\n\nPublished January 2026",
        "Talks end\n\nPublished 01/02/2026",
        "Talks end\n\n44 minutes ago",
        "Talks end\n\nUpdated 6 January 2026",
        "Talks end\n\nPublished 6 January 2026\nPublished 7 January 2026",
        "15 C\nPortville\n6 January 2026\n\nTalks end in Portville",
    ],
)
def test_what_does_not_say_when_the_page_was_published(head):
    assert stated(head) == (None, None, None)


def test_a_date_of_the_body_is_not_the_publication():
    assert stated("Talks end on a good note", "\n\nThey met on 2 January 2026.\n\nPublished reports of 3 January 2026 deny it.") == (
        None, None, None)  # fmt: skip


def test_a_date_of_a_teaser_is_not_the_publication():
    tail = "\n\nRelated articles\n\nHarbour closes\n\nPublished 1 March 2025\n"
    assert stated("Talks end on a good note", BODY + tail) == (None, None, None)


def test_a_word_outranks_a_place():
    assert (
        stated("Talks end\n\nAnn Example | 7 January 2026\nPublished 6 January 2026")[0] == "2026-01-06T00:00"
    )


def test_the_finest_time_of_the_day_is_taken():
    assert stated("Talks end\n\nPublished 6 January 2026\n6 January 2026 22:30")[1] == "minute"


def test_a_date_that_the_crawler_wrote_counts_when_the_page_states_none():
    assert stated(" date 2026-01-06 Talks end in Portville")[0] == "2026-01-06T00:00"
    assert (
        stated(" date 2026-01-08 Talks end in Portville\n\nPublished 6 January 2026")[0] == "2026-01-06T00:00"
    )


def test_an_update_is_kept_apart():
    text = "Talks end\n\nPublished 6 January 2026, updated 7 January 2026 09:15" + BODY
    article = complete(Article(id="a", text=text))
    assert (article.published.day, article.modified.day, article.published_source) == (6, 7, "byline")


def test_a_page_that_tells_only_its_update_is_said_to_do_so(tmp_path):
    (tmp_path / "one.txt").write_text("Talks end\n\nUpdated 6 January 2026" + BODY)
    assert [item.reason for item in read(tmp_path).warnings] == [
        "no publication date on the page (only that it was updated on 2026-01-06)"
    ]


def test_the_headline_is_the_title():
    assert (
        complete(Article(id="a", text="Talks  end\n\nPublished 6 January 2026" + BODY)).title == "Talks end"
    )
