"""One person, one office, two standings: acting here, in office there. Shown, and no contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.findings._finding import Draft
from reconcile.findings._sides import Side, Sides
from reconcile.model import FindingKind, FindingValue, PersonValue, PlacedClaim, RelationKind, RoleValue
from reconcile.values._roles import unify
from reconcile.values.person import roles_of

__all__ = ["standings"]


def standings(sides: Sides) -> Iterator[Draft]:
    """A difference for every person whom two outlets give one office in two standings."""
    for side in sides.by_fact.values():
        claims = [claim for reading in side.readings for claim in reading.claims]
        held = [(claim, role) for claim in claims for role in _roles(claim)]
        pairs = (pair for pair in combinations(held, 2) if _differ(*pair))
        first = min(pairs, key=lambda pair: (pair[0][0].id, pair[1][0].id), default=None)
        if first is not None:
            yield _draft(sides, side, *first)


def _roles(claim: PlacedClaim) -> tuple[RoleValue, ...]:
    return roles_of(claim.value) if isinstance(claim.value, PersonValue) else ()


_Held = tuple[PlacedClaim, RoleValue]


#: "Special" and the like adorn a title; they are no other way to hold it.
_ADORNING = frozenset({"special", "senior"})


def _standing(role: RoleValue) -> str | None:
    return None if role.standing in _ADORNING else role.standing


def _differ(first: _Held, second: _Held) -> bool:
    """Whether two outlets give one office but for the standing in which it is held."""
    (one, role), (other, office) = first, second
    plain, bare = (found.model_copy(update={"standing": None}) for found in (role, office))
    apart = _standing(role) != _standing(office) and one.article.label != other.article.label
    return apart and unify(plain, bare) is True


def _draft(sides: Sides, side: Side, *held: _Held) -> Draft:
    told = sorted(held, key=lambda item: (item[0].article.id, item[0].id))
    offices = " and ".join(f"{role.raw} ({claim.article.label})" for claim, role in told)
    return Draft(
        kind=FindingKind.DIFFERENCE,
        solved=sides.solved,
        sides=(side,),
        relation=None,
        reason=f"{side}: one office in two standings, {offices}.",
        check="check.standing",
        values=tuple(FindingValue(c.value, (c.id,), (c.article.id,)) for c, _ in told),
        meaning=RelationKind.EQUIVALENT,
    )
