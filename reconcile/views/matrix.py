"""Facts x outlets: who says what, who says it less exactly, who says otherwise, who is silent."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from reconcile.model import FactStatus
from reconcile.views import View, _tables, _text
from reconcile.views._html import fragment
from reconcile.views._shapes import FactRow, Page
from reconcile.views._trace import Trace
from reconcile.views._words import count, question

__all__ = ["Table", "matrix", "tables"]

_COLUMNS = 8
"""With more articles than this, outlets are listed in the row instead of having columns."""
_ROWS = 60
"""With more facts than this, those of each attribute are folded away together."""


@dataclass(frozen=True, slots=True)
class Table:
    """The facts of one event, those of one question together. No ``pages``: too many for columns."""

    title: str
    pages: tuple[Page, ...]
    groups: tuple[tuple[str, tuple[FactRow, ...]], ...]
    folded: bool = False
    """Whether it is one of many, and opens when it is asked to."""

    @property
    def told(self) -> str:
        """What is in it, for a reader who decides whether to open it."""
        rows = [row for _, same in self.groups for row in same]
        disputed = sum(row.status is FactStatus.DISPUTED for row in rows)
        return f"{count(len(rows), 'fact')}, {disputed} disputed" if disputed else count(len(rows), "fact")


def matrix(trace: Trace) -> View:
    """The matrix of every event of a trace."""
    made = tables(trace)
    rows = tuple(cell for row in trace.facts for cell in _tables.cells(row))
    return View(fragment("matrix.html", tables=made), _text.facts(trace) or "No fact is told.", rows)


def tables(trace: Trace) -> tuple[Table, ...]:
    """One table an event, or one an attribute where there are many facts."""
    many = len(trace.facts) > _ROWS
    found = []
    for event, told in groupby(trace.facts, lambda row: row.event):
        pages = trace.articles_of(event)
        columns = pages if len(pages) <= _COLUMNS else ()
        for title, rows in groupby(told, lambda row: row.attribute if many else ""):
            name = f"{question(title, {})}, {event}" if many else event
            groups = tuple((asked, tuple(same)) for asked, same in groupby(rows, lambda row: row.question))
            found.append(Table(name, columns, groups, many))
    return tuple(found)
