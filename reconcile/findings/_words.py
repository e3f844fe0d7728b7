"""The sentences of findings: both normalised values with their outlets, and what lies between them."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.findings._sides import Edge, Side
from reconcile.model import Relation

__all__ = ["against", "beside", "chain", "listed"]


def listed(parts: Sequence[object]) -> str:
    """Words put in a row.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    words = [str(part) for part in parts]
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def against(camps: Sequence[Sequence[Side]], relation: Relation) -> str:
    """What excludes what, and by how much; the rule's own words where there are just two sides."""
    if len(camps) == 2 and all(len(camp) == 1 for camp in camps):
        return relation.reason
    why = relation.evidence.value.reason
    return f"{' against '.join(map(listed, camps))}{f': {why}' if why else ''}."


def beside(sides: Sequence[Side], relation: Relation, verb: str) -> str:
    """Values that fit each other, told by more than two sides in one sentence."""
    if len(sides) == 2:
        return relation.reason
    return f"{listed(sides)} {verb}."


def chain(sides: Sequence[Side], edges: Sequence[Edge]) -> str:
    """A value as it moved, the oldest first."""
    if len(sides) == 2:
        return edges[0].relation.reason
    return ", then ".join(map(str, sides)) + "."
