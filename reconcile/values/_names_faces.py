"""The words of two names face to face: which with which, how alike, and one score for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise, permutations
from typing import NamedTuple

from reconcile.values._names_letters import Spelling, begin_alike, likeness, opening
from reconcile.values._names_small import scripts_of
from reconcile.values._names_tokens import (
    Name,
    Token,
    ends_in_consonant,
    joined,
    without_feminine_ending,
)

__all__ = [
    "SHORT",
    "WORD_FITS",
    "Aligned",
    "Face",
    "Pair",
    "face_of",
    "other_faces",
    "other_gender",
]


#: A pair of words at or above this likeness is one word in two spellings.
WORD_FITS = 0.42

#: Two words at or above this likeness and at one place of names of two words leave no other way to face.
_SURE = 0.75

#: The likeness of a short form to its full name.
SHORT = 0.35

#: How many letters a short form that opens the full name leaves out at least.
_CUT = 2

#: How alike the letters of a short form's full form, or of its beginning, must be.
_FULL = 0.75

#: Of words that the lexicon lists as one given name at least, as two at most; of a swap of two letters.
_LISTED = 0.8

_LISTED_APART = 0.08

_SWAPPED = 0.7

#: Words of two scripts at or above this likeness sound alike, whatever names the lexicon lists them as.
_ONE_SOUND = 0.65

#: The share of the least alike pair in the score.
_LEAST = 0.5

#: What a word costs that faces nothing: at the front, in the middle, at the end.
_FRONT = 0.25

_MIDDLE = 0.06

_END = 0.12

#: What is left of the score of a single word against several.
_ALONE = 0.4

#: What another number costs, a missing one, and an initial.
_OTHER_NUMBER = 0.9

_NUMBER_MISSING = 0.15

_INITIAL = 0.15

#: By how many letters two written together may differ in length from the word they face.
_SPARE = 3

#: Names of more words than this are aligned greedily.
_EXACT = 4


class Pair(NamedTuple):
    """Two words that face each other, by their places; ``short`` if one is a short form of the other."""

    likeness: float
    left: int
    right: int
    short: bool = False


class Aligned(NamedTuple):
    """Two words that face each other, and how alike they are (1 at most, 0 by chance)."""

    left: str
    right: str
    likeness: float


class Face(NamedTuple):
    """Two names with their words face to face."""

    left: Name
    right: Name
    pairs: Sequence[Pair]
    least: Pair
    """The pair that fits worst."""
    score: float

    @property
    def aligned(self) -> tuple[Aligned, ...]:
        return tuple(
            Aligned(self.left.core[p.left].text, self.right.core[p.right].text, round(p.likeness, 3))
            for p in self.pairs
        )

    @property
    def free_left(self) -> tuple[str, ...]:
        used = {pair.left for pair in self.pairs}
        return tuple(token.text for place, token in enumerate(self.left.core) if place not in used)

    @property
    def free_right(self) -> tuple[str, ...]:
        used = {pair.right for pair in self.pairs}
        return tuple(token.text for place, token in enumerate(self.right.core) if place not in used)

    def words(self, pair: Pair) -> str:
        return f"{self.left.core[pair.left].text!r} and {self.right.core[pair.right].text!r}"


def face_of(left: Name, right: Name) -> Face:
    pairs = _align(left.core, right.core)
    least = min(pairs)
    if least.likeness < WORD_FITS and len(left.core) + len(right.core) > 2:
        pairs = [_as_short_form(left, right, pair) for pair in pairs]
        least = min(pairs)
    return Face(left, right, pairs, least, _score(left, right, pairs, least))


def other_faces(left: Name, right: Name) -> Iterator[Face]:
    """The names again with other words that carry one of them, or with two neighbours written together."""
    for core in left.otherwise:
        yield face_of(left._replace(core=core), right)
    for core in right.otherwise:
        yield face_of(left, right._replace(core=core))
    if len(left.core) != len(right.core):
        yield from _with_joined_neighbours(left, right)


def _with_joined_neighbours(left: Name, right: Name) -> Iterator[Face]:
    longer, shorter = (left, right) if len(left.core) > len(right.core) else (right, left)
    for place, (one, other) in enumerate(pairwise(longer.core)):
        if one.script == other.script and any(_may_hold(word, one, other) for word in shorter.core):
            core = (*longer.core[:place], joined(one, other), *longer.core[place + 2 :])
            again = longer._replace(core=core)
            yield face_of(again, right) if longer is left else face_of(left, again)


def _may_hold(word: Token, one: Token, other: Token) -> bool:
    """Whether a word is about as long as two written together and begins like the first of them."""
    if abs(word.length - one.length - other.length) > _SPARE:
        return False
    return _begin_alike(word, one)


def _begin_alike(left: Token, right: Token) -> bool:
    if len(left.readings) == len(right.readings) == 1:
        return begin_alike(left.readings[0], right.readings[0])
    return any(begin_alike(a, b) for a in left.readings for b in right.readings)


@lru_cache(maxsize=1 << 18)
def _alike(left: Token, right: Token) -> float:
    """How alike two words are: by the lexicon of given names, else by letters, in the best readings."""
    if left.text == right.text:
        return 1.0
    if len(left.readings) == len(right.readings) == 1:
        alike = likeness(left.readings[0], right.readings[0])
    else:
        alike = max([likeness(a, b) for a in left.readings for b in right.readings])
    if left.listed and right.listed:
        return _by_lexicon(left, right, alike)
    if left.script == right.script and _is_swap(left.text, right.text):
        return max(alike, _SWAPPED)
    return alike


def _by_lexicon(left: Token, right: Token, alike: float) -> float:
    """How alike two given names are of which it is known what names they are."""
    if left.listed & right.listed:
        return max(alike, _LISTED)
    if left.script == right.script or (alike < _ONE_SOUND and _both_ways(left, right)):
        return min(alike, _LISTED_APART)
    return alike


def _both_ways(left: Token, right: Token) -> bool:
    """Whether every name that one is listed as has spellings in the other's script, so that they would show."""
    return all(right.script in scripts_of(name) for name in left.listed) and all(
        left.script in scripts_of(name) for name in right.listed
    )


