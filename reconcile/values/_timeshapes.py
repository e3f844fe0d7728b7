"""Shapes of calendar dates: days, months, years, weekdays, quarters, decades, dates in digits."""

from __future__ import annotations

import re

from reconcile.values._timefields import Fields, Mention, altered, in_month_of
from reconcile.values._timematch import STEPS, Hit, Shapes

__all__ = ["SHAPES"]

SHAPES = Shapes()


def _is_day(day: int | None) -> bool:
    return day is None or 1 <= day <= 31


def _is_month(month: int | None) -> bool:
    return month is None or 1 <= month <= 12


def _days(hit: Hit, fields: Fields, day2: int | None) -> Fields | Mention | None:
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
    if month is None or day is None or not (_is_day(day) and _is_day(day2)):
        return None
    year = hit.number("year")
    if hit.code("short"):
        year = _short_year(hit, "short")
        if year is None:
            return None
    stated = year is None and "toward" in hit.groups and not hit.word("toward", "after")
    toward = hit.toward() if stated else None  # "the days following 7 October" are not the next one
    return _days(hit, Fields(year=year, month=month, day=day, toward=toward), day2)


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
    if month is None or day is None or not (_is_day(day) and _is_day(day2)):
        return None
    counts = hit.after and hit.after in ("jkqyUW" if hit.language == "en" else "jkqyUWx")
    joined = hit.scene.codes[hit.match.start("month") : hit.match.start("day")]
    if not hit.code("year") and (counts or "-" in joined or (_spelled(hit) and not hit.whole)):
        return None
    fields = Fields(year=hit.number("year"), month=month, day=day)
    if hit.whole and day2 is not None and day2 < day and "t" in hit.text[hit.text.index(hit.code("day")) :]:
        return hit.mention(fields, in_month_of(fields, Fields(day=day2)), lasts=True)  # "April 27 to the 3rd"
    return _days(hit, fields, day2) or Mention(hit.match.start(), hit.match.end("day"), fields)


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
    if day is None or month is None or not (_is_day(day) and _is_month(month)):
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
    if hit.language != "ar" or month is None or not _is_month(month):
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
    if day is None or not _is_day(day) or hit.after in tuple("jkqyUWpPK"):
        return None
    said = hit.code("day") in "o2" and hit.code("weekday") in "Dd"
    fields = Fields(weekday=hit.word("weekday", "weekday"), day=day)
    return hit.mention(fields, bare=not said) if said or hit.whole else None


@SHAPES("(?<=t)(?P<day>[oN])(?=$|[fb~^][NQ]|[lu-]t?[No])")
def _day_alone(hit: Hit) -> Mention | None:
    """Reads "The 18th", "the 18 from 2 to 4": a date only when the text is nothing else."""
    day = hit.number("day")
    return hit.mention(Fields(day=day), bare=True) if hit.whole and _is_day(day) else None


@SHAPES("t?yO?t?(?P<year>[Yn])")
def _named_year(hit: Hit) -> Fields | None:
    year = hit.number("year")
    return Fields(year=year) if year is not None and 1000 <= year <= 2999 else None


@SHAPES("(?P<year>Y)(?:[-/]|[&]?u|l|ul|&)t?y?(?P<year2>[YN0])8?(?![/-])")
def _year_range(hit: Hit) -> Mention | None:
    first, last = hit.number("year"), hit.number("year2")
    if first is None or last is None:
        return None
    short = hit.code("year2") != "Y"
    if short:
        if last <= 12 or not re.search("[-/]", hit.text):
            return None
        last += first // 100 * 100
    likely = 1850 <= first < last <= 2100 and last - first <= 120 and not hit.follows("-/")
    between = "b" in hit.scene.codes[max(0, hit.match.start() - 2) : hit.match.start()]
    if not likely or ("&" in hit.text and not (between or hit.follows("W"))):
        return None
    cued = hit.whole or hit.follows("fbryi~l(W") or "-" in hit.text
    return hit.mention(Fields(year=first), Fields(year=last), lasts=not between, bare=not cued)


