"""JSON Schemas of the three forms that other programs read and write: claims, reports and rule files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from reconcile.errors import UnknownNameError
from reconcile.model import Override, Rule, Schema, Suppression
from reconcile.outputs import claim_schema, report_schema
from reconcile.rules import AXES, PREDICATES
from reconcile.rules._examples import CLAIM_KEYS, EXPECTATIONS, KEYS

__all__ = ["names", "rules_schema", "schema"]


def names() -> tuple[str, ...]:
    """The names of all schemas.

    >>> names()
    ('claim', 'report', 'rules')
    """
    return tuple(_SCHEMAS)


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of one form.

    Raises:
        UnknownNameError: when there is none of this name.

    >>> schema("claim")["required"]
    ['article', 'attribute', 'value']
    """
    if name not in _SCHEMAS:
        raise UnknownNameError("schema", name, names())
    return _SCHEMAS[name]()


def rules_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file, for the completion of an editor.

    >>> rules_schema()["required"]
    ['ruleset', 'version']
    """
    models: Mapping[str, type[BaseModel]] = {
        "Rule": Rule,
        "Attribute": Schema,
        "Override": Override,
        "Suppression": Suppression,
    }
    drawn = {name: model.model_json_schema() for name, model in models.items()}
    shared = {key: one for each in drawn.values() for key, one in each.pop("$defs", {}).items()}
    rule = drawn["Rule"]
    drawn["Suppression"]["properties"].pop("where")
    rule["properties"]["when"]["items"] = _term()
    rule["properties"]["examples"] = {"type": "array", "items": {"$ref": "#/$defs/Example"}}
    text = {"type": "string"}
    foreign = {"allOf": [{"$ref": "#/$defs/ExampleKeys"}], "required": [*_NEEDED, "rule"],
               "propertyNames": {"enum": [*KEYS, "rule"]}}  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "reconcile rules",
        "type": "object",
        "additionalProperties": False,
        "required": ["ruleset", "version"],
        "properties": {
            "ruleset": text,
            "version": text,
            "requires": text,
            "plan": {"type": ["integer", "string"], "description": "How many examples the file holds."},
            "extend": {"type": "array", "items": text},
            "select": {"type": "array", "items": text},
            "ignore": {"type": "array", "items": text},
            "overrides": {"type": "array", "items": {"$ref": "#/$defs/Override"}},
            "suppressions": {"type": "array", "items": {"$ref": "#/$defs/Suppression"}},
            "attributes": {"type": "array", "items": {"$ref": "#/$defs/Attribute"}},
            "fixtures": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Said"}},
            "rules": {"type": "array", "items": {"$ref": "#/$defs/Rule"}},
            "examples": {"type": "array", "items": foreign},
        },
        "$defs": _plain({**shared, **drawn, **_examples()}),
    }


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "claim": claim_schema,
    "report": report_schema,
    "rules": rules_schema,
}


_NEEDED = ("name", "expect", "a", "b")


def _examples() -> dict[str, Any]:
    """Examples, and the claims in them: bare words, a list, a typed value, or a claim in shorthand."""
    said = {"$ref": "#/$defs/Said"}
    evidence = "|".join([*(rf"{axis}(\.\w+)?" for axis in AXES), "relation", "rule", "missed"])
    keys = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "expect": {"enum": list(EXPECTATIONS)},
            "a": said,
            "b": said,
            "others": {"type": "array", "items": said},
            "evidence": {"type": "object", "propertyNames": {"pattern": f"^({evidence})$"}},
        },
    }
    claim = {
        "type": "object",
        "propertyNames": {"enum": [*CLAIM_KEYS, "like"]},
        "anyOf": [{"required": ["value"]}, {"required": ["like"]}],
    }
    typed = {"type": "object", "anyOf": [{"required": ["kind"]}, {"required": ["raw"]}]}
    return {
        "Said": {"anyOf": [{"type": ["string", "number", "boolean", "array"]}, typed, claim]},
        "ExampleKeys": keys,
        "Example": {
            "allOf": [{"$ref": "#/$defs/ExampleKeys"}],
            "required": list(_NEEDED),
            "propertyNames": {"enum": list(KEYS)},
        },
    }


def _term() -> dict[str, Any]:
    """``axis.outcome|outcome`` or the name of a predicate, with or without ``not`` before it."""
    axes = [rf"{axis}\.({outcomes})(\|({outcomes}))*" for axis, outcomes in _outcomes()]
    return {"type": "string", "pattern": f"^(not )?({'|'.join([*axes, *sorted(PREDICATES)])})$"}


def _outcomes() -> list[tuple[str, str]]:
    return [(axis, "|".join(sorted(outcomes))) for axis, outcomes in AXES.items()]


def _plain(drawn: Any) -> Any:
    """Without the titles made from field names, and only the first sentence of a docstring."""
    if isinstance(drawn, list):
        return [_plain(item) for item in drawn]
    if not isinstance(drawn, dict):
        return drawn
    kept = {key: item for key, item in drawn.items() if key != "title" or not isinstance(item, str)}
    if isinstance(kept.get("description"), str):
        kept["description"] = kept["description"].partition("\n\n")[0].replace("``", "`")
    return {key: _plain(item) for key, item in kept.items()}
