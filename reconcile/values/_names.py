"""Whether two printed names can be one person's, across scripts: a verdict with its reasons.

Words are aligned so that as much likeness as possible is found; the least alike pair counts as much as all
together, so that a shared surname does not hide another given name. **Omission costs little, contradiction
vetoes**: a missing middle name leaves the names the same, a surname alone is *compatible* and never *same*.
The bounds below were read from the calibration that ``tests/benchmarks/names.py`` prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, permutations
from typing import Literal

from reconcile.values._names_letters import Letters, likeness, may_open, script_of, spell
from reconcile.values._names_tokens import Name, Token, joined, parse

__all__ = ["Aligned", "NameMatch", "block_keys", "match"]

Verdict = Literal["same", "compatible", "different", "unknown"]

SAME, DIFFERENT = 0.30, 0.05
"""At or above the one, names are the same; a pair of words at or below the other is a contradiction."""
WORD_FITS, WORD_CONTRADICTS = 0.42, 0.05
_LEAST, _FRONT, _MIDDLE, _END, _ALONE = 0.5, 0.25, 0.06, 0.12, 0.4
_OTHER_NUMBER, _NUMBER_MISSING, _INITIAL, _SWAPPED = 0.9, 0.15, 0.15, 0.7
_SHORT, _FULL = 0.35, 0.75
_LISTED, _LISTED_APART, _TURNED = 0.8, 0.2, 0.6
_SPARE = 3
_EXACT = 4


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two words that face each other, and how alike they are (1 at most, 0 by chance)."""

    left: str
    right: str
    likeness: float


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What a comparison of two names found, and by which rule."""

    verdict: Verdict
    score: float
    aligned: tuple[Aligned, ...]
    extras: tuple[tuple[str, ...], tuple[str, ...]]
    rule: str


@lru_cache(maxsize=1 << 16)
def match(a: str, b: str) -> NameMatch:
    """Whether two names can be one person's.

    >>> match("Karim Haddad", "كريم الحداد").verdict, match("Haddad", "كريم الحداد").verdict
    ('same', 'compatible')
    >>> match("Karim Haddad", "סלים חדאד").verdict
    'different'
    """
    left, right = parse(a), parse(b)
    if not left.core or not right.core:
        return NameMatch("unknown", 0.0, (), ((), ()), "no word of a name")
    face = _face(left, right)
    if len(left.core) != len(right.core) and any(pair.likeness < WORD_FITS for pair in face.pairs):
        face = max((face, *_with_joined_words(left, right)), key=lambda other: other.score)
    verdict, rule = _verdict(face)
    return NameMatch(verdict, round(face.score, 4), _aligned(face), (face.free_left, face.free_right), rule)


# --------------------------------------------------------------------------------------------------
# Words face to face
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words that face each other, by their places; ``short`` if one is a short form of the other."""

    likeness: float
    left: int
    right: int
    short: bool = False


@dataclass(frozen=True, slots=True)
class _Face:
    """Two names with their words face to face."""

    left: Name
    right: Name
    pairs: Sequence[_Pair]
    score: float

    @property
    def free_left(self) -> tuple[str, ...]:
        used = {pair.left for pair in self.pairs}
        return tuple(token.text for place, token in enumerate(self.left.core) if place not in used)

    @property
    def free_right(self) -> tuple[str, ...]:
        used = {pair.right for pair in self.pairs}
        return tuple(token.text for place, token in enumerate(self.right.core) if place not in used)

    def words(self, pair: _Pair) -> str:
        return f"{self.left.core[pair.left].text!r} and {self.right.core[pair.right].text!r}"


def _aligned(face: _Face) -> tuple[Aligned, ...]:
    return tuple(
        Aligned(face.left.core[p.left].text, face.right.core[p.right].text, round(p.likeness, 3))
        for p in face.pairs
    )


def _face(left: Name, right: Name) -> _Face:
    pairs = _align(left.core, right.core)
    pairs = [_as_short_form(left, right, pair) for pair in pairs]
    return _Face(left, right, pairs, _score(left, right, pairs))


