"""Outlet x outlet: on how many facts two of them meet, and on how many of these they agree.

Nobody is ranked: a low figure beside a low number says little, so the number always stands beside it, and an outlet
that repeats another one agrees with it too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from reconcile.views import View
from reconcile.views._bidi import isolate
from reconcile.views._html import fragment
from reconcile.views._trace import Trace

__all__ = ["Pair", "agreement", "pairs"]

_TELLS = frozenset("✓≈")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two outlets: the facts on which both of them say something, and those that fit."""

    left: str
    right: str
    met: int
    agreed: int

    @property
    def share(self) -> int:
        """The facts that fit, in per cent, rounded down."""
        return 100 * self.agreed // self.met if self.met else 0

    @property
    def tone(self) -> str:
        """How strongly the cell is shaded: a step for every fifth."""
        return f"shade-{self.share // 20}" if self.met else "muted"


def agreement(trace: Trace) -> View:
    """The outlets of a trace against each other."""
    made = {(pair.left, pair.right): pair for pair in pairs(trace)}
    html = fragment("agreement.html", outlets=trace.outlets, pairs=made)
    rows = tuple(_row(pair) for pair in made.values())
    return View(
        html, "\n".join(map(_text, made.values())) or "No two outlets tell the same story.", rows, "agreement"
    )


def pairs(trace: Trace) -> Iterator[Pair]:
    """Every two outlets in the order of publication, whether they meet or not."""
    met: Counter[tuple[str, str]] = Counter()
    agreed: Counter[tuple[str, str]] = Counter()
    for row in trace.facts:
        told: dict[str, str] = {}
        for cell in row.cells:
            told[cell.outlet] = min(cell.sign, told.get(cell.outlet, cell.sign), key="✓✗≈–".index)
        for left, right in combinations(trace.outlets, 2):
            signs = told.get(left, "–"), told.get(right, "–")
            if "✓" in signs and _TELLS.issuperset(signs):
                met[left, right] += 1
                agreed[left, right] += 1
            elif signs == ("✓", "✗"):  # seen again, the other way round, at the other outlet's fact
                met[left, right] += 1
    for left, right in combinations(trace.outlets, 2):
        yield Pair(left, right, met[left, right], agreed[left, right])


def _row(pair: Pair) -> Mapping[str, Any]:
    return {"left": pair.left, "right": pair.right, "met": pair.met, "agreed": pair.agreed,
            "share": pair.share if pair.met else None}  # fmt: skip


def _text(pair: Pair) -> str:
    told = f"{pair.agreed} of {pair.met} facts ({pair.share} %)" if pair.met else "no fact in common"
    return f"{isolate(pair.left)} and {isolate(pair.right)}: {told}"
