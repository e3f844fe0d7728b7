"""Claims to blocks: the claims of one event on one attribute with one identity, folded into readings.

The block is the unit of work of every later stage. Qualifiers with the role ``identity`` (which thing, which
side) split it; a claim that leaves such a key out is a *guest* in every part it could belong to. Inside a
block, claims with equal canonical value, firmness, polarity, scope and qualifiers collapse into one reading,
so the hundredth copy of a wire story costs nothing in what follows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, Literal

from reconcile.blocking._members import take_apart
from reconcile.blocking._qualifiers import Qualified, asked, qualify
from reconcile.blocking._seats import seats
from reconcile.model import (
    Block,
    BooleanValue,
    Certainty,
    DurationValue,
    Origin,
    PlacedClaim,
    Polarity,
    QuantityValue,
    Reading,
    Schema,
    SetValue,
    Told,
    Value,
    content_id,
)
from reconcile.values import key

__all__ = ["Blocking", "block"]


@dataclass(frozen=True, slots=True)
class Blocking:
    """The blocks, in a stable order, and what lies in none of them."""

    blocks: tuple[Block, ...]
    not_compared: tuple[Mapping[str, Any], ...] = ()


def block(
    placed: Sequence[PlacedClaim], origins: Mapping[str, Origin], schemas: tuple[Schema, ...]
) -> Blocking:
    """Group placed claims into blocks of readings.

    Args:
        placed: claims whose event is known and whose values were read.
        origins: the independent witness behind each claim, by claim id.
        schemas: the attribute schemas; an attribute without one gets the defaults of its value's kind.
    """
    unread = [claim for claim in placed if claim.value.kind == "unread"]
    groups: dict[tuple[str, str], list[Qualified]] = defaultdict(list)
    ask = cache(partial(asked, schemas=schemas))  # thousands of claims have a few dozen attributes
    for claim in placed:
        if claim.value.kind != "unread":
            item = qualify(claim, ask)
            for told in (item, *seats(item, schemas)):
                groups[claim.event, told.attribute].append(told)
    lasting = _lasting(groups)
    blocks = [
        part
        for (event, attribute), items in sorted(groups.items(), key=lambda entry: entry[0])
        for part in _blocks(event, attribute, items, origins, lasting)
    ]
    return Blocking(tuple(blocks), tuple(_not_read(claim) for claim in unread))


def _not_read(claim: PlacedClaim) -> Mapping[str, Any]:
    reason = getattr(claim.value, "reason", None) or "its value could not be read"
    return {
        "claims": (claim.id,),
        "articles": (claim.article.id,),
        "attribute": claim.claim.attribute,
        "reason": reason,
    }


def _lasting(groups: Mapping[tuple[str, str], Sequence[Qualified]]) -> Mapping[tuple[str, str], float]:
    """The longest told duration in days, by event and attribute of the duration."""
    days: dict[tuple[str, str], float] = {}
    for place, items in groups.items():
        for item in items:
            value = item.claim.value
            if isinstance(value, DurationValue) and value.max and value.unit in _DAYS:
                days[place] = max(days.get(place, 0.0), value.max * _DAYS[value.unit])
    return days


_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}


def _blocks(
    event: str,
    attribute: str,
    items: Sequence[Qualified],
    origins: Mapping[str, Origin],
    lasting: Mapping[tuple[str, str], float],
) -> Iterable[Block]:
    schema = _settled(items)
    told = take_apart([_counted(replace(item, schema=schema)) for item in items], origins)
    duration = schema.derive.get("duration", "").replace("*", attribute.rpartition(".")[0])
    distinct = _identities(told)
    for identity in distinct:
        members = [item for item in told if item.identity.items() <= identity.items()]
        name = content_id(event, attribute, *(f"{k}={v}" for k, v in sorted(identity.items())))
        readings = _readings(name, identity, members, origins)
        lasts = lasting.get((event, duration))
        ambiguous = _ambiguous(identity, distinct, schema)
        yield Block(name, event, attribute, identity, schema, readings, lasts, ambiguous)


def _settled(items: Sequence[Qualified]) -> Schema:
    """The schema of a block; a quantity that nobody declared, and a state that is so or not so, move if any
    claim says when it held. What a list is of shows in the lone values beside it."""
    schema = next((item.schema for item in items if item.schema.kind is not None), items[0].schema)
    state = schema.kind == "boolean" and schema.varies == "no"
    if schema.varies is None or state:
        dated = any(item.claim.claim.as_of for item in items)
        return schema.model_copy(update={"varies": "freely" if dated else "no"})
    return schema


def _counted(item: Qualified) -> Qualified:
    """A stated none of something that is counted is its zero."""
    value = item.claim.value
    if item.schema.kind != "quantity" or not isinstance(value, SetValue) or value.members or not value.closed:
        return item
    return replace(item, claim=replace(item.claim, value=QuantityValue(value=0, raw=value.raw)))


def _identities(items: Sequence[Qualified]) -> list[Mapping[str, Any]]:
    """Every identity that claims of the group have, in a stable order."""
    distinct = {repr(sorted(item.identity.items())): item.identity for item in items}
    return [identity for _, identity in sorted(distinct.items())]


def _ambiguous(identity: Mapping[str, Any], distinct: Sequence[Mapping[str, Any]], schema: Schema) -> bool:
    """Whether the identity lacks a key of which the others tell two values or more, or that the attribute is
    never without: its path may name it (``delegation.<side>.head``)."""
    if any(name not in identity for keys in schema.sets.values() for name in keys):
        return True
    told: dict[str, set[str]] = defaultdict(set)
    for other in distinct:
        for name in other.keys() - identity.keys():
            told[name].add(repr(other[name]))
    return any(len(values) > 1 for values in told.values())


_FIRMNESS: Mapping[Certainty, Literal["firm", "hedged", "planned"]] = {
    Certainty.ASSERTED: "firm",
    Certainty.DENIED: "firm",
    Certainty.UNKNOWN: "firm",
    Certainty.PROBABLE: "hedged",
    Certainty.POSSIBLE: "hedged",
    Certainty.PLANNED: "planned",
}


def _firmness(claim: PlacedClaim) -> Literal["firm", "hedged", "planned", "implied"]:
    """How firmly a value is held; a member of a list may be held less firmly than the list."""
    if claim.claim.basis == "implied":
        return "implied"
    return _FIRMNESS[claim.value.certainty or claim.claim.certainty]


def _sense(claim: PlacedClaim) -> tuple[Value, Polarity]:
    """The value and the polarity that are meant: a boolean carries its truth in the value alone."""
    value, denies = claim.value, claim.claim.denies
    if isinstance(value, BooleanValue):
        truth = value.value and not denies
        return value.model_copy(update={"value": truth}), Polarity.AFFIRM
    return value, Polarity.NEGATE if denies else Polarity.AFFIRM


def _readings(
    block_id: str, identity: Mapping[str, Any], items: Sequence[Qualified], origins: Mapping[str, Origin]
) -> tuple[Reading, ...]:
    groups: dict[str, list[Qualified]] = defaultdict(list)
    for item in items:
        value, polarity = _sense(item.claim)
        claim = replace(item.claim, value=value)
        others = sorted(canonical(key(other)) for other in value.alternatives)
        sense = (key(value), others, _firmness(claim), polarity.value, claim.claim.as_of or "",
                 *(sorted(role.items()) for role in (item.parts, item.times, item.identity)))  # fmt: skip
        groups[canonical(sense)].append(replace(item, claim=claim))
    readings = (
        _reading(content_id(block_id, sense), identity, group, origins) for sense, group in groups.items()
    )
    return tuple(sorted(readings, key=lambda reading: reading.id))


def canonical(sense: Any) -> str:
    """A text that is equal for equal canonical forms, whatever the order inside their sets.

    >>> canonical(("a", frozenset({"c", "b"}))) == canonical(("a", frozenset({"b", "c"})))
    True
    """
    if isinstance(sense, frozenset):
        return "{" + ",".join(sorted(canonical(item) for item in sense)) + "}"
    if isinstance(sense, tuple | list):
        return "(" + ",".join(canonical(item) for item in sense) + ")"
    return repr(sense)


def _reading(
    name: str, identity: Mapping[str, Any], group: Sequence[Qualified], origins: Mapping[str, Origin]
) -> Reading:
    claims = {item.claim.id: item.claim for item in sorted(group, key=lambda item: item.claim.id)}
    first = group[0]
    return Reading(
        id=name,
        value=_fullest([claim.value for claim in claims.values()]),
        firmness=_firmness(first.claim),
        polarity=_sense(first.claim)[1],
        qualifiers=first.times,
        scope=first.parts,
        as_of=first.claim.claim.as_of,
        claims=tuple(claims.values()),
        told=_told(claims.values(), origins),
        guest=first.identity != identity,
    )


def _fullest(values: Sequence[Value]) -> Value:
    """The value with the most said about it (roles, aliases, words): the reading is shown by it."""
    return max(values, key=lambda value: (len(value.to_dict()), value.model_dump_json()))


def _told(claims: Iterable[PlacedClaim], origins: Mapping[str, Origin]) -> tuple[Told, ...]:
    """When each article told it, for each origin it had it from."""
    told = {}
    for claim in claims:
        article, when = claim.article, claim.article.instant
        origin = origins.get(claim.id) or Origin(article.label, article.label)
        told[article.id, origin.id] = Told(
            article.id, article.label, origin.id, when, when,
            origin.name, origin.stated, origin.kin, origin.interested,
        )  # fmt: skip
    return tuple(told[place] for place in sorted(told))
