"""How two dates meet: their canonical form, their neutral words, and the measure between them.

It measures and has no opinion: whether a day apart is a contradiction is for the rules.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from reconcile import edtf, languages
from reconcile.model import Axis, DateValue, Schema
from reconcile.values._slips import fields_apart, slips
from reconcile.values._timespan import Span, span_of

__all__ = ["compare", "key", "show"]


def _is_one_unit(value: DateValue) -> bool:
    return value.start is not None and value.end is not None and edtf.is_unit(value.start, value.end)


def key(value: DateValue) -> Hashable:
    """The canonical form: the interval, how it is filled, and how sure its edges are.

    >>> key(DateValue(value="2026-01-05", raw="5 January")) == key(DateValue(value="2026-01-05"))
    True
    """
    if not value.resolved:
        return ("unresolved", languages.fold(value.raw or ""), value.weekday, value.grain)
    extent = "within" if _is_one_unit(value) else value.extent
    return (value.start, value.end, extent, value.zone, value.approx, value.modifier)


def show(value: DateValue) -> str:
    """ISO dates with neutral words around them.

    >>> show(DateValue(value="2026-01-05/2026-01-06"))
    '2026-01-05 to 2026-01-06'
    """
    if not value.resolved:
        return f"{value.raw or '?'} ({value.unresolved or 'unresolved'})"
    text = edtf.write(value.start, value.end, grain=value.grain, extent=value.extent)
    if value.modifier in _OPEN:
        text = f"{(value.modifier or '').replace('_', ' ')} {text}"
    match value.extent:
        case "before" | "until":
            text = f"{value.extent} {text.strip('[]./')}"
        case "after" | "since":
            text = f"{value.extent} {text.strip('[]./')}"
        case "fills":
            text = text.replace("/", " to ")
        case _:
            text = text.strip("[]").replace("..", "–")
    return f"{'about ' if value.approx else ''}{text}{f' {value.zone}' if value.zone else ''}"


def _details(left: DateValue, right: DateValue, gap: int) -> dict[str, object]:
    starts = {"left_start": left.start, "right_start": right.start}
    details: dict[str, object] = {name: str(start) for name, start in starts.items() if start is not None}
    details["gap_days"] = gap
    if left.start is not None and right.start is not None:
        details["differs"] = fields_apart(left, right)
        details["slips"] = slips(left, right)
    return details


def _apart(left: DateValue, right: DateValue, first: Span, second: Span) -> Axis:
    """Two intervals that share no moment: near for a named reason, or exclusive."""
    gap = first.days_to(second)
    details = _details(left, right, gap)
    soft = first.softened, second.softened
    if soft[0].meets(soft[1]):
        return Axis("approximate", f'{show(left)} and {show(right)} meet within their "about"', details)
    reason = _near(left, right, first, second, gap)
    if reason:
        return Axis("near", reason, details)
    return Axis("exclusive", f"{show(left)} and {show(right)} are {_days(gap)} apart", details)


def _days(gap: int) -> str:
    return "less than a day" if gap == 0 else "1 day" if gap == 1 else f"{gap} days"


def _near(left: DateValue, right: DateValue, first: Span, second: Span, gap: int) -> str | None:
    """The named reason for which two days apart may yet be one."""
    if first.night_of(second) or second.night_of(first):
        return "a night that runs past midnight"
    explicit = all(value.zone and not value.inferred and value.anchor is None for value in (left, right))
    if explicit:
        return None
    if first.fine and second.fine and gap <= 1:
        if first.timed and second.timed:
            hours = abs((first.low - second.low).total_seconds()) / 3600
            zoned = left.zone is not None and right.zone is not None
            return None if zoned or hours > 14 or hours % 0.5 else "the time zone is not stated on both sides"
        return "one day apart, and no time zone is stated: midnight may lie between"
    if _only_inferred_apart(left, right, gap):
        return "they differ only in what was inferred, not in what was printed"
    if any(_meets_alternative(left, other) for other in _dates(right.alternatives)) or any(
        _meets_alternative(right, other) for other in _dates(left.alternatives)
    ):
        return "another reading of one of the dates fits the other one"
    return None


def _dates(values: Sequence[object]) -> list[DateValue]:
    return [value for value in values if isinstance(value, DateValue)]


def _meets_alternative(value: DateValue, other: DateValue) -> bool:
    return span_of(value).meets(span_of(other))


def _only_inferred_apart(left: DateValue, right: DateValue, gap: int) -> bool:
    inferred = {*left.inferred, *right.inferred}
    if "year" in inferred and set(fields_apart(left, right)) == {"year"}:
        return True
    return "week" in inferred and gap > 0 and gap % 7 == 0 and gap <= 14


_OPEN = frozenset({"before", "after", "since", "until", "on_or_before", "on_or_after"})


def _inside(left: DateValue, right: DateValue, first: Span, second: Span) -> Axis | None:
    """Equal or contained intervals."""
    gap = first.days_to(second)
    if (first.low, first.high) == (second.low, second.high):
        sure = left.approx == right.approx and (left.modifier, right.modifier).count(None) != 1
        return Axis("same" if sure else "approximate", f"both are {show(left)}", _details(left, right, gap))
    for outcome, inner, outer, container in (
        ("narrower", first, second, right),
        ("wider", second, first, left),
    ):
        if inner.inside(outer):
            words = f"{show(left)} lies inside {show(right)}" if outcome == "narrower" else (
                f"{show(right)} lies inside {show(left)}"
            )  # fmt: skip
            if container.extent in _OPEN or container.modifier in _OPEN:
                return Axis("within_bound", words, _details(left, right, gap))
            details = {**_details(left, right, gap), "part": container.extent == "fills"}
            return Axis(outcome, words, details)
    return None


def _open(left: DateValue, right: DateValue) -> Axis | None:
    """Two beginnings ("since 2011", "since 2012") or two ends are compared as such."""
    for extent, edge in (("since", "start"), ("until", "end")):
        if left.extent == right.extent == extent:
            one, other = getattr(left, edge), getattr(right, edge)
            gap = abs((one - other).days)
            details = _details(left, right, gap)
            if gap == 0:
                return Axis("same", f"both are {show(left)}", details)
            coarse = {"year": 366, "month": 31, "decade": 3660}
            slack = (
                max(coarse.get(left.grain, 1), coarse.get(right.grain, 1)) if left.grain != right.grain else 1
            )
            outcome = "near" if gap <= slack else "exclusive"
            return Axis(outcome, f"{show(left)} and {show(right)} are {_days(gap)} apart", details)
    if {left.extent, left.modifier} & _OPEN and {right.extent, right.modifier} & _OPEN:
        first, second = span_of(left), span_of(right)
        if first.meets(second):
            return Axis("within_bound", f"{show(left)} and {show(right)} leave room for each other")
    return None


def compare(left: DateValue, right: DateValue, schema: Schema) -> Axis:
    """How two dates meet, from left to right.

    >>> january, fifth = DateValue(value="2026-01"), DateValue(value="2026-01-05")
    >>> compare(fifth, january, Schema(pattern="*")).outcome
    'narrower'
    """
    for value in (left, right):
        if not value.resolved:
            return Axis("incomparable", f"{value.raw or 'a date'}: {value.unresolved or 'not resolved'}")
    if key(left) == key(right):
        return Axis("same", f"both are {show(left)}", _details(left, right, 0))
    first, second = span_of(left), span_of(right)
    if left.zone and right.zone and first.timed and second.timed:
        first, second = first.in_utc(left.zone), second.in_utc(right.zone)
    axis = _open(left, right) or _inside(left, right, first, second)
    if axis is not None:
        return axis
    if first.night_of(second) or second.night_of(first):
        return Axis("near", "a night that runs past midnight", _details(left, right, first.days_to(second)))
    if first.meets(second):
        return _partly(left, right, first.days_to(second))
    return _apart(left, right, first, second)


def _partly(left: DateValue, right: DateValue, gap: int) -> Axis:
    words = f"{show(left)} and {show(right)} share only some days"
    soft = left.approx or right.approx or left.modifier or right.modifier
    lasting = left.extent == right.extent == "fills"
    outcome = "approximate" if soft else "overlap" if lasting else "unlike"
    return Axis(outcome, words, _details(left, right, gap))
