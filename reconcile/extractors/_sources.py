"""A text as tokens that know what they mean for the question who says what.

The text is read once; every token knows which expressions of ``sources.toml``, which outlet and which place of the
gazetteer begin at it, also under the letters that Arabic and Hebrew write together with a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from reconcile import languages
from reconcile.extractors._sentences import is_gershayim, quotations
from reconcile.languages._outlets import outlets
from reconcile.values import _gazetteer

__all__ = ["Lexicon", "Page", "SourceType", "Tag", "Token", "plain"]

_MARKS = re.compile(
    "[\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_TOKEN = re.compile(r"(?:\w\.){2,}\w?(?!\w)|\w+(?:[-'״]\w+)*'?|[^\w\s]|\n")
_GERSHAYIM = re.compile('(?<=[א-ת])"(?=[א-ת])')
_MEDIAL = str.maketrans("ךםןףץ", "כמנפצ")
_SINGLE = re.compile(r"(?<![א-ת])([בהלמשכו]?)'([א-ת][^'\n]{1,40}[א-ת])'(?![א-ת])")
_VERBS = ("say", "announce", "think", "quote", "describe", "report", "passive", "written", "participle")
_LEADLESS = frozenset(
    {
        *_VERBS,
        "complement",
        "preposition",
        "negation",
        "relative",
        "pronoun",
        "thus",
        "subordinator",
        "objects",
    }
)
_PHRASES = ("according", "according_last", "according_which", "citing", "speaking_to", "listeners", "relayed", "media", "time",
            "objects", "no_sources", "openers", "same", "labels")  # fmt: skip
_WORDS = {
    "complementizers": "complement", "prepositions": "preposition", "negations": "negation", "adverbs": "adverb",
    "relatives": "relative", "pronouns": "pronoun", "subordinators": "subordinator", "conjuncts": "conjunct",
    "joint": "joint", "issued": "issued", "additive": "additive", "personal": "personal", "determiners": "determiner", "definite": "definite", "thus": "thus", "passive": "be",
    "quoted_as": "quoted_as", "infinitive": "infinitive", "sides": "sides", "agents": "agent", "without": "without",
}  # fmt: skip

SourceType = Literal[
    "outlet", "agency", "government", "official_body", "organisation", "official_statement", "document",
    "named_official", "anonymous_officials", "anonymous_sources", "person",
]  # fmt: skip


def plain(text: str) -> tuple[str, list[int]]:
    """The text without vowel points, tatweel and bidi controls, and where each of these stood.

    Single quotation marks around Hebrew words, which may follow a prefix letter, become double ones.

    >>> plain("أكّد"), plain("ב'הארץ'")[0]
    (('أكد', [2]), 'ב"הארץ"')
    """
    return _SINGLE.sub(r'\1"\2"', _MARKS.sub("", text)), [match.start() for match in _MARKS.finditer(text)]


class Tag(NamedTuple):
    """A word or expression of the language pack that begins at a token."""

    kind: str
    value: str
    length: int = 1
    skip: int = 0
    lead: str = ""
    definite: bool = False


@dataclass(slots=True)
class Token:
    """A word or a mark of the plain text, with the tags that begin at it."""

    start: int
    end: int
    form: str
    tags: tuple[Tag, ...] = ()
    mention: _gazetteer.Mention | None = None
    quoted: bool = False
    partner: int = -1
    """Of a quotation mark: the index of the one on the other side."""

    @property
    def mark(self) -> bool:
        """Whether this is punctuation."""
        return not (self.form[0].isalnum() or self.form[0] == "_")

    def tag(self, *kinds: str) -> Tag | None:
        """The first tag of one of these kinds."""
        return next((tag for tag in self.tags if tag.kind in kinds), None)


# --------------------------------------------------------------------------------------------------
# The lexicon of one language
# --------------------------------------------------------------------------------------------------


class _Item(NamedTuple):
    words: tuple[str, ...]
    kind: str
    value: str


class _Reading(NamedTuple):
    text: str
    skip: int
    lead: str
    definite: bool


def _key(text: str) -> str:
    return _GERSHAYIM.sub("״", languages.fold(_MARKS.sub("", text)))


def _folded(text: str) -> str:
    """A text folded, with its gershayim told from its quotation marks."""

    def mark(match: re.Match[str]) -> str:
        return "״" if is_gershayim(text, match.start()) else '"'

    return _GERSHAYIM.sub(mark, languages.fold(text))


class Lexicon:
    """``sources.toml`` of one language and the outlets, indexed by the first word of every expression."""

    def __init__(self, language: str) -> None:
        table = languages.load(language).table("sources")
        self.language = language
        self.grammar: dict[str, Any] = table["grammar"]
        self.verb_first: bool = self.grammar["verb_first"]
        self.cased = languages.load(language).script == "Latn"
        self.inner = frozenset(map(_key, self.grammar["inner_prepositions"]))
        self.content_prepositions = frozenset(map(_key, self.grammar["content_prepositions"]))
        self.doubtful = frozenset(map(_key, table["doubtful"]["names"]))
        self.whole = frozenset(_key(name) for outlet in outlets().values() for name in outlet.whole)
        self.complement_prefixes: tuple[str, ...] = tuple(self.grammar["complement_prefixes"])
        self.index: dict[str, tuple[_Item, ...]] = {}
        for item in (*_items(table), *_outlet_items(language)):
            self.index[item.words[0]] = (*self.index.get(item.words[0], ()), item)

    def readings(self, form: str) -> tuple[_Reading, ...]:
        """The readings of a word, with and without the letters written together with it, that are listed."""
        return _readings(self.language, form)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (built once)."""
    return Lexicon(language)


