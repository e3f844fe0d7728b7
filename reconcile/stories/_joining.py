"""Which tellings are of one event: evidence for and against, weighed and added up.

Every weight has a reason in words. A wrong date on one side does not split an event (it would hide the
very contradiction that is looked for), other participants do. Where nothing speaks against it, what
several outlets tell is one event. The order of the input, and the names of articles, change nothing.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import reduce
from itertools import combinations

from reconcile.model import PersonValue, Schema
from reconcile.registry import names
from reconcile.stories._tellings import Evidence, Telling
from reconcile.values import compare

__all__ = ["Unit", "Weight", "join", "weigh"]

_ALL_PAIRS, _COMMON, _WEAK = 300, 60, 1.5
_NEAR = timedelta(days=3)
_SAME_NEWS, _OTHER_NEWS, _OTHER_YEAR = timedelta(days=10), timedelta(days=45), timedelta(days=200)
_ONE_PERSON = frozenset({"same", "equivalent", "narrower", "wider", "approximate"})


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason for or against."""

    kind: str
    points: float
    reason: str


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


_Fits = Callable[[Unit, Unit, Sequence[Weight]], bool]


# ---------------------------------------------------------------- evidence between two


def weigh(left: Evidence, right: Evidence) -> list[Weight]:
    """What speaks for and against two accounts being of one event, strongest first."""
    who = _who(left, right)
    where = _where(left, right, known=sum(weight.points for weight in who) > 1)
    bound = any(weight.points > 1 for weight in (*who, *where))
    weights = [*who, *where, *_kind(left, right), *_when(left, right, bound), *_news(left, right)]
    if not any(weight.points for weight in (*who, *where)):
        weights += _scene(left, right)
    return sorted(weights, key=lambda weight: (-abs(weight.points), weight.kind))


def _who(left: Evidence, right: Evidence) -> list[Weight]:
    """Parties first; people are compared (it costs more) only where the parties do not settle it."""
    parties = _parties(left, right)
    people = None if parties and parties.points >= 2 else _people(left, right)
    return [weight for weight in (parties, people) if weight is not None]


def _parties(left: Evidence, right: Evidence) -> Weight | None:
    ours, theirs = left.who, right.who
    both = sorted(left.parties.keys() & right.parties.keys())
    apart = [name for name in both if _exclude(left.parties[name], right.parties[name], ours, theirs)]
    shared = ours & theirs
    if apart:
        return Weight("parties", -7, f"{apart[0]} has other parties on each side")
    if shared:
        whole = len(shared) == min(len(ours), len(theirs)) or len(shared) > 1
        return Weight("parties", 2 if whole else 1, f"both name {', '.join(sorted(shared))}")
    if ours and theirs and _comparable(ours, theirs):
        return Weight("parties", -2 if both else -1, "no party in common")
    return None


def _exclude(left: set[str], right: set[str], ours: set[str], theirs: set[str]) -> bool:
    """Each side names some party that the other knows nowhere, and at most half of them are shared."""
    if len(left) < 2 or len(right) < 2 or not _comparable(left, right):
        return False
    if not (left - theirs) or not (right - ours):
        return False
    return len(left & right) <= min(len(left), len(right)) / 2


def _comparable(left: set[str], right: set[str]) -> bool:
    """Whether names that differ can be told to differ: codes, or names in one script."""
    return bool({_script(key) for key in left} & {_script(key) for key in right})


def _script(key: str) -> str:
    return key.partition(":")[0] if ":" in key else "code"


def _people(left: Evidence, right: Evidence) -> Weight | None:
    ours, theirs = left.persons, right.persons
    if not ours or not theirs:
        return None
    same = _shared(ours, theirs)
    if same:
        return Weight("people", 3 if len(same) > 1 else 2, f"both name {', '.join(same[:3])}")
    if {_script_of(one) for one in ours} != {_script_of(one) for one in theirs}:
        return None
    for name in sorted(left.people.keys() & right.people.keys()):
        if min(len(left.people[name]), len(right.people[name])) > 1:
            return Weight("people", -6, f"{name} has other people on each side")
    return Weight("people", -1, "no person in common") if min(len(ours), len(theirs)) > 1 else None


def _script_of(person: PersonValue) -> str:
    return "".join(sorted({chr(ord(char) & ~0xFF) for char in person.name or "" if char.isalpha()}))


def _shared(ours: Sequence[PersonValue], theirs: Sequence[PersonValue]) -> list[str]:
    """Names of people whom both sides name; at most the first two dozen of each are looked at."""
    schema = Schema(pattern="person", kind="person")
    known = "person" in names("values")
    found = []
    for one in ours[:24]:
        for other in theirs[:24]:
            equal = (one.name or "").casefold() == (other.name or "").casefold()
            if equal or (known and compare(one, other, schema).outcome in _ONE_PERSON):
                found.append(one.name or "")
                break
        if len(found) > 1:
            break
    return found


