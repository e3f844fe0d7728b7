"""Who stands behind a fact: one ballot a fact, one vote an origin, whatever the number of outlets.

An origin that holds two sides of a dispute ("the ministry" with two figures through two relays, or an outlet
that reports both) casts no vote on that slot: nobody knows which of them it would stand by. An outlet that
replaced its own figure has one vote, for the latest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.fusion._order import replaced
from reconcile.fusion._trust import Trust
from reconcile.model import Block, Dispute, Fact, Origin, Origins, Reading, Relation, Told

__all__ = ["Ballot", "ballots"]

WEIGHT: Mapping[str, float] = {"firm": 1.0, "hedged": 0.5, "implied": 0.5, "planned": 0.3}
#: A vaguer reading that fits ("January") supports a fact ("5 January") half as much as one that states it.
VAGUER = 0.5
#: What is lost at every relay beyond the outlet itself, and where nobody knows who spoke.
RELAYED, NAMELESS = 0.97, 0.8


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one fact has behind it, and which facts of its slot exclude it."""

    fact: Fact
    stating: tuple[Reading, ...]
    fitting: tuple[Reading, ...]
    rivals: tuple[str, ...]
    silenced: frozenset[str]
    """Origins that hold a rival as well, or that have since told something else instead."""

    @property
    def surest(self) -> Sequence[Reading]:
        """The readings that state it firmly, or all where none does."""
        return [reading for reading in self.stating if reading.firmness == "firm"] or self.stating

    def origins(self) -> Origins:
        """At least those who state it firmly, at most those as well who expect it, only fit it or hold a
        rival; who expects what nobody states yet is counted for that."""
        sure = Origins.of(w for w in _witnesses(self.surest) if w.id not in self.silenced)
        most = Origins.of((*_witnesses(self.stating), *_witnesses(self.fitting)))
        return replace(most, min=sure.min)

    def votes(self, trust: Trust) -> Mapping[str, float]:
        """The weight of each origin: its firmest reading x what is thought of who tells it x what relays lose.

        Outlets that copy each other have one vote; unstated sources count where nobody else does.
        """
        cast: dict[str, float] = {}
        kin = self._kin()
        for reading, share in [*((r, 1.0) for r in self.stating), *((r, VAGUER) for r in self.fitting)]:
            hops = _hops(reading)
            for told in reading.told:
                witness = told.witness
                if witness.id not in self.silenced:
                    name = (kin[witness.id] or witness.id) if witness.stated else ""
                    weight = WEIGHT[reading.firmness] * share * (1.0 if witness.stated else 0.5)
                    weight *= trust.weight(told.outlet, self.fact.attribute) * _fidelity(told, hops)
                    cast[name] = max(cast.get(name, 0.0), weight)
        stated = {name: weight for name, weight in cast.items() if name}
        return stated or cast

    def _kin(self) -> Mapping[str, str]:
        """The group of every origin, by what any of its tellings says."""
        heard = _witnesses((*self.stating, *self.fitting))
        return {witness.id: witness.kin for witness in sorted(heard, key=lambda w: w.kin)}

    def outlets(self, name: str) -> frozenset[str]:
        """The outlets through which an origin is heard."""
        readings, kin = (*self.stating, *self.fitting), self._kin()
        return frozenset(
            told.outlet
            for reading in readings
            for told in reading.told
            if name == ((kin[told.origin] or told.origin) if told.stated else "")
        )


def _fidelity(told: Told, hops: Mapping[str, int]) -> float:
    """What is left of an origin's words after its relays: less with each, and less of people without a name."""
    relays = max(hops.get(told.article, 0) - 1, 0)
    return RELAYED**relays * (NAMELESS if told.origin.startswith("anonymous:") else 1.0)


def _hops(reading: Reading) -> Mapping[str, int]:
    """The length of the shortest chain by which each article tells a reading."""
    shortest: dict[str, int] = {}
    for placed in reading.claims:
        length = len(placed.claim.attribution)
        shortest[placed.article.id] = min(length, shortest.get(placed.article.id, length))
    return shortest


def ballots(
    block: Block, facts: Sequence[Fact], disputes: Sequence[Dispute], relations: Sequence[Relation] = ()
) -> tuple[Ballot, ...]:
    """One ballot a fact, with the facts of its block that exclude it as its rivals."""
    readings = {reading.id: reading for reading in block.readings}
    rivals = _rivals(facts, disputes)
    held = {fact.id: _held(fact, readings) for fact in facts}
    left = _left_behind(facts, readings, relations)
    return tuple(
        Ballot(
            fact=fact,
            stating=tuple(readings[name] for name in fact.readings if name in readings),
            fitting=tuple(readings[name] for name in fact.compatible if name in readings),
            rivals=tuple(sorted(rivals[fact.id])),
            silenced=left[fact.id].union(*(held[fact.id] & held[rival] for rival in rivals[fact.id])),
        )
        for fact in facts
    )


def _left_behind(
    facts: Sequence[Fact], readings: Mapping[str, Reading], relations: Sequence[Relation]
) -> Mapping[str, frozenset[str]]:
    """By fact, the origins that have nobody left who tells it: all their outlets went on to a newer one."""
    told = {fact.id: _heard(fact, readings) for fact in facts}
    moved: dict[str, set[tuple[str, str]]] = {fact.id: set() for fact in facts}
    for newer, older in replaced(facts, relations):
        moved[older] |= told[newer] & told[older]
    return {
        name: frozenset(
            origin for _, origin in gone if all(pair in gone for pair in told[name] if pair[1] == origin)
        )
        for name, gone in moved.items()
    }


def _heard(fact: Fact, readings: Mapping[str, Reading]) -> set[tuple[str, str]]:
    """Outlet and origin of every telling of a fact."""
    found = (readings[name] for name in fact.readings if name in readings)
    return {(told.outlet, told.origin) for reading in found for told in reading.told}


def _held(fact: Fact, readings: Mapping[str, Reading]) -> frozenset[str]:
    return frozenset(w.id for w in _witnesses(readings[name] for name in fact.readings if name in readings))


def _rivals(facts: Sequence[Fact], disputes: Sequence[Dispute]) -> Mapping[str, frozenset[str]]:
    """The facts that each fact conflicts with; a dispute without links of its own pits all against all."""
    places: dict[str, set[str]] = {}
    for fact in facts:
        for name in (fact.id, *fact.readings, *fact.compatible):
            places.setdefault(name, set()).add(fact.id)
    against: dict[str, set[str]] = {fact.id: set() for fact in facts}
    for dispute in disputes:
        inside = [name for name in dispute.facts if name in against]
        links = [
            (left, right)
            for relation in dispute.relations
            for left in places.get(relation.left, ())
            for right in places.get(relation.right, ())
        ]
        for left, right in links or [(left, right) for left in inside for right in inside]:
            if left != right:
                against[left].add(right)
                against[right].add(left)
    return {name: frozenset(others) for name, others in against.items()}


def _witnesses(readings: Iterable[Reading]) -> list[Origin]:
    return [told.witness for reading in readings for told in reading.told]
