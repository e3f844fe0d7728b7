"""The one list of outlets: who they are, in all scripts, for whoever has to know one when they see its name.

Below the stages, so that reading who is quoted and counting who is a witness go by the same names. Another
package adds outlets through the entry-point group ``reconcile.outlets``: a mapping of the form of the file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from typing import Any

__all__ = ["Outlet", "outlets"]


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
    ('Agence France-Presse', True)
    """
    table: dict[str, Any] = tomllib.loads(
        (files("reconcile.languages") / "outlets.toml").read_text(encoding="utf-8")
    )
    for point in entry_points(group="reconcile.outlets"):
        table |= point.load()
    return {
        code: Outlet(
            id=code,
            name=about["en"][0],
            wire=about.get("wire", False),
            names={key: tuple(listed) for key, listed in about.items() if key not in ("wire", "whole")},
            whole=tuple(about.get("whole", ())),
        )
        for code, about in table.items()
    }
