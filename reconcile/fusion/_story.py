"""The story pass: the fused facts of an event meet across attributes, through exact arithmetic only.

Facts are few, blocks were many: nothing else reaches across blocks. The pass may add a DERIVED relation or a
warning; it withdraws a contradiction only where a sum over named facts resolves it, and says which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reconcile.fusion._links import Story
from reconcile.fusion._spans import days_and_duration, start_and_end, two_ends
from reconcile.fusion._sums import formulas, parts_and_total, totals_of_parts
from reconcile.model import Relation, Schema, Solved, StoryPass

__all__ = ["check"]

_ARITHMETIC = (days_and_duration, start_and_end, parts_and_total, formulas)
_RESOLVING = (two_ends, totals_of_parts)


def check(solved: Sequence[Solved], schemas: Sequence[Schema]) -> StoryPass:
    """All relations and withdrawals that arithmetic over the facts of each event gives."""
    events: dict[str, list[Solved]] = defaultdict(list)
    for item in sorted(solved, key=lambda item: item.block.id):
        events[item.block.event].append(item)
    stories = [Story(tuple(items), tuple(schemas)) for _, items in sorted(events.items())]
    pairs = [(item, story) for story in stories for item in story.solved]
    return StoryPass(
        relations=_distinct(r for item, story in pairs for sum_ in _ARITHMETIC for r in sum_(item, story)),
        withdrawn=tuple(w for item, story in pairs for sum_ in _RESOLVING for w in sum_(item, story)),
    )


def _distinct(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """One relation for two facts and one rule: links may be declared from both ends."""
    seen = {(relation.rule, *sorted((relation.left, relation.right))): relation for relation in relations}
    return tuple(seen[place] for place in sorted(seen))
