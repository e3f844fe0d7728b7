"""The pytest plug-in, in pytest sessions of its own."""

from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree

import numpy as np
import pytest

import reconcile.testing._run  # before the sessions, which forget what they import; numpy can only be imported once

assert reconcile.testing._run
assert np

pytest_plugins = ["pytester"]

_FILE = """ruleset: mine
version: 1.0.0
rules:
  - id: mine.turnout
    attributes: ["*.turnout"]
    when: [value.exclusive, within_factor, affirmed]
    params: {factor: 3}
    verdict: ATTRIBUTED_DISAGREEMENT
    message: "{left} against {right}."
    examples:
      - {name: near, expect: fires, a: 1000, b: 3000}
      - {name: wrong, expect: fires, a: 1000, b: 3500}
      - {name: gap, expect: todo-fires, a: 1000, b: 5000}
"""
_RIGHT = _FILE.replace("{name: wrong, expect: fires", "{name: far, expect: silent")


def _make(pytester: pytest.Pytester, text: str) -> None:
    (pytester.path / "mine.rules.yaml").write_text(text, encoding="utf-8")


def test_every_example_is_an_item(pytester: pytest.Pytester) -> None:
    _make(pytester, _FILE)
    outcome = pytester.runpytest_inprocess()
    outcome.assert_outcomes(passed=2, failed=1, xfailed=1)
    outcome.stdout.fnmatch_lines(
        ["*mine.rules.yaml:12: rule mine.turnout, example 'wrong'", "*near miss*3.5*"]
    )


def test_items_are_selected_by_name(pytester: pytest.Pytester) -> None:
    _make(pytester, _FILE)
    pytester.runpytest_inprocess("-k", "near").assert_outcomes(passed=1, deselected=3)


def test_the_last_failures_run_again(pytester: pytest.Pytester) -> None:
    _make(pytester, _FILE)
    pytester.runpytest_inprocess()
    pytester.runpytest_inprocess("--lf").assert_outcomes(failed=1)


def test_junit_has_one_case_an_example(pytester: pytest.Pytester) -> None:
    _make(pytester, _FILE)
    pytester.runpytest_inprocess("--junitxml=out.xml")
    cases = ElementTree.parse(pytester.path / "out.xml").findall(".//testcase")
    assert [case.get("name") for case in cases][1:] == ["near", "wrong", "gap"]


def test_a_known_gap_that_closed_fails(pytester: pytest.Pytester) -> None:
    _make(pytester, _RIGHT.replace("b: 5000", "b: 2000"))
    pytester.runpytest_inprocess().assert_outcomes(passed=3, failed=1)


def test_a_file_of_the_wrong_form_is_told_with_its_line(pytester: pytest.Pytester) -> None:
    _make(pytester, _FILE.replace("within_factor", "within_facto"))
    outcome = pytester.runpytest_inprocess()
    outcome.assert_outcomes(errors=1)
    outcome.stdout.fnmatch_lines(["*mine.rules.yaml:6: no predicate*Did you mean 'within_factor'*"])


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
@pytest.mark.parametrize(
    ("text", "code", "words"), [(_RIGHT, 0, "ok*"), (_FILE, 1, "never silent; mutant factor=4*")]
)
def test_coverage_is_printed_and_asked_for(
    pytester: pytest.Pytester, workers: tuple[str, ...], text: str, code: int, words: str
) -> None:
    _make(pytester, text)
    outcome = pytester.runpytest("--rules-cov", "--rules-cov-fail-under", "100", *workers)
    outcome.stdout.fnmatch_lines([f"mine.turnout * {words}"])
    assert outcome.ret == code


def test_conditions_count_where_it_is_asked_for(pytester: pytest.Pytester) -> None:
    _make(pytester, _RIGHT)
    outcome = pytester.runpytest_inprocess("--rules-cov-strict", "--rules-cov-fail-under", "100")
    outcome.stdout.fnmatch_lines(["mine.turnout * no example needs value.exclusive, affirmed"])
    assert outcome.ret == 1


def test_too_little_coverage_alone_fails(pytester: pytest.Pytester) -> None:
    _make(pytester, _RIGHT.replace("b: 3000", "b: 2000"))
    assert pytester.runpytest_inprocess().ret == 0
    assert pytester.runpytest_inprocess("--rules-cov-fail-under", "100").ret == 1


def test_nothing_heavy_is_imported_without_a_rule_file() -> None:
    code = "import reconcile.pytest_plugin, sys; print('pydantic' in sys.modules, 'yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
