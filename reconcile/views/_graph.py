"""Who says what as a graph: articles -> claims -> facts -> origins, and the relations between facts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import networkx  # type: ignore[import-untyped,unused-ignore]

from reconcile import values
from reconcile.views._bidi import clean
from reconcile.views._trace import Trace

__all__ = ["graph"]


def graph(trace: Trace) -> networkx.DiGraph[str]:
    """A directed graph; every attribute is a string or a number, so that GraphML and GEXF can carry it.

    Nodes have a ``layer`` (``article, claim, fact, origin``), edges a ``relation`` (``says, supports,
    goes_back_to``, or that of a finding, lower case, with the finding's id and reason).
    """
    made: networkx.DiGraph[str] = networkx.DiGraph()
    for node, attributes in _nodes(trace):
        made.add_node(node, **attributes)
    for left, right, attributes in _edges(trace):
        made.add_edge(left, right, **attributes)
    return made


def _nodes(trace: Trace) -> Iterator[tuple[str, dict[str, Any]]]:
    for page in trace.pages:
        yield f"article:{page.id}", {"layer": "article", "label": page.outlet, "published": page.iso or "",
                                     "language": page.language or ""}  # fmt: skip
    for placed in sorted(trace.report.claims, key=lambda placed: placed.id):
        yield f"claim:{placed.id}", {"layer": "claim", "label": clean(values.show(placed.value)),
                                     "attribute": placed.claim.attribute,
                                     "quote": clean(placed.claim.quote or "")}  # fmt: skip
    for row in trace.facts:
        yield f"fact:{row.id}", {"layer": "fact", "label": row.side.value, "attribute": row.attribute,
                                 "question": row.question, "status": row.status.value,
                                 "confidence": row.confidence}  # fmt: skip
        for origin in row.side.origins:
            yield f"origin:{origin}", {"layer": "origin", "label": origin}


def _edges(trace: Trace) -> Iterator[tuple[str, str, dict[str, str]]]:
    for placed in sorted(trace.report.claims, key=lambda placed: placed.id):
        yield f"article:{placed.article.id}", f"claim:{placed.id}", {"relation": "says"}
    for row in trace.facts:
        for voice in row.side.voices:
            yield f"claim:{voice.claim}", f"fact:{row.id}", {"relation": "supports"}
        for origin in row.side.origins:
            yield f"fact:{row.id}", f"origin:{origin}", {"relation": "goes_back_to"}
    for found in trace.findings:
        facts = [side.fact for side in found.sides if side.fact]
        for left, right in pairwise(facts):
            yield f"fact:{left}", f"fact:{right}", {"relation": found.kind.value, "finding": found.id,
                                                    "reason": found.reason}  # fmt: skip
