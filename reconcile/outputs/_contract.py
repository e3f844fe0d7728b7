"""The report as plain data: the contract ``reconcile.report/1`` that other programs rely on.

Everything that is a set is sorted by content, so the same input in any order gives the same bytes. What
an article says in full stays out: claims carry their quotes and offsets.
"""

from __future__ import annotations

import importlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from reconcile import edtf
from reconcile.model import (
    Article,
    Axis,
    DateValue,
    DurationValue,
    Entity,
    Event,
    Evidence,
    Fact,
    Finding,
    Hypothesis,
    PlacedClaim,
    QuantityValue,
    Reading,
    Rejected,
    Relation,
    Report,
    SetValue,
    Severity,
    Value,
)
from reconcile.views._words import iso

__all__ = ["SCHEMA", "dump", "report_dict", "value_dict", "version"]

SCHEMA = "reconcile.report/1"
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_CLOCK = ("hour", "minute", "second")
_SEVERITIES = list(Severity)


def version() -> str:
    """The version of this library (read late: the facade imports this module)."""
    return str(importlib.import_module("reconcile").__version__)


def dump(data: Any, *, indent: int | None = None, compact: bool = False) -> str:
    """JSON in its own scripts; characters that steer a terminal or reorder a line are written as escapes.

    >>> dump({"a": "ב\u202e"}) == '{"a": "ב\\\\u202e"}'
    True
    """
    separators = (",", ":") if compact else None
    text = json.dumps(data, ensure_ascii=False, indent=indent, separators=separators, default=str)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def report_dict(report: Report) -> dict[str, Any]:
    """The report as JSON data, in the order of the data flow."""
    return {
        "schema": SCHEMA,
        "version": version(),
        "rulesets": [dict(item) for item in report.rulesets],
        "articles": [_article(item) for item in sorted(report.articles, key=lambda a: a.id)],
        "events": [_event(item) for item in sorted(report.events, key=lambda e: e.id)],
        "entities": [_entity(item) for item in sorted(report.entities, key=lambda e: e.id)],
        "claims": [_claim(item) for item in sorted(report.claims, key=_claim_key)],
        "readings": [_reading(item) for item in sorted(report.readings, key=lambda r: r.id)],
        "relations": [_relation(item) for item in sorted(report.relations, key=_relation_key)],
        "facts": [_fact(item) for item in sorted(report.facts, key=_fact_key)],
        "findings": [_finding(item) for item in sorted(report.findings, key=_finding_key)],
        "rejected": _sorted(_rejected(item) for item in report.rejected),
        "not_compared": _sorted(_record(item) for item in report.not_compared),
        "suppressed": _sorted(_record(item) for item in report.suppressed),
        "warnings": _sorted(_rejected(item) for item in report.warnings),
    }


def value_dict(value: Value) -> dict[str, Any]:
    """A value with its kind, its notation, and the words it was read from also when there are none.

    >>> from datetime import datetime
    >>> value_dict(DateValue(start=datetime(2026, 1, 5), end=datetime(2026, 1, 7), extent="fills"))["value"]
    '2026-01-05/2026-01-06'
    """
    data = {**value.to_dict(), **_notation(value), "raw": value.raw}
    if isinstance(value, SetValue):
        data["members"] = [value_dict(member) for member in value.members]
    if value.alternatives:
        data["alternatives"] = [value_dict(one) for one in value.alternatives]
    return data


def _notation(value: Value) -> dict[str, Any]:
    """The one-word form that the contract has for dates, durations and numbers."""
    match value:
        case DateValue(value=None) if value.resolved:
            told = edtf.write(
                value.start, value.end, grain=value.grain, extent=value.extent, approx=value.approx
            )
            return {"value": told}
        case DurationValue(value=None, min=int(low), max=high) if low == high:
            return {"value": f"P{'T' if value.unit in _CLOCK else ''}{low}{value.unit[0].upper()}"}
        case QuantityValue(value=None, min=low, max=high) if low is not None and low == high:
            return {"value": low}
    return {}


def _sorted(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(items, key=lambda item: json.dumps(item, ensure_ascii=False, default=str))


def _record(item: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key): _plain(told) for key, told in item.items()}


def _relation_key(relation: Relation) -> tuple[str, str, str, str]:
    return relation.left, relation.right, relation.relation.value, relation.rule


def _claim_key(placed: PlacedClaim) -> tuple[str, int, str]:
    start = placed.claim.spans[0].start if placed.claim.spans else None
    return placed.article.id, -1 if start is None else start, placed.id


def _fact_key(fact: Fact) -> tuple[str, str, str, str]:
    return fact.event, fact.attribute, json.dumps(dict(fact.qualifiers), sort_keys=True, default=str), fact.id


def _finding_key(finding: Finding) -> tuple[int, str, str, str]:
    return _SEVERITIES.index(finding.severity), finding.event, finding.attribute, finding.id


