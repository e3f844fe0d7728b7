"""Whether two roles can be one office of one holder: missing fields unify, told ones must agree."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import RoleValue

__all__ = ["Unification", "unification", "unify"]


_BROADER = {"minister": "_minister", "adviser": "_adviser", "head": "head_of_", "commander": "_commander"}

#: Words for whoever stands at the top of a body, which languages and outlets choose as they like.
_TOP = frozenset({"head", "director", "chairperson", "chief_executive", "secretary_general"})


@dataclass(frozen=True, slots=True)
class Unification:
    """Whether two roles can be one office, and what differs or is missing."""

    unifies: bool | None
    detail: str = ""


def unify(a: RoleValue, b: RoleValue, side: str | None = None) -> bool | None:
    """Whether two roles can be one office of one holder: missing fields unify, told ones must agree.

    ``side`` is the code of the country that both stand on, for a role that does not say whose it is.

    >>> unify(RoleValue(title="ambassador", of="NO", to="US"), RoleValue(title="ambassador", to="US"))
    True
    >>> unify(RoleValue(title="ambassador", of="NO"), RoleValue(title="ambassador", of="SE"))
    False
    """
    return unification(a, b, side).unifies


def unification(a: RoleValue, b: RoleValue, side: str | None = None) -> Unification:
    """:func:`unify` with what differs, in words."""
    if not _titles_fit(a.title, b.title) and not _head_one_body(a, b):
        return Unification(False, f"{a.title} and {b.title} are two offices")
    if not _owners_fit(a.of or side, b.of or side):
        return Unification(False, f"one is of {a.of or side}, the other of {b.of or side}")
    if a.to and b.to and a.to != b.to:
        return Unification(False, f"one is to {a.to}, the other to {b.to}")
    if a.standing != b.standing and "deputy" in (a.standing, b.standing):
        return Unification(False, "one is the deputy of the other")
    if a.standing != b.standing:
        return Unification(True, f"standing: {a.standing or 'none told'} and {b.standing or 'none told'}")
    return Unification(True)


def _titles_fit(a: str, b: str) -> bool:
    if a == b:
        return True
    wide, narrow = sorted((a, b), key=lambda title: title not in _BROADER)
    ending = _BROADER.get(wide)
    return ending is not None and (narrow.endswith(ending) or narrow.startswith(ending))


def _head_one_body(a: RoleValue, b: RoleValue) -> bool:
    return a.of is not None and a.of == b.of and "/" in a.of and {a.title, b.title} <= _TOP


def _owners_fit(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return True
    a_country, b_country = a.split("/")[0], b.split("/")[0]
    return a_country == b_country and ("/" not in a or "/" not in b)
