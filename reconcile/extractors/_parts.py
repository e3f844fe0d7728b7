"""Of which part a count is: whom it counts, how badly they are hurt, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extractors._bound import Bound
from reconcile.extractors._located import is_located
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit

__all__ = ["parts_of", "told_areas"]


def parts_of(passage: Passage, find: Find, hit: Hit, slot: Slot) -> dict[str, str]:
    """Of which part a number is: whom it counts, how badly hurt they are, where."""
    found: dict[str, str] = {}
    low, high = min(find.first, hit.first), max(find.last, hit.last)
    for frame in passage.grammar.frames:
        for part, told in frame.parts if frame.name == slot.frame else ():
            near = passage.cues(f"{slot.frame}/{part}/{told}")
            if any(
                low <= h.first
                and h.first - find.last <= _WINDOWS[part]
                and _undivided(passage, high, h.first)
                for h in near
            ):
                found.setdefault(part, told)
    area = _area(passage, find) if slot.unit == "person" else None
    return {**found, "area": area} if area else found


_WINDOWS = {"group": 2, "severity": 4}


def _undivided(passage: Passage, low: int, high: int) -> bool:
    """Whether no comma and no other number stands between."""
    return not passage.comma(low, high) and not any(low <= n.first < high for n in passage.of("quantity"))


def _area(passage: Passage, find: Find) -> str | None:
    """The place that a number is told for: the closest one of its part of the sentence, but not where the
    quake or the attack was that did the harm."""
    others = [number for number in passage.of("quantity") if number is not find]
    near = [
        place
        for place in passage.of("place")
        if is_located(passage, place)
        and not any(min(find.last, place.last) <= o.first < max(find.first, place.first) for o in others)
        and not any(0 <= place.first - event.last <= 2 for event in passage.cues("_other"))
    ]
    close = [place for place in near if abs(place.first - find.first) <= 10]
    return str(close[0].value.entry.name) if len(close) == 1 else None


def told_areas(bounds: Sequence[Bound]) -> list[Bound]:
    """Bound counts, their area kept only where the article tells one and the same for several areas."""
    areas: dict[str, set[str]] = {}
    for bound in bounds:
        if "area" in bound.qualifiers:
            areas.setdefault(bound.slot.attribute, set()).add(bound.qualifiers["area"])
    plain = [
        {key: told for key, told in bound.qualifiers.items() if key != "area"}
        if len(areas.get(bound.slot.attribute, ())) == 1
        else bound.qualifiers
        for bound in bounds
    ]
    return [replace(bound, qualifiers=kept) for bound, kept in zip(bounds, plain, strict=True)]
