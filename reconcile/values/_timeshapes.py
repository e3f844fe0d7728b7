"""The shapes of dates over codes, and what each of them says: fields, not yet a day.

A *mention* is a stretch of codes with the fields that it states (a month, a weekday, "two units ago").
``mentions`` reads the single ones, longest first; ``_timejoin`` puts neighbours together and
``_timeresolve`` turns fields into an interval.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reconcile.values._timecodes import Item, Scene

__all__ = ["Fields", "Mention", "mentions"]


@dataclass(frozen=True, slots=True)
class Fields:
    """What some words state about a time. ``None``: they do not say."""

    year: int | None = None
    year2: int | None = None
    month: int | None = None
    day: int | None = None
    day2: int | None = None
    weekday: int | None = None
    shift: int | None = None
    """Days from the anchor ("yesterday" is -1)."""
    unit: str | None = None
    """Of ``step``: the unit that is counted from the anchor ("last week": week, -1)."""
    step: int | None = None
    count: tuple[float, float | None] | None = None
    """"N units ago": how many; the sign is that of ``step``."""
    stretch: bool = False
    """"The last N units": the whole stretch, not its far end."""
    toward: str | None = None
    """``last``, ``next`` or ``this`` beside a weekday or a month."""
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    half_day: str | None = None
    zone: str | None = None
    numeric: tuple[int, int, int | None] | None = None
    """Two numbers whose order is open, and the year."""
    nth: int | None = None
    """The nth weekday, or the nth quarter or half."""
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    modifier: str | None = None
    about: bool = False

    @property
    def timed(self) -> bool:
        """Whether a time of the day is stated."""
        return self.hour is not None or self.part is not None

    @property
    def dated(self) -> bool:
        """Whether a day, month or year is stated in some way."""
        return any(
            value is not None
            for value in (self.year, self.month, self.day, self.weekday, self.shift, self.unit,
                          self.numeric, self.season, self.decade, self.century)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of codes ``[start, end)`` with what it states; ``to`` is the far end of a range."""

    start: int
    end: int
    fields: Fields
    to: Fields | None = None
    lasts: bool = False
    bound: str | None = None
    bare: bool = False
    """It counts as a date only beside other words of time, or when it is the whole string."""


Match = re.Match[str]
Build = Callable[[Match, Scene, bool], "Fields | Mention | None"]
_SHAPES: list[tuple[re.Pattern[str], Build]] = []


def _shape(pattern: str) -> Callable[[Build], Build]:
    for name, part in _PARTS.items():
        pattern = pattern.replace(f"<{name}>", part)

    def add(build: Build) -> Build:
        _SHAPES.append((re.compile(pattern), build))
        return build

    return add


_PARTS = {
    "DAY": "(?P<day>[No2wn])",
    "DAYS": "(?P<day>[No2wn])(?:j?(?:,t?[No2wn])*,?(?:-|u|l|[&]|[&]?u|ul)t*(?P<day2>[No2wn]))?",
    "MONTH": r"(?:qO?)?(?P<month>[Mm])\.?(?:[/(]{1,2}(?P<alias>[Mm])\)?)?",
    "OF": "[Orilt-]{0,3}",
    "YEAR": "(?:[,-]?[Orif~]{0,1}t?y?t?(?P<year>Y))",
    "UNIT": "[jkqyU2]",
    "COUNT": "(?P<count>[NnF#Yv1w0])",
}


def _item(match: Match, scene: Scene, group: str) -> Item | None:
    return scene.items[match.start(group)] if match[group] else None


def _class(match: Match, scene: Scene, group: str, name: str) -> Any:
    if group not in match.re.groupindex:
        return None
    item = _item(match, scene, group)
    return None if item is None else item.classes.get(name)


def _number(match: Match, scene: Scene, group: str) -> int | None:
    """The number behind a group: a compound, digits, an ordinal."""
    if group not in match.re.groupindex:
        return None
    item = _item(match, scene, group)
    if item is None or item.number is None or item.number.value is None:
        return None
    return int(item.number.value)


def _month(match: Match, scene: Scene) -> int | None:
    """The month; of a double name both must be the same month."""
    month, alias = _class(match, scene, "month", "month"), _class(match, scene, "alias", "month")
    return month if alias in (None, month) else None


