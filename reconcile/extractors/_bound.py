"""What a binder gives: a value that belongs to a slot, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from reconcile.extractors._passages import Passage
from reconcile.extractors._slots import Slot

__all__ = ["Bound"]


@dataclass(frozen=True, slots=True)
class Bound:
    """A value that belongs to a slot: where its words stand and the trigger (a word) it hangs on.

    ``shown`` are the words that show why it belongs there: the value with its cue or its head.
    """

    slot: Slot
    passage: Passage
    value: Any
    start: int
    end: int
    trigger: int | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    shown: tuple[int, int] | None = None
    implied: bool = False
    """Told by words that point to earlier ones ("the two sides")."""
    participants: frozenset[str] = frozenset()
    """Countries whose people meet here, where the words say so."""
