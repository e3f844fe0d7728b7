"""The whole report as one JSON document: the contract ``reconcile.report/1``."""

from __future__ import annotations

from json import dumps

from reconcile.model import Report
from reconcile.outputs._contract import report_dict

__all__ = ["json"]


def json(report: Report) -> str:
    """The report contract; words stay in their own script."""
    return dumps(report_dict(report), ensure_ascii=False, indent=2, default=str) + "\n"
