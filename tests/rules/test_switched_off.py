"""No rule leans on another one: with any of them switched off pairs may be undecided, never contradict anew.

Every rule that fired on a pair is imagined away; what the next one says is read from the relation's trace.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import reconcile as rc
from reconcile.model import Claim, Relation, RelationKind
from reconcile.rules import default, read_rules
from reconcile.testing._run import run

_SHARED = Path(__file__).parents[3] / "shared"
_AGAINST = RelationKind.CONTRADICTS


def _next(relation: Relation) -> RelationKind | None:
    """What the pair would be without the rule that decided it."""
    others = (asked.verdict for asked in relation.trace if asked.fired and asked.rule != relation.rule)
    return next(others, None)


def _anew(relations: Iterator[Relation] | tuple[Relation, ...]) -> set[str]:
    """The rules without which a pair that does not contradict would."""
    return {one.rule for one in relations if one.relation is not _AGAINST and _next(one) is _AGAINST}


def test_over_all_examples() -> None:
    file = read_rules()
    outcomes = [run(example, file.ruleset) for example in file.examples]
    assert _anew(met.relation for outcome in outcomes for met in outcome.meetings) == set()


def test_over_the_sample() -> None:
    assert _anew(rc.reconcile(rc.load_sample("paris_talks")).relations) == set()


@cache
def _gold() -> tuple[Claim, ...]:
    folder = _SHARED / "gold"
    if not folder.is_dir():
        pytest.skip("the gold of the shared material is not here")
    from tests.benchmarks._gold import rows, to_claim  # noqa: PLC0415

    pages = {row["article"]: row for row in rows(folder / "seed_articles.jsonl")}
    return tuple(Claim.model_validate(to_claim(row, pages)) for row in rows(folder / "seed_claims.jsonl"))


def test_over_the_gold() -> None:
    relations = rc.reconcile(_gold()).relations
    assert len(relations) > 20
    assert _anew(relations) == set()


@pytest.mark.parametrize("rule", ["conflict.exclusive", "fit.complements"])
def test_a_rule_that_is_really_off_gives_what_the_trace_says(rule: str) -> None:
    story = rc.load_sample("paris_talks")
    off = default().model_copy(update={"rules": tuple(one for one in default().rules if one.id != rule)})
    without = {(one.left, one.right): one.relation for one in rc.reconcile(story, rules=off).relations}
    for one in rc.reconcile(story).relations:
        expected = (_next(one) or RelationKind.UNDECIDED) if one.rule == rule else one.relation
        assert without[one.left, one.right] is expected


def test_over_the_articles() -> None:
    if not (_SHARED / "seeds").is_dir():
        pytest.skip("the shared seed articles are not here")
    assert _anew(rc.reconcile(_SHARED / "seeds").relations) == set()
