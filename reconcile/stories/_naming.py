"""Ids and names of events: an id depends on the content alone, a name tells a reader which event it is."""

from __future__ import annotations

from collections import Counter

from reconcile.model import Event, content_id
from reconcile.stories._joining import Unit
from reconcile.values import _gazetteer

__all__ = ["event_of"]


def event_of(unit: Unit) -> Event:
    """The event of a unit, named by the caller's labels, else by what, who, where and when."""
    articles = tuple(sorted(unit.articles))
    labels = sorted(unit.labels)
    if labels:
        return Event(content_id("event", *labels), " / ".join(labels), articles)
    claims = sorted(claim.id for one in unit.members for claim in one.claims)
    return Event(content_id("event", *(claims or articles)), _described(unit) or _titled(unit), articles)


def _described(unit: Unit) -> str:
    """ "talks: Israel, Syria; Paris; 2026-01-06": the day only where all give one day."""
    evidence = unit.evidence
    said = [claim.attribute.split(".")[0].replace("_", " ") for one in unit.members for claim in one.claims]
    told = Counter(said)
    what = min(told, key=lambda root: (-told[root], root), default="")
    who = sorted({_shown(key) for keys in evidence.parties.values() for key in keys if _is_country(key)})
    where = sorted(evidence.cities, key=lambda key: (-evidence.cities[key], key))[:1]
    days = {span[0].date().isoformat() for spans in evidence.days.values() for span in spans}
    parts = [", ".join(who[:3]), *map(_shown, where), *(days if len(days) == 1 else ())]
    rest = "; ".join(part for part in parts if part)
    return f"{what}: {rest}" if what and rest else what


def _is_country(key: str) -> bool:
    found = _gazetteer.entry(key)
    return found is not None and found.kind == "country"


def _shown(key: str) -> str:
    found = _gazetteer.entry(key)
    return found.name if found is not None else key


def _titled(unit: Unit) -> str:
    pages = sorted((one.article for one in unit.members), key=lambda page: (page.title or "", page.id))
    return next((page.title for page in pages if page.title), "one story")
