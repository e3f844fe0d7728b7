"""The counts of the frame ``counts``: so many of a thing, and what was done to it or what it did.

"12 homes were destroyed" says how many, of what, and which deed. All three have to stand together: a number
without a noun, or a noun without a deed that the frame lists, is left alone. What is counted becomes the
qualifier ``of``: the name that the lexicon of the frame gives the noun in every language, or the noun itself
where no lexicon knows it. People of no sort ("207 people") bear none, so they may be of any sort.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extractors._bound import Bound
from reconcile.extractors._numerals import is_counted, pairs, parts_clause
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit

__all__ = ["things"]

_OF = "of"
_ANYBODY = "anybody"
_NOUN_REACH = 3
_LONGEST_PHRASE = 6
"""How many words of an "in" or "of" phrase may stand between a noun and its verb."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number with its noun: what it names, and the words they take."""

    find: Find
    of: str | None
    last: int


def things(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """The numbers of things that the slot's deed was done to."""
    if not passage.has(slot.cue, slot.subject):
        return
    told = [one for one in _counted(passage, slot) if one is not None]
    for at, one in enumerate(told):
        found = _deed(passage, one, slot) or _shared(passage, told[at:], slot)
        if found is not None and found[0] == slot.name:
            hit = found[1]
            start = min(one.find.start, passage.at(hit.first))
            end = max(passage.words[one.last - 1].end, passage.words[hit.last - 1].end)
            qualifiers = {} if one.of in (None, _ANYBODY) else {_OF: str(one.of)}
            find = one.find
            yield Bound(
                slot, passage, find.value, find.start, find.end, shown=(start, end), qualifiers=qualifiers
            )


def _counted(passage: Passage, slot: Slot) -> Iterator[_Counted | None]:
    """Every number with the noun behind it, left to right."""
    for two, of in pairs(passage, slot.frame, _OF):
        yield _Counted(two, of, two.last)
    numbers = [find for find in passage.of("quantity") if find.value.unit is None]
    for find in numbers:
        if (
            is_counted(passage, find)
            and not _is_whole(passage, find, numbers)
            and not _is_harm(passage, find)
        ):
            yield _with_noun(passage, find, slot)


def _is_whole(passage: Passage, find: Find, numbers: Sequence[Find]) -> bool:
    """Whether a number says how many there are ("37 of the 42 passengers")."""
    return any(
        0 <= find.first - of.last <= 1 and any(part.last == of.first for part in numbers)
        for of in passage.cues("_of")
    )


def _is_harm(passage: Passage, find: Find) -> bool:
    """Whether a word for harm that people came to stands right before a number ("killed 12 passengers")."""
    return any(0 <= find.first - hit.last <= 1 for hit in passage.cues(*_harms(passage)))


def _harms(passage: Passage) -> tuple[str, ...]:
    return tuple(
        slot.cue for frame in passage.grammar.frames for slot in frame.slots if slot.unit == "person"
    )


def _with_noun(passage: Passage, find: Find, slot: Slot) -> _Counted | None:
    nouns = [
        (hit, of)
        for frame in passage.grammar.frames
        if frame.name == slot.frame
        for part, of in frame.parts
        for hit in passage.cues(f"{slot.frame}/{part}/{of}")
    ]
    low = find.last
    reach = _NOUN_REACH * (2 if passage.cue_at(low, "_of") else 1)
    near = [
        (hit, of)
        for hit, of in nouns
        if low <= hit.first <= low + reach and _in_phrase(passage, low, hit, slot)
    ]
    if near:
        first = min if passage.grammar.and_prefix else max
        hit, of = first(near, key=lambda one: (one[0].first, one[0].last * (-1 if first is min else 1)))
        return _Counted(find, of, hit.last)
    return _unlisted(passage, find, slot)


def _in_phrase(passage: Passage, low: int, noun: Hit, slot: Slot) -> bool:
    """Whether no comma, verb or small word parts the noun from its number; Semitic nouns follow at once."""
    if parts_clause(passage, low, noun.first) or (passage.grammar.and_prefix and noun.first > low + 1):
        return False
    return not passage.cues_within(low, noun.first, *_deeds(passage, slot), "_and", "_in", "_but", "_with")


def _unlisted(passage: Passage, find: Find, slot: Slot) -> _Counted | None:
    """A noun that no lexicon lists: the one word right behind the number that means nothing else."""
    at = find.last
    if at >= len(passage.words) or not passage.words[at].joined or passage.comma(at, at):
        return None
    word = passage.words[at]
    taken = any(hit.first <= at < hit.last for hit in passage.hits) or any(
        other.first <= at < other.last for other in passage.finds
    )
    if taken or len(word.form) <= _NOUN_REACH or not word.form.isalpha():
        return None
    return _Counted(find, min(word.stems, key=lambda stem: (len(stem), stem)), at + 1)


def _deeds(passage: Passage, slot: Slot) -> tuple[str, ...]:
    return tuple(
        name
        for frame in passage.grammar.frames
        if frame.name == slot.frame
        for rival in frame.slots
        for name in (rival.cue, rival.subject)
    )


def _deed(passage: Passage, one: _Counted, slot: Slot) -> tuple[str, Hit] | None:
    """The deed closest to a number with its noun: the name of its slot, and where it stands."""
    found = []
    for name in _deeds(passage, slot):
        doer = name.endswith(">")
        for hit in passage.cues(name):
            cost = _before(passage, one, hit, slot) if not doer else None
            cost = _behind(passage, one, hit, slot, doer=doer) if cost is None else cost
            if cost is not None:
                found.append((cost, name.removesuffix(">").partition(".")[2], hit))
    best = min(found, key=lambda claimed: (claimed[0], claimed[2].first), default=None)
    return None if best is None else (best[1], best[2])


def _shared(passage: Passage, told: Sequence[_Counted], slot: Slot) -> tuple[str, Hit] | None:
    """The deed of the number joined by "and" ("30 homes and 25 shops were destroyed")."""
    one, after = told[0], told[1:2]
    if not after or after[0].find.first - one.last > 1 or passage.comma(one.last, after[0].find.first):
        return None
    found = _deed(passage, after[0], slot) or _shared(passage, told[1:], slot)
    return found if found and found[1].first >= after[0].last else None


def _before(passage: Passage, one: _Counted, hit: Hit, slot: Slot) -> int | None:
    """How far a deed stands before the number ("destroyed 12 homes"); ``None`` where it is none of it."""
    low, high = hit.last, one.find.first
    if low > high or _parted(passage, low, high, slot):
        return None
    word = passage.words[high]
    led = word.form[:1] if word.start < one.find.start else ""
    last = passage.words[high - 1].form
    if passage.cue_at(high - 1, "_in", f"{slot.frame}:by") and high > low:
        return None
    if led in passage.grammar.in_prefix or last in passage.grammar.in_prefix:
        return None
    gap = _unexplained(passage, low, high, slot)
    return gap if gap <= (3 if passage.grammar.and_prefix else 0) else None


def _behind(passage: Passage, one: _Counted, hit: Hit, slot: Slot, *, doer: bool) -> int | None:
    """How far a deed stands behind the noun ("12 homes were destroyed"); ``None`` where it is none of it."""
    low, high = one.last, hit.first
    if low > high or _parted(passage, low, high, slot) or passage.cues_within(low, high, "_and"):
        return None
    after = hit.last
    if not doer and (passage.cue_at(after, f"{slot.frame}:objects") or _starts_object(passage, after, slot)):
        return None
    gap = _unexplained(passage, low, high, slot)
    phrase = passage.cue_at(low, "_in", "_of", f"{slot.frame}:of") and gap <= _LONGEST_PHRASE
    return gap + 1 if gap <= 1 or phrase else None


def _starts_object(passage: Passage, at: int, slot: Slot) -> bool:
    """Whether a thing or a number stands right behind a verb, which is then no passive."""
    frames = [frame for frame in passage.grammar.frames if frame.name == slot.frame]
    nouns = [f"{slot.frame}/{part}/{of}" for frame in frames for part, of in frame.parts]
    return not passage.grammar.and_prefix and (
        passage.cue_at(at, *nouns) or any(find.first == at for find in passage.of("quantity"))
    )


def _parted(passage: Passage, low: int, high: int, slot: Slot) -> bool:
    """Whether a comma, another number, another deed or the end of a part stands there."""
    return (
        parts_clause(passage, low, high)
        or any(low <= find.first < high for find in passage.of("quantity"))
        or (passage.cues_within(low, high, "_but", f"{slot.frame}:ends"))
        or (low < high and any(mark in passage.text[passage.at(low) : passage.at(high)] for mark in ";؛:"))
    )


def _unexplained(passage: Passage, low: int, high: int, slot: Slot) -> int:
    names = (f"{slot.frame}:fillers", "_aux", "_of", "_in", *_deeds(passage, slot))
    held = {index for hit in passage.cues(*names) for index in range(hit.first, hit.last)}
    held |= {
        index
        for find in passage.finds
        if find.kind in ("place", "date")
        for index in range(find.first, find.last)
    }
    letters = passage.grammar.in_prefix | passage.grammar.and_prefix
    return sum(index not in held and passage.words[index].form not in letters for index in range(low, high))
