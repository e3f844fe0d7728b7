"""Words of a text with their places, and what is left of them without the letters in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from reconcile.languages import fold, load

__all__ = ["MARK", "Stem", "Word", "stems", "without_possessive", "words"]


_MARKS = "\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u200e\u200f\u202a-\u202e\u2066-\u2069"

_WORD = re.compile(rf"(?:[a-z]\.){{2,}}|[^\W_][\w{_MARKS}]*(?:[\"'][\w{_MARKS}]+)*'?")

MARK = re.compile(f"[{_MARKS}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place, and its folded letters without marks."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """The words of a text, folded and without vowel points, with their places in the text as printed.

    >>> [word.text for word in words('נשיא ארה"ב, U.S. envoy')]
    ['נשיא', 'ארה"ב', 'u.s.', 'envoy']
    """
    return [Word(m.start(), m.end(), MARK.sub("", m.group())) for m in _WORD.finditer(fold(text))]


@dataclass(frozen=True, slots=True)
class Stem:
    """A word without the letters in front of it that are words of their own."""

    skip: int
    text: str
    taken: str


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> tuple[Stem, ...]:
    """The readings of a word under its proclitics, the whole word first.

    >>> [stem.text for stem in stems("ובישראל", "he")]
    ['ובישראל', 'בישראל', 'ישראל']
    >>> "السعوديه" in {stem.text for stem in stems("للسعوديه", "ar")}
    True
    """
    found = [Stem(0, word, ""), *_strip(word, 0, "", _proclitics(language))]
    found += [Stem(s.skip, cut, s.taken) for s in found if (cut := without_possessive(s.text)) != s.text]
    return tuple(sorted(found, key=lambda s: (s.skip, -len(s.text))))


@cache
def _proclitics(language: str) -> tuple[str, ...]:
    return tuple(load(language).table("places").get("proclitics", ()))


def _strip(word: str, skip: int, taken: str, proclitics: Sequence[str]) -> Iterator[Stem]:
    for index, letters in enumerate(proclitics):
        if not word.startswith(letters) or len(word) <= len(letters) + 1:
            continue
        rest, cut = word[len(letters) :], len(letters)
        if rest[0] in "\"'-" and len(rest) > 2:
            rest, cut = rest[1:], cut + 1
        yield Stem(skip + cut, rest, taken + letters)
        if letters == "ل" and rest.startswith("ل"):
            yield Stem(skip + cut, "ال" + rest[1:], taken + letters)
        if rest.startswith("וו"):  # a first "ו" is doubled behind another letter
            yield Stem(skip + cut + 1, rest[1:], taken + letters)
        yield from _strip(rest, skip + cut, taken + letters, proclitics[index + 1 :])


def without_possessive(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word[:-1] if word.endswith("s'") else word
