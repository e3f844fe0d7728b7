"""The day that some words of a text count from when it is not the article's own.

"The next day" counts from the day that was told last. Within quotation marks "tomorrow" counts from the day
on which it was said, where the sentence names one ("he said on Sunday: …"). And all words of a report count
from its dateline ("BEIRUT, Jan 5 (Agency) -"), which may be a day older than the page. Each is named as the anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal

from reconcile.model import Anchor
from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._timemath import DAY, MONTHS, Interval, floor, midnight, step
from reconcile.values._timepolicy import Setting, one_day

__all__ = ["Told", "counted_from", "counts_elsewhere", "dateline", "is_told", "moved"]

#: How many characters back a day may have been told.
_REACH = 400
_FINE = frozenset({"day", "daypart", "hour", "minute", "second"})


@dataclass(frozen=True, slots=True)
class Told:
    """A date of the text that later words may count from."""

    start: int
    end: int
    interval: Interval
    words: str


def is_told(found: Interval, mention: Mention) -> bool:
    """Whether a date is plain enough to be counted from: resolved, with both ends, and not bounded."""
    whole = found.start is not None and found.end is not None and not found.unresolved
    return whole and mention.bound is None and not found.approx


@dataclass(frozen=True, slots=True)
class Origin:
    """The date that some words count from, and whether they do so as on that day ("tomorrow") or follow it."""

    told: Told
    kind: Literal["statement", "explicit"] | None = None

    @property
    def anchor(self) -> Anchor:
        """The anchor that it makes."""
        day = self.told.interval.start or datetime(1, 1, 1)
        return Anchor(
            day=day, kind=self.kind or "explicit", inferred=True, reason=f"counted from {self.told.words!r}"
        )

    def setting(self, setting: Setting) -> Setting:
        """The setting in which the words are resolved."""
        if self.kind is not None:
            start = self.told.interval.start
            return altered(setting, anchor=start, day=start and midnight(start))
        return altered(setting, told=self.told.interval)


def counts_elsewhere(fields: Fields) -> bool:
    """Whether the words may count from another day of the text."""
    return fields.base is None and (fields.narrative or fields.shift is not None)


def counted_from(text: str, fields: Fields, place: tuple[int, int], told: Sequence[Told]) -> Origin | None:
    """The date of the text that some words count from, or ``None`` when it is the article's own day."""
    if not counts_elsewhere(fields):
        return None
    if fields.narrative:
        before = [one for one in told if one.end <= place[0]][-1:]
        return Origin(before[0]) if before and _fits(fields, before[0], place[0]) else None
    inside = [quote for quote in quotes(text) if quote[0] < place[0] and place[1] <= quote[1] + 1]
    said = said_on(text, inside[0], told) if inside else None
    return None if said is None else Origin(said, "statement")


def _fits(fields: Fields, told: Told, at: int) -> bool:
    """Whether a date is near enough in the text, and fine enough, to be counted from."""
    grain = told.interval.grain
    unit = MONTHS.get(fields.unit or "", 0) if fields.shift is None else 0
    return at - told.end <= _REACH and (grain in _FINE or (grain in MONTHS and MONTHS[grain] <= unit))


_MARK = re.compile(r"""(?<!\w)["\u201c\u201d\u201e\u00ab\u00bb]|["\u201c\u201d\u201e\u00ab\u00bb](?!\w)""")


@lru_cache(maxsize=16)
def quotes(text: str) -> Sequence[tuple[int, int]]:
    """The stretches between quotation marks in a text; a paragraph with an odd mark has none."""
    found: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        marks = [match.start() + at for match in _MARK.finditer(line)]
        if len(marks) % 2 == 0:
            found += zip(marks[::2], marks[1::2], strict=True)
        at += len(line) + 1
    return found


_SENTENCE = re.compile(r"[.!?]\s|\n")


def _outside(text: str, quote: tuple[int, int], told: Sequence[Told]) -> Iterator[Told]:
    """The dates of the sentence around a quotation, outside of it."""
    low = max((m.end() for m in _SENTENCE.finditer(text, max(0, quote[0] - 300), quote[0])), default=0)
    after = _SENTENCE.search(text, quote[1])
    closed = text[quote[1] - 1] in ".!?"
    high = quote[1] if closed else min(len(text) if after is None else after.start() + 1, quote[1] + 300)
    for one in told:
        if (low <= one.start and one.end <= quote[0]) or (quote[1] <= one.start and one.end <= high):
            yield one


def said_on(text: str, quote: tuple[int, int], told: Sequence[Told]) -> Told | None:
    """The one day that the sentence of a quotation names: the day on which it was said."""
    days = [one for one in _outside(text, quote, told) if one.interval.grain in _FINE]
    starts = {one.interval.start.date() for one in days if one.interval.start is not None}
    return days[0] if len(starts) == 1 else None


def moved(fields: Fields, told: Interval) -> Interval | None:
    """What counts from a date that was told: the next day, a year earlier (of the same grain)."""
    start, end = told.start, told.end
    if start is None or end is None:
        return None
    if fields.shift is not None:
        edge = start if fields.shift <= 0 else end - timedelta(microseconds=1)
        return one_day(floor(edge, "day") + DAY * fields.shift, anchored=True)
    if fields.count is None or fields.unit is None or fields.step is None:
        return None
    low, high = fields.count
    if low != high:
        return None
    by, soft = fields.step * low, told.grain in _FINE and fields.unit != "day"
    ends = step(start, fields.unit, by), step(end, fields.unit, by)
    return Interval(*ends, told.grain, anchored=True, approx=soft)


#: A place of up to five words in front, none of them small ("BEIRUT,", "عمان،"); behind it an agency or a dash,
#: and then the report: a clock is none, nor is the name of a photographer.
_PLACE = re.compile(r"^[ \t]*(?:[^\W\d_a-z][^\s:]*[ ]){0,4}[^\W\d_a-z][^\s:]*[ ]?[,،–—-][ ]?$")
_DASH = re.compile(r"[ ]?[,،]?[ ]?(?:\([^()\n]{2,40}\))?[ ]?(?:--|[-–—])[ ]?(?=[^\s\d][^\n]{12})")
#: A report stands at most so many days on the desk.
_OLDEST = 7


def dateline(text: str, told: Sequence[Told], published: datetime | None) -> Origin | None:
    """The dateline of a report, as the day that its words count from; ``None`` when it is the page's own day."""
    for one in told[:3]:
        start = one.interval.start
        line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
        if (
            start is None
            or one.interval.grain != "day"
            or not (_PLACE.search(line) and _DASH.match(text, one.end))
        ):
            continue
        apart = 1 if published is None else (published - start).days
        return Origin(one, "explicit") if 0 < apart <= _OLDEST else None
    return None
