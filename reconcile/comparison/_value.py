"""The value axis: the value kind's own measure, a lone value met as a list of one, and days of one stretch."""

from __future__ import annotations

from datetime import timedelta

from reconcile.model import Axis, Block, DateValue, Reading, Schema, SetValue, Value, Zone
from reconcile.values import compare

__all__ = ["value"]


def value(left: Reading, right: Reading, block: Block) -> Axis:
    """What lies between the values of two readings, from left to right."""
    first, second = left.value, right.value
    if isinstance(first, SetValue) and not isinstance(second, SetValue):
        second = SetValue(members=(second,))
    elif isinstance(second, SetValue) and not isinstance(first, SetValue):
        first = SetValue(members=(first,))
    if isinstance(first, DateValue) and isinstance(second, DateValue):
        return _dates(left, right, first, second, block)
    return _tolerated(compare(first, second, block.schema), first, second, block.schema)


def _tolerated(axis: Axis, first: Value, second: Value, schema: Schema) -> Axis:
    """Two figures no further apart than their attribute's tolerance are one figure."""
    if schema.tolerance is None or axis.outcome != "exclusive":
        return axis
    gap = axis.details.get("gap")
    one_unit = getattr(first, "unit", None) == getattr(second, "unit", None)
    if gap is None or not one_unit or gap > schema.tolerance + _HAIR:
        return axis
    return Axis(
        "approximate", f"{axis.reason}, but lie within the tolerance of {schema.tolerance:g}", axis.details
    )


_HAIR = 1e-9


_DAY = timedelta(days=1)


def _dates(left: Reading, right: Reading, first: DateValue, second: DateValue, block: Block) -> Axis:
    if block.schema.point:
        first, second = (value.model_copy(update={"modifier": None}) for value in (first, second))
    axis = compare(first, second, block.schema)
    if axis.outcome in ("exclusive", "near") or (
        axis.outcome == "within_bound" and _stretch(first, second) > _DAY
    ):
        return _days_of_one_stretch(left, right, first, second, block) or axis
    return axis


def _days_of_one_stretch(
    left: Reading, right: Reading, first: DateValue, second: DateValue, block: Block
) -> Axis | None:
    """Two days complete each other inside the extent of an event that lasts."""
    phases = left.qualifiers.get("phase"), right.qualifiers.get("phase")
    if all(phases) and phases[0] != phases[1]:
        return Axis("complements", f"the days of two phases ({phases[0]}, {phases[1]})", {"extent": "phases"})
    if not block.schema.span:
        return None
    if block.lasts_days and _stretch(first, second) <= timedelta(days=block.lasts_days):
        days = f"{block.lasts_days:g}"
        return Axis(
            "complements", f"both days lie inside the {days} days that it lasted", {"extent": "length"}
        )
    if _told_together(left, right):
        return Axis("complements", "one article tells both days of it", {"extent": "span"})
    return None


def _stretch(first: DateValue, second: DateValue) -> timedelta:
    starts = [v.start for v in (first, second) if v.start is not None]
    ends = [v.end for v in (first, second) if v.end is not None]
    return max(ends) - min(starts) if len(starts) == len(ends) == 2 else timedelta.max


def _told_together(left: Reading, right: Reading) -> bool:
    """Whether one article tells both in its running text (headline against body is no such case)."""
    return bool(_body(left) & _body(right))


def _body(reading: Reading) -> set[str]:
    return {claim.article.id for claim in reading.claims if claim.claim.zone is Zone.BODY}
