"""A trace in a terminal: at most 100 columns, plain text, foreign words in isolates line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from reconcile.views import _words as words
from reconcile.views._bidi import FSI, PDI, isolate, prose, weave
from reconcile.views._head import head
from reconcile.views._shapes import FactRow, FindingTrace, Guess, Side, Voice
from reconcile.views._trace import Trace

__all__ = ["card", "fact", "facts", "finding", "findings", "not_compared", "summary", "table"]

WIDTH = 100
_VOICES = 5
_FACTS = 60


def table(trace: Trace) -> str:
    """The whole report: summary, findings (contradictions first), facts."""
    parts = (summary(trace), findings(trace), facts(trace), not_compared(trace))
    return "\n\n".join(part for part in parts if part)


def card(trace: Trace, shown: Sequence[FindingTrace], more: str) -> str:
    """What one looks at first: the summary, the most pressing findings, and how many more there are."""
    return "\n\n".join(part for part in (summary(trace), *map(finding, shown), more) if part)


def not_compared(trace: Trace) -> str:
    """Claims that met no other, and why: a slip in the name of an attribute shows here."""
    told = sorted({words.line(str(item.get("reason", ""))) for item in trace.report.not_compared})
    lines = [line for reason in words.few(told) for line in _lines(reason, "  ")]
    return "\n".join(["NOT COMPARED", *lines]) if told else ""


def summary(trace: Trace) -> str:
    """The story and the tallies."""
    top = head(trace)
    tally = "   ".join(f"{n.sign} {n.number} {n.what}" for n in top.tally)
    return "\n".join([prose(top.title), *wrap(top.lede, WIDTH), tally, *([top.calm] if top.calm else [])])


def findings(trace: Trace) -> str:
    """All findings, contradictions first."""
    return "\n\n".join(finding(found) for found in trace.findings)


def finding(found: FindingTrace) -> str:
    """One finding: its reason, every side with its quotes, the rule, the hypotheses."""
    title = f"{found.sign} {found.title.upper()}  {found.question}"
    lines = [
        *_lines(title),
        *([f"  in {isolate(found.event)}"] if found.aside else []),
        *_lines(found.reason, "  "),
    ]
    for side in found.sides:
        lines += ["", *_side(side)]
    lines.append("")
    for guess in found.guesses:
        lines += _guess(guess)
    if found.left_out:
        lines += _lines(f"took no side: {words.listed(words.few(found.left_out))}", "  ")
    lines += _lines(f"rule {found.rule} of {found.ruleset}; finding {found.id}", "  ")
    return "\n".join(lines)


def rules(lines: Sequence[str]) -> list[str]:
    """Which rules were asked of the pairs behind a finding."""
    indented = (f"  {'  ' if line.startswith(' ') else ''}{prose(line)}" for line in lines)
    return ["", "  RULES", *indented] if lines else []


def fact(row: FactRow) -> str:
    """One fact: who says it, who says otherwise, who is silent."""
    lines = [
        *_lines(f"{row.sign} {row.status.value.upper().replace('_', ' ')}  {row.question}"),
        *_side(row.side),
    ]
    others = [cell for cell in row.cells if cell.sign != "✓"]
    lines += [f"  {cell.sign} {isolate(cell.outlet)}: {cell.word}" for cell in others]
    lines.append(f"  fact {row.id}")
    return "\n".join(lines)


def facts(trace: Trace) -> str:
    """All facts, those of one question together."""
    lines = ["FACTS"] if trace.facts else []
    for (event, question), rows in groupby(trace.facts[:_FACTS], key=lambda row: (row.event, row.question)):
        lines += _lines(f"{question}{_elsewhere(trace, event)}", "  ")
        lines += [line for row in rows for line in _fact_lines(row)]
    if len(trace.facts) > _FACTS:
        lines.append(f"  and {len(trace.facts) - _FACTS} more")
    return "\n".join(lines)


def _elsewhere(trace: Trace, event: str) -> str:
    return "" if event in trace.events[:1] else f"  (in {isolate(event)})"


def _fact_lines(row: FactRow) -> Iterator[str]:
    status = f"{row.sign} {row.status.value.replace('_', ' ')}"
    value = _value(row.side)
    names = f" = {', '.join(isolate(name) for name in row.side.names)}" if row.side.names else ""
    yield from _lines(f"{status:<16} {value}{names}  [{row.side.witnesses}]", "    ")


def _value(side: Side) -> str:
    told = f"{'denied: ' if side.denied else ''}{isolate(side.value)}"
    return f"{told}  ({side.words})" if side.words and side.words != side.value else told


def _side(side: Side) -> Iterator[str]:
    asked = f"{side.question}: " if side.question else ""
    yield from _lines(f"> {asked}{_value(side)}  [{side.witnesses}]", "  ")
    if side.standing:
        yield from _lines(side.standing, "    ")
    if side.names:
        yield from _lines(f"also {', '.join(isolate(name) for name in side.names)}", "    ")
    for voice in side.tellings[:_VOICES]:
        yield from _voice(voice)
    rest = side.tellings[_VOICES:]
    if rest:
        outlets = dict.fromkeys(isolate(voice.outlet) for voice in rest[:20])
        yield from _lines(f"and {words.count(len(rest), 'more quote')}: {', '.join(outlets)}", "    ")


def _voice(voice: Voice) -> Iterator[str]:
    for said in voice.quotes:
        yield from _quoted(said, "    ")
    about = [isolate(voice.outlet), voice.published, words.said_by(voice.chain, isolate), *voice.notes]
    yield from _lines("; ".join(about), "      ")


def _guess(guess: Guess) -> Iterator[str]:
    side = (
        f" On the side of {words.listed(isolate(name) for name in guess.outlets)}:" if guess.outlets else ""
    )
    yield from _lines(f"perhaps a {guess.title}{side} {guess.reason}", "  ")
    for kind, reason in guess.support:
        yield from _lines(f"- {kind}: {reason}", "    ")


def _quoted(text: str, indent: str) -> Sequence[str]:
    """A quote, wrapped first and isolated line by line: a terminal knows no paragraph longer than a line."""
    lines = wrap(text, WIDTH - len(indent) - 2) or [""]
    return [
        f"{indent}{'“' if number == 0 else ' '}{isolate(line)}{'”' if number == len(lines) - 1 else ''}"
        for number, line in enumerate(lines)
    ]


def _lines(sentence: str, indent: str = "") -> Iterator[str]:
    """An English sentence, wrapped with a hanging indent, the foreign pieces of every line isolated."""
    inside = False
    for line in wrap(weave(sentence), WIDTH - len(indent), subsequent_indent="  "):
        opened = line.replace("  ", f"  {FSI}", 1) if inside else line
        inside = opened.count(FSI) > opened.count(PDI)
        yield indent + opened + (PDI if inside else "")
