"""One slip of the pen between two values: a wrong month, a wrong year, swapped or mistyped digits.

Pure tests on the values. Whether a slip is likely, and on whose side, is for whoever has the evidence.
"""

from __future__ import annotations

from datetime import timedelta

from reconcile.model import DateValue, QuantityValue

__all__ = ["fields_apart", "slips"]

#: Months whose names differ by one ordinal word (kanun, tishrin) or by one letter.
_LOOK_ALIKE = frozenset(frozenset(pair) for pair in ((12, 1), (10, 11), (6, 7), (3, 5), (1, 6), (1, 7)))


def fields_apart(left: DateValue, right: DateValue) -> tuple[str, ...]:
    """The calendar fields in which the beginnings of two dates differ.

    >>> fields_apart(DateValue(value="2025-12-05"), DateValue(value="2026-01-05"))
    ('year', 'month')
    """
    if left.start is None or right.start is None:
        return ()
    return tuple(
        name for name in ("year", "month", "day", "hour", "minute")
        if getattr(left.start, name) != getattr(right.start, name)
    )  # fmt: skip


def _days_of(value: DateValue) -> list[tuple[int, int, int]]:
    """The first and the last day of a short stretch of days."""
    if value.start is None or value.end is None or value.end - value.start > timedelta(days=31):
        return []
    last = value.end - timedelta(microseconds=1)
    return [(day.year, day.month, day.day) for day in dict.fromkeys((value.start.date(), last.date()))]


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


def _of_days(one: tuple[int, int, int], other: tuple[int, int, int]) -> list[str]:
    """The slips that turn one day into the other."""
    (year, month, day), (year2, month2, day2) = one, other
    months = abs((year * 12 + month) - (year2 * 12 + month2))
    found = []
    if day == day2 and month != month2 and (
        months == 1 or (year == year2 and frozenset((month, month2)) in _LOOK_ALIKE)
    ):  # fmt: skip
        found.append("month_slip")
    if (month, day) == (month2, day2) and abs(year - year2) in (1, 10, 100):
        found.append("year_slip")
    if year == year2 and (month, day) == (day2, month2) and month != day:
        found.append("day_month_swap")
    if (year, month) == (year2, month2) and _one_digit(str(day), str(day2)):
        found.append("digit_slip")
    return found


def _of_dates(left: DateValue, right: DateValue) -> tuple[str, ...]:
    if left.grain == right.grain == "year" and left.start and right.start:
        return ("digit_slip",) if _one_digit(str(left.start.year), str(right.start.year)) else ()
    names = (name for one in _days_of(left) for other in _days_of(right) for name in _of_days(one, other))
    return tuple(dict.fromkeys(names))


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
        return _of_dates(left, right)
    if isinstance(left, QuantityValue) and isinstance(right, QuantityValue):
        return _of_quantities(left, right)
    return ()
