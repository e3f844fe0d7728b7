"""The result of a fusion method over a table: columns inside, one verdict a slot outside."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reconcile.fusion._method import Verdict

__all__ = ["Decision", "Record", "Slot"]

Slot = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an origin: its sources, what was learnt and the most that the user gave, side by side."""

    sources: tuple[str, ...]
    claims: int
    learnt: float | None = None
    given: float | None = None


@dataclass(frozen=True, eq=False)
class Decision(Mapping[Slot, Verdict]):
    """The verdict of every slot ``(object, attribute)``, and the record of every origin."""

    slots: tuple[Slot, ...]
    answers: Any
    """A function from the place of a slot to its verdict: most callers look at few of many."""
    records: Mapping[str, Record]
    temperature: float = 1.0

    @cached_property
    def _place(self) -> Mapping[Slot, int]:
        return {slot: at for at, slot in enumerate(self.slots)}

    def __getitem__(self, slot: Slot) -> Verdict:
        verdict: Verdict = self.answers(self._place[slot])
        return verdict

    def __iter__(self) -> Iterator[Slot]:
        return iter(self.slots)

    def __contains__(self, slot: object) -> bool:
        return slot in self._place

    def __len__(self) -> int:
        return len(self.slots)

    def value(self, slot: Slot) -> Hashable:
        """The value that stands in a slot."""
        value: Hashable = self[slot].value
        return value

    def mapped(self, confidence: Any) -> Decision:
        """The same verdicts with another confidence (``calibrate``)."""

        def answer(at: int) -> Verdict:
            verdict: Verdict = self.answers(at)
            return replace(verdict, confidence=confidence(verdict.confidence))

        return replace(self, answers=answer)
