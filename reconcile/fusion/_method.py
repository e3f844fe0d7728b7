"""What a fusion method is, and the one result that all of them give."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reconcile.fusion._ballot import Ballot
from reconcile.fusion._trust import Trust
from reconcile.model import Origins

if TYPE_CHECKING:
    from reconcile.fusion._decision import Decision
    from reconcile.fusion._poll import Poll

__all__ = ["Method", "Verdict"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a method says of one fact, or of one slot of a table.

    Attributes:
        value: the value that stands; of an unresolved slot the one that is named first.
        confidence: how likely it is, by what stands behind it.
        share: its part of all votes on the slot.
        margin: how many votes it has more than the runner-up.
        origins: how many independent witnesses it has, at least and at most.
        runner_up: the fact (by id) or the value that comes second.
        why_not: why the runner-up does not stand.
        resolved: False for a tie; both sides are kept.
    """

    value: Any
    confidence: float
    share: float = 1.0
    margin: float = 0.0
    origins: Origins = field(default=Origins(0, 0, ()))
    runner_up: Any = None
    why_not: str = ""
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Method:
    """A fusion method: ``weigh`` for the facts of one block, ``decide`` for the columns of a table."""

    name: str
    weigh: Callable[[Sequence[Ballot], Trust], Mapping[str, Verdict]]
    decide: Callable[[Poll, Trust], Decision]
