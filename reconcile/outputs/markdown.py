"""The report in Markdown: for a pull request, a wiki, a mail. Nothing of an article can become markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reconcile.model import Rejected, Report
from reconcile.views import Trace, trace
from reconcile.views import _words as words
from reconcile.views._bidi import isolate, weave
from reconcile.views._head import head
from reconcile.views._parts import PARTS
from reconcile.views._shapes import FactRow, FindingTrace, Guess, Side, Voice

__all__ = ["markdown"]

_MARKUP = re.compile(r"([\\`*_\[\]|~$])")
_BLOCK = re.compile(r"^(|\d+)([-+#=]|[.)](?=\s|$))(?<!\d[-+#=])")
_VOICES = 5


def markdown(report: Report) -> str:
    """Headings, quotes as block quotes, a table of facts; foreign words in isolates."""
    made = trace(report)
    return "\n".join(_blocks(made)).rstrip() + "\n"


def _blocks(made: Trace) -> Iterator[str]:
    top = head(made)
    yield f"# {_safe(isolate(top.title))}\n"
    yield _prose(top.lede) + "\n"
    yield " · ".join(f"{n.sign} **{n.number}** {n.what}" for n in top.tally) + "\n"
    if top.calm:
        yield f"{top.calm}\n"
    for part in PARTS:
        found = made.section(part.id)
        if found:
            yield f"## {part.title}\n"
            for item in found:
                yield from _finding(item)
    yield from _facts(made)
    yield from _unused(made)
    yield f"Rules: {_safe(made.rulesets)}"


def _finding(found: FindingTrace) -> Iterator[str]:
    yield f"### {found.sign} {found.title}: {_prose(found.question)}\n"
    yield _prose(found.reason) + "\n"
    for side in found.sides:
        yield from _side(side)
    for guess in found.guesses:
        yield from _guess(guess)
    if found.left_out:
        yield f"Took no side: {_prose(words.listed(words.few(found.left_out)))}\n"
    yield f"Rule {_safe(found.rule)} of {_safe(found.ruleset)}, finding {_safe(found.id)}\n"


def _side(side: Side) -> Iterator[str]:
    names = f", also {_names(side.names)}" if side.names else ""
    asked = f"{_prose(side.question)}: " if side.question else ""
    value = f"{'denied: ' if side.denied else ''}{_safe(isolate(side.value))}"
    in_words = f", {_safe(side.words)}" if side.words else ""
    yield f"{asked}**{value}**{in_words}{names} ({side.witnesses})\n"
    for voice in side.tellings[:_VOICES]:
        yield from _voice(voice)
    if len(side.tellings) > _VOICES:
        yield f"and {words.count(len(side.tellings) - _VOICES, 'more quote')}\n"


def _voice(voice: Voice) -> Iterator[str]:
    about = [isolate(voice.outlet), voice.published, words.said_by(voice.chain, isolate), *voice.notes]
    for said in voice.quotes:
        yield f"> {_safe(isolate(said))}\n>"
    yield f"> — {_prose('; '.join(about))}\n"


def _guess(guess: Guess) -> Iterator[str]:
    side = f" On the side of {_names(guess.outlets)}:" if guess.outlets else ""
    yield f"*Perhaps a {_safe(guess.title)}*{side} {_prose(guess.reason)}\n"
    for kind, reason in guess.support:
        yield f"- {_safe(kind)}: {_prose(reason)}"
    if guess.support:
        yield ""


def _facts(made: Trace) -> Iterator[str]:
    if not made.facts:
        return
    yield "## Facts\n"
    yield "| Fact | Value | Status | Told by |\n|---|---|---|---|"
    for row in made.facts:
        yield f"| {' | '.join(_fact_cells(row))} |"
    yield ""


def _fact_cells(row: FactRow) -> tuple[str, str, str, str]:
    status = f"{row.sign} {row.status.value.replace('_', ' ')}"
    value = ("denied: " if row.side.denied else "") + _safe(isolate(row.side.value))
    return _prose(row.question), value, status, f"{_names(row.side.outlets[:8])} ({row.side.witnesses})"


def _unused(made: Trace) -> Iterator[str]:
    apart = {words.line(str(item.get("reason", ""))) for item in made.report.not_compared}
    for title, told in (
        ("Not compared", apart),
        ("Rejected", _located(made.report.rejected)),
        ("Used with care", _located(made.report.warnings)),
    ):
        if told:
            yield f"## {title}\n"
            yield from sorted(f"- {_prose(one)}" for one in told)
            yield ""


def _located(items: Iterable[Rejected]) -> list[str]:
    return [f"{words.line(item.where)}: {words.line(item.reason)}" for item in items]


def _names(names: tuple[str, ...]) -> str:
    return words.listed(_safe(isolate(name)) for name in names)


def _prose(sentence: str) -> str:
    return _safe(weave(sentence))


def _safe(text: str) -> str:
    """Text in which nothing is markup, a tag, a link or a mention of somebody.

    >>> _safe("<b>*a* @x [y](javascript:z)")
    '&lt;b&gt;\\\\*a\\\\* @\\u2060x \\\\[y\\\\](javascript:z)'
    """
    text = _BLOCK.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("@", "@\u2060").replace("://", ":\u2060//").replace("www.", "www\u2060.")
