"""What cannot hold together: contradictions, disagreements, and what rests on too little to be either."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.findings import _words as words
from reconcile.findings._finding import Draft, ordered
from reconcile.findings._hypotheses import hypotheses
from reconcile.findings._sides import Edge, Side, Sides, components
from reconcile.findings._support import Case
from reconcile.model import (
    Article,
    FactStatus,
    FindingKind,
    RelationKind,
    SetValue,
    Severity,
    StoryPass,
    TextValue,
    Value,
)
from reconcile.values import key, show

__all__ = ["Stage", "disagreements", "disputes", "unresolved"]

_PARTIAL = frozenset({RelationKind.SUBSET, RelationKind.SUPERSET, RelationKind.OVERLAPS})


@dataclass(frozen=True)
class Stage:
    """What all blocks have in common: the pages and the story pass."""

    story: StoryPass = field(default_factory=StoryPass)
    articles: Mapping[str, Article] = field(default_factory=dict)

    def withdrawn(self, facts: Sequence[str]) -> bool:
        return tuple(sorted(facts)) in {withdrawal.facts for withdrawal in self.story.withdrawn}


@dataclass(frozen=True, slots=True)
class _Clash:
    """One connected conflict of a block: its edges, and those among them that stand on firm ground."""

    edges: tuple[Edge, ...]

    @property
    def sides(self) -> list[Side]:
        return ordered({side.id: side for edge in self.edges for side in (edge.left, edge.right)}.values())

    @property
    def camps(self) -> list[list[Side]]:
        """The sides in groups that hold no conflict within: what is against what."""
        conflicts = {edge.pair for edge in self.edges}
        camps: list[list[Side]] = []
        for side in self.sides:
            free = (c for c in camps if not any(frozenset((side.id, s.id)) in conflicts for s in c))
            camp = next(free, None)
            camps.append([side]) if camp is None else camp.append(side)
        return camps

    @property
    def standing(self) -> list[Edge]:
        """Edges of which neither side rests on inferred anchors alone."""
        return [e for e in self.edges if not (e.left.inferred_alone or e.right.inferred_alone)]

    @property
    def kind(self) -> FindingKind:
        standing = {edge.relation.relation for edge in self.standing}
        if RelationKind.CONTRADICTS in standing:
            return FindingKind.CONTRADICTION
        return FindingKind.DISAGREEMENT if standing else FindingKind.UNRESOLVED


def _clashes(sides: Sides, stage: Stage) -> list[_Clash]:
    """The disputes of a block without sides that only captions tell, which may fall apart then."""
    found: list[_Clash] = []
    for dispute in sides.solved.disputes:
        if stage.withdrawn(dispute.facts):
            continue
        edges = [
            edge
            for edge in sides.opposing(dispute.facts, dispute.relations)
            if not (edge.left.caption_alone or edge.right.caption_alone)
        ]
        found.extend(_Clash(tuple(group)) for group in components(edges))
    return found


def disputes(blocks: Sequence[Sides], stage: Stage) -> Iterator[Draft]:
    """One finding a dispute, with one entry a fact, whatever the number of rivals or copies."""
    clashes = [(sides, clash) for sides in blocks for clash in _clashes(sides, stage)]
    cases = [(sides, _case(clash, stage)) for sides, clash in clashes]
    for (sides, clash), (_, case) in zip(clashes, cases, strict=True):
        block = sides.solved.block
        edge = _plainest(clash)
        elsewhere = [c for s, c in cases if c is not case
                     and (s.solved.block.event, s.solved.block.attribute) == (block.event, block.attribute)]  # fmt: skip
        contradiction = clash.kind is FindingKind.CONTRADICTION
        yield Draft(
            kind=clash.kind,
            solved=sides.solved,
            sides=tuple(clash.sides),
            relation=edge.relation,
            reason=_reason(clash, edge),
            takes_sides=True,
            hypotheses=hypotheses(case, sides.edges, elsewhere) if contradiction else (),
        )


def _case(clash: _Clash, stage: Stage) -> Case:
    conflicts = frozenset(edge.pair for edge in clash.edges)
    return Case(tuple(clash.sides), conflicts, stage.articles, stage.story.relations)


def _plainest(clash: _Clash) -> Edge:
    """The edge that stands for the dispute: the hardest relation, told by the most pages."""
    contradicts = RelationKind.CONTRADICTS
    return min(
        clash.standing or clash.edges,
        key=lambda edge: (
            edge.relation.relation is not contradicts,
            -len({*edge.left.articles, *edge.right.articles}),
            edge.relation.left,
            edge.relation.right,
        ),
    )


def _reason(clash: _Clash, edge: Edge) -> str:
    sentence = words.against(clash.camps, edge.relation)
    if clash.kind is not FindingKind.UNRESOLVED:
        return sentence
    loose = [side for side in clash.sides if side.inferred_alone]
    return f"{sentence} {words.listed(loose)} counts from a day that was inferred from the story."


def disagreements(sides: Sides, taken: set[frozenset[str]]) -> Iterator[Draft]:
    """Short lists that share some but not all members; rival codes short of exclusive; rules that warn."""
    edges = [
        e for e in sides.edges if e.left.id != e.right.id and e.pair not in taken and _pulls_apart(e, sides)
    ]
    for group in components(edges):
        told = ordered({side.id: side for edge in group for side in (edge.left, edge.right)}.values())
        taken |= {edge.pair for edge in group}
        shared = _shared([side.value for side in told])
        reason = words.against([[side] for side in told], group[0].relation)
        yield Draft(
            kind=FindingKind.DISAGREEMENT,
            solved=sides.solved,
            sides=tuple(told),
            relation=group[0].relation,
            reason=f"{words.listed(told)} have {words.listed(shared)} in common." if shared else reason,
            takes_sides=True,
        )


def _pulls_apart(edge: Edge, sides: Sides) -> bool:
    if edge.left.caption_alone or edge.right.caption_alone or edge.left.guest or edge.right.guest:
        return False
    schema, relation = sides.solved.block.schema, edge.relation
    if relation.relation in _PARTIAL:
        return schema.cardinality == "few"
    if relation.relation is not RelationKind.UNDECIDED:
        return False
    return relation.severity is Severity.WARNING or (
        schema.cardinality == "one" and _rival_codes(edge.left.value, edge.right.value) and _firm(edge)
    )


def _rival_codes(left: Value, right: Value) -> bool:
    return (
        isinstance(left, TextValue)
        and isinstance(right, TextValue)
        and None not in (left.code, right.code)
        and left.code != right.code
    )


def _firm(edge: Edge) -> bool:
    return edge.relation.evidence.modality.outcome == "asserted"


def _shared(values: Sequence[Value]) -> list[str]:
    """What all of several lists hold, by entity or by value, as the first of them prints it."""
    lists = [_members(value) for value in values]
    common = set(lists[0]).intersection(*lists[1:]) if lists else set()
    return [show(member) for name, member in lists[0].items() if name in common] if common else []


def _members(value: Value) -> dict[Hashable, Value]:
    members = value.members if isinstance(value, SetValue) else (value,)
    return {getattr(member, "entity", None) or key(member): member for member in members}


def unresolved(sides: Sides) -> Iterator[Draft]:
    """Values that cannot be placed beside values of other pages that can."""
    loose = [s for s in sides.by_fact.values() if s.fact and s.fact.status is FactStatus.UNRESOLVED]
    firm = [s for s in sides.by_fact.values() if s.fact and s.fact.status is not FactStatus.UNRESOLVED]
    pages = {page for side in loose for page in side.articles}
    if not loose or not any(set(side.articles) - pages for side in firm):
        return
    told = ordered(loose)
    why = words.listed(sorted({text for side in told if (text := _why(side.value))}))
    yield Draft(
        kind=FindingKind.UNRESOLVED,
        solved=sides.solved,
        sides=tuple(told),
        relation=None,
        reason=f"{words.listed(told)} cannot be placed{f': {why}' if why else ''}.",
        check="check.unplaced",
        takes_sides=True,
    )


def _why(value: Value) -> str:
    return getattr(value, "unresolved", None) or getattr(value, "reason", None) or ""
