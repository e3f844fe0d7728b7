"""Ids and names of events: an id depends on the content alone, a name tells a reader which event it is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reconcile.model import Event, content_id
from reconcile.stories._evidence import Evidence
from reconcile.stories._joining import Unit
from reconcile.values import _gazetteer

__all__ = ["events_of"]

_SAID = "statement"
_MEETING = {"delegation": "talks", "pause": "talks", "mechanism": "talks"}
"""Facets of talks, and what a reader knows them as."""


def events_of(units: Sequence[Unit]) -> list[Event]:
    """The events of units, in their order; no two bear one name."""
    events = [_event_of(unit) for unit in units]
    for same in _alike(events):
        for place in same:
            events[place] = replace(events[place], label=_told(events[place].label, units[place]))
    for same in _alike(events):
        for number, place in enumerate(sorted(same, key=lambda place: events[place].id), 1):
            events[place] = replace(events[place], label=f"{events[place].label} ({number})")
    return events


def _alike(events: Sequence[Event]) -> list[list[int]]:
    """The places of events that bear one name."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, event in enumerate(events):
        places[event.label].append(place)
    return [found for found in places.values() if len(found) > 1]


def _event_of(unit: Unit) -> Event:
    """The event of a unit, named by the caller's labels, else by what, who, where and when."""
    articles = tuple(sorted(unit.articles))
    labels = sorted(unit.labels)
    if labels:
        return Event(content_id("event", *labels), " / ".join(labels), articles)
    claims = sorted(claim.id for one in unit.members for claim in one.claims)
    name = _described(unit)
    return Event(content_id("event", *(claims or articles)), name, articles)


def _described(unit: Unit) -> str:
    """ "talks: Israel, Syria; Paris; 2026-01-06": the day only where all give one day.

    Where its claims name nobody and no place, the top of the page does; a side event says whose it is.
    """
    what, evidence = _what(unit), unit.evidence
    parts = [_who(evidence), _where(evidence), _which(evidence), _when(evidence)]
    if what and not any(parts[:2]) and not unit.local:
        parts[0] = ", ".join(_countries(_common_scene(unit)))
    rest = "; ".join(part for part in parts if part)
    if not what or not rest:
        return _told(what, unit)
    return _told(f"{what}: {rest}", unit) if unit.local else f"{what}: {rest}"


def _told(what: str, unit: Unit) -> str:
    """The name with the headline, or with the outlets that tell of it."""
    title = _title(unit)
    if title and not unit.local:
        return f"{what}: {title}" if what else title
    voices = ", ".join(sorted({one.article.label for one in unit.members})[:2])
    return f"{what or 'one story'} ({'mentioned by' if unit.local else 'told by'} {voices})"


def _what(unit: Unit) -> str:
    said = [claim.attribute.split(".")[0] for one in unit.members for claim in one.claims]
    told = Counter(_MEETING.get(root, root) for root in said if root != _SAID) or Counter(said)
    return min(told, key=lambda root: (-told[root], root), default="").replace("_", " ")


def _who(evidence: Evidence) -> str:
    """The countries that take part, else those behind the people, else the people."""
    parties = {key for keys in evidence.parties.values() for key in keys}
    countries = _countries(parties) or _countries(evidence.sides)
    people = [person.name for person in evidence.persons if person.name]
    if countries and (len(countries) > 1 or not people):
        return ", ".join(countries[:3])
    return ", ".join([*countries[:1], *people[: 2 - len(countries[:1])]])


def _countries(keys: Iterable[str]) -> list[str]:
    return sorted({_shown(key) for key in keys if _is_country(key)})


def _common_scene(unit: Unit) -> list[str]:
    """The countries that every page names at its top."""
    pages = sum(not one.local for one in unit.members)
    return sorted(key for key, count in unit.evidence.scenes.items() if count >= pages)[:3]


def _where(evidence: Evidence) -> str:
    cities = sorted(evidence.cities, key=lambda key: (-evidence.cities[key], key))
    return _shown(cities[0]) if cities else ", ".join(sorted(map(_shown, evidence.where))[:1])


def _which(evidence: Evidence) -> str:
    return f"round {min(evidence.rounds):g}" if len(evidence.rounds) == 1 else ""


def _when(evidence: Evidence) -> str:
    days = {span[0].date().isoformat() for spans in evidence.days.values() for span in spans}
    return next(iter(days)) if len(days) == 1 else ""


def _is_country(key: str) -> bool:
    found = _gazetteer.entry(key)
    return found is not None and found.kind == "country"


def _shown(key: str) -> str:
    found = _gazetteer.entry(key)
    return found.name if found is not None else key.partition(":")[2] or key


def _title(unit: Unit) -> str:
    pages = sorted((one.article for one in unit.members), key=lambda page: (page.title or "", page.id))
    return next((page.title for page in pages if page.title), "")
