"""Which schema an attribute has: patterns match whole words from the end of its path.

A rule set lists schemas by pattern (``*.killed``), so that an attribute nobody listed still finds one. A
name that is written otherwise is an *alias*: it finds the schema and is brought to the name it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from reconcile.model import Schema

__all__ = ["canonical", "is_known", "matches", "schema_for"]

_SINGLE = frozenset({"date", "duration", "quantity", "boolean"})
_PLACES = frozenset({"place", "location"})


@dataclass(frozen=True, slots=True)
class _Match:
    """One pattern that fits: how well, what stood before it, and what its stars stood for."""

    rank: tuple[int, ...]
    schema: Schema
    pattern: str
    before: tuple[str, ...]
    stars: tuple[tuple[str, ...], ...]


def schema_for(attribute: str, schemas: Sequence[Schema], kind: str | None = None) -> Schema:
    """The most specific schema of an attribute, with every default that follows from it filled in.

    ``kind`` is the kind of the attribute's values as far as they were typed: it decides what an attribute
    without a schema is. A quantity that nobody declared keeps ``varies=None``: whether it moves is seen
    only in its block (any claim with ``as_of``). Of two patterns that fit equally well the later one wins.

    >>> listed = (Schema(pattern="*.killed", kind="quantity", varies="grows"),)
    >>> schema_for("attack.killed", listed).varies
    'grows'
    >>> schema_for("siege.location", ()).kind, schema_for("siege.location", ()).cardinality
    ('place', 'one')
    >>> schema_for("siege.witness", (), "person").cardinality
    'many'
    """
    best = _best(attribute, schemas)
    if best is None:
        return _defaults(Schema(pattern=attribute), attribute, kind)
    return _defaults(best.schema, attribute, kind)


def canonical(attribute: str, schemas: Sequence[Schema]) -> tuple[str, Mapping[str, str]]:
    """The attribute under the name that its schema gives it, and the qualifiers that its old name set.

    >>> listed = (Schema(pattern="delegation.member", sets={"delegation.israel.member": {"side": "Israel"}}),
    ...           Schema(pattern="*.killed", aliases=("*.deaths",)))
    >>> canonical("delegation.israel.member", listed)
    ('delegation.member', {'side': 'Israel'})
    >>> canonical("flood.deaths", listed), canonical("flood.rain", listed)
    (('flood.killed', {}), ('flood.rain', {}))
    """
    best = _best(attribute, schemas)
    if best is None or best.pattern == best.schema.pattern:
        return attribute, {}
    captures = [".".join(words) for words in best.stars]
    set_by_name = {
        key: captures[0] if value == "*" and captures else value
        for key, value in best.schema.sets.get(best.pattern, {}).items()
    }
    filled = _fill(best.schema.pattern, list(best.stars))
    return ".".join((*best.before, *filled)), set_by_name


@lru_cache(maxsize=65536)
def matches(pattern: str, attribute: str) -> bool:
    """Whether a pattern speaks of an attribute: whole words, from the end of its path.

    >>> matches("*.date", "talks.date"), matches("date", "talks.date"), matches("*.date", "talks.place")
    (True, True, False)
    """
    return _from_end(attribute.split("."), pattern.split(".")) is not None


def is_known(attribute: str, schemas: Sequence[Schema]) -> bool:
    """Whether some pattern with at least one word of its own speaks of this attribute.

    >>> is_known("fire.killed", (Schema(pattern="*.killed"),)), is_known("fire.kiled", (Schema(pattern="*"),))
    (True, False)
    """
    best = _best(attribute, schemas)
    return best is not None and best.pattern.strip("*.") != ""


def _best(attribute: str, schemas: Sequence[Schema]) -> _Match | None:
    matches = [
        found
        for place, schema in enumerate(schemas)
        for pattern in (schema.pattern, *schema.aliases, *schema.sets)
        if (found := _match(attribute, pattern, schema, place)) is not None
    ]
    return max(matches, key=lambda found: found.rank, default=None)


def _match(attribute: str, pattern: str, schema: Schema, place: int) -> _Match | None:
    """A whole-part match ranks above one inside a part (``start_date`` for ``*.date``)."""
    words = pattern.split(".")
    literal = sum(word != "*" for word in words)
    for exact, parts in ((1, attribute.split(".")), (0, re.split(r"[._]", attribute))):
        found = _from_end(parts, words)
        if found is not None:
            before, stars = found
            own = int(pattern == schema.pattern)
            return _Match((exact, literal, -len(before), own, place), schema, pattern, before, stars)
    return None


def _from_end(
    parts: list[str], words: list[str]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]] | None:
    """What is left before the pattern, and what each star took (first star first); a star takes any
    number of parts, and what stands before a pattern without a star in front is left over."""
    if not words:
        return tuple(parts), ()
    *head, last = words
    if last != "*":
        if not parts or parts[-1] != last:
            return None
        return _from_end(parts[:-1], head)
    takes = range(len(parts), -1, -1) if not head else range(len(parts) + 1)
    for count in takes:
        rest = _from_end(parts[: len(parts) - count], head)
        if rest is not None:
            return rest[0], (*rest[1], tuple(parts[len(parts) - count :]))
    return None


def _fill(pattern: str, stars: list[tuple[str, ...]]) -> list[str]:
    filled: list[str] = []
    for word in pattern.split("."):
        filled.extend((stars.pop(0) if stars else ()) if word == "*" else (word,))
    return filled


def _defaults(schema: Schema, attribute: str, kind: str | None) -> Schema:
    """DESIGN section 4, "Without a schema"; the same defaults fill what a schema leaves open."""
    kind = schema.kind or (None if kind in (None, "unread", "set") else kind)
    is_place = attribute.rsplit(".", 1)[-1] in _PLACES
    if kind is None and is_place:
        kind = "place"
    single = kind in _SINGLE or (kind == "place" and is_place)
    update: dict[str, Any] = {"kind": kind}
    if schema.cardinality is None:
        update["cardinality"] = "one" if single else "many"
    if schema.varies is None and kind != "quantity":
        update["varies"] = "no"
    return schema.model_copy(update=update)
