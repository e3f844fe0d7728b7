"""The publication time that a page prints about itself, or nothing: it is never guessed.

Only lines about the page count (its byline and publication lines), only dates that state their day, month
and year, and of those the ones that a word ("Published", "نشر في") introduces come first. Where two of
equal standing differ, the page does not say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reconcile.languages import known
from reconcile.model import Article, DateValue, Zone
from reconcile.readers._cues import Cues, cues
from reconcile.readers._dated import dates
from reconcile.readers._lines import PREFIX, lines, plain

__all__ = ["published"]


_TOLD, _BARE, _CRAWLED = range(3)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A date that a page states about itself; a lower ``rank`` is a better one."""

    rank: int
    value: DateValue
    updated: bool

    @property
    def day(self) -> datetime:
        assert self.value.start is not None
        return self.value.start.replace(hour=0, minute=0, second=0, microsecond=0)

    @property
    def timed(self) -> bool:
        return self.value.grain in ("minute", "second")


def published(article: Article) -> dict[str, Any]:
    """The publication fields of an article, as far as its own lines tell them; ``modified`` likewise.

    >>> from reconcile.readers import complete
    >>> page = "Talks end\\n\\nPublished: 6 January 2026 10:30 PM GMT\\n\\nThe talks ended today, they said."
    >>> found = published(complete(Article(id="a", text=page)))
    >>> str(found["published"]), found["published_precision"], found["published_zone"]
    ('2026-01-06 22:30:00', 'minute', '+00:00')
    """
    stated = list(_stated(article))
    fields: dict[str, Any] = {}
    best = _best([item for item in stated if not item.updated])
    if best:
        timed = best.timed
        fields = {
            "published": best.value.start if timed else best.day,
            "published_precision": "minute" if timed else "day",
            "published_zone": best.value.zone if timed else None,
            "published_source": "byline",
        }
    later = _best([item for item in stated if item.updated])
    if later and article.modified is None:
        fields["modified"] = later.value.start
    return fields


def _best(stated: list[_Stated]) -> _Stated | None:
    """The date of the highest rank, with its clock time where another line tells it; none if two differ."""
    if not stated:
        return None
    rank = min(item.rank for item in stated)
    days = {item.day for item in stated if item.rank == rank}
    if len(days) > 1:
        return None
    same = [item for item in stated if item.day in days and (item.rank == rank or item.timed)]
    return min(same, key=lambda item: (not item.timed, item.rank))


def _stated(article: Article) -> Iterator[_Stated]:
    text, language = article.text or "", article.language
    words = cues(language)
    titled = False
    spans = iter(article.zones)
    span = next(spans, None)
    for line in lines(text):
        while span is not None and span.end <= line.start:
            span = next(spans, None)
        zone = span.zone if span is not None and span.start <= line.start else Zone.BODY
        titled = titled or zone in (Zone.HEADLINE, Zone.BODY)
        if zone not in (Zone.PUBLISHED, Zone.BYLINE) and not (zone is Zone.CHROME and not titled):
            continue
        found = dates(line.text, language if language in known() else None)
        for place, item in enumerate(found):
            before = line.text[found[place - 1].end if place else 0 : item.start]
            rank, updated = _rank(words, before, PREFIX.match(line.text) is not None)
            timed = item.value.grain in ("minute", "second")
            if rank != _BARE or titled or timed or zone is Zone.BYLINE:
                yield _Stated(rank, item.value, updated)


def _rank(words: Cues, before: str, crawled: bool) -> tuple[int, bool]:
    """How good a date is by what stands before it, and whether it is that of an update.

    A *bare* day above the headline may be the day on which the page was fetched: it does not count unless
    a clock time or a byline stands with it.
    """
    folded = plain(before)
    updated = _last(folded, words.words("published", "updated"))
    told = _last(folded, words.words("published", "starts"))
    if crawled:
        return _CRAWLED, False
    return (_TOLD, updated > told) if max(updated, told) >= 0 else (_BARE, False)


def _last(text: str, phrases: tuple[str, ...]) -> int:
    """Where the last of the phrases ends in the text, or -1."""
    ends = [place + len(phrase) for phrase in phrases if (place := text.rfind(phrase)) >= 0]
    return max(ends, default=-1)
