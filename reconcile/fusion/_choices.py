"""One of the told answers: the likeliest one, as specific as is not out-voted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reconcile.fusion._confidence import capped, why_not
from reconcile.fusion._method import Verdict
from reconcile.fusion._poll import Floats, Ints, Poll
from reconcile.fusion._records import Standing
from reconcile.fusion._slots import Race, best, race_of, softmax, supported
from reconcile.fusion._trust import PRIOR
from reconcile.model import Origins

__all__ = ["CAUTION", "decide"]

#: Rounds of estimating answers and accuracies in turns; nothing moves after ten.
ROUNDS = 20
#: How much of the support of a general answer a more specific one needs, to be chosen instead of it.
CAUTION = 0.65
#: Origins err together more often than their records say: odds of an answer are taken to this root in the end.
TEMPER = 1.5
#: The doubt that is always left, in votes.
DOUBT = 0.5


def decide(poll: Poll, who: Standing, *, learn: bool) -> tuple[Callable[[int], Verdict], Floats]:
    """The verdicts of the slots with one answer, and the learnt accuracy of every origin."""
    race = race_of(poll)
    attribute = poll.slot_attribute[poll.vote_slot]
    at = np.isin(attribute, [n for n, kind in enumerate(poll.kinds) if kind.form == "choice"])
    weigh = _learn if learn else _count
    support, likely, fitting, accuracy = weigh(race, who, attribute[at])
    tally = _Tally(poll, race, support, likely, fitting, learn=learn)
    return tally.verdict, accuracy


def _learn(race: Race, who: Standing, attribute: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """Answers and accuracies in turns. A claim is right where the answer is the claimed one or one that it fits."""
    belief = who.prior(race.origin, attribute)
    chance = np.log(race.rivals[race.option])
    accuracy = np.full(len(who.poll.origins), PRIOR)
    likely = own = score = np.zeros(len(race.slot))
    for _ in range(ROUNDS):
        own, score = supported(race, np.log(belief / (1 - belief)) + chance)
        likely = softmax(race, score)
        accuracy, belief = who.learn(race.origin, attribute, _fitting(race, likely)[race.option])
    return own, likely, np.minimum(_fitting(race, softmax(race, score / TEMPER)), 1.0), accuracy


def _fitting(race: Race, likely: Floats) -> Floats:
    """How likely it is that every option is the answer, or holds it."""
    held: Floats = likely + np.bincount(race.givers, likely[race.takers], len(race.slot))
    return held


def _count(race: Race, who: Standing, attribute: Ints) -> tuple[Floats, Floats, Floats, Floats]:
    """One vote an origin, by what was given for it; half a vote of doubt is always left."""
    weight = np.maximum(0.0, (who.prior(race.origin, attribute) - 0.5) / (PRIOR - 0.5))
    own, with_help = supported(race, weight)
    whole = np.bincount(race.slot, own, race.slots)[race.slot] + DOUBT
    return own, with_help / whole, with_help / whole, np.full(len(who.poll.origins), np.nan)


@dataclass(frozen=True, eq=False)
class _Tally:
    """What is known of every option, from which one verdict at a time is made."""

    poll: Poll
    race: Race
    support: Floats
    likely: Floats
    fitting: Floats
    learn: bool

    @cached_property
    def _chosen(self) -> Ints:
        live = np.where(self.race.live, self.likely, -1.0)
        chosen = best(self.race.slot, self.race.slots, np.round(live, 9).astype(np.float64), self.support)
        return self._cautious(chosen)

    def _cautious(self, chosen: Ints) -> Ints:
        """Answers taken back to a more general one where the specific one has too little of its support."""
        for option in sorted(self._above, key=lambda at: self.fitting[at]):
            below = self._above[option]
            at = chosen[self.race.slot[option]]
            if at in below and self.fitting[at] < CAUTION * self.fitting[option]:
                chosen[self.race.slot[option]] = option
        return chosen

    @cached_property
    def _above(self) -> dict[int, set[int]]:
        """The options that a general one holds (numbers within tolerance hold each other: none)."""
        numeric = np.array([kind.numeric for kind in self.poll.kinds], bool)
        held: dict[int, set[int]] = {}
        for up, down in zip(self.race.givers.tolist(), self.race.takers.tolist(), strict=True):
            if not numeric[self.poll.slot_attribute[self.race.slot[up]]]:
                held.setdefault(up, set()).add(down)
        return held

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = np.searchsorted(self.race.slot, np.arange(self.race.slots + 1)).tolist()
        return starts

    @cached_property
    def _helpers(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for up, down in zip(self.race.givers.tolist(), self.race.takers.tolist(), strict=True):
            found.setdefault(down, []).append(up)
        return found

    @cached_property
    def _votes(self) -> list[int]:
        counts: list[int] = np.bincount(self.race.option, minlength=len(self.race.slot)).tolist()
        return counts

    @cached_property
    def _sources(self) -> list[int]:
        counts: list[int] = self.poll.option_sources.tolist()
        return counts

    def verdict(self, slot: int) -> Verdict:
        at = int(self._chosen[slot])
        if at < 0:
            return Verdict(None, 0.0, 0.0, resolved=False)
        rivals = self._rivals(slot, at)
        second = max(
            rivals, key=lambda other: (self.likely[other], self.support[other], -other), default=None
        )
        votes, against = self._backing(at), 0 if second is None else self._backing(second)
        tied = second is not None and self._tied(at, second)
        whole = sum(self._votes[self._starts[slot] : self._starts[slot + 1]])
        confidence = float(self.fitting[at])
        return Verdict(
            value=self.poll.options[at],
            confidence=round(confidence if self.learn else capped(confidence, votes), 4),
            share=round(votes / whole, 4),
            margin=float(votes - against),
            origins=Origins(votes, self._backing(at, sources=True), ()),
            runner_up=None if second is None else self.poll.options[second],
            why_not="" if second is None else why_not(votes, against, learnt=self.learn, tied=tied),
            resolved=not tied,
        )

    def _backing(self, at: int, *, sources: bool = False) -> int:
        """How many origins (or sources, copies included) give an answer or one that fits it."""
        counts = self._sources if sources else self._votes
        return counts[at] + sum(counts[other] for other in self._helpers.get(at, ()))

    def _tied(self, at: int, second: int) -> bool:
        return bool(
            abs(self.likely[at] - self.likely[second]) < 1e-9
            and abs(self.support[at] - self.support[second]) < 1e-9
        )

    def _rivals(self, slot: int, at: int) -> list[int]:
        """The other live answers that neither help the chosen one nor are helped by it."""
        friends = {at, *self._helpers.get(at, []), *self._above.get(at, ())}
        options = range(self._starts[slot], self._starts[slot + 1])
        return [other for other in options if other not in friends and self.race.live[other]]
