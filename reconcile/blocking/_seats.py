"""The other way round: "X is prime minister of Y" also answers who is prime minister of Y.

Two people are two slots of *who is what*, and would never meet. An office that one person holds at a time is a
slot of its own, and so is a body that somebody heads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from reconcile.blocking._qualifiers import Qualified, normal
from reconcile.model import OrganisationValue, PersonValue, Polarity, RoleValue, Schema, Value
from reconcile.values import kind_of
from reconcile.values._schemas import schema_for

__all__ = ["seats"]


def seats(item: Qualified, schemas: tuple[Schema, ...]) -> Iterable[Qualified]:
    """A claim on what somebody is, as a claim on who is that; nothing where the office is no single seat."""
    schema, name = item.schema, item.claim.claim.qualifiers.get("person") or item.identity.get("person")
    if schema.one_seat is None or not isinstance(name, str):
        return
    seat = _seat(item.claim.value, schema)
    if seat and item.claim.claim.polarity is Polarity.AFFIRM:
        holder = replace(item.claim, value=PersonValue(name=name, raw=item.claim.value.raw))
        inverse = schema_for(schema.one_seat, schemas, "person")
        yield replace(item, claim=holder, attribute=schema.one_seat, schema=inverse, identity=seat)


def _seat(value: Value, schema: Schema) -> dict[str, Any]:
    """The office or the body as an identity."""
    if isinstance(value, OrganisationValue):
        return {"organisation": normal(value.name)} if value.name else {}
    if not isinstance(value, RoleValue):
        return {}
    office: Any = kind_of("role").key(value)
    title, of, to, standing = office
    single = any(fnmatchcase(title, pattern) for pattern in schema.seats)
    return {"office": f"{title} {of}"} if single and of and not (to or standing) else {}
