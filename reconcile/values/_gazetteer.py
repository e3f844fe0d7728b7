"""Countries, cities, regions and bodies of the world, in the words of every language pack.

A government goes by many words: its country, the adjective of it, its capital, a building. Here each of
them leads to one :class:`Entry`, so that no later stage needs to know a word. The words are data (``languages/<code>/places.toml``, facts of no language in ``_places.toml``); one
pass over the words of a text finds them, longest first, under the one-letter words that Arabic and Hebrew
write together with the next one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal

from reconcile.languages import fold, known, load

__all__ = ["Entry", "Form", "Mention", "Word", "countries_in", "entry", "find", "lookup", "words"]

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


# --------------------------------------------------------------------------------------------------
# Words of a text
# --------------------------------------------------------------------------------------------------

_MARKS = "\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u200e\u200f\u202a-\u202e\u2066-\u2069"
_WORD = re.compile(rf"(?:[a-z]\.){{2,}}|[^\W_][\w{_MARKS}]*(?:[\"'][\w{_MARKS}]+)*'?")
_MARK = re.compile(f"[{_MARKS}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its place, and its folded letters without marks."""

    start: int
    end: int
    text: str


def words(text: str) -> list[Word]:
    """The words of a text, folded and without vowel points, with their places in the text as printed.

    >>> [word.text for word in words('נשיא ארה"ב, U.S. envoy')]
    ['נשיא', 'ארה"ב', 'u.s.', 'envoy']
    """
    return [Word(m.start(), m.end(), _MARK.sub("", m.group())) for m in _WORD.finditer(fold(text))]


@dataclass(frozen=True, slots=True)
class Stem:
    """A word without the letters in front of it that are words of their own."""

    skip: int
    text: str
    taken: str


@lru_cache(maxsize=65536)
def stems(word: str, language: str) -> tuple[Stem, ...]:
    """The readings of a word under its proclitics, the whole word first.

    >>> [stem.text for stem in stems("ובישראל", "he")]
    ['ובישראל', 'בישראל', 'ישראל']
    >>> "السعوديه" in {stem.text for stem in stems("للسعوديه", "ar")}
    True
    """
    found = [Stem(0, word, ""), *_strip(word, 0, "", _vocabulary(language).proclitics)]
    found += [Stem(s.skip, cut, s.taken) for s in found if (cut := _possessive(s.text)) != s.text]
    return tuple(sorted(found, key=lambda s: (s.skip, -len(s.text))))


def _strip(word: str, skip: int, taken: str, proclitics: Sequence[str]) -> Iterator[Stem]:
    for index, letters in enumerate(proclitics):
        if not word.startswith(letters) or len(word) <= len(letters) + 1:
            continue
        rest, cut = word[len(letters) :], len(letters)
        if rest[0] in "\"'-" and len(rest) > 2:
            rest, cut = rest[1:], cut + 1
        yield Stem(skip + cut, rest, taken + letters)
        if letters == "ل" and rest.startswith("ل"):
            yield Stem(skip + cut, "ال" + rest[1:], taken + letters)
        yield from _strip(rest, skip + cut, taken + letters, proclitics[index + 1 :])


def _possessive(word: str) -> str:
    return word[:-2] if word.endswith("'s") else word[:-1] if word.endswith("s'") else word


# --------------------------------------------------------------------------------------------------
# The vocabulary of one language
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Name:
    printed: str
    entry: Entry
    form: Form


@dataclass(frozen=True)
class _Vocabulary:
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
    names: dict[tuple[str, ...], tuple[_Name, ...]]
    longest: dict[str, int]


@cache
def _facts() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("reconcile.values") / "_places.toml").read_text(encoding="utf-8"))


