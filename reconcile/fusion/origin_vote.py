"""One vote an origin: the method whose every number can be said in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.fusion._ballot import Ballot, Verdict
from reconcile.fusion._specific import specificity
from reconcile.model import Value

__all__ = ["origin_vote"]

#: The doubt that is always left, in votes: what nobody in the story said.
DOUBT = 0.5
#: The most that one, two, or any number of origins can give.
CAPS: Mapping[int, float] = {0: 0.6, 1: 0.6, 2: 0.9}
CAP = 0.95


def origin_vote(ballots: Sequence[Ballot]) -> Mapping[str, Verdict]:
    """A fact's confidence is its share of the votes, half a vote of doubt included.

    One vote an origin, weighted by how firmly it is told; the votes of all rivals count against it. A
    single origin never gives more than 0.6 and a pair never more than 0.9. The value is the most specific
    wording that the fact's readings hold.

    >>> origin_vote([])
    {}
    """
    support = {ballot.fact.id: sum(ballot.votes().values()) for ballot in ballots}
    return {ballot.fact.id: _verdict(ballot, support) for ballot in ballots}


def _verdict(ballot: Ballot, support: Mapping[str, float]) -> Verdict:
    votes = support[ballot.fact.id]
    against = sum(support[rival] for rival in ballot.rivals)
    cap = CAPS.get(ballot.origins().min, CAP)
    confidence = min(cap, votes / (votes + against + DOUBT))
    second = max(ballot.rivals, key=lambda rival: (support[rival], rival), default=None)
    return Verdict(_value(ballot), round(confidence, 3), second)


def _value(ballot: Ballot) -> Value:
    """The most specific wording; among equally specific ones that of the most articles."""
    if not ballot.stating:
        return ballot.fact.value
    best = max(
        ballot.stating,
        key=lambda reading: (
            specificity(reading.value),
            len({told.article for told in reading.told}),
            reading.value.model_dump_json(),
        ),
    )
    return best.value
