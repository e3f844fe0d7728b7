"""Examples are run as the pipeline would, and what they show of their rules is measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import main
from reconcile.rules import read_rules
from reconcile.testing._coverage import Coverage, coverage, lint, needs, percentage, record, table
from reconcile.testing._run import Outcome, run

_HEAD = """ruleset: mine
version: 1.0.0
attributes:
  - {pattern: "*.turnout", kind: quantity, cardinality: one, varies: "no"}
rules:
  - id: mine.turnout
    attributes: ["*.turnout"]
    when: [value.exclusive, within_factor, affirmed]
    params: {factor: 3}
    verdict: ATTRIBUTED_DISAGREEMENT
    message: "{left} against {right}."
    examples:
"""
_NEAR = "{name: near, expect: fires, a: 1000, b: 3000}"
_FAR = "{name: far, expect: silent, a: 1000, b: 3500}"


def _path(folder: Path, *examples: str, more: str = "") -> Path:
    path = folder / "mine.rules.yaml"
    path.write_text(_HEAD + "".join(f"      - {one}\n" for one in examples) + more, encoding="utf-8")
    return path


def _outcomes(folder: Path, *examples: str, more: str = "") -> list[Outcome]:
    file = read_rules(_path(folder, *examples, more=more))
    return [run(example, file.ruleset) for example in file.examples]


def _problem(folder: Path, example: str, more: str = "") -> str:
    (outcome,) = _outcomes(folder, example, more=more)
    return outcome.problem


def _covered(folder: Path, *examples: str) -> Coverage:
    file = read_rules(_path(folder, *examples))
    (found,) = coverage(needs(file), [record(run(example, file.ruleset)) for example in file.examples])
    return found


@pytest.mark.parametrize(
    "example",
    [
        _NEAR,
        _FAR,
        "{name: todo, expect: todo-fires, a: 1000, b: 4000}",
        "{name: measured, expect: fires, a: 10, b: 15, evidence: {value: exclusive, value.gap: 5}}",
        "{name: missed, expect: silent, a: 10, b: 50, evidence: {missed: within_factor, rule: conflict.exclusive}}",
        "{name: other attribute, expect: silent, attribute: talks.round, a: 10, b: 15}",
        "{name: languages, expect: fires, a: {value: عشرون ألفا, language: ar}, b: {value: 30 אלף, language: he}}",
    ],
)
def test_what_is_as_it_says(tmp_path: Path, example: str) -> None:
    assert _problem(tmp_path, example) == ""


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("{name: n, expect: fires, a: 1000, b: 3500}", "a near miss: within_factor (a factor of 3.5, asked for 3)"),
        ("{name: n, expect: silent, a: 1000, b: 3000}", "it fired"),
        ("{name: n, expect: fires, a: 10, b: 10}", "never meet"),
        ("{name: n, expect: todo-fires, a: 10, b: 15}", "write `expect: fires`"),
        ("{name: n, expect: fires, a: 10, b: 15, evidence: {value.gap: 6}}", "expected 6, got 5"),
        ("{name: n, expect: fires, a: 10, b: 15, evidence: {value.gapp: 5}}", "Did you mean 'value.gap'?"),
        ("{name: n, expect: fires, attribute: talks.round, a: 10, b: 15}", "does not speak of this attribute"),
    ],
)  # fmt: skip
def test_what_is_not(tmp_path: Path, example: str, words: str) -> None:
    assert words in _problem(tmp_path, example)


def test_a_rule_behind_another_one_does_not_fire(tmp_path: Path) -> None:
    more = "examples:\n  - {rule: conflict.exclusive, name: n, expect: fires, attribute: x.turnout, a: 10, b: 15}\n"
    (outcome,) = _outcomes(tmp_path, more=more)
    assert "mine.turnout was asked before it" in outcome.problem


def test_a_failure_tells_both_claims_and_the_evidence(tmp_path: Path) -> None:
    (outcome,) = _outcomes(tmp_path, "{name: n, expect: silent, published: 2026-01-06, a: 10, b: 15}")
    told = str(outcome)
    assert "mine.rules.yaml:13: rule mine.turnout, example 'n'" in told
    assert "a: a; 2026-01-06 00:00; example.turnout; 10" in told
    assert "value: exclusive (gap=5.0" in told


def test_a_rule_needs_both_halves_and_examples_at_its_threshold(tmp_path: Path) -> None:
    assert _covered(tmp_path).gaps()[:2] == ("never fired", "never silent")
    assert _covered(tmp_path, _NEAR).gaps() == ("never silent", "mutant factor=4 survived")
    assert _covered(tmp_path, _FAR).gaps() == ("never fired", "mutant factor=2 survived")
    assert _covered(tmp_path, _NEAR, _FAR).gaps() == ()


_DENIED = "{name: denied, expect: silent, a: 1000, b: {value: 900, polarity: negate}}"
_ROUND = "{name: rounded, expect: silent, a: 1000, b: 1004}"


def test_a_condition_that_no_example_needs_is_told_and_counts_where_it_is_asked_for(tmp_path: Path) -> None:
    found = _covered(tmp_path, _NEAR, _FAR)
    assert found.gaps(strict=True) == ("no example needs value.exclusive, affirmed",)
    assert table([found])[0].endswith("ok (no example needs value.exclusive, affirmed)")
    assert percentage([found], strict=True) == 0


def test_a_condition_is_needed_where_all_others_hold(tmp_path: Path) -> None:
    assert _covered(tmp_path, _NEAR, _FAR, _DENIED, _ROUND).gaps(strict=True) == ()


def test_an_example_of_another_rule_needs_a_condition_too(tmp_path: Path) -> None:
    other = """  - id: mine.denied
    attributes: ["*.turnout"]
    when: [value.exclusive, not affirmed]
    verdict: CONTRADICTS
    message: "{left} against {right}."
    examples:
      - {name: denied, expect: fires, a: 1000, b: {value: 900, polarity: negate}}
