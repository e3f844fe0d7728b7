"""How likely two words of whatever scripts are one name: letter costs that were learnt, not guessed.

``_letters.json`` holds, for every pair of scripts, how much more often two letters (or a letter and
nothing) face each other in spellings of one name than chance would have it: log-odds, learnt by EM from
pairs of names (``tests/benchmarks/learn_letters.py``). A letter with several readings (Hebrew vav, Arabic
jim, English c) needs no rule: each reading has its odds. The likeness of two words is the best alignment's
sum of log-odds, as a share of the most that their letters could reach.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["SCRIPTS", "Letters", "likeness", "may_open", "script_of", "spell"]

SCRIPTS = ("Latn", "Hebr", "Arab", "Cyrl")
_FIRST = re.compile(
    "(?P<Latn>[a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f])|(?P<Hebr>[\u05d0-\u05f2])"
    "|(?P<Arab>[\u0620-\u063f\u0641-\u064a\u066e-\u06d3])|(?P<Cyrl>[\u0400-\u04ff])"
)
_UNSEEN, _UNSEEN_GAP = -4.0, -4.5
_UNKNOWN_REACH = 1.0

Letters = tuple[int, ...]


def script_of(word: str) -> str | None:
    """The script of a word's first letter, or ``None`` when it has no letter of a known one.

    >>> script_of("שלום"), script_of("Łódź"), script_of("12")
    ('Hebr', 'Latn', None)
    """
    found = _FIRST.search(word)
    return found.lastgroup if found else None


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("reconcile.values") / "_letters.json").read_text("utf-8"))
    return loaded


@dataclass(frozen=True)
class _Script:
    pattern: re.Pattern[str]
    fold: dict[int, str]
    edges: frozenset[str]
    index: dict[str, int]


@cache
def _script(name: str) -> _Script:
    table = _data()["scripts"][name]
    several = sorted(table["several"], key=len, reverse=True)
    return _Script(
        pattern=re.compile("|".join([*map(re.escape, several), table["letters"]])),
        fold={ord(char): other for char, other in table["fold"].items()},
        edges=frozenset(table["edges"]),
        index={unit: place for place, unit in enumerate(table["units"])},
    )


def units(word: str, script: str) -> tuple[str, ...]:
    """The letters of a folded word as the tables know them: digraphs as one, weak ones marked at the edges.

    >>> units("shah", "Latn")
    ('sh', 'a', 'h$')
    """
    about = _script(script)
    if script == "Latn":
        word = unicodedata.normalize("NFD", word.translate(about.fold))
    found = about.pattern.findall(word.translate(about.fold))
    found = [
        unit[0] if len(unit) == 2 and unit[0] == unit[1] and unit not in about.index else unit
        for unit in found
    ]
    if len(found) > 1 and found[-1] in about.edges:
        found[-1] += "$"
    if found and found[0] in about.edges:
        found[0] = "^" + found[0]
    return tuple(found)


@lru_cache(maxsize=1 << 17)
def spell(word: str, script: str) -> Letters:
    """A folded word as numbers of letters in its script's table."""
    index = _script(script).index
    return tuple(place for unit in units(word, script) for place in _places(unit, index))


def _places(unit: str, index: dict[str, int]) -> list[int]:
    """The number of a letter; of a digraph that no name of the data had, those of its letters."""
    bare = unit.strip("^$")
    known = next((index[form] for form in (unit, bare) if form in index), None)
    return [known] if known is not None else [index[char] for char in bare if char in index]


@dataclass(frozen=True, slots=True)
class _Table:
    """Log-odds of one ordered pair of scripts: rows are letters of the left one."""

    match: list[list[float]]
    left_gap: list[float]
    right_gap: list[float]
    left_reach: list[float]
    right_reach: list[float]


@cache
def _table(left: str, right: str) -> _Table:
    pairs = _data()["pairs"]
    name, turned = f"{left}-{right}", f"{right}-{left}"
    if name in pairs:
        cells = _cells(pairs[name])
    else:
        cells = {(b, a): weight for (a, b), weight in _cells(pairs[turned]).items()}
    rows, columns = _data()["scripts"][left]["units"], _data()["scripts"][right]["units"]
    row_at = {unit: place for place, unit in enumerate(rows)}
    column_at = {unit: place for place, unit in enumerate(columns)}
    match = [[_UNSEEN] * len(columns) for _ in rows]
    left_gap, right_gap = [_UNSEEN_GAP] * len(rows), [_UNSEEN_GAP] * len(columns)
    left_reach, right_reach = [_UNKNOWN_REACH] * len(rows), [_UNKNOWN_REACH] * len(columns)
    for (a, b), weight in cells.items():
        if a and b:
            match[row_at[a]][column_at[b]] = weight
        elif a:
            left_gap[row_at[a]] = max(weight, _UNSEEN_GAP)
        else:
            right_gap[column_at[b]] = max(weight, _UNSEEN_GAP)
    for place in range(len(rows)):
        left_reach[place] = max(0.0, left_gap[place], *match[place]) or _UNKNOWN_REACH
    for place in range(len(columns)):
        right_reach[place] = max(0.0, right_gap[place], *(row[place] for row in match)) or _UNKNOWN_REACH
    return _Table(match, left_gap, right_gap, left_reach, right_reach)


def _cells(odds: dict[str, dict[str, int]]) -> dict[tuple[str, str], float]:
    return {(a, b): weight / 10 for a, inner in odds.items() for b, weight in inner.items()}


@lru_cache(maxsize=1 << 18)
def likeness(left: Letters, left_script: str, right: Letters, right_script: str) -> float:
    """How alike two spelt words are: 1 is all that their letters can reach, 0 is chance, below is unlike.

    >>> round(likeness(spell("shalom", "Latn"), "Latn", spell("שלום", "Hebr"), "Hebr"), 1) > 0.6
    True
    """
    if not left or not right:
        return -1.0
    table = _table(left_script, right_script)
    reach = sum(table.left_reach[a] for a in left) + sum(table.right_reach[b] for b in right)
    return 2 * _best(left, right, table) / reach


def may_open(left: Letters, left_script: str, right: Letters, right_script: str) -> bool:
    """Whether two spelt words can begin alike: their first letters face each other more often than by chance.

    >>> may_open(spell("tom", "Latn"), "Latn", spell("תומאס", "Hebr"), "Hebr")
    True
    """
    return _table(left_script, right_script).match[left[0]][right[0]] > 0


def _best(left: Sequence[int], right: Sequence[int], table: _Table) -> float:
    """The sum of log-odds of the best alignment."""
    gaps = [table.right_gap[b] for b in right]
    row = [0.0]
    for gap in gaps:
        row.append(row[-1] + gap)
    for a in left:
        odds, gap = table.match[a], table.left_gap[a]
        last = row[0] + gap
        new = [last]
        for place, b in enumerate(right):
            best = row[place] + odds[b]
            last += gaps[place]
            other = row[place + 1] + gap
            if other > best:  # noqa: PLR1730 - the innermost loop of all names: max() costs a third of it
                best = other
            if best > last:  # noqa: PLR1730
                last = best
            new.append(last)
        row = new
    return row[-1]
