"""How two dates meet: their canonical form, their neutral words, and the measure between them.

It measures and has no opinion: whether a day apart is a contradiction is for the rules.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from reconcile import edtf, languages
from reconcile.model import Axis, DateValue, Schema
from reconcile.values._slips import FIELDS, Day, days_of, of_days
from reconcile.values._timeshow import BOUNDS, words
from reconcile.values._timespan import Span, span_of

__all__ = ["compare", "key", "show"]


def _key(value: DateValue) -> tuple[Any, ...]:
    """The canonical form; empty when the date is not resolved."""
    if not value.resolved:
        return ()
    if value.start is None or value.end is None:
        return (value.start, value.end, value.extent, value.zone, value.approx, value.modifier)
    extent = "within" if edtf.is_unit(value.start, value.end) else value.extent
    return (value.start, value.end, extent, value.zone, value.approx, value.modifier)


def key(value: DateValue) -> Hashable:
    """The canonical form: the interval, how it is filled, and how sure its edges are.

    >>> key(DateValue(value="2026-01-05", raw="5 January")) == key(DateValue(value="2026-01-05"))
    True
    """
    if not value.resolved:
        return ("unresolved", languages.fold(value.raw or ""), value.weekday, value.grain)
    return _side(value).key


def show(value: DateValue) -> str:
    """ISO dates with neutral words around them.

    >>> show(DateValue(value="2026-01-05/2026-01-06"))
    '2026-01-05 to 2026-01-06'
    """
    if not value.resolved:
        return f"{value.raw or '?'} ({value.unresolved or 'unresolved'})"
    return _side(value).words


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two dates with what every comparison needs of it."""

    value: DateValue
    span: Span
    key: tuple[Any, ...]
    words: str
    bound: bool
    """It leaves one side of the calendar open."""
    explicit: bool
    """Printed in full, with its time zone."""
    days: tuple[Day, ...]
    start: str | None
    fields: tuple[int, ...]
    """Year, month, day, hour and minute of its beginning."""
    loose: bool
    """Something of it was inferred, or there is another reading of it."""


#: A value meets many others, so what is derived from it is kept; the value is kept too, so that its
#: identity cannot be given to another one.
_KEPT: dict[int, _Side] = {}
_KEEP = 20_000


def _side(value: DateValue) -> _Side:
    kept = _KEPT.get(id(value))
    if kept is not None and kept.value is value:
        return kept
    bound = value.extent in BOUNDS or value.modifier in BOUNDS
    explicit = bool(value.zone) and not value.inferred and value.anchor is None
    start = None if value.start is None else value.start.isoformat(" ")
    fields = () if value.start is None else value.start.timetuple()[:5]
    loose = bool(value.inferred or value.alternatives)
    side = _Side(
        value,
        span_of(value),
        _key(value),
        words(value),
        bound,
        explicit,
        days_of(value),
        start,
        fields,
        loose,
    )
    if len(_KEPT) >= _KEEP:
        _KEPT.clear()
    _KEPT[id(value)] = side
    return side


def _details(left: _Side, right: _Side, gap: int) -> dict[str, Any]:
    if left.start is not None and right.start is not None:
        return {"gap_days": gap, "left_start": left.start, "right_start": right.start}
    starts = {"left_start": left.start, "right_start": right.start}
    return {"gap_days": gap, **{name: start for name, start in starts.items() if start is not None}}


def _days(gap: int) -> str:
    return "less than a day" if gap == 0 else "1 day" if gap == 1 else f"{gap} days"


def _apart(left: _Side, right: _Side, first: Span, second: Span) -> Axis:
    """Two intervals that share no moment: within an "about", near for a named reason, or exclusive."""
    gap = first.days_to(second)
    details = _details(left, right, gap)
    if first.nears(second):
        return Axis("approximate", f'{left.words} and {right.words} meet within their "about"', details)
    differs = _differs(left, right)
    details["differs"] = differs
    details["slips"] = of_days(left.days, right.days)
    reason = _near(left, right, first, second, differs) if gap <= 1 or left.loose or right.loose else None
    if reason:
        return Axis("near", reason, details)
    return Axis("exclusive", f"{left.words} and {right.words} are {_days(gap)} apart", details)


def _differs(left: _Side, right: _Side) -> tuple[str, ...]:
    """The calendar fields in which the beginnings differ."""
    one, other = left.fields, right.fields
    if not one or not other:
        return ()
    return tuple([name for name, a, b in zip(FIELDS, one, other, strict=True) if a != b])


def _near(left: _Side, right: _Side, first: Span, second: Span, differs: tuple[str, ...]) -> str | None:
    """The named reason for which two dates apart may yet be one."""
    if left.explicit and right.explicit:
        return None
    gap = first.days_to(second)
    if first.timed and second.timed and gap <= 1:
        return _near_hours(left, right, first, second)
    if first.fine and second.fine and gap <= 1:
        return "one day apart, and no time zone is stated: midnight may lie between"
    if _only_inferred_apart(left.value, right.value, gap, differs):
        return "they differ only in what was inferred, not in what was printed"
    if _meets_another(left, second) or _meets_another(right, first):
        return "another reading of one of the dates fits the other one"
    return None


