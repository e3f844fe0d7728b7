"""Outputs: a report as a text in some format, one file a format.

A format's public object bears the file's name and turns a report into a string. None of them has a clock,
a host or an absolute path in it: one report gives the same bytes everywhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from json import loads
from pathlib import Path
from typing import Any

from reconcile.errors import ReconcileError
from reconcile.model import Report
from reconcile.outputs._contract import report_dict
from reconcile.outputs._schema import claim_schema, report_schema
from reconcile.registry import names, pick

__all__ = ["claim_schema", "read", "render", "report_dict", "report_schema", "split", "write"]

_SUFFIXES = {"md": "markdown", "txt": "text", "htm": "html", "ndjson": "jsonl"}
_BOM = "\ufeff"


def render(report: Report, name: str) -> str:
    """The report in the format ``name``.

    Raises:
        UnknownNameError: when there is no such format, with the nearest one.
        ReconcileError: when the format is no text (parquet); :func:`write` it.
    """
    made = _made(report, name)
    if isinstance(made, bytes):
        raise ReconcileError(f"{name} is no text: write it to a file, {name}:FILE")
    return made


def _made(report: Report, name: str) -> str | bytes:
    output: Callable[[Report], str | bytes] = pick("outputs", name, what="output format")
    return output(report)


def write(report: Report, target: str | Path, *, bom: bool = False) -> None:
    """Write the report to ``"FORMAT:FILE"``, or to ``"FILE"`` whose suffix names the format.

    ``FORMAT`` alone, or ``-`` for the file, is standard output. With ``bom`` a text begins with the mark by which
    spreadsheets know that it is UTF-8, without which some of them show no Hebrew and no Arabic.

    Raises:
        UnknownNameError: when there is no such format.
        ReconcileError: when the file cannot be written.
    """
    name, file = split(target)
    made = _made(report, name)
    if file is None:
        _print(made)
        return
    data = made if isinstance(made, bytes) else (_BOM * bom + made).encode("utf-8", "backslashreplace")
    try:
        file.write_bytes(data)
    except OSError as error:
        raise ReconcileError(f"cannot be written: {error.strerror}", where=str(file)) from error


def _print(made: str | bytes) -> None:
    if isinstance(made, bytes):
        sys.stdout.buffer.write(made)
        return
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(made.encode(encoding, "backslashreplace").decode(encoding))


def read(path: str | Path) -> dict[str, Any]:
    """A report that was saved as JSON, as plain data.

    Raises:
        ReconcileError: when the file cannot be read, or does not hold a JSON object.
    """
    try:
        data = loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ReconcileError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except ValueError as error:
        raise ReconcileError(f"is no JSON: {error}", where=str(path)) from error
    if not isinstance(data, dict):
        raise ReconcileError("is no report: a JSON object is expected", where=str(path))
    return data


def split(target: str | Path) -> tuple[str, Path | None]:
    """The format and the file that a target names.

    >>> split("html:out.html")
    ('html', PosixPath('out.html'))
    >>> split("report.md")[0], split("json"), split("json:-")
    ('markdown', ('json', None), ('json', None))
    """
    text = str(target)
    name, colon, file = text.partition(":")
    if colon and len(name) > 1 and not isinstance(target, Path):
        return name, None if file in ("", "-") else Path(file)
    if text in names("outputs"):
        return text, None
    suffix = Path(text).suffix[1:].lower()
    return _SUFFIXES.get(suffix, suffix or text), Path(text)