def other_gender(left: Token, right: Token) -> bool:
    """Whether two given names differ by no more than an ending that makes another name ("Amir", "Amira")."""
    if left.text == right.text or left.listed & right.listed:
        return False
    return _is_feminine(left, right) or _is_feminine(right, left)


def _is_feminine(long: Token, short: Token) -> bool:
    stem = without_feminine_ending(long) if ends_in_consonant(short) else None
    if stem is None:
        return False
    if long.script == short.script:
        return likeness(stem, short.readings[0]) == 1 or long.text.startswith(short.text)
    return _SURE < likeness(stem, short.readings[0]) > _alike(long, short)


def _is_swap(one: str, other: str) -> bool:
    """Whether two neighbouring letters changed places and nothing else ("Jamie", "Jaime")."""
    apart = [place for place in range(min(len(one), len(other))) if one[place] != other[place]]
    if len(one) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1 or apart[0] == 0:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _align(left: Sequence[Token], right: Sequence[Token]) -> Sequence[Pair]:
    """Each word of the shorter name with one of the longer, so that most likeness is found."""
    if len(left) > len(right):
        return [Pair(pair.likeness, pair.right, pair.left) for pair in _align(right, left)]
    if len(left) == len(right):
        straight = list(map(_alike, left, right))
        if min(straight) >= WORD_FITS or (len(left) == 2 and not _may_turn(left, right, max(straight))):
            return [Pair(alike, at, at) for at, alike in enumerate(straight)]
    alike = [[_alike(a, b) for b in right] for a in left]
    if len(right) > _EXACT:
        return _greedy(alike)
    value = [
        [likely * (min(a.length, b.length) + 1) for likely, b in zip(row, right, strict=True)]
        for row, a in zip(alike, left, strict=True)
    ]
    best = max(_ways(len(left), len(right)), key=lambda way: sum(map(list.__getitem__, value, way)))
    return [Pair(alike[i][j], i, j) for i, j in enumerate(best)]


