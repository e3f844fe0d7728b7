"""The furniture of pages as data (``languages/<code>/page.toml``), and how a line is matched against it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile.languages import known, load
from reconcile.readers._lines import Line, plain

__all__ = ["Cues", "cues", "rest_after"]

_AROUND = re.compile(r"^[^\w©]+|[^\w©]+$")
_NUMBERS = re.compile(r"[\d()\[\].,:/+-]+")
_SEPARATOR = re.compile(r"\s*[:|/>\-•·([]")


@dataclass(frozen=True)
class Cues:
    """The phrases of one language beside those of English, which stand on pages of every language."""

    table: dict[str, dict[str, tuple[str, ...]]]

    def starts(self, line: Line, group: str, key: str = "starts", *, loose: bool = False) -> str | None:
        """The longest phrase that the line begins with.

        Unless ``loose``, a phrase of one word must be followed by a mark (a colon, a bar, a dash), by a
        number, or by nothing: "Share: …" is furniture, "Share prices fell" is not.
        """
        text = _AROUND.sub("", line.folded) or line.folded
        found = (cue for cue in self.table[group][key] if _begins(text, cue, loose))
        return max(found, key=len, default=None)

    def whole(self, line: Line, group: str, key: str = "whole") -> bool:
        """Whether the line is one of the phrases and nothing else, numbers and marks aside."""
        bare = _AROUND.sub("", " ".join(_NUMBERS.sub(" ", line.folded).split()))
        return bare in self.table[group][key]

    def inside(self, line: Line, group: str, key: str = "inside") -> int | None:
        """Where in the folded line the first of the phrases stands."""
        places = [place for cue in self.table[group][key] if (place := _find(line.folded, cue)) >= 0]
        return min(places, default=None)

    def date_words(self) -> frozenset[str]:
        """Words that may stand beside a date and leave the line a date."""
        keys = self.table["published"].values()
        return frozenset(word for phrases in keys for phrase in phrases for word in phrase.split())

    def words(self, group: str, key: str) -> tuple[str, ...]:
        """The phrases themselves."""
        return self.table[group][key]


def _begins(text: str, cue: str, loose: bool) -> bool:
    if not text.startswith(cue):
        return False
    after = text[len(cue) :]
    if not after or cue.endswith(":"):
        return True
    if cue.split(" ")[-1:] == [cue[-1]] and " " in cue:
        return True  # a proclitic ("עוד ב…") is part of the next word
    if after[0].isalnum() or after[0] in "'\"":
        return False
    return (
        loose or " " in cue or _SEPARATOR.match(after) is not None or after.strip()[0].isdigit() or "©" in cue
    )


def _find(text: str, cue: str) -> int:
    place = text.find(cue)
    while place >= 0:
        before, after = text[place - 1 : place], text[place + len(cue) : place + len(cue) + 1]
        if not before.isalnum() and not (after.isalnum() and cue[-1].isalnum()):
            return place
        place = text.find(cue, place + 1)
    return -1


def rest_after(line: Line, cue: str) -> str:
    """What follows a phrase that the line begins with, without the marks between them."""
    text = _AROUND.sub("", line.folded) or line.folded
    return _AROUND.sub("", text[len(cue) :])


@cache
def cues(language: str | None) -> Cues:
    """The cues of a language (and of English); of all known languages when it is unknown."""
    codes = {language, "en"} if language in known() else set(known())
    tables = [load(code).table("page") for code in sorted(code for code in codes if code)]
    merged: dict[str, dict[str, tuple[str, ...]]] = {}
    for group in tables[0]:
        keys: dict[str, Any] = tables[0][group]
        merged[group] = {
            key: tuple(dict.fromkeys(plain(cue) for table in tables for cue in table[group][key]))
            for key in keys
        }
    return Cues(merged)
