"""Amounts of money: what a deal is worth (the binder ``money``), and what was pledged, stolen, fined.

A deal's worth stands right behind "for", "worth" or "valued at". Every other amount belongs to the closest word
for a deed in its part of the sentence ("a fine of $4 million", "$4 million in aid"); no deed, no claim. Who
gives is the qualifier ``side``, where a country stands before the deed: promises of two countries are two things.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.extractors._bound import Bound
from reconcile.extractors._located import is_located
from reconcile.extractors._numerals import parts_clause
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import QuantityValue
from reconcile.values._gazetteer import entry

__all__ = ["amounts", "money"]

_REACH = 4
"""How many words may stand between a deed and an amount behind it ("fined the bank $4 million")."""
_BEHIND = 1
"""How many words may stand between an amount and a deed behind it ("$4 million in cash was stolen")."""
_OPENING = 3
"""How many words may stand before the country that opens a part of a sentence."""


def money(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """What a deal is worth: an amount right after "for", "worth", "valued at"."""
    for find in passage.of("quantity"):
        value: QuantityValue = find.value
        if not _is_money(find) or _blocked(passage, find, slot):
            continue
        led = _for_it(passage, find) or any(
            hit.last <= find.first and passage.gap(hit.last, find.first) == 0
            for hit in passage.cues(slot.cue)
        )
        named = any(0 <= hit.first - find.last <= 1 for hit in passage.cues(f"{slot.frame}:deal"))
        if led or named:
            yield Bound(slot, passage, value, find.start, find.end)


def _is_money(find: Find) -> bool:
    unit = find.value.unit
    return unit is not None and unit.isupper()


def amounts(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """The amounts whose closest deed is the slot's."""
    if not passage.has(slot.cue) or passage.has(slot.blocker):
        return
    for find in passage.of("quantity"):
        if not _is_money(find) or _is_rate(passage, find, slot.frame):
            continue
        name, hit = _deed(passage, find, slot.frame)
        if name == slot.name and hit is not None:
            start = min(find.start, passage.at(hit.first))
            shown = start, max(find.end, passage.words[hit.last - 1].end)
            yield Bound(
                slot,
                passage,
                find.value,
                find.start,
                find.end,
                shown=shown,
                qualifiers=_giver(passage, slot, find, hit),
            )


def _is_rate(passage: Passage, find: Find, frame: str) -> bool:
    """Whether an amount is of each, or is what another one was before ("from $30 million")."""
    from_it = any(hit.last == find.first for hit in passage.cues(f"{frame}:from"))
    return from_it or passage.cues_within(find.last, find.last + 2, f"{frame}:each")


def _deed(passage: Passage, find: Find, frame: str) -> tuple[str, Hit | None]:
    """The deed that an amount belongs to; one that only says what it is for (aid) gives way to any other."""
    slots = [slot for one in passage.grammar.frames if one.name == frame for slot in one.slots]
    found = [
        (slot.weak, gap, hit.first, slot.name, hit)
        for slot in slots
        for hit in passage.cues(slot.cue)
        if (gap := _apart(passage, find, hit, frame)) is not None
    ]
    best = min(found, key=lambda one: one[:3], default=None)
    return ("", None) if best is None else (best[3], best[4])


def _apart(passage: Passage, find: Find, hit: Hit, frame: str) -> int | None:
    """How many words that nothing explains stand between an amount and a deed; ``None`` where they are apart."""
    behind = hit.first >= find.last
    low, high = (find.last, hit.first) if behind else (hit.last, find.first)
    parted = (
        low > high
        or parts_clause(passage, low, high)
        or passage.cues_within(low, high, "_but", f"{frame}:ends")
    )
    others = any(low <= other.first < high and _is_money(other) for other in passage.of("quantity"))
    joined = behind and passage.cues_within(low, high, "_and")
    if parted or joined or (others and not passage.cues_within(low, high, f"{frame}:to")):
        return None
    known = {
        at
        for told in passage.cues(f"{frame}:fillers", "_of", "_in", "_aux")
        for at in range(told.first, told.last)
    }
    gap = sum(at not in known for at in range(low, high))
    return gap if gap <= (_BEHIND if behind else _REACH) else None


def _giver(passage: Passage, slot: Slot, find: Find, deed: Hit) -> dict[str, str]:
    """The country that opens the part of the sentence that tells who gives, if no other one stands there."""
    if not slot.giver:
        return {}
    low = max(
        (other.last for other in passage.of("quantity") if other.last <= min(find.first, deed.first)),
        default=0,
    )
    high = max(find.first, deed.first) if passage.grammar.verb_first else min(find.first, deed.first)
    near = [place for place in passage.of("place") if low <= place.first < high]
    if not near or near[0].first - low > _OPENING or is_located(passage, near[0]):
        return {}
    lands = {place.value.country for place in near}
    land = entry(lands.pop()) if len(lands) == 1 else None
    return {"side": land.name} if land is not None else {}


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
