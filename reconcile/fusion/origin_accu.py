"""Who was right elsewhere is believed more here: for tables in which sources meet many times.

Accuracies and answers are estimated in turns (ACCU of Dong and others, on origins instead of sources): a source
is as accurate as its answers are likely, an answer as likely as its sources are accurate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp, log
from typing import TYPE_CHECKING

from reconcile.fusion._ballot import Ballot
from reconcile.fusion._method import Method, Verdict
from reconcile.fusion._trust import PRIOR, Trust
from reconcile.fusion._verdicts import verdict_of

if TYPE_CHECKING:
    from reconcile.fusion._decision import Decision
    from reconcile.fusion._poll import Poll

__all__ = ["origin_accu"]


def _weigh(ballots: Sequence[Ballot], trust: Trust) -> Mapping[str, Verdict]:
    """Every fact against its rivals and against what nobody said, in odds of its origins being right.

    A block is too small to learn from: accuracies are those that the user gave, else the default.
    """
    score = {ballot.fact.id: _score(ballot, trust) for ballot in ballots}
    found = {}
    for ballot in ballots:
        against = [score[rival] for rival in ballot.rivals]
        whole = 1 + sum(exp(s) for s in (score[ballot.fact.id], *against))
        found[ballot.fact.id] = verdict_of(ballot, score, exp(score[ballot.fact.id]) / whole)
    return found


def _score(ballot: Ballot, trust: Trust) -> float:
    """The summed log odds of its origins, each tempered by how firmly it tells it."""
    attribute = ballot.fact.attribute
    total = 0.0
    for name, weight in ballot.votes(Trust()).items():
        outlets = ballot.outlets(name)
        given = [a for outlet in outlets if (a := trust.given(outlet, attribute)) is not None]
        accuracy = max(given, default=PRIOR)
        total += weight * log(accuracy / (1 - accuracy))
    return total


def _decide(poll: Poll, trust: Trust) -> Decision:
    from reconcile.fusion import _columns  # noqa: PLC0415  columns cost an import that few runs need

    return _columns.decision(poll, trust, learn=True)


origin_accu = Method("origin_accu", _weigh, _decide)
