"""Members x outlets: who names whom, who tells only the office, who leaves somebody out, and whose list is complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from reconcile.errors import UnknownNameError
from reconcile.model import PlacedClaim, Value
from reconcile.values import _gazetteer
from reconcile.views import View, _tables
from reconcile.views import _words as words
from reconcile.views._bidi import isolate, prose
from reconcile.views._html import fragment
from reconcile.views._shapes import Cell, FactRow, Page
from reconcile.views._trace import Trace

__all__ = ["Grid", "delegation", "grids"]

_WORDS = {"✓": "named", "○": "by role", "✗": "left out", "–": "not stated"}


@dataclass(frozen=True, slots=True)
class Place:
    """What one outlet does with one member, and whether it says that this one leads."""

    cell: Cell
    sign: str
    leads: bool

    @property
    def word(self) -> str:
        """The sign in words."""
        return _WORDS[self.sign]


@dataclass(frozen=True, slots=True)
class Grid:
    """The members of one side of one event."""

    event: str
    side: str
    pages: tuple[Page, ...]
    rows: tuple[tuple[FactRow, tuple[Place, ...]], ...]
    lists: tuple[str, ...]
    """Page by page, whether its list of members is complete."""


def delegation(trace: Trace, side: str | None = None, attribute: str = "delegation.member") -> View:
    """Who is told to be a member of a delegation (of one ``side``, or of all), by whom and how.

    A side is a name as the claims have it; a country may go by its code or by its name in another language.
    ``attribute`` is any list of people; who leads is read from the attribute beside it that ends in ``head``.

    Raises:
        UnknownNameError: when the side is not one of this story, with the nearest that is.
    """
    made = tuple(grids(trace, attribute))
    if side is not None:
        known = {grid.side for grid in made}
        place = _gazetteer.lookup(side)
        names = {side.casefold(), place.name.casefold() if place else ""}
        made = tuple(grid for grid in made if grid.side.casefold() in names)
        if not made:
            raise UnknownNameError("side", side, known)
    html = fragment("delegation.html", grids=made, words=_WORDS)
    return View(html, "\n\n".join(_text(grid) for grid in made) or "No member is told.", tuple(_rows(made)))


def grids(trace: Trace, attribute: str = "delegation.member") -> Iterator[Grid]:
    """One grid a side and event, the sides in alphabetical order."""
    told = [row for row in trace.facts if row.attribute == attribute and row.side.kind != "set"]
    for (event, question), rows in groupby(told, key=lambda row: (row.event, row.question)):
        same = [c for c in trace.report.claims if trace.event(c.event) == event]
        yield _grid(trace, event, tuple(rows), _asked(trace, same, attribute, question))


def _asked(trace: Trace, claims: Sequence[PlacedClaim], attribute: str, question: str) -> list[PlacedClaim]:
    """The claims about these members, and those about who leads them."""
    known = (attribute, f"{attribute.rpartition('.')[0]}.head")
    return [c for c in claims if c.claim.attribute in known and trace.question(c, attribute) == question]


def _grid(trace: Trace, event: str, rows: tuple[FactRow, ...], claims: Sequence[PlacedClaim]) -> Grid:
    pages = trace.articles_of(event)
    side = str(trace.fact(rows[0].id).qualifiers.get("side", ""))
    placed = tuple((row, tuple(_place(trace, row, cell, claims) for cell in row.cells)) for row in rows)
    return Grid(event, words.line(side), pages, placed, tuple(_list(page, claims) for page in pages))


def _place(trace: Trace, row: FactRow, cell: Cell, claims: Sequence[PlacedClaim]) -> Place:
    entity = getattr(trace.fact(row.id).value, "entity", None)
    told = [
        (c, m) for c in claims if c.article.id == cell.article for m in _members(c.value) if _is(m, entity)
    ]
    own = [member for _, member in told]
    leads = any(placed.claim.attribute.endswith(".head") for placed, _ in told)
    if cell.word == "denies it" or cell.sign == "✗":
        return Place(cell, "✗", leads)
    if any(getattr(member, "name", None) for member in own) or (cell.sign == "✓" and not own):
        return Place(cell, "✓", leads)
    return Place(cell, "○" if own or cell.voices else "–", leads)


def _members(value: Value) -> Sequence[Value]:
    return value.members if value.kind == "set" else (value,)


def _is(member: Value, entity: str | None) -> bool:
    return entity is not None and getattr(member, "entity", None) == entity


def _list(page: Page, claims: Sequence[PlacedClaim]) -> str:
    """Whether the page says that its list is complete."""
    said = {c.value.closed for c in claims if c.article.id == page.id and c.value.kind == "set"}
    if not any(c.article.id == page.id for c in claims):
        return "no list"
    return "complete" if True in said else "open" if False in said else "not said whether complete"


def _rows(made: Sequence[Grid]) -> Iterator[Mapping[str, Any]]:
    for grid in made:
        for row, places in grid.rows:
            for place, complete in zip(places, grid.lists, strict=True):
                (cell,) = _tables.cells(row, [place.cell])
                yield {"side": grid.side, **cell, "sign": place.sign, "word": place.word, "leads": place.leads,
                       "list": complete}  # fmt: skip


def _text(grid: Grid) -> str:
    lines = [prose(f"DELEGATION  {grid.side or 'side not stated'}, {grid.event}")]
    for row, places in grid.rows:
        lines.append(f"  {isolate(row.side.value)}")
        for sign, word in _WORDS.items():
            who = [
                f"{isolate(p.cell.outlet)}{' (leads)' if p.leads else ''}" for p in places if p.sign == sign
            ]
            lines += [f"    {sign} {word}: {', '.join(who)}"] if who else []
    told = [f"{isolate(page.outlet)}: {said}" for page, said in zip(grid.pages, grid.lists, strict=True)]
    return "\n".join([*lines, f"  lists: {'; '.join(told)}"])
