"""Plain text: one article a file, with its metadata in ``NAME.toml`` beside it where there is one."""

from __future__ import annotations

import tomllib
from pathlib import Path

from reconcile.errors import ClaimError
from reconcile.model import Rejected
from reconcile.readers._objects import article_of, clean
from reconcile.readers._rows import Row, Rows, UnreadableError, decode, read_bytes

__all__ = ["txt"]


def txt(path: Path, where: str) -> Rows:
    """The article of a text file; its id is the file's stem unless the sidecar gives another one."""
    data = read_bytes(path, where)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        text = decode(data)
    except UnreadableError as error:
        yield Rejected(where, str(error))
        return
    if not text.strip():
        yield Rejected(where, "the file is empty")
        return
    about: dict[str, object] = {}
    for row in _sidecar(path.with_suffix(".toml"), where):
        if isinstance(row, Rejected):
            yield row
        else:
            about = row.data
    yield Row(where, {"id": path.stem, **about, "text": text}, path.stem)


def _beside(where: str) -> str:
    return f"{where.removesuffix('.txt')}.toml"


def _sidecar(path: Path, where: str) -> Rows:
    if not path.is_file():
        return
    data = read_bytes(path, _beside(where))
    if isinstance(data, Rejected):
        yield data
        return
    try:
        about = clean(tomllib.loads(decode(data)))
        if "text" in about:
            raise ClaimError("the text stands in the .txt file, not in the sidecar", where="text")
        article_of(about, path.stem)
    except (UnreadableError, tomllib.TOMLDecodeError) as error:
        yield Rejected(_beside(where), str(error) if "not " in str(error) else f"not TOML: {error}")
    except ClaimError as error:
        yield Rejected(f"{_beside(where)}:{error.where}", error.message)
    else:
        yield Row(_beside(where), about)
