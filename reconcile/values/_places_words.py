"""What the words of two places say that no gazetteer holds: "his home in Riverton", "in Riverton, Ohio", "the school".

A description is cut at its small words (``relators`` of ``places.toml``) and commas: what comes first is the place,
the rest tells where it lies. Two descriptions are one when their first parts are and the rests do not speak of two
places; fewer words before the same last one are the wider description. Two places joined by "and" are not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reconcile.languages import detect, known, load
from reconcile.values._gazetteer import lookup, remembers, stems, words

__all__ = ["fit", "may_stand_for", "parts_of", "says_nothing"]

Fit = Literal["equivalent", "narrower", "wider"]
Part = tuple[frozenset[str], ...]
"""Words, each with its readings under the letters in front of it."""


def fit(left: str, right: str) -> Fit | None:
    """How two descriptions fit: from left to right, or ``None`` where their words do not tell.

    >>> fit("in Riverton", "Riverton, Ohio"), fit("the old school", "a school"), fit("a school", "a hospital")
    ('equivalent', 'narrower', None)
    """
    one, other = _described(left), _described(right)
    if one is None or other is None or not _rests_fit(one.rest, other.rest):
        return None
    if _same(one.place, other.place):
        return "equivalent"
    if not one.place[-1] & other.place[-1]:
        return None
    if _within(other.place, one.place):
        return "narrower"
    return "wider" if _within(one.place, other.place) else None


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


def says_nothing(word: str, language: str) -> bool:
    """Whether a word tells neither a place nor a part of one ("the", "of")."""
    small = _small(language)
    return word in small.relators | small.determiners


@cache
def _parts(language: str) -> dict[str, str]:
    told = load(language).table("places").get("parts", {})
    return {word.text: part for part, items in told.items() for item in items for word in words(item)}


@dataclass(frozen=True, slots=True)
class _Description:
    place: Part
    rest: tuple[Part, ...]


@remembers
@lru_cache(maxsize=8192)
def _described(text: str) -> _Description | None:
    language = detect(text)
    if language not in known():
        return None
    small, parts, last = _small(str(language)), list[list[frozenset[str]]](), 0
    for word in words(text):
        if word.text in small.joining:
            if len(parts) < 2:
                return None
            break
        cut = word.text in small.relators or "," in text[last : word.start] or "،" in text[last : word.start]
        last = word.end
        if cut or not parts:
            parts.append([])
        if word.text not in small.relators | small.determiners:
            parts[-1].append(_readings(word.text, str(language)))
    told = [tuple(part) for part in parts if part]
    return _Description(told[0], tuple(told[1:])) if told else None


@dataclass(frozen=True, slots=True)
class _Small:
    relators: frozenset[str]
    determiners: frozenset[str]
    joining: frozenset[str]


@cache
def _small(language: str) -> _Small:
    table = load(language).table("places")
    lists = ({word.text for item in table.get(key, ()) for word in words(item)} for key in _LISTS)
    return _Small(*map(frozenset, lists))


_LISTS = ("relators", "determiners", "joining")


def _readings(word: str, language: str) -> frozenset[str]:
    """The word under its proclitics and without an ending of several, and the code of the place that it names."""
    found = {stem.text for stem in stems(word, language)}
    endings = load(language).table("places").get("plural_endings", ())
    found |= {w.removesuffix(ending) for w in found for ending in endings if len(w) > len(ending) + 2}
    entry = lookup(word, language)
    return frozenset(found | ({entry.code} if entry else set()))


def _same(one: Part, other: Part) -> bool:
    return len(one) == len(other) and all(a & b for a, b in zip(one, other, strict=True))


def _within(few: Part, many: Part) -> bool:
    """Whether every word of one stands in the other."""
    return len(few) < len(many) and all(any(a & b for b in many) for a in few)


def _rests_fit(one: Sequence[Part], other: Sequence[Part]) -> bool:
    """Whether what two places lie in is told of one only, or has a word in common, perhaps cut short ("Calif.")."""
    return not one or not other or any(_alike(a, b) for p in one for q in other for a in p for b in q)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(
        min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a)) for a in one for b in other
    )
