"""The one list of outlets: who they are, in all scripts, for whoever has to know one when they see its name.

Below the stages, so that reading who is quoted and counting who is a witness go by the same names. Another
package adds outlets through the entry-point group ``reconcile.outlets``: a mapping of the form of the file. A user
adds some for one call (``using``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from typing import Any

__all__ = ["Outlet", "outlets", "using"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet and the names that it goes by.

    Attributes:
        id: what it is called across languages.
        name: how it is printed.
        wire: its text is reprinted by others.
        names: its names by language.
        whole: names that mean other things as well, in any language: they count only where nothing else stands.
    """

    id: str
    name: str
    wire: bool
    names: Mapping[str, tuple[str, ...]]
    whole: tuple[str, ...]


@cache
def outlets() -> Mapping[str, Outlet]:
    """Every outlet of the list, by id.

    >>> outlets()["afp"].name, outlets()["afp"].wire
    ('AFP', True)
    """
    table: dict[str, Any] = tomllib.loads(
        (files("reconcile.languages") / "outlets.toml").read_text(encoding="utf-8")
    )
    for point in entry_points(group="reconcile.outlets"):
        table |= point.load()
    for code, about in _IN_USE[-1].items():
        table[code] = {**table.get(code, {}), **about}
    return {code: _outlet(code, about) for code, about in table.items()}


def _outlet(code: str, about: Mapping[str, Any]) -> Outlet:
    names = {key: tuple(listed) for key, listed in about.items() if key not in ("wire", "whole")}
    first = names.get("en") or next(iter(names.values()))
    return Outlet(code, first[0], about.get("wire", False), names, tuple(about.get("whole", ())))


#: What users add, innermost last: of every outlet what the file would say of it.
_IN_USE: list[Mapping[str, Mapping[str, Any]]] = [{}]


@contextmanager
def using(told: Mapping[str, Mapping[str, Any]]) -> Iterator[None]:
    """Within it a user's outlets are in the list too; one thread at a time."""
    _IN_USE.append(told)
    outlets.cache_clear()
    try:
        yield
    finally:
        _IN_USE.pop()
        outlets.cache_clear()
