"""Sentences and clauses with their offsets, for Arabic, Hebrew and English alike.

Attribution and certainty hold for a sentence or for a clause of it, so a wrong cut credits somebody with
words that are not theirs. A line break always ends a sentence; a full stop does unless it belongs to an
abbreviation, an initial, a number or an address. Quotation marks never cut: a closing one goes with the
sentence it closes. Abbreviations and the words that open a clause are data (``cues.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reconcile import languages

__all__ = ["Quote", "Sentence", "clauses", "is_abbreviation", "is_gershayim", "quotations", "sentences"]

_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CLOSERS = rf"[\"'”’»“״׳)\]}}{_BIDI}]*"
_RTL = "\u0590-\u06ff"
_ENDS = re.compile(
    rf"[\n\r\v\f\u2028\u2029]+"
    rf"|(?P<mark>[.!?؟۔…]+)(?P<close>{_CLOSERS})(?=\s|$)"
    rf"|(?<=[{_RTL}]{{3}})\.(?=[{_RTL}]{{2}})"
    r"|(?<=[a-z]{2})\.(?=[A-Z][a-z])"
)
_NEXT_WORD = re.compile(r"[^\w\n]*(\w+)")
_LAST_WORD = re.compile(r"[^\s\"'“”„«»(\[]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_HEBREW = re.compile("[א-ת]+")
_TRIM = re.compile(rf"[\s{_BIDI}]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of a text: ``text[start:end]``, code points, end exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this stretch."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quote:
    """What stands between two quotation marks, without the marks.

    ``open`` says that no closing mark was found in the paragraph: news style opens every paragraph of a
    long quotation and closes the last one only.
    """

    start: int
    end: int
    open: bool = False


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``text[start:end]``, trimmed of blanks; what has no letter or digit is left out.

    >>> text = "Dr. Vale paid $3.5 million. He left.\\nNo comment"
    >>> [sentence.of(text) for sentence in sentences(text)]
    ['Dr. Vale paid $3.5 million.', 'He left.', 'No comment']
    """
    stop = len(text) if end is None else end
    cuts = [*_cuts(text, start, stop), stop]
    found = (_trimmed(text, low, high) for low, high in zip([start, *cuts], cuts, strict=False))
    return tuple(sentence for sentence in found if _has_words(sentence.of(text)))


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    for match in _ENDS.finditer(text, start, end):
        if match["mark"] is None or _ends_here(text, start, match):
            yield match.end()


def _ends_here(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the marks of ``match`` end a sentence, by the words on both sides of them."""
    following = _NEXT_WORD.match(text, match.end())
    after = following[1] if following else ""
    if after[:1].islower():
        return False
    if match["mark"][0] not in ".…":
        return not (match["close"].strip("'") and _is_rtl(after))
    if match["mark"] != ".":
        return True
    before = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    return not (before and _is_short(before[0], after))


def _is_short(word: str, after: str) -> bool:
    """Whether ``word`` before a full stop is an abbreviation or an initial that goes on with ``after``."""
    folded, following = languages.fold(word), languages.fold(after)
    if folded in _words("before_number"):
        return following[:1].isdigit()
    if folded in _words("abbreviations") or _INITIALS.fullmatch(folded):
        return following not in _words("starters")
    return False


def is_abbreviation(word: str) -> bool:
    """Whether a full stop after this word mostly ends no sentence: an abbreviation or an initial."""
    return len(word) == 1 or word in _words("abbreviations")


def _is_rtl(word: str) -> bool:
    return "\u0590" <= word[:1] <= "\u06ff"


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _trimmed(text: str, start: int, end: int) -> Sentence:
    first = _TRIM.match(text, start, end)
    low = first.end() if first else start
    high = low + len(text[low:end].rstrip())
    return Sentence(low, high)


@cache
def _words(key: str) -> frozenset[str]:
    """A list of ``[sentences]`` of all packs' ``cues.toml``, folded."""
    tables = (languages.load(code).table("cues").get("sentences", {}) for code in languages.known())
    return frozenset(languages.fold(word) for table in tables for word in table.get(key, ()))


# --------------------------------------------------------------------------------------------------
# Clauses
# --------------------------------------------------------------------------------------------------


def clauses(text: str, start: int = 0, end: int | None = None) -> tuple[Sentence, ...]:
    """The clauses of one sentence: cut at semicolons, spaced dashes, and commas before a clause opener.

    A comma of a list ("London, Rome and Oslo") or inside a number is no boundary.

    >>> text = "It may rain in Rome, Oslo and Bonn, but the match goes on; nobody knows"
    >>> [clause.of(text) for clause in clauses(text)]
    ['It may rain in Rome, Oslo and Bonn,', 'but the match goes on;', 'nobody knows']
    """
    stop = len(text) if end is None else end
    folded = languages.fold(text[start:stop])
    cuts = [*(start + match.end() for match in _boundaries().finditer(folded)), stop]
    found = (_trimmed(text, low, high) for low, high in zip([start, *cuts], cuts, strict=False))
    return tuple(clause for clause in found if _has_words(clause.of(text)))


@cache
def _boundaries() -> re.Pattern[str]:
    openers = "|".join(sorted(map(re.escape, _words("openers")), key=len, reverse=True)) or r"\b\B"
    return re.compile(rf";|-+(?=\s)|,(?=\s+(?:{openers})(?![\w]))")


# --------------------------------------------------------------------------------------------------
# Quotations
# --------------------------------------------------------------------------------------------------

_MARK = re.compile(r"[\"“”„«»״]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?])['’](?!\w)")
_PAIRS = {"“": "”“", "„": "“”", "«": "»", "»": "«", '"': '"״”', "״": '״"', "”": "”", "‘": "’", "'": "'’"}


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quote, ...]:
    """The outermost quotations of a paragraph; gershayim inside a Hebrew word are no quotation marks.

    >>> text = 'ח"כ לוי אמר: "נחזור מחר" ויצא'
    >>> [text[quote.start : quote.end] for quote in quotations(text)]
    ['נחזור מחר']
    """
    stop = len(text) if end is None else end
    found: list[Quote] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, stop):
        if is_gershayim(text, mark.start()):
            continue
        if opened is None:
            opened = mark if mark[0] in _PAIRS and mark[0] != "’" else None
        elif mark[0] in _PAIRS[opened[0]]:
            found.append(Quote(opened.end(), mark.start()))
            opened = None
    if opened is not None and opened[0] not in "'‘":
        found.append(Quote(opened.end(), stop, open=True))
    return tuple(found)


def is_gershayim(text: str, at: int) -> bool:
    """Whether the mark stands inside a Hebrew abbreviation, not after a prefix letter that opens a quote."""
    if text[at] not in '"״”“' or not (_HEBREW.match(text, at + 1) and "א" <= text[at - 1 : at] <= "ת"):
        return False
    tail = _HEBREW.match(text, at + 1)
    head = _HEBREW.search(text[max(0, at - 12) : at][::-1])
    after, before = len(tail[0]) if tail else 0, len(head[0]) if head else 0
    return after == 1 or (before >= 2 and after <= 3)
