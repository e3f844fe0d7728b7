"""Whatever shows a finding or a fact shows what the data say, field by field."""

import csv
import html
import re
from io import StringIO

import pytest

import reconcile as rc
from reconcile import outputs
from reconcile.result import Result
from tests.views.sample_report import sample

RESULTS = {"made by hand": Result(sample()), "paris_talks": rc.reconcile(rc.load_sample("paris_talks"))}
each_story = pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)


def _findings(result):
    """What the data say of every finding, a tuple a quote: who, how serious, by which rule, in whose words."""
    data = result.to_dict()
    claims = {claim["id"]: claim for claim in data["claims"]}
    outlets = {article["id"]: article["outlet"] or article["id"] for article in data["articles"]}
    return {
        (f["id"], f["kind"], f["severity"], f["rule"], f["attribute"], side, outlets[claims[id]["article"]],
         claims[id]["quote"] or claims[id]["value"]["raw"] or "", claims[id]["language"] or "")
        for f in data["findings"] for side, value in enumerate(f["values"], 1) for id in value["claims"]
    }  # fmt: skip


def _rows(rows):
    fields = ("finding", "kind", "severity", "rule", "attribute", "side", "outlet", "quote", "language")
    return {tuple(int(row[name]) if name == "side" else row[name] for name in fields) for row in rows}


@each_story
def test_the_card_the_explanations_and_the_tables_show_every_finding_as_the_data_have_it(result):
    told = _findings(result)
    assert told
    assert _rows(result._card().rows) == told
    assert _rows(row for finding in result for row in finding.explain().rows) == told
    assert _rows(csv.DictReader(StringIO(outputs.render(result.data, "csv"), newline=""))) == told


def _plain(shown):
    """The words of a page or a terminal, without tags, isolates and line ends."""
    words = html.unescape(re.sub(r"<(script|style).*?</\1>|</?[a-z][^>]*>", "", shown, flags=re.DOTALL))
    return " ".join(re.sub("[\u2068\u2069\\\\]", "", words).split())


@each_story
def test_page_terminal_markdown_and_explanation_hold_every_quote_rule_and_id(result):
    pages = [_plain(shown) for shown in (result.to_html(), str(result), result.to_markdown())]
    explained = {finding.id: _plain(str(finding.explain())) for finding in result}
    for id, _, _, rule, *_, quote, _ in _findings(result):
        for shown in (*pages, explained[id]):
            assert id in shown
            assert rule in shown
            assert " ".join(quote.split()) in shown


@each_story
def test_the_matrix_shows_every_fact_with_those_who_tell_it(result):
    told = {(f["id"], f["status"], article) for f in result.to_dict()["facts"] for article in f["articles"]}
    assert {(r["fact"], r["status"], r["article"]) for r in result.matrix().rows if r["sign"] == "✓"} == told


@each_story
def test_the_graph_joins_every_claim_to_its_fact_and_every_fact_to_its_origins(result):
    facts = result.to_dict()["facts"]
    joined = {(row["from"], row["to"]) for row in result.graph().rows}
    assert {(f"claim:{c}", f"fact:{f['id']}") for f in facts for c in f["claims"]} <= joined
    assert {(f"fact:{f['id']}", f"origin:{o}") for f in facts for o in f["origins"]["names"]} <= joined


@each_story
def test_the_timeline_shows_every_date_of_the_data(result):
    data = result.to_dict()
    dates = {(c["article"], c["value"].get("start")) for c in data["claims"] if c["value"]["kind"] == "date"}
    assert {(row["article"], row["start"]) for row in result.timeline().rows} == dates


@each_story
def test_the_delegation_has_every_member_with_those_who_tell_it(result):
    rows = result.delegation().rows
    told = {(f["id"], article) for f in result.to_dict()["facts"] for article in f["articles"]
            if f["attribute"] == "delegation.member" and f["value"]["kind"] != "set"}  # fmt: skip
    assert told <= {(row["fact"], row["article"]) for row in rows if row["sign"] in ("✓", "○")}
