"""Language packs: one folder a language, words as data.

A pack is a folder ``reconcile/languages/<code>/`` of TOML tables (``time.toml``, ``roles.toml``, …), read
when first asked for. ``fold`` is the one length-preserving normal form that every table and every text
is brought to before they are compared, so offsets into a folded text are offsets into the text as
printed.
"""

from __future__ import annotations

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
def known() -> tuple[str, ...]:
    """The codes of all languages that have a pack."""
    return tuple(sorted(p.name for p in files(__name__).iterdir() if (p / "pack.toml").is_file()))


@cache
def load(code: str) -> Pack:
    """The pack of a language.

    Raises:
        UnknownNameError: when there is none for this code.
    """
    if code not in known():
        raise UnknownNameError("language", code, known())
    about = _table(code, "pack")
    return Pack(code, about["name"], about["script"], about["direction"], files(__name__) / code)


_SCRIPTS = {"Hebr": (0x590, 0x5FF), "Arab": (0x600, 0x6FF), "Cyrl": (0x400, 0x4FF), "Latn": (0x41, 0x24F)}


def detect(text: str) -> str | None:
    """The language of a text by its script, or ``None`` when it has no letters of a known pack.

    Of several packs with one script, the first that lists most of the text's words as its own
    (``common`` in ``pack.toml``) wins.

    >>> detect("חידוש השיחות"), detect("المحادثات"), detect("1234")
    ('he', 'ar', None)
    """
    counts = {
        script: sum(low <= ord(char) <= high for char in text if char.isalpha())
        for script, (low, high) in _SCRIPTS.items()
    }
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return None
    codes = [code for code in known() if load(code).script == script]
    if len(codes) < 2:
        return codes[0] if codes else None
    words = set(fold(text).split())
    return max(codes, key=lambda code: len(words & set(load(code).table("pack").get("common", ()))))
