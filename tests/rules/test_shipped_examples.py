"""The shipped rule set holds itself to what it asks of others."""

from __future__ import annotations

import time
from functools import cache

import pytest

from reconcile.model import Rule
from reconcile.rules import RuleFile, read_rules
from reconcile.testing._coverage import coverage, lint, needs, record
from reconcile.testing._run import Outcome, run


@cache
def _file() -> RuleFile:
    return read_rules()


@cache
def _outcomes() -> tuple[Outcome, ...]:
    return tuple(run(example, _file().ruleset) for example in _file().examples)


def test_every_example_is_as_it_says() -> None:
    assert [str(outcome) for outcome in _outcomes() if outcome.problem] == []


def test_every_rule_is_covered() -> None:
    covered = coverage(needs(_file()), map(record, _outcomes()))
    assert {one.rule: gaps for one in covered if (gaps := one.gaps(strict=True))} == {}


def test_no_two_rules_disagree() -> None:
    assert lint(_outcomes(), _file()) == []


def test_they_run_in_two_seconds() -> None:
    start = time.process_time()
    file = read_rules()
    for example in file.examples:
        run(example, file.ruleset)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("language", ["he", "ar", "en"])
def test_every_language_has_its_share(language: str) -> None:
    spoken = [c.article.language for example in _file().examples for c in example.claims[:2]]
    assert spoken.count(language) >= 25


@pytest.mark.parametrize("name", _file().own)
def test_every_rule_is_shown_in_every_language(name: str) -> None:
    own = [example for example in _file().examples if example.rule == name]
    assert {c.article.language for example in own for c in example.claims[:2]} >= {"he", "ar", "en"}


_READ_WORDS = {"corrected", "sum_in_words", "died_since", "plainly_told", "soon_counted"}


@pytest.mark.parametrize(
    "rule",
    [
        rule
        for rule in _file().ruleset.rules
        if _READ_WORDS & {term.removeprefix("not ") for term in rule.when}
    ],
    ids=lambda rule: rule.id,
)
def test_a_rule_that_reads_words_is_shown_them_in_every_language(rule: Rule) -> None:
    own = [example for example in _file().examples if example.rule == rule.id]
    quoted = {c.article.language for example in own for c in example.claims if c.quote}
    assert quoted >= {"he", "ar", "en"}


@pytest.mark.parametrize("name", _file().own)
def test_a_deleted_half_is_missed(name: str) -> None:
    kept = [o for o in _outcomes() if not (o.rule.id == name and o.example.fires)]
    (gaps,) = [one.gaps() for one in coverage(needs(_file()), map(record, kept)) if one.rule == name]
    assert "never fired" in gaps


@pytest.mark.parametrize(
    "rule", [rule for rule in _file().ruleset.rules if rule.params], ids=lambda rule: rule.id
)
def test_a_moved_threshold_is_noticed(rule: Rule) -> None:
    for name, number in rule.params.items():
        moved = rule.model_copy(update={"params": {**rule.params, name: float(number) + 1}})
        rules = tuple(moved if other.id == rule.id else other for other in _file().ruleset.rules)
        changed = _file().ruleset.model_copy(update={"rules": rules})
        own = [example for example in _file().examples if example.rule == rule.id]
        assert any(run(example, changed).problem for example in own)