def _with_joined_words(left: Name, right: Name) -> Iterator[_Face]:
    """The names again with two neighbours of the longer one written together."""
    longer, shorter = (left, right) if len(left.core) > len(right.core) else (right, left)
    lengths = [len(token.readings[0]) for token in shorter.core]
    for place, (one, other) in enumerate(pairwise(longer.core)):
        together = len(one.readings[0]) + len(other.readings[0])
        if one.script == other.script and any(abs(length - together) <= _SPARE for length in lengths):
            core = (*longer.core[:place], joined(one, other), *longer.core[place + 2 :])
            again = replace(longer, core=core)
            yield _face(again, right) if longer is left else _face(left, again)


def _alike(left: Token, right: Token) -> float:
    """How alike two words are: by the lexicon of given names, else by letters, in the best readings."""
    if left.text == right.text:
        return 1.0
    alike = max(likeness(a, left.script, b, right.script) for a in left.readings for b in right.readings)
    if left.listed & right.listed:
        return max(alike, _LISTED)
    if left.script != right.script:
        return alike
    if left.listed and right.listed:
        return min(alike, _LISTED_APART)
    return max(alike, _SWAPPED) if _is_swap(left.text, right.text) else alike


def _is_swap(one: str, other: str) -> bool:
    """Whether two neighbouring letters changed places and nothing else ("Jamie", "Jaime")."""
    apart = [place for place in range(min(len(one), len(other))) if one[place] != other[place]]
    if len(one) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1 or apart[0] == 0:
        return False
    return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _align(left: Sequence[Token], right: Sequence[Token]) -> Sequence[_Pair]:
    """Each word of the shorter name with one of the longer, so that most likeness is found."""
    if len(left) > len(right):
        return [_Pair(pair.likeness, pair.right, pair.left) for pair in _align(right, left)]
    straight = [
        _Pair(_alike(a, b), place, place) for place, (a, b) in enumerate(zip(left, right, strict=False))
    ]
    if len(left) == len(right) and all(pair.likeness >= WORD_FITS for pair in straight):
        return straight
    alike = [[_alike(a, b) for b in right] for a in left]
    if len(right) > _EXACT:
        return _greedy(alike)
    weigh = [[_weight(a, b) for b in right] for a in left]
    ways = permutations(range(len(right)), len(left))
    best = max(ways, key=lambda way: sum(alike[i][j] * weigh[i][j] for i, j in enumerate(way)))
    return [_Pair(alike[i][j], i, j) for i, j in enumerate(best)]


def _greedy(alike: Sequence[Sequence[float]]) -> Sequence[_Pair]:
    found: list[_Pair] = []
    cells = sorted(((s, i, j) for i, row in enumerate(alike) for j, s in enumerate(row)), reverse=True)
    for s, i, j in cells:
        if all(i != pair.left and j != pair.right for pair in found):
            found.append(_Pair(s, i, j))
    return sorted(found, key=lambda pair: pair.left)


def _as_short_form(left: Name, right: Name, pair: _Pair) -> _Pair:
    """The pair with the likeness of a short form, where one word is that of the other; no surname is."""
    last = pair.left == len(left.core) - 1 and pair.right == len(right.core) - 1
    if last or pair.likeness >= WORD_FITS:
        return pair
    one, other = left.core[pair.left], right.core[pair.right]
    if _is_short(one, other) or _is_short(other, one):
        return replace(pair, likeness=max(pair.likeness, _SHORT), short=True)
    return pair


def _is_short(short: Token, long: Token) -> bool:
    """Whether a word is listed as a short form of the other one, or opens it with three letters or more."""
    if any(
        likeness(form, short.script, b, long.script) > _FULL for form in short.fuller for b in long.readings
    ):
        return True
    return any(_opens(a, short.script, b, long.script) for a in short.readings for b in long.readings)


