"""JSON lines: one object a line, a claim (with ``attribute``) or an article (with ``text`` or only ``id``)."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from reconcile.model import Rejected
from reconcile.readers._rows import Row, Rows, UnreadableError, decode, load

__all__ = ["jsonl"]


def jsonl(path: Path, where: str) -> Rows:
    """The objects of a file, line by line; ``-`` is the standard input. A bad line costs only itself."""
    if str(path) == "-":
        yield from _lines(sys.stdin.buffer, where)
        return
    try:
        with path.open("rb") as file:
            if b"\0" in file.read(4096):
                yield Rejected(where, "not text: it holds NUL bytes")
                return
            file.seek(0)
            yield from _lines(file, where)
    except OSError as error:
        yield Rejected(where, f"cannot be read: {(error.strerror or str(error)).lower()}")


def _lines(lines: Iterable[bytes], where: str) -> Rows:
    empty = True
    for number, line in enumerate(lines, 1):
        place = f"{where}:{number}"
        if not line.strip():
            continue
        empty = False
        try:
            yield Row(place, load(decode(line)))
        except UnreadableError as error:
            yield Rejected(place, str(error))
    if empty:
        yield Rejected(where, "the file is empty")
