"""The words of an article around a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import Span, Value
from reconcile.views import _words as words
from reconcile.views._bidi import clean
from reconcile.views._shapes import Passage

__all__ = ["passage", "raw_words"]

_REACH = 140
"""So many characters of the article may stand before and after a quote."""
_SENTENCE_END = re.compile(r"\n|[.!?؟…](?:[\"”»')\]]*)\s")


def raw_words(value: Value, passages: Sequence[Passage]) -> str | None:
    """The words that a value was read from, unless a quote shows them."""
    raw = words.shorten(clean(value.raw or ""))
    return raw if raw and not any(raw in passage.quote for passage in passages) else None


def passage(span: Span, text: str | None) -> Passage:
    """A quote with the rest of its sentence, if it stands in the text where it says it does."""
    before, after = _around(text, span)
    return Passage(before, words.shorten(clean(span.quote)), after, words.zone_note(span.zone))


def _around(text: str | None, span: Span) -> tuple[str, str]:
    """The rest of the quote's sentence in the article, cut between words where it is long."""
    if text is None or span.start is None or span.end is None or text[span.start : span.end] != span.quote:
        return "", ""
    return _before(text[: span.start]), _after(text[span.end :])


def _before(text: str) -> str:
    near = text[-_REACH:]
    cut = max((match.end() for match in _SENTENCE_END.finditer(near)), default=0)
    kept = near[cut:]
    if not cut and len(text) > _REACH:
        kept = "… " + kept.partition(" ")[2]
    return _keep_edge(kept, kept[-1:], end=True)


def _after(text: str) -> str:
    near = text[:_REACH]
    stop = _SENTENCE_END.search(near)
    kept = near[: stop.start() + 1].rstrip("\n") if stop else near
    if not stop and len(text) > _REACH:
        kept = kept.rpartition(" ")[0] + " …"
    return _keep_edge(kept, kept[:1], end=False)


def _keep_edge(text: str, edge: str, *, end: bool) -> str:
    """The text on one line, with a space where it met the quote with one."""
    cleaned = clean(text)
    if not edge.isspace() or not cleaned:
        return cleaned
    return f"{cleaned} " if end else f" {cleaned}"
