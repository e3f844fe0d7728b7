"""How likely two words of whatever scripts are one name: letter costs that were learnt, not guessed.

``_letters.json`` holds, for every pair of scripts, how much more often two letters (or a letter and
nothing) face each other in spellings of one name than chance would have it: log-odds, learnt by EM from
pairs of names (``tests/benchmarks/learn_letters.py``). A letter with several readings (Hebrew vav, Arabic
jim, English c) needs no rule: each reading has its odds. The likeness of two words is the best alignment's
sum of log-odds, as a share of the most that their letters could reach.

All odds are whole tenths. What two letters gain over both facing nothing is never below zero, so the best
alignment is the heaviest common subsequence, and what a word costs alone is summed once a word.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, NamedTuple

__all__ = ["SCRIPTS", "Spelling", "begin_alike", "likeness", "opening", "script_of", "spell"]

SCRIPTS = ("Latn", "Hebr", "Arab", "Cyrl")
_FIRST = re.compile(
    "(?P<Latn>[a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f])|(?P<Hebr>[\u05d0-\u05f2])"
    "|(?P<Arab>[\u0620-\u063f\u0641-\u064a\u066e-\u06d3])|(?P<Cyrl>[\u0400-\u04ff])"
)
_UNSEEN, _UNSEEN_GAP = -40, -45
_UNKNOWN_REACH = 10
_BACK_OFF = 8


def script_of(word: str) -> str | None:
    """The script of a word's first letter, or ``None`` when it has no letter of a known one.

    >>> script_of("שלום"), script_of("Łódź"), script_of("12")
    ('Hebr', 'Latn', None)
    """
    found = _FIRST.search(word)
    return found.lastgroup if found else None


# --------------------------------------------------------------------------------------------------
# Words as letters
# --------------------------------------------------------------------------------------------------


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("reconcile.values") / "_letters.json").read_text("utf-8"))
    return loaded


@dataclass(frozen=True)
class _Script:
    """How the words of a script are cut, and the numbers of its letters inside, first and last."""

    pattern: re.Pattern[str]
    fold: dict[int, str]
    edges: frozenset[str]
    index: dict[str, int]
    inside: Mapping[str, tuple[int, ...]]
    first: Mapping[str, tuple[int, ...]]
    last: Mapping[str, tuple[int, ...]]


@cache
def _script(name: str) -> _Script:
    table = _data()["scripts"][name]
    several = sorted(table["several"], key=len, reverse=True)
    index = {unit: place for place, unit in enumerate(table["units"])}
    edges = frozenset(table["edges"])
    every = {unit.strip("^$") for unit in index} | set(several)
    single = {unit: _single(unit, index) for unit in every}
    return _Script(
        pattern=re.compile("|".join([*map(re.escape, several), table["letters"]])),
        fold={ord(char): other for char, other in table["fold"].items()},
        edges=edges,
        index=index,
        inside={unit: _places(one, index) for unit, one in single.items()},
        first={unit: _places(f"^{one}", index) for unit, one in single.items() if one in edges},
        last={unit: _places(f"{one}$", index) for unit, one in single.items() if one in edges},
    )


def _single(unit: str, index: Mapping[str, int]) -> str:
    """A doubled letter that no table tells from the single one is the single one."""
    return unit[0] if len(unit) == 2 and unit[0] == unit[1] and unit not in index else unit


def _places(unit: str, index: Mapping[str, int]) -> tuple[int, ...]:
    """The number of a letter; of a digraph that no name of the data had, those of its letters."""
    bare = unit.strip("^$")
    known = next((index[form] for form in (unit, bare) if form in index), None)
    return (known,) if known is not None else tuple(index[char] for char in bare if char in index)


def _cut(word: str, script: str) -> list[str]:
    about = _script(script)
    word = word.translate(about.fold)
    if script == "Latn" and not word.isascii():
        word = unicodedata.normalize("NFD", word)
    return about.pattern.findall(word)


def units(word: str, script: str) -> tuple[str, ...]:
    """The letters of a folded word as the tables know them: digraphs as one, weak ones marked at the edges.

    >>> units("shah", "Latn")
    ('sh', 'a', 'h$')
    """
    about = _script(script)
    found = [_single(unit, about.index) for unit in _cut(word, script)]
    if len(found) > 1 and found[-1] in about.edges:
        found[-1] += "$"
    if found and found[0] in about.edges:
        found[0] = "^" + found[0]
    return tuple(found)


class Spelling:
    """A word as numbers of letters in its script's table, with what it costs towards another script."""

    __slots__ = ("_costs", "letters", "pick", "script")

    def __init__(self, letters: tuple[int, ...], script: str) -> None:
        self.letters = letters
        self.script = script
        self.pick: Callable[[Sequence[Any]], Sequence[Any]] = (
            itemgetter(*letters) if len(letters) > 1 else lambda row: [row[letter] for letter in letters]
        )
        self._costs: _Costs | None = None

    def costs(self, other: str) -> _Costs:
        """What this word's letters gain and cost towards another script; the last one asked for is kept."""
        found = self._costs
        if found is None or found[0] != other:
            table = _table(self.script, other)
            found = (other, self.pick(table.gains), sum(self.pick(table.gap)), sum(self.pick(table.reach)))
            self._costs = found
        return found


_Costs = tuple[str, Sequence[Sequence[int]], int, int]


