"""Does a confidence of 0.8 mean right in eight of ten? The table that shows it, and the fit that mends it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
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

    def __str__(self) -> str:
        """The diagram in characters: how often each confidence was right, with ``|`` where it should be."""
        lines = [_line(bar) for bar in self.bins]
        return "\n".join((*lines, f"expected calibration error {self.error:.3f}"))

    def _repr_html_(self) -> str:
        """The diagram as a drawing: dots on the line are confidences that mean what they say."""
        size = max((bar.count for bar in self.bins), default=1)
        dots = "".join(
            f'<circle cx="{20 + 200 * bar.confidence:.1f}" cy="{220 - 200 * bar.right:.1f}" '
            f'r="{3 + 7 * (bar.count / size) ** 0.5:.1f}"><title>{escape(_line(bar))}</title></circle>'
            for bar in self.bins
        )
        return (
            '<svg viewBox="0 0 240 250" width="300" role="img" fill="currentColor" font-size="10">'
            f"<title>Reliability: expected calibration error {self.error:.3f}</title>"
            '<path d="M20 20V220H220" fill="none" stroke="currentColor"/>'
            '<path d="M20 220L220 20" fill="none" stroke="currentColor" stroke-dasharray="3"/>'
            f'<g fill-opacity=".7">{dots}</g>'
            '<text x="20" y="14">right</text><text x="165" y="235">confidence</text></svg>'
        )

    def rows(self) -> list[dict[str, float]]:
        """The bars as rows, for a plot or a data frame."""
        return [
            {"low": b.low, "high": b.high, "count": b.count, "confidence": b.confidence, "right": b.right}
            for b in self.bins
        ]


def _line(bar: Bin) -> str:
    width = 20
    drawn = list("#" * round(width * bar.right) + "." * (width - round(width * bar.right)))
    drawn[min(int(width * bar.confidence), width - 1)] = "|"
    told = f"said {bar.confidence:.2f}, right {bar.right:.2f} of {bar.count}"
    return f"{bar.low:.1f}-{bar.high:.1f} {''.join(drawn)} {told}"


def reliability(pairs: Iterable[tuple[float, bool]], *, bins: int = 10) -> Reliability:
    """How often verdicts of each confidence were right: print it, or look at it in a notebook.

    >>> print(reliability([(0.8, True)] * 4 + [(0.8, False)]))
    0.8-0.9 ################|... said 0.80, right 0.80 of 5
    expected calibration error 0.000
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
