"""Shapes of calendar dates in words: days, months, weekdays, holidays."""

from __future__ import annotations

import re

from reconcile.values._timefields import Fields, Mention, altered, in_month_of
from reconcile.values._timematch import Hit, Shapes

__all__ = ["SHAPES", "days", "is_day", "is_month"]

SHAPES = Shapes()


def is_day(day: int | None) -> bool:
    """Whether a number can be that of a day; none is told of ``None``."""
    return day is None or 1 <= day <= 31


def is_month(month: int | None) -> bool:
    """Whether a number can be that of a month."""
    return month is None or 1 <= month <= 12


def days(hit: Hit, fields: Fields, day2: int | None) -> Fields | Mention | None:
    """One day, or a run of days; "5 and 9 January" is two dates, not a run."""
    if day2 is None or fields.day is None:
        return fields
    joined = hit.scene.codes[hit.match.start("day") : hit.match.start("day2")]
    between = "b" in hit.text[:2] or hit.follows("b")
    listed = (
        joined.count(",") + joined.count("&") - (",&" in joined) if "&" in joined and not between else None
    )
    if day2 <= fields.day or (listed is not None and day2 - fields.day != listed):
        return None
    return hit.mention(fields, altered(fields, day=day2), lasts=not between)


@SHAPES(
    "(?P<toward>[LX]?)t?<DAYS>j?<OF>(?:q[Or]?)?<MONTH><YEAR>?",
    "<DAYS>j?<OF>(?:q[Or]?)?<MONTH>[O/]?(?P<short>[0N])(?![/:.%-])",
)
def _day_month(hit: Hit) -> Fields | Mention | None:
    month, day, day2 = hit.month(), hit.number("day"), hit.number("day2")
    if month is None or day is None or not (is_day(day) and is_day(day2)):
        return None
    year = hit.number("year")
    if hit.code("short"):
        year = _short_year(hit, "short")
        if year is None:
            return None
    stated = year is None and "toward" in hit.groups and not hit.word("toward", "after")
    toward = hit.toward() if stated else None  # "the days following 7 October" are not the next one
    return days(hit, Fields(year=year, month=month, day=day, toward=toward), day2)


def _short_year(hit: Hit, group: str) -> int | None:
    """A year of two digits ("April of 87"): said with "of", or when the text is nothing but a date."""
    value, item = hit.number(group), hit.item(group)
    said = re.search(f"O{hit.code(group)}$", hit.text)
    if value is None or item is None or len(item.text) != 2 or not (hit.whole or (said and value > 31)):
        return None
    return value + (2000 if value <= 35 else 1900)


@SHAPES("<MONTH>[,/t~-]{0,2}<DAYS>(?![:%])(?:,?<YEAR>)?")
def _month_day(hit: Hit) -> Fields | Mention | None:
    month, day, day2 = hit.month(), hit.number("day"), hit.number("day2")
    if month is None or day is None or not (is_day(day) and is_day(day2)):
        return None
    counts = hit.after and hit.after in ("jkqyUW" if hit.language == "en" else "jkqyUWx")
    joined = hit.scene.codes[hit.match.start("month") : hit.match.start("day")]
    if not hit.code("year") and (counts or "-" in joined or (_spelled(hit) and not hit.whole)):
        return None
    fields = Fields(year=hit.number("year"), month=month, day=day)
    if hit.whole and day2 is not None and day2 < day and "t" in hit.text[hit.text.index(hit.code("day")) :]:
        return hit.mention(fields, in_month_of(fields, Fields(day=day2)), lasts=True)  # "April 27 to the 3rd"
    return days(hit, fields, day2) or Mention(hit.match.start(), hit.match.end("day"), fields)


def _spelled(hit: Hit) -> bool:
    """Whether the day is one plain number word ("May two"), which may count something else."""
    item = hit.item("day")
    return hit.code("day") in "nw" and item is not None and " " not in item.text and "-" not in item.text


@SHAPES("(?P<year>Y)8?[-/,]?(?:(?P<day>N)[-/])?<MONTH>q?[-/]?(?P<day2>N?)")
def _year_month(hit: Hit) -> Fields | None:
    if not (hit.whole or "-" in hit.text or hit.scene.lexicon.settings.get("year_first")):
        return None
    return Fields(year=hit.number("year"), month=hit.month(), day=hit.number("day", "day2"))


@SHAPES("(?P<day>N)-(?P<year>Y)-(?P<month>[Mm])", "(?P<month>[Mm])-(?P<year>Y)-(?P<day>N)")
def _year_between(hit: Hit) -> Fields | None:
    """Reads "23-2020-Sep" and "Sep-2020-23"."""
    return Fields(year=hit.number("year"), month=hit.month(), day=hit.number("day"))


@SHAPES(r"(?P<day>[No])\.?(?P<month>o)(?P<year>Y)")
def _month_by_ordinal(hit: Hit) -> Fields | None:
    """Reads "Der 7. vierte 2016", as months are counted in speech."""
    day, month = hit.number("day"), hit.number("month")
    if day is None or month is None or not (is_day(day) and is_month(month)):
        return None
    return Fields(year=hit.number("year"), month=month, day=day)


@SHAPES("<MONTH><YEAR>")
def _month_year(hit: Hit) -> Fields | None:
    month = hit.month()
    return None if month is None else Fields(year=hit.number("year"), month=month)


