"""The report in a terminal: summary, findings with their quotes, facts; at most 100 columns."""

from __future__ import annotations

from reconcile.model import Report
from reconcile.views import _text, trace

__all__ = ["text"]


def text(report: Report) -> str:
    """Plain text without colours; foreign words stand in isolates."""
    return _text.table(trace(report)) + "\n"
