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

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from pathlib import Path
from typing import Any

from reconcile.model import RoleValue
from reconcile.values._names_letters import clean
from reconcile.values._roles import parse_role
from reconcile.values._tables import Table, read_table

__all__ = ["Holder", "Known", "read_known"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office, from the first to the last day; ``None`` is open."""

    name: str
    role: RoleValue
    start: date | None = None
    end: date | None = None
    where: str = "office holders"
    """Where it is told: file and line."""

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

    def parts(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Whether the user said of a name here and a name there that they are two persons."""
        return bool(self.apart) and any(
            frozenset((clean(one), clean(other))) in self.apart for one, other in product(some, others)
        )


def read_known(path: str | Path) -> Known:
    """What a TOML file tells of holders and of names that are two persons.

    Raises:
        InputError: when the file is not of that form, or an office of it cannot be read; the error names the line.
    """
    table = read_table(path)
    table.check(table.told, ("holder", "apart"), "table", "")
    holders = tuple(_holder(table, nth, row) for nth, row in _rows(table, "holder", _HOLDER))
    apart = [_names(table, nth, row) for nth, row in _rows(table, "apart", ("names",))]
    return Known(holders, frozenset(pair for names in apart for pair in _pairs(names)))


_HOLDER = ("name", "role", "from", "until")


def _rows(table: Table, head: str, keys: Iterable[str]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    rows = table.told.get(head, ())
    if not isinstance(rows, list | tuple) or not all(isinstance(row, Mapping) for row in rows):
        raise table.error(f"write [[{head}]], once for each", table.line(head))
    for nth, row in enumerate(rows):
        table.check(row, keys, f"key of [[{head}]]", head, nth)
        yield nth, row


def _holder(table: Table, nth: int, row: Mapping[str, Any]) -> Holder:
    for key in ("name", "role"):
        if not isinstance(row.get(key), str):
            raise table.error(f"a holder needs a {key} in words", table.line("holder", key, nth))
    for key in ("from", "until"):
        if type(row.get(key, date.min)) is not date:
            raise table.error(f"{key} is a day such as 2026-01-31", table.line("holder", key, nth))
    role, line = parse_role(row["role"]), table.line("holder", "role", nth)
    if role is None:
        raise table.error(f"no office that can be read: {row['role']!r}", line)
    first, last = row.get("from"), row.get("until")
    if first and last and first > last:
        raise table.error("from is later than until", table.line("holder", "from", nth))
    return Holder(row["name"], role, first, last, f"{table.path.name}:{table.line('holder', nth=nth)}")


def _names(table: Table, nth: int, row: Mapping[str, Any]) -> list[str]:
    names = row.get("names")
    if not isinstance(names, list) or len(names) < 2 or not all(isinstance(name, str) for name in names):
        raise table.error("names is a list of two names or more", table.line("apart", "names", nth))
    return names


def _pairs(names: Iterable[str]) -> Iterator[frozenset[str]]:
    yield from (frozenset(pair) for pair in combinations(map(clean, names), 2))