ignore: [fit.denies_another]
"""
    file = read_rules(_path(tmp_path, _NEAR, _FAR, more=other))
    outcomes = [run(example, file.ruleset) for example in file.examples]
    assert coverage(needs(file), map(record, outcomes))[0].unneeded == ("value.exclusive",)


def test_an_example_that_fails_shows_nothing(tmp_path: Path) -> None:
    assert not _covered(tmp_path, "{name: n, expect: fires, a: 10, b: 50}").fired


def test_two_claims_that_never_meet_are_no_silent_half(tmp_path: Path) -> None:
    assert not _covered(tmp_path, "{name: n, expect: silent, a: 10, b: 10}").silent


def test_percentages_are_rounded_down() -> None:
    whole, half = Coverage("a", 2, True, True, (), ()), Coverage("b", 1, True, False, (), ())
    assert percentage([whole] * 199 + [half]) == 99


_RIVAL = """  - id: mine.other
    when: [value.exclusive]
    verdict: CONTRADICTS
    message: "{left} against {right}."
"""


def test_two_rules_that_disagree_are_told(tmp_path: Path) -> None:
    path = _path(tmp_path, _NEAR, _FAR, more=_RIVAL)
    file = read_rules(path)
    told = lint([run(example, file.ruleset) for example in file.examples], file)
    assert "mine.turnout and mine.other are of one group" in told[0]
    assert told[1:] == [f"{path}:15: mine.other: never fired", f"{path}:15: mine.other: never silent"]


def _call(command: str, path: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["rules", command, str(path), *more])


@pytest.mark.parametrize(
    ("command", "examples", "code", "words"),
    [
        ("test", [_NEAR, _FAR], 0, "2 of 2 examples are as they say"),
        ("test", [_NEAR.replace("fires", "silent")], 1, "it fired"),
        ("test", [_NEAR.replace("name", "nam")], 2, "Did you mean 'name'?"),
        ("cov", [_NEAR, _FAR], 0, "100 % of the rules covered"),
        ("cov", [_NEAR], 1, "never silent; mutant factor=4 survived"),
        ("lint", [_NEAR, _FAR], 0, ""),
        ("lint", [_NEAR], 1, "never silent"),
        ("list", [_NEAR], 0, "mine.turnout"),
    ],
)
def test_the_commands(tmp_path: Path, command: str, examples: Sequence[str], code: int, words: str) -> None:
    outcome = _call(command, _path(tmp_path, *examples))
    assert outcome.exit_code == code
    assert words in outcome.output


def test_more_may_be_asked_for(tmp_path: Path) -> None:
    outcome = _call("cov", _path(tmp_path, _NEAR, _FAR), "--strict")
    assert (outcome.exit_code, "no example needs value.exclusive, affirmed" in outcome.output) == (1, True)


def test_less_may_be_enough(tmp_path: Path) -> None:
    assert _call("cov", _path(tmp_path, _NEAR), "--fail-under", "0").exit_code == 0
    assert _call("cov", _path(tmp_path, _NEAR), "--fail-under", "101").exit_code == 2


@pytest.mark.parametrize("command", ["test", "cov", "lint"])
def test_a_file_of_the_wrong_form_does_not_stop_the_others(tmp_path: Path, command: str) -> None:
    wrong = tmp_path / "wrong.rules.yaml"
    wrong.write_text("ruleset: wrong\n", encoding="utf-8")
    outcome = _call(command, wrong, str(_path(tmp_path, _NEAR, _FAR)))
    assert outcome.exit_code == 2
    assert "wrong.rules.yaml:1: the key 'version' is missing" in outcome.stderr
    assert command == "lint" or "2 of 2" in outcome.stdout or "1 of 1" in outcome.stdout
