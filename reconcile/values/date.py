"""Dates: what day, week, month or stretch of the calendar some words stand for, and how two of them meet.

``find`` reads running text, ``parse`` a whole string; both run the same steps (tokens, codes, mentions,
joins, intervals), so the words that ``find`` hands out give the same value when they are parsed again
with another anchor. Intervals are half-open and on the clock of whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, cast

from reconcile.model import Anchor, DateValue, Extent, Grain, Modifier
from reconcile.values import Context, Found, ValueKind
from reconcile.values._timecodes import Scene
from reconcile.values._timecompare import compare, key, show
from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._timemath import DAY, Interval, length, midnight
from reconcile.values._timepolicy import Setting
from reconcile.values._timeresolve import resolve
from reconcile.values._timescene import mentions_of, phrase_of, scene_of, stretch
from reconcile.values._timetold import Told, counted_from, counts_elsewhere, dateline, is_told

__all__ = ["date"]


def _month_first(scene: Scene, context: Context, found: Sequence[Mention]) -> bool:
    """Whether 1/6/2026 is January here: the region, another date of the text, or how it writes months."""
    pairs = [pair for mention in found if (pair := (mention.fields.base or mention.fields).numeric)]
    if not pairs:
        return False
    settings = scene.lexicon.settings
    region = (context.language or "").partition("-")[2].upper()
    if region:
        return region in settings["month_first_regions"]
    if any(first > 12 for first, _, _ in pairs):
        return False
    if any(second > 12 for _, second, _ in pairs):
        return True
    day_first, month_first = (re.search(order, scene.codes) for order in (_DAY_FIRST, _MONTH_FIRST))
    return (
        month_first is not None
        if (day_first is None) != (month_first is None)
        else settings["order"] != "dmy"
    )


_DAY_FIRST, _MONTH_FIRST = re.compile(r"[No]O?[Mm]"), re.compile(r"[Mm]\.?[No](?!O?[Mm])")


#: "Before 8 December" keeps the day that is named, with a modifier; "since" and "until" open the interval.
_MODIFIERS: dict[str, Modifier] = {
    "before": "before", "after": "after", "by": "on_or_before", "start": "start", "mid": "mid", "end": "end",
}  # fmt: skip


def _ranged(first: Interval, mention: Mention, setting: Setting) -> Interval | None:
    """From the beginning of the first date to the end of the second one."""
    last = resolve(mention.to or mention.fields, setting)
    if last is None or last.unresolved or first.unresolved:
        return None if last is None else first
    if (first.grain, last.grain) == ("minute", "hour") and last.start is not None:
        last = altered(last, end=length(last.start, "minute"))  # "from 3:30 to six"
    if first.start is not None and last.start is not None and last.start < first.start:
        last = _later(mention.to or mention.fields, first.start, last, setting)
    if last is None:
        return None
    inferred = tuple(dict.fromkeys((*first.inferred, *last.inferred)))
    return altered(
        first, end=last.end, inferred=inferred, anchored=first.anchored or last.anchored,
        approx=first.approx or last.approx, others=(),
    )  # fmt: skip


def _later(fields: Fields, start: datetime, last: Interval, setting: Setting) -> Interval | None:
    """The end of a range moved behind its beginning: the next such weekday, the next such year."""
    if last.start is None or last.end is None:
        return None
    if fields.weekday is not None and fields.day is None and fields.shift is None:
        weeks = -((last.start - start).days // 7)
        return altered(last, start=last.start + 7 * DAY * weeks, end=last.end + 7 * DAY * weeks)
    if "year" in last.inferred:
        year = last.start.year + 1
        numeric = None if fields.numeric is None else (*fields.numeric[:2], year)
        moved = resolve(altered(fields, year=None if numeric else year, numeric=numeric), setting)
        return None if moved is None else altered(moved, inferred=("year",), anchored=True)
    return None


def _extent(mention: Mention) -> Extent:
    """Whether it lasts all that time, lies within it, or has one end only."""
    if mention.bound in ("since", "until"):
        return "since" if mention.bound == "since" else "until"
    fields = mention.fields
    counted = fields.stretch and fields.count is not None and fields.toward != "within"
    return "fills" if (mention.to is not None and mention.lasts) or counted else "within"


#: What began is past, what something is to be done by is as likely ahead.
_BOUND_PREFERS = {"since": "past", "by": "nearest", "until": "nearest"}


def _interval(mention: Mention, setting: Setting) -> Interval | None:
    """The interval that a mention stands for, or ``None`` when there is no such day."""
    if mention.bound == "since" and setting.prefer == "future":
        setting = altered(setting, prefer="past")
    elif mention.bound in _BOUND_PREFERS and mention.fields.weekday is None and setting.prefer == "news":
        setting = altered(setting, prefer=_BOUND_PREFERS[mention.bound])
    elif mention.ahead and setting.prefer == "news":
        setting = altered(setting, prefer="ahead" if mention.fields.weekday is not None else "nearest")
    found = resolve(mention.fields, setting)
    return found if found is None or mention.to is None else _ranged(found, mention, setting)


def _other(found: Interval, low: datetime, high: datetime) -> DateValue:
    """Another reading of a date, which names what it reads in another way."""
    start = found.start or low
    if (low.month, low.day) == (start.month, start.day):
        reason = "year"
    elif (low.month, low.day) == (start.day, start.month):
        reason = "order"
    else:
        reason = "weekday" if "weekday_conflict" in found.inferred else "night"
    return DateValue(start=low, end=high, grain=cast(Grain, found.grain), inferred=(reason,))


def _value(mention: Mention, raw: str, found: Interval | None, anchor: Anchor | None) -> DateValue | None:
    """The value that a mention stands for, or ``None`` when there is no such day."""
    if found is None:
        return None
    fields, extent = mention.fields, _extent(mention)
    # what is not told is not checked either: half of the time that a value takes to make
    told: dict[str, Any] = {"raw": raw, "grain": found.grain, "extent": extent}
    if found.start is not None and extent != "until":
        told["start"] = found.start
    if found.end is not None and extent != "since":
        told["end"] = found.end
    modifier = mention.bound or (fields.modifier if mention.to is None else None)
    if modifier in _MODIFIERS:
        told["modifier"] = _MODIFIERS[modifier]
    if fields.weekday is not None:
        told["weekday"] = fields.weekday
    if zone := fields.zone or (mention.to.zone if mention.to else None):
        told["zone"] = zone
    if found.unresolved is not None:
        told["unresolved"] = found.unresolved
    if found.anchored and anchor is not None:
        told["anchor"] = anchor
    if found.approx:
        told["approx"] = True
    if found.inferred:
        told["inferred"] = found.inferred
    if found.others:
        told["alternatives"] = tuple([_other(found, low, high) for low, high in found.others])
    return DateValue(**told)


def _setting(scene: Scene, context: Context, found: Sequence[Mention]) -> Setting:
    moment = context.anchor.day if context.anchor else None
    if moment is not None and moment.tzinfo is not None:
        moment = moment.replace(tzinfo=None)
    setting = _plain_setting(moment, context.prefer, scene.lexicon.settings["weekend"])
    return altered(setting, month_first=True) if _month_first(scene, context, found) else setting


@lru_cache(maxsize=256)
def _plain_setting(anchor: datetime | None, prefer: str, weekend: int) -> Setting:
    """The setting of one day, in which nearly all dates of an article are read."""
    return Setting(anchor, prefer, False, weekend, day=anchor and midnight(anchor))


def find(text: str, context: Context) -> tuple[Found, ...]:
    """All dates in running text, left to right.

    >>> [text[f.start:f.end] for text in ["talks on 5 and 6 January 2026"] for f in find(text, Context("en"))]
    ['5 and 6 January 2026']
    """
    scene, folded = scene_of(text, context)
    joined = mentions_of(text, context)
    setting = _setting(scene, context, joined)
    places = [stretch(text, scene, folded, mention.start, mention.end) for mention in joined]
    read = [(_interval(mention, setting), context.anchor) for mention in joined]
    line = dateline(text, _told(text, joined[:3], places, read), setting.day)
    if line is not None:
        setting = line.setting(setting)
        read = [
            (_interval(mention, setting), line.anchor) if place[0] > line.told.start else before
            for mention, place, before in zip(joined, places, read, strict=True)
        ]
    if any(counts_elsewhere(mention.fields) for mention in joined):
        read = _counted_again(text, joined, places, read, setting)
    found = []
    for mention, (start, end), (interval, anchor) in zip(joined, places, read, strict=True):
        value = _value(mention, text[start:end], interval, anchor)
        if value is not None:
            found.append(Found(start, end, value))
    return tuple(found)


Read = tuple[Interval | None, Anchor | None]


def _told(
    text: str, joined: Sequence[Mention], places: Sequence[tuple[int, int]], read: Sequence[Read]
) -> list[Told]:
    """The dates of a text that other words may count from."""
    return [
        Told(start, end, interval, text[start:end])
        for mention, (start, end), (interval, _) in zip(joined, places, read, strict=False)
        if interval is not None and is_told(interval, mention)
    ]


def _counted_again(
    text: str,
    joined: Sequence[Mention],
    places: Sequence[tuple[int, int]],
    read: Sequence[Read],
    setting: Setting,
) -> list[Read]:
    """The intervals, with those that count from another day of the text counted from there."""
    told = _told(text, joined, places, read)
    again: list[Read] = []
    for mention, place, before in zip(joined, places, read, strict=True):
        other = counted_from(text, mention.fields, place, told)
        if other is None:
            again.append(before)
            continue
        there = other.setting(setting)
        found = _interval(mention, there)
        if found is not None and is_told(found, mention) and mention.fields.narrative:
            told = sorted([*told, Told(*place, found, text[slice(*place)])], key=lambda one: one.start)
        again.append((found, other.anchor))
    return again


_IDLE = re.compile(r"[!~itO,.=jWcfrlpb8^(;)@<-]*")


def parse(text: str, context: Context) -> DateValue | None:
    """A whole string as a date: words of a language, digits, ISO 8601 or EDTF.

    >>> parse("5-6 January 2026", Context("en")).end
    datetime.datetime(2026, 1, 7, 0, 0)
    """
    text = text.strip()
    if not text or len(text) > 400:
        return None
    scene, joined = phrase_of(text, context)
    if len(joined) == 1 and _covers(scene, joined[0]):
        found = _interval(joined[0], _setting(scene, context, joined))
        value = _value(joined[0], text, found, context.anchor)
        if value is not None:
            return value
    try:
        return DateValue(value=text, raw=text)
    except ValueError:
        return None


def _covers(scene: Scene, mention: Mention) -> bool:
    codes = scene.codes
    if mention.start == 0 and mention.end == len(codes):
        return True
    return bool(_IDLE.fullmatch(codes[: mention.start]) and _IDLE.fullmatch(codes[mention.end :]))


date = ValueKind(parse, key, compare, show, find)
