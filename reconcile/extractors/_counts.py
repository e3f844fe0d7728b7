"""How many, and for how much: a quantity and the word that says of what.

A number takes the closest count word on either side ("12 killed", "killed 12 people"), never one behind an
"and" or a comma. A running total ("the death toll rose to 64") reaches further, but
only forward. Numbers of other things (years, per cent, buildings) are never people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extractors._binders import Bound, is_located
from reconcile.extractors._passages import FAR, Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import QuantityValue

__all__ = ["count", "money", "told_areas"]

_TOTAL_REACH = 14
_REACHES = {"person": 2, "vote": 6}
_SOME = 10
_PEOPLE_UNITS = (None, "person", "people", "vote")


@dataclass(frozen=True, slots=True)
class _Claimed:
    cost: int
    slot: str
    hit: Hit


def count(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Numbers of people (or votes) that the slot's words are closest to."""
    if not passage.has(slot.cue, slot.total):
        return
    numbers = [find for find in passage.of("quantity") if _counts(passage, find, slot)]
    for find in numbers:
        best = _closest(passage, find, slot, numbers)
        if best is None or best.slot != slot.name:
            continue
        value: QuantityValue = find.value
        start = min(find.start, passage.at(best.hit.first))
        end = max(find.end, passage.words[best.hit.last - 1].end)
        counted = value.model_copy(update={"unit": slot.unit})
        parts = _parts(passage, find, best.hit, slot)
        yield Bound(slot, passage, counted, find.start, find.end, shown=(start, end), qualifiers=parts)


def _counts(passage: Passage, find: Find, slot: Slot) -> bool:
    value: QuantityValue = find.value
    if value.ordinal or value.unit not in _PEOPLE_UNITS or (value.base and slot.unit != "vote"):
        return False
    if _is_part(passage, find, slot):
        return False
    if value.vague and (value.min is None or value.min < _SOME):
        return False
    if any(f.first <= find.first < f.last for kind in ("date", "duration") for f in passage.of(kind)):
        return False
    other = passage.cues(f"{slot.frame}:other_units")
    return not any(0 <= hit.first - find.last <= 0 for hit in other)


def _parts(passage: Passage, find: Find, hit: Hit, slot: Slot) -> dict[str, str]:
    """Of which part a number is: whom it counts, how badly hurt they are, where."""
    found: dict[str, str] = {}
    low, high = min(find.first, hit.first), max(find.last, hit.last)
    for frame in passage.grammar.frames:
        for part, told in frame.parts if frame.name == slot.frame else ():
            near = passage.cues(f"{slot.frame}/{part}/{told}")
            if any(low <= h.first and h.first - find.last <= _WINDOWS[part] and _undivided(passage, high, h.first) for h in near):
                found.setdefault(part, told)
    area = _area(passage, find) if slot.unit == "person" else None
    return {**found, "area": area} if area else found


_WINDOWS = {"group": 2, "severity": 4}


def _undivided(passage: Passage, low: int, high: int) -> bool:
    """Whether no comma and no other number stands between."""
    return not _comma(passage, low, high) and not any(low <= n.first < high for n in passage.of("quantity"))


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


