"""A scorer of free texts that the user brings: an embedding, or a model of entailment. The library has none.

It can say that two unlike texts mean one thing. That they exclude each other only codes of a closed vocabulary
can say, however low a score is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import sqrt
from typing import Protocol

from reconcile.model import Axis, TextValue, Value

__all__ = ["TextScorer", "by_embedding", "by_entailment", "scored"]

#: From this score on two texts mean one thing.
_ALIKE = 0.9


class TextScorer(Protocol):
    """How surely two texts mean one thing, from 0 to 1."""

    def __call__(self, left: str, right: str, /) -> float:
        """The score of two texts, the same in both directions."""
        ...


def by_embedding(embed: Callable[[str], Sequence[float]]) -> TextScorer:
    """A scorer from a function that gives a text its vector: the cosine of two of them.

    >>> by_embedding(lambda text: [1.0, 0.0] if "calm" in text else [0.0, 2.0])("calm", "calm again")
    1.0
    """

    def score(left: str, right: str, /) -> float:
        first, second = embed(left), embed(right)
        size = sqrt(sum(x * x for x in first)) * sqrt(sum(y * y for y in second))
        return max(0.0, sum(x * y for x, y in zip(first, second, strict=True)) / size) if size else 0.0

    return score


def by_entailment(entails: Callable[[str, str], float]) -> TextScorer:
    """A scorer from a function that says how surely the second text follows from the first: both ways round.

    >>> by_entailment(lambda premise, text: 0.95 if text in premise else 0.1)("all is calm", "calm")
    0.1
    """

    def score(left: str, right: str, /) -> float:
        return min(entails(left, right), entails(right, left))

    return score


def scored(left: Value, right: Value, axis: Axis, scorer: TextScorer | None) -> Axis:
    """The value axis of two unlike free texts with what the scorer finds; any other axis as it was."""
    if scorer is None or axis.outcome != "unlike":
        return axis
    if not (isinstance(left, TextValue) and isinstance(right, TextValue)) or (left.code and right.code):
        return axis
    score = scorer(left.text, right.text)
    details = {**axis.details, "score": round(score, 4)}
    if score < _ALIKE:
        return Axis(axis.outcome, f"{axis.reason} (score {score:.2f})", details)
    return Axis("equivalent", f"the scorer finds that they mean one thing ({score:.2f})", details)
