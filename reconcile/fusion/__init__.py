"""Facts weighed by who stands behind them, first inside a block, then across the attributes of a story.

``fuse`` gives every fact of a block its value, its origins, its confidence and its status. ``story_pass``
lets the fused facts of an event meet across attributes through the ``derive`` links of the schemas.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import eq
from typing import TYPE_CHECKING, Any

from reconcile.fusion._ballot import ballots
from reconcile.fusion._calibration import Calibration, Reliability, fit, known, reliability
from reconcile.fusion._method import Method, Verdict
from reconcile.fusion._order import outdated
from reconcile.fusion._scorecard import Score, scorecard
from reconcile.fusion._status import status
from reconcile.fusion._story import check
from reconcile.fusion._trust import NOBODY, Trust, trusted
from reconcile.model import Block, Dispute, Fact, Relation, Schema, Solved, StoryPass, Withdrawal
from reconcile.registry import chosen

if TYPE_CHECKING:
    from reconcile.fusion._decision import Decision
    from reconcile.fusion._poll import Row

__all__ = [
    "Calibration", "Method", "Reliability", "Score", "Trust", "Verdict",
    "calibrate", "decide", "fuse", "reliability", "scorecard", "story_pass", "trusted",
]  # fmt: skip


def fuse(
    block: Block,
    facts: Sequence[Fact],
    disputes: Sequence[Dispute],
    relations: Sequence[Relation],
    articles: Sequence[str],
    *,
    method: str | Method = "origin_vote",
    trust: Trust = NOBODY,
) -> tuple[Fact, ...]:
    """Fill in what the clusters leave open: value, origins, confidence, status, rival, who is silent.

    Args:
        block: the block whose readings the facts are made of.
        facts: the clusters, in any order; the result keeps it.
        disputes: which of them exclude each other.
        relations: between the readings of the block; they say which fact is out of date.
        articles: ids of all articles of the event, for who says nothing here.
        method: the fusion method, by name (a file of this folder) or itself.
        trust: what the user thinks of outlets, in all or in some attributes.
    """
    cast = ballots(block, facts, disputes, relations)
    verdicts = _method(method).weigh(cast, trust)
    old = outdated(facts, relations)
    speaking = {told.article for reading in block.readings for told in reading.told}
    silent = tuple(sorted(set(articles) - speaking))
    return tuple(
        replace(
            ballot.fact,
            value=verdicts[ballot.fact.id].value,
            origins=verdicts[ballot.fact.id].origins,
            confidence=verdicts[ballot.fact.id].confidence,
            status=status(ballot, is_outdated=ballot.fact.id in old),
            runner_up=verdicts[ballot.fact.id].runner_up,
            share=verdicts[ballot.fact.id].share,
            margin=verdicts[ballot.fact.id].margin,
            why_not=verdicts[ballot.fact.id].why_not,
            silent=silent,
        )
        for ballot in cast
    )


def _method(method: str | Method) -> Method:
    found: Method = chosen("fusion", method, what="fusion method", has="weigh")
    return found


def decide(
    rows: Iterable[Row],
    *,
    kinds: Mapping[str, str] | None = None,
    broader: Mapping[Hashable, Collection[Hashable]] | None = None,
    origins: Mapping[str, str] | None = None,
    method: str | Method = "origin_vote",
    trust: Trust = NOBODY,
) -> Decision:
    """Fuse a table: what stands in every slot ``(object, attribute)``, how surely, and who is how often right.

    Args:
        rows: object, attribute, source, value and, at will, a time; a source's latest value counts, or without
            times its commonest one.
        kinds: what the values of an attribute are: ``text, time`` (in minutes)``, place, quantity`` or ``set``.
        broader: the places that hold a place, or the vaguer forms of a member of a set.
        origins: the group of sources that share a vote (``origins.copies`` learns them), by source.
        method: ``origin_vote``, or ``origin_accu`` where sources meet often enough to be known.
        trust: what the user thinks of sources.

    >>> found = decide([("f1", "gate", "a", "B2"), ("f1", "gate", "b", "B2"), ("f1", "gate", "c", "B3")])
    >>> found["f1", "gate"].value, found["f1", "gate"].why_not
    ('B2', '2 origins against 1')
    """
    from reconcile.fusion._poll import gather  # noqa: PLC0415  columns cost an import that few runs need

    return _method(method).decide(gather(rows, kinds or {}, broader or {}, origins or {}), trust)


def calibrate(
    verdicts: Mapping[Any, Verdict | Fact],
    gold: Mapping[Any, object],
    *,
    same: Callable[[Any, Any], bool] = eq,
) -> Calibration:
    """Fit confidences to facts of which the answer is known.

    Args:
        verdicts: what was decided, by slot (a ``Decision``), or the facts of a result, by id.
        gold: the right values of some of the slots.
        same: whether a value is the right one, where equality will not do.

    >>> found = decide([("f1", "gate", "a", "B2"), ("f1", "gate", "b", "B2")])
    >>> surer = calibrate(found, {("f1", "gate"): "B2"})
    >>> surer(found["f1", "gate"].confidence) > found["f1", "gate"].confidence
    True
    """
    return fit(known(verdicts, gold, same))


def story_pass(
    solved: Sequence[Solved],
    schemas: Sequence[Schema] = (),
    *,
    method: str | Method = "origin_vote",
    trust: Trust = NOBODY,
) -> StoryPass:
    """Let the fused facts of each event check each other: spans, ends, parts and totals, products, shares.

    Args:
        solved: the blocks of all events, fused.
        schemas: the attribute schemas, for links that name an alias (``_links.py`` lists the links).
        method: the fusion method that weighs the facts of a withdrawn dispute anew.
        trust: what the user thinks of outlets.
    """
    found = check(solved, schemas)
    relieved = (fact for item in solved for fact in _relieved(item, found.withdrawn, method, trust))
    return replace(found, facts=tuple(sorted(relieved, key=lambda fact: fact.id)))


def _relieved(
    solved: Solved, withdrawn: Sequence[Withdrawal], method: str | Method, trust: Trust
) -> Iterable[Fact]:
    """The facts of withdrawn disputes as they stand without them."""
    gone = {withdrawal.facts for withdrawal in withdrawn}
    kept = [dispute for dispute in solved.disputes if tuple(sorted(dispute.facts)) not in gone]
    if len(kept) == len(solved.disputes):
        return ()
    touched = {name for facts in gone for name in facts}
    silent = solved.facts[0].silent
    fused = fuse(solved.block, solved.facts, kept, solved.relations, silent, method=method, trust=trust)
    return [fact for fact in fused if fact.id in touched]
