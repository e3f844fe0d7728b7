"""How well a fact stands: agreed, echoed, alone, disputed, out of date, or not resolved."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.fusion._ballot import Ballot
from reconcile.fusion._specific import resolved
from reconcile.model import Fact, FactStatus, Relation, RelationKind

__all__ = ["outdated", "status"]


def status(ballot: Ballot, *, is_outdated: bool) -> FactStatus:
    """The one status of a fact, the one that matters most to a reader first."""
    if not resolved(ballot.fact.value):
        return FactStatus.UNRESOLVED
    if ballot.rivals:
        return FactStatus.DISPUTED
    if is_outdated:
        return FactStatus.SUPERSEDED
    if ballot.origins().min >= 2:
        return FactStatus.AGREED
    sure = {told.origin for reading in ballot.surest for told in reading.told}
    outlets = {told.outlet for reading in ballot.stating for told in reading.told if told.origin in sure}
    return FactStatus.ECHO if len(outlets) > 1 else FactStatus.SINGLE_ORIGIN


def outdated(facts: Sequence[Fact], relations: Sequence[Relation]) -> frozenset[str]:
    """The facts that another one supersedes or corrects, unless each of the two does so to the other."""
    place = {name: fact.id for fact in facts for name in fact.readings}
    newer = {
        (place[relation.left], place[relation.right])
        for relation in relations
        if relation.relation in (RelationKind.SUPERSEDES, RelationKind.CORRECTS)
        and relation.left in place
        and relation.right in place
        and _ordered(relation)
    }
    return frozenset(old for new, old in newer if new != old and (old, new) not in newer)


def _ordered(relation: Relation) -> bool:
    """Whether it is known which of the two is the newer one; who corrects says so itself."""
    if relation.relation is RelationKind.CORRECTS:
        return True
    time = relation.evidence.time
    return time.outcome not in _NO_ORDER and time.details.get("order") != "unknown"


_NO_ORDER = frozenset({"unknown", "unordered", "same_page"})
