import io
import json
import sys
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from reconcile.errors import ReconcileError, UnknownNameError
from reconcile.model import FindingKind
from reconcile.pipeline import reconcile
from reconcile.result import Result
from tests.views.sample_report import sample

RESULT = Result(sample())


def test_iterating_gives_the_findings_the_most_serious_first():
    assert [finding.kind for finding in RESULT] == [
        FindingKind.CONTRADICTION, FindingKind.DISAGREEMENT, FindingKind.UPDATE, FindingKind.DIFFERENCE]  # fmt: skip
    assert len(RESULT) == 4


def test_a_result_without_findings_is_still_a_result():
    assert Result(replace(sample(), findings=()))


def test_what_was_found_can_be_asked_for_by_name():
    assert [finding.id for finding in RESULT.contradictions] == ["3fa91c"]
    assert [finding.id for finding in RESULT.disagreements] == ["77b0aa"]
    assert (len(RESULT.articles), len(RESULT.claims), len(RESULT.facts), len(RESULT.entities)) == (
        4,
        19,
        10,
        3,
    )
    assert RESULT.rejected[0].where == "claims.jsonl:3"
    assert RESULT.warnings[0].where == "ar2"


def test_a_result_is_read_only():
    with pytest.raises(FrozenInstanceError):
        RESULT.data = sample()  # type: ignore[misc]


def test_str_is_the_terminal_table():
    assert str(RESULT).splitlines()[0] == "Harbour talks in Lindor"
    assert "✗ CONTRADICTION  Talks · date" in str(RESULT)


def test_a_notebook_shows_the_card():
    assert "ב-5 בדצמבר" in RESULT._repr_html_()
    assert RESULT._repr_mimebundle_()["text/plain"] == repr(RESULT)


def test_repr_is_short_however_long_the_report():
    assert repr(RESULT).startswith("\n".join(str(RESULT).splitlines()[:5]))
    assert "3 more findings: print() the result" in repr(RESULT)
    assert "DISAGREEMENT" not in repr(RESULT)
    assert "DISAGREEMENT" in str(RESULT)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([], "no claim was read, so there is nothing to compare"),
        ([{"article": "a", "attribute": "x.y", "value": 1}], "no two outlets answer the same question"),
        ([{"article": name, "attribute": "x.y", "value": 1} for name in "ab"],
         "1 fact is told by more than one outlet, and no rule that was asked found a difference"),
    ],
)  # fmt: skip
def test_no_finding_is_said_in_words(claims, told):
    result = reconcile(claims)
    assert told in repr(result)
    assert told in str(result)
    assert told in result.to_markdown()
    assert told in result._repr_html_()


def test_rules_that_were_not_asked_do_not_make_all_agree():
    claims = [{"article": name, "attribute": "x.y", "value": value} for name, value in (("a", 1), ("b", 2))]
    unasked = replace(reconcile(claims).data, findings=())
    assert "and no rule that was asked found a difference" in str(Result(unasked))
    suppressed = replace(unasked, suppressed=({"finding": "f", "reason": "known"},))
    assert "No finding is left: 1 was suppressed." in str(Result(suppressed))


def test_a_slip_in_the_name_of_an_attribute_is_told_in_terminals_and_in_markdown():
    names = {"a": "casulties.killed", "b": "casualties.killed"}
    result = reconcile([{"article": id, "attribute": name, "value": 3} for id, name in names.items()])
    assert "Did you mean 'casualties.killed'?" in str(result)
    assert "Did you mean 'casualties.killed'?" in result.to_markdown()


@pytest.mark.parametrize("finding", ["3fa91c", "3fa9", RESULT.contradictions[0]])
def test_a_finding_is_explained_by_id_or_by_itself(finding):
    assert "they are 31 days apart" in str(RESULT.explain(finding))
    assert 'dir="rtl" lang="he"' in RESULT.explain(finding)._repr_html_()


def test_a_fact_is_explained_too():
    assert "AGREED" in str(RESULT.explain(RESULT.facts[5]))


