"""Right-to-left words inside left-to-right pages: the one place that knows about it.

Words of an article never stand loose in an English line: full stops, ranges and brackets would land on
the wrong side and a digit could change its owner. ``clean`` takes out the control characters by which a
quote could reorder the page around it (the data keep them), ``isolate`` and ``prose`` wrap what is left
in Unicode isolates for terminals and Markdown; HTML uses ``<bdi>`` around the same ``runs``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from reconcile import languages

__all__ = ["FSI", "PDI", "clean", "direction", "isolate", "language_tag", "prose", "runs", "weave"]

FSI, PDI = "\u2068", "\u2069"
_CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufff9-\ufffb]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_IS_RTL = re.compile(f"[{_RTL}]")
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u058f"
_ASIDE = rf"\([^{_LETTERS}()\n]*\)(?=\s+[{_RTL}])"
"""Words in brackets in the middle of foreign words; at their end brackets are the sentence's: "X (an outlet) against"."""
_RUN = re.compile(
    rf"""(?<![^\s(\[{{])(?:"(?P<double>[^"]*?[{_RTL}].*?)"|'(?P<single>[^']*?[{_RTL}].*?)')(?=[\s.,;:!?)\]}}]|$)"""
    rf"|[“«](?P<curly>[^”»]*[{_RTL}][^”»]*)[”»]"
    rf"|(?P<bare>[{_RTL}](?:(?:[^{_LETTERS}()\[\]:\n]|:(?!\s)|{_ASIDE})*[{_RTL}])?)"
)
_ISOLATED = re.compile(f"({FSI}[^{PDI}]*{PDI})")
_WAYS = {"R": "rtl", "AL": "rtl", "L": "ltr"}
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def clean(text: str) -> str:
    """One line of printable text without bidirectional and other control characters.

    >>> clean("a\\u202eb\\x1b[31m\\n c")
    'ab[31m c'
    """
    text = _SURROGATES.sub("\ufffd", text)
    return " ".join(_UNPRINTABLE.sub("", _CONTROLS.sub("", text)).split())


def isolate(text: str) -> str:
    """The text, cleaned, in first-strong isolates (U+2068 … U+2069) when anything in it runs right to left.

    >>> isolate("Carmeli"), isolate("\\u202eכרמלי") == "\\u2068כרמלי\\u2069"
    ('Carmeli', True)
    """
    text = clean(text)
    return f"{FSI}{text}{PDI}" if _IS_RTL.search(text) else text


def runs(sentence: str) -> Iterator[tuple[bool, str]]:
    """An English sentence cut into its own words (``False``) and foreign ones to be isolated (``True``).

    What stands in quotation marks is one piece; otherwise a piece reaches from the first to the last
    right-to-left letter with no Latin letter, colon or end of brackets between them.

    >>> list(runs("says כרמלי, 2 sources"))
    [(False, 'says '), (True, 'כרמלי'), (False, ', 2 sources')]
    """
    return _runs(clean(sentence))


def _runs(sentence: str) -> Iterator[tuple[bool, str]]:
    done = 0
    for match in _RUN.finditer(sentence):
        start, end = match.span(match.lastgroup or 0)
        if start > done:
            yield False, sentence[done:start]
        yield True, sentence[start:end]
        done = end
    if done < len(sentence):
        yield False, sentence[done:]


def prose(sentence: str) -> str:
    """An English sentence with every right-to-left piece in it isolated, for terminals and Markdown.

    >>> prose("says כרמלי, 2 sources") == "says \\u2068כרמלי\\u2069, 2 sources"
    True
    """
    return weave(clean(sentence))


def weave(sentence: str) -> str:
    """The same for a sentence of clean pieces, some of which were isolated before; they stay as they are.

    >>> weave(isolate("כרמלי") + " or לביא") == "\\u2068כרמלי\\u2069 or \\u2068לביא\\u2069"
    True
    """
    parts = _ISOLATED.split(sentence)
    return "".join(part if part[:1] == FSI else _isolate_runs(part) for part in parts)


def _isolate_runs(part: str) -> str:
    return "".join(f"{FSI}{piece}{PDI}" if foreign else piece for foreign, piece in _runs(part))


def direction(text: str, language: str | None = None) -> str:
    """``rtl`` or ``ltr``: that of the language if any letter runs its way, else of the first letter.

    >>> direction("5 בדצמבר"), direction("5 December", "he"), direction("…", "ar"), direction("BBC: قال", "ar")
    ('rtl', 'ltr', 'rtl', 'rtl')
    """
    code = (language or "").lower().partition("-")[0]
    own = languages.load(code).direction if code in languages.known() else None
    found = [way for char in text if (way := _WAYS.get(unicodedata.bidirectional(char)))]
    return own if own and (own in found or not found) else next(iter(found), "ltr")


def language_tag(language: str | None) -> str | None:
    """A language code if it has the form of one (it comes from outside and stands in an attribute).

    >>> language_tag("ar-SY"), language_tag('x" onload="')
    ('ar-SY', None)
    """
    return language if language and _TAG.fullmatch(language) else None
