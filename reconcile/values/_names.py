"""Whether two printed names can be one person's, across scripts: a verdict with its reasons.

Words are aligned so that as much likeness as possible is found; the least alike pair counts as much as all
together, so that a shared surname does not hide another given name. **Omission costs little, contradiction
vetoes**: a missing middle name leaves the names the same, a surname alone is *compatible* and never *same*.
The bounds below were read from the calibration that ``tests/benchmarks/names.py`` prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from reconcile.values._names_faces import (
    SHORT,
    WORD_FITS,
    Aligned,
    Face,
    Pair,
    face_of,
    other_faces,
    other_gender,
)
from reconcile.values._names_keys import block_keys, may_begin_alike, screen
from reconcile.values._names_letters import begin_alike, script_of, spell
from reconcile.values._names_tokens import Name, parse

__all__ = ["Aligned", "NameMatch", "block_keys", "match", "match_many"]


Verdict = Literal["same", "compatible", "different", "unknown"]

#: At or above this score two names are the same.
SAME = 0.30

#: A pair of words at or below this likeness is a contradiction.
WORD_CONTRADICTS = 0.05

#: Below this likeness a pair of words leaves two names in doubt, however well the others fit.
_DOUBTFUL = 0.1

#: ... and below this one two given names that do not begin with letters of one sound ("Kevin", "Devin").
_OTHER_BEGINNING = 0.65

#: A name written otherwise must fit at least as well as this to be looked at.
_WRITTEN_OTHERWISE = 0.25

#: Words in another order than the other name's must fit at least as well as this.
_TURNED = 0.6


class NameMatch(NamedTuple):
    """What a comparison of two names found, and by which rule."""

    verdict: Verdict
    score: float
    rule: str
    face: Face | None = None

    @property
    def aligned(self) -> tuple[Aligned, ...]:
        """The words that face each other."""
        return self.face.aligned if self.face else ()

    @property
    def extras(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The words of the left and of the right name that face nothing."""
        return (self.face.free_left, self.face.free_right) if self.face else ((), ())


@lru_cache(maxsize=1 << 16)
def match(a: str, b: str) -> NameMatch:
    """Whether two names can be one person's.

    >>> match("Karim Haddad", "كريم الحداد").verdict, match("Haddad", "كريم الحداد").verdict
    ('same', 'compatible')
    >>> match("Karim Haddad", "סלים חדאד").verdict
    'different'
    """
    return _match(parse(a), parse(b))


def match_many(names: Sequence[str]) -> Iterator[tuple[int, int, NameMatch]]:
    """Every pair of many names that is not ``different``, by their places; what shares no key is not looked at.

    Nothing is remembered of the pairs, so a block may hold as many names as memory holds.

    >>> [(i, j, m.verdict) for i, j, m in match_many(["Karim Haddad", "Haddad", "כרים חדאד", "Tomas Miller"])]
    [(0, 1, 'compatible'), (0, 2, 'same'), (1, 2, 'compatible')]
    """
    parsed = [parse(name) for name in names]
    for i, j in screen(names):
        found = _match(parsed[i], parsed[j])
        if found.verdict != "different":
            yield i, j, found


def _match(left: Name, right: Name) -> NameMatch:
    if not left.core or not right.core:
        return NameMatch("unknown", 0.0, left.flaw or right.flaw or "no word of a name")
    face = face_of(left, right)
    may_differ = left.otherwise or right.otherwise or len(left.core) != len(right.core)
    if may_differ and face.least.likeness < WORD_FITS:
        fitting = [other for other in other_faces(left, right) if other.least.likeness >= _WRITTEN_OTHERWISE]
        face = max((face, *fitting), key=lambda other: other.score)
    verdict, rule = _verdict(face)
    if verdict == "different" and (left.is_rough or right.is_rough):
        verdict, rule = "unknown", f"signs that are read in several ways: {rule}"
    return NameMatch(verdict, round(face.score, 4), rule, face)


def _verdict(face: Face) -> tuple[Verdict, str]:
    apart = _contradiction(face)
    if apart:
        return "different", apart
    least = face.least
    if len(face.pairs) == 1:
        return _part(face, least)
    if face.score >= SAME:
        return _whole(face)
    if _is_part(least):
        return "compatible", f"a part of the name: {face.words(least)}"
    return "unknown", f"{face.words(least)} are neither alike nor unlike enough"


