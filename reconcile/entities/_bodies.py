"""Organisations and places of an event: one code of the gazetteer is one entity, else one name is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.entities._mentions import Mention
from reconcile.model import Entity, Schema, content_id
from reconcile.values import kind_of

__all__ = ["bodies"]

_ANY = Schema(pattern="*")
_JOINS = frozenset({"same", "equivalent"})


def bodies(found: Sequence[Mention]) -> Iterator[tuple[Entity, Sequence[Mention]]]:
    """Mentions of one kind, grouped by what their kind's comparator calls the same."""
    groups: list[list[Mention]] = []
    for _, mentions in sorted(_by_key(found).items()):
        home = next((group for group in groups if _fits(group, mentions[0])), None)
        if home is None:
            groups.append(mentions)
        else:
            home.extend(mentions)
    yield from ((_entity(group), group) for group in groups)


def _by_key(found: Sequence[Mention]) -> dict[str, list[Mention]]:
    keyed: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        keyed[repr(kind_of(mention.kind).key(mention.value))].append(mention)
    return keyed


def _fits(group: Sequence[Mention], mention: Mention) -> bool:
    compare = kind_of(mention.kind).compare
    distinct = {repr(other.value): other.value for other in group}
    return all(compare(value, mention.value, _ANY).outcome in _JOINS for value in distinct.values())


def _entity(group: Sequence[Mention]) -> Entity:
    kind, event = group[0].kind, group[0].event
    names = sorted({name for m in group for name in (m.value.name, *m.value.aliases) if name})
    roles = sorted({role for m in group for role in m.value.roles})
    codes = sorted({repr(kind_of(kind).key(m.value)) for m in group})
    return Entity(
        id=content_id("entity", event, kind, *codes),
        kind=kind,
        event=event,
        names=tuple(names),
        roles=tuple(roles),
        claims=tuple(sorted({m.claim for m in group})),
    )