def _items(table: dict[str, Any]) -> Iterator[_Item]:
    yield from _grammar_items(table["grammar"])
    verbs = table["verbs"]
    for kind in _VERBS:
        for form in _forms(kind, verbs):
            yield _item(form, kind, form)
    for kind in _PHRASES:
        for words in table["phrases"][kind]:
            yield _item(words, kind, words)
    for group, heads in table["heads"].items():
        for head, words in heads.items():
            yield from (_item(word, "head", f"{group}:{head}") for word in words)


def _outlet_items(language: str) -> Iterator[_Item]:
    """The outlets of the one list, by their names in the language, in Latin letters, and those of other words."""
    for outlet in outlets().values():
        names = (*outlet.names.get(language, ()), *outlet.names.get("en", ()), *outlet.whole)
        kind = "agency" if outlet.wire else "outlet"
        yield from (_item(name, kind, outlet.name) for name in dict.fromkeys(names))


def _grammar_items(grammar: dict[str, Any]) -> Iterator[_Item]:
    for key, kind in _WORDS.items():
        yield from (_item(word, kind, word) for word in grammar[key])


def _item(words: str, kind: str, value: str) -> _Item:
    return _Item(tuple(match.group() for match in _TOKEN.finditer(_key(words))), kind, value)


def _forms(kind: str, verbs: dict[str, Any]) -> Iterator[str]:
    """The inflected forms of the verbs of one class."""
    endings = verbs["participle_suffixes"] if kind == "participle" else verbs["past_suffixes"]
    for stem in verbs[kind]["past"]:
        yield from (_joined(stem, ending) for ending in (endings if " " not in stem else ("",)))
    for stem in verbs[kind]["present"]:
        for before in verbs["present_prefixes"]:
            yield from (before + _joined(stem, after) for after in verbs["present_suffixes"])


def _joined(stem: str, ending: str) -> str:
    """A stem with an ending; a Hebrew letter that has a final form takes its other one."""
    return stem[:-1] + stem[-1].translate(_MEDIAL) + ending if ending else stem


@cache
def _readings(language: str, form: str) -> tuple[_Reading, ...]:
    index = lexicon(language).index
    return tuple(reading for reading in _stripped(lexicon(language), form) if reading.text in index)


def _stripped(lexicon: Lexicon, form: str) -> Iterator[_Reading]:
    grammar = lexicon.grammar
    for joined in ("", *grammar["conjunctions"]):
        for prefix in ("", *grammar["prefixes"]):
            for article in ("", *grammar["articles"]):
                melts = prefix in grammar["assimilates"]
                yield from _without(form, joined + prefix, article, melts=melts)
    if lexicon.cased and form.endswith(("'s", "s'")):
        yield _Reading(form[: form.rindex("'")].removesuffix("'"), 0, "", False)


def _without(form: str, lead: str, article: str, *, melts: bool) -> Iterator[_Reading]:
    """``form`` without the letters in front, where it begins with them.

    An article that ``melts`` into the letter before it leaves only its second one ("ل" + "ال" is "لل").
    """
    if not form.startswith(lead):
        return
    rest, skip = form[len(lead) :], len(lead)
    if lead and rest[:1] == "-":
        rest, skip = rest[1:], skip + 1
    shown = article[1:] if melts and article else article
    if rest.startswith(shown) and (not lead + article or len(rest) > len(shown) + 1):
        yield _Reading(rest[len(shown) :], skip + len(shown), lead, bool(article))


