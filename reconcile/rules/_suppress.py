"""Findings that somebody decided not to see: taken out of the report's findings, and told with their reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.model import Article, Finding, Rejected, RuleSet, Suppression
from reconcile.values._schemas import matches

__all__ = ["Sifted", "suppress"]


@dataclass(frozen=True, slots=True)
class Sifted:
    """What is left, what was suppressed and why, and suppressions that have nothing to suppress."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[Rejected, ...] = ()


def suppress(findings: Sequence[Finding], articles: Iterable[Article], ruleset: RuleSet) -> Sifted:
    """Sift findings through the suppressions of a rule set."""
    if not ruleset.suppressions:
        return Sifted(tuple(findings))
    pages = {article.id: article for article in articles}
    kept, suppressed, used = [], [], set[int]()
    for found in findings:
        number = next((n for n, one in enumerate(ruleset.suppressions) if _covers(one, found, pages)), None)
        if number is None:
            kept.append(found)
            continue
        used.add(number)
        suppressed.append(_record(found, ruleset.suppressions[number]))
    warnings = [
        Rejected(one.where, _idle(one, kept, pages))
        for number, one in enumerate(ruleset.suppressions)
        if number not in used
    ]
    return Sifted(tuple(kept), tuple(suppressed), tuple(warnings))


def _covers(one: Suppression, found: Finding, pages: Mapping[str, Article]) -> bool:
    return _names(one, found, pages) and not _expired(one, found, pages)


def _names(one: Suppression, found: Finding, pages: Mapping[str, Article]) -> bool:
    outlets = {pages[name].label for name in found.articles if name in pages}
    return (
        one.rule in (None, found.rule)
        and (one.attribute is None or matches(one.attribute, found.attribute))
        and set(one.outlets) <= outlets
    )


def _expired(one: Suppression, found: Finding, pages: Mapping[str, Article]) -> bool:
    days = [pages[name].published for name in found.articles if name in pages]
    return any(day is not None and day.date() > one.until for day in days)


def _idle(one: Suppression, kept: Iterable[Finding], pages: Mapping[str, Article]) -> str:
    if any(_names(one, found, pages) for found in kept):
        return f"the suppression ended on {one.until}; what it names was told again afterwards"
    return "the suppression suppresses nothing"


def _record(found: Finding, one: Suppression) -> Mapping[str, Any]:
    return {"finding": found.id, "kind": str(found.kind), "rule": found.rule, "attribute": found.attribute,
            "articles": found.articles, "by": one.where, "until": one.until.isoformat(),
            "reason": one.reason}  # fmt: skip
