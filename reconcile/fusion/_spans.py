"""Days, starts, ends and durations of one thing: do they fit each other exactly?

"5 January" and "6 January" of talks that "lasted two days" are the two ends of one span: each day is a part,
and the duration says that there are no more. Where two spans would fit, neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import combinations

from dateutil.relativedelta import relativedelta

from reconcile.fusion._derived import fits, mismatch
from reconcile.fusion._links import Story, current, opposed
from reconcile.model import DateValue, DurationValue, Fact, Relation, RelationKind, Solved, Withdrawal
from reconcile.values import show

__all__ = ["days_and_duration", "start_and_end", "two_ends"]

DAY = timedelta(days=1)


def days_and_duration(solved: Solved, story: Story) -> Iterator[Relation]:
    """A told duration against the days told of the same thing."""
    for duration in _durations(solved, story):
        length = _whole_days(duration)
        ends = _spans(solved, length) if length else []
        if len(ends) == 1:
            inside = _inside(solved, *_span(ends[0]))
            yield from fits(duration, inside, "derive.duration", _span_reason(ends[0], duration), days=length)
        elif length and not ends:
            yield from _too_long(solved, duration, length)


def two_ends(solved: Solved, story: Story) -> Iterator[Withdrawal]:
    """A dispute of just two days that are the first and the last day of a duration that somebody told."""
    for dispute in solved.disputes:
        facts = [fact for fact in _days(solved) if fact.id in dispute.facts]
        if len(facts) != 2 or len(dispute.facts) != 2:
            continue
        start, end = _span(facts)
        for duration in _durations(solved, story):
            if _whole_days(duration) == (end - start).days and not _spans(solved, (end - start).days):
                reason = _span_reason(facts, duration)
                yield Withdrawal(tuple(sorted(dispute.facts)), RelationKind.COMPLEMENTS, reason)
                break


def start_and_end(solved: Solved, story: Story) -> Iterator[Relation]:
    """Start plus duration is end, whichever of the three attributes declares the other two."""
    starts, ends, durations = (_role(solved, story, role) for role in ("start", "end", "duration"))
    if not (len(starts) == len(ends) == len(durations) == 1):
        return
    start, end, duration = starts[0], ends[0], durations[0]
    expected, told = _later(start, duration), _bounds(end)[0]
    if expected is None or told is None:
        return
    reason = f"{show(start.value)} and {show(duration.value)} lead to {expected:%Y-%m-%d}, told is {show(end.value)}"
    if told <= expected < told + 2 * DAY:
        yield from fits(end, (start, duration), "derive.end", reason)
    elif abs(expected - told) > _slack(duration):
        yield from mismatch(end, (start, duration), "derive.end", reason)


def _durations(solved: Solved, story: Story) -> list[Fact]:
    found = [fact for facts in story.linked(solved, "duration") for fact in facts]
    return [fact for fact in found if isinstance(fact.value, DurationValue)]


def _role(solved: Solved, story: Story, role: str) -> list[Fact]:
    """Facts of one of the three; the own attribute is the one that it does not declare."""
    declared = solved.block.schema.derive.keys() & {"start", "end", "duration"}
    if len(declared) < 2:
        return []
    linked = [fact for facts in story.linked(solved, role) for fact in facts]
    found = linked if role in declared else current(solved.facts)
    fitting = DurationValue if role == "duration" else DateValue
    return [fact for fact in found if isinstance(fact.value, fitting)]


def _is_day(fact: Fact) -> bool:
    return isinstance(fact.value, DateValue) and fact.value.resolved and fact.value.grain == "day"


def _days(solved: Solved) -> list[Fact]:
    return [fact for fact in current(solved.facts) if _is_day(fact) and None not in _bounds(fact)]


def _bounds(fact: Fact) -> tuple[datetime | None, datetime | None]:
    value = fact.value
    return (value.start, value.end) if isinstance(value, DateValue) else (None, None)


def _span(facts: Sequence[Fact]) -> tuple[datetime, datetime]:
    bounds = [_bounds(fact) for fact in facts]
    return min(b[0] for b in bounds if b[0]), max(b[1] for b in bounds if b[1])


def _spans(solved: Solved, length: int) -> list[tuple[Fact, ...]]:
    """Single spans or pairs of days, not opposed to each other, that last exactly ``length`` days."""
    days = _days(solved)
    alone = [(fact,) for fact in days if length > 1 and _length((fact,)) == length and _lasts(fact)]
    pairs = [
        pair for pair in combinations(days, 2) if 1 < length == _length(pair) and not opposed(solved, *pair)
    ]
    distinct: dict[tuple[datetime, datetime], tuple[Fact, ...]] = {}
    for facts in (*alone, *pairs):
        distinct.setdefault(_span(facts), facts)
    return list(distinct.values())


def _length(facts: Sequence[Fact]) -> int:
    start, end = _span(facts)
    return (end - start).days


def _lasts(fact: Fact) -> bool:
    return isinstance(fact.value, DateValue) and fact.value.extent == "fills"


def _inside(solved: Solved, start: datetime, end: datetime) -> list[Fact]:
    """All days told within a span, its two ends included."""
    return [fact for fact in _days(solved) if start <= _span([fact])[0] and _span([fact])[1] <= end]


def _too_long(solved: Solved, duration: Fact, length: int) -> Iterator[Relation]:
    """Somebody tells a span that lasts clearly longer than the duration; a single day opposes nothing."""
    for fact in _days(solved):
        if _lasts(fact) and _length((fact,)) > length + 1 and not _soft(duration):
            reason = f"{show(fact.value)} lasts {_length((fact,))} days; told is {show(duration.value)}"
            yield from mismatch(duration, [fact], "derive.duration", reason)


def _slack(duration: Fact) -> timedelta:
    """How far off an end may lie: durations are told in round numbers of their unit."""
    unit = duration.value.unit if isinstance(duration.value, DurationValue) else "year"
    return {"day": 2, "week": 7, "month": 31}.get(unit, 366) * DAY


def _soft(duration: Fact) -> bool:
    value = duration.value
    return not isinstance(value, DurationValue) or value.vague or value.approx or value.min != value.max


def _whole_days(duration: Fact) -> int | None:
    """The days of an exact duration, or ``None`` where it is vague or not counted in days."""
    value = duration.value
    if not isinstance(value, DurationValue) or _soft(duration) or not value.min:
        return None
    count = value.min * {"day": 1, "week": 7}.get(value.unit, 0)
    return int(count) if count and count == int(count) else None


def _later(start: Fact, duration: Fact) -> datetime | None:
    """The day that lies the duration after the start."""
    value, first = duration.value, _bounds(start)[0]
    if first is None or not isinstance(value, DurationValue) or not isinstance(value.min, int):
        return None
    if _soft(duration) or value.unit in ("second", "minute", "hour"):
        return None
    try:
        return first + relativedelta(**{value.unit + "s": value.min})  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        return None


def _span_reason(facts: Sequence[Fact], duration: Fact) -> str:
    told = " and ".join(show(fact.value) for fact in sorted(facts, key=lambda fact: _span([fact])))
    return f"{told} span {_length(facts)} days, the {show(duration.value)} that are told"
