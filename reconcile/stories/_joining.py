"""Which tellings are of one event: by label, then by the weight of the evidence.

Where nothing speaks against it, what several outlets tell is one event. The order of the input, and the
names of articles, change nothing.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

from reconcile.stories._evidence import Evidence, Weight
from reconcile.stories._tellings import Telling
from reconcile.stories._times import NEAR, apart
from reconcile.stories._weights import weigh

__all__ = ["Unit", "join"]

_ALL_PAIRS, _COMMON, _WEAK = 150, 60, 1.75
_ASIDE, _SHY = 3.0, 1.0
"""What a side event needs to be another article's event, and how far it stands back behind a main event."""


@dataclass(frozen=True)
class Unit:
    """Tellings that are of one event already: by the caller's label, or joined."""

    members: tuple[Telling, ...]
    evidence: Evidence

    @property
    def labels(self) -> set[str]:
        """The caller's labels."""
        return {one.label for one in self.members if one.label is not None and not one.local}

    @property
    def names(self) -> set[str]:
        """Keys of whom and where it tells of."""
        people = {name for group in self.evidence.people.values() for name in group}
        return self.evidence.who | self.evidence.where | people

    def joined(self, other: Unit) -> Unit:
        """Both as one."""
        return Unit((*self.members, *other.members), self.evidence.merge(other.evidence))

    @property
    def articles(self) -> set[str]:
        """The ids of its articles."""
        return {one.article.id for one in self.members}

    @property
    def local(self) -> bool:
        """Whether it consists of side events of single articles."""
        return all(one.local for one in self.members)


def join(tellings: Iterable[tuple[Telling, Evidence]]) -> list[Unit]:
    """Tellings as events: first by the caller's labels, then by weight.

    Greedy: the best pair is joined first, and what was joined is weighed as a whole. What nothing speaks
    for or against goes to the one event that it could be of, never to one of two. What one article mentions
    aside may be what another one is about: it is weighed like the rest, but needs reasons.
    """
    units = _alike(_labelled(tellings))
    joined = _Joining(units).run() if len(units) <= _ALL_PAIRS else _lead(units)
    return sorted(joined, key=_signature)


def _alike(units: Iterable[Unit]) -> list[Unit]:
    """Main events with the same evidence, told in the same week, put together at once."""
    found: list[Unit] = []
    groups: dict[object, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.labels or unit.local:
            found.append(unit)
        else:
            groups[unit.evidence.outline].append(unit)
    return [*found, *(reduce(Unit.joined, group) for group in groups.values())]


def _labelled(tellings: Iterable[tuple[Telling, Evidence]]) -> list[Unit]:
    units: list[Unit] = []
    named: dict[str, Unit] = {}
    for telling, evidence in tellings:
        if telling.label is None or telling.local:
            units.append(Unit((telling,), evidence))
        elif telling.label in named:
            unit = named[telling.label]
            named[telling.label] = unit.joined(Unit((telling,), evidence))
        else:
            named[telling.label] = Unit((telling,), evidence)
    return [*units, *named.values()]


def _fits(left: Unit, right: Unit, weights: Sequence[Weight]) -> bool:
    total = sum(weight.points for weight in weights)
    if left.labels and right.labels:
        sure = {weight.kind for weight in weights if weight.points >= 1}
        return total >= 4 and bool(sure & {"people", "parties"}) and bool(sure & {"place", "day"})
    return total > 0 or not any(weight.points < 0 for weight in weights)


def _fits_aside(one: Evidence, other: Evidence, weights: Sequence[Weight]) -> bool:
    """A side event needs reasons: who met, or two of whom, where, when and which it was.

    Its days and rounds must agree: it is background, so that no day of it is news. A summary of several
    events is none of them.
    """
    gap, _ = apart(one, other)
    if one.several or other.several or (gap is not None and gap > NEAR):
        return False
    if any(weight.kind == "round" and weight.points < 0 for weight in weights):
        return False
    points = {weight.kind: weight.points for weight in weights}
    met = points.get("parties", 0) >= 2 or points.get("people", 0) >= 3
    return met or sum(points.get(kind, 0) >= 1 for kind in ("people", "place", "day", "round")) > 1


def _points(one: Unit, other: Unit) -> float | None:
    """The weight of a pair that may be joined; two tellings of one article never are."""
    if one.articles & other.articles:
        return None
    weights = weigh(one.evidence, other.evidence)
    total = sum(weight.points for weight in weights)
    if one.local or other.local:
        able = total >= _ASIDE and _fits_aside(one.evidence, other.evidence, weights)
        return total - _SHY if able else None
    return total if _fits(one, other, weights) else None


class _Joining:
    """Agglomeration over pair weights; entries of the heap whose units are gone are stale."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = dict(enumerate(units))
        self.heap: list[tuple[float, tuple[str, ...], int, int]] = []
        self.fresh = len(units)

    def run(self) -> list[Unit]:
        for left, right in combinations(self.units, 2):
            self._offer(left, right)
        weak: list[tuple[int, int]] = []
        while self.heap:
            points, _, left, right = heapq.heappop(self.heap)
            if left not in self.units or right not in self.units:
                continue
            if -points > _WEAK:
                self._join(left, right)
            else:
                weak.append((left, right))
        self._join_weak(weak)
        return list(self.units.values())

    def _join(self, left: int, right: int) -> None:
        one, other = self.units.pop(left), self.units.pop(right)
        joined = one.joined(other)
        for place in list(self.units):
            self._offer(place, self.fresh, joined)
        self.units[self.fresh] = joined
        self.fresh += 1

    def _offer(self, left: int, right: int, fresh: Unit | None = None) -> None:
        one, other = self.units[left], fresh or self.units[right]
        points = _points(one, other)
        if points is not None:
            heapq.heappush(
                self.heap, (-points, tuple(sorted((_signature(one), _signature(other)))), left, right)
            )

    def _join_weak(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join what fits with little or nothing to speak for it, unless it fits two that do not fit each
        other."""
        fitting: dict[int, set[int]] = defaultdict(set)
        for left, right in pairs:
            if left in self.units and right in self.units:
                fitting[left].add(right)
                fitting[right].add(left)
        torn = {
            place
            for place, others in fitting.items()
            if any(other not in fitting[one] for one, other in combinations(others, 2))
        }
        for place in sorted(fitting.keys() - torn):
            group = sorted(({place} | fitting[place]) - torn)
            if place == group[0] and len(group) > 1:
                self.units[self.fresh] = reduce(Unit.joined, [self.units.pop(one) for one in group])
                self.fresh += 1


def _lead(units: Iterable[Unit]) -> list[Unit]:
    """The same for very many units: each goes to the event it fits best of those that share a name with it."""
    events: list[Unit] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for unit in sorted(units, key=lambda unit: (-len(unit.members), _signature(unit))):
        near = set(range(len(events))) if len(events) <= _COMMON else set()
        near.update(place for key in unit.names for place in holders[key] if len(holders[key]) <= _COMMON)
        rated = [
            (points, place) for place in sorted(near) if (points := _points(events[place], unit)) is not None
        ]
        points, place = max(rated, default=(0.0, -1))
        if place >= 0 and (points > _WEAK or len(rated) == 1):
            events[place] = events[place].joined(unit)
        else:
            place = len(events)
            events.append(unit)
        for key in unit.names:
            if place not in holders[key]:
                holders[key].append(place)
    return events


def _signature(unit: Unit) -> str:
    return min(one.signature for one in unit.members)
