"""The trace as rows of a table, for spreadsheets and data frames. No cell carries a control character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reconcile import values
from reconcile.views._bidi import clean
from reconcile.views._shapes import Cell, FactRow, FindingTrace, Side, Voice
from reconcile.views._trace import Trace
from reconcile.views._words import said_by

__all__ = [
    "CLAIM_COLUMNS",
    "FACT_COLUMNS",
    "FINDING_COLUMNS",
    "cells",
    "claims",
    "facts",
    "finding",
    "findings",
]

FINDING_COLUMNS = (
    "finding", "severity", "kind", "event", "attribute", "question", "side", "value", "outlet", "published",
    "language", "quote", "said_by", "notes", "rule", "ruleset", "reason",
)  # fmt: skip
CLAIM_COLUMNS = (
    "claim", "article", "event", "attribute", "question", "kind", "value", "certainty", "polarity", "zone", "outlet",
    "published", "language", "quote", "said_by", "notes",
)  # fmt: skip
FACT_COLUMNS = (
    "fact", "event", "attribute", "question", "value", "names", "status", "confidence", "outlets", "origins",
)  # fmt: skip


def findings(trace: Trace) -> Iterator[dict[str, Any]]:
    """One row for every quote of every side of every finding."""
    for found in trace.findings:
        yield from finding(found)


def finding(found: FindingTrace) -> Iterator[dict[str, Any]]:
    """One row for every quote of every side of one finding."""
    head = {"finding": found.id, "severity": found.severity.value, "kind": found.kind.value,
            "event": found.event, "attribute": found.attribute, "question": found.question}  # fmt: skip
    tail = {"rule": found.rule, "ruleset": found.ruleset, "reason": found.reason}
    for number, side in enumerate(found.sides, 1):
        for voice in side.voices:
            yield {**head, "side": number, "value": _value(side), **_told(voice), **tail}


def claims(trace: Trace) -> Iterator[dict[str, Any]]:
    """One row a claim."""
    for placed in sorted(trace.report.claims, key=lambda placed: placed.id):
        claim = placed.claim
        yield {
            "claim": placed.id,
            "article": placed.article.id,
            "event": placed.event,
            "attribute": claim.attribute,
            "question": trace.question(placed),
            "kind": placed.value.kind,
            "value": clean(values.show(placed.value)),
            "certainty": claim.certainty.value,
            "polarity": claim.polarity.value,
            "zone": claim.zone.value,
            **_told(trace.voice(placed)),
        }


def facts(trace: Trace) -> Iterator[dict[str, Any]]:
    """One row a fact."""
    for row in trace.facts:
        yield {
            **_fact(row),
            "names": "; ".join(row.side.names),
            "status": row.status.value,
            "confidence": row.confidence,
            "outlets": "; ".join(row.side.outlets),
            "origins": "; ".join(row.side.origins),
        }


def cells(row: FactRow, of: Iterable[Cell] | None = None) -> Iterator[dict[str, Any]]:
    """One row for every article that has, or could have, something to do with a fact."""
    for cell in row.cells if of is None else of:
        yield {
            **_fact(row),
            "status": row.status.value,
            "article": cell.article,
            "outlet": cell.outlet,
            "sign": cell.sign,
            "word": cell.word,
            "quote": "; ".join(quote for voice in cell.voices for quote in voice.quotes),
            "instead": "; ".join(cell.others),
        }


def _fact(row: FactRow) -> dict[str, Any]:
    return {"fact": row.id, "event": row.event, "attribute": row.attribute, "question": row.question,
            "value": _value(row.side)}  # fmt: skip


def _value(side: Side) -> str:
    return f"denied: {side.value}" if side.denied else side.value


def _told(voice: Voice) -> dict[str, str]:
    return {
        "outlet": voice.outlet,
        "published": voice.iso or "",
        "language": voice.language or "",
        "quote": voice.quote or voice.raw or "",
        "said_by": said_by(voice.chain),
        "notes": "; ".join(voice.notes),
    }
