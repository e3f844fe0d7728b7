"""What every reader of a format gives: plain objects, each with the place where it stood.

A reader is a callable ``name(path, where)`` that yields :class:`Row` and :class:`Rejected`; ``where`` is
how the path was named by whoever gave it, so that no message shows a path that nobody gave.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.model import Rejected

__all__ = ["Row", "UnreadableError", "decode", "load", "read_bytes"]


@dataclass(frozen=True, slots=True)
class Row:
    """One object as it was given: an article, a claim, or the metadata of an article."""

    where: str
    data: Any
    stem: str | None = None
    """The id of an article that gives none."""


class UnreadableError(ValueError):
    """Bytes that are no text, or text that is no JSON: the sentence that says so."""


def read_bytes(path: Path, where: str) -> bytes | Rejected:
    """The bytes of a file, or why there are none."""
    try:
        return path.read_bytes()
    except OSError as error:
        return Rejected(where, f"cannot be read: {(error.strerror or str(error)).lower()}")


def decode(data: bytes) -> str:
    """Bytes as UTF-8 text, without a byte order mark; line ends stay as they are.

    >>> decode("שלום".encode())
    'שלום'
    >>> decode(b"caf\\xe9")
    Traceback (most recent call last):
    reconcile.readers._rows.UnreadableError: not UTF-8: byte 0xe9 at 3 (line 1); save it as UTF-8
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise UnreadableError("not UTF-8 but UTF-16; save it as UTF-8")
    if b"\0" in data:
        raise UnreadableError("not text: it holds NUL bytes")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = f"byte 0x{data[error.start]:02x} at {error.start} (line {line})"
        raise UnreadableError(f"not UTF-8: {place}; save it as UTF-8") from None


def load(text: str) -> Any:
    """A JSON text as data; a key that stands twice in one object is an error, not a loss.

    >>> load('{"a": 1, "a": 2}')
    Traceback (most recent call last):
    reconcile.readers._rows.UnreadableError: not JSON: key 'a' stands twice in one object
    """
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
        if "\\ud" in text.lower():
            json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}" if error.lineno > 1 else f"column {error.colno}"
        raise UnreadableError(f"not JSON: {error.msg.lower()} ({place})") from None
    except UnicodeEncodeError:
        raise UnreadableError("not JSON: half a surrogate pair stands in a string") from None
    except RecursionError:
        raise UnreadableError("not JSON: nested too deeply") from None
    except ValueError as error:
        raise UnreadableError(f"not JSON: {str(error)[:120]}") from None
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"key {twice!r} stands twice in one object")
    return data


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


Rows = Iterator[Row | Rejected]
