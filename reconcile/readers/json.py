"""JSON: one article object with its ``text`` (or a list of articles and claims)."""

from __future__ import annotations

from pathlib import Path

from reconcile.model import Rejected
from reconcile.readers._rows import Row, Rows, UnreadableError, decode, load, read_bytes

__all__ = ["json"]


def json(path: Path, where: str) -> Rows:
    """The object or objects of a file; a lone article without an id is named after the file."""
    data = read_bytes(path, where)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        content = load(decode(data)) if data.strip() else None
    except UnreadableError as error:
        yield Rejected(where, str(error))
        return
    if content is None:
        yield Rejected(where, "the file is empty")
    elif isinstance(content, list):
        yield from (Row(f"{where}[{place}]", item) for place, item in enumerate(content))
    elif isinstance(content, dict) and str(content.get("schema", "")).startswith("reconcile."):
        yield Rejected(where, f"a {content['schema']} file, neither an article nor claims")
    else:
        yield Row(where, content, path.stem)