def _valid_day(day: int | None) -> bool:
    return day is None or 1 <= day <= 31


def _language(scene: Scene) -> str:
    return scene.lexicon.language


@_shape("(?:[fbr]?t*)<DAYS>j?<OF>(?:q[Or]?)?<MONTH><YEAR>?(?P<year2>0?)")
def _day_month(match: Match, scene: Scene, whole: bool) -> Fields | Mention | None:
    month, day, day2 = _month(match, scene), _number(match, scene, "day"), _number(match, scene, "day2")
    if month is None or day is None or not (_valid_day(day) and _valid_day(day2)):
        return None
    fields = Fields(year=_number(match, scene, "year"), month=month, day=day)
    return _days(match, scene, fields, day2)


def _days(match: Match, scene: Scene, fields: Fields, day2: int | None) -> Fields | Mention | None:
    """One day, or a run of days; "5 and 9 January" is two dates, not a run."""
    if day2 is None or fields.day is None:
        return fields
    between = scene.codes[match.start("day") : match.start("day2")]
    listed = between.count(",") + 1 if re.search("&", between) and "b" not in match[0] else None
    if day2 <= fields.day or (listed is not None and day2 - fields.day != listed):
        return None
    return Mention(match.start(), match.end(), fields, replace(fields, day=day2), lasts="b" not in match[0])


@_shape("<MONTH>[,/t~]{0,2}<DAYS>(?![:%])(?:,?<YEAR>(?!-))?")
def _month_day(match: Match, scene: Scene, whole: bool) -> Fields | Mention | None:
    month, day, day2 = _month(match, scene), _number(match, scene, "day"), _number(match, scene, "day2")
    if month is None or day is None or not (_valid_day(day) and _valid_day(day2)):
        return None
    follow = scene.codes[match.end() : match.end() + 1]
    counts = (follow and follow in "jkqyUW") or (_language(scene) != "en" and follow == "x")
    if (match["day"] in "nw" and not whole) or (counts and match["year"] is None):
        return None
    fields = Fields(year=_number(match, scene, "year"), month=month, day=day)
    return _days(match, scene, fields, day2)


@_shape("(?P<year>Y)[-/,]?<MONTH>[-/]?(?P<day>N?)")
def _year_month(match: Match, scene: Scene, whole: bool) -> Fields | None:
    if not (whole or "-" in match[0]):
        return None
    day = _number(match, scene, "day") if match["day"] else None
    return Fields(year=_number(match, scene, "year"), month=_month(match, scene), day=day)


@_shape("<MONTH><YEAR>")
def _month_year(match: Match, scene: Scene, whole: bool) -> Fields | None:
    month = _month(match, scene)
    return None if month is None else Fields(year=_number(match, scene, "year"), month=month)


@_shape("(?P<toward>[LXC]?)<MONTH>(?P<toward2>[LXC]?)")
def _bare_month(match: Match, scene: Scene, whole: bool) -> Fields | Mention | None:
    month = _month(match, scene)
    if month is None:
        return None
    fields = Fields(month=month, toward=_toward(match, scene))
    doubtful = match["month"] == "m" and not match["alias"] and "q" not in match[0]
    bare = doubtful and not fields.toward and not _follows(match, scene, "iflruS~beLXCB")
    return Mention(match.start(), match.end(), fields, bare=bare)


def _follows(match: Match, scene: Scene, codes: str) -> bool:
    """Whether one of ``codes`` stands right before the match."""
    before = scene.codes[match.start() - 1 : match.start()] if match.start() else ""
    return bool(before) and before in codes


def _toward(match: Match, scene: Scene) -> str | None:
    group = "toward" if match["toward"] else "toward2"
    if _class(match, scene, group, "coming"):
        return "coming"
    return {"L": "last", "X": "next", "C": "this"}.get(match[group])


@_shape("(?:jt?)?(?P<toward>[LXC]?)t?(?P<weekday>[Ddw])(?P<toward2>[LXC]?)")
def _weekday(match: Match, scene: Scene, whole: bool) -> Mention:
    fields = Fields(weekday=_class(match, scene, "weekday", "weekday"), toward=_toward(match, scene))
    code = match["weekday"]
    sure = (
        code == "D" or "j" in match[0] or (code == "d" and (fields.toward or _follows(match, scene, "iflS")))
    )
    return Mention(match.start(), match.end(), fields, bare=not sure)


