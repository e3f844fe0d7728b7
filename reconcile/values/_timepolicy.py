"""What resolving depends on besides the words, and how the best of several candidates is chosen.

Measured on news: a date without a year is the nearest one where days ahead count double; the runner-up is
kept when it is nearly as good. Nothing is filled in silently: what was inferred is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from reconcile.values._timefields import altered
from reconcile.values._timemath import DAY, Interval

__all__ = [
    "NEEDS_ANCHOR",
    "Setting",
    "checked",
    "is_close",
    "nearest",
    "one_day",
    "toward",
    "unresolved",
    "years",
]

NEEDS_ANCHOR = "needs the day of the article"
NEEDS_STORY = "counts from another day of the text"


@dataclass(slots=True)
class Setting:
    """The anchor, the policy for incomplete dates, and the habits of the language."""

    anchor: datetime | None = None
    prefer: str = "news"
    month_first: bool = False
    weekend: int = 5
    """The weekday that the weekend begins with."""
    base: Interval | None = None
    """The interval that is counted from instead of the anchor."""
    told: Interval | None = None
    """The date that the text told last, from which "the next day" counts."""
    day: datetime | None = None
    """The day of the anchor at midnight."""


def unresolved(grain: str) -> Interval:
    """What still needs the day of the article."""
    return Interval(None, None, grain, unresolved=NEEDS_ANCHOR)


def one_day(
    day: datetime,
    *,
    inferred: tuple[str, ...] = (),
    others: tuple[tuple[datetime, datetime], ...] = (),
    anchored: bool = False,
    approx: bool = False,
) -> Interval:
    """One calendar day."""
    return Interval(day, day + DAY, "day", inferred, others, anchored, approx)


def _cost(day: datetime, anchor: datetime, prefer: str) -> float:
    """How far a candidate is from the anchor; days ahead count double in news."""
    days = (day - anchor).days
    if prefer == "past":
        return -days if days <= 0 else 1e6 + days
    if prefer == "future":
        return days if days >= 0 else 1e6 - days
    return -days if days < 0 else days * (1 if prefer == "nearest" else 2)


def years(day: datetime, build: Callable[[int], datetime], reach: int = 2) -> list[datetime]:
    """The candidates of the years around a day; 29 February has to look further."""
    return _built(day.year, reach, build) or _built(day.year, 8, build)


def _built(middle: int, reach: int, build: Callable[[int], datetime]) -> list[datetime]:
    found = []
    for year in range(max(1, middle - reach), min(9999, middle + reach) + 1):
        try:
            found.append(build(year))
        except ValueError:
            continue
    return found


def nearest(candidates: Iterable[datetime], anchor: datetime, prefer: str) -> list[datetime]:
    """The candidates, the best one first."""
    return sorted(candidates, key=lambda day: (_cost(day, anchor, prefer), day))


def is_close(first: datetime, second: datetime, anchor: datetime, prefer: str) -> bool:
    """Whether the runner-up is nearly as good a reading."""
    return _cost(second, anchor, prefer) < 2 * _cost(first, anchor, prefer)


def toward(direction: str | None, ranked: list[datetime], here: datetime) -> datetime:
    """The nearest candidate in the direction that is stated, or the best one."""
    if direction in (None, "this"):
        return ranked[0]
    wanted = [day for day in ranked if (day < here if direction == "last" else day > here)]
    near = sorted(wanted, key=lambda day: abs((day - here).days))
    skipped = 1 if direction == "after_next" else 0
    if len(near) <= skipped:
        raise ValueError(f"the calendar has no such day {direction}")
    return near[skipped]


def checked(found: Interval, weekday: int | None) -> Interval:
    """A day with its printed weekday: a conflict is kept and named, and the day it may be is listed."""
    if weekday is None or found.start is None or found.start.weekday() == weekday:
        return found
    away = (weekday - found.start.weekday() + 3) % 7 - 3
    meant = found.start + DAY * away
    others = (*found.others, (meant, meant + DAY))
    return altered(found, inferred=(*found.inferred, "weekday_conflict"), others=others)
