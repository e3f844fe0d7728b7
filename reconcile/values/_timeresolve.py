"""Fields and an anchor as an interval: which year, which week, which order of day and month.

The policies are measured ones (``news``): a bare weekday is today or the last such day; a date without a
year is the nearest one, where days ahead count double; a printed weekday decides the order of day and
month, then the year, and is else kept as a conflict. Nothing is filled in silently: what was inferred is
named, what needs an anchor and has none stays unresolved.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from reconcile.values._calendars import feast
from reconcile.values._timefields import Fields
from reconcile.values._timemath import DAY, MONTHS, Interval, floor, length, shift_months, step

__all__ = ["NEEDS_ANCHOR", "Setting", "resolve"]

NEEDS_ANCHOR = "needs the day of the article"


@dataclass(frozen=True, slots=True)
class Setting:
    """What resolving depends on besides the words."""

    anchor: datetime | None = None
    prefer: str = "news"
    month_first: bool = False
    weekend: int = 5
    """The weekday that the weekend begins with."""

    @property
    def day(self) -> datetime | None:
        """The day of the anchor at midnight."""
        return None if self.anchor is None else self.anchor.replace(hour=0, minute=0, second=0, microsecond=0)


def _unresolved(grain: str) -> Interval:
    return Interval(None, None, grain, unresolved=NEEDS_ANCHOR)


def _cost(day: datetime, anchor: datetime, prefer: str) -> float:
    """How far a candidate is from the anchor; days ahead count double in news."""
    days = (day - anchor).days
    if prefer == "past":
        return -days if days <= 0 else 1e6 + days
    if prefer == "future":
        return days if days >= 0 else 1e6 - days
    return -days if days < 0 else days * (1 if prefer == "nearest" else 2)


def _years(setting: Setting, build: Callable[[int], datetime]) -> list[datetime]:
    """The candidates of the years around the anchor that are days of the calendar."""
    anchor = setting.day
    found = []
    for year in range((anchor.year if anchor else 2000) - 8, (anchor.year if anchor else 2000) + 9):
        try:
            found.append(build(year))
        except ValueError:
            continue
    return found


def _nearest(candidates: Iterable[datetime], setting: Setting) -> list[datetime]:
    anchor = setting.day
    assert anchor is not None
    return sorted(candidates, key=lambda day: (_cost(day, anchor, setting.prefer), day))


def _is_close(first: datetime, second: datetime, setting: Setting) -> bool:
    """Whether the runner-up is nearly as good a reading."""
    anchor = setting.day
    assert anchor is not None
    return _cost(second, anchor, setting.prefer) < 2 * _cost(first, anchor, setting.prefer)


def _one_day(day: datetime, **rest: object) -> Interval:
    return Interval(day, day + DAY, "day", **rest)  # type: ignore[arg-type]


def _checked(interval: Interval, weekday: int | None) -> Interval:
    """A day with its printed weekday: a conflict is kept, named, and the day it may be is listed."""
    if weekday is None or interval.start is None or interval.start.weekday() == weekday:
        return interval
    away = (weekday - interval.start.weekday() + 3) % 7 - 3
    meant = interval.start + DAY * away
    others = (*interval.others, (meant, meant + DAY))
    return replace(interval, inferred=(*interval.inferred, "weekday_conflict"), others=others)


def _relative_day(fields: Fields, setting: Setting) -> Interval:
    """ "Today", "yesterday": a printed weekday that does not fit shows that the anchor is another one's."""
    anchor = setting.day
    if anchor is None or fields.shift is None:
        return _unresolved("day")
    day = anchor + DAY * fields.shift
    if fields.weekday is None or day.weekday() == fields.weekday:
        return _one_day(day, anchored=True)
    near = sorted(
        (day + DAY * away for away in range(-6, 7) if (day + DAY * away).weekday() == fields.weekday),
        key=lambda other: abs((other - day).days),
    )
    others = tuple((other, other + DAY) for other in [*near[1:], day])
    return _one_day(near[0], anchored=True, inferred=("week", "weekday_conflict"), others=others)