@_shape("(?:j?t?)(?P<day>[RT])(?P<part>P?)")
def _relative_day(match: Match, scene: Scene, whole: bool) -> Fields:
    if match["day"] == "R":
        part = _class(match, scene, "part", "part") if match["part"] else None
        return Fields(shift=_class(match, scene, "day", "day"), part=part)
    shift, part = _class(match, scene, "day", "night")
    return Fields(shift=shift, part=part)


@_shape("(?P<part>P)t?(?P<day>R)")
def _part_of_relative_day(match: Match, scene: Scene, whole: bool) -> Fields:
    return Fields(shift=_class(match, scene, "day", "day"), part=_class(match, scene, "part", "part"))


_STEPS = {"L": -1, "X": 1, "C": 0}


@_shape("t?(?P<dir>[LXC])t?(?P<count>[NnFv2#0]?)(?P<unit><UNIT>)(?P<after>)")
@_shape("t?(?P<count>[NnFv2#0w]?)(?P<dir>[LXC])(?P<unit><UNIT>)(?P<after>)")
@_shape("(?:t|(?P<count>[NnFv2#0w]))?t?(?P<unit><UNIT>)t?(?P<after>[NnFvo]?)t?(?P<dir>[LXC])")
def _unit_step(match: Match, scene: Scene, whole: bool) -> Fields | None:
    unit = _class(match, scene, "unit", "unit")
    step = _STEPS[match["dir"]]
    counted = match["count"] or match["after"]
    if not counted:
        if unit in ("second", "minute", "hour") and not whole:
            return None
        if match["dir"] == "C" and unit == "day":
            return Fields(shift=0)
        return Fields(unit=unit, step=step)
    item = _item(match, scene, "count" if match["count"] else "after")
    if item is None or item.number is None or step == 0:
        return None
    return Fields(unit=unit, step=step, count=(item.number.low, item.number.high), stretch=True)


@_shape("(?P<unit>[W])t?(?P<dir>[LX])")
def _dual_step(match: Match, scene: Scene, whole: bool) -> Fields:
    unit = _class(match, scene, "unit", "dual")
    return Fields(unit=unit, step=_STEPS[match["dir"]], count=(2, 2), stretch=True)


@_shape("(?P<unit>s)(?P<dir>[LXC]?)")
def _this_unit(match: Match, scene: Scene, whole: bool) -> Fields:
    step = _STEPS[match["dir"]] if match["dir"] else 0
    return Fields(unit=_class(match, scene, "unit", "this_unit"), step=step)


@_shape("(?P<about>@?)<COUNT>(?P<unit><UNIT>)(?P<half>&1?h)?(?P<sign>[Ag])")
@_shape("(?P<sign>[Ba])(?P<about>@?)<COUNT>(?P<unit><UNIT>)(?P<half>&1?h)?A?")
@_shape("(?P<sign>[Ba])(?P<about>@?)(?P<unit>[jkqyUW])(?P<count>[n]?)(?P<half>&1?h)?A?")
@_shape("(?P<about>@?)(?P<unit>W)(?P<count>)(?P<half>&1?h)?(?P<sign>[Ag])")
def _ago(match: Match, scene: Scene, whole: bool) -> Fields | None:
    dual = _class(match, scene, "unit", "dual")
    unit = dual or _class(match, scene, "unit", "unit")
    counted = _count(match, scene, dual)
    if counted is None or unit is None:
        return None
    low, high = counted
    if match["half"]:
        low, high = low + 0.5, None if high is None else high + 0.5
    step = -1 if match["sign"] in "AB" else 1
    return Fields(unit=unit, step=step, count=(low, high), about=bool(match["about"]))


def _count(match: Match, scene: Scene, dual: str | None) -> tuple[float, float | None] | None:
    if dual:
        return 2, 2
    item = _item(match, scene, "count") if match["count"] else None
    if item is not None and item.number is not None:
        return item.number.low, item.number.high
    if match["count"] == "1" or not match["count"]:
        plural = _class(match, scene, "unit", "plural")
        return (2, None) if plural and not match["count"] else (1, 1)
    return None


