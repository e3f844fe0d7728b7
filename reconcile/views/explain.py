"""Why one finding was made, or who stands behind one fact."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.views import View, _tables, _text
from reconcile.views._html import fragment
from reconcile.views._shapes import FactRow
from reconcile.views._trace import Trace

__all__ = ["explain"]


def explain(trace: Trace, id: str, rules: Sequence[str] = ()) -> View:
    """Both sides with their words, the rule, the measures and the hypotheses; ``id`` may be shortened.

    ``rules`` are lines about the rules that were asked; they stand below a finding.

    Raises:
        UnknownNameError: when no finding and no fact has this id, or more than one, with the nearest that has.
    """
    found = trace.either(id)
    if isinstance(found, FactRow):
        return View(fragment("fact.html", row=found), _text.fact(found), tuple(_tables.cells(found)))
    text = "\n".join([_text.finding(found), *_text.rules(rules)])
    return View(fragment("explain.html", f=found, pairs=_pairs(rules)), text, tuple(_tables.finding(found)))


def _pairs(lines: Sequence[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every pair with the rules that were asked of it: their ids, and what they said."""
    pairs: list[tuple[str, list[tuple[str, str]]]] = []
    for line in lines:
        if line.startswith(" ") and pairs:
            rule, _, said = line.strip().partition(": ")
            pairs[-1][1].append((rule, said))
        else:
            pairs.append((line, []))
    return pairs