def _month_day(fields: Fields, setting: Setting) -> Interval | None:
    """A day of a month, with or without its year."""
    month, day = fields.month, fields.day
    assert month is not None and day is not None
    if fields.year is not None:
        try:
            return _checked(_one_day(datetime(fields.year, month, day)), fields.weekday)
        except ValueError:
            return None
    if not any(_exists(year, month, day) for year in (2000, 2001)):
        return None
    if setting.day is None:
        return _unresolved("day")
    if fields.unit == "year" and fields.step is not None:
        return _month_day(replace(fields, year=setting.day.year + fields.step, unit=None), setting)
    ranked = _nearest(_years(setting, lambda year: datetime(year, month, day)), setting)
    fitting = [
        other
        for other in ranked
        if other.weekday() == fields.weekday and abs(other.year - setting.day.year) < 2
    ]
    if fields.weekday is not None and fitting:
        return _one_day(fitting[0], inferred=("year",), anchored=True)
    if fields.toward is not None:
        return _one_day(_toward(fields, ranked, setting.day), inferred=("year",), anchored=True)
    others = tuple((other, other + DAY) for other in ranked[1:2] if _is_close(ranked[0], other, setting))
    return _checked(_one_day(ranked[0], inferred=("year",), anchored=True, others=others), fields.weekday)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime(year, month, day)
    except ValueError:
        return False
    return True


def _numeric(fields: Fields, setting: Setting) -> Interval | None:
    """Two numbers of which one is the day: the weekday decides, then the language's order."""
    assert fields.numeric is not None
    first, second, year = fields.numeric
    orders = [(second, first), (first, second)]
    if setting.month_first:
        orders.reverse()
    read = [
        interval
        for month, day in dict.fromkeys(orders)
        if 1 <= month <= 12 and 1 <= day <= 31
        and (interval := _month_day(replace(fields, numeric=None, year=year, month=month, day=day), setting))
    ]  # fmt: skip
    if not read:
        return None
    agreeing = [one for one in read if "weekday_conflict" not in one.inferred]
    if fields.weekday is not None and agreeing:
        near = [one.start for one in agreeing if one.start]
        first = _nearest(near, setting)[0] if setting.day and near and year is None else None
        return next((one for one in agreeing if one.start == first), agreeing[0])
    others = tuple((one.start, one.end) for one in read[1:] if one.start and one.end)
    return replace(read[0], others=(*read[0].others, *others))


def _weekday(fields: Fields, setting: Setting) -> Interval:
    """A weekday alone: which week?"""
    anchor, weekday = setting.day, fields.weekday
    assert weekday is not None
    if fields.base is not None:
        base = resolve(fields.base, setting)
        if base is None or base.start is None:
            return _unresolved("day")
        found = _weekday(replace(fields, base=None), replace(setting, anchor=base.start))
        return replace(found, anchored=base.anchored, inferred=base.inferred)
    if anchor is None:
        return _unresolved("day")
    if fields.unit == "week" and fields.step is not None:
        monday = floor(anchor, "week") + 7 * DAY * fields.step
        return _one_day(monday + DAY * weekday, anchored=True)
    ahead, back = (weekday - anchor.weekday()) % 7, (anchor.weekday() - weekday) % 7
    if fields.count is not None:
        times = int(fields.count[0])
        days = -(back or 7) - 7 * (times - 1) if (fields.step or 0) < 0 else (ahead or 7) + 7 * (times - 1)
        return _one_day(anchor + DAY * days, anchored=True)
    match fields.toward, setting.prefer:
        case "after_next", _:
            days = (ahead or 7) + 7
        case "last", _:
            days = -(back or 7)
        case "coming", _:
            days = ahead or 7
        case "next", _:
            days = 7 - anchor.weekday() + weekday
        case None, "past":
            days = -(back or 7)
        case "this", "future":
            days = ahead or 7
        case "this", _:
            days = weekday - anchor.weekday()
        case _, "future":
            days = ahead or 7
        case _, "nearest":
            days = ahead if ahead <= back else -back
        case _:
            days = -back
    return _one_day(anchor + DAY * days, anchored=True, inferred=() if fields.toward else ("week",))