@SHAPES("<MONTH>O?(?P<short>0)(?![/:.%-])", "<MONTH>(?P<mark>!)(?P<short>[0N])(?![/:.%-])")
def _month_short_year(hit: Hit) -> Fields | None:
    month, year, mark = hit.month(), _short_year(hit, "short"), hit.item("mark")
    if mark is not None:  # "September '17"
        number = hit.number("short") or 0
        year = number + (2000 if number <= 35 else 1900) if mark.text == "'" else None
    return None if month is None or year is None else Fields(year=year, month=month)


@SHAPES("(?P<toward>[LXC]?)<MONTH>(?P<toward2>(?:[LXC](?!t?[jkqyU]))?)", "<MONTH>(?P<skip>GX)")
def _bare_month(hit: Hit) -> Fields | Mention | None:
    month = hit.month()
    if month is None:
        return None
    toward = "after_next" if hit.code("skip") else hit.toward()
    doubtful = hit.code("month") == "m" and not hit.code("alias") and "q" not in hit.text
    led = hit.follows("iflruS~beLXCBVG") or (hit.capital("month") and hit.follows("t1O") and hit.after == "x")
    listed = re.search("[Mm],?[&|]$", hit.scene.codes[max(0, hit.match.start() - 3) : hit.match.start()])
    led = led or (listed is not None and hit.capital("month") is not False)
    lower = hit.capital("month") is False and not hit.whole
    bare = doubtful and not toward and (lower or not led)
    return hit.mention(Fields(month=month, toward=toward), bare=bare)


@SHAPES("q(?P<month>[Nn])(?P<rest>[Or]?y(?P<year>Y))?")
def _month_by_number(hit: Hit) -> Mention | None:
    """Reads "شهر 3", in languages that say so."""
    month = hit.number("month")
    if hit.language != "ar" or month is None or not is_month(month):
        return None
    return hit.mention(Fields(month=month, year=hit.number("year")), bare=not hit.code("year"))


_SKIPS = {"GX": "after_next", "BL": "before_last", "k": "after_next", "1k": "after_next"}


@SHAPES(
    "(?:jt?)?(?P<toward>C?[LX]?)t?(?P<weekday>[Ddw])(?P<toward2>(?:[LXC](?!t?[jkqyUDdMm]))?)",
    "t?(?P<weekday>[Dd])(?P<skip>GX|BL|k$)",
    "(?P<skip>1k)[~i]j?(?P<weekday>[Dd])$",
    r"(?P<weekday>[Dd])\.(?=,?(?:N[.O]?)?[Mm])",
)
def _weekday(hit: Hit) -> Mention | None:
    """Reads "Last Tuesday", "Friday after next", and "Monday week" where it is the whole text."""
    if "k" in hit.code("skip") and not (hit.whole and hit.language == "en"):
        return None
    toward = _SKIPS.get(hit.code("skip")) or hit.toward()
    code = hit.code("weekday")
    sure = code == "D" or "j" in hit.text or (code == "d" and (toward or hit.follows("iflS")))
    return hit.mention(Fields(weekday=hit.word("weekday", "weekday"), toward=toward), bare=not sure)


@SHAPES(
    r"(?:jt?)?(?P<weekday>[Ddw])\.?,?t?<DAY>"
    r"(?!j?[/:%-]|j?[.,][N0#YF]|\.o|j?\.?[Orilt]{0,3}(?:q[Or]?)?[MmH3]|[Orit~]{0,3}(?:[LXC]t?q|tq|s))"
)
def _weekday_and_day(hit: Hit) -> Mention | None:
    """Reads "Tuesday the 19th", the month being clear from elsewhere."""
    day = hit.number("day")
    if day is None or not is_day(day) or hit.after in tuple("jkqyUWpPK"):
        return None
    said = hit.code("day") in "o2" and hit.code("weekday") in "Dd"
    fields = Fields(weekday=hit.word("weekday", "weekday"), day=day)
    return hit.mention(fields, bare=not said) if said or hit.whole else None


@SHAPES("(?<=t)(?P<day>[oN])(?=$|[fb~^][NQ]|[lu-]t?[No])")
def _day_alone(hit: Hit) -> Mention | None:
    """Reads "The 18th", "the 18 from 2 to 4": a date only when the text is nothing else."""
    day = hit.number("day")
    return hit.mention(Fields(day=day), bare=True) if hit.whole and is_day(day) else None


@SHAPES("t?(?P<holiday>H)(?P<weekend>U)<YEAR>?")
def _holiday_weekend(hit: Hit) -> Fields | None:
    """Reads "Labor Day weekend"."""
    if hit.word("weekend", "unit") != "weekend":
        return None
    return Fields(holiday=hit.word("holiday", "holiday"), year=hit.number("year"), modifier="weekend")


@SHAPES(
    "(?P<toward>[LXC]?)t?(?P<holiday>H)(?P<toward2>(?:[LXC](?!t?[jkqyU]))?)<YEAR>?",
    "(?P<eve>P)[O]?t?(?P<holiday>H)(?P<toward>[LXC]?)(?P<toward2>)<YEAR>?",
)
def _holiday(hit: Hit) -> Mention | None:
    fields = Fields(holiday=hit.word("holiday", "holiday"), year=hit.number("year"), toward=hit.toward())
    if hit.code("eve"):
        if not hit.word("eve", "eve"):
            return None
        fields = altered(fields, modifier="eve")
    named = hit.code("eve") or fields.year or fields.toward or hit.follows("~ieSBGu")
    return hit.mention(fields, bare=bool(hit.word("holiday", "doubtful")) and not named)
