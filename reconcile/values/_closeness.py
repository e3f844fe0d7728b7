"""How two numbers with bounds, rounding and vague edges meet: shared by durations and quantities."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reconcile.model import Axis

__all__ = ["Bounds", "about_width", "meet", "rounding_width"]

_MOST_ROUNDING = 0.075
_GROSS = 3.0
_OTHER_UNIT = 0.1  # eight weeks are two months


@dataclass(frozen=True, slots=True)
class Bounds:
    """Closed bounds on one scale; ``printed`` is the number as printed and ``size`` its unit."""

    low: float | int | None
    high: float | int | None
    printed: float | int | None
    size: float = 1.0
    approx: bool = False
    vague: bool = False

    @property
    def point(self) -> float | int | None:
        """The number, where both bounds are one."""
        return self.low if self.low is not None and self.low == self.high else None


def _significant(number: float | int) -> tuple[int, float]:
    """The count of significant digits and the weight of the last one: 1,500 has two of weight 100."""
    if not number:
        return 1, 1.0
    parts = Decimal(str(number)).normalize().as_tuple()
    exponent = int(parts.exponent)
    return len(parts.digits), 10.0**exponent


def about_width(number: float | int) -> float:
    """How far "about" reaches: by its significant digits, from 10 % (one digit) down to 1 %.

    >>> about_width(200), about_width(1234)
    (20.0, 12.34)
    """
    count, _ = _significant(number)
    share = {1: 0.10, 2: 0.05, 3: 0.02}.get(count, 0.01)
    return abs(number) * share


def rounding_width(number: float | int) -> float:
    """Half a unit of the last significant digit, never more than 7.5 %; a small whole number is exact.

    >>> rounding_width(700), rounding_width(12)
    (50.0, 0.0)
    """
    count, weight = _significant(number)
    if weight <= 1 and float(number).is_integer():
        return 0.0
    return min(weight / 2, _MOST_ROUNDING * abs(number))


def _widened(bounds: Bounds) -> tuple[float, float]:
    """The bounds with the room that "about" leaves."""
    low = float("-inf") if bounds.low is None else float(bounds.low)
    high = float("inf") if bounds.high is None else float(bounds.high)
    if not bounds.approx or bounds.printed is None:
        return low, high
    room = about_width(bounds.printed) * bounds.size
    if bounds.size != 1.0 and abs(bounds.printed) < 10:
        room = max(room, 0.25 * bounds.size)  # "about two months" of calendar units
    return low - room, high + room


def _gap(left: Bounds, right: Bounds) -> float:
    (low, high), (low2, high2) = _widened(left), _widened(right)
    return max(low2 - high, low - high2, 0.0)


def _rounds(left: Bounds, right: Bounds) -> bool:
    """Whether the rounder of two plain numbers is the other one, rounded."""
    if left.point is None or right.point is None or left.printed is None or right.printed is None:
        return False
    width = max(rounding_width(left.printed) * left.size, rounding_width(right.printed) * right.size)
    return abs(left.point - right.point) <= width


def _gross(left: Bounds, right: Bounds) -> bool:
    """Whether a figure is more than three times a lower bound (or a lower bound that of a figure)."""
    for bound, figure in ((left, right), (right, left)):
        if bound.high is None and bound.low and figure.point is not None and not bound.vague:
            return bool(bound.low > 0 and figure.point > _GROSS * bound.low)
    return False


def _contained(left: Bounds, right: Bounds, words: tuple[str, str]) -> Axis | None:
    for outcome, inner, outer in (("narrower", left, right), ("wider", right, left)):
        low = float("-inf") if inner.low is None else inner.low
        high = float("inf") if inner.high is None else inner.high
        floor = float("-inf") if outer.low is None else outer.low
        ceiling = float("inf") if outer.high is None else outer.high
        if floor <= low and high <= ceiling:
            first, second = words if outcome == "narrower" else words[::-1]
            if outer.low is None or outer.high is None:
                return Axis("within_bound", f"{second} leaves room for {first}")
            return Axis(outcome, f"{first} lies within {second}")
    return None


def meet(left: Bounds, right: Bounds, one: str, other: str, *, same: bool, coarse: bool = False) -> Axis:
    """The outcome between two bounded numbers on one scale, from left to right."""
    if same:
        return Axis("same", f"both are {one}")
    if left.point is not None and left.point == right.point:
        return Axis("approximate", f"{one} and {other} name one number")
    gap = _gap(left, right)
    details = {"gap": gap}
    if _gross(left, right):
        return Axis(
            "exclusive", f"{one} and {other}: more than three times the bound", {**details, "gross": True}
        )
    contained = _contained(left, right, (one, other))
    if contained is not None:
        return contained
    if left.vague or right.vague:
        return _vague(left, right, one, other, details)
    if gap == 0 and (left.approx or right.approx):
        return Axis("approximate", f'{one} and {other} meet within their "about"', details)
    if _rounds(left, right):
        return Axis("approximate", f"{one} and {other} are one number, rounded", details)
    if gap == 0:
        return Axis("within_bound" if None in (left.low, left.high, right.low, right.high) else "overlap",
                    f"{one} and {other} leave room for each other", details)  # fmt: skip
    if coarse and _near_units(left, right):
        return Axis("approximate", f"{one} and {other} are one length in other units", details)
    return Axis("exclusive", f"{one} and {other} exclude each other", details)


def _near_units(left: Bounds, right: Bounds) -> bool:
    """Whether two lengths agree within the coarser unit's rounding (8 weeks, 2 months)."""
    if left.point is None or right.point is None:
        return False
    return abs(left.point - right.point) <= _OTHER_UNIT * max(left.point, right.point)


def _vague(left: Bounds, right: Bounds, one: str, other: str, details: dict[str, float]) -> Axis:
    """Vague words have soft edges and never exclude by themselves."""
    for vague, figure in ((left, right), (right, left)):
        low, high = _widened(figure)
        if vague.vague and vague.low is not None and high >= vague.low / 2 and (
            vague.high is None or low <= vague.high * 2
        ):  # fmt: skip
            return Axis("within_bound", f"{one} and {other}: a vague word leaves room for both", details)
    return Axis("unlike", f"{one} and {other} differ, and a vague word excludes nothing", details)
