"""Rule files to rule sets: validated, with file and line in every complaint."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.resources import files
from operator import eq, ge, gt, le, lt
from pathlib import Path
from string import Formatter
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reconcile.errors import RuleError, did_you_mean
from reconcile.model import Override, Rule, RuleSet, Schema, Suppression
from reconcile.rules import _examples
from reconcile.rules._choose import chosen, overridden
from reconcile.rules._examples import Example
from reconcile.rules._installed import installed
from reconcile.rules._predicates import AXES, NOT, NUMBERS, PARAMS, PREDICATES
from reconcile.rules._words import FIELDS
from reconcile.rules._yaml import Document, read, read_file

__all__ = ["RuleFile", "default", "load", "read_rules"]

_Model = TypeVar("_Model", bound=BaseModel)
_TOP = ("ruleset", "version", "requires", "plan", "extend", "select", "ignore", "overrides", "suppressions", "attributes",
        "fixtures", "rules", "examples")  # fmt: skip
_SHIPPED = "reconcile/rules/default.rules.yaml"


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file with the rule set that it is tested in: its own rules before the shipped ones.

    Attributes:
        own: the ids of the rules that the file itself holds.
        lines: ``file:line`` of each of them.
    """

    name: str
    ruleset: RuleSet
    own: tuple[str, ...]
    examples: tuple[Example, ...]
    lines: Mapping[str, str]


def read_rules(path: Source | None = None) -> RuleFile:
    """A rule file with its examples, tested as it would be used; the shipped one without a path.

    Raises:
        RuleError: when the file, or a claim of an example, is not of the form that rule files have.
    """
    document = _shipped() if path is None else _document(path)
    own = _ruleset(document)
    whole = own if own.name == default().name else _joined([document])
    examples = _examples.examples_of(document, {rule.id: rule for rule in whole.rules})
    _as_planned(document, len(examples))
    lines = {rule.id: document.where("rules", index) for index, rule in enumerate(own.rules)}
    return RuleFile(document.name, whole, tuple(lines), examples, lines)


def _as_planned(document: Document, held: int) -> None:
    """Whether a file that says how many examples it holds still holds as many: one that is gone fails nothing else."""
    planned = document.data.get("plan", str(held))
    if planned != str(held):
        raise RuleError(f"plan: {planned} examples, but the file holds {held}; write {held} if that is meant",
                        where=document.where("plan"))  # fmt: skip


def _is_shipped(path: Path) -> bool:
    return path.name == "default.rules.yaml" and path.resolve() == Path(str(_resource())).resolve()


def _resource() -> Any:
    return files(__package__) / "default.rules.yaml"


def _shipped() -> Document:
    return read(_resource().read_text(encoding="utf-8"), _SHIPPED)


@cache
def default() -> RuleSet:
    """The rule set that ships with the library.

    >>> default().name
    'reconcile.default'
    """
    return _ruleset(_shipped())


Source = str | Path | Document
"""A rule file, the name of an installed rule set, or what ``ruleset`` makes in Python."""


def load(paths: Source | Iterable[Source] = ()) -> RuleSet:
    """The shipped rule set with the user's files before it.

    A user's schemas and rules win over shipped ones: schemas of the same pattern replace them, rules of one
    group are asked first, and a rule with a shipped rule's id replaces it.

    Raises:
        RuleError: when a file is not of the form that rule files have.
    """
    named = [paths] if isinstance(paths, Source) else list(paths)
    return _joined([_document(one) for one in named])


def _joined(documents: Sequence[Document]) -> RuleSet:
    """The rule sets of files and of all that they extend, before the shipped one, chosen and set as they say."""
    every = list(_extended(documents))
    whole = _merge([*(_ruleset(document) for document in every), default()])
    rules = whole.rules
    for document in every:
        for index in _indices(document, "overrides"):
            override = _item(document, "overrides", index, Override)
            rules = overridden(rules, override, document.where("overrides", index))
    return whole.model_copy(update={"rules": chosen(rules, every)})


def _extended(documents: Iterable[Document], above: tuple[str, ...] = ()) -> Iterator[Document]:
    """Every file with those that it extends behind it, once each."""
    seen: set[str] = set()
    for document in documents:
        if document.name in above:
            raise RuleError(f"extends itself: {' -> '.join((*above, document.name))}", where=document.name)
        if not isinstance(document.data, Mapping):
            yield document
            continue
        others = document.data.get("extend", [])
        if not isinstance(others, list):
            raise RuleError(
                "'extend' is a list of files or installed rule sets", where=document.where("extend")
            )
        found = [_beside(document, str(other)) for other in others]
        for one in (document, *_extended(found, (*above, document.name))):
            if one.name not in seen:
                seen.add(one.name)
                yield one


