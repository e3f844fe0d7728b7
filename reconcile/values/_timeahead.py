"""Whether a date that names no year or week is still ahead: by the words of its clause ("will meet on Sunday").

In news a bare weekday is the last one; the exception is what its clause says is to come. The nearest word
decides: one of saying, or of what has happened, between the verb and the day takes it back.
"""

from __future__ import annotations

import re
from functools import cache

from reconcile.languages import fold
from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._tokens import Lexicon, lexicon

__all__ = ["with_ahead"]

#: How far from a date the words of its clause are looked at, in characters.
_REACH = 90
_CLAUSE = re.compile(r"[.;:!?](?=\s|$)|[\n\"]")


@cache
def _words(language: str) -> re.Pattern[str] | None:
    """The words that put a clause ahead, as a group of that name, and those that put it back."""
    lex = lexicon(language)
    clauses = lex.settings.get("clauses")
    if clauses is None:
        return None
    ahead, back = (_either(clauses[name]) for name in ("ahead", "back"))
    return re.compile(rf"(?<!\w)(?:{_leading(lex)})?(?:(?P<ahead>{ahead})|{back})(?!\w)")


def _either(words: list[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in sorted(words, key=len, reverse=True))


def _leading(lex: Lexicon) -> str:
    """The letters of "and" and "which" that a verb may bear."""
    chains = (letters for letters, chain in lex.chains.items() if {name for _, name in chain} <= _LEADING)
    return "|".join(re.escape(letters) for letters in chains)


_LEADING = {"and", "which"}


def _is_open(fields: Fields) -> bool:
    """Whether the words leave open in which year or week it is, so that the clause may tell."""
    named = fields.weekday is not None or fields.month is not None or fields.holiday is not None
    stated = (fields.year, fields.shift, fields.unit, fields.step, fields.toward, fields.base, fields.numeric)
    return named and all(value is None for value in stated)


def _is_ahead(text: str, start: int, end: int, words: re.Pattern[str]) -> bool:
    """Whether the words before a date in its clause, or behind it where it leads the clause, say so."""
    low = max(0, start - _REACH)
    low = max([low, *(mark.end() for mark in _CLAUSE.finditer(text, low, start))])
    told = list(words.finditer(text, low, start))
    if told:
        return told[-1]["ahead"] is not None and not text.startswith("'s", end)
    if len(text[low:start].split()) > 1:
        return False
    stop = _CLAUSE.search(text, end, end + _REACH)
    first = words.search(text, end, end + _REACH if stop is None else stop.start())
    return first is not None and first["ahead"] is not None


def with_ahead(scene: Scene, text: str, found: list[Mention]) -> list[Mention]:
    """The mentions of a folded text, those marked that their clause puts ahead."""
    words = _words(scene.lexicon.language)
    if words is None:
        return found
    items = scene.items
    return [
        altered(one, ahead=True)
        if _is_open(one.fields)
        and one.bound is None
        and _is_ahead(text, items[one.start].start, items[one.end - 1].end, words)
        else one
        for one in found
    ]
