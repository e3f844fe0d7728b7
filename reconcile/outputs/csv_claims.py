"""The claims as a table for a spreadsheet: one row a claim."""

from __future__ import annotations

from reconcile.model import Report
from reconcile.outputs._sheet import sheet
from reconcile.views import trace
from reconcile.views._tables import CLAIM_COLUMNS, claims

__all__ = ["csv_claims"]


def csv_claims(report: Report) -> str:
    """The claims as comma-separated values."""
    return sheet(CLAIM_COLUMNS, claims(trace(report)))
