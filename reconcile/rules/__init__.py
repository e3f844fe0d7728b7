"""Judging: rules, which are data, turn the evidence of a pair into one relation.

Three groups are asked in order: *gate* (may the two be compared at all?), *fit* (do the values agree, whoever
says so and however firmly?), *conflict* (they exclude each other: what does that mean?). The first rule that
fires gives the relation; where none does it is UNDECIDED, never a contradiction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.model import Asked, Block, Pair, Relation, RelationKind, Rule, RuleSet
from reconcile.rules._catalogue import catalogue
from reconcile.rules._choose import narrowed
from reconcile.rules._compiled import Compiled
from reconcile.rules._examples import Example
from reconcile.rules._load import RuleFile, default, load, read_rules
from reconcile.rules._predicates import AXES, PREDICATES, ratio
from reconcile.rules._python import fires, predicate, rule, ruleset, silent
from reconcile.rules._suppress import suppress
from reconcile.rules._trace import Judging, applies, conditions, rules_for, trace
from reconcile.rules._why import why
from reconcile.rules._words import say

__all__ = [
    "AXES",
    "PREDICATES",
    "Asked",
    "Example",
    "RuleFile",
    "applies",
    "catalogue",
    "conditions",
    "default",
    "fires",
    "judge",
    "load",
    "narrowed",
    "predicate",
    "ratio",
    "read_rules",
    "rule",
    "rules_for",
    "ruleset",
    "silent",
    "suppress",
    "trace",
    "verdict",
    "why",
]


def judge(block: Block, pairs: Sequence[Pair], ruleset: RuleSet) -> tuple[Relation, ...]:
    """One relation for every pair of a block, with the rule that gave it and its words."""
    rules = rules_for(block.attribute, ruleset)
    ready = Compiled(rules)
    return tuple(_relation(pair, ready.first(pair), rules) for pair in pairs)


def verdict(pair: Pair, rules: tuple[Rule, ...]) -> Relation:
    """The relation of one pair by rules that are in order: the first that fires, else UNDECIDED."""
    return _relation(pair, next((one for one in rules if applies(one, pair)), None), rules)


def _relation(pair: Pair, fired: Rule | None, rules: tuple[Rule, ...]) -> Relation:
    left, right, judged = pair.left.id, pair.right.id, Judging(pair, rules)
    if fired is None:
        return Relation(
            left, right, RelationKind.UNDECIDED, "undecided", _why_not(pair), pair.evidence, judged=judged
        )
    reason = say(fired.message, pair)
    return Relation(left, right, fired.verdict, fired.id, reason, pair.evidence, fired.severity, judged)


def _why_not(pair: Pair) -> str:
    evidence = pair.evidence
    reasons: Mapping[str, str] = {
        "value": evidence.value.reason,
        "scope": evidence.scope.reason,
        "time": evidence.time.reason,
        "source": evidence.source.reason if evidence.source.outcome == "both_sides" else "",
    }
    told = "; ".join(reason for reason in reasons.values() if reason)
    return f"Neither agreement nor conflict: {told}."
