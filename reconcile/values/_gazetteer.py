"""Countries, cities, regions and bodies of the world, in the words of every language pack.

A government goes by many words: its country, the adjective of it, its capital, a building. Here each of
them leads to one :class:`Entry`, so that no later stage needs to know a word. The words are data
(``languages/<code>/places.toml``, facts of no language in ``_places.toml``); one pass over the words of a
text finds them, longest first, under the one-letter words that Arabic and Hebrew write together with the
next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reconcile.languages import fold, known
from reconcile.values._gazetteer_names import (
    Entry,
    Form,
    Name,
    Places,
    Vocabulary,
    all_entries,
    entry,
    facts,
    read_places,
    remembers,
    using,
    vocabulary_of,
)
from reconcile.values._gazetteer_words import MARK, Stem, Word, stems, without_possessive, words

__all__ = [
    "Entry",
    "Form",
    "Mention",
    "Places",
    "Stem",
    "Word",
    "beside",
    "countries_in",
    "entry",
    "facts",
    "find",
    "lookup",
    "read_places",
    "remembers",
    "stems",
    "using",
    "words",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, adjective, metonym or description of an entry in a text (code points, end exclusive)."""

    start: int
    end: int
    entry: Entry
    form: Form

    @property
    def country(self) -> str | None:
        """The country that is meant or lies behind the word; ``None`` for what no country owns."""
        return None if self.entry.country == "INT" else self.entry.country


def beside(text: str, mentions: Iterable[Mention]) -> list[Word]:
    """The words of a text that no mention covers.

    >>> [word.text for word in beside("the army of Norway", find("the army of Norway", "en"))]
    ['the', 'army', 'of']
    """
    spans = [(mention.start, mention.end) for mention in mentions]
    return [w for w in words(text) if not any(start < w.end and w.start < end for start, end in spans)]


@remembers
@lru_cache(maxsize=8192)
def lookup(name: str, language: str | None = None) -> Entry | None:
    """What a whole string names: a country, city, region or body, by any of its words or by its code.

    >>> lookup("السورية", "ar").code, lookup("Tel Aviv").governs, lookup("no such place")
    ('SY', 'IL', None)
    """
    return _named(name, language) or all_entries().get(name)


def _named(name: str, language: str | None) -> Entry | None:
    parts = [word.text for word in words(name)]
    if not parts:
        return None
    for code in (language,) if language in known() else known():
        vocabulary = vocabulary_of(code)
        for first in _first_words(parts[0], vocabulary):
            found = vocabulary.names.get((first, *parts[1:]))
            if found:
                return _by_marks(found, name)
        if parts[0] in ("the",) and len(parts) > 1 and (found := vocabulary.names.get(tuple(parts[1:]))):
            return found[0].entry
    return None


