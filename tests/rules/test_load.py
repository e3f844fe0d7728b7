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
        (_rule(message='"{left!r}"'), 7, "a bare name: {left}"),
        (_rule(message='"{left"'), 7, "a stray brace"),
        (_rule(when="value.same"), 6, "a valid list, not 'value.same'"),
        (_rule(when="[within_factor]", params="{facto: 3}"), 8, "Did you mean 'factor'?"),
        (_rule(when="[within_factor]", params="{factor: high}"), 8, "factor is a number, not 'high'"),
        (_rule(params="{factor: 3}"), 8, "They have none"),
        (_HEAD + "version: 2\n", 3, "stands twice"),
        (_HEAD + "rules:\n  - {id: a.b, id: a.c}\n", 4, "'id' stands twice"),
        (_HEAD + "rules:\n\t- id: x\n", 4, "a tab cannot indent"),
        (_HEAD + "? [a, b]\n: c\n", 3, "a key is one word"),
        (_HEAD + "<<: {rules: []}\n", 3, "unknown key '<<'"),
        (_HEAD + "---\nruleset: b\n", 3, "another document"),
        (_HEAD + "rules: [{id: a\0b}]\n", 3, "control characters"),
        (_HEAD + "rules: " + "[" * 5000 + "]" * 5000, 3, "nest"),
        ("ruleset: [mine]\nversion: 1.0.0\n", 1, "is a word"),
        ("", 1, "is a mapping with the keys"),
        ("- mine\n", 1, "is a mapping with the keys"),
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


def test_a_file_that_is_no_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.rules.yaml"
    path.write_bytes(_HEAD.encode() + b"# caf\xe9\n")
    with pytest.raises(RuleError, match=r"mine.rules.yaml:3: this is no UTF-8"):
        load(path)


def test_a_byte_order_mark_is_no_word(tmp_path: Path) -> None:
    path = tmp_path / "mine.rules.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + _HEAD.encode())
    assert load(path).name == "mine"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "mine.rules.yaml").mkdir()
    with pytest.raises(RuleError, match="cannot be read"):
        load(tmp_path / "mine.rules.yaml")


@pytest.mark.parametrize(
    ("word", "read"), [("no", "no"), ("10:30", "10:30"), ("2026-01-05", "2026-01-05"), ("1_000", "1_000")]
)
def test_a_scalar_is_what_was_typed(tmp_path: Path, word: str, read: str) -> None:
    assert load(_file(tmp_path, f"ruleset: {word}\nversion: {word}\n")).parts[0]["version"] == read


def test_words_that_look_like_numbers_or_truths_stay_words(tmp_path: Path) -> None:
    path = _file(tmp_path, "ruleset: no\nversion: 1.10\n")
    assert (load(path).name, load(path).version) == ("no", "1.10")


def test_the_report_names_every_rule_set_with_its_version(tmp_path: Path) -> None:
    assert [part["name"] for part in load(_file(tmp_path, _HEAD)).parts] == ["mine", default().name]


def test_every_shipped_rule_says_why_or_is_plain() -> None:
    assert all(rule.message.endswith(".") for rule in default().rules)