def _opens(short: Letters, short_script: str, long: Letters, long_script: str) -> bool:
    if len(short) < 3 or len(long) < len(short) + 2 or not may_open(short, short_script, long, long_script):
        return False
    ends = range(len(short) - 1, len(short) + 2)
    return any(likeness(short, short_script, long[:end], long_script) > _FULL for end in ends)


def _weight(left: Token, right: Token) -> int:
    return min(len(left.readings[0]), len(right.readings[0])) + 1


def _score(left: Name, right: Name, pairs: Sequence[_Pair]) -> float:
    """One number: half the mean and half the least likeness, less what is missing where it matters."""
    weights = [_weight(left.core[pair.left], right.core[pair.right]) for pair in pairs]
    mean = sum(pair.likeness * weight for pair, weight in zip(pairs, weights, strict=True)) / sum(weights)
    score = (1 - _LEAST) * mean + _LEAST * min(pair.likeness for pair in pairs)
    score -= _missing(left, right, pairs)
    if len(pairs) == 1 and max(len(left.core), len(right.core)) > 1 and score > 0:
        score *= _ALONE
    if left.number != right.number:
        score -= _OTHER_NUMBER if left.number and right.number else _NUMBER_MISSING
    if left.generation != right.generation:
        score -= _OTHER_NUMBER if left.generation and right.generation else _NUMBER_MISSING
    return score - _INITIAL * bool(left.initials or right.initials)


def _missing(left: Name, right: Name, pairs: Sequence[_Pair]) -> float:
    """What the words cost that face nothing: most at the front, where the given name stands."""
    longer, other = (left, right) if len(left.core) > len(right.core) else (right, left)
    used = {pair.left if longer is left else pair.right for pair in pairs}
    free = [place for place in range(len(longer.core)) if place not in used]
    excused = len(other.initials) if other.initials else 0
    costs = sorted((_FRONT if p == 0 else _END if p == len(longer.core) - 1 else _MIDDLE) for p in free)
    return sum(costs[: len(costs) - excused] if excused < len(costs) else ())


# --------------------------------------------------------------------------------------------------
# The verdict
# --------------------------------------------------------------------------------------------------


def _verdict(face: _Face) -> tuple[Verdict, str]:
    apart = _contradiction(face)
    if apart:
        return "different", apart
    least = min(face.pairs, key=lambda pair: pair.likeness)
    if len(face.pairs) == 1:
        return _part(face, least)
    if face.score >= SAME:
        return _whole(face)
    if _is_part(face, least):
        return "compatible", f"a part of the name: {face.words(least)}"
    return "unknown", f"{face.words(least)} are neither alike nor unlike enough"


def _contradiction(face: _Face) -> str | None:
    """What one of the names says that the other denies."""
    left, right = face.left, face.right
    if left.number and right.number and left.number != right.number:
        return f"number {left.number} is not {right.number}"
    if left.generation and right.generation and left.generation != right.generation:
        return f"{left.generation} is not {right.generation}"
    least = min(face.pairs, key=lambda pair: pair.likeness)
    if least.likeness <= WORD_CONTRADICTS:
        return f"{face.words(least)} are two names"
    return None if _initials_fit(face) else "an initial does not fit"


def _whole(face: _Face) -> tuple[Verdict, str]:
    """Every word of the shorter name agrees: the same, unless what is left out could tell two persons apart."""
    if (face.left.number, face.left.generation) != (face.right.number, face.right.generation):
        return "compatible", "the same name, one of them without its number"
    if not any(pair.left == pair.right == 0 for pair in face.pairs):
        if not _is_turned(face):
            return "compatible", "the given name of one stands not in the other"
        if any(pair.short or pair.likeness < _TURNED for pair in face.pairs):
            return "unknown", "words in another order that do not fit well"
    unlike = next((pair for pair in face.pairs if _is_doubtful(face, pair)), None)
    if unlike:
        return "unknown", f"{face.words(unlike)} are neither alike nor unlike enough"
    short = next((pair for pair in face.pairs if pair.short), None)
    if short:
        return "compatible", f"{face.words(short)}: one is short for the other"
    return "same", f"{len(face.pairs)} words agree"


