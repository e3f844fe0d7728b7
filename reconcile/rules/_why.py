"""Why a finding was judged as it was: of each pair behind it the rule that fired, and the near misses before it."""

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
            apart = list(_apart(found, report))
            for relation in apart[:_MOST]:
                lines += _lines(relation, readings, every)
            if len(apart) > _MOST:
                lines.append(f"and {len(apart) - _MOST} more pairs")
    return tuple(lines)


def _lines(relation: Relation, readings: dict[str, Reading], every: bool) -> Iterator[str]:
    left, right = shown(readings[relation.left]), shown(readings[relation.right])
    yield f"{left} against {right}: {relation.relation}"
    yield from (f"  {one}" for one in relation.trace if every or _tells(one))


def _tells(one: Asked) -> bool:
    return one.asked and (one.fired or one.near)


def _apart(found: Finding, report: Report) -> Iterator[Relation]:
    """The judged relations between readings of different facts of a finding."""
    facts = {fact.id: fact.readings for fact in report.facts}
    held = {reading: fact for fact in found.facts for reading in facts.get(fact, ())}
    for relation in report.relations:
        left, right = held.get(relation.left), held.get(relation.right)
        if left and right and left != right and relation.judged is not None:
            yield relation