_CUES = tuple("iflruS~ebOLXCVBGy@^=W")


@SHAPES("(?P<year>Y)(?P<era>8?)")
def _bare_year(hit: Hit) -> Mention | None:
    year = hit.number("year")
    if year is None:
        return None
    cued = hit.before in _CUES and 1500 <= year <= 2100 and hit.after not in tuple("jkqyUW/")
    behind = hit.after == "~" and hit.scene.lexicon.settings.get("year_first")  # "2011'de"
    if hit.code("era") or behind:
        cued = 1000 < year <= 2100
    apart = hit.before in ("(", ",") and hit.after in tuple(",.;)") and 1900 <= year <= 2100
    named = hit.follows("t1") and hit.after in ("x", "U", "y") and 1900 < year < 2050 and year % 100 != 0
    before = hit.scene.codes[max(0, hit.match.start() - 3) : hit.match.start()]
    listed = re.search("Y,?[,&|]$", before) and 1900 < year < 2050 and year % 100 != 0
    counts = year % 100 == 0 and hit.after == "x"
    return hit.mention(Fields(year=year), bare=counts or not (cued or apart or named or listed))


@SHAPES("(?<=!)(?P<year>[0N])")
def _clipped_year(hit: Hit) -> Fields | None:
    """Reads "In '89": an apostrophe stands for the century."""
    at, item, value = hit.match.start(), hit.item("year"), hit.number("year")
    if at < 2 or item is None or value is None or len(item.text) != 2 or hit.after in tuple("jkqyUW%!"):
        return None
    mark = hit.scene.items[at - 1]
    clipped = mark.text == "'" and mark.end == item.start
    if not clipped or hit.scene.codes[at - 2] not in ("~SuOfre" if value > 35 else "~S"):
        return None
    return Fields(year=value + (2000 if value <= 35 else 1900))


@SHAPES("(?P<word>y)(?P<year>[0N])")
def _coded_year(hit: Hit) -> Fields | None:
    """Reads "FY18"."""
    value, item = hit.number("year"), hit.item("year")
    if not hit.word("word", "short_year") or value is None or item is None or len(item.text) != 2:
        return None
    return Fields(year=value + (2000 if value <= 50 else 1900))


@SHAPES("t?(?P<decade>Z)8?", "(?P<unit>U)[Or](?P<year>Y)")
def _decade(hit: Hit) -> Fields | Mention | None:
    value = hit.number("decade", "year")
    if hit.code("unit") and (hit.word("unit", "unit") != "decade" or value is None or value % 10):
        return None
    if value is None or (value >= 100 and not 1000 <= value <= 2990) or value < 20:
        return None
    return Fields(decade=value) if value >= 100 else _short_decade(hit, value)


def _short_decade(hit: Hit, value: int) -> Mention | None:
    """A decade without its century, unless somebody is of that age ("in his early 40s")."""
    before = hit.scene.codes[: hit.match.start()].rstrip("e-")
    if hit.after == "_" or before.endswith("_"):
        return None
    young = value <= hit.scene.lexicon.settings.get("ages_up_to", 0) and hit.after != "O"
    return hit.mention(Fields(decade=1900 + value), bare=young)


@SHAPES("(?P<word>y)t?-?(?P<decade>[0Nn])", "t?(?P<name>5)(?:t?U(?P<last>L))?")
def _decade_in_words(hit: Hit) -> Mention | None:
    named = hit.word("name", "decade_name")
    if named is not None:
        return _short_decade(hit, int(named))
    value = hit.number("decade")
    if not hit.word("word", "decade_of") or value is None or value % 10 or not 20 <= value <= 90:
        return None
    return _short_decade(hit, value)


_OF_YEAR = "(?:[Orilt~,-]{0,2}(?:t?y?t?(?P<year>Y)8?|(?P<dir>[LXC])y|ty(?P<dir2>[LXC])|(?P<this>s)))"


