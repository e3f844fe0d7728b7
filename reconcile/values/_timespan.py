"""The bare interval of a date value: what comparisons are made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from reconcile.edtf import is_unit_of
from reconcile.model import DateValue

__all__ = ["MAX", "MIN", "Span", "span_of"]

_DAY = timedelta(days=1)
MIN = datetime(1, 1, 1)
MAX = datetime(9999, 12, 31, 23, 59, 59, 999999)
_TIMED = frozenset({"second", "minute", "hour"})
_FINE = _TIMED | {"daypart", "day"}


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval with closed calendar ends where the value is open; made by ``_span``.

    ``fine``: it is a day or a part of one. ``timed``: a time of the day is stated. ``night``: a part of a day
    that runs past midnight. ``slack``: how far its edges may move.
    """

    low: datetime
    high: datetime
    grain: str
    slack: timedelta
    first_day: int
    last_day: int
    fine: bool
    timed: bool
    night: bool
    soft_low: datetime
    """Its beginning with the room that "about", "early" and "three weeks ago" leave."""
    soft_high: datetime

    def nears(self, other: Span) -> bool:
        """Whether a moment belongs to both, with the room that they leave."""
        return self.soft_low < other.soft_high and other.soft_low < self.soft_high

    def meets(self, other: Span) -> bool:
        """Whether a moment belongs to both."""
        return self.low < other.high and other.low < self.high

    def inside(self, other: Span) -> bool:
        """Whether every moment belongs to the other one; a night belongs to the day it begins on."""
        if other.low > self.low:
            return False
        return self.high <= other.high or (self.night and other.high == _midnight(self.low))

    def night_of(self, other: Span) -> bool:
        """Whether this is a night past midnight and the other one lies on its second day."""
        return self.night and other.fine and other.first_day == self.first_day + 1

    def days_to(self, other: Span) -> int:
        """Whole calendar days between the nearest days of both; 0 when they share one."""
        after, before = other.first_day - self.last_day, self.first_day - other.last_day
        return after if after > 0 else before if before > 0 else 0

    def in_utc(self, zone: str) -> Span:
        """The interval moved from its zone to UTC."""
        sign = -1 if zone[0] == "-" else 1
        digits = zone[1:].replace(":", "")
        offset = sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:4] or 0))
        return _span(_moved(self.low, -offset), _moved(self.high, -offset), self.grain, self.slack)


def _midnight(moment: datetime) -> datetime:
    """The midnight at the end of a moment's day."""
    return _moved(moment.replace(hour=0, minute=0, second=0, microsecond=0), _DAY)


def _span(low: datetime, high: datetime, grain: str, slack: timedelta) -> Span:
    length = high - low
    fine, timed = grain in _FINE and length <= 2 * _DAY, grain in _TIMED
    night = grain == "daypart" and length <= _DAY and _midnight(low) < high
    last = high if high == MAX else _moved(high, -timedelta(microseconds=1))
    soft = (_moved(low, -slack), _moved(high, slack)) if slack else (low, high)
    return Span(low, high, grain, slack, low.toordinal(), last.toordinal(), fine, timed, night, *soft)


def _moved(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return MIN if by < timedelta() else MAX


_UNIT_DAYS = {"week": 7, "weekend": 7, "month": 31, "season": 92, "quarter": 92, "half": 184, "year": 366,
              "decade": 3660, "century": 36600}  # fmt: skip


#: "About" a week, a month or a year leaves one more on either side, as the reference reader of EDTF does; a
#: round year ("about 1970") is rounded like any figure, to the nearest ten: half of that on either side.
_ABOUT_DAYS = {"week": 7, "month": 28, "year": 365}
_COUNTED = frozenset({"month", "quarter", "year"})
_ROUND_YEARS, _ROUND_SLACK = 10, _DAY * 365 * 5


def _slack(value: DateValue, low: datetime, high: datetime) -> timedelta:
    """How far the edges may move: by the unit that is stated or was counted, or a quarter of the stretch."""
    if value.modifier in ("start", "mid", "end"):
        return _DAY * max(1, _UNIT_DAYS.get(value.grain, 4) // 4)
    if not value.approx:
        return timedelta()
    if value.anchor is not None and (value.grain in _FINE or value.grain in _COUNTED):
        away = abs((low - value.anchor.day.replace(tzinfo=None)).days)
        return _DAY * (1 if away < 7 else 4 if away < 45 else 16 if away < 330 else 190)
    if value.grain in ("second", "minute", "hour"):
        return timedelta(hours=1)
    if value.grain in _ABOUT_DAYS and is_unit_of(low, high, value.grain):
        round_year = value.grain == "year" and low.year % _ROUND_YEARS == 0
        return _ROUND_SLACK if round_year else _DAY * _ABOUT_DAYS[value.grain]
    return max(_DAY, (high - low) / 4)


#: What is reported as done "by" a day, or expected from a day on, lies within a week of it: that is what makes
#: it news. A wider gap is no bound any more, as with figures (three times a lower bound).
_NEWS = timedelta(days=7)


def span_of(value: DateValue) -> Span:
    """The interval of a resolved date; an open side reaches to the end of the calendar."""
    low = value.start or MIN
    high = value.end or MAX
    match value.modifier:
        case "before":
            low, high = MIN, value.start or high
        case "on_or_before":
            low = _moved(low, -_NEWS)
        case "after":
            low, high = value.end or low, MAX
        case "on_or_after":
            high = _moved(high, _NEWS)
    return _span(low.replace(tzinfo=None), high.replace(tzinfo=None), value.grain, _slack(value, low, high))
