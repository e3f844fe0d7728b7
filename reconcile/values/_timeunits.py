"""Fields that name a month, a year or another stretch, and what is counted in such units."""

from __future__ import annotations

from datetime import datetime, timedelta

from reconcile.values._timefields import Fields, altered
from reconcile.values._timemath import DAY, MONTHS, Interval, floor, length, shift_months, step
from reconcile.values._timepolicy import Setting, nearest, one_day, toward, unresolved, years

__all__ = [
    "ago",
    "century",
    "decade",
    "month",
    "nth_of",
    "part_of_year",
    "season",
    "stretch",
    "unit_step",
    "year",
]


def year(fields: Fields, setting: Setting) -> Interval | None:
    """A calendar year."""
    start = datetime(fields.year or 0, 1, 1)
    return Interval(start, shift_months(start, 12), "year")


def decade(fields: Fields, setting: Setting) -> Interval | None:
    """The 1990s."""
    start = datetime(fields.decade or 0, 1, 1)
    return Interval(start, shift_months(start, 120), "decade")


def century(fields: Fields, setting: Setting) -> Interval | None:
    """The nineteenth century, which begins in 1800 here as in common speech."""
    if fields.century is None or not 2 <= fields.century <= 30:
        return None
    start = datetime((fields.century - 1) * 100, 1, 1)
    return Interval(start, shift_months(start, 1200), "century")


def month(fields: Fields, setting: Setting) -> Interval | None:
    """A month, with or without its year."""
    return _yearly(fields, setting, fields.month or 0, "month")


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def season(fields: Fields, setting: Setting) -> Interval | None:
    """A season: three whole months."""
    return _yearly(fields, setting, _SEASONS[fields.season or "spring"], "season")


def _yearly(fields: Fields, setting: Setting, first: int, unit: str) -> Interval | None:
    """What comes once a year and begins with a month: of the stated year, else the nearest one."""
    months = 3 if unit == "season" else MONTHS[unit]
    stated, here = fields.year, setting.day
    if stated is None and here is not None and fields.unit == "year" and fields.step is not None:
        stated = here.year + fields.step
    if stated is not None:
        start = datetime(stated, first, 1)
        return Interval(start, shift_months(start, months), unit, anchored=fields.year is None)
    if here is None:
        return unresolved(unit)
    now = _season_start(here) if unit == "season" else floor(here, unit)
    ranked = nearest(years(here, lambda other: datetime(other, first, 1)), now, setting.prefer)
    start = toward(fields.toward, ranked, now)
    return Interval(start, shift_months(start, months), unit, inferred=("year",), anchored=True)


def part_of_year(fields: Fields, setting: Setting) -> Interval | None:
    """A quarter or a half of a year."""
    if fields.nth is None or fields.unit is None:
        return None
    months = MONTHS[fields.unit]
    steps = {"last": -1, "next": 1, "this": 0}.get(fields.toward or "")
    plain = altered(fields, unit=None, toward=None)
    if fields.year is None and steps is not None:
        plain = altered(plain, unit="year", step=steps)
    return _yearly(plain, setting, (fields.nth - 1) * months + 1, fields.unit)


def nth_of(fields: Fields, setting: Setting) -> Interval | None:
    """The nth weekday, day or week of a month or a year; negative counts from the end."""
    whole = setting.base
    if whole is None or whole.start is None or whole.end is None or fields.nth is None:
        return None
    if fields.count is not None and fields.unit is not None:
        return _first_units(whole, whole.start, whole.end, fields.unit, int(fields.count[0]) * fields.nth)
    if fields.unit == "month":
        return _nth_month(whole, whole.start, whole.end, fields.nth)
    weekday = setting.weekend if fields.unit == "weekend" else fields.weekday
    first = 0 if weekday is None else (weekday - whole.start.weekday()) % 7
    every = 1 if weekday is None else 7
    days = [whole.start + DAY * away for away in range(first, (whole.end - whole.start).days, every)]
    if fields.unit == "week":
        days = _weeks(days, setting.prefer)
    index = fields.nth if fields.nth < 0 else fields.nth - 1
    if not -len(days) <= index < len(days):
        return None
    found = one_day(days[index], inferred=whole.inferred, anchored=whole.anchored, approx=whole.approx)
    if fields.unit not in ("week", "weekend"):
        return found
    return altered(found, end=length(days[index], fields.unit), grain=fields.unit)


def _weeks(days: list[datetime], prefer: str) -> list[datetime]:
    """The Mondays of the weeks of a longer unit: a week belongs where its Thursday lies.

    Who plans ahead counts the weeks that lie in it from beginning to end.
    """
    if prefer == "future":
        return [day for day in days[:-6] if day.weekday() == 0]
    return [day - 3 * DAY for day in days if day.weekday() == 3]


def _nth_month(whole: Interval, start: datetime, end: datetime, nth: int) -> Interval | None:
    """The nth month of a year; negative counts from the end."""
    first = shift_months(start, nth - 1) if nth > 0 else shift_months(end, nth)
    if not start <= first < end:
        return None
    return altered(whole, start=first, end=shift_months(first, 1), grain="month")