def _beside(document: Document, other: str) -> Document:
    """A file by its path from the file that extends it, or an installed rule set by its name."""
    path = Path(document.name).parent / other
    return _document(path if path.exists() or path.suffix in (".yaml", ".yml") else other)


def _document(source: Source) -> Document:
    """A rule file by its path, an installed one by its name."""
    if isinstance(source, Document):
        return source
    path = Path(source)
    if _is_shipped(path):
        return _shipped()
    if path.exists() or path.suffix in (".yaml", ".yml"):
        return read_file(path)
    return installed(str(source))


def _merge(sets: Sequence[RuleSet]) -> RuleSet:
    if len(sets) == 1:
        return sets[0]
    schemas: dict[str, Schema] = {}
    rules: dict[str, Rule] = {}
    for one in sets:
        for schema in one.schemas:
            schemas.setdefault(schema.pattern, schema)
        for rule in one.rules:
            rules.setdefault(rule.id, rule)
    parts = tuple(part for one in sets for part in one.parts)
    suppressions = tuple(suppression for one in sets for suppression in one.suppressions)
    mixed = hashlib.blake2b("".join(part["hash"] for part in parts).encode(), digest_size=8).hexdigest()
    return RuleSet(name=sets[0].name, version=sets[0].version, hash=mixed, schemas=tuple(schemas.values()),
                   rules=tuple(rules.values()), suppressions=suppressions, parts=parts)  # fmt: skip


def _ruleset(document: Document) -> RuleSet:
    data = document.data
    if not isinstance(data, Mapping):
        raise RuleError("a rule file is a mapping with the keys " + ", ".join(_TOP), where=document.where())
    _known_keys(data, _TOP, document)
    for key in ("ruleset", "version"):
        if key not in data:
            raise RuleError(f"the key {key!r} is missing", where=document.where())
        if not isinstance(data[key], str):
            raise RuleError(f"{key!r} is a word, not {data[key]!r}", where=document.where(key))
    schemas = tuple(
        _item(document, "attributes", index, Schema) for index in _indices(document, "attributes")
    )
    rules = tuple(_rule(document, index) for index in _indices(document, "rules"))
    _require(data.get("requires"), document)
    _once([schema.pattern for schema in schemas], "attributes", "pattern", document)
    _once([rule.id for rule in rules], "rules", "id", document)
    _check_before(document, rules)
    _examples.check(document)
    digest = hashlib.blake2b(repr(data).encode(), digest_size=8).hexdigest()
    part = {"name": data["ruleset"], "version": data["version"], "hash": digest}
    suppressions = tuple(_suppression(document, index) for index in _indices(document, "suppressions"))
    return RuleSet(**part, schemas=schemas, rules=rules, suppressions=suppressions, parts=(part,))


def _suppression(document: Document, index: int) -> Suppression:
    where = document.where("suppressions", index)
    name, _, line = where.rpartition(":")
    one = _item(document, "suppressions", index, Suppression)
    return one.model_copy(update={"where": f"{Path(name).name}:{line}"})


_CLAUSE = re.compile(r"\s*(>=|<=|==|<|>)\s*(\d+(?:\.\d+)*)\s*")
_TESTS = {">=": ge, "<=": le, "==": eq, "<": lt, ">": gt}


def _require(asked: str | None, document: Document) -> None:
    """Whether this version of the library is one that the file is written for (``>=0.1,<2``)."""
    for clause in asked.split(",") if asked else ():
        match = _CLAUSE.fullmatch(clause)
        if match is None:
            raise RuleError(
                f"requires: {clause!r} is no version like '>=0.1'", where=document.where("requires")
            )
        this = import_module("reconcile").__version__
        if not _TESTS[match[1]](_numbers(this), _numbers(match[2])):
            raise RuleError(f"needs a version {asked} of reconcile, this is {this}",
                            where=document.where("requires"))  # fmt: skip