def spell(word: str, script: str) -> Spelling:
    """A folded word as numbers of letters in its script's table.

    >>> spell("shah", "Latn").letters == spell("shah", "Latn").letters
    True
    """
    about, found = _script(script), _cut(word, script)
    inside = [about.inside.get(unit, ()) for unit in found]
    if len(found) > 1 and found[-1] in about.last:
        inside[-1] = about.last[found[-1]]
    if found and found[0] in about.first:
        inside[0] = about.first[found[0]]
    return Spelling(tuple([place for places in inside for place in places]), script)


# --------------------------------------------------------------------------------------------------
# Words face to face
# --------------------------------------------------------------------------------------------------


class _Table(NamedTuple):
    """Tenths of log-odds of one ordered pair of scripts, from the left one's letters.

    ``gains`` is what two letters that face each other have over both facing nothing.
    """

    gains: list[list[int]]
    gap: list[int]
    reach: list[int]


@cache
def _table(left: str, right: str) -> _Table:
    match, left_gap, right_gap = _odds(left, right)
    gains = [
        [max(0, odds - gap - other) for odds, other in zip(row, right_gap, strict=True)]
        for row, gap in zip(match, left_gap, strict=True)
    ]
    reach = [max(0, gap, *row) or _UNKNOWN_REACH for row, gap in zip(match, left_gap, strict=True)]
    return _Table(gains, left_gap, reach)


def _odds(left: str, right: str) -> tuple[list[list[int]], list[int], list[int]]:
    """Log-odds of letter against letter, and of a letter of the left and of the right against nothing."""
    scripts, cells = _data()["scripts"], _cells(left, right)
    row_at, column_at = (
        {unit: place for place, unit in enumerate(scripts[name]["units"])} for name in (left, right)
    )
    match = [[_backed_off(cells, a, b) for b in column_at] for a in row_at]
    left_gap, right_gap = [_UNSEEN_GAP] * len(row_at), [_UNSEEN_GAP] * len(column_at)
    for (a, b), weight in cells.items():
        if a and b:
            match[row_at[a]][column_at[b]] = weight
        elif a:
            left_gap[row_at[a]] = max(weight, _UNSEEN_GAP)
        else:
            right_gap[column_at[b]] = max(weight, _UNSEEN_GAP)
    return match, left_gap, right_gap


def _backed_off(cells: Mapping[tuple[str, str], int], a: str, b: str) -> int:
    """What two letters are taken for that never faced each other: of a doubled one, a little less than the single."""
    single = cells.get((_halved(a), _halved(b)), _UNSEEN)
    return max(_UNSEEN, single - _BACK_OFF)


@cache
def _halved(unit: str) -> str:
    return unit[0] if len(unit) == 2 and unit[0] == unit[1] else unit


def _cells(left: str, right: str) -> dict[tuple[str, str], int]:
    pairs = _data()["pairs"]
    if f"{left}-{right}" in pairs:
        return {(a, b): weight for a, row in pairs[f"{left}-{right}"].items() for b, weight in row.items()}
    return {(b, a): weight for a, row in pairs[f"{right}-{left}"].items() for b, weight in row.items()}


def likeness(left: Spelling, right: Spelling) -> float:
    """How alike two spelt words are: 1 is all that their letters can reach, 0 is chance, below is unlike.

    >>> round(likeness(spell("shalom", "Latn"), spell("שלום", "Hebr")), 1) > 0.6
    True
    """
    if not left.letters or not right.letters:
        return -1.0
    _, rows, alone, reach = left.costs(right.script)
    _, _, other_alone, other_reach = right.costs(left.script)
    return 2 * (_gained(rows, right)[-1] + alone + other_alone) / (reach + other_reach)


def opening(short: Spelling, long: Spelling) -> float:
    """The best likeness of a word to the beginning of another one, about as long as it.

    >>> opening(spell("tom", "Latn"), spell("תומאס", "Hebr")) > 0.6
    True
    """
    if not begin_alike(short, long):
        return -1.0
    (_, rows, alone, reach), table = short.costs(long.script), _table(long.script, short.script)
    gained, found = _gained(rows, long), -1.0
    for end in range(len(short.letters) - 1, min(len(short.letters) + 1, len(long.letters)) + 1):
        begun = long.letters[:end]
        total = gained[end] + alone + sum(table.gap[letter] for letter in begun)
        found = max(found, 2 * total / (reach + sum(table.reach[letter] for letter in begun)))
    return found


def begin_alike(short: Spelling, long: Spelling) -> bool:
    """Whether the first letters of two words face each other more often than by chance.

    >>> begin_alike(spell("tom", "Latn"), spell("תומאס", "Hebr"))
    True
    """
    if not short.letters or not long.letters:
        return False
    a, b = short.letters[0], long.letters[0]
    one, other = _table(short.script, long.script), _table(long.script, short.script)
    return one.gains[a][b] + one.gap[a] + other.gap[b] > 0


def _gained(rows: Sequence[Sequence[int]], right: Spelling) -> Sequence[int]:
    """The most that the left word gains with each beginning of the right one."""
    row = [0] * (len(right.letters) + 1)
    for gains in rows:
        before = last = 0
        for place, gain in enumerate(right.pick(gains), 1):
            above, facing = row[place], before + gain
            before = above
            if facing > last:  # noqa: PLR1730 - the innermost loop of all names: max() costs a third of it
                last = facing
            if above > last:  # noqa: PLR1730
                last = above
            row[place] = last
    return row
