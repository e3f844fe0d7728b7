"""The source axis: whether outlets oppose each other, or only the sources that they quote."""

from __future__ import annotations

from itertools import product
from typing import Any

from reconcile.comparison._survey import Survey
from reconcile.model import Axis, Reading, Schema, Zone

__all__ = ["source"]


def source(left: Reading, right: Reading, schema: Schema, seen: Survey) -> Axis:
    """``outlets`` (two outlets oppose each other)``, sources`` (one page gives two sources' values)``,
    one_article`` (one page, one source)``, both_sides`` (who tells one also tells the other).``

    Two articles oppose each other only if nothing that one affirms in this slot agrees with the other; in an
    open list every member is a slot of its own.
    """
    details = _details(left, right)
    first, second = ({told.article for told in reading.told} for reading in (left, right))
    pairs = [(a, b) for a, b in product(sorted(first), sorted(second)) if a != b]
    if any(
        schema.cardinality == "many"
        or _denied(left, right)
        or (seen.holds(a, left) and seen.holds(b, right) and seen.opposed(a, b))
        for a, b in pairs
    ):
        return Axis("outlets", "two outlets tell it differently", details)
    if not first & second:
        return Axis("both_sides", "an article on one side also tells a figure that fits the other", details)
    if details["origins"] == "different":
        return Axis("sources", "one page gives the values of two sources", details)
    return Axis("one_article", "one page tells both", details)


def _denied(left: Reading, right: Reading) -> bool:
    return left.polarity is not right.polarity


def _details(left: Reading, right: Reading) -> dict[str, Any]:
    origins = [{told.origin for told in reading.told} for reading in (left, right)]
    shared = origins[0] & origins[1]
    zones = [{claim.claim.zone for claim in reading.claims} for reading in (left, right)]
    return {
        "origins": "different" if not shared else "same" if origins[0] == origins[1] else "overlapping",
        "relay_conflict": bool(shared) and len(shared) == min(map(len, origins)),
        "named": all(_named(reading) for reading in (left, right)),
        "caption_alone": any(side == {Zone.CAPTION} for side in zones),
    }


def _named(reading: Reading) -> bool:
    """Whether the values are put down to somebody, not told in the outlet's own voice."""
    return all(claim.claim.attribution for claim in reading.claims)
