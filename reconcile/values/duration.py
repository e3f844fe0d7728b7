"""Durations: how long, as closed bounds of a unit, and how two of them meet."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import cast

from reconcile.model import Axis, DurationUnit, DurationValue, Modifier, Schema
from reconcile.values import Context, Found, ValueKind
from reconcile.values._closeness import Bounds, meet
from reconcile.values._timecodes import Item, Scene
from reconcile.values._timescene import dated, scene_of, stretch

__all__ = ["duration"]

Number = int | float
Match = re.Match[str]

_UNIT = "[jkqyU2]"
_NUMBER = "[NnF#Yvw0]"
_LEAD = "(?P<lead>(?:[<@u][filtr]{0,2})*)"
_HALF = "(?P<half>&1?h)?"
_TAIL = "(?P<tail>[<@]?)"
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}[fb]?(?P<low>{_NUMBER})(?:-|[ul]|&[ul]?|\|)(?P<high>{_NUMBER})t?(?P<unit>{_UNIT}){_TAIL}",
        rf"{_LEAD}(?P<low>{_NUMBER}|1)-?(?P<unit>{_UNIT}),?&?(?P<more>[NnF1]|(?=W))(?P<unit2>[jkqyU2W]){_TAIL}",
        rf"{_LEAD}(?P<low>{_NUMBER}|1)-?(?P<unit>{_UNIT}){_HALF}{_TAIL}",
        rf"{_LEAD}(?P<half1>h)1?t?(?P<unit>{_UNIT}){_TAIL}",
        rf"{_LEAD}(?P<dual>W){_HALF}{_TAIL}",
        rf"{_LEAD}(?P<one>[jkqyU])(?P<half>&1?h){_TAIL}",
        rf"{_LEAD}(?P<one>[jkqyU])&(?P<more>[NnF1]|(?=W))(?P<unit2>[jkqyU2W]){_TAIL}",
        rf"(?P<lead>)\+t?(?P<one>[jkqyU])(?!t?[LXC]){_TAIL}",
    )
)
_STARTS = re.compile(r"[NnF#Yvw01hWjkqyU+<@ufb]")
#: Groups whose match alone says how many: a dual, half a unit, a unit with "and a half" or after "for".
_ALONE: dict[str, Number] = {"dual": 2, "half1": 0.5, "one": 1}
#: Units that durations are not counted in, as smaller ones.
_SMALLER: dict[str, tuple[int, str]] = {
    "fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "quarter": (3, "month"),
    "half": (6, "month"), "weekend": (2, "day"), "season": (3, "month"),
}  # fmt: skip
_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
    "month": 2629746.0, "year": 31556952.0,
}  # fmt: skip
_IN = {("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60,
       ("minute", "second"): 60}  # fmt: skip


def _item(scene: Scene, match: Match, group: str) -> Item | None:
    held = group in match.re.groupindex and match[group]
    return scene.items[match.start(group)] if held else None


def _counted(scene: Scene, match: Match) -> tuple[Number, Number | None, bool] | None:
    """The number of units: low, high, whether it is vague."""
    alone = next((count for group, count in _ALONE.items() if _item(scene, match, group)), None)
    word = _item(scene, match, "one")
    if word is not None and "plural" in word.classes:
        return (2, None, True) if match[0].startswith("+") else None
    if alone is not None or match["low"] == "1":
        return alone or 1, alone or 1, False
    first, last = _item(scene, match, "low"), _item(scene, match, "high")
    if first is None or first.number is None or (first.number.ordinal and "cardinal" not in first.classes):
        return None
    if last is None:
        return first.number.low, first.number.high, first.number.vague
    if last.number is None or last.number.value is None or last.number.low < first.number.low:
        return None
    return first.number.low, last.number.low, False


def _unit(scene: Scene, match: Match, *groups: str) -> tuple[int, str] | None:
    """The unit, with how many of it the word stands for."""
    item = next((item for group in groups if (item := _item(scene, match, group))), None)
    name = None if item is None else item.classes.get("unit") or item.classes.get("dual")
    return None if name is None else _SMALLER.get(name, (1, name))


def _mixed(scene: Scene, match: Match, low: Number, unit: str) -> tuple[Number, str] | None:
    """A year and six months, two hours and thirty minutes: in the smaller unit."""
    second = _unit(scene, match, "unit2")
    if second is None:
        return low, unit
    more = _item(scene, match, "more")
    count: Number = 2 if match["unit2"] == "W" else 1
    if more is not None and more.number is not None:
        count = more.number.low
    factor = _IN.get((unit, second[1]))
    return None if factor is None else (low * factor + count, second[1])


_CLOSED: dict[str, Modifier] = {
    "at_least": "at_least", "more_than": "more_than", "up_to": "up_to", "below": "below", "nearly": "nearly",
    "or_more": "at_least", "or_less": "up_to",
}  # fmt: skip


def _marks(scene: Scene, match: Match) -> tuple[bool, Modifier | None]:
    """Whether "about" stands by it, and the bound that does."""
    approx, modifier = False, None
    for group in ("lead", "tail"):
        for at in range(match.start(group), match.end(group)):
            classes = scene.items[at].classes
            bound = classes.get("bound")
            if bound in _CLOSED:
                modifier = _CLOSED[bound]
            elif bound in ("about", "approximately") or "about" in classes:
                approx = True
    return approx or modifier == "nearly", modifier


def _value(scene: Scene, match: Match, raw: str) -> DurationValue | None:
    """The value at a match."""
    counted, unit = _counted(scene, match), _unit(scene, match, "unit", "one", "dual")
    if counted is None or unit is None:
        return None
    low, high, vague = counted
    half, times = 0.5 if _item(scene, match, "half") else 0, unit[0]
    low, high = (low + half) * times, None if high is None else (high + half) * times
    mixed = _mixed(scene, match, low, unit[1])
    if mixed is None:
        return None
    if mixed[1] != unit[1]:
        low = high = mixed[0]
    approx, modifier = _marks(scene, match)
    least, most = modifier in ("at_least", "more_than"), modifier in ("up_to", "below")
    return DurationValue(
        raw=raw, unit=cast(DurationUnit, mixed[1]), vague=vague, approx=approx or vague, modifier=modifier,
        min=None if most else low, max=None if least else low if most and high is None else high,
    )  # fmt: skip


_BLOCKED_BEFORE = re.compile(r"(?:[BaLCS]|(?<!~)X)t?$")
_BLOCKED_AFTER = re.compile(r"[-]?(?:[AgLX]|t[LX])")


def _matches(scene: Scene, *, whole: bool) -> list[Match]:
    """Durations as matches, the longest at each place; "two weeks ago", "the last two weeks" are dates."""
    found, at, codes = [], 0, scene.codes
    while (start := _STARTS.search(codes, at)) is not None:
        at = start.start()
        matches = (match for shape in _SHAPES if (match := shape.match(codes, at)))
        sound = (match for match in matches if _value(scene, match, "") is not None)
        best = max(sound, key=lambda match: match.end(), default=None)
        if best is None:
            at += 1
            continue
        dated = _BLOCKED_BEFORE.search(codes[max(0, at - 2) : at]) or _BLOCKED_AFTER.match(codes, best.end())
        if whole or not dated:
            found.append(best)
        at = best.end()
    return found


def find(text: str, context: Context) -> tuple[Found, ...]:
    """All durations in running text, left to right.

    >>> [f.value.min for f in find("הפסקה של כחודשיים", Context("he"))]
    [2]
    """
    scene, folded = scene_of(text, context)
    taken, found = dated(text, context), []
    for match in _matches(scene, whole=False):
        if not taken.isdisjoint(range(match.start(), match.end())):
            continue
        first = match.start() + match[0].startswith("+")
        start, end = stretch(text, scene, folded, first, match.end())
        found.append(Found(start, end, _value(scene, match, text[start:end])))
    return tuple(found)


def timed(scene: Scene) -> set[int]:
    """The indices of the codes that belong to a duration."""
    return {at for match in _matches(scene, whole=False) for at in range(match.start(), match.end())}


_IDLE = re.compile(r"[~itO,.lfx+]*")


def parse(text: str, context: Context) -> DurationValue | None:
    """A whole string as a duration: words, digits with a unit, or ISO 8601.

    >>> parse("عدة أشهر", Context("ar")).min
    3
    """
    text = text.strip()
    if not text or len(text) > 400:
        return None
    try:
        return DurationValue(value=text, raw=text)
    except ValueError:
        pass
    scene, _ = scene_of(text, context)
    for match in _matches(scene, whole=True):
        if _IDLE.fullmatch(scene.codes[: match.start()]) and _IDLE.fullmatch(scene.codes[match.end() :]):
            return _value(scene, match, text)
    return None


def _bounds(value: DurationValue) -> Bounds:
    size = _SECONDS[value.unit]
    low = None if value.min is None else value.min * size
    high = None if value.max is None else value.max * size
    printed = value.min if value.min is not None else value.max
    return Bounds(low, high, printed, size, approx=value.approx, vague=value.vague)


def key(value: DurationValue) -> Hashable:
    """The canonical form: bounds in months or in seconds, whichever family the unit is of.

    >>> key(DurationValue(value="P2D")) == key(DurationValue(value="PT48H"))
    True
    """
    calendar = value.unit in ("month", "year")
    size = {"month": 1, "year": 12}[value.unit] if calendar else _SECONDS[value.unit]
    low = None if value.min is None else round(value.min * size, 6)
    high = None if value.max is None else round(value.max * size, 6)
    return (calendar, low, high, value.approx, value.vague)


def show(value: DurationValue) -> str:
    """Numbers and a unit in neutral words.

    >>> show(DurationValue(value="P2M", approx=True))
    'about 2 months'
    """
    low, high = value.min, value.max
    if low is not None and low == high:
        words = f"{low} {value.unit}{'' if low == 1 else 's'}"
    elif high is None:
        words = f"{low if low is not None else 'some'} or more {value.unit}s"
    elif low is None:
        words = f"up to {high} {value.unit}s"
    else:
        words = f"{low} to {high} {value.unit}s"
    return f"about {words}" if value.approx and not value.vague else words


def compare(left: DurationValue, right: DurationValue, schema: Schema) -> Axis:
    """How two durations meet, from left to right.

    >>> about_two, several = DurationValue(min=2, max=2, unit="month", approx=True), DurationValue(
    ...     min=3, unit="month", approx=True, vague=True)
    >>> compare(about_two, several, Schema(pattern="*")).outcome
    'within_bound'
    """
    if {left.min, left.max} == {None} or {right.min, right.max} == {None}:
        return Axis("incomparable", "a length of time without a number")
    same, coarse = key(left) == key(right), left.unit != right.unit
    return meet(_bounds(left), _bounds(right), show(left), show(right), same=same, coarse=coarse)


duration = ValueKind(parse, key, compare, show, find)
