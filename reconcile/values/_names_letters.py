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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter
from typing import Any, NamedTuple

from reconcile.languages import fold

__all__ = ["SCRIPTS", "Spelling", "begin_alike", "clean", "likeness", "opening", "script_of", "spell"]

SCRIPTS = ("Latn", "Hebr", "Arab", "Cyrl")
_MARKS = re.compile(
    "[\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_GERSHAYIM = re.compile('(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
_RANGES = {"Latn": ("az", "AZ", "\u00c0\u00d6", "\u00d8\u00f6", "\u00f8\u024f"), "Hebr": ("\u05d0\u05f2",),
           "Arab": ("\u0620\u063f", "\u0641\u064a", "\u066e\u06d3"), "Cyrl": ("\u0400\u04ff",)}  # fmt: skip
_SCRIPT_OF = {
    chr(code): script
    for script, ranges in _RANGES.items()
    for ends in ranges
    for code in range(ord(ends[0]), ord(ends[1]) + 1)
}
_UNSEEN, _UNSEEN_GAP = -40, -45
_UNKNOWN_REACH = 10
_BACK_OFF = 8


def clean(text: str) -> str:
    """Folded, without marks, bidi controls and compatibility forms.

    >>> clean("  Jérôme\u200f  O’Neil ")
    "jérôme o'neil"
    """
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKC", text))
        return " ".join(_GERSHAYIM.sub("", fold(text)).split())
    return " ".join(fold(text).split())


def script_of(word: str) -> str | None:
    """The script of a word's first letter, or ``None`` when it has no letter of a known one.

    >>> script_of("שלום"), script_of("Łódź"), script_of("12")
    ('Hebr', 'Latn', None)
    """
    for letter in word:
        if found := _SCRIPT_OF.get(letter):
            return found
    return None


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
    inside: Mapping[str, int]
    first: Mapping[str, int]
    last: Mapping[str, int]


@cache
def _script(name: str) -> _Script:
    table = _data()["scripts"][name]
    index: dict[str, int] = {unit: place for place, unit in enumerate(table["units"])}
    inside = index | {unit: index[unit[0]] for unit in table["several"] if _is_doubled(unit, index)}
    inside = _with_variants(
        {unit: place for unit, place in inside.items() if unit.isalpha() or "'" in unit}, table
    )
    return _Script(
        pattern=re.compile(_longest_first(inside)),
        fold={ord(char): other for char, other in table["fold"].items()},
        inside=inside,
        first=_with_variants({unit[1:]: place for unit, place in index.items() if unit[0] == "^"}, table),
        last=_with_variants({unit[:-1]: place for unit, place in index.items() if unit[-1] == "$"}, table),
    )


def _longest_first(units: Iterable[str]) -> str:
    """A pattern of letters and digraphs that looks at each first letter once."""
    followers: dict[str, list[str]] = {}
    for unit in sorted(units, key=len, reverse=True):
        followers.setdefault(unit[0], []).append(unit[1:])
    alone = "".join(first for first, rest in followers.items() if rest == [""])
    several = [f"{first}(?:{'|'.join(rest)})" for first, rest in followers.items() if rest != [""]]
    return "|".join([*several, f"[{alone}]"])


def _with_variants(units: dict[str, int], table: Mapping[str, Any]) -> dict[str, int]:
    """The units also as they are written with letters that are folded."""
    for char, other in table["fold"].items():
        units |= {unit.replace(other, char): place for unit, place in units.items() if other in unit}
    return units


def _is_doubled(unit: str, index: Mapping[str, int]) -> bool:
    """Whether it is a doubled letter that no table tells from the single one."""
    return len(unit) == 2 and unit[0] == unit[1] and unit not in index and unit[0] in index


class Spelling:
    """A word as numbers of letters in its script's table, with what they are worth towards another script."""

    __slots__ = ("alone", "letters", "pick", "reach", "rows", "script", "towards")

    def __init__(self, letters: tuple[int, ...], script: str) -> None:
        self.letters = letters
        self.script = script
        self.pick: Callable[[Sequence[Any]], Sequence[Any]] = (
            itemgetter(*letters) if len(letters) > 1 else lambda row: [row[letter] for letter in letters]
        )
        self.towards = ""

    def turn(self, other: str) -> None:
        """Look up what this word's letters gain and cost towards another script."""
        table, self.towards = _table(self.script, other), other
        self.rows: Sequence[Sequence[int]] = self.pick(table.gains)
        self.alone, self.reach = sum(self.pick(table.gap)), sum(self.pick(table.reach))


def spell(word: str, script: str) -> Spelling:
    """A folded word as numbers of letters in its script's table.

    >>> spell("shah", "Latn").letters == spell("shah", "Latn").letters
    True
    """
    about = _script(script)
    if script == "Latn" and not word.isascii():
        word = unicodedata.normalize("NFD", word.translate(about.fold))
    found, inside = about.pattern.findall(word), about.inside
    letters = [inside[unit] for unit in found]
    if letters and found[-1] in about.last:
        letters[-1] = about.last[found[-1]]
    if letters and found[0] in about.first:
        letters[0] = about.first[found[0]]
    return Spelling(tuple(letters), script)


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
    facing: list[list[bool]]
    """Whether two letters face each other more often than by chance."""


@cache
def _table(left: str, right: str) -> _Table:
    match, left_gap, right_gap = _odds(left, right)
    gains = [
        [max(0, odds - gap - other) for odds, other in zip(row, right_gap, strict=True)]
        for row, gap in zip(match, left_gap, strict=True)
    ]
    reach = [max(0, gap, *row) or _UNKNOWN_REACH for row, gap in zip(match, left_gap, strict=True)]
    return _Table(gains, left_gap, reach, [[odds > 0 for odds in row] for row in match])


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
    if left.towards != right.script:
        left.turn(right.script)
    if right.towards != left.script:
        right.turn(left.script)
    gained = _gained(left.rows, right)[-1]
    alike: float = 2 * (gained + left.alone + right.alone) / (left.reach + right.reach)
    return alike


def opening(short: Spelling, long: Spelling) -> float:
    """The best likeness of a word to the beginning of another one, about as long as it.

    >>> opening(spell("tom", "Latn"), spell("תומאס", "Hebr")) > 0.6
    True
    """
    if not begin_alike(short, long):
        return -1.0
    short.turn(long.script)
    table = _table(long.script, short.script)
    gained, found = _gained(short.rows, long), -1.0
    for end in range(len(short.letters) - 1, min(len(short.letters) + 1, len(long.letters)) + 1):
        begun = long.letters[:end]
        total = gained[end] + short.alone + sum(table.gap[letter] for letter in begun)
        found = max(found, 2 * total / (short.reach + sum(table.reach[letter] for letter in begun)))
    return found


def begin_alike(short: Spelling, long: Spelling) -> bool:
    """Whether the first letters of two words face each other more often than by chance.

    >>> begin_alike(spell("tom", "Latn"), spell("תומאס", "Hebr"))
    True
    """
    if not short.letters or not long.letters:
        return False
    return _table(short.script, long.script).facing[short.letters[0]][long.letters[0]]


def _gained(rows: Sequence[Sequence[int]], right: Spelling) -> Sequence[int]:
    """The most that the left word gains with each beginning of the right one."""
    row = [0] * (len(right.letters) + 1)
    for gains in rows:
        before = last = place = 0
        for gain in right.pick(gains):
            place += 1  # noqa: SIM113 - the innermost loop of all names: enumerate() and max() cost a third of it
            above, facing = row[place], before + gain
            before = above
            if facing > last:  # noqa: PLR1730
                last = facing
            if above > last:  # noqa: PLR1730
                last = above
            row[place] = last
    return row
