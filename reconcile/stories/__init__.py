"""From articles and claims to stories: which claims are of one event, and from which day words count.

Values are read here, because "yesterday" has no value before the story of an undated article is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.model import Anchor, Article, Claim, Event, PlacedClaim, Rejected, Schema, Value
from reconcile.stories._anchors import Undated
from reconcile.stories._gaps import look_alikes, not_spoken
from reconcile.stories._joining import join
from reconcile.stories._naming import events_of
from reconcile.stories._reading import Reader, publication, relative, unread
from reconcile.stories._tellings import gather, tellings

__all__ = ["Placement", "place"]


@dataclass(frozen=True, slots=True)
class Placement:
    """Articles, events and claims with their events and read values, and everything that was set aside."""

    articles: tuple[Article, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[PlacedClaim, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    not_compared: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[Rejected, ...] = ()


def place(
    articles: Iterable[Article],
    claims: Iterable[Claim],
    schemas: Sequence[Schema] = (),
    where: Mapping[str, str] | None = None,
) -> Placement:
    """Read the values of all claims and give each claim its event.

    Args:
        articles: all articles, also those that make no claim.
        claims: the claims of all of them, in any order.
        schemas: the attribute schemas of the rule set.
        where: where a claim stood, by its id, for messages (``claims.jsonl:3``).

    >>> said = [{"article": "a", "attribute": "vote.date", "value": "5 May 2025"},
    ...         {"article": "b", "attribute": "vote.date", "value": "6 May 2025"}]
    >>> placed = place([], [Claim.model_validate({**one, "language": "en"}) for one in said],
    ...                [Schema(pattern="*.date", kind="date")])
    >>> len(placed.events), [claim.value.start.day for claim in placed.claims]
    (1, [5, 6])
    """
    reader = Reader(tuple(schemas))
    given = sorted(claims, key=lambda claim: (claim.article.id, claim.id))
    pages = {claim.article.id: claim.article for claim in given} | {page.id: page for page in articles}
    spoken = [claim for claim in given if claim.zone.speaks]
    anchors = {name: publication(page) for name, page in pages.items()}
    values = {claim.id: reader.read(claim, anchors[claim.article.id]) for claim in spoken}
    told = tellings(pages.values(), spoken, reader)
    units = join((one, gather(one, values, reader)) for one in told)
    undated = Undated(reader, values, units)
    values |= {
        claim.id: undated.read(claim)
        for claim in spoken
        if anchors[claim.article.id] is None and relative(values[claim.id])
    }
    names = where or {}
    readable = [claim for claim in spoken if unread(values[claim.id]) is None]
    events = events_of(units)
    home = {
        claim.id: event.id
        for unit, event in zip(units, events, strict=True)
        for one in unit.members
        for claim in one.claims
    }
    return Placement(
        articles=tuple(pages[name] for name in sorted(pages)),
        events=tuple(sorted(events, key=lambda event: (event.label, event.id))),
        claims=tuple(PlacedClaim(claim, home[claim.id], values[claim.id]) for claim in readable),
        rejected=tuple(_unreadable(spoken, values, names)),
        not_compared=(
            *not_spoken(claim for claim in given if not claim.zone.speaks),
            *look_alikes(readable, schemas, reader),
        ),
        warnings=(*undated.warnings(names), *_disagreeing(readable, anchors, reader, names)),
    )


def _unreadable(
    claims: Iterable[Claim], values: Mapping[str, Value], where: Mapping[str, str]
) -> Iterator[Rejected]:
    for claim in claims:
        reason = unread(values[claim.id])
        if reason is not None:
            yield Rejected(_place(claim, where), f"{claim.attribute}: {reason}")


def _disagreeing(
    claims: Iterable[Claim], anchors: Mapping[str, Anchor | None], reader: Reader, where: Mapping[str, str]
) -> Iterator[Rejected]:
    for claim in claims:
        reason = reader.disagreement(claim, anchors[claim.article.id])
        if reason is not None:
            yield Rejected(_place(claim, where), f"{claim.attribute}: {reason}")


def _place(claim: Claim, where: Mapping[str, str]) -> str:
    return where.get(claim.id, f"{claim.article.id}: claim {claim.id}")
