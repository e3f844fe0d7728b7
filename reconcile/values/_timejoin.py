"""Neighbouring mentions put together: weekday with date, date with time of day, ends of a range, modifiers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields as names_of
from dataclasses import replace
from typing import Any

from reconcile.values._timecodes import Scene
from reconcile.values._timeshapes import Fields, Mention

__all__ = ["join"]

_TIME_AFTER = re.compile(r"[,:(-]?[~icOr]?t?")
_TIME_BEFORE = re.compile(r",?[Or~il]{0,2}t?j?")
_WEEKDAY_BEFORE = re.compile(r"[,(/-]{0,2}[Oir~]{0,2}t?=?j?t?")
_INSIDE = re.compile(r",?[Or~i]{0,2}t?")
_RANGE = re.compile(r",?(?:-|[ul][ul]?|&[ul])[t~i]{0,2}")
_WORD_SPAN = re.compile(r"[,]?&[t~i]{0,2}")


def _merged(left: Fields, right: Fields) -> Fields:
    """Both sets of fields; what both state is taken from the right."""
    changes: dict[str, Any] = {
        name.name: value
        for name in names_of(Fields)
        if (value := getattr(right, name.name)) is not None and value is not False
    }
    return replace(left, **changes)


def _only_weekday(fields: Fields) -> bool:
    plain = fields.shift is None and fields.unit is None and fields.month is None and fields.numeric is None
    return fields.weekday is not None and plain and fields.nth is None and fields.day is None


def _names_a_day(fields: Fields) -> bool:
    return fields.weekday is None and (
        fields.shift is not None or fields.numeric is not None or fields.day is not None
    )


def _with_time(left: Fields, right: Fields, glue: str) -> Fields | None:
    """A date beside a time of the day, in either order."""
    if right.timed and not right.dated and left.dated and _TIME_AFTER.fullmatch(glue):
        if left.hour is not None or (left.part is not None and right.part is not None):
            return None
        return _in_part(_merged(left, right), left.part)
    if left.timed and not left.dated and right.dated and _TIME_BEFORE.fullmatch(glue):
        return None if right.timed else _merged(left, right)
    if left.timed and right.timed and not left.dated and not right.dated and _TIME_AFTER.fullmatch(glue):
        return None if (left.hour is None) == (right.hour is None) else _in_part(
            _merged(left, right), left.part or right.part
        )  # fmt: skip
    return None


def _in_part(fields: Fields, part: str | None) -> Fields:
    """An hour on a twelve-hour clock moved into the part of the day that is named ("evening, at 7")."""
    if fields.hour is None or part is None or fields.half_day:
        return fields
    late = part in ("afternoon", "evening") or (part == "night" and fields.hour >= 6)
    hour = fields.hour + 12 if late and fields.hour < 12 else fields.hour
    return replace(fields, hour=hour, half_day="pm" if late else "am")


def _with_weekday(left: Fields, right: Fields, glue: str) -> Fields | None:
    """A weekday beside the day that it belongs to."""
    if _only_weekday(left) and not left.toward and _names_a_day(right) and _WEEKDAY_BEFORE.fullmatch(glue):
        return _merged(left, right)
    if _names_a_day(left) and _only_weekday(right) and not right.toward:
        relative = left.shift is not None
        return _merged(left, right) if glue in ("", "(", *((",", "~") if relative else ())) else None
    for weekday, week in ((left, right), (right, left)):
        if _only_weekday(weekday) and week.unit == "week" and week.count is None and week.weekday is None:
            return _merged(week, replace(weekday, toward=None)) if _INSIDE.fullmatch(glue) else None
    return None


def _with_year(left: Fields, right: Fields, glue: str) -> Fields | None:
    """A month or a day of a month with "last year" behind it."""
    relative = right.unit == "year" and right.step is not None and right.count is None
    if left.month is not None and left.year is None and relative and _INSIDE.fullmatch(glue):
        return _merged(left, right)
    return None


def _unite(left: Mention, right: Mention, glue: str) -> Mention | None:
    if left.to is not None or right.to is not None or len(glue) > 4:
        return None
    for rule in (_with_time, _with_weekday, _with_year):
        fields = rule(left.fields, right.fields, glue)
        if fields is not None:
            sure = (
                not left.bare or not right.bare or (fields.weekday is not None and fields.numeric is not None)
            )
            timed_only = not left.fields.dated and not right.fields.dated
            return Mention(left.start, right.end, fields, bare=timed_only or not sure)
    return None


def _united(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """Neighbours put together as long as they fit."""
    result: list[Mention] = []
    for mention in found:
        last = mention
        while result:
            glue = scene.codes[result[-1].end : last.start]
            both = _unite(result[-1], last, glue)
            if both is None:
                break
            result.pop()
            last = both
        result.append(last)
    return result


_MODIFIED = re.compile(r"t?e[tOrj]{0,3}$")
_ABOUT = re.compile(r"@[t~i]?$")


def _coarse(fields: Fields) -> bool:
    """Whether a beginning, a middle and an end can be told apart in it."""
    return fields.day is None and fields.shift is None and fields.weekday is None and fields.numeric is None and (
        not fields.timed and fields.dated
    )  # fmt: skip


def _modified(scene: Scene, mention: Mention) -> Mention:
    """ "The end of", "early", "about" before a mention made part of it."""
    before = scene.codes[max(0, mention.start - 6) : mention.start]
    fields, start = mention.fields, mention.start
    match = _MODIFIED.search(before)
    if match and _coarse(fields) and mention.to is None:
        start -= len(match[0])
        classes = scene.items[start + match[0].index("e")].classes
        name = next(name for name in ("start", "mid", "end") if name in classes)
        return replace(mention, start=start, fields=replace(fields, modifier=name), bare=False)
    if match := _ABOUT.search(before):
        return replace(mention, start=start - len(match[0]), fields=replace(fields, about=True))
    return mention


def _level(fields: Fields) -> str:
    if fields.timed:
        return "time"
    if fields.day is not None or fields.shift is not None or fields.numeric or fields.weekday is not None:
        return "day"
    if fields.month is not None:
        return "month"
    return "year" if fields.year is not None else "other"


_DATE_FIELDS = ("year", "month", "day", "weekday", "shift", "unit", "step", "numeric", "toward")


def _shared(left: Fields, right: Fields) -> tuple[Fields, Fields] | None:
    """The two ends of a range, each with what only the other one states."""
    if left.timed and right.timed and left.dated != right.dated:
        dated, bare = (left, right) if left.dated else (right, left)
        filled = replace(bare, **{name: getattr(dated, name) for name in _DATE_FIELDS})
        if (
            right.half_day
            and not left.half_day
            and left.hour is not None
            and left.hour + 12 <= (right.hour or 0)
        ):
            left = replace(left, hour=left.hour + 12)
        return (left, filled) if dated is left else (filled, right)
    if left.timed != right.timed or _level(left) != _level(right) or _level(left) == "other":
        return None
    if left.month is not None and right.month is not None and left.year is None and right.year is not None:
        wraps = (left.month, left.day or 0) > (right.month, right.day or 0)
        left = replace(left, year=right.year - wraps)
    elif right.year is None and left.year is not None and right.month is not None:
        wraps = (left.month or 0, left.day or 0) > (right.month, right.day or 0)
        right = replace(right, year=left.year + wraps)
    return left, right


def _spans(scene: Scene, left: Mention, right: Mention) -> tuple[bool, bool]:
    """Whether the words between (and before) make a range of both, and whether it lasts from end to end."""
    glue = scene.codes[left.end : right.start]
    before = scene.codes[max(0, left.start - 3) : left.start].rstrip("t~@ij")[-1:]
    if _WORD_SPAN.fullmatch(glue):
        return before == "b", False
    if not _RANGE.fullmatch(glue):
        return False, False
    plain_to = glue.strip(",t~i") == "l"
    cued = bool(before) and before in "frb"
    return cued or not plain_to or scene.lexicon.language == "en", before != "b"


def _ranges(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    result: list[Mention] = []
    for mention in found:
        last = result[-1] if result else None
        if last is not None and last.to is None and mention.to is None and not (last.bare and mention.bare):
            holds, lasts = _spans(scene, last, mention)
            ends = _shared(last.fields, mention.fields) if holds else None
            if ends is not None:
                result[-1] = Mention(last.start, mention.end, ends[0], ends[1], lasts=lasts)
                continue
        result.append(mention)
    return result


_BOUND = re.compile(r"([SuVBG])[t~@ij]{0,2}$")
_BOUNDS = {"S": "since", "u": "until", "V": "by", "B": "before", "G": "after"}


def _bounded(scene: Scene, mention: Mention) -> Mention:
    """ "Since", "until", "before" and "after" made part of the mention that they bound."""
    if mention.to is not None or (mention.fields.count is not None and not mention.fields.stretch):
        return mention
    match = _BOUND.search(scene.codes[max(0, mention.start - 3) : mention.start])
    if match is None:
        return mention
    return replace(mention, start=mention.start - len(match[0]), bound=_BOUNDS[match[1]])


def join(scene: Scene, found: Sequence[Mention]) -> list[Mention]:
    """The dates of a text: mentions put together, with their modifiers, ranges and bounds."""
    united = [_modified(scene, mention) for mention in _united(scene, found)]
    return [_bounded(scene, mention) for mention in _ranges(scene, united)]