def _weekday_the_nth(fields: Fields, setting: Setting) -> Interval | None:
    """ "Tuesday the 19th": the nearest month in which it is so."""
    if setting.day is None:
        return _unresolved("day")
    found = []
    for months in range(-14, 15):
        first = shift_months(setting.day.replace(day=1), months)
        if fields.day and fields.day <= calendar.monthrange(first.year, first.month)[1]:
            found.append(first.replace(day=fields.day))
    fitting = [day for day in found if fields.weekday is None or day.weekday() == fields.weekday]
    ranked = _nearest(fitting, setting)
    return _one_day(ranked[0], anchored=True, inferred=("year", "month")) if ranked else None


def _month(fields: Fields, setting: Setting) -> Interval | None:
    """A month, with or without its year."""
    assert fields.month is not None
    month = fields.month
    if fields.year is not None:
        start = datetime(fields.year, month, 1)
        return Interval(start, shift_months(start, 1), "month")
    if setting.day is None:
        return _unresolved("month")
    here = floor(setting.day, "month")
    if fields.unit == "year" and fields.step is not None:
        return _month(replace(fields, year=here.year + fields.step, unit=None), setting)
    ranked = _nearest(_years(setting, lambda year: datetime(year, month, 1)), replace(setting, anchor=here))
    start = _toward(fields, ranked, here)
    return Interval(start, shift_months(start, 1), "month", inferred=("year",), anchored=True)


def _toward(fields: Fields, ranked: list[datetime], here: datetime) -> datetime:
    """The nearest one in the direction that is stated, or the best one."""
    if fields.toward in (None, "this"):
        return ranked[0]
    wanted = [day for day in ranked if (day < here if fields.toward == "last" else day > here)]
    near = sorted(wanted, key=lambda day: abs((day - here).days))
    return near[1 if fields.toward == "after_next" else 0]


def _nth_of(fields: Fields, setting: Setting) -> Interval | None:
    """The nth weekday, day or week of a month or a year; negative counts from the end."""
    assert fields.base is not None
    whole = resolve(fields.base, setting)
    if whole is None or whole.start is None or whole.end is None or fields.nth is None:
        return None if whole is None else replace(whole, grain="day")
    days = [whole.start + DAY * away for away in range((whole.end - whole.start).days)]
    if fields.unit == "week":
        days = [day - 3 * DAY for day in days if day.weekday() == 3]
    elif fields.weekday is not None:
        days = [day for day in days if day.weekday() == fields.weekday]
    index = fields.nth if fields.nth < 0 else fields.nth - 1
    if not -len(days) <= index < len(days):
        return None
    found = _one_day(days[index], inferred=whole.inferred, anchored=whole.anchored)
    return replace(found, end=days[index] + 7 * DAY, grain="week") if fields.unit == "week" else found


_PLAIN_GRAINS = {"fortnight": "week", "weekend": "weekend"}


def _step(fields: Fields, setting: Setting) -> Interval | None:
    """ "Last week", "this year", "next quarter"."""
    anchor, unit = setting.anchor, fields.unit
    assert unit is not None and fields.step is not None
    grain = _PLAIN_GRAINS.get(unit, unit)
    if anchor is None:
        return _unresolved(grain)
    if unit == "season":
        start = step(_season_start(anchor), "season", fields.step)
    elif unit == "weekend":
        return _weekend(fields.step, anchor, setting)
    else:
        start = step(floor(anchor, unit), unit, fields.step)
    return Interval(start, length(start, unit), grain, anchored=True)


