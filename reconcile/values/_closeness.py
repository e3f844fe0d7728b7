"""How two numbers with bounds, rounding and vague edges meet: shared by durations and quantities."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import inf

from reconcile.model import Axis

__all__ = ["Bounds", "about_width", "meet", "rounding_width"]

Number = int | float

_MOST_ROUNDING = 0.075
_CUT = 0.005
_EXACT_BELOW = 100  # smaller whole numbers are counted, not rounded
_GROSS = 3.0
_OTHER_UNIT = 0.1  # eight weeks are two months
_ABOUT = {1: 0.10, 2: 0.05, 3: 0.02}


@dataclass(frozen=True, slots=True)
class Bounds:
    """Closed bounds on one scale; ``printed`` is the number as printed and ``size`` its unit."""

    low: Number | None
    high: Number | None
    printed: Number | None
    size: float = 1.0
    approx: bool = False
    vague: bool = False

    @property
    def point(self) -> Number | None:
        """The number, where both bounds are one."""
        return self.low if self.low is not None and self.low == self.high else None

    @property
    def span(self) -> tuple[float, float]:
        """The bounds with infinity on the open side."""
        return (-inf if self.low is None else self.low, inf if self.high is None else self.high)

    @property
    def widened(self) -> tuple[float, float]:
        """The bounds with the room that "about" leaves; a few calendar units have a quarter of one."""
        low, high = self.span
        if not self.approx or self.printed is None:
            return low, high
        room = about_width(self.printed) * self.size
        if self.size != 1.0 and abs(self.printed) < 10:
            room = max(room, 0.25 * self.size)
        return low - room, high + room


def _significant(number: Number) -> tuple[int, float]:
    """The count of significant digits and the weight of the last one: 1,500 has two of weight 100."""
    if not number:
        return 1, 1.0
    parts = Decimal(str(number)).normalize().as_tuple()
    return len(parts.digits), 10.0 ** int(parts.exponent)


def about_width(number: Number) -> float:
    """How far "about" reaches: by its significant digits, from 10 % (one digit) down to 1 %.

    >>> about_width(200), about_width(1234)
    (20.0, 12.34)
    """
    return abs(number) * _ABOUT.get(_significant(number)[0], 0.01)


def rounding_width(number: Number, *, beside_fraction: bool = False) -> float:
    """Half a unit of the last significant digit, never more than 7.5 %.

    Whole numbers below a hundred are exact, unless they stand beside a fraction (6 % and 5.8 %).

    >>> rounding_width(700), rounding_width(20), rounding_width(8, beside_fraction=True)
    (50.0, 0.0, 0.5)
    """
    weight = _significant(number)[1]
    if float(number).is_integer() and (abs(number) < _EXACT_BELOW or weight <= 1):
        weight = 1.0 if beside_fraction else 0.0
    return min(weight / 2, _MOST_ROUNDING * abs(number))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two bounded numbers with their words, and whether their units differ."""

    left: Bounds
    right: Bounds
    one: str
    other: str
    coarse: bool

    @property
    def gap(self) -> float:
        """What lies between them, after "about" has been allowed for."""
        (low, high), (low2, high2) = self.left.widened, self.right.widened
        return max(low2 - high, low - high2, 0.0)

    def axis(self, outcome: str, words: str) -> Axis:
        """The outcome with both numbers in its reason."""
        return Axis(outcome, f"{self.one} and {self.other} {words}", {"gap": self.gap})


def _one_number(pair: _Pair) -> Axis | None:
    same = pair.left.span == pair.right.span
    return pair.axis("approximate", "name one number") if same else None


def _gross(pair: _Pair) -> Axis | None:
    """A figure more than three times a lower bound is not what the bound was said of."""
    for bound, figure in ((pair.left, pair.right), (pair.right, pair.left)):
        low = bound.low if bound.high is None and not bound.vague else None
        if low is not None and low > 0 and figure.point is not None and figure.point > _GROSS * low:
            axis = pair.axis("exclusive", "are more than three times apart")
            return Axis(axis.outcome, axis.reason, {**axis.details, "gross": True})
    return None


def _contained(pair: _Pair) -> Axis | None:
    left, right = pair.left, pair.right
    for outcome, inner, outer in (("narrower", left, right), ("wider", right, left)):
        if outer.span[0] <= inner.span[0] and inner.span[1] <= outer.span[1]:
            bound = outer.low is None or outer.high is None
            return pair.axis("within_bound" if bound else outcome, "leave room for each other")
    return None


def _vague(pair: _Pair) -> Axis | None:
    """Vague words have soft edges and never exclude by themselves."""
    if not (pair.left.vague or pair.right.vague):
        return None
    for vague, figure in ((pair.left, pair.right), (pair.right, pair.left)):
        (low, high), (floor, ceiling) = figure.widened, vague.span
        if vague.vague and high >= floor / 2 and low <= ceiling * 2:
            return pair.axis("within_bound", "meet: a vague word leaves room for both")
    return pair.axis("unlike", "differ, and a vague word excludes nothing")


def _about(pair: _Pair) -> Axis | None:
    meets = pair.gap == 0 and (pair.left.approx or pair.right.approx)
    return pair.axis("approximate", 'meet within their "about"') if meets else None


def _rounded(pair: _Pair) -> Axis | None:
    """The rounder one of two plain numbers is the other one, rounded; who converts a unit rounds as well."""
    left, right = pair.left, pair.right
    if left.point is None or right.point is None or left.printed is None or right.printed is None:
        return None
    whole = float(left.printed).is_integer() and float(right.printed).is_integer()
    fraction = not whole or left.size != right.size
    widths = [rounding_width(b.printed or 0, beside_fraction=fraction) * b.size for b in (left, right)]
    if abs(left.point - right.point) <= max(widths):
        return pair.axis("approximate", "are one number, rounded")
    low, high = sorted((left, right), key=lambda one: one.point or 0)
    return pair.axis("approximate", "are one number, cut short") if _cut_short(low, high) else None


def _cut_short(low: Bounds, high: Bounds) -> bool:
    """Whether the lower number is the higher one without its last digits, which are next to nothing of it."""
    weights = [_significant(one.printed or 0)[1] * one.size for one in (low, high)]
    gap = (high.point or 0) - (low.point or 0)
    return weights[1] < weights[0] and gap < min(weights[0], _CUT * (low.point or 0))


def _overlapping(pair: _Pair) -> Axis | None:
    if pair.gap > 0:
        return None
    closed = None not in (pair.left.low, pair.left.high, pair.right.low, pair.right.high)
    return pair.axis("overlap" if closed else "within_bound", "leave room for each other")


def _in_other_units(pair: _Pair) -> Axis | None:
    one, other = pair.left.point, pair.right.point
    if not pair.coarse or one is None or other is None:
        return None
    meets = abs(one - other) <= _OTHER_UNIT * max(abs(one), abs(other))
    return pair.axis("approximate", "are one length in other units") if meets else None


_CHECKS: tuple[Callable[[_Pair], Axis | None], ...] = (
    _one_number, _gross, _contained, _vague, _about, _rounded, _overlapping, _in_other_units,
)  # fmt: skip


def meet(left: Bounds, right: Bounds, one: str, other: str, *, same: bool, coarse: bool = False) -> Axis:
    """The outcome between two bounded numbers on one scale, from left to right; the first check that speaks."""
    if same:
        return Axis("same", f"both are {one}")
    pair = _Pair(left, right, one, other, coarse)
    answers = (check(pair) for check in _CHECKS)
    spoken = next((axis for axis in answers if axis is not None), None)
    return spoken or pair.axis("exclusive", "exclude each other")
