import itertools
from dataclasses import replace

import pytest

from reconcile.views import graph as module
from reconcile.views import trace
from reconcile.views._bidi import FSI, PDI
from reconcile.views.graph import draw, graph
from tests.views.sample_report import sample

MADE = draw(trace(sample()))
NODES = {node.id: node for node in MADE.nodes}


def test_every_layer_has_its_column():
    assert {node.layer: node.x for node in MADE.nodes} == {
        "outlet": 0,
        "claim": 300,
        "fact": 600,
        "origin": 900,
    }


def test_no_two_boxes_of_a_column_cover_each_other():
    for x in {node.x for node in MADE.nodes}:
        tops = sorted(node.y for node in MADE.nodes if node.x == x)
        assert all(below - above >= 24 for above, below in itertools.pairwise(tops))
    assert max(node.y for node in MADE.nodes) + 24 <= MADE.height


def test_a_claim_is_joined_to_its_outlet_and_to_its_fact():
    joined = {(edge.left, edge.right) for edge in MADE.edges}
    assert {("article:he1", "claim:c01"), ("claim:c01", "fact:f02"), ("fact:f02", "origin:השער")} <= joined


def test_what_is_told_less_exactly_is_joined_by_a_broken_line():
    kinds = {(edge.left, edge.right): edge.kind for edge in MADE.edges}
    assert (kinds["claim:c04", "fact:f01"], kinds["claim:c02", "fact:f01"]) == ("hints", "says")


def test_a_contradiction_is_a_bow_between_two_facts():
    bows = [(edge.left, edge.right, edge.label) for edge in MADE.edges if edge.kind == "conflict"]
    assert bows == [("fact:f02", "fact:f01", "✗ contradiction")]


@pytest.mark.parametrize(
    ("node", "direction"), [("article:he1", "rtl"), ("article:en1", "ltr"), ("claim:c02", "rtl")]
)
def test_words_run_in_their_own_direction(node, direction):
    assert NODES[node].direction == direction


def test_long_words_are_cut_and_kept_whole_in_a_title():
    long = NODES["claim:c09"]
    assert (len(long.short), long.short[-1]) == (27, "…")
    assert f"<title>{long.label}</title>" in graph(trace(sample())).html


def test_with_many_claims_outlets_are_joined_to_facts(monkeypatch):
    monkeypatch.setattr(module, "_CLAIMS", 3)
    made = draw(trace(sample()))
    assert {node.layer for node in made.nodes} == {"outlet", "fact", "origin"}
    assert ("article:he1", "fact:f02") in {(edge.left, edge.right) for edge in made.edges}


def test_the_list_and_the_table_hold_the_same():
    view = graph(trace(sample()))
    assert "said by \u2068השער\u2069" in view.text
    assert {(row["from_layer"], row["to_layer"]) for row in view.rows} == {
        ("outlet", "claim"), ("claim", "fact"), ("fact", "origin"), ("fact", "fact")}  # fmt: skip


def test_without_facts_the_view_says_so():
    assert str(graph(trace(replace(sample(), facts=(), findings=())))) == "Nothing is told."


def test_a_long_question_does_not_run_into_the_next_column():
    fact = replace(sample().facts[0], qualifiers={"speaker": "משרד ראש הממשלה של מדינה כלשהי " * 2})
    (heading, _), *_ = draw(trace(replace(sample(), facts=(fact,)))).headings
    assert heading.replace(FSI, "").replace(PDI, "").endswith("…")
    assert len(heading) <= 44
    assert heading.count(FSI) == heading.count(PDI) == 1
