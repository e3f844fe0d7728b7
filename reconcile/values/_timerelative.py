"""Shapes of dates that count from another day: "yesterday", "last week", "three weeks ago", "later this month"."""

from __future__ import annotations

from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._timematch import STEPS, Hit, Shapes
from reconcile.values._timemath import MONTHS

__all__ = ["RELATIVE"]

RELATIVE = Shapes()


@RELATIVE("(?:j?t?)(?P<day>[RT])(?P<part>P?)", "[Ag](?P<day>[RT])(?P<part>P?)")
def _relative_day(hit: Hit) -> Mention:
    """Yesterday, tonight; "the next day" counts from another day of the story, which is not known here."""
    shift, part = hit.word("day", "day"), hit.word("part", "part")
    if hit.code("day") == "T":
        shift, part = hit.word("day", "night")
    return hit.mention(Fields(shift=shift, part=part, narrative=bool(hit.word("day", "doubtful"))))


@RELATIVE(r"\*(?![DdwNno])")
def _now(hit: Hit) -> Mention:
    """The present, which counts only as the end of a stretch ("between 2019 and now")."""
    return hit.mention(Fields(shift=0), bare=True)


@RELATIVE("(?P<now>g)(?=[ul])")
def _from_now(hit: Hit) -> Mention | None:
    """Reads "From now until Friday"."""
    return hit.mention(Fields(shift=0), bare=True) if hit.word("now", "now") else None


@RELATIVE("(?P<part>P)t?(?P<day>R)")
def _part_of_relative_day(hit: Hit) -> Fields:
    return Fields(shift=hit.word("day", "day"), part=hit.word("part", "part"))


@RELATIVE(
    "(?:C(?=[LX]))?t?(?P<dir>[LXC])t?(?P<count>[NnFv2#0]?)(?P<unit><UNIT>)",
    "t?(?P<count>[NnFv2#0w]?)(?P<dir>[LXC])(?P<unit><UNIT>)",
    "(?:t|(?P<count>[NnFv2#0w]))?t?(?P<unit><UNIT>)(?:t?%)?t?(?P<after>[NnFvo]?)t?(?P<dir>[LXC])(?!t?[jkqyU])",
)
def _unit_step(hit: Hit) -> Fields | None:
    unit, step = hit.word("unit", "unit"), STEPS[hit.code("dir")]
    group = "count" if hit.code("count") else "after"
    item = hit.item(group)
    if item is None:
        return _one_unit(hit, unit, step)
    if hit.code("count") == "w" and "cardinal" not in item.classes:
        return None
    if item.number is None or step == 0 or (group == "count" and _counts_else(hit, item.number.low)):
        return None
    return Fields(unit=unit, step=step, count=(item.number.low, item.number.high), stretch=True)


def _counts_else(hit: Hit, count: float) -> bool:
    """Whether a number before "last year" counts something else ("sales of 1.4 billion last year")."""
    before = hit.match.start("count") < hit.match.start("dir")
    if not hit.whole and hit.language == "en" and hit.code("dir") == "L" and hit.before == "x":
        return True  # "will initially last 10 months"
    worded = hit.whole or hit.language != "en" or hit.word("unit", "plural")
    return before and (count > 999 or not worded)


def _one_unit(hit: Hit, unit: str, step: int) -> Fields | None:
    if unit in ("second", "minute", "hour") and not hit.whole:
        return None
    plural = hit.word("unit", "plural")
    if plural and hit.language == "en" and hit.match.start("dir") > hit.match.start("unit"):
        return None  # "in the days following the vote"
    if plural and step:
        return Fields(unit=unit, step=step, count=(2, 6), stretch=True)
    if unit == "day":
        return Fields(shift=step, narrative=step != 0)
    if unit == "weekend" and hit.word("dir", "coming"):
        return Fields(unit=unit, step=0, toward="coming")
    return Fields(unit=unit, step=step)


@RELATIVE(">")
def _last_year(hit: Hit) -> Fields:
    """One word for last year."""
    return Fields(unit="year", step=-1)