def _contradiction(face: Face) -> str | None:
    """What one of the names says that the other denies."""
    left, right = face.left, face.right
    if left.number and right.number and left.number != right.number:
        return f"number {left.number} is not {right.number}"
    if left.generation and right.generation and left.generation != right.generation:
        return f"{left.generation} is not {right.generation}"
    least = face.least
    if least.likeness <= WORD_CONTRADICTS:
        return f"{face.words(least)} are two names"
    fits = not (face.left.initials or face.right.initials) or _initials_fit(face)
    return None if fits else "an initial does not fit"


def _whole(face: Face) -> tuple[Verdict, str]:
    """Every word of the shorter name agrees: the same, unless what is left out could tell two persons apart."""
    if (face.left.number, face.left.generation) != (face.right.number, face.right.generation):
        return "compatible", "the same name, one of them without its number"
    if not any(pair.left == pair.right == 0 for pair in face.pairs):
        if not _is_turned(face):
            return "compatible", "the given name of one stands not in the other"
        if any(pair.short or pair.likeness < _TURNED for pair in face.pairs):
            return "unknown", "words in another order that do not fit well"
    doubt = _doubt(face)
    if doubt:
        return "unknown", doubt
    short = next((pair for pair in face.pairs if pair.short), None)
    if short:
        return "compatible", f"{face.words(short)}: one is short for the other"
    return "same", f"{len(face.pairs)} words agree"


def _doubt(face: Face) -> str | None:
    """A pair of words that may be two names, however well the others fit."""
    unlike = next((pair for pair in face.pairs if _is_doubtful(face, pair)), None)
    if unlike:
        return f"{face.words(unlike)} are neither alike nor unlike enough"
    first = next((pair for pair in face.pairs if pair.left == pair.right == 0), None)
    if first and other_gender(face.left.core[0], face.right.core[0]):
        return f"{face.words(first)} may be a man's name and a woman's"
    return None


def _is_turned(face: Face) -> bool:
    """Whether both names begin with words that the other holds elsewhere ("Haddad, Karim")."""
    return any(pair.left == 0 for pair in face.pairs) and any(pair.right == 0 for pair in face.pairs)


def _is_doubtful(face: Face, pair: Pair) -> bool:
    """In one script one name has few spellings: there a word must fit by itself; given names that begin with
    another sound must fit better too.
    """
    left, right = face.left.core[pair.left], face.right.core[pair.right]
    if left.script == right.script:
        bound = WORD_FITS
    else:
        given = pair.left == pair.right == 0 and pair.likeness < _OTHER_BEGINNING
        bound = _OTHER_BEGINNING if given and not may_begin_alike(left, right) else _DOUBTFUL
    return pair.likeness < bound and not pair.short


def _is_part(least: Pair) -> bool:
    """Whether all words fit, and only what is missing or shortened keeps the score low."""
    return least.likeness >= min(WORD_FITS, SHORT)


def _part(face: Face, only: Pair) -> tuple[Verdict, str]:
    """One word against one or more: never enough to be the same, unless it bears a number or initials ("Louis XIV")."""
    words = face.words(only)
    if (face.left.number is None) != (face.right.number is None):
        return "unknown", "a name with a number against one without"
    if only.likeness < WORD_FITS and not only.short:
        return "unknown", f"{words} are neither alike nor unlike enough"
    if len(face.left.core) == len(face.right.core):
        if face.left.number and not only.short:
            return "same", f"one word and one number on both sides: {words}"
        if _are_initials_alike(face.left.initials, face.right.initials):
            return "same", f"one word and the same initials on both sides: {words}"
        return "compatible", f"one word on both sides: {words}"
    return "compatible", f"a part of the name: {words}"


def _initials_fit(face: Face) -> bool:
    """Whether every initial of one side can open a word of the other that faces nothing."""
    return _open(face.left.initials, face.free_right, face.right.initials) and _open(
        face.right.initials, face.free_left, face.left.initials
    )


def _are_initials_alike(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two or more initials are the same on both sides ("J. D. Carter")."""
    return len(left) == len(right) > 1 and all(map(_first_alike, left, right))


def _open(initials: Sequence[str], words: Sequence[str], others: Sequence[str]) -> bool:
    if not initials or not (words or others):
        return True
    return any(_first_alike(initial, word) for initial in initials for word in (*words, *others))


def _first_alike(initial: str, word: str) -> bool:
    one, other = script_of(initial), script_of(word)
    return (
        initial[0] == word[0]
        or one is None
        or other is None
        or begin_alike(spell(initial, one), spell(word, other))
    )
