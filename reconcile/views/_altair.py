"""Charts of Altair (the extra ``viz``) over the rows of a view, for those who want to restyle or publish them.

Vega draws every label as a left-to-right line, so words of an article are isolated (U+2068 … U+2069): with the
isolates Hebrew and Arabic come out in their own order, in the browser and in a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reconcile.errors import ReconcileError
from reconcile.views._bidi import isolate
from reconcile.views._words import listed

__all__ = ["CHARTS", "chart"]

_STATUS = ("agreed", "single origin", "echo", "disputed", "superseded", "unresolved", "less exactly")
_COLOURS = ("#1c5b39", "#264b76", "#5d7fa3", "#9a1b1b", "#8a8578", "#7c4a03", "#aea99d")
_SHAPES = ("circle", "square", "diamond", "cross", "triangle-down", "triangle-up", "stroke")


def chart(name: str, rows: Iterable[Mapping[str, Any]]) -> Any:
    """The ``altair.Chart`` of a view.

    Raises:
        ReconcileError: when altair is not installed, or this view has no chart.
    """
    if name not in CHARTS:
        raise ReconcileError(f"this view has no chart; {listed(sorted(CHARTS))} have one")
    try:
        import altair  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        raise ReconcileError("a chart needs altair: pip install 'fact-reconcile[viz]'") from None
    labelled = [
        {key: isolate(item) if isinstance(item, str) else item for key, item in row.items()} for row in rows
    ]
    return CHARTS[name](altair, labelled)


def _timeline(alt: Any, rows: Sequence[Mapping[str, Any]]) -> Any:
    """A bar from the first to the last moment of every date, row by row the outlets in their order."""
    base = alt.Chart(alt.Data(values=[row for row in rows if row["start"] and row["end"]]))
    bars = base.mark_bar(height=14).encode(
        x=alt.X("start:T", title=None),
        x2="end:T",
        y=alt.Y("outlet:N", sort=None, title=None),
        color=_colour(alt),
        tooltip=[
            alt.Tooltip(f"{name}:N") for name in ("question", "outlet", "value", "quote", "status", "slip")
        ],
    )
    ticks = base.mark_tick(thickness=2, size=22, color="black").encode(
        x="published:T", y=alt.Y("outlet:N", sort=None)
    )
    return (
        (bars + ticks)
        .facet(row=alt.Row("question:N", title=None))
        .resolve_scale(x="independent", y="independent")
    )


def _growth(alt: Any, rows: Sequence[Mapping[str, Any]]) -> Any:
    """A mark for every figure at the time that it is of."""
    base = alt.Chart(alt.Data(values=[row for row in rows if row["number"] is not None and row["moment"]]))
    marks = base.mark_point(filled=True, size=90).encode(
        x=alt.X("moment:T", title=None),
        y=alt.Y("number:Q", title=None),
        color=_colour(alt),
        shape=alt.Shape("status:N", scale=alt.Scale(domain=list(_STATUS), range=list(_SHAPES))),
        tooltip=[alt.Tooltip(f"{name}:N") for name in ("question", "outlet", "value", "quote", "status")],
    )
    return marks.facet(row=alt.Row("question:N", title=None)).resolve_scale(x="independent", y="independent")


def _agreement(alt: Any, rows: Sequence[Mapping[str, Any]]) -> Any:
    """A square for every two outlets, with the share and the number that it is of."""
    met = [{**row, "told": f"{row['share']} % of {row['met']}"} for row in rows if row["met"]]
    base = alt.Chart(alt.Data(values=met)).encode(
        x=alt.X("right:N", sort=None, title=None), y=alt.Y("left:N", sort=None, title=None)
    )
    squares = base.mark_rect().encode(
        color=alt.Color(
            "share:Q", title="agree, %", scale=alt.Scale(domain=[0, 100], range=["#f5f2ea", "#a9bfd6"])
        )
    )
    texts = base.mark_text(color="black").encode(text="told:N")
    return (squares + texts).properties(width=alt.Step(90), height=alt.Step(34))


def _colour(alt: Any) -> Any:
    return alt.Color("status:N", scale=alt.Scale(domain=list(_STATUS), range=list(_COLOURS)))


CHARTS: Mapping[str, Callable[[Any, Sequence[Mapping[str, Any]]], Any]] = {
    "timeline": _timeline,
    "growth": _growth,
    "agreement": _agreement,
}
"""Views that have a chart, by name."""