@RELATIVE("t?(?P<unit>[kqyU])(?P<skip>[BG])t?(?P<dir>[LX])(?!t?[jkqyU])")
def _unit_before_last(hit: Hit) -> Fields | None:
    """Reads "The week before last", "the month after next"."""
    unit, step = hit.word("unit", "unit"), STEPS[hit.code("dir")]
    if hit.word("unit", "plural"):
        return None  # "just weeks before the latest attack"
    outward = (hit.code("skip") == "B") == (step < 0)
    return (
        Fields(unit=unit, step=2 * step)
        if outward and (unit in MONTHS or unit in ("week", "weekend"))
        else None
    )


@RELATIVE("(?P<unit>[kqyU])-(?P<sign>A)(?!O)")
def _unit_ago_as_adjective(hit: Hit) -> Fields | None:
    """Reads "The year-ago quarter", "the year-earlier period"."""
    unit, narrative = hit.word("unit", "unit"), bool(hit.word("sign", "narrative"))
    return Fields(unit=unit, step=-1, count=(1, 1), narrative=narrative) if unit in MONTHS else None


@RELATIVE("(?P<unit>[qyU])-?(?P<edge>e)(?![~OrtNoMmY])")
def _edge_as_noun(hit: Hit) -> Fields | None:
    """Reads "By year-end", "at the year's end"."""
    unit, ends = hit.word("unit", "unit"), hit.word("edge", "end")
    return Fields(unit=unit, step=0, modifier="end") if unit in MONTHS and ends else None


@RELATIVE("t?(?P<unit>[jkqy])$")
def _own_unit(hit: Hit) -> Fields | Mention | None:
    """Reads "EOM"; and "the week", "the same year", which is that of the article where it is the whole text."""
    unit = hit.word("unit", "unit")
    if hit.word("unit", "end"):
        return (
            Fields(shift=0, part="late_day") if unit == "day" else Fields(unit=unit, step=0, modifier="end")
        )
    if not hit.whole or hit.match.start() > 1 or "t" not in hit.text or hit.word("unit", "plural"):
        return None
    return hit.mention(Fields(shift=0) if unit == "day" else Fields(unit=unit, step=0), bare=True)


@RELATIVE("(?P<unit>W)t?(?P<dir>[LX])")
def _dual_step(hit: Hit) -> Fields:
    return Fields(unit=hit.word("unit", "dual"), step=STEPS[hit.code("dir")], count=(2, 2), stretch=True)


@RELATIVE("(?P<unit>s)(?P<dir>[LXC]?)")
def _this_unit(hit: Hit) -> Fields:
    return Fields(unit=hit.word("unit", "this_unit"), step=STEPS[hit.code("dir") or "C"])


@RELATIVE("e[Or]?t?(?P<unit>[jkqy])(?!t?[LXCYNMm0n])", "e[Or]?t?(?P<unit>s)(?![LXC])")
def _end_of_unit(hit: Hit) -> Fields | None:
    """Reads "The end of the year" is that of this one."""
    unit = hit.word("unit", "unit") or hit.word("unit", "this_unit")
    classes = hit.scene.items[hit.match.start()].classes
    modifier = next(name for name in ("start", "mid", "end") if name in classes)
    if unit == "day":  # "at the end of the day" is said of much else
        return (
            Fields(shift=0, part="late_day")
            if modifier == "end" and (hit.whole or hit.follows("V"))
            else None
        )
    said = "t" in hit.text or "s" in hit.text or hit.whole
    return Fields(unit=unit, step=0, modifier=modifier) if said else None


