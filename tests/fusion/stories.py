"""Claims brought through blocks, rules, clusters and fusion, for tests of what comes after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.clustering import cluster
from reconcile.comparison import compare
from reconcile.fusion import fuse
from reconcile.model import Block, Claim, Fact, RuleSet, Schema, Solved
from reconcile.rules import default, judge
from reconcile.values import show
from tests.support import blocks

__all__ = ["facts", "one_fact", "ruleset", "solve", "solve_block"]


def ruleset(*schemas: Schema) -> RuleSet:
    """The shipped rules with further schemas asked first."""
    shipped = default()
    return shipped.model_copy(update={"schemas": (*shipped.schemas, *schemas)})


def solve_block(block: Block, articles: Sequence[str], rules: RuleSet) -> Solved:
    relations = judge(block, compare(block), rules)
    clustered, disputes = cluster(block, relations)
    return Solved(block, relations, fuse(block, clustered, disputes, relations, articles), disputes)


def solve(
    *claims: Claim, rules: RuleSet | None = None, origins: Mapping[str, str] | None = None
) -> tuple[Solved, ...]:
    """The blocks of claims, solved; every outlet is an origin unless a chain or ``origins`` says otherwise."""
    used = rules or default()
    articles = sorted({claim.article.id for claim in claims})
    told = blocks(*claims, ruleset=used, origins=origins)
    return tuple(solve_block(block, articles, used) for block in told)


def facts(*claims: Claim, **keys: Any) -> dict[str, Fact]:
    """Facts by their value as shown."""
    return {show(fact.value): fact for one in solve(*claims, **keys) for fact in one.facts}


def one_fact(*claims: Claim, **keys: Any) -> Fact:
    (fact,) = facts(*claims, **keys).values()
    return fact
