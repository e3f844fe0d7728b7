"""The dates of a text made of its mentions: neighbours put together, ends of a range, modifiers and bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention, altered, in_month_of
from reconcile.values._timepairs import next_day, only_weekday, united

__all__ = ["join"]

_RANGE = re.compile(r",?(?:-|[ul][ul]?|&[ul])[t~i^]{0,2}")
_WORD_SPAN = re.compile(r"[,]?&[t~i^]{0,2}")
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
    if only_weekday(one) and only_weekday(other) and one.weekday is not None and other.weekday is not None:
        return next_day(one.weekday, other.weekday)
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
    ahead = only_weekday(fields) or (fields.unit == "weekend" and fields.step == 0)
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
    mentions = united(scene, found, whole) if len(found) > 1 else list(found)
    codes, settings = scene.codes, scene.lexicon.settings
    mentions = [
        _modified(scene, one) if one.start and codes[one.start - 1] in _LEADS else one for one in mentions
    ]
    if "edges_behind" in settings:
        mentions = [_edge_behind(scene, one) for one in mentions]
    if own_years := settings.get("solar_years"):
        mentions = [altered(one, fields=_in_solar_years(one.fields, *own_years)) for one in mentions]
    mentions = [one for one in mentions if one.fields.toward not in ("from", "for")]  # lengths of no date
    ranged = _ranges(scene, mentions) if len(mentions) > 1 else mentions
    bounded = [_bounded(scene, mention) if mention.start else mention for mention in ranged]
    return [_closed(scene, mention) for mention in bounded] if "(" in codes else bounded
