"""One mechanism for every plug-in: look into a folder, take each file's public object, pick by name.

A folder (``reconcile.outputs``, say) holds one plug-in a file; the object that bears the file's name is
the plug-in. A file whose name begins with ``_`` is the stage's own part. Another package adds plug-ins
through the entry-point group ``reconcile.<folder>``; a name that is taken already is an error, never a
silent replacement.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from reconcile.errors import PluginError, ReconcileError, UnknownNameError

__all__ = ["chosen", "discover", "names", "pick"]


@cache
def names(folder: str) -> tuple[str, ...]:
    """The names of the plug-ins of ``folder``, sorted, without importing any of them.

    >>> "json" in names("outputs")
    True
    """
    package = importlib.import_module(f"reconcile.{folder}")
    own = [m.name for m in pkgutil.iter_modules(package.__path__) if not m.name.startswith("_")]
    foreign = [point.name for point in entry_points(group=f"reconcile.{folder}")]
    for name in foreign:
        if name in own or foreign.count(name) > 1:
            raise PluginError(f"two plug-ins of {folder!r} are named {name!r}")
    return tuple(sorted(own + foreign))


@cache
def _load(folder: str, name: str) -> Any:
    for point in entry_points(group=f"reconcile.{folder}"):
        if point.name == name:
            return point.load()
    module = importlib.import_module(f"reconcile.{folder}.{name}")
    try:
        return getattr(module, name)
    except AttributeError:
        raise PluginError(f"reconcile/{folder}/{name}.py has no public object named {name!r}") from None


def pick(folder: str, name: str, *, what: str | None = None) -> Any:
    """The plug-in ``name`` of ``folder``, imported now.

    Raises:
        UnknownNameError: when there is none, with the nearest name that there is.
    """
    if name not in names(folder):
        raise UnknownNameError(what or folder.rstrip("s"), name, names(folder))
    return _load(folder, name)


def discover(folder: str) -> dict[str, Any]:
    """All plug-ins of ``folder`` by name, sorted by name."""
    return {name: _load(folder, name) for name in names(folder)}


def chosen(folder: str, given: Any, *, what: str, has: str = "__call__") -> Any:
    """What a caller chose: the plug-in of that name, or the thing itself where it can do the work.

    Raises:
        UnknownNameError: when it is a name that nobody bears.
        ReconcileError: when it is neither a name nor has what a plug-in of this folder has.

    >>> chosen("engines", 3, what="engine")
    Traceback (most recent call last):
    reconcile.errors.ReconcileError: an engine is chosen by its name or given as a function, not 3
    """
    if isinstance(given, str):
        return pick(folder, given, what=what)
    if not hasattr(given, has):
        form = "a function" if has == "__call__" else f"an object with {has}()"
        article = "an" if what[0] in "aeiou" else "a"
        raise ReconcileError(f"{article} {what} is chosen by its name or given as {form}, not {given!r}")
    return given
