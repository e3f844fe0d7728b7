"""One slip of the pen between two values: a wrong month, a wrong year, swapped or mistyped digits.

Pure tests on the values. Whether a slip is likely, and on whose side, is for whoever has the evidence.
"""

from __future__ import annotations

from datetime import timedelta

from reconcile.model import DateValue, QuantityValue

__all__ = ["FIELDS", "Day", "days_of", "of_days", "slips"]

#: Year, month, day; a year alone has neither.
Day = tuple[int, int, int]

#: Months whose names differ by one ordinal word (kanun, tishrin) or by one letter.
_LOOK_ALIKE = frozenset(frozenset(pair) for pair in ((12, 1), (10, 11), (6, 7), (3, 5), (1, 6), (1, 7)))


_FINE = frozenset({"second", "minute", "hour", "daypart", "day"})
FIELDS = ("year", "month", "day", "hour", "minute")


def days_of(value: DateValue) -> tuple[Day, ...]:
    """The first and the last day of a short stretch of days; of a year alone, that year."""
    start, end = value.start, value.end
    if start is None or end is None:
        return ()
    if value.grain == "year":
        return ((start.year, 0, 0),)
    if value.grain not in _FINE or end - start > timedelta(days=31):
        return ()
    last = end - timedelta(microseconds=1)
    first = (start.year, start.month, start.day)
    final = (last.year, last.month, last.day)
    return (first,) if first == final else (first, final)


def _one_digit(left: str, right: str) -> bool:
    """Whether two numbers differ in one digit, by two neighbours swapped, or by one digit too many."""
    if left == right:
        return False
    if len(left) == len(right):
        apart = [at for at, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
        swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and left[apart[0]] == right[apart[1]] and (
            left[apart[1]] == right[apart[0]]
        )  # fmt: skip
        return len(apart) == 1 or swapped
    long, short = (left, right) if len(left) > len(right) else (right, left)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _of_days(one: Day, other: Day) -> tuple[str, ...]:
    """The slips that turn one day into the other."""
    (year, month, day), (year2, month2, day2) = one, other
    if day == day2:
        return (
            _in_year(year, year2, bool(month)) if month == month2 else _in_month(year, month, year2, month2)
        )
    if year != year2:
        return ()
    if month == month2:
        return ("digit_slip",) if (day, day2) in _DIGIT_APART else ()
    return ("day_month_swap",) if month == day2 and day == month2 else ()


def _in_year(year: int, year2: int, dated: bool) -> tuple[str, ...]:
    if dated:
        return ("year_slip",) if abs(year - year2) in (1, 10, 100) else ()
    return ("digit_slip",) if _one_digit(str(year), str(year2)) else ()


def _in_month(year: int, month: int, year2: int, month2: int) -> tuple[str, ...]:
    months = abs((year * 12 + month) - (year2 * 12 + month2))
    alike = months == 1 or (year == year2 and frozenset((month, month2)) in _LOOK_ALIKE)
    return ("month_slip",) if alike else ()


#: Days of a month that one digit turns into each other.
_DIGIT_APART = frozenset(
    (day, other) for day in range(1, 32) for other in range(1, 32) if _one_digit(str(day), str(other))
)


def of_days(left: tuple[Day, ...], right: tuple[Day, ...]) -> tuple[str, ...]:
    """The slips between the first and last days of two dates."""
    if len(left) == len(right) == 1:
        return _of_days(left[0], right[0])
    names = [name for one in left for other in right for name in _of_days(one, other)]
    return tuple(dict.fromkeys(names)) if names else ()


def _of_quantities(left: QuantityValue, right: QuantityValue) -> tuple[str, ...]:
    one, other = left.min, right.min
    if one is None or other is None or left.min != left.max or right.min != right.max:
        return ()
    digits = str(abs(one)).replace(".", ""), str(abs(other)).replace(".", "")
    return ("digit_slip",) if min(map(len, digits)) >= 2 and _one_digit(*digits) else ()


def slips(left: DateValue | QuantityValue, right: DateValue | QuantityValue) -> tuple[str, ...]:
    """The single slips that turn the one value into the other.

    >>> slips(DateValue(value="2025-12-05"), DateValue(value="2026-01-05/2026-01-06"))
    ('month_slip',)
    """
    if isinstance(left, DateValue) and isinstance(right, DateValue):
        return of_days(days_of(left), days_of(right))
    if isinstance(left, QuantityValue) and isinstance(right, QuantityValue):
        return _of_quantities(left, right)
    return ()
