"""The catalogue of a rule file as Markdown: what each rule asks, why, when it fires, and when it is silent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reconcile.model import Rule
from reconcile.rules._examples import Example
from reconcile.rules._load import RuleFile
from reconcile.rules._predicates import AXES, PREDICATES
from reconcile.values import show

__all__ = ["catalogue"]

_GROUPS = {
    "gate": "May the two be compared at all?",
    "fit": "Do the values agree, whoever says so and however firmly?",
    "conflict": "The values exclude each other, or one is denied. What does that mean?",
}
_SHOWN = 2


def catalogue(file: RuleFile) -> Mapping[str, str]:
    """The pages by name: an index, and one page a group of rules.

    >>> from reconcile.rules import read_rules
    >>> sorted(catalogue(read_rules()))
    ['conflict.md', 'fit.md', 'gate.md', 'index.md']
    """
    own = [rule for rule in file.ruleset.rules if rule.id in file.own]
    groups = {group: [rule for rule in own if rule.stage == group] for group in _GROUPS}
    pages = {f"{group}.md": _page(group, rules, file.examples) for group, rules in groups.items() if rules}
    return {"index.md": _index(file, groups), **pages}


def _index(file: RuleFile, groups: Mapping[str, Sequence[Rule]]) -> str:
    part = file.ruleset.parts[0]
    lines = [f"# The rules of {part['name']} {part['version']}", "",
             "Made from the rule file by `reconcile rules docs`. Groups are asked from top to bottom, rules of a group in",
             "this order; the first one whose conditions all hold gives the relation. Where none does it is `UNDECIDED`.",
             ""]  # fmt: skip
    for group, rules in groups.items():
        if rules:
            lines += [
                f"## {group.capitalize()}",
                "",
                _GROUPS[group],
                "",
                "| rule | gives | examples |",
                "|---|---|---|",
            ]
            for rule in rules:
                count = sum(example.rule == rule.id for example in file.examples)
                lines.append(
                    f"| [{rule.id}]({group}.md#{rule.id.replace('.', '')}) | `{rule.verdict}` | {count} |"
                )
            lines.append("")
    return "\n".join([*lines, *_terms()]) + "\n"


def _terms() -> Iterator[str]:
    yield from ("## Conditions", "", "`not` before a condition asks for the opposite.", "")
    yield from ("| axis | outcomes |", "|---|---|")
    for axis, outcomes in AXES.items():
        yield f"| `{axis}` | {', '.join(f'`{name}`' for name in sorted(outcomes))} |"
    yield from ("", "| predicate | holds when |", "|---|---|")
    for name in sorted(PREDICATES):
        yield f"| `{name}` | {_says(name)} |"


def _says(name: str) -> str:
    return " ".join((PREDICATES[name].__doc__ or "").split()).replace("``", "`").replace("|", "\\|")


def _page(group: str, rules: Sequence[Rule], examples: Sequence[Example]) -> str:
    lines = [f"# {group.capitalize()}", "", f"{_GROUPS[group]} [All rules](index.md)", ""]
    for rule in rules:
        lines += _rule(rule, [example for example in examples if example.rule == rule.id])
    return "\n".join(lines).rstrip("\n") + "\n"


def _rule(rule: Rule, examples: Sequence[Example]) -> Iterator[str]:
    yield from (f"## {rule.id}", "")
    yield from (f"Gives `{rule.verdict}`. {rule.why}".rstrip(), "")
    yield f"- says: {rule.message.replace('{', '*').replace('}', '*')}"
    yield f"- when: {', '.join(f'`{term}`' for term in rule.when)}"
    for name, told in (("attributes", rule.attributes), ("kinds", rule.kinds), ("before", rule.before)):
        if told and told != ("*",):
            yield f"- {name}: {', '.join(f'`{one}`' for one in told)}"
    if rule.params:
        yield f"- parameters: {', '.join(f'`{name}: {_number(value)}`' for name, value in rule.params.items())}"
    if rule.severity:
        yield f"- severity: {rule.severity}"
    for half, fires in (("fires", True), ("silent", False)):
        shown = [one for one in examples if one.fires is fires and not one.todo]
        yield from _examples(half, shown[:_SHOWN])
    yield from _examples("known gap", [one for one in examples if one.todo])
    yield ""


def _examples(half: str, examples: Sequence[Example]) -> Iterator[str]:
    for one in examples:
        yield f"- {half}: *{one.name}*: {' / '.join(_claim(claim) for claim in one.claims)}"


def _claim(claim: Any) -> str:
    """A claim on one line: who, when, what; names in other scripts keep their own direction."""
    when = (
        f", {claim.article.published:%d %b %Y %H:%M}".replace(" 00:00", "") if claim.article.published else ""
    )
    told = [f"{key} {json.dumps(part, ensure_ascii=False)}" for key, part in claim.qualifiers.items()]
    flags = [str(flag) for flag in (claim.certainty, claim.polarity) if flag not in ("asserted", "affirm")]
    by = [f"by {source.source}" for source in claim.attribution]
    words = claim.quote or _words(claim.value)
    more = f" ({'; '.join((*told, *flags, *by))})" if told or flags or by else ""
    return f"{claim.article.label}{when}: “\u2068{words}\u2069”{more}"


def _words(value: Any) -> str:
    if value.kind == "set":
        return ", ".join(map(_words, value.members))
    return show(value)


def _number(value: float | str) -> str:
    return f"{value:g}" if isinstance(value, float) else value
