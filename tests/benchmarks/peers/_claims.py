"""Claims as columns for the classic methods, and the answers they pick."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

Slot = tuple[str, str]
Answers = dict[Slot, tuple[Any, float]]


@dataclass(frozen=True)
class Claims:
    """Who (``source``) gives which answer (``option``) to which slot."""

    slots: list[Slot]
    options: list[Hashable]
    slot_of: Any
    """The slot of every option."""
    source: Any
    option: Any
    sources: int

    @property
    def slot(self) -> Any:
        """The slot of every claim."""
        return self.slot_of[self.option]

    @property
    def counts(self) -> Any:
        """How many claims every option has."""
        return np.bincount(self.option, minlength=len(self.options)).astype(float)

    @property
    def told(self) -> Any:
        """How many claims every source makes."""
        return np.bincount(self.source, minlength=self.sources).astype(float)

    def to_option(self, weight: Any) -> Any:
        """The sum over the claims of every option."""
        return np.bincount(self.option, weight, len(self.options))

    def to_source(self, weight: Any) -> Any:
        """The sum over the claims of every source."""
        return np.bincount(self.source, weight, self.sources)

    def to_slot(self, weight: Any) -> Any:
        """The sum over the options of every slot."""
        return np.bincount(self.slot_of, weight, len(self.slots))

    def chosen(self, score: Any) -> Any:
        """The first of the best options of every slot."""
        order = np.lexsort((np.arange(len(score)), -score, self.slot_of))
        first = np.ones(len(order), bool)
        first[1:] = self.slot_of[order][1:] != self.slot_of[order][:-1]
        return order[first]

    def wrong(self, score: Any) -> Any:
        """Whether every claim differs from the answer that the scores choose."""
        true = np.zeros(len(self.options), bool)
        true[self.chosen(score)] = True
        return ~true[self.option]

    def answers(self, score: Any, confidence: Any) -> Answers:
        """The chosen option of every slot with its confidence."""
        return {
            self.slots[self.slot_of[at]]: (self.options[at], float(np.clip(confidence[at], 0, 1)))
            for at in self.chosen(score).tolist()
        }


def claims_of(rows: Iterable[tuple[str, str, str, Hashable]]) -> Claims:
    """The claims of rows, each source's distinct answers once."""
    slots: dict[Slot, int] = {}
    sources: dict[str, int] = {}
    options: dict[tuple[int, Hashable], int] = {}
    seen: Mapping[tuple[int, int], None] = {
        (
            sources.setdefault(source, len(sources)),
            options.setdefault((slots.setdefault((thing, attribute), len(slots)), value), len(options)),
        ): None
        for thing, attribute, source, value in dict.fromkeys(rows)
    }
    pairs = np.array(list(seen), np.int64).reshape(-1, 2)
    slot_of = np.array([slot for slot, _ in options], np.int64)
    return Claims(
        list(slots), [value for _, value in options], slot_of, pairs[:, 0], pairs[:, 1], len(sources)
    )