def _weekend(steps: int, anchor: datetime, setting: Setting) -> Interval:
    """The weekend of this week, or the one before or after; in news it is the one that was."""
    coming = floor(anchor, "week") + DAY * setting.weekend
    if steps == 0 and setting.prefer in ("news", "past") and (coming - floor(anchor, "day")).days > 2:
        steps = -1
    start = coming + 7 * DAY * steps
    return Interval(start, start + 2 * DAY, "weekend", anchored=True)


def _season_start(day: datetime) -> datetime:
    month = (day.month % 12) // 3 * 3
    start = day.replace(month=month or 12, day=1, hour=0, minute=0, second=0, microsecond=0)
    return start if start <= day else start.replace(year=start.year - 1)


_FLOORED = frozenset({"hour", "minute", "second"})


def _stretch(fields: Fields, setting: Setting) -> Interval:
    """ "The last three months": the stretch that ends (begins) with the anchor's own unit."""
    assert fields.unit is not None and fields.count is not None and fields.step is not None
    if setting.anchor is None:
        return _unresolved(fields.unit)
    here = floor(setting.anchor, fields.unit)
    low, high = fields.count
    count = high if high is not None else low
    vague = fields.count[0] != fields.count[1]
    if fields.step < 0:
        start, end = step(here, fields.unit, -count), here
    else:
        first = step(here, fields.unit, 1)
        start, end = first, step(first, fields.unit, count)
    return Interval(start, end, _PLAIN_GRAINS.get(fields.unit, fields.unit), anchored=True, approx=vague)


def _ago(fields: Fields, setting: Setting) -> Interval:
    """ "Three weeks ago", "in two days": one day, rounded to the unit that is counted."""
    unit = fields.unit
    assert unit is not None and fields.count is not None and fields.step is not None
    fine = unit in _FLOORED
    origin, based = _origin(fields, setting, fine=fine)
    if origin is None:
        return _unresolved(unit if fine else "day")
    low, high = fields.count
    near = step(origin, unit, fields.step * low)
    if low != high:
        far = step(origin, unit, fields.step * (high if high is not None else max(11, low * 4)))
        start, end = sorted((near, far))
        return Interval(
            floor(start, unit), end + (timedelta() if fine else DAY), unit, anchored=True, approx=True
        )
    for other, more in fields.more:
        near = step(near, other, fields.step * more)
    if fine:
        grain = "minute" if unit == "hour" else unit
        start = floor(near, grain)
        return Interval(start, length(start, grain), grain, anchored=True, approx=unit == "hour")
    soft = fields.about or (unit != "day" and not based)
    return _one_day(floor(near, "day"), anchored=True, approx=soft)


def _origin(fields: Fields, setting: Setting, *, fine: bool) -> tuple[datetime | None, bool]:
    """The moment that is counted from, and whether the words name it."""
    if fields.base is None:
        return (setting.anchor if fine else setting.day), False
    base = resolve(fields.base, setting)
    return (None if base is None else base.start), True


def _part_of_year(fields: Fields, setting: Setting) -> Interval | None:
    """A quarter or a half of a year."""
    assert fields.nth is not None and fields.unit is not None
    months = MONTHS[fields.unit]
    year, inferred = fields.year, ()
    if year is None:
        if setting.day is None:
            return _unresolved(fields.unit)
        starts = _years(setting, lambda year: datetime(year, (fields.nth or 1) * months - months + 1, 1))
        offset = {"last": -1, "next": 1, "this": 0}.get(fields.toward or "")
        if offset is not None:
            year = setting.day.year + offset
        else:
            year = _nearest(starts, replace(setting, anchor=floor(setting.day, fields.unit)))[0].year
            inferred = ("year",)  # type: ignore[assignment]
    start = datetime(year, (fields.nth - 1) * months + 1, 1)
    return Interval(start, shift_months(start, months), fields.unit, inferred, anchored=fields.year is None)


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def _season(fields: Fields, setting: Setting) -> Interval:
    month = _SEASONS[fields.season or "spring"]
    if fields.year is not None:
        start = datetime(fields.year, month, 1)
        return Interval(start, shift_months(start, 3), "season")
    if setting.day is None:
        return _unresolved("season")
    here = _season_start(setting.day)
    ranked = _nearest(_years(setting, lambda year: datetime(year, month, 1)), replace(setting, anchor=here))
    start = _toward(fields, ranked, here)
    return Interval(start, shift_months(start, 3), "season", inferred=("year",), anchored=True)


