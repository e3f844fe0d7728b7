"""Run the examples of a rule file on the path of the pipeline: read, place, block, compare, judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reconcile import blocking, comparison, entities, origins, rules, stories
from reconcile.errors import did_you_mean
from reconcile.model import Claim, Pair, Relation, RelationKind, Rule, RuleSet, SetValue, Value
from reconcile.rules import Asked, Example
from reconcile.values import show

__all__ = ["Meeting", "Outcome", "run"]

_DIRECTED = frozenset({RelationKind.REFINES, RelationKind.GENERALISES, RelationKind.SUBSET, RelationKind.SUPERSET,
                       RelationKind.SUPERSEDES, RelationKind.CORRECTS})  # fmt: skip


@dataclass(frozen=True)
class Meeting:
    """One pair of readings of the two claims of an example, with the rules that are asked of it."""

    pair: Pair
    rules: tuple[Rule, ...]
    turned: bool
    """The same two, put before the comparators the other way round."""

    @cached_property
    def relation(self) -> Relation:
        """What the whole rule set says."""
        return rules.verdict(self.pair, self.rules)

    @cached_property
    def trace(self) -> tuple[Asked, ...]:
        """What every rule says, and what each one misses."""
        return rules.trace(self.pair, self.rules)

    def asked(self, rule: str) -> Asked | None:
        """What one rule says; ``None`` where it does not speak of the attribute."""
        return next((one for one in self.trace if one.rule == rule), None)


@dataclass(frozen=True)
class Outcome:
    """What came of an example: every pair that its two claims make, and what is wrong, if anything."""

    example: Example
    rule: Rule
    meetings: tuple[Meeting, ...]

    @cached_property
    def fired(self) -> bool:
        """Whether the rule's own conditions hold for any pair."""
        return any(rules.applies(self.rule, one.pair) for one in self.asked)

    @property
    def asked(self) -> tuple[Meeting, ...]:
        """The pairs of which the rule was asked at all."""
        return tuple(one for one in self.meetings if one.asked(self.rule.id) is not None)

    @cached_property
    def problem(self) -> str:
        """What is not as the example says; empty where all is."""
        told = self._problem()
        if not self.example.todo:
            return told
        return "" if told else f"it is as wished: write `expect: {self.example.expect.removeprefix('todo-')}`"

    def _problem(self) -> str:
        own = [one for one in self.meetings if not one.turned]
        if not self.example.fires:
            return self._of_silence(own)
        fired = [one for one in own if one.relation.rule == self.rule.id]
        if not fired:
            return self._why_silent(own)
        turned = [one for one in self.meetings if one.turned]
        if not self._directed and not any(one.relation.rule == self.rule.id for one in turned):
            return f"expected {self.rule.id} to fire; the other way round it did not: {self._gave(turned)}"
        return self._of_evidence(fired[0])

    @property
    def _directed(self) -> bool:
        return self.rule.verdict in _DIRECTED

    def _of_silence(self, own: Sequence[Meeting]) -> str:
        if self.fired:
            return f"expected {self.rule.id} to be silent; it fired"
        if self.example.evidence and not own:
            return f"the evidence cannot be as it says: {_NEVER_MET}"
        return self._of_evidence(own[0]) if own else ""

    def _why_silent(self, own: Sequence[Meeting]) -> str:
        expected = f"expected {self.rule.id} to fire; "
        if not own:
            return expected + _NEVER_MET
        said = own[0].asked(self.rule.id)
        if said is None:
            return f"{expected}it does not speak of this attribute"
        if said.fired:
            return f"{expected}it holds, but {own[0].relation.rule} was asked before it and fired"
        return f"{expected}{'a near miss' if said.near else 'missed'}: {'; '.join(map(str, said.missed))}"

    def _gave(self, meetings: Sequence[Meeting]) -> str:
        return ", ".join(sorted({one.relation.rule for one in meetings})) or _NEVER_MET

    def _of_evidence(self, met: Meeting) -> str:
        said = met.asked(self.rule.id)
        seen = _seen(met) | {"missed": said.missed[0].term if said and said.missed else ""}
        for key, wanted in self.example.evidence.items():
            if key not in seen:
                return f"the evidence has no {key!r}.{did_you_mean(key, seen)}"
            if not _same(seen[key], wanted):
                return f"evidence {key}: expected {wanted}, got {seen[key]}"
        return ""

    def __str__(self) -> str:
        """The failure: where, what, both claims, and the evidence that was found."""
        lines = [
            f"{self.example.where}: rule {self.rule.id}, example {self.example.name!r}",
            f"  {self.problem}",
        ]
        lines += [
            f"  {name}: {_claim(claim)}" for name, claim in zip("ab", self.example.claims, strict=False)
        ]
        for met in [one for one in self.meetings if not one.turned][:1]:
            lines.append(f"  got: {met.relation.relation} by {met.relation.rule}: {met.relation.reason}")
            lines += [f"  {axis}: {_axis(getattr(met.pair.evidence, axis))}" for axis in rules.AXES]
        return "\n".join(lines)


