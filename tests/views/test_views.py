from dataclasses import replace

import pytest

from reconcile.errors import UnknownNameError
from reconcile.model import Event
from reconcile.registry import discover
from reconcile.views import View, trace
from reconcile.views.card import card
from reconcile.views.explain import explain
from reconcile.views.matrix import matrix, tables
from tests.views.sample_report import ARTICLES, sample

TRACE = trace(sample())


def test_every_view_is_found_by_its_name():
    assert set(discover("views")) >= {"card", "explain", "matrix"}


@pytest.mark.parametrize(
    "view", [card(TRACE), matrix(TRACE), explain(TRACE, "3fa91c"), explain(TRACE, "f06")]
)
def test_a_view_has_both_forms_for_a_notebook(view: View):
    bundle = view._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert bundle["text/html"] == view._repr_html_() == view.html
    assert str(view) == repr(view) == view.text != ""


def test_the_card_shows_the_contradiction_and_counts_the_rest():
    shown = card(TRACE).html
    assert "ב-5 בדצמבר" in shown
    assert "3 more findings" in shown
    assert "נפצעו" not in shown


def test_the_card_shows_warnings_where_nothing_contradicts():
    report = replace(sample(), findings=sample().findings[1:])
    assert "Disagreement" in card(trace(report)).html


def test_the_matrix_has_a_column_for_every_article_of_the_event():
    (table,) = tables(TRACE)
    assert [page.id for page in table.pages] == ["en1", "ar1", "he1", "ar2"]
    assert {len(row.cells) for _, rows in table.groups for row in rows} == {4}


def test_a_story_of_many_articles_lists_outlets_instead():
    many = tuple(ARTICLES["he1"].model_copy(update={"id": f"m{n}"}) for n in range(20))
    event = Event(sample().events[0].id, "Many", tuple(article.id for article in (*ARTICLES.values(), *many)))
    report = replace(sample(), articles=(*sample().articles, *many), events=(event,))
    (table,) = tables(trace(report))
    assert table.pages == ()
    assert "Said by" in matrix(trace(report)).html


def test_explain_offers_the_nearest_id():
    with pytest.raises(
        UnknownNameError, match=r"no finding or fact named '77b0ab'\. Did you mean '77b0aa'\?"
    ):
        explain(TRACE, "77b0ab")


def test_a_fact_is_explained_by_its_voices_and_by_who_is_silent():
    told = explain(TRACE, "f07").text
    assert "עומר סלים" in told
    assert "– The Harbour Post: not said" in told


def test_a_cell_opens_only_where_its_words_are_not_the_value():
    shown = matrix(TRACE).html
    assert '<p class="quote" dir="rtl" lang="ar">داليا رين</p>' in shown
    assert '<p class="quote" dir="rtl" lang="he">דליה רן</p>' not in shown


def test_many_facts_are_folded_by_their_attribute(monkeypatch):
    monkeypatch.setattr("reconcile.views.matrix._ROWS", 5)
    made = tables(TRACE)
    assert [(table.title, table.told) for table in made][-2:] == [
        ("Talks · date, Harbour talks in Lindor", "2 facts, 2 disputed"),
        ("Talks · place, Harbour talks in Lindor", "1 fact")]  # fmt: skip
    assert matrix(TRACE).html.count('<details class="all">') == len(made) == 6


def test_rules_that_were_asked_stand_under_their_pair():
    lines = [
        "7 (כרם) against 9 (b): CONTRADICTS",
        "  a.b: 1 of 3 missed: corrected",
        "  c.d: fired",
        "and 2 more pairs",
    ]
    shown = explain(TRACE, "77b0aa", lines).html
    assert '<p class="asked">7 (<bdi>כרם</bdi>) against 9 (b): CONTRADICTS</p>\n<ul class="asked">' in shown
    assert '<code>a.b</code> <span class="muted">1 of 3 missed: corrected</span>' in shown
    assert "<code>c.d</code> <strong>fired</strong>" in shown
    assert '<p class="asked">and 2 more pairs</p>' in shown


def test_with_many_outlets_a_row_still_tells_who_says_otherwise_and_who_less_exactly(monkeypatch):
    monkeypatch.setattr("reconcile.views.matrix._COLUMNS", 2)
    shown = matrix(TRACE).html
    assert '<th scope="col">Said by</th>' in shown
    assert '<span class="bad">✗</span> otherwise: <bdi>' in shown
    assert '<span class="info">≈</span> less exactly: <bdi>' in shown
