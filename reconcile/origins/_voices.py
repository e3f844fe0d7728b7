"""One hop of an attribution chain read as a voice: which outlet, office, statement, person or nobody.

The type that an extractor or a user gives is taken first, then the words. Both may be in any language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reconcile import languages
from reconcile.model import Source
from reconcile.origins._lexicon import Mark, marks, office_of_body, outlet_id, tokens
from reconcile.values import _gazetteer
from reconcile.values._people import find_people

__all__ = ["Voice", "forget", "outlet_voice", "read"]

Kind = Literal["outlet", "statement", "office", "government", "body", "named", "anonymous", "unstated"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in one hop of a chain.

    Attributes:
        kind: what sort of voice it is.
        label: the words as given.
        key: an outlet's id, the code of an office, the gazetteer's code of a body.
        country: whose office, official or government it is; of a statement, whose office put it out.
        parties: of a statement, the countries in whose name it speaks.
        name: the name of a person or of an outlet or body that no table lists, as printed.
        joint: several put it out together.
    """

    kind: Kind
    label: str
    key: str = ""
    country: str = ""
    parties: frozenset[str] = frozenset()
    name: str = ""
    joint: bool = False


_TYPES: dict[str, Kind] = {
    "official_statement": "statement", "statement": "statement", "joint_statement": "statement",
    "document": "statement", "communique": "statement",
    "outlet": "outlet", "agency": "outlet", "news_agency": "outlet", "wire": "outlet", "media": "outlet",
    "newspaper": "outlet", "broadcaster": "outlet", "correspondent": "outlet", "journalist": "outlet",
    "official_body": "office", "body": "office", "office": "office", "ministry": "office",
    "organisation": "office", "organization": "office", "institution": "office", "spokesperson": "office",
    "government": "government", "country": "government", "state": "government",
    "anonymous": "anonymous", "anonymous_official": "anonymous", "anonymous_officials": "anonymous",
    "anonymous_source": "anonymous", "anonymous_sources": "anonymous", "side_account": "anonymous",
    "unnamed": "anonymous", "official": "anonymous", "officials": "anonymous", "source": "anonymous",
    "sources": "anonymous", "witness": "anonymous", "witnesses": "anonymous",
    "named_official": "named", "named_officials": "named", "person": "named", "named": "named",
    "unstated": "unstated", "reports": "unstated", "media_reports": "unstated",
}  # fmt: skip
#: Offices whose words also qualify people without a name ("a military source", "government officials").
_LOOSE = frozenset({"army", "police", "government", "president"})


@dataclass(frozen=True, slots=True)
class _Words:
    """A hop's name taken apart."""

    words: tuple[str, ...]
    marks: tuple[Mark, ...]
    countries: tuple[str, ...]
    bodies: tuple[_gazetteer.Entry, ...]
    rest: str
    """What is left of the printed name without the lexicon's words and places: a name, or nothing."""
    person: str = ""
    """The one person who is named."""
    aside: str = ""
    """The office that only words in brackets name ("Dana Levi (Israeli foreign minister)")."""

    def has(self, kind: str) -> bool:
        return any(mark.kind == kind for mark in self.marks)

    @property
    def office(self) -> str:
        """The code of the office that is named first, by its words or by its building."""
        by_word = [mark.code for mark in self.marks if mark.kind == "office"]
        by_body = [code for body in self.bodies if (code := office_of_body(body.code))]
        return next(iter((*by_body, *by_word)), self.aside)


@_gazetteer.remembers
@lru_cache(maxsize=65536)
def read(source: Source) -> Voice:
    """The voice that a hop of a chain is.

    >>> read(Source(source="مكتب رئيس الوزراء الإسرائيلي")).key, read(Source(source="ערוץ 12")).key
    ('prime_minister', 'channel-12')
    >>> read(Source(source="a Syrian official")).kind, read(Source(source="media reports")).kind
    ('anonymous', 'unstated')
    """
    said = _take_apart(source.source)
    kind = _TYPES.get((source.type or "").lower().replace(" ", "_")) or _kind(said)
    sides, joint = _sides(source.side)
    country = next(iter(sides or said.countries), "")
    match kind:
        case "statement":
            return _statement(source, said, sides, joint or said.has("joint"))
        case "outlet":
            return outlet_voice(source.source)
        case "office" | "named":
            return _office(source, said, country, named=kind == "named")
        case "government" if not country:
            return Voice(kind, source.source, name=said.rest)
        case "anonymous" if said.has("unstated") and not country:
            kind = "unstated"
    return Voice(kind, source.source, country=country)


