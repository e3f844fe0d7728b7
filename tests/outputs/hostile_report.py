"""A report in which every word that comes from outside tries to break out of its place."""

from __future__ import annotations

from dataclasses import replace

from reconcile.model import Article, Entity, Event, Hypothesis, PlacedClaim, Rejected, Report, Support
from tests.views.sample_report import EVENT, sample

EVIL = (
    "</script><!--<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    '<a href="javascript:alert(1)">[x](javascript:alert(1)) ![i](http://evil.example/i.png) @everyone `code` **b** | {{ 7*7 }}'
    "\u202e\u2066\u200f\x1b[31m\x00 ולא"
)


def hostile() -> Report:
    """The sample report with ``EVIL`` for every name, quote, title, reason and label."""
    report = sample()
    return replace(
        report,
        rulesets=({"name": EVIL, "version": EVIL, "hash": EVIL},),
        articles=tuple(_article(article) for article in report.articles),
        events=(Event(EVENT, EVIL, report.events[0].articles),),
        entities=tuple(_entity(entity) for entity in report.entities),
        claims=tuple(_claim(claim) for claim in report.claims),
        findings=tuple(_finding(finding) for finding in report.findings),
        rejected=(Rejected(EVIL, EVIL),),
        warnings=(Rejected(EVIL, EVIL),),
        not_compared=({"attribute": EVIL, EVIL: [EVIL], "reason": EVIL},),
        suppressed=({"finding": EVIL, "reason": EVIL},),
    )


def _article(article: Article) -> Article:
    return article.model_copy(
        update={"outlet": EVIL, "title": EVIL, "url": "javascript:alert(1)", "author": EVIL, "language": EVIL}
    )


def _entity(entity: Entity) -> Entity:
    return replace(entity, names=(EVIL,), roles=(EVIL,))


def _claim(placed: PlacedClaim) -> PlacedClaim:
    claim = placed.claim
    spans = tuple(span.model_copy(update={"quote": EVIL}) for span in claim.spans)
    chain = tuple(source.model_copy(update={"source": EVIL}) for source in claim.attribution)
    update = {"spans": spans, "attribution": chain, "language": EVIL, "qualifiers": {EVIL: EVIL},
              "article": _article(claim.article)}  # fmt: skip
    value = placed.value.model_copy(update={"raw": EVIL})
    return replace(placed, claim=claim.model_copy(update=update), value=value)


def _finding(finding):  # type: ignore[no-untyped-def]
    guess = Hypothesis(EVIL, finding.claims, (Support("fact", EVIL, EVIL),), EVIL)
    return replace(
        finding, rule=EVIL, reason=EVIL, qualifiers={EVIL: EVIL}, left_out=(EVIL,), hypotheses=(guess,)
    )
