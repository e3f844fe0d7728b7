"""What the words of two places say that no gazetteer holds: "his home in Riverton", "in Riverton, Ohio", "the school".

A description is cut at its small words (``relators`` of ``places.toml``) and commas: what comes first is the place,
the rest tells where it lies. Two descriptions are one when their first parts are and the rests do not speak of two
places, or when they are the same words in another order; fewer words before the same last one are the wider
description. What one tells of where it lies may be the other one. Two places joined by "and" are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reconcile.languages import detect, known, load
from reconcile.values._gazetteer import Word, lookup, remembers, stems, words

__all__ = ["bare", "fit", "lies_elsewhere", "may_stand_for", "parts_of", "says_nothing"]

Fit = Literal["equivalent", "narrower", "wider", "inside", "around", "apart"]
Part = tuple[frozenset[str], ...]
"""Words, each with its readings under the letters in front of it."""


def fit(left: str, right: str) -> Fit | None:
    """How two descriptions fit: from left to right, or ``None`` where their words do not tell.

    >>> fit("in Riverton", "Riverton, Ohio"), fit("the old school", "a school"), fit("a school", "a hospital")
    ('equivalent', 'narrower', None)
    >>> fit("a school in Riverton", "in Riverton"), fit("a school in Riverton", "a school in Oakdale")
    ('inside', 'apart')
    """
    one, other = _described(left), _described(right)
    if one is None or other is None:
        return None
    if any(_same(part, other.place) for part in one.rest):
        return "inside"
    if any(_same(part, one.place) for part in other.rest):
        return "around"
    return _by_words(one, other) if _rests_fit(one.rest, other.rest) else "apart"


def _by_words(one: _Description, other: _Description) -> Fit | None:
    if _same(one.place, other.place) or _same_words(one, other):
        return "equivalent"
    if _stands_for(other, one):
        return "narrower"
    if _stands_for(one, other):
        return "wider"
    if not one.head & other.head:
        return None
    if _within(other.place, one.place):
        return "narrower"
    return "wider" if _within(one.place, other.place) else None


def bare(text: str) -> str | None:
    """What comes first in a description, without its small words; ``None`` for several places joined.

    >>> bare("in the old Riverton, Ohio"), bare("between Riverton and Oakdale")
    ('old Riverton', None)
    """
    described = _described(text)
    return described.printed if described else None


def lies_elsewhere(text: str) -> bool:
    """Whether words name what lies outside of the place that they tell of it.

    >>> lies_elsewhere("the embassy of Norway"), lies_elsewhere("a house near Oslo"), lies_elsewhere("near Oslo")
    (True, True, False)
    """
    language, listed = detect(text), words(text)
    if language not in known():
        return False
    small = _small(str(language))
    return any(word.text in small.besides for word in listed[1:]) or any(
        stem.text in small.elsewhere for word in listed for stem in stems(word.text, str(language))
    )


def may_stand_for(text: str, kind: str) -> bool:
    """Whether words name no place but the kind of one ("the country"), so that they may stand for any of it.

    >>> may_stand_for("the country", "country"), may_stand_for("the northern country", "country")
    (True, False)
    """
    described = _described(text)
    if kind not in _GENERIC or described is None or described.rest or len(described.place) != 1:
        return False
    return bool(described.place[0] & _generic(str(detect(text)), kind))


_GENERIC = ("country", "city")


@cache
def _generic(language: str, kind: str) -> frozenset[str]:
    listed = load(language).table("places").get(f"generic_{kind}", ())
    return frozenset(word.text for item in listed for word in words(item))


def parts_of(word: str, language: str) -> frozenset[str]:
    """What part of a place a word tells, in words of no language.

    >>> sorted(parts_of("northern", "en")), sorted(parts_of("בדרום", "he"))
    (['north'], ['south'])
    """
    table = _parts(language)
    return frozenset(table[stem.text] for stem in stems(word, language) if stem.text in table)


def says_nothing(listed: Sequence[Word], at: int, language: str) -> bool:
    """Whether a word of a description tells neither a place nor a part of one ("the", "of", "city" in "city of").

    >>> [says_nothing(words("in the city of Oslo"), at, "en") for at in range(5)]
    [True, True, True, True, False]
    """
    small = _small(language)
    return listed[at].text in small.relators | small.determiners or _heads(listed, at, small)


@cache
def _parts(language: str) -> dict[str, str]:
    told = load(language).table("places").get("parts", {})
    return {word.text: part for part, items in told.items() for item in items for word in words(item)}


@dataclass(frozen=True, slots=True)
class _Description:
    place: Part
    rest: tuple[Part, ...]
    head: frozenset[str]
    """The word that says what sort of place it is: the last one in English, the first in Hebrew and Arabic."""
    printed: str
    """The place as it is printed."""
    language: str


@remembers
@lru_cache(maxsize=8192)
def _described(text: str) -> _Description | None:
    language = detect(text)
    if language not in known():
        return None
    small = _small(str(language))
    parts = _cut(text, small)
    if not parts:
        return None
    printed = " ".join(text[word.start : word.end] for word in parts[0])
    told = [tuple(_readings(word.text, str(language)) for word in part) for part in parts]
    head = told[0][0 if _head_first(str(language)) else -1]
    return _Description(told[0], tuple(told[1:]), head, printed, str(language))


def _cut(text: str, small: _Small) -> list[list[Word]]:
    """The words of a description without its small ones, part by part; nothing for several places joined."""
    parts, last, listed, by_relator = list[list[Word]](), 0, words(text), False
    for at, word in enumerate(listed):
        if word.text in small.joining | small.between:
            if any(parts) and (word.text in small.between or (by_relator and len(parts) > 1)):
                break  # what it lies between, or beside
            return []
        if _heads(listed, at, small) and not any(parts):
            continue
        relator, comma, last = word.text in small.relators, _comma(text, last, word), word.end
        by_relator = relator or (by_relator and not comma)
        if relator or comma or not parts:
            parts.append([])
        if word.text not in small.relators | small.determiners:
            parts[-1].append(word)
    return [part for part in parts if part]


def _comma(text: str, last: int, word: Word) -> bool:
    return not {",", "،"}.isdisjoint(text[last : word.start])


def _heads(listed: Sequence[Word], at: int, small: _Small) -> bool:
    """Whether a word is no more than the sort of the place named behind it ("the city of Riverton", "مدينة ...")."""
    if listed[at].text not in small.heads or at + 1 == len(listed):
        return False
    after = listed[at + 1].text
    return after in small.possessors if small.possessors else after not in small.relators


@dataclass(frozen=True, slots=True)
class _Small:
    relators: frozenset[str]
    determiners: frozenset[str]
    joining: frozenset[str]
    between: frozenset[str]
    heads: frozenset[str]
    possessors: frozenset[str]
    besides: frozenset[str]
    elsewhere: frozenset[str]


@cache
def _small(language: str) -> _Small:
    table = load(language).table("places")
    lists = ({word.text for item in table.get(key, ()) for word in words(item)} for key in _LISTS)
    return _Small(*map(frozenset, lists))


@cache
def _head_first(language: str) -> bool:
    return bool(load(language).table("places").get("head_first"))


_LISTS = ("relators", "determiners", "joining", "between", "heads", "possessors", "besides", "elsewhere")


@cache
def _alike_words(language: str) -> dict[str, str]:
    """Words for one sort of place ("jail", "prison"), by word."""
    told = load(language).table("places").get("alike", {})
    return {word.text: sort for sort, items in told.items() for item in items for word in words(item)}


def _readings(word: str, language: str) -> frozenset[str]:
    """The word under its proclitics and without an ending of several, and the code of the place that it names."""
    found = {stem.text for stem in stems(word, language)}
    endings = load(language).table("places").get("plural_endings", ())
    found |= {w.removesuffix(ending) for w in found for ending in endings if len(w) > len(ending) + 2}
    entry, alike = lookup(word, language), _alike_words(language)
    return frozenset(found | {alike[w] for w in found if w in alike} | ({entry.code} if entry else set()))


def _same(one: Part, other: Part) -> bool:
    return len(one) == len(other) and all(a & b for a, b in zip(one, other, strict=True))


def _stands_for(general: _Description, special: _Description) -> bool:
    """Whether one is no more than a general word for the sort of the other ("the building", "a school in Riverton")."""
    if general.rest or len(general.place) != 1 or lookup(special.printed):
        return False
    return any(
        general.head & names and special.head & sorts for names, sorts in _general_words(general.language)
    )


@cache
def _general_words(language: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """General words for places, each with the sorts of places that they may stand for."""
    told = load(language).table("places").get("general", {}).values()
    lists = [
        [frozenset(w.text for item in group[key] for w in words(item)) for key in ("words", "of")]
        for group in told
    ]
    return tuple((names, sorts) for names, sorts in lists)


def _same_words(one: _Description, other: _Description) -> bool:
    """Whether two descriptions of one sort are the same words in another order ("a Riverton school")."""
    mine, others = ([w for part in (d.place, *d.rest) for w in part] for d in (one, other))
    covered = all(any(a & b for b in others) for a in mine) and all(any(a & b for a in mine) for b in others)
    return bool(one.head & other.head) and len(mine) == len(others) and covered


def _within(few: Part, many: Part) -> bool:
    """Whether every word of one stands in the other."""
    return len(few) < len(many) and all(any(a & b for b in many) for a in few)


def _rests_fit(one: Sequence[Part], other: Sequence[Part]) -> bool:
    """Whether what two places lie in is told of one only, or has a word in common, perhaps cut short ("Calif.")."""
    pairs = [(p, q) for p in one for q in other]
    return (
        not one or not other or any(_parts_fit(p, q) or _initials(p, q) or _initials(q, p) for p, q in pairs)
    )


def _parts_fit(one: Part, other: Part) -> bool:
    return any(_alike(a, b) for a in one for b in other)


def _initials(short: Part, long: Part) -> bool:
    """Whether one word is the first letters of several ("N.J.", "New Jersey")."""
    letters = {word.replace(".", "") for word in short[0]} if len(short) == 1 < len(long) else set[str]()
    return any(
        len(word) == len(long) and all(a in {b[0] for b in read} for a, read in zip(word, long, strict=True))
        for word in letters
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(
        min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)) for a in one for b in other
    )
