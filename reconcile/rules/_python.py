"""The Python form of a rule file: it is brought to the same document, so that one path checks and runs both.

>>> from reconcile.rules import fires, load, rule, ruleset, silent
>>> @rule("turnout.apart", verdict="CONTRADICTS", attributes=["*.turnout"], when=["value.exclusive"],
...       message="{left} against {right}.",
...       examples=[fires("twice as many", a=1000, b=2000), silent("one more", a=1000, b=1100)])
... def far_apart(pair, *, factor: float = 1.5) -> bool:
...     from reconcile.rules import ratio
...     return (ratio(pair) or 0) >= factor
>>> mine = ruleset("newsroom.turnout", "1.0.0", [far_apart])
>>> load(mine).rules[0].params
{'factor': 1.5}
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reconcile.errors import RuleError, did_you_mean
from reconcile.model import Pair, Rule
from reconcile.rules._predicates import Params, register
from reconcile.rules._yaml import Document

__all__ = ["fires", "predicate", "rule", "ruleset", "silent"]


def fires(name: str, *, a: Any, b: Any, **keys: Any) -> dict[str, Any]:
    """An example on which the rule fires; ``keys`` are those of an example in a file."""
    return {"name": name, "expect": "fires", "a": a, "b": b, **keys}


def silent(name: str, *, a: Any, b: Any, **keys: Any) -> dict[str, Any]:
    """An example on which the rule does not fire."""
    return {"name": name, "expect": "silent", "a": a, "b": b, **keys}


def predicate(function: Callable[..., bool]) -> Callable[..., bool]:
    """Register a function of a pair as a predicate that rules may name; its keywords are its parameters.

    Raises:
        RuleError: when its name is taken.
    """
    known = tuple(_thresholds(function))

    def call(pair: Pair, params: Params) -> bool:
        return bool(function(pair, **{name: params[name] for name in known if name in params}))

    call.__doc__ = function.__doc__
    register(function.__name__, call, known)
    return function


def _thresholds(function: Callable[..., bool]) -> Mapping[str, Any]:
    """The keyword parameters of a predicate with their defaults."""
    return {
        name: parameter.default
        for name, parameter in inspect.signature(function).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }


def rule(
    id: str,
    *,
    verdict: str,
    message: str,
    when: Sequence[str] = (),
    examples: Sequence[Any] = (),
    **keys: Any,
) -> Callable[[Callable[..., bool]], dict[str, Any]]:
    """A rule whose last condition is the decorated function of a pair; its keywords are the parameters.

    Args:
        id: of the rule.
        verdict: the relation that it gives.
        message: what it says, with the fields of messages in rule files.
        when: further conditions, as in a file.
        examples: what ``fires`` and ``silent`` make.
        keys: all else that a rule in a file may say (``attributes``, ``kinds``, ``severity``, ``why`` …).

    Raises:
        RuleError: when a key is unknown or the function's name is taken.
    """
    for key in keys:
        if key not in Rule.model_fields:
            raise RuleError(f"unknown key {key!r}.{did_you_mean(key, Rule.model_fields)}", where=id)

    def decorate(function: Callable[..., bool]) -> dict[str, Any]:
        predicate(function)
        code = inspect.unwrap(function).__code__
        params = {**_thresholds(function), **keys.pop("params", {})}
        made = {"id": id, "verdict": verdict, "message": message, "when": [*when, function.__name__],
                "params": params, "examples": list(examples), **keys}  # fmt: skip
        if function.__doc__ and "why" not in made:
            made["why"] = inspect.cleandoc(function.__doc__).partition("\n\n")[0]
        return made | {_LINE: (code.co_filename, code.co_firstlineno)}

    return decorate


_LINE = "_line"


def ruleset(
    name: str,
    version: str,
    rules: Iterable[Mapping[str, Any]] = (),
    *,
    attributes: Iterable[Mapping[str, Any]] = (),
    fixtures: Mapping[str, Any] | None = None,
) -> Document:
    """Rules made by ``rule`` (or written out as mappings) as a rule file, which every function takes for one."""
    made = list(rules)
    places = [one.get(_LINE, (name, 1)) for one in made]
    data: dict[str, Any] = {
        "ruleset": name,
        "version": version,
        "attributes": list(attributes),
        "fixtures": dict(fixtures or {}),
        "rules": [{key: part for key, part in one.items() if key != _LINE} for one in made],
    }
    lines: dict[tuple[str | int, ...], int] = {
        ("rules", index): line for index, (_, line) in enumerate(places)
    }
    return Document(places[0][0] if places else name, data, lines)
