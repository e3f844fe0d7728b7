"""Offices as values: title, of what, to whom, in what standing.

"Acting head" and "head" are one office in two standings: worth showing, no contradiction. One title of two
countries is two offices.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from reconcile.languages import detect, known
from reconcile.model import Axis, RoleValue, Schema
from reconcile.values import Context, Found, ValueKind
from reconcile.values._names_letters import clean
from reconcile.values._names_values import entry_of
from reconcile.values._roles import find_roles, parse_role, unification

__all__ = ["role"]


def _parse(text: str, context: Context) -> RoleValue | None:
    language = context.language if context.language in known() else None
    return parse_role(text, language)


def _find(text: str, context: Context) -> Sequence[Found]:
    language = context.language or detect(text)
    if language not in known():
        return ()
    return tuple(Found(m.start, m.end, m.role) for m in find_roles(text, str(language)))


def _canonical(value: RoleValue) -> RoleValue:
    """The office in codes, whether it came in codes or in words."""
    read = parse_role(value.title) if " " in value.title or not value.title.isascii() else None
    return value.model_copy(
        update={
            "title": read.title if read else clean(value.title).replace(" ", "_"),
            "of": _code(value.of) or (read.of if read else None),
            "to": _code(value.to) or (read.to if read else None),
            "standing": value.standing or (read.standing if read else None),
        }
    )


def _code(words: str | None) -> str | None:
    if words is None:
        return None
    found = entry_of(words)
    if found is None:
        return clean(words)
    return found.code if found.kind == "body" and not found.governs else found.governs or found.country


def _key(value: RoleValue) -> Hashable:
    office = _canonical(value)
    return (office.title, office.of, office.to, office.standing)


def _show(value: RoleValue) -> str:
    office = _canonical(value)
    parts = [office.standing, office.title.replace("_", " "), office.of and f"of {office.of}"]
    return " ".join(part for part in (*parts, office.to and f"to {office.to}") if part)


def _compare(left: RoleValue, right: RoleValue, schema: Schema) -> Axis:
    if _key(left) == _key(right):
        return Axis("same", f"both are {_show(left)}")
    one, other = _canonical(left), _canonical(right)
    found = unification(one, other)
    if found.unifies and found.detail:
        return Axis("unlike", f"one office, {found.detail}", {"standing": [one.standing, other.standing]})
    if found.unifies:
        return _fuller(one, other)
    if one.title == other.title and one.standing == other.standing:
        return Axis("exclusive", f"{_show(left)} is not {_show(right)}: {found.detail}")
    return Axis("unlike", f"{_show(left)} and {_show(right)}: {found.detail}")


def _fuller(one: RoleValue, other: RoleValue) -> Axis:
    """Two tellings that fit: the one that tells more is the more specific."""
    left = (one.of is not None) + (one.to is not None)
    right = (other.of is not None) + (other.to is not None)
    reason = f"{_show(one)} and {_show(other)} fit each other"
    if one.title == other.title and left == right:
        return Axis("equivalent", reason)
    return Axis("narrower" if (left, len(one.title)) > (right, len(other.title)) else "wider", reason)


role = ValueKind(parse=_parse, key=_key, compare=_compare, show=_show, find=_find)
