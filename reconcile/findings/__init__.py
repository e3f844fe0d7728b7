"""Findings: what a reader should see, said once, the gravest first.

One dispute is one finding, with one entry a fact, whatever the number of rivals or copies. What fits is told
in as few lines as it takes. A caption alone is no side of a contradiction, and a date that was only inferred
from its story opposes nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from reconcile.findings._across import across
from reconcile.findings._disputes import Stage, disagreements, disputes, unresolved
from reconcile.findings._finding import Draft, finish
from reconcile.findings._notes import fulfilled, notes
from reconcile.findings._sides import Sides
from reconcile.findings._standing import standings
from reconcile.model import Article, Finding, PlacedClaim, RelationKind, Severity, Solved, StoryPass

__all__ = ["find"]

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


def find(
    solved: Sequence[Solved],
    story: StoryPass | None = None,
    placed: Sequence[PlacedClaim] = (),
    articles: Sequence[Article] = (),
) -> tuple[Finding, ...]:
    """All findings of a run: errors, warnings, infos; then by event and attribute.

    Args:
        solved: the blocks with their relations, facts and disputes.
        story: what the facts say about each other across attributes.
        placed: all claims; their articles tell what ``articles`` leaves out.
        articles: the articles with their dates of publication.

    >>> find([])
    ()
    """
    pages = {article.id: article for article in (*(claim.article for claim in placed), *articles)}
    stage = Stage(story or StoryPass(), pages)
    blocks = [Sides(one) for one in sorted(solved, key=lambda one: one.block.id)]
    found = {finding.id: finding for finding in map(finish, _drafts(blocks, stage))}
    return tuple(
        sorted(found.values(), key=lambda f: (_RANK[f.severity], f.event, f.attribute, f.kind, f.id))
    )


def _drafts(blocks: Sequence[Sides], stage: Stage) -> Iterator[Draft]:
    yield from disputes(blocks, stage)
    yield from across(blocks, stage.story)
    summed = {
        frozenset(two) for group in _summed(blocks, stage.story) for two in combinations(sorted(group), 2)
    }
    for sides in blocks:
        taken = {edge.pair for edge in sides.edges if edge.relation.relation.conflicts}
        yield from disagreements(sides, taken)
        yield from unresolved(sides)
        yield from fulfilled(sides)
        yield from standings(sides)
        yield from notes(sides, taken, summed)


def _summed(blocks: Sequence[Sides], story: StoryPass) -> list[set[str]]:
    """Facts, and the readings folded into them, that one sum of the story pass holds together."""
    folded = {fact.id: fact.compatible for sides in blocks for fact in sides.solved.facts}
    groups: dict[tuple[str, str], set[str]] = {}
    for relation in story.relations:
        if relation.relation is RelationKind.DERIVED:
            group = groups.setdefault((relation.left, relation.rule), {relation.left})
            group |= {relation.right, *folded.get(relation.right, ())}
    return list(groups.values())