def _numbers(version: str) -> tuple[int, ...]:
    """A version as numbers without trailing zeros: 1.0 is 1."""
    numbers = [int(part) for part in re.findall(r"\d+", version)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _indices(document: Document, key: str) -> range:
    items = document.data.get(key, [])
    if not isinstance(items, list):
        raise RuleError(f"{key!r} is a list", where=document.where(key))
    return range(len(items))


def _known_keys(data: Mapping[str, Any], known: Iterable[str], document: Document, *path: str | int) -> None:
    for key in data:
        if key not in known:
            hint = did_you_mean(key, known)
            raise RuleError(f"unknown key {key!r}.{hint}", where=document.where(*path, key))


def _once(names: Sequence[str], key: str, field: str, document: Document) -> None:
    for index, name in enumerate(names):
        if name in names[:index]:
            raise RuleError(f"a second item with the {field} {name!r}", where=document.where(key, index))


def _item(document: Document, key: str, index: int, model: type[_Model]) -> _Model:
    data = document.data[key][index]
    if not isinstance(data, Mapping):
        raise RuleError(f"an item of {key!r} is a mapping", where=document.where(key, index))
    _known_keys(data, model.model_fields, document, key, index)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        path = [part for part in first["loc"] if isinstance(part, str | int)]
        raise RuleError(_complaint(path, first), where=document.where(key, index, *path)) from error


def _complaint(path: Sequence[str | int], error: Any) -> str:
    """What pydantic found, in one sentence; a name out of a closed list with the nearest one."""
    field = ".".join(str(part) for part in path)
    given = str(error["input"])
    if error["type"] == "enum":
        known = [str(name).strip("'") for name in re.findall(r"'[^']+'", error["ctx"]["expected"])]
        return f"{field}: {given!r} is none of {', '.join(known)}.{did_you_mean(given, known)}"
    return f"{field}: {error['msg'].replace('tuple', 'list')}, not {given!r}."


def _rule(document: Document, index: int) -> Rule:
    rule = _item(document, "rules", index, Rule)
    for place, term in enumerate(rule.when):
        _check_term(term, document.where("rules", index, "when", place))
    _check_message(rule.message, document.where("rules", index, "message"))
    for name, value in rule.params.items():
        _check_param(rule, name, value, document.where("rules", index, "params", name))
    return rule


def _check_param(rule: Rule, name: str, value: float | str, where: str) -> None:
    known = {one for term in rule.when for one in PARAMS.get(term.removeprefix(NOT), ())}
    if name not in known:
        told = f" They have: {', '.join(sorted(known))}." if known else " They have none."
        hint = did_you_mean(name, known)
        raise RuleError(f"no condition of {rule.id} has a parameter {name!r}.{hint}{told}", where=where)
    if name in NUMBERS and isinstance(value, str):
        raise RuleError(f"{name} is a number, not {value!r}", where=where)


def _check_message(message: str, where: str) -> None:
    """The fields of a message are bare names: what they hold is text, and a format could fail on it."""
    try:
        fields = list(Formatter().parse(message))
    except ValueError as error:
        raise RuleError(f"a message with a stray brace: {error}", where=where) from None
    for _, name, form, conversion in fields:
        if name is not None and name not in FIELDS:
            raise RuleError(f"no field {{{name}}} for a message.{did_you_mean(name, FIELDS)}", where=where)
        if form or conversion:
            raise RuleError(f"a field of a message is a bare name: {{{name}}}", where=where)


def _check_before(document: Document, rules: Sequence[Rule]) -> None:
    """A rule can only be asked before one of its own file and group that stands behind it."""
    for index, rule in enumerate(rules):
        behind = [other.id for other in rules[index + 1 :] if other.stage == rule.stage]
        for name in rule.before:
            if name not in behind:
                raise RuleError(f"no rule named {name!r} of this group stands behind {rule.id}.{did_you_mean(name, behind)}",
                                where=document.where("rules", index, "before"))  # fmt: skip


def _check_term(term: str, where: str) -> None:
    axis, dot, outcomes = term.removeprefix(NOT).partition(".")
    if not dot:
        if axis not in PREDICATES:
            raise RuleError(
                f"no predicate named {axis!r}.{did_you_mean(axis, [*PREDICATES, *AXES])}", where=where
            )
        return
    if axis not in AXES:
        raise RuleError(
            f"no axis named {axis!r}.{did_you_mean(axis, AXES)} Axes: {', '.join(AXES)}.", where=where
        )
    for outcome in outcomes.split("|"):
        if outcome not in AXES[axis]:
            known = sorted(AXES[axis])
            raise RuleError(
                f"the {axis} axis has no outcome {outcome!r}.{did_you_mean(outcome, known)} Outcomes: {', '.join(known)}.",
                where=where,
            )
