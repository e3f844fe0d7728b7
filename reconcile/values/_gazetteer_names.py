"""All names, adjectives and descriptions of the gazetteer in one language, ready to be looked up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar

from reconcile.languages import known, load
from reconcile.values._gazetteer_words import words
from reconcile.values._tables import Table, read_table

__all__ = [
    "Entry",
    "Form",
    "Name",
    "Places",
    "Vocabulary",
    "all_entries",
    "entry",
    "facts",
    "read_places",
    "remembers",
    "using",
    "vocabulary_of",
]


Form = Literal["name", "adjective", "metonym", "description"]

_KINDS = {"cities": "city", "regions": "region", "bodies": "body"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the gazetteer.

    ``code`` is ISO 3166 for a country (``FR``), country and slug for what lies in it (``FR/paris``);
    ``INT`` is the country of what no country owns. ``governs`` is the country whose government the name
    may stand for.
    """

    code: str
    kind: Literal["country", "city", "region", "body"]
    country: str
    name: str
    governs: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    printed: str
    entry: Entry
    form: Form


@dataclass(frozen=True)
class Vocabulary:
    proclitics: tuple[str, ...]
    locative_proclitics: frozenset[str]
    cased: bool
    guarded: frozenset[str]
    guards: frozenset[str]
    also_persons: frozenset[str]
    given: frozenset[str]
    kinship: frozenset[str]
    locative: frozenset[str]
    political: frozenset[str]
    political_after: frozenset[str]
    no_names: frozenset[tuple[str, ...]]
    names: dict[tuple[str, ...], tuple[Name, ...]]
    longest: dict[str, int]


