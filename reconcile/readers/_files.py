"""From what a caller names (a file, a folder, ``-``) to files and the readers of their formats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from reconcile.errors import did_you_mean
from reconcile.model import Rejected
from reconcile.readers._rows import Row
from reconcile.registry import names, pick

__all__ = ["SIDECAR", "rows_of_path", "rows_of_sidecar"]

SIDECAR = "articles.jsonl"
_OTHER_SUFFIXES = {"htm": "html", "xhtml": "html", "ndjson": "jsonl"}


def rows_of_path(given: str | Path) -> Iterator[Row | Rejected]:
    """Every object in a file, in the files of a folder (sorted by name), or on the standard input."""
    path, where = Path(given), str(given)
    if where == "-":
        yield from pick("readers", "jsonl")(path, "-")
    elif not _exists(path):
        yield Rejected(_short(where), f"no such file or folder.{_meant(path)}")
    elif path.is_dir():
        yield from _rows_of_folder(path, where)
    elif (name := _format(path)) is None:
        known = ", ".join(f".{name}" for name in names("readers"))
        yield Rejected(where, f"no reader for {path.suffix or 'a file without a suffix'!r}. Known: {known}.")
    else:
        yield from pick("readers", name)(path, where)


def rows_of_sidecar(given: str | Path) -> Iterator[Row | Rejected]:
    """The articles that ``articles.jsonl`` beside a given *file* tells of; a folder reads its own."""
    path = Path(given)
    beside = path.with_name(SIDECAR) if path.name else path
    if _exists(path) and path.is_file() and path.name != SIDECAR and beside.is_file():
        yield from pick("readers", "jsonl")(beside, str(beside))


def _rows_of_folder(folder: Path, where: str) -> Iterator[Row | Rejected]:
    found = [path for path in sorted(folder.rglob("*")) if _is_input(path, folder)]
    if not found:
        known = ", ".join(f".{name}" for name in names("readers"))
        yield Rejected(where, f"no article and no claims in this folder ({known})")
    for path in found:
        yield from pick("readers", str(_format(path)))(path, path.relative_to(folder).as_posix())


def _is_input(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "__")) for part in path.relative_to(folder).parts)
    return not hidden and _format(path) is not None and path.is_file()


def _format(path: Path) -> str | None:
    suffix = path.suffix.removeprefix(".").lower()
    name = _OTHER_SUFFIXES.get(suffix, suffix)
    return name if name in names("readers") else None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _short(where: str) -> str:
    first = where.splitlines()[0] if where.splitlines() else where
    return first if len(first) <= 120 else f"{first[:117]}…"


def _meant(path: Path) -> str:
    if len(str(path)) > 255 or "\n" in str(path):
        return " A text is given as an article: {'id': …, 'text': …}."
    near = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
    return did_you_mean(path.name, near)
