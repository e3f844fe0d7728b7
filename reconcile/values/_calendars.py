"""Other calendars by arithmetic: Hebrew (exact), Islamic (tabular, a day off at times), Iranian, both Easters.

Days are proleptic Gregorian ordinals as in ``date.toordinal``. Where ``hijridate`` is installed (the extra
``calendars``) its Umm al-Qura table is used for the years that it knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

__all__ = [
    "easter", "feast", "from_hebrew", "from_hijri", "from_solar", "hebrew_year", "hijri_year", "orthodox_easter",
    "solar_year",
]  # fmt: skip

_HEBREW_EPOCH = -1373427
_ISLAMIC_EPOCH = 227015


def _elapsed(year: int) -> int:
    """Days from the Hebrew epoch to the molad of Tishri, moved off Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def _hebrew_new_year(year: int) -> int:
    before, here, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    return _HEBREW_EPOCH + here + (2 if after - here == 356 else 1 if here - before == 382 else 0)


def _leap(year: int) -> bool:
    return (7 * year + 1) % 19 < 7


def _hebrew_month_length(year: int, month: int) -> int:
    length = _hebrew_new_year(year + 1) - _hebrew_new_year(year)
    short = {2, 4, 6, 10, 13}
    if not _leap(year):
        short.add(12)
    if length not in (355, 385):
        short.add(8)
    if length in (353, 383):
        short.add(9)
    return 29 if month in short else 30


@lru_cache(maxsize=512)
def from_hebrew(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hebrew one; Nisan is month 1, Tishri 7, Adar 12 (II: 13).

    >>> from_hebrew(5786, 10, 17)
    datetime.date(2026, 1, 6)
    """
    last = 13 if _leap(year) else 12
    if not (1 <= year <= 9999 and 1 <= month <= last and 1 <= day <= _hebrew_month_length(year, month)):
        return None
    before = [*range(7, month)] if month >= 7 else [*range(7, last + 1), *range(1, month)]
    days = sum(_hebrew_month_length(year, other) for other in before)
    return _day(_hebrew_new_year(year) + days + day - 1)


def _day(ordinal: int) -> date | None:
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


@lru_cache(maxsize=512)
def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Islamic one.

    >>> from_hijri(1447, 7, 17).year
    2026
    """
    if not (1 <= year <= 9600 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    return _umm_al_qura(year, month, day) or _day(
        _ISLAMIC_EPOCH
        - 1
        + (year - 1) * 354
        + (3 + 11 * year) // 30
        + 29 * (month - 1)
        + (6 * month - 1) // 11
        + day
    )


@cache
def _hijri() -> Any:
    """The class of the extra that knows the sighted moons, or ``None`` where it is not installed."""
    try:
        from hijridate import Hijri  # noqa: PLC0415  (an extra)
    except ImportError:
        return None
    return Hijri


def _umm_al_qura(year: int, month: int, day: int) -> date | None:
    hijri = _hijri()
    if hijri is None:
        return None
    try:
        found: date = hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def from_solar(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Iranian (solar Hijri) one, by the 33-year cycle that holds from 1178 to 1633.

    >>> from_solar(1404, 10, 15)
    datetime.date(2026, 1, 5)
    """
    leap = _solar_new_year(year + 1) - _solar_new_year(year) == 366
    last = 31 if month < 7 else 30 if month < 12 or leap else 29
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= last):
        return None
    return _day(_solar_new_year(year) + (31 * (month - 1) if month < 7 else 30 * month - 24) + day - 1)


def _solar_new_year(year: int) -> int:
    cycles, rest = divmod(year + 1595, 33)
    return 365 * (year + 1595) + 8 * cycles + (rest + 3) // 4 - 355668 - 364


def solar_year(year: int) -> int:
    """The Iranian year in which a Gregorian one begins."""
    return year - 622


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    >>> easter(2026)
    datetime.date(2026, 4, 5)
    """
    golden, century = year % 19, year // 100
    skipped, corrected = century - century // 4, (8 * century + 13) // 25
    epact = (19 * golden + skipped - corrected + 15) % 30
    epact -= (epact // 28) * (1 - (epact // 28) * (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    offset = epact - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, as a Gregorian day.

    >>> orthodox_easter(2026)
    datetime.date(2026, 4, 12)
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    gap = year // 100 - year // 400 - 2
    return date.fromordinal(date(year, month, day + 1).toordinal() + gap)


def hebrew_year(year: int) -> int:
    """The Hebrew year that most of a Gregorian one lies in (until autumn)."""
    return year + 3760


def hijri_year(year: int) -> int:
    """The Islamic year in which a Gregorian one begins."""
    return int((year - 622) * 33 / 32)


def feast(name: str, year: int) -> tuple[datetime, int] | None:
    """The first day of a feast in a Gregorian year, and its days.

    ``name`` says how it is reckoned: ``12-25``, ``easter-2``, ``orthodox+0``, ``nth 11 3 4`` (month, weekday,
    which one, ``+1`` for the day after), ``hebrew 7-1`` (``fri-1``: moved off a Friday), ``hijri 10-1``; ``*3`` behind it gives the number of days.

    >>> feast("nth 11 3 4", 2025), feast("hebrew 7-10", 2025)
    ((datetime.datetime(2025, 11, 27, 0, 0), 1), (datetime.datetime(2025, 10, 2, 0, 0), 1))
    """
    rule, _, length = name.partition("*")
    day = _feast_day(rule, year)
    return None if day is None else (datetime(day.year, day.month, day.day), int(length or 1))


def _nth(rule: str, year: int) -> date:
    """The nth weekday of a month (-1: the last one), and some days after it."""
    rule, _, after = rule.partition("+")
    month, weekday, which = map(int, rule.split())
    first = date(year, month, 1).toordinal()
    first += (weekday - date.fromordinal(first).weekday()) % 7
    day = first + 7 * (which - 1)
    if which < 0:
        day = max(first + 7 * week for week in (3, 4) if date.fromordinal(first + 7 * week).month == month)
    return date.fromordinal(day + int(after or 0))


_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _moved(day: date, moves: Sequence[str]) -> date:
    """A day moved off a weekday on which it is not kept ("fri-1": from Friday to the day before)."""
    by = {move[:3]: int(move[3:]) for move in moves}.get(_WEEKDAYS[day.weekday()], 0)
    return date.fromordinal(day.toordinal() + by)


def _feast_day(rule: str, year: int) -> date | None:
    kind, _, rest = rule.partition(" ")
    if kind == "nth":
        return _nth(rest, year)
    if kind in ("hebrew", "hijri"):
        rest, *moves = rest.split()
        month, day = map(int, rest.split("-"))
        convert, near = (
            (from_hebrew, hebrew_year(year)) if kind == "hebrew" else (from_hijri, hijri_year(year))
        )
        days = (convert(other, month, day) for other in range(near - 1, near + 3))
        found = next((found for found in days if found is not None and found.year == year), None)
        return found if found is None else _moved(found, moves)
    for start, reckon in (("easter", easter), ("orthodox", orthodox_easter)):
        if kind.startswith(start):
            return date.fromordinal(reckon(year).toordinal() + int(kind[len(start) :]))
    month, day = map(int, kind.split("-"))
    return date(year, month, day)