# --------------------------------------------------------------------------------------------------
# A page of tokens
# --------------------------------------------------------------------------------------------------


class Page:
    """A plain text as tokens, with what the language pack and the gazetteer know of them."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.lexicon = lexicon(language)
        self.tokens = [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(_folded(text))]
        self.starts = [token.start for token in self.tokens]
        self._places: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            self._places.setdefault(token.form, []).append(index)
        self._tag()
        self._locate(_gazetteer.find(text, language))
        for low, high in _lines(text):
            self._quote(low, high)

    def at(self, offset: int) -> int:
        """The index of the first token that begins at or after an offset."""
        return bisect_left(self.starts, offset)

    def _tag(self) -> None:
        for index, token in enumerate(self.tokens):
            if not token.mark:
                token.tags = tuple(sorted(self._tags(index, token), key=lambda tag: -tag.length))

    def _tags(self, index: int, token: Token) -> Iterator[Tag]:
        for reading in self.lexicon.readings(token.form):
            for item in self.lexicon.index[reading.text]:
                size = len(item.words)
                if size > 1 and not self._continues(index, item.words):
                    continue
                if item.value.endswith(":masthead") and not self._ends_name(index):
                    continue
                if _fits(item.kind, reading, self.lexicon):
                    yield Tag(item.kind, item.value, size, reading.skip, reading.lead, reading.definite)

    def _ends_name(self, index: int) -> bool:
        """Whether this word and the one before it bear capitals ("Daily News")."""
        pair = self.tokens[max(0, index - 1) : index + 1]
        return len(pair) == 2 and all(self.text[token.start].isupper() for token in pair)

    def _continues(self, index: int, words: Sequence[str]) -> bool:
        rest = self.tokens[index + 1 : index + len(words)]
        return [token.form for token in rest] == list(words[1:])

    def _locate(self, mentions: Iterable[_gazetteer.Mention]) -> None:
        for mention in mentions:
            for index in range(max(0, self.at(mention.start + 1) - 1), self.at(mention.end)):
                self.tokens[index].mention = mention

    def _quote(self, low: int, high: int) -> None:
        for quote in quotations(self.text, low, high):
            first, last = self.at(quote.start), self.at(quote.end)
            if quote.open and not self._opens_speech(first - 1, low):
                continue
            self.tokens[first - 1].partner = last
            if not quote.open:
                self.tokens[last].partner = first - 1
            for token in self.tokens[first:last]:
                token.quoted = True

    def _opens_speech(self, index: int, low: int) -> bool:
        """Whether a quotation mark that is never closed begins a paragraph or follows a colon or comma."""
        before = self.tokens[index - 1] if index else None
        return before is None or before.end <= low or before.form in ":,\n"

    def introduced(self, words: Iterable[str]) -> int | None:
        """Where a name stands beside a role ("the Israeli minister Dan Roe"): the index of its token."""
        for word in words:
            for index in self._places.get(word, ()):
                before = self.tokens[max(0, index - 6) : index]
                if any(_is_role(token) for token in before) and not any(
                    token.form in ".\n" for token in before
                ):
                    return index
        return None

    def side(self, first: int, last: int) -> str | None:
        """The first country that is named or meant in a run of tokens, in English."""
        for token in self.tokens[first:last]:
            if token.mention and token.mention.country:
                entry = _gazetteer.entry(token.mention.country)
                return entry.name if entry else None
        return None

    def side_of(self, words: Iterable[str]) -> str | None:
        """The country beside which a name stands anywhere on the page ("the Israeli minister Dan Roe")."""
        at = self.introduced(words)
        return None if at is None else self.side(max(0, at - 8), at)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.span()


def _is_role(token: Token) -> bool:
    return any(tag.kind == "head" and tag.value.startswith("named_official") for tag in token.tags)


def _fits(kind: str, reading: _Reading, lexicon: Lexicon) -> bool:
    """Whether letters in front of a word may stand before a word of this kind."""
    if not reading.lead and not reading.definite:
        return True
    if kind not in _LEADLESS:
        return True
    if reading.definite and kind != "objects":
        return False
    allowed = ("", *lexicon.grammar["conjunctions"], *(lexicon.complement_prefixes if kind in _VERBS else ()))
    return reading.lead in allowed
