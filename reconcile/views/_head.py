"""What stands at the head of a card, a page and a terminal table: the story, who told it, the tallies."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile import languages
from reconcile.views import _words as words
from reconcile.views._trace import Trace

__all__ = ["Head", "Number", "head"]


@dataclass(frozen=True, slots=True)
class Number:
    """One figure of the tally, with the part of the page that explains it."""

    sign: str
    number: int
    what: str
    tone: str
    part: str


@dataclass(frozen=True, slots=True)
class Head:
    """A title, two sentences and the tallies; and where nothing was found, what that means."""

    title: str
    lede: str
    tally: tuple[Number, ...]
    calm: str = ""


def head(trace: Trace) -> Head:
    """The head of every view of this trace."""
    return Head(_title(trace), _lede(trace), _tally(trace), "" if trace.findings else _calm(trace))


def _title(trace: Trace) -> str:
    """The event that most was said about."""
    main = trace.events[0] if trace.events else "Nothing to reconcile"
    return main[:1].upper() + main[1:]


def _lede(trace: Trace) -> str:
    tally = trace.tally
    told = f"{words.count(tally.articles, 'article')} from {words.count(tally.outlets, 'outlet')}"
    spoken = words.listed(_language(code) for code in trace.languages)
    made = f"{words.count(tally.claims, 'claim')} about {words.count(tally.facts, 'fact')}"
    undated = sum(page.iso is None for page in trace.pages)
    last = f" {words.count(undated, 'article prints', 'articles print')} no date." if undated else ""
    others = len(trace.events) - 1
    aside = f" {words.count(others, 'other event')} kept apart." if others > 0 else ""
    make = "makes" if tally.articles == 1 else "make"
    rejected = len(trace.report.rejected)
    lost = f" {words.count(rejected, 'entry was', 'entries were')} rejected." if rejected else ""
    return f"{told}{' in ' + spoken if spoken else ''} {make} {made}.{last}{aside}{lost}"


def _calm(trace: Trace) -> str:
    """Why there is no finding: nothing was told, nothing met, no rule found a difference, or all were suppressed."""
    report = trace.report
    shared = sum(len(row.side.outlets) > 1 for row in trace.facts)
    if report.suppressed:
        return f"No finding is left: {words.count(len(report.suppressed), 'was', 'were')} suppressed."
    if not trace.facts:
        return "No finding: no claim was read, so there is nothing to compare."
    if not shared and not report.relations:
        return "No finding: no two outlets answer the same question, so nothing could differ."
    told = words.count(shared, "fact is told", "facts are told")
    return f"No finding: {told} by more than one outlet, and no rule that was asked found a difference."


def _language(code: str) -> str:
    base = code.lower().partition("-")[0]
    return languages.load(base).name if base in languages.known() else code


def _tally(trace: Trace) -> tuple[Number, ...]:
    tally = trace.tally
    numbers = (
        Number("✗", tally.contradictions, "contradiction", "bad", "contradictions"),
        Number("!", tally.warnings, "warning", "warn", "warnings"),
        Number("↑", tally.updates, "update", "info", "updates"),
        Number("≈", tally.differences, "difference", "info", "differences"),
        Number("✓", tally.agreed, "fact agreed", "good", "facts"),
    )
    return tuple(_worded(number) for number in numbers)


def _worded(n: Number) -> Number:
    plural = "facts agreed" if n.what == "fact agreed" else n.what + "s"
    what = n.what if n.number == 1 else plural
    return Number(n.sign, n.number, what, n.tone if n.number else "muted", n.part)