def _first_units(whole: Interval, start: datetime, end: datetime, unit: str, count: int) -> Interval:
    """The first (last, when negative) units of a longer one."""
    if count > 0:
        return altered(whole, end=min(end, step(start, unit, count)), grain=unit)
    return altered(whole, start=max(start, step(end, unit, count)), grain=unit)


_PLAIN_GRAINS = {"fortnight": "week"}


def unit_step(fields: Fields, setting: Setting) -> Interval | None:
    """Last week, this year, next quarter."""
    anchor, unit, steps = setting.anchor, fields.unit, fields.step
    if unit is None or steps is None:
        return None
    if anchor is None:
        return unresolved(_PLAIN_GRAINS.get(unit, unit))
    if unit == "weekend":
        return _weekend(steps, anchor, altered(setting, prefer="future") if fields.toward else setting)
    start = step(_season_start(anchor) if unit == "season" else floor(anchor, unit), unit, steps)
    return Interval(start, length(start, unit), _PLAIN_GRAINS.get(unit, unit), anchored=True)


def _weekend(steps: int, anchor: datetime, setting: Setting) -> Interval:
    """The weekend of this week, or the one before or after; in news it is the one that was."""
    coming = floor(anchor, "week") + DAY * setting.weekend
    if steps == 0 and setting.prefer in ("news", "past") and (coming - floor(anchor, "day")).days > 2:
        steps = -1
    start = coming + 7 * DAY * steps
    return Interval(start, start + 2 * DAY, "weekend", anchored=True)


def _season_start(day: datetime) -> datetime:
    first = (day.month % 12) // 3 * 3
    start = day.replace(month=first or 12, day=1, hour=0, minute=0, second=0, microsecond=0)
    return start if start <= day else start.replace(year=start.year - 1)


def stretch(fields: Fields, setting: Setting) -> Interval | None:
    """The last three months: the stretch that ends (begins) with the anchor's own unit."""
    unit, steps = fields.unit, fields.step
    if unit is None or steps is None or fields.count is None:
        return None
    low, high = fields.count
    if setting.base is not None:
        return _beside(setting.base, unit, steps, low)
    if setting.anchor is None:
        return unresolved(unit)
    count = high if high is not None else low
    if fields.toward == "within":
        return Interval(setting.anchor, step(setting.anchor, unit, count), unit, anchored=True)
    if unit == "weekend":
        return _weekends(setting.anchor, setting.weekend, int(count) * steps)
    here = floor(setting.anchor, unit)
    if steps < 0:
        start, end = step(here, unit, -count), here
    else:
        start = step(here, unit, 1)
        end = step(start, unit, count)
    return Interval(start, end, _PLAIN_GRAINS.get(unit, unit), anchored=True, approx=low != high)


def _weekends(anchor: datetime, first: int, count: int) -> Interval:
    """From the beginning of the first of some weekends to the end of the last one."""
    coming = floor(anchor, "week") + DAY * first
    edges = (
        (coming + 7 * DAY * count, coming - 7 * DAY)
        if count < 0
        else (coming, coming + 7 * DAY * (count - 1))
    )
    return Interval(edges[0], length(edges[1], "weekend"), "weekend", anchored=True)


def _beside(day: Interval, unit: str, steps: int, count: float) -> Interval | None:
    """So many units from a day on, or up to a day and with it."""
    if day.start is None or day.end is None:
        return None
    start, end = day.start, day.end
    edges = (start, step(start, unit, count)) if steps > 0 else (step(end, unit, -count), end)
    return altered(day, start=edges[0], end=edges[1], others=())


_FINE = frozenset({"hour", "minute", "second"})


def ago(fields: Fields, setting: Setting) -> Interval | None:
    """Three weeks ago, in two days, a month after another date: one day, as exact as its unit."""
    unit, steps = fields.unit, fields.step
    if unit is None or steps is None or fields.count is None:
        return None
    fine, based = unit in _FINE, setting.base is not None
    origin = setting.base.start if setting.base else setting.anchor if fine else setting.day
    if origin is None:
        return unresolved(unit if fine else "day")
    low, high = fields.count
    if low != high:
        return _some_ago(origin, unit, steps, low, high)
    moment = step(origin, unit, steps * low)
    for other, more in fields.more:
        moment = step(moment, other, steps * more)
    if fine:
        grain = "minute" if unit == "hour" else unit
        start = floor(moment, grain)
        return Interval(start, length(start, grain), grain, anchored=True, approx=unit == "hour")
    if (
        setting.prefer == "news"
        and unit in MONTHS
        and low == int(low)
        and not (based or fields.more or fields.week_of)
    ):
        start = floor(moment, unit)  # news counts years to name a year, not the day of one
        return Interval(start, length(start, unit), unit, anchored=True, approx=True)
    soft = fields.about or (unit != "day" and not based)
    return one_day(floor(moment, "day"), anchored=True, approx=soft)


def _some_ago(origin: datetime, unit: str, steps: int, low: float, high: float | None) -> Interval:
    """Several months ago: anywhere between a few and many."""
    far = step(origin, unit, steps * (high if high is not None else max(11, low * 4)))
    start, end = sorted((step(origin, unit, steps * low), far))
    last = end if unit in _FINE else end + DAY
    return Interval(
        floor(start, unit), max(last, start + timedelta(seconds=1)), unit, anchored=True, approx=True
    )