def _where(left: Evidence, right: Evidence, known: bool) -> list[Weight]:
    ours, theirs = left.where, right.where
    if not ours or not theirs:
        return []
    if any(_nested(one, other) for one in ours for other in theirs):
        return [Weight("place", 1.5, "one place")]
    both = left.places.keys() & right.places.keys()
    if both and _comparable(ours, theirs):
        return [Weight("place", -1.5 if known else -3.5, f"{min(both)} differs")]
    return []


def _nested(one: str, other: str) -> bool:
    """One place, or a city and its country."""
    return one == other or one.partition("/")[0] == other or other.partition("/")[0] == one


def _kind(left: Evidence, right: Evidence) -> list[Weight]:
    shared = left.roots & right.roots
    if shared:
        return [Weight("kind", 1, f"both tell of {', '.join(sorted(shared))}")]
    if left.roots and right.roots:
        told = f"{min(left.roots)} and {min(right.roots)} are other things"
        return [Weight("kind", -2, told)]
    return []


def _when(left: Evidence, right: Evidence, bound: bool) -> list[Weight]:
    """Days of one attribute; days apart count against only where nothing else ties the two together."""
    both = sorted(left.days.keys() & right.days.keys())
    if not both:
        return []
    gap = min(_gap(one, other) for name in both for one in left.days[name] for other in right.days[name])
    if gap <= _NEAR:
        return [Weight("day", 1, f"{both[0]} within three days")]
    if gap > _OTHER_YEAR and not bound:
        return [Weight("day", -2, f"{both[0]} is {gap.days} days apart")]
    return []


def _gap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> timedelta:
    return max(one[0] - other[1], other[0] - one[1], timedelta())


def _news(left: Evidence, right: Evidence) -> list[Weight]:
    if not left.published or not right.published:
        return []
    gap = min(abs(one - other) for one in left.published for other in right.published)
    if gap <= _SAME_NEWS:
        return [Weight("news", 0.5, "published within ten days")]
    return [Weight("news", -1.5, f"published {gap.days} days apart")] if gap > _OTHER_NEWS else []


def _scene(left: Evidence, right: Evidence) -> list[Weight]:
    """What the pages name at their top, where the claims name nobody and no place."""
    ours = left.scene or left.who | {key.split("/")[0] for key in left.where}
    theirs = right.scene or right.who | {key.split("/")[0] for key in right.where}
    if not ours or not theirs or not (left.scene or right.scene):
        return []
    shared = ours & theirs
    if not shared:
        return [Weight("scene", -2, "the pages name no country in common")]
    whole = len(shared) >= min(len(ours), len(theirs)) / 2
    return [Weight("scene", 1 if whole else 0, f"the pages name {', '.join(sorted(shared))}")]


# ---------------------------------------------------------------- joining


def join(tellings: Iterable[tuple[Telling, Evidence]]) -> list[Unit]:
    """Tellings as events: first by the caller's labels, then main events, then side events.

    Greedy and by weight: the best pair is joined first, and what was joined is weighed as a whole. What
    nothing speaks for or against goes to the one event that it could be of, never to one of two.
    """
    units = _labelled(tellings)
    main = _joined(_alike([unit for unit in units if not unit.local]), _fits)
    return sorted(_joined([*main, *(unit for unit in units if unit.local)], _fits_aside), key=_signature)


def _joined(units: list[Unit], fits: _Fits) -> list[Unit]:
    return _Joining(units, fits).run() if len(units) <= _ALL_PAIRS else _lead(units, fits)


def _alike(units: Iterable[Unit]) -> list[Unit]:
    """Unlabelled units with the same evidence, told in the same month, put together at once."""
    found: list[Unit] = []
    groups: dict[object, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.labels:
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


def _fits_aside(left: Unit, right: Unit, weights: Sequence[Weight]) -> bool:
    """A side event needs reasons to be another article's event; two events of the first pass stay two."""
    if not left.local and not right.local:
        return False
    total = sum(weight.points for weight in weights)
    known = any(weight.kind in ("people", "parties", "place") and weight.points >= 1 for weight in weights)
    return total >= 2 and known


def _points(one: Unit, other: Unit, fits: _Fits) -> float | None:
    """The weight of a pair that may be joined; two tellings of one article never are."""
    if one.articles & other.articles:
        return None
    weights = weigh(one.evidence, other.evidence)
    return sum(weight.points for weight in weights) if fits(one, other, weights) else None


class _Joining:
    """Agglomeration over pair weights; entries of the heap whose units are gone are stale."""

    def __init__(self, units: list[Unit], fits: _Fits) -> None:
        self.units = dict(enumerate(units))
        self.fits = fits
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
        points = _points(one, other, self.fits)
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


def _lead(units: Iterable[Unit], fits: _Fits) -> list[Unit]:
    """The same for very many units: each goes to the event it fits best of those that share a name with it."""
    events: list[Unit] = []
    holders: dict[str, list[int]] = defaultdict(list)
    for unit in sorted(units, key=lambda unit: (-len(unit.members), _signature(unit))):
        near = set(range(len(events))) if len(events) <= _COMMON else set()
        near.update(place for key in unit.names for place in holders[key] if len(holders[key]) <= _COMMON)
        rated = [
            (points, place)
            for place in sorted(near)
            if (points := _points(events[place], unit, fits)) is not None
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