def _may_turn(left: Sequence[Token], right: Sequence[Token], most: float) -> bool:
    """Whether two words may face each other the other way round."""
    return most < _SURE and (_begin_alike(left[0], right[1]) or _begin_alike(left[1], right[0]))


@cache
def _ways(few: int, many: int) -> Sequence[Sequence[int]]:
    """All ways to give each of a few words another one of many."""
    return list(permutations(range(many), few))


def _greedy(alike: Sequence[Sequence[float]]) -> Sequence[Pair]:
    found: list[Pair] = []
    cells = sorted(((s, i, j) for i, row in enumerate(alike) for j, s in enumerate(row)), reverse=True)
    for s, i, j in cells:
        if all(i != pair.left and j != pair.right for pair in found):
            found.append(Pair(s, i, j))
    return sorted(found, key=lambda pair: pair.left)


def _as_short_form(left: Name, right: Name, pair: Pair) -> Pair:
    """The pair with the likeness of a short form, where one word is that of the other; no surname is."""
    last = pair.left == len(left.core) - 1 and pair.right == len(right.core) - 1
    if last or pair.likeness >= WORD_FITS:
        return pair
    one, other = left.core[pair.left], right.core[pair.right]
    listed, unequal = one.fuller or other.fuller, abs(one.length - other.length) >= _CUT
    if (listed or unequal) and (_is_short(one, other) or _is_short(other, one)):
        return pair._replace(likeness=max(pair.likeness, SHORT), short=True)
    return pair


@lru_cache(maxsize=1 << 17)
def _is_short(short: Token, long: Token) -> bool:
    """Whether a word is listed as a short form of the other one or of what the other is short for ("Ed", "Eddie"),
    or opens it with three letters or more.
    """
    if short.fuller and any(
        likeness(form, b) > _FULL for form in short.fuller for b in (*long.readings, *long.fuller)
    ):
        return True
    return any(_opens(a, b) for a in short.readings for b in long.readings)


def _opens(short: Spelling, long: Spelling) -> bool:
    return 3 <= len(short.letters) <= len(long.letters) - _CUT and opening(short, long) > _FULL


def _score(left: Name, right: Name, pairs: Sequence[Pair], least: Pair) -> float:
    """One number: half the mean and half the least likeness, less what is missing where it matters."""
    likely = weights = 0.0
    for pair in pairs:
        weight = min(left.core[pair.left].length, right.core[pair.right].length) + 1
        likely += pair.likeness * weight
        weights += weight
    score = (1 - _LEAST) * likely / weights + _LEAST * least.likeness
    if len(left.core) != len(right.core):
        score -= _missing(left, right, pairs)
        if len(pairs) == 1 and score > 0:
            score *= _ALONE
    return score if left.is_bare and right.is_bare else score - _beside(left, right)


def _beside(left: Name, right: Name) -> float:
    """What numbers, generations and initials cost that differ or are missing."""
    cost = _INITIAL * bool(left.initials or right.initials)
    for one, other in ((left.number, right.number), (left.generation, right.generation)):
        if one != other:
            cost += _OTHER_NUMBER if one and other else _NUMBER_MISSING
    return cost


def _missing(left: Name, right: Name, pairs: Sequence[Pair]) -> float:
    """What the words cost that face nothing: most at the front, where the given name stands."""
    longer, other = (left, right) if len(left.core) > len(right.core) else (right, left)
    used = {pair.left if longer is left else pair.right for pair in pairs}
    free = [place for place in range(len(longer.core)) if place not in used]
    excused = len(other.initials) if other.initials else 0
    costs = sorted((_FRONT if p == 0 else _END if p == len(longer.core) - 1 else _MIDDLE) for p in free)
    return sum(costs[: len(costs) - excused] if excused < len(costs) else ())
