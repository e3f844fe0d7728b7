"""A text in which persons are looked for: its words, its offices, and the lexicon of its language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reconcile.languages import fold, load
from reconcile.values import _roles, _roles_page
from reconcile.values._gazetteer import Word, words
from reconcile.values._roles import RoleMention

__all__ = [
    "Lexicon",
    "Name",
    "Page",
    "Person",
    "Role",
    "goes_on",
    "has_conjunction",
    "is_closed",
    "page_of",
    "replace_words",
]


@dataclass(frozen=True)
class Lexicon:
    cased: bool
    article: str
    conjunction: str
    given: frozenset[str]
    soft: frozenset[str]
    nasab: frozenset[str]
    kunya: frozenset[str]
    theophoric: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    conjunctions: frozenset[str]
    named_after: frozenset[str]
    named_before: frozenset[str]
    articles: frozenset[str]
    alias: tuple[tuple[str, ...], ...]


def _given(table: dict[str, Any]) -> frozenset[str]:
    """Given names of one word; of a double name ("ז'אן-נואל") each half."""
    return frozenset(word.text for forms in table["given"].values() for item in forms for word in words(item))


def _words_by_print(table: dict[str, Any]) -> frozenset[str]:
    """Words that fold like a name and are told from it as printed ("على" and "علي")."""
    return frozenset(
        word.text for item in table.get("not_names", ()) if item.endswith("ى") for word in words(item)
    )


@cache
def _lexicon(language: str) -> Lexicon:
    pack = load(language)
    table = pack.table("names")
    one = {
        key: frozenset(word.text for item in table.get(key, ()) for word in words(item))
        for key in (
            "nasab",
            "kunya",
            "theophoric",
            "particles",
            "honorifics",
            "suffixes",
            "not_names",
            "conjunctions",
            "articles",
            "named_after",
            "named_before",
        )
    }
    soft = frozenset(word.text for item in table.get("soft_given", ()) for word in words(item))
    one["not_names"] -= _words_by_print(table)
    soft -= one["not_names"]
    return Lexicon(
        cased=pack.script == "Latn",
        article="ال" if pack.script == "Arab" else "",
        conjunction={"Arab": "و", "Hebr": "ו"}.get(pack.script, ""),
        given=_given(table) - soft - one["not_names"],
        soft=soft,
        alias=tuple(tuple(w.text for w in words(phrase)) for phrase in table.get("alias", ())),
        **one,
    )


@dataclass(frozen=True, slots=True)
class Role:
    """A role with the words that it takes."""

    mention: RoleMention
    left: int
    right: int


@dataclass
class Page:
    text: str
    folded: str
    base: _roles_page.Page
    lexicon: Lexicon
    roles: list[Role]
    role_at: dict[int, Role]
    role_words: set[int]
    surnames: dict[tuple[str, ...], None]
    named: set[int]
    """Words of names that have their office already."""

    def gap(self, at: int) -> str:
        """What stands before a word, folded: ``" "``, ``", "``, ``" - "`` ..."""
        listed = self.base.words
        if not 0 < at < len(listed):
            return "\n"
        return self.folded[listed[at - 1].end : listed[at].start]

    def word(self, at: int) -> str:
        return self.base.words[at].text if 0 <= at < len(self.base.words) else ""


def page_of(text: str, language: str) -> Page:
    base = _roles_page.page_of(text, language)
    roles = []
    for mention, right in _roles.roles_on(base):
        left = next(i for i in range(right - 1, -1, -1) if base.words[i].start <= mention.start)
        roles.append(Role(mention, left, right))
    return Page(
        text=text,
        folded=fold(text),
        base=base,
        lexicon=_lexicon(language),
        roles=roles,
        role_at={role.left: role for role in roles},
        role_words={i for role in roles for i in range(role.left, role.right)},
        surnames={},
        named=set(),
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words from ``left`` to ``right`` and its first and last character."""

    left: int
    right: int
    start: int
    end: int
    units: int
    sure: bool
    """It begins with a given name that the lexicon knows, or a pattern that only names have."""


def goes_on(page: Page, at: int) -> bool:
    return page.gap(at) in (" ", "-", " -", "- ")


@dataclass(frozen=True, slots=True)
class Person:
    name: Name | None
    roles: tuple[Role, ...] = ()
    mentions: tuple[RoleMention, ...] = ()
    alias: tuple[int, int] | None = None
    plural: bool = False
    shared: bool = False
    """The office stands with another name of the list."""
    served: bool = False


def has_conjunction(page: Page, role: Role) -> bool:
    word = page.base.words[role.left]
    return word.start < role.mention.start and word.text.startswith(page.lexicon.conjunction or "\0")


def is_closed(page: Page, at: int) -> bool:
    """Whether punctuation stands before this word, or the text ends."""
    return bool(re.match(r"\"?\s?[,;.)(\n]|\"|\s-\s|$", page.gap(at))) or at >= len(page.base.words)


def replace_words(page: Page, listed: Sequence[Word]) -> Page:
    """The page with other readings of its words."""
    return replace(page, base=replace(page.base, words=listed))
