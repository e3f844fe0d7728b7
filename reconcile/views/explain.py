"""Why one finding was made, or who stands behind one fact."""

from __future__ import annotations

from reconcile.errors import UnknownNameError
from reconcile.views import View, _text
from reconcile.views._html import fragment
from reconcile.views._trace import Trace

__all__ = ["explain"]


def explain(trace: Trace, id: str) -> View:
    """Both sides with their words, the rule, the measures and the hypotheses; ``id`` may be shortened.

    Raises:
        UnknownNameError: when no finding and no fact has this id, with the nearest one that has.
    """
    for row in trace.facts:
        if row.id == id:
            return View(fragment("fact.html", row=row), _text.fact(row))
    try:
        found = trace.finding(id)
    except UnknownNameError as error:
        known = [*error.known, *(row.id for row in trace.facts)]
        raise UnknownNameError("finding or fact", id, known) from None
    return View(fragment("explain.html", f=found), _text.finding(found))