@_shape("t?y(?:t?)(?P<year>[Yn])")
def _named_year(match: Match, scene: Scene, whole: bool) -> Fields | None:
    year = _number(match, scene, "year")
    return Fields(year=year) if year is not None and 1000 <= year <= 2999 else None


@_shape("(?P<year>Y)(?:[-/]|[&]?u|l|ul|&)t?y?(?P<year2>[YN0])")
def _year_range(match: Match, scene: Scene, whole: bool) -> Mention | None:
    first, last = _number(match, scene, "year"), _number(match, scene, "year2")
    if first is None or last is None:
        return None
    if match["year2"] != "Y":
        last += first // 100 * 100
        if "/" not in match[0] and "-" not in match[0]:
            return None
    cued = whole or _follows(match, scene, "fbryi~l(")
    likely = 1850 <= first < last <= 2100 and last - first <= 120
    if not likely or ("&" in match[0] and not _follows(match, scene, "bryi~")):
        return None
    return Mention(
        match.start(), match.end(), Fields(year=first), Fields(year=last), lasts=True,
        bare=not (cued or "-" in match[0]),
    )  # fmt: skip


@_shape("(?P<year>Y)")
def _bare_year(match: Match, scene: Scene, whole: bool) -> Mention | None:
    year = _number(match, scene, "year")
    if year is None:
        return None
    after = scene.codes[match.end() : match.end() + 1]
    before = scene.codes[match.start() - 1 : match.start()] if match.start() else ""
    cued = before in tuple("iflruS~ebOLXCVBGy") and 1500 <= year <= 2100 and after not in tuple("jkqyUW/")
    bracketed = before == "(" and after == ")" and 1900 <= year <= 2100
    return Mention(match.start(), match.end(), Fields(year=year), bare=not (cued or bracketed))


@_shape("t?(?P<decade>Z)")
def _decade(match: Match, scene: Scene, whole: bool) -> Fields | None:
    value = _number(match, scene, "decade")
    if value is None or (value >= 100 and not 1000 <= value <= 2990) or (value < 100 and value < 10):
        return None
    return Fields(decade=value if value >= 100 else (2000 if value < 20 else 1900) + value)


@_shape("(?P<word>y)t?-?(?P<decade>[0Nn])")
def _decade_after_word(match: Match, scene: Scene, whole: bool) -> Fields | None:
    value = _number(match, scene, "decade")
    if not _class(match, scene, "word", "decade_of") or value is None or value % 10 or not 20 <= value <= 90:
        return None
    return Fields(decade=1900 + value)


@_shape(
    "t?(?P<nth>[o2w])t?(?P<unit>U)(?P<rest>[Orilt~,]{0,2}(?:t?y?t?(?P<year>Y)|(?P<dir>[LXC])y|ty(?P<dir2>[LXC])|(?P<this>s)))?"
)
@_shape(
    "t?(?P<unit>U)t?(?P<nth>[o2w])(?P<rest>[Orilt~,]{0,2}(?:t?y?t?(?P<year>Y)|(?P<dir>[LXC])y|ty(?P<dir2>[LXC])|(?P<this>s)))?"
)
def _quarter(match: Match, scene: Scene, whole: bool) -> Fields | None:
    unit, nth = _class(match, scene, "unit", "unit"), _number(match, scene, "nth")
    if unit == "century" and nth:
        return Fields(century=nth)
    if unit not in ("quarter", "half") or nth is None or nth > (4 if unit == "quarter" else 2):
        return None
    return _part_of_year(match, scene, unit, nth)


def _part_of_year(match: Match, scene: Scene, unit: str, nth: int) -> Fields:
    groups = match.groupdict()
    code = groups.get("dir") or groups.get("dir2") or ("C" if groups.get("this") else None)
    toward = {"L": "last", "X": "next", "C": "this"}.get(code or "")
    return Fields(year=_number(match, scene, "year"), nth=nth, unit=unit, toward=toward)


