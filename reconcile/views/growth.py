"""A count over time: the figure that each outlet told, when it told it, and which figures still stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from reconcile import edtf, values
from reconcile.model import Certainty, PlacedClaim, QuantityValue
from reconcile.views import View
from reconcile.views import _words as words
from reconcile.views._bidi import isolate, prose
from reconcile.views._html import fragment
from reconcile.views._scale import Mark, Scale, scale
from reconcile.views._shapes import Voice
from reconcile.views._trace import Trace

__all__ = ["Growth", "Point", "growth", "growths"]

HEIGHT = 220
_TOP, _BOTTOM = 14, 196
_APART = 13, 9.0
"""Numbers nearer to each other than this (pixels, per cent of the width) are left to the table."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure: its place (per cent of the width, pixels from the top), its bounds and its standing."""

    voice: Voice
    value: str
    number: float | None
    at: float | None
    high: float
    low: float
    when: str
    moment: datetime | None
    standing: str
    """``stands``, ``overtaken``, ``disputed`` or ``foreseen``: the shape of the mark."""
    sign: str
    status: str


@dataclass(frozen=True, slots=True)
class Growth:
    """All figures for one count of one event."""

    event: str
    question: str
    scale: Scale | None
    levels: tuple[Mark, ...]
    points: tuple[Point, ...]

    @property
    def marks(self) -> tuple[tuple[Point, str], ...]:
        """The points that can be drawn, with their numbers where there is room for them."""
        named: list[Point] = []
        found = []
        for point in (p for p in self.points if p.at is not None):
            free = all(
                abs(point.high - p.high) >= _APART[0] or abs(_at(point) - _at(p)) >= _APART[1] for p in named
            )
            named += [point] if free else []
            found.append((point, _number(point.number or 0) if free else ""))
        return tuple(found)


def growth(trace: Trace) -> View:
    """The counts of a trace over time, question by question; filter the trace to see one of them."""
    made = tuple(growths(trace))
    html = fragment("growth.html", growths=made, height=HEIGHT)
    return View(html, "\n\n".join(map(_text, made)) or "No figure is told.", tuple(_rows(made)), "growth")


def growths(trace: Trace) -> Iterator[Growth]:
    """One a question and unit, those of the main event first."""
    told = [c for c in trace.report.claims if isinstance(c.value, QuantityValue)]

    def place(placed: PlacedClaim) -> tuple[int, str, str, str]:
        unit = placed.value.unit if isinstance(placed.value, QuantityValue) else None
        event = trace.event(placed.event)
        return trace.rank(placed.event), event, trace.question(placed), unit or ""

    for (_, event, question, unit), claims in groupby(sorted(told, key=place), key=place):
        asked = f"{question} ({unit})" if unit else question
        yield _growth(trace, event, asked, tuple(claims))


def _growth(trace: Trace, event: str, question: str, claims: Sequence[PlacedClaim]) -> Growth:
    times = {c.id: _when(trace, c) for c in claims}
    drawn = scale(when for when in times.values() if when)
    top = _round_up(max((n for c in claims for n in _bounds(c)), default=0))
    points = sorted(
        (_point(trace, c, times[c.id], drawn, top) for c in claims),
        key=lambda p: (p.at is None, p.at or 0, p.number or 0, p.voice.claim),
    )
    levels = tuple(Mark(_height(top * share, top), _number(top * share)) for share in (0, 0.5, 1))
    return Growth(event, question, drawn, levels, _once(points))


def _once(points: Sequence[Point]) -> tuple[Point, ...]:
    """One mark an article and figure, however often the article tells it."""
    kept: dict[tuple[str, str], Point] = {}
    for point in points:
        kept.setdefault((point.voice.article, point.value), point)
    return tuple(kept.values())


def _when(trace: Trace, placed: PlacedClaim) -> datetime | None:
    """The moment that the figure is of, where the claim says it, else the publication."""
    if placed.claim.as_of:
        start = edtf.read(placed.claim.as_of).get("start")
        return start.replace(tzinfo=None) if isinstance(start, datetime) else None
    return trace.published(placed.article.id)


def _bounds(placed: PlacedClaim) -> tuple[float, ...]:
    value = placed.value
    assert isinstance(value, QuantityValue)
    return tuple(float(n) for n in (value.min, value.max) if n is not None)


def _point(
    trace: Trace, placed: PlacedClaim, when: datetime | None, drawn: Scale | None, top: float
) -> Point:
    bounds = _bounds(placed)
    number = bounds[-1] if bounds else None
    voice = trace.voice(placed)
    sign, status = trace.standing(placed.id)
    return Point(
        voice=voice,
        value=words.line(values.show(placed.value)),
        number=number,
        at=drawn.at(when) if drawn and when and bounds else None,
        high=_height(bounds[-1], top) if bounds else 0,
        low=_height(bounds[0], top) if bounds else 0,
        when=words.line(placed.claim.as_of or voice.published),
        moment=when,
        standing=_standing(placed, status),
        sign=sign,
        status=status,
    )


def _height(number: float, top: float) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * max(number, 0) / top, 1)


def _at(point: Point) -> float:
    return point.at or 0.0


def _standing(placed: PlacedClaim, status: str) -> str:
    if placed.claim.certainty in (Certainty.PLANNED, Certainty.POSSIBLE):
        return "foreseen"
    return {"superseded": "overtaken", "disputed": "disputed"}.get(status, "stands")


def _number(number: float) -> str:
    return f"{number:,.0f}" if number == int(number) else f"{number:,g}"


def _round_up(number: float) -> float:
    """The next round number, for the uppermost line.

    >>> _round_up(37), _round_up(100), _round_up(0)
    (40.0, 100.0, 1.0)
    """
    power = 1.0
    while power * 10 <= number:
        power *= 10
    return next((step * power for step in (1, 2, 4, 6, 8, 10) if step * power >= number), number)


def _rows(made: Sequence[Growth]) -> Iterator[Mapping[str, Any]]:
    for one in made:
        for point in one.points:
            yield {
                "event": one.event,
                "question": one.question,
                "article": point.voice.article,
                "outlet": point.voice.outlet,
                "when": point.when,
                "moment": point.moment.isoformat() if point.moment else None,
                "value": point.value,
                "number": point.number,
                "status": point.status,
                "quote": point.voice.quote or point.voice.raw,
            }


def _text(one: Growth) -> str:
    lines = [prose(f"{one.question}, {one.event}")]
    for point in one.points:
        lines.append(
            f"  {point.sign} {point.value:>10}  {point.when}, {isolate(point.voice.outlet)}: {point.status}"
        )
    return "\n".join(lines)