def _is_part(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is of some among others ("including 3 children"), or of a rise."""
    among = passage.cues("_among") if slot.unit == "person" else ()
    rises = passage.cues(f"{slot.frame}:rises")
    of = passage.cues("_out_of")
    return (
        any(0 <= find.first - hit.last <= 1 for hit in among)
        or any(hit.last == find.first for hit in of)
        or any(0 <= find.first - hit.last <= 3 for hit in rises)
    )


def _closest(passage: Passage, find: Find, slot: Slot, numbers: list[Find]) -> _Claimed | None:
    """The count word of the frame that a number belongs to."""
    found: list[_Claimed] = []
    for frame in passage.grammar.frames:
        if frame.name != slot.frame:
            continue
        for rival in frame.slots:
            if rival.bind != "count":
                continue
            found += [
                _Claimed(_cost(passage, find, hit, slot, numbers), rival.name, hit)
                for hit in passage.cues(rival.cue)
            ]
            totals = (*passage.cues(rival.total), *(passage.cues(rival.cue) if _risen_to(passage, find, slot) else ()))
            found += [_Claimed(_total_cost(passage, find, hit, slot, numbers), rival.name, hit) for hit in totals]
    best = min(found, key=lambda claimed: claimed.cost, default=None)
    return best if best is not None and best.cost < FAR else None


def _cost(passage: Passage, find: Find, hit: Hit, slot: Slot, numbers: list[Find]) -> int:
    if find.first <= hit.first and hit.last <= find.last:
        return 0
    low, high = (hit.last, find.first) if hit.last <= find.first else (find.last, hit.first)
    if low > high or _comma(passage, low, high) or _crossed(passage, low, high, numbers):
        return FAR
    if hit.first >= find.last and slot.unit == "person" and _of_them(passage, low, hit):
        return FAR
    gap = _unexplained(passage, low, high, slot)
    edge = hit.first if hit.first >= find.last else find.first
    if gap > _REACHES[str(slot.unit)] or _and_between(passage, low, high, edge):
        return FAR
    return 8 * gap + (high - low) + (0 if hit.first >= find.last else 2)


def _of_them(passage: Passage, low: int, hit: Hit) -> bool:
    """Whether a number is of some of the dead or hurt ("10 of the dead")."""
    if any(low <= of.first < hit.first for of in passage.cues("_of")):
        return True
    form = passage.words[hit.first].form
    return any(form.startswith(part) for part in passage.grammar.of_prefix)


def _is_told_as(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether "to", "at" or "was" stands before a number, as a letter or a word."""
    word = passage.words[find.first]
    letter = word.form[:1] in passage.grammar.to_prefix and word.start < find.start
    return letter or any(
        0 <= find.first - hit.last <= 1 or find.first <= hit.first < find.last
        for hit in passage.cues(f"{slot.frame}:to")
    )


def _risen_to(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is what something rose to."""
    return _is_told_as(passage, find, slot) and any(hit.first < find.first for hit in passage.cues(f"{slot.frame}:rose"))


def _comma(passage: Passage, low: int, high: int) -> bool:
    if not low > 0 or high >= len(passage.words):
        return False
    return any(mark in passage.text[passage.words[low - 1].end : passage.at(high)] for mark in ",،")


def _total_cost(passage: Passage, find: Find, hit: Hit, slot: Slot, numbers: list[Find]) -> int:
    if hit.last > find.first:
        return FAR
    rivals = [number for number in numbers if _is_told_as(passage, number, slot)]
    gap = _unexplained(passage, hit.last, find.first, slot)
    far = gap > (_TOTAL_REACH if _is_told_as(passage, find, slot) else 2)
    return FAR if far or _crossed(passage, hit.last, find.first, rivals) else 8 + gap


def _crossed(passage: Passage, low: int, high: int, numbers: list[Find]) -> bool:
    """Whether another number or the end of a part of the sentence stands between."""
    if any(low <= other.first < high for other in numbers):
        return True
    if high <= low or not low > 0:
        return False
    between = passage.text[passage.words[low - 1].end : passage.at(high)] if high < len(passage.words) else ""
    return any(mark in between for mark in ";؛:") or any(low <= h.first < high for h in passage.cues("_but"))


def _unexplained(passage: Passage, low: int, high: int, slot: Slot) -> int:
    fillers = {index for hit in passage.cues(f"{slot.frame}:people") for index in range(hit.first, hit.last)}
    held = {index for f in passage.finds if f.kind in ("place", "date") for index in range(f.first, f.last)}
    letters = passage.grammar.in_prefix | passage.grammar.and_prefix
    return sum(
        index not in fillers and index not in held and passage.words[index].form not in letters
        for index in range(low, high)
    )


def _and_between(passage: Passage, low: int, high: int, edge: int) -> bool:
    if any(low <= hit.first < high for hit in passage.cues("_and")):
        return True
    letters = tuple(passage.grammar.and_prefix - passage.grammar.in_prefix)
    inside = range(low, min(edge + 1, len(passage.words)))
    return bool(letters) and any(
        passage.words[index].form[:1] in letters[:1] and _conjoined(passage, index) for index in inside
    )


def _conjoined(passage: Passage, index: int) -> bool:
    """Whether the "and" of a word is no letter of its own."""
    word = passage.words[index]
    return any(word.form[1:] == stem or stem in word.form[1:] for stem in word.stems if stem != word.form)


# --------------------------------------------------------------------------------------------------
# Money
# --------------------------------------------------------------------------------------------------


def money(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """What a deal is worth: an amount right after "for", "worth", "valued at"."""
    for find in passage.of("quantity"):
        value: QuantityValue = find.value
        if value.unit is None or not value.unit.isupper() or _blocked(passage, find, slot):
            continue
        led = _for_it(passage, find) or any(
            hit.last <= find.first and passage.gap(hit.last, find.first) == 0
            for hit in passage.cues(slot.cue)
        )
        named = any(0 <= hit.first - find.last <= 1 for hit in passage.cues(f"{slot.frame}:deal"))
        if led or named:
            yield Bound(slot, passage, value, find.start, find.end)


def _for_it(passage: Passage, find: Find) -> bool:
    """Whether a letter stands before the amount that means "for" ("ב-5 מיליארד")."""
    before = passage.words[find.first - 1].form if find.first else ""
    word = passage.words[find.first]
    lead = word.form[:1] if word.start < find.start else ""
    return before in passage.grammar.in_prefix or lead in passage.grammar.in_prefix


def _blocked(passage: Passage, find: Find, slot: Slot) -> bool:
    return any(
        0 <= hit.first - find.last <= 2 or 0 <= find.first - hit.last <= 1
        for hit in passage.cues(slot.blocker)
    )
