"""Arithmetic of the calendar: the beginning of a unit, a step of units, the interval that words stand for."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import datetime, timedelta

__all__ = ["DAY", "MONTHS", "Interval", "floor", "length", "midnight", "shift_months", "step"]

DAY = timedelta(days=1)
#: Months in the units that are made of months.
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(slots=True)
class Interval:
    """A half-open interval with its grain and how sure it is."""

    start: datetime | None
    end: datetime | None
    grain: str
    inferred: tuple[str, ...] = ()
    others: tuple[tuple[datetime, datetime], ...] = ()
    anchored: bool = False
    approx: bool = False
    unresolved: str | None = None


def shift_months(day: datetime, months: int) -> datetime:
    """The same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def midnight(moment: datetime) -> datetime:
    """The beginning of a moment's day."""
    return (
        moment
        if moment.hour == moment.minute == moment.second == moment.microsecond == 0
        else moment.replace(hour=0, minute=0, second=0, microsecond=0)
    )


_CLOCK: dict[str, dict[str, int]] = {
    "second": {"microsecond": 0},
    "minute": {"second": 0, "microsecond": 0},
    "hour": {"minute": 0, "second": 0, "microsecond": 0},
}


def floor(moment: datetime, unit: str) -> datetime:
    """The beginning of the unit that a moment lies in; of any other unit, its midnight."""
    if unit in _CLOCK:
        return moment.replace(**_CLOCK[unit])  # type: ignore[arg-type]
    day = midnight(moment)
    if unit in ("week", "fortnight"):
        return day - DAY * day.weekday()
    months = MONTHS.get(unit)
    if months is None:
        return day
    if months < 12:
        return day.replace(month=(day.month - 1) // months * months + 1, day=1)
    years = months // 12
    return day.replace(year=max(1, day.year // years * years), month=1, day=1)


def step(moment: datetime, unit: str, count: float) -> datetime:
    """A moment ``count`` units later (earlier when negative)."""
    if unit in MONTHS:
        whole = int(count * MONTHS[unit])
        return shift_months(moment, whole)
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    if days:
        return moment + DAY * (count * days)
    if unit == "season":
        return shift_months(moment, int(count * 3))
    seconds = {"second": 1, "minute": 60, "hour": 3600}[unit]
    return moment + timedelta(seconds=count * seconds)


def length(start: datetime, unit: str) -> datetime:
    """The end of the unit that begins at ``start``."""
    return start + 2 * DAY if unit == "weekend" else step(start, unit, 1)
