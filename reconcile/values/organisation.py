"""Bodies: governments under all their words, agencies, movements, and bodies that only their name tells.

"Tel Aviv", "the Israeli side" and "إسرائيل" are one party; the ministry of a country lies inside its
government. What the gazetteer does not know is compared by its name alone, across scripts and as an
acronym, and is never excluded: two descriptions may be of one body.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import cache, lru_cache

from reconcile.languages import known, load
from reconcile.model import Axis, OrganisationValue, Schema
from reconcile.values import Context, Found, ValueKind
from reconcile.values._bodies_of import body_of_country
from reconcile.values._gazetteer import Entry, entry, words
from reconcile.values._names import NameMatch
from reconcile.values._names_letters import clean
from reconcile.values._names_values import best_match, by_entity, entry_of, explain, mentions_in, names_of

__all__ = ["body_of", "organisation"]

_MAX_WORDS = 14


def _parse(text: str, context: Context) -> OrganisationValue | None:
    name = text.strip()
    if not words(name) or len(name.split()) > _MAX_WORDS:
        return None
    return OrganisationValue(name=name, raw=text)


def _find(text: str, context: Context) -> Sequence[Found]:
    found = [
        m
        for m in mentions_in(text, context.language)
        if m.entry.kind in ("body", "country") or m.form == "metonym"
    ]
    return tuple(
        Found(m.start, m.end, OrganisationValue(name=text[m.start : m.end], raw=text[m.start : m.end]))
        for m in found
    )


def body_of(value: OrganisationValue) -> Entry | None:
    """What the gazetteer knows a body as, by any of its names or by an office that names it."""
    told = (entry_of(name) or body_of_country(name) for name in (*names_of(value), *value.roles))
    return next((found for found in told if found), None)


def _government(known: Entry) -> str:
    """The country whose government is meant by a country or by a seat of government; else the body itself."""
    return known.country if known.kind == "country" or known.governs else known.code


def _key(value: OrganisationValue) -> Hashable:
    known = body_of(value)
    if known:
        return known.code if known.kind == "body" else _government(known)
    return (value.entity or "", tuple(clean(name) for name in (*names_of(value), *value.roles)))


def _show(value: OrganisationValue) -> str:
    known = body_of(value)
    meant = entry(_government(known)) if known and known.kind != "body" else known
    return meant.name if meant else value.name or ", ".join(value.roles)


def _compare(left: OrganisationValue, right: OrganisationValue, schema: Schema) -> Axis:
    if _key(left) == _key(right):
        return _alike(left, right)
    one, other = body_of(left), body_of(right)
    if one and other:
        return _known(one, other)
    return by_entity(left, right, f"{_show(left)} and {_show(right)} are one body here") or _by_name(
        left, right
    )


def _alike(left: OrganisationValue, right: OrganisationValue) -> Axis:
    printed = {clean(name) for name in names_of(left)} & {clean(name) for name in names_of(right)}
    if printed or not left.name or not right.name:
        return Axis("same", f"both are {_show(left)}")
    return Axis("equivalent", f"{left.name} and {right.name} both stand for {_show(left)}")


def _known(one: Entry, other: Entry) -> Axis:
    """Two entries: the same government, a body of it, or two that are not each other."""
    if _government(one) == _government(other) and one.kind != other.kind:
        outcome = "narrower" if one.kind == "body" else "wider"
        return Axis(outcome, f"{one.name} and {other.name}: a part of one government and the whole")
    if one.country == other.country and one.country != "INT" and not _two_bodies(one, other):
        return Axis("unlike", f"{one.name} and {other.name} belong to one country")
    return Axis("exclusive", f"{one.name} is not {other.name}")


def _two_bodies(one: Entry, other: Entry) -> bool:
    """Whether two bodies of one country are of two sorts (the health ministry of a region may be the country's)."""
    return one.kind == other.kind == "body" and one.code.split("/")[-1] != other.code.split("/")[-1]


def _by_name(left: OrganisationValue, right: OrganisationValue) -> Axis:
    if not left.name or not right.name:
        return Axis("unlike", f"nothing says whether {_show(left)} is {_show(right)}")
    if _acronym(left.name, right.name) or _acronym(right.name, left.name):
        return Axis("equivalent", f"{left.name} and {right.name}: one is the other's initials")
    bare = [[_without_legal_form(name) for name in names_of(value)] for value in (left, right)]
    if {clean(name) for name in bare[0]} & {clean(name) for name in bare[1]}:
        return Axis("equivalent", f"{left.name} and {right.name} are called the same")
    found = best_match(*bare)
    if found.verdict == "same" or _one_word(found):
        return Axis("equivalent", f"{left.name} and {right.name} are one name: {found.rule}", explain(found))
    return Axis("unlike", f"{left.name} and {right.name} may or may not be one body", explain(found))


#: Single words of two scripts at or above this likeness are one name of a body.
_ONE_WORD = 0.7


def _one_word(found: NameMatch) -> bool:
    """Whether two names of one word sound alike; a body, unlike a person, may be called by one."""
    words_fit = found.verdict == "compatible" and not any(found.extras)
    return words_fit and all(pair.likeness >= _ONE_WORD for pair in found.aligned)


@lru_cache(maxsize=8192)
def _without_legal_form(name: str) -> str:
    """A name without what kind of company it is, unless nothing else is left.

    >>> _without_legal_form("Acme Holdings Ltd."), _without_legal_form("The Company")
    ('Acme Holdings', 'The Company')
    """
    kept = [word for word in name.split() if clean(word).strip(".,()") not in _legal_forms()]
    told = " ".join(kept).strip(" ,")
    return told if [word for word in words(told) if word.text != "the"] else name


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(
        clean(form) for code in known() for form in load(code).table("names").get("legal_forms", ())
    )


def _acronym(short: str, long: str) -> bool:
    """Whether the short one is made of the first letters of the long one's words.

    >>> _acronym("NSC", "National Security Council"), _acronym("Nord", "National Security Council")
    (True, False)
    """
    letters = clean(short).replace('"', "").replace(".", "")
    initials = "".join(word.text[0] for word in words(long) if word.text not in ("of", "the", "for", "and"))
    shaped = '"' in clean(short) or short.replace(".", "").isupper()
    return shaped and len(letters) > 1 and letters == initials


organisation = ValueKind(parse=_parse, key=_key, compare=_compare, show=_show, find=_find)