def _is_turned(face: _Face) -> bool:
    """Whether both names begin with words that the other holds elsewhere ("Haddad, Karim")."""
    return any(pair.left == 0 for pair in face.pairs) and any(pair.right == 0 for pair in face.pairs)


def _is_doubtful(face: _Face, pair: _Pair) -> bool:
    """In one script one name has few spellings: there a word must fit by itself."""
    one_script = face.left.core[pair.left].script == face.right.core[pair.right].script
    return one_script and pair.likeness < WORD_FITS and not pair.short


def _is_part(face: _Face, least: _Pair) -> bool:
    """Whether all words fit, and only what is missing or shortened keeps the score low."""
    return least.likeness >= min(WORD_FITS, _SHORT)


def _part(face: _Face, only: _Pair) -> tuple[Verdict, str]:
    """One word against one or more: never enough to be the same."""
    words = face.words(only)
    if (face.left.number is None) != (face.right.number is None):
        return "unknown", "a name with a number against one without"
    if only.likeness < WORD_FITS and not only.short:
        return "unknown", f"{words} are neither alike nor unlike enough"
    if len(face.left.core) == len(face.right.core):
        return "compatible", f"one word on both sides: {words}"
    return "compatible", f"a part of the name: {words}"


def _initials_fit(face: _Face) -> bool:
    """Whether every initial of one side can open a word of the other that faces nothing."""
    return _open(face.left.initials, face.free_right, face.right.initials) and _open(
        face.right.initials, face.free_left, face.left.initials
    )


def _open(initials: Sequence[str], words: Sequence[str], others: Sequence[str]) -> bool:
    if not initials or not (words or others):
        return True
    return any(_first_alike(initial, word) for initial in initials for word in (*words, *others))


def _first_alike(initial: str, word: str) -> bool:
    one, other = script_of(initial), script_of(word)
    if one is None or other is None:
        return True
    return likeness(spell(initial, one)[:1], one, spell(word, other)[:1], other) > 0


def block_keys(name: str) -> frozenset[str]:
    """Keys to find candidates by: consonant skeletons of every word, the same in every script.

    >>> bool(block_keys("Karim Haddad") & block_keys("כרים חדאד"))
    True
    """
    return frozenset(key for token in parse(name).core for key in _skeletons(token))


#: Letters by the classes that they may be heard as; "-" is not at all. Every script, digraphs first.
_CLASSES = {
    "P": "bpfvwבפףוبفپڤوбпфв", "M": "mמםمм", "N": "nנןنн", "L": "lלلл", "R": "rרرр", "T": "tdטתדتطدضذثتдт",
    "S": "szcצץסשזسصشزظцсзшщжچژjyجי", "K": "kqgcכךקגكقگغجкгхخחxj",
    "-": "haeiouywjyאהועייحهعاويءאחخخאхxגغаеиоуыэюяйьъё",
}  # fmt: skip
_HEARD: dict[str, str] = {}
for _class, _chars in _CLASSES.items():
    for _char in _chars:
        _HEARD[_char] = _HEARD.get(_char, "") + _class
_MOST_KEYS = 24


def _skeletons(token: Token) -> set[str]:
    """The strings of consonant classes that a word may be heard as."""
    bare = next((token.text[2:] for article in _ARTICLES if token.text.startswith(article)), "")
    found = _heard(token.text) | (_heard(bare) if len(bare) > 2 else set())
    return found or {token.text[:1]}


_ARTICLES = ("ال", "אל", "al", "el")


def _heard(letters: str) -> set[str]:
    found = {""}
    for char in letters:
        heard = _HEARD.get(char, "-")
        grown = {
            key + ("" if option == "-" or key.endswith(option) else option)
            for key in found
            for option in heard
        }
        found = grown if len(grown) <= _MOST_KEYS else found
    return found - {""}
