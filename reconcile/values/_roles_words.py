"""The words of offices in one language, expanded from its table: forms with and without their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

from reconcile.languages import load
from reconcile.values._gazetteer import words

__all__ = ["COUNTERPART", "Phrase", "Title", "Vocabulary", "expanded", "vocabulary_of"]


COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Title:
    code: str
    definite: bool
    plural: bool = False
    country: str | None = None


Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    cased: bool
    titles: dict[Phrase, tuple[Title, ...]]
    longest: dict[str, int]
    before: dict[Phrase, str]
    after: dict[Phrase, str]
    of: tuple[Phrase, ...]
    to: tuple[Phrase, ...]
    fillers: tuple[Phrase, ...]
    idle: tuple[Phrase, ...]
    administrations: frozenset[str]
    offices: frozenset[str]
    to_proclitics: frozenset[str]
    not_names: frozenset[str]


@cache
def vocabulary_of(language: str) -> Vocabulary:
    pack = load(language)
    table = pack.table("roles")
    article = {"Arab": "ال", "Hebr": "ה"}.get(pack.script, "")
    titles: dict[Phrase, tuple[Title, ...]] = {}
    for form, title in _all_titles(table):
        for key, definite in expanded(form, article):
            known_titles = titles.get(key, ())
            if title.code not in {other.code for other in known_titles}:
                titles[key] = (*known_titles, replace(title, definite=definite))
    longest: dict[str, int] = {}
    for key in titles:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Vocabulary(
        cased=pack.script == "Latn",
        titles=titles,
        longest=longest,
        before=_standings(table, "before"),
        after=_standings(table, "after"),
        of=_phrases(table.get("of", ())),
        to=_phrases(table.get("to", ())),
        fillers=_phrases(table.get("fillers", ())),
        idle=_phrases(table.get("idle", ())),
        administrations=_singles(table.get("administrations", ())),
        offices=_singles(table.get("offices", ())),
        to_proclitics=frozenset(table.get("to_proclitics", ())),
        not_names=_singles(pack.table("names").get("not_names", ())),
    )


def _key(phrase: str) -> Phrase:
    return tuple(word.text for word in words(phrase))


def _phrases(items: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(sorted({_key(item) for item in items}, key=len, reverse=True))


def _singles(items: Iterable[str]) -> frozenset[str]:
    return frozenset(word for item in items for word in _key(item))


def _standings(table: dict[str, Any], side: str) -> dict[Phrase, str]:
    found = {
        _key(p): code for code, phrases in table.get("standing", {}).get(side, {}).items() for p in phrases
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _all_titles(table: dict[str, Any]) -> Iterator[tuple[str, Title]]:
    for patterns, plural in (("minister_patterns", False), ("minister_plurals", True)):
        for pattern, (code, forms) in product(table.get(patterns, ()), table.get("portfolios", {}).items()):
            for form in forms:
                fixed = "=" if form.startswith("=") else ""
                yield (
                    fixed + pattern.format(portfolio=form.lstrip("=")),
                    Title(f"{code}_minister", False, plural),
                )
    for group, plural in (("titles", False), ("plurals", True)):
        for code, forms in table.get(group, {}).items():
            both = (*forms, *_feminine(forms, table.get("feminine", {})))
            yield from ((form, Title(code, False, plural)) for form in both)
    for country, inner in table.get("fixed", {}).items():
        for code, forms in inner.items():
            yield from ((form, Title(code, False, False, country)) for form in forms)
    yield from ((f"={word}", Title(COUNTERPART, True)) for word in table.get("counterparts", ()))


def _feminine(forms: Iterable[str], table: dict[str, str]) -> Iterator[str]:
    for form in forms:
        first, space, rest = form.partition(" ")
        if space and first in table:
            yield f"{table[first]} {rest}"


def expanded(form: str, article: str) -> Iterator[tuple[Phrase, bool]]:
    """A listed form without and with its article."""
    if form.startswith("="):
        yield _key(form[1:]), True
        return
    yield _key(form.replace("|", "")), False
    if "|" in form and article:
        yield _key(form.replace("|", article)), True
