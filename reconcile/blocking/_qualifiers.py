"""Which qualifier does what: says of which thing (identity), of which part, or at which time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile import edtf
from reconcile.languages import fold
from reconcile.model import PlacedClaim, QualifierRole, Schema
from reconcile.values import _gazetteer
from reconcile.values._schemas import canonical, schema_for

__all__ = ["Qualified", "asked", "normal", "qualify"]

#: Words that say "the whole": equal to a missing key.
_WHOLE = frozenset({"all", "total", "current"})
_PART_KEYS = frozenset({"window", "area", "population", "includes", "excludes", "aggregate", "by", "group", "severity",
                        "cause", "perpetrator"})  # fmt: skip
_TIME_KEYS = frozenset({"moment", "phase", "vintage", "round", "date", "time", "as_of", "period"})


@dataclass(frozen=True, slots=True)
class Qualified:
    """A claim with its canonical attribute and its qualifiers sorted by what they do."""

    claim: PlacedClaim
    attribute: str
    schema: Schema
    identity: Mapping[str, Any]
    parts: Mapping[str, Any]
    times: Mapping[str, Any]


Asked = tuple[Schema, str, Mapping[str, str]]


def asked(attribute: str, kind: str, schemas: tuple[Schema, ...]) -> Asked:
    """The schema of an attribute, its canonical name, and the qualifiers that its own name sets."""
    return schema_for(attribute, schemas, kind), *canonical(attribute, schemas)


def qualify(claim: PlacedClaim, ask: Callable[[str, str], Asked]) -> Qualified:
    """Resolve the attribute's alias and sort the qualifiers of a claim by their role in its schema."""
    schema, attribute, extra = ask(claim.claim.attribute, claim.value.kind)
    sorted_by_role: dict[QualifierRole, dict[str, Any]] = {"identity": {}, "part": {}, "time": {}}
    for name, value in {**extra, **claim.claim.qualifiers}.items():
        if (told := normal(value)) not in _WHOLE:
            sorted_by_role[_role(name, value, schema)][name] = told
    for name, value in claim.claim.scope.items():
        if (told := normal(value)) not in _WHOLE:
            sorted_by_role["part"][name] = told
    return Qualified(claim, attribute, schema, sorted_by_role["identity"], sorted_by_role["part"],
                     sorted_by_role["time"])  # fmt: skip


def _role(name: str, value: Any, schema: Schema) -> QualifierRole:
    """The declared role of a key, else what its name or its value suggest (a date, a place or a group)."""
    if name in schema.qualifiers:
        return schema.qualifiers[name]
    if name in _TIME_KEYS or _is_date(value):
        return "time"
    if name in _PART_KEYS or (
        isinstance(value, str) and _gazetteer.lookup(value) is not None and name != "side"
    ):
        return "part"
    return "identity"


def _is_date(value: Any) -> bool:
    if not isinstance(value, str) or not value[:4].isdigit():
        return False
    try:
        edtf.read(value)
    except ValueError:
        return False
    return True


def normal(value: Any) -> Any:
    """A qualifier in the form in which equal ones are equal: places and bodies by one name, words folded."""
    if isinstance(value, str):
        return _normal_word(value)
    if isinstance(value, tuple | list):
        return tuple(sorted(_normal_word(str(item)) for item in value))
    return value


@_gazetteer.remembers
@cache
def _normal_word(word: str) -> str:
    entry = _gazetteer.lookup(word)
    return entry.name if entry is not None else " ".join(fold(word).split())
