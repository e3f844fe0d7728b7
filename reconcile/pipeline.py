"""The stages, one after the other, on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from reconcile import (
    blocking,
    clustering,
    comparison,
    engines,
    entities,
    extractors,
    findings,
    fusion,
    readers,
    stories,
)
from reconcile import origins as witnesses
from reconcile import rules as judging
from reconcile.model import Article, Block, Claim, Fact, Rejected, Report, RuleSet, Solved
from reconcile.result import Result
from reconcile.values._gazetteer import Places, read_places, using

__all__ = ["Progress", "extract", "read", "reconcile"]

Progress = Callable[[str, int, int], object]
"""Is told the stage (``extract``, ``compare``), how many of its items are done, and how many there are."""

_Item = TypeVar("_Item")


def read(things: Any) -> tuple[Article, ...]:
    """The articles among things (paths, dicts, articles), with zones, language and publication time.

    What could not be read is told by ``reconcile`` in its report; here it raises when nothing was left.
    """
    return readers.read(things).articles


def extract(articles: Iterable[Article], *, extractor: Any = "rules") -> tuple[Claim, ...]:
    """The claims of articles, by an extractor's name or as a function of one article.

    >>> extract([])
    ()
    """
    complete = [readers.complete(article) for article in articles]
    return extractors.extract(complete, extractor).claims


def reconcile(
    things: Any,
    *,
    rules: RuleSet | str | Path | Iterable[str | Path] | None = None,
    extractor: Any = "rules",
    engine: str | engines.Engine = "local",
    method: str | fusion.Method = "origin_vote",
    trust: fusion.Trust | Mapping[Any, float] | str | Path | None = None,
    calibration: fusion.Calibration | None = None,
    known: entities.Known | str | Path | None = None,
    gazetteer: Places | str | Path | None = None,
    outlets: witnesses.Outlets | str | Path | None = None,
    scorer: comparison.TextScorer | None = None,
    progress: Progress | None = None,
) -> Result:
    """Reconcile what several outlets say.

    Args:
        things: articles, claims, dicts of either, a data frame of claims, or paths, in any mix.
        rules: rule files that are asked before the shipped ones, or a rule set that was loaded.
        extractor: how claims are found in articles, by name or as a function.
        engine: what moves the blocks, by name or as a function.
        method: how facts are weighed, by name or itself.
        trust: how often an outlet is right, by outlet or by outlet and attribute, as far as you want to say so:
            a mapping, or a file.
        calibration: what ``fusion.calibrate`` learnt from known answers; it is applied to every confidence.
        known: holders of offices with their days, and names that are two persons: a file, or what was read of it.
        gazetteer: places, regions and bodies besides the shipped ones: a file, or what was read of it.
        outlets: outlets and agencies besides the shipped ones, with their names: a file, or what was read of it.
        scorer: says how surely two unlike free texts mean one thing (``reconcile.comparison.by_embedding``).
        progress: is told how far the work is, as ``progress(stage, done, total)``.

    Raises:
        InputError: when nothing at all could be read, or a file that was handed over is not of its form.
        RuleError: when a rule file is not of the form that rule files have.
    """
    ruleset = rules if isinstance(rules, RuleSet) else judging.load(() if rules is None else rules)
    places = read_places(gazetteer) if isinstance(gazetteer, str | Path) else gazetteer
    holders = entities.read_known(known) if isinstance(known, str | Path) else known or entities.Known()
    listed = witnesses.read_outlets(outlets) if isinstance(outlets, str | Path) else outlets
    believed = fusion.trusted(trust)
    with using(places):
        material = readers.read(things)
        found = extractors.extract(_told("extract", material.articles, progress), extractor)
        claims = (*material.claims, *found.claims)
        story = stories.place(material.articles, claims, ruleset.schemas, material.where)
        placed, who = entities.resolve(story.claims, ruleset.schemas, holders)
        origins = witnesses.trace(placed, listed)
        blocked = blocking.block(placed, origins, ruleset.schemas)
        articles = {event.id: event.articles for event in story.events}
        fuse = partial(fusion.fuse, method=method, trust=believed)
        solved = engines.run(
            _told("compare", blocked.blocks, progress),
            partial(_solve, ruleset=ruleset, articles=articles, fuse=fuse, places=places, scorer=scorer),
            engine,
        )
        passed = fusion.story_pass(solved, ruleset.schemas, method=method, trust=believed)
        told = findings.find(solved, passed, placed, story.articles)
        labels = [article.label for article in story.articles]
        unheard = (Rejected("trust", reason) for reason in believed.unheard(labels))
        sifted = judging.suppress(told, story.articles, ruleset)
        return Result(
            Report(
                rulesets=ruleset.parts,
                articles=tuple(sorted(story.articles, key=lambda article: article.id)),
                events=story.events,
                entities=who,
                claims=tuple(sorted(placed, key=lambda claim: claim.id)),
                readings=tuple(reading for one in solved for reading in one.block.readings),
                relations=(*(relation for one in solved for relation in one.relations), *passed.relations),
                facts=_facts(solved, passed.facts, calibration),
                findings=sifted.findings,
                rejected=(*material.rejected, *found.rejected, *story.rejected),
                not_compared=(*story.not_compared, *blocked.not_compared),
                suppressed=sifted.suppressed,
                warnings=(
                    *material.warnings,
                    *story.warnings,
                    *sifted.warnings,
                    *unheard,
                    *entities.doubts(placed, who),
                ),
            ),
            believed,
        )


def _told(stage: str, items: Sequence[_Item], progress: Progress | None) -> Sequence[_Item]:
    """The items, and as they are taken one by one how many of them were."""
    return _Told(items, partial(progress, stage)) if progress else items


class _Told(Sequence[_Item]):
    """A sequence that says how far it was read."""

    def __init__(self, items: Sequence[_Item], progress: Callable[[int, int], object]) -> None:
        self._items = items
        self._progress = progress

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: Any) -> Any:
        return self._items[at]

    def __iter__(self) -> Iterator[_Item]:
        for done, item in enumerate(self._items, 1):
            yield item
            self._progress(done, len(self._items))


def _solve(
    block: Block,
    *,
    ruleset: RuleSet,
    articles: dict[str, tuple[str, ...]],
    fuse: Any,
    places: Places | None,
    scorer: comparison.TextScorer | None,
) -> Solved:
    """One block: compare its readings, judge the pairs, cluster what agrees, fuse what was clustered."""
    with using(places):  # an engine may solve it in another process
        pairs = comparison.compare(block, scorer)
        relations = judging.judge(block, pairs, ruleset)
        facts, disputes = clustering.cluster(block, relations)
        fused = fuse(block, facts, disputes, relations, articles.get(block.event, ()))
    return Solved(block, relations, fused, disputes)


def _facts(
    solved: Iterable[Solved], changed: Iterable[Fact], calibration: fusion.Calibration | None
) -> tuple[Fact, ...]:
    """The facts of all blocks, as the story pass left them, as sure as the calibration says."""
    facts = {fact.id: fact for one in solved for fact in one.facts}
    facts |= {fact.id: fact for fact in changed}
    if calibration is None:
        return tuple(facts.values())
    return tuple(replace(fact, confidence=calibration(fact.confidence)) for fact in facts.values())
