"""Lists taken apart, and several lone values put together, as the cardinality of the attribute asks.

For cardinality *many* the unit that is compared is the member, and a list that says it is complete leaves a
mark of its own. For *few* an article's values in one slot are one answer ("three led it together").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reconcile.blocking._qualifiers import Qualified
from reconcile.model import Origin, Polarity, SetValue, Value, Zone
from reconcile.values import key

__all__ = ["take_apart"]


def take_apart(items: Sequence[Qualified], origins: Mapping[str, Origin]) -> list[Qualified]:
    """The items with sets and lone values in the form that their cardinality is compared in."""
    match items[0].schema.cardinality:
        case "many":
            return [member for item in items for member in _members(item)]
        case "few":
            return _answers(items, origins)
    return list(items)


def _with_value(item: Qualified, value: Value) -> Qualified:
    return replace(item, claim=replace(item.claim, value=value))


def _members(item: Qualified) -> Iterable[Qualified]:
    value = item.claim.value
    if not isinstance(value, SetValue):
        yield item
        return
    for member in value.members:
        yield _with_value(item, member)
    closed = item.schema.closed if value.closed is None else value.closed
    if closed:
        yield _with_value(item, value.model_copy(update={"closed": True}))


def _answers(items: Sequence[Qualified], origins: Mapping[str, Origin]) -> list[Qualified]:
    """Lone affirmed values that one article gives for one origin, in one part of the page, as one set."""
    groups: dict[tuple[object, ...], list[Qualified]] = defaultdict(list)
    for item in items:
        groups[_slot(item, origins)].append(item)
    return [answer for group in groups.values() for answer in _answer(group)]


def _slot(item: Qualified, origins: Mapping[str, Origin]) -> tuple[object, ...]:
    claim = item.claim.claim
    lone = claim.polarity is Polarity.AFFIRM and not isinstance(item.claim.value, SetValue)
    origin = origins[claim.id].id if claim.id in origins else claim.id
    return (
        claim.article.id, origin, claim.certainty, claim.basis, claim.zone is Zone.BODY,
        repr(sorted(item.identity.items())), repr(sorted(item.parts.items())),
        repr(sorted(item.times.items())), "" if lone else claim.id,
    )  # fmt: skip


def _answer(group: Sequence[Qualified]) -> list[Qualified]:
    distinct = {key(item.claim.value): item.claim.value for item in group}
    if len(distinct) < 2:
        return list(group)
    together = SetValue(members=tuple(distinct.values()))
    return [_with_value(item, together) for item in group]
