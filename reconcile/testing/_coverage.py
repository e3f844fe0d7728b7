"""Rule coverage: a rule has to be seen firing and silent, and its thresholds have to matter to its examples.

Mutants tell what matters: the rule with a threshold moved by one step, or without one of its conditions. One that
no example would notice survives. Thresholds count always, conditions where coverage is asked for strictly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from reconcile.model import Rule
from reconcile.rules import RuleFile, applies, conditions
from reconcile.testing._run import Meeting, Outcome

__all__ = [
    "Coverage",
    "Record",
    "coverage",
    "disagreements",
    "lint",
    "needs",
    "percentage",
    "record",
    "table",
    "thresholds",
]


@dataclass(frozen=True, slots=True)
class Record:
    """What one example shows; plain enough to travel between processes."""

    rule: str
    fired: bool = False
    silent: bool = False
    killed: Sequence[Sequence[str]] = ()
    """Rules and their mutants that this example would notice."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What all examples together show of one rule."""

    rule: str
    examples: int
    fired: bool
    silent: bool
    survived: tuple[str, ...]
    """Thresholds, each moved by one step."""
    unneeded: tuple[str, ...]
    """Conditions without which every example is as before."""

    def gaps(self, *, strict: bool = False) -> tuple[str, ...]:
        """What is missing, in words."""
        return (
            *(() if self.fired else ("never fired",)),
            *(() if self.silent else ("never silent",)),
            *(f"mutant {name} survived" for name in self.survived),
            *((self.note,) if strict and self.unneeded else ()),
        )

    @property
    def note(self) -> str:
        """Which conditions no example needs."""
        return f"no example needs {', '.join(self.unneeded)}" if self.unneeded else ""


def thresholds(rule: Rule) -> Mapping[str, Rule]:
    """The rule with each of its thresholds moved by one step: by 1 where it is whole, else by a tenth.

    >>> rule = Rule(id="a", verdict="EQUAL", when=("within_factor",), params={"factor": "1.5"}, message="m")
    >>> list(thresholds(rule))
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


Needs = Mapping[str, Mapping[str, Sequence[str]]]
"""By rule the names of its mutants: ``thresholds`` and ``conditions``."""


def needs(file: RuleFile) -> Needs:
    """What the examples of a file have to show of its own rules."""
    return {
        rule.id: {"thresholds": list(thresholds(rule)), "conditions": list(conditions(rule))}
        for rule in file.ruleset.rules
        if rule.id in file.own
    }


def record(outcome: Outcome) -> Record:
    """What an example shows; one that fails, or a known gap, shows nothing."""
    rule = outcome.rule.id
    if outcome.problem or outcome.example.todo:
        return Record(rule)
    fires = outcome.example.fires
    killed = {*_moved(outcome), *(found for met in outcome.meetings for found in _dropped(outcome, met))}
    return Record(rule, fires, bool(outcome.asked) and not fires, sorted(killed))


def _moved(outcome: Outcome) -> Iterator[tuple[str, str]]:
    """Thresholds of the rule that the example would see moved."""
    rule = outcome.rule
    for name, other in thresholds(rule).items():
        if any(applies(other, one.pair) != applies(rule, one.pair) for one in outcome.asked):
            yield rule.id, name


def _dropped(outcome: Outcome, met: Meeting) -> Iterator[tuple[str, str]]:
    """Conditions without which a rule would fire here, where it must not."""
    own = outcome.rule
    rules = {rule.id: rule for rule in met.rules}
    before = True
    for asked in met.trace:
        rule = rules[asked.rule]
        before = before and rule.id != own.id
        taken = outcome.example.fires and not met.turned and (before or _disagree(own, rule))
        if len(asked.missed) == 1 and (rule.id == own.id or taken):
            yield rule.id, asked.missed[0].term


def coverage(own: Needs, records: Iterable[Record]) -> tuple[Coverage, ...]:
    """The coverage of a file's own rules, in their order."""
    told = list(records)
    killed = {(rule, name) for one in told for rule, name in one.killed}
    return tuple(
        Coverage(
            rule,
            sum(one.rule == rule for one in told),
            any(one.fired for one in told if one.rule == rule),
            any(one.silent for one in told if one.rule == rule),
            tuple(name for name in names["thresholds"] if (rule, name) not in killed),
            tuple(name for name in names["conditions"] if (rule, name) not in killed),
        )
        for rule, names in own.items()
    )


def percentage(covered: Sequence[Coverage], *, strict: bool = False) -> int:
    """How many of the rules have no gap, in whole per cent, rounded down: 100 means all.

    >>> percentage([])
    100
    """
    return floor(100 * _whole(covered, strict) / len(covered)) if covered else 100


def _whole(covered: Sequence[Coverage], strict: bool) -> int:
    return sum(not one.gaps(strict=strict) for one in covered)


def table(covered: Sequence[Coverage], *, strict: bool = False) -> list[str]:
    """One line a rule and the percentage, for a terminal."""
    width = max((len(one.rule) for one in covered), default=0)
    lines = [f"{one.rule:<{width}}  {one.examples:>2} examples  {_verdict(one, strict)}" for one in covered]
    percent, whole = percentage(covered, strict=strict), _whole(covered, strict)
    return [*lines, f"{percent} % of the rules covered ({whole} of {len(covered)})"]


def _verdict(one: Coverage, strict: bool) -> str:
    told = "; ".join(one.gaps(strict=strict)) or "ok"
    return told if strict or not one.note else f"{told} ({one.note})"


def lint(outcomes: Sequence[Outcome], file: RuleFile) -> list[str]:
    """What is wrong with rules that all pass: two that disagree, and rules without both halves.

    Two rules of one group and one file that give different relations on one pair are an error, unless the one
    that is asked first says so (``before``): else the order in which they happen to stand would decide.
    """
    halves = [
        f"{file.lines[one.rule]}: {one.rule}: {gap}"
        for one in coverage(needs(file), map(record, outcomes))
        for gap in one.gaps()
        if gap.startswith("never")
    ]
    return [*disagreements(outcomes, file), *halves]


def disagreements(outcomes: Sequence[Outcome], file: RuleFile) -> list[str]:
    """Rules of a file of which two disagree on an example, each pair of them once."""
    told: dict[tuple[str, str], str] = {}
    for outcome in outcomes:
        for first, second in _rivals(outcome, file.own):
            told.setdefault(
                (first, second),
                f"{outcome.example.where}: {first} and {second} are of one group and give different relations "
                f"on {outcome.example.name!r}",
            )
    return list(told.values())


def _rivals(outcome: Outcome, own: Sequence[str]) -> Iterable[tuple[str, str]]:
    for met in outcome.meetings:
        held = [rule for rule in met.rules if rule.id in own and applies(rule, met.pair)]
        for index, first in enumerate(held):
            yield from ((first.id, second.id) for second in held[index + 1 :] if _disagree(first, second))


def _disagree(first: Rule, second: Rule) -> bool:
    """Whether the order of two rules of one group, where both hold, decides without anybody having said so."""
    return (
        first.stage == second.stage and second.id not in first.before and first.verdict is not second.verdict
    )
