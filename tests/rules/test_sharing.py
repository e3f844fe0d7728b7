"""What a file takes from others, sets otherwise, and decides not to see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import reconcile as rc
from reconcile.cli import main
from reconcile.errors import RuleError
from reconcile.model import Claim
from reconcile.result import Result
from reconcile.rules import default, load, narrowed, rules_for
from reconcile.testing import claims

_MINE = "  - {id: mine.one, attributes: ['*.votes_for'], when: [value.exclusive], verdict: UNDECIDED, message: m}\n"


def _file(folder: Path, body: str, name: str = "mine") -> Path:
    path = folder / f"{name}.rules.yaml"
    path.write_text(f"ruleset: {name}\nversion: 1.0.0\n{body}", encoding="utf-8")
    return path


def _ids(path: Path) -> list[str]:
    return [rule.id for rule in load(path).rules]


def test_an_extended_file_is_asked_after_the_one_that_extends_it(tmp_path: Path) -> None:
    _file(tmp_path, "rules:\n" + _MINE.replace("mine.one", "base.one"), "base")
    path = _file(tmp_path, "extend: [base.rules.yaml]\nrules:\n" + _MINE)
    assert _ids(path)[:2] == ["mine.one", "base.one"]
    assert [part["name"] for part in load(path).parts] == ["mine", "base", default().name]


def test_a_circle_of_files_is_told(tmp_path: Path) -> None:
    _file(tmp_path, "extend: [mine.rules.yaml]\n", "base")
    with pytest.raises(RuleError, match="extends itself"):
        load(_file(tmp_path, "extend: [base.rules.yaml]\n"))


def test_select_keeps_what_it_names_and_its_own(tmp_path: Path) -> None:
    path = _file(tmp_path, "select: ['gate.*']\nrules:\n" + _MINE)
    assert {name.partition(".")[0] for name in _ids(path)} == {"mine", "gate"}


def test_ignore_leaves_out_what_it_names(tmp_path: Path) -> None:
    assert "fit.overlap" not in _ids(_file(tmp_path, "ignore: [fit.overlap]\n"))


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("ignore: [fit.overlp]\n", 3, "Did you mean 'fit.overlap'"),
        ("select: fit\n", 3, "is a list"),
        ("overrides: [{rule: fit.equl}]\n", 3, "Did you mean 'fit.equal'"),
        ("overrides: [{rule: conflict.rival_estimates, params: {facto: 2}}]\n", 3, "Did you mean 'factor'"),
        ("overrides: [{rule: conflict.rival_estimates, params: {factor: big}}]\n", 3, "is a number"),
        ("overrides: [{rule: fit.equal, params: {factor: 2}}]\n", 3, "It has none"),
        ("suppressions: [{rule: fit.equal, until: 2026-01-01}]\n", 3, "reason"),
        ("suppressions: [{rule: fit.equal, reason: known}]\n", 3, "until"),
        ("suppressions: [{reason: known, until: 2026-01-01}]\n", 3, "names a rule, an attribute"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, body: str, line: int, words: str) -> None:
    path = _file(tmp_path, body)
    with pytest.raises(RuleError, match=rf"{path.name}:{line}: .*{words}"):
        load(path)


def test_a_rule_is_set_otherwise_for_some_attributes(tmp_path: Path) -> None:
    body = (
        "overrides:\n  - {rule: conflict.rival_estimates, attributes: ['*.turnout'], params: {factor: 2}}\n"
    )
    ruleset = load(_file(tmp_path, body))

    def factors(attribute: str) -> list[object]:
        return [
            r.params["factor"] for r in rules_for(attribute, ruleset) if r.id == "conflict.rival_estimates"
        ]

    assert (factors("rally.turnout"), factors("raid.killed")) == ([2.0], [3.0])


def test_a_rule_is_set_otherwise_everywhere(tmp_path: Path) -> None:
    body = "overrides:\n  - {rule: conflict.exclusive, severity: warning}\n"
    (rule,) = [r for r in load(_file(tmp_path, body)).rules if r.id == "conflict.exclusive"]
    assert rule.severity == "warning"


def _rulesets(path: Path) -> list[dict[str, str]]:
    rulesets: list[dict[str, str]] = rc.reconcile(_story(), rules=path).to_dict()["rulesets"]
    return rulesets


def test_a_report_names_version_and_content_of_every_rule_set(tmp_path: Path) -> None:
    mine, shipped = _rulesets(_file(tmp_path, "rules:\n" + _MINE))
    assert (mine["name"], mine["version"], shipped["name"]) == ("mine", "1.0.0", default().name)
    assert shipped == dict(default().parts[0])
    (again, _), (other, _) = (_rulesets(_file(tmp_path, body)) for body in ("rules:\n" + _MINE, ""))
    assert (again["hash"] == mine["hash"], other["hash"] == mine["hash"]) == (True, False)


# --- suppressions


def _story() -> list[Claim]:
    return list(
        claims("vote.date", {"a": "5 May 2025", "b": "9 May 2025"}, event="v", published="2025-05-10")
    )


def _suppressed(folder: Path, keys: str) -> Result:
    body = f"suppressions:\n  - {{{keys}, reason: a known slip}}\n"
    return rc.reconcile(_story(), rules=_file(folder, body))


@pytest.mark.parametrize(
    "keys",
    [
        "attribute: '*.date', until: 2025-05-10",
        "rule: conflict.exclusive, until: 2026-01-01",
        "rule: conflict.exclusive, attribute: vote.date, outlets: [a, b], until: 2026-01-01",
    ],
)
def test_a_suppressed_finding_is_counted_with_its_reason(tmp_path: Path, keys: str) -> None:
    result = _suppressed(tmp_path, keys)
    (told,) = result.data.suppressed
    assert result.contradictions == ()
    assert (told["rule"], told["reason"], told["by"]) == (
        "conflict.exclusive",
        "a known slip",
        "mine.rules.yaml:4",
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("attribute: '*.date', until: 2025-05-09", "ended on 2025-05-09"),
        ("attribute: '*.killed', until: 2026-01-01", "suppresses nothing"),
        ("attribute: '*.date', outlets: [c], until: 2026-01-01", "suppresses nothing"),
    ],
)
def test_an_idle_suppression_is_told(tmp_path: Path, keys: str, words: str) -> None:
    result = _suppressed(tmp_path, keys)
    assert len(result.contradictions) == 1
    assert [words in warning.reason for warning in result.warnings if "rules.yaml" in warning.where] == [True]


def test_a_suppression_is_in_the_json_report(tmp_path: Path) -> None:
    assert '"a known slip"' in _suppressed(tmp_path, "attribute: vote.date, until: 2026-01-01").to_json()


def test_the_command_counts_what_is_suppressed(tmp_path: Path) -> None:
    body = "suppressions:\n  - {attribute: vote.date, until: 2026-01-01, reason: a known slip}\n"
    story = tmp_path / "claims.jsonl"
    story.write_text("\n".join(json.dumps(claim.to_dict()) for claim in _story()), encoding="utf-8")
    done = CliRunner().invoke(main, ["check", str(story), "--rules", str(_file(tmp_path, body))])
    assert (done.exit_code, "mine.rules.yaml:4: 1 finding suppressed: a known slip" in done.stderr) == (
        0,
        True,
    )


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [({"select": ["conflict.*"]}, {"conflict"}), ({"ignore": ["conflict.*", "fit.*"]}, {"gate"})],
)
def test_rules_are_narrowed_to_some_by_their_ids(chosen, kept):
    assert {rule.id.partition(".")[0] for rule in narrowed(default(), **chosen).rules} == kept


def test_a_pattern_that_fits_no_rule_is_answered_with_the_nearest():
    with pytest.raises(
        RuleError, match=r"ignore: no rule named 'conflict.exclusiv'. Did you mean 'conflict.exclusive'"
    ):
        narrowed(default(), ignore=["conflict.exclusiv"])
