"""Mentions to entities: who is who, and which body or place is meant, inside one event.

Full names that are the same join; a part of a name goes to the one person that it fits, an office without
a name to the one person of its side that some article of the event gives this office. Two candidates are
*ambiguous*: joined to neither, and reported. Nothing is known here but what the articles of the event say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.entities._bodies import bodies
from reconcile.entities._known import Holder, Known, read_known
from reconcile.entities._mentions import Mention, Named, mentions
from reconcile.entities._persons import persons
from reconcile.model import Entity, PlacedClaim, Rejected, Schema, SetValue, Value

__all__ = ["Holder", "Known", "doubts", "read_known", "resolve"]

_NOTHING = Known()


def resolve(
    placed: Sequence[PlacedClaim], schemas: Sequence[Schema], known: Known = _NOTHING
) -> tuple[tuple[PlacedClaim, ...], tuple[Entity, ...]]:
    """Write ``value.entity`` on every person, organisation and place, members of sets too.

    Args:
        placed: claims whose event is known and whose values were read.
        schemas: attribute schemas; an alias of an attribute may say which side a person stands on.
        known: what the user knows besides: holders of offices, and names that are two persons
            (so that a name learnt from an article can be taken back).

    Returns:
        The same claims in the same order, and the entities of all events, sorted by id. Neither depends
        on the order of the claims.
    """
    by_event: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions(placed, schemas):
        by_event[mention.event].append(mention)
    entities: dict[str, Entity] = {}
    meant: dict[tuple[str, int], Named] = {}
    for _, found in sorted(by_event.items()):
        for entity, members in _entities(found, known):
            entities[entity.id] = entity
            meant |= {(m.claim, m.place): _is(m.value, entity) for m in members}
    told = tuple(replace(claim, value=_written(claim, meant)) for claim in placed)
    return told, tuple(entities[name] for name in sorted(entities))


def doubts(placed: Iterable[PlacedClaim], entities: Sequence[Entity]) -> Iterator[Rejected]:
    """Who could be one of several, by article: joined to none of them, and to be told."""
    articles = {claim.id: claim.article.id for claim in placed}
    called = {entity.id: (entity.names or entity.roles or (entity.id,))[0] for entity in entities}
    for entity in entities:
        if entity.ambiguous:
            others = " or ".join(sorted(called[id] for id in entity.ambiguous))
            where = ", ".join(sorted({articles[claim] for claim in entity.claims}))
            yield Rejected(where, f"{called[entity.id]!r} could be {others}: joined to none of them")


def _entities(found: Sequence[Mention], known: Known) -> Iterable[tuple[Entity, Sequence[Mention]]]:
    yield from persons([mention for mention in found if mention.kind == "person"], known)
    for kind in ("organisation", "place"):
        yield from bodies([mention for mention in found if mention.kind == kind], known)


def _is(value: Named, entity: Entity) -> Named:
    return value.model_copy(update={"entity": entity.id})


def _written(claim: PlacedClaim, meant: Mapping[tuple[str, int], Named]) -> Value:
    """The claim's value with its entities."""
    value = claim.value
    if not isinstance(value, SetValue):
        return meant.get((claim.id, -1), value)
    members = [meant.get((claim.id, place), member) for place, member in enumerate(value.members)]
    return value.model_copy(update={"members": tuple(members)})
