"""What the record of each outlet looks like, counted and not ranked.

There is no column "true": nobody here knows what is true. Outlets are listed by name, each count stands beside the
number it is a part of, and a contradiction counts for both sides alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reconcile.fusion._order import replaced
from reconcile.model import Fact, FactStatus, Reading, Solved, Told

__all__ = ["Score", "scorecard"]


@dataclass(frozen=True, slots=True)
class Score:
    """How one outlet's facts stand among those of the others.

    Attributes:
        outlet: its name.
        facts: how many facts it tells.
        alone: how many of them no other origin tells.
        contradicted: how many of them an origin that is not behind it excludes.
        first: how many of those that several outlets tell it told before all others.
        corrected: how many of them it replaced itself.
        attributes: the contradicted ones by attribute.
    """

    outlet: str
    facts: int = 0
    alone: int = 0
    contradicted: int = 0
    first: int = 0
    corrected: int = 0
    attributes: Mapping[str, int] = field(default_factory=dict)


def scorecard(solved: Sequence[Solved]) -> tuple[Score, ...]:
    """The record of every outlet, in the order of their names."""
    counts: dict[str, Counter[str]] = {}
    where: dict[str, Counter[str]] = {}
    for outlet, attribute, event in (entry for one in solved for entry in _entries(one)):
        counts.setdefault(outlet, Counter())[event] += 1
        if event == "contradicted":
            where.setdefault(outlet, Counter())[attribute] += 1
    return tuple(
        Score(
            outlet,
            facts=count["facts"],
            alone=count["alone"],
            contradicted=count["contradicted"],
            first=count["first"],
            corrected=count["corrected"],
            attributes=dict(sorted(where.get(outlet, Counter()).items())),
        )
        for outlet, count in sorted(counts.items())
    )


def _entries(solved: Solved) -> Iterator[tuple[str, str, str]]:
    """Outlet, attribute and what happened, once for every fact of a block that it is so of."""
    readings = {reading.id: reading for reading in solved.block.readings}
    told = {fact.id: _told(fact, readings) for fact in solved.facts}
    rivals = _rivals(solved)
    gone = replaced(solved.facts, solved.relations)
    for fact in solved.facts:
        first = _first(told[fact.id])
        for outlet in sorted({one.outlet for one in told[fact.id]}):
            own = {one.origin for one in told[fact.id] if one.outlet == outlet}
            against = {
                o.origin for rival in rivals.get(fact.id, ()) for o in told[rival] if o.outlet != outlet
            }
            later = {one.outlet for new, old in gone if old == fact.id for one in told[new]}
            ways = {
                "facts": True,
                "alone": fact.status is not FactStatus.UNRESOLVED
                and {o.origin for o in told[fact.id]} <= own,
                "contradicted": bool(against - own),
                "first": outlet == first,
                "corrected": outlet in later,
            }
            yield from ((outlet, fact.attribute, event) for event, holds in ways.items() if holds)


def _told(fact: Fact, readings: Mapping[str, Reading]) -> list[Told]:
    return [told for name in fact.readings if name in readings for told in readings[name].told]


def _rivals(solved: Solved) -> Mapping[str, set[str]]:
    """The facts that a fact is in conflict with."""
    holders: dict[str, set[str]] = {}
    for fact in solved.facts:
        for name in (*fact.readings, *fact.compatible):
            holders.setdefault(name, set()).add(fact.id)
    found: dict[str, set[str]] = {}
    for relation in (relation for dispute in solved.disputes for relation in dispute.relations):
        for left in holders.get(relation.left, ()):
            for right in holders.get(relation.right, set()) - {left}:
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
    return found


def _first(told: Iterable[Told]) -> str | None:
    """The one outlet that told it before all others, where all say when they did."""
    when: dict[str, datetime] = {}
    for one in told:
        if one.first is None:
            return None
        when[one.outlet] = min(one.first, when.get(one.outlet, one.first))
    ranked = sorted(when.items(), key=lambda item: item[1])
    return ranked[0][0] if len(ranked) > 1 and ranked[0][1] < ranked[1][1] else None
