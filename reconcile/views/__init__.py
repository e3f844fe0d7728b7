"""Views: a trace laid out for a notebook or a page, one file a view.

A view's public object bears the file's name and turns a :class:`~reconcile.views._trace.Trace` (and what
it is asked for) into a :class:`View`, which notebooks show as HTML and terminals as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reconcile.views._altair import chart
from reconcile.views._frames import frame
from reconcile.views._html import alone
from reconcile.views._trace import Trace, trace

__all__ = ["Trace", "View", "trace"]


@dataclass(frozen=True, slots=True)
class View:
    """One view, laid out: ``html`` is a fragment with its own style, ``text`` is for a terminal.

    ``rows`` holds the same as a flat table whose cells are scalars; :meth:`to_frame` gives it to pandas or polars.

    >>> View("<p>two</p>", "two")
    two
    """

    html: str
    text: str
    rows: tuple[Mapping[str, Any], ...] = ()
    chart: str = ""
    """The name of its chart in Altair, where it has one."""

    def page(self, title: str) -> str:
        """The view as a page of its own: one file that needs no network and no script."""
        return alone(title, self.html)

    def to_frame(self, library: str | None = None) -> Any:
        """The rows as a ``DataFrame`` of ``"pandas"`` or ``"polars"``; without a name, of the one that is there.

        Raises:
            ReconcileError: when the library is not installed.
            UnknownNameError: when it is another one.
        """
        return frame(self.rows, library)

    def to_altair(self) -> Any:
        """The same data as an ``altair.Chart``; timelines, growing counts and agreement have one.

        Raises:
            ReconcileError: when altair is not installed (the extra ``viz``), or this view has no chart.
        """
        return chart(self.chart, self.rows)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}
