"""The findings as a table for a spreadsheet: one row for every quote of every side."""

from __future__ import annotations

import re
from csv import writer
from io import StringIO

from reconcile.model import Report
from reconcile.views import trace
from reconcile.views._tables import FINDING_COLUMNS, findings

__all__ = ["csv"]

_FORMULA = re.compile(r"\s*[=+\-@|%\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,:]\d+)*%?")


def csv(report: Report) -> str:
    """Comma-separated, one header line, ``\\r\\n``; no cell can be taken for a formula."""
    table = StringIO()
    out = writer(table)
    out.writerow(FINDING_COLUMNS)
    out.writerows([_harmless(str(cell)) for cell in row.values()] for row in findings(trace(report)))
    return table.getvalue()


def _harmless(cell: str) -> str:
    """A cell that begins like a formula gets an apostrophe before it, unless it is a plain number.

    >>> _harmless("=1+1"), _harmless("-5"), _harmless("a=b")
    ("'=1+1", '-5', 'a=b')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
