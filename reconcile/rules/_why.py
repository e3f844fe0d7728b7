"""Why a finding was judged as it was: of each pair behind it the rule that fired, and the near misses before it."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Pair, Relation, Report, RuleSet
from reconcile.rules._trace import Asked, rules_for, trace
from reconcile.rules._words import shown

__all__ = ["why"]


def why(report: Report, finding: str, ruleset: RuleSet) -> tuple[str, ...]:
    """The trace of the pairs behind a finding (an id, or its beginning), one line a rule.

    Rules that missed by more than one condition are left out.
    """
    lines: list[str] = []
    for pair, relation, attribute in _pairs(report, finding):
        told = trace(pair, rules_for(attribute, ruleset))
        lines.append(f"{shown(pair.left)} against {shown(pair.right)}: {relation.relation}")
        lines += [f"  {one}" for one in told if _tells(one)]
    return tuple(lines)


def _tells(one: Asked) -> bool:
    return one.asked and (one.fired or one.near)


def _pairs(report: Report, finding: str) -> Iterator[tuple[Pair, Relation, str]]:
    readings = {reading.id: reading for reading in report.readings}
    facts = {fact.id: fact for fact in report.facts}
    for found in report.findings:
        if not found.id.startswith(finding):
            continue
        behind = {name for fact in found.facts if fact in facts for name in facts[fact].readings}
        for relation in report.relations:
            if {relation.left, relation.right} <= behind & readings.keys() and relation.evidence is not None:
                pair = Pair(readings[relation.left], readings[relation.right], relation.evidence)
                yield pair, relation, found.attribute
