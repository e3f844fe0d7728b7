"""What the figures of two sentences are to each other: they are read as the headline and the text of a page."""

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
    """A hypothesis is a highlight of the article that its premise stands in: a headline and its text."""
    page = {"id": str(row["id"]), "outlet": "page", "language": "en", "published": "2020-01-02"}
    title, body = str(row["hypothesis"]), str(row["premise"])
    report = rc.reconcile([{**page, "title": title, "text": f"{title}\n\n{body}"}]).data
    return any(relation.relation.conflicts for relation in report.relations)
