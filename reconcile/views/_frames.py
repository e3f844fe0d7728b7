"""Rows as a data frame of a library that the reader has: pandas or polars. Neither is a dependency."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import Any

from reconcile.errors import ReconcileError, UnknownNameError

__all__ = ["LIBRARIES", "frame"]

LIBRARIES = ("pandas", "polars")


def frame(rows: Iterable[Mapping[str, Any]], library: str | None = None) -> Any:
    """The rows as a ``DataFrame`` of the library, or of the first one that is installed.

    Raises:
        ReconcileError: when the library is not installed, or none is.
        UnknownNameError: when it is neither pandas nor polars.
    """
    if library not in (None, *LIBRARIES):
        raise UnknownNameError("data frame library", str(library), LIBRARIES)
    for name in (library,) if library else LIBRARIES:
        try:
            return importlib.import_module(name).DataFrame([dict(row) for row in rows])
        except ImportError:
            continue
    wanted = library or " or ".join(LIBRARIES)
    raise ReconcileError(f"a data frame needs {wanted}: pip install {library or LIBRARIES[0]}")
