"""Dates and durations in TIMEX3, the notation of annotated news corpora.

``write`` turns an interval into the attributes of one tag, ``read`` turns them back. TIMEX3 has no tag for a
stretch that is no unit of the calendar: one that lasts is a ``DURATION`` with ``begin`` and ``end``, one that
something lies within is a ``DATE`` without a value of its own. Like :mod:`reconcile.edtf` this module knows no
language and no anchor, and intervals are half-open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from reconcile import edtf

__all__ = ["Timex3", "part", "read", "write", "write_duration"]

_DAY = timedelta(days=1)
_MODS = {
    "start": "START", "mid": "MID", "end": "END", "before": "BEFORE", "after": "AFTER",
    "on_or_before": "ON_OR_BEFORE", "on_or_after": "ON_OR_AFTER", "at_least": "EQUAL_OR_MORE",
    "up_to": "EQUAL_OR_LESS", "more_than": "MORE_THAN", "below": "LESS_THAN",
}  # fmt: skip
_MODIFIERS = {mod: modifier for modifier, mod in _MODS.items()}
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
#: Parts of a day by their first and last hour.
_PARTS = {"MO": (0, 12), "MI": (12, 13), "AF": (12, 18), "EV": (18, 24), "NI": (18, 30)}
_NO_DAY = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Timex3:
    """The attributes of a tag; ``begin`` and ``end`` are the values of its two ends.

    >>> str(Timex3("DATE", "2024", mod="END"))
    'type="DATE" value="2024" mod="END"'
    """

    type: Literal["DATE", "TIME", "DURATION"]
    value: str
    mod: str | None = None
    begin: str | None = None
    end: str | None = None

    def __str__(self) -> str:
        listed = ("type", "value", "mod", "begin", "end")
        return " ".join(
            f'{name}="{getattr(self, name)}"' for name in listed if getattr(self, name) is not None
        )


#: Days of a month or a week that are its beginning, its middle, its end: from, to (``None``: its own end).
_EDGES: dict[tuple[str, str], tuple[int, int | None]] = {
    ("month", "start"): (0, 10), ("month", "mid"): (10, 20), ("month", "end"): (20, None),
    ("month", "half1"): (0, 15), ("month", "half2"): (15, None),
    ("week", "start"): (0, 3), ("week", "mid"): (2, 5), ("week", "end"): (4, None),
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


def part(start: datetime, end: datetime, grain: str, modifier: str) -> tuple[datetime, datetime] | None:
    """The beginning, the middle or the end of a unit; ``None`` for units that have none.

    >>> part(datetime(2024, 1, 1), datetime(2025, 1, 1), "year", "end")
    (datetime.datetime(2024, 10, 1, 0, 0), datetime.datetime(2025, 1, 1, 0, 0))
    """
    if edge := _EDGES.get((grain, modifier)):
        first, last = edge
        return start + _DAY * first, end if last is None else start + _DAY * last
    months = _MONTHS.get(grain)
    if months is None or grain == "season" or modifier not in ("start", "mid", "end"):
        return None
    edge_months = max(1, months // 4)
    if modifier == "start":
        return start, _months_later(start, edge_months)
    if modifier == "end":
        return _months_later(end, -edge_months), end
    return _months_later(start, months // 3), _months_later(start, months - months // 3)


def _months_later(moment: datetime, months: int) -> datetime:
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1)


# ---- writing ----


def _unit(moment: datetime, grain: str) -> str:
    """The value of the unit that begins at a moment."""
    year = f"{moment.year:04d}"
    match grain:
        case "century" | "decade":
            return year[:2] if grain == "century" else year[:3]
        case "season":
            return f"{year}-{_SEASONS[moment.month]}"
        case "quarter" | "half":
            size = 3 if grain == "quarter" else 6
            return f"{year}-{'Q' if size == 3 else 'H'}{(moment.month - 1) // size + 1}"
        case "week" | "weekend":
            iso = moment.isocalendar()
            return f"{iso.year:04d}-W{iso.week:02d}{'-WE' if grain == 'weekend' else ''}"
    return moment.isoformat()[
        : {"year": 4, "month": 7, "hour": 13, "minute": 16, "second": 19}.get(grain, 10)
    ]


def _is_unit(start: datetime, end: datetime, grain: str) -> bool:
    if grain in ("week", "weekend"):
        first, days = (0, 7) if grain == "week" else (5, 2)
        return edtf.begins(start, "day") and start.weekday() == first and end - start == days * _DAY
    return edtf.is_unit_of(start, end, grain)


_UNITS = (
    "century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "hour", "minute",
    "second",
)  # fmt: skip
_TIMES = frozenset({"hour", "minute", "second"})


def _whole(start: datetime, end: datetime, grain: str) -> tuple[str, str] | None:
    """The grain and the value of an interval that is one unit, its own grain first."""
    for name in (grain, *_UNITS):
        if name in _UNITS and _is_unit(start, end, name):
            return name, _unit(start, name)
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    for code, hours in _PARTS.items():
        if (start - midnight, end - midnight) == tuple(timedelta(hours=hour) for hour in hours):
            return "daypart", f"{_unit(start, 'day')}T{code}"
    return None


def _of_part(start: datetime, end: datetime, grain: str, modifier: str) -> str | None:
    """The value of the unit whose beginning, middle or end an interval is."""
    for first in {start, *(start - _DAY * days for days in (2, 4, 10, 20)), *_firsts(start)}:
        whole = first.replace(hour=0, minute=0, second=0, microsecond=0)
        after = _after(whole, grain)
        if after and _is_unit(whole, after, grain) and part(whole, after, grain, modifier) == (start, end):
            return _unit(whole, grain)
    return None


def _firsts(moment: datetime) -> set[datetime]:
    """The first days of the month, the quarter, the year … that a moment lies in."""
    year, month = moment.year, moment.month
    months = {month, (month - 1) // 3 * 3 + 1, (month - 1) // 6 * 6 + 1, 1}
    years = {year // size * size for size in (10, 100)} - {0}
    return {datetime(year, one, 1) for one in months} | {datetime(one, 1, 1) for one in years}


def _after(start: datetime, grain: str) -> datetime | None:
    if grain == "week":
        return start + 7 * _DAY
    return _months_later(start, _MONTHS[grain]) if grain in _MONTHS and start.day == 1 else None


def _edge(moment: datetime, zone: str) -> str:
    """The value of a day, or of a minute within it, that begins at a moment."""
    for grain in ("day", "minute"):
        if edtf.begins(moment, grain):
            return _unit(moment, grain) + (zone if grain != "day" else "")
    return _unit(moment, "second") + zone


def _length(start: datetime, end: datetime) -> str:
    """The length of a stretch in days, or in seconds of a day."""
    length = end - start
    return f"P{length.days}D" if not length.seconds else f"PT{int(length.total_seconds())}S"


def write(
    start: datetime | None,
    end: datetime | None,
    *,
    grain: str,
    extent: str = "within",
    modifier: str | None = None,
    approx: bool = False,
    zone: str | None = None,
    weekday: int | None = None,
) -> Timex3:
    """The tag of an interval.

    >>> str(write(datetime(2026, 1, 5), datetime(2026, 1, 6), grain="day"))
    'type="DATE" value="2026-01-05"'
    >>> str(write(datetime(2026, 1, 5), datetime(2026, 1, 7), grain="day", extent="fills"))
    'type="DURATION" value="P2D" begin="2026-01-05" end="2026-01-07"'
    """
    mod = _MODS.get(modifier or "") or ("APPROX" if approx else None)
    offset = zone or ""
    if start is None or end is None:
        return _open(start, end, extent, mod, zone=offset, weekday=weekday)
    if modifier in ("start", "mid", "end") and (value := _of_part(start, end, grain, modifier)):
        return Timex3("DATE", value, mod)
    whole = _whole(start, end, grain)
    if whole is not None:
        timed = whole[0] in _TIMES
        return Timex3(
            "TIME" if timed or "T" in whole[1] else "DATE", whole[1] + (offset if timed else ""), mod
        )
    ends = _edge(start, offset), _edge(end, offset)
    return (
        Timex3("DURATION", _length(start, end), mod, *ends)
        if extent == "fills"
        else Timex3("DATE", _NO_DAY, mod, *ends)
    )


def _open(
    start: datetime | None,
    end: datetime | None,
    extent: str,
    mod: str | None,
    *,
    zone: str,
    weekday: int | None,
) -> Timex3:
    """A stretch with one end, or a day that is not known yet."""
    if start is None and end is None:
        return Timex3("DATE", _NO_DAY if weekday is None else f"XXXX-WXX-{weekday + 1}", mod)
    begin = None if start is None else _edge(start, zone)
    after = None if end is None else _edge(end, zone)
    if extent in ("since", "until"):
        return Timex3("DURATION", "PXD", mod, begin, after)
    return Timex3("DATE", _NO_DAY, mod, begin, after)


_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "TH", "minute": "TM", "second": "TS"}


def write_duration(
    low: float | None, high: float | None, unit: str, *, approx: bool = False, vague: bool = False
) -> Timex3:
    """The tag of a length of time; a number that is not told is ``X``.

    >>> str(write_duration(2, 2, "month", approx=True)), str(write_duration(3, None, "hour"))
    ('type="DURATION" value="P2M" mod="APPROX"', 'type="DURATION" value="PT3H" mod="EQUAL_OR_MORE"')
    """
    letter = _LETTERS[unit]
    time, code = ("T", letter[1]) if len(letter) == 2 else ("", letter)
    count = low if low is not None else high
    if vague or (low != high and None not in (low, high)):
        return Timex3("DURATION", f"P{time}X{code}", "APPROX" if approx and not vague else None)
    bound = "EQUAL_OR_MORE" if high is None else "EQUAL_OR_LESS" if low is None else None
    return Timex3("DURATION", f"P{time}{count:g}{code}", bound or ("APPROX" if approx else None))


# ---- reading ----

_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_OF_YEAR = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))")
_DAYPART = re.compile(r"(\d{4}-\d\d-\d\d)T([A-Z]{2})")
_YEARS = re.compile(r"\d{2,3}")


def _read_value(value: str) -> dict[str, Any]:
    """The fields of the value of one unit."""
    if match := _WEEK.fullmatch(value):
        monday = datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
        first, days, grain = (5, 2, "weekend") if match[3] else (0, 7, "week")
        start = monday + first * _DAY
        return {"start": start, "end": start + days * _DAY, "grain": grain}
    if match := _OF_YEAR.fullmatch(value):
        return _of_year(int(match[1]), match[2], match[3], match[4])
    if match := _DAYPART.fullmatch(value):
        day = datetime.fromisoformat(match[1])
        if match[2] not in _PARTS:
            raise ValueError(f"{value!r} names no part of a day that is known here")
        low, high = (day + timedelta(hours=hour) for hour in _PARTS[match[2]])
        return {"start": low, "end": high, "grain": "daypart"}
    if _YEARS.fullmatch(value):
        value = value.ljust(4, "X")
    return {name: item for name, item in edtf.read(value).items() if name != "extent"}


def _of_year(year: int, quarter: str | None, half: str | None, season: str | None) -> dict[str, Any]:
    if season:
        month = next(first for first, code in _SEASONS.items() if code == season)
        grain, months = "season", 3
    elif quarter:
        month, grain, months = int(quarter) * 3 - 2, "quarter", 3
    else:
        month, grain, months = int(half or 1) * 6 - 5, "half", 6
    start = datetime(year, month, 1)
    return {"start": start, "end": _months_later(start, months), "grain": grain}


def read(tag: Timex3) -> dict[str, Any]:
    """The fields of a date value from a tag: the inverse of ``write``.

    Raises:
        ValueError: when the tag is no date that this module writes.

    >>> read(Timex3("DATE", "2024", mod="END"))["start"]
    datetime.datetime(2024, 10, 1, 0, 0)
    """
    modifier = _MODIFIERS.get(tag.mod or "")
    rest: dict[str, Any] = {"modifier": modifier, "approx": tag.mod == "APPROX"}
    if tag.begin is not None or tag.end is not None:
        return {**_between(tag), **rest}
    if match := re.fullmatch(r"XXXX-WXX-([1-7])", tag.value):
        return {"weekday": int(match[1]) - 1, "grain": "day", **rest}
    if tag.value == _NO_DAY:
        return {"grain": "day", **rest}
    found = _read_value(tag.value)
    edges = part(found["start"], found["end"], found["grain"], modifier) if modifier else None
    if edges is not None:
        found = {**found, "start": edges[0], "end": edges[1]}
    return {**found, "extent": "within", **rest}


def _between(tag: Timex3) -> dict[str, Any]:
    """A stretch with one end or two, each the first moment of a day or of a time."""
    ends = [None if value is None else edtf.read(value) for value in (tag.begin, tag.end)]
    start, end = (None if one is None else one["start"] for one in ends)
    lasting = tag.type == "DURATION"
    if start is not None and end is not None:
        if end <= start:
            raise ValueError(f"{tag} ends before it starts")
        extent = "fills" if lasting else "within"
    elif start is not None:
        extent = "since" if lasting else "after"
    else:
        extent = "until" if lasting else "before"
    timed = next((one for one in ends if one and one["grain"] != "day"), None)
    zone = next((one["zone"] for one in ends if one and one.get("zone")), None)
    fields = {"start": start, "end": end, "extent": extent, "grain": timed["grain"] if timed else "day"}
    return {**fields, **({"zone": zone} if zone else {})}
