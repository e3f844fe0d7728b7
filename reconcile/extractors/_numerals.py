"""Numbers that count: none that is an age, an order or a part of a date, and nouns that are numbers themselves.

An Arabic dual ("شخصان") is two of what it names; one victim ("a soldier") is a number where a frame lists it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._recalled import is_recalled
from reconcile.extractors._words import Hit
from reconcile.model import QuantityValue

__all__ = [
    "is_age",
    "is_counted",
    "is_whole",
    "ones",
    "pairs",
    "part_cues",
    "parts_clause",
    "starts_with_and",
]

_FEW = 10
_ADJECTIVES = 3
_POSSESSIVES = 3
"""How many words may stand between "of" and how many there are ("12 of the council's 15 members")."""
_COMMA = re.compile(r"[,،](?!\d)")


def is_counted(passage: Passage, find: Find) -> bool:
    """Whether a number is how many of something there are."""
    value: QuantityValue = find.value
    if value.ordinal or (value.vague and (value.min is None or value.min < _FEW)):
        return False
    if any(f.first <= find.first < f.last for kind in ("date", "duration") for f in passage.of(kind)):
        return False
    if re.match(r"-[^\W\d]", passage.text[find.end : find.end + 2]):
        return False  # "a 33-tonne boat"
    named = any(hit.last == find.first for hit in passage.cues("_nobody", "casualties:labels"))
    return not (named or is_age(passage, find) or is_recalled(passage, find))


def is_age(passage: Passage, find: Find) -> bool:
    """Whether a number is the age of somebody ("aged 20", "aged 20 and 22")."""
    if any(hit.last == find.first for hit in passage.cues("_age")):
        return True
    before = [hit.first for hit in passage.cues("_and") if hit.last == find.first] or [find.first]
    return any(
        other.last == before[0] and other.first < find.first and is_age(passage, other)
        for other in passage.of("quantity")
    )


def is_whole(passage: Passage, find: Find) -> bool:
    """Whether a number says how many there are, of whom the one before counts some ("37 of the 42 passengers")."""
    reach = 1 if passage.grammar.and_prefix else _POSSESSIVES
    return find.value.value != 1 and any(
        0 <= find.first - of.last <= reach and any(part.last == of.first for part in passage.of("quantity"))
        for of in passage.cues("_of", "_out_of")
    )


def pairs(passage: Passage, frame: str, part: str) -> Iterator[tuple[Find, str]]:
    """Nouns in the dual, each with the name that the frame gives what there are two of."""
    for hit, name in _nouns(passage, f"{frame}/{part}.two/"):
        yield _find(passage, hit.first, hit.last, 2), name


def ones(passage: Passage, frame: str, part: str) -> Iterator[tuple[Find, str]]:
    """Nouns for one of something that no number counts, with the name that the frame gives them.

    In a language with a word for "a" it has to stand there; elsewhere the noun bears no article of its own.
    """
    for hit, name in _nouns(passage, f"{frame}/{part}.one/"):
        first = hit.first if passage.grammar.and_prefix else _article(passage, hit, frame)
        if first is not None:
            yield _find(passage, first, hit.last, 1), name


def _find(passage: Passage, first: int, last: int, number: int) -> Find:
    start, end = passage.at(first), passage.words[last - 1].end
    value = QuantityValue(value=number, min=number, max=number, raw=passage.text[start:end])
    return Find("quantity", start, end, first, last, value)


def _nouns(passage: Passage, head: str) -> Iterator[tuple[Hit, str]]:
    """The longest nouns of some cues that no number counts."""
    found = [hit for hit in passage.hits if hit.cue.startswith(head)]
    for hit in found:
        longer = any(other.first == hit.first and other.last > hit.last for other in found)
        if not longer and not _is_numbered(passage, hit):
            yield hit, hit.cue.removeprefix(head)


def _article(passage: Passage, noun: Hit, frame: str) -> int | None:
    """The word "a" before a noun, adjectives between."""
    before = [hit for hit in passage.cues(f"{frame}:article") if 0 <= noun.first - hit.last <= _ADJECTIVES]
    if not before or passage.comma(before[-1].last, noun.first):
        return None
    harm = [hit.cue for hit in passage.hits if hit.cue.startswith(f"{frame}.")]
    parted = passage.cues_within(before[-1].last, noun.first, "_and", "_of", "_in", *harm)
    return None if parted else before[-1].first


def _is_numbered(passage: Passage, hit: Hit) -> bool:
    """Whether a number stands right before the noun, or another one counts it from behind."""
    return any(
        find.last == hit.first or find.first <= hit.first < find.last for find in passage.of("quantity")
    )


def part_cues(passage: Passage, name: str) -> list[str]:
    """The cues of a frame for whom or what a number counts."""
    frames = [frame for frame in passage.grammar.frames if frame.name == name]
    return [f"{name}/{part}/{told}" for frame in frames for part, told in frame.parts]


def parts_clause(passage: Passage, low: int, high: int) -> bool:
    """Whether a comma that is no part of a number stands there."""
    return passage.comma(low, high) and bool(
        _COMMA.search(passage.text, passage.words[low - 1].end, passage.at(high))
    )


def starts_with_and(passage: Passage, index: int) -> bool:
    """Whether a word begins with a letter that means "and" and is none of its own."""
    word = passage.words[index]
    return any(word.form[1:] == stem or stem in word.form[1:] for stem in word.stems if stem != word.form)
