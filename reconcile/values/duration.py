"""Durations: how long, as closed bounds of a unit, and how two of them meet."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from reconcile.model import Axis, DurationValue, Modifier, Schema
from reconcile.values import Context, Found, ValueKind
from reconcile.values._closeness import Bounds, meet
from reconcile.values._timecodes import Item, Scene
from reconcile.values._timescene import scene_of, stretch

__all__ = ["duration"]

_UNIT = "[jkqyU2]"
_NUMBER = "[NnF#Yvw0]"
_LEAD = "(?P<lead>(?:[<@u][filtr]{0,2})*)"
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_LEAD}[fb]?(?P<low>{_NUMBER})(?:-|[ul]|&[ul]?|\|)(?P<high>{_NUMBER})t?(?P<unit>{_UNIT})(?P<half>)(?P<tail>[<@]?)",
        rf"{_LEAD}(?P<low>{_NUMBER}|1)-?(?P<unit>{_UNIT})(?P<half>&1?h)?(?P<tail>[<@]?)(?P<high>)",
        rf"{_LEAD}(?P<half1>h)1?t?(?P<unit>{_UNIT})(?P<half>)(?P<tail>[<@]?)(?P<low>)(?P<high>)",
        rf"{_LEAD}(?P<dual>W)(?P<half>&1?h)?(?P<tail>[<@]?)(?P<low>)(?P<high>)",
        rf"{_LEAD}(?P<one>[jkqyU])(?P<half>&1?h)(?P<tail>[<@]?)(?P<low>)(?P<high>)",
    )
)  # fmt: skip
#: Units that durations are not counted in, as smaller ones.
_SMALLER: dict[str, tuple[int, str]] = {
    "fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "quarter": (3, "month"),
    "half": (6, "month"), "weekend": (2, "day"), "season": (3, "month"),
}  # fmt: skip
_SECONDS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0,
    "month": 2629746.0, "year": 31556952.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a match says: closed bounds of a unit."""

    low: float | int | None
    high: float | int | None
    unit: str
    vague: bool = False
    approx: bool = False
    modifier: Modifier | None = None


def _item(scene: Scene, match: re.Match[str], group: str) -> Item | None:
    held = group in match.re.groupindex and match[group]
    return scene.items[match.start(group)] if held else None


def _counted(scene: Scene, match: re.Match[str]) -> tuple[float | int, float | int | None, bool] | None:
    """The number of units: low, high, whether it is vague."""
    if _item(scene, match, "dual"):
        return 2, 2, False
    if _item(scene, match, "half1"):
        return 0.5, 0.5, False
    if _item(scene, match, "one"):
        return 1, 1, False
    if match["low"] == "1":
        return 1, 1, False
    first, last = _item(scene, match, "low"), _item(scene, match, "high")
    if first is None or first.number is None or first.number.ordinal:
        return None
    if last is None:
        return first.number.low, first.number.high, first.number.vague
    if last.number is None or last.number.value is None or last.number.low < first.number.low:
        return None
    return first.number.low, last.number.low, False


_CLOSED: dict[str, Modifier] = {
    "at_least": "at_least", "more_than": "more_than", "up_to": "up_to", "below": "below", "nearly": "nearly",
    "or_more": "at_least", "or_less": "up_to",
}  # fmt: skip


def _marks(scene: Scene, match: re.Match[str]) -> tuple[bool, Modifier | None]:
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


def _reading(scene: Scene, match: re.Match[str]) -> _Reading | None:
    item = _item(scene, match, "unit") or _item(scene, match, "one") or _item(scene, match, "dual")
    counted = _counted(scene, match)
    if item is None or counted is None:
        return None
    low, high, vague = counted
    if _item(scene, match, "half"):
        low, high = low + 0.5, None if high is None else high + 0.5
    unit = item.classes.get("unit") or item.classes.get("dual")
    times, unit = _SMALLER.get(unit, (1, unit))
    low, high = low * times, None if high is None else high * times
    approx, modifier = _marks(scene, match)
    bounded: tuple[float | int | None, float | int | None] = (low, high)
    if modifier in ("at_least", "more_than"):
        bounded = (low, None)
    elif modifier in ("up_to", "below"):
        bounded = (None, high if high is not None else low)
    return _Reading(*bounded, unit, vague, approx or vague, modifier)


