"""Examples: what a rule does and does not do, written inside its file in the shorthand a person would type.

Here they are read and checked. They are run by :mod:`reconcile.testing`, on the path of the pipeline: a stage
does not know the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from reconcile.errors import RuleError, did_you_mean
from reconcile.model import Claim, Rule
from reconcile.rules._predicates import AXES
from reconcile.rules._yaml import Document

__all__ = ["CLAIM_KEYS", "EXPECTATIONS", "KEYS", "Example", "check", "examples_of"]

EXPECTATIONS = ("fires", "silent", "todo-fires", "todo-silent")
_ARTICLE_KEYS = ("article", "outlet", "published", "language", "title")
#: What a claim of an example may say; any of them beside ``a`` and ``b`` holds for all claims of the example.
CLAIM_KEYS = ("value", *_ARTICLE_KEYS, "attribute", "event", "qualifiers", "scope", "certainty", "polarity",
              "as_of", "basis", "attribution", "sources", "quote", "zone")  # fmt: skip
_OWN_KEYS = ("name", "expect", "a", "b", "others", "evidence")
#: What an example may say.
KEYS = (*_OWN_KEYS, *(key for key in CLAIM_KEYS if key != "value"))
_SHOWN = ("relation", "rule", "missed")
_TODO = "todo-"


@dataclass(frozen=True, slots=True)
class Example:
    """Two claims that meet, others beside them, and whether the rule fires.

    Attributes:
        rule: the id of the rule that it is an example of.
        where: ``file:line`` of the example.
        claims: ``a``, ``b`` and the others.
        evidence: what the evidence has to be, only the keys that matter: ``value: exclusive``,
            ``value.gap_days: 31``, ``relation``, ``rule`` (which one gave it), ``missed`` (the first condition).
    """

    rule: str
    name: str
    expect: str
    claims: tuple[Claim, ...]
    evidence: Mapping[str, Any]
    where: str

    @property
    def todo(self) -> bool:
        """A known gap: it is expected to fail, and has to be renamed on the day it does not."""
        return self.expect.startswith(_TODO)

    @property
    def fires(self) -> bool:
        """Whether the rule has to fire."""
        return self.expect.removeprefix(_TODO) == "fires"


def check(document: Document) -> None:
    """Check the form of all fixtures and examples of a file; their claims are built when they are run.

    Raises:
        RuleError: with file and line, and the nearest name that would have been right.
    """
    fixtures = document.data.get("fixtures", {})
    if not isinstance(fixtures, Mapping):
        raise RuleError("'fixtures' is a mapping of names to claims", where=document.where("fixtures"))
    for name in fixtures:
        _check_claim(fixtures[name], {}, document, ("fixtures", name))
    for path, items in _lists(document):
        _check_list(items, fixtures, document, path)


def _lists(document: Document) -> Iterable[tuple[tuple[str | int, ...], Any]]:
    """Every list of examples with its place: those of the rules, and those of rules of other files."""
    for index, item in enumerate(document.data.get("rules", [])):
        yield ("rules", index, "examples"), item.get("examples", [])
    yield ("examples",), document.data.get("examples", [])


def _check_list(
    items: Any, fixtures: Mapping[str, Any], document: Document, path: tuple[str | int, ...]
) -> None:
    if not isinstance(items, list):
        raise RuleError("'examples' is a list", where=document.where(*path))
    names: list[str] = []
    for index, item in enumerate(items):
        place = (*path, index)
        if not isinstance(item, Mapping):
            raise RuleError("an example is a mapping", where=document.where(*place))
        _check_example(item, fixtures, document, place)
        bare = {key: part for key, part in item.items() if key != "name"}
        if item["name"] in names or any(
            bare == {k: p for k, p in other.items() if k != "name"} for other in items[:index]
        ):
            raise RuleError(f"a second example like {item['name']!r}", where=document.where(*place))
        names.append(item["name"])


def _check_example(
    item: Mapping[str, Any], fixtures: Mapping[str, Any], document: Document, place: tuple[str | int, ...]
) -> None:
    known = KEYS if place[0] == "rules" else (*KEYS, "rule")
    _known(item, known, document, place)
    needed = ("name", "expect", "a", "b") if place[0] == "rules" else ("rule", "name", "expect", "a", "b")
    for key in needed:
        if key not in item:
            raise RuleError(f"an example needs the key {key!r}", where=document.where(*place))
    if item["expect"] not in EXPECTATIONS:
        hint = did_you_mean(str(item["expect"]), EXPECTATIONS)
        raise RuleError(f"expect: {item['expect']!r} is none of {', '.join(EXPECTATIONS)}.{hint}",
                        where=document.where(*place, "expect"))  # fmt: skip
    if not isinstance(item.get("others", []), list):
        raise RuleError("'others' is a list of claims", where=document.where(*place, "others"))
    _check_claim(item["a"], fixtures, document, (*place, "a"))
    _check_claim(item["b"], fixtures, document, (*place, "b"))
    for index, other in enumerate(item.get("others", [])):
        _check_claim(other, fixtures, document, (*place, "others", index))
    _check_evidence(item.get("evidence", {}), document, (*place, "evidence"))


def _check_evidence(asked: Any, document: Document, place: tuple[str | int, ...]) -> None:
    if not isinstance(asked, Mapping):
        raise RuleError("'evidence' is a mapping", where=document.where(*place))
    for key in asked:
        axis = key.partition(".")[0]
        if axis not in (*AXES, *_SHOWN):
            hint = did_you_mean(axis, (*AXES, *_SHOWN))
            raise RuleError(f"no evidence named {key!r}.{hint}", where=document.where(*place, key))
        if key in AXES and asked[key] not in AXES[key]:
            hint = did_you_mean(str(asked[key]), AXES[key])
            raise RuleError(f"the {key} axis has no outcome {asked[key]!r}.{hint}",
                            where=document.where(*place, key))  # fmt: skip


def _check_claim(
    said: Any, fixtures: Mapping[str, Any], document: Document, place: tuple[str | int, ...]
) -> None:
    if isinstance(said, str) and "_" in said and said not in fixtures and did_you_mean(said, fixtures):
        raise RuleError(f"no fixture {said!r}.{did_you_mean(said, fixtures)}", where=document.where(*place))
    if not isinstance(said, Mapping) or _is_value(said):
        return
    _known(said, (*CLAIM_KEYS, "like"), document, place)
    if "like" in said and said["like"] not in fixtures:
        hint = did_you_mean(str(said["like"]), fixtures)
        raise RuleError(f"no fixture {said['like']!r}.{hint}", where=document.where(*place, "like"))
    if "value" not in said and "like" not in said:
        raise RuleError("a claim needs the key 'value'", where=document.where(*place))


def _is_value(said: Mapping[str, Any]) -> bool:
    """Whether a mapping is a typed value, not a claim."""
    return "kind" in said or set(said) == {"raw"}


def _known(
    data: Mapping[str, Any], known: Iterable[str], document: Document, place: tuple[str | int, ...]
) -> None:
    for key in data:
        if key not in known:
            raise RuleError(f"unknown key {key!r}.{did_you_mean(key, known)}",
                            where=document.where(*place, key))  # fmt: skip


def examples_of(document: Document, rules: Mapping[str, Rule]) -> tuple[Example, ...]:
    """All examples of a file with their claims built.

    Args:
        document: a file whose form was checked.
        rules: the rules that examples may speak of, by id.

    Raises:
        RuleError: when a claim is not of the contract's form, or an example names a rule that is not there.
    """
    found = []
    for index, item in enumerate(document.data.get("rules", [])):
        for number, example in enumerate(item.get("examples", [])):
            place = ("rules", index, "examples", number)
            found.append(_example(example, rules[item["id"]], document, place))
    for number, example in enumerate(document.data.get("examples", [])):
        name = example["rule"]
        if name not in rules:
            raise RuleError(f"no rule named {name!r}.{did_you_mean(name, rules)}",
                            where=document.where("examples", number, "rule"))  # fmt: skip
        found.append(_example(example, rules[name], document, ("examples", number)))
    return tuple(found)


def _example(
    item: Mapping[str, Any], rule: Rule, document: Document, place: tuple[str | int, ...]
) -> Example:
    fixtures = document.data.get("fixtures", {})
    told = [("a",), ("b",), *(("others", index) for index in range(len(item.get("others", []))))]
    said = [item["a"], item["b"], *item.get("others", [])]
    shared = {key: item[key] for key in CLAIM_KEYS if key in item}
    claims = []
    for number, (path, one) in enumerate(zip(told, said, strict=True)):
        try:
            claims.append(claim_of(one, shared, fixtures, rule, chr(ord("a") + number)))
        except (ValidationError, ValueError) as error:
            told_why = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
            raise RuleError(f"no claim: {told_why}", where=document.where(*place, *path)) from error
    return Example(rule.id, item["name"], item["expect"], tuple(claims), item.get("evidence", {}),
                   document.where(*place))  # fmt: skip


def claim_of(
    said: Any, shared: Mapping[str, Any], fixtures: Mapping[str, Any], rule: Rule, outlet: str
) -> Claim:
    """The claim that one side of an example stands for; what it leaves open follows from the others.

    The language is English, the outlet a letter, the event one for all; nothing has a date unless it says so.
    """
    keys = {"outlet": outlet, "language": "en", "event": "example", **shared, **_told(said, fixtures)}
    article = {key: keys.pop(key) for key in _ARTICLE_KEYS if key in keys}
    article["id"] = article.pop("article", article["outlet"])
    keys["attribute"] = keys.get("attribute") or _attribute(rule)
    keys["value"] = _literal(keys["value"])
    sources = keys.pop("sources", ())
    for name in [sources] if isinstance(sources, str) else sources:
        keys.setdefault("attribution", []).append({"source": name})
    return Claim.model_validate({"article": article, **keys})


def _told(said: Any, fixtures: Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(said, str) and said in fixtures:
        return _told(fixtures[said], {})
    if not isinstance(said, Mapping) or _is_value(said):
        return {"value": said}
    like = _told(said["like"], fixtures) if "like" in said else {}
    return {**like, **{key: part for key, part in said.items() if key != "like"}}


def _attribute(rule: Rule) -> str:
    """An attribute that a rule speaks of: that of its first pattern, with a word for a star."""
    named = [pattern for pattern in rule.attributes if pattern.strip("*.")]
    if not named:
        raise ValueError("the rule speaks of every attribute; say which one: attribute: talks.date")
    return named[0].replace("*", "example")


_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")


def _literal(value: Any) -> Any:
    """A scalar, which a rule file keeps as a string, as the number or truth that it was typed as."""
    if isinstance(value, list):
        return [_literal(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value
