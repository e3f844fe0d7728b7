"""A program as a user would write it. Never run; the type checker reads it (``mypy`` in CI)."""

from collections.abc import Iterable
from pathlib import Path

import reconcile as rc
from reconcile.model import Article, Claim, Finding, Report
from reconcile.testing import claim

claims: tuple[Claim, ...] = rc.load_sample("paris_talks")
articles: tuple[Article, ...] = rc.load_sample("paris_talks", articles=True)

result = rc.reconcile(claims, rules=[Path("my.rules.yaml")])
report: Report = result.report


def reasons(findings: Iterable[Finding]) -> list[str]:
    return [
        f"{finding.severity}: {finding.reason}" for finding in findings if finding.kind == "contradiction"
    ]


print(reasons(report.findings))
mixed = rc.reconcile([*articles, claim("talks.date", "5 January"), {"id": "b", "text": "…"}, "story/"])
for fact in mixed.report.facts:
    print(fact.attribute, fact.status, fact.origins.min)

try:
    rc.reconcile([])
except rc.ReconcileError as error:
    print(error.message, error.where)
