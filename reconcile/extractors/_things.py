"""The counts of the frame ``counts``: so many of a thing, and what was done to it or what it did.

"12 homes were destroyed" says how many, of what, and which deed. All three have to stand together: a number
without a noun, or a noun without a deed that the frame lists, is left alone. What is counted becomes the
qualifier ``of``: the name that the lexicon of the frame gives the noun in every language, or the noun itself
where no lexicon knows it. People of no sort ("207 people") bear none, so they may be of any sort.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extractors._bound import Bound
from reconcile.extractors._numerals import (
    is_counted,
    is_whole,
    pairs,
    part_cues,
    parts_clause,
    starts_with_and,
)
from reconcile.extractors._parts import area_of
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit

__all__ = ["things"]

_OF = "of"
_ANYBODY = "anybody"
_NOUN_REACH = 3
_VERB_REACH = 3
"""How many words may stand between a verb and a number behind it, its subject among them, where verbs come first."""
_LONG_SUBJECT = 6
"""The same where no "and" stands between, so that all of them are of one subject."""
_LONGEST_LIST = 12
_LONGEST_PHRASE = 6
"""How many words of an "in" or "of" phrase may stand between a noun and its verb."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number with its noun: what it names, and the words they take."""

    find: Find
    of: str
    last: int
    whole: bool = False
    """It says how many there are, of whom another number counts some ("37 of the 42 passengers")."""
    deed: Hit | None = None
    """The deed that is told before it ("homes destroyed: 1,700")."""


