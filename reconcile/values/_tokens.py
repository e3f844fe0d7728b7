"""Running text as tokens: words of the language packs, digits, dates and clocks in digits, punctuation.

Numbers, dates and durations read one and the same token stream, so a text is scanned once. The scanner
works on folded text and on words that the tables ``time.toml`` and ``numbers.toml`` list; a word that no
table lists is an *unknown* token and costs one dictionary look-up. Proclitics ("ב", "و") that stand on a
listed word become tokens of their own. Vowel points, tatweel and bidi controls are taken out first and
the offsets are led back to the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any

from reconcile import languages

if TYPE_CHECKING:
    from reconcile.values._numbers import Numeral

__all__ = ["Lexicon", "Plain", "Token", "lexicon", "plain", "tokenize"]

_MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]"
)
_ON_LETTERS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]")
_SCAN = re.compile(
    r"[ \t\r\f\v]*+(?:(?P<word>[^\W\d_]+(?:['\"][^\W\d_]+|\.[^\W\d_](?![^\W\d_]))*'?)"
    r"|(?P<iso>(?<![\w.])\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?(?![\w]))"
    r"|(?P<dmy>(?<![\d/.])(?:\d{1,2}(?P<sep>[/.\-])\d{1,2}(?P=sep)(?:\d{4}|\d\d)(?!\d|(?P=sep)\d)"
    r"|\d{4}(?P<sep2>[/.\-])\d{1,2}(?P=sep2)\d{1,2}(?!\d|(?P=sep2)\d)))"
    r"|(?P<clock>(?<![\w:.])[0-2]?\d[:h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?![\d:]))"
    r"|(?P<digits>\d+(?:[.,]\d+)*)"
    r"|(?P<break>\s+)"
    r"|(?P<mark>.))",
    re.DOTALL,
)
_UNKNOWN: Mapping[str, Any] = {}


@dataclass(slots=True)
class Plain:
    """Folded text without marks that have no sound, and the way back to the text as printed."""

    text: str
    offsets: Sequence[int] | None
    printed: str = ""

    def is_capital(self, position: int) -> bool | None:
        """Whether the letter there is printed as a capital; ``None`` in scripts that have none."""
        letter = self.printed[self.source(position)]
        return letter.isupper() if letter.upper() != letter.lower() else None

    def source(self, position: int) -> int:
        """The offset in the text as printed."""
        return position if self.offsets is None else self.offsets[position]

    def stop(self, position: int, printed: str) -> int:
        """The end in the text as printed; marks on the last letter belong to it."""
        end = self.source(position - 1) + 1
        while end < len(printed) and _ON_LETTERS.match(printed[end]):
            end += 1
        return end


def plain(text: str) -> Plain:
    """The folded text that is matched, with the offsets of what was kept.

    >>> plain("يـناير").text == "يناير", plain("يـناير").source(1)
    (True, 2)
    """
    folded = languages.fold(text)
    if text.isascii() or not _MARKS.search(folded):
        return Plain(folded, None, text)
    kept = [position for position, char in enumerate(folded) if not _MARKS.match(char)]
    return Plain("".join(folded[position] for position in kept), [*kept, len(folded)], text)


@dataclass(slots=True)
class Token:
    """One token: where it stands, its folded text, its shape, and what the tables know about it."""

    start: int
    end: int
    text: str
    shape: str
    """``word``, ``digits``, ``iso``, ``dmy``, ``clock``, ``mark`` or ``break``."""
    glued: bool
    """No space stands before it."""
    classes: Mapping[str, Any]
    attached: bool = False
    """A proclitic that was cut off the following word."""
    number: Numeral | None = None
    """The number that it stands for, where it was read as one."""


Phrase = tuple[tuple[str, ...], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language: phrases by their first word, and the words that bear proclitics."""

    language: str
    settings: Mapping[str, Any]
    phrases: Mapping[str, Sequence[Phrase]]
    chains: Mapping[str, tuple[tuple[str, str], ...]]
    """Chains of proclitics ("ومن"), each as its letters with their classes."""
    heads: frozenset[str]
    """The letters that such a chain can begin with."""
    single: Mapping[str, Mapping[str, Any]]
    """Words that are one phrase and begin no other one, as most listed words of a text are: their classes."""

    def cut(self, word: str) -> tuple[tuple[tuple[str, str], ...], str] | None:
        """The proclitics before a listed word, the fewest that leave one; or a chain that stands alone."""
        for at in range(1, min(len(word), 5)):
            if word[at:] in self.phrases and (chain := self.chains.get(word[:at])):
                return chain, word[at:]
        chain = self.chains.get(word)
        return None if chain is None else (chain, "")


