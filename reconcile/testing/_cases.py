"""Checks of a whole rule set in one line of a test: its examples, and properties that any rule set should have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from reconcile.model import Claim
from reconcile.pipeline import reconcile
from reconcile.result import Result
from reconcile.rules import load, read_rules
from reconcile.rules._load import Source
from reconcile.testing._coverage import coverage, disagreements, needs, record
from reconcile.testing._run import run
from reconcile.testing._scripts import transliterated
from reconcile.values import show

__all__ = ["PROPERTIES", "check_cases", "check_properties"]


def check_cases(
    rules: Source | None = None, *, rule: str | None = None, covered: bool = False
) -> tuple[str, ...]:
    """Run the examples of a rule file, of an installed rule set, or of one that ``ruleset`` made.

    Args:
        rules: the rule file; the shipped one without.
        rule: only the examples of this rule.
        covered: also ask that every rule fires, is silent, and has examples at its thresholds.

    Returns:
        The names of the examples that were run.

    Raises:
        AssertionError: with every example that is not as it says.
        RuleError: when the file is not of the form that rule files have.

    >>> len(check_cases(rule="conflict.rival_estimates")) > 3
    True
    """
    file = read_rules(rules)
    wanted = [example for example in file.examples if rule in (None, example.rule)]
    outcomes = [run(example, file.ruleset) for example in wanted]
    faults = [str(outcome) for outcome in outcomes if outcome.problem]
    if covered:
        own = {name: needed for name, needed in needs(file).items() if rule in (None, name)}
        shown = coverage(own, map(record, outcomes))
        faults += [f"{one.rule}: {'; '.join(one.gaps())}" for one in shown if one.gaps()]
        faults += disagreements(outcomes, file)
    if not wanted:
        faults.append(f"no example of {rule or file.name}")
    assert not faults, "\n\n".join(faults)
    return tuple(example.name for example in wanted)


# ---- what must not change a verdict ----


def _reversed(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The same claims in another order."""
    return claims[::-1]


def _copied(claims: Sequence[Claim]) -> Sequence[Claim]:
    """One article twice, under another id: a copy is no second witness and no other opinion."""
    return [*claims, *(_in_copy(claim) for claim in claims if claim.article.id == claims[0].article.id)]


def _in_copy(claim: Claim) -> Claim:
    article = claim.article.model_copy(update={"id": f"{claim.article.id}-copy"})
    return claim.model_copy(update={"article": article, "id": f"{claim.id}-copy"})


def _repeated(claims: Sequence[Claim]) -> Sequence[Claim]:
    """One claim twice, word for word."""
    return [*claims, claims[0]]


def _renamed(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Other names of the articles; outlets keep theirs."""
    names = {name: f"page-{number}" for number, name in enumerate(sorted({c.article.id for c in claims}))}
    return [
        claim.model_copy(
            update={
                "article": claim.article.model_copy(
                    update={"id": names[claim.article.id], "outlet": claim.article.label}
                )
            }
        )
        for claim in claims
    ]


_SCRIPTS = "names in another script"

PROPERTIES: Mapping[str, Callable[[Sequence[Claim]], Sequence[Claim]]] = {
    "order of the claims": _reversed,
    "a duplicate article": _copied,
    "one more identical claim": _repeated,
    "names of the articles": _renamed,
    _SCRIPTS: transliterated,
}
"""Changes of a story that must not change a verdict."""


def check_properties(
    claims: Iterable[Claim], rules: Source | Iterable[Source] = (), *, properties: Iterable[str] = PROPERTIES
) -> None:
    """Check that what does not matter changes no finding of a story.

    Args:
        claims: the story.
        rules: rule files that are asked before the shipped ones.
        properties: which of ``PROPERTIES``.

    Raises:
        AssertionError: with the property and the findings before and after.

    >>> from reconcile.testing import claims
    >>> check_properties(claims("vote.date", {"a": "5 May 2025", "b": "9 May 2025"}, event="vote"))
    """
    given, ruleset = list(claims), load(rules)
    found = reconcile(given, rules=ruleset)
    for name in properties:
        values = name != _SCRIPTS  # names are printed otherwise there
        before = _verdicts(found, values)
        after = _verdicts(reconcile(PROPERTIES[name](given), rules=ruleset), values)
        assert after == before, f"{name} changes the findings:\nbefore: {before}\nafter:  {after}"


def _verdicts(result: Result, values: bool) -> list[tuple[str, str, tuple[str, ...]]]:
    """Every finding by its kind, attribute and values, or how many there are."""
    return sorted(
        (
            str(found.kind),
            found.attribute,
            tuple(sorted(show(one.value) if values else "" for one in found.values)),
        )
        for found in result.findings
    )
