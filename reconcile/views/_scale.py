"""A scale of time for drawings: where a moment stands, in per cent of the width, and which days get a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from dateutil.relativedelta import relativedelta

from reconcile.views._words import moment

__all__ = ["Mark", "Scale", "scale"]

_MARGIN = 0.03
_MARKS = 7
_STEPS = (
    ("minute", relativedelta(hours=1)),
    ("minute", relativedelta(hours=6)),
    ("day", relativedelta(days=1)),
    ("day", relativedelta(days=2)),
    ("day", relativedelta(days=7)),
    ("month", relativedelta(months=1)),
    ("month", relativedelta(months=3)),
    ("year", relativedelta(years=1)),
    ("year", relativedelta(years=5)),
    ("year", relativedelta(years=20)),
    ("year", relativedelta(years=100)),
    ("year", relativedelta(years=500)),
)
"""Distances between marks, and how exactly a mark is named."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of the scale: its place in per cent, and its name."""

    at: float
    name: str


@dataclass(frozen=True)
class Scale:
    """From one moment to a later one."""

    start: datetime
    end: datetime

    def at(self, when: datetime | None, else_: float = 0.0) -> float:
        """The place of a moment in per cent of the width, inside the drawing; ``else_`` where it is open.

        >>> Scale(datetime(2026, 1, 1), datetime(2026, 1, 5)).at(datetime(2026, 1, 2))
        25.0
        """
        if when is None:
            return else_
        share = (when - self.start) / (self.end - self.start)
        return round(100 * min(max(share, 0.0), 1.0), 2)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """At most seven marks at round moments; what a mark shares with the one before it is not said again.

        >>> [mark.name for mark in Scale(datetime(2025, 10, 20), datetime(2026, 1, 10)).marks]
        ['Nov 2025', 'Dec', 'Jan 2026']
        """
        for grain, step in _STEPS:
            found = tuple(self._every(grain, step))
            if len(found) <= _MARKS:
                return found
        return ()

    def _every(self, grain: str, step: relativedelta) -> Iterator[Mark]:
        when = _floor(self.start, grain, step)
        before: datetime | None = None
        for _ in range(_MARKS * 8):
            if when > self.end:
                return
            if when >= self.start:
                yield Mark(self.at(when), _name(when, grain, before))
                before = when
            try:
                when = when + step
            except (ValueError, OverflowError):
                return


def scale(moments: Iterable[datetime]) -> Scale | None:
    """The scale that has room for all moments, with a small margin; ``None`` without any."""
    known = list(moments)
    if not known:
        return None
    start, end = min(known), max(known)
    margin = max((end - start) * _MARGIN, timedelta(hours=3))
    return Scale(_moved(start, -margin), _moved(end, margin))


def _moved(when: datetime, by: timedelta) -> datetime:
    try:
        return when + by
    except OverflowError:
        return when


def _name(when: datetime, grain: str, before: datetime | None) -> str:
    """A moment without the year, and without the day, of the mark before it."""
    told = moment(when, grain)
    if before is None:
        return told
    if grain == "minute" and when.date() == before.date():
        return f"{when:%H:%M}"
    return told.replace(f" {when.year}", "") if when.year == before.year else told


def _floor(when: datetime, grain: str, step: relativedelta) -> datetime:
    """The last round moment that is not later."""
    day = when.replace(hour=0, minute=0, second=0, microsecond=0)
    match grain:
        case "year":
            return day.replace(year=max(when.year // step.years * step.years, 1), month=1, day=1)
        case "month":
            return day.replace(month=(when.month - 1) // step.months * step.months + 1, day=1)
    return day
