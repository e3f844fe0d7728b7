"""What each outlet tells alone, and what it leaves out although several others tell it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reconcile.views import View
from reconcile.views import _words as words
from reconcile.views._bidi import isolate, prose
from reconcile.views._html import fragment
from reconcile.views._shapes import FactRow
from reconcile.views._trace import Trace

__all__ = ["Share", "coverage", "shares"]

_SHOWN = 8
_SEVERAL = 2
"""What so many outlets tell is missed where it is not told."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one outlet tells of an event: how many of its facts, which of them alone, and which it leaves out."""

    outlet: str
    event: str
    facts: int
    told: int
    alone: tuple[FactRow, ...]
    silent: tuple[FactRow, ...]


def coverage(trace: Trace) -> View:
    """Who says what alone, and who is silent on what."""
    made = tuple(shares(trace))
    html = fragment("coverage.html", shares=made, shown=_SHOWN)
    return View(html, "\n".join(map(_text, made)) or "Nothing is told.", tuple(_rows(made)))


def shares(trace: Trace) -> Iterator[Share]:
    """One an outlet and event, the main event first."""
    for event in trace.events:
        rows = tuple(row for row in trace.facts if row.event == event)
        for outlet in dict.fromkeys(page.outlet for page in trace.articles_of(event)) if rows else ():
            yield _share(outlet, event, rows)


def _share(outlet: str, event: str, rows: Sequence[FactRow]) -> Share:
    told = {row.id for row in rows if any(c.outlet == outlet and c.sign != "–" for c in row.cells)}
    return Share(
        outlet=outlet,
        event=event,
        facts=len(rows),
        told=len(told),
        alone=tuple(row for row in rows if row.side.outlets == (outlet,)),
        silent=tuple(row for row in rows if row.id not in told and len(row.side.outlets) >= _SEVERAL),
    )


def _rows(made: Sequence[Share]) -> Iterator[Mapping[str, Any]]:
    for share in made:
        for how, rows in (("alone", share.alone), ("silent", share.silent)):
            for row in rows:
                yield {"event": share.event, "outlet": share.outlet, "how": how, "question": row.question,
                       "value": row.side.value, "fact": row.id, "outlets": "; ".join(row.side.outlets)}  # fmt: skip


def _text(share: Share) -> str:
    lines = [
        f"{isolate(share.outlet)}: tells {share.told} of {words.count(share.facts, 'fact')}, {prose(share.event)}"
    ]
    for how, rows in (("alone", share.alone), ("silent on", share.silent)):
        told = [f"{prose(row.question)}: {isolate(row.side.value)}" for row in rows[:_SHOWN]]
        more = [f"and {len(rows) - _SHOWN} more"] if len(rows) > _SHOWN else []
        lines += [f"  {how}: {'; '.join((*told, *more))}"] if rows else []
    return "\n".join(lines)
