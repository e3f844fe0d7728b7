"""Who says what as GraphML, for Gephi, yEd and networkx: articles, claims, facts, origins and what joins them."""

from __future__ import annotations

from reconcile.model import Report
from reconcile.views import trace

__all__ = ["graphml"]


def graphml(report: Report) -> str:
    """The graph of :meth:`reconcile.Result.to_networkx` with all its attributes, in XML."""
    import networkx  # type: ignore[import-untyped,unused-ignore]  # noqa: PLC0415  (a quarter of a second)

    from reconcile.views._graph import graph  # noqa: PLC0415

    return "\n".join(networkx.generate_graphml(graph(trace(report)))) + "\n"
