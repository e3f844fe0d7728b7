"""Persons: by name in whatever script, or only by office ("the Norwegian foreign minister").

A name and an office are two ways to say who: where the entities of the event make them one, the named one
is the more specific. Different names exclude each other; whether that matters is for the schema (a list
has room for both).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from reconcile.languages import detect, known
from reconcile.model import Axis, PersonValue, RoleValue, Schema
from reconcile.values import Context, Found, ValueKind
from reconcile.values._names import NameMatch, block_keys
from reconcile.values._names_letters import clean
from reconcile.values._names_tokens import parse
from reconcile.values._names_values import best_match, explain, names_of
from reconcile.values._people import PersonMention, find_people
from reconcile.values._roles import find_roles, parse_role, unification

__all__ = ["person", "roles_of"]

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*")
_EDGES = " \t\n,.;:-\u2013\u2014،؛\"'«»"
_MAX_WORDS, _SCREEN_FROM = 8, 64


# ---- reading ----


def _parse(text: str, context: Context) -> PersonValue | None:
    language = context.language if context.language in known() else detect(text)
    if not text.strip(_EDGES) or language is None:
        return None
    whole = _whole(text, language)
    return whole or _bare_name(text) or _only_roles(text, language)


def _whole(text: str, language: str) -> PersonValue | None:
    """One mention that takes up the text, but for its edges."""
    found = find_people(text, language)
    if len(found) != 1:
        return None
    rest = text[: found[0].start] + text[found[0].end :]
    return (
        _value(found[0], text) if not [word for word in rest.split() if word.strip(_EDGES + "()")] else None
    )


def _value(mention: PersonMention, raw: str) -> PersonValue:
    return PersonValue(
        name=mention.name,
        aliases=(mention.alias,) if mention.alias else (),
        roles=mention.roles,
        plural=mention.plural,
        raw=raw,
    )


def _bare_name(text: str) -> PersonValue | None:
    """Words that hold no office: a name, and what stands in brackets another one."""
    language = detect(text)
    if language is None or find_roles(text, language):
        return None
    aliases = tuple(found.strip(_EDGES) for found in _BRACKET.findall(text))
    name = _BRACKET.sub(" ", text).strip(_EDGES)
    if not parse(name).core or len(name.split()) > _MAX_WORDS:
        return None
    return PersonValue(name=name, aliases=aliases, raw=text)


def _only_roles(text: str, language: str) -> PersonValue | None:
    """One office, and a name where words are left beside it."""
    roles = find_roles(text, language)
    if len(roles) != 1:
        return None
    role = roles[0]
    left = (text[: role.start] + " " + text[role.end :]).strip(_EDGES)
    name = left if parse(left).core and 1 < len(left.split()) <= 4 else None
    printed = text[role.start : role.end]
    return PersonValue(name=name, roles=(printed,), plural=role.plural, raw=text)


def _find(text: str, context: Context) -> Sequence[Found]:
    language = context.language or detect(text)
    if language not in known():
        return ()
    found = find_people(text, str(language))
    return tuple(Found(m.start, m.end, _value(m, text[m.start : m.end])) for m in found)


# ---- canonical form ----


def roles_of(value: PersonValue) -> tuple[RoleValue, ...]:
    """What the printed offices of a person say, as far as they can be read."""
    return tuple(role for printed in value.roles if (role := parse_role(printed)))


def _key(value: PersonValue) -> Hashable:
    names = tuple(clean(name) for name in names_of(value))
    offices = () if names else tuple(sorted(_office(value)))
    return (value.entity or "", names, offices, value.plural)


def _office(value: PersonValue) -> list[str]:
    read = roles_of(value)
    if len(read) < len(value.roles):
        return [clean(printed) for printed in value.roles]
    return ["|".join(part or "" for part in (r.title, r.of, r.to, r.standing)) for r in read]


def _show(value: PersonValue) -> str:
    return value.name or ", ".join(value.roles)


# ---- comparing ----


def _compare(left: PersonValue, right: PersonValue, schema: Schema) -> Axis:
    if _key(left) == _key(right):
        return Axis("same", f"both are {_show(left)}", _standing(left, right))
    if left.plural or right.plural:
        return Axis("unlike", "a group without names may hold anybody of its side")
    if left.name and right.name:
        return _names(left, right)
    if left.name or right.name:
        return _name_and_office(left, right)
    return _offices(left, right)


def _names(left: PersonValue, right: PersonValue) -> Axis:
    found = best_match(names_of(left), names_of(right))
    details = {**explain(found), **_standing(left, right)}
    if left.entity and left.entity == right.entity:
        return Axis("equivalent", f"{left.name} and {right.name} are one person of this event", details)
    if found.verdict == "same":
        apart = left.entity and right.entity
        outcome = "unlike" if apart else "equivalent"
        return Axis(outcome, f"{left.name} and {right.name} are one name: {found.rule}", details)
    if found.verdict == "compatible":
        return _part(left, right, found, details)
    if found.verdict == "different":
        return Axis("exclusive", f"{left.name} is not {right.name}: {found.rule}", details)
    return Axis("unlike", f"{left.name} and {right.name}: {found.rule}", details)


def _part(left: PersonValue, right: PersonValue, found: NameMatch, details: dict[str, object]) -> Axis:
    """A part of a name against more of it: the fuller one is the more specific."""
    if left.entity and right.entity:
        return Axis("unlike", f"{left.name} and {right.name} could be one, but are told apart here", details)
    longer = len(found.extras[0]) - len(found.extras[1])
    if longer == 0:
        return Axis("equivalent", f"{left.name} and {right.name}: {found.rule}", details)
    outcome = "narrower" if longer > 0 else "wider"
    return Axis(outcome, f"{left.name} and {right.name}: {found.rule}", details)


def _name_and_office(left: PersonValue, right: PersonValue) -> Axis:
    named, office = (left, right) if left.name else (right, left)
    if left.entity and left.entity == right.entity:
        outcome = "narrower" if left.name else "wider"
        known = "by the table of office holders" if "entity" in office.inferred else "in this event"
        return Axis(outcome, f"{_show(office)} is {named.name} {known}", _standing(left, right))
    return Axis("unlike", f"nothing says whether {_show(office)} is {named.name}")


def _offices(left: PersonValue, right: PersonValue) -> Axis:
    if left.entity and left.entity == right.entity:
        return Axis("equivalent", f"{_show(left)} and {_show(right)} are one person of this event")
    fits = any(unification(a, b).unifies for a in roles_of(left) for b in roles_of(right))
    words = "may be one office" if fits else "are two offices, perhaps of one person"
    return Axis("unlike", f"{_show(left)} and {_show(right)} {words}")


def _standing(left: PersonValue, right: PersonValue) -> dict[str, object]:
    """Where one office is told in two standings ("acting head", "head")."""
    told = [
        u.detail
        for a in roles_of(left)
        for b in roles_of(right)
        if (u := unification(a, b)).unifies and u.detail
    ]
    return {"roles": told} if told else {}


def _screen(values: Sequence[PersonValue], schema: Schema) -> Iterable[tuple[int, int]]:
    """Pairs that share the skeleton of a word or the entity; small blocks whole."""
    if len(values) <= _SCREEN_FROM:
        return ((i, j) for j in range(len(values)) for i in range(j))
    groups: dict[str, list[int]] = defaultdict(list)
    for place, value in enumerate(values):
        keys = {key for name in names_of(value) for key in block_keys(name)} | {value.entity or f"#{place}"}
        for key in keys if value.name else {value.entity or "#"}:
            groups[key].append(place)
    return sorted({(i, j) for group in groups.values() for n, j in enumerate(group) for i in group[:n]})


person = ValueKind(parse=_parse, key=_key, compare=_compare, show=_show, find=_find, screen=_screen)
