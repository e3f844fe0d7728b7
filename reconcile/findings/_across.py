"""What the story pass found between facts of different attributes: sums that fit, and sums that do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.findings import _words as words
from reconcile.findings._finding import Draft, ordered
from reconcile.findings._sides import Side, Sides
from reconcile.model import FindingKind, Relation, RelationKind, StoryPass

__all__ = ["across"]


def across(blocks: Sequence[Sides], story: StoryPass) -> Iterator[Draft]:
    """One finding for everything that follows from, or opposes, one fact by one rule; and what was withdrawn."""
    places = {name: (sides, side) for sides in blocks for name, side in sides.by_fact.items()}
    groups: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in story.relations:
        if relation.left in places and relation.right in places:
            groups[relation.left, relation.rule, relation.reason].append(relation)
    for _, relations in sorted(groups.items()):
        draft = _sum(places, relations)
        pages = {article for side in draft.sides for article in side.articles}
        if len(pages) > 1 or draft.kind is FindingKind.DISAGREEMENT:
            yield draft
    yield from _withdrawn(places, story)


def _sum(places: Mapping[str, tuple[Sides, Side]], relations: Sequence[Relation]) -> Draft:
    sides, whole = places[relations[0].left]
    parts = ordered(places[relation.right][1] for relation in relations)
    fits = relations[0].relation is RelationKind.DERIVED
    reason = f"{words.listed([whole, *parts])}: {relations[0].reason}."
    return Draft(
        kind=FindingKind.COMPLEMENT if fits else FindingKind.DISAGREEMENT,
        solved=sides.solved,
        sides=(whole, *parts),
        relation=relations[0],
        reason=reason,
    )


def _withdrawn(places: Mapping[str, tuple[Sides, Side]], story: StoryPass) -> Iterator[Draft]:
    """Conflicts that a sum over named facts resolves, shown with the sum."""
    for withdrawal in story.withdrawn:
        known = [places[name] for name in withdrawal.facts if name in places]
        if len(known) < 2:
            continue
        solved, told = known[0][0].solved, ordered(side for _, side in known)
        conflict = next((r for d in solved.disputes if tuple(sorted(d.facts)) == withdrawal.facts
                         for r in d.relations), None)  # fmt: skip
        relation = conflict and replace(conflict, severity=None)
        complete = withdrawal.relation is RelationKind.COMPLEMENTS
        yield Draft(
            kind=FindingKind.COMPLEMENT if complete else FindingKind.DIFFERENCE,
            solved=solved,
            sides=tuple(told),
            relation=relation,
            reason=f"{words.listed(told)} do not exclude each other: {withdrawal.reason}.",
            check="check.withdrawn",
            meaning=withdrawal.relation,
        )
