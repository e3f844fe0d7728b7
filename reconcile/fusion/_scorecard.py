"""What the record of each outlet looks like, counted and not ranked.

There is no column "true": nobody here knows what is true. Outlets are listed by name, each count stands beside the
number it is a part of, and a contradiction counts for both sides alike. What the user gave for an outlet stands beside
what was learnt of it: two figures, and neither replaces the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reconcile.fusion._order import replaced
from reconcile.fusion._trust import NOBODY, PRIOR, STRENGTH, Trust
from reconcile.model import Fact, Reading, Relation, Told

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
        given: what the user gave for it, by attribute (``*``: all).
        learnt: how many of the independent origins that speak on the same things bear it out, drawn towards 0.8
            by the weight of ten facts; ``None`` where nobody else speaks on them.
    """

    outlet: str
    facts: int = 0
    alone: int = 0
    contradicted: int = 0
    first: int = 0
    corrected: int = 0
    attributes: Mapping[str, int] = field(default_factory=dict)
    given: Mapping[str, float] = field(default_factory=dict)
    learnt: float | None = None


def scorecard(
    facts: Sequence[Fact], readings: Iterable[Reading], relations: Sequence[Relation], trust: Trust = NOBODY
) -> tuple[Score, ...]:
    """The record of every outlet, in the order of their names.

    Args:
        facts: the facts of a report, or of some of its blocks.
        readings: what they are made of; they know who told what and when.
        relations: between the readings; they say what excludes and what replaces what.
        trust: what the user gave for outlets.
    """
    counts: dict[str, Counter[str]] = {}
    where: dict[str, Counter[str]] = {}
    known = {reading.id: reading for reading in readings}
    told = {fact.id: _told(fact, known) for fact in facts}
    rivals = _rivals(facts, relations)
    learnt = _learnt(told, rivals)
    for outlet, attribute, event in _entries(facts, told, rivals, relations):
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
            given=trust.of(outlet),
            learnt=learnt.get(outlet),
        )
        for outlet, count in sorted(counts.items())
    )


def _learnt(told: Mapping[str, Sequence[Told]], rivals: Mapping[str, Collection[str]]) -> Mapping[str, float]:
    """How far the other independent origins bear each outlet out; copies are one of them."""
    right: dict[str, list[float]] = {}
    for fact, here in told.items():
        against = {one.kin or one.origin for rival in rivals.get(fact, ()) for one in told[rival]}
        for outlet in {one.outlet for one in here}:
            own = {one.kin or one.origin for one in here if one.outlet == outlet}
            others = {one.kin or one.origin for one in here} - own
            if others or against - own:
                right.setdefault(outlet, []).append(len(others) / len(others | (against - own)))
    return {
        outlet: round((PRIOR * STRENGTH + sum(shares)) / (STRENGTH + len(shares)), 4)
        for outlet, shares in right.items()
    }


def _entries(
    facts: Sequence[Fact],
    told: Mapping[str, Sequence[Told]],
    rivals: Mapping[str, Collection[str]],
    relations: Sequence[Relation],
) -> Iterator[tuple[str, str, str]]:
    """Outlet, attribute and what happened, once for every fact that it is so of."""
    newer: dict[str, set[str]] = {}
    for new, old in replaced(facts, relations):
        newer.setdefault(old, set()).update(one.outlet for one in told[new])
    for fact in facts:
        here, first = told[fact.id], _first(told[fact.id])
        for outlet in sorted({one.outlet for one in here}):
            own = {one.origin for one in here if one.outlet == outlet}
            against = {
                o.origin for rival in rivals.get(fact.id, ()) for o in told[rival] if o.outlet != outlet
            }
            ways = {
                "facts": True,
                "alone": {one.origin for one in here} <= own,
                "contradicted": bool(against - own),
                "first": outlet == first,
                "corrected": outlet in newer.get(fact.id, ()),
            }
            yield from ((outlet, fact.attribute, event) for event, holds in ways.items() if holds)


def _told(fact: Fact, readings: Mapping[str, Reading]) -> list[Told]:
    return [told for name in fact.readings if name in readings for told in readings[name].told]


def _rivals(facts: Sequence[Fact], relations: Sequence[Relation]) -> Mapping[str, set[str]]:
    """The facts that a fact is in conflict with."""
    holders: dict[str, set[str]] = {}
    for fact in facts:
        for name in (*fact.readings, *fact.compatible):
            holders.setdefault(name, set()).add(fact.id)
    found: dict[str, set[str]] = {}
    for relation in relations:
        if relation.relation.conflicts:
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
