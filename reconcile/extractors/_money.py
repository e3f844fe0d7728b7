"""The binder ``money``: what a deal is worth, an amount right behind "for", "worth" or "valued at"."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.extractors._bound import Bound
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.model import QuantityValue

__all__ = ["money"]


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
