"""Organisations and places of an event: one code of the gazetteer is one entity, else one name is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from reconcile.entities._known import Known
from reconcile.entities._mentions import Mention, Named
from reconcile.model import Alias, Entity, Schema, content_id
from reconcile.values import kind_of
from reconcile.values._names_letters import clean

__all__ = ["bodies"]

_ANY = Schema(pattern="*")
_JOINS = frozenset({"same", "equivalent"})


def bodies(found: Sequence[Mention], known: Known) -> Iterator[tuple[Entity, Sequence[Mention]]]:
    """Mentions of one kind, grouped by what their kind's comparator calls the same.

    A name that one article gives beside another serves them all: "Front for Reform (Nur)" in one, "Nur" in the next.
    """
    groups: list[list[Mention]] = []
    learnt = _learnt(found)
    for _, mentions in sorted(_by_key(found).items()):
        home = next((group for group in groups if _fits(group, mentions[0], learnt, known)), None)
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


def _learnt(found: Sequence[Mention]) -> Mapping[str, Collection[str]]:
    """For each name the other names that any article gives beside it."""
    learnt: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        if mention.value.name and mention.value.aliases:
            learnt[clean(mention.value.name)].update(mention.value.aliases)
    return learnt


def _with_learnt(value: Named, learnt: Mapping[str, Collection[str]]) -> Named:
    more = learnt.get(clean(value.name or ""), ())
    return value.model_copy(update={"aliases": tuple(sorted({*value.aliases, *more}))}) if more else value


def _fits(
    group: Sequence[Mention], mention: Mention, learnt: Mapping[str, Collection[str]], known: Known
) -> bool:
    compare, value = kind_of(mention.kind).compare, _with_learnt(mention.value, learnt)
    distinct = {repr(other.value): _with_learnt(other.value, learnt) for other in group}
    return all(
        compare(one, value, _ANY).outcome in _JOINS and not known.parts(_names(one), _names(mention.value))
        for one in distinct.values()
    )


def _names(value: Named) -> tuple[str, ...]:
    return (value.name,) if value.name else ()


def _entity(group: Sequence[Mention]) -> Entity:
    kind, event = group[0].kind, group[0].event
    names = sorted({name for m in group for name in (m.value.name, *m.value.aliases) if name})
    roles = sorted({role for m in group for role in m.value.roles})
    aliases = {Alias(alias, m.value.name or "", m.article) for m in group for alias in m.value.aliases}
    codes = sorted({repr(kind_of(kind).key(m.value)) for m in group})
    return Entity(
        id=content_id("entity", event, kind, *codes),
        kind=kind,
        event=event,
        names=tuple(names),
        aliases=tuple(sorted(aliases, key=lambda a: (a.article, a.of, a.name))),
        roles=tuple(roles),
        claims=tuple(sorted({m.claim for m in group})),
    )