def _decade(fields: Fields, setting: Setting) -> Interval | None:
    start = datetime(fields.decade or 1, 1, 1)
    return Interval(start, shift_months(start, 120), "decade")


def _century(fields: Fields, setting: Setting) -> Interval | None:
    if fields.century is None or not 2 <= fields.century <= 30:
        return None
    start = datetime((fields.century - 1) * 100, 1, 1)
    return Interval(start, shift_months(start, 1200), "century")


def _year(fields: Fields, setting: Setting) -> Interval | None:
    assert fields.year is not None
    start = datetime(fields.year, 1, 1)
    return Interval(start, shift_months(start, 12), "year")


def _pick(fields: Fields) -> Callable[[Fields, Setting], Interval | None] | None:
    """Which reading the fields call for: the most telling one that they fill."""
    day_and_month = fields.month is not None and fields.day is not None
    rows: tuple[tuple[bool, Callable[[Fields, Setting], Interval | None]], ...] = (
        (fields.numeric is not None, _numeric),
        (fields.shift is not None, _relative_day),
        (fields.nth is not None and fields.base is not None, _nth_of),
        (fields.holiday is not None, _holiday),
        (day_and_month, _month_day),
        (fields.day is not None and fields.unit == "month", _day_of_month),
        (fields.day is not None, _weekday_the_nth),
        (fields.weekday is not None, _weekday),
        (fields.month is not None, _month),
        (fields.nth is not None and fields.unit in ("quarter", "half"), _part_of_year),
        (fields.count is not None and fields.stretch, _stretch),
        (fields.count is not None, _ago),
        (fields.unit is not None, _step),
        (fields.season is not None, _season),
        (fields.decade is not None, _decade),
        (fields.century is not None, _century),
        (fields.year is not None, _year),
    )
    return next((reading for holds, reading in rows if holds), None)


def _day_of_month(fields: Fields, setting: Setting) -> Interval | None:
    """ "The fifth of this month"."""
    month = _step(replace(fields, day=None), setting)
    if month is None or month.start is None or fields.day is None:
        return _unresolved("day")
    try:
        return _checked(_one_day(month.start.replace(day=fields.day), anchored=True), fields.weekday)
    except ValueError:
        return None


def _feast(name: str, year: int) -> Interval | None:
    found = feast(name, year)
    if found is None:
        return None
    start, days = found
    return Interval(
        start, start + DAY * days, "day" if days < 28 else "month", approx=name.startswith("hijri")
    )


def _holiday(fields: Fields, setting: Setting) -> Interval | None:
    """A feast: of the year that is named, else the nearest one."""
    name = fields.holiday or ""
    if fields.year is not None:
        return _feast(name, fields.year)
    if setting.day is None:
        return _unresolved("day")
    here = setting.day
    years = range(here.year - 2, here.year + 3)
    found = {one.start: one for year in years if (one := _feast(name, year)) and one.start}
    if not found:
        return None
    if fields.unit == "year" and fields.step is not None:
        return _feast(name, here.year + fields.step)
    start = _toward(fields, _nearest(found, setting), here)
    return replace(found[start], inferred=("year",), anchored=True)