def test_an_unknown_id_is_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match=r"Did you mean '3fa91c'\?"):
        RESULT.explain("3fa91x")


@pytest.mark.parametrize(
    ("asked", "findings"), [("talks.date", 1), ("talks", 1), ("*.head", 1), ("delegation", 1)]
)
def test_a_part_of_the_result(asked, findings):
    assert len(RESULT.about(asked)) == findings


def test_a_part_keeps_articles_and_drops_other_facts():
    part = RESULT.about("talks.date")
    assert {fact.attribute for fact in part.facts} == {"talks.date"}
    assert {claim.claim.attribute for claim in part.claims} == {"talks.date"}
    assert len(part.relations) == 2
    assert part.articles == RESULT.articles
    assert part.entities == ()


def test_an_unknown_attribute_is_answered_with_the_nearest():
    with pytest.raises(
        UnknownNameError, match=r"no attribute named 'talks.dat'. Did you mean 'talks.date'\?"
    ):
        RESULT.about("talks.dat")


def test_the_contract_as_data_and_as_text():
    assert RESULT.to_dict() == json.loads(RESULT.to_json())
    assert RESULT.to_html().startswith("<!DOCTYPE html>")
    assert RESULT.to_markdown().startswith("# Harbour talks")


def test_saving_by_suffix_and_by_format(tmp_path):
    RESULT.save(tmp_path / "r.html")
    RESULT.save(f"json:{tmp_path / 'r.out'}")
    assert (tmp_path / "r.html").read_text(encoding="utf-8") == RESULT.to_html()
    assert json.loads((tmp_path / "r.out").read_text(encoding="utf-8"))["schema"] == "reconcile.report/1"


def test_the_graph_runs_from_articles_to_origins_and_survives_graphml():
    networkx = pytest.importorskip("networkx")
    graph = RESULT.to_networkx()
    assert networkx.has_path(graph, "article:he1", "origin:השער")
    assert graph.edges["fact:f02", "fact:f01"]["relation"] == "contradiction"
    file = io.BytesIO()
    networkx.write_graphml(graph, file)
    again = networkx.read_graphml(io.BytesIO(file.getvalue()))
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))


@pytest.mark.parametrize(("what", "rows"), [("findings", 10), ("claims", 19), ("facts", 10)])
def test_tables_for_pandas(what, rows):
    pytest.importorskip("pandas")
    assert len(RESULT.to_pandas(what)) == rows


def test_without_pandas_one_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ReconcileError, match="pip install pandas"):
        RESULT.to_pandas()


def test_an_unknown_table_is_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match=r"Did you mean 'facts'\?"):
        RESULT.to_pandas("fact")  # type: ignore[arg-type]


def test_all_views_of_a_finding_agree_with_the_data():
    data = {finding["id"]: finding for finding in RESULT.to_dict()["findings"]}
    claims = {claim["id"]: claim for claim in RESULT.to_dict()["claims"]}
    page, table, markdown = RESULT.to_html(), str(RESULT), RESULT.to_markdown()
    for id, finding in data.items():
        told = str(RESULT.explain(id))
        assert told in table
        for claim in finding["claims"]:
            for shown in (page, RESULT.explain(id).html, told, markdown):
                assert claims[claim]["quote"] in shown
        assert finding["rule"] in page
        assert finding["rule"] in told
        assert finding["rule"] in markdown


def test_the_page_is_written_under_any_name(tmp_path):
    RESULT.report(tmp_path / "paris")
    assert (tmp_path / "paris").read_text(encoding="utf-8") == RESULT.to_html()


def test_every_part_of_the_report_has_a_name_here():
    for part in fields(RESULT.data):
        assert part.name in ("rulesets", "readings") or hasattr(RESULT, part.name)


def test_what_was_rejected_is_counted_at_the_head():
    result = reconcile(
        [
            {"article": "a", "attribute": "x.y", "value": 1},
            {"article": "a", "attribute": "x.y", "value": None},
        ]
    )
    assert "1 entry was rejected." in " ".join(repr(result).split())
    assert "1 entry was rejected." in result.to_html()
