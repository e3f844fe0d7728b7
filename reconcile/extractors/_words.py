"""Words of a text with their places, their possible stems, and the cue phrases that they spell.

Arabic and Hebrew write "and", "in" and "the" as parts of a word and inflect at its end, so a list of
full forms is never complete. Here a word has a *set* of possible stems, made by a few affixes (data:
``frames/_grammar.toml``); a cue is met when it is one of them. The cue list itself keeps the guesses
honest: a stem that no list names does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile import languages

__all__ = ["Affixes", "Hit", "Lexicon", "Word", "fold", "words"]

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u0640"
_MARK = re.compile(f"[{_MARKS}]")
_WORD = re.compile(f"[\\w{_MARKS}]+(?:[\"'](?=[א-ת])[א-ת]+)*")
_WITHIN = " -'\"\u200e\u200f"
_FINALS = str.maketrans("כמנפצ", "ךםןףץ")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``text[start:end]`` is how it is printed, ``form`` is folded and without marks.

    ``joined`` says that no comma or other mark stands between it and the word before it.
    """

    start: int
    end: int
    form: str
    stems: frozenset[str]
    joined: bool = True


@dataclass(frozen=True)
class Affixes:
    """What a word of a language may begin and end with.

    ``prefixes`` are slots in their order, each of which may be filled by one of its parts;
    ``suffixes`` are pairs of an ending and what stands there in the dictionary form.
    """

    prefixes: tuple[tuple[str, ...], ...] = ()
    suffixes: tuple[tuple[str, str], ...] = ()
    persons: str = ""
    """First letters of a finite verb that stand for the first letter of the listed form."""
    person: str = ""
    shortest: int = 3
    whole: frozenset[str] = frozenset()
    """Words whose first letters are their own."""

    def stems(self, form: str) -> frozenset[str]:
        """Everything that ``form`` may be an inflection of, with itself.

        >>> english = Affixes(suffixes=(("s", ""), ("ies", "y")))
        >>> sorted(english.stems("parties"))
        ['partie', 'parties', 'party']
        """
        return _stems(self, form)


@lru_cache(maxsize=50_000)
def _stems(affixes: Affixes, form: str) -> frozenset[str]:
    """Every reading of a form; a stem of three letters bears no article and ending at once."""
    bases = _without_prefixes(affixes, form)
    found = set(bases)
    for base, bare in bases.items():
        shortest = affixes.shortest if bare else affixes.shortest + 1
        found.update(stem for stem in _without_suffix(affixes, base) if len(stem) >= shortest)
    return frozenset(found)


def _without_prefixes(affixes: Affixes, form: str) -> dict[str, bool]:
    """What is left of a form without what it may begin with, and whether nothing but "and" was taken."""
    bases = {form: True}
    if form in affixes.whole:
        return bases
    for index, slot in enumerate(affixes.prefixes):
        for base, bare in list(bases.items()):
            for part in slot:
                rest = base[len(part) :]
                if base.startswith(part) and len(rest) >= affixes.shortest - 1 and base not in affixes.whole:
                    bases.setdefault(rest, bare and index == 0)
    if affixes.persons:
        bases |= {affixes.person + b[1:]: bare for b, bare in bases.items() if b[0] in affixes.persons}
    return bases


def _without_suffix(affixes: Affixes, base: str) -> Iterable[str]:
    for suffix, ending in affixes.suffixes:
        if base.endswith(suffix) and len(base) - len(suffix) + len(ending) >= affixes.shortest:
            stem = base[: len(base) - len(suffix)] + ending
            yield stem
            if stem[-1] in "כמנפצ":
                yield stem[:-1] + stem[-1].translate(_FINALS)


def fold(text: str) -> str:
    """One form for a cue and for a word of a text: folded, and without vowel marks and tatweel."""
    return _MARK.sub("", languages.fold(text))


def words(text: str, affixes: Affixes, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``; a Hebrew abbreviation with gershayim is one word.

    >>> [word.form for word in words("ארה״ב ואיראן ב-5 במאי", Affixes())]
    ['ארה"ב', 'ואיראן', 'ב', '5', 'במאי']
    """
    folded = languages.fold(text[start:end])
    found: list[Word] = []
    edge = 0
    for match in _WORD.finditer(folded):
        form = _MARK.sub("", match[0])
        if form:
            joined = not folded[edge : match.start()].strip(_WITHIN)
            found.append(Word(start + match.start(), start + match.end(), form, affixes.stems(form), joined))
            edge = match.end()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue met in a sentence: its name and the words it takes (``first`` to ``last``, exclusive)."""

    cue: str
    first: int
    last: int


class Lexicon:
    """Cue phrases by name, found in a sequence of words in one pass.

    A phrase that begins with ``=`` is met in this form only, without affixes.

    >>> lexicon = Lexicon({"talks": ["peace talks"]})
    >>> lexicon.hits(words("The peace talks ended", Affixes()))
    (Hit(cue='talks', first=1, last=3),)
    """

    def __init__(self, cues: Mapping[str, Iterable[str]]) -> None:
        self._phrases: dict[str, list[tuple[str, tuple[str, ...], bool]]] = {}
        for name, phrases in cues.items():
            for phrase in phrases:
                parts = tuple(word.form for word in words(phrase, Affixes()))
                self._phrases.setdefault(parts[0], []).append((name, parts, phrase.startswith("=")))

    def hits(self, found: Sequence[Word]) -> tuple[Hit, ...]:
        """All cues in ``found``, in the order of their first words; of one cue the longest phrase."""
        longest: dict[tuple[str, int], int] = {}
        for index, word in enumerate(found):
            for stem in word.stems:
                for name, parts, exact in self._phrases.get(stem, ()):
                    if _spells(found, index, parts) and (not exact or word.form == parts[0]):
                        key = (name, index)
                        longest[key] = max(longest.get(key, 0), index + len(parts))
        hits = (Hit(name, first, last) for (name, first), last in longest.items())
        return tuple(sorted(hits, key=lambda hit: (hit.first, hit.last, hit.cue)))


def _spells(found: Sequence[Word], index: int, parts: tuple[str, ...]) -> bool:
    if index + len(parts) > len(found):
        return False
    return all(
        part in found[index + step].stems and (step == 0 or found[index + step].joined)
        for step, part in enumerate(parts)
    )