_NEVER_MET = "the two claims never meet (they are one reading, two members of an open list, or unread)"


def run(example: Example, ruleset: RuleSet) -> Outcome:
    """Run one example in a rule set.

    >>> from reconcile.rules import read_rules
    >>> file = read_rules()
    >>> run(file.examples[0], file.ruleset).problem
    ''
    """
    rule = next(rule for rule in ruleset.rules if rule.id == example.rule)
    return Outcome(example, rule, tuple(_meetings(example.claims, ruleset)))


def _meetings(claims: Sequence[Claim], ruleset: RuleSet) -> Iterator[Meeting]:
    """Every pair of a reading of the first claim and one of the second, both ways round."""
    placement = stories.place([], claims, ruleset.schemas)
    placed, _ = entities.resolve(placement.claims, ruleset.schemas)
    blocked = blocking.block(placed, origins.trace(placed), ruleset.schemas)
    first, second = claims[0].id, claims[1].id
    for block in blocked.blocks:
        asked = rules.rules_for(block.attribute, ruleset)
        for turned, readings in ((False, block.readings), (True, block.readings[::-1])):
            for pair in comparison.compare(replace(block, readings=readings)):
                sides = [{claim.id for claim in reading.claims} for reading in (pair.left, pair.right)]
                if _between(sides, first, second):
                    yield Meeting(pair, asked, turned)


def _between(sides: Sequence[set[str]], first: str, second: str) -> bool:
    return (first in sides[0] and second in sides[1]) or (second in sides[0] and first in sides[1])


def _seen(met: Meeting) -> dict[str, Any]:
    """All that an example may ask of the evidence, by key."""
    seen: dict[str, Any] = {"relation": str(met.relation.relation), "rule": met.relation.rule}
    for axis in rules.AXES:
        one = getattr(met.pair.evidence, axis)
        seen[axis] = one.outcome
        seen |= {f"{axis}.{key}": detail for key, detail in one.details.items()}
    return seen


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(got, bool):
        return str(got).lower() == str(wanted).lower()
    if isinstance(got, int | float):
        try:
            return abs(float(wanted) - got) < 1e-9
        except (TypeError, ValueError):
            return False
    if isinstance(got, tuple | list | frozenset | set):
        return isinstance(wanted, list) and sorted(map(str, got)) == sorted(map(str, wanted))
    return str(got) == str(wanted)


def _axis(axis: Any) -> str:
    details: Mapping[str, Any] = axis.details
    told = ", ".join(f"{key}={detail}" for key, detail in details.items())
    return " ".join(part for part in (axis.outcome, f"({told})" if told else "") if part)


def _words(value: Value) -> str:
    """A value as it was typed, read or not."""
    if isinstance(value, SetValue):
        return f"[{', '.join(map(_words, value.members))}]"
    return show(value)


def _claim(claim: Claim) -> str:
    when = claim.article.published
    parts = [claim.article.label, f"{when:%Y-%m-%d %H:%M}" if when else "no date", claim.attribute,
             _words(claim.value), *(f"{key}={part}" for key, part in claim.qualifiers.items())]  # fmt: skip
    told = "; ".join(parts)
    return f"{told}; “{claim.quote}”" if claim.quote else told
