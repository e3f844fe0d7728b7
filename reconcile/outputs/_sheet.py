"""Rows as comma-separated values that a spreadsheet opens without harm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from csv import writer
from io import StringIO
from typing import Any

__all__ = ["sheet"]

_FORMULA = re.compile(r"\s*[=+\-@|%\t\r]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,:]\d+)*%?")


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """One header line, ``\\r\\n``; no cell can be taken for a formula.

    >>> sheet(("a", "b"), [{"a": "=1", "b": None}])
    "a,b\\r\\n'=1,\\r\\n"
    """
    table = StringIO()
    out = writer(table)
    out.writerow(columns)
    out.writerows([_harmless(_cell(row[name])) for name in columns] for row in rows)
    return table.getvalue()


def _cell(value: Any) -> str:
    return "" if value is None else str(value)


def _harmless(cell: str) -> str:
    """A cell that begins like a formula gets an apostrophe before it, unless it is a plain number.

    >>> _harmless("=1+1"), _harmless("-5"), _harmless("a=b")
    ("'=1+1", '-5', 'a=b')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell
