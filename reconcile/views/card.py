"""The card: what one looks at first. Tallies, then the contradictions, or else the first warnings."""

from __future__ import annotations

from reconcile.views import View, _tables, _text
from reconcile.views._head import head
from reconcile.views._html import fragment
from reconcile.views._trace import Trace
from reconcile.views._words import count

__all__ = ["card"]

_SHOWN = 3


def card(trace: Trace) -> View:
    """Tallies and the most serious findings of a trace."""
    pressing = trace.section("contradictions") or trace.section("warnings")
    shown = pressing[:_SHOWN]
    rest = len(trace.findings) - len(shown)
    more = f"{count(rest, 'more finding')}: print() the result, or .save('report.html')" if rest else ""
    html = fragment("card.html", head=head(trace), trace=trace, findings=shown, more=more)
    return View(html, _text.card(trace, shown, more), tuple(_tables.findings(trace)))