@cache
def facts() -> dict[str, dict[str, list[str]]]:
    """What no language changes: seats of governments, bodies that stand for one, bodies that every country has."""
    return tomllib.loads((files("reconcile.values") / "_places.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Places:
    """Places that a user adds: for each language the tables of ``places.toml``, kinds of places only."""

    told: Mapping[str, Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]]


#: The places in use, innermost last.
_IN_USE = [Places({})]


def read_places(path: str | Path) -> Places:
    """A user's places, from a file that has the form of ``places.toml``, one level deeper::

        [en.cities.NO]
        riverton = ["Riverton"]
        [ar.cities.NO]
        riverton = ["ريفرتون"]

    English names every place; ``cities``, ``regions`` and ``bodies`` stand under a country's ISO code.

    Raises:
        InputError: when the file is not of that form; the error names the line.
    """
    table = read_table(path)
    table.check(table.told, known(), "language", "")
    english = {told[:3] for told in _told(table, "en")}
    for language in table.told:
        for group, code, slug, line in _told(table, language):
            if (group, code, slug) not in english:
                raise table.error(f"no English name of {slug!r}: write it under [en.{group}.{code}]", line)
    return Places(table.told)


def _told(table: Table, language: str) -> Iterator[tuple[str, str, str, int]]:
    """Kind, country, name and line of all that a file tells in one language."""
    groups = _tables(table, table.told.get(language, {}), language)
    table.check(groups, _KINDS, "kind of places", language)
    for group, inner in groups.items():
        codes = _tables(table, inner, f"{language}.{group}")
        table.check(codes, (*_table("en")["countries"], "INT"), "country", f"{language}.{group}")
        for code, places in codes.items():
            head = f"{language}.{group}.{code}"
            for slug, names in _tables(table, places, head).items():
                line = table.line(head, slug)
                if not isinstance(names, list) or not names or not all(isinstance(n, str) for n in names):
                    raise table.error(f"{slug} is a list of names", line)
                yield group, code, slug, line


def _tables(table: Table, told: Any, head: str) -> Mapping[str, Any]:
    if not isinstance(told, Mapping):
        raise table.error(f"[{head}] is a table", table.line(head))
    return told


@contextmanager
def using(places: Places | None) -> Iterator[None]:
    """Within it the gazetteer knows a user's places too; one thread at a time."""
    if places is None or places == _IN_USE[-1]:
        yield
        return
    _IN_USE.append(places)
    _forget()
    try:
        yield
    finally:
        _IN_USE.pop()
        _forget()


def _forget() -> None:
    all_entries.cache_clear()
    vocabulary_of.cache_clear()
    for look_up in _REMEMBERING:
        look_up.cache_clear()


_REMEMBERING: list[Any] = []


_F = TypeVar("_F")


def remembers(look_up: _F) -> _F:
    """Mark a cached function of the gazetteer: what it remembers is forgotten when places are added."""
    _REMEMBERING.append(look_up)
    return look_up


def _table(language: str) -> dict[str, Any]:
    """The words of places of one language, with those that the user added."""
    table, added = load(language).table("places"), _IN_USE[-1].told.get(language, {})
    merged = {
        group: {
            code: {**table.get(group, {}).get(code, {}), **added[group].get(code, {})}
            for code in table.get(group, {}).keys() | added[group].keys()
        }
        for group in added
    }
    return {**table, **merged}


@cache
def all_entries() -> dict[str, Entry]:
    table = _table("en")
    found = {code: Entry(code, "country", code, names[0], code) for code, names in table["countries"].items()}
    for group, kind in _KINDS.items():
        for code, slug, names in _items(table, group):
            at = f"{code}/{slug}"
            found[at] = Entry(at, kind, code, names[0], _governed(code, slug, group))  # type: ignore[arg-type]
    return found


def _items(table: dict[str, Any], group: str) -> Iterator[tuple[str, str, list[str]]]:
    for code, inner in table.get(group, {}).items():
        for slug, names in inner.items():
            yield code, slug, names


def _governed(code: str, slug: str, group: str) -> str | None:
    seats = facts()["seats" if group == "cities" else "governments"]
    return code if slug in seats.get(code, ()) else None


@cache
def vocabulary_of(language: str) -> Vocabulary:
    pack = load(language)
    table, people = _table(language), pack.table("names")
    names: dict[tuple[str, ...], tuple[Name, ...]] = {}
    for name in sorted(_all_names(table), key=lambda name: name.printed.isupper()):  # "Nato" is "NATO" too
        key = tuple(word.text for word in words(name.printed))
        if key and not any(other.entry == name.entry for other in names.get(key, ())):
            names[key] = (*names.get(key, ()), name)
    no_names = frozenset(tuple(w.text for w in words(phrase)) for phrase in table.get("no_names", ()))
    longest: dict[str, int] = {}
    for key in (*names, *no_names):
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Vocabulary(
        proclitics=tuple(table.get("proclitics", ())),
        locative_proclitics=frozenset(table.get("locative_proclitics", ())),
        cased=pack.script == "Latn",
        given=_folded(form for forms in people.get("given", {}).values() for form in forms),
        kinship=_folded((*people.get("nasab", ()), *people.get("kunya", ()))),
        no_names=no_names,
        names=names,
        longest=longest,
        **{key: _folded(table.get(key, ())) for key in _WORD_LISTS},
    )


_WORD_LISTS = ("guarded", "guards", "also_persons", "locative", "political", "political_after")


def _folded(items: Iterable[str]) -> frozenset[str]:
    return frozenset(word.text for item in items for word in words(item))


def _all_names(table: dict[str, Any]) -> Iterator[Name]:
    entries = all_entries()
    for code, names in table.get("countries", {}).items():
        yield from (Name(name, entries[code], "name") for name in names)
        fuller = (state.format(name=name) for state in table.get("states", ()) for name in names)
        yield from (Name(name, entries[code], "name") for name in fuller)
    for group in _KINDS:
        for code, slug, names in _items(table, group):
            at = entries[f"{code}/{slug}"]
            form: Form = "metonym" if at.kind == "body" and at.governs else "name"
            yield from (Name(name, at, form) for name in names)
    for code in table.get("adjectives", {}):
        yield from (Name(form, entries[code], "adjective") for form in _adjectives(table, code))
    yield from _capitals(table)


def _adjectives(table: dict[str, Any], code: str) -> Iterator[str]:
    articles = [a for a in table.get("articles", ()) if not a.isascii()]
    for stem in table["adjectives"][code]:
        if stem.startswith("="):
            yield stem[1:]
            continue
        for ending in table["adjective_endings"]:
            for article in ("", *articles):
                yield (
                    " ".join(article + word + ending for word in stem.split()) if articles else stem + ending
                )


def _capitals(table: dict[str, Any]) -> Iterator[Name]:
    entries = all_entries()
    for code, slugs in facts()["seats"].items():
        at = entries[f"{code}/{slugs[0]}"]
        for pattern in table.get("capital", ()):
            words_of = table["countries"] if "{name}" in pattern else table["adjectives"]
            for word in words_of.get(code, ()):
                yield Name(pattern.format(name=word, adjective=word), at, "description")


def entry(code: str) -> Entry | None:
    """The entry of a code.

    >>> entry("SY").name
    'Syria'
    """
    return all_entries().get(code)
