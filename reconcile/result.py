"""What a run gives back: the report, wrapped with what one calls in a notebook.

A result is read-only. Everything it shows comes from the one trace of its report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reconcile import outputs
from reconcile.errors import ReconcileError, UnknownNameError
from reconcile.fusion import Score, scorecard
from reconcile.model import (
    Article,
    Entity,
    Fact,
    Finding,
    FindingKind,
    PlacedClaim,
    Rejected,
    Relation,
    Report,
)
from reconcile.registry import pick
from reconcile.views import Trace, View, _tables, trace

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped,unused-ignore]
    import pandas  # type: ignore[import-untyped,unused-ignore]

__all__ = ["Result"]


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """A report that can be looked at, asked, filtered, saved and turned into other things.

    Iterating gives the findings, the most serious first; ``len`` counts them.
    """

    report: Report

    # ------------------------------------------------------------------ what was found

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were read."""
        return self.report.articles

    @property
    def claims(self) -> tuple[PlacedClaim, ...]:
        """The claims that were compared, each with its event and its value."""
        return self.report.claims

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, bodies and places under all the names that were printed for them."""
        return self.report.entities

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is told, each with everyone who tells it."""
        return self.report.facts

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How every pair of readings that was compared was judged."""
        return self.report.relations

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What needs a reader, the most serious first."""
        known = {finding.id: finding for finding in self.report.findings}
        return tuple(known[found.id] for found in self._trace.findings)

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """Values that cannot both hold."""
        return self._of(FindingKind.CONTRADICTION)

    @property
    def disagreements(self) -> tuple[Finding, ...]:
        """Named sources that differ without excluding each other."""
        return self._of(FindingKind.DISAGREEMENT)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What could not be used, where it stood, and why."""
        return self.report.rejected

    @property
    def warnings(self) -> tuple[Rejected, ...]:
        """What was used although something about it looks wrong."""
        return self.report.warnings

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return True

    def _of(self, kind: FindingKind) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.kind is kind)

    # ------------------------------------------------------------------ looking

    @cached_property
    def _trace(self) -> Trace:
        return trace(self.report)

    def explain(self, finding: str | Finding | Fact) -> View:
        """Why a finding was made, or who stands behind a fact; an id may be shortened.

        Raises:
            UnknownNameError: when nothing has this id, with the nearest one that there is.
        """
        return self._view("explain", finding if isinstance(finding, str) else finding.id)

    def scorecard(self) -> tuple[Score, ...]:
        """How each outlet's facts stand among the others': counted, by name, and not ranked."""
        return scorecard(self.report.facts, self.report.readings, self.report.relations)

    def matrix(self) -> View:
        """Facts x outlets: who says what, less exactly, otherwise, or nothing."""
        return self._view("matrix")

    def _view(self, name: str, *about: str) -> View:
        view: Callable[..., View] = pick("views", name)
        return view(self._trace, *about)

    def _card(self) -> View:
        return self._view("card")

    def __str__(self) -> str:
        return outputs.render(self.report, "text").rstrip("\n")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return self._card().html

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self._card().html, "text/plain": str(self)}

    # ------------------------------------------------------------------ filtering

    def about(self, attribute: str) -> Result:
        """The part of the result that is about one attribute, or all below it, or a pattern of them.

        ``"talks.date"``, ``"talks"`` (everything that begins so) or ``"*.killed"``.

        Raises:
            UnknownNameError: when nothing is about it, with the nearest attribute that there is.
        """
        known = {claim.claim.attribute for claim in self.report.claims}
        known |= {fact.attribute for fact in self.report.facts}
        if not any(_matches(name, attribute) for name in known):
            raise UnknownNameError("attribute", attribute, known)
        return Result(_about(self.report, attribute))

    # ------------------------------------------------------------------ handing on

    def to_dict(self) -> dict[str, Any]:
        """The report contract (``reconcile.report/1``) as plain data."""
        return outputs.report_dict(self.report)

    def to_json(self) -> str:
        """The report contract as JSON."""
        return outputs.render(self.report, "json")

    def to_markdown(self) -> str:
        """The report in Markdown."""
        return outputs.render(self.report, "markdown")

    def to_html(self) -> str:
        """The report as one self-contained page."""
        return outputs.render(self.report, "html")

    def save(self, target: str | Path) -> None:
        """Write the report to ``"report.html"`` (the suffix names the format) or ``"json:report.txt"``."""
        outputs.write(self.report, target)

    def to_networkx(self) -> networkx.DiGraph[str]:
        """Articles -> claims -> facts -> origins as a graph whose attributes are plain scalars."""
        from reconcile.views._graph import graph  # noqa: PLC0415  (networkx is loaded when it is asked for)

        return graph(self._trace)

    def to_pandas(self, what: Literal["findings", "claims", "facts"] = "findings") -> pandas.DataFrame:
        """A table for pandas: one row a quote of a finding, a claim, or a fact.

        Raises:
            ReconcileError: when pandas is not installed.
            UnknownNameError: when there is no such table.
        """
        rows = _TABLES.get(what)
        if rows is None:
            raise UnknownNameError("table", what, _TABLES)
        try:
            import pandas  # noqa: PLC0415  (not a dependency)
        except ImportError:
            raise ReconcileError("to_pandas() needs pandas: pip install pandas") from None
        return pandas.DataFrame(list(rows(self._trace)))


_TABLES: dict[str, Callable[[Trace], Iterable[dict[str, Any]]]] = {
    "findings": _tables.findings,
    "claims": _tables.claims,
    "facts": _tables.facts,
}


def _matches(attribute: str, asked: str) -> bool:
    return attribute == asked or attribute.startswith(f"{asked}.") or fnmatchcase(attribute, asked)


def _about(report: Report, asked: str) -> Report:
    """The part of a report that is about some attributes; articles and events stay whole."""
    claims = tuple(claim for claim in report.claims if _matches(claim.claim.attribute, asked))
    kept = {claim.id for claim in claims}
    readings = tuple(r for r in report.readings if any(claim.id in kept for claim in r.claims))
    facts = tuple(fact for fact in report.facts if _matches(fact.attribute, asked))
    nodes = {reading.id for reading in readings} | {fact.id for fact in facts}
    return replace(
        report,
        claims=claims,
        entities=tuple(entity for entity in report.entities if not kept.isdisjoint(entity.claims)),
        readings=readings,
        relations=tuple(r for r in report.relations if r.left in nodes and r.right in nodes),
        facts=facts,
        findings=tuple(finding for finding in report.findings if _matches(finding.attribute, asked)),
    )
