"""Dates in a row: the interval that each outlet tells, when it was published, and how a slip would move it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from reconcile import values
from reconcile.model import DateValue, FactStatus, PlacedClaim
from reconcile.views import View
from reconcile.views import _words as words
from reconcile.views._bidi import isolate, prose
from reconcile.views._html import fragment
from reconcile.views._scale import Scale, scale
from reconcile.views._shapes import Voice
from reconcile.views._trace import Trace

__all__ = ["Line", "Timeline", "timeline", "timelines"]

_BIT = 0.8
"""The least width of a bar, in per cent: an hour in a year is still to be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval: its place in per cent of the width, and what of it is not printed."""

    start: float
    width: float
    inferred: bool
    open_start: bool
    open_end: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One article's date: where it stands, when it was published, where a slip would put it."""

    voice: Voice
    value: str
    words: str | None
    bar: Bar | None
    unresolved: str | None
    published: float | None
    slip: tuple[float, str] | None
    """Where the other side's date begins, and the name of the slip that leads there."""
    sign: str
    status: str
    inferred: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is told on one question of one event."""

    event: str
    question: str
    scale: Scale | None
    lines: tuple[Line, ...]

    @property
    def disputed(self) -> bool:
        """Whether two of the dates cannot both hold."""
        return any(line.status == FactStatus.DISPUTED for line in self.lines)


def timeline(trace: Trace) -> View:
    """The dates of a trace, question by question; filter the trace to see one of them."""
    made = tuple(timelines(trace))
    html = fragment("timeline.html", timelines=made)
    return View(
        html, "\n\n".join(map(_text, made)) or "No date is told.", tuple(_rows(trace, made)), "timeline"
    )


def timelines(trace: Trace) -> Iterator[Timeline]:
    """One a question, those of the main event first."""
    told = [c for c in trace.report.claims if isinstance(c.value, DateValue)]

    def place(placed: PlacedClaim) -> tuple[int, str, str]:
        return trace.rank(placed.event), trace.event(placed.event), trace.question(placed)

    for _, claims in groupby(sorted(told, key=place), key=place):
        yield _timeline(trace, tuple(claims))


def _timeline(trace: Trace, claims: Sequence[PlacedClaim]) -> Timeline:
    slips = _slips(trace, {claim.id for claim in claims})
    drawn = scale(_moments(trace, claims))
    lines = [_line(trace, placed, drawn, slips.get(placed.id)) for placed in claims]
    order = {page.id: at for at, page in enumerate(trace.pages)}
    lines.sort(key=lambda line: (order[line.voice.article], line.value, line.voice.claim))
    return Timeline(trace.event(claims[0].event), trace.question(claims[0]), drawn, _merged(lines))


def _moments(trace: Trace, claims: Sequence[PlacedClaim]) -> Iterator[datetime]:
    for placed in claims:
        if isinstance(placed.value, DateValue):
            yield from (m.replace(tzinfo=None) for m in (placed.value.start, placed.value.end) if m)
            published = trace.published(placed.article.id)
            if published and placed.value.resolved:
                yield published


def _slips(trace: Trace, asked: set[str]) -> Mapping[str, tuple[datetime, str]]:
    """For every claim that may have slipped, where the other side begins."""
    found: dict[str, tuple[datetime, str]] = {}
    for finding in trace.report.findings:
        for guess in finding.hypotheses:
            other = next((v.value for v in finding.values if asked.issuperset(v.claims)
                          and not set(v.claims) & set(guess.claims)), None)  # fmt: skip
            if isinstance(other, DateValue) and other.start and guess.kind.endswith(_MOVING):
                to, title = other.start.replace(tzinfo=None), words.hypothesis_title(guess.kind).rstrip("?")
                found |= dict.fromkeys(guess.claims, (to, title))
    return found


_MOVING = ("slip", "swap")
"""Hypotheses by which a writer put down another day than the one that was meant."""


def _line(trace: Trace, placed: PlacedClaim, drawn: Scale | None, slip: tuple[datetime, str] | None) -> Line:
    value = placed.value
    assert isinstance(value, DateValue)
    published = trace.published(placed.article.id)
    sign, status = trace.standing(placed.id)
    return Line(
        voice=trace.voice(placed),
        value=words.line(values.show(value)),
        words=words.in_words(value),
        bar=_bar(value, drawn) if drawn and value.resolved else None,
        unresolved=words.line(value.unresolved or "not resolved") if not value.resolved else None,
        published=drawn.at(published) if drawn and published else None,
        slip=(drawn.at(slip[0]), slip[1]) if drawn and slip else None,
        sign=sign,
        status=status,
        inferred=tuple(value.inferred),
    )


def _bar(value: DateValue, drawn: Scale) -> Bar:
    start, end = (m.replace(tzinfo=None) if m else None for m in (value.start, value.end))
    left, right = drawn.at(start, 0.0), drawn.at(end, 100.0)
    return Bar(left, round(max(right - left, _BIT), 2), bool(value.inferred), start is None, end is None)


def _merged(lines: Sequence[Line]) -> tuple[Line, ...]:
    """One line an article and date, however often the article tells it."""
    kept: dict[tuple[str, str, str | None], Line] = {}
    for line in lines:
        kept.setdefault((line.voice.article, line.value, line.unresolved), line)
    return tuple(kept.values())


def _rows(trace: Trace, made: Sequence[Timeline]) -> Iterator[Mapping[str, Any]]:
    for one in made:
        for line in one.lines:
            value = trace.claim(line.voice.claim).value
            assert isinstance(value, DateValue)
            yield {
                "event": one.event,
                "question": one.question,
                "article": line.voice.article,
                "outlet": line.voice.outlet,
                "published": line.voice.iso,
                "value": line.value,
                "start": value.start.isoformat() if value.start else None,
                "end": value.end.isoformat() if value.end else None,
                "inferred": "; ".join(line.inferred),
                "unresolved": line.unresolved,
                "slip": line.slip[1] if line.slip else None,
                "status": line.status,
                "quote": line.voice.quote or line.voice.raw,
            }


def _text(one: Timeline) -> str:
    lines = [prose(f"{one.question}, {one.event}")]
    for line in one.lines:
        notes = [f"published {line.voice.published}"]
        notes += [f"{', '.join(line.inferred)} inferred"] if line.inferred else []
        notes += [f"perhaps a {line.slip[1]}"] if line.slip else []
        notes += [line.unresolved] if line.unresolved else []
        lines.append(
            f"  {line.sign} {line.value:<24} {isolate(line.voice.outlet)}; {prose('; '.join(notes))}"
        )
    return "\n".join(lines)
