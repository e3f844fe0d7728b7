"""Lists: which members belong to it. A shorter list is incomplete, not contrary.

Every source has two rates: how many true members it lists, and how many false ones (the two coins of LTM). The
first varies much ("first author only"), the second is small: hence a weak prior on one, a strong one on the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from reconcile.fusion._confidence import capped, why_not
from reconcile.fusion._method import Verdict
from reconcile.fusion._poll import Floats, Ints, Poll
from reconcile.fusion._records import Standing
from reconcile.fusion._trust import PRIOR
from reconcile.model import Origins

__all__ = ["decide"]

ROUNDS = 20
#: Listed and left out, of true members and of false ones, before a source is known.
TRUE, FALSE = (200.0, 200.0), (10.0, 1000.0)
#: Without a record: a member needs this share of the origins that list anything, and two of them.
SHARE = 0.25

Member = Hashable


@dataclass(frozen=True, slots=True, eq=False)
class _Lists:
    """Every member of every slot against every origin that lists anything there."""

    members: Sequence[Member]
    slot: Ints
    """Of every member."""
    member: Ints
    origin: Ints
    attribute: Ints
    listed: Floats


def decide(poll: Poll, who: Standing, *, learn: bool) -> tuple[Callable[[int], Verdict], Floats]:
    """The verdicts of the slots with lists, and how many true members every origin lists."""
    lists = _take_apart(poll)
    size = len(lists.members)
    told = np.bincount(lists.member, minlength=size)
    votes: Floats = np.bincount(lists.member, lists.listed, size).astype(np.float64)
    if learn:
        likely, recall = _two_coins(lists, who)
    else:
        likely, recall = _by_share(votes, told), np.full(len(poll.origins), np.nan)
    starts = np.searchsorted(lists.slot, np.arange(len(poll.slots) + 1))

    def answer(place: int) -> Verdict:
        here = slice(int(starts[place]), int(starts[place + 1]))
        return _verdict(lists.members[here], likely[here], votes[here], told[here], learn=learn)

    return answer, recall


def _take_apart(poll: Poll) -> _Lists:
    attribute = poll.slot_attribute[poll.vote_slot]
    at = np.flatnonzero(np.isin(attribute, [n for n, k in enumerate(poll.kinds) if k.form == "members"]))
    lists: dict[int, list[tuple[int, tuple[Member, ...]]]] = {}
    for vote in at.tolist():
        told: Any = poll.options[poll.vote_option[vote]]
        lists.setdefault(int(poll.vote_slot[vote]), []).append((int(poll.vote_origin[vote]), told))
    members: list[Member] = []
    columns: list[list[float]] = [[], [], [], [], []]
    for slot, listings in sorted(lists.items()):
        full = _folded([listing for _, listing in listings], poll.broader)
        for member in sorted({member for listing in full for member in listing}, key=repr):
            for (origin, _), listing in zip(listings, full, strict=True):
                entry = (slot, len(members), origin, poll.slot_attribute[slot], member in listing)
                for column, item in zip(columns, entry, strict=True):
                    column.append(item)
            members.append(member)
    slot_at, member_at, origin_at, attribute_at = (np.array(column, np.int64) for column in columns[:4])
    of_member = np.zeros(len(members), np.int64)
    of_member[member_at] = slot_at
    return _Lists(members, of_member, member_at, origin_at, attribute_at, np.array(columns[4], np.float64))


def _folded(
    listings: Sequence[Sequence[Member]], broader: Mapping[Hashable, Collection[Hashable]]
) -> list[frozenset[Member]]:
    """Listings in which a vaguer member (a surname alone) is the most told one that it can be."""
    told = Counter(member for listing in listings for member in listing)
    fuller: dict[Member, Member] = {}
    for member in sorted(told, key=lambda m: (told[m], repr(m))):
        for up in broader.get(member, ()):
            fuller[up] = member
    return [frozenset(fuller.get(member, member) for member in listing) for listing in listings]


def _two_coins(lists: _Lists, who: Standing) -> tuple[Floats, Floats]:
    """How likely every member is, and each origin's rate of listing true ones."""
    size, origins = len(lists.members), len(who.poll.origins)
    told = np.maximum(np.bincount(lists.member, minlength=size), 1)
    likely = np.clip(np.bincount(lists.member, lists.listed, size) / told, 0.05, 0.95)
    given = who.given[lists.origin, lists.attribute]
    recall = np.full(origins, 0.5)
    for _ in range(ROUNDS):
        true = likely[lists.member]
        recall = _rate(lists.origin, true, lists.listed, origins, TRUE)
        slips = _rate(lists.origin, 1 - true, lists.listed, origins, FALSE)
        hit = recall[lists.origin]
        slip = np.where(np.isnan(given), slips[lists.origin], (1 - given) * FALSE[0] / FALSE[1] / (1 - PRIOR))
        odds = np.where(lists.listed > 0, np.log(hit / slip), np.log((1 - hit) / (1 - slip)))
        likely = 1 / (1 + np.exp(-np.clip(np.bincount(lists.member, odds, size), -50, 50)))
    return likely, recall


def _rate(origin: Ints, part: Floats, listed: Floats, size: int, prior: tuple[float, float]) -> Floats:
    """How often an origin lists the members of a part, by what it listed and by the prior."""
    yes = np.bincount(origin, part * listed, size) + prior[0]
    rate: Floats = yes / (np.bincount(origin, part, size) + sum(prior))
    return rate


def _by_share(votes: Floats, told: Ints) -> Floats:
    """The plain rule as a likelihood: a half where a member has just the share and the two origins it needs."""
    share = votes / np.maximum(told, 1)
    return np.where(votes >= 2, np.minimum(share / (2 * SHARE), 1.0), 0.49 * share)


def _verdict(members: Sequence[Member], likely: Floats, votes: Floats, told: Ints, *, learn: bool) -> Verdict:
    """The members that more likely belong than not, or the likeliest one; as sure as all of them together."""
    if not len(members):
        return Verdict((), 0.0, 0.0, resolved=False)
    order = sorted(
        range(len(members)), key=lambda n: (-round(float(likely[n]), 9), -votes[n], repr(members[n]))
    )
    chosen = [n for n in order if likely[n] >= 0.5] or order[:1]
    left = [n for n in order if n not in chosen]
    sure = float(np.prod([likely[n] for n in chosen]) * np.prod([1 - likely[n] for n in left]))
    fewest = int(min(votes[n] for n in chosen))
    second = left[0] if left else None
    return Verdict(
        value=tuple(sorted((members[n] for n in chosen), key=repr)),
        confidence=round(sure if learn else capped(sure, fewest), 4),
        share=round(float(min(votes[n] / told[n] for n in chosen)), 4),
        margin=float(fewest - (votes[second] if second is not None else 0)),
        origins=Origins(fewest, int(max(votes[n] for n in chosen)), ()),
        runner_up=members[second] if second is not None else None,
        why_not=why_not(fewest, int(votes[second]), learnt=learn) if second is not None else "",
    )