def things(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """The numbers of things that the slot's deed was done to."""
    if not passage.has(slot.cue, slot.total, slot.subject) or passage.has(f"{slot.frame}:apart", "_tally"):
        return
    told = sorted((*_counted(passage, slot), *_tabled(passage, slot)), key=lambda one: one.find.first)
    before: tuple[str, Hit] | None = None
    for at, one in enumerate(told):
        if one.whole:
            state = _state(passage, one, slot.frame)
            if state is not None and state[0] == slot.name:
                yield _bound(passage, one, state[1], slot)
            continue
        told_of = (slot.name, one.deed) if one.deed else None
        found = told_of or _deed(passage, one, slot) or _shared(passage, told[at : at + _LONGEST_LIST], slot)
        if found is None and before and before[1].last <= told[at - 1].find.first:
            found = before if _goes_on(passage, told[at - 1], one, slot.frame) else None
        before = found
        if found is not None and found[0] == slot.name and not (slot.lifeless and _lives(passage, one, slot)):
            yield _bound(passage, one, found[1], slot)


def _lives(passage: Passage, one: _Counted, slot: Slot) -> bool:
    """Whether people are counted."""
    people = next(frame.people for frame in passage.grammar.frames if frame.name == slot.frame)
    return one.of in people


def _state(passage: Passage, whole: _Counted, frame: str) -> tuple[str, Hit] | None:
    """What all of them are of whom a number counts some ("37 of the 42 passengers *aboard*")."""
    deeds = [
        (name.rstrip(">+").partition(".")[2], hit)
        for name in _deeds(passage, frame)
        for hit in passage.cues(name)
    ]
    others = [*(hit for _, hit in deeds), *passage.cues(*_harms(passage))]
    small = passage.cues("_aux", "_relative", "_in")
    held = {at for told in small for at in range(told.first, told.last)}
    inside = [(name, hit) for name, hit in deeds if whole.find.last <= hit.first and hit.last <= whole.last]
    behind = [
        (name, hit)
        for name, hit in deeds
        if hit.first >= whole.last and all(at in held for at in range(whole.last, hit.first))
    ]
    return next(
        (
            (name, hit)
            for name, hit in (*inside, *behind)
            if any(other.first != hit.first for other in others)
        ),
        None,
    )


def _tabled(passage: Passage, slot: Slot) -> Iterator[_Counted]:
    """Numbers behind their noun and its deed ("Homes destroyed: 1,700", "the number of homes destroyed rose to 1,700")."""
    nouns = [
        (hit, cue.rpartition("/")[2]) for cue in part_cues(passage, slot.frame) for hit in passage.cues(cue)
    ]
    for find in passage.of("quantity"):
        if find.value.unit is not None or not is_counted(passage, find):
            continue
        for noun, of in nouns:
            deed = next((hit for hit in passage.cues(slot.cue) if hit.first == noun.last), None)
            if deed is not None and _leads(passage, deed.last, find, slot.frame):
                yield _Counted(find, of, find.last, deed=deed)


def _leads(passage: Passage, low: int, find: Find, frame: str) -> bool:
    """Whether a colon, or words for what a number came to, stand between a deed and its number."""
    if low == find.first:
        return ":" in passage.text[passage.words[low - 1].end : find.start]
    known = passage.cues(f"{frame}:came_to", "_aux")
    held = {at for told in known for at in range(told.first, told.last)}
    return low < find.first and all(at in held for at in range(low, find.first))


def _bound(passage: Passage, one: _Counted, hit: Hit, slot: Slot) -> Bound:
    find, start = one.find, min(one.find.start, passage.at(hit.first))
    end = max(passage.words[one.last - 1].end, passage.words[hit.last - 1].end)
    qualifiers = {} if one.of == _ANYBODY else {_OF: one.of}
    if area := area_of(passage, find, list(passage.of("quantity"))):
        qualifiers["area"] = area
    return Bound(slot, passage, find.value, find.start, find.end, shown=(start, end), qualifiers=qualifiers)


def _goes_on(passage: Passage, last: _Counted, one: _Counted, frame: str) -> bool:
    """Whether a number is the next of a list ("destroyed 12 homes, two shops and a bridge")."""
    low, high = last.last, one.find.first
    letters = passage.grammar.and_prefix
    led = (
        passage.words[high].form.startswith(tuple(letters) or ("\0",))
        or passage.words[high - 1].form in letters
    )
    joined = led or passage.cues_within(low, high, "_and") or passage.comma(low, high)
    ands = sum(hit.last - hit.first for hit in passage.cues("_and") if low <= hit.first < high)
    more = 1 if letters and not passage.comma(low, high) else 0
    return joined and _unexplained(passage, low, high, frame) - ands <= more


def _counted(passage: Passage, slot: Slot) -> Iterator[_Counted]:
    """Every number with the noun behind it, left to right."""
    for two, of in pairs(passage, slot.frame, _OF):
        yield _Counted(two, of, two.last)
    numbers = [find for find in passage.of("quantity") if find.value.unit is None]
    for find in numbers:
        counts = is_counted(passage, find) and not _is_harm(passage, find)
        if counts and (one := _with_noun(passage, find, slot)):
            yield replace(one, whole=is_whole(passage, find))


def _is_harm(passage: Passage, find: Find) -> bool:
    """Whether a word for harm that people came to stands right before a number ("killed 12 passengers")."""
    return any(0 <= find.first - hit.last <= 1 for hit in passage.cues(*_harms(passage)))


def _harms(passage: Passage) -> tuple[str, ...]:
    return tuple(
        slot.cue for frame in passage.grammar.frames for slot in frame.slots if slot.unit == "person"
    )


def _with_noun(passage: Passage, find: Find, slot: Slot) -> _Counted | None:
    nouns = [
        (hit, cue.rpartition("/")[2]) for cue in part_cues(passage, slot.frame) for hit in passage.cues(cue)
    ]
    low = find.last
    reach = _NOUN_REACH * (2 if passage.cue_at(low, "_of") else 1)
    near = [
        (hit, of)
        for hit, of in nouns
        if low <= hit.first <= low + reach and _in_phrase(passage, low, hit, slot)
    ]
    near = [(hit, of) for hit, of in near if not any(_inside(hit, other) for other, _ in near)]
    if near:
        first = min if passage.grammar.and_prefix else max
        hit, of = first(near, key=lambda one: one[0].first)
        return _Counted(find, of, hit.last)
    return _unlisted(passage, find, slot)


def _inside(hit: Hit, other: Hit) -> bool:
    """Whether a word is part of a longer one ("vehicles" of "armoured vehicles")."""
    return (
        other.first <= hit.first
        and hit.last <= other.last
        and (other.first, other.last) != (hit.first, hit.last)
    )


def _in_phrase(passage: Passage, low: int, noun: Hit, slot: Slot) -> bool:
    """Whether no comma, verb or small word parts the noun from its number; Semitic nouns follow at once."""
    numbers = [find for find in passage.of("quantity") if low < find.first < noun.first]
    if (
        (numbers and not passage.cue_at(low, "_of"))
        or len(numbers) > 1
        or parts_clause(passage, low, noun.first)
    ):
        return False
    if passage.grammar.and_prefix and noun.first > low + 1 and not numbers:
        return False
    deeds = [hit for hit in passage.cues(*_deeds(passage, slot.frame)) if low <= hit.first < noun.first]
    told = all(hit.last == noun.first for hit in deeds)  # "42 invited passengers"
    return told and not passage.cues_within(low, noun.first, "_and", "_in", "_but", "_with")


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
    return _Counted(find, word.form, at + 1)


def _deeds(passage: Passage, name: str) -> tuple[str, ...]:
    slots = [slot for frame in passage.grammar.frames if frame.name == name for slot in frame.slots]
    return tuple(cue for slot in slots for cue in (slot.cue, slot.total, slot.subject))


def _deed(passage: Passage, one: _Counted, slot: Slot) -> tuple[str, Hit] | None:
    """The deed closest to a number with its noun: the name of its slot, and where it stands."""
    found = []
    states = _states(passage, one, slot.frame)
    for name in _deeds(passage, slot.frame):
        doer, noun = name.endswith(">"), name.endswith("+")
        for hit in passage.cues(name):
            if hit.first in states or _is_relative(passage, hit, one):
                continue
            cost = None if doer and not passage.grammar.and_prefix else _before(passage, one, hit, slot)
            if cost is None and not noun:
                cost = _behind(passage, one, hit, name, doer=doer)
            if cost is not None:
                found.append((cost, name.rstrip(">+").partition(".")[2], hit))
    best = min(found, key=lambda claimed: (claimed[0], claimed[2].first), default=None)
    return None if best is None else (best[1], best[2])


def _states(passage: Passage, one: _Counted, frame: str) -> frozenset[int]:
    """Where it stands what all of them are of whom a number counts some: that is no deed of the number."""
    wholes = [
        _Counted(find, one.of, one.last, whole=True)
        for find in passage.of("quantity")
        if one.find.last <= find.first < one.last and is_whole(passage, find)
    ]
    return frozenset(state[1].first for whole in wholes if (state := _state(passage, whole, frame)))


def _is_relative(passage: Passage, deed: Hit, one: _Counted) -> bool:
    """Whether a deed only tells more of a subject ("the storm that struck the coast destroyed"), before its object."""
    return (
        passage.grammar.verb_first
        and deed.last <= one.find.first
        and any(hit.last == deed.first for hit in passage.cues("_relative"))
    )


def _shared(passage: Passage, told: Sequence[_Counted], slot: Slot) -> tuple[str, Hit] | None:
    """The deed of the number joined by "and" ("30 homes and 25 shops were destroyed")."""
    one, after = told[0], told[1:2]
    if not after or not _goes_on(passage, one, after[0], slot.frame):
        return None
    found = _deed(passage, after[0], slot) or _shared(passage, told[1:], slot)
    return found if found and found[1].first >= after[0].last else None


def _before(passage: Passage, one: _Counted, hit: Hit, slot: Slot) -> int | None:
    """How far a deed stands before the number ("destroyed 12 homes"); ``None`` where it is none of it."""
    low, high = hit.last, one.find.first
    if low > high or _parted(passage, low, high, slot.frame) or _is_led(passage, low, high, slot):
        return None
    gap = _unexplained(passage, low, high, slot.frame)
    reach = _VERB_REACH if passage.grammar.and_prefix else 0
    if passage.grammar.verb_first and not _adds(passage, low, high):
        reach = _LONG_SUBJECT
    return gap if gap <= reach else None


def _adds(passage: Passage, low: int, high: int) -> bool:
    """Whether a word there begins with "and"."""
    return any(
        starts_with_and(passage, at) and passage.words[at].form[0] in passage.grammar.and_prefix
        for at in range(low, high)
    )


def _is_led(passage: Passage, low: int, at: int, slot: Slot) -> bool:
    """Whether "in" or "by" stands before the number: it says how or where ("destroyed by 3 rockets")."""
    word, letters = passage.words[at], passage.grammar.in_prefix
    inside = word.form[:1] in letters and word.form[1:] in word.stems
    words = at > low and passage.cue_at(at - 1, "_in", f"{slot.frame}:by")
    return inside or words or passage.words[at - 1].form in letters


def _behind(passage: Passage, one: _Counted, hit: Hit, deed: str, *, doer: bool) -> int | None:
    """How far a deed stands behind the noun ("12 homes were destroyed"); ``None`` where it is none of it."""
    low, high, frame = one.last, hit.first, deed.partition(".")[0]
    if low > high or _parted(passage, low, high, frame) or passage.cues_within(low, high, "_and"):
        return None
    if _counts_more(passage, hit.last) or (not doer and _has_object(passage, hit.last, deed)):
        return None
    gap = _unexplained(passage, low, high, frame)
    phrase = passage.cue_at(low, "_in", "_of", f"{frame}:of") and gap <= _LONGEST_PHRASE
    return gap + 1 if gap <= 1 or phrase else None


def _counts_more(passage: Passage, at: int) -> bool:
    """Whether another number stands right behind a deed ("two boats carrying 84 people")."""
    number = any(find.first == at for find in passage.of("quantity"))
    return number and not (starts_with_and(passage, at) or passage.comma(at, at))


def _has_object(passage: Passage, at: int, deed: str) -> bool:
    """Whether a thing stands right behind a verb, which is then no passive ("40 soldiers destroyed the bridge")."""
    grammar, name = passage.grammar, deed.partition(".")[0]
    if passage.cue_at(at, f"{name}:objects", f"{deed}!"):
        return True
    if grammar.verb_first:
        definite = at < len(passage.words) and passage.words[at].form.startswith(
            grammar.affixes.prefixes[-1][0]
        )
        return definite and not any(
            find.first == at for find in passage.finds if find.kind in ("date", "place")
        )
    return not grammar.and_prefix and passage.cue_at(at, *part_cues(passage, name))


def _parted(passage: Passage, low: int, high: int, frame: str) -> bool:
    """Whether a comma, another number, another deed or the end of a part stands there."""
    return (
        parts_clause(passage, low, high)
        or any(low <= find.first < high for find in passage.of("quantity"))
        or passage.cues_within(low, high, "_but", f"{frame}:ends", *_harms(passage))
        or (low < high and any(mark in passage.text[passage.at(low) : passage.at(high)] for mark in ";؛:"))
    )


def _unexplained(passage: Passage, low: int, high: int, frame: str) -> int:
    names = (f"{frame}:fillers", "_aux", "_of", "_in", *_deeds(passage, frame))
    held = {index for hit in passage.cues(*names) for index in range(hit.first, hit.last)}
    held |= {
        index
        for find in passage.finds
        if find.kind in ("place", "date")
        for index in range(find.first, find.last)
    }
    letters = passage.grammar.in_prefix | passage.grammar.and_prefix
    return sum(index not in held and passage.words[index].form not in letters for index in range(low, high))
