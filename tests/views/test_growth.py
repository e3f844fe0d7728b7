from dataclasses import replace

import pytest

from reconcile.model import PlacedClaim, QuantityValue
from reconcile.views import trace
from reconcile.views.growth import growth, growths
from tests.views.sample_report import CLAIMS, sample

(HURT,) = growths(trace(sample()))


def _with(id: str, value: QuantityValue, **claim):
    """The one count of a story in which a claim tells another figure."""
    told = CLAIMS[id].claim.model_copy(update={"value": value, **claim})
    placed = PlacedClaim(told, CLAIMS[id].event, value)
    claims = tuple(placed if c.id == id else c for c in sample().claims)
    (made,) = growths(trace(replace(sample(), claims=claims)))
    return next(point for point in made.points if point.voice.claim == id)


def test_figures_stand_in_the_order_in_which_they_were_told():
    assert [(point.number, point.voice.outlet) for point in HURT.points] == [(9, "الميدان"), (7, "השער")]
    assert HURT.points[0].at < HURT.points[1].at


def test_a_higher_figure_stands_higher():
    nine, seven = HURT.points
    assert nine.high < seven.high
    assert [level.name for level in HURT.levels] == ["0", "5", "10"]


def test_a_figure_that_was_overtaken_has_another_mark():
    assert [point.standing for point in HURT.points] == ["stands", "overtaken"]


def test_a_figure_stands_at_the_time_that_it_is_of():
    early = _with("c16", QuantityValue(value=7), as_of="2026-01-01")
    assert (early.when, early.at) == ("2026-01-01", min(early.at, 50))


def test_a_range_has_two_ends():
    point = _with("c16", QuantityValue(min=5, max=8))
    assert (point.number, point.high < point.low) == (8, True)


def test_what_is_planned_is_no_figure_yet():
    assert _with("c16", QuantityValue(value=20), certainty="planned").standing == "foreseen"


def test_numbers_that_would_cover_each_other_are_left_to_the_table():
    close = replace(HURT, points=tuple(replace(HURT.points[0], at=50.0, high=y) for y in (100, 104, 150)))
    assert [name for _, name in close.marks] == ["9", "", "9"]


def test_an_undated_figure_is_in_the_table_alone():
    articles = tuple(a.model_copy(update={"published": None}) for a in sample().articles)
    (made,) = growths(trace(replace(sample(), articles=articles)))
    assert (made.scale, made.marks, len(made.points)) == (None, (), 2)


@pytest.mark.parametrize("said", ["9", "الميدان", "single origin"])
def test_the_page_and_the_terminal_tell_the_same(said):
    view = growth(trace(sample()))
    assert said in view.html
    assert said in view.text
    assert [row["number"] for row in view.rows] == [9, 7]


def test_without_figures_the_view_says_so():
    assert str(growth(trace(replace(sample(), claims=())))) == "No figure is told."


def test_a_count_of_an_event_that_the_report_does_not_list_is_shown_too():
    (made,) = growths(trace(replace(sample(), events=())))
    assert (made.event, len(made.points)) == (CLAIMS["c16"].event, 2)
