from dataclasses import replace

import pytest

from reconcile import outputs
from reconcile.errors import ReconcileError
from reconcile.model import FactStatus, FindingKind, Origins
from reconcile.pipeline import reconcile
from reconcile.result import Result
from reconcile.views.diff import changes, diff
from tests.views.sample_report import FACTS, FINDINGS, sample

NOW = outputs.report_dict(sample())


def _but(**parts):
    """The sample before something happened to it."""
    return outputs.report_dict(replace(sample(), **parts))


def test_a_report_does_not_differ_from_itself():
    made = changes(NOW, NOW)
    assert not made
    assert str(diff(NOW, NOW)) == "Nothing changed."


def test_what_was_not_there_is_new_and_fails_a_check():
    made = changes(_but(findings=FINDINGS[1:]), NOW)
    assert [(c.how, c.kind, c.id) for c in made.findings] == [("new", "contradiction", "3fa91c")]
    assert made.new == made.findings


def test_what_is_no_longer_there_is_gone():
    made = changes(NOW, _but(findings=FINDINGS[1:]))
    assert [(c.how, c.id) for c in made.findings] == [("gone", "3fa91c")]
    assert made.new == ()


def test_a_finding_of_another_kind_is_new_in_its_kind():
    was = replace(FINDINGS[0], kind=FindingKind.UNRESOLVED, id="000000")
    made = changes(_but(findings=(was, *FINDINGS[1:])), NOW)
    assert [(c.how, c.kind, c.notes) for c in made.findings] == [
        ("changed", "contradiction", ("was unresolved",))
    ]
    assert [c.id for c in made.new] == ["3fa91c"]


def test_a_finding_that_somebody_else_joins_tells_who():
    was = replace(FINDINGS[0], articles=("ar1", "he1"))
    (change,) = changes(_but(findings=(was, *FINDINGS[1:])), NOW).findings
    assert change.notes == ("now also told by ar2",)


def test_a_fact_that_others_confirm_tells_its_old_status_and_origins():
    was = replace(FACTS[5], status=FactStatus.SINGLE_ORIGIN, origins=Origins(1, 1, ("השער",)))
    (change,) = changes(_but(facts=(*FACTS[:5], was, *FACTS[6:])), NOW).facts
    assert change.notes == ("was single origin", "origins 1 before, 3 to 4 now")


def test_members_of_one_list_are_not_taken_for_each_other():
    both = tuple(replace(fact, claims=("c11", "c15")) for fact in FACTS[5:7])
    old = _but(facts=(*FACTS[:5], *both, *FACTS[7:]))
    assert changes(old, _but(facts=(*FACTS[:5], *reversed(both), *FACTS[7:]))).facts == ()


def test_articles_and_rule_sets_are_told():
    old = _but(
        articles=sample().articles[1:],
        rulesets=({"name": "reconcile.news", "version": "0.0.9", "hash": "aa"},),
    )
    made = changes(old, NOW)
    assert made.articles_new == ("השער",)
    assert made.rules == ("reconcile.news: 0.0.9 (aa) before, 0.1.0 (9c0ffee1) now",)


@pytest.mark.parametrize("how", ["+ contradiction", "2025-12-05", "3fa91c"])
def test_the_page_and_the_terminal_tell_the_same(how):
    view = diff(_but(findings=FINDINGS[1:]), NOW)
    assert how in view.text
    assert how.removeprefix("+ ") in view.html
    assert [row["how"] for row in view.rows] == ["new"]


def test_a_saved_report_may_be_the_older_one(tmp_path):
    Result(replace(sample(), findings=())).save(tmp_path / "old.json")
    assert len(Result(sample()).diff(tmp_path / "old.json").rows) == 4
    assert Result(sample()).diff(NOW).rows == Result(sample()).diff(Result(sample())).rows == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "a JSON object is expected"),
        ("{", "is no JSON"),
        ('{"schema": "x"}', "its schema is 'x'"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_report_is_refused_with_its_file(tmp_path, text, said):
    file = tmp_path / "old.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(ReconcileError, match=said):
        Result(sample()).diff(file)


def test_a_value_of_an_unknown_form_is_shown_as_it_was_printed():
    old = _but()
    old["facts"][0]["value"] = {"kind": "colour", "raw": "ירוק"}
    (change,) = changes(old, NOW).facts
    assert change.notes == ("was told as ירוק",)


def test_folded_words_are_shown_as_printed_here_too():
    claim = {
        "attribute": "statement.date",
        "qualifiers": {"speaker": "רֹאש הממשלה, Channel 12"},
        "value": "2026-01-05",
    }
    after = reconcile([{"article": "a", **claim}])
    assert {row["question"] for row in after.diff(reconcile([])).rows} == {
        f"Statement · date (speaker: {claim['qualifiers']['speaker']})"
    }
