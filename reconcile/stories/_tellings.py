"""What one article tells of one event, and the evidence in it: who, where, when, and what kind of thing.

Names are brought to keys that hold across languages where the gazetteer knows them (a country, a city, a
body); a name that it does not know is compared only with names in its own script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache

from reconcile.languages import detect, fold
from reconcile.model import (
    Article,
    Claim,
    DateValue,
    DurationValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    Polarity,
    QuantityValue,
    SetValue,
    Value,
    Zone,
    content_id,
)
from reconcile.stories._evidence import Evidence, Moment
from reconcile.stories._reading import Reader, language_of, publication
from reconcile.values import _gazetteer

__all__ = ["Telling", "gather", "key_of", "tellings"]

_OPENING = 600
_SAID = "statement"
"""The root of attributes about what was said: its day is when it was said, not when the thing happened."""


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
    found = Evidence(scene=set() if telling.local else _scene(telling.article))
    found.scenes.update(found.scene)
    if telling.article.published is not None and not telling.local:
        found.published.add(telling.article.published)
    below_pictures = [claim for claim in telling.claims if claim.zone is Zone.CAPTION]
    for claim in telling.claims:
        if claim.zone is Zone.CAPTION and len(below_pictures) < len(telling.claims):
            continue
        name, language = reader.name(claim.attribute), language_of(claim)
        root = name.split(".")[0]
        found.roots.add(root)
        if root != _SAID and reader.schema(claim.attribute, claim.value.kind).varies in (
            None,
            "no",
            "slowly",
        ):
            found.once.add(root)
        for word in _words(claim.qualifiers.values()):
            found.sides |= _countries(word, language)
        for value in _parts(values[claim.id]):
            _note(found, name, value, language)
            if isinstance(value, QuantityValue | DurationValue) and claim.polarity is Polarity.AFFIRM:
                _count(found, name, value, claim, reader)
    found.cities.update(key for key in found.where if "/" in key)
    if not telling.local:
        _date(found, telling.article)
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
            if name.split(".", maxsplit=1)[0] != _SAID:
                found.days[name].add((start, end))


def _count(
    found: Evidence, name: str, value: QuantityValue | DurationValue, claim: Claim, reader: Reader
) -> None:
    """A number that stays what it is: which round it was, how many voted, how long it took."""
    if isinstance(value, QuantityValue) and value.ordinal:
        if value.min is not None and value.min == value.max:
            found.rounds.add(value.min)
    elif reader.schema(claim.attribute, value.kind).varies in (None, "no", "slowly") and not claim.qualifiers:
        found.figures[name].append(value)


def _date(found: Evidence, article: Article) -> None:
    """Of the days that an article gives, the one that lies nearest to it is that of its own event."""
    anchor = publication(article)
    if anchor is None:
        return
    for name, days in found.days.items():
        moments = [Moment(start, end, anchor.day) for start, end in days]
        nearest = min(moment.distance for moment in moments)
        found.moments[name] |= {moment for moment in moments if moment.distance == nearest}


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


@_gazetteer.remembers
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


@_gazetteer.remembers
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
