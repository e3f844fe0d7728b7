"""Rule files: read strictly, and every complaint names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import RuleError
from reconcile.rules import default, load

_HEAD = "ruleset: mine\nversion: 1.0.0\n"


def _file(folder: Path, text: str) -> Path:
    path = folder / "mine.rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _rule(**changes: str) -> str:
    lines = {"id": "mine.one", "verdict": "EQUAL", "when": "[value.same]", "message": "same"} | changes
    return _HEAD + "rules:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in lines.items()) + "\n"


def test_a_users_rules_come_before_the_shipped_ones(tmp_path: Path) -> None:
    assert load(_file(tmp_path, _rule())).rules[0].id == "mine.one"


def test_a_users_schema_replaces_the_shipped_one_of_its_pattern(tmp_path: Path) -> None:
    text = _HEAD + 'attributes:\n  - {pattern: "*.killed", kind: quantity, varies: "no"}\n'
    (schema,) = [s for s in load(_file(tmp_path, text)).schemas if s.pattern == "*.killed"]
    assert schema.varies == "no"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (_HEAD + "ruless: []\n", 3, "Did you mean 'rules'?"),
        (_rule(mesage="x"), 8, "Did you mean 'message'?"),
        (_rule(verdict="CONTRADICT"), 5, "Did you mean 'CONTRADICTS'?"),
        (_rule(when="[value.exlusive]"), 6, "Did you mean 'exclusive'?"),
        (_rule(when="[valu.same]"), 6, "Did you mean 'value'?"),
        (_rule(when="[afirmed]"), 6, "Did you mean 'affirmed'?"),
        (_rule(message='"{lefft}"'), 7, "Did you mean 'left'?"),
        (_HEAD + "version: 2\n", 3, "stands twice"),
        (_HEAD + "rules: &x []\n", 3, "anchors"),
        (_HEAD + "rules: {}\n", 3, "is a list"),
        ("ruleset: mine\n", 1, "'version' is missing"),
        (_HEAD + "rules: [\n", 4, ""),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load(path)
    assert caught.value.where == f"{path}:{line}"
    assert words in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such rule file"):
        load(tmp_path / "none.rules.yaml")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="larger than"):
        load(_file(tmp_path, _HEAD + "#" * 1_000_001))


def test_words_that_look_like_numbers_or_truths_stay_words(tmp_path: Path) -> None:
    path = _file(tmp_path, "ruleset: no\nversion: 1.10\n")
    assert (load(path).name, load(path).version) == ("no", "1.10")


def test_the_report_names_every_rule_set_with_its_version(tmp_path: Path) -> None:
    assert [part["name"] for part in load(_file(tmp_path, _HEAD)).parts] == ["mine", default().name]


def test_every_shipped_rule_says_why_or_is_plain() -> None:
    assert all(rule.message.endswith(".") for rule in default().rules)
