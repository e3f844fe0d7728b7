"""The whole report as one JSON document: the contract ``reconcile.report/1``."""

from __future__ import annotations

from reconcile.model import Report
from reconcile.outputs._contract import dump, report_dict

__all__ = ["json"]


def json(report: Report) -> str:
    """The report contract; words stay in their own script."""
    return dump(report_dict(report), indent=2) + "\n"