def _article(article: Article) -> dict[str, Any]:
    data = article.model_dump(mode="json", exclude={"text", "zones"}, exclude_defaults=True)
    told = {"id": article.id, "outlet": article.outlet, "language": article.language}
    return {**told, **data, "published": iso(article)}


def _event(event: Event) -> dict[str, Any]:
    return {"id": event.id, "label": event.label, "articles": sorted(event.articles)}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "event": entity.event,
        "names": sorted(entity.names),
        "aliases": [{"name": a.name, "of": a.of, "article": a.article} for a in entity.aliases],
        "roles": sorted(entity.roles),
        "claims": sorted(entity.claims),
        "ambiguous": sorted(entity.ambiguous),
    }


def _claim(placed: PlacedClaim) -> dict[str, Any]:
    claim = placed.claim
    span = claim.spans[0] if claim.spans else None
    told = claim.model_dump(
        mode="json", include={"basis", "as_of", "scope", "extractor", "meta"}, exclude_defaults=True
    )
    more = [item.to_dict() for item in claim.spans[1:]]
    return {
        "id": claim.id,
        "article": claim.article.id,
        "event": placed.event,
        "attribute": claim.attribute,
        "qualifiers": claim.model_dump(mode="json", include={"qualifiers"})["qualifiers"],
        "value": value_dict(placed.value),
        "attribution": [source.to_dict() for source in claim.attribution],
        "certainty": claim.certainty.value,
        "polarity": claim.polarity.value,
        "quote": span.quote if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "zone": claim.zone.value,
        "language": claim.language or claim.article.language,
        **told,
        **({"more_quotes": more} if more else {}),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {"id": reading.id, "claims": sorted(claim.id for claim in reading.claims)}


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "left": relation.left,
        "right": relation.right,
        "relation": relation.relation.value,
        "rule": relation.rule,
        "reason": relation.reason,
        "evidence": _evidence(relation.evidence),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    axes = ("value", "scope", "time", "modality", "source")
    return {axis: _axis(getattr(evidence, axis)) for axis in axes}


def _axis(axis: Axis) -> dict[str, Any]:
    reason = {"reason": axis.reason} if axis.reason else {}
    details = {key: item for key, item in _plain(axis.details).items() if item not in (None, [], {}, "")}
    return {"outcome": axis.outcome, **reason, **({"details": details} if details else {})}


def _plain(item: Any) -> Any:
    """Measures as JSON data, whatever a comparator put into them; sets in sorted order."""
    match item:
        case Mapping():
            return {str(key): _plain(item[key]) for key in sorted(item, key=str)}
        case set() | frozenset():
            return sorted((_plain(one) for one in item), key=str)
        case list() | tuple():
            return [_plain(one) for one in item]
        case None | bool() | int() | str():
            return item
        case float():
            return round(item, 6)
    return str(item)


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "event": fact.event,
        "attribute": fact.attribute,
        "qualifiers": _plain(fact.qualifiers),
        "value": value_dict(fact.value),
        "readings": sorted(fact.readings),
        "claims": sorted(fact.claims),
        "articles": sorted(fact.articles),
        "compatible": sorted(fact.compatible),
        "origins": {
            "min": fact.origins.min,
            "max": fact.origins.max,
            "names": sorted(fact.origins.names),
            "interested": sorted(fact.origins.interested),
        },
        "confidence": round(fact.confidence, 4),
        "status": fact.status.value,
        "runner_up": fact.runner_up,
        "share": round(fact.share, 4),
        "margin": round(fact.margin, 4),
        "why_not": fact.why_not,
        "silent": sorted(fact.silent),
        "ambiguous": sorted(fact.ambiguous),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "rule": finding.rule,
        "event": finding.event,
        "attribute": finding.attribute,
        "qualifiers": _plain(finding.qualifiers),
        "relation": finding.relation.value if finding.relation else None,
        "facts": list(finding.facts),
        "claims": sorted(finding.claims),
        "articles": sorted(finding.articles),
        "values": [
            {"value": value_dict(v.value), "claims": sorted(v.claims), "articles": sorted(v.articles)}
            for v in finding.values
        ],
        "left_out": list(finding.left_out),
        "reason": finding.reason,
        "evidence": _evidence(finding.evidence) if finding.evidence else None,
        "hypotheses": [_hypothesis(guess) for guess in finding.hypotheses],
    }


def _hypothesis(guess: Hypothesis) -> dict[str, Any]:
    return {
        "kind": guess.kind,
        "claims": sorted(guess.claims),
        "support": [{"kind": s.kind, "ref": s.ref, "reason": s.reason} for s in guess.support],
        "reason": guess.reason,
    }


def _rejected(item: Rejected) -> dict[str, Any]:
    return {"where": item.where, "reason": item.reason}
