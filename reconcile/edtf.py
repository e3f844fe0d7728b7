"""The notation of dates and durations: EDTF (ISO 8601-2, levels 0 and 1) and ISO 8601 durations.

This module knows no language and no anchor. ``read`` turns a text into the fields of a date value,
``write`` turns an interval back into a text. Intervals are half-open: ``end`` is the first moment that
does *not* belong to them.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

__all__ = ["is_unit", "read", "read_duration", "write"]

_POINT = re.compile(
    r"(?P<year>\d{3}[\dX]|\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?(?P<mark>[~?%]?)"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTERS = {33: 1, 34: 4, 35: 7, 36: 10}
_HALVES = {40: 1, 41: 7}
_LAST = datetime.max


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


def _text(moment: datetime, grain: str) -> str:
    month = moment.month
    match grain:
        case "century":
            return f"{moment.year // 100:02d}XX"
        case "decade":
            return f"{moment.year // 10:03d}X"
        case "year":
            return f"{moment.year:04d}"
        case "season":
            return f"{moment.year:04d}-{21 + (month % 12) // 3}"
        case "quarter":
            return f"{moment.year:04d}-{33 + (month - 1) // 3}"
        case "half":
            return f"{moment.year:04d}-{40 + (month - 1) // 6}"
        case "month":
            return f"{moment.year:04d}-{month:02d}"
        case "hour":
            return moment.strftime("%Y-%m-%dT%H")
        case "minute":
            return moment.strftime("%Y-%m-%dT%H:%M")
        case "second":
            return moment.strftime("%Y-%m-%dT%H:%M:%S")
    return f"{moment.year:04d}-{month:02d}-{moment.day:02d}"


_LADDER = (
    "century", "decade", "year", "half", "season", "quarter", "month", "day", "hour", "minute", "second",
)  # fmt: skip


def is_unit(start: datetime, end: datetime) -> bool:
    """Whether an interval is exactly one unit of the calendar: a day, a month, a year.

    >>> is_unit(datetime(2026, 1, 1), datetime(2026, 2, 1)), is_unit(datetime(2026, 1, 1), datetime(2026, 1, 3))
    (True, False)
    """
    return any(_covers(_text(start, grain), start, end) for grain in _LADDER)


def _covers(text: str, start: datetime, end: datetime) -> bool:
    try:
        point = _point(text)
    except ValueError:
        return False
    return bool((point["start"], point["end"]) == (start, end))


def _fitting(moment: datetime, edge: str, grain: str) -> str:
    """The coarsest text, not coarser than ``grain``, whose beginning (end) is exactly this moment."""
    grain = grain if grain in _LADDER else "week"
    finer = _LADDER[_LADDER.index(grain) :] if grain in _LADDER else ("day", "hour", "minute", "second")
    inside = moment if edge == "start" else moment - timedelta(microseconds=1)
    for name in finer:
        text = _text(inside, name)
        try:
            if _point(text)[edge] == moment:
                return text
        except ValueError:
            continue
    return _text(inside, "second")


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
    first = None if start is None else _fitting(start, "start", grain) + mark
    last = None if end is None else _fitting(end, "end", grain) + mark
    match extent:
        case "before":
            return f"[..{last}]"
        case "after":
            return f"[{first}..]"
        case "until":
            return f"../{last}"
        case "since":
            return f"{first}/.."
    if start is not None and end is not None and (one := _unit_text(start, end, grain)):
        return one + mark
    if first == last:
        return str(first)
    return f"{first}/{last}" if extent == "fills" else f"[{first}..{last}]"


def _unit_text(start: datetime, end: datetime, grain: str) -> str | None:
    """The one text that covers the whole interval, its own grain first."""
    grains = (grain, *_LADDER) if grain in _LADDER else _LADDER
    texts = (_text(start, name) for name in grains)
    return next((text for text in texts if _covers(text, start, end)), None)


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
