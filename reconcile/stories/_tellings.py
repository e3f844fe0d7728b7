"""What one article tells of one event, and the evidence in it: who, where, when, and what kind of thing.

Names are brought to keys that hold across languages where the gazetteer knows them (a country, a city, a
body); a name that it does not know is compared only with names in its own script.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache

from reconcile.languages import detect, fold
from reconcile.model import (
    Article,
    Claim,
    DateValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    SetValue,
    Value,
    Zone,
    content_id,
)
from reconcile.stories._reading import Reader, language_of
from reconcile.values import _gazetteer

__all__ = ["Evidence", "Telling", "gather", "key_of", "tellings"]

_OPENING = 600


@dataclass
class Evidence:
    """Who, where, when and what, as far as some claims and the top of their pages tell."""

    roots: set[str] = field(default_factory=set)
    parties: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Attribute -> keys of bodies and countries."""
    people: dict[str, dict[str, PersonValue]] = field(default_factory=lambda: defaultdict(dict))
    """Attribute -> folded name -> person."""
    places: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    cities: Counter[str] = field(default_factory=Counter)
    """How many tellings name a city."""
    days: dict[str, set[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(set))
    sides: set[str] = field(default_factory=set)
    """Countries behind qualifiers and roles."""
    scene: set[str] = field(default_factory=set)
    """Countries and cities that the top of the page names."""
    published: set[datetime] = field(default_factory=set)

    def merge(self, other: Evidence) -> Evidence:
        """The evidence of both."""
        merged = Evidence()
        for one in (self, other):
            merged.roots |= one.roots
            merged.sides |= one.sides
            merged.scene |= one.scene
            merged.published |= one.published
            merged.cities += one.cities
            for name, keys in one.parties.items():
                merged.parties[name] |= keys
            for name, keys in one.places.items():
                merged.places[name] |= keys
            for name, spans in one.days.items():
                merged.days[name] |= spans
            for name, people in one.people.items():
                merged.people[name].update(people)
        return merged

    @property
    def outline(self) -> object:
        """Equal for two accounts that nothing tells apart but their days."""
        people = frozenset(name for group in self.people.values() for name in group)
        months = frozenset((when.year, when.month) for when in self.published)
        parties = frozenset((name, frozenset(keys)) for name, keys in self.parties.items())
        places = frozenset((name, frozenset(keys)) for name, keys in self.places.items())
        return (
            frozenset(self.roots),
            parties,
            places,
            people,
            frozenset(self.sides),
            frozenset(self.scene),
            months,
        )

    @property
    def who(self) -> set[str]:
        """All bodies and countries."""
        return set().union(*self.parties.values(), self.sides)

    @property
    def where(self) -> set[str]:
        """All places."""
        return set().union(*self.places.values())

    @property
    def persons(self) -> list[PersonValue]:
        """All people with a name, in a stable order."""
        known = {name: person for group in self.people.values() for name, person in group.items()}
        return [known[name] for name in sorted(known)]


@dataclass(frozen=True)
class Telling:
    """The claims of one article under one label; ``label`` is ``None`` for its main event."""

    article: Article
    label: str | None
    claims: tuple[Claim, ...]

    @property
    def local(self) -> bool:
        """Whether the label holds in this article only (``a1#2``: another event than its main one)."""
        return self.label is not None and self.label.startswith(f"{self.article.id}#")

    @cached_property
    def signature(self) -> str:
        """What it says, without the names of article and claims: the order of ties hangs on nothing else."""
        said = sorted(
            f"{claim.attribute}{claim.value.to_dict()}{sorted(claim.qualifiers.items())}{claim.quote}"
            for claim in self.claims
        )
        page = self.article
        return content_id(str(page.published), page.outlet or "", page.title or "", page.text or "", *said)


def tellings(articles: Iterable[Article], claims: Iterable[Claim], reader: Reader) -> list[Telling]:
    """One telling an article and label; claims without a label join the one that they belong to."""
    grouped: dict[str, dict[str | None, list[Claim]]] = {article.id: {} for article in articles}
    pages = {article.id: article for article in articles}
    for claim in claims:
        pages.setdefault(claim.article.id, claim.article)
        grouped.setdefault(claim.article.id, {}).setdefault(claim.event, []).append(claim)
    found: list[Telling] = []
    for name, groups in sorted(grouped.items()):
        settled = _settled(name, groups, reader)
        found += [
            Telling(pages[name], label, tuple(sorted(group, key=lambda claim: claim.id)))
            for label, group in sorted(settled.items(), key=lambda item: item[0] or "")
        ]
    return found


def _settled(
    article: str, groups: Mapping[str | None, list[Claim]], reader: Reader
) -> dict[str | None, list[Claim]]:
    """Unlabelled claims beside labels of the caller go to the label whose kind of thing they share, else to
    the one that most of the article is about."""
    named: dict[str | None, list[Claim]] = {
        label: list(group) for label, group in groups.items() if label is not None
    }
    own = [label for label in groups if label is not None and not label.startswith(f"{article}#")]
    loose = groups.get(None, [])
    if not own:
        return {None: list(loose), **named}
    main = min(own, key=lambda label: (-len(named[label]), label))
    roots = {label: {_root(reader, claim) for claim in named[label]} for label in own}
    for claim in loose:
        fitting = [label for label in own if _root(reader, claim) in roots[label]]
        named[fitting[0] if len(fitting) == 1 else main].append(claim)
    return named


def _root(reader: Reader, claim: Claim) -> str:
    return reader.name(claim.attribute).split(".")[0]


def gather(telling: Telling, values: Mapping[str, Value], reader: Reader) -> Evidence:
    """The evidence in the claims of a telling, and at the top of its page; pictures show other things."""
    found = Evidence(scene=_scene(telling.article) if telling.label is None or not telling.local else set())
    if telling.article.published is not None:
        found.published.add(telling.article.published)
    below_pictures = [claim for claim in telling.claims if claim.zone is Zone.CAPTION]
    for claim in telling.claims:
        if claim.zone is Zone.CAPTION and len(below_pictures) < len(telling.claims):
            continue
        name, language = reader.name(claim.attribute), language_of(claim)
        found.roots.add(name.split(".")[0])
        for word in _words(claim.qualifiers.values()):
            found.sides |= _countries(word, language)
        for value in _parts(values[claim.id]):
            _note(found, name, value, language)
    found.cities.update(key for key in found.where if "/" in key)
    return found


def _note(found: Evidence, name: str, value: Value, language: str | None) -> None:
    match value:
        case PersonValue():
            if value.name:
                found.people[name].setdefault(fold(value.name), value)
            for role in value.roles:
                found.sides |= _countries(role, language)
        case OrganisationValue():
            for word in (value.name, *value.roles) if not value.name else (value.name,):
                found.parties[name].add(key_of(str(word), language, governs=True))
        case PlaceValue() if value.name:
            found.places[name].add(key_of(value.name, language))
        case DateValue(start=datetime() as start, end=datetime() as end) if value.grain != "year":
            found.days[name].add((start, end))


def _parts(value: Value) -> Iterator[Value]:
    if isinstance(value, SetValue):
        yield from value.members
    else:
        yield value


def _words(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


@lru_cache(maxsize=8192)
def key_of(name: str, language: str | None, *, governs: bool = False) -> str:
    """The gazetteer's code of a name (of the country it governs, where governments are meant), else the
    folded name with its script.

    >>> key_of("Tel Aviv", "en", governs=True), key_of("פריז", "he"), key_of("Old Mill", "en")
    ('IL', 'FR/paris', 'en:old mill')
    """
    entry = _gazetteer.lookup(name, language) or _gazetteer.lookup(name)
    if entry is None:
        return f"{detect(name)}:{fold(name).strip()}"
    return entry.governs or entry.code if governs else entry.code


@lru_cache(maxsize=8192)
def _countries(text: str, language: str | None) -> frozenset[str]:
    entry = _gazetteer.lookup(text, language) or _gazetteer.lookup(text)
    if entry is not None:
        return frozenset({entry.governs or entry.code})
    code = language or detect(text)
    return frozenset(_codes(_gazetteer.find(text, code))) if code else frozenset()


def _codes(mentions: Sequence[_gazetteer.Mention]) -> Iterator[str]:
    for mention in mentions:
        if mention.country:
            yield mention.country


def _scene(article: Article) -> set[str]:
    """The countries that the headline and the first words of the text name."""
    text = article.text or ""
    pieces = [
        text[span.start : min(span.end, span.start + _OPENING)]
        for span in article.zones
        if span.zone in (Zone.HEADLINE, Zone.DECK)
    ]
    body = next((text[span.start : span.end] for span in article.zones if span.zone is Zone.BODY), text)
    top = "\n".join([article.title or "", *pieces, body[:_OPENING]])
    return set(_codes(_gazetteer.find(top, article.language))) if article.language else set()
