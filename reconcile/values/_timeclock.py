"""Shapes of times of the day: clocks in digits, hours in words, parts of the day."""

from __future__ import annotations

import re

from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._timematch import Hit, Shapes

__all__ = ["CLOCKS"]

CLOCKS = Shapes()

_MORNING = frozenset({"dawn", "morning", "midnight"})
_HALF = r"(?:[~it,^]{0,2}t?(?P<half>[pP])\.?)?"
_ZONE = "(?:[,(-]?7?(?P<zone>z)|,?7)?"


def _half_of(hit: Hit, hour: int) -> str | None:
    """Before or after noon, from "p.m." or from the part of the day."""
    part = hit.word("half", "part")
    if part:
        return "am" if part in _MORNING or (part == "night" and hour < 6) else "pm"
    if hit.code("half"):
        return "am" if hit.word("half", "am") else "pm"
    return None


def _time(hit: Hit, hour: int, minute: int | None, second: int | None = None) -> Fields | None:
    half = _half_of(hit, hour)
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if not 0 <= hour <= 23:
        return None
    return Fields(hour=hour, minute=minute, second=second, half_day=half, zone=hit.word("zone", "zone"))


def _bare(hit: Hit, fields: Fields | None) -> Mention | None:
    return None if fields is None else hit.mention(fields, bare=True)


@CLOCKS(
    rf"[c~i^]{{0,2}}t?(?P<clock>Q)\.?K?{_HALF}{_ZONE}", rf"[c~i^]{{0,2}}(?P<clock>F)(?P<half>p)\.?{_ZONE}"
)
def _clock(hit: Hit) -> Mention | None:
    item = hit.item("clock")
    match = re.fullmatch(r"(\d{1,2})[:.h](\d\d)(?::(\d\d)(?:\.\d+)?)?", item.text if item else "")
    if match is None or int(match[2]) > 59:
        return None
    return _bare(hit, _time(hit, int(match[1]), int(match[2]), int(match[3]) if match[3] else None))


_PLUS = "(?:(?P<minus>6)?(?P<and>&?)t?(?P<plus>[hU]|[Nn](?=U))(?P<minutes>(?<=[Nn])U)?)?"


@CLOCKS(
    rf"[~i^]?ct?(?P<hour>[Nno2w]){_PLUS}{_HALF}{_ZONE}",
    rf"[~i^]?t?(?P<hour>o){_PLUS}[~i]?t?(?P<half>P)",
    rf"[~i^]?t?(?P<hour>[Nn])(?P<half>p)\.?{_ZONE}",
    rf"[~i^]?(?P<hour>[Nn]){_PLUS}(?P<half>P)",
    r"t(?P<hour>o)(?=T)",
    rf"(?P<led>[~i^]?)(?P<hour>[Nn])(?P<sharp>K){_HALF}{_ZONE}",
    r"\^(?P<hour>[Nn])(?![NnYF#0MmkqyjU/%.,:-])",
)
def _hour(hit: Hit) -> Mention | None:
    hour = hit.number("hour")
    worded = hit.language == "en" and hit.code("half") == "P" and not hit.text.startswith(("c", "t"))
    if hour is None or hour > 24 or (worded and not re.search("[~K]", hit.text[1:])):
        return None
    if hit.word("sharp", "half_code") and (not hit.whole or "~" in (hit.code("led"), hit.before)):
        return None  # "took 2h on Friday", "within 2h"
    minute = _minutes(hit)
    if minute is not None and minute < 0:
        hour, minute = hour - 1, minute + 60
    return _bare(hit, _time(hit, hour, minute))


_SHARES = {"1/2": 30, "1/3": 20, "1/4": 15}


def _minutes(hit: Hit) -> int | None:
    """Reads "… and a quarter", "… less ten minutes"."""
    code = hit.code("plus")
    if not code or not (hit.code("and") or hit.code("minus")):
        return None
    share = hit.word("plus", "fraction")
    minute = _SHARES.get(str(share)) if share else 30 if code == "h" else hit.number("plus")
    if minute is None or minute > 59:
        return None
    return -minute if hit.code("minus") else minute


@CLOCKS(r"[~i^]?(?P<clock>[#Y])(?P<zone>z)")
def _packed_clock(hit: Hit) -> Mention | None:
    """Reads "0900 GMT", "at 1430 GMT"."""
    item = hit.item("clock")
    match = re.fullmatch(r"([0-2]\d)([0-5]\d)", item.text if item else "")
    return None if match is None else _bare(hit, _time(hit, int(match[1]), int(match[2])))


