"""What a run gives back: the report, wrapped with what one calls in a notebook.

A result is read-only. Everything it shows comes from the one trace of its report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile import outputs
from reconcile.errors import UnknownNameError
from reconcile.fusion import Score, Trust, scorecard
from reconcile.model import (
    Article,
    Entity,
    Event,
    Fact,
    Finding,
    FindingKind,
    PlacedClaim,
    Rejected,
    Relation,
    Report,
)
from reconcile.registry import pick
from reconcile.rules import why
from reconcile.views import Trace, View, _tables, trace
from reconcile.views._filter import Names, only
from reconcile.views._frames import frame

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped,unused-ignore]
    import pandas  # type: ignore[import-untyped,unused-ignore]
    import polars  # type: ignore[import-not-found,unused-ignore]

__all__ = ["Result"]


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """A report that can be looked at, asked, filtered, saved and turned into other things.

    Iterating gives the findings, the most serious first; ``len`` counts them. A notebook shows a card, ``print``
    the whole report.
    """

    data: Report
    trust: Trust = field(default_factory=Trust)
    """What the user gave for outlets; the scorecard shows it beside what was learnt."""

    # ------------------------------------------------------------------ what was found

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that were read."""
        return self.data.articles

    @property
    def events(self) -> tuple[Event, ...]:
        """What the articles are about; claims are compared inside one event only."""
        return self.data.events

    @property
    def claims(self) -> tuple[PlacedClaim, ...]:
        """The claims that were compared, each with its event and its value."""
        return self.data.claims

    @property
    def entities(self) -> tuple[Entity, ...]:
        """People, bodies and places under all the names that were printed for them."""
        return self.data.entities

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is told, each with everyone who tells it."""
        return self.data.facts

    @property
    def relations(self) -> tuple[Relation, ...]:
        """How every pair of readings that was compared was judged."""
        return self.data.relations

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What needs a reader, the most serious first."""
        known = {finding.id: finding for finding in self.data.findings}
        return tuple(replace(known[found.id], explained=self.explain) for found in self._trace.findings)

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
        return self.data.rejected

    @property
    def warnings(self) -> tuple[Rejected, ...]:
        """What was used although something about it looks wrong."""
        return self.data.warnings

    @property
    def not_compared(self) -> tuple[Mapping[str, Any], ...]:
        """Claims that met no other claim, or could not be measured against one, and why."""
        return self.data.not_compared

    @property
    def suppressed(self) -> tuple[Mapping[str, Any], ...]:
        """Findings that somebody decided not to see, with the reason given."""
        return self.data.suppressed

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
        return trace(self.data)

    def explain(self, finding: str | Finding | Fact, *, every_rule: bool = False) -> View:
        """Why a finding was made, or who stands behind a fact; an id may be shortened.

        Of a finding, the rule that fired on each pair behind it is told, and those that missed by one condition;
        with ``every_rule`` all that were asked.

        Raises:
            UnknownNameError: when nothing has this id, with the nearest one that there is.
        """
        id = self._trace.either(finding if isinstance(finding, str) else finding.id).id
        return self._view("explain", id, why(self.data, id, every=every_rule))

    def scorecard(self) -> tuple[Score, ...]:
        """How each outlet's facts stand among the others': counted, by name, and not ranked."""
        return scorecard(self.data.facts, self.data.readings, self.data.relations, self.trust)

    def matrix(self, **filters: Names) -> View:
        """Facts x outlets: who says what, less exactly, otherwise, or nothing.

        ``filters`` are those of :meth:`only`, here and in every view that takes them.
        """
        return self._view("matrix", **filters)

    def delegation(
        self, side: str | None = None, attribute: str = "delegation.member", **filters: Names
    ) -> View:
        """Members x outlets: named, by role only, left out, not stated; who leads, and whose list is complete.

        Raises:
            UnknownNameError: when the side is not one of this story, with the nearest that is.
        """
        return self._view("delegation", side, attribute, **filters)

    def timeline(self, attribute: Names = None, **filters: Names) -> View:
        """The dates that are told, an interval an outlet, with its publication and what a slip would change."""
        return self._view("timeline", attribute=attribute, **filters)

    def growth(self, attribute: Names = None, **filters: Names) -> View:
        """Counts over time: which figure each outlet told when, which were overtaken, which are disputed."""
        return self._view("growth", attribute=attribute, **filters)

    def graph(self, **filters: Names) -> View:
        """Outlets, claims, facts and origins in four columns, and who is joined to whom."""
        return self._view("graph", **filters)

    def agreement(self, **filters: Names) -> View:
        """Outlet x outlet: of the facts on which both say something, those that fit."""
        return self._view("agreement", **filters)

    def sources(self, **filters: Names) -> View:
        """Who published when, whom each outlet cites, and how its facts stand among those of the others."""
        return self._view("sources", **filters)

    def coverage(self, **filters: Names) -> View:
        """What each outlet tells alone, and what it leaves out although others tell it."""
        return self._view("coverage", **filters)

    def diff(self, before: Result | Mapping[str, Any] | str | Path) -> View:
        """What changed since another report: a result, its ``to_dict()``, or a file that was saved as JSON.

        Raises:
            ReconcileError: when the file cannot be read, or is no report.
        """
        from reconcile.views.diff import diff  # noqa: PLC0415  (needed by few)

        return diff(_contract(before), self.to_dict())

    def _view(self, name: str, *about: Any, **filters: Names) -> View:
        view: Callable[..., View] = pick("views", name)
        asked = {key: names for key, names in filters.items() if names is not None}
        return view((self.only(**asked) if asked else self)._trace, *about)

    def _card(self) -> View:
        return self._view("card")

    def __str__(self) -> str:
        return outputs.render(self.data, "text").rstrip("\n")

    def __repr__(self) -> str:
        return self._card().text

    def _repr_html_(self) -> str:
        return self._card().html

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return self._card()._repr_mimebundle_()

    # ------------------------------------------------------------------ filtering

    def only(
        self, *, attribute: Names = None, event: Names = None, outlet: Names = None, kind: Names = None
    ) -> Result:
        """The part of the result that is about all of this; every view takes the same words.

        ``attribute`` is a name, what it begins with (``"talks"``) or a pattern (``"*.killed"``); ``event`` an id
        or a label; ``outlet`` as the report prints it, or the id of an article; ``kind`` a kind of finding. Each
        may be several. Facts and findings keep all their sides.

        Raises:
            UnknownNameError: when nothing has such a name, with the nearest one that there is.
        """
        kept = only(self.data, attribute=attribute, event=event, outlet=outlet, kind=kind)
        return Result(kept, self.trust)

    def about(self, attribute: str) -> Result:
        """The same as ``only(attribute=…)``."""
        return self.only(attribute=attribute)

    # ------------------------------------------------------------------ handing on

    def to_dict(self) -> dict[str, Any]:
        """The report contract (``reconcile.report/1``) as plain data."""
        return outputs.report_dict(self.data)

    def to_json(self) -> str:
        """The report contract as JSON."""
        return outputs.render(self.data, "json")

    def to_markdown(self) -> str:
        """The report in Markdown."""
        return outputs.render(self.data, "markdown")

    def to_html(self) -> str:
        """The report as one self-contained page."""
        return outputs.render(self.data, "html")

    def save(self, target: str | Path, *, bom: bool = False) -> None:
        """Write the report to ``"report.html"`` (the suffix names the format) or ``"json:report.txt"``.

        With ``bom`` a text begins with the mark by which spreadsheets know UTF-8.
        """
        outputs.write(self.data, target, bom=bom)

    def report(self, file: str | Path) -> None:
        """Write the report as one self-contained page, whatever the name of the file."""
        outputs.write(self.data, f"html:{file}")

    def to_networkx(self) -> networkx.DiGraph[str]:
        """Articles -> claims -> facts -> origins as a graph whose attributes are plain scalars."""
        from reconcile.views._graph import graph  # noqa: PLC0415  (networkx is loaded when it is asked for)

        return graph(self._trace)

    def to_pandas(self, what: str = "findings") -> pandas.DataFrame:
        """A table for pandas: one row a quote of a finding, a claim, or a fact.

        Raises:
            ReconcileError: when pandas is not installed.
            UnknownNameError: when there is no such table.
        """
        made: pandas.DataFrame = frame(self._rows(what), "pandas")
        return made

    def to_polars(self, what: str = "findings") -> polars.DataFrame:
        """The same for polars.

        Raises:
            ReconcileError: when polars is not installed.
            UnknownNameError: when there is no such table.
        """
        made: polars.DataFrame = frame(self._rows(what), "polars")
        return made

    def _rows(self, what: str) -> Iterable[dict[str, Any]]:
        if what not in _TABLES:
            raise UnknownNameError("table", what, _TABLES)
        return _TABLES[what](self._trace)


def _contract(report: Result | Mapping[str, Any] | str | Path) -> Mapping[str, Any]:
    if isinstance(report, Result):
        return report.to_dict()
    return report if isinstance(report, Mapping) else outputs.read(report)


_TABLES: dict[str, Callable[[Trace], Iterable[dict[str, Any]]]] = {
    "findings": _tables.findings,
    "claims": _tables.claims,
    "facts": _tables.facts,
}
