"""Which fact replaced which: corrections and newer figures whose order is known."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Fact, Relation, RelationKind

__all__ = ["outdated", "replaced"]

_NO_ORDER = frozenset({"unknown", "unordered", "same_page"})


def outdated(facts: Sequence[Fact], relations: Sequence[Relation]) -> frozenset[str]:
    """The facts that another one supersedes or corrects, unless each of the two does so to the other."""
    return frozenset(old for _, old in replaced(facts, relations))


def replaced(facts: Sequence[Fact], relations: Sequence[Relation]) -> frozenset[tuple[str, str]]:
    """Newer and older facts, in pairs."""
    place = {name: fact.id for fact in facts for name in fact.readings}
    newer = {
        (place[relation.left], place[relation.right])
        for relation in relations
        if relation.relation in (RelationKind.SUPERSEDES, RelationKind.CORRECTS)
        and relation.left in place
        and relation.right in place
        and _ordered(relation)
    }
    return frozenset((new, old) for new, old in newer if new != old and (old, new) not in newer)


def _ordered(relation: Relation) -> bool:
    """Whether it is known which of the two is the newer one; who corrects says so itself."""
    if relation.relation is RelationKind.CORRECTS:
        return True
    time = relation.evidence.time
    return time.outcome not in _NO_ORDER and time.details.get("order") != "unknown"
