"""Who wrote what when, whom each outlet cites, and how its facts stand among those of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reconcile.fusion import Score, scorecard
from reconcile.views import View
from reconcile.views import _words as words
from reconcile.views._bidi import isolate
from reconcile.views._html import fragment
from reconcile.views._shapes import Page
from reconcile.views._trace import Trace

__all__ = ["Outlet", "outlets", "sources"]

_CITED = 6
_A_DAY = len("2026-01-06")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet with its articles."""

    name: str
    pages: tuple[Page, ...]
    cited: tuple[str, ...]
    lag: str
    """How long after the first article of the story its own first one came out."""
    score: Score

    @property
    def claims(self) -> int:
        """How many claims its articles make."""
        return sum(page.claims for page in self.pages)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its articles."""
        return tuple(sorted({page.language for page in self.pages if page.language}))


def sources(trace: Trace) -> View:
    """The outlets of a trace, the first to publish first."""
    made = tuple(outlets(trace))
    html = fragment("sources.html", outlets=made, shown=_CITED)
    return View(html, "\n".join(map(_text, made)) or "No article was read.", tuple(map(_row, made)))


def outlets(trace: Trace) -> Iterator[Outlet]:
    """One an outlet, by the time of its first article."""
    report = trace.report
    scores = {words.line(s.outlet): s for s in scorecard(report.facts, report.readings, report.relations)}
    for name in trace.outlets:
        pages = tuple(page for page in trace.pages if page.outlet == name)
        cited = tuple(dict.fromkeys(source for page in pages for source in page.cited))
        yield Outlet(name, pages, cited, _lag(trace, pages), scores.get(name, Score(name)))


def _lag(trace: Trace, pages: tuple[Page, ...]) -> str:
    known = [moment for page in trace.pages if (moment := trace.instant(page.id))]
    own = [moment for page in pages if (moment := trace.instant(page.id))]
    if not own:
        return "not dated"
    exact = all(len(page.iso or "") > _A_DAY for page in trace.pages if page.iso)
    return _after(min(known), min(own), exact=exact)


def _after(first: datetime, own: datetime, *, exact: bool) -> str:
    """How much later, in the largest unit that it fills; in days where some page prints no hour.

    >>> first = datetime(2026, 1, 6, 22, 30)
    >>> [_after(first, own, exact=True) for own in (first, datetime(2026, 1, 7), datetime(2026, 1, 9))]
    ['first', '1 hour later', '2 days later']
    >>> _after(first, datetime(2026, 1, 7), exact=False)
    '1 day later'
    """
    if not exact:
        days = (own.date() - first.date()).days
        return f"{words.count(days, 'day')} later" if days else "first day"
    minutes = int((own - first).total_seconds() // 60)
    for unit, size in (("day", 1440), ("hour", 60), ("minute", 1)):
        if minutes >= size:
            return f"{words.count(minutes // size, unit)} later"
    return "first"


def _row(one: Outlet) -> Mapping[str, Any]:
    score = one.score
    return {
        "outlet": one.name,
        "articles": len(one.pages),
        "languages": "; ".join(one.languages),
        "published": one.pages[0].iso,
        "lag": one.lag,
        "claims": one.claims,
        "cites": "; ".join(one.cited),
        "facts": score.facts,
        "alone": score.alone,
        "contradicted": score.contradicted,
        "first": score.first,
        "corrected": score.corrected,
        "contradicted_on": "; ".join(score.attributes),
    }


def _text(one: Outlet) -> str:
    score = one.score
    told = (f"{words.count(one.claims, 'claim')}, {words.count(score.facts, 'fact')}: {score.alone} alone, "
            f"{score.contradicted} contradicted, {score.first} first, {score.corrected} corrected")  # fmt: skip
    cites = f"; cites {words.listed(map(isolate, one.cited[:_CITED]))}" if one.cited else ""
    return f"{isolate(one.name)} ({one.lag}): {told}{cites}"
