"""Evidence in time: when the thing happened, when it was news, which of a series it was.

A wrong date must not split an event, so a day that differs says nothing by itself. It does where it is
told as news: two articles that were published more than five days apart, each within days of its own date,
tell of two things; one day is enough where they also tell of two places. What was published together and gives other days is one thing, and a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from reconcile.model import DurationValue, QuantityValue, Schema
from reconcile.stories._evidence import Evidence, Moment, Weight
from reconcile.values import compare

__all__ = ["NEAR", "apart", "times"]

NEAR, _SOON, _APART = timedelta(days=3), timedelta(days=1), timedelta(days=5)
_SAME_NEWS, _OTHER_NEWS, _OTHER_YEAR = timedelta(days=10), timedelta(days=45), timedelta(days=200)
_NEVER = -9.0


def times(left: Evidence, right: Evidence, *, bound: bool, elsewhere: bool) -> Iterator[Weight]:
    """What the days, the rounds, the figures and the publication times of two accounts say.

    ``bound``: whether names or places tie the two together; ``elsewhere``: whether their places differ.
    """
    news = _between(left, right)
    gap, name = apart(left, right)
    near = gap is not None and gap <= NEAR
    if near:
        yield Weight("day", 1, f"{name} within three days")
    elif gap is not None and gap > _OTHER_YEAR and not bound:
        yield Weight("day", -2, f"{name} is {gap.days} days apart")
    twice = _told_as_news(left, right, _SOON if elsewhere else _APART)
    if twice is not None:
        yield twice
        return
    yield from _rounds(left, right, news)
    if news is not None:
        yield from _news(news)
        if not near:
            yield from _figures(left, right, news)
        if news > _OTHER_NEWS and not near and _happened(left, right):
            yield Weight("times", _NEVER, f"published {news.days} days apart, with no day in common")


def apart(left: Evidence, right: Evidence) -> tuple[timedelta | None, str]:
    """How far apart the nearest days are that both give for one attribute, and for which."""
    gaps = [
        (_gap(one, other), name)
        for name in sorted(left.days.keys() & right.days.keys())
        for one in left.days[name]
        for other in right.days[name]
    ]
    return min(gaps, default=(None, ""))


def _gap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> timedelta:
    return max(one[0] - other[1], other[0] - one[1], timedelta())


def _between(left: Evidence, right: Evidence) -> timedelta | None:
    """How far apart the nearest two articles were published."""
    gaps = (abs(one - other) for one in left.published for other in right.published)
    return min(gaps, default=None)


def _told_as_news(left: Evidence, right: Evidence, most: timedelta) -> Weight | None:
    """Whether all that is news on one side lies more than ``most`` away from all that is on the other."""
    for name in sorted(left.moments.keys() & right.moments.keys()):
        ours = [moment for moment in left.moments[name] if moment.fresh]
        theirs = [moment for moment in right.moments[name] if moment.fresh]
        if ours and theirs and all(_two(one, other, most) for one in ours for other in theirs):
            days = f"{min(ours).start:%Y-%m-%d} and {min(theirs).start:%Y-%m-%d}"
            return Weight("times", _NEVER, f"{name} was news twice, on {days}")
    return None


def _two(one: Moment, other: Moment, most: timedelta) -> bool:
    days = _gap((one.start, one.end), (other.start, other.end))
    return days > most and abs(one.published - other.published) > most


def _rounds(left: Evidence, right: Evidence, news: timedelta | None) -> Iterator[Weight]:
    """A wrong number must not split what is news at one time."""
    if left.rounds & right.rounds:
        yield Weight("round", 1, "one round of a series")
    elif left.rounds and right.rounds:
        yield Weight("round", -1 if news is None or news <= NEAR else -3, "other rounds of a series")


def _figures(left: Evidence, right: Evidence, news: timedelta) -> Iterator[Weight]:
    """Numbers that stay what they are: one of them equal in news of one time speaks for one thing, none of
    them fitting, published well apart, for two (two votes, two deals)."""
    both = [(name, one, other) for name in sorted(left.figures.keys() & right.figures.keys())
            for one in left.figures[name] for other in right.figures[name]]  # fmt: skip
    same = [name for name, one, other in both if _known(one) and _known(one) == _known(other)]
    if same and news <= _SAME_NEWS:
        yield Weight("figures", 1.5, f"one figure for {same[0]}")
    elif both and news > _APART and not any(_fit(one, other) for _, one, other in both):
        yield Weight("figures", -4, f"{both[0][0]} differs, published {news.days} days apart")


def _known(value: QuantityValue | DurationValue) -> tuple[float, str | None] | None:
    """A number that is told exactly."""
    exact = value.min is not None and value.min == value.max and not value.approx
    return (value.min, value.unit) if exact and value.min is not None else None


def _fit(one: QuantityValue | DurationValue, other: QuantityValue | DurationValue) -> bool:
    outcome = compare(one, other, Schema(pattern="figure", kind=one.kind)).outcome
    return outcome not in ("exclusive", "incomparable", "unlike")


def _news(gap: timedelta) -> Iterator[Weight]:
    if gap <= NEAR:
        yield Weight("news", 0.75, "published within three days")
    elif gap <= _SAME_NEWS:
        yield Weight("news", 0.5, "published within ten days")
    elif gap > _OTHER_NEWS:
        yield Weight("news", -1.5, f"published {gap.days} days apart")


def _happened(left: Evidence, right: Evidence) -> bool:
    """Whether both tell of something that happened once; a count that grows is news for long."""
    return bool(left.once & right.once)
