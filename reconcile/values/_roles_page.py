"""A text in which offices are looked for, with the places in it, and an office while it is being read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import RoleValue
from reconcile.values import _gazetteer
from reconcile.values._gazetteer import Entry, Mention, Word, words
from reconcile.values._roles_words import Phrase, Vocabulary, vocabulary_of

__all__ = ["Draft", "Page", "RoleMention", "owner_of", "page_of"]


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office in a text (code points, end exclusive).

    ``definite`` says that one known holder is meant; ``principal`` is the office that this one serves.
    """

    start: int
    end: int
    role: RoleValue
    definite: bool = False
    plural: bool = False
    principal: RoleMention | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its words and the places of the gazetteer in it, by the index of their first word."""

    text: str
    language: str
    words: Sequence[Word]
    places: dict[int, tuple[Mention, int]]
    ends: dict[int, tuple[Mention, int]]
    vocabulary: Vocabulary

    def joined(self, at: int) -> bool:
        """Whether nothing but a space or a hyphen stands between the word and the one before it."""
        if not 0 < at < len(self.words):
            return False
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return len(gap) <= 2 and not gap.strip(" -\u00a0\u05be\u2011\u200e\u200f.")

    def starts(self, at: int, phrase: Phrase) -> bool:
        """Whether the phrase stands at this word, in one piece."""
        run = self.words[at : at + len(phrase)]
        return tuple(w.text for w in run) == phrase and all(
            self.joined(at + i) for i in range(1, len(phrase))
        )

    def taken(self, at: int) -> str:
        """The letters before the place that begins in this word."""
        return self.text[self.words[at].start : self.places[at][0].start].strip("\"'-\u05be")


def page_of(text: str, language: str) -> Page:
    listed = words(text)
    by_start = [word.start for word in listed]
    places: dict[int, tuple[Mention, int]] = {}
    ends: dict[int, tuple[Mention, int]] = {}
    at = 0
    for mention in _gazetteer.find(text, language):
        while at + 1 < len(by_start) and by_start[at + 1] <= mention.start:
            at += 1
        last = at
        while last + 1 < len(by_start) and by_start[last + 1] < mention.end:
            last += 1
        places[at], ends[last] = (mention, last + 1), (mention, at)
    return Page(text, language, listed, places, ends, vocabulary_of(language))


@dataclass(frozen=True, slots=True)
class Draft:
    """A role while its words are being read; ``left`` and ``right`` are word indexes."""

    code: str
    left: int
    right: int
    start: int
    definite: bool
    plural: bool
    bare: bool
    of: str | None = None
    to: str | None = None
    standing: str | None = None
    principal: RoleMention | None = None


def owner_of(entry: Entry) -> str:
    """Who is meant when something belongs to this place: the body itself, else the country."""
    return entry.code if entry.kind == "body" and not entry.governs else entry.governs or entry.country
