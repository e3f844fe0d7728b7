"""A match of a shape with what stands behind its groups, and the list that shapes are kept in."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.values._timecodes import Item, Scene
from reconcile.values._timefields import Fields, Mention

__all__ = ["ANY", "PARTS", "STEPS", "Build", "Hit", "Shapes", "beginnings"]

STEPS = {"L": -1, "X": 1, "C": 0}

#: Parts that shapes share, written ``<NAME>`` in a pattern.
PARTS = {
    "DAY": "(?P<day>[No2wn])",
    "DAYS": r"(?P<day>[No2wn])(?:(?<=N)\.)?(?:j?(?:,t?[No2wn]|&[No2wn](?=&))*,?(?:-|u|l|[&]|[&]?u|ul)[ti]*(?P<day2>[No2wn])(?:(?<=N)\.)?)?",
    "MONTH": r"(?:qO?)?(?P<month>[Mm])\.?(?:[/(]{1,2}(?P<alias>[Mm])\)?)?",
    "OF": "[Orilt/-]{0,3}",
    "YEAR": r"(?:[,/-]?(?:[Or]|(?<!\.)[if~])?t?y?t?(?P<year>Y)8?)",  # "in July. In 2013" is two sentences
    "IN": "[Ort~i^]{0,3}",
    "UNIT": "[jkqyU2]",
    "COUNT": "(?P<count>[NnF#Yv1w0])",
    "WHICH": "(?:(?P<toward>[LXC])|(?P<next>[XL]))",
    "CLOSE": "(?:<MONTH><YEAR>?|(?<=q)(?P<numbered>[Nn])(?:[Ort]{0,2}y?t?(?P<year3>Y))?|t?y?t?(?P<year2>Y)8?|t?(?P<feast>H)(?:[Or]?(?P<year4>Y))?|(?P<dir>[LXC])t?(?P<unit2>[qy])"
    "|t?(?P<unit3>[qy])(?P<dir2>[LXC]?)|(?P<this>s)(?P<dir3>[LXC]?))",
}


@dataclass(slots=True)
class Hit:
    """A shape that matched; empty groups and groups that the shape does not have are ``None``."""

    match: re.Match[str]
    groups: Mapping[str, str]
    """The codes of each group, nothing where it did not match."""
    scene: Scene
    whole: bool
    """The text is nothing but a date, so less context is asked for."""

    def code(self, group: str) -> str:
        """The codes of a group."""
        return self.groups.get(group, "")

    def item(self, group: str) -> Item | None:
        """What stands behind a group."""
        return self.scene.items[self.match.start(group)] if self.groups.get(group) else None

    def word(self, group: str, name: str) -> Any:
        """The value that the word of a group has in one class."""
        item = self.item(group)
        return None if item is None else item.classes.get(name)

    def capital(self, group: str) -> bool | None:
        """Whether the word of a group is printed with a capital; ``None`` where that cannot be told."""
        item, printed = self.item(group), self.scene.printed
        return None if item is None or printed is None else printed.is_capital(item.start)

    def number(self, *groups: str) -> int | None:
        """The number behind the first group that matched: a compound, digits, an ordinal."""
        for group in groups:
            item = self.item(group)
            if item is not None:
                value = None if item.number is None else item.number.value
                return None if value is None else int(value)
        return None

    @property
    def text(self) -> str:
        """All codes of the match."""
        return self.match[0]

    @property
    def language(self) -> str:
        """The language that is read."""
        return self.scene.lexicon.language

    @property
    def before(self) -> str:
        """The code that stands before the match, or nothing."""
        start = self.match.start()
        return self.scene.codes[start - 1] if start else ""

    @property
    def after(self) -> str:
        """The code that stands behind the match, or nothing."""
        return self.scene.codes[self.match.end() : self.match.end() + 1]

    def follows(self, codes: str) -> bool:
        """Whether one of ``codes`` stands right before the match."""
        return bool(self.before) and self.before in codes

    def month(self) -> int | None:
        """The month; of a double name ("كانون الأول/ ديسمبر") both must be one month."""
        month, alias = self.word("month", "month"), self.word("alias", "month")
        return month if alias in (None, month) else None

    def toward(self) -> str | None:
        """``last``, ``next`` … beside a weekday, month or season."""
        group = "toward" if self.code("toward") else "toward2"
        if self.word(group, "coming"):
            return "coming"
        return {"L": "last", "CL": "last", "X": "next", "CX": "coming", "C": "this"}.get(self.code(group))

    def mention(
        self, fields: Fields, to: Fields | None = None, *, lasts: bool = False, bare: bool = False
    ) -> Mention:
        """The fields as a mention of the stretch that matched."""
        return Mention(self.match.start(), self.match.end(), fields, to, lasts=lasts, bare=bare)


Build = Callable[[Hit], "Fields | Mention | None"]


class Shapes:
    """An ordered list of patterns over codes, each with the function that reads it."""

    def __init__(self) -> None:
        self.rows: list[tuple[re.Pattern[str], Build]] = []

    def __call__(self, *patterns: str) -> Callable[[Build], Build]:
        """Register a function for one or more patterns."""

        def add(build: Build) -> Build:
            self.rows += [(re.compile(_spelled(pattern)), build) for pattern in patterns]
            return build

        return add


def _spelled(pattern: str) -> str:
    """A pattern with its shared parts written out."""
    while match := re.search("<([A-Z]+)>", pattern.replace("(?P<", "(?P«")):
        pattern = pattern.replace(match[0], PARTS[match[1]])
    return pattern


#: Any code, or the end of the text.
ANY = "\0"


def beginnings(pattern: str) -> frozenset[str]:
    """The pairs of codes that a match of a pattern can begin with; ``ANY`` stands for whatever follows.

    It may name too many pairs (what a pattern looks at is not read), never too few.

    >>> sorted(beginnings("t?(?P<day>[NM])y")), beginnings("y?") == {"y" + ANY, ANY + ANY}
    (['My', 'Ny', 'tM', 'tN'], True)
    """
    parsed = importlib.import_module("re._parser").parse(pattern)
    return frozenset(begun.ljust(2, ANY) for begun in _after({""}, parsed))


def _after(begun: set[str], parts: Iterable[tuple[object, Any]]) -> set[str]:
    """What may have begun once some parts of a pattern follow."""
    for name, value in parts:
        if all(len(one) == 2 for one in begun):
            break
        begun = {(one + other)[:2] for one in begun for other in _of_part(str(name), value)}
    return begun


def _of_part(name: str, value: Any) -> set[str]:
    match name:
        case "LITERAL":
            return {chr(value)}
        case "IN" if all(str(kind) == "LITERAL" for kind, _ in value):
            return {chr(code) for _, code in value}
        case "BRANCH":
            return set().union(*[_after({""}, side) for side in value[1]])
        case "SUBPATTERN":
            return _after({""}, value[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, inner = value
            return set().union(
                *[_after({""}, [*inner] * times) for times in range(least, min(most, least + 2) + 1)]
            )
    return {""} if name in ("ASSERT", "ASSERT_NOT", "AT") else {ANY}
