"""Does a confidence of 0.8 mean right in eight of ten? The table that shows it, and the fit that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

__all__ = ["Bin", "Calibration", "Reliability", "fit", "known", "reliability"]

_EDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar of a reliability diagram: verdicts of about one confidence, and how many of them were right."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """The bars of the diagram, without the empty ones, and the expected calibration error."""

    bins: tuple[Bin, ...]
    error: float

    def rows(self) -> list[dict[str, float]]:
        """The bars as rows, for a plot or a data frame."""
        return [
            {"low": b.low, "high": b.high, "count": b.count, "confidence": b.confidence, "right": b.right}
            for b in self.bins
        ]


def reliability(pairs: Iterable[tuple[float, bool]], *, bins: int = 10) -> Reliability:
    """How often verdicts of each confidence were right.

    >>> reliability([(0.8, True)] * 4 + [(0.8, False)]).error
    0.0
    """
    groups: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        groups.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    bars = tuple(_bar(at, bins, group) for at, group in sorted(groups.items()))
    total = sum(bar.count for bar in bars)
    error = sum(bar.count * abs(bar.confidence - bar.right) for bar in bars) / max(total, 1)
    return Reliability(bars, round(error, 6))


def _bar(at: int, bins: int, group: Sequence[tuple[float, bool]]) -> Bin:
    sure = sum(confidence for confidence, _ in group) / len(group)
    return Bin(at / bins, (at + 1) / bins, len(group), sure, sum(right for _, right in group) / len(group))


@dataclass(frozen=True, slots=True)
class Calibration:
    """Log odds of a confidence, divided by a temperature and moved by a shift.

    >>> Calibration(temperature=2.0)(0.8)
    0.6667
    """

    temperature: float = 1.0
    shift: float = 0.0
    facts: int = 0
    """How many facts with a known answer it was fitted to."""

    def __call__(self, confidence: float) -> float:
        return round(_squash(_odds(confidence) / self.temperature + self.shift), 4)


def fit(pairs: Sequence[tuple[float, bool]]) -> Calibration:
    """The calibration under which the known answers are likeliest; few facts move it little.

    Two figures are fitted by Newton's steps with a prior of four facts on no change, so the result is the same
    whatever the order of the facts.
    """
    slope, shift = 1.0, 0.0
    data = sorted((_odds(confidence), float(right)) for confidence, right in pairs)
    for _ in range(50):
        gradient, curve = _newton(data, slope, shift)
        step = _solve(curve, gradient)
        slope, shift = max(slope - step[0], 0.05), shift - step[1]
        if max(map(abs, step)) < 1e-9:
            break
    return Calibration(round(1 / slope, 6), round(shift, 6), len(data))


_PRIOR = 4.0


def _newton(
    data: Sequence[tuple[float, float]], slope: float, shift: float
) -> tuple[tuple[float, float], tuple[float, float, float]]:
    """Gradient and curvature of the loss."""
    first, second = _PRIOR * (slope - 1), _PRIOR * shift
    aa, ab, bb = _PRIOR, 0.0, _PRIOR
    for odds, right in data:
        likely = _squash(slope * odds + shift)
        weight = max(likely * (1 - likely), _EDGE)
        first += (likely - right) * odds
        second += likely - right
        aa, ab, bb = aa + weight * odds * odds, ab + weight * odds, bb + weight
    return (first, second), (aa, ab, bb)


def _solve(curve: tuple[float, float, float], gradient: tuple[float, float]) -> tuple[float, float]:
    aa, ab, bb = curve
    size = aa * bb - ab * ab
    return (bb * gradient[0] - ab * gradient[1]) / size, (aa * gradient[1] - ab * gradient[0]) / size


def _odds(share: float) -> float:
    bounded = min(max(share, _EDGE), 1 - _EDGE)
    return log(bounded / (1 - bounded))


def _squash(odds: float) -> float:
    return 1 / (1 + exp(-min(max(odds, -60.0), 60.0)))


def known(verdicts: Mapping[Any, Any], gold: Mapping[Any, Any], same: Any) -> list[tuple[float, bool]]:
    """Confidence and truth of every verdict that gold has an answer for."""
    return [
        (verdicts[name].confidence, bool(same(verdicts[name].value, right)))
        for name, right in gold.items()
        if name in verdicts
    ]
