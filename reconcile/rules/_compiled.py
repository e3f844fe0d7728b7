"""Rules made ready for many pairs: what the outcomes of the axes decide is decided once.

Pairs have few different outcomes. For each combination only the rules whose axis conditions hold are kept, with
their predicates, so that judging a pair asks two or three functions instead of some two hundred conditions.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Pair, Rule
from reconcile.rules._predicates import Predicate, compiled, of_axes
from reconcile.rules._trace import of_kind

__all__ = ["Compiled"]

_Ready = tuple[tuple[Rule, tuple[Predicate, ...]], ...]


class Compiled:
    """Rules in the order in which they are asked."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        self._ready: dict[tuple[str, ...], _Ready] = {}

    def first(self, pair: Pair) -> Rule | None:
        """The first rule that fires on a pair."""
        seen = pair.evidence
        key = (seen.value.outcome, seen.scope.outcome, seen.time.outcome, seen.modality.outcome, seen.source.outcome,
               pair.left.value.kind, pair.right.value.kind)  # fmt: skip
        ready = self._ready.get(key)
        if ready is None:
            ready = self._ready[key] = self._open(pair)
        for rule, tests in ready:
            if all(test(pair, rule.params) for test in tests):
                return rule
        return None

    def _open(self, pair: Pair) -> _Ready:
        """The rules whose kinds and axis conditions hold, with the predicates that are left to ask."""
        kept = []
        for rule in self._rules:
            axes = [term for term in rule.when if of_axes(term)]
            if of_kind(rule, pair) and all(compiled(term)(pair, rule.params) for term in axes):
                kept.append((rule, tuple(compiled(term) for term in rule.when if term not in axes)))
        return tuple(kept)
