"""Frames: what the rules look for, as data.

A frame is a TOML file ``languages/<code>/frames/<name>.toml``. It says which words mention such an event
(``triggers``; ``weak`` ones count only where a strong one stands in the article) and, slot by slot, which kind of value belongs there and how it is bound to the words
around it (``bind`` names a binder of :mod:`reconcile.extractors._binders`). All languages have the same
frames and slots; only the words differ. ``_grammar.toml`` holds the affixes and small words that the
frames share; its lists are cues named ``_<list>``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from reconcile import languages
from reconcile.extractors._words import Affixes, Lexicon, fold

__all__ = ["Frame", "Grammar", "Slot", "load"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One question of a frame.

    Attributes:
        attribute: what a claim of this slot is about (``talks.date``).
        value: the kind of value that is looked for.
        bind: the binder that ties a value to the slot.
        cue, before, subject, role: names of the cues that stand before the value, right after it, after
            it as its verb, and in apposition to it.
        steps: of a flag: cues that follow each other.
        near: cues of which one has to stand close by.
        partners: cues that bind a counterpart ("talks with …").
        meets: verbs whose subject and object meet.
        implies: another slot of the frame that holds as well.
        alone: the cue needs no trigger beside it.
        reported: a report of the event gives it the day of the report.
        giver, weak: of an amount of money: who opens the sentence gives it; any other deed goes before this one.
        lifeless: of a count: it never happens to people.
        unit: of a count: what is counted.
        score: of a count: which number of a score ("64-53") it is, 0 or 1.
        total, blocker: names of the cues that stand for a running total ("death toll") or are nouns for
            a deed ("destruction of"), and of those that take a value away from the slot ("per share").
    """

    frame: str
    name: str
    bind: str
    value: str = "boolean"
    steps: tuple[tuple[str, ...], ...] = ()
    near: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    implies: str | None = None
    alone: bool = False
    unit: str | None = None
    score: int | None = None
    reported: bool = False
    giver: bool = False
    weak: bool = False
    lifeless: bool = False

    @property
    def attribute(self) -> str:
        return f"{self.frame}.{self.name}"

    @property
    def cue(self) -> str:
        return self.attribute

    @property
    def before(self) -> str:
        return f"{self.attribute}<"

    @property
    def subject(self) -> str:
        return f"{self.attribute}>"

    @property
    def role(self) -> str:
        return f"{self.attribute}="

    @property
    def total(self) -> str:
        return f"{self.attribute}+"

    @property
    def blocker(self) -> str:
        return f"{self.attribute}!"


@dataclass(frozen=True, slots=True)
class Frame:
    """One kind of event or thing that claims are about."""

    name: str
    slots: tuple[Slot, ...]
    needs: tuple[str, ...] = ()
    """Cues of which the sentence has to hold one."""
    parts: tuple[tuple[str, str], ...] = ()
    """What a count may be of a part of: qualifiers and their values ("group", "children")."""
    event: bool = False
    """It is held, it ends, it is resumed."""
    people: frozenset[str] = frozenset()
    """The parts of it that are people."""


@dataclass(frozen=True)
class Grammar:
    """Everything that the engine knows of one language."""

    language: str
    affixes: Affixes
    lexicon: Lexicon
    frames: tuple[Frame, ...]
    in_prefix: frozenset[str] = frozenset()
    and_prefix: frozenset[str] = frozenset()
    of_prefix: frozenset[str] = frozenset()
    to_prefix: frozenset[str] = frozenset()
    relative_prefix: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    """Letters that a name which no list knows is not believed to begin with; none: no such names are read."""
    triggers: frozenset[str] = field(default_factory=frozenset)
    verb_first: bool = False
    """Subjects stand behind their verbs as a rule."""
    events: frozenset[str] = frozenset()
    """Frames of things that are held, end and resume."""
    gathers: frozenset[str] = frozenset()
    """Frames that bring parties together."""


_LETTERS = ("in_prefix", "and_prefix", "of_prefix", "to_prefix", "relative_prefix", "unread")
"""Letters that are written together with a word and stand for a word of their own."""
_NUMBERS = ("one", "two")
"""Nouns of a part that are a number themselves: one of it, and (a dual) two."""
_LISTS = {"cues": "", "before": "<", "subjects": ">", "roles": "=", "totals": "+", "blockers": "!"}


