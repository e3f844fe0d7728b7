"""Facts weighed by who stands behind them, first inside a block, then across the attributes of a story.

``fuse`` gives every fact of a block its value, its origins, its confidence and its status. ``story_pass``
lets the fused facts of an event meet across attributes through the ``derive`` links of the schemas.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.fusion._ballot import ballots
from reconcile.fusion._status import outdated, status
from reconcile.fusion._story import check
from reconcile.model import Block, Dispute, Fact, Relation, Schema, Solved, StoryPass, Withdrawal
from reconcile.registry import pick

__all__ = ["fuse", "story_pass"]


def fuse(
    block: Block,
    facts: Sequence[Fact],
    disputes: Sequence[Dispute],
    relations: Sequence[Relation],
    articles: Sequence[str],
    *,
    method: str = "origin_vote",
) -> tuple[Fact, ...]:
    """Fill in what the clusters leave open: value, origins, confidence, status, rival, who is silent.

    Args:
        block: the block whose readings the facts are made of.
        facts: the clusters, in any order; the result keeps it.
        disputes: which of them exclude each other.
        relations: between the readings of the block; they say which fact is out of date.
        articles: ids of all articles of the event, for who says nothing here.
        method: the fusion method by name, a file of this folder.
    """
    cast = ballots(block, facts, disputes)
    verdicts = pick("fusion", method, what="fusion method")(cast)
    old = outdated(facts, relations)
    speaking = {told.article for reading in block.readings for told in reading.told}
    silent = tuple(sorted(set(articles) - speaking))
    return tuple(
        replace(
            ballot.fact,
            value=verdicts[ballot.fact.id].value,
            origins=ballot.origins(),
            confidence=verdicts[ballot.fact.id].confidence,
            status=status(ballot, is_outdated=ballot.fact.id in old),
            runner_up=verdicts[ballot.fact.id].runner_up,
            silent=silent,
        )
        for ballot in cast
    )


def story_pass(
    solved: Sequence[Solved], schemas: Sequence[Schema] = (), *, method: str = "origin_vote"
) -> StoryPass:
    """Let the fused facts of each event check each other: spans, ends, parts and totals, products, shares.

    Args:
        solved: the blocks of all events, fused.
        schemas: the attribute schemas, for links that name an alias (``_links.py`` lists the links).
        method: the fusion method that weighs the facts of a withdrawn dispute anew.
    """
    found = check(solved, schemas)
    relieved = (fact for item in solved for fact in _relieved(item, found.withdrawn, method))
    return replace(found, facts=tuple(sorted(relieved, key=lambda fact: fact.id)))


def _relieved(solved: Solved, withdrawn: Sequence[Withdrawal], method: str) -> Iterable[Fact]:
    """The facts of withdrawn disputes as they stand without them."""
    gone = {withdrawal.facts for withdrawal in withdrawn}
    kept = [dispute for dispute in solved.disputes if tuple(sorted(dispute.facts)) not in gone]
    if len(kept) == len(solved.disputes):
        return ()
    touched = {name for facts in gone for name in facts}
    silent = solved.facts[0].silent
    fused = fuse(solved.block, solved.facts, kept, solved.relations, silent, method=method)
    return [fact for fact in fused if fact.id in touched]
