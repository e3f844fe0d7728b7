"""Rules written in Python, and rule sets that another package brings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from reconcile.errors import PluginError, RuleError, UnknownNameError
from reconcile.model import Pair
from reconcile.rules import PREDICATES, default, fires, load, predicate, read_rules, rule, ruleset, silent
from reconcile.rules._yaml import Document
from reconcile.testing._coverage import coverage, needs, record
from reconcile.testing._run import run


@pytest.fixture(autouse=True)
def _forget_predicates() -> Iterator[None]:
    known = set(PREDICATES)
    yield
    for name in set(PREDICATES) - known:
        del PREDICATES[name]


def _rules() -> Document:
    @rule(
        "mine.gap",
        verdict="CONTRADICTS",
        attributes=["*.turnout"],
        when=["value.exclusive"],
        message="{left} against {right}.",
        examples=[
            fires("four", a=4, b=8, evidence={"value.gap": 4}),
            silent("three", a=4, b=7),
        ],
    )
    def gap_of(pair: Pair, *, least: float = 4) -> bool:
        """A gap of some people."""
        return bool(pair.evidence.value.details.get("gap", 0) >= least)

    schema = {"pattern": "*.turnout", "kind": "quantity", "cardinality": "one", "varies": "no"}
    return ruleset("mine", "1.0.0", [gap_of], attributes=[schema])


def test_keywords_are_thresholds_and_the_docstring_is_the_reason() -> None:
    (made, *_) = load(_rules()).rules
    assert (made.id, made.params, made.why) == ("mine.gap", {"least": 4.0}, "A gap of some people.")
    assert made.when == ("value.exclusive", "gap_of")


def test_examples_run_and_cover_as_in_a_file() -> None:
    file = read_rules(_rules())
    outcomes = [run(example, file.ruleset) for example in file.examples]
    assert [outcome.problem for outcome in outcomes] == ["", ""]
    assert [one.gaps() for one in coverage(needs(file), map(record, outcomes))] == [()]


def test_a_fault_is_told_with_the_line_of_the_function() -> None:
    made = _rules()
    made.data["rules"][0]["verdict"] = "CONTRADICT"
    with pytest.raises(RuleError, match=r"test_python_form.py:\d+: verdict.*Did you mean 'CONTRADICTS'"):
        load(made)


def test_an_unknown_key_is_told() -> None:
    with pytest.raises(RuleError, match="Did you mean 'kinds'"):
        rule("mine.x", verdict="EQUAL", message="m", kind=["date"])


def test_a_predicate_may_be_named_by_any_file(tmp_path: Path) -> None:
    @predicate
    def far(pair: Pair, *, least: float = 2) -> bool:
        return bool(pair.evidence.value.details.get("gap", 0) > least)

    path = tmp_path / "mine.rules.yaml"
    path.write_text(
        "ruleset: mine\nversion: 1.0.0\nrules:\n  - {id: mine.far, verdict: EQUAL, when: [far], message: m}\n"
    )
    assert load(path).rules[0].when == ("far",)


def test_a_taken_name_is_refused() -> None:
    def grows(pair: Pair) -> bool:
        return True

    with pytest.raises(RuleError, match="a second predicate named 'grows'"):
        predicate(grows)


# --- installed


_Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Install:
    def make(module: str, attr: str) -> None:
        package = tmp_path / module
        package.mkdir()
        (package / "__init__.py").write_text("")
        (package / "votes.rules.yaml").write_text(
            "ruleset: newsroom.votes\nversion: 2.0.0\nrules:\n"
            '  - id: votes.exact\n    attributes: ["*.votes_for"]\n    when: [value.exclusive]\n'
            "    verdict: CONTRADICTS\n    message: m\n"
            "    examples: [{name: two, expect: fires, a: 63, b: 68}]\n"
        )
        monkeypatch.syspath_prepend(str(tmp_path))
        points = [EntryPoint("votes", f"{module}:{attr}", "reconcile.rulesets")]
        monkeypatch.setattr("reconcile.rules._installed.entry_points", lambda group: points)

    return make


@pytest.mark.parametrize("name", ["votes", "newsroom_a"])
def test_an_installed_rule_set_is_selected_by_name(install: _Install, name: str) -> None:
    install("newsroom_a", "votes.rules.yaml")
    assert [part["name"] for part in load([name]).parts] == ["newsroom.votes", default().name]
    sys.modules.pop("newsroom_a", None)


def test_the_examples_of_an_installed_rule_set_run(install: _Install) -> None:
    install("newsroom_b", "votes.rules.yaml")
    file = read_rules("votes")
    assert file.examples[0].where == "newsroom_b/votes.rules.yaml:9"
    assert [run(example, file.ruleset).problem for example in file.examples] == [""]
    sys.modules.pop("newsroom_b", None)


def test_an_unknown_name_is_told_with_the_nearest(install: _Install) -> None:
    install("newsroom_c", "votes.rules.yaml")
    with pytest.raises(UnknownNameError, match="Did you mean 'votes'"):
        load(["vote"])


def test_an_entry_point_to_something_else_is_refused(install: _Install) -> None:
    install("newsroom_d", "__name__")
    with pytest.raises(PluginError, match="no rule set"):
        load(["votes"])
    sys.modules.pop("newsroom_d", None)


@pytest.mark.parametrize(
    ("asked", "words"),
    [(">=99", "needs a version >=99"), ("<0.1", "needs a version"), ("new", "is no version")],
)
def test_a_version_that_is_not_met_is_an_error(tmp_path: Path, asked: str, words: str) -> None:
    path = tmp_path / "mine.rules.yaml"
    path.write_text(f'ruleset: mine\nversion: 1.0.0\nrequires: "{asked}"\n')
    with pytest.raises(RuleError, match=f":3: .*{words}"):
        load(path)


@pytest.mark.parametrize("asked", [">=0.1", ">=0.1.0,<2", "==0.1"])
def test_a_version_that_is_met_is_none(tmp_path: Path, asked: str) -> None:
    path = tmp_path / "mine.rules.yaml"
    path.write_text(f'ruleset: mine\nversion: 1.0.0\nrequires: "{asked}"\n')
    assert load(path).name == "mine"
