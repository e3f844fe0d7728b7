"""JSON Schemas of the two contracts: the claim lines that go in and the report that comes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from reconcile.model import Certainty, Claim, FactStatus, FindingKind, Polarity, RelationKind, Severity, Value
from reconcile.model import Zone as PageZone
from reconcile.outputs._contract import SCHEMA

__all__ = ["claim_schema", "report_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_BARE = [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]
_RAW = {"type": "object", "required": ["raw"], "properties": {"raw": {"type": "string"}, "kind": False}}

# -------------------------------------------------------------------------------------------- claims


def claim_schema() -> dict[str, Any]:
    """The JSON Schema of one line of claims JSONL, as it may be written by hand.

    A null equals a missing key; ``value`` may be bare or its raw words alone; ``article`` may be an id.

    >>> claim_schema()["required"]
    ['article', 'attribute', 'value']
    """
    schema = _outward(_tidy(Claim.model_json_schema(), nullable=True))
    definitions, properties = schema.pop("$defs"), schema["properties"]
    del definitions["UnreadValue"]
    for definition in definitions.values():
        definition["properties"].pop("entity", None) if "properties" in definition else None
    span = definitions["Span"]["properties"]
    bare_set = {"type": "array", "items": {"anyOf": [*_BARE, _RAW, *_kinds(properties["value"])]}}
    definitions["SetValue"]["properties"]["members"] = _nullable(bare_set)
    shorthand = {key: span[key] if key != "quote" else _nullable(span[key]) for key in span}
    properties |= {
        **shorthand,
        "article": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Article"}]},
        "value": {"anyOf": [*_BARE, bare_set, _RAW, *_kinds(properties["value"])]},
    }
    head = {"$schema": _DIALECT, "title": "reconcile claim", **schema}
    return {**head, "$defs": definitions}


def _outward(schema: Any) -> Any:
    """Without the kind that only stands for words that have yet to be read."""
    if isinstance(schema, list):
        return [_outward(item) for item in schema if item != {"$ref": "#/$defs/UnreadValue"}]
    return {key: _outward(item) for key, item in schema.items()} if isinstance(schema, dict) else schema


def _kinds(union: Mapping[str, Any]) -> list[dict[str, Any]]:
    return list(union["oneOf"])


def _nullable(schema: Mapping[str, Any]) -> dict[str, Any]:
    options = schema.get("anyOf", [schema])
    return {"anyOf": [*options, *([] if {"type": "null"} in options else [{"type": "null"}])]}


def _tidy(schema: Any, *, nullable: bool) -> Any:
    """Pydantic's schema without titles, examples and default nulls; times are texts of any precision."""
    if isinstance(schema, list):
        return [_tidy(item, nullable=nullable) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: item
        for key, item in schema.items()
        if key not in ("title", "discriminator", "default", "format")
    }
    if "description" in kept:
        kept["description"] = " ".join(kept["description"].partition("\n\n")[0].split())
    properties = kept.pop("properties", None)
    made: dict[str, Any] = {
        key: _tidy(item, nullable=nullable) for key, item in kept.items() if key != "$defs"
    }
    if properties is not None:
        required = [*made.get("required", ()), *(["kind"] if "const" in properties.get("kind", {}) else [])]
        told = {name: _tidy(item, nullable=nullable) for name, item in properties.items()}
        free = {
            name: _nullable(item) if nullable and name not in required else item
            for name, item in told.items()
        }
        made |= {"properties": free, **({"required": required} if required else {})}
    if "$defs" in kept:
        made["$defs"] = {name: _tidy(item, nullable=nullable) for name, item in kept["$defs"].items()}
    return made


# -------------------------------------------------------------------------------------------- report

