"""What arithmetic between facts amounts to: a relation that fits, or a warning that it does not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reconcile.model import Axis, Evidence, Fact, Relation, RelationKind, Severity

__all__ = ["fits", "mismatch"]


def fits(whole: Fact, parts: Iterable[Fact], rule: str, reason: str, **details: Any) -> tuple[Relation, ...]:
    """``whole`` follows from ``parts``: one DERIVED relation to each of them, with one reason."""
    evidence = _evidence("derived", reason, details)
    return tuple(
        Relation(whole.id, part.id, RelationKind.DERIVED, rule, reason, evidence)
        for part in parts
        if part.id != whole.id
    )


def mismatch(
    whole: Fact, parts: Iterable[Fact], rule: str, reason: str, **details: Any
) -> tuple[Relation, ...]:
    """``whole`` does not follow from ``parts``: a derived value raises at most a warning."""
    evidence = _evidence("mismatch", reason, details)
    return tuple(
        Relation(whole.id, part.id, RelationKind.UNDECIDED, rule, reason, evidence, Severity.WARNING)
        for part in parts
        if part.id != whole.id
    )


def _evidence(outcome: str, reason: str, details: dict[str, Any]) -> Evidence:
    return Evidence(
        value=Axis(outcome, reason, details),
        scope=Axis("same"),
        time=Axis("unordered", "arithmetic asks for no order"),
        modality=Axis("asserted"),
        source=Axis("outlets", "facts of one event, each with its own sources"),
    )
