"""What accounts of an event hold on who, where, when and what: the evidence that events are joined by."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from reconcile.model import DurationValue, PersonValue, QuantityValue

__all__ = ["Evidence", "Moment", "Weight"]

_OWN, _LONG = timedelta(days=4), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Weight:
    """One reason for or against two accounts being of one event."""

    kind: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day that an article gives for its own event, and when that article was published."""

    start: datetime
    end: datetime
    published: datetime

    @property
    def fresh(self) -> bool:
        """Whether the day is news: it lies within four days of its article, before it or after it."""
        return self.distance <= _OWN

    @property
    def distance(self) -> timedelta:
        """How far the day is from its article."""
        return max(self.start - self.published, self.published - self.end, timedelta())


@dataclass
class Evidence:
    """Who, where, when and what, as far as some claims and the top of their pages tell."""

    roots: set[str] = field(default_factory=set)
    parties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Attribute -> keys of bodies and countries."""
    people: dict[str, dict[str, PersonValue]] = field(default_factory=lambda: defaultdict(dict))
    """Attribute -> folded name -> person."""
    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    cities: Counter[str] = field(default_factory=Counter)
    """How many tellings name a city."""
    days: dict[str, set[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(set))
    sides: set[str] = field(default_factory=set)
    """Countries behind qualifiers and roles."""
    scene: set[str] = field(default_factory=set)
    """Countries and cities that the top of the page names."""
    scenes: Counter[str] = field(default_factory=Counter)
    """How many pages name a country at their top."""
    published: set[datetime] = field(default_factory=set)
    moments: dict[str, set[Moment]] = field(default_factory=lambda: defaultdict(set))
    """Attribute -> the days that articles give for it beside their own publication."""
    rounds: set[float] = field(default_factory=set)
    """Which of a series it is, where that is told: the fifth round."""
    once: set[str] = field(default_factory=set)
    """Roots of attributes that do not move with time."""
    figures: dict[str, list[QuantityValue | DurationValue]] = field(default_factory=lambda: defaultdict(list))
    """Attribute -> its numbers, where they do not move with time."""

    def merge(self, other: Evidence) -> Evidence:
        """The evidence of both."""
        merged = Evidence()
        for one in (self, other):
            merged.roots |= one.roots
            merged.sides |= one.sides
            merged.scene |= one.scene
            merged.published |= one.published
            merged.cities += one.cities
            merged.scenes += one.scenes
            merged.rounds |= one.rounds
            merged.once |= one.once
            for name, moments in one.moments.items():
                merged.moments[name] |= moments
            for name, figures in one.figures.items():
                merged.figures[name] += [value for value in figures if value not in merged.figures[name]]
            for name, keys in one.parties.items():
                merged.parties[name] |= keys
            for name, keys in one.places.items():
                merged.places[name] |= keys
            for name, spans in one.days.items():
                merged.days[name] |= spans
            for name, people in one.people.items():
                merged.people[name].update(people)
        return merged

    @property
    def outline(self) -> object:
        """Equal for two accounts that nothing tells apart but their days."""
        people = frozenset(name for group in self.people.values() for name in group)
        weeks = frozenset(when.toordinal() // 7 for when in self.published)
        parties = frozenset((name, frozenset(keys)) for name, keys in self.parties.items())
        places = frozenset((name, frozenset(keys)) for name, keys in self.places.items())
        return (
            frozenset(self.roots),
            parties,
            places,
            people,
            frozenset(self.sides),
            frozenset(self.scene),
            weeks,
            frozenset(self.rounds),
        )

    @property
    def several(self) -> bool:
        """Whether it is a summary: of more than one round, or of days that lie weeks apart."""
        lone = all(max(end for _, end in days) - min(start for start, _ in days) <= _LONG
                   for days in self.days.values())  # fmt: skip
        return len(self.rounds) > 1 or not lone

    @property
    def who(self) -> set[str]:
        """All bodies and countries."""
        return set().union(*self.parties.values(), self.sides)

    @property
    def where(self) -> set[str]:
        """All places."""
        return set().union(*self.places.values())

    @property
    def persons(self) -> list[PersonValue]:
        """All people with a name, in a stable order."""
        known = {name: person for group in self.people.values() for name, person in group.items()}
        return [known[name] for name in sorted(known)]
