"""Why a finding was made: of each pair behind it the rule that fired, and the near misses before it.

What no pair gave came from arithmetic between facts, or from a check of single values; that is told instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Asked, Finding, Reading, Relation, Report
from reconcile.rules._words import shown

__all__ = ["why"]

_MOST = 10
"""How many pairs of a finding are told; copies and many rivals make hundreds that say the same."""


def why(report: Report, finding: str, *, every: bool = False) -> tuple[str, ...]:
    """The trace of the pairs behind a finding, one line a rule; nothing where there is no such finding.

    Args:
        report: of the run.
        finding: its id.
        every: also rules that missed by more than one condition, and those whose turn did not come.
    """
    readings = {reading.id: reading for reading in report.readings}
    lines: list[str] = []
    for found in report.findings:
        if found.id == finding:
            behind = list(_behind(found, report))
            if not behind:
                lines += _unjudged(found)
            for relation in behind[:_MOST]:
                lines += _lines(relation, readings, every)
            if len(behind) > _MOST:
                lines.append(f"and {len(behind) - _MOST} more pairs")
    return tuple(lines)


def _unjudged(found: Finding) -> Iterator[str]:
    """What made a finding for which no rule was asked; nothing where the report no longer knows its rules."""
    if found.rule.startswith("check."):
        yield f"{found.rule}: a check of values; no rule was asked"
    elif found.rule.startswith("derive.") and found.evidence is not None:
        yield f"{found.rule}: arithmetic between facts, no rule was asked: {found.evidence.value.reason}"


def _lines(relation: Relation, readings: dict[str, Reading], every: bool) -> Iterator[str]:
    left, right = shown(readings[relation.left]), shown(readings[relation.right])
    yield f"{left} against {right}: {relation.relation}"
    yield from (f"  {one}" for one in relation.trace if every or _tells(one))


def _tells(one: Asked) -> bool:
    return one.asked and (one.fired or one.near)


def _behind(found: Finding, report: Report) -> Iterator[Relation]:
    """The judged relations among what a finding's facts hold that its rule, or a conflict, gave."""
    held = {
        name for fact in report.facts if fact.id in found.facts for name in (*fact.readings, *fact.compatible)
    }
    for relation in report.relations:
        gave = relation.rule == found.rule or relation.relation.conflicts
        if gave and relation.judged is not None and {relation.left, relation.right} <= held:
            yield relation
