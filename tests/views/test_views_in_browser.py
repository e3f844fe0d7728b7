"""Every view as a real browser lays it out in a notebook's cell. Skips without one."""

from dataclasses import replace

import pytest

from reconcile.result import Result
from tests.outputs.hostile_report import hostile
from tests.views.browser import ask, cell, look, positions
from tests.views.sample_report import sample

RESULTS = {"sample": Result(sample()), "hostile": Result(hostile())}
VIEWS = {
    "card": lambda result: result._card(),
    "matrix": lambda result: result.matrix(),
    "explain": lambda result: result.explain(result.findings[0]),
    "fact": lambda result: result.explain(result.facts[0]),
    "delegation": lambda result: result.delegation(),
    "timeline": lambda result: result.timeline(),
    "growth": lambda result: result.growth(),
    "graph": lambda result: result.graph(),
    "agreement": lambda result: result.agreement(),
    "sources": lambda result: result.sources(),
    "coverage": lambda result: result.coverage(),
    "diff": lambda result: result.diff(
        Result(replace(result.data, findings=(), facts=result.data.facts[:2]))
    ),
}


@pytest.mark.parametrize(
    ("name", "story"), [(name, "sample") for name in VIEWS] + [("matrix", "hostile"), ("graph", "hostile")]
)
def test_axe_finds_nothing_a_narrow_screen_is_wide_enough_and_nothing_is_loaded(name, story, tmp_path):
    seen = look(cell(VIEWS[name](RESULTS[story]).html), tmp_path)
    assert seen == {"violations": [], "overflow": 0, "loads": 0}


def test_hebrew_with_a_digit_in_a_drawing_runs_from_right_to_left(tmp_path):
    """SVG has no <bdi>: here the direction of a box of the graph is measured letter by letter."""
    script = """tell({texts: [...document.querySelectorAll(".graph .claim text")].map(t => [t.textContent,
      [...t.textContent].map((char, at) => [char, t.getStartPositionOfChar(at).x])])})"""
    found = ask(cell(RESULTS["sample"].graph().html), script, tmp_path, 1200)
    pairs = next(letters for words, letters in found["texts"] if words == "ב-5 בדצמבר")
    first, digit, month = positions(pairs, "ב", "5", "ד")
    assert first > digit > month


def test_a_bar_lies_where_its_date_is(tmp_path):
    script = """tell({bars: all("tbody .bar, tbody .hatch", b => b.getBoundingClientRect().left),
                      slip: all(".slip", s => s.getBoundingClientRect().right)})"""
    found = ask(cell(RESULTS["sample"].timeline().html), script, tmp_path, 1200)
    december, january = min(found["bars"]), max(found["bars"])
    assert december + 100 < january
    assert abs(found["slip"][0] - january) < 12
