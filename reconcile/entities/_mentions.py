"""What the claims of an event mention: persons, organisations and places, in values and in sets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from reconcile.model import PlacedClaim, Schema, SetValue, Value
from reconcile.values._names_values import Named, entry_of
from reconcile.values._schemas import canonical

__all__ = ["Mention", "Named", "mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One named or nameless thing in a claim; ``place`` is its place in a set, -1 when it is the value."""

    claim: str
    place: int
    event: str
    article: str
    kind: str
    value: Named
    side: str | None
    day: date | None = None
    """The day that the article was published on."""


def mentions(placed: Sequence[PlacedClaim], schemas: Sequence[Schema]) -> Iterator[Mention]:
    """All mentions, in an order that does not depend on that of the claims."""
    implied = cache(lambda attribute: canonical(attribute, schemas)[1].get("side"))
    for claim in sorted(placed, key=lambda claim: claim.id):
        for place, value in _named(claim.value):
            yield Mention(
                claim=claim.id,
                place=place,
                event=claim.event,
                article=claim.article.id,
                kind=value.kind,
                value=value,
                side=_side(claim, implied),
                day=claim.article.published.date() if claim.article.published else None,
            )


def _named(value: Value) -> Iterator[tuple[int, Named]]:
    members = enumerate(value.members) if isinstance(value, SetValue) else ((-1, value),)
    yield from ((place, member) for place, member in members if isinstance(member, Named))


def _side(claim: PlacedClaim, implied: Callable[[str], str | None]) -> str | None:
    """The code of the country that the claim's person stands for, told or set by the name of the attribute."""
    told = claim.claim.qualifiers.get("side") or implied(claim.claim.attribute)
    if not isinstance(told, str):
        return None
    found = entry_of(told)
    return found.country if found else told