@cache
def load(language: str) -> Grammar:
    """The grammar and frames of a language.

    >>> [slot.attribute for frame in load("en").frames if frame.name == "pause" for slot in frame.slots]
    ['pause.duration']
    """
    tables = dict(languages.load(language).tables("frames"))
    shared = tables.pop("_grammar")
    small = dict(shared["words"])
    letters = {key: frozenset(small.pop(key)) for key in _LETTERS}
    cues: dict[str, list[str]] = {f"_{name}": list(listed) for name, listed in small.items()}
    ands = ("", *(letters["and_prefix"] - letters["in_prefix"] - letters["to_prefix"]))
    for table in tables.values():
        cues |= _cues(table) | _numbers(table, ands)
    frames = tuple(_frame(table) for table in tables.values())
    return Grammar(
        language=language,
        affixes=_affixes(shared["affixes"]),
        lexicon=Lexicon({name: listed for name, listed in cues.items() if listed}),
        frames=frames,
        verb_first=shared["verb_first"],
        **letters,
        triggers=frozenset(frame.name for frame in frames if frame.name in cues),
        events=frozenset(frame.name for frame in frames if frame.event),
        gathers=frozenset(frame.name for frame in frames for slot in frame.slots if slot.bind == "group"),
    )


def _affixes(table: dict[str, Any]) -> Affixes:
    return Affixes(
        prefixes=tuple(tuple(fold(part) for part in slot) for slot in table["prefixes"]),
        suffixes=tuple((fold(suffix), fold(ending)) for suffix, ending in table["suffixes"]),
        persons=table["persons"],
        person=table["person"],
        shortest=table["shortest"],
        whole=frozenset(fold(word) for word in table["whole"]),
    )


def _frame(table: dict[str, Any]) -> Frame:
    name = table["attribute"]
    slots = tuple(_slot(name, key, slot) for key, slot in table["slots"].items())
    parts = tuple((part, told) for part, named in table.get("parts", {}).items() for told in named)
    people = frozenset(table.get("people", ()))
    return Frame(name, slots, tuple(table.get("needs", ())), parts, table.get("event", False), people)


def _slot(frame: str, name: str, table: dict[str, Any]) -> Slot:
    return Slot(
        frame=frame,
        name=name,
        bind=table["bind"],
        value=table.get("value", "boolean"),
        steps=tuple(tuple(_step(frame, step) for step in steps) for steps in table.get("steps", ())),
        near=tuple(table.get("near", ())),
        partners=tuple(table.get("partners", ())),
        meets=tuple(table.get("meets", ())),
        implies=table.get("implies"),
        alone=table.get("alone", False),
        unit=table.get("unit"),
        score=table.get("score"),
        reported=table.get("reported", False),
        giver=table.get("giver", False),
        weak=table.get("weak", False),
        lifeless=table.get("lifeless", False),
    )


def _step(frame: str, name: str) -> str:
    return name if name == frame or name.startswith("_") else f"{frame}:{name}"


def _cues(table: dict[str, Any]) -> dict[str, list[str]]:
    frame = table["attribute"]
    cues = {frame: table.get("triggers", [])}
    cues[f"{frame}?"] = table.get("weak", [])
    cues |= {f"{frame}:{name}": listed for name, listed in table.get("words", {}).items()}
    for part, named in table.get("parts", {}).items():
        cues |= {f"{frame}/{part}/{name}": listed for name, listed in named.items()}
    for name, slot in table["slots"].items():
        for key, mark in _LISTS.items():
            cues[f"{frame}.{name}{mark}"] = slot.get(key, [])
    return {name: listed for name, listed in cues.items() if listed}


def _numbers(table: dict[str, Any], ands: Iterable[str]) -> dict[str, list[str]]:
    """Nouns that are a number themselves, met as they are listed or with an "and" written together."""
    return {
        f"{table['attribute']}/{part}.{form}/{name}": [
            f"={letter}{noun}" for noun in listed for letter in ands
        ]
        for form in _NUMBERS
        for part, named in table.get(form, {}).items()
        for name, listed in named.items()
    }
