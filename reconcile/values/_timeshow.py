"""A date in neutral words: ISO digits, so that every reader sees the same, with hours beside their day."""

from __future__ import annotations

from datetime import datetime, timedelta

from reconcile import edtf
from reconcile.model import DateValue

__all__ = ["BOUNDS", "words"]

#: Extents and modifiers that leave one side of the calendar open.
BOUNDS = frozenset({"before", "after", "since", "until", "on_or_before", "on_or_after"})
_EDGES = {"start": "the beginning of", "mid": "the middle of", "end": "the end of"}
_SIZES = {"year": 4, "decade": 3, "century": 2, "month": 7}


def _clock(moment: datetime, day: datetime) -> str:
    """The time of the day; midnight at the end of the day is 24:00."""
    if moment.date() == day.date():
        return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")
    midnight = moment == day.replace(hour=0, minute=0, second=0) + timedelta(days=1)
    return "24:00" if midnight else moment.isoformat(" ", "minutes")


def _unit(moment: datetime, grain: str) -> str:
    """The unit that a moment lies in, as ISO digits."""
    text = moment.isoformat()[: _SIZES.get(grain, 10)]
    return {"decade": f"{text}0s", "century": f"{text}00s"}.get(grain, text)


def _within_a_day(start: datetime, end: datetime, grain: str) -> str:
    day = start.date().isoformat()
    if grain in ("minute", "second") or end - start <= timedelta(minutes=1):
        return f"{day} {_clock(start, start)}"
    return f"{day} {_clock(start, start)}–{_clock(end, start)}"


def _closed(value: DateValue, start: datetime, end: datetime) -> str:
    """An interval with both ends: one unit, hours of a day, or from its first to its last day."""
    if value.grain in ("second", "minute", "hour", "daypart") and end - start < timedelta(days=1):
        return _within_a_day(start, end, value.grain)
    if value.modifier in _EDGES and value.grain in ("month", "year", "decade", "century"):
        return f"{_EDGES[value.modifier]} {_unit(start, value.grain)}"
    last = end - timedelta(microseconds=1)
    for grain in (value.grain, "century", "decade", "year", "month", "day"):
        if grain in (*_SIZES, "day") and edtf.is_unit_of(start, end, grain):
            return _unit(start, grain)
    grain = next((name for name in ("year", "month") if _shown_in(value.grain, name, start, end)), "day")
    joint = " to " if value.extent == "fills" else "–"
    return f"{_unit(start, grain)}{joint}{_unit(last, grain)}"


_MADE_OF_MONTHS = frozenset({"month", "season", "quarter", "half", "year"})


def _shown_in(grain: str, name: str, start: datetime, end: datetime) -> bool:
    """Whether an interval is best told in years or in months, and has such edges."""
    fits = grain == "year" if name == "year" else grain in _MADE_OF_MONTHS
    return fits and edtf.begins(start, name) and edtf.begins(end, name)


def words(value: DateValue) -> str:
    """The date in digits and neutral English words.

    >>> words(DateValue(value="2026-01-05/2026-01-06")), words(DateValue(value="2011/.."))
    ('2026-01-05 to 2026-01-06', 'since 2011')
    """
    start, end = value.start, value.end
    if start is not None and end is not None:
        text = _closed(value, start, end)
    elif start is not None:
        text = f"{value.extent} {_unit(start, value.grain)}"
    else:
        last = (end or datetime(9999, 12, 31)) - timedelta(microseconds=1)
        text = f"{value.extent} {_unit(last, value.grain)}"
    if value.modifier in BOUNDS:
        text = f"{str(value.modifier).replace('_', ' ')} {text}"
    return f"{'about ' if value.approx else ''}{text}{f' {value.zone}' if value.zone else ''}"
