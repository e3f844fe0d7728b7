"""What the words around a figure say of it: of whom, of how many happenings, with whom beside them.

A caller who types a figure and hands the words on has rarely filled its scope; most differences between
outlets lie in just these words ("two men *and a girl*", "in shootings *over the weekend*", "*before killing
himself*"). Nothing here compares or judges: it reads one quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from reconcile.comparison._lexicon import Cue, Lexicon, lexicon
from reconcile.languages import fold
from reconcile.model import Anchor, Modifier, Span
from reconcile.values import Context, Found, find

__all__ = ["Telling", "last_day", "passage", "telling"]

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'A-Z\u05d0-\u05ea\u0621-\u064a])|\n+|\s[|\u2022\u25ba\u00d7]\s")
_ABBREVIATED = re.compile(r"\b(?:\w|st|ft|mt|dr|mr|mrs|ms|co|sgt|lt|calif|conn|tenn|jr|sr|no)\.$")
_LONGEST = 1500
_AROUND = 300
_GAP = 90
_NEAR = 6
_LEAD = 30
_LEAD_IN = 120
_TOLD = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """What one quote says of one figure.

    Attributes:
        bound: the bound or "about" that the words put to the number.
        listed: the sum of the enumeration that the figure is a member of; 0 where it is alone.
        unborn: how many of that enumeration not everybody counts.
        part: the words by which the figure is of some among more.
        elsewhere: the words by which the figure is of another happening ("in a separate shooting").
        severity: the words that say how badly the counted were hurt.
        charged: the figure is what somebody is charged with.
        groups: classes that the counted noun names ("civilians").
        among: figures that the quote gives as some of the counted ("54, among them 28 civilians").
        aggregate: the words by which several happenings are counted together.
        aggregate_sure: whether they can mean nothing else.
        windows: stretches of time that the sentence names.
        perpetrator: the words by which whoever did it is dead or is counted in.
        unborn_told: whether an unborn child is told of at all.
        others: figures of other harms in the same sentence, by harm.
        both_harms: the figure counts the dead and the hurt together ("four shot, one fatally").
        within: figures told as the whole that the counted ones are some of ("two of the seven").
        reaches: the figures that one more, or so many others, told apart, make of it ("and a third died").
        active: somebody is told to have brought them to harm, so that he is none of them ("who killed four").
        doers: how many of those who did it are told to be counted in or not; 0 where they are several.
        counts_in: who did it is told to be one of them.
        of_harm: whether the figure is one of people who came to harm, whose words are known.
        margin: the figure is by how much one side was ahead.
        so_far: the words by which it is all that have come together until now.
        kind: a noun that says more of the counted than that they are people ("two brothers").
        doer: whoever killed them is spoken of.
        caught: somebody got away, was caught or stands before a court.
        plural: several happenings are named somewhere in the quote.
        rose: the words by which the figure has changed.
    """

    bound: Modifier | None = None
    listed: int | float = 0
    unborn: int | float = 0
    part: str = ""
    elsewhere: str = ""
    severity: str = ""
    charged: bool = False
    groups: frozenset[str] = frozenset()
    among: frozenset[int | float] = frozenset()
    aggregate: str = ""
    aggregate_sure: bool = False
    windows: frozenset[str] = frozenset()
    perpetrator: str = ""
    unborn_told: bool = False
    others: tuple[tuple[str, int | float], ...] = ()
    both_harms: bool = False
    doer: bool = False
    caught: bool = False
    plural: bool = False
    rose: bool = False
    within: frozenset[int | float] = frozenset()
    reaches: frozenset[int | float] = frozenset()
    active: bool = False
    kind: str = ""
    of_harm: bool = False
    margin: bool = False
    so_far: str = ""
    doers: int | float = 1
    counts_in: bool = False


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    count: int | float
    noun: str = ""
    counted: int = 0
    """Where the number itself ends; 0 where there is none."""


@dataclass(frozen=True, slots=True)
class _Scene:
    sentence: str
    quote: str
    """The whole quote, folded."""
    words: Lexicon
    harm: str
    language: str


@lru_cache(maxsize=8192)
def telling(quote: str, language: str, number: int | float, raw: str | None, harm: str) -> Telling | None:
    """What a quote says of a number of people who came to a harm; ``None`` where it does not stand there."""
    words = lexicon(language)
    if words is None or not quote or len(quote) > _LONGEST:
        return None
    scenes = [_Scene(text, fold(quote), words, harm, language) for text in _sentences(quote)]
    for scene in scenes:
        numbers = _numbers(scene)
        at = _figure(fold(scene.sentence), numbers, number, raw)
        if at is not None:
            return _read(scene, numbers, numbers[at].start, numbers[at].value.modifier)
    told = (_otherwise(scene, number) for scene in scenes)
    return next((one for one in told if one is not None), None)


def _otherwise(scene: _Scene, number: int | float) -> Telling | None:
    """A figure that no number of a sentence gives: as the place in a count, or by the people themselves."""
    numbers = _numbers(scene)
    ordinal = _ordinal(scene, number)
    if ordinal is not None:
        return _read(scene, [*numbers, ordinal], ordinal.start, None)
    lone = _uncounted(scene, numbers, number)
    return None if lone is None else _read(scene, numbers, lone.start, None)


def _ordinal(scene: _Scene, number: int | float) -> Found | None:
    """The number told as the place in a count ("the 15th homicide this year")."""
    found = find(scene.sentence, "quantity", Context(scene.language))
    return next((one for one in found if one.value.ordinal and one.value.min == number), None)


def _uncounted(scene: _Scene, numbers: list[Found], number: int | float) -> _Mention | None:
    """People of a harm whom no number counts ("a cyclist was killed", "his wife and two sons"): the first one."""
    folded, words = fold(scene.sentence), scene.words
    if scene.harm not in words.harm:
        return None
    mentions = _mentions(scene.sentence, folded, numbers, words)
    counted = {one.start for one in numbers}
    for index, one in enumerate(mentions):
        chain = _chain(folded, mentions, index, words, scene.harm)
        if len(chain) > 1 and sum(member.count for member in chain) == number:
            return one
        if one.start not in counted and one.count == number:
            ends = (index, mentions.index(chain[-1]))
            told = (f"{mentions[at].noun} {_told_of(folded, mentions, at, words)}" for at in ends)
            some_of = words.before.search(folded[: one.start][-_LEAD_IN:])
            if some_of or any(_harm(text, words, scene.harm) for text in told):
                return one
    return None


@lru_cache(maxsize=8192)
def last_day(quote: str, language: str, published: datetime) -> datetime | None:
    """The end of the last date that a quote tells, by its publication; ``None`` where it tells none."""
    anchored = Context(language, Anchor(day=published))
    ends = [one.value.end for one in find(quote[:_LONGEST], "date", anchored)]
    return max((end for end in ends if end is not None), default=None) if None not in ends else None


def passage(text: str | None, span: Span) -> str:
    """The sentence that a span stands in, where the text of its article is known; else the quote itself.

    >>> passage("One fell. Two men and a girl died. All is calm.", Span(quote="Two men", start=10, end=17))
    'Two men and a girl died.'
    """
    start, end = span.start, span.end
    if text is None or start is None or end is None or text[start:end] != span.quote:
        return span.quote
    low = max(0, start - _AROUND)
    window = text[low : end + _AROUND]
    breaks = _breaks(window)
    first = max((after for _, after in breaks if after <= start - low), default=0)
    last = min((before for before, _ in breaks if before >= end - low), default=len(window))
    return window[first:last]


def _sentences(quote: str) -> list[str]:
    breaks = [(0, 0), *_breaks(quote), (len(quote), len(quote))]
    return [quote[start:end] for (_, start), (end, _) in pairwise(breaks)]


def _breaks(text: str) -> list[tuple[int, int]]:
    """Where a sentence ends and where the next one begins."""
    return [
        match.span()
        for match in _SENTENCE.finditer(text)
        if not _ABBREVIATED.search(fold(text[max(0, match.start() - 12) : match.start()]))
    ]


def _numbers(scene: _Scene) -> list[Found]:
    """The numbers of a sentence but ages: where people came to harm those of people, else all of them."""
    people, folded = scene.harm in scene.words.harm, fold(scene.sentence)
    return [
        one
        for one in find(scene.sentence, "quantity", Context(scene.language))
        if not one.value.ordinal
        and (not people or one.value.unit in (None, "person"))
        and not _is_age(folded, one, scene.words)
    ]


def _is_age(folded: str, one: Found, words: Lexicon) -> bool:
    return bool(
        words.ages.match(folded, one.end) or words.aged.search(folded[max(0, one.start - 12) : one.start])
    )


def _figure(folded: str, numbers: list[Found], number: int | float, raw: str | None) -> int | None:
    """The index of the number: the one inside the printed words, else the first of its value."""
    same = [index for index, one in enumerate(numbers) if number in (one.value.min, one.value.max)]
    place = folded.find(fold(raw)) if raw and same else -1
    inside = [i for i in same if place >= 0 and place <= numbers[i].start < place + len(raw or "")]
    return next(iter(inside or same), None)


def _read(scene: _Scene, numbers: list[Found], start: int, bound: Modifier | None) -> Telling:
    folded, quote, words, harm = fold(scene.sentence), scene.quote, scene.words, scene.harm
    mentions = _mentions(scene.sentence, folded, numbers, words)
    own = next((i for i, one in enumerate(mentions) if one.start <= start < one.end), None)
    if own is None:
        return Telling(bound=bound, of_harm=harm in words.harm)
    chain = _chain(folded, mentions, own, words, harm)
    mine = mentions[own]
    before, after = folded[: mine.start], folded[mine.end : mine.end + 60]
    aggregate, sure = _aggregate(folded, words)
    of_some = folded[mine.counted or mine.end :][:60].lstrip()
    only = words.only.search(before)  # "only two of the seven" denies it of the others
    part = not only and (
        words.before.search(before[-_LEAD_IN:])
        or words.after.match(of_some)
        or words.after.match(after.lstrip())
    )
    of_harm = harm in words.harm
    return Telling(
        bound=bound,
        listed=sum(one.count for one in chain) if len(chain) > 1 and of_harm else 0,
        unborn=sum(one.count for one in chain if words.unborn.search(folded[one.start : one.end])),
        part=part.group().strip() if part else "",
        elsewhere=_elsewhere(folded, mine, numbers, words),
        severity=_severity(folded, mine, mentions, own, words) if of_harm else "",
        groups=frozenset(name for name, cue in words.groups.items() if cue.search(_named(folded, mine))),
        among=_among(folded, mine, numbers, words),
        aggregate=aggregate,
        aggregate_sure=sure,
        windows=frozenset(match.group() for match in words.when.finditer(folded)),
        perpetrator=_first(quote, words.counted)
        or _first(quote, words.hurt if harm == "injured" else words.died),
        charged=bool(words.charged.search(before)),
        unborn_told=bool(words.unborn.search(quote)),
        others=tuple(_others(folded, mentions, own, words, harm)),
        both_harms=_both(folded, mentions, own, words, harm),
        doer=harm == "killed" and bool(words.named.search(quote)),
        caught=bool(words.alive.search(quote)),
        plural=bool(words.plural.search(quote)),
        rose=bool(words.rose.search(folded)),
        within=frozenset() if only else _within(folded, mine, numbers, words),
        reaches=_reaches(folded, mentions, own, scene) if of_harm else frozenset(),
        active=of_harm and bool(words.active.search(before)),
        kind=_kind(folded, mine, words) if of_harm else "",
        counts_in=_counts_in(quote, words),
        of_harm=of_harm,
        margin=bool(words.margin.search(before)) and not words.score.match(folded, mine.counted or mine.end),
        so_far=_first(folded, words.so_far),
        doers=_doers(quote, scene.language, words),
    )


def _named(folded: str, mine: _Mention) -> str:
    """The noun of a mention with the word right behind it ("men of *the police*")."""
    following = re.match(r"\s+\w+", folded[mine.end :]) if mine.noun else None
    return mine.noun + (following.group() if following else "")


def _kind(folded: str, mine: _Mention, words: Lexicon) -> str:
    """The noun that says more of the counted than that they are people; one of no list has the form of a plural."""
    if mine.noun:
        *_, noun = words.noun.findall(mine.noun) or [""]
        return "" if words.anybody.search(noun) else noun
    noun = words.unlisted.match(folded, mine.counted) if mine.counted else None
    told = noun.group() if noun else ""
    return "" if any(cue.search(told) for cue in (words.breaks, *words.harm.values())) else told.strip()


def _counts_in(quote: str, words: Lexicon) -> bool:
    """Whether who did it is counted in, in so many words."""
    told = words.counted.search(quote)
    return told is not None and not words.left_out.search(told.group())


def _doers(quote: str, language: str, words: Lexicon) -> int | float:
    """How many of those who did it are counted in, left out or dead in so many words; 0 where they are several."""
    told = _first(quote, words.counted)
    numbers: list[int | float | None] = [one.value.value for one in find(told, "quantity", Context(language))]
    if len(numbers) == 1 and numbers[0]:
        return numbers[0]
    return 0 if words.more.search(told or _first(quote, words.died)) else 1


def _first(text: str, cue: Cue) -> str:
    match = cue.search(text)
    return match.group().strip() if match else ""


# ---- who stands in the sentence ----


#: A name with an age behind it, where a script has capitals.
_NAMED = re.compile(r"\b[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}, \d{2}(?:,|(?= and\b))")


def _mentions(text: str, folded: str, numbers: list[Found], words: Lexicon) -> list[_Mention]:
    """People of the sentence with how many they are, in order; a lone noun, or a name with an age, is one."""
    ages = [match.span() for match in _NAMED.finditer(text)]
    found = [_numbered(folded, one, numbers, words) for one in numbers if not _inside(one.start, ages)]
    found += [_Mention(start, end, 1, "named") for start, end in ages]
    for cue, count in ((words.dual, 2), (words.lone, 1)):
        for match in cue.finditer(folded):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(_Mention(match.start(), match.end(), count, match.group()))
    counted = {one.start for one in numbers}
    kept = [one for one in found if one.start in counted or not words.never.search(one.noun)]
    return sorted(kept, key=lambda one: one.start)


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _numbered(folded: str, one: Found, numbers: list[Found], words: Lexicon) -> _Mention:
    """A number and the noun of people behind it, at most three words apart and with no other number between."""
    count = one.value.min if one.value.min is not None else one.value.max
    match = re.compile(rf"\s*(?:[\w'/-]+\s+){{0,3}}?({words.noun.pattern})").match(folded, one.end)
    inside = words.noun.search(folded, one.start, one.end)
    cut = match is None or words.breaks.search(folded, one.end, match.start(1)) is not None
    if match is None or cut or any(one.end <= other.start < match.end() for other in numbers):
        return _Mention(one.start, one.end, count or 0, inside.group() if inside else "", one.end)
    return _Mention(one.start, match.end(), count or 0, folded[one.end : match.end()], one.end)


# ---- enumerations ----


def _chain(folded: str, mentions: list[_Mention], own: int, words: Lexicon, harm: str) -> list[_Mention]:
    """The enumeration that a mention is a member of, itself included."""
    low = high = own
    while low > 0 and _joined(folded, mentions, low - 1, words, harm):
        low -= 1
    while high + 1 < len(mentions) and _joined(folded, mentions, high, words, harm):
        high += 1
    return mentions[low : high + 1]


def _joined(folded: str, mentions: list[_Mention], at: int, words: Lexicon, harm: str) -> bool:
    """Whether a mention and the next one are members of one enumeration, who came to the same harm."""
    first, second = mentions[at], mentions[at + 1]
    gap = folded[first.end : second.start]
    glued = folded[second.start : second.end]
    if not (first.noun or second.noun) or len(gap) > _GAP or re.search(r"[.;:!?()]", gap):
        return False
    joint = list(words.joint.finditer(gap + glued[:2]))
    rest = gap[joint[-1].end() :].strip() if joint else ""
    if not joint or (rest and not words.article.fullmatch(rest)):
        return False
    if (
        words.never.search(gap)
        or words.whole.search(gap + glued)
        or words.whole.match(folded[second.end :].lstrip())
    ):
        return False
    if _any_and_own(_behind(folded, mentions, at), _behind(folded, mentions, at + 1), words, harm):
        return False
    stretches = ((first.start, first.end), (first.end, second.end), (second.start, second.end))
    around = (_right_before(folded, first), *(folded[low:high] for low, high in stretches))
    if any(_other_harm(text, words, harm) for text in (*around, _behind(folded, mentions, at + 1))):
        return False
    inner = words.of_it.sub(" ", gap[: joint[0].start()])
    return words.relative.search(gap) is not None or len(inner.split()) <= (
        _TOLD if _harm(inner, words, harm) else 1
    )


def _behind(folded: str, mentions: list[_Mention], at: int) -> str:
    """The words right behind a mention up to the next one or the end of the clause, and those behind an aside."""
    aside = _ASIDE.match(folded, mentions[at].end)  # "two boys, cousins of his, are in intensive care"
    start = aside.end() if aside else mentions[at].end
    end = min((one.start for one in mentions if one.start >= start), default=len(folded))
    words = folded[start : min(end, start + 60)].lstrip(" ,")
    clause = re.split(r"[,.;:]", words)[0]
    return " ".join((aside.group().split() if aside else []) + clause.split()[:_NEAR])


def _right_before(folded: str, one: _Mention) -> str:
    """The two words before a mention, in its own clause."""
    return " ".join(re.split(r"[,.;:]", folded[: one.start])[-1].split()[-2:])


def _any_and_own(first: str, second: str, words: Lexicon, harm: str) -> bool:
    """Whether of two figures one is of all who were struck and the other one of those who died of it."""
    own, any_harm = words.harm.get(harm), words.harm.get("any")
    if own is None or any_harm is None or harm != "killed":
        return False
    of_all, of_own = ([bool(cue.search(text)) for text in (first, second)] for cue in (any_harm, own))
    return (of_all[0] and not of_own[0] and of_own[1]) or (of_all[1] and not of_own[1] and of_own[0])


def _harm(text: str, words: Lexicon, harm: str) -> bool:
    return any(words.harm[name].search(text) for name in (harm, "any") if name in words.harm)


def _other_harm(text: str, words: Lexicon, harm: str) -> bool:
    """Whether another harm than the figure's own is told in a stretch of text, and not its own."""
    others = any(cue.search(text) for name, cue in words.harm.items() if name not in (harm, "any"))
    own = words.harm.get(harm)
    return others and not (own is not None and own.search(text))


