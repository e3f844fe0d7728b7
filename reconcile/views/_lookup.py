"""Who is who in a report: ids resolved once, for the trace."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reconcile import values
from reconcile.model import Article, Entity, Fact, PlacedClaim, Polarity, Report
from reconcile.views import _words as words

__all__ = ["Lookup", "by_time"]


@dataclass(frozen=True)
class Lookup:
    """The tables behind a trace; each is made when it is first needed."""

    report: Report

    @cached_property
    def claims(self) -> Mapping[str, PlacedClaim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.report.claims}

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[PlacedClaim]]:
        """Claims by the id of their article."""
        found: dict[str, list[PlacedClaim]] = defaultdict(list)
        for claim in self.report.claims:
            found[claim.article.id].append(claim)
        return found

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """Articles by id."""
        return {article.id: article for article in self.report.articles}

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.report.facts}

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """Entities by id."""
        return {entity.id: entity for entity in self.report.entities}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What an event is called, by its id."""
        return {event.id: words.line(event.label) or event.id for event in self.report.events}

    @cached_property
    def negated(self) -> frozenset[str]:
        """Ids of readings by which a source denies the value."""
        return frozenset(r.id for r in self.report.readings if r.polarity is Polarity.NEGATE)

    @cached_property
    def compatible(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """For every fact the vaguer claims that fold into it, by article."""
        claims = {reading.id: reading.claims for reading in self.report.readings}
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for fact in self.report.facts:
            for claim in (claim for id in fact.compatible for claim in claims.get(id, ())):
                found[fact.id][claim.article.id].append(claim.id)
        return found

    @cached_property
    def rivals(self) -> Mapping[str, Sequence[Fact]]:
        """For every fact those that cannot hold beside it."""
        found: dict[str, dict[str, Fact]] = defaultdict(dict)
        for relation in self.report.relations:
            if relation.relation.conflicts:
                for left in self._holders[relation.left]:
                    for right in self._holders[relation.right]:
                        found[left.id][right.id] = right
                        found[right.id][left.id] = left
        return {fact: [rivals[id] for id in sorted(rivals)] for fact, rivals in found.items()}

    @cached_property
    def _holders(self) -> Mapping[str, Sequence[Fact]]:
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.report.facts:
            for node in (fact.id, *fact.readings):
                found[node].append(fact)
        return found

    @cached_property
    def _printed(self) -> Mapping[str, str]:
        return words.printed(claim.claim.qualifiers for claim in self.report.claims)

    @cached_property
    def _compared(self) -> Mapping[str, Mapping[str, Any]]:
        """The qualifiers by which a claim was compared: those of a fact that holds it."""
        readings = {reading.id: reading.claims for reading in self.report.readings}
        return {
            claim: fact.qualifiers
            for fact in self.report.facts
            for claim in (*(c.id for id in fact.compatible for c in readings.get(id, ())), *fact.claims)
        }

    def question(self, attribute: str, qualifiers: Mapping[str, Any]) -> str:
        """What is asked, for people, in words as they were printed."""
        return words.line(words.question(attribute, qualifiers, self._printed))

    def question_of(self, placed: PlacedClaim, attribute: str | None = None) -> str:
        """What a claim answers, with its own qualifiers called as its fact calls them."""
        compared = self._compared.get(placed.id, {})
        told = {key: compared.get(key, value) for key, value in placed.claim.qualifiers.items()}
        return self.question(attribute or placed.claim.attribute, told)

    def event(self, id: str) -> str:
        """What an event is called."""
        return self.labels.get(id, id)

    def outlet(self, article: str) -> str:
        """What an article is called: its outlet, or its id."""
        known = self.articles.get(article)
        return words.line(known.label if known else article)

    def outlets(self, claims: Iterable[str]) -> tuple[str, ...]:
        """The outlets behind claims, each once."""
        told = (self.claims[id].article.id for id in claims if id in self.claims)
        return tuple(dict.fromkeys(self.outlet(article) for article in told))

    def name(self, id: str) -> str:
        """Any id in words: an article's outlet, a claim's outlet and value, a fact's value, or itself."""
        if id in self.articles:
            return self.outlet(id)
        if id in self.claims:
            claim = self.claims[id]
            return f"{self.outlet(claim.article.id)}: {words.line(values.show(claim.value))}"
        return words.line(values.show(self.facts[id].value)) if id in self.facts else words.line(id)

    def in_order(self, ids: Iterable[str]) -> list[PlacedClaim]:
        """Claims by time of publication, then by their place on the page."""
        placed = [self.claims[id] for id in dict.fromkeys(ids) if id in self.claims]
        return sorted(
            placed, key=lambda p: (*by_time(self.articles.get(p.article.id, p.article)), _start(p), p.id)
        )


def by_time(article: Article) -> tuple[bool, str, str, str]:
    """A sort key: time of publication, undated articles last."""
    instant = article.instant
    return instant is None, instant.isoformat() if instant else "", article.label, article.id


def _start(placed: PlacedClaim) -> int:
    start = placed.claim.spans[0].start if placed.claim.spans else None
    return start or 0
