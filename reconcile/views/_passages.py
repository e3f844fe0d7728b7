"""The words of an article around a quote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reconcile.model import Span, Value
from reconcile.views import _words as words
from reconcile.views._bidi import clean
from reconcile.views._shapes import Passage, Voice

__all__ = ["passage", "raw_words", "told_together"]

_REACH = 140
"""So many characters of the article may stand before and after a quote."""
_SENTENCE_END = re.compile(r"\n|[.!?؟…](?:[\"”»')\]]*)\s")


def raw_words(value: Value, passages: Sequence[Passage]) -> str | None:
    """The words that a value was read from, unless a quote shows them."""
    raw = words.line(value.raw or "")
    return raw if raw and not any(raw in passage.quote for passage in passages) else None


def passage(span: Span, text: str | None) -> Passage:
    """A quote with the rest of its sentence, if it stands in the text where it says it does."""
    before, after = _around(text, span)
    return Passage(before, words.line(span.quote), after, words.zone_note(span.zone))


def told_together(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Voices of which those that quote one sentence in one way have become one; every article is heard
    once before any is heard twice."""
    found: dict[tuple[object, ...], Voice] = {}
    for number, voice in enumerate(voices):
        alone = len(voice.passages) != 1 or voice.raw
        sentence = number if alone else voice.passages[0].sentence
        key = (voice.article, voice.chain, voice.notes, sentence)
        found[key] = _joined(found[key], voice) if key in found else voice
    turns: Counter[str] = Counter()
    taken: list[tuple[int, Voice]] = []
    for voice in found.values():
        turns[voice.article] += 1
        taken.append((turns[voice.article], voice))
    return tuple(voice for _, voice in sorted(taken, key=lambda pair: pair[0]))


def _joined(voice: Voice, other: Voice) -> Voice:
    (kept,), (added,) = voice.passages, other.passages
    more = dict.fromkeys((*kept.more, *added.quotes))
    more.pop(kept.quote, None)
    return replace(voice, passages=(replace(kept, more=tuple(more)),))


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
