"""Scores of votes: two bare numbers that face each other ("passed 64-53", "by a vote of 14 to 1").

The first is the number of those in favour. A larger second number is a range or a defeat, whose order the
press does not agree on, so nothing is claimed of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.extractors._bound import Bound
from reconcile.extractors._passages import Passage
from reconcile.extractors._slots import Slot
from reconcile.model import QuantityValue

__all__ = ["scored", "scores"]

_DASHES = ("-", "\u2010", "\u2011", "\u2013", "\u2014", "\u05be")
_REACH = 4


def scores(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """The number of a score that the slot asks for: its first or its second."""
    if slot.score is None:
        return
    for pair in _pairs(passage, slot):
        word = passage.words[pair[slot.score]]
        number = int(word.form)
        value = QuantityValue(value=number, min=number, max=number, unit=slot.unit, raw=word.form)
        shown = passage.at(pair[0]), passage.words[pair[1]].end
        yield Bound(slot, passage, value, word.start, word.end, shown=shown)


def scored(passage: Passage, slot: Slot) -> frozenset[int]:
    """The words that are numbers of a score."""
    return frozenset(word for pair in _pairs(passage, slot) for word in pair)


def _pairs(passage: Passage, slot: Slot) -> Iterator[tuple[int, int]]:
    if not passage.has(f"{slot.frame}:score"):
        return
    for first in range(len(passage.words) - 1):
        second = _facing(passage, first, slot)
        if second is not None and _is_score(passage, first, second, slot):
            yield first, second


def _facing(passage: Passage, first: int, slot: Slot) -> int | None:
    """The word of the number that the number at ``first`` faces."""
    if not _is_number(passage, first):
        return None
    if passage.between(first, first + 1) in _DASHES and _is_number(passage, first + 1):
        return first + 1
    for at in (first + 1, first + 2):
        if passage.cue_at(at, f"{slot.frame}:versus") and _is_number(passage, at + 1):
            return at + 1
        if not passage.cue_at(at, f"{slot.frame}:people"):
            return None
    return None


def _is_number(passage: Passage, word: int) -> bool:
    return word < len(passage.words) and passage.words[word].form.isdecimal()


def _is_score(passage: Passage, first: int, second: int, slot: Slot) -> bool:
    """Whether the numbers are in order, no days, and stand beside a word for how a vote ended."""
    if float(passage.words[first].form) < float(passage.words[second].form):
        return False
    if any(
        find.first <= second and first < find.last
        for kind in ("date", "duration")
        for find in passage.of(kind)
    ):
        return False
    return any(
        0 <= first - hit.last <= _REACH or hit.first == second + 1
        for hit in passage.cues(f"{slot.frame}:score")
    )
