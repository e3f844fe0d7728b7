"""Parts and totals, sums, products and shares: do told figures add up exactly?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import isclose, prod
from typing import Any

from reconcile.fusion._derived import fits, mismatch
from reconcile.fusion._links import Story, current, told_in
from reconcile.model import Fact, FactStatus, QuantityValue, Relation, RelationKind, Solved, Withdrawal
from reconcile.values import show

__all__ = ["formulas", "parts_and_total", "totals_of_parts"]

#: How far a product or a share may be off: its factors are told rounded.
ROUNDING = 0.01


def parts_and_total(solved: Solved, story: Story) -> Iterator[Relation]:
    """Figures for the parts of a whole ("5 soldiers", "7 civilians") against the figure for the whole."""
    for total, parts in _partitions(solved):
        yield from fits(total, parts, "derive.groups", _sum_reason(total, parts))


def totals_of_parts(solved: Solved, story: Story) -> Iterator[Withdrawal]:
    """A dispute of two totals of which one is the sum of told parts and the other is one of these parts."""
    disputes = {tuple(sorted(dispute.facts)) for dispute in solved.disputes if len(dispute.facts) == 2}
    facts = {fact.id: fact for fact in solved.facts}
    for total, parts in _partitions(solved):
        for pair in sorted(pair for pair in disputes if total.id in pair):
            rival = facts[pair[0] if pair[1] == total.id else pair[1]]
            same = [part for part in parts if _number(part) == _number(rival)]
            if same and rival.id not in {part.id for part in parts}:
                reason = f"{_sum_reason(total, parts)}; {show(rival.value)} is the figure for {_part(solved, same[0])}"
                yield Withdrawal(pair, RelationKind.SCOPE_DIFFERS, reason)


def formulas(solved: Solved, story: Story) -> Iterator[Relation]:
    """The links ``parts``, ``product`` and ``ratio``: one figure each, of one time, no rivals."""
    for role, word in (("parts", " + "), ("product", " * "), ("ratio", " / ")):
        terms = [_single(facts) for facts in story.linked(solved, role)]
        own = _single(current(solved.facts))
        numbers = [_number(term) for term in terms if term is not None]
        if own is None or len(numbers) < 2 or len(numbers) < len(terms) or None in numbers:
            continue
        expected = _evaluate(role, [n for n in numbers if n is not None], own)
        told = [term for term in terms if term is not None]
        yield from _weigh(own, told, expected, word, role)


def _weigh(
    own: Fact, terms: Sequence[Fact], expected: float | None, word: str, role: str
) -> Iterator[Relation]:
    number = _number(own)
    if expected is None or number is None:
        return
    reason = f"{word.join(show(term.value) for term in terms)} = {expected:,.6g}, told is {show(own.value)}"
    margin = 0.0 if role == "parts" else ROUNDING
    if isclose(expected, number, rel_tol=margin, abs_tol=1e-9):
        yield from fits(own, terms, f"derive.{role}", reason)
    elif set(own.articles).intersection(*(term.articles for term in terms)):
        yield from mismatch(own, terms, f"derive.{role}", reason)


def _evaluate(role: str, numbers: Sequence[float], own: Fact) -> float | None:
    if role == "parts":
        return sum(numbers)
    if role == "product":
        return prod(numbers)
    if len(numbers) != 2 or not numbers[1]:
        return None
    share = isinstance(own.value, QuantityValue) and own.value.unit in ("%", "percent")
    return numbers[0] / numbers[1] * (100 if share else 1)


def _number(fact: Fact | None) -> float | None:
    """The one number of an exact quantity."""
    value = fact.value if fact is not None else None
    if not isinstance(value, QuantityValue) or value.min != value.max or value.vague or value.approx:
        return None
    return value.min


def _single(facts: Sequence[Fact]) -> Fact | None:
    """The one fact of an attribute, where there is just one."""
    return facts[0] if len(facts) == 1 and _number(facts[0]) is not None else None


def _partitions(solved: Solved) -> Iterator[tuple[Fact, list[Fact]]]:
    """Exact totals with parts that add up to them, each part told once and without a rival."""
    keys = _part_keys(solved)
    facts = [fact for fact in current(solved.facts) if _number(fact) is not None]
    groups: dict[tuple[Any, ...], dict[Any, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        scope = _scope(solved, fact)
        if len(scope) == 1 and (key := next(iter(scope))) in keys and fact.status is not FactStatus.DISPUTED:
            groups[key, _moment(solved, fact)][str(scope[key])].append(fact)
    for total in facts:
        for (_, moment), parts in sorted(groups.items(), key=lambda item: repr(item[0])):
            single = [told[0] for _, told in sorted(parts.items()) if len(told) == 1]
            if _scope(solved, total) or moment != _moment(solved, total) or len(single) < max(2, len(parts)):
                continue
            if sum(_number(part) or 0 for part in single) == _number(total):
                yield total, single


def _part_keys(solved: Solved) -> frozenset[str]:
    """Qualifiers whose values part a whole; who is counted in, and since when, parts nothing."""
    scopes = {key for reading in solved.block.readings for key in reading.scope}
    return frozenset(scopes - {"includes", "excludes", "window", "by", "aggregate"})


def _scope(solved: Solved, fact: Fact) -> Mapping[str, Any]:
    readings = told_in(solved, fact)
    return readings[0].scope if readings else {}


def _moment(solved: Solved, fact: Fact) -> str:
    """What a figure says of its time: only figures of one time add up."""
    readings = told_in(solved, fact)
    return repr(sorted(readings[0].qualifiers.items())) if readings else ""


def _part(solved: Solved, fact: Fact) -> str:
    return ", ".join(f"{key} {value}" for key, value in _scope(solved, fact).items())


def _sum_reason(total: Fact, parts: Sequence[Fact]) -> str:
    return f"{' + '.join(show(part.value) for part in parts)} = {show(total.value)}"
