"""The small words of names and the given names that are listed, script by script.

They are data (``languages/<code>/names.toml`` and ``particles.toml``), looked up by script, so that a name needs no
language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile.languages import known, load
from reconcile.values._names_letters import SCRIPTS, Spelling, clean, spell

__all__ = ["TAILS", "Small", "courtesy_phrases", "scripts_of", "small_of"]

TAILS = {"الدين": "دين", "eddine": "din", "eddin": "din", "aldin": "din",
          "الله": "له", "allah": "lah", "אללה": "לה"}  # fmt: skip


@dataclass(frozen=True)
class Small:
    """The small words of one script."""

    particles: frozenset[str]
    nasab: frozenset[str]
    kunya: frozenset[str]
    theophoric: frozenset[str]
    honorifics: frozenset[str]
    courtesy: frozenset[str]
    numbers: dict[str, int]
    generations: dict[str, str]
    letters: dict[str, str]
    """Letters by their names ("دبليو"), by which initials are written."""
    fuller: dict[str, tuple[Spelling, ...]]
    given: dict[str, frozenset[str]]
    feminine: tuple[str, ...]
    words: frozenset[str]
    """Every word that may be something else than a name."""


@cache
def small_of(script: str) -> Small:
    """The small words of all languages of a script.

    >>> small_of("Latn").numbers["xiv"]
    14
    """
    tables = [
        load(code).table(table)
        for table in ("names", "particles")
        for code in known(table)
        if load(code).script == script
    ]

    def all_of(*keys: str) -> frozenset[str]:
        return frozenset(clean(item) for table in tables for key in keys for item in table.get(key, ()))

    numbers = {
        clean(form): place
        for table in tables
        for place, forms in enumerate(table.get("ordinals", ()), 1)
        for form in forms
    }
    generations = dict(_forms(tables, "generations"))
    letters = {form: clean(letter) for form, letter in _forms(tables, "letters")}
    lists = ("particles", "nasab", "kunya", "theophoric", "honorifics", "suffixes")
    return Small(
        particles=all_of("particles"),
        nasab=all_of("nasab"),
        kunya=all_of("kunya"),
        theophoric=all_of("theophoric"),
        honorifics=all_of("honorifics"),
        courtesy=all_of("honorifics", "suffixes"),
        words=all_of(*lists)
        | {word for phrase in all_of("honorifics") for word in phrase.split()}
        | numbers.keys()
        | generations.keys()
        | letters.keys()
        | TAILS.keys(),
        feminine=tuple(sorted(all_of("feminine_endings"))),
        numbers=numbers,
        generations=generations,
        letters=letters,
        fuller=_fuller_forms((pair for table in tables for pair in table.get("short_forms", ())), script),
        given=_keys(_forms(tables, "given")),
    )


def _forms(tables: Iterable[Mapping[str, Any]], name: str) -> Iterator[tuple[str, str]]:
    """Every form that is listed under a key, with the key."""
    return (
        (clean(form), key) for table in tables for key, forms in table.get(name, {}).items() for form in forms
    )


def _keys(forms: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for form, key in forms:
        found[form] = found.get(form, frozenset()) | {key}
    return found


def _fuller_forms(pairs: Iterable[Sequence[str]], script: str) -> dict[str, tuple[Spelling, ...]]:
    found: dict[str, tuple[Spelling, ...]] = {}
    for short, full in pairs:
        found[clean(short)] = (*found.get(clean(short), ()), spell(clean(full), script))
    return found


@cache
def courtesy_phrases() -> tuple[str, ...]:
    """Courtesy of several words, in any script ("حجة الإسلام")."""
    return tuple(
        sorted(phrase for script in SCRIPTS for phrase in small_of(script).honorifics if " " in phrase)
    )


@cache
def scripts_of(name: str) -> frozenset[str]:
    """The scripts that the lexicon has spellings of a listed given name in.

    >>> sorted(scripts_of("karim"))
    ['Arab', 'Hebr', 'Latn']
    """
    packs = [load(code) for code in known()]
    return frozenset(pack.script for pack in packs if pack.table("names").get("given", {}).get(name))
