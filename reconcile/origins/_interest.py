"""Who speaks for a party of the event: its office, its government, a statement of several parties.

An interested witness is a witness; a reader should only know. Parties are the countries that the event's claims
name as sides or parties, not every country that is mentioned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.model import Origin, PlacedClaim, SetValue, Value
from reconcile.values import _gazetteer

__all__ = ["with_interest"]


def with_interest(placed: Sequence[PlacedClaim], origins: Mapping[str, Origin]) -> dict[str, Origin]:
    """The origins of claims, those that speak for a party of their event marked."""
    parties: dict[str, set[str]] = defaultdict(set)
    for claim in placed:
        parties[claim.event].update(_countries(claim))
    return {
        claim.id: replace(origins[claim.id], interested=True)
        if parties[claim.event] & _speaks_for(origins[claim.id])
        else origins[claim.id]
        for claim in placed
    }


def _speaks_for(origin: Origin) -> frozenset[str]:
    """The countries in whose name an origin speaks, by its id."""
    kind, _, rest = origin.id.partition(":")
    match kind:
        case "office" | "government":
            return frozenset(rest.split(":")[-1:])
        case "statement":
            return frozenset(rest.split(":")[-1].split("+"))
        case "anonymous":
            return frozenset(rest.split(":")[1:2])
    return frozenset()


def _countries(claim: PlacedClaim) -> Iterator[str]:
    """The countries that a claim names as sides of the event."""
    side = claim.claim.qualifiers.get("side")
    named = [side] if isinstance(side, str) else []
    if claim.claim.attribute.rpartition(".")[2] == "parties":
        named += _names(claim.value)
    for name in named:
        entry = _gazetteer.lookup(name)
        if entry is not None and entry.country:
            yield entry.country


def _names(value: Value) -> list[str]:
    members = value.members if isinstance(value, SetValue) else (value,)
    return [name for member in members if (name := getattr(member, "name", None))]
