"""Two claims of one incident: what the library says that their difference is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import reconcile as rc
from reconcile.model import Relation, RelationKind, RuleSet
from reconcile.rules import default

Row = Mapping[str, Any]

#: The columns of the files as attributes of the shipped rule set.
_ATTRIBUTES = {"n_killed": "casualties.killed", "n_injured": "casualties.injured", "age": "person.age"}
#: What a relation is called in the labels (a scope that differs is a part where one lies in the other).
_CAUSES = {
    RelationKind.CONTRADICTS: "CONTRA", RelationKind.ATTRIBUTED_DISAGREEMENT: "CONTRA",
    RelationKind.SUPERSEDES: "UPDATE", RelationKind.CORRECTS: "UPDATE",
    RelationKind.SCOPE_DIFFERS: "SCOPE", RelationKind.NOT_COMPARABLE: "SCOPE",
    RelationKind.SUBSET: "PART", RelationKind.SUPERSET: "PART", RelationKind.DERIVED: "PART",
    RelationKind.INCLUSION_DIFFERS: "INCLUSION", RelationKind.WITHIN_BOUND: "BOUND",
}  # fmt: skip


def to_claims(row: Row, rank: str = "0") -> list[dict[str, Any]]:
    """The two sides of a row as two lines of the claims contract, of one event."""
    language = str(row.get("lang", "en"))
    return [_claim(row, row[side], side, language, rank) for side in ("a", "b")]


def _claim(row: Row, told: Row, side: str, language: str, rank: str) -> dict[str, Any]:
    article = {"id": f"{rank}/{side}", "language": language, "outlet": told.get("outlet") or told["src"],
               "published": told.get("published") or told.get("time")}  # fmt: skip
    number = told["value"] if "value" in told else told["killed"]
    value = {"kind": "quantity", "value": number, "unit": None if row["attribute"] == "age" else "person",
             "raw": told.get("raw"), "modifier": _modifier(told)}  # fmt: skip
    attribute, qualifiers = _ATTRIBUTES[row["attribute"]], {}
    if row["attribute"] == "age":
        status = str(row.get("subject_status") or "")
        attribute = "person.age_at_death" if status.startswith("Killed") else attribute
        qualifiers = {"person": row["subject"] if "subject" in row else told["subject"]}
    return {"article": article, "event": f"incident {rank}", "attribute": attribute, "qualifiers": qualifiers,
            "value": {key: item for key, item in value.items() if item is not None},
            "quote": told.get("quote"), "language": language}  # fmt: skip


def _modifier(told: Row) -> str | None:
    modifier = told.get("modifier")
    return str(modifier).replace(" ", "_") if modifier else None


def relation_of(row: Row, ruleset: RuleSet | None = None) -> Relation | None:
    """The relation between the two sides of a row; ``None`` where both are one reading."""
    report = rc.reconcile(to_claims(row), rules=ruleset or default()).data
    first = [relation for relation in report.relations if relation.left in {r.id for r in report.readings}]
    return first[0] if first else None


def cause_of(relation: Relation | None) -> str:
    """A relation in the words of the labels."""
    if relation is None:
        return "SAME"
    if relation.relation is RelationKind.SCOPE_DIFFERS and relation.evidence.scope.outcome in (
        "narrower",
        "wider",
    ):
        return "PART"
    return _CAUSES.get(relation.relation, str(relation.relation))


def causes(data: Sequence[Row], ruleset: RuleSet | None = None) -> dict[str, Any]:
    """Contradictions found, causes right, updates found, and which cause was taken for which."""
    told = [(str(row["label"]), cause_of(relation_of(row, ruleset))) for row in data]
    kept = [(label, cause) for label, cause in told if label != "EXTRACT"]
    found = [label for label, cause in kept if cause == "CONTRA"]
    wanted = [cause for label, cause in kept if label == "CONTRA"]
    updates = [cause for label, cause in kept if label == "UPDATE"]
    return {
        "n": len(kept),
        "contradiction_precision": _share(found.count("CONTRA"), len(found)),
        "contradiction_recall": _share(wanted.count("CONTRA"), len(wanted)),
        "contradictions": len(wanted),
        "cause_accuracy": _share(sum(label == cause for label, cause in kept), len(kept)),
        "update_recall": _share(updates.count("UPDATE"), len(updates)),
        "updates": len(updates),
        "naive_precision": _share(len(wanted), len(kept)),
        "confusion": confusion(kept),
        "extract": dict(sorted(Counter(cause for label, cause in told if label == "EXTRACT").items())),
    }


def confusion(told: Sequence[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """By label: how often each cause was given."""
    return {
        label: dict(sorted(Counter(cause for other, cause in told if other == label).items()))
        for label in sorted({label for label, _ in told})
    }


def agreeing(data: Sequence[Row]) -> dict[str, Any]:
    """Pairs of equal values: none may come out as a contradiction."""
    relations = [relation_of(row) for row in data]
    kinds = Counter("SAME" if r is None else str(r.relation) for r in relations)
    wrong = kinds["CONTRADICTS"] + kinds["ATTRIBUTED_DISAGREEMENT"]
    return {"n": len(data), "false_contradictions": wrong, "relations": dict(sorted(kinds.items()))}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