_TEXT: dict[str, Any] = {"type": "string"}
_MAYBE_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_MAYBE_COUNT: dict[str, Any] = {"type": ["integer", "null"], "minimum": 0}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_FREE: dict[str, Any] = {"type": "object"}
_VALUE: dict[str, Any] = {"$ref": "#/$defs/Value"}


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report contract. Consumers ignore keys they do not know.

    >>> report_schema()["properties"]["schema"]
    {'const': 'reconcile.report/1'}
    """
    parts: dict[str, dict[str, Any]] = {
        "schema": {"const": SCHEMA},
        "version": _TEXT,
        "rulesets": _list(_object(name=_TEXT, version=_TEXT, hash=_TEXT)),
        "articles": _list(_object(id=_TEXT, outlet=_MAYBE_TEXT, language=_MAYBE_TEXT, published=_MAYBE_TEXT)),
        "events": _list(_object(id=_TEXT, label=_TEXT, articles=_TEXTS)),
        "entities": _list(
            _object(
                id=_TEXT,
                kind=_TEXT,
                names=_TEXTS,
                aliases=_list(_object(name=_TEXT, of=_TEXT, article=_TEXT)),
                claims=_TEXTS,
            )
        ),
        "claims": _list(_claim()),
        "readings": _list(_object(id=_TEXT, claims=_TEXTS)),
        "relations": _list(_relation()),
        "facts": _list(_fact()),
        "findings": _list(_finding()),
        "rejected": _list(_object(where=_TEXT, reason=_TEXT)),
        "not_compared": _list(_FREE),
        "suppressed": _list(_FREE),
        "warnings": _list(_object(where=_TEXT, reason=_TEXT)),
    }
    title = {"$schema": _DIALECT, "title": "reconcile report"}
    return {**title, **_object(**parts), "$defs": {**_value_definitions(), "Evidence": _evidence()}}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _one_of(words: Any) -> dict[str, Any]:
    return {"enum": [str(word.value) for word in words]}


def _value_definitions() -> dict[str, Any]:
    schema = _open(_tidy(TypeAdapter(Value).json_schema(), nullable=True))
    definitions: dict[str, Any] = schema.pop("$defs")
    return {**definitions, "Value": schema}


def _open(schema: Any) -> Any:
    """The same schema with unknown keys allowed."""
    if isinstance(schema, list):
        return [_open(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: item for key, item in schema.items() if (key, item) != ("additionalProperties", False)}
    return {key: _open(item) for key, item in kept.items()}


def _claim() -> dict[str, Any]:
    return _object(
        id=_TEXT, article=_TEXT, event=_TEXT, attribute=_TEXT, qualifiers=_FREE, value=_VALUE,
        attribution=_list({"type": "object", "required": ["source"], "properties": {"source": _TEXT}}),
        certainty=_one_of(Certainty), polarity=_one_of(Polarity), quote=_MAYBE_TEXT, start=_MAYBE_COUNT,
        end=_MAYBE_COUNT, zone=_one_of(PageZone), language=_MAYBE_TEXT,
    )  # fmt: skip


def _relation() -> dict[str, Any]:
    return _object(
        left=_TEXT, right=_TEXT, relation=_one_of(RelationKind), rule=_TEXT, reason=_TEXT,
        evidence={"$ref": "#/$defs/Evidence"},
    )  # fmt: skip


def _evidence() -> dict[str, Any]:
    axis = {"type": "object", "required": ["outcome"],
            "properties": {"outcome": _TEXT, "reason": _TEXT, "details": _FREE}}  # fmt: skip
    return _object(value=axis, scope=axis, time=axis, modality=axis, source=axis)


def _fact() -> dict[str, Any]:
    return _object(
        id=_TEXT, event=_TEXT, attribute=_TEXT, qualifiers=_FREE, value=_VALUE, readings=_TEXTS,
        claims=_TEXTS, articles=_TEXTS, compatible=_TEXTS,
        origins=_object(min=_COUNT, max=_COUNT, names=_TEXTS, interested=_TEXTS),
        confidence={"type": "number", "minimum": 0, "maximum": 1}, status=_one_of(FactStatus),
        runner_up=_MAYBE_TEXT, share={"type": "number", "minimum": 0, "maximum": 1}, margin={"type": "number"},
        why_not=_TEXT,
    )  # fmt: skip


def _finding() -> dict[str, Any]:
    support = _object(kind={"enum": ["origins", "publication", "fact", "calendar"]}, ref=_TEXT, reason=_TEXT)
    return _object(
        id=_TEXT, kind=_one_of(FindingKind), severity=_one_of(Severity), rule=_TEXT, event=_TEXT,
        attribute=_TEXT, qualifiers=_FREE, facts=_TEXTS, claims=_TEXTS, articles=_TEXTS,
        values=_list(_object(value=_VALUE, claims=_TEXTS, articles=_TEXTS)), left_out=_TEXTS, reason=_TEXT,
        hypotheses=_list(_object(kind=_TEXT, claims=_TEXTS, support=_list(support), reason=_TEXT)),
    )  # fmt: skip
