"""The words and names that say who is quoted, read once from the data files.

``languages/outlets.toml`` gives every outlet one id for its names in all scripts, ``bodies.toml`` the offices
that buildings stand for; ``languages/<code>/origins.toml`` has the words of each language.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from reconcile import languages
from reconcile.languages._outlets import outlets
from reconcile.values import _gazetteer

__all__ = [
    "Mark", "forget", "marks", "office_name", "office_of_body", "outlet_id", "outlet_name", "outlet_of", "tokens",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A word or phrase of the lexicon in a source's name: tokens ``start`` to ``end``, and what it is."""

    start: int
    end: int
    kind: str
    """``statement, joint, anonymous, unstated, outlet, small, office_of`` or ``office``."""
    code: str = ""


@lru_cache(maxsize=65536)
def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a name; the Arabic article is taken off, so both forms are one.

    >>> tokens("القناة الـ12") == tokens("قناة 12")
    True
    """
    return tuple(bare for word in _gazetteer.words(text) if (bare := _bare(word.text)))


def _bare(word: str) -> str:
    cut = word.removeprefix("ال") if len(word) > 3 else word
    return "" if cut == "ال" else cut


@cache
def _outlets() -> dict[tuple[str, ...], str]:
    """Every name of every outlet, in tokens, to the outlet's id."""
    return {
        tokens(name): outlet.id
        for outlet in outlets().values()
        for listed in (*outlet.names.values(), outlet.whole)
        for name in listed
    }


@cache
def _whole() -> frozenset[tuple[str, ...]]:
    """Names that mean an outlet only where nothing else stands beside them."""
    return frozenset(tokens(name) for outlet in outlets().values() for name in outlet.whole)


def outlet_id(words: Sequence[str]) -> str | None:
    """The id of the outlet whose longest name stands in these tokens.

    >>> outlet_id(tokens("وكالة رويترز")), outlet_id(tokens("no such paper"))
    ('reuters', None)
    """
    fitting = (part for part in _parts(words) if part in _outlets())
    return next(
        (_outlets()[part] for part in fitting if len(part) == len(words) or part not in _whole()), None
    )


def _parts(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """All runs of tokens, the longest first; a lone short token only where it stands alone."""
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            part = tuple(words[start : start + length])
            if length == len(words) or length > 1 or len(part[0]) > 3:
                yield part


def outlet_of(name: str) -> str | None:
    """The id of the outlet that goes by exactly this name.

    >>> outlet_of("رويترز"), outlet_of("the Reuters building")
    ('reuters', None)
    """
    return _outlets().get(tokens(name))


def forget() -> None:
    """The list has changed: names are looked up anew."""
    _outlets.cache_clear()
    _whole.cache_clear()


def outlet_name(code: str) -> str | None:
    """The printed name of an outlet of the table.

    >>> outlet_name("afp")
    'AFP'
    """
    return outlets()[code].name if code in outlets() else None


@cache
def office_of_body(code: str) -> str | None:
    """The office that a building or body of the gazetteer stands for.

    >>> office_of_body("US/white-house")
    'president'
    """
    table = tomllib.loads((files("reconcile.origins") / "bodies.toml").read_text(encoding="utf-8"))
    return next((office for office, bodies in table.items() if code in bodies), None)


def office_name(code: str) -> str:
    """The printed name of an office.

    >>> office_name("foreign")
    'Foreign Ministry'
    """
    return str(languages.load("en").table("origins")["offices"][code][0])


@cache
def _phrases(language: str) -> dict[tuple[str, ...], Mark]:
    table = languages.load(language).table("origins")
    listed: dict[tuple[str, ...], Mark] = {}
    for kind, phrases in table.items():
        for code, entries in phrases.items() if isinstance(phrases, dict) else [("", phrases)]:
            for phrase in entries:
                listed[tokens(phrase)] = Mark(0, 0, "office" if code else kind, code)
    return listed


def marks(words: Sequence[str], language: str) -> tuple[Mark, ...]:
    """The lexicon's words in these tokens, left to right, the longest first.

    >>> [(mark.kind, mark.code) for mark in marks(tokens("joint statement of the Foreign Ministry"), "en")]
    [('joint', ''), ('statement', ''), ('small', ''), ('small', ''), ('office', 'foreign')]
    """
    return tuple(_scan(words, language)) if language in languages.known() else ()


def _scan(words: Sequence[str], language: str) -> Iterator[Mark]:
    at = 0
    while at < len(words):
        found = _longest(words, at, language)
        if found is not None:
            yield found
        at = found.end if found is not None else at + 1


def _longest(words: Sequence[str], at: int, language: str) -> Mark | None:
    """The longest phrase that begins at a token, with or without the letters that are written onto it."""
    phrases = _phrases(language)
    for length in range(min(_length(language), len(words) - at), 0, -1):
        for stem in _gazetteer.stems(words[at], language):
            found = phrases.get((_bare(stem.text), *words[at + 1 : at + length]))
            if found is not None:
                return Mark(at, at + length, found.kind, found.code)
    return None


@cache
def _length(language: str) -> int:
    return max(map(len, _phrases(language)), default=0)
