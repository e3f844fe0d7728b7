"""The findings as a table for a spreadsheet: one row for every quote of every side."""

from __future__ import annotations

from reconcile.model import Report
from reconcile.outputs._sheet import sheet
from reconcile.views import trace
from reconcile.views._tables import FINDING_COLUMNS, findings

__all__ = ["csv"]


def csv(report: Report) -> str:
    """The findings as comma-separated values."""
    return sheet(FINDING_COLUMNS, findings(trace(report)))