_MINUTES = 5


def _near_hours(left: _Side, right: _Side, first: Span, second: Span) -> str | None:
    """Clock times a few minutes apart, or a whole number of half hours, of which one names no time zone."""
    hours = abs((first.low - second.low).total_seconds()) / 3600
    if hours * 60 <= _MINUTES:
        return "minutes apart, as the clocks of reports are"
    zoned = left.value.zone is not None and right.value.zone is not None
    return None if zoned or hours > 14 or hours % 0.5 else "the time zone is not stated on both sides"


def _meets_another(side: _Side, span: Span) -> bool:
    """Whether a second reading of one date meets the other one."""
    if not side.value.alternatives:
        return False
    others = (other for other in side.value.alternatives if isinstance(other, DateValue) and other.resolved)
    return any(span_of(other).meets(span) for other in others)


def _only_inferred_apart(left: DateValue, right: DateValue, gap: int, differs: tuple[str, ...]) -> bool:
    """Whether what was printed agrees, and only an inferred year or week does not."""
    if differs == ("year",) and ("year" in left.inferred or "year" in right.inferred):
        return True
    return gap in (7, 14) and ("week" in left.inferred or "week" in right.inferred)


def _inside(left: _Side, right: _Side, first: Span, second: Span) -> Axis | None:
    """Equal or contained intervals."""
    if (first.low, first.high) == (second.low, second.high):
        sure = left.key[2] == right.key[2] and left.key[4:] == right.key[4:]
        return Axis("same" if sure else "approximate", f"both are {left.words}", _details(left, right, 0))
    if first.inside(second):
        outcome, one, other = "narrower", left, right
    elif second.inside(first):
        outcome, one, other = "wider", right, left
    else:
        return None
    words = f"{one.words} lies inside {other.words}"
    if other.bound:
        return Axis("within_bound", words, _details(left, right, 0))
    return Axis(outcome, words, {**_details(left, right, 0), "part": other.value.extent == "fills"})


_COARSE = {"month": 31, "quarter": 92, "half": 184, "year": 366, "decade": 3660}


def _edges(left: _Side, right: _Side) -> Axis | None:
    """Two beginnings ("since 2011", "since 2012") or two ends are compared as such."""
    extent = left.value.extent
    if extent != right.value.extent or extent not in ("since", "until"):
        return None
    edge = "start" if extent == "since" else "end"
    gap = abs(getattr(left.value, edge) - getattr(right.value, edge)).days
    grains = {left.value.grain, right.value.grain}
    slack = max(_COARSE.get(grain, 1) for grain in grains) if len(grains) > 1 else 1
    outcome = "same" if gap == 0 else "near" if gap <= slack else "exclusive"
    return Axis(outcome, f"{left.words} and {right.words} are {_days(gap)} apart", _details(left, right, gap))


def _partly(left: _Side, right: _Side) -> Axis:
    """Intervals that share some of their days only."""
    words = f"{left.words} and {right.words} share only some days"
    one, other = left.value, right.value
    if left.bound or right.bound:
        outcome = "within_bound"
    elif one.approx or other.approx or one.modifier or other.modifier:
        outcome = "approximate"
    else:
        outcome = "overlap" if one.extent == other.extent == "fills" else "unlike"
    return Axis(outcome, words, _details(left, right, 0))


def compare(left: DateValue, right: DateValue, schema: Schema) -> Axis:
    """How two dates meet, from left to right.

    >>> january, fifth = DateValue(value="2026-01"), DateValue(value="2026-01-05")
    >>> compare(fifth, january, Schema(pattern="*")).outcome
    'narrower'
    """
    if not (left.resolved or right.resolved) and left.weekday is not None and left.weekday == right.weekday:
        return Axis("equivalent", f"both say {_WEEKDAYS[left.weekday]}, of weeks that are not known")
    one, other = _side(left), _side(right)
    if not (one.key and other.key):
        value = right if one.key else left
        return Axis("incomparable", f"{value.raw or 'a date'}: {value.unresolved or 'not resolved'}")
    return _measured(one, other)


def _measured(left: _Side, right: _Side) -> Axis:
    if left.key == right.key:
        return Axis("same", f"both are {left.words}", _details(left, right, 0))
    first, second = left.span, right.span
    if first.timed and second.timed and left.value.zone and right.value.zone:
        first, second = first.in_utc(left.value.zone), second.in_utc(right.value.zone)
    edges = _edges(left, right) if left.bound and right.bound else None
    if edges is not None:
        return edges
    meets = first.meets(second)
    found = _inside(left, right, first, second) if meets else None
    if found is not None:
        return found
    if (first.night or second.night) and (first.night_of(second) or second.night_of(first)):
        return Axis("near", "a night that runs past midnight", _details(left, right, first.days_to(second)))
    return _partly(left, right) if meets else _apart(left, right, first, second)
