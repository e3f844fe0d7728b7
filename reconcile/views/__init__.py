"""Views: a trace laid out for a notebook or a page, one file a view.

A view's public object bears the file's name and turns a :class:`~reconcile.views._trace.Trace` (and what
it is asked for) into a :class:`View`, which notebooks show as HTML and terminals as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reconcile.views._trace import Trace, trace

__all__ = ["Trace", "View", "trace"]


@dataclass(frozen=True, slots=True)
class View:
    """One view, laid out: ``html`` is a fragment with its own style, ``text`` is for a terminal.

    >>> View("<p>two</p>", "two")
    two
    """

    html: str
    text: str

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.text}
