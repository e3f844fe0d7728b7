"""Numbers: the weighted median, which one absurd figure cannot move.

Distances are ratios (of 10 and 20 as of 10 million and 20 million); how wrong one figure can make its source is
capped, so that a slip of the keyboard does not weigh more than ten honest errors.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reconcile.fusion._confidence import capped, why_not
from reconcile.fusion._method import Verdict
from reconcile.fusion._poll import Floats, Ints, Poll
from reconcile.fusion._records import Standing
from reconcile.fusion._trust import PRIOR
from reconcile.model import Origins

__all__ = ["decide"]

ROUNDS = 10
#: The least that a vote weighs: a source that is mostly wrong still tells something where nobody else does.
LEAST = 0.05
#: Figures within one percent tell the same.
SAME = 0.01


def decide(poll: Poll, who: Standing, *, learn: bool) -> tuple[Callable[[int], Verdict], Floats]:
    """The verdicts of the slots with numbers, and the learnt accuracy of every origin."""
    attribute = poll.slot_attribute[poll.vote_slot]
    at = np.isin(attribute, [n for n, kind in enumerate(poll.kinds) if kind.form == "median"])
    slot, origin, option, attribute = (
        column[at] for column in (poll.vote_slot, poll.vote_origin, poll.vote_option, attribute)
    )
    number = np.array([float(poll.options[n]) for n in option.tolist()])
    cap = np.array([kind.cap or 1.0 for kind in poll.kinds])[attribute]
    belief = who.prior(origin, attribute)
    accuracy = np.full(len(poll.origins), PRIOR)
    for _ in range(ROUNDS if learn else 0):
        middle = _median(slot, number, _weight(belief), len(poll.slots))
        wrong = np.minimum(np.abs(_scaled(number) - _scaled(middle[slot])), cap) / cap
        accuracy, belief = who.learn(origin, attribute, 1 - wrong)
    weight = _weight(belief)
    middle = _median(slot, number, weight, len(poll.slots))
    sources = poll.option_sources[option]
    order = np.argsort(slot, kind="stable")
    starts = np.searchsorted(slot[order], np.arange(len(poll.slots) + 1))

    def answer(place: int) -> Verdict:
        here = order[starts[place] : starts[place + 1]]
        return _verdict(number[here], weight[here], sources[here], float(middle[place]), learn=learn)

    return answer, accuracy


def _weight(belief: Floats) -> Floats:
    return np.maximum(np.log(belief / (1 - belief)), LEAST)


def _scaled(number: Floats) -> Floats:
    """Numbers on a scale of ratios, which nought and what is below it are on as well."""
    return np.arcsinh(number)


def _median(slot: Ints, number: Floats, weight: Floats, slots: int) -> Floats:
    """The number of every slot at which half of the weight is reached."""
    middle = np.full(slots, np.nan)
    if not len(slot):
        return middle
    order = np.lexsort((number, slot))
    s, total = slot[order], np.cumsum(weight[order])
    ends = np.append(np.flatnonzero(s[1:] != s[:-1]), len(s) - 1)
    before = np.append(0.0, total[ends[:-1]])
    half = before + (total[ends] - before) / 2
    at = np.minimum(np.searchsorted(total, half * (1 - 1e-12)), len(s) - 1)
    middle[s[ends]] = number[order][at]
    return middle


def _verdict(numbers: Floats, weights: Floats, sources: Ints, middle: float, *, learn: bool) -> Verdict:
    """The median with what lies within a percent of it behind it; the heaviest other figure is the runner-up."""
    if not len(numbers):
        return Verdict(None, 0.0, 0.0, resolved=False)
    near = np.abs(_scaled(numbers) - np.arcsinh(middle)) <= SAME
    others = sorted({float(number) for number in numbers[~near]})
    rival = max(others, key=lambda n: (float(weights[numbers == n].sum()), -n), default=None)
    votes, against = int(near.sum()), 0 if rival is None else int((numbers == rival).sum())
    whole = float(weights.sum())
    confidence = float(weights[near].sum()) / (whole + 0.5 * float(weights.mean()))
    tied = rival is not None and abs(float(weights[near].sum() - weights[numbers == rival].sum())) < 1e-9
    return Verdict(
        value=int(middle) if middle == int(middle) else middle,
        confidence=round(capped(confidence, votes), 4),
        share=round(votes / len(numbers), 4),
        margin=float(votes - against),
        origins=Origins(votes, int(np.unique(np.stack([numbers[near], sources[near]]), axis=1)[1].sum()), ()),
        runner_up=rival,
        why_not="" if rival is None else why_not(votes, against, learnt=learn, tied=tied),
        resolved=not tied,
    )
