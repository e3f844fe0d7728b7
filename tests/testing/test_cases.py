"""One line of a user's test that checks a rule set."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.model import Claim
from reconcile.testing import PROPERTIES, _cases, check_cases, check_properties, claim, claims

_FILE = """ruleset: mine
version: 1.0.0
rules:
  - id: mine.votes
    attributes: ["*.votes_for"]
    when: [value.exclusive]
    verdict: CONTRADICTS
    message: m
    examples:
      - {name: two, expect: fires, a: 63, b: 68}
      - {name: one, expect: EXPECTED, a: 63, b: at least 60}
"""


def _path(folder: Path, expected: str) -> Path:
    path = folder / "mine.rules.yaml"
    path.write_text(_FILE.replace("EXPECTED", expected), encoding="utf-8")
    return path


def test_examples_that_are_as_they_say(tmp_path: Path) -> None:
    assert check_cases(_path(tmp_path, "silent"), covered=True) == ("two", "one")


def test_examples_that_are_not_are_all_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"mine.rules.yaml:11: rule mine.votes, example 'one'"):
        check_cases(_path(tmp_path, "fires"))


def test_a_half_may_be_asked_for(tmp_path: Path) -> None:
    path = _path(tmp_path, "silent")
    path.write_text(path.read_text().partition("      - {name: one")[0])
    assert check_cases(path) == ("two",)
    with pytest.raises(AssertionError, match=r"mine\.votes: never silent"):
        check_cases(path, covered=True)


def test_nothing_to_run_is_a_fault() -> None:
    with pytest.raises(AssertionError, match=r"no example of no\.such"):
        check_cases(rule="no.such")


_STORY = [
    *claims("blast.killed", {"a": 7, "b": 9, "c": 7}, event="blast", published="2026-01-06"),
    *claims("blast.date", {"a": "5 January 2026", "b": "9 January 2026"}, event="blast"),
    claim("blast.injured", "at least 20", outlet="a", event="blast", published="2026-01-06"),
]


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_story_keeps_its_verdicts(name: str) -> None:
    check_properties(_STORY, properties=[name])


_HEADS = [
    *claims("delegation.head", {"a": "Dana Lev", "b": "Dana Lev", "c": "Omar Haddad"}, event="t", qualifiers={"side": "Norway"}),
    claim("delegation.head", {"kind": "person", "name": "דנה לב"}, outlet="d", language="he", event="t",
          qualifiers={"side": "Norway"}),
]  # fmt: skip


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_story_of_people_keeps_its_verdicts(name: str) -> None:
    check_properties(_HEADS, properties=[name])


def test_names_are_printed_as_another_article_prints_them_else_letter_by_letter() -> None:
    told = PROPERTIES["names in another script"](_HEADS)
    assert [one.value.content for one in told[:3]] == ["דנה לב", "Dana Lev", "Omar Haddad"]
    assert [one.value.content for one in PROPERTIES["names in another script"](_HEADS[2:])[:1]] == [
        "אומר הדד"
    ]


def test_a_rule_that_looks_at_the_script_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.rules.yaml"
    path.write_text(
        "ruleset: mine\nversion: 1.0.0\nrules:\n"
        "  - {id: mine.two, when: [value.equivalent], verdict: CONTRADICTS, group: fit, message: m}\n"
    )
    with pytest.raises(AssertionError, match="names in another script changes the findings"):
        check_properties(_HEADS[:2], path)


def test_a_change_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def halve(given: list[Claim]) -> list[Claim]:
        return given[:1]

    monkeypatch.setattr(_cases, "PROPERTIES", {"half": halve})
    with pytest.raises(AssertionError, match="half changes the findings"):
        check_properties(_STORY, properties=["half"])
