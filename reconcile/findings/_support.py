"""Evidence that one side of a contradiction is the slip: it names a side, or it is no support."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from reconcile.findings._sides import Side
from reconcile.model import Article, DateValue, Origins, Relation, RelationKind, Support
from reconcile.values import show

__all__ = ["Case", "against", "day_of", "first_published", "strongest"]

#: News is told within days of what happened; a date that lies a month back is told late.
LATE = timedelta(days=20)
FRESH = timedelta(days=7)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Case:
    """One contradiction: its sides, which of them conflict, and what else the story knows."""

    sides: tuple[Side, ...]
    conflicts: frozenset[frozenset[str]]
    articles: Mapping[str, Article] = field(default_factory=dict)
    story: tuple[Relation, ...] = ()
    """Relations of the story pass."""

    @cached_property
    def rivals(self) -> Mapping[str, Set[int]]:
        """The places of the sides that exclude a side, by its id."""
        place = {side.id: at for at, side in enumerate(self.sides)}
        found: dict[str, set[int]] = {name: set() for name in place}
        for one, other in self.conflicts:
            found[one].add(place[other])
            found[other].add(place[one])
        return found

    @cached_property
    def derived(self) -> Mapping[str, Sequence[Relation]]:
        """What was derived from a side, and what it was derived from, by the side's id."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.story:
            if relation.relation is RelationKind.DERIVED:
                found[relation.left].append(relation)
                found[relation.right].append(relation)
        return found


def against(case: Case, suspect: Side, other: Side) -> tuple[Support, ...]:
    """Everything that speaks against ``suspect`` and for ``other``."""
    ways = (_origins(case, suspect, other), _publication(case, suspect, other),
            _fact(case, suspect, other), _weekday(suspect, other))  # fmt: skip
    return tuple(support for way in ways for support in way)


def _origins(case: Case, suspect: Side, other: Side) -> Iterator[Support]:
    """More independent witnesses on the other side, at least two against fewer."""
    held = {witness.id for witness in suspect.witnesses}
    camp = [case.sides[place] for place in sorted(case.rivals[suspect.id] - case.rivals[other.id])]
    heard = [w for side in camp for w in side.witnesses if w.id not in held]
    if len({witness.id for witness in heard}) < 2:
        return
    more, fewer = Origins.of(heard), Origins.of(suspect.witnesses)
    if more.min >= 2 and more.min > fewer.max:
        told = " and ".join(sorted({show(side.value) for side in camp}))
        who = f"{more.min} independent origins ({', '.join(more.names)}) give {told}"
        yield Support("origins", other.id, f"{who}, {fewer.max} gives {show(suspect.value)}")


def _publication(case: Case, suspect: Side, other: Side) -> Iterator[Support]:
    """The suspected date is old news, or not yet come, on the day it was published; the other is fresh."""
    old, fresh = day_of(suspect), day_of(other)
    if old is None or fresh is None:
        return
    for article in sorted({*suspect.articles, *other.articles}):
        published = _published(case, article)
        if published is None or not -DAY <= published - fresh <= FRESH:
            continue
        if published - old >= LATE or old - published > DAY:
            reason = f"{_label(case, article)} was published on {published:%Y-%m-%d}, {_apart(published, old)} " \
                     f"{show(suspect.value)} but {_apart(published, fresh)} {show(other.value)}"  # fmt: skip
            yield Support("publication", article, reason)
            return


def _apart(published: datetime, day: datetime) -> str:
    days = (published.date() - day.date()).days
    if not days:
        return "on the day of"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days)} {unit} {'after' if days > 0 else 'before'}"


def _published(case: Case, article: str) -> datetime | None:
    known = case.articles.get(article)
    precise = known is not None and known.published_precision in ("minute", "day")
    return known.published if known is not None and precise else None


def first_published(case: Case, side: Side) -> datetime | None:
    """When a side was first published, as far as its pages say."""
    return min((day for a in side.articles if (day := _published(case, a)) is not None), default=None)


def _label(case: Case, article: str) -> str:
    known = case.articles.get(article)
    return known.label if known is not None else article


def _fact(case: Case, suspect: Side, other: Side) -> Iterator[Support]:
    """Another fact of the story follows from the other side, and none from the suspected one."""
    if other.id in case.derived and suspect.id not in case.derived:
        relation = case.derived[other.id][0]
        ref = relation.left if relation.right == other.id else relation.right
        yield Support("fact", ref, relation.reason)


def _weekday(suspect: Side, other: Side) -> Iterator[Support]:
    """The weekday that is printed beside the suspected date is that of the other one."""
    value, day, fresh = suspect.value, day_of(suspect), day_of(other)
    printed = value.weekday if isinstance(value, DateValue) else None
    if printed is not None and day and fresh and day.weekday() != printed == fresh.weekday():
        name = fresh.strftime("%A")
        yield Support("calendar", other.id, f"the printed weekday, {name}, is that of {show(other.value)}")


def day_of(side: Side) -> datetime | None:
    """The first day of a side's date."""
    return side.value.start if isinstance(side.value, DateValue) else None


def strongest(case: Case, one: Side, other: Side) -> tuple[Side, Side, Sequence[Support]] | None:
    """Which of two sides is the suspected one, the other, and the support; ``None`` where neither is."""
    against_one, against_other = against(case, one, other), against(case, other, one)
    if len(against_one) == len(against_other):
        return None
    if len(against_one) > len(against_other):
        return one, other, against_one
    return other, one, against_other
