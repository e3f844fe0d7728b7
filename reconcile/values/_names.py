"""Whether two printed names can be one person's, across scripts: a verdict with its reasons.

Words are aligned so that as much likeness as possible is found; the least alike pair counts as much as all
together, so that a shared surname does not hide another given name. **Omission costs little, contradiction
vetoes**: a missing middle name leaves the names the same, a surname alone is *compatible* and never *same*.
The bounds below were read from the calibration that ``tests/benchmarks/names.py`` prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import Literal

from reconcile.values._names_letters import likeness, script_of, spell
from reconcile.values._names_tokens import Name, Token, parse

__all__ = ["Aligned", "NameMatch", "block_keys", "match"]

Verdict = Literal["same", "compatible", "different", "unknown"]

SAME, DIFFERENT = 0.30, 0.05
"""At or above the one, names are the same; a pair of words at or below the other is a contradiction."""
WORD_FITS, WORD_CONTRADICTS = 0.42, 0.05
_LEAST, _FRONT, _MIDDLE, _END, _ALONE = 0.5, 0.25, 0.06, 0.12, 0.4
_OTHER_NUMBER, _NUMBER_MISSING, _INITIAL = 0.9, 0.15, 0.15
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
    pairs = _align(left.core, right.core)
    score = _score(left, right, pairs)
    verdict, rule = _verdict(left, right, pairs, score)
    aligned = tuple(Aligned(left.core[i].text, right.core[j].text, round(s, 3)) for s, i, j in pairs)
    return NameMatch(verdict, round(score, 4), aligned, _extras(left, right, pairs), rule)


Pairs = Sequence[tuple[float, int, int]]


def _alike(left: Token, right: Token) -> float:
    """How alike two words are in the readings that suit them best."""
    if left.text == right.text:
        return 1.0
    return max(likeness(a, left.script, b, right.script) for a in left.readings for b in right.readings)


def _align(left: Sequence[Token], right: Sequence[Token]) -> Pairs:
    """Each word of the shorter name with one of the longer, so that most likeness is found."""
    if len(left) > len(right):
        return [(s, j, i) for s, i, j in _align(right, left)]
    alike = [[_alike(a, b) for b in right] for a in left]
    weigh = [[_weight(a, b) for b in right] for a in left]
    if len(right) > _EXACT:
        return _greedy(alike)
    ways = permutations(range(len(right)), len(left))
    best = max(ways, key=lambda way: sum(alike[i][j] * weigh[i][j] for i, j in enumerate(way)))
    return [(alike[i][j], i, j) for i, j in enumerate(best)]


def _greedy(alike: Sequence[Sequence[float]]) -> Pairs:
    found: list[tuple[float, int, int]] = []
    cells = sorted(((s, i, j) for i, row in enumerate(alike) for j, s in enumerate(row)), reverse=True)
    for s, i, j in cells:
        if all(i != k and j != m for _, k, m in found):
            found.append((s, i, j))
    return sorted(found, key=lambda pair: pair[1])


def _weight(left: Token, right: Token) -> int:
    return min(len(left.readings[0]), len(right.readings[0])) + 1


def _score(left: Name, right: Name, pairs: Pairs) -> float:
    """One number: half the mean and half the least likeness, less what is missing where it matters."""
    weights = [_weight(left.core[i], right.core[j]) for _, i, j in pairs]
    mean = sum(s * w for (s, _, _), w in zip(pairs, weights, strict=True)) / sum(weights)
    score = (1 - _LEAST) * mean + _LEAST * min(s for s, _, _ in pairs)
    longer = max(len(left.core), len(right.core))
    used = {j if len(right.core) == longer else i for _, i, j in pairs}
    for place in set(range(longer)) - used:
        score -= _FRONT if place == 0 else _END if place == longer - 1 else _MIDDLE
    if len(pairs) == 1 and longer > 1 and score > 0:
        score *= _ALONE
    if left.number != right.number:
        score -= _OTHER_NUMBER if left.number and right.number else _NUMBER_MISSING
    return score - _INITIAL * bool(left.initials or right.initials)


def _extras(left: Name, right: Name, pairs: Pairs) -> tuple[tuple[str, ...], tuple[str, ...]]:
    used_left, used_right = {i for _, i, _ in pairs}, {j for _, _, j in pairs}
    return (
        tuple(token.text for i, token in enumerate(left.core) if i not in used_left),
        tuple(token.text for j, token in enumerate(right.core) if j not in used_right),
    )


# --------------------------------------------------------------------------------------------------
# The verdict
# --------------------------------------------------------------------------------------------------


def _verdict(left: Name, right: Name, pairs: Pairs, score: float) -> tuple[Verdict, str]:
    if left.number and right.number and left.number != right.number:
        return "different", f"number {left.number} is not {right.number}"
    least = min(pairs)
    words = f"{left.core[least[1]].text!r} and {right.core[least[2]].text!r}"
    if least[0] <= WORD_CONTRADICTS:
        return "different", f"{words} are two names"
    if not _initials_fit(left, right, pairs):
        return "different", "an initial does not fit"
    if len(pairs) == 1:
        return _part(left, right, least[0], words)
    if score >= SAME:
        return "same", f"{len(pairs)} words agree"
    return "unknown", f"{words} are neither alike nor unlike enough"


def _part(left: Name, right: Name, alike: float, words: str) -> tuple[Verdict, str]:
    """One word against one or more: never enough to be the same."""
    if alike < WORD_FITS:
        return "unknown", f"{words} are neither alike nor unlike enough"
    if len(left.core) == len(right.core):
        return "compatible", f"one word on both sides: {words}"
    return "compatible", f"a part of the name: {words}"


def _initials_fit(left: Name, right: Name, pairs: Pairs) -> bool:
    """Whether every initial of one side can open a word of the other that faces nothing."""
    free_left, free_right = _extras(left, right, pairs)
    return _open(left.initials, free_right, right.initials) and _open(
        right.initials, free_left, left.initials
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
    found = {""}
    for char in token.text.removeprefix("ال"):
        heard = _HEARD.get(char, "-")
        grown = {
            key + ("" if option == "-" or key.endswith(option) else option)
            for key in found
            for option in heard
        }
        found = grown if len(grown) <= _MOST_KEYS else found
    return found - {""} or {token.text[:1]}