@CLOCKS(
    rf"(?P<first>[NQn])(?:-|u|l|ul|&[ul]?)(?P<hour>[NQn])(?P<half>[pP])\.?{_ZONE}",
    rf"[rf]t(?P<first>o)[lu]t(?P<hour>o){_HALF}",
    rf"[rf]?(?P<first>Q)(?:-|u|l|ul)(?P<hour>N)(?!O?[Mm]|[KYo/:%.,-]|[jkqyU]){_ZONE}",
    r"(?<=[RPTDd])[rf](?P<first>N)[lu](?P<hour>N)$",
    rf"bt(?P<first>o)&t(?P<hour>o){_HALF}",
    rf"b(?P<first>[NQn])l(?P<hour>[NQn])[~i]?(?P<half>[pP]){_ZONE}",
    rf"b(?P<first>[NQn])&(?P<hour>[NQn])(?!O?[Mm]|[YjkqyUN/]){_HALF}{_ZONE}",
)
def _hours(hit: Hit) -> Mention | None:
    """Reads "3-4 pm", "من 5 إلى 6 مساء"."""
    ends = [_clock_of(hit, group) for group in ("first", "hour")]
    if None in ends or (hit.language == "en" and hit.code("hour") == "o"):
        return None  # "from the 3rd to the 5th" is said of days there
    (hour, minute), (hour2, minute2) = ends  # type: ignore[misc]
    if hour2 < hour < 12 and not hit.code("half"):
        hour2 += 12  # "from 10:30 to 3"
    last = _time(hit, hour2, minute2)
    first = _time(hit, hour, minute) if hour <= hour2 or hour == 12 else Fields(hour=hour, minute=minute)
    if first is None or last is None:
        return None
    return hit.mention(first, last, lasts=True, bare=True)


@CLOCKS(rf"1?(?P<part>[hUNn])(?P<dir>[LGl])(?P<hour>[Nn]|P)(?P<half>[pP]?)\.?{_ZONE}")
def _past(hit: Hit) -> Mention | None:
    """Reads "Half past nine", "a quarter to three"."""
    hour = 12 if hit.word("hour", "part") == "noon" else hit.number("hour")
    share = hit.word("part", "fraction") or ("1/4" if hit.word("part", "unit") == "quarter" else None)
    minute = _SHARES.get(str(share)) if share else hit.number("part")
    if not hit.whole or hour is None or minute is None or minute > 59 or hit.follows("bf"):
        return None
    if hit.code("dir") == "l":
        hour, minute = hour - 1, 60 - minute
    fields = _time(hit, hour, minute)
    return _bare(hit, altered(fields, half_day="pm") if fields and hour >= 12 else fields)


def _clock_of(hit: Hit, group: str) -> tuple[int, int | None] | None:
    item = hit.item(group)
    if item is not None and (match := re.fullmatch(r"(\d{1,2})[:h](\d\d)", item.text)):
        return int(match[1]), int(match[2])
    number = hit.number(group)
    return None if number is None or number > 24 else (number, None)


@CLOCKS(r"(?P<half>p)\.?")
def _half_day(hit: Hit) -> Mention | None:
    """Reads "(Tomorrow) am": a half of the day that is named before it."""
    named = hit.whole and hit.language == "en" and hit.follows("RDd")
    part = "morning" if hit.word("half", "am") else "afternoon"
    return hit.mention(Fields(part=part), bare=True) if named else None


@CLOCKS("(?P<toward>C?)[~i]?t?(?P<part>P)", "e[~iO]?t?(?P<part>P)")
def _part(hit: Hit) -> Mention:
    part = hit.word("part", "part")
    if hit.text[0] == "e":
        part = _edge_of_day(hit.scene.items[hit.match.start()].classes, part)
    fields = Fields(part=part, shift=0 if hit.code("toward") else None)
    return hit.mention(fields, bare=not hit.code("toward"))


def _edge_of_day(classes: object, part: str | None) -> str | None:
    """Reads "Early morning", "late night": a narrower part of the day where there is one."""
    early = "start" in classes  # type: ignore[operator]
    return {("morning", True): "early", ("night", False): "late"}.get((part or "", early), part)
