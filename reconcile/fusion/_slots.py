"""Arithmetic over the options of every slot at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.fusion._poll import Floats, Ints, Poll

__all__ = ["Race", "best", "race_of", "softmax", "supported"]


@dataclass(frozen=True, slots=True, eq=False)
class Race:
    """The votes on the slots whose answer is one of the told ones."""

    slots: int
    slot: Ints
    """Of every option."""
    live: np.ndarray[tuple[int], np.dtype[np.bool_]]
    origin: Ints
    option: Ints
    givers: Ints
    takers: Ints
    rivals: Floats
    """How many answers exclude an option, those included that nobody gave."""


def race_of(poll: Poll) -> Race:
    """The race of a poll's choices; options that no origin stands by are dead."""
    choice = np.array([kind.form == "choice" for kind in poll.kinds], bool)
    unseen = np.array([kind.unseen for kind in poll.kinds], np.float64)
    size, slots = len(poll.options), len(poll.slots)
    at = choice[poll.slot_attribute[poll.vote_slot]] if size else np.zeros(0, bool)
    option = poll.vote_option[at]
    live = np.bincount(option, minlength=size) > 0
    keep = live[poll.helps].all(axis=1)
    givers, takers = poll.helps[keep, 0], poll.helps[keep, 1]
    others = np.bincount(poll.option_slot[live], minlength=slots)[poll.option_slot] - 1
    numeric = np.array([kind.numeric for kind in poll.kinds], bool)[poll.slot_attribute[poll.option_slot]]
    near = np.where(numeric, np.bincount(takers, minlength=size), 0)
    rivals = np.maximum(others - near + unseen[poll.slot_attribute[poll.option_slot]], 1.0)
    return Race(slots, poll.option_slot, live, poll.vote_origin[at], option, givers, takers, rivals)


def supported(race: Race, weight: Floats) -> tuple[Floats, Floats]:
    """The votes for every option itself, and with those of the options that help it."""
    own: Floats = np.bincount(race.option, weight, len(race.slot)).astype(np.float64)
    return own, own + np.bincount(race.takers, own[race.givers], len(race.slot))


def softmax(race: Race, score: Floats) -> Floats:
    """How likely every option is; an answer that nobody gave has a score of nought.

    >>> race = Race(1, np.array([0]), np.array([True]), *[np.array([0])] * 2, *[np.zeros(0, int)] * 2, np.ones(1))
    >>> softmax(race, np.array([np.log(4)])).round(3).tolist()
    [0.8]
    """
    score = np.where(race.live, score, -np.inf)
    most = np.zeros(race.slots)
    np.maximum.at(most, race.slot, score)
    part = np.exp(score - most[race.slot])
    whole = np.bincount(race.slot, part, race.slots) + np.exp(-most)
    likely: Floats = part / whole[race.slot]
    return likely


def best(slot: Ints, slots: int, *ranks: Floats) -> Ints:
    """The option of every slot that comes first by the given ranks, the most important one first; -1: none."""
    order = np.lexsort((*(-rank for rank in reversed(ranks)), slot))
    first = np.ones(len(order), bool)
    first[1:] = slot[order][1:] != slot[order][:-1]
    chosen = np.full(slots, -1, np.int64)
    chosen[slot[order][first]] = order[first]
    return chosen
