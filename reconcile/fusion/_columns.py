"""A poll decided, kind by kind: choices, numbers and lists each have their own arithmetic and one kind of verdict."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reconcile.fusion import _choices, _lists, _numbers
from reconcile.fusion._decision import Decision
from reconcile.fusion._method import Verdict
from reconcile.fusion._poll import Poll
from reconcile.fusion._records import standing
from reconcile.fusion._trust import Trust

__all__ = ["decision"]

#: The parts of a poll by the form of their kinds.
_FORMS: dict[str, Callable[..., tuple[Callable[[int], Verdict], np.ndarray]]] = {
    "choice": _choices.decide,
    "median": _numbers.decide,
    "members": _lists.decide,
}


def decision(poll: Poll, trust: Trust, *, learn: bool) -> Decision:
    """The verdict of every slot.

    Args:
        poll: the votes.
        trust: what the user gave for sources.
        learn: whether accuracies are learnt; otherwise an origin has one vote, by what was given for it.
    """
    forms = [kind.form for kind in poll.kinds]
    who = standing(poll, trust)
    parts = {form: _FORMS[form](poll, who, learn=learn) for form in sorted(set(forms))}
    attribute = poll.slot_attribute.tolist()

    def answer(slot: int) -> Verdict:
        return parts[forms[attribute[slot]]][0](slot)

    counts = np.bincount(poll.vote_origin, minlength=len(poll.origins))
    learnt = np.full(len(poll.origins), np.nan)
    for _, figures in parts.values():
        learnt = np.where(np.isnan(learnt), figures, learnt)
    if not learn:
        learnt[:] = np.nan
    return Decision(poll.slots, answer, who.records(learnt, counts))
