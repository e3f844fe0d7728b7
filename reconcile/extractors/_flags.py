"""The binders ``flag`` (words that follow each other say that something is so) and ``rest`` (free words
after a cue, up to the end of its clause).
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.extractors._bound import Bound
from reconcile.extractors._heads import trigger_of
from reconcile.extractors._passages import FAR, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import BooleanValue, TextValue

__all__ = ["flag", "rest"]


def flag(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Something is so: cues that follow each other in one clause or over into the next."""
    seen: set[int] = set()
    for steps in slot.steps:
        for hits in _chains(passage, steps):
            trigger = next((h.first for h in hits if h.cue == slot.frame), None)
            if hits[0].first not in seen:
                seen.add(hits[0].first)
                start, end = passage.at(hits[0].first), passage.words[hits[-1].last - 1].end
                yield Bound(slot, passage, BooleanValue(value=True), start, end, trigger)


def _chains(passage: Passage, steps: tuple[str, ...]) -> Iterator[tuple[Hit, ...]]:
    """Hits of the steps in their order, each close to the one before it."""
    for hit in passage.cues(steps[0]):
        chain: tuple[Hit, ...] = (hit,)
        for step in steps[1:]:
            following = [
                h for h in passage.cues(step)
                if h.first >= chain[-1].last and passage.gap(chain[-1].last, h.first, barriers=("statement",)) <= 3
            ]  # fmt: skip
            if not following:
                break
            chain = (*chain, following[0])
        if len(chain) == len(steps):
            yield chain


def rest(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """The words after a cue, up to the end of its clause."""
    for hit in passage.cues(slot.cue):
        trigger = trigger_of(passage, hit.first, slot)
        if trigger is None or hit.last >= len(passage.words):
            continue
        last = hit.last
        while last + 1 < len(passage.words) and passage.clauses[last + 1] == passage.clauses[hit.last]:
            last += 1
        start, end = passage.at(hit.last), passage.words[last].end
        if passage.gap(hit.last, last + 1) < FAR and last - hit.last >= 1:
            words = passage.text[start:end]
            yield Bound(
                slot, passage, TextValue(text=words, language=passage.grammar.language), start, end, trigger
            )
