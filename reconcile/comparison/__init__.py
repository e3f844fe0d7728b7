"""Comparison: what there is to see between two readings, on five separate axes. No opinion anywhere.

The *value* axis comes from the value kind; *scope*, *time*, *modality* and *source* are measured here, with
the evidence that only the whole block can give: each article's position, the series of a growing count,
retracted values, and the extent of an event that lasts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

from reconcile.comparison._facets import facet
from reconcile.comparison._modality import modality
from reconcile.comparison._scope import scope
from reconcile.comparison._scoring import TextScorer, by_embedding, by_entailment, scored
from reconcile.comparison._source import source
from reconcile.comparison._survey import Survey, figure, survey
from reconcile.comparison._time import time
from reconcile.comparison._value import value
from reconcile.comparison._words import (
    bounded,
    died_since,
    facet_in_words,
    one_part,
    plainly_told,
    scope_in_words,
    settled,
)
from reconcile.model import Axis, Block, Evidence, Pair, Reading, SetValue
from reconcile.values import compare as compare_values
from reconcile.values import kind_of

__all__ = ["TextScorer", "by_embedding", "by_entailment", "compare", "facet"]

#: Outcomes that make two lone members of an open list two facts, with nothing between them.
_TWO_MEMBERS = frozenset({"exclusive", "unlike", "incomparable", "near"})


def compare(block: Block, scorer: TextScorer | None = None) -> tuple[Pair, ...]:
    """Every pair of readings of a block that has something to judge, with its evidence.

    Two guests are not compared (they meet in a block of their own), nor are two different members of an open
    list. The order of the pairs depends on the ids of the readings alone. A ``scorer`` may find that unlike free
    texts mean one thing.
    """
    measured = [
        (left, right, scored(left.value, right.value, value(left, right, block), scorer))
        for left, right in _candidates(block)
    ]
    seen = survey(block, measured)
    return tuple(
        _pair(left, right, axis, block, seen, scorer=scorer)
        for left, right, axis in measured
        if not _two_members(left, right, axis, block)
    )


def _pair(
    left: Reading, right: Reading, axis: Axis, block: Block, seen: Survey, *, scorer: TextScorer | None
) -> Pair:
    """The pair with the newer side on the left; of a count without an order, the higher figure."""
    order = time(left, right, block.schema, seen)
    if _reversed(left, right, order):
        left, right = right, left
        axis = scored(left.value, right.value, value(left, right, block), scorer)
        order = time(left, right, block.schema, seen)
    if order.outcome.endswith("first"):  # on the left stands the newer side, but for a figure that lags
        order = replace(order, outcome="later" if order.outcome == "right_first" else "earlier")
    axis, extent, order = _by_words(left, right, axis, order, block)
    evidence = Evidence(
        value=axis,
        scope=extent,
        time=order,
        modality=modality(left, right, axis),
        source=source(left, right, block.schema, seen),
    )
    return Pair(left, right, evidence)


def _by_words(
    left: Reading, right: Reading, axis: Axis, order: Axis, block: Block
) -> tuple[Axis, Axis, Axis]:
    """Value, scope and time, with what the quotes say where two figures of one given scope exclude each other."""
    extent = scope(left, right, block)
    if axis.outcome in ("exclusive", "near") and extent.outcome == "same" and left.value.kind == "date":
        return axis, facet_in_words(left, right) or extent, order
    if axis.outcome == "exclusive" and extent.outcome in ("narrower", "wider") and one_part(left, right):
        extent = Axis("same", "", extent.details)
    if axis.outcome != "exclusive" or extent.outcome != "same" or not _counts(left, block):
        return axis, extent, order
    told = scope_in_words(left, right, order, block.attribute)
    if told is not None:
        return axis, told, order
    if order.outcome == "later" and died_since(left, right, block.attribute):
        return axis, extent, replace(order, details={**order.details, "died_since": True})
    if order.details["varies"] == "grows" and settled(left, right):
        return axis, extent, replace(order, details={**order.details, "varies": "no", "moves": False})
    if order.outcome == "same_day":
        plain = plainly_told(left, right, block.attribute)
        order = replace(order, details={**order.details, "plainly_told": plain})
    return _within_words(left, right, axis, order, block), extent, order


def _counts(reading: Reading, block: Block) -> bool:
    """Whether a figure counts, so that words can tell of whom; an age, a rate or a rank does not."""
    return reading.value.kind == "quantity" and block.schema.countable


def _within_words(left: Reading, right: Reading, axis: Axis, order: Axis, block: Block) -> Axis:
    """The value axis with the bounds that the quotes put to the figures, where it is no plain rise."""
    higher, lower = figure(left), figure(right)
    if higher is None or lower is None or (order.outcome == "later" and higher > lower):
        return axis
    bounds = bounded(left, block.attribute), bounded(right, block.attribute)
    if not any(bounds):
        return axis
    met = compare_values(bounds[0] or left.value, bounds[1] or right.value, block.schema)
    return met if met.outcome in ("within_bound", "approximate") else axis


def _reversed(left: Reading, right: Reading, order: Axis) -> bool:
    """Whether the right side is the one to stand on the left: the newer one; of a growing count the higher one
    where nothing orders the two, or where the lower one lags."""
    first, second = figure(left), figure(right)
    if order.details["varies"] == "grows" and first is not None and second is not None and first != second:
        lagging = "left_lags" if first < second else "right_lags"
        if order.details.get(lagging) or not order.outcome.endswith("first"):
            return first < second
    return order.outcome == "left_first"


def _candidates(block: Block) -> Iterable[tuple[Reading, Reading]]:
    """Pairs worth comparing: all, or those that the value kind's recall-safe screen keeps."""
    readings = block.readings
    kinds = {reading.value.kind for reading in readings}
    screen = kind_of(kinds.pop()).screen if len(kinds) == 1 else None
    if screen is None:
        pairs: Iterable[tuple[Reading, Reading]] = combinations(readings, 2)
    else:
        indices = screen([reading.value for reading in readings], block.schema)
        pairs = ((readings[i], readings[j]) for i, j in sorted(indices))
    return ((left, right) for left, right in pairs if not (left.guest and right.guest))


def _two_members(left: Reading, right: Reading, axis: Axis, block: Block) -> bool:
    return (
        block.schema.cardinality == "many"
        and not isinstance(left.value, SetValue)
        and not isinstance(right.value, SetValue)
        and axis.outcome in _TWO_MEMBERS
    )
