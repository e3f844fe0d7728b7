"""What the figures of two sentences are to each other: both are read as articles of one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import reconcile as rc

Row = Mapping[str, Any]


def numeric(data: Sequence[Row]) -> dict[str, Any]:
    """Contradictions found among the figures of two sentences, by the relation that a reader gave them."""
    told = [(str(row["relation"]), _conflict(row)) for row in data]
    found = Counter(label for label, conflict in told if conflict)
    wanted = sum(label == "CONTRA" for label, _ in told)
    return {
        "n": len(data),
        "contradictions": wanted,
        "contradictions_found": found["CONTRA"],
        "contradiction_recall": round(found["CONTRA"] / max(wanted, 1), 4),
        "false_contradictions_on_round_and_derived": found["ROUND"] + found["DERIVED"],
        "false_contradictions": sum(found.values()) - found["CONTRA"],
        "called_a_contradiction": dict(sorted(found.items())),
    }


def _conflict(row: Row) -> bool:
    texts = {"premise": str(row["premise"]), "hypothesis": str(row["hypothesis"])}
    pages = [{"id": f"{row['id']}/{name}", "outlet": name, "language": "en", "text": text, "published": "2020-01-02"}
             for name, text in texts.items()]  # fmt: skip
    report = rc.reconcile(pages).report
    return any(relation.relation.conflicts for relation in report.relations)
