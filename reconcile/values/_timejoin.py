"""Neighbouring mentions put together: weekday with date, date with time of day, ends of a range, modifiers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention, altered, in_month_of, merged

__all__ = ["join"]

_TIME_AFTER = re.compile(r"[),:(-]{0,2}[~icOr^f]?t?")
_TIME_BEFORE = re.compile(r",?[Or~il^]{0,2}t?j?")
_WEEKDAY_BEFORE = re.compile(r"[,(/-]{0,2}[Oir~]{0,2}t?=?j?t?")
_INSIDE = re.compile(r",?[Or~i]{0,2}t?")
_RANGE = re.compile(r",?(?:-|[ul][ul]?|&[ul])[t~i^]{0,2}")
_WORD_SPAN = re.compile(r"[,]?&[t~i^]{0,2}")


def _only_weekday(fields: Fields) -> bool:
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
    if _only_weekday(left) and _names_a_day(right) and _WEEKDAY_BEFORE.fullmatch(glue):
        return merged(altered(left, toward=None), right) if left.toward in (None, "this", "next") else None
    if _names_a_day(left) and _only_weekday(right) and not right.toward:
        near = ("", "(", ",", "~") if left.shift is not None or whole else ("", "(")
        return merged(left, right) if glue in near else None
    if _only_weekday(left) and not left.toward and _counts_whole_weeks(right) and glue in ("", ","):
        return altered(right, weekday=left.weekday, week_of=True)
    for weekday, week in ((left, right), (right, left)):
        plain = week.unit == "week" and week.count is None and week.weekday is None and week.nth is None
        if _only_weekday(weekday) and plain and _INSIDE.fullmatch(glue):
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
    ahead = left.toward == "coming" and _only_weekday(right) and right.toward is None
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


def _next_day(one: int, other: int) -> bool:
    return (one + 1) % 7 == other


_NIGHT_TO = re.compile(r"[,]?[-l]?t?j?|&t?j?")


def _with_night(left: Fields, right: Fields, glue: str) -> Fields | None:
    """The night from one weekday to the next one belongs to the first ("ليل الاثنين الثلاثاء")."""
    night = left.part == "night" and left.weekday is not None and _only_weekday(right) and not right.toward
    if not night or left.weekday is None or right.weekday is None or not _NIGHT_TO.fullmatch(glue):
        return None
    return left if _next_day(left.weekday, right.weekday) else None


_NIGHT_BETWEEN = re.compile(r"\(?t?b[i~]?t?j?")


def _between_days(left: Fields, right: Fields, glue: str) -> Fields | None:
    """The night between Monday and Tuesday: its first day is named first, the second one is taken in later."""
    plain = not left.dated or (left.shift == 0 and left.weekday is None)
    night = left.part == "night" and plain and _only_weekday(right) and not right.toward
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


def _united(scene: Scene, found: Sequence[Mention], whole: bool) -> list[Mention]:
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


_MODIFIED = re.compile(r"(?:y-|t)?e[tOrj~i-]{0,3}$")
_ABOUT = re.compile(r"@[t~i]?$")
_WEEK_OF = re.compile(r"t?k(?:[Orf]|e?[~f]|e)t?$")


def _modified(scene: Scene, mention: Mention) -> Mention:
    """Reads "The end of", "early", "about", "the week of" before a mention made part of it."""
    before = scene.codes[max(0, mention.start - 6) : mention.start]
    fields, start = mention.fields, mention.start
    if (match := _MODIFIED.search(before)) and mention.to is None:
        first = start - len(match[0])
        changed = _edged(fields, scene.items[first + match[0].index("e")].classes)
        if changed is not None:
            return altered(mention, start=first, fields=changed, bare=mention.bare and not fields.dated)
    if match := _ABOUT.search(before):
        return altered(mention, start=start - len(match[0]), fields=altered(fields, about=True))
    if (match := _WEEK_OF.search(before)) and fields.is_day and mention.to is None and not fields.timed:
        return altered(mention, start=start - len(match[0]), fields=altered(fields, week_of=True), bare=False)
    return mention


#: The codes that may stand right before a mention that they change.
_LEADS = frozenset("etOrj~i-@kf")


def _edge_behind(scene: Scene, mention: Mention) -> Mention:
    """Reads "2021 sonunda": the end of it, in languages that say so behind."""
    if mention.to is not None or scene.codes[mention.end : mention.end + 1] != "e":
        return mention
    changed = _edged(mention.fields, scene.items[mention.end].classes)
    return mention if changed is None else altered(mention, end=mention.end + 1, fields=changed)


_DAY_EDGES = {("morning", "early"): "early", ("night", "late"): "late", (None, "early"): "early",
              (None, "late"): "late_day", ("evening", "late"): "late", ("night", "early"): "evening",
              ("morning", "late"): "late_morning", ("afternoon", "late"): "late_afternoon"}  # fmt: skip


def _edged(fields: Fields, classes: Mapping[str, Any]) -> Fields | None:
    """The fields with their beginning, middle or end picked out; of a day only "early" and "late"."""
    if fields.is_day and fields.nth is None:
        if "end" in classes and "late" not in classes and fields.shift == 0 and not fields.timed:
            return altered(fields, part="late_day")  # "the end of today"
        word = next((name for name in ("early", "late") if name in classes), None)
        part = _DAY_EDGES.get((fields.part, word or ""), fields.part if word else None)
        return altered(fields, part=part) if part and fields.hour is None else None
    if fields.timed or not fields.dated or fields.modifier or (fields.count and not fields.stretch):
        return None
    return altered(fields, modifier=next(name for name in ("start", "mid", "end") if name in classes))


def _level(fields: Fields) -> str:
    if fields.timed:
        return "time"
    if fields.is_day:
        return "day"
    if fields.month is not None:
        return "month"
    if fields.nth is not None and fields.unit in ("quarter", "half"):
        return "part"
    return "year" if fields.year is not None else "other"


_DATE_FIELDS = ("year", "month", "day", "weekday", "shift", "unit", "step", "numeric", "toward", "holiday")


def _shared(left: Fields, right: Fields) -> tuple[Fields, Fields] | None:
    """The two ends of a range, each with what only the other one states."""
    if left.timed and right.timed and left.dated != right.dated:
        return _same_day(left, right)
    levels = _level(left), _level(right)
    if "other" in levels or (levels[0] != levels[1] and "time" in levels):
        return None
    if levels[0] != levels[1] and not (left.year or left.shift is not None or right.shift is not None):
        return None
    if levels == ("part", "part") and left.year is None:
        left = altered(left, year=right.year)
    if left.month is not None and right.month is not None and left.year is None and right.year is not None:
        wraps = (left.month, left.day or 0) > (right.month, right.day or 0)
        left = altered(left, year=right.year - wraps)
    elif right.year is None and left.year is not None and right.month is not None:
        wraps = (left.month or 0, left.day or 0) > (right.month, right.day or 0)
        right = altered(right, year=left.year + wraps)
    if left.month is not None and left.day is not None and _only_day(right):
        right = in_month_of(left, right)
    if left.numeric and right.numeric and left.numeric[2] is None:
        left = altered(left, numeric=(*left.numeric[:2], right.numeric[2]))
    return left, right


def _only_day(fields: Fields) -> bool:
    return fields.day is not None and fields.month is None and fields.weekday is None and fields.unit is None


def _same_day(left: Fields, right: Fields) -> tuple[Fields, Fields]:
    """Two times of one day, of which only one names the day."""
    dated, bare = (left, right) if left.dated else (right, left)
    filled = altered(bare, **{name: getattr(dated, name) for name in _DATE_FIELDS})
    first, last = (left, filled) if dated is left else (filled, right)
    late = last.half_day == "pm" and first.half_day is None and first.hour is not None
    if late and first.hour is not None and last.hour is not None and first.hour + 12 <= last.hour:
        first = altered(first, hour=first.hour + 12)
    return first, last


def _spans(scene: Scene, left: Mention, right: Mention) -> tuple[bool, bool]:
    """Whether the words between (and before) make a range of both, and whether it lasts from end to end."""
    glue = scene.codes[left.end : right.start]
    before = scene.codes[max(0, left.start - 3) : left.start].rstrip("t~@ij^")[-1:]
    if _WORD_SPAN.fullmatch(glue):
        return before == "b", False
    if not _RANGE.fullmatch(glue):
        return False, False
    plain_to = glue.strip(",t~i^") == "l"
    cued = bool(before) and before in "frb"
    return cued or not plain_to or scene.lexicon.language == "en", before != "b"


def _digits_from(scene: Scene, left: Mention, right: Mention) -> bool:
    """Reads "From 10/1 to 11/7": dates in digits that only the range shows to be dates."""
    cued = scene.codes[max(0, left.start - 1) : left.start]
    numeric = left.fields.numeric is not None and right.fields.numeric is not None
    return numeric and bool(cued) and cued in "frb"


def _two_days(scene: Scene, left: Mention, right: Mention) -> bool:
    """Two days in a row joined by "and" are one stretch ("on Monday and Tuesday", "today and tomorrow")."""
    one, other = left.fields, right.fields
    glue = scene.codes[left.end : right.start]
    plain = not (one.timed or other.timed or one.toward or other.toward)
    if not plain or not re.fullmatch(r"&[i~]?t?j?", glue) or scene.items[right.end - 1].text.endswith("'s"):
        return False
    if _only_weekday(one) and _only_weekday(other) and one.weekday is not None and other.weekday is not None:
        return _next_day(one.weekday, other.weekday)
    if one.shift is not None and other.shift is not None and one.weekday is None and other.weekday is None:
        return one.shift + 1 == other.shift
    same_month = one.month is not None and one.month == other.month and other.year in (None, one.year)
    return same_month and one.day is not None and other.day == one.day + 1


def _ranges(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    result: list[Mention] = []
    for mention in found:
        last = result[-1] if result else None
        if last is not None and last.to is None and mention.to is None:
            holds, lasts = _spans(scene, last, mention)
            if not holds and not last.bare and _two_days(scene, last, mention):
                holds, lasts = True, True
            ends = _shared(last.fields, mention.fields) if holds else None
            if ends is not None:
                bare = last.bare and mention.bare and not _digits_from(scene, last, mention)
                result[-1] = Mention(last.start, mention.end, ends[0], ends[1], lasts=lasts, bare=bare)
                continue
        result.append(mention)
    return result


_BOUND = re.compile(r"([SuVBG])[t~@ij^]{0,2}$")
_BOUNDS = {"S": "since", "u": "until", "V": "by", "B": "before", "G": "after"}


def _bounded(scene: Scene, mention: Mention) -> Mention:
    """Reads "Since", "until", "before" and "after" made part of the mention that they bound."""
    counted = mention.fields.count is not None and not mention.fields.stretch
    if counted:
        return mention
    match = _BOUND.search(scene.codes[max(0, mention.start - 3) : mention.start])
    if mention.to is not None:
        since = match is not None and match[1] == "S"  # "since May until July" is no more than a range
        return altered(mention, start=mention.start - len(match[0])) if match and since else mention
    if match is None or _attributive(scene, mention, match[0]):
        return mention
    bound, fields = _BOUNDS[match[1]], mention.fields
    ahead = _only_weekday(fields) or (fields.unit == "weekend" and fields.step == 0)
    if bound in ("until", "by") and ahead and fields.toward is None:
        fields = altered(fields, toward="coming")
    return altered(mention, start=mention.start - len(match[0]), bound=bound, fields=fields)


def _attributive(scene: Scene, mention: Mention, led: str) -> bool:
    """Whether the date belongs to a noun ("before the 8 December offensive") and bounds nothing itself."""
    follows = scene.codes[mention.end : mention.end + 1] == "x"
    return "t" in led and follows and scene.lexicon.language == "en"


def _closed(scene: Scene, mention: Mention) -> Mention:
    """A bracket that opens inside a mention closes inside it."""
    inside = scene.codes[mention.start : mention.end]
    opens = "(" in inside and ")" not in inside and scene.codes[mention.end : mention.end + 1] == ")"
    return altered(mention, end=mention.end + 1) if opens else mention


def _in_solar_years(fields: Fields, first: int, last: int) -> Fields:
    """A year that only the Iranian calendar can mean, where it is the one in use."""
    solar = fields.year is not None and first <= fields.year <= last and fields.calendar is None
    return altered(fields, calendar="solar") if solar else fields


def join(scene: Scene, found: Sequence[Mention], whole: bool = False) -> list[Mention]:
    """The dates of a text: mentions put together, with their modifiers, ranges and bounds."""
    united = _united(scene, found, whole) if len(found) > 1 else list(found)
    codes, settings = scene.codes, scene.lexicon.settings
    united = [
        _modified(scene, one) if one.start and codes[one.start - 1] in _LEADS else one for one in united
    ]
    if "edges_behind" in settings:
        united = [_edge_behind(scene, one) for one in united]
    if own_years := settings.get("solar_years"):
        united = [altered(one, fields=_in_solar_years(one.fields, *own_years)) for one in united]
    united = [one for one in united if one.fields.toward not in ("from", "for")]  # lengths of no date
    ranged = _ranges(scene, united) if len(united) > 1 else united
    bounded = [_bounded(scene, mention) if mention.start else mention for mention in ranged]
    return [_closed(scene, mention) for mention in bounded] if "(" in codes else bounded