_PARTS = {
    "early": (0, 9), "dawn": (4, 7), "morning": (0, 12), "late_morning": (9, 12), "noon": (12, 13),
    "afternoon": (12, 18), "late_afternoon": (15, 18), "evening": (18, 24), "late_day": (18, 24),
    "night": (18, 30), "late": (21, 30), "midnight": (24, 25),
}  # fmt: skip


def _timed(fields: Fields, setting: Setting, day: Interval) -> Interval:
    """The hour or the part of the day within a day."""
    if day.start is None or day.grain != "day":
        grain = "minute" if fields.minute is not None else "hour" if fields.hour is not None else "daypart"
        return replace(day, grain=grain) if day.start is None else day
    if fields.hour is not None:
        start = day.start + timedelta(
            hours=fields.hour, minutes=fields.minute or 0, seconds=fields.second or 0
        )
        grain = "second" if fields.second is not None else "minute" if fields.minute is not None else "hour"
        others = tuple((low + (start - day.start), low + (start - day.start)) for low, _ in day.others)
        return replace(day, start=start, end=length(start, grain), grain=grain, others=others)
    first, last = _PARTS[fields.part or "morning"]
    return replace(
        day, start=day.start + timedelta(hours=first), end=day.start + timedelta(hours=last), grain="daypart"
    )


def _tonight(fields: Fields, setting: Setting, found: Interval) -> Interval:
    """ "Tonight" printed in the small hours is the night that is ending."""
    night = fields.part == "night" and fields.shift == 0 and fields.hour is None and setting.prefer == "news"
    if not night or not (setting.anchor and found.start and found.end):
        return found
    before = (found.start - DAY, found.end - DAY)
    if setting.anchor == setting.day:
        return replace(found, others=(*found.others, before))
    return replace(found, start=before[0], end=before[1]) if setting.anchor.hour < 6 else found


def _modified(fields: Fields, setting: Setting, found: Interval) -> Interval:
    """The beginning, middle or end of a month (thirds), a year (quarters), a week, a decade."""
    if fields.modifier is None or found.start is None or found.end is None:
        return found
    start, end, months = found.start, found.end, MONTHS.get(found.grain)
    match found.grain, fields.modifier:
        case "month", "half1":
            end = start + 15 * DAY
        case "month", "half2":
            start = start + 15 * DAY
        case _, "gone" if setting.day:
            end = max(setting.day, start + DAY)
        case _, "left" if setting.day:
            start = min(max(start, setting.day), end - DAY)
        case "month", "start":
            end = start + 10 * DAY
        case "month", "mid":
            start, end = start + 10 * DAY, start + 20 * DAY
        case "month", "end":
            start = start + 20 * DAY
        case "week", "start":
            end = start + 3 * DAY
        case "week", "mid":
            start, end = start + 2 * DAY, start + 5 * DAY
        case "week", "end":
            start = start + 4 * DAY
        case _, "start" if months:
            end = shift_months(start, max(1, months // 4))
        case _, "mid" if months:
            start, end = shift_months(start, months // 3), shift_months(start, months - months // 3)
        case _, "end" if months:
            start = shift_months(end, -max(1, months // 4))
    return replace(found, start=start, end=end)


def resolve(fields: Fields, setting: Setting) -> Interval | None:
    """The interval that the fields stand for, or ``None`` when there is no such day."""
    reading = _pick(fields)
    try:
        if reading is None:
            found = _relative_day(replace(fields, shift=0), setting) if fields.timed else None
            if found is not None:
                found = replace(found, inferred=("year", "month", "day"))
        else:
            found = reading(fields, setting)
        if found is None:
            return None
        if fields.timed:
            found = _tonight(fields, setting, _timed(fields, setting, found))
        if fields.week_of and found.start is not None:
            monday = floor(found.start, "week")
            found = replace(found, start=monday, end=monday + 7 * DAY, grain="week")
        return replace(_modified(fields, setting, found), approx=found.approx or fields.about)
    except (ValueError, OverflowError):
        return None