@RELATIVE(
    r"\+(?P<about>[@<]?)<COUNT>(?P<unit><UNIT>)(?P<from>f{1,2}|9f?)?(?![AgGB])",
    r"\+(?P<unit>W)(?P<from>f{1,2}|9f?)?(?![AgGB])",
    r"\+(?P<unit>[jkqy])(?P<from>f{1,2}|9f?)",
    "t?<COUNT>(?P<unit><UNIT>)(?P<edge>9)[~^if]?t?",
    "t?(?P<unit>[Wjkqy])(?P<edge>9)[~^if]?t?",
)
def _lasting(hit: Hit) -> Mention | None:
    """Reads "(From 5 May) for two weeks", "ten days starting", "the week ending": a length beside a date."""
    dual = hit.word("unit", "dual")
    unit, counted = dual or hit.word("unit", "unit"), _count(hit, dual)
    if unit not in _LASTING or counted is None or counted[0] != counted[1]:
        return None
    ends = hit.word("edge", "ending")
    if ends and not hit.whole and unit != "day":
        return None  # "the quarter ended 30 September": in reports the day itself is what is dated
    behind = "from" if hit.code("from") or hit.code("edge") else "for"
    fields = Fields(unit=unit, step=-1 if ends else 1, count=counted, stretch=True, toward=behind)
    return hit.mention(fields, bare=True)


_LASTING = frozenset({"day", "week", "month", "quarter", "year"})
_LED = ("~t", "^t", "it", "ut")


@RELATIVE("(?P<unit>U)")
def _weekend(hit: Hit) -> Mention | None:
    """Reads "The weekend": the one that is nearest."""
    if hit.word("unit", "unit") != "weekend":
        return None
    before = hit.scene.codes[max(0, hit.match.start() - 2) : hit.match.start()]
    led = before.endswith("t") if hit.language == "en" else before[-1:] in tuple("~iu^") or before in _LED
    return hit.mention(Fields(unit="weekend", step=0), bare=not led)


_AND = "(?P<half>&1?h|&t?U)?(?P<more>(?:,?&?,?[Nn1]<UNIT>)*)"


@RELATIVE(
    f"(?P<about>[@<]?r?)<COUNT>(?P<unit><UNIT>){_AND},?(?P<sign>[Ag])(?![~O]?t?C)",
    f"(?P<sign>[BaS])(?P<about>[@<]?r?)<COUNT>(?P<unit><UNIT>){_AND}A?",
    f"(?P<sign>[Ba])(?P<about>[@<]?r?)(?P<unit>[jkqyUW])(?P<count>n?){_AND}A?",
    f"(?P<sign>S)(?P<about>[@<]?r?)(?P<unit>[jkqyUW])(?P<count>){_AND}(?!t?[YLXC])",
    f"(?P<about>[@<]?r?)(?P<unit>W){_AND}(?P<sign>[Ag])",
    f"(?P<sign>~)(?P<about>[@<]?)<COUNT>(?P<unit><UNIT>){_AND}7?",
    f"(?P<sign>~)(?P<about>[@<]?)(?P<unit>W){_AND}",
    f"(?P<sign>G)(?P<about>[@<]?)<COUNT>(?P<unit><UNIT>){_AND}",
    f"(?P<sign>G)(?P<about>[@<]?)(?P<unit>W){_AND}",
    f"(?P<about>[@<]?)<COUNT>(?P<unit><UNIT>){_AND}(?P<sign>[GBf])t?",
    f"(?P<about>[@<]?)(?P<unit>W){_AND}(?P<sign>[GBf])t?",
    f"(?P<sign>[GB])(?P<about>[@<]?)<COUNT>(?P<unit><UNIT>){_AND}(?P<from>r)",
    f"(?P<sign>[GB])(?P<about>[@<]?)(?P<unit>[jkqyUW])(?P<count>){_AND}(?P<from>r)",
)
def _ago(hit: Hit) -> Fields | Mention | None:
    sign = hit.code("sign")
    dual = hit.word("unit", "dual")
    unit = dual or hit.word("unit", "unit")
    counted = _count(hit, dual)
    behind = hit.match.start("sign") > hit.match.start("unit")
    counts_on = (behind and sign in "GBf") or hit.code("from") != ""
    if (
        counted is None
        or unit is None
        or hit.word("sign", "rest")
        or (sign in "~G" and not (hit.whole or counts_on or hit.text[-1] == "7"))
    ):
        return None
    if sign == "S" and not hit.code("count") and hit.word("unit", "plural"):
        return None  # "for decades" names no beginning
    if hit.word("sign", "within"):
        return Fields(unit=unit, step=1, count=counted, stretch=True, toward="within")
    if sign == "~" and not hit.scene.lexicon.settings["in_ahead"]:
        return None
    low, high = counted
    if hit.code("half"):
        low, high = low + 0.5, None if high is None else high + 0.5
    step = -1 if sign in "ABS" else 1
    fields = Fields(
        unit=unit, step=step, count=(low, high), about=bool(hit.code("about")), more=_more(hit),
        narrative=bool(hit.word("sign", "narrative")), toward="coming" if counts_on and sign == "f" else None,
    )  # fmt: skip
    if sign == "S":
        return altered(hit.mention(fields), bound="since")
    return hit.mention(fields, bare=True) if counts_on else fields


