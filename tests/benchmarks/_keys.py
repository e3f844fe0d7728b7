"""Values of gold rows and of claims as keys that can be compared.

People match by any printed form of them (``seed_people.jsonl``), offices by any printed form of those
(``seed_roles.jsonl``); everything else by its normal form.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any

from _gold import rows

from reconcile.languages import fold
from reconcile.model import Claim, PersonValue, Value
from reconcile.values._gazetteer import lookup

_SIDES = "delegation"
PEOPLE = "unnamed people"


@dataclass(frozen=True)
class Who:
    """Printed forms of people and offices, folded, and whom or what they stand for."""

    people: Mapping[str, str]
    roles: Mapping[str, str]

    @classmethod
    def read(cls, folder: Path) -> Who:
        """The two tables of the gold folder."""
        people = {
            fold(f["form"]): r["person"] for r in rows(folder / "seed_people.jsonl") for f in r["forms"]
        }
        roles = {fold(f["form"]): r["role"] for r in rows(folder / "seed_roles.jsonl") for f in r["forms"]}
        return cls(people, roles)

    def person(self, value: PersonValue) -> Hashable:
        """Who a claim's person is."""
        if value.plural:
            return PEOPLE
        if value.name:
            return self.people.get(fold(value.name), value.name)
        return next(
            (self.roles[fold(role)] for role in value.roles if fold(role) in self.roles), value.roles[0]
        )


def family(attribute: str) -> tuple[str, str | None]:
    """An attribute without the side in its name, and the side as the code of a country.

    >>> family("delegation.us.member")
    ('delegation.member', 'US')
    """
    parts = attribute.split(".")
    if parts[0] == _SIDES and len(parts) == 3:
        return f"{_SIDES}.{parts[2]}", _code(parts[1])
    return attribute, None


def _code(name: Any) -> str | None:
    entry = lookup(str(name).upper() if len(str(name)) == 2 else str(name).title())
    return entry.country if entry else None


def gold_keys(row: Mapping[str, Any], who: Who) -> list[tuple[str, str | None, Hashable]]:
    """The keys of a gold row: one, or one a person of a list."""
    attribute, side = family(row["attribute"])
    return [(attribute, side, key) for key in _gold_values(row["value"], who)]


def _gold_values(value: Mapping[str, Any], who: Who) -> list[Hashable]:
    kind = value["kind"]
    if kind == "set" and value["of"] == "person":
        return [member["name"] for member in value["members"]]
    if kind == "person" and not value["name"]:
        role = value["roles"][0]
        return [role if role in who.roles.values() else PEOPLE]
    return [_GOLD[kind](value) if kind in _GOLD else value.get("name")]


_GOLD: Mapping[str, Callable[[Mapping[str, Any]], Hashable]] = {
    "instant": lambda value: value["date"][:10],
    "duration": lambda value: (value["min"], value["max"], value["unit"]),
    "quantity": itemgetter("value"),
    "set": lambda value: tuple(sorted(value["members"])),
    "boolean": itemgetter("value"),
    "text": itemgetter("text"),
}


def claim_key(claim: Claim, value: Value, who: Who) -> tuple[str, str | None, Hashable]:
    """The key of a claim whose value was read."""
    attribute, side = family(claim.attribute)
    told = claim.qualifiers.get("side")
    return attribute, _code(told) if told else side, _claim_value(value, who)


def _claim_value(value: Any, who: Who) -> Hashable:
    if value.kind == "person":
        return who.person(value)
    return _CLAIM[value.kind](value) if value.kind in _CLAIM else value.name


_CLAIM: Mapping[str, Callable[[Any], Hashable]] = {
    "date": lambda value: value.start.date().isoformat() if value.start else None,
    "duration": attrgetter("min", "max", "unit"),
    "quantity": attrgetter("min"),
    "set": lambda value: tuple(sorted(_names(value.members))),
    "boolean": attrgetter("value"),
    "text": attrgetter("text"),
}


def _names(members: Sequence[Any]) -> Iterable[str]:
    return (str(member.name) for member in members)