# ---- parts, other figures, several happenings ----


_ASIDE = re.compile(r"\s*,[^,.;:\d]{1,50},\s*(?=\w)")


def _elsewhere(folded: str, mine: _Mention, numbers: list[Found], words: Lexicon) -> str:
    """The words of another happening beside a figure, with no other number between the two."""
    start = max((one.end for one in numbers if one.end <= mine.start), default=0)
    end = min((one.start for one in numbers if one.start >= mine.end), default=len(folded))
    return _first(folded[start : mine.start], words.elsewhere) or _first(
        folded[mine.end : end], words.elsewhere
    )


def _severity(folded: str, mine: _Mention, mentions: list[_Mention], own: int, words: Lexicon) -> str:
    behind = _behind(folded, mentions, own)
    return _first(behind, words.severity) or _first(folded[mine.start : mine.end], words.severity)


def _among(folded: str, mine: _Mention, numbers: list[Found], words: Lexicon) -> frozenset[int | float]:
    """Figures told as some of the counted ones."""
    found: set[int | float] = set()
    for match in words.whole.finditer(folded, mine.end):
        for one in numbers:
            if 0 <= one.start - match.end() <= 25 and one.value.value is not None:
                found.add(one.value.value)
    return frozenset(found)


def _within(folded: str, mine: _Mention, numbers: list[Found], words: Lexicon) -> frozenset[int | float]:
    """Figures told as the whole that the counted ones are some of ("two of the seven", "of the seven, two")."""
    found: set[int | float] = set()
    for one in numbers:
        behind = (
            mine.counted
            and one.start >= mine.counted
            and words.some_of.search(folded[mine.counted : one.start])
        )
        before = 0 <= mine.start - one.end <= _LEAD and words.some_of.search(folded[: one.start])
        if one.value.value is not None and (behind or before):
            found.add(one.value.value)
    return frozenset(found)


