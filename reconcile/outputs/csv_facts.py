"""The facts as a table for a spreadsheet: one row a fact."""

from __future__ import annotations

from reconcile.model import Report
from reconcile.outputs._sheet import sheet
from reconcile.views import trace
from reconcile.views._tables import FACT_COLUMNS, facts

__all__ = ["csv_facts"]


def csv_facts(report: Report) -> str:
    """The facts as comma-separated values."""
    return sheet(FACT_COLUMNS, facts(trace(report)))
