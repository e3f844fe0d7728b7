"""Readings to facts: join only what agrees, never what conflicts; fold what is vaguer; gather disputes.

Agreement is not transitive. Readings join by EQUAL and EQUIVALENT alone, and a conflict between two readings
vetoes every join that would bring them together. A vaguer reading ("January") folds into the facts that it
fits when no two of them conflict, and is listed there as compatible; otherwise it stays a fact of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.clustering._components import Components
from reconcile.model import (
    Block,
    DateValue,
    Dispute,
    DurationValue,
    Fact,
    QuantityValue,
    Reading,
    Relation,
    RelationKind,
    Value,
    content_id,
)

__all__ = ["cluster"]

#: Relations in which one side is the vaguer one, and which side that is.
_VAGUER_SIDE = {RelationKind.REFINES: "right", RelationKind.GENERALISES: "left"}
_LOOSE = frozenset({RelationKind.WITHIN_BOUND, RelationKind.APPROXIMATES})


def cluster(block: Block, relations: Sequence[Relation]) -> tuple[tuple[Fact, ...], tuple[Dispute, ...]]:
    """The facts of one block and the disputes among them.

    Facts come with their readings, claims, articles and compatible readings; witnesses, confidence and status
    are for the fusion stage. The result does not depend on the order of the relations.
    """
    readings = {reading.id: reading for reading in block.readings}
    groups, vetoed = _join(block, relations)
    folded = _fold(groups, relations, readings)
    facts = _facts(block, groups, folded, vetoed)
    return facts, _disputes(facts, relations)


def _join(block: Block, relations: Sequence[Relation]) -> tuple[dict[str, str], Mapping[str, set[str]]]:
    """The group of every reading, and, by reading, the readings that a veto kept it apart from."""
    components = Components(reading.id for reading in block.readings)
    for relation in relations:
        if relation.relation.conflicts:
            components.forbid(relation.left, relation.right)
    vetoed: dict[str, set[str]] = defaultdict(set)
    for relation in sorted(relations, key=lambda r: (r.relation is not RelationKind.EQUAL, r.left, r.right)):
        if relation.relation.joins and not components.join(relation.left, relation.right):
            vetoed[relation.left].add(relation.right)
            vetoed[relation.right].add(relation.left)
    return components.groups(), vetoed


def _fold(
    groups: Mapping[str, str], relations: Sequence[Relation], readings: Mapping[str, Reading]
) -> Mapping[str, set[str]]:
    """By group that folds: the groups it folds into (the most exact ones, not those on the way)."""
    finer: dict[str, set[str]] = defaultdict(set)
    rivals: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        left, right = groups[relation.left], groups[relation.right]
        vague = _vaguer(relation, readings)
        if vague is not None and left != right:
            finer[groups[vague]].add(right if groups[vague] == left else left)
        if relation.relation.conflicts:
            rivals[left].add(right)
            rivals[right].add(left)
    known: dict[str, set[str]] = {}
    tops = {group: _tops(group, finer, frozenset(), known) for group in finer}
    return {
        group: exact
        for group, exact in tops.items()
        if exact and not any(rivals[one] & exact for one in exact) and not rivals[group] & exact
    }


def _tops(
    group: str, finer: Mapping[str, set[str]], path: frozenset[str], known: dict[str, set[str]]
) -> set[str]:
    """The most exact groups above one, following chains ("2026", "January", "5 January").

    What no circle lies above is kept in ``known``: it is the same on every way up.
    """
    if group in known:
        return known[group]
    ups = finer.get(group, set())
    above = ups - path
    tops = {top for up in above for top in (_tops(up, finer, path | {group}, known) or {up})}
    if above == ups <= known.keys():
        known[group] = tops
    return tops


def _vaguer(relation: Relation, readings: Mapping[str, Reading]) -> str | None:
    """The vaguer side of a relation, or ``None`` where none holds the other."""
    side = _VAGUER_SIDE.get(relation.relation)
    if side is not None:
        return relation.left if side == "left" else relation.right
    if relation.relation not in _LOOSE:
        return None
    left, right = (_width(readings[name]) for name in (relation.left, relation.right))
    if left == right:
        return None
    loose, exact = (relation.left, relation.right) if left > right else (relation.right, relation.left)
    if relation.relation is RelationKind.WITHIN_BOUND and not _holds(
        readings[loose].value, readings[exact].value
    ):
        return None
    return loose


def _holds(loose: Value, exact: Value) -> bool:
    """Whether a bound admits a figure by its numbers, not only because its words are vague."""
    if not isinstance(loose, QuantityValue | DurationValue) or not isinstance(
        exact, QuantityValue | DurationValue
    ):
        return True
    low = loose.min is None or (exact.min is not None and exact.min >= loose.min)
    return low and (loose.max is None or (exact.max is not None and exact.max <= loose.max))


def _width(reading: Reading) -> float:
    """How loosely a value is told: open bounds above vague words above approximations above a plain figure."""
    value = reading.value
    if isinstance(value, DateValue):
        return 1.0 if value.approx or value.modifier else 0.0
    low, high = getattr(value, "min", None), getattr(value, "max", None)
    open_end = 4.0 if low is None or high is None else 2.0 if low != high else 0.0
    vague = 2.0 if getattr(value, "vague", False) else 0.0
    rounder = _zeros(value) / 100 if isinstance(value, QuantityValue) else 0.0
    return open_end + vague + (1.0 if value.approx else 0.0) + rounder


def _zeros(value: QuantityValue) -> int:
    """Trailing zeros of a whole figure: the more, the rounder."""
    if value.min is None or value.min != int(value.min) or value.min == 0:
        return 0
    digits = str(abs(int(value.min)))
    return len(digits) - len(digits.rstrip("0"))


def _facts(
    block: Block, groups: Mapping[str, str], folded: Mapping[str, set[str]], vetoed: Mapping[str, set[str]]
) -> tuple[Fact, ...]:
    members: dict[str, list[Reading]] = defaultdict(list)
    for reading in block.readings:
        members[groups[reading.id]].append(reading)
    names = {group: content_id(block.id, *sorted(r.id for r in rs)) for group, rs in members.items()}
    loose: dict[str, list[str]] = defaultdict(list)
    for group, tops in folded.items():
        for top in tops:
            loose[top] += (reading.id for reading in members[group])
    own = {group: rs for group, rs in members.items() if group not in folded and not all(r.guest for r in rs)}
    facts = []
    for group, readings in own.items():
        apart = {
            names[groups[other]] for r in readings for other in vetoed.get(r.id, ()) if groups[other] in own
        }
        facts.append(_fact(block, names[group], readings, tuple(sorted(loose[group])), tuple(sorted(apart))))
    return tuple(sorted(facts, key=lambda fact: fact.id))


def _fact(
    block: Block,
    name: str,
    readings: Sequence[Reading],
    compatible: tuple[str, ...],
    ambiguous: tuple[str, ...],
) -> Fact:
    shared = dict(block.identity)
    for role in ("scope", "qualifiers"):
        first = getattr(readings[0], role)
        shared |= {k: v for k, v in first.items() if all(getattr(r, role).get(k) == v for r in readings)}
    claims = {claim.id: claim.article.id for reading in readings for claim in reading.claims}
    return Fact(
        id=name,
        event=block.event,
        attribute=block.attribute,
        qualifiers=shared,
        value=readings[0].value,
        readings=tuple(sorted(reading.id for reading in readings)),
        claims=tuple(sorted(claims)),
        articles=tuple(sorted(set(claims.values()))),
        compatible=compatible,
        ambiguous=ambiguous,
    )


def _disputes(facts: Sequence[Fact], relations: Sequence[Relation]) -> tuple[Dispute, ...]:
    """Connected components of conflicts among facts; a folded reading speaks for the facts that hold it."""
    holders: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for reading in (*fact.readings, *fact.compatible):
            holders[reading].add(fact.id)
    components = Components(fact.id for fact in facts)
    links: list[tuple[str, Relation]] = []
    for relation in relations:
        if relation.relation.conflicts:
            for left in holders[relation.left]:
                for right in holders[relation.right] - {left}:
                    components.join(left, right)
                    links.append((left, relation))
    groups = components.groups()
    sides: dict[str, set[str]] = defaultdict(set)
    for name, group in groups.items():
        sides[group].add(name)
    inside: dict[str, dict[int, Relation]] = defaultdict(dict)
    for name, relation in links:
        inside[groups[name]][id(relation)] = relation
    disputes = [
        Dispute(tuple(sorted(sides[group])), tuple(sorted(found.values(), key=lambda r: (r.left, r.right))))
        for group, found in inside.items()
    ]
    return tuple(sorted(disputes, key=lambda dispute: dispute.facts))
