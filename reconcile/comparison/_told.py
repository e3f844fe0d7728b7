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
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """What one quote says of one figure.

    Attributes:
        bound: the bound or "about" that the words put to the number.
        listed: the sum of the enumeration that the figure is a member of; 0 where it is alone.
        unborn: how many of that enumeration not everybody counts.
        part: the words by which the figure is of some among more.
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
        doer: whoever killed them is spoken of.
        caught: somebody got away, was caught or stands before a court.
        plural: several happenings are named somewhere in the quote.
        rose: the words by which the figure has changed.
    """

    bound: Modifier | None = None
    listed: int | float = 0
    unborn: int | float = 0
    part: str = ""
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


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    count: int | float
    noun: str = ""


@dataclass(frozen=True, slots=True)
class _Scene:
    sentence: str
    quote: str
    """The whole quote, folded."""
    words: Lexicon
    harm: str


@lru_cache(maxsize=8192)
def telling(quote: str, language: str, number: int | float, raw: str | None, harm: str) -> Telling | None:
    """What a quote says of a number of people who came to a harm; ``None`` where it does not stand there."""
    words = lexicon(language)
    if words is None or not quote or len(quote) > _LONGEST:
        return None
    if harm not in words.harm:
        return None
    for text in _sentences(quote):
        folded = fold(text)
        numbers = [one for one in _numbers(text, language) if not _is_age(folded, one, words)]
        at = _figure(folded, numbers, number, raw)
        if at is not None:
            return _read(_Scene(text, fold(quote), words, harm), numbers, numbers[at])
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


def _numbers(text: str, language: str) -> list[Found]:
    found = find(text, "quantity", Context(language))
    return [one for one in found if not one.value.ordinal and one.value.unit in (None, "person")]


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


def _read(scene: _Scene, numbers: list[Found], figure: Found) -> Telling:
    folded, quote, words, harm = fold(scene.sentence), scene.quote, scene.words, scene.harm
    mentions = _mentions(scene.sentence, folded, numbers, words)
    own = next((i for i, one in enumerate(mentions) if one.start <= figure.start < one.end), None)
    if own is None:
        return Telling(bound=figure.value.modifier)
    chain = _chain(folded, mentions, own, words, harm)
    mine = mentions[own]
    before, after = folded[: mine.start], folded[mine.end : mine.end + 60]
    aggregate, sure = _aggregate(folded, words)
    part = words.before.search(before[-40:]) or words.after.match(after.lstrip())
    return Telling(
        bound=figure.value.modifier,
        listed=sum(one.count for one in chain) if len(chain) > 1 else 0,
        unborn=sum(one.count for one in chain if words.unborn.search(folded[one.start : one.end])),
        part=part.group().strip() if part else "",
        severity=_severity(folded, mine, mentions, own, words),
        groups=frozenset(name for name, cue in words.groups.items() if cue.search(mine.noun)),
        among=_among(folded, mine, numbers, words),
        aggregate=aggregate,
        aggregate_sure=sure,
        windows=frozenset(match.group() for match in words.when.finditer(folded)),
        perpetrator=_first(quote, words.counted)
        or _first(quote, words.hurt if harm == "injured" else words.died),
        charged=bool(words.charged.search(before)),
        unborn_told=bool(words.unborn.search(quote)),
        others=tuple(_others(folded, mentions, own, words, harm)),
        both_harms=_both(folded, mentions, own, words),
        doer=harm == "killed" and bool(words.named.search(quote)),
        caught=bool(words.alive.search(quote)),
        plural=bool(words.plural.search(quote)),
        rose=bool(words.rose.search(folded)),
    )


def _first(text: str, cue: Cue) -> str:
    match = cue.search(text)
    return match.group().strip() if match else ""


# ---- who stands in the sentence ----


#: A name with an age behind it, where a script has capitals.
_NAMED = re.compile(r"\b[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}, \d{2}(?:,|(?= and\b))")


def _mentions(text: str, folded: str, numbers: list[Found], words: Lexicon) -> list[_Mention]:
    """People of the sentence with how many they are, in order; a lone noun, or a name with an age, is one."""
    ages = [match.span() for match in _NAMED.finditer(text)]
    found = [_numbered(folded, one, words) for one in numbers if not _inside(one.start, ages)]
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


def _numbered(folded: str, one: Found, words: Lexicon) -> _Mention:
    """A number and the noun of people behind it, at most two words apart."""
    count = one.value.min if one.value.min is not None else one.value.max
    match = re.compile(rf"\s*(?:[\w'/-]+\s+){{0,2}}?({words.noun.pattern})").match(folded, one.end)
    inside = words.noun.search(folded, one.start, one.end)
    if match is None or re.search(r"\d", folded[one.end : match.end()]):
        return _Mention(one.start, one.end, count or 0, inside.group() if inside else "")
    return _Mention(one.start, match.end(), count or 0, folded[one.end : match.end()])


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
    if not joint or (gap[joint[-1].end() :].strip() if joint[-1].end() < len(gap) else ""):
        return False
    if words.never.search(gap) or words.whole.search(gap):
        return False
    stretches = ((first.start, first.end), (first.end, second.end), (second.start, second.end))
    if any(_other_harm(folded[low:high], words, harm) for low, high in stretches) or _other_harm(
        _behind(folded, mentions, at + 1), words, harm
    ):
        return False
    inner = words.of_it.sub(" ", gap[: joint[0].start()])
    return words.relative.search(gap) is not None or len(inner.split()) <= (
        3 if _harm(inner, words, harm) else 1
    )


def _behind(folded: str, mentions: list[_Mention], at: int) -> str:
    """The words right behind a mention, up to the next one or the end of the clause."""
    end = mentions[at + 1].start if at + 1 < len(mentions) else len(folded)
    clause = re.split(r"[,.;:]", folded[mentions[at].end : min(end, mentions[at].end + 60)])[0]
    return " ".join(clause.split()[:_NEAR])


def _harm(text: str, words: Lexicon, harm: str) -> bool:
    return any(words.harm[name].search(text) for name in (harm, "any") if name in words.harm)


def _other_harm(text: str, words: Lexicon, harm: str) -> bool:
    """Whether another harm than the figure's own is told in a stretch of text, and not its own."""
    others = any(cue.search(text) for name, cue in words.harm.items() if name not in (harm, "any"))
    own = words.harm.get(harm)
    return others and not (own is not None and own.search(text))


# ---- parts, other figures, several happenings ----


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


def _others(
    folded: str, mentions: list[_Mention], own: int, words: Lexicon, harm: str
) -> list[tuple[str, int | float]]:
    """Figures of the sentence that another harm is told of."""
    found: list[tuple[str, int | float]] = []
    for index, one in enumerate(mentions):
        behind = _behind(folded, mentions, index) if index != own else ""
        for name, cue in words.harm.items():
            if name not in (harm, "any") and cue.search(f"{one.noun} {behind}"):
                found.append((name, one.count))
    return found


def _both(folded: str, mentions: list[_Mention], own: int, words: Lexicon) -> bool:
    cue = words.harm.get("any")
    return cue is not None and bool(cue.search(f"{mentions[own].noun} {_behind(folded, mentions, own)}"))


def _aggregate(folded: str, words: Lexicon) -> tuple[str, bool]:
    if several := _first(folded, words.several):
        return several, True
    if words.single.search(folded):
        return "", False
    if window := _first(folded, words.window):
        return window, True
    return _first(folded, words.likely), False
