"""The schemas accept what the reader accepts, and refuse what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from reconcile.errors import UnknownNameError
from reconcile.schemas import names, schema

ROOT = Path(__file__).parents[1]


def _accepts(name: str, data: Any) -> bool:
    return bool(Draft202012Validator(schema(name)).is_valid(data))


def _claim(**keys: Any) -> dict[str, Any]:
    return {"article": "a", "attribute": "talks.date", "value": "5 January", **keys}


@pytest.mark.parametrize("name", names())
def test_every_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


def test_an_unknown_schema_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'claim'"):
        schema("claims")


def test_every_claim_of_the_sample_is_accepted() -> None:
    lines = (ROOT / "examples" / "paris_talks_claims.jsonl").read_text(encoding="utf-8").splitlines()
    validator = Draft202012Validator(schema("claim"))
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


@pytest.mark.parametrize(
    "value",
    [
        "5 January",
        7,
        True,
        ["Israel", "Syria"],
        {"raw": "يوم الثلاثاء"},
        {"kind": "date", "value": "2026-01-05"},
        {"kind": "set", "members": ["a", {"kind": "person", "roles": ["envoy"]}], "closed": True},
    ],
)
def test_a_value_may_be_bare_or_typed(value: Any) -> None:
    assert _accepts("claim", _claim(value=value))


def test_a_null_is_a_missing_key() -> None:
    assert _accepts("claim", _claim(event=None, certainty=None, quote=None))


@pytest.mark.parametrize("key", ["article", "attribute", "value"])
def test_a_required_key_is_required(key: str) -> None:
    claim = _claim()
    del claim[key]
    assert not _accepts("claim", claim)


@pytest.mark.parametrize(
    "wrong", [{"certanty": "asserted"}, {"certainty": "sure"}, {"value": {"kind": "dat"}}]
)
def test_a_wrong_key_or_word_is_refused(wrong: dict[str, Any]) -> None:
    assert not _accepts("claim", _claim(**wrong))


def test_no_internal_kind_shows() -> None:
    assert "unread" not in json.dumps(schema("claim")).lower()


def _as_yaml_1_2(data: Any) -> Any:
    """Plain scalars as an editor types them: ``no`` is a string, ``true`` a boolean, ``0.5`` a number."""
    match data:
        case dict():
            return {key: _as_yaml_1_2(item) for key, item in data.items()}
        case list():
            return [_as_yaml_1_2(item) for item in data]
        case "true" | "false":
            return data == "true"
        case str() if re.fullmatch(r"-?\d+(\.\d+)?", data):
            return float(data)
    return data


def test_the_shipped_rule_file_is_accepted() -> None:
    path = ROOT / "reconcile" / "rules" / "default.rules.yaml"
    rules = _as_yaml_1_2(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))
    errors = Draft202012Validator(schema("rules")).iter_errors(rules)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_a_term_of_no_axis_is_refused() -> None:
    rule = {"id": "a.b", "verdict": "EQUAL", "when": ["valu.same"], "message": "m"}
    assert not _accepts("rules", {"ruleset": "r", "version": "1", "rules": [rule]})
    assert _accepts("rules", {"ruleset": "r", "version": "1", "rules": [{**rule, "when": ["value.same"]}]})


@pytest.mark.parametrize(
    ("changed", "right"),
    [
        ({}, True),
        ({"expect": "todo-silent", "evidence": {"value.gap": 5}}, True),
        ({"a": {"kind": "quantity", "value": 5}, "b": {"like": "x"}, "published": "2026-01-06"}, True),
        ({"expect": "fire"}, False),
        ({"evidence": {"valu": "same"}}, False),
        ({"certanty": "possible"}, False),
        ({"a": {"vale": 5}}, False),
    ],
)
def test_an_example_is_held_to_its_form(changed: dict[str, Any], right: bool) -> None:
    example = {"name": "n", "expect": "fires", "a": 5, "b": "6", **changed}
    rule = {"id": "a.b", "verdict": "EQUAL", "when": ["value.same"], "message": "m", "examples": [example]}
    assert _accepts("rules", {"ruleset": "r", "version": "1", "rules": [rule]}) is right
    foreign = {"ruleset": "r", "version": "1", "examples": [{**example, "rule": "fit.equal"}]}
    assert _accepts("rules", foreign) is right