@SHAPES(
    f"t?(?P<nth>[o2w])-?t?(?P<unit>U){_OF_YEAR}?",
    f"t?(?P<unit>U)t?(?P<nth>[o2w]){_OF_YEAR}?",
    f"(?P<word>4)-?(?P<nth>N){_OF_YEAR}?",
    f"(?P<half>K)(?P<nth>N){_OF_YEAR}?",
    f"(?P<third>h)-(?P<unit>U){_OF_YEAR}?",
    "(?P<year>Y)[,/-]?(?P<word>4)(?P<nth>N)",
    "(?P<year>Y)8?O?(?P<nth>[o2w])-?(?P<unit>U)",
    "(?P<unit>U)-?t?-?(?P<nth>N)",
)
def _quarter(hit: Hit) -> Fields | None:
    unit = "quarter" if hit.code("word") else hit.word("unit", "unit")
    if hit.word("half", "half_code") and (hit.whole or hit.code("year")):
        unit = "half"
    nth = 3 if hit.word("third", "fraction") == "1/3" else hit.number("nth")  # "a third-quarter profit"
    if unit == "century" and nth:
        return Fields(century=nth)
    if hit.text[0] == "U" and hit.code("nth") == "N":
        return None  # "quarter 4" is not said, "המאה ה-19" is
    if unit not in ("quarter", "half") or nth is None or not 1 <= nth <= (4 if unit == "quarter" else 2):
        return None
    return _part_of_year(hit, unit, nth)


def _part_of_year(hit: Hit, unit: str, nth: int) -> Fields:
    code = hit.code("dir") or hit.code("dir2") or ("C" if hit.code("this") else "")
    toward = {"L": "last", "X": "next", "C": "this"}.get(code)
    return Fields(year=hit.number("year"), nth=nth, unit=unit, toward=toward)


@SHAPES(
    f"t?(?P<nth>[o2w])t?(?P<half>h){_OF_YEAR}",
    f"t?(?P<half>h)t?(?P<nth>[o2w]){_OF_YEAR}",
    "(?P<year>Y)(?P<nth>[o2w])t?(?P<half>h)",
)
def _half_year(hit: Hit) -> Fields | None:
    nth = hit.number("nth")
    return _part_of_year(hit, "half", nth) if nth in (1, 2) else None


@SHAPES("t?(?P<nth>[o2w])t?h<IN><MONTH><YEAR>?", "t?ht?(?P<nth>[o2w])<IN><MONTH><YEAR>?")
def _half_month(hit: Hit) -> Fields | None:
    """Reads "The second half of January"."""
    month, nth = hit.month(), hit.number("nth")
    if month is None or nth not in (1, 2):
        return None
    return Fields(month=month, year=hit.number("year"), modifier=f"half{nth}")


_THAT_MONTH = "(?:(?P<dir>[LXC])t?q|t?q(?P<dir2>[LXC])|(?P<this>s)(?P<dir3>[LXC]?))"


@SHAPES(f"t?(?P<nth>[o2w])t?h<IN>{_THAT_MONTH}", f"t?ht?(?P<nth>[o2w])<IN>{_THAT_MONTH}")
def _half_of_this_month(hit: Hit) -> Fields | None:
    """Reads "The second half of next month"."""
    nth, code = hit.number("nth"), hit.code("dir") or hit.code("dir2") or hit.code("dir3") or "C"
    if nth not in (1, 2) or (hit.code("this") and hit.word("this", "this_unit") != "month"):
        return None
    return Fields(unit="month", step=STEPS[code], modifier=f"half{nth}")


@SHAPES(
    "t?(?P<toward>[LXC]?)t?(?P<season>E)(?P<toward2>(?:[LXC](?!t?[jkqyU]))?)"
    "(?P<rest>[Or~it]{0,2}y?(?P<year>Y)8?(?P<next>[-/](?P<short>[N0Y])(?![-/N]))?)?"
)
def _season(hit: Hit) -> Mention | None:
    year, short = hit.number("year"), hit.number("short")
    if year is not None and short is not None and short % 100 != (year + 1) % 100:
        return None
    fields = Fields(season=hit.word("season", "season"), year=hit.number("year"), toward=hit.toward())
    return hit.mention(fields, bare=not (fields.year or fields.toward))


