"""Facts x outlets: who says what, who says it less exactly, who says otherwise, who is silent."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from reconcile.views import View, _tables, _text
from reconcile.views._html import fragment
from reconcile.views._shapes import FactRow, Page
from reconcile.views._trace import Trace

__all__ = ["Table", "matrix", "tables"]

_COLUMNS = 8
"""With more articles than this, outlets are listed in the row instead of having columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """The facts of one event, those of one question together. No ``pages``: too many for columns."""

    title: str
    pages: tuple[Page, ...]
    groups: tuple[tuple[str, tuple[FactRow, ...]], ...]


def matrix(trace: Trace) -> View:
    """The matrix of every event of a trace."""
    made = tables(trace)
    return View(
        fragment("matrix.html", tables=made),
        _text.facts(trace),
        tuple(cell for row in trace.facts for cell in _tables.cells(row)),
    )


def tables(trace: Trace) -> tuple[Table, ...]:
    """One table an event."""
    return tuple(_table(trace, event, tuple(rows)) for event, rows in groupby(trace.facts, lambda r: r.event))


def _table(trace: Trace, event: str, rows: tuple[FactRow, ...]) -> Table:
    pages = trace.articles_of(event)
    groups = tuple((question, tuple(same)) for question, same in groupby(rows, lambda r: r.question))
    return Table(event, pages if len(pages) <= _COLUMNS else (), groups)
