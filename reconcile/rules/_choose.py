"""What a file takes from others, and how: which rules are asked, and with which settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from reconcile.errors import RuleError, did_you_mean
from reconcile.model import Override, Rule, RuleSet
from reconcile.rules._yaml import Document

__all__ = ["chosen", "narrowed", "overridden"]


def chosen(rules: Sequence[Rule], documents: Iterable[Document]) -> tuple[Rule, ...]:
    """The rules that the files ``select`` (all, if none does; their own in any case) and do not ``ignore``."""
    kept = list(rules)
    for document in documents:
        own = {str(rule["id"]) for rule in document.data.get("rules", [])}
        select = _patterns(document, "select", rules)
        ignore = _patterns(document, "ignore", rules)
        kept = [rule for rule in kept if not select or rule.id in own or _any(select, rule.id)]
        kept = [rule for rule in kept if not _any(ignore, rule.id)]
    return tuple(kept)


def narrowed(ruleset: RuleSet, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> RuleSet:
    """The rules whose ids fit a pattern of ``select`` (all, if there is none) and none of ``ignore``.

    Raises:
        RuleError: when a pattern fits no rule.
    """
    _known(select, ruleset.rules, lambda _: "select")
    _known(ignore, ruleset.rules, lambda _: "ignore")
    kept = [rule for rule in ruleset.rules if not select or _any(select, rule.id)]
    return ruleset.model_copy(update={"rules": tuple(rule for rule in kept if not _any(ignore, rule.id))})


def _any(patterns: Iterable[str], rule: str) -> bool:
    return any(fnmatchcase(rule, pattern) for pattern in patterns)


def _patterns(document: Document, key: str, rules: Sequence[Rule]) -> list[str]:
    patterns = document.data.get(key, [])
    if not isinstance(patterns, list):
        raise RuleError(f"{key!r} is a list of rules", where=document.where(key))
    _known(patterns, rules, lambda index: document.where(key, index))
    return [str(pattern) for pattern in patterns]


def _known(patterns: Sequence[str], rules: Sequence[Rule], where: Callable[[int], str]) -> None:
    for index, pattern in enumerate(patterns):
        if not any(fnmatchcase(rule.id, pattern) for rule in rules):
            hint = did_you_mean(pattern, [rule.id for rule in rules])
            raise RuleError(f"no rule named {pattern!r}.{hint}", where=where(index))


def overridden(rules: Sequence[Rule], override: Override, where: str) -> tuple[Rule, ...]:
    """The rules with one of them set otherwise; for some attributes a copy stands before it.

    Raises:
        RuleError: when there is no such rule or parameter.
    """
    known = {rule.id: rule for rule in rules}
    if override.rule not in known:
        raise RuleError(f"no rule named {override.rule!r}.{did_you_mean(override.rule, known)}", where=where)
    params = known[override.rule].params
    for name, value in override.params.items():
        if isinstance(params.get(name), float) and isinstance(value, str):
            raise RuleError(f"{name} is a number, not {value!r}", where=where)
        if name not in params:
            listed = f" It has: {', '.join(params)}." if params else " It has none."
            raise RuleError(f"{override.rule} has no parameter {name!r}.{did_you_mean(name, params)}{listed}",
                            where=where)  # fmt: skip
    return tuple(one for rule in rules for one in _set(rule, override))


def _set(rule: Rule, override: Override) -> Iterator[Rule]:
    if rule.id != override.rule:
        yield rule
        return
    update = {"params": {**rule.params, **override.params}, "severity": override.severity or rule.severity}
    if not override.attributes:
        yield rule.model_copy(update=update)
        return
    yield rule.model_copy(update={**update, "attributes": override.attributes})
    yield rule.model_copy(update={"excluding": (*rule.excluding, *override.attributes)})
