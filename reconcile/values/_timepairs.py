"""Two neighbouring mentions of a time as one: weekday with date, date with time of day, a length with its day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention, altered, merged

__all__ = ["next_day", "only_weekday", "united"]

_TIME_AFTER = re.compile(r"[),:(-]{0,2}[~icOr^f]?t?")
_TIME_BEFORE = re.compile(r",?[Or~il^]{0,2}t?j?")
_WEEKDAY_BEFORE = re.compile(r"[,(/-]{0,2}[Oir~]{0,2}t?=?j?t?")
_INSIDE = re.compile(r",?[Or~i]{0,2}t?")


def only_weekday(fields: Fields) -> bool:
    """Whether a weekday is all that is told."""
    others = (fields.shift, fields.unit, fields.month, fields.numeric, fields.nth, fields.day, fields.count)
    return fields.weekday is not None and all(value is None for value in others)


def _names_a_day(fields: Fields) -> bool:
    known = fields.shift is not None or fields.numeric is not None or fields.day is not None
    return fields.weekday is None and known


def _with_time(left: Fields, right: Fields, glue: str) -> Fields | None:
    """A date beside a time of the day, in either order; a part of the day beside an hour."""
    if right.timed and not right.dated and (left.dated or left.timed):
        if left.hour is not None and not left.half_day and right.part and not glue and left.dated:
            return _in_part(left, right.part)  # "at three on Tuesday afternoon"
        hour = glue == "l" and left.is_day and right.hour is not None  # "le 3 mars à 14 h": one word for both
        if not (hour or _TIME_AFTER.fullmatch(glue)) or left.hour is not None or (left.part and right.part):
            return None
        return _in_part(merged(left, right), left.part)
    if left.timed and not left.dated and right.dated and _TIME_BEFORE.fullmatch(glue):
        if right.hour is not None or (right.part and left.part):
            return None
        return _in_part(merged(right, left), right.part)
    return None


def _in_part(fields: Fields, part: str | None) -> Fields:
    """An hour on a twelve-hour clock moved into the part of the day that is named ("evening, at 7")."""
    if fields.hour is None or part is None or fields.half_day:
        return fields
    late = part in ("afternoon", "evening") or (part in ("night", "late") and fields.hour >= 6)
    hour = fields.hour + 12 if late and fields.hour < 12 else fields.hour
    return altered(fields, hour=hour, half_day="pm" if late else "am")


def _with_weekday(left: Fields, right: Fields, glue: str, whole: bool) -> Fields | None:
    """A weekday beside the day that it belongs to."""
    if only_weekday(left) and _names_a_day(right) and _WEEKDAY_BEFORE.fullmatch(glue):
        return merged(altered(left, toward=None), right) if left.toward in (None, "this", "next") else None
    if _names_a_day(left) and only_weekday(right) and not right.toward:
        near = ("", "(", ",", "~") if left.shift is not None or whole else ("", "(")
        return merged(left, right) if glue in near else None
    if only_weekday(left) and not left.toward and _counts_whole_weeks(right) and glue in ("", ","):
        return altered(right, weekday=left.weekday, week_of=True)
    for weekday, week in ((left, right), (right, left)):
        plain = week.unit == "week" and week.count is None and week.weekday is None and week.nth is None
        if only_weekday(weekday) and plain and _INSIDE.fullmatch(glue):
            return merged(week, altered(weekday, toward=None))
    return None


def _counts_whole_weeks(fields: Fields) -> bool:
    """Reads "(Monday) two weeks from now", "a year ago": a weekday of the week that is counted to."""
    coarse = fields.unit is not None and fields.unit not in ("day", "hour", "minute", "second")
    return coarse and fields.count is not None and not fields.stretch and fields.weekday is None


def _with_year(left: Fields, right: Fields, glue: str) -> Fields | None:
    """A month or a day of a month with "last year" behind it, or before it ("last year in March")."""
    if left.count is None and _years_away(left) is not None:
        named = right.month is not None or right.holiday is not None
        led = re.fullmatch("[~i]t?", glue) or (not glue and right.holiday is not None)
        return _with_year(right, left, "") if named and led else None
    inner = left.base if left.base is not None else left
    named = (inner.month, inner.season, inner.holiday) != (None, None, None)
    undated = named and inner.year is None
    years = _years_away(right)
    if years is None or not undated or not _INSIDE.fullmatch(glue):
        return None
    dated = altered(inner, unit="year", step=years)
    return dated if left.base is None else altered(left, base=dated)


def _years_away(fields: Fields) -> int | None:
    """How many years "last year", "a year ago" and "in two years" are away."""
    if fields.unit != "year" or fields.step is None or fields.nth is not None or fields.base is not None:
        return None
    if fields.count is None:
        return fields.step
    plain = not (fields.stretch or fields.narrative) and fields.count[0] == fields.count[1]
    return fields.step * int(fields.count[0]) if plain else None


def _counted_from(left: Fields, right: Fields, glue: str) -> Fields | None:
    """Reads "Three days after 12 January", "four months from tomorrow": the length stands in ``left``."""
    if glue or left.base is not None or not right.dated or right.timed:
        return None
    if left.narrative and left.shift in (-1, 1) and right.is_day and not right.narrative:
        return Fields(unit="day", step=left.shift, count=(1, 1), base=right)
    if left.count is None or (left.stretch and left.toward != "from"):
        return None
    if left.stretch:
        return altered(left, toward=None, base=right) if right.is_day else None
    ahead = left.toward == "coming" and only_weekday(right) and right.toward is None
    return altered(left, toward=None, base=altered(right, toward="coming") if ahead else right)


def _weekend_of(left: Fields, right: Fields, glue: str) -> Fields | None:
    """Reads "The weekend of 3 January"."""
    plain = left.unit == "weekend" and left.step == 0 and right.day is not None and not right.timed
    return altered(right, modifier="weekend") if plain and re.fullmatch("[Orf]t?", glue) else None


def _from_a_day(left: Mention, right: Mention, glue: str, led: bool) -> Fields | None:
    """Reads "From 5 May for two weeks": a length that a day begins."""
    lasts = right.fields.stretch and right.fields.toward == "for" and left.fields.is_day
    if not (lasts and led) or glue not in ("", ",") or left.fields.timed:
        return None
    return altered(right.fields, toward=None, base=left.fields)


def next_day(one: int, other: int) -> bool:
    """Whether a weekday (0 is Monday) is the one behind another."""
    return (one + 1) % 7 == other


_NIGHT_TO = re.compile(r"[,]?[-l]?t?j?|&t?j?")


def _with_night(left: Fields, right: Fields, glue: str) -> Fields | None:
    """The night from one weekday to the next one belongs to the first ("ليل الاثنين الثلاثاء")."""
    night = left.part == "night" and left.weekday is not None and only_weekday(right) and not right.toward
    if not night or left.weekday is None or right.weekday is None or not _NIGHT_TO.fullmatch(glue):
        return None
    return left if next_day(left.weekday, right.weekday) else None


_NIGHT_BETWEEN = re.compile(r"\(?t?b[i~]?t?j?")


def _between_days(left: Fields, right: Fields, glue: str) -> Fields | None:
    """The night between Monday and Tuesday: its first day is named first, the second one is taken in later."""
    plain = not left.dated or (left.shift == 0 and left.weekday is None)
    night = left.part == "night" and plain and only_weekday(right) and not right.toward
    return merged(altered(left, shift=None), right) if night and _NIGHT_BETWEEN.fullmatch(glue) else None


_SAME_DAY = re.compile(r"[,(/~=-]{0,2}t?")


def _with_other_calendar(left: Fields, right: Fields, glue: str) -> Fields | None:
    """One day in two calendars ("17 رجب الموافق 6 يناير"): the common one is kept, and the weekday."""
    both = (left.calendar is None) != (right.calendar is None) and left.is_day and right.is_day
    days = [fields.day is not None or fields.numeric is not None for fields in (left, right)]
    if not both or not all(days) or not _SAME_DAY.fullmatch(glue):
        return None
    common, other = (left, right) if left.calendar is None else (right, left)
    weekday = common.weekday if common.weekday is not None else other.weekday
    return altered(common, weekday=weekday)


def _fields_of_both(left: Mention, right: Mention, glue: str, whole: bool) -> Fields | None:
    one, other = left.fields, right.fields
    return (
        _with_time(one, other, glue) or _with_weekday(one, other, glue, whole) or _with_year(one, other, glue)
        or _counted_from(one, other, glue) or _with_other_calendar(one, other, glue)
        or _with_night(one, other, glue) or _between_days(one, other, glue) or _weekend_of(one, other, glue)
    )  # fmt: skip


def _unite(left: Mention, right: Mention, glue: str, whole: bool, led: bool) -> Mention | None:
    """Two neighbours as one; ``led``: the first one stands behind "from"."""
    if len(glue) > 4 or ";" in glue:
        return None
    if left.to is not None or right.to is not None:
        return _with_hours(left, right, glue) or _night_of_both(left, right, glue)
    fields = _fields_of_both(left, right, glue, whole) or _from_a_day(left, right, glue, led)
    if fields is None:
        return None
    proved = fields.weekday is not None and (fields.numeric is not None or fields.day is not None)
    sure = not (left.bare and right.bare) or proved
    return Mention(left.start, right.end, fields, bare=not sure or not fields.dated)


def _with_hours(left: Mention, right: Mention, glue: str) -> Mention | None:
    """A day beside a range of hours, in either order."""
    for day, hours in ((left, right), (right, left)):
        timed = hours.to is not None and hours.fields.timed and not hours.fields.dated
        if timed and day.to is None and day.fields.dated and day.fields.hour is None:
            pattern = _TIME_AFTER if day is left else _TIME_BEFORE
            if not pattern.fullmatch(glue) or hours.to is None:
                return None
            plain = altered(day.fields, part=None)
            ends = [_in_part(merged(plain, end), day.fields.part) for end in (hours.fields, hours.to)]
            return Mention(left.start, right.end, ends[0], ends[1], lasts=True, bare=day.bare)
    return None


_NIGHT_OF = re.compile("[O~i]?t?b?[~i^]?t?")


def _night_of_both(left: Mention, right: Mention, glue: str) -> Mention | None:
    """The night of two days in a row ("the night of 3 to 4 January") belongs to the first."""
    one, first, last = left.fields, right.fields, right.to
    night = one.part == "night" and one.hour is None and one.shift in (None, 0) and not one.weekday
    if not night or last is None or first.timed or not _NIGHT_OF.fullmatch(glue):
        return None
    in_a_row = first.day is not None and last.day == first.day + 1 and first.month == last.month
    return Mention(left.start, right.end, altered(first, part="night")) if in_a_row else None


def united(scene: Scene, found: Sequence[Mention], whole: bool) -> list[Mention]:
    """Neighbours put together as long as they fit."""
    result: list[Mention] = []
    for mention in found:
        last = mention
        while result:
            glue = scene.codes[result[-1].end : last.start]
            led = scene.codes[max(0, result[-1].start - 1) : result[-1].start] in ("f", "r", "9")
            both = _unite(result[-1], last, glue, whole, led)
            if both is None:
                break
            result.pop()
            last = both
        result.append(last)
    return result
