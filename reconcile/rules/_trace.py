"""Why a rule fired, and why not: every rule with the conditions that missed, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from reconcile.model import Asked, Miss, Pair, Rule, RuleGroup, RuleSet
from reconcile.rules._measures import gap, measured
from reconcile.rules._predicates import NOT, Params, holds
from reconcile.values._schemas import matches

__all__ = ["Judging", "applies", "conditions", "in_order", "of_kind", "rules_for", "trace"]


_ORDER: tuple[RuleGroup, ...] = get_args(RuleGroup)


def in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Rules in the order in which they are asked: group by group, those of a group as they stand."""
    return tuple(sorted(rules, key=lambda rule: _ORDER.index(rule.stage)))


def rules_for(attribute: str, ruleset: RuleSet) -> tuple[Rule, ...]:
    """The rules that speak of an attribute, in the order in which they are asked."""
    return in_order(
        rule
        for rule in ruleset.rules
        if any(matches(pattern, attribute) for pattern in rule.attributes)
        and not any(matches(pattern, attribute) for pattern in rule.excluding)
    )


def applies(rule: Rule, pair: Pair) -> bool:
    """Whether every condition of a rule holds for a pair."""
    return of_kind(rule, pair) and all(holds(term, pair, rule.params) for term in rule.when)


def of_kind(rule: Rule, pair: Pair) -> bool:
    """Whether the values of both sides are of the kinds that a rule speaks of."""
    return not rule.kinds or {pair.left.value.kind, pair.right.value.kind} <= {*rule.kinds, "set"}


def trace(pair: Pair, rules: Sequence[Rule]) -> tuple[Asked, ...]:
    """What every rule says of a pair, in the order in which they are asked.

    Args:
        pair: two readings with their evidence.
        rules: the rules that speak of their attribute, in order (``rules_for``).
    """
    told: list[Asked] = []
    for rule in rules:
        missed = _missed(rule, pair)
        asked = not any(one.asked and one.fired for one in told)
        told.append(Asked(rule.id, rule.verdict, asked, not missed, missed, len(conditions(rule))))
    return tuple(told)


def conditions(rule: Rule) -> tuple[str, ...]:
    """All that has to hold of a pair: the kinds of the values, then the terms of ``when``."""
    return (*([f"kinds: {', '.join(rule.kinds)}"] if rule.kinds else ()), *rule.when)


def _missed(rule: Rule, pair: Pair) -> tuple[Miss, ...]:
    kinds = sorted({pair.left.value.kind, pair.right.value.kind})
    wrong = () if of_kind(rule, pair) else (Miss(conditions(rule)[0], ", ".join(kinds)),)
    terms = (term for term in rule.when if not holds(term, pair, rule.params))
    return (*wrong, *(Miss(term, _saw(term, pair, rule.params)) for term in terms))


def _saw(term: str, pair: Pair, params: Params) -> str:
    """What the evidence is, where the condition asks for something else."""
    bare, dot, _ = term.removeprefix(NOT).partition(".")
    if dot:
        outcome = str(getattr(pair.evidence, bare).outcome)
        return ", ".join((outcome, *gap(pair))) if bare == "value" else outcome
    return measured(bare, pair, params)


@dataclass(frozen=True, slots=True)
class Judging:
    """A pair with the rules that were asked of it: asked again, they tell why."""

    pair: Pair
    rules: tuple[Rule, ...]

    def __call__(self) -> tuple[Asked, ...]:
        return trace(self.pair, self.rules)
