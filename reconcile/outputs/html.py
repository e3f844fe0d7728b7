"""One self-contained HTML file: no script is needed, nothing is fetched, the data are inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from reconcile.model import Rejected, Report
from reconcile.outputs._contract import dump, report_dict, version
from reconcile.views import Trace, trace
from reconcile.views._head import head
from reconcile.views._html import page
from reconcile.views._parts import PARTS
from reconcile.views._words import line
from reconcile.views.matrix import tables
from reconcile.views.timeline import timelines

__all__ = ["html"]

_SLOT = "<!--data-->"
"""Where the data go; nothing that an article says can look like it, because all of that is escaped."""
_BUDGET = 150_000
"""A page may have so many bytes with the whole report in it."""
_Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Note:
    """A list at the end of the page: what was left aside, and why."""

    id: str
    title: str
    intro: str
    rows: tuple[_Row, ...]


def html(report: Report) -> str:
    """The report as a page for an editor: contradictions first, both sides in their own words."""
    made = trace(report)
    text = page(
        "page.html",
        trace=made,
        head=head(made),
        parts=[(part, made.section(part.id)) for part in PARTS],
        timelines=tuple(one for one in timelines(made) if one.disputed),
        tables=tables(made),
        notes=[note for note in _notes(made) if note.rows],
        version=version(),
        slot=Markup(_SLOT),
    )
    before, _, after = text.partition(_SLOT)
    return before + _data(report, len(text.encode("utf-8", "backslashreplace"))) + after


def _data(report: Report, taken: int) -> str:
    """The report contract, whole while the page stays small, else as far as the findings rest on it."""
    data = ""
    for part in _parts(report):
        data = _block(part)
        if taken + len(data.encode()) <= _BUDGET:
            break
    return data


def _parts(report: Report) -> Iterator[dict[str, Any]]:
    """The contract in ever smaller parts, each made of the one before when it is asked for.

    The whole; what the findings rest on; that without the measures, the readings and the names, which stand on the
    page; without the facts; the findings alone.
    """
    yield report_dict(report)
    found = report_dict(_found(report))
    yield found
    bare = [{**finding, "evidence": None} for finding in found["findings"]]
    found = {**found, "findings": bare, "readings": [], "entities": []}
    yield found
    yield {**found, "facts": []}
    yield {**found, "facts": [], "claims": []}


def _block(data: Mapping[str, Any]) -> str:
    """JSON that no words in it can end."""
    text = dump(data, compact=True)
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _found(report: Report) -> Report:
    """The part of a report that its findings rest on; their evidence stands in themselves."""
    claims = {claim for finding in report.findings for claim in finding.claims}
    facts = {fact for finding in report.findings for fact in finding.facts}
    return replace(
        report,
        entities=tuple(entity for entity in report.entities if not claims.isdisjoint(entity.claims)),
        claims=tuple(claim for claim in report.claims if claim.id in claims),
        readings=tuple(r for r in report.readings if any(claim.id in claims for claim in r.claims)),
        relations=(),
        facts=tuple(fact for fact in report.facts if fact.id in facts),
    )


def _notes(made: Trace) -> Iterable[_Note]:
    report = made.report
    yield _Note(
        "not-compared", "Not compared", "Claims that met no other claim, or could not be measured against one.",
        _rows(_told(item) for item in report.not_compared),
    )  # fmt: skip
    yield _Note(
        "suppressed", "Suppressed", "Findings that somebody decided not to see, with the reason given.",
        _rows(_told(item) for item in report.suppressed),
    )  # fmt: skip
    yield _Note(
        "notices", "Used with care", "What was used although something about it looks wrong.",
        _rows(_where(item) for item in report.warnings),
    )  # fmt: skip
    yield _Note(
        "rejected", "Rejected", "What could not be used at all; everything else was.",
        _rows(_where(item) for item in report.rejected),
    )  # fmt: skip


def _rows(told: Iterable[_Row]) -> tuple[_Row, ...]:
    return tuple(sorted(told))


def _where(item: Rejected) -> _Row:
    return ("", line(item.where)), ("", line(item.reason))


def _told(item: Mapping[str, Any]) -> _Row:
    """Any record as words: what it is about first, the reason last."""
    keys = sorted(item, key=lambda key: (key == "reason", key))
    return tuple(("" if key == "reason" else line(key), line(_words(item[key]))) for key in keys)


def _words(item: Any) -> str:
    return ", ".join(map(str, item)) if isinstance(item, list | tuple) else str(item)
