"""The one trace that every view and output reads.

``trace(report)`` resolves ids once and puts into words what is to be shown: who said what, where, when,
in which words, through whom, counted from which day, judged by which rule. A view only lays it out; two
views of one finding cannot disagree because neither of them computes anything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reconcile import values
from reconcile.errors import UnknownNameError
from reconcile.model import (
    Article,
    Entity,
    Fact,
    FactStatus,
    Finding,
    FindingKind,
    FindingValue,
    Hypothesis,
    PlacedClaim,
    Report,
    Value,
    Zone,
)
from reconcile.views import _words as words
from reconcile.views._bidi import direction, language_tag
from reconcile.views._lookup import Lookup, by_time
from reconcile.views._passages import passage, raw_words, told_together
from reconcile.views._shapes import (
    Axis,
    Cell,
    EntityRow,
    FactRow,
    FindingTrace,
    Guess,
    Page,
    Side,
    Tally,
    Voice,
)

__all__ = ["Trace", "trace"]

_LTR_KINDS = frozenset({"date", "duration", "quantity", "boolean"})
_SECTIONS: Mapping[str, frozenset[FindingKind]] = {
    "contradictions": frozenset({FindingKind.CONTRADICTION}),
    "warnings": frozenset({FindingKind.DISAGREEMENT, FindingKind.UNRESOLVED}),
    "updates": frozenset({FindingKind.UPDATE, FindingKind.CORRECTION}),
    "differences": frozenset({FindingKind.DIFFERENCE, FindingKind.REFINEMENT, FindingKind.COMPLEMENT}),
}
_KIND_RANK = {kind: rank for rank, kind in enumerate(FindingKind)}


@dataclass(frozen=True)
class Trace:
    """A report with its ids resolved and its wording done. Made by :func:`trace`."""

    report: Report

    @cached_property
    def findings(self) -> tuple[FindingTrace, ...]:
        """All findings, contradictions first."""
        ordered = sorted(
            self.report.findings,
            key=lambda f: (_KIND_RANK[f.kind], self.rank(f.event), f.attribute, f.id),
        )
        return tuple(self._finding(finding) for finding in ordered)

    def section(self, name: str) -> tuple[FindingTrace, ...]:
        """The findings of one part of a page: contradictions, warnings, updates or differences."""
        return tuple(f for f in self.findings if f.kind in _SECTIONS[name])

    def either(self, id: str) -> FindingTrace | FactRow:
        """The finding or the fact with this id, or with the one id that begins like this.

        Raises:
            UnknownNameError: when there is none, or more than one.
        """
        known: tuple[FindingTrace | FactRow, ...] = (*self.findings, *self.facts)
        near = [thing for thing in known if thing.id.startswith(id)] if id else []
        exact = [thing for thing in near if thing.id == id] or near
        if len(exact) != 1:
            raise UnknownNameError("finding or fact", id, [thing.id for thing in near or known])
        return exact[0]

    @cached_property
    def facts(self) -> tuple[FactRow, ...]:
        """All facts, those of one question beside each other, the one most told first."""
        rows = [self._fact_row(fact) for fact in self.report.facts]
        rows.sort(key=lambda r: (self.rank(r.event), r.question, -len(r.side.outlets), r.side.value, r.id))
        return tuple(rows)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All articles by time of publication, undated ones last."""
        return tuple(self._page(article) for article in sorted(self.report.articles, key=by_time))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """Whose articles these are, each once, the first to publish first."""
        return tuple(dict.fromkeys(page.outlet for page in self.pages))

    @cached_property
    def entities(self) -> tuple[EntityRow, ...]:
        """Everybody and everything with a name, people first."""
        rows = (self._entity_row(entity) for entity in self.report.entities)
        return tuple(sorted(rows, key=lambda row: (row.kind != "person", row.kind, row.names, row.id)))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the articles."""
        return tuple(sorted({tag for a in self.report.articles if (tag := language_tag(a.language))}))

    @cached_property
    def events(self) -> tuple[str, ...]:
        """The labels of the events, that which most was said about first."""
        said = Counter(self._look.event(claim.event) for claim in self.report.claims)
        return tuple(sorted(set(self._look.labels.values()), key=lambda label: (-said[label], label)))

    @cached_property
    def rulesets(self) -> str:
        """The rule sets and their versions: what every rule id is to be read with."""
        told = (f"{r.get('name', '?')} {r.get('version', '?')}" for r in self.report.rulesets)
        return words.line(", ".join(told))

    @cached_property
    def tally(self) -> Tally:
        """The numbers at the head of every view."""
        report = self.report
        kinds = Counter(finding.kind for finding in report.findings)
        sections = {name: sum(kinds[kind] for kind in members) for name, members in _SECTIONS.items()}
        return Tally(
            articles=len(report.articles),
            outlets=len({article.label for article in report.articles}),
            events=len(report.events),
            claims=len(report.claims),
            facts=len(report.facts),
            agreed=sum(fact.status is FactStatus.AGREED for fact in report.facts),
            **sections,
        )

    def articles_of(self, event: str) -> tuple[Page, ...]:
        """The pages that say anything on the events with this label."""
        ids = {a for e in self.report.events if self._look.event(e.id) == event for a in e.articles}
        return tuple(page for page in self.pages if page.id in ids)

    def event(self, id: str) -> str:
        """What the event with this id is called."""
        return self._look.event(id)

    def rank(self, event: str) -> int:
        """The place of an event, by id or by label; those that nobody knows come last."""
        label = self._look.event(event)
        return self.events.index(label) if label in self.events else len(self.events)

    def fact(self, id: str) -> Fact:
        """The fact with this id, as the report has it."""
        return self._look.facts[id]

    def claim(self, id: str) -> PlacedClaim:
        """The claim with this id, as the report has it."""
        return self._look.claims[id]

    def question(self, claim: PlacedClaim, attribute: str | None = None) -> str:
        """What a claim answers, in the words of its fact; or what it would, were it of another attribute."""
        return self._look.question_of(claim, attribute)

    def published(self, article: str) -> datetime | None:
        """When an article was published, on its outlet's clock."""
        return self._look.articles[article].published

    def instant(self, article: str) -> datetime | None:
        """The same in UTC where the zone is known, for comparing."""
        return self._look.articles[article].instant

    def standing(self, claim: str) -> tuple[str, str]:
        """The sign and the status of the fact that a claim tells, or that it tells it less exactly."""
        status = self._statuses.get(claim)
        return (
            (words.STATUS_SIGNS[status], status.value.replace("_", " ")) if status else ("≈", "less exactly")
        )

    @cached_property
    def _statuses(self) -> Mapping[str, FactStatus]:
        return {claim: fact.status for fact in self.report.facts for claim in fact.claims}

    # ------------------------------------------------------------------ wording

    @cached_property
    def _look(self) -> Lookup:
        return Lookup(self.report)

    @cached_property
    def _columns(self) -> Mapping[str, tuple[Page, ...]]:
        return {label: self.articles_of(label) for label in self.events}

    @cached_property
    def _anchors(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for finding in self.findings:
            for side in finding.sides:
                if side.fact and finding.anchor not in found[side.fact]:
                    found[side.fact] += (finding.anchor,)
        return found

    def voice(self, placed: PlacedClaim) -> Voice:
        """One claim in words."""
        claim, article = placed.claim, self._look.articles.get(placed.article.id, placed.article)
        language = language_tag(claim.language or article.language)
        quote = claim.quote or placed.value.raw or ""
        passages = tuple(passage(span, article.text) for span in claim.spans if words.line(span.quote))
        return Voice(
            claim=claim.id,
            article=article.id,
            outlet=words.line(article.label),
            published=words.dated(article),
            iso=words.iso(article),
            language=language,
            direction=direction(quote, language),
            passages=passages,
            raw=raw_words(placed.value, passages),
            caption=any(span.zone is Zone.CAPTION for span in claim.spans),
            chain=tuple(words.line(source.source) for source in claim.attribution),
            certainty=words.certainty_notes(claim),
            anchor=words.anchor_note(placed.value),
        )

    def _voices(self, claims: Sequence[str]) -> tuple[Voice, ...]:
        return tuple(self.voice(claim) for claim in self._look.in_order(claims))

    def _side(
        self,
        value: Value,
        claims: Sequence[str],
        fact: Fact | None,
        *,
        denied: bool,
        asked: str | None = None,
    ) -> Side:
        voices = self._voices(claims)
        outlets = tuple(dict.fromkeys(voice.outlet for voice in voices))
        shown = words.line(values.show(value))
        entity = self._look.entities.get(getattr(value, "entity", None) or "")
        names = dict.fromkeys(words.line(name) for name in entity.names) if entity else {}
        return Side(
            fact=fact.id if fact else None,
            question=asked,
            value=shown,
            words=words.in_words(value),
            kind=value.kind,
            ltr=value.kind in _LTR_KINDS,
            denied=denied,
            names=tuple(name for name in names if name != shown),
            voices=voices,
            tellings=told_together(voices),
            outlets=outlets,
            origins=tuple(words.line(name) for name in fact.origins.names) if fact else (),
            witnesses=words.witnesses(len(outlets), fact),
            standing=words.standing(fact, self._look.facts.get(fact.runner_up or "")) if fact else "",
        )

    def _sides(self, finding: Finding) -> Iterator[Side]:
        facts = [self._look.facts[id] for id in finding.facts if id in self._look.facts]
        for value in finding.values:
            told = [placed.claim for placed in self._look.in_order(value.claims)]
            denied = value.value.kind != "boolean" and bool(told) and all(claim.denies for claim in told)
            other = next((claim for claim in told if claim.attribute != finding.attribute), None)
            asked = self._look.question(other.attribute, other.qualifiers) if other else None
            yield self._side(value.value, value.claims, _fact_of(value, facts), denied=denied, asked=asked)

    def _finding(self, finding: Finding) -> FindingTrace:
        return FindingTrace(
            id=finding.id,
            kind=finding.kind,
            severity=finding.severity,
            sign=words.SIGNS[finding.kind],
            title=words.TITLES[finding.kind],
            event=self._look.event(finding.event),
            aside=self.rank(finding.event) > 0,
            attribute=finding.attribute,
            question=self._look.question(finding.attribute, finding.qualifiers),
            sides=tuple(self._sides(finding)),
            rule=words.line(finding.rule),
            ruleset=self.rulesets,
            relation=finding.relation.value if finding.relation else None,
            reason=words.line(finding.reason, 1200),
            axes=_axes(finding),
            guesses=tuple(self._guess(guess) for guess in finding.hypotheses),
            left_out=tuple(dict.fromkeys(self._look.name(id) for id in finding.left_out)),
        )

    def _guess(self, guess: Hypothesis) -> Guess:
        told = all(support.reason in guess.reason for support in guess.support)
        return Guess(
            kind=guess.kind,
            title=words.line(words.hypothesis_title(guess.kind)),
            outlets=self._look.outlets(guess.claims),
            reason=words.line(guess.reason.partition(": ")[0] if told and guess.support else guess.reason),
            support=tuple((support.kind, words.line(support.reason)) for support in guess.support),
        )

    def _fact_row(self, fact: Fact) -> FactRow:
        denied = fact.value.kind != "boolean" and any(id in self._look.negated for id in fact.readings)
        side = self._side(fact.value, fact.claims, fact, denied=denied)
        event = self._look.event(fact.event)
        return FactRow(
            id=fact.id,
            event=event,
            attribute=fact.attribute,
            question=self._look.question(fact.attribute, fact.qualifiers),
            side=side,
            status=fact.status,
            sign=words.STATUS_SIGNS[fact.status],
            confidence=fact.confidence,
            cells=tuple(self._cells(fact, side, self._columns.get(event, ()))),
            findings=self._anchors.get(fact.id, ()),
        )

    def _cells(self, fact: Fact, side: Side, pages: Sequence[Page]) -> Iterator[Cell]:
        own: dict[str, list[Voice]] = defaultdict(list)
        for voice in side.voices:
            own[voice.article].append(voice)
        rivals: dict[str, list[str]] = defaultdict(list)
        for rival in self._look.rivals.get(fact.id, ()):
            shown = words.line(values.show(rival.value))
            for article in rival.articles:
                rivals[article].append(shown)
        vaguer = self._look.compatible[fact.id]
        for page in pages:
            if page.id in own:
                does = "denies it" if side.denied else "says so"
                yield Cell(page.id, page.outlet, "✓", does, tuple(own[page.id]))
            elif page.id in vaguer:
                yield Cell(page.id, page.outlet, "≈", "less exactly", self._voices(vaguer[page.id]))
            elif page.id in rivals:
                yield Cell(page.id, page.outlet, "✗", "says otherwise", others=tuple(rivals[page.id]))
            else:
                yield Cell(page.id, page.outlet, "–", "not said")

    def _page(self, article: Article) -> Page:
        claims = self._look.claims_of[article.id]
        cited = Counter(words.line(c.claim.attribution[0].source) for c in claims if c.claim.attribution)
        language = language_tag(article.language)
        title = words.line(article.title or "")
        return Page(
            id=article.id,
            outlet=words.line(article.label),
            named=bool(article.outlet),
            published=words.dated(article),
            iso=words.iso(article),
            language=language,
            direction=direction(title, language),
            title=title or None,
            url=words.line(article.url) if article.url else None,
            claims=len(claims),
            cited=tuple(sorted(cited, key=lambda name: (-cited[name], name))),
        )

    def _entity_row(self, entity: Entity) -> EntityRow:
        known = self._look.entities
        others = (known[id] for id in entity.ambiguous if id in known)
        return EntityRow(
            id=entity.id,
            kind=entity.kind,
            event=self._look.event(entity.event),
            names=tuple(words.line(name) for name in entity.names),
            roles=tuple(words.line(role) for role in entity.roles),
            outlets=tuple(sorted(self._look.outlets(entity.claims))),
            ambiguous=tuple(words.line((other.names or other.roles or (other.id,))[0]) for other in others),
            learnt=tuple(words.line(f"{a.name} = {a.of} ({a.article})") for a in entity.aliases),
        )


def trace(report: Report) -> Trace:
    """The trace of a report; what it holds is worked out when it is first asked for, and once."""
    return Trace(report)


def _fact_of(value: FindingValue, facts: Sequence[Fact]) -> Fact | None:
    """The fact of a finding that this side is: the one that most of its claims belong to."""
    claims = set(value.claims)
    best = max(facts, key=lambda fact: len(claims & set(fact.claims)), default=None)
    return best if best and claims & set(best.claims) else None


def _axes(finding: Finding) -> tuple[Axis, ...]:
    if finding.evidence is None:
        return ()
    axes = {
        name: getattr(finding.evidence, name) for name in ("value", "scope", "time", "modality", "source")
    }
    return tuple(
        Axis(name, axis.outcome.replace("_", " "), words.line(axis.reason)) for name, axis in axes.items()
    )
