"""Judging many pairs gives what asking every rule of every pair gives."""

from __future__ import annotations

from hypothesis import given, settings

from reconcile.comparison import compare
from reconcile.model import Claim
from reconcile.rules import default, judge, read_rules, rules_for, verdict
from reconcile.testing._run import run
from reconcile.testing.strategies import stories
from tests.support import blocks


def test_every_shipped_example_is_judged_alike() -> None:
    file = read_rules()
    for example in file.examples:
        outcome = run(example, file.ruleset)
        for block in blocks(*example.claims):
            pairs = compare(block)
            rules = rules_for(block.attribute, file.ruleset)
            assert judge(block, pairs, file.ruleset) == tuple(verdict(pair, rules) for pair in pairs)
        assert outcome.problem == ""


@settings(max_examples=20, deadline=None, database=None)
@given(stories())
def test_any_story_is_judged_alike(story: tuple[Claim, ...]) -> None:
    for block in blocks(*story):
        pairs, rules = compare(block), rules_for(block.attribute, default())
        assert judge(block, pairs, default()) == tuple(verdict(pair, rules) for pair in pairs)