def _count(hit: Hit, dual: str | None) -> tuple[float, float | None] | None:
    if dual:
        return 2, 2
    item = hit.item("count")
    if item is not None and item.number is not None:
        ordinal = item.number.ordinal and "cardinal" not in item.classes
        return None if ordinal else (item.number.low, item.number.high)
    if hit.code("count") in ("", "1"):
        return (2, None) if hit.word("unit", "plural") and not hit.code("count") else (1, 1)
    return None


def _more(hit: Hit) -> tuple[tuple[str, float], ...]:
    """Reads "… and a month": further units, each with its number."""
    start, codes = hit.match.start("more"), hit.code("more")
    found, number = [], 1.0
    for at, code in enumerate(codes, start):
        item = hit.scene.items[at]
        if code in "Nn" and item.number is not None:
            number = float(item.number.low)
        elif code in "jkqyU2":
            found.append((str(item.classes["unit"]), number))
            number = 1.0
    return tuple(found)


@RELATIVE(
    "(?P<count>[Nnv])(?P<weekday>[Dd])(?P<sign>[Ag])",
    "(?P<count>[Nnvo2])j?(?P<weekday>[Dd])(?P<sign>[GB])t?",
    "(?P<the>t)(?P<weekday>[Dd])(?P<sign>[GB])t?",
)
def _weekdays_from_now(hit: Hit) -> Mention | None:
    """Some Fridays from now, the third Tuesday after Christmas, the Monday after it."""
    item = hit.item("count")
    number = None if item is None else item.number
    if number is None and (hit.language != "en" or not hit.code("the")):
        return None
    sign, low = hit.code("sign"), 1 if number is None else number.low
    fields = Fields(weekday=hit.word("weekday", "weekday"), step=-1 if sign in "AB" else 1, count=(low, low))
    return hit.mention(fields, bare=sign in "GB")


@RELATIVE(
    "(?P<part>[Ag])[~O]?t?(?P<dir>[LXC])t?(?P<unit>[kqyU])",
    "(?P<part>[Ag])~t(?P<unit>[kqy])$",
    "(?P<part>g)t(?P<unit>[kqy])",
    "(?P<part>[Ag])(?P<unit>s)",
    "(?P<unit>s)(?P<part>[Ag])",
)
def _gone_or_left(hit: Hit) -> Fields | None:
    """Reads "Earlier this month", "later this year"; of another month it is the beginning or the end."""
    unit = hit.word("unit", "unit") or hit.word("unit", "this_unit")
    if hit.text[1:3] == "~t" and not hit.whole:
        return None  # in running text "later in the week" follows another day of the story
    if hit.text[1] == "t" and not hit.word("part", "rest"):
        return None
    if (step := STEPS[hit.code("dir") or "C"]) != 0:
        if not hit.word("part", "narrative") or (unit != "week" and unit not in MONTHS):
            return None
        return Fields(unit=unit, step=step, modifier="start" if hit.code("part") == "A" else "end")
    return Fields(unit=unit, step=0, modifier="gone" if hit.code("part") == "A" else "left")
