"""Simulated growing tolls: how many honest stories are flagged, and how often one planted wrong figure is found.

Ten outlets report a count that grows over three days, each several times and each with figures up to twelve
hours old. In the same stories one figure
is replaced: by one too high in the first two days (others must have the time to tell another one), or by one
too low after the first third of the reports (others must have told a higher one before).
"""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import reconcile as rc

_OUTLETS, _HOURS, _LAG = 10, 72, 12
_BEGUN = datetime(2026, 1, 6, 6)


@dataclass(frozen=True)
class _Told:
    hour: float
    outlet: int
    figure: int


def tolls(stories: int = 200) -> dict[str, Any]:
    """Shares of the stories: honest ones that are flagged, planted figures that are found on their claim."""
    honest = high = low = 0
    for seed in range(stories):
        chance = random.Random(seed)
        told = _story(chance)
        honest += bool(_flagged(told))
        at = chance.choice([i for i, one in enumerate(told) if i and one.hour <= _HOURS * 2 / 3])
        high += at in _flagged(_planted(told, at, max(one.figure for one in told) * chance.uniform(1.2, 2)))
        at = chance.randrange(len(told) // 3, len(told))
        low += at in _flagged(_planted(told, at, told[at].figure * chance.uniform(0.2, 0.7)))
    return {
        "stories": stories,
        "honest_flagged": round(honest / stories, 4),
        "too_high_found": round(high / stories, 4),
        "too_low_found": round(low / stories, 4),
    }


def _story(chance: random.Random) -> list[_Told]:
    """What ten outlets told of one toll, in the order of their publication."""
    toll = chance.randint(3, 30)
    steps = sorted(_HOURS * chance.random() ** 2 for _ in range(chance.randint(4, 12)))
    series = [toll]
    for _ in steps:
        series.append(series[-1] + chance.randint(1, max(2, series[-1] // 3)))
    told = []
    for outlet in range(_OUTLETS):
        for _ in range(chance.randint(1, 4)):
            hour = chance.uniform(_LAG / 4, _HOURS)
            seen = hour - chance.uniform(0, _LAG)
            told.append(_Told(hour, outlet, series[bisect_right(steps, seen)]))
    return sorted(told, key=lambda one: one.hour)


def _planted(told: list[_Told], at: int, figure: float) -> list[_Told]:
    return [*told[:at], _Told(told[at].hour, told[at].outlet, max(1, round(figure))), *told[at + 1 :]]


def _flagged(told: list[_Told]) -> set[int]:
    """The reports that stand in a contradiction or a disagreement."""
    claims = []
    for index, one in enumerate(told):
        published = (_BEGUN + timedelta(hours=one.hour)).isoformat(timespec="minutes")
        article = {"id": f"{index:03d}", "outlet": f"outlet {one.outlet}", "published": published}
        claims.append({"article": article, "event": "e", "attribute": "attack.killed", "value": one.figure})
    report = rc.reconcile(claims).data
    found = [f for f in report.findings if f.kind.value in ("contradiction", "disagreement")]
    return {int(article) for finding in found for article in finding.articles}