def _first_words(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    bare = word.removeprefix("ה") if "ה" in vocabulary.proclitics else word
    return (word, bare) if len(bare) > 1 else (word,)


def _by_marks(found: Sequence[Name], printed: str) -> Entry:
    exact = [name for name in found if fold(name.printed) == fold(printed)]
    return (exact or found)[0].entry


def find(text: str, language: str) -> tuple[Mention, ...]:
    """Every name, adjective, metonym and description of the gazetteer in a text, left to right.

    >>> [(m.entry.code, m.form) for m in find("talks between Damascus and Israeli officials in Paris", "en")]
    [('SY/damascus', 'metonym'), ('IL', 'adjective'), ('FR/paris', 'name')]
    """
    if language not in known():
        return ()
    page, at = _Page(text, words(text), language, vocabulary_of(language)), 0
    found: list[_Hit] = []
    while at < len(page.words):
        hit = _hit(page, at)
        if isinstance(hit, _Hit):
            found.append(hit)
        at += hit.length if isinstance(hit, _Hit) else hit
    return tuple(mention for hit in found if (mention := _settle(hit, found, text)))


@dataclass(frozen=True, slots=True)
class _Page:
    """A text under search."""

    text: str
    words: Sequence[Word]
    language: str
    vocabulary: Vocabulary

    def word(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""


@dataclass(frozen=True, slots=True)
class _Hit:
    mention: Mention
    names: tuple[Name, ...]
    length: int


def _hit(page: _Page, at: int) -> _Hit | int:
    """The longest name that begins with this word, or how many words to go on."""
    for stem in stems(page.words[at].text, page.language):
        longest = min(page.vocabulary.longest.get(stem.text, 0), len(page.words) - at)
        for length in range(longest, 0, -1):
            key = _key(page, at, length, stem)
            if key in page.vocabulary.no_names:
                return length
            names = page.vocabulary.names.get(key)
            if names and (hit := _checked(page, at, length, stem, names)):
                return hit
    return 1


def _key(page: _Page, at: int, length: int, stem: Stem) -> tuple[str, ...]:
    key = (stem.text, *(word.text for word in page.words[at + 1 : at + length]))
    if length > 1 and key not in page.vocabulary.names:
        return (*key[:-1], without_possessive(key[-1]))
    return key


def _checked(page: _Page, at: int, length: int, stem: Stem, names: tuple[Name, ...]) -> _Hit | None:
    run = page.words[at : at + length]
    start, end = run[0].start + stem.skip, _end(run[-1], page.vocabulary)
    if not _touching(page.text, run):
        return None
    if page.vocabulary.cased and not _cased(page.text[start:end], names[0].printed):
        return None
    if length == 1 and _doubtful(page, at, stem, names[0].form):
        return None
    form = _form(page, at, length, stem, names[0])
    return _Hit(Mention(start, end, names[0].entry, form), names, length)


def _touching(text: str, run: Sequence[Word]) -> bool:
    gaps = [text[a.end : b.start] for a, b in pairwise(run)]
    return all(len(gap) <= 2 and not gap.strip(" -.\u00a0\u05be\u2013\u2019") for gap in gaps)


def _end(last: Word, vocabulary: Vocabulary) -> int:
    return last.end - (len(last.text) - len(without_possessive(last.text)) if vocabulary.cased else 0)


def _cased(printed: str, listed: str) -> bool:
    """Whether an English name begins with the capitals of the listed one ("US" is not "us")."""
    printed, listed = printed.split(maxsplit=1)[0], listed.split(maxsplit=1)[0]
    if listed.isupper() or any(char.isupper() for char in listed[1:2]):
        return printed.isupper()
    return printed[:1].isupper() or not listed[:1].isupper()


def _doubtful(page: _Page, at: int, stem: Stem, form: Form) -> bool:
    """Whether a single word is more likely something else here: part of a name, or another word."""
    vocabulary, before = page.vocabulary, page.word(at - 1)
    if stem.text in vocabulary.also_persons and (before in vocabulary.given or before in vocabulary.kinship):
        return True
    if len(stem.text) <= 3 and stem.taken[-1:] in ("ك", "ف"):
        return True
    led = stem.taken[-1:] in vocabulary.locative_proclitics if form == "name" else stem.taken.endswith("ה")
    return stem.text in vocabulary.guarded and not led and before not in vocabulary.guards


def _form(page: _Page, at: int, length: int, stem: Stem, name: Name) -> Form:
    vocabulary, before = page.vocabulary, page.word(at - 1)
    if name.entry.kind != "city" or name.entry.governs is None or name.form != "name":
        return name.form
    if before in vocabulary.locative or stem.taken[-1:] in vocabulary.locative_proclitics:
        return "name"
    political = before in vocabulary.political or page.word(at + length) in vocabulary.political_after
    return "metonym" if political else "name"


def _settle(hit: _Hit, found: Sequence[_Hit], text: str) -> Mention | None:
    """One word of two places is the one whose country the text speaks of, else neither."""
    mention, names = hit.mention, hit.names
    if len(names) == 1:
        return mention
    printed = text[mention.start : mention.end]
    marked = [name for name in names if name.printed == printed and MARK.search(printed)]
    spoken = {other.mention.entry.country for other in found if len(other.names) == 1}
    told = marked or [name for name in names if name.entry.country in spoken]
    if len({name.entry.country for name in told or names}) != 1:
        return None
    chosen = (told or names)[0]
    form = mention.form if chosen is names[0] else chosen.form
    return Mention(mention.start, mention.end, chosen.entry, form)


def countries_in(text: str, language: str) -> tuple[str, ...]:
    """The codes of the countries that a text names in whatever form, in the order of their first mention.

    >>> countries_in("سفير تل أبيب لدى الولايات المتحدة", "ar")
    ('IL', 'US')
    """
    return tuple(dict.fromkeys(m.country for m in find(text, language) if m.country))
