"""Rule coverage: a rule has to be seen firing and silent, and its thresholds have to matter to its examples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import floor

from reconcile.model import Rule
from reconcile.rules import applies
from reconcile.testing._run import Outcome

__all__ = ["Coverage", "Record", "coverage", "lint", "mutants", "percentage", "record", "table"]


@dataclass(frozen=True, slots=True)
class Record:
    """What one example shows of its rule; plain enough to travel between processes."""

    rule: str
    fired: bool = False
    silent: bool = False
    mutants: Mapping[str, bool] = field(default_factory=dict)
    """Every mutant of the rule's thresholds, and whether this example tells it from the rule."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What all examples together show of one rule."""

    rule: str
    examples: int
    fired: bool
    silent: bool
    survived: tuple[str, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, in words."""
        return (
            *(() if self.fired else ("never fired",)),
            *(() if self.silent else ("never silent",)),
            *(f"mutant {name} survived" for name in self.survived),
        )


def mutants(rule: Rule) -> Mapping[str, Rule]:
    """The rule with each of its thresholds moved by one step: by 1 where it is whole, else by a tenth.

    >>> rule = Rule(id="a", verdict="EQUAL", when=("within_factor",), params={"factor": "1.5"}, message="m")
    >>> list(mutants(rule))
    ['factor=1.4', 'factor=1.6']
    """
    moved = {}
    for name, number in rule.params.items():
        if isinstance(number, float):
            step = 1.0 if number.is_integer() else 0.1
            for other in (number - step, number + step):
                params = {**rule.params, name: round(other, 9)}
                moved[f"{name}={other:g}"] = rule.model_copy(update={"params": params})
    return moved


def record(outcome: Outcome) -> Record:
    """What an example shows; one that fails, or a known gap, shows nothing."""
    rule, asked = outcome.rule, outcome.asked
    if outcome.problem or outcome.example.todo:
        return Record(rule.id, mutants=dict.fromkeys(mutants(rule), False))
    told = {
        name: any(applies(other, one.pair) != applies(rule, one.pair) for one in asked)
        for name, other in mutants(rule).items()
    }
    return Record(rule.id, outcome.example.fires, bool(asked) and not outcome.example.fires, told)


def coverage(own: Iterable[str], records: Iterable[Record]) -> tuple[Coverage, ...]:
    """The coverage of a file's own rules, in their order, and of others that its examples speak of."""
    by_rule: dict[str, list[Record]] = {rule: [] for rule in own}
    for one in records:
        by_rule.setdefault(one.rule, []).append(one)
    return tuple(_of_rule(rule, told) for rule, told in by_rule.items())


def _of_rule(rule: str, told: Sequence[Record]) -> Coverage:
    killed: dict[str, bool] = {}
    for one in told:
        for name, dead in one.mutants.items():
            killed[name] = killed.get(name, False) or dead
    return Coverage(
        rule,
        len(told),
        any(one.fired for one in told),
        any(one.silent for one in told),
        tuple(name for name, dead in killed.items() if not dead),
    )


def percentage(covered: Sequence[Coverage]) -> float:
    """How many of the rules have no gap, in whole per cent, rounded down: 100 means all.

    >>> percentage([])
    100
    """
    whole = sum(not one.gaps for one in covered)
    return floor(100 * whole / len(covered)) if covered else 100


def table(covered: Sequence[Coverage]) -> list[str]:
    """One line a rule and the percentage, for a terminal."""
    width = max((len(one.rule) for one in covered), default=0)
    lines = [
        f"{one.rule:<{width}}  {one.examples:>2} examples  {'; '.join(one.gaps) or 'ok'}" for one in covered
    ]
    whole = sum(not one.gaps for one in covered)
    return [*lines, f"{percentage(covered)} % of the rules covered ({whole} of {len(covered)})"]


def lint(outcomes: Sequence[Outcome], own: Sequence[str], lines: Mapping[str, str]) -> list[str]:
    """What is wrong with rules that all pass: two that disagree, and rules without both halves.

    Two rules of one group and one file that give different relations on one pair are an error, unless the one
    that is asked first says so (``before``): else the order in which they happen to stand would decide.
    """
    told: dict[tuple[str, str], str] = {}
    for outcome in outcomes:
        for first, second in _rivals(outcome, own):
            told.setdefault(
                (first, second),
                f"{outcome.example.where}: {first} and {second} are of one group and give different relations "
                f"on {outcome.example.name!r}",
            )
    halves = [
        f"{lines[one.rule]}: {one.rule}: {gap}"
        for one in coverage(own, map(record, outcomes))
        for gap in one.gaps
        if gap.startswith("never") and one.rule in lines
    ]
    return [*told.values(), *halves]


def _rivals(outcome: Outcome, own: Sequence[str]) -> Iterable[tuple[str, str]]:
    for met in outcome.meetings:
        held = [rule for rule in met.rules if rule.id in own and applies(rule, met.pair)]
        for index, first in enumerate(held):
            for second in held[index + 1 :]:
                declared = second.id in first.before or first.verdict is second.verdict
                if first.stage == second.stage and not declared:
                    yield first.id, second.id
