"""The findings as a table for a spreadsheet: one row for every quote of every side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from csv import writer
from io import StringIO

from reconcile.model import Report
from reconcile.views import Trace, trace
from reconcile.views._words import said_by

__all__ = ["COLUMNS", "csv", "rows"]

COLUMNS = (
    "finding", "severity", "kind", "event", "attribute", "question", "side", "value", "outlet", "published",
    "language", "quote", "said_by", "notes", "rule", "ruleset", "reason",
)  # fmt: skip
_FORMULA = re.compile(r"\s*[=+\-@|%\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,:]\d+)*%?")


def csv(report: Report) -> str:
    """Comma-separated, one header line, ``\\r\\n``; no cell can be taken for a formula."""
    table = StringIO()
    out = writer(table)
    out.writerow(COLUMNS)
    out.writerows([_harmless(cell) for cell in row] for row in rows(trace(report)))
    return table.getvalue()


def rows(trace: Trace) -> Iterator[tuple[str, ...]]:
    """The rows behind :func:`csv`, in the order of ``COLUMNS``."""
    for found in trace.findings:
        for number, side in enumerate(found.sides, 1):
            for voice in side.voices:
                yield (
                    found.id, found.severity.value, found.kind.value, found.event, found.attribute,
                    found.question, str(number), ("denied: " if side.denied else "") + side.value,
                    voice.outlet, voice.iso or "", voice.language or "", voice.quote or voice.raw or "",
                    said_by(voice.chain), "; ".join(voice.notes), found.rule, found.ruleset, found.reason,
                )  # fmt: skip


def _harmless(cell: str) -> str:
    """A cell that begins like a formula gets an apostrophe before it, unless it is a plain number.

    >>> _harmless("=1+1"), _harmless("-5"), _harmless("a=b")
    ("'=1+1", '-5', 'a=b')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