def _iso(reading: _Reading) -> str | None:
    if reading.low is None or reading.low != reading.high:
        return None
    letter = reading.unit[0].upper()
    time = "T" if reading.unit in ("hour", "minute", "second") else ""
    return f"P{time}{reading.low}{letter}"


def _value(reading: _Reading, raw: str) -> DurationValue:
    return DurationValue(
        raw=raw, min=reading.low, max=reading.high, unit=reading.unit, vague=reading.vague,  # type: ignore[arg-type]
        approx=reading.approx, modifier=reading.modifier,
    )  # fmt: skip


_BLOCKED_BEFORE = re.compile(r"[BaXLCS]t?$")
_BLOCKED_AFTER = re.compile(r"[-]?(?:[AgLX]|t[LX])")


def _matches(scene: Scene, whole: bool) -> list[tuple[int, int, _Reading]]:
    """Durations as code stretches; "two weeks ago" and "the last two weeks" are dates."""
    found, at, codes = [], 0, scene.codes
    while at < len(codes):
        best: re.Match[str] | None = None
        for shape in _SHAPES:
            match = shape.match(codes, at)
            if match and match.end() > at and (best is None or match.end() > best.end()):
                best = match
        reading = _reading(scene, best) if best else None
        if best is None or reading is None:
            at += 1
            continue
        dated = _BLOCKED_BEFORE.search(codes[: best.start()]) or _BLOCKED_AFTER.match(codes, best.end())
        if whole or not dated:
            found.append((best.start(), best.end(), reading))
        at = best.end()
    return found


def find(text: str, context: Context) -> tuple[Found, ...]:
    """All durations in running text, left to right.

    >>> [f.value.min for f in find("הפסקה של כחודשיים", Context("he"))]
    [2]
    """
    scene, folded = scene_of(text, context)
    found = []
    for first, after, reading in _matches(scene, whole=False):
        start, end = stretch(scene, folded, first, after)
        found.append(Found(start, end, _value(reading, text[start:end])))
    return tuple(found)


def timed(scene: Scene) -> set[int]:
    """The indices of the codes that belong to a duration."""
    return {at for first, after, _ in _matches(scene, whole=False) for at in range(first, after)}


_IDLE = re.compile(r"[~itO,.lfx]*")


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
    for first, after, reading in _matches(scene, whole=True):
        if _IDLE.fullmatch(scene.codes[:first]) and _IDLE.fullmatch(scene.codes[after:]):
            return _value(reading, text)
    return None


def _seconds(value: DurationValue) -> Bounds:
    size = _SECONDS[value.unit]
    low = None if value.min is None else value.min * size
    high = None if value.max is None else value.max * size
    return Bounds(low, high, value.min if value.min is not None else value.max, size,
                  approx=value.approx, vague=value.vague)  # fmt: skip


def key(value: DurationValue) -> Hashable:
    """The canonical form: bounds in the largest unit of its family that keeps them whole."""
    size = _SECONDS[value.unit]
    family = "calendar" if value.unit in ("month", "year") else "clock"
    step = _SECONDS["month"] if family == "calendar" else 1.0
    low = None if value.min is None else round(value.min * size / step, 6)
    high = None if value.max is None else round(value.max * size / step, 6)
    return (family, low, high, value.approx, value.vague)


def show(value: DurationValue) -> str:
    """Numbers and a unit in neutral words.

    >>> show(DurationValue(value="P2M", approx=True))
    'about 2 months'
    """
    low, high = value.min, value.max
    if low is not None and low == high:
        words = f"{low} {value.unit}{'' if low == 1 else 's'}"
    elif high is None:
        words = f"{low} or more {value.unit}s"
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
    return meet(_seconds(left), _seconds(right), show(left), show(right), same=key(left) == key(right),
                coarse=left.unit != right.unit)  # fmt: skip


duration = ValueKind(parse, key, compare, show, find)
