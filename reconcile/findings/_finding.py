"""From a draft (sides and a reason) to a finding with a stable id."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from reconcile.findings._sides import Side
from reconcile.model import (
    SEVERITY,
    Finding,
    FindingKind,
    FindingValue,
    Hypothesis,
    Origins,
    Relation,
    RelationKind,
    Solved,
    content_id,
)

__all__ = ["Draft", "finish", "ordered"]


@dataclass(frozen=True)
class Draft:
    """What a finding is made of."""

    kind: FindingKind
    solved: Solved
    sides: tuple[Side, ...]
    relation: Relation | None
    reason: str
    takes_sides: bool = False
    """Whether the other claims of the block are of interest as those that took no side."""
    hypotheses: tuple[Hypothesis, ...] = ()
    values: tuple[FindingValue, ...] = ()
    """The entries, where they are not one a side."""
    check: str = ""
    """What made it, where that is no relation: it stands where the name of a rule would."""
    meaning: RelationKind | None = None
    """The relation that the finding is about, where it is not that of ``relation``."""


def ordered(sides: Iterable[Side]) -> list[Side]:
    """The side with the most witnesses first, then by who tells it."""
    return sorted(sides, key=lambda s: (-Origins.of(s.witnesses).min, s.articles, s.claims, s.id))


def finish(draft: Draft) -> Finding:
    """The finding of a draft; its id depends on what is said, not on the order of input."""
    block, relation = draft.solved.block, draft.relation
    claims = tuple(sorted({claim for side in draft.sides for claim in side.claims}))
    everybody = {claim.id for reading in block.readings for claim in reading.claims}
    qualifiers = _qualifiers(draft)
    meaning = draft.meaning or (relation.relation if relation else None)
    rule = relation.rule if relation else draft.check
    content = json.dumps(qualifiers, sort_keys=True, ensure_ascii=False, default=str)
    return Finding(
        id=content_id(draft.kind, block.event, block.attribute, content, rule, meaning or "", *claims),
        kind=draft.kind,
        severity=(relation.severity if relation else None) or SEVERITY[draft.kind],
        rule=rule,
        event=block.event,
        attribute=block.attribute,
        qualifiers=qualifiers,
        facts=tuple(side.fact.id for side in draft.sides if side.fact is not None),
        claims=claims,
        articles=tuple(sorted({article for side in draft.sides for article in side.articles})),
        values=draft.values or tuple(side.as_value() for side in draft.sides),
        reason=draft.reason,
        relation=meaning,
        evidence=relation.evidence if relation else None,
        left_out=tuple(sorted(everybody - set(claims))) if draft.takes_sides else (),
        hypotheses=draft.hypotheses,
    )


def _qualifiers(draft: Draft) -> dict[str, object]:
    """The identity of the block, and what else all facts of the finding share."""
    facts = [side.fact for side in draft.sides if side.fact is not None]
    shared = dict(draft.solved.block.identity)
    if facts:
        first = facts[0].qualifiers
        shared |= {k: v for k, v in first.items() if all(fact.qualifiers.get(k) == v for fact in facts)}
    return shared