def _reaches(folded: str, mentions: list[_Mention], own: int, scene: _Scene) -> frozenset[int | float]:
    """The figures that one more makes of it, told behind it as another one or as an ordinal, or so many others."""
    mine, words, harm = mentions[own], scene.words, scene.harm
    another, *ordinals = words.next_one
    at = int(mine.count) - 1
    cues = [another, *(ordinals[at : at + 1] if at >= 0 and mine.count == at + 1 else ())]
    matches = [match for cue in cues if (match := cue.search(folded, mine.end))]
    one_more = any(not _other_harm(folded[one.end() :][:40], words, harm) for one in matches)
    others = [
        one.count
        for place, one in enumerate(mentions[own + 1 :], own + 1)
        if words.others.search(one.noun) and not _harmed_else(_behind(folded, mentions, place), words, harm)
    ]
    return frozenset(mine.count + more for more in ([1] if one_more else []) + others)


def _harmed_else(text: str, words: Lexicon, harm: str) -> bool:
    """Whether a stretch of text tells another harm, or one that the dead and the hurt share, and not its own."""
    shared = words.harm.get("any")
    return _other_harm(text, words, harm) or bool(
        shared and shared.search(text) and not words.harm[harm].search(text)
    )


def _others(
    folded: str, mentions: list[_Mention], own: int, words: Lexicon, harm: str
) -> list[tuple[str, int | float]]:
    """Figures of the sentence that another harm is told of."""
    found: list[tuple[str, int | float]] = []
    for index, one in enumerate(mentions):
        told = _told_of(folded, mentions, index, words) if index != own else ""
        for name, cue in words.harm.items():
            if name not in (harm, "any") and cue.search(f"{one.noun} {told}"):
                found.append((name, one.count))
    return found


def _told_of(folded: str, mentions: list[_Mention], at: int, words: Lexicon) -> str:
    """The words that tell the harm of a mention: those behind it, or where verbs stand first, those before it."""
    if words.verb_first:
        start = mentions[at - 1].end if at else 0
        before = re.split(r"[,.;:]", folded[start : mentions[at].start])[-1]
        if any(cue.search(before) for cue in words.harm.values()):
            return before
    return _behind(folded, mentions, at)


def _both(folded: str, mentions: list[_Mention], own: int, words: Lexicon, harm: str) -> bool:
    """Whether a word that the dead and the hurt share stands with the figure, and none of its own harm."""
    one, cue = mentions[own], words.harm.get("any")
    told = f"{_right_before(folded, one)} {one.noun} {_behind(folded, mentions, own)}"
    mine = words.harm.get(harm)
    return cue is not None and bool(cue.search(told)) and not (mine is not None and mine.search(told))


def _aggregate(folded: str, words: Lexicon) -> tuple[str, bool]:
    if several := _first(folded, words.several):
        return several, True
    if words.single.search(folded):
        return "", False
    if window := _first(folded, words.window):
        return window, True
    return _first(folded, words.likely), False
