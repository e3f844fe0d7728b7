"""Quantities: numbers with their bounds, units and rounding, and how two of them meet."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

from reconcile.model import Axis, Modifier, QuantityValue, Schema
from reconcile.values import Context, Found, ValueKind
from reconcile.values._closeness import Bounds, meet
from reconcile.values._slips import slips
from reconcile.values._timecodes import Item, Scene
from reconcile.values._timescene import dated, scene_of, stretch
from reconcile.values.duration import timed

__all__ = ["quantity"]

_NUMBER = "[NnF#Y0vwoh2]"
_SHAPE = re.compile(
    rf"(?P<lead>(?:[<@u][filtr]{{0,2}})*(?:(?<=[<@])1)?)(?P<from>(?P<between>b)|[fr]?)(?P<before>x?)(?P<low>{_NUMBER})"
    rf"(?:(?P<mid>x?)(?:-|&?[ul]|(?(between)&|(?!)))(?P<high>[NnF#Y0]))?(?P<unit>t?x?)(?P<tail>[<@]?)"
)
_CLOSED: dict[str, Modifier] = {
    "at_least": "at_least", "more_than": "more_than", "up_to": "up_to", "below": "below", "nearly": "nearly",
    "or_more": "at_least", "or_less": "up_to", "about": "about", "approximately": "about",
}  # fmt: skip
_Number = int | float


#: Bounds that may stand behind the thing that is counted ("12 people or more", "12 شخصا على الأقل").
_BEHIND = frozenset({"or_more", "or_less", "approximately", "at_least"})


def _bound(item: Item) -> str:
    """The class of a bound or an "about"."""
    return str(item.classes.get("bound", "about" if "about" in item.classes else ""))


def _lead(scene: Scene, match: re.Match[str]) -> Modifier | None:
    """The bound or the "about" that stands before the number."""
    places = range(match.start("lead"), match.end("lead"))
    items = (scene.items[at] for at in places if not _ends_a_verb(scene, at))
    return next((name for item in items if (name := _CLOSED.get(_bound(item)))), None)


def _ends_a_verb(scene: Scene, at: int) -> bool:
    """Whether a word that looks like a bound is part of the verb before it ("handed over nine hostages")."""
    verbs = scene.lexicon.settings.get("verbs_with_bounds", ())
    return at > 0 and f"{scene.items[at - 1].text} {scene.items[at].text}" in verbs


def _tail(scene: Scene, match: re.Match[str]) -> Modifier | None:
    """The bound that stands behind it, if it does not lead to another number."""
    after = scene.codes[match.end() : match.end() + 2].lstrip("ftil")[:1]
    if not match["tail"] or (after and after in "NnF#Y0v"):
        return None
    name = _bound(scene.items[match.start("tail")])
    touching = not match["unit"] or _unit_of(scene.items[match.end("unit") - 1]) is not None
    return _CLOSED.get(name) if name in _BEHIND or (name == "about" and touching) else None


def _unit_of(item: Item) -> str | None:
    """The unit that a word names."""
    classes = item.classes
    if "percent" in classes:
        return "%" if classes["percent"] == "percent" else "pp"
    return classes.get("currency") or classes.get("measure")


def _unit(scene: Scene, match: re.Match[str]) -> tuple[str | None, int, int]:
    """The unit before or behind the number, and the stretch of codes with it."""
    start, end = match.start("low"), match.end("high" if match["high"] else "low")
    if match["unit"].endswith("x") and (unit := _unit_of(scene.items[match.end("unit") - 1])):
        return unit, start, match.end("unit")
    if match["before"] and (unit := _unit_of(scene.items[match.start("before")])):
        return unit, match.start("before"), end
    if match["mid"] and (unit := _unit_of(scene.items[match.start("mid")])):
        return unit, start, end
    return None, start, end


def _ordinal_unit(scene: Scene, at: int) -> tuple[str | None, int]:
    """The unit that stands before an ordinal ("الجولة الخامسة"), and the index it begins at."""
    codes = scene.codes
    noun = at - 2 if at >= 2 and codes[at - 1] == "t" else at - 1
    if noun >= 0 and (unit := scene.items[noun].classes.get("measure")):
        return unit, noun
    return None, at


_PART_OF_A_WORD = re.compile("-x")


def _is_number(scene: Scene, at: int) -> bool:
    """Whether the word at a code is used as a number there."""
    item, code = scene.items[at], scene.codes[at]
    number, before = item.number, scene.codes[at - 1] if at else ""
    if number is None:
        return False
    if (number.ordinal or "fraction" in item.classes) and _PART_OF_A_WORD.match(scene.codes, at + 1):
        return False  # "third-degree burns"
    if code == "w":
        return ("cardinal" in item.classes and number.low >= 2 and before != "t") or number.ordinal
    if code == "2":
        return before in ("t", "x")
    return True


def _bounds(scene: Scene, match: re.Match[str], first: Item) -> dict[str, Any] | None:
    """Low, high and what else the number words say."""
    number = first.number
    assert number is not None
    if match["high"]:
        last = scene.items[match.start("high")].number
        if last is None or last.value is None or number.value is None or last.low <= number.low:
            return None
        return {"min": number.low, "max": last.low}
    if number.vague:
        return {"min": number.low, "max": number.high, "vague": True, "approx": True}
    part = "fraction" in first.classes or number.share
    if part and not isinstance(number.low, int) and number.low < 1:
        share = round(number.low * 100, 6)
        exact = float(share).is_integer()
        return {"value": int(share) if exact else share, "unit": "%", "approx": not exact}
    return {"value": number.low, "ordinal": number.ordinal}


def _fields(scene: Scene, match: re.Match[str]) -> tuple[dict[str, Any], int, int] | None:
    """The fields of the quantity at a match, and its stretch of codes."""
    at = match.start("low")
    first = scene.items[at]
    if not _is_number(scene, at):
        return None
    fields = _bounds(scene, match, first)
    if fields is None:
        return None
    unit, start, end = _unit(scene, match)
    if fields.get("ordinal") and unit is None:
        unit, start = _ordinal_unit(scene, at)
    if unit is not None:
        fields["unit"] = unit
    lead, tail = _lead(scene, match), _tail(scene, match)
    if modifier := lead or tail:
        fields["modifier"] = modifier
        fields["approx"] = modifier in ("about", "nearly") or fields.get("approx", False)
    start = match.start() if lead else start
    return fields, start, max(end, match.end()) if tail and not lead else end


def _matches(scene: Scene, taken: set[int]) -> list[tuple[int, int, dict[str, Any]]]:
    found, at = [], 0
    while (match := _SHAPE.search(scene.codes, at)) is not None:
        low = match.start("low")
        made = None if low in taken else _fields(scene, match)
        if made is not None and match["high"] and match.start("high") in taken:
            made = None
        if made is None:
            score = match["high"] and "-" in scene.codes[low : match.start("high")]
            at = match.end("high") if score else low + 1
            continue
        fields, start, end = made
        found.append((start, end, fields))
        at = max(end, low + 1)
    return found


def find(text: str, context: Context) -> tuple[Found, ...]:
    """All quantities in running text that are no part of a date or a duration, left to right.

    >>> [(f.value.min, f.value.max) for f in find("at least 8 dead, about 20 hurt", Context("en"))]
    [(8, None), (20, 20)]
    """
    scene, folded = scene_of(text, context)
    found = []
    for first, after, fields in _matches(scene, dated(text, context) | timed(scene)):
        start, end = stretch(text, scene, folded, first, after)
        found.append(Found(start, end, QuantityValue(raw=text[start:end], **fields)))
    return tuple(found)


_IDLE = re.compile(r"[~itO,.lfrx@<-]*")


def parse(text: str, context: Context) -> QuantityValue | None:
    """A whole string as a quantity.

    >>> parse("لا يقل عن 40", Context("ar")).max is None
    True
    """
    text = text.strip()
    if not text or len(text) > 400:
        return None
    scene, _ = scene_of(text, context)
    found = _matches(scene, set())
    if len(found) != 1:
        return None
    first, after, fields = found[0]
    if not (_IDLE.fullmatch(scene.codes[:first]) and _IDLE.fullmatch(scene.codes[after:])):
        return None
    sign = text.startswith(("-", "\u2212")) and scene.codes[:first] in ("", "-") and "value" in fields
    if sign:
        fields = {**fields, "value": -fields["value"]}
    return QuantityValue(raw=text, **fields)


# --------------------------------------------------------------------------------------------------
# Canonical form, comparison
# --------------------------------------------------------------------------------------------------

#: unit -> (what it measures, how many of the base unit)
_SCALES: dict[str, tuple[str, float]] = {
    "km": ("length", 1000.0), "m": ("length", 1.0), "cm": ("length", 0.01), "mm": ("length", 0.001),
    "mile": ("length", 1609.344), "ft": ("length", 0.3048),
    "km2": ("area", 1e6), "mi2": ("area", 2589988.11), "ha": ("area", 1e4), "acre": ("area", 4046.856),
    "t": ("mass", 1000.0), "kg": ("mass", 1.0), "g": ("mass", 0.001), "lb": ("mass", 0.45359237),
    "l": ("volume", 1.0), "barrel": ("volume", 158.987),
    "gw": ("power", 1000.0), "mw": ("power", 1.0), "kmh": ("speed", 1.0), "mph": ("speed", 1.609344),
}  # fmt: skip


def _measure(unit: str | None) -> tuple[str, float]:
    return _SCALES.get((unit or "").lower(), (unit or "", 1.0))


def _scaled(value: QuantityValue) -> Bounds:
    size = _measure(value.unit)[1]
    low = None if value.min is None else value.min * size
    high = None if value.max is None else value.max * size
    printed = value.min if value.min is not None else value.max
    return Bounds(
        low, high, printed, size, approx=value.approx or value.modifier == "about", vague=value.vague
    )


def key(value: QuantityValue) -> Hashable:
    """The canonical form: bounds in the base unit of what is measured.

    >>> key(QuantityValue(value=5)) == key(QuantityValue(min=5, max=5, raw="five"))
    True
    """
    bounds, (measure, _) = _scaled(value), _measure(value.unit)
    low = None if bounds.low is None else round(bounds.low, 9)
    high = None if bounds.high is None else round(bounds.high, 9)
    return (measure, low, high, bounds.approx, value.vague, value.base)


def _number(number: _Number) -> str:
    if isinstance(number, int) or (float(number).is_integer() and abs(number) < 1e18):
        return f"{int(number):,}"
    return f"{number:,.6g}" if abs(number) < 1e6 else f"{number:,.2f}"


def show(value: QuantityValue) -> str:
    """Digits with a unit and neutral words for the bounds.

    >>> show(QuantityValue(value=1500, unit="km", modifier="at_least"))
    'at least 1,500 km'
    >>> show(QuantityValue(value=4.84e11, unit="person"))
    '484,000,000,000 people'
    """
    low, high = value.min, value.max
    if low is not None and high is not None:
        words = _number(low) if low == high else f"{_number(low)} to {_number(high)}"
    elif low is not None:
        words = f"{'more than' if value.modifier == 'more_than' else 'at least'} {_number(low)}"
    else:
        words = f"up to {_number(high or 0)}"
    people = "person" if low == high == 1 else "people"
    unit = {None: "", "%": "%", "person": f" {people}"}.get(value.unit, f" {value.unit}")
    about = "about " if value.approx and not value.vague and low is not None and low == high else ""
    return f"{about}{'no. ' if value.ordinal else ''}{words}{unit}"


def _is_no_count(value: QuantityValue, schema: Schema) -> bool:
    """Whether a number of people, or of what only grows, is below nothing."""
    lowest = value.min if value.min is not None else value.max
    return (lowest or 0) < 0 and (schema.varies == "grows" or value.unit in ("person", "vote", "seat"))


def compare(left: QuantityValue, right: QuantityValue, schema: Schema) -> Axis:
    """How two quantities meet, from left to right.

    >>> compare(QuantityValue(value=706), QuantityValue(value=700, modifier="more_than"), Schema(pattern="*")).outcome
    'within_bound'
    """
    one, other = _measure(left.unit)[0], _measure(right.unit)[0]
    if one != other and ((left.unit and right.unit) or "%" in (left.unit, right.unit)):
        return Axis("incomparable", f"{left.unit or 'a plain number'} and {right.unit or 'a plain number'}")
    if (none := next((value for value in (left, right) if _is_no_count(value, schema)), None)) is not None:
        return Axis("incomparable", f"{show(none)} is no count")
    if left.base and right.base and left.base != right.base:
        return Axis("incomparable", f"a share of {left.base} and a share of {right.base}")
    axis = meet(_scaled(left), _scaled(right), show(left), show(right), same=key(left) == key(right))
    found = slips(left, right) if axis.outcome == "exclusive" else ()
    return Axis(axis.outcome, axis.reason, {**axis.details, "slips": found}) if found else axis


quantity = ValueKind(parse, key, compare, show, find)
