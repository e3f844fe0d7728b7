"""Binders: the few ways in which a value belongs to a slot, by the name that frames give them.

* ``near``: the value hangs on the closest head before it (else after it), and that head is a trigger;
* ``cue``: the value stands right beside a cue word ("mediated by …");
* ``group``: countries that stand beside each other belong to the trigger they surround;
* ``flag``: words that follow each other say that something is so;
* ``rest``: the words after a cue, up to the end of the clause;
* ``count``: a number belongs to the closest word that counts ("killed", "abstained");
* ``money``: an amount right behind "for" or "worth" beside a deal;
* ``people``: lists of people that a cue opens, with their sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Protocol

from reconcile.extractors._beside import cue
from reconcile.extractors._bound import Bound
from reconcile.extractors._counts import count
from reconcile.extractors._delegations import Sides, people
from reconcile.extractors._flags import flag, rest
from reconcile.extractors._money import money
from reconcile.extractors._near import near
from reconcile.extractors._parties import group
from reconcile.extractors._passages import Passage
from reconcile.extractors._slots import Slot

__all__ = ["Binder", "binders"]


class Binder(Protocol):
    """Everything in a passage that belongs to a slot."""

    def __call__(self, passage: Passage, slot: Slot, /) -> Iterator[Bound]: ...


_BINDERS: Mapping[str, Binder] = {
    "near": near, "cue": cue, "group": group, "flag": flag, "rest": rest, "count": count, "money": money,
}  # fmt: skip


def binders(sides: Sides) -> dict[str, Binder]:
    """All binders by name, for an article that puts these people on these sides."""
    return {**_BINDERS, "people": partial(people, sides=sides)}
