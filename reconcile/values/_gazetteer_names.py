"""All names, adjectives and descriptions of the gazetteer in one language, ready to be looked up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeVar

from reconcile.errors import InputError
from reconcile.languages import known, load
from reconcile.values._gazetteer_words import words

__all__ = [
    "Entry",
    "Form",
    "Name",
    "Vocabulary",
    "add_places",
    "all_entries",
    "entry",
    "forget_places",
    "remembers",
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
def _facts() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("reconcile.values") / "_places.toml").read_text(encoding="utf-8"))


_ADDED: dict[str, dict[str, Any]] = {}


def add_places(path: str | Path) -> None:
    """Add a user's places to the gazetteer of this process, in every language that the file has words of.

    The file has the form of ``places.toml``, one level deeper::

        [en.cities.NO]
        riverton = ["Riverton"]
        [ar.cities.NO]
        riverton = ["ريفرتون"]

    English names every place, countries are known by their ISO code. ``add_places`` may be called again; what was
    looked up before is forgotten.

    Raises:
        InputError: when the file is not of that form.
    """
    try:
        told = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        unknown = told.keys() - set(known())
        if unknown:
            raise ValueError(f"no language {', '.join(sorted(unknown))}; known are {', '.join(known())}")
        english = {(group, code, slug) for group, code, slug, _ in _told(told.get("en", {}))}
        for language in told:
            lost = {item[:3] for item in _told(told[language])} - english
            if lost:
                raise ValueError(f"no English name of {'/'.join(sorted(lost)[0])}")
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(f"{path}: {error}") from error
    for language, table in told.items():
        for group, code, slug, names in _told(table):
            _ADDED.setdefault(language, {}).setdefault(group, {}).setdefault(code, {})[slug] = list(names)
    _forget()


def forget_places() -> None:
    """Take every added place out again."""
    _ADDED.clear()
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


def _told(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str, Sequence[str]]]:
    for group, code, slug in (
        (g, c, s) for g in _KINDS for c, inner in table.get(g, {}).items() for s in inner
    ):
        yield group, code, slug, table[group][code][slug]


def _table(language: str) -> dict[str, Any]:
    """The words of places of one language, with those that the user added."""
    table, added = load(language).table("places"), _ADDED.get(language, {})
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
    seats = _facts()["seats" if group == "cities" else "governments"]
    return code if slug in seats.get(code, ()) else None


@cache
def vocabulary_of(language: str) -> Vocabulary:
    pack = load(language)
    table, people = _table(language), pack.table("names")
    names: dict[tuple[str, ...], tuple[Name, ...]] = {}
    for name in _all_names(table):
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
    for code, slugs in _facts()["seats"].items():
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
