"""Dates and clock times in a line of a page: what the value kind *date* finds there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reconcile.languages import known, load
from reconcile.model import DateValue
from reconcile.readers._lines import Line, plain
from reconcile.registry import names
from reconcile.values import Context, Found, find

__all__ = ["dates", "is_date_line", "looks_dated"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)")
_BARS = str.maketrans("|•·", ",,,")
_CLOCK_FIRST = re.compile(r"(\d\d:\d\d\s*)[-–](\s*\d)")
_WORD = re.compile(r"[^\W\d_]+")


def looks_dated(line: Line) -> bool:
    """Whether a line has a year or a full numeric date in it (cheap, and no more than a hint)."""
    return line.words <= 40 and _YEAR.search(line.folded) is not None


@lru_cache(maxsize=4096)
def dates(text: str, language: str | None) -> Sequence[Found]:
    """The dates in a line that state their day, month and year themselves, left to right."""
    if "date" not in names("values"):
        return ()
    text = _CLOCK_FIRST.sub(r"\1,\2", text.translate(_BARS))
    codes = [language] if language in known() else list(known())
    for code in (*codes, *(["en"] if "en" not in codes else [])):
        found = [item for item in find(text, "date", Context(language=code)) if _explicit(item.value, code)]
        if found:
            return tuple(found)
    return ()


def _explicit(value: DateValue, language: str) -> bool:
    """Nothing inferred, as fine as a day, and no second way to read it where month-first is ever written."""
    if value.grain not in ("day", "daypart", "hour", "minute", "second") or value.extent not in (
        "within",
        "fills",
    ):
        return False
    if value.start is None or value.anchor is not None or {"year", "month", "day"} & set(value.inferred):
        return False
    return not value.alternatives or not load(language).table("time").get("month_first_regions")


def is_date_line(line: Line, language: str | None, around: frozenset[str]) -> bool:
    """Whether a line is a date (with a clock time, an edition, a second calendar) and hardly anything else."""
    if line.ended or not looks_dated(line):
        return False
    text = line.text
    for item in reversed(dates(text, language)):
        text = f"{text[: item.start]} {text[item.end :]}"
    left = [
        word for word in _WORD.findall(plain(text)) if word not in around and word not in _words(language)
    ]
    return len(left) <= 2


@lru_cache
def _words(language: str | None) -> frozenset[str]:
    """Words of months, weekdays, clocks and time zones."""
    words: set[str] = set()
    for code in {language, "en"} & set(known()) if language in known() else known():
        table = load(str(code)).table("time")
        for group in ("months", "weekdays", "zones", "parts"):
            for phrases in table.get(group, {}).values():
                words.update(word for phrase in phrases for word in _WORD.findall(plain(phrase)))
        for key in ("am", "pm", "oclock"):
            words.update(word for phrase in table.get(key, ()) for word in _WORD.findall(plain(phrase)))
    return frozenset(words)
