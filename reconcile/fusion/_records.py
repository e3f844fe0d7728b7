"""How often every origin is right: one figure an origin, leaned on in each attribute."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.fusion._decision import Record
from reconcile.fusion._poll import Floats, Ints, Poll
from reconcile.fusion._trust import PRIOR, STRENGTH, Trust

__all__ = ["Standing", "standing"]

#: No record is so good or so bad that the next claim could not be otherwise.
LEAST, MOST = 0.02, 0.99


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Who speaks in which attribute, and what the user gave for that (nan: nothing)."""

    poll: Poll
    given: Floats

    def prior(self, origin: Ints, attribute: Ints) -> Floats:
        """What is believed of every vote before anything is learnt."""
        given = self.given[origin, attribute]
        return np.where(np.isnan(given), PRIOR, given)

    def learn(self, origin: Ints, attribute: Ints, right: Floats) -> tuple[Floats, Floats]:
        """How often each origin is right, and how far each vote is to be believed.

        In one attribute an origin is judged by what it says there *and* by its whole record, which counts as
        much: what it says where all are easily right is what unmasks it where a copied majority is wrong.
        """
        size, width = self.given.shape
        told = np.bincount(origin, minlength=size)
        whole = _bounded((np.bincount(origin, right, size) + PRIOR * STRENGTH) / (told + STRENGTH))
        cell = origin * width + attribute
        here = np.bincount(cell, minlength=size * width)
        weight = np.repeat(told + STRENGTH, width)
        part = (np.bincount(cell, right, size * width) + np.repeat(whole, width) * weight) / (here + weight)
        given = self.given[origin, attribute]
        return whole, np.where(np.isnan(given), _bounded(part)[cell], given)

    def records(self, learnt: Floats, counts: Ints) -> dict[str, Record]:
        """Learnt and given figures side by side."""
        given = np.fmax.reduce(self.given, axis=1, initial=np.nan)
        return {
            name: Record(members, int(counts[at]), _known(learnt[at]), _known(given[at]))
            for at, (name, members) in enumerate(zip(self.poll.origins, self.poll.members, strict=True))
        }


def standing(poll: Poll, trust: Trust) -> Standing:
    """The standing of a poll's origins; of several sources in one origin the best one speaks for it."""
    given = np.full((len(poll.origins), len(poll.attributes)), np.nan)
    named = {name if isinstance(name, str) else name[0] for name in trust.priors}
    for at, members in enumerate(poll.members):
        for source in named.intersection((poll.origins[at], *members)):
            for column, attribute in enumerate(poll.attributes):
                accuracy = trust.given(source, attribute)
                if accuracy is not None:
                    given[at, column] = np.fmax(given[at, column], accuracy)
    return Standing(poll, given)


def _bounded(share: Floats) -> Floats:
    return np.clip(share, LEAST, MOST)


def _known(figure: float) -> float | None:
    return None if np.isnan(figure) else round(float(figure), 4)