@_shape(
    "t?(?P<nth>[o2w])t?(?P<half>h)[Orilt~]{1,2}(?:t?y?t?(?P<year>Y)|(?P<dir>[LXC])y|ty(?P<dir2>[LXC])|(?P<this>s))"
)
@_shape(
    "t?(?P<half>h)t?(?P<nth>[o2w])[Orilt~]{1,2}(?:t?y?t?(?P<year>Y)|(?P<dir>[LXC])y|ty(?P<dir2>[LXC])|(?P<this>s))"
)
def _half_year(match: Match, scene: Scene, whole: bool) -> Fields | None:
    nth = _number(match, scene, "nth")
    return _part_of_year(match, scene, "half", nth) if nth in (1, 2) else None


@_shape("(?P<word>4)-?(?P<nth>N)[,/-]?(?:O?y?(?P<year>Y))?")
@_shape("(?P<year>Y)[,/-]?(?P<word>4)(?P<nth>N)")
def _quarter_code(match: Match, scene: Scene, whole: bool) -> Fields | None:
    nth = _number(match, scene, "nth")
    return (
        Fields(year=_number(match, scene, "year"), nth=nth, unit="quarter") if nth in (1, 2, 3, 4) else None
    )


@_shape("t?(?P<toward>[LXC]?)(?P<season>E)(?P<toward2>[LXC]?)(?P<rest>[Or~it]{0,2}y?(?P<year>Y))?")
def _season(match: Match, scene: Scene, whole: bool) -> Mention:
    fields = Fields(
        season=_class(match, scene, "season", "season"),
        year=_number(match, scene, "year"),
        toward=_toward(match, scene),
    )
    return Mention(match.start(), match.end(), fields, bare=not (fields.year or fields.toward))


@_shape(
    "t?(?P<nth>[o2wLN])j?(?P<weekday>[Ddw])[Ort~i]{0,3}(?:q[Ort]?)?(?:<MONTH><YEAR>?|(?P<dir>[LXC])q|tq(?P<dir2>[LXC]))"
)
@_shape(
    "t?(?P<weekday>[Ddw])t?(?P<nth>[oL])[Ort~i]{1,3}(?:q[Ort]?)?(?:<MONTH><YEAR>?|(?P<dir>[LXC])q|tq(?P<dir2>[LXC]))"
)
def _nth_weekday(match: Match, scene: Scene, whole: bool) -> Fields | None:
    nth = -1 if match["nth"] == "L" else _number(match, scene, "nth")
    weekday = _class(match, scene, "weekday", "weekday")
    code = match["dir"] or match["dir2"]
    if nth is None or nth > 5:
        return None
    if code:
        return Fields(nth=nth, weekday=weekday, unit="month", step=_STEPS[code])
    return Fields(nth=nth, weekday=weekday, month=_month(match, scene), year=_number(match, scene, "year"))


@_shape("t?<DAY>j?[Orti~]{1,2}(?:(?P<dir>[LXC])t?q|t?q(?P<dir2>[LXC])|(?P<this>s)(?P<dir3>[LXC]?))")
def _day_of_this_month(match: Match, scene: Scene, whole: bool) -> Fields | None:
    day = _number(match, scene, "day")
    code = match["dir"] or match["dir2"] or match["dir3"] or "C"
    if (
        day is None
        or not _valid_day(day)
        or (match["this"] and _class(match, scene, "this", "this_unit") != "month")
    ):
        return None
    return Fields(day=day, unit="month", step=_STEPS[code])


@_shape("(?P<all>I)")
def _iso(match: Match, scene: Scene, whole: bool) -> Fields | None:
    item = scene.items[match.start()]
    parts = re.split(r"[-t :]", item.text.rstrip("z")[:19])
    year, month, day, *clock = (int(part) for part in parts if part.isdigit())
    hour, minute, second = (*clock, None, None, None)[:3]
    zone = (
        "+00:00" if item.text.endswith("z") else (re.search(r"[+-]\d\d:?\d\d$", item.text[16:]) or [None])[0]
    )
    return Fields(year=year, month=month, day=day, hour=hour, minute=minute, second=second, zone=zone)


@_shape("(?P<all>J)")
def _numeric(match: Match, scene: Scene, whole: bool) -> Fields | None:
    first, second, third = (int(part) for part in re.split(r"[/.\-]", scene.items[match.start()].text))
    if first > 31:
        return Fields(year=first, month=second, day=third) if 1 <= second <= 12 else None
    year = third if third >= 100 else third + (2000 if third < 70 else 1900)
    return Fields(numeric=(first, second, year))


