"""Places: one code for all their words, and what lies in what.

"The French capital", "פריז" and "باريس" are one place; Paris lies inside France. Two cities, or places of two
countries, exclude each other; a city and a region of one country may lie in each other.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence, Set
from functools import lru_cache
from itertools import takewhile

from reconcile.languages import detect, known
from reconcile.model import Axis, PlaceValue, Schema, ValueOutcome
from reconcile.values import Context, Found, ValueKind
from reconcile.values._gazetteer import Entry, Mention, Word, beside, entry, remembers, words
from reconcile.values._names_letters import clean
from reconcile.values._names_values import best_match, by_entity, entry_of, explain, mentions_in, names_of
from reconcile.values._places_words import bare, fit, lies_elsewhere, may_stand_for, parts_of, says_nothing

__all__ = ["place", "place_of"]

_MAX_WORDS = 24
_DEPTH = {"country": 0, "region": 1, "city": 2, "body": 2}


def _parse(text: str, context: Context) -> PlaceValue | None:
    name = text.strip()
    if not words(name) or len(name.split()) > _MAX_WORDS:
        return None
    found = _narrowest(name, context.language)
    country = found.country if found and found.kind != "country" and found.country != "INT" else None
    return PlaceValue(name=name, country=country, raw=text)


def _find(text: str, context: Context) -> Sequence[Found]:
    found = [m for m in mentions_in(text, context.language) if _is_place(m)]
    return tuple(Found(m.start, m.end, _value(text[m.start : m.end], m.entry)) for m in found)


def _is_place(mention: Mention) -> bool:
    return mention.entry.kind != "body" and mention.form in ("name", "description")


def _value(printed: str, found: Entry) -> PlaceValue:
    country = None if found.kind == "country" or found.country == "INT" else found.country
    return PlaceValue(name=printed, country=country, raw=printed)


def _narrowest(name: str, language: str | None) -> Entry | None:
    """The most specific place in the words, when all of them lie in one country."""
    whole = entry_of(name, language)
    if whole:
        return whole
    entries = [m.entry for m in mentions_in(name, language)]
    if len({e.country for e in entries}) != 1:
        return None
    deepest = max(_DEPTH[e.kind] for e in entries)
    narrow = {e.code: e for e in entries if _DEPTH[e.kind] == deepest}
    return next(iter(narrow.values())) if len(narrow) == 1 and _covers(name, language) else None


def _covers(name: str, language: str | None) -> bool:
    """Whether nothing stands beside the names of places but the part that is meant, and small words."""
    code, listed, around = str(language or detect(name)), words(name), _around(name, language)
    small = {w for at, w in enumerate(listed) if code in known() and says_nothing(listed, at, code)}
    return code in known() and all(
        word in small or parts_of(word.text, code) or _describes(name, listed[at:], around, small)
        for at, word in enumerate(listed)
        if word in around
    )


def _describes(name: str, onwards: Sequence[Word], around: Sequence[Word], small: Set[Word]) -> bool:
    """Whether a word stands before the name of a place and says no more than how it is ("the war-torn ...")."""
    run = list(takewhile(lambda word: word in around, onwards))
    return len(run) < len(onwards) and all(name[w.start].islower() and w not in small for w in run)


def _around(name: str, language: str | None) -> list[Word]:
    """The words that stand beside the names of places."""
    return beside(name, mentions_in(name, language))


@remembers
@lru_cache(maxsize=8192)
def _parts(name: str) -> frozenset[str]:
    """The parts of a place that its words tell besides its name ("northern", "the outskirts")."""
    language = detect(name)
    if language not in known() or entry_of(name):
        return frozenset()
    return frozenset().union(*(parts_of(w.text, str(language)) for w in _around(name, None)))


def place_of(value: PlaceValue) -> Entry | None:
    """What the gazetteer knows a place as."""
    return next(
        (found for name in (*names_of(value), *value.roles) if (found := _narrowest(name, None))), None
    )


def _country(value: PlaceValue, found: Entry | None) -> str | None:
    if found and found.country != "INT":
        return found.country
    told = entry_of(value.country) if value.country else None
    return told.country if told else None


def _key(value: PlaceValue) -> Hashable:
    found = place_of(value)
    if found and value.name and _parts(value.name):
        return (found.code, tuple(sorted(_parts(value.name))))
    return found.code if found else (value.entity or "", tuple(clean(name) for name in names_of(value)))


def _show(value: PlaceValue) -> str:
    found = place_of(value)
    if found is None:
        return value.name or ", ".join(value.roles)
    around = entry(found.country)
    return f"{found.name}, {around.name}" if around and found.kind != "country" else found.name


def _compare(left: PlaceValue, right: PlaceValue, schema: Schema) -> Axis:
    if _key(left) == _key(right):
        outcome = (
            "same" if left.name and right.name and clean(left.name) == clean(right.name) else "equivalent"
        )
        return Axis(outcome, f"both are {_show(left)}")
    one, other = place_of(left), place_of(right)
    if one and one == other:
        return _parts_of_one(left, right)
    if one and other:
        return _told_inside(left, one, right, other) or _known(one, other)
    return _by_fields(left, right, one, other)


def _parts_of_one(left: PlaceValue, right: PlaceValue) -> Axis:
    """A part of a place lies in the whole of it; of two parts nothing is known."""
    mine, others = _parts(left.name or ""), _parts(right.name or "")
    if mine < others:
        return Axis("wider", f"{right.name} is a part of {_show(left)}", _CONTAINED)
    if others < mine:
        return Axis("narrower", f"{left.name} is a part of {_show(right)}", _CONTAINED)
    return Axis("unlike", f"{left.name} and {right.name} are parts of {_show(left)}")


def _told_inside(left: PlaceValue, one: Entry, right: PlaceValue, other: Entry) -> Axis | None:
    """Two places of one country of which one tells that it lies in the other ("Houston, Texas")."""
    if other.code in _named_in(left.name or "") and not _parts(right.name or ""):
        return Axis("narrower", f"{_show(left)} lies in {_show(right)}", _CONTAINED)
    if one.code in _named_in(right.name or "") and not _parts(left.name or ""):
        return Axis("wider", f"{_show(right)} lies in {_show(left)}", _CONTAINED)
    return None


def _known(one: Entry, other: Entry) -> Axis:
    names = f"{one.name} and {other.name}"
    if one.country == other.country and one.country != "INT":
        if "country" in (one.kind, other.kind):
            inner, outer = (one, other) if other.kind == "country" else (other, one)
            outcome = "narrower" if inner is one else "wider"
            return Axis(outcome, f"{inner.name} lies in {outer.name}", _CONTAINED)
        if one.kind == other.kind == "city":
            return Axis("exclusive", f"{names} are two cities")
        return Axis("unlike", f"{names} lie in one country, perhaps one in the other")
    if "INT" in (one.country, other.country):
        return Axis("unlike", f"{names} may lie in each other")
    return Axis("exclusive", f"{names} lie in two countries")


def _by_fields(left: PlaceValue, right: PlaceValue, one: Entry | None, other: Entry | None) -> Axis:
    """At least one place is not in the gazetteer: its country, what it lies in, and its name decide."""
    countries = _country(left, one), _country(right, other)
    if None not in countries and countries[0] != countries[1]:
        return Axis("exclusive", f"{_show(left)} and {_show(right)} lie in two countries")
    if one and right.name and may_stand_for(right.name, one.kind):
        return Axis("narrower", f"{right.name} may stand for {_show(left)}")
    if other and left.name and may_stand_for(left.name, other.kind):
        return Axis("wider", f"{left.name} may stand for {_show(right)}")
    if _inside(left, right, other):
        return Axis("narrower", f"{_show(left)} lies in {_show(right)}", _CONTAINED)
    if _inside(right, left, one):
        return Axis("wider", f"{_show(right)} lies in {_show(left)}", _CONTAINED)
    return by_entity(left, right, "one place of this event") or _by_name(left, right)


def _inside(inner: PlaceValue, outer: PlaceValue, known: Entry | None) -> bool:
    around = {clean(name) for name in (*inner.within, *((inner.country,) if inner.country else ()))}
    if around & {clean(name) for name in names_of(outer)}:
        return True
    codes = {found.code for name in around if (found := entry_of(name))} | _named_in(inner.name or "")
    return known is not None and codes == {known.code} and not _parts(outer.name or "")


@remembers
@lru_cache(maxsize=8192)
def _named_in(name: str) -> frozenset[str]:
    """The places that the words of another place name ("the school in Oslo"), unless it lies outside of them."""
    found = [m for m in mentions_in(name, None) if m.form in ("name", "description")]
    return frozenset() if lies_elsewhere(name) else frozenset(m.entry.code for m in found)


def _by_name(left: PlaceValue, right: PlaceValue) -> Axis:
    if not left.name or not right.name:
        return Axis("unlike", f"nothing says whether {_show(left)} is {_show(right)}")
    words_fit = fit(left.name, right.name)
    inner = {"inside": left.name, "around": right.name}.get(words_fit or "")
    if words_fit and not (inner and lies_elsewhere(inner)):
        outcome, reason, details = _FITS[words_fit]
        return Axis(outcome, reason.format(left=left.name, right=right.name), details)
    names = [[told for name in names_of(value) if (told := bare(name))] for value in (left, right)]
    if not all(names) or _figures(left.name) != _figures(right.name):
        return Axis("unlike", f"{left.name} and {right.name} may or may not be one place")
    found = best_match(*names)
    single = found.verdict == "compatible" and not any(found.extras)
    if found.verdict == "same" or single:
        return Axis("equivalent", f"{left.name} and {right.name} are one name: {found.rule}", explain(found))
    return Axis("unlike", f"{left.name} and {right.name} may or may not be one place", explain(found))


def _figures(name: str) -> list[str]:
    """The numbers in a name: "117th Street" is not "119th Street", whatever else agrees."""
    return re.findall(r"\d+", name)


#: What the axis says beside "narrower" when one place lies in the other, and is not another word for it.
_CONTAINED: dict[str, object] = {"containment": True}

_FITS: dict[str, tuple[ValueOutcome, str, dict[str, object]]] = {
    "equivalent": ("equivalent", "{left} and {right} describe one place", {}),
    "narrower": ("narrower", "{left} says more of a place than {right}", {}),
    "wider": ("wider", "{right} says more of a place than {left}", {}),
    "inside": ("narrower", "{left} lies in {right}", _CONTAINED),
    "around": ("wider", "{right} lies in {left}", _CONTAINED),
    "apart": ("unlike", "{left} and {right} do not lie in one place", {}),
}

place = ValueKind(parse=_parse, key=_key, compare=_compare, show=_show, find=_find)
