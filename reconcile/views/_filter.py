"""A part of a report: what is about some attributes, events or outlets, or of some kind of finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import TypeAlias

from reconcile.errors import UnknownNameError
from reconcile.model import Fact, Finding, FindingKind, Report
from reconcile.views._bidi import clean

__all__ = ["Names", "only"]

Names: TypeAlias = str | Iterable[str] | None
"""One name, several, or no restriction."""
_Fits: TypeAlias = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for, as attributes, and as ids of events and articles."""

    attributes: frozenset[str]
    events: frozenset[str]
    articles: frozenset[str]
    kinds: frozenset[FindingKind]

    def has(self, thing: Fact | Finding) -> bool:
        """Whether a fact or a finding is about it; what nobody is named for belongs to every outlet."""
        told = not thing.articles or not self.articles.isdisjoint(thing.articles)
        return told and thing.attribute in self.attributes and thing.event in self.events


def only(
    report: Report, *, attribute: Names = None, event: Names = None, outlet: Names = None, kind: Names = None
) -> Report:
    """The part of a report that is about all of this; articles and events stay whole.

    ``attribute`` is a name, what it begins with (``"talks"``) or a pattern (``"*.killed"``); ``event`` an id or a
    label; ``outlet`` as the report prints it, or the id of an article; ``kind`` a kind of finding. A fact or a
    finding keeps all of its sides, so of an outlet one also sees who says otherwise.

    Raises:
        UnknownNameError: when nothing has such a name, with the nearest one that there is.
    """
    asked = _Asked(
        _picked("attribute", attribute, _attributes(report), _matches),
        _picked("event", event, _events(report)),
        _picked("outlet", outlet, {a.id: {a.id, a.label} for a in report.articles}),
        frozenset(map(FindingKind, _picked("kind", kind, {k.value: {k.value} for k in FindingKind}))),
    )
    findings = tuple(f for f in report.findings if f.kind in asked.kinds and asked.has(f))
    facts = tuple(fact for fact in report.facts if asked.has(fact))
    if kind is not None:
        sides = {fact for finding in findings for fact in finding.facts}
        facts = tuple(fact for fact in facts if fact.id in sides)
    whole = outlet is None and kind is None
    told: tuple[Fact | Finding, ...] = (*facts, *findings)
    shown = {claim for thing in told for claim in thing.claims}
    claims = tuple(
        c
        for c in report.claims
        if c.claim.attribute in asked.attributes and c.event in asked.events and (whole or c.id in shown)
    )
    kept = {claim.id for claim in claims}
    readings = tuple(r for r in report.readings if any(claim.id in kept for claim in r.claims))
    nodes = {reading.id for reading in readings} | {fact.id for fact in facts}
    return replace(
        report,
        claims=claims,
        entities=tuple(entity for entity in report.entities if not kept.isdisjoint(entity.claims)),
        readings=readings,
        relations=tuple(r for r in report.relations if r.left in nodes and r.right in nodes),
        facts=facts,
        findings=findings,
    )


def _attributes(report: Report) -> Mapping[str, set[str]]:
    told = {claim.claim.attribute for claim in report.claims} | {fact.attribute for fact in report.facts}
    return {name: {name} for name in told | {finding.attribute for finding in report.findings}}


def _events(report: Report) -> Mapping[str, set[str]]:
    """The names of every event, also of one that only a claim or a finding knows."""
    named = {claim.event for claim in report.claims} | {finding.event for finding in report.findings}
    found = {id: {id} for id in named | {fact.event for fact in report.facts}}
    return found | {event.id: {event.id, event.label} for event in report.events}


def _same(name: str, asked: str) -> bool:
    return name == asked


def _matches(name: str, asked: str) -> bool:
    return name == asked or name.startswith(f"{asked}.") or fnmatchcase(name, asked)


def _picked(what: str, asked: Names, known: Mapping[str, set[str]], fits: _Fits = _same) -> frozenset[str]:
    """The ids whose names fit what is asked; all of them where nothing is."""
    if asked is None:
        return frozenset(known)
    found: set[str] = set()
    for one in (asked,) if isinstance(asked, str) else asked:
        fitting = {id for id, called in known.items() if any(fits(name, one) for name in called)}
        if not fitting:
            names = {clean(name) for called in known.values() for name in called}
            raise UnknownNameError(what, one, names)
        found |= fitting
    return frozenset(found)