@_shape("(?P<first>N)/(?P<second>N)(?![/N])")
def _numeric_no_year(match: Match, scene: Scene, whole: bool) -> Mention | None:
    first, second = _number(match, scene, "first"), _number(match, scene, "second")
    if first is None or second is None or min(first, second) > 12:
        return None
    return Mention(match.start(), match.end(), Fields(numeric=(first, second, None)), bare=True)


@_shape("(?P<first>N)/(?P<year>Y)")
@_shape("(?P<year>Y)[-/](?P<first>N)(?![-/N])")
def _numeric_month(match: Match, scene: Scene, whole: bool) -> Mention | None:
    month, year = _number(match, scene, "first"), _number(match, scene, "year")
    if month is None or month > 12 or year is None or not 1900 <= year <= 2100:
        return None
    return Mention(match.start(), match.end(), Fields(year=year, month=month), bare=True)


@_shape("[c~i]{0,2}t?(?P<clock>Q)\\.?[~it,]{0,2}(?P<half>[pP]?)\\.?[,(-]?(?P<zone>z?)")
def _clock(match: Match, scene: Scene, whole: bool) -> Mention | None:
    hour, minute, *rest = scene.items[match.start("clock")].text.split(":")
    second = int(float(rest[0])) if rest else None
    fields = _time(match, scene, int(hour), int(minute), second)
    return None if fields is None else Mention(match.start(), match.end(), fields, bare=True)


@_shape("c(?P<of>)t?(?P<hour>[Nno2w])(?P<half2>[&]t?h)?[~it,]{0,2}(?P<half>[pP]?)\\.?(?P<zone>z?)")
@_shape("~?(?P<hour>[Nn])(?P<half2>)(?P<half>p)\\.?(?P<zone>z?)")
@_shape("~?(?P<hour>[Nn])(?P<half2>)K[~t]{0,2}(?P<half>[pP]?)\\.?(?P<zone>z?)")
def _hour(match: Match, scene: Scene, whole: bool) -> Mention | None:
    hour = _number(match, scene, "hour")
    minute = 30 if match["half2"] else None
    fields = None if hour is None else _time(match, scene, hour, minute, None)
    return None if fields is None else Mention(match.start(), match.end(), fields, bare=True)


_MORNING = frozenset({"dawn", "morning", "midnight"})


def _time(match: Match, scene: Scene, hour: int, minute: int | None, second: int | None) -> Fields | None:
    half, part = None, _class(match, scene, "half", "part")
    if part:
        half = "am" if part in _MORNING or (part == "night" and hour < 6) else "pm"
    elif match["half"]:
        half = "am" if _class(match, scene, "half", "am") else "pm"
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23:
        return None
    zone = _class(match, scene, "zone", "zone")
    return Fields(hour=hour, minute=minute, second=second, half_day=half, zone=zone)


@_shape("(?P<toward>C?)[~i]?t?(?P<part>P)")
def _part(match: Match, scene: Scene, whole: bool) -> Mention:
    fields = Fields(part=_class(match, scene, "part", "part"), shift=0 if match["toward"] else None)
    return Mention(match.start(), match.end(), fields, bare=not match["toward"])


def _candidates(scene: Scene, at: int, whole: bool) -> Iterator[Mention]:
    for pattern, build in _SHAPES:
        match = pattern.match(scene.codes, at)
        if match is None:
            continue
        made = build(match, scene, whole)
        if isinstance(made, Fields):
            made = Mention(match.start(), match.end(), made)
        if made is not None:
            yield made


_STARTS = re.compile("[NnFoYZ#v2w01MmDdRTLXCcjkqyUWsPQIJEtBaHh4@]")


def mentions(scene: Scene, whole: bool = False) -> list[Mention]:
    """The single mentions of a text from left to right: at each place the longest one that holds."""
    found: list[Mention] = []
    at = 0
    codes = scene.codes
    while (start := _STARTS.search(codes, at)) is not None:
        at = start.start()
        best = max(_candidates(scene, at, whole), key=lambda mention: mention.end, default=None)
        if best is None:
            at += 1
            continue
        found.append(best)
        at = best.end
    return found
