"""JSON Schemas of the three forms that other programs read and write: claims, reports and rule files.

The schema of a claim and of a rule file is drawn from the models that read them, and widened by the
shorthands that the reader accepts (bare values, a null for a missing key). The schema of the report is written
out in ``report.json``: it is a promise to consumers, not a picture of our classes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from reconcile.errors import UnknownNameError
from reconcile.model import Claim, Rule, Schema
from reconcile.rules import AXES, PREDICATES

__all__ = ["names", "schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SPAN = {"quote": "string", "start": "integer", "end": "integer", "zone": "string"}
_BARE: tuple[dict[str, Any], ...] = (
    {"type": ["string", "number", "boolean"]},
    {"type": "array", "description": "an open set"},
    {"type": "object", "required": ["raw"], "not": {"required": ["kind"]}},
)
_INTERNAL = ("unread",)
"""Kinds that only stand for words that have yet to be read."""


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
    return {"$schema": _DIALECT, **_SCHEMAS[name]()}


def _claim() -> dict[str, Any]:
    drawn = _outward(Claim.model_json_schema())
    properties = drawn["properties"]
    properties["article"] = {"anyOf": [properties["article"], {"type": "string"}]}
    properties["value"] = {"anyOf": [*properties["value"]["anyOf"], *_BARE]}
    members = drawn["$defs"]["SetValue"]["properties"]["members"]["items"]
    members["anyOf"] = [*members["anyOf"], *_BARE]
    properties.update({key: {"type": kind} for key, kind in _SPAN.items()})
    for definition in (drawn, *drawn["$defs"].values()):
        _nullable(definition)
    return {**drawn, "title": "A claim: one line of claims JSONL"}


def _report() -> dict[str, Any]:
    text = (files(__name__) / "report.json").read_text(encoding="utf-8")
    drawn: dict[str, Any] = json.loads(text)
    return drawn


def _rules() -> dict[str, Any]:
    rule, attribute = Rule.model_json_schema(), Schema.model_json_schema()
    definitions = {
        **rule.pop("$defs", {}),
        **attribute.pop("$defs", {}),
        "rule": rule,
        "attribute": attribute,
    }
    rule["properties"]["when"]["items"] = _term()
    definitions = {name: _plain(drawn) for name, drawn in definitions.items()}
    return {
        "title": "A rule file (*.rules.yaml)",
        "type": "object",
        "additionalProperties": False,
        "required": ["ruleset", "version"],
        "properties": {
            "ruleset": {"type": "string"},
            "version": {"type": "string"},
            "requires": {"type": "string"},
            "attributes": {"type": "array", "items": {"$ref": "#/$defs/attribute"}},
            "fixtures": {"type": "object"},
            "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        },
        "$defs": definitions,
    }


_SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {"claim": _claim, "report": _report, "rules": _rules}


def _term() -> dict[str, Any]:
    axes = [f"{axis}\\.({'|'.join(names)})(\\|({'|'.join(names)}))*" for axis, names in _sorted_axes()]
    return {"anyOf": [{"enum": sorted(PREDICATES)}, {"type": "string", "pattern": f"^({'|'.join(axes)})$"}]}


def _sorted_axes() -> list[tuple[str, list[str]]]:
    return [(axis, sorted(outcomes)) for axis, outcomes in AXES.items()]


def _plain(drawn: Any) -> Any:
    """Titles made from field names, and doctests in descriptions, say nothing to an editor."""
    if isinstance(drawn, list):
        return [_plain(item) for item in drawn]
    if not isinstance(drawn, dict):
        return drawn
    kept = {key: item for key, item in drawn.items() if not (key == "title" and isinstance(item, str))}
    if isinstance(kept.get("description"), str):
        kept["description"] = kept["description"].split("\n\n", 1)[0].replace("``", "`")
    return {key: _plain(item) for key, item in kept.items()}


def _outward(drawn: dict[str, Any]) -> dict[str, Any]:
    """Without internal kinds; a value names its kind, so one of several forms is any of them."""
    text = json.dumps(_plain(drawn)).replace('"oneOf"', '"anyOf"')
    outward: dict[str, Any] = _without_internal(json.loads(text))
    for definition in outward["$defs"].values():
        if "kind" in definition.get("properties", {}):
            definition["required"] = sorted({"kind", *definition.get("required", ())})
    return outward


def _without_internal(drawn: Any) -> Any:
    gone = {f"{kind.capitalize()}Value" for kind in _INTERNAL}
    if isinstance(drawn, list):
        return [_without_internal(item) for item in drawn if not _points_to(item, gone)]
    if isinstance(drawn, dict):
        return {
            key: _without_internal(item)
            for key, item in drawn.items()
            if key not in gone and key != "discriminator"
        }
    return drawn


def _points_to(item: Any, gone: set[str]) -> bool:
    return isinstance(item, dict) and item.get("$ref", "").rpartition("/")[2] in gone


def _nullable(definition: dict[str, Any]) -> None:
    required = definition.get("required", ())
    for key, drawn in definition.get("properties", {}).items():
        if key not in required:
            definition["properties"][key] = {"anyOf": [drawn, {"type": "null"}]}