@SHAPES("(?P<year>Y)8?O?(?P<season>E)")
def _season_behind(hit: Hit) -> Fields | None:
    """Reads "2021 yazında"."""
    said = hit.scene.lexicon.settings.get("year_first")
    return Fields(season=hit.word("season", "season"), year=hit.number("year")) if said else None


@SHAPES(
    "t?(?P<nth>[o2wLN]|[o2]L)j?(?P<weekday>[Ddw])<IN>(?:q[Ort]?)?<CLOSE>",
    "t?(?P<weekday>[Ddw])t?(?P<nth>[oL])<IN>(?:q[Ort]?)?<CLOSE>",
    "t?(?P<nth>[o2wL]|[o2]L)t?(?P<unit>[jkqU])<IN>(?:q[Ort]?)?<CLOSE>",
    "t?(?P<unit>[jk])t?(?P<nth>[oL])<IN>(?:q[Ort]?)?<CLOSE>",
    "t?(?P<unit>[kq])t?(?P<nth>[w2])<IN>(?:q[Ort]?)?<CLOSE>",
    "t?(?P<unit>k)t?(?P<nth>[N0])[Or~i]{1,2}t?y?t?(?P<year2>Y)8?",
    "(?P<today>R)t?(?P<nth>[oL])<IN>(?:q[Ort]?)?<CLOSE>",
    "(?:<MONTH><YEAR>|(?P<year2>Y))O?(?P<nth>[o2L])(?:(?P<weekday>[Ddw])|(?P<unit>[jk]))",
)
def _nth_of(hit: Hit) -> Fields | None:
    """Reads "The last Monday of March", "the third week of 2018", "the fifth last day of May"."""
    nth = _nth(hit)
    weekly = hit.code("weekday") != "" and nth is not None and abs(nth) > 5
    if nth is None or weekly or abs(nth) > 53:
        return None
    base = _container(hit)
    if base is None or (hit.word("unit", "unit") == "month" and (base.month or base.unit == "month")):
        return None
    if hit.code("today") and (hit.language != "ar" or hit.word("today", "day") != 0):
        return None  # only there "the day" is the word for today
    unit = "day" if hit.code("today") else hit.word("unit", "unit")
    if hit.code("unit") == "U" and unit != "weekend":
        return None
    return Fields(nth=nth, weekday=hit.word("weekday", "weekday"), unit=unit, base=base)


def _container(hit: Hit) -> Fields | None:
    """The month or the year that something is the nth part of."""
    month = hit.month()
    if month is not None:
        return Fields(month=month, year=hit.number("year"))
    if hit.code("year2"):
        return Fields(year=hit.number("year2"))
    if hit.code("feast"):
        return Fields(holiday=hit.word("feast", "holiday"), year=hit.number("year4"))
    if hit.code("numbered"):
        month = hit.number("numbered")
        return (
            Fields(month=month, year=hit.number("year3"))
            if hit.language == "ar" and _is_month(month)
            else None
        )
    unit = hit.word("unit2", "unit") or hit.word("unit3", "unit") or hit.word("this", "this_unit")
    code = hit.code("dir") or hit.code("dir2") or hit.code("dir3") or "C"
    return Fields(unit=unit, step=STEPS[code]) if unit in ("month", "year") else None


@SHAPES(
    "t?(?P<edge>[oL])(?P<count>[Nn])t?(?P<unit>[jkqyU])<IN>(?:q[Ort]?)?<CLOSE>",
    "(?P<count>[Nnw])?t?(?P<unit>[jkqyU])t?(?P<count2>[nNo])?t?(?P<edge>[oL])<IN>(?:q[Ort]?)?<CLOSE>",
)
def _first_of(hit: Hit) -> Fields | None:
    """Reads "The first six months of 2025"."""
    count = hit.number("count", "count2")
    edge = -1 if hit.code("edge") == "L" else hit.number("edge")
    base = _container(hit)
    if count is None or edge not in (1, -1) or base is None or not 2 <= count <= 60:
        return None
    return Fields(nth=edge, count=(count, count), unit=hit.word("unit", "unit"), base=base)


