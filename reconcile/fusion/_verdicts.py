"""The verdict on one fact of a block: its fullest wording, its votes and the rival that comes closest."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.fusion._ballot import Ballot
from reconcile.fusion._confidence import capped
from reconcile.fusion._method import Verdict
from reconcile.fusion._specific import specificity
from reconcile.model import Value

__all__ = ["verdict_of"]


def verdict_of(ballot: Ballot, support: Mapping[str, float], confidence: float) -> Verdict:
    """A fact's verdict.

    Args:
        ballot: the fact with what stands behind it.
        support: the votes of every fact of the block.
        confidence: how likely it is before its few origins hold that down.
    """
    votes = support[ballot.fact.id]
    against = sum(support[rival] for rival in ballot.rivals)
    second = max(ballot.rivals, key=lambda rival: (support[rival], rival), default=None)
    origins = ballot.origins()
    other = 0.0 if second is None else support[second]
    return Verdict(
        value=_value(ballot),
        confidence=round(capped(confidence, origins.min), 3),
        share=round(votes / (votes + against), 3) if votes + against else 0.0,
        margin=round(votes - other, 3),
        origins=origins,
        runner_up=second,
        why_not="" if second is None else _why(votes, other),
        resolved=second is None or votes > other,
    )


def _why(votes: float, against: float) -> str:
    """Who has more votes, said from the side of the fact."""
    if votes < against:
        return f"it has {_votes(votes)}, its rival {against:.3g}"
    if votes == against:
        return f"{_votes(votes)} on each side: both are kept"
    return f"{_votes(votes)} against {against:.3g}"


def _votes(number: float) -> str:
    return f"{number:.3g} vote{'' if number == 1 else 's'}"


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
