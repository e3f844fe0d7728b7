"""Outlets - claims - facts - origins in four columns: who says what, and where it goes back to.

The columns are fixed and the order within them follows the report, so one report gives one drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from reconcile import values
from reconcile.views import View
from reconcile.views import _words as words
from reconcile.views._bidi import direction, isolate, prose
from reconcile.views._html import fragment
from reconcile.views._shapes import FactRow, Voice
from reconcile.views._trace import Trace

__all__ = ["Drawing", "draw", "graph"]

WIDTH, BOX = 1120, 220
_COLUMNS = {"outlet": 0, "claim": 300, "fact": 600, "origin": 900}
_ROW, _GAP, _TOP = 30, 20, 34
_CLAIMS = 120
"""With more claims than this, outlets are joined to facts directly."""
_LETTERS, _HEADING = 27, 42
_KINDS = {"✗": "conflict", "?": "conflict", "↑": "overtaken"}


@dataclass(frozen=True, slots=True)
class Node:
    """A box: where its upper left corner is, what stands in it, and in which direction."""

    id: str
    layer: str
    label: str
    short: str
    direction: str
    tone: str
    x: int
    y: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two boxes, or the bow between two facts that cannot both hold."""

    left: str
    right: str
    kind: str
    path: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, with the questions above the facts that answer them."""

    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    headings: tuple[tuple[str, float], ...]
    claims: bool


def graph(trace: Trace) -> View:
    """Who says what, and where it goes back to; ``Result.to_networkx`` has the same as a graph."""
    made = draw(trace)
    html = fragment("graph.html", drawing=made, width=WIDTH, box=BOX, columns=_COLUMNS, facts=trace.facts)
    return View(html, _text(trace.facts), tuple(_rows(made)))


def draw(trace: Trace) -> Drawing:
    """The drawing of a trace: facts beside their question, the other columns in the order of their facts."""
    rows = trace.facts
    told = [(f"claim:{v.claim}", row, v, kind) for row in rows for v, kind in _voices(row)]
    quotes = {id: v.quote or words.line(values.show(trace.claim(v.claim).value)) for id, _, v, _ in told}
    shown = len(quotes) <= _CLAIMS
    facts, headings, bottom = _facts(rows, _ROW * len(quotes) if shown else 0)
    claims = _column("claim", quotes.items(), bottom) if shown else ()
    said = {v.article for _, _, v, _ in told}
    outlets = _column("outlet", ((f"article:{p.id}", p.outlet) for p in trace.pages if p.id in said), bottom)
    origins = _column(
        "origin", dict.fromkeys((f"origin:{o}", o) for row in rows for o in row.side.origins), bottom
    )
    nodes = (*outlets, *claims, *facts, *origins)
    at = {node.id: node for node in nodes}
    edges = (
        *_sayings(told, shown),
        *((f"fact:{r.id}", f"origin:{o}", "says") for r in rows for o in r.side.origins),
    )
    joined = tuple(Edge(a, b, kind, _curve(at[a], at[b])) for a, b, kind in dict.fromkeys(edges))
    height = max((node.y for node in nodes), default=0) + _ROW + 8
    return Drawing(height, nodes, (*joined, *_conflicts(trace, at)), headings, shown)


def _facts(
    rows: Sequence[FactRow], least: float
) -> tuple[tuple[Node, ...], tuple[tuple[str, float], ...], float]:
    """The boxes of the facts, the questions above them, and where they end: below ``least`` where there is room."""
    found, headings, y = [], [], float(_TOP)
    groups = [(q, tuple(same)) for (_, q), same in groupby(rows, key=lambda row: (row.event, row.question))]
    spare = max(least - _ROW * len(rows) - _GAP * len(groups), 0) / max(len(groups), 1)
    for question, same in groups:
        y += spare / 2
        headings.append((prose(_short(question, _HEADING)), round(y + 12, 1)))
        y += _GAP
        for row in same:
            label = f"{row.sign} {'not ' if row.side.denied else ''}{row.side.value}"
            found.append(_node(f"fact:{row.id}", "fact", label, y, row.status.value))
            y += _ROW
        y += spare / 2
    return tuple(found), tuple(headings), y


def _column(layer: str, labels: Iterable[tuple[str, str]], bottom: float) -> tuple[Node, ...]:
    """Boxes at even distances, over the height of the facts."""
    items = list(labels)
    step = max(_ROW, (bottom - _TOP) / max(len(items), 1))
    return tuple(
        _node(id, layer, label, _TOP + (at + 0.5) * step - _ROW / 2) for at, (id, label) in enumerate(items)
    )


def _node(id: str, layer: str, label: str, y: float, tone: str = "") -> Node:
    short = _short(label, _LETTERS)
    return Node(id, layer, label, short, direction(label), tone, _COLUMNS[layer], round(y, 1))


def _short(label: str, letters: int) -> str:
    return label if len(label) <= letters else label[: letters - 1].rstrip() + "…"


def _voices(row: FactRow) -> Iterator[tuple[Voice, str]]:
    """Who tells a fact, and who tells it less exactly."""
    for voice in row.side.voices:
        yield voice, "denies" if row.side.denied else "says"
    for cell in row.cells:
        for voice in cell.voices if cell.sign == "≈" else ():
            yield voice, "hints"


def _sayings(told: Iterable[tuple[str, FactRow, Voice, str]], shown: bool) -> Iterator[tuple[str, str, str]]:
    for id, row, voice, kind in told:
        if shown:
            yield f"article:{voice.article}", id, "says"
        yield id if shown else f"article:{voice.article}", f"fact:{row.id}", kind


def _curve(left: Node, right: Node) -> str:
    x1, x2, y1, y2 = left.x + BOX, right.x, left.y + 12, right.y + 12
    middle = (x1 + x2) / 2
    return f"M{x1} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2} {y2:g}"


def _conflicts(trace: Trace, at: Mapping[str, Node]) -> Iterator[Edge]:
    """A bow beside the facts for every finding with two of them."""
    drawn: set[tuple[str, str]] = set()
    for found in trace.findings:
        sides = [f"fact:{side.fact}" for side in found.sides if f"fact:{side.fact}" in at]
        for left, right in pairwise(sides):
            if left == right or (left, right) in drawn:
                continue
            drawn.add((left, right))
            x, y1, y2 = at[left].x + BOX, at[left].y + 12, at[right].y + 12
            bow = x + min(28, 12 + abs(y2 - y1) / 6)
            path = f"M{x} {y1:g}C{bow:g} {y1:g} {bow:g} {y2:g} {x} {y2:g}"
            yield Edge(
                left, right, _KINDS.get(found.sign, "differs"), path, f"{found.sign} {found.title.lower()}"
            )


def _rows(made: Drawing) -> Iterator[Mapping[str, Any]]:
    names = {node.id: node for node in made.nodes}
    for edge in made.edges:
        left, right = names[edge.left], names[edge.right]
        yield {"from": edge.left, "to": edge.right, "from_label": left.label, "to_label": right.label,
               "from_layer": left.layer, "to_layer": right.layer, "kind": edge.label or edge.kind}  # fmt: skip


def _text(facts: Sequence[FactRow]) -> str:
    lines = []
    for row in facts:
        lines.append(f"{row.sign} {prose(row.question)}: {isolate(row.side.value)}")
        lines.append(f"    said by {words.listed(map(isolate, row.side.outlets)) or 'nobody'}")
        lines.append(f"    goes back to {words.listed(map(isolate, row.side.origins)) or 'nobody named'}")
    return "\n".join(lines) or "Nothing is told."
