"""Shapes of dates in other calendars: a day of Rajab 1447, of Tevet 5786, of Dey 1404, in digits or Hebrew letters."""

from __future__ import annotations

from reconcile.values._timefields import Fields, Mention
from reconcile.values._timematch import Hit, Shapes

__all__ = ["OTHERS", "gematria"]

OTHERS = Shapes()

_LETTERS = dict(
    zip("אבגדהוזחטיכלמנסעפצקרשת", (*range(1, 11), *range(20, 100, 10), 100, 200, 300, 400), strict=True)
)
_FINALS = str.maketrans("ךםןףץ", "כמנפצ")


def gematria(word: str) -> int | None:
    """The number that Hebrew letters with a mark stand for.

    >>> gematria('י"ז'), gematria('תשפ"ו'), gematria('התשפ"ו')
    (17, 786, 5786)
    """
    if not ('"' in word or word.endswith("'")):
        return None
    thousands, mark, rest = word.partition("'")
    if mark and rest:
        thousand, low = _LETTERS.get(thousands), gematria(rest)
        return None if thousand is None or low is None else thousand * 1000 + low
    letters: list[int] = [
        _LETTERS.get(letter, 0) for letter in word.translate(_FINALS) if letter not in "'\""
    ]
    if not letters or not all(letters):
        return None
    thousands_first = len(letters) > 2 and letters[0] < 10 and letters[0] < letters[1]  # else they fall
    return sum(letters) + (letters[0] * 999 if thousands_first else 0)


def _number(hit: Hit, group: str) -> int | None:
    item = hit.item(group)
    if item is None:
        return None
    return hit.number(group) if item.number is not None else gematria(item.text)


_YEARS = {"hijri": (1, 1600), "solar": (1178, 1633), "hebrew": (5000, 6500)}


@OTHERS(
    "(?P<day>[No2nx])[Oirt-]{0,2}q?(?P<month>[3H])(?:,?[OriM]?t?y?(?P<year>[Y#nx]))?(?P<era>8?)",
    "q(?P<month>[3H])(?:,?y?(?P<year>[Y#n]))?(?P<era>8?)",
    "(?P<month>3)(?P<year>[Y#]?)(?P<era>8?)",
)
def _other_calendar(hit: Hit) -> Fields | Mention | None:
    """A day or a month of the Islamic, the Iranian or the Hebrew calendar, with or without its year."""
    calendar = next(
        name for name in ("hijri", "solar", "hebrew") if name == "hebrew" or hit.word("month", name)
    )
    month, day, year = hit.word("month", calendar), _number(hit, "day"), _number(hit, "year")
    if month is None or (hit.code("day") and (day is None or not 1 <= day <= 30)):
        return None
    if year is not None and calendar == "hebrew" and year < 1000:
        year += 5000
    low, high = _YEARS[calendar]
    end = hit.match.end()
    if year is not None and not low <= year <= high:
        if hit.code("year") != "x":
            return None
        year = None
    if hit.code("year") == "x" and year is None:
        end = hit.match.start("year")
    fields = Fields(day=day, month=month, year=year, calendar=calendar)
    alone = hit.text == "3" and not hit.follows("~i")
    return Mention(hit.match.start(), end, fields, bare=alone)
