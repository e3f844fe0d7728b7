"""Why a rule fired, and why not: every rule with the conditions that missed, and by how much."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Pair, RelationKind, Rule, RuleGroup, RuleSet
from reconcile.rules._predicates import NOT, RIVALS, Params, holds, ratio
from reconcile.values._schemas import matches

__all__ = ["Asked", "applies", "conditions", "of_kind", "rules_for", "trace"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One rule and what it said of a pair.

    Attributes:
        asked: whether it was its turn; a rule behind the one that gave the relation was not asked.
        fired: whether all its conditions hold.
        missed: the conditions that do not hold, in order, each with what was there instead.
        conditions: how many it has.
    """

    rule: str
    verdict: RelationKind
    asked: bool
    fired: bool
    missed: tuple[Miss, ...]
    conditions: int

    @property
    def near(self) -> bool:
        """A near miss: but for one of three conditions or more it would have fired."""
        return len(self.missed) == 1 and self.conditions > 2

    def __str__(self) -> str:
        if self.fired:
            return f"{self.rule}: fired" if self.asked else f"{self.rule}: holds too, but was not asked"
        told = "; ".join(str(miss) for miss in self.missed)
        return f"{self.rule}: {len(self.missed)} of {self.conditions} missed: {told}"


@dataclass(frozen=True, slots=True)
class Miss:
    """A condition that does not hold, and what there is instead."""

    term: str
    saw: str

    def __str__(self) -> str:
        return f"{self.term} ({self.saw})" if self.saw else self.term


_ORDER: tuple[RuleGroup, ...] = ("gate", "fit", "conflict")


def rules_for(attribute: str, ruleset: RuleSet) -> tuple[Rule, ...]:
    """The rules that speak of an attribute, in the order in which they are asked."""
    chosen = [
        rule
        for rule in ruleset.rules
        if any(matches(pattern, attribute) for pattern in rule.attributes)
        and not any(matches(pattern, attribute) for pattern in rule.excluding)
    ]
    return tuple(sorted(chosen, key=lambda rule: _ORDER.index(rule.stage)))


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
    axis, dot, _ = term.removeprefix(NOT).partition(".")
    if dot:
        return str(getattr(pair.evidence, axis).outcome)
    measure = _MEASURES.get(axis)
    return measure(pair, params) if measure else ""


def _factor(pair: Pair, params: Params) -> str:
    between = ratio(pair)
    asked = f", asked for {float(params['factor']):g}" if "factor" in params else ""
    return f"a factor of {between:.3g}{asked}" if between else "no two figures"


def _days(pair: Pair, params: Params) -> str:
    days = pair.evidence.time.details.get("days")
    return "" if days is None else f"{days} days apart"


def _axes(pair: Pair, params: Params) -> str:
    """The axes on which two sides are no rivals."""
    told = ((axis, getattr(pair.evidence, axis).outcome) for axis in RIVALS)
    return ", ".join(f"{axis} {outcome}" for axis, outcome in told if outcome != RIVALS[axis])


_MEASURES: Mapping[str, Callable[[Pair, Params], str]] = {
    "rivals": _axes,
    "within_factor": _factor,
    "rival_estimates": _factor,
    "soon_counted": _factor,
    "age_fits": _days,
}
