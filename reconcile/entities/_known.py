"""What the user knows and the articles do not say: who held an office when, and which names are not one person.

Nothing of it is built in. A file that the user hands over looks like this::

    [[holder]]
    name = "Karim Haddad"
    role = "ambassador of Norway to the United States"
    from = 2024-01-01
    until = 2026-06-30

    [[apart]]
    names = ["Ahmad Mansour", "Abu Nur"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reconcile.errors import InputError
from reconcile.model import RoleValue
from reconcile.values._names_tokens import clean
from reconcile.values._roles import parse_role

__all__ = ["Holder", "Known", "read_known"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office, from the first to the last day; ``None`` is open."""

    name: str
    role: RoleValue
    start: date | None = None
    end: date | None = None

    def held(self, day: date | None) -> bool:
        """Whether the office was held on a day; of an unknown day nothing is said."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Known:
    """Holders of offices, and pairs of names (cleaned) that must not become one person."""

    holders: tuple[Holder, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()

    def parts(self, one: str, other: str) -> bool:
        """Whether the user said that two names are two persons."""
        return bool(self.apart) and frozenset((clean(one), clean(other))) in self.apart


def read_known(path: str | Path) -> Known:
    """What a TOML file tells of holders and of names that are two persons.

    Raises:
        InputError: when the file is not of that form, or an office of it cannot be read.
    """
    try:
        told = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        holders = tuple(_holder(row) for row in told.get("holder", ()))
        apart = frozenset(
            frozenset(clean(str(name)) for name in row["names"]) for row in told.get("apart", ())
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: {error}") from error
    return Known(holders, apart)


def _holder(row: Mapping[str, Any]) -> Holder:
    role = parse_role(str(row["role"]))
    if role is None:
        raise ValueError(f"no office that can be read: {row['role']!r}")
    return Holder(str(row["name"]), role, row.get("from"), row.get("until"))