@_gazetteer.remembers
@lru_cache(maxsize=65536)
def outlet_voice(label: str) -> Voice:
    """An outlet by its table id, else by its name without generic words ("newspaper", "the website").

    "The American site" has neither: which outlet it is depends on the page.
    """
    said = _take_apart(label)
    code = outlet_id(said.words) or outlet_id(tokens(said.rest))
    generic = said.has("outlet") and not said.rest
    return Voice("outlet", label, key=code or "", name="" if code or generic else said.rest or label)


def forget() -> None:
    """The list of outlets has changed: sources are read anew."""
    read.cache_clear()
    outlet_voice.cache_clear()


def _take_apart(label: str) -> _Words:
    printed = _BRACKETS.sub("", label).strip() or label
    language = languages.detect(printed) or "en"
    words = _gazetteer.words(printed)
    bare = tokens(printed)
    aside = " ".join(_BRACKETS.findall(label)) if printed != label else ""
    found = marks(bare, language)
    mentions = _gazetteer.find(printed, language)
    whole = _gazetteer.lookup(printed)
    inside = tuple(m.entry for m in mentions) or ((whole,) if whole else ())
    countries = tuple(dict.fromkeys(e.country for e in inside if e.country != "INT"))
    return _Words(
        words=bare,
        marks=found,
        countries=countries or (_take_apart(aside).countries if aside else ()),
        bodies=tuple(e for e in inside if e.kind == "body"),
        person=_person(label, language),
        rest=_rest(printed, words, found, mentions) or (_take_apart(aside).rest if aside else ""),
        aside=_take_apart(aside).office if aside else "",
    )


def _person(label: str, language: str) -> str:
    """The name of the one person in a label, without the roles printed beside it."""
    names = {mention.name for mention in find_people(label, language) if mention.name}
    return names.pop() if len(names) == 1 else ""


_BRACKETS = re.compile(r"\s*[(（]([^)）]+)[)）]")


def _rest(
    printed: str,
    words: Sequence[_gazetteer.Word],
    found: Sequence[Mark],
    mentions: Sequence[_gazetteer.Mention],
) -> str:
    plain = all(mark.kind == "small" for mark in found)
    if plain and not any(mention.start == 0 for mention in mentions):
        return printed  # a place inside a name belongs to it
    kept_words = [word for word in words if tokens(word.text)]
    taken = {at for mark in found for at in range(mark.start, mark.end)}
    kept = [
        printed[word.start : word.end].removesuffix("'s").removesuffix("’s")
        for at, word in enumerate(kept_words)
        if at not in taken and not any(m.start < word.end and word.start < m.end for m in mentions)
    ]
    return " ".join(word for word in kept if word.lower() not in ("and", "by", "to"))


def _sides(side: str | None) -> tuple[tuple[str, ...], bool]:
    """The countries of a ``side`` ("Israel"; "France, Syria"; "joint")."""
    parts = [part.strip() for part in re.split(r",|&|\band\b", side or "") if part.strip()]
    found = [entry.country for part in parts if (entry := _gazetteer.lookup(part)) is not None]
    return tuple(dict.fromkeys(found)), "joint" in [part.lower() for part in parts]


def _kind(said: _Words) -> Kind:
    """What a hop without a known type is, by its words."""
    unnamed = said.has("anonymous")
    office = said.office and not (unnamed and said.office in _LOOSE)
    ways: tuple[tuple[bool, Kind], ...] = (
        (said.has("statement"), "statement"),
        (outlet_id(said.words) is not None, "outlet"),
        (bool(office), "office"),
        (unnamed, "anonymous"),
        (said.has("unstated"), "unstated"),
        (bool(said.bodies) or said.has("office_of"), "office"),
        (said.has("outlet") and bool(said.rest), "outlet"),
        (bool(said.countries) and not said.rest, "government"),
    )
    return next((kind for holds, kind in ways if holds), "named")


def _statement(source: Source, said: _Words, sides: tuple[str, ...], joint: bool) -> Voice:
    """A statement: who put it out (an office that is named in it), and in whose names it speaks."""
    parties = frozenset(said.countries) if len(said.countries) > 1 else frozenset(sides)
    joint = joint or len(parties) > 1
    seat = said.countries[0] if said.office and said.countries else ""
    if not joint and not parties and said.countries:
        parties = frozenset(said.countries[:1])
    return Voice("statement", source.source, said.office, seat, parties, said.rest, joint)


def _office(source: Source, said: _Words, country: str, *, named: bool) -> Voice:
    """An office by its words or its building; a body; the office of somebody; else a name."""
    name = said.person or said.rest
    if said.office:
        return Voice("office", source.source, said.office, country, name=name)
    if said.bodies and not named:
        body = said.bodies[0]
        return Voice("body", source.source, body.code, "" if body.country == "INT" else body.country)
    if said.has("office_of") and name:
        return Voice("office", source.source, "", country, name=name)
    if country and not name:
        return Voice("government", source.source, country=country)
    return Voice("named", source.source, country=country, name=name or source.source)
