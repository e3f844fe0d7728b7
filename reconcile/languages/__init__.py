"""Language packs: one folder a language, words as data.

A pack is a folder ``reconcile/languages/<code>/`` of TOML tables (``time.toml``, ``roles.toml``, …), read
when first asked for. ``fold`` is the one length-preserving normal form that every table and every text
is brought to before they are compared, so offsets into a folded text are offsets into the text as
printed.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from reconcile.errors import UnknownNameError

__all__ = ["Pack", "detect", "fold", "known", "load"]

_FOLD: dict[int, str] = {}
for _group, _letter in (
    ("أإآٱ", "ا"), ("ىیئ", "ي"), ("ؤ", "و"), ("ةۀ", "ه"), ("کڪ", "ك"),
    ("\u00a0\u202f\u2009\u2007\t", " "), ("\u2013\u2014\u2015\u2212\u05be\u2011\u2010", "-"),
    ("\u05f3\u2018\u2019\u02bc\u00b4`", "'"), ("\u05f4\u201c\u201d\u201e«»\u00ab\u00bb", '"'),
    ("،", ","), ("؛", ";"), ("؟", "?"), ("٪", "%"), ("٫", "."), ("٬", ","),
):  # fmt: skip
    _FOLD.update({ord(char): _letter for char in _group})
for _zero in (0x660, 0x6F0):
    _FOLD.update({_zero + digit: str(digit) for digit in range(10)})


def fold(text: str) -> str:
    """Case, letter variants, digits, dashes and quotation marks brought to one form; same length.

    Marks that have a width in code points (vowel points, tatweel, bidi controls) are kept, because
    taking them out would move every offset; matchers allow for them.

    >>> fold("الثلاثاء ٦/١") == "الثلاثاء 6/1"
    True
    >>> len(fold("İstanbul")) == len("İstanbul")
    True
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_FOLD)


@dataclass(frozen=True)
class Pack:
    """The words of one language."""

    code: str
    name: str
    script: str
    direction: str
    folder: Traversable

    def table(self, name: str) -> dict[str, Any]:
        """The TOML table ``name`` of this pack (``"time"`` reads ``time.toml``); empty when absent."""
        return _table(self.code, name)

    def tables(self, folder: str) -> dict[str, dict[str, Any]]:
        """All TOML tables of a sub-folder (``"frames"``), by file name."""
        return {name: _table(self.code, f"{folder}/{name}") for name in _stems(self.code, folder)}


@cache
def _table(code: str, name: str) -> dict[str, Any]:
    path = files(__name__) / code / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


@cache
def _stems(code: str, folder: str) -> tuple[str, ...]:
    path = files(__name__) / code / folder
    if not path.is_dir():
        return ()
    return tuple(sorted(p.name[:-5] for p in path.iterdir() if p.name.endswith(".toml")))


@cache
def known(table: str = "names") -> tuple[str, ...]:
    """The codes of the languages whose packs have a table.

    Articles are read in the languages of ``known()``, which have a table of every kind; in those of
    ``known("time")`` dates are read at least.

    >>> "fr" in known(), "fr" in known("time")
    (False, True)
    """
    return tuple(sorted(p.name for p in files(__name__).iterdir() if (p / f"{table}.toml").is_file()))


@cache
def load(code: str) -> Pack:
    """The pack of a language.

    Raises:
        UnknownNameError: when there is none for this code.
    """
    if code not in known("pack"):
        raise UnknownNameError("language", code, known("pack"))
    about = _table(code, "pack")
    return Pack(code, about["name"], about["script"], about["direction"], files(__name__) / code)


_SCRIPTS = {"Hebr": (0x590, 0x5FF), "Arab": (0x600, 0x6FF), "Cyrl": (0x400, 0x4FF), "Latn": (0x41, 0x24F)}


#: So many of its own words must a text hold before it is taken for one of a language in which only dates
#: are read: a name or a headline is not enough.
_SURE = 3
_ENOUGH = 4000  # the first words of a text tell its language


def detect(text: str) -> str | None:
    """The language of a text by its script, or ``None`` when it has no letters of a known pack.

    Of several packs with one script it is the one that articles are read in, unless clearly more of the
    text's words are those that another one lists as its own (``common`` in ``pack.toml``).

    >>> detect("חידוש השיחות"), detect("المحادثات"), detect("1234")
    ('he', 'ar', None)
    >>> detect("Le Monde"), detect("Le président a rencontré les ministres dans la capitale, selon une source")
    ('en', 'fr')
    """
    counts = {
        script: sum(low <= ord(char) <= high for char in text if char.isalpha())
        for script, (low, high) in _SCRIPTS.items()
    }
    script = max(counts, key=lambda name: counts[name])
    codes = _of_script(script) if counts[script] else ()
    if len(codes) < 2:
        return codes[0] if codes else None
    words = set(_WORD.findall(fold(text[:_ENOUGH])))
    shares = {code: len(words & _common(code)) for code in codes}
    best = max(codes, key=lambda code: shares[code])
    sure = shares[best] >= _SURE and shares[best] > shares[codes[0]]
    return best if sure or codes[0] not in known() else codes[0]


_WORD = re.compile(r"[^\W\d_]+")


@cache
def _of_script(script: str) -> tuple[str, ...]:
    """The packs of a script, those that articles are read in first."""
    codes = (code for code in known("pack") if load(code).script == script)
    return tuple(sorted(codes, key=lambda code: (code not in known(), code)))


@cache
def _common(code: str) -> frozenset[str]:
    """The words that a text of a language is known by; none where it has its script to itself."""
    return frozenset(load(code).table("pack").get("common", ()))