def _nth(hit: Hit) -> int | None:
    codes = hit.code("nth")
    if codes == "L":
        return -1
    nth = hit.number("nth")
    return -nth if len(codes) == 2 and nth is not None else nth


@SHAPES(f"t?<DAYS>j?[Orti~]{{1,2}}{_THAT_MONTH}", "<DAYS>l(?P<unit>q)(?P<dir2>[LXC]?)")
def _day_of_this_month(hit: Hit) -> Fields | Mention | None:
    """Reads "The fifth of this month"."""
    day = hit.number("day")
    code = hit.code("dir") or hit.code("dir2") or hit.code("dir3") or "C"
    other = hit.code("this") and hit.word("this", "this_unit") != "month"
    counts = hit.code("day") == "n" or any(hit.word(name, "plural") for name in ("dir", "unit"))
    per_month = hit.code("unit") and not (hit.language == "he" and (hit.whole or hit.follows("itur")))
    if day is None or not _is_day(day) or other or counts or per_month:
        return None
    return _days(hit, Fields(day=day, unit="month", step=STEPS[code]), hit.number("day2"))


@SHAPES("(?P<all>I)")
def _iso(hit: Hit) -> Fields | None:
    item = hit.item("all")
    assert item is not None
    parts = re.split(r"[-t :]", item.text.rstrip("z")[:19])
    year, month, day, *clock = (int(part) for part in parts if part.isdigit())
    hour, minute, second = (*clock, None, None, None)[:3]
    offset = re.search(r"[+-]\d\d:?\d\d$", item.text[16:])
    zone = "+00:00" if item.text.endswith("z") else offset[0] if offset else None
    return Fields(year=year, month=month, day=day, hour=hour, minute=minute, second=second, zone=zone)


@SHAPES("(?P<all>J)")
def _numeric(hit: Hit) -> Fields | None:
    item = hit.item("all")
    assert item is not None
    first, second, third = (int(part) for part in re.split(r"[/.\-]", item.text))
    if first > 31:
        return Fields(year=first, month=second, day=third) if 1 <= second <= 12 else None
    if re.search(r"\D0\d\d\d$", item.text):
        return None  # no year of four digits begins with a nought
    return Fields(numeric=(first, second, third if third >= 100 else third + (2000 if third <= 35 else 1900)))


@SHAPES("(?P<first>N)(?P<mark>[/-])(?P<second>N)(?:,(?P<year>Y)|(?![/N]|-(?!N/N|J)))")
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


@SHAPES("(?P<first>N)(?P<second>N)(?P<year>Y)")
def _numeric_spaced(hit: Hit) -> Mention | None:
    first, second = hit.number("first"), hit.number("second")
    if not hit.whole or first is None or second is None:
        return None
    return hit.mention(Fields(numeric=(first, second, hit.number("year"))), bare=True)


@SHAPES("(?P<number>F)(?![%F])")
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


@SHAPES("(?P<all>#)")
def _numeric_packed(hit: Hit) -> Mention | None:
    """Reads "20161016"."""
    item = hit.item("all")
    match = re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", item.text if item else "")
    if match is None or not hit.whole:
        return None
    return hit.mention(Fields(year=int(match[1]), month=int(match[2]), day=int(match[3])), bare=True)


@SHAPES("(?P<first>N)[/-](?P<year>Y)(?![/-])", "(?P<year>Y)[-/](?P<first>N)(?![-/N])")
def _numeric_month(hit: Hit) -> Mention | None:
    month, year = hit.number("first"), hit.number("year")
    if month is None or month > 12 or year is None or not 1900 <= year <= 2100:
        return None
    return hit.mention(Fields(year=year, month=month), bare=True)


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