def _entries(time: Mapping[str, Any], numbers: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every listed phrase with its class and its value there."""
    for table, name in (("months", "month"), ("weekdays", "weekday"), ("days", "day"),
                        ("hijri_months", "hijri"), ("hebrew_months", "hebrew"), ("solar_months", "solar")):  # fmt: skip
        yield from ((w, name, int(key)) for key, words in time.get(table, {}).items() for w in words)
    for key, words in time.get("nights", {}).items():
        shift, part = key.split()
        yield from ((w, "night", (int(shift), part)) for w in words)
    for table, name in (("parts", "part"), ("units", "unit"), ("this_units", "this_unit"), ("duals", "dual"),
                        ("seasons", "season"),
                        ("zones", "zone"), ("holidays", "holiday"), ("decades", "decade_name")):  # fmt: skip
        yield from ((w, name, key) for key, words in time.get(table, {}).items() for w in words)
    for key, words in time["words"].items():
        yield from ((w, key, True) for w in words)
    for table, name in (("cardinals", "cardinal"), ("ordinals", "ordinal"), ("scales", "scale")):
        yield from ((w, name, int(key)) for key, words in numbers.get(table, {}).items() for w in words)
    for table, name in (("fractions", "fraction"), ("vague", "vague"), ("currencies", "currency"),
                        ("units", "measure"), ("bounds", "bound"), ("percent", "percent")):  # fmt: skip
        yield from ((w, name, key) for key, words in numbers.get(table, {}).items() for w in words)
    for words, name in ((time["ordinal_suffixes"], "ordinal_suffix"), (time["decade_suffixes"], "decades"),
                        (numbers.get("share", ()), "share")):  # fmt: skip
        yield from ((w, name, True) for w in words)


def _words(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the scanner cuts them."""
    return tuple(m[m.lastgroup or 0] for m in _SCAN.finditer(plain(phrase).text) if m.lastgroup != "break")


def _proclitics(slots: Sequence[Mapping[str, str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """All chains of proclitics, each as its letters with their classes."""
    chains: dict[str, tuple[tuple[str, str], ...]] = {}
    for choice in product(*[(None, *slot) for slot in slots]):
        chain = tuple(
            (letters, slot[letters]) for letters, slot in zip(choice, slots, strict=True) if letters
        )
        if chain:
            chains.setdefault("".join(letters for letters, _ in chain), chain)
    return chains


@cache
def lexicon(language: str) -> Lexicon:
    """The words of time and number of one language, ready for ``tokenize``."""
    pack = languages.load(language)
    time, numbers = pack.table("time"), pack.table("numbers")
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    for phrase, name, value in _entries(time, numbers):
        found.setdefault(_words(phrase), {}).setdefault(name, value)
    for group in ("months", "weekdays", "days", "holidays"):
        for phrase in time["need_context"].get(group, ()):
            found.get(_words(phrase), {})["doubtful"] = True
    phrases: dict[str, list[Phrase]] = {}
    for words, classes in sorted(found.items(), key=lambda item: -len(item[0])):
        phrases.setdefault(words[0], []).append((words[1:], classes))
    slots = [{languages.fold(k): v for k, v in slot.items()} for slot in time["proclitics"]]
    chains = _proclitics(slots)
    heads = frozenset(chain[0] for chain in chains)
    single = {
        word: entries[0][1]
        for word, entries in phrases.items()
        if len(entries) == 1 and not entries[0][0] and word[0] not in heads
    }
    settings = {"money_letters": {}, **numbers, **time}
    return Lexicon(language, settings, phrases, chains, heads, single)


def _scan(text: str) -> list[Token]:
    tokens: list[Token] = []
    append, behind = tokens.append, -1
    for match in _SCAN.finditer(text):
        shape = match.lastgroup or "mark"
        start, end = match.span(shape)
        append(Token(start, end, text[start:end], shape, start == behind, _UNKNOWN))
        behind = end if shape != "break" else -1
    return tokens


def _match(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int | None:
    """The index after ``words`` when they stand from ``at`` on; a hyphen may join them."""
    for word in words:
        if at < len(tokens) and tokens[at].text == "-" and word != "-":
            at += 1
        if at >= len(tokens) or tokens[at].text != word:
            return None
        at += 1
    return at


def _lookup(
    tokens: Sequence[Token], at: int, word: str, lex: Lexicon
) -> tuple[Mapping[str, Any], int] | None:
    for rest, classes in lex.phrases.get(word, ()):
        after = _match(tokens, at + 1, rest) if rest else at + 1
        if after is not None:
            return classes, after
    return None


def _stems(word: str) -> Iterator[str]:
    """The word, and the word without a possessive or a quotation mark at its end."""
    yield word
    if len(word) == 2 and word.endswith("'"):
        return  # a letter that stands for a number ("ה'")
    if word.endswith("'"):
        yield word[:-1]
    elif word.endswith("'s"):
        yield word[:-2]


@cache
def _proclitic(name: str) -> Mapping[str, Any]:
    return {name: True}


def _prefixed(token: Token, chain: Sequence[tuple[str, str]]) -> list[Token]:
    """The proclitics of a word as tokens of their own."""
    found, start = [], token.start
    for letters, name in chain:
        end = start + len(letters)
        glued = token.glued if start == token.start else True
        found.append(Token(start, end, letters, "word", glued, _proclitic(name), attached=True))
        start = end
    return found


def _whole(tokens: Sequence[Token], at: int, word: str, lex: Lexicon) -> tuple[list[Token], int] | None:
    """The listed phrase that begins with this word, as one token."""
    found = _lookup(tokens, at, word, lex)
    if found is None:
        return None
    token, (classes, after) = tokens[at], found
    end = tokens[after - 1].end if after > at + 1 else token.start + len(word)
    return [Token(token.start, end, token.text, token.shape, token.glued, classes)], after


def _cut(tokens: Sequence[Token], at: int, word: str, lex: Lexicon) -> tuple[list[Token], int] | None:
    """The proclitics of this word and the listed phrase behind them, as tokens of their own."""
    cut = lex.cut(word)
    if cut is None:
        return None
    token, (chain, rest) = tokens[at], cut
    if not rest:
        return _prefixed(token, chain), at + 1
    found = _lookup(tokens, at, rest, lex)
    if found is None:
        return None
    classes, after = found
    start = token.start + len(word) - len(rest)
    end = tokens[after - 1].end if after > at + 1 else token.start + len(word)
    return [*_prefixed(token, chain), Token(start, end, rest, token.shape, True, classes)], after


def _read(tokens: Sequence[Token], at: int, lex: Lexicon) -> tuple[list[Token], int]:
    """The tokens that the tables make of the one at ``at``, and the index of the next one.

    The reading that takes more words wins ("وأحد عشر" is eleven, not one), then the one without proclitics.
    """
    for word in _stems(tokens[at].text):
        whole = _whole(tokens, at, word, lex)
        cut = _cut(tokens, at, word, lex) if whole is None or word[0] in lex.heads else None
        if whole is not None and (cut is None or cut[1] <= whole[1]):
            return whole
        if cut is not None:
            return cut
    return [tokens[at]], at + 1


def tokenize(text: str, lex: Lexicon) -> list[Token]:
    """The tokens of a folded text, left to right, with phrases joined and proclitics cut off.

    >>> [t.text for t in tokenize(plain("ב-5 בדצמבר").text, lexicon("he"))]
    ['ב', '-', '5', 'ב', 'דצמבר']
    """
    raw = _scan(text)
    phrases, heads, single = lex.phrases, lex.heads, lex.single
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        token = raw[at]
        word = token.text
        known = False
        if token.shape in ("word", "mark"):
            classes = single.get(word)
            if classes is not None:
                token.classes = classes
            else:
                known = word in phrases or word[0] in heads or "'" in word
        if known:
            made, at = _read(raw, at, lex)
            tokens += made
        else:
            tokens.append(token)
            at += 1
    return tokens
