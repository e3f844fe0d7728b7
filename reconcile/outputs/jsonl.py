"""The findings, one JSON object a line, each complete in itself: values, outlets and quotes in it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from reconcile.model import Report
from reconcile.outputs._contract import dump, report_dict
from reconcile.views import trace
from reconcile.views._shapes import FindingTrace, Voice

__all__ = ["jsonl"]


def jsonl(report: Report) -> str:
    """One finding a line, contradictions first."""
    data = report_dict(report)
    findings = {item["id"]: item for item in data["findings"]}
    claims = {item["id"]: item for item in data["claims"]}
    lines = (_line(found, findings[found.id], claims) for found in trace(report).findings)
    return "".join(dump(line) + "\n" for line in lines)


def _line(found: FindingTrace, data: dict[str, Any], claims: dict[str, dict[str, Any]]) -> dict[str, Any]:
    sides = [
        {
            **value,
            "shown": side.value,
            "quotes": [_quote(voice, claims[voice.claim]) for voice in side.voices],
        }
        for value, side in zip(data["values"], found.sides, strict=True)
    ]
    return {**data, "event_label": found.event, "ruleset": found.ruleset, "values": sides}


def _quote(voice: Voice, claim: dict[str, Any]) -> dict[str, Any]:
    told = asdict(voice)
    kept = {
        key: claim[key] for key in ("quote", "start", "end", "zone", "language", "attribution", "certainty")
    }
    return {"claim": voice.claim, "article": voice.article, "outlet": told["outlet"],
            "published": voice.iso, **kept, "notes": list(voice.notes)}  # fmt: skip
