"""Voices that may be one voice: outlets with a record of copying, copied articles, the same long words.

Only what an outlet tells in its own voice is touched, and whom it quotes without a name: a stated source is that
source, whoever prints it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.model import Origin, PlacedClaim
from reconcile.origins._texts import copied, same_words
from reconcile.values import key

__all__ = ["with_kin"]


def with_kin(placed: Sequence[PlacedClaim], origins: Mapping[str, Origin]) -> dict[str, Origin]:
    """The origins of claims, with the group of those that may be one."""
    own = [
        claim
        for claim in placed
        if origins[claim.id].id.startswith("outlet:") and not claim.claim.attribution
    ]
    outlets = _learnt(own)
    found = dict(origins)
    events: dict[str, list[PlacedClaim]] = defaultdict(list)
    for claim in (*own, *(claim for claim in placed if origins[claim.id].id.startswith("anonymous:"))):
        events[claim.event].append(claim)
    for event, claims in events.items():
        pages = copied({claim.article.id: claim.article for claim in claims}.values())
        words = _words(claims)
        for claim in claims:
            kin = outlets.get(claim.article.label) or pages.get(claim.article.id) or words.get(claim.id)
            if kin:
                whose = _whose(found[claim.id])
                found[claim.id] = replace(found[claim.id], kin=f"copies:{event}:{kin}{whose}")
    return found


def _whose(origin: Origin) -> str:
    """What keeps people without a name apart from the page that quotes them: whose officials they are."""
    return f":unnamed:{origin.id.split(':')[2]}" if origin.id.startswith("anonymous:") else ""


def _learnt(own: Sequence[PlacedClaim]) -> dict[str, str]:
    """Groups of outlets by their record, where any two have one."""
    from reconcile.origins._copies import SHARED, copies  # noqa: PLC0415  columns cost an import that few runs need

    told = Counter(claim.article.label for claim in own)
    frequent = {outlet for outlet, count in told.items() if count >= SHARED}
    if len(frequent) < 2:
        return {}
    return copies(
        (
            (claim.event, repr(sorted(claim.claim.qualifiers.items()))),
            claim.claim.attribute,
            claim.article.label,
            repr(key(claim.value)),
        )
        for claim in own
        if claim.article.label in frequent
    )


def _words(claims: Sequence[PlacedClaim]) -> dict[str, str]:
    """Claims of different outlets in the same long words, by claim id."""
    groups: dict[str, list[PlacedClaim]] = defaultdict(list)
    for claim in claims:
        groups[claim.claim.attribute].append(claim)
    found: dict[str, str] = {}
    for group in groups.values():
        if len({claim.article.label for claim in group}) > 1:
            found |= same_words(group)
    return found
