"""A program as a user would write it. Never run; the type checker reads it (``mypy`` in CI)."""

from collections.abc import Iterable
from pathlib import Path

import reconcile as rc
from reconcile.testing import claim


def reasons(findings: Iterable[rc.Finding]) -> list[str]:
    return [
        f"{finding.severity}: {finding.reason}" for finding in findings if finding.kind == "contradiction"
    ]


def sample() -> rc.Report:
    claims: tuple[rc.Claim, ...] = rc.load_sample("paris_talks")
    result: rc.Result = rc.reconcile(claims, rules=[Path("my.rules.yaml")])
    print(reasons(result.contradictions), result.explain(result.findings[0]), result.matrix())
    result.save("report.html")
    return result.data


def mixed() -> list[str]:
    articles: tuple[rc.Article, ...] = rc.load_sample("paris_talks", articles=True)
    said = claim("talks.date", "5 January", outlet="b", published="2026-01-06")
    result = rc.reconcile([*articles, said, {"id": "c", "text": "…"}, "story/"])
    return [f"{fact.attribute}: {fact.status} by {fact.origins.min}" for fact in result.facts]


def careful() -> None:
    try:
        rc.reconcile([])
    except rc.ReconcileError as error:
        print(error.message, error.where)
