"""Fields and an anchor as an interval: the reading that the fields call for, its hour, its part."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from reconcile.timex3 import part
from reconcile.values._timedays import (
    counted_weekday,
    day_of_month,
    holiday,
    month_day,
    numeric,
    other_calendar,
    relative_day,
    weekday,
    weekday_and_day,
)
from reconcile.values._timefields import Fields, altered
from reconcile.values._timemath import DAY, Interval, floor, length
from reconcile.values._timepolicy import NEEDS_STORY, Setting, one_day
from reconcile.values._timetold import moved
from reconcile.values._timeunits import (
    ago,
    century,
    decade,
    month,
    nth_of,
    part_of_year,
    season,
    stretch,
    unit_step,
    year,
)

__all__ = ["resolve"]

Reading = Callable[[Fields, Setting], "Interval | None"]


def _reading(fields: Fields) -> Reading | None:
    """Which reading the fields call for: the most telling one that they fill."""
    if fields.calendar is not None:
        return other_calendar
    if fields.nth is not None and fields.base is not None:
        return nth_of
    if fields.is_day:
        return _day_reading(fields)
    return _reading_of_unit(fields)


def _day_reading(fields: Fields) -> Reading:
    """The reading of fields that name a day."""
    if fields.numeric is not None:
        return numeric
    if fields.shift is not None:
        return relative_day
    if fields.holiday is not None:
        return holiday
    if fields.day is not None:
        return (
            month_day
            if fields.month is not None
            else day_of_month
            if fields.unit == "month"
            else weekday_and_day
        )
    if fields.count is None:
        return weekday
    return ago if fields.week_of else counted_weekday


def _reading_of_unit(fields: Fields) -> Reading | None:
    """The reading of fields that name a month, a year or another stretch, or only a time of the day."""
    if fields.month is not None:
        return month
    if fields.nth is not None and fields.unit in ("quarter", "half"):
        return part_of_year
    if fields.count is not None:
        return stretch if fields.stretch else ago
    rows = (
        (fields.season, season), (fields.unit, unit_step), (fields.decade, decade), (fields.century, century),
        (fields.year, year), (fields.timed or None, _today),
    )  # fmt: skip
    return next((reading for stated, reading in rows if stated is not None), None)


def _today(fields: Fields, setting: Setting) -> Interval | None:
    """A time of the day alone: that of the article's own day."""
    found = relative_day(altered(fields, shift=0), setting)
    return found if found.unresolved else altered(found, inferred=("year", "month", "day"))


_PARTS = {
    "early": (0, 9), "dawn": (4, 7), "morning": (0, 12), "late_morning": (9, 12), "noon": (12, 13),
    "afternoon": (12, 18), "late_afternoon": (15, 18), "evening": (18, 24), "late_day": (18, 24),
    "night": (18, 30), "late": (21, 30), "midnight": (24, 25),
}  # fmt: skip


def _time_grain(fields: Fields) -> str:
    if fields.second is not None:
        return "second"
    return "minute" if fields.minute is not None else "hour" if fields.hour is not None else "daypart"


def _timed(fields: Fields, day: Interval) -> Interval:
    """The hour or the part of the day within a day."""
    grain = _time_grain(fields)
    if day.start is None:
        return altered(day, grain=grain)
    if day.grain != "day":
        return day
    if fields.hour is None:
        first, last = (timedelta(hours=hour) for hour in _PARTS[fields.part or "morning"])
        return altered(day, start=day.start + first, end=day.start + last, grain=grain)
    clock = timedelta(hours=fields.hour, minutes=fields.minute or 0, seconds=fields.second or 0)
    start = day.start + clock
    others = tuple((low + clock, length(low + clock, grain)) for low, _ in day.others)
    return altered(day, start=start, end=length(start, grain), grain=grain, others=others)


def _tonight(fields: Fields, setting: Setting, found: Interval) -> Interval:
    """The night that is meant: printed in the small hours, "tonight" is the one that is ending."""
    night = fields.part == "night" and fields.shift == 0 and fields.hour is None and setting.prefer == "news"
    if not night or not (setting.anchor and found.start and found.end):
        return found
    before = (found.start - DAY, found.end - DAY)
    if setting.anchor == setting.day:
        return altered(found, others=(*found.others, before))
    return altered(found, start=before[0], end=before[1]) if setting.anchor.hour < 6 else found


def _modified(fields: Fields, setting: Setting, found: Interval) -> Interval:
    """The beginning, middle or end of it, or what is gone or left of it."""
    start, end = found.start, found.end
    if fields.modifier is None or start is None or end is None:
        return found
    if fields.modifier == "eve":
        return altered(found, start=start - DAY, end=start, grain="day")
    if fields.modifier == "weekend":
        return _weekend_of(found, start, setting.weekend)
    if fields.modifier in ("gone", "left"):
        return _gone_or_left(fields.modifier, setting, found, start, end)
    edges = part(start, end, found.grain, fields.modifier)
    return found if edges is None else altered(found, start=edges[0], end=edges[1])


def _weekend_of(found: Interval, day: datetime, first: int) -> Interval:
    """The weekend nearest to a feast, with the feast itself when it is the day beside it."""
    away = (day.weekday() - first + 3) % 7 - 3
    start = day - DAY * away
    end = start + 2 * DAY
    start, end = (min(start, day), end) if away == -1 else (start, day + DAY) if away == 2 else (start, end)
    return altered(found, start=start, end=end, grain="weekend")


def _gone_or_left(part: str, setting: Setting, found: Interval, start: datetime, end: datetime) -> Interval:
    """Earlier this month, later this year."""
    if setting.day is None:
        return found
    if part == "gone":
        return altered(found, end=max(setting.day, start + DAY))
    return altered(found, start=min(max(start, setting.day), end - DAY))


def _week_of(found: Interval) -> Interval:
    if found.start is None:
        return found
    monday = floor(found.start, "week")
    return altered(found, start=monday, end=monday + 7 * DAY, grain="week")


def _setting_of_base(fields: Fields, setting: Setting) -> Setting:
    """A day that is counted from is the nearest one: only the day that is counted to is wanted past or ahead."""
    counted = fields.nth is None and not fields.stretch and setting.prefer in ("past", "future")
    return altered(setting, prefer="nearest") if counted else setting


def _resolved(fields: Fields, setting: Setting) -> Interval | None:
    if fields.base is not None:
        base = resolve(fields.base, _setting_of_base(fields, setting))
        if base is None or base.unresolved:
            return None if base is None else altered(base, grain="day")
        setting = altered(setting, base=base)
    counted = fields.narrative and fields.base is None and setting.prefer == "news"
    if counted and setting.told is None:
        return Interval(None, None, "day" if fields.is_day else fields.unit or "day", unresolved=NEEDS_STORY)
    reading = _reading(fields)
    if counted and setting.told is not None:
        found = moved(fields, setting.told)
    else:
        found = None if reading is None else reading(fields, setting)
    if found is None:
        return None
    if fields.timed:
        found = _tonight(fields, setting, _timed(fields, found))
    if fields.week_of:
        found = _week_of(found)
        if fields.weekday is not None and fields.count is not None and found.start is not None:
            found = one_day(found.start + DAY * fields.weekday, anchored=True)
    found = _modified(fields, setting, found)
    return altered(found, approx=True) if fields.about and not found.approx else found


def resolve(fields: Fields, setting: Setting) -> Interval | None:
    """The interval that the fields stand for, or ``None`` when there is no such day."""
    try:
        return _resolved(fields, setting)
    except (ValueError, OverflowError):
        return None