@cache
def _entries() -> dict[str, Entry]:
    table = load("en").table("places")
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
def _vocabulary(language: str) -> _Vocabulary:
    pack = load(language)
    table, people = pack.table("places"), pack.table("names")
    names: dict[tuple[str, ...], tuple[_Name, ...]] = {}
    for name in _all_names(table):
        key = tuple(word.text for word in words(name.printed))
        if key and not any(other.entry == name.entry for other in names.get(key, ())):
            names[key] = (*names.get(key, ()), name)
    no_names = frozenset(tuple(w.text for w in words(phrase)) for phrase in table.get("no_names", ()))
    longest: dict[str, int] = {}
    for key in (*names, *no_names):
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return _Vocabulary(
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


def _all_names(table: dict[str, Any]) -> Iterator[_Name]:
    entries = _entries()
    for code, names in table.get("countries", {}).items():
        yield from (_Name(name, entries[code], "name") for name in names)
        fuller = (state.format(name=name) for state in table.get("states", ()) for name in names)
        yield from (_Name(name, entries[code], "name") for name in fuller)
    for group in _KINDS:
        for code, slug, names in _items(table, group):
            at = entries[f"{code}/{slug}"]
            form: Form = "metonym" if at.kind == "body" and at.governs else "name"
            yield from (_Name(name, at, form) for name in names)
    for code in table.get("adjectives", {}):
        yield from (_Name(form, entries[code], "adjective") for form in _adjectives(table, code))
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


def _capitals(table: dict[str, Any]) -> Iterator[_Name]:
    entries = _entries()
    for code, slugs in _facts()["seats"].items():
        at = entries[f"{code}/{slugs[0]}"]
        for pattern in table.get("capital", ()):
            words_of = table["countries"] if "{name}" in pattern else table["adjectives"]
            for word in words_of.get(code, ()):
                yield _Name(pattern.format(name=word, adjective=word), at, "description")


# --------------------------------------------------------------------------------------------------
# Finding and looking up
# --------------------------------------------------------------------------------------------------


def entry(code: str) -> Entry | None:
    """The entry of a code.

    >>> entry("SY").name
    'Syria'
    """
    return _entries().get(code)


@lru_cache(maxsize=8192)
def lookup(name: str, language: str | None = None) -> Entry | None:
    """What a whole string names: a country, city, region or body, by any of its words or by its code.

    >>> lookup("السورية", "ar").code, lookup("Tel Aviv").governs, lookup("no such place")
    ('SY', 'IL', None)
    """
    if name in _entries():
        return _entries()[name]
    parts = [word.text for word in words(name)]
    if not parts:
        return None
    for code in (language,) if language in known() else known():
        vocabulary = _vocabulary(code)
        for first in _first_words(parts[0], vocabulary):
            found = vocabulary.names.get((first, *parts[1:]))
            if found:
                return _by_marks(found, name)
        if parts[0] in ("the",) and len(parts) > 1 and (found := vocabulary.names.get(tuple(parts[1:]))):
            return found[0].entry
    return None


def _first_words(word: str, vocabulary: _Vocabulary) -> tuple[str, ...]:
    bare = word.removeprefix("ה") if "ה" in vocabulary.proclitics else word
    return (word, bare) if len(bare) > 1 else (word,)


def _by_marks(found: Sequence[_Name], printed: str) -> Entry:
    exact = [name for name in found if fold(name.printed) == fold(printed)]
    return (exact or found)[0].entry


def find(text: str, language: str) -> tuple[Mention, ...]:
    """Every name, adjective, metonym and description of the gazetteer in a text, left to right.

    >>> [(m.entry.code, m.form) for m in find("talks between Damascus and Israeli officials in Paris", "en")]
    [('SY/damascus', 'metonym'), ('IL', 'adjective'), ('FR/paris', 'name')]
    """
    if language not in known():
        return ()
    page, at = _Page(text, words(text), language, _vocabulary(language)), 0
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
    vocabulary: _Vocabulary

    def word(self, at: int) -> str:
        return self.words[at].text if 0 <= at < len(self.words) else ""


@dataclass(frozen=True, slots=True)
class _Hit:
    mention: Mention
    names: tuple[_Name, ...]
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
        return (*key[:-1], _possessive(key[-1]))
    return key


def _checked(page: _Page, at: int, length: int, stem: Stem, names: tuple[_Name, ...]) -> _Hit | None:
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


def _end(last: Word, vocabulary: _Vocabulary) -> int:
    return last.end - (len(last.text) - len(_possessive(last.text)) if vocabulary.cased else 0)


def _cased(printed: str, listed: str) -> bool:
    """Whether an English word bears the capitals of the listed name ("US" is not "us")."""
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


def _form(page: _Page, at: int, length: int, stem: Stem, name: _Name) -> Form:
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
    marked = [name for name in names if name.printed == printed and _MARK.search(printed)]
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
