"""What each element of the judgement is worth on the labelled rows: the same rows with the element taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import _mismatch_pairs

from reconcile.model import RuleSet
from reconcile.rules import default

Row = Mapping[str, Any]


def ablations(data: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """By element: precision and recall of contradictions and the causes right, without it."""
    whole = default()
    measured = {"nothing": (data, whole)}
    measured |= {name: ([_without(row, *keys) for row in data], whole) for name, keys in _LEFT_OUT.items()}
    measured |= {name: (data, change(whole)) for name, change in _CHANGED.items()}
    return {f"without {name}": _kept(_mismatch_pairs.causes(*one)) for name, one in measured.items()}


def _kept(scores: Mapping[str, Any]) -> dict[str, Any]:
    names = ("contradiction_precision", "contradiction_recall", "cause_accuracy", "contradictions", "n")
    return {name: scores[name] for name in names}


def _without(row: Row, *keys: str) -> Row:
    """A row whose two sides do not tell some of what they told."""
    return {**row, **{side: {**row[side], **dict.fromkeys(keys)} for side in ("a", "b")}}


#: Element -> the columns that carry it.
_LEFT_OUT = {
    "the words of the quotes": ("quote",),
    "times of publication": ("published", "time"),
    "bounds as intervals": ("modifier",),
}


def _fixed(ruleset: RuleSet) -> RuleSet:
    """No count grows, no price moves, nobody grows older."""
    schemas = tuple(schema.model_copy(update={"varies": "no"}) for schema in ruleset.schemas)
    return ruleset.model_copy(update={"schemas": schemas})


def _off(*names: str) -> Callable[[RuleSet], RuleSet]:
    """Some rules switched off."""
    return lambda ruleset: ruleset.model_copy(
        update={"rules": tuple(rule for rule in ruleset.rules if rule.id not in names)}
    )


_CHANGED: Mapping[str, Callable[[RuleSet], RuleSet]] = {
    "what varies": _fixed,
    "unknown order as no conflict": _off("conflict.order_unknown"),
    "scope": _off("gate.scope"),
    "who is counted in": _off("gate.inclusion"),
    "sums of parts": _off("gate.sum_of_parts"),
    "two counts of a day": _off("conflict.two_counts_of_a_day"),
    "a count that fell": _off("conflict.count_fell"),
    "ages that do not fit": _off("conflict.age_does_not_fit"),
}
