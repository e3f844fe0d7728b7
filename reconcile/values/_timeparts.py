"""Shapes of years and what years are made of: decades, quarters, halves, seasons, the nth week or day of something."""

from __future__ import annotations

import re

from reconcile.values._timefields import Fields, Mention
from reconcile.values._timematch import STEPS, Hit, Shapes
from reconcile.values._timeshapes import days, is_day, is_month

__all__ = ["PARTS_OF_YEARS"]

PARTS_OF_YEARS = Shapes()


@PARTS_OF_YEARS("t?yO?t?(?P<year>[Yn])")
def _named_year(hit: Hit) -> Fields | None:
    year = hit.number("year")
    return Fields(year=year) if year is not None and 1000 <= year <= 2999 else None


@PARTS_OF_YEARS("(?P<year>Y)(?:[-/]|[&]?u|l|ul|&)t?y?(?P<year2>[YN0])8?(?![/-])")
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


@PARTS_OF_YEARS("(?P<year>Y)(?P<era>8?)")
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


@PARTS_OF_YEARS("(?<=!)(?P<year>[0N])")
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


@PARTS_OF_YEARS("(?P<word>y)(?P<year>[0N])")
def _coded_year(hit: Hit) -> Fields | None:
    """Reads "FY18"."""
    value, item = hit.number("year"), hit.item("year")
    if not hit.word("word", "short_year") or value is None or item is None or len(item.text) != 2:
        return None
    return Fields(year=value + (2000 if value <= 50 else 1900))


@PARTS_OF_YEARS("t?(?P<decade>Z)8?", "(?P<unit>U)[Or](?P<year>Y)")
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


@PARTS_OF_YEARS("(?P<word>y)t?-?(?P<decade>[0Nn])", "t?(?P<name>5)(?:t?U(?P<last>L))?")
def _decade_in_words(hit: Hit) -> Mention | None:
    named = hit.word("name", "decade_name")
    if named is not None:
        return _short_decade(hit, int(named))
    value = hit.number("decade")
    if not hit.word("word", "decade_of") or value is None or value % 10 or not 20 <= value <= 90:
        return None
    return _short_decade(hit, value)


_OF_YEAR = "(?:[Orilt~,-]{0,2}(?:t?y?t?(?P<year>Y)8?|(?P<dir>[LXC])y|ty(?P<dir2>[LXC])|(?P<this>s)))"


@PARTS_OF_YEARS(
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


@PARTS_OF_YEARS(
    f"t?(?P<nth>[o2w])t?(?P<half>h){_OF_YEAR}",
    f"t?(?P<half>h)t?(?P<nth>[o2w]){_OF_YEAR}",
    "(?P<year>Y)(?P<nth>[o2w])t?(?P<half>h)",
)
def _half_year(hit: Hit) -> Fields | None:
    nth = hit.number("nth")
    return _part_of_year(hit, "half", nth) if nth in (1, 2) else None


@PARTS_OF_YEARS("t?(?P<nth>[o2w])t?h<IN><MONTH><YEAR>?", "t?ht?(?P<nth>[o2w])<IN><MONTH><YEAR>?")
def _half_month(hit: Hit) -> Fields | None:
    """Reads "The second half of January"."""
    month, nth = hit.month(), hit.number("nth")
    if month is None or nth not in (1, 2):
        return None
    return Fields(month=month, year=hit.number("year"), modifier=f"half{nth}")


_THAT_MONTH = "(?:(?P<dir>[LXC])t?q|t?q(?P<dir2>[LXC])|(?P<this>s)(?P<dir3>[LXC]?))"


@PARTS_OF_YEARS(f"t?(?P<nth>[o2w])t?h<IN>{_THAT_MONTH}", f"t?ht?(?P<nth>[o2w])<IN>{_THAT_MONTH}")
def _half_of_this_month(hit: Hit) -> Fields | None:
    """Reads "The second half of next month"."""
    nth, code = hit.number("nth"), hit.code("dir") or hit.code("dir2") or hit.code("dir3") or "C"
    if nth not in (1, 2) or (hit.code("this") and hit.word("this", "this_unit") != "month"):
        return None
    return Fields(unit="month", step=STEPS[code], modifier=f"half{nth}")


@PARTS_OF_YEARS(
    "t?(?P<toward>[LXC]?)t?(?P<season>E)(?P<toward2>(?:[LXC](?!t?[jkqyU]))?)"
    "(?P<rest>[Or~it]{0,2}y?(?P<year>Y)8?(?P<next>[-/](?P<short>[N0Y])(?![-/N]))?)?"
)
def _season(hit: Hit) -> Mention | None:
    year, short = hit.number("year"), hit.number("short")
    if year is not None and short is not None and short % 100 != (year + 1) % 100:
        return None
    fields = Fields(season=hit.word("season", "season"), year=hit.number("year"), toward=hit.toward())
    return hit.mention(fields, bare=not (fields.year or fields.toward))


@PARTS_OF_YEARS("(?P<year>Y)8?O?(?P<season>E)")
def _season_behind(hit: Hit) -> Fields | None:
    """Reads "2021 yazında"."""
    said = hit.scene.lexicon.settings.get("year_first")
    return Fields(season=hit.word("season", "season"), year=hit.number("year")) if said else None


@PARTS_OF_YEARS(
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
            if hit.language == "ar" and is_month(month)
            else None
        )
    unit = hit.word("unit2", "unit") or hit.word("unit3", "unit") or hit.word("this", "this_unit")
    code = hit.code("dir") or hit.code("dir2") or hit.code("dir3") or "C"
    return Fields(unit=unit, step=STEPS[code]) if unit in ("month", "year") else None


@PARTS_OF_YEARS(
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


@PARTS_OF_YEARS(f"t?<DAYS>j?[Orti~]{{1,2}}{_THAT_MONTH}", "<DAYS>l(?P<unit>q)(?P<dir2>[LXC]?)")
def _day_of_this_month(hit: Hit) -> Fields | Mention | None:
    """Reads "The fifth of this month"."""
    day = hit.number("day")
    code = hit.code("dir") or hit.code("dir2") or hit.code("dir3") or "C"
    other = hit.code("this") and hit.word("this", "this_unit") != "month"
    counts = hit.code("day") == "n" or any(hit.word(name, "plural") for name in ("dir", "unit"))
    per_month = hit.code("unit") and not (hit.language == "he" and (hit.whole or hit.follows("itur")))
    if day is None or not is_day(day) or other or counts or per_month:
        return None
    return days(hit, Fields(day=day, unit="month", step=STEPS[code]), hit.number("day2"))
