"""The default extractor: frames of cue words around typed values. No model, no network.

``rules(article)`` reads the article sentence by sentence (:mod:`._passages`), lets every frame of the
language (:mod:`._slots`) bind values to its slots (:mod:`._binders`), sorts out which event of the article
each one is about (:mod:`._events`), and writes claims with exact spans. Precision before recall: what no
cue binds is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.extractors._attribution import Attribution, attribute
from reconcile.extractors._binders import binders
from reconcile.extractors._bound import Bound
from reconcile.extractors._certainty import assess
from reconcile.extractors._delegations import sides_of
from reconcile.extractors._events import events_of
from reconcile.extractors._parties import sides, states, visits
from reconcile.extractors._parts import told_areas
from reconcile.extractors._passages import Passage, passages
from reconcile.extractors._sentences import Sentence
from reconcile.extractors._slots import Frame
from reconcile.model import Article, BooleanValue, Certainty, Claim, Polarity, Span

__all__ = ["rules"]

_LONGEST_QUOTE = 240
_STATEMENT = "statement.date"


def rules(article: Article) -> Iterator[Claim]:
    """The claims that the frames find in one article.

    >>> text = "Norway and Chile held talks in Vienna on 3 May 2024."
    >>> article = Article(id="a", language="en", text=text)
    >>> [(claim.attribute, claim.quote) for claim in rules(article) if claim.attribute == "talks.place"]
    [('talks.place', 'talks in Vienna')]
    """
    said = passages(article)
    bounds = _distinct(told_areas(_pointed(said, list(_bounds(said)))))
    if not bounds:
        return
    told = attribute(bounds[0].passage.text, bounds[0].passage.grammar.language, article.zones)
    for bound, label in events_of(said, bounds):
        if bound.slot.attribute != _STATEMENT:
            yield _claim(article, bound, label, told)
        elif speaker := _speaker(bound, told):
            yield _claim(article, replace(bound, qualifiers={"speaker": speaker}), label, told)


def _bounds(said: Sequence[Passage]) -> Iterator[Bound]:
    """Everything that any slot of any frame binds, sentence by sentence."""
    bind = binders(sides_of(said))
    for passage in said:
        for frame in passage.grammar.frames:
            if _applies(frame, passage):
                for slot in frame.slots:
                    for bound in bind[slot.bind](passage, slot):
                        yield from _with_implied(bound, frame)


def _pointed(said: Sequence[Passage], bounds: list[Bound]) -> list[Bound]:
    """What is bound, with the parties that officials who meet stand for, or that "the two sides" points to."""
    frames = said[0].grammar.frames if said else ()
    slots = [slot for frame in frames if frame.event for slot in frame.slots if slot.bind == "group"]
    named = bounds + [bound for slot in slots for bound in states(said, bounds, slot)]
    named += [bound for slot in slots for bound in visits(said, named, slot)]
    return named + [bound for slot in slots for bound in sides(said, named, slot)]


def _applies(frame: Frame, passage: Passage) -> bool:
    return not frame.needs or passage.has(*frame.needs) or not passage.recalls.isdisjoint(frame.needs)


def _with_implied(bound: Bound, frame: Frame) -> Iterator[Bound]:
    """The value itself, and in the slot that it fills as well (who leads a delegation is in it).

    Who leads nobody knows whose delegation is only in one: two such heads may be of two delegations.
    """
    if not bound.slot.implies or bound.qualifiers:
        yield bound
    if bound.slot.implies:
        yield replace(bound, slot=next(slot for slot in frame.slots if slot.name == bound.slot.implies))


def _distinct(bounds: Iterable[Bound]) -> list[Bound]:
    """One bound value a slot, value and sentence."""
    kept: dict[object, Bound] = {}
    for bound in bounds:
        key = (
            bound.passage.index, bound.slot.attribute, tuple(sorted(bound.qualifiers.items())),
            bound.value.model_copy(update={"raw": None}).model_dump_json(),
        )  # fmt: skip
        kept.setdefault(key, bound)
    return list(kept.values())


def _claim(article: Article, bound: Bound, label: str | None, told: Attribution) -> Claim:
    passage = bound.passage
    start, end = _quoted(bound)
    certainty, polarity = assess(
        passage.text, bound.start, bound.end, Sentence(passage.start, passage.end), passage.grammar.language
    )
    if polarity is Polarity.NEGATE and _stays_away(bound):
        certainty, polarity = Certainty.ASSERTED, Polarity.AFFIRM
    if certainty is Certainty.POSSIBLE and polarity is Polarity.NEGATE:
        polarity = Polarity.AFFIRM  # "may not be" denies nothing
    if bound.slot.unit == "vote" and certainty is Certainty.DENIED:
        certainty, polarity = Certainty.ASSERTED, Polarity.AFFIRM  # who abstains or opposes does so
    value = bound.value
    if isinstance(value, BooleanValue) and polarity is Polarity.NEGATE:
        value = value.model_copy(update={"value": False})
    if not value.raw:
        value = value.model_copy(update={"raw": passage.text[bound.start : bound.end]})
    return Claim(
        article=article,
        attribute=bound.slot.attribute,
        value=value,
        event=f"{article.id}{label}" if label else None,
        qualifiers=dict(bound.qualifiers),
        attribution=told.chain_at(start, end),
        certainty=certainty,
        polarity=polarity,
        basis="implied" if bound.implied else "stated",
        spans=(Span(quote=passage.text[start:end], start=start, end=end, zone=passage.zone),),
        language=passage.grammar.language,
        extractor=f"rules/{bound.slot.frame}",
    )


def _stays_away(bound: Bound) -> bool:
    """Whether somebody only does not come to talks that others hold ("declined to take part in the Oslo talks")."""
    said = bound.passage
    return bound.slot.frame in said.grammar.events and any(
        0 <= coming.first - refused.last <= 2
        for refused in said.cues("_refused")
        for coming in said.cues("delegation.member")
    )


def _speaker(bound: Bound, told: Attribution) -> str | None:
    """Whose words the dated statement opens: the innermost source of what its sentence says."""
    at = bound.start
    for stretch in told.stretches:
        if (
            stretch.frame
            and told._plain(bound.start) < stretch.end
            and stretch.start < told._plain(bound.end)
        ):
            chain = told.chain_at(at, bound.passage.end)
            return chain[0].source if chain else None
    return None


def _quoted(bound: Bound) -> tuple[int, int]:
    """The words that show the value with its cue and its trigger, unless they are too many."""
    spans = [(bound.start, bound.end), bound.shown or (bound.start, bound.end)]
    if bound.trigger is not None:
        word = bound.passage.words[bound.trigger]
        spans.append((word.start, word.end))
    for kept in (spans, spans[:2], spans[:1]):
        start, end = min(s for s, _ in kept), max(e for _, e in kept)
        if end - start <= _LONGEST_QUOTE:
            return start, end
    return bound.start, bound.end
