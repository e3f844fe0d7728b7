"""The notation of dates and durations: EDTF (ISO 8601-2, levels 0 and 1) and ISO 8601 durations.

This module knows no language and no anchor. ``read`` turns a text into the fields of a date value,
``write`` turns an interval back into a text. Intervals are half-open: ``end`` is the first moment that
does *not* belong to them.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

__all__ = ["begins", "is_unit", "is_unit_of", "read", "read_duration", "write"]

_POINT = re.compile(
    r"(?P<year>\d{3}[\dX]|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?(?P<mark>[~?%]?)"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_HALVES = {40: 1, 41: 7}
_LAST = datetime(9999, 12, 31, 23, 59, 59, 999999)


def _add_months(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return _LAST if year > 9999 else moment.replace(year=year, month=month + 1)


def _add(moment: datetime, **delta: int) -> datetime:
    try:
        return moment + timedelta(**delta)
    except OverflowError:
        return _LAST


def _point(text: str) -> dict[str, Any]:
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date in EDTF or ISO form (2026, 2026-01, 2026-01-05)")
    part = match.groupdict()
    fields: dict[str, Any] = {"approx": True} if part["mark"] in ("~", "%") else {}
    year = part["year"]
    if "X" in year:
        start = datetime(int(year.replace("X", "0")), 1, 1)
        grain, months = ("century", 1200) if year.endswith("XX") else ("decade", 120)
        return {**fields, "start": start, "end": _add_months(start, months), "grain": grain}
    month, day = int(part["month"] or 1), int(part["day"] or 1)
    for table, grain, months in ((_SEASONS, "season", 3), (_QUARTERS, "quarter", 3), (_HALVES, "half", 6)):
        if month in table and part["day"] is None:
            start = datetime(int(year), table[month], 1)
            return {**fields, "start": start, "end": _add_months(start, months), "grain": grain}
    start = datetime(int(year), month, day)
    if part["month"] is None:
        return {**fields, "start": start, "end": _add_months(start, 12), "grain": "year"}
    if part["day"] is None:
        return {**fields, "start": start, "end": _add_months(start, 1), "grain": "month"}
    if part["hour"] is None:
        return {**fields, "start": start, "end": _add(start, days=1), "grain": "day"}
    start = start.replace(hour=int(part["hour"]), minute=int(part["minute"] or 0),
                          second=int(part["second"] or 0))  # fmt: skip
    if part["zone"]:
        fields["zone"] = "+00:00" if part["zone"] == "Z" else part["zone"]
    grain = "second" if part["second"] else "minute" if part["minute"] else "hour"
    return {**fields, "start": start, "end": _add(start, **{grain + "s": 1}), "grain": grain}


def read(text: str) -> dict[str, Any]:
    """The fields ``start, end, grain, extent`` (and ``approx, zone``) of an EDTF or ISO text.

    ``a/b`` lasts from a to b (extent ``fills``); ``[a..b]`` lies somewhere within; ``a/..`` and
    ``../b`` are ``since`` and ``until``; ``[a..]`` and ``[..b]`` are ``after`` and ``before``.

    Raises:
        ValueError: when the text is of no such form, or is no day of the calendar.

    >>> read("2026-01-05/2026-01-06")["extent"], str(read("2026-01-05/2026-01-06")["end"])
    ('fills', '2026-01-07 00:00:00')
    >>> read("2026-02-31")
    Traceback (most recent call last):
    ValueError: day is out of range for month
    """
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and ".." in text:
        low, _, high = text[1:-1].partition("..")
        open_start, open_end, lasting = "before", "after", "within"
    elif "/" in text:
        low, _, high = text.partition("/")
        low, high = low.replace("..", ""), high.replace("..", "")
        open_start, open_end, lasting = "until", "since", "fills"
    else:
        return {**_point(text), "extent": "within"}
    if not low and not high:
        raise ValueError(f"{text!r} has neither a start nor an end")
    if not low:
        right = _point(high)
        return {**right, "start": None, "extent": open_start}
    left = _point(low)
    if not high:
        return {**left, "end": None, "extent": open_end}
    right = _point(high)
    if right["end"] <= left["start"]:
        raise ValueError(f"{text!r} ends before it starts")
    return {**left, "end": right["end"], "extent": lasting}


_PARTS = {"season": (21, 3, 3), "quarter": (33, 3, 1), "half": (40, 6, 1)}


def _text(moment: datetime, grain: str) -> str:
    """The text of the unit that a moment lies in."""
    year = f"{moment.year:04d}"
    if grain in ("century", "decade", "year"):
        return {"century": f"{year[:2]}XX", "decade": f"{year[:3]}X"}.get(grain, year)
    if grain in _PARTS:
        code, months, first = _PARTS[grain]
        return f"{year}-{code + (moment.month - first) % 12 // months}"
    form = {"month": 7, "hour": 13, "minute": 16, "second": 19}.get(grain, 10)
    return moment.isoformat()[:form]


_LADDER = (
    "century", "decade", "year", "half", "season", "quarter", "month", "day", "hour", "minute", "second",
)  # fmt: skip
_FIRST_MONTHS = {
    "half": (1, 7), "quarter": (1, 4, 7, 10), "season": (3, 6, 9, 12), "year": (1,), "decade": (1,), "century": (1,),
}  # fmt: skip
_LENGTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_YEARS = {"decade": 10, "century": 100}


def begins(moment: datetime, grain: str) -> bool:
    """Whether a moment is the first one of a unit."""
    if moment.microsecond or (moment.second and grain != "second"):
        return False
    if grain in ("second", "minute"):
        return True
    if moment.minute or (moment.hour and grain != "hour"):
        return False
    if grain in ("hour", "day"):
        return True
    months = _FIRST_MONTHS.get(grain)
    fits = moment.day == 1 and (months is None or moment.month in months)
    return fits and moment.year % _YEARS.get(grain, 1) == 0


def _after(moment: datetime, grain: str) -> datetime:
    """The moment one unit later."""
    months = _LENGTHS.get(grain)
    return _add_months(moment, months) if months else _add(moment, **{grain + "s": 1})


def is_unit(start: datetime, end: datetime) -> bool:
    """Whether an interval is exactly one unit of the calendar: a day, a month, a year.

    >>> is_unit(datetime(2026, 1, 1), datetime(2026, 2, 1)), is_unit(datetime(2026, 1, 1), datetime(2026, 1, 3))
    (True, False)
    """
    return any(is_unit_of(start, end, grain) for grain in _LADDER)


def is_unit_of(start: datetime, end: datetime, grain: str) -> bool:
    """Whether an interval is exactly one unit of this grain."""
    return grain in _LADDER and begins(start, grain) and _after(start, grain) == end


def _edge(moment: datetime, grain: str, *, first: bool) -> str:
    """The coarsest text, not coarser than ``grain``, that begins (ends) with exactly this moment."""
    finer = _LADDER[_LADDER.index(grain) :] if grain in _LADDER else _LADDER[_LADDER.index("day") :]
    name = next((name for name in finer if begins(moment, name)), "second")
    return _text(moment if first else moment - timedelta(microseconds=1), name)


def write(
    start: datetime | None,
    end: datetime | None,
    *,
    grain: str,
    extent: str = "within",
    approx: bool = False,
) -> str:
    """The EDTF text of a half-open interval: the inverse of ``read``.

    An interval whose edges do not lie on its grain (an evening, the end of a year) is written with the
    finer grain that they do lie on.

    >>> write(datetime(2026, 1, 5), datetime(2026, 1, 7), grain="day", extent="fills")
    '2026-01-05/2026-01-06'
    """
    mark = "~" if approx else ""
    first = None if start is None else _edge(start, grain, first=True) + mark
    last = None if end is None else _edge(end, grain, first=False) + mark
    if extent in _OPEN_FORMS:
        return _OPEN_FORMS[extent].format(first=first, last=last)
    if start is not None and end is not None and (one := _unit_text(start, end, grain)):
        return one + mark
    return _CLOSED_FORMS["fills" if extent == "fills" else "within"].format(first=first, last=last)


_OPEN_FORMS = {"before": "[..{last}]", "after": "[{first}..]", "until": "../{last}", "since": "{first}/.."}
_CLOSED_FORMS = {"fills": "{first}/{last}", "within": "[{first}..{last}]"}


def _unit_text(start: datetime, end: datetime, grain: str) -> str | None:
    """The one text that covers the whole interval, its own grain first."""
    grains = (grain, *_LADDER) if grain in _LADDER else _LADDER
    fits = (name for name in grains if is_unit_of(start, end, name))
    return next((_text(start, name) for name in fits), None)


_DURATION = re.compile(r"P(?:(\d+(?:\.\d+)?)([YMWD])|T(\d+(?:\.\d+)?)([HMS]))")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}


def read_duration(text: str) -> dict[str, Any]:
    """The fields ``min, max, unit`` of an ISO 8601 duration with one unit.

    >>> read_duration("PT3H")
    {'min': 3, 'max': 3, 'unit': 'hour'}
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not an ISO 8601 duration with one unit (P2M, PT3H)")
    count = float(match[1] or match[3])
    unit = _UNITS[match[2]] if match[2] else _TIME_UNITS[match[4]]
    number = int(count) if count.is_integer() else count
    return {"min": number, "max": number, "unit": unit}
