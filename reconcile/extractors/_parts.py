"""Of which part a count is: whom it counts, how badly they are hurt, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extractors._bound import Bound
from reconcile.extractors._located import is_around, is_located
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit

__all__ = ["area_of", "parts_of", "told_areas"]


def parts_of(passage: Passage, find: Find, hit: Hit, slot: Slot, numbers: Sequence[Find]) -> dict[str, str]:
    """Of which part a number is: whom it counts, how badly hurt they are, where, and whether of earlier."""
    low, high = min(find.first, hit.first), max(find.last, hit.last)
    near = [
        (abs(h.first - find.last), part, told)
        for frame in passage.grammar.frames
        for part, told in (frame.parts if frame.name == slot.frame else ())
        for h in passage.cues(f"{slot.frame}/{part}/{told}")
        if low <= h.first <= find.last + _WINDOWS[part]
        and not passage.comma(find.last, h.first)
        and _undivided(passage, high, h.first, numbers)
        and not any(_is_of(h, number, find) for number in numbers if number != find)
    ]
    found = {part: told for _, part, told in sorted(near, key=lambda one: -one[0])}
    if slot.unit != "person":
        return found
    area = area_of(passage, find, numbers)
    vintage = "earlier" if passage.has("_earlier") else None
    return {**found, **({"area": area} if area else {}), **({"vintage": vintage} if vintage else {})}


def _is_of(part: Hit, number: Find, find: Find) -> bool:
    """Whether the word for a part is that of another number: its noun, or told before it."""
    return number.first <= part.first < number.last or part.first < number.first < find.first


_WINDOWS = {"group": 2, "severity": 4}
"""How many words after the number may say of which part it is."""


def _undivided(passage: Passage, low: int, high: int, numbers: Sequence[Find]) -> bool:
    """Whether no comma and no other number stands between."""
    parted = any(low <= number.first < high for number in (*passage.of("quantity"), *numbers))
    return not passage.comma(low, high) and not parted


def area_of(passage: Passage, find: Find, numbers: Sequence[Find]) -> str | None:
    """The one place close to a number; for a later number of the sentence that of the one before it.

    Where the quake or the attack was that did the harm says nothing of where its victims are counted.
    """
    beside = _counting(passage, find)
    if beside is not None:
        return beside
    near = [
        place
        for place in passage.of("place")
        if is_located(passage, place) and not (_is_scene(passage, place) or is_around(passage, place))
    ]
    close = [
        place
        for place in near
        if abs(place.first - find.first) <= 10
        and not any(_opens(place, number, near) and number.first > find.first for number in numbers)
        and not any(min(find.last, place.last) <= n.first < max(find.first, place.first) for n in numbers)
    ]
    after = [place for place in close if place.first >= find.last]
    if after and all(_is_told(place, numbers) for place in close if place not in after):
        close = after
    if close:
        return str(close[0].value.entry.name) if len(close) == 1 else None
    if name := _unlisted(passage, find):
        return name
    before = [number for number in numbers if number.last <= find.first]
    return area_of(passage, before[-1], numbers) if before and not near[1:] else None


def _counting(passage: Passage, find: Find) -> str | None:
    """The place before "where", or the country right before "reported", and a number right behind that."""
    for hit in passage.cues("_where", "_counted"):
        if 0 <= find.first - hit.last <= _BEHIND:
            for place in passage.of("place"):
                if place.last == hit.first and place.value.form == "name" and place.value.country:
                    return str(place.value.entry.name)
            if hit.cue == "_where" and (name := _where(passage, hit)):
                return name
    return None


def _where(passage: Passage, where: Hit) -> str | None:
    """A place that no list knows before "where" ("most of them in Foo county, where 12 died")."""
    near = [inside.last for inside in passage.cues("_in") if 0 < where.first - inside.last <= _FEW_WORDS]
    return _name(passage, near[-1]) if near else None


_BEHIND = 2
"""How many words may stand between "where" and its number ("where the police found 12 dead" is too far)."""


def _unlisted(passage: Passage, find: Find) -> str | None:
    """A place that no list knows, in a list of several ("9 deaths in Al Fooz, 4 in Barant"), by its capitals.

    A lone one is where the news is from, as a rule.
    """
    told = [
        _name(passage, inside.last)
        for inside in passage.cues("_in")
        if _is_right_behind(passage, find, inside)
    ]
    others = [
        inside
        for inside in passage.cues("_in")
        if any(number.last == inside.first and number != find for number in passage.of("quantity"))
    ]
    several = any(_name(passage, inside.last) for inside in others)
    return told[0] if told and several else None


def _is_right_behind(passage: Passage, find: Find, inside: Hit) -> bool:
    return 0 <= inside.first - find.last <= _FEW_WORDS and not passage.comma(find.last, inside.first)


def _name(passage: Passage, at: int) -> str | None:
    """The words with capitals from a word on that are no date, no person and no listed place."""
    if any(other.first <= at < other.last for other in passage.finds):
        return None
    end = at
    while end < len(passage.words) and passage.text[passage.at(end)].isupper():
        if end > at and not passage.words[end].joined:
            break
        end += 1
    return passage.text[passage.at(at) : passage.words[end - 1].end] if end > at else None


_FEW_WORDS = 3


def _is_told(place: Find, numbers: Sequence[Find]) -> bool:
    """Whether another number stands before a place ("12 in Norway and 7 in Sweden": seven are not in Norway)."""
    return any(number.last <= place.first for number in numbers)


def _opens(place: Find, number: Find, places: Sequence[Find]) -> bool:
    """Whether a place stands right before a number that has none behind it ("in Norway 12, in Sweden 7")."""
    behind = any(0 <= other.first - number.last <= 1 for other in places)
    return place.last == number.first and not behind


def _is_scene(passage: Passage, place: Find) -> bool:
    return any(0 <= place.first - event.last <= 2 for event in passage.cues("_other", _SPOT, _WIDE))


def told_areas(bounds: Sequence[Bound]) -> list[Bound]:
    """Bound counts, their area only where it may be a part of what the news is about.

    A figure that the article tells without its area as well is the whole, and so is one of what happens in one
    spot only (a crash, a fire): where that was says nothing that another outlet would count apart.
    """
    areas: dict[str, set[str]] = {}
    bare: set[object] = set()
    for bound in bounds:
        if "area" in bound.qualifiers:
            areas.setdefault(bound.slot.attribute, set()).add(bound.qualifiers["area"])
        else:
            bare.add(_figure(bound))
    alone = {attribute for attribute, told in areas.items() if len(told) == 1}
    return [
        replace(bound, qualifiers=_without_area(bound))
        if bound.slot.attribute in alone and (_figure(bound) in bare or _in_one_spot(bound.passage, bounds))
        else bound
        for bound in bounds
    ]


def _without_area(bound: Bound) -> dict[str, str]:
    return {key: told for key, told in bound.qualifiers.items() if key != "area"}


def _figure(bound: Bound) -> object:
    """What a bound number says, wherever it is counted."""
    lowest, highest = getattr(bound.value, "min", None), getattr(bound.value, "max", None)
    return bound.slot.attribute, lowest, highest, tuple(sorted(_without_area(bound).items()))


def _in_one_spot(passage: Passage, bounds: Sequence[Bound]) -> bool:
    """Whether a sentence, or the first one that counts anything, tells of what happens in one spot only."""
    told = (passage, bounds[0].passage)
    return any(one.has(_SPOT) for one in told) and not any(one.has(_WIDE) for one in told)


_SPOT = "casualties:spot"
_WIDE = "casualties:wide"
