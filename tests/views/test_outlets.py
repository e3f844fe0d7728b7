"""The views about outlets: agreement, sources, coverage."""

from dataclasses import replace

import pytest

from reconcile.views import trace
from reconcile.views.agreement import Pair, agreement, pairs
from reconcile.views.coverage import coverage, shares
from reconcile.views.sources import outlets, sources
from tests.views.sample_report import sample

TRACE = trace(sample())
PAIRS = {frozenset((pair.left, pair.right)): pair for pair in pairs(TRACE)}
SHARES = {share.outlet: share for share in shares(TRACE)}
OUTLETS = {one.name: one for one in outlets(TRACE)}


def test_two_outlets_meet_on_what_both_tell():
    pair = PAIRS[frozenset(("השער", "ar2"))]
    assert (pair.met, pair.agreed, pair.share) == (3, 2, 66)


def test_what_is_told_less_exactly_fits():
    pair = PAIRS[frozenset(("The Harbour Post", "ar2"))]
    assert (pair.met, pair.agreed) == (2, 2)


def test_every_two_outlets_have_a_cell_whether_they_meet_or_not():
    assert len(PAIRS) == 6
    assert Pair("a", "b", 0, 0).tone == "muted"


@pytest.mark.parametrize(("agreed", "tone"), [(0, "shade-0"), (59, "shade-2"), (100, "shade-5")])
def test_the_shade_rises_with_the_share(agreed, tone):
    assert Pair("a", "b", 100, agreed).tone == tone


def test_outlets_come_in_the_order_of_publication_with_their_lag():
    assert [(one.name, one.lag) for one in OUTLETS.values()] == [
        ("The Harbour Post", "first day"), ("الميدان", "2 days later"), ("השער", "3 days later"),
        ("ar2", "not dated")]  # fmt: skip


def test_whom_an_outlet_cites_and_how_its_facts_stand():
    one = OUTLETS["الميدان"]
    assert one.cited[:2] == ("وكالة الشمال", "مسؤول")
    assert (one.claims, one.score.facts) == (6, 5)


def test_what_an_outlet_tells_alone():
    assert {row.id for row in SHARES["השער"].alone} == {"f02", "f04", "f08"}


def test_what_an_outlet_leaves_out_although_others_tell_it():
    assert {row.id for row in SHARES["The Harbour Post"].silent} == {"f07", "f10"}


def test_what_one_outlet_says_otherwise_is_no_silence():
    assert "f01" not in {row.id for row in SHARES["השער"].silent}


@pytest.mark.parametrize(("view", "rows"), [(agreement, 6), (sources, 4), (coverage, 10)])
def test_the_page_and_the_terminal_tell_the_same(view, rows):
    made = view(TRACE)
    assert len(made.rows) == rows
    assert "<bdi>השער</bdi>" in made.html
    assert "\u2068השער\u2069" in made.text


@pytest.mark.parametrize("view", [agreement, sources, coverage])
def test_without_articles_the_views_say_so(view):
    empty = replace(sample(), articles=(), claims=(), facts=(), findings=(), readings=(), relations=())
    made = view(trace(empty))
    assert made.rows == ()
    assert made.text in ("No two outlets tell the same story.", "No article was read.", "Nothing is told.")
