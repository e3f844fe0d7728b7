"""Examples inside a rule file: what may be written, and what is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.rules import Example, load, read_rules

_RULE = """ruleset: mine
version: 1.0.0
fixtures:
  he_dec: {value: "5 בדצמבר 2025", language: he, outlet: c}
rules:
  - id: mine.one
    attributes: ["*.date"]
    when: [value.exclusive]
    verdict: CONTRADICTS
    message: "differs."
    examples:
"""


def _file(folder: Path, *examples: str, more: str = "") -> Path:
    path = folder / "mine.rules.yaml"
    path.write_text(_RULE + "".join(f"      - {one}\n" for one in examples) + more, encoding="utf-8")
    return path


def _only(folder: Path, example: str) -> Example:
    (found,) = read_rules(_file(folder, example)).examples
    return found


def test_an_example_is_two_bare_words(tmp_path: Path) -> None:
    one = _only(tmp_path, "{name: n, expect: fires, a: 5 May 2025, b: 6 June 2025}")
    assert [claim.value.raw for claim in one.claims] == ["5 May 2025", "6 June 2025"]
    assert [(c.article.outlet, c.attribute, c.article.language) for c in one.claims] == [
        ("a", "example.date", "en"),
        ("b", "example.date", "en"),
    ]
    assert one.where.endswith("mine.rules.yaml:12")


def test_a_fixture_is_named_or_changed(tmp_path: Path) -> None:
    one = _only(tmp_path, "{name: n, expect: silent, a: he_dec, b: {like: he_dec, outlet: d}}")
    assert [(c.article.outlet, c.language or c.article.language) for c in one.claims] == [
        ("c", "he"),
        ("d", "he"),
    ]


def test_a_key_of_the_example_holds_for_all_claims(tmp_path: Path) -> None:
    one = _only(tmp_path, "{name: n, expect: fires, published: 2026-01-06, a: x, b: y, others: [z]}")
    assert [f"{claim.article.published:%d}" for claim in one.claims] == ["06", "06", "06"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("70", "unread"),
        ("true", "boolean"),
        ("[a, b]", "set"),
        ("{kind: quantity, value: 70}", "quantity"),
        ("{value: true}", "boolean"),
    ],
)
def test_a_value_may_be_bare_or_typed(tmp_path: Path, value: str, kind: str) -> None:
    one = _only(tmp_path, f"{{name: n, expect: fires, a: {value}, b: y}}")
    assert one.claims[0].value.kind == kind


def test_sources_are_an_attribution(tmp_path: Path) -> None:
    one = _only(tmp_path, "{name: n, expect: fires, a: {value: x, sources: [Reuters, a mayor]}, b: y}")
    assert [source.source for source in one.claims[0].attribution] == ["Reuters", "a mayor"]


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("{name: n, expct: fires, a: x, b: y}", "Did you mean 'expect'?"),
        ("{name: n, expect: fire, a: x, b: y}", "Did you mean 'fires'?"),
        ("{name: n, expect: fires, a: x}", "needs the key 'b'"),
        ("{name: n, expect: fires, a: {vale: x}, b: y}", "Did you mean 'value'?"),
        ("{name: n, expect: fires, a: he_dek, b: y}", "Did you mean 'he_dec'?"),
        ("{name: n, expect: fires, a: {like: he}, b: y}", "no fixture 'he'"),
        ("{name: n, expect: fires, a: {outlet: q}, b: y}", "needs the key 'value'"),
        ("{name: n, expect: fires, a: x, b: y, evidence: {valu: same}}", "Did you mean 'value'?"),
        ("{name: n, expect: fires, a: x, b: y, evidence: {value: exlusive}}", "Did you mean 'exclusive'?"),
        ("{name: n, expect: fires, a: x, b: y, others: z}", "is a list"),
        ("just words", "a valid dictionary"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, example: str, words: str) -> None:
    path = _file(tmp_path, example)
    with pytest.raises(RuleError) as caught:
        load(path)
    assert words in caught.value.message
    assert caught.value.where == f"{path}:12"


def test_two_examples_alike_are_an_error(tmp_path: Path) -> None:
    one = "{name: n, expect: fires, a: x, b: y}"
    with pytest.raises(RuleError, match="a second example"):
        load(_file(tmp_path, one, one.replace("name: n", "name: m")))


def test_a_claim_that_is_none_is_told_when_examples_are_read(tmp_path: Path) -> None:
    path = _file(tmp_path, "{name: n, expect: fires, a: {value: x, certainty: sure}, b: y}")
    with pytest.raises(RuleError, match=r"rules.yaml:12: no claim"):
        read_rules(path)


def test_a_file_may_hold_examples_of_the_rules_of_others(tmp_path: Path) -> None:
    more = "examples:\n  - {rule: fit.equl, name: n, expect: fires, a: x, b: y}\n"
    with pytest.raises(RuleError, match=r":13: no rule named 'fit.equl'. Did you mean 'fit.equal'"):
        read_rules(_file(tmp_path, more=more))


def test_a_rule_of_all_attributes_needs_one_in_its_examples(tmp_path: Path) -> None:
    more = "examples:\n  - {rule: fit.equal, name: n, expect: fires, a: x, b: y}\n"
    with pytest.raises(RuleError, match="say which one"):
        read_rules(_file(tmp_path, more=more))
