"""One vote an origin: the method whose every number can be said in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reconcile.fusion._ballot import Ballot
from reconcile.fusion._confidence import DOUBT
from reconcile.fusion._method import Method, Verdict
from reconcile.fusion._trust import Trust
from reconcile.fusion._verdicts import verdict_of

if TYPE_CHECKING:
    from reconcile.fusion._decision import Decision
    from reconcile.fusion._poll import Poll

__all__ = ["origin_vote"]


def _weigh(ballots: Sequence[Ballot], trust: Trust) -> Mapping[str, Verdict]:
    """A fact's confidence is its share of the votes, half a vote of doubt included.

    One vote an origin, weighted by how firmly it is told, by what the user thinks of who tells it and by what
    relays lose; the votes of all rivals count against it. A single origin never gives more than 0.6 and a pair
    never more than 0.9. The value is the most specific wording that the fact's readings hold.

    >>> origin_vote.weigh([], Trust())
    {}
    """
    support = {ballot.fact.id: sum(ballot.votes(trust).values()) for ballot in ballots}
    return {ballot.fact.id: _verdict(ballot, support) for ballot in ballots}


def _verdict(ballot: Ballot, support: Mapping[str, float]) -> Verdict:
    votes = support[ballot.fact.id]
    against = sum(support[rival] for rival in ballot.rivals)
    return verdict_of(ballot, support, votes / (votes + against + DOUBT))


def _decide(poll: Poll, trust: Trust) -> Decision:
    from reconcile.fusion import _columns  # noqa: PLC0415  columns cost an import that few runs need

    return _columns.decision(poll, trust, learn=False)


origin_vote = Method("origin_vote", _weigh, _decide)
