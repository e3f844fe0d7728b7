"""Shapes of dates in digits: ISO, "5/1/2026", "5.1.", "20260105", "1/2026"."""

from __future__ import annotations

import re

from reconcile.values._timefields import Fields, Mention
from reconcile.values._timematch import Hit, Shapes

__all__ = ["DIGITS"]

DIGITS = Shapes()


@DIGITS("(?P<all>I)")
def _iso(hit: Hit) -> Fields | None:
    item = hit.item("all")
    assert item is not None
    parts = re.split(r"[-t :]", item.text.rstrip("z")[:19])
    year, month, day, *clock = (int(part) for part in parts if part.isdigit())
    hour, minute, second = (*clock, None, None, None)[:3]
    offset = re.search(r"[+-]\d\d:?\d\d$", item.text[16:])
    zone = "+00:00" if item.text.endswith("z") else offset[0] if offset else None
    return Fields(year=year, month=month, day=day, hour=hour, minute=minute, second=second, zone=zone)


@DIGITS("(?P<all>J)")
def _numeric(hit: Hit) -> Fields | None:
    item = hit.item("all")
    assert item is not None
    first, second, third = (int(part) for part in re.split(r"[/.\-]", item.text))
    if first > 31:
        return Fields(year=first, month=second, day=third) if 1 <= second <= 12 else None
    if re.search(r"\D0\d\d\d$", item.text):
        return None  # no year of four digits begins with a nought
    return Fields(numeric=(first, second, third if third >= 100 else third + (2000 if third <= 35 else 1900)))


@DIGITS("(?P<first>N)(?P<mark>[/-])(?P<second>N)(?:,(?P<year>Y)|(?![/N]|-(?!N/N|J)))")
def _numeric_no_year(hit: Hit) -> Mention | None:
    first, second = hit.number("first"), hit.number("second")
    day_led = hit.follows("j") and hit.language != "en"  # "يوم 14-6"; "day 3-4" counts days
    if (
        first is None
        or second is None
        or min(first, second) > 12
        or (hit.code("mark") == "-" and not (hit.whole or day_led))
    ):
        return None
    said = day_led or (hit.code("mark") == "/" and hit.follows("ij="))
    return hit.mention(Fields(numeric=(first, second, hit.number("year"))), bare=not said)


@DIGITS("(?P<first>N)(?P<second>N)(?P<year>Y)")
def _numeric_spaced(hit: Hit) -> Mention | None:
    first, second = hit.number("first"), hit.number("second")
    if not hit.whole or first is None or second is None:
        return None
    return hit.mention(Fields(numeric=(first, second, hit.number("year"))), bare=True)


@DIGITS("(?P<number>F)(?![%F])")
def _numeric_dotted(hit: Hit) -> Mention | None:
    """Reads "6.1": a day and a month where a weekday or a date word says so."""
    item = hit.item("number")
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})", item.text if item else "")
    before = hit.scene.codes[max(0, hit.match.start() - 6) : hit.match.start()]
    said = re.search(r"(?:[Ddwj],?\(?t?i?|=)$", before)
    if match is None or not (hit.whole or said or (hit.language == "he" and hit.follows("t"))):
        return None
    first, second = int(match[1]), int(match[2])
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    return hit.mention(Fields(numeric=(first, second, None)), bare=not hit.follows("j=t"))


@DIGITS("(?P<all>#)")
def _numeric_packed(hit: Hit) -> Mention | None:
    """Reads "20161016"."""
    item = hit.item("all")
    match = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", item.text if item else "")
    if match is None or not hit.whole:
        return None
    return hit.mention(Fields(year=int(match[1]), month=int(match[2]), day=int(match[3])), bare=True)


@DIGITS("(?P<first>N)[/-](?P<year>Y)(?![/-])", "(?P<year>Y)[-/](?P<first>N)(?![-/N])")
def _numeric_month(hit: Hit) -> Mention | None:
    month, year = hit.number("first"), hit.number("year")
    if month is None or month > 12 or year is None or not 1900 <= year <= 2100:
        return None
    return hit.mention(Fields(year=year, month=month), bare=True)
