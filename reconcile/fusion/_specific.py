"""Which of several wordings of one fact says the most."""

from __future__ import annotations

from math import inf

from reconcile.model import (
    DateValue,
    DurationValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    QuantityValue,
    RoleValue,
    SetValue,
    TextValue,
    UnreadValue,
    Value,
)

__all__ = ["resolved", "specificity"]


def resolved(value: Value) -> bool:
    """Whether the value is known at all: read, and (a date) resolved against its anchor."""
    if isinstance(value, DateValue):
        return value.resolved
    return not isinstance(value, UnreadValue)


def specificity(value: Value) -> tuple[float, ...]:
    """How much a value says, to be compared among values of one kind: greater says more.

    >>> specificity(DateValue(value="2026-01-05")) > specificity(DateValue(value="2026-01"))
    True
    """
    match value:
        case DateValue():
            return (-_days(value), -len(value.inferred))
        case DurationValue() | QuantityValue():
            return (-_width(value.min, value.max), -(value.vague + value.approx))
        case PersonValue() | OrganisationValue() | PlaceValue():
            within = len(value.within) + bool(value.country) if isinstance(value, PlaceValue) else 0
            return (len((value.name or "").split()), within, len(value.roles))
    return _said(value)


def _said(value: Value) -> tuple[float, ...]:
    match value:
        case RoleValue():
            return (sum(part is not None for part in (value.of, value.to, value.standing)),)
        case SetValue():
            return (len(value.members), value.closed is not None)
        case TextValue():
            return (value.code is not None,)
    return (0.0,)


def _days(value: DateValue) -> float:
    if value.start is None or value.end is None:
        return inf
    return (value.end - value.start).total_seconds() / 86400


def _width(low: float | None, high: float | None) -> float:
    return inf if low is None or high is None else high - low
