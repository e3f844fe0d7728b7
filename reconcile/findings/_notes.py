"""What fits but is worth a line: updates, corrections, differences, refinements, complements.

Relations between the same two sides give one finding, and what hangs together in a block gives one finding
a kind, so that a story of five articles has a page of them and not a book.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from reconcile.findings import _words as words
from reconcile.findings._finding import Draft, ordered
from reconcile.findings._sides import Edge, Side, Sides, components
from reconcile.model import FindingKind, Reading, RelationKind

__all__ = ["fulfilled", "notes"]

_KINDS: dict[RelationKind, FindingKind] = {
    RelationKind.CORRECTS: FindingKind.CORRECTION,
    RelationKind.SUPERSEDES: FindingKind.UPDATE,
    RelationKind.SCOPE_DIFFERS: FindingKind.DIFFERENCE,
    RelationKind.INCLUSION_DIFFERS: FindingKind.DIFFERENCE,
    RelationKind.MODALITY_DIFFERS: FindingKind.DIFFERENCE,
    RelationKind.WITHIN_BOUND: FindingKind.DIFFERENCE,
    RelationKind.APPROXIMATES: FindingKind.DIFFERENCE,
    RelationKind.REFINES: FindingKind.REFINEMENT,
    RelationKind.GENERALISES: FindingKind.REFINEMENT,
    RelationKind.COMPLEMENTS: FindingKind.COMPLEMENT,
    RelationKind.SUBSET: FindingKind.COMPLEMENT,
    RelationKind.SUPERSET: FindingKind.COMPLEMENT,
    RelationKind.OVERLAPS: FindingKind.COMPLEMENT,
}
_RANK = {relation: rank for rank, relation in enumerate(_KINDS)}
_VERBS = {
    RelationKind.SCOPE_DIFFERS: "speak of different parts",
    RelationKind.INCLUSION_DIFFERS: "do not count the same ones in",
    RelationKind.MODALITY_DIFFERS: "are not held equally firmly",
    RelationKind.WITHIN_BOUND: "fit within each other's bounds",
    RelationKind.APPROXIMATES: "are equal up to rounding",
    RelationKind.REFINES: "differ only in how exact they are",
    RelationKind.COMPLEMENTS: "complete each other",
}
#: What one page tells more and less exactly, or in parts, is its own business.
_BETWEEN_PAGES = frozenset({FindingKind.DIFFERENCE, FindingKind.REFINEMENT, FindingKind.COMPLEMENT})
_FORECASTS = frozenset({"forecast_outcome", "plan_report"})


def notes(sides: Sides, taken: Set[frozenset[str]], summed: Set[frozenset[str]]) -> Iterator[Draft]:
    """One finding for what hangs together, by kind and (for differences) by relation.

    ``taken`` are pairs that a graver finding has, ``summed`` those that a sum of the story pass completes.
    """
    groups: dict[tuple[FindingKind, RelationKind], list[Edge]] = defaultdict(list)
    for edge in _strongest(sides, taken):
        if edge.pair in summed and _KINDS[edge.relation.relation] is FindingKind.COMPLEMENT:
            continue
        groups[_place(edge)].append(edge)
    for (kind, relation), edges in sorted(groups.items(), key=lambda item: item[0]):
        for group in components(edges):
            yield _note(sides, kind, relation, group)


def _strongest(sides: Sides, taken: Set[frozenset[str]]) -> list[Edge]:
    """The one edge of every pair that says the most, without pairs that a graver finding has."""
    best: dict[frozenset[str], Edge] = {}
    for edge in sides.edges:
        if edge.left.id == edge.right.id or edge.pair in taken or not _worth(edge):
            continue
        known = best.get(edge.pair)
        if known is None or _RANK[edge.relation.relation] < _RANK[known.relation.relation]:
            best[edge.pair] = edge
    return list(best.values())


def _worth(edge: Edge) -> bool:
    """Whether a relation says more than that two things differ: no denials of another value, no strays."""
    relation = edge.relation
    if relation.relation not in _KINDS or edge.left.guest or edge.right.guest:
        return False
    if _KINDS[relation.relation] in _BETWEEN_PAGES and len({*edge.left.articles, *edge.right.articles}) < 2:
        return False
    if _KINDS[relation.relation] is FindingKind.COMPLEMENT and _own_member(edge):
        return False
    time = relation.evidence.time.details
    if relation.relation is RelationKind.SUPERSEDES:
        return not (time.get("left_lags") or time.get("right_lags"))
    if relation.relation is RelationKind.COMPLEMENTS:
        return relation.evidence.modality.outcome not in ("other_denied", "both_deny")
    return True


def _own_member(edge: Edge) -> bool:
    """Whether a list meets a member that all who tell the list tell as well."""
    left, right = set(edge.left.articles), set(edge.right.articles)
    lists = edge.relation.relation in (RelationKind.SUBSET, RelationKind.SUPERSET)
    return lists and (left <= right or right <= left)


def _place(edge: Edge) -> tuple[FindingKind, RelationKind]:
    """What is told together: differences by relation, the rest by kind."""
    relation = edge.relation.relation
    kind = _KINDS[relation]
    if kind is FindingKind.REFINEMENT:
        return kind, RelationKind.REFINES
    return kind, RelationKind.COMPLEMENTS if kind is FindingKind.COMPLEMENT else relation


def _note(sides: Sides, kind: FindingKind, relation: RelationKind, group: Sequence[Edge]) -> Draft:
    told = ordered({side.id: side for edge in group for side in (edge.left, edge.right)}.values())
    first = min(group, key=lambda edge: (edge.relation.left, edge.relation.right))
    if kind in (FindingKind.UPDATE, FindingKind.CORRECTION):
        told = _by_time(told, group)
        reason = words.chain(told, group)
    else:
        reason = words.beside(told, first.relation, _VERBS[relation])
    return Draft(kind, sides.solved, tuple(told), first.relation, reason)


def _by_time(sides: Sequence[Side], edges: Sequence[Edge]) -> list[Side]:
    """The oldest first: by what replaces what, then by when it was first told (undated last)."""
    newer, older = Counter(edge.left.id for edge in edges), Counter(edge.right.id for edge in edges)
    return sorted(sides, key=lambda s: (newer[s.id] - older[s.id], _first_told(s.readings), s.claims))


def _first_told(readings: Sequence[Reading]) -> str:
    """When something was first published, as a text that sorts; what has no date comes last."""
    known = [told.first.isoformat() for reading in readings for told in reading.told if told.first]
    return min(known, default="~")


def fulfilled(sides: Sides) -> Iterator[Draft]:
    """Forecasts and plans whose outcome was reported: an agreement and an update."""
    foretold = {
        frozenset((edge.relation.left, edge.relation.right)): edge
        for edge in sides.edges
        if edge.relation.evidence.modality.outcome in _FORECASTS
    }
    for side in sides.by_fact.values():
        told = (*side.readings, *_same_entity(side, sides))
        expected = [reading for reading in told if reading.firmness in ("hedged", "planned")]
        reported = [reading for reading in told if reading.firmness == "firm"]
        edges = [e for a in expected for b in reported if (e := foretold.get(frozenset((a.id, b.id))))]
        if edges:
            yield _outcome(sides, side, (expected, reported), edges[0])


def _same_entity(side: Side, sides: Sides) -> list[Reading]:
    """Readings that name the fact's person or body by a role alone: they report on it as well."""
    entity = getattr(side.value, "entity", None)
    names = side.fact.compatible if side.fact and entity else ()
    folded = [r for name in names if name in sides.by_reading for r in sides.by_reading[name].readings]
    return [reading for reading in folded if getattr(reading.value, "entity", None) == entity]


def _outcome(sides: Sides, side: Side, told: tuple[list[Reading], list[Reading]], edge: Edge) -> Draft:
    """The update from what was expected to what was reported, with one entry for each."""
    before, after = (Side(side.id, readings[0].value, tuple(readings)) for readings in told)
    return Draft(
        kind=FindingKind.UPDATE,
        solved=sides.solved,
        sides=(Side(side.id, side.value, (*before.readings, *after.readings), side.fact),),
        relation=edge.relation,
        reason=f"{after}: reported by {words.listed(after.outlets)}, "
        f"expected before by {words.listed(before.outlets)}.",
        values=(before.as_value(), after.as_value()),
    )
