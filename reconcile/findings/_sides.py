"""The sides of a block: its facts, and the vaguer readings that folded into facts; the relations between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from reconcile.model import (
    DateValue,
    Fact,
    FindingValue,
    Origin,
    Polarity,
    Reading,
    Relation,
    Solved,
    Value,
    Zone,
)
from reconcile.values import show

__all__ = ["Edge", "Side", "Sides", "components"]


@dataclass(frozen=True)
class Side:
    """A fact, or a reading that stands in no fact of its own, with everybody who tells it."""

    id: str
    value: Value
    readings: tuple[Reading, ...]
    fact: Fact | None = None
    fitting: tuple[Reading, ...] = ()
    """Vaguer readings that folded into the fact: in a dispute they stand on its side."""

    @cached_property
    def claims(self) -> tuple[str, ...]:
        told = (*self.readings, *self.fitting)
        return tuple(sorted({claim.id for reading in told for claim in reading.claims}))

    @cached_property
    def articles(self) -> tuple[str, ...]:
        return tuple(sorted({told.article for r in (*self.readings, *self.fitting) for told in r.told}))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        return tuple(sorted({told.outlet for reading in self.readings for told in reading.told}))

    @property
    def witnesses(self) -> Iterator[Origin]:
        """Who is behind it, once for every time that it is told."""
        return (told.witness for reading in self.readings for told in reading.told)

    @property
    def denied(self) -> bool:
        """Whether the side is that the value is *not* so."""
        return all(reading.polarity is Polarity.NEGATE for reading in self.readings)

    @property
    def guest(self) -> bool:
        """Whether nobody says of which thing it is told: such a reading stands in several blocks."""
        return all(reading.guest for reading in self.readings)

    @property
    def caption_alone(self) -> bool:
        """Whether only captions say it."""
        return all(claim.claim.zone is Zone.CAPTION for reading in self.readings for claim in reading.claims)

    @property
    def inferred_alone(self) -> bool:
        """Whether every text that says it was dated from its story, not from its own page."""
        told = [
            claim.value
            for reading in self.readings
            for claim in reading.claims
            if claim.claim.zone is not Zone.CAPTION
        ]
        return all(_story_anchored(value) for value in told)

    def as_value(self) -> FindingValue:
        return FindingValue(self.value, self.claims, self.articles)

    def __str__(self) -> str:
        outlets = (
            [*self.outlets[:3], f"{len(self.outlets) - 3} more"] if len(self.outlets) > 4 else self.outlets
        )
        return f"{'not ' if self.denied else ''}{show(self.value)} ({', '.join(outlets)})"


def _story_anchored(value: Value) -> bool:
    return isinstance(value, DateValue) and value.anchor is not None and value.anchor.kind == "story"


@dataclass(frozen=True, slots=True)
class Edge:
    """What one side is to another, by one relation between their readings."""

    left: Side
    right: Side
    relation: Relation

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.left.id, self.right.id))


@dataclass(frozen=True)
class Sides:
    """All sides of one block."""

    solved: Solved

    @cached_property
    def by_fact(self) -> Mapping[str, Side]:
        """The sides that are facts, by the fact's id."""
        readings = {reading.id: reading for reading in self.solved.block.readings}
        return {
            fact.id: Side(
                fact.id, fact.value, tuple(readings[n] for n in fact.readings if n in readings), fact
            )
            for fact in self.solved.facts
        }

    @cached_property
    def by_reading(self) -> Mapping[str, Side]:
        """The side that each reading belongs to; a folded reading is a side of its own."""
        own = {reading.id: side for side in self.by_fact.values() for reading in side.readings}
        loose = {r.id: Side(r.id, r.value, (r,)) for r in self.solved.block.readings if r.id not in own}
        return {**loose, **own}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every relation as one between sides, also those inside one side."""
        place = self.by_reading
        return tuple(
            Edge(place[relation.left], place[relation.right], relation)
            for relation in sorted(self.solved.relations, key=lambda r: (r.left, r.right, r.rule))
            if relation.left in place and relation.right in place
        )

    def opposing(self, facts: Iterable[str], relations: Sequence[Relation]) -> list[Edge]:
        """The conflicts of a dispute as edges between its facts.

        A folded reading fits no rival of its fact, so it stands on the fact's side; it speaks for a fact
        that has no conflict of its own.
        """
        inside = [self.by_fact[name] for name in facts if name in self.by_fact]
        named = {name for relation in relations for name in (relation.left, relation.right)}
        speaking = [self._speaking(side, named) for side in inside]
        holders: dict[str, list[Side]] = defaultdict(list)
        for side in speaking:
            for reading in side.readings:
                holders[reading.id].append(side)
        return [
            Edge(left, right, relation)
            for relation in relations
            for left in holders[relation.left]
            for right in holders[relation.right]
            if left.id != right.id
        ]

    def _speaking(self, side: Side, named: Set[str]) -> Side:
        """A fact in a dispute with the folded readings on its side."""
        names = side.fact.compatible if side.fact else ()
        folded = tuple(r for name in names if name in self.by_reading for r in self.by_reading[name].readings)
        if named & {reading.id for reading in side.readings}:
            return replace(side, fitting=folded)
        opposing = tuple(reading for reading in folded if reading.id in named)
        return replace(side, readings=(*side.readings, *opposing), fitting=folded)


def components(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Edges grouped by what they connect, each group and the groups in a stable order.

    >>> components([])
    []
    """
    place: dict[str, str] = {}

    def root(name: str) -> str:
        while place.setdefault(name, name) != name:
            name = place[name]
        return name

    for edge in edges:
        left, right = sorted((root(edge.left.id), root(edge.right.id)))
        place[right] = left
    groups: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[root(edge.left.id)].append(edge)
    return [groups[name] for name in sorted(groups)]
