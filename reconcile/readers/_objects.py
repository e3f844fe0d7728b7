"""Plain objects become articles and claims, or one sentence that says which key is wrong and why.

pydantic checks the values; what it cannot say well is said here first: keys that nobody knows, a value
whose kind is misspelt, a null that only means "missing".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reconcile import edtf
from reconcile.errors import ClaimError, did_you_mean
from reconcile.model import (
    Article,
    BooleanValue,
    Claim,
    DateValue,
    DurationValue,
    OrganisationValue,
    PersonValue,
    PlaceValue,
    QuantityValue,
    RoleValue,
    SetValue,
    Source,
    Span,
    TextValue,
    UnreadValue,
)

__all__ = ["article_of", "claim_of", "clean", "is_claim"]

_KINDS: Mapping[str, type[BaseModel]] = {
    "date": DateValue, "duration": DurationValue, "quantity": QuantityValue, "person": PersonValue,
    "organisation": OrganisationValue, "place": PlaceValue, "role": RoleValue, "boolean": BooleanValue,
    "text": TextValue, "set": SetValue, "unread": UnreadValue,
}  # fmt: skip
_Model = TypeVar("_Model", bound=BaseModel)
_WRONG = {
    "int": "no number", "float": "no number", "finite": "no number", "string": "no text",
    "bool": "neither true nor false", "model": "no object with keys", "dict": "no object with keys",
    "datetime": "no time (2026-01-06T22:30)", "tuple": "no list", "list": "no list",
}  # fmt: skip
_SHORTHAND = ("quote", "start", "end", "zone")
_CLAIM_KEYS = (*Claim.model_fields, *_SHORTHAND)
_HALVES = re.compile("[\ud800-\udfff]")
_ARTICLE_TIMES = ("published", "modified", "fetched")
_CLAIM_ONLY = frozenset(
    {"attribute", "value", "article", "qualifiers", "attribution", "certainty", "polarity"}
)


@dataclass(frozen=True, slots=True)
class _Fault:
    field: str
    reason: str


def is_claim(data: Mapping[str, Any]) -> bool:
    """Whether an object is meant as a claim: by ``attribute``, else by keys that only claims have.

    >>> is_claim({"id": "a", "text": "…"}), is_claim({"atribute": "x", "value": 3})
    (False, True)
    """
    return "attribute" in data or ("text" not in data and not _CLAIM_ONLY.isdisjoint(data))


def clean(data: Any) -> Any:
    """Nulls and not-a-numbers left out of objects (they mean "missing"), foreign numbers made plain.

    >>> clean({"a": None, "b": float("nan"), "c": [{"d": None}], "meta": {"x": None}})
    {'c': [{}], 'meta': {'x': None}}
    """
    if isinstance(data, Mapping):
        return {
            key: item if key == "meta" else clean(item) for key, item in data.items() if not _missing(item)
        }
    if isinstance(data, list | tuple):
        return [clean(item) for item in data]
    if hasattr(data, "item") and not isinstance(data, str | bytes):
        return data.item()
    return data


def _missing(item: Any) -> bool:
    if item is None or (isinstance(item, float) and math.isnan(item)):
        return True
    return type(item).__name__ in ("NaTType", "NAType")


def article_of(data: Any, stem: str | None = None) -> Article:
    """An article object as an :class:`Article`.

    Raises:
        ClaimError: with one sentence on all that is wrong; ``where`` is the first key that is.
    """
    data = {"id": stem, **data} if stem and not data.get("id") else dict(data)
    for key in _ARTICLE_TIMES:
        if data.get(key) == "":
            del data[key]
    faults = [*_unknown(data, tuple(Article.model_fields), "")]
    faults += [
        _Fault(key, f"{data[key]!r} is no time; write it as text, 2026-01-06 or 2026-01-06T22:30")
        for key in _ARTICLE_TIMES
        if isinstance(data.get(key), int | float)
    ]
    faults += [_Fault(key, "half a surrogate pair stands in the text") for key, text in data.items()
               if isinstance(text, str) and _HALVES.search(text)]  # fmt: skip
    if isinstance(published := data.get("published"), str):
        faults += _no_time("published", published)
    if isinstance(data.get("id"), int) and not isinstance(data["id"], bool):
        data["id"] = str(data["id"])
    if data.get("id") == "":
        faults.append(_Fault("id", "an article needs an id"))
    return _validated(Article, data, faults)


def _no_time(field: str, text: str) -> Iterator[_Fault]:
    try:
        if edtf.read(text)["start"] is None:
            yield _Fault(field, f"{text!r} has no start")
    except ValueError as error:
        yield _Fault(field, _named(str(error), {"value": text}))


def claim_of(data: Mapping[str, Any]) -> Claim:
    """A claim object as a :class:`Claim`; its article may be an id or an object.

    Raises:
        ClaimError: with one sentence on all that is wrong; ``where`` is the first key that is.

    >>> claim_of({"article": "a", "attribute": "x.date", "value": {"kind": "dat", "value": "2026"}})
    Traceback (most recent call last):
    reconcile.errors.ClaimError: value.kind: no value kind named 'dat'. Did you mean 'date'?
    """
    data = dict(data)
    if isinstance(data.get("article"), Mapping):
        data["article"] = _inner_article(data["article"])
    faults = [*_unknown(data, _CLAIM_KEYS, "")]
    if "value" in data:
        faults += _value_faults(data["value"], "value")
    for place, source in enumerate(_listed(data.get("attribution"))):
        if isinstance(source, Mapping):
            faults += _unknown(source, tuple(Source.model_fields), f"attribution[{place}].")
    for place, span in enumerate(_listed(data.get("spans"))):
        if isinstance(span, Mapping):
            faults += _unknown(span, tuple(Span.model_fields), f"spans[{place}].")
    return _validated(Claim, _with_span(data), faults)


def _inner_article(data: Mapping[str, Any]) -> Article:
    try:
        return article_of(data)
    except ClaimError as error:
        raise ClaimError(error.message, where=f"article.{error.where}") from None


def _with_span(data: dict[str, Any]) -> dict[str, Any]:
    """A zone without a quote still says where the words stood: it gets a span of its own."""
    if data.get("quote") or data.get("spans") or not data.get("zone"):
        return data
    value = data.get("value")
    raw = value.get("raw") if isinstance(value, Mapping) else value if isinstance(value, str) else None
    span = {key: data.pop(key) for key in _SHORTHAND if key in data}
    return {**data, "spans": [{**span, "quote": raw or ""}]}


def _listed(data: Any) -> list[Any]:
    return list(data) if isinstance(data, list | tuple) else []


def _unknown(data: Mapping[str, Any], known: tuple[str, ...], before: str) -> Iterator[_Fault]:
    for key in data:
        if key not in known:
            yield _Fault(f"{before}{key}", f"unknown key {key!r}.{did_you_mean(str(key), known)}".rstrip("."))


def _value_faults(value: Any, where: str) -> Iterator[_Fault]:
    """Faults of a value, branch by branch: its kind first, then the keys of that kind."""
    if isinstance(value, list | tuple):
        for place, member in enumerate(value):
            yield from _value_faults(member, f"{where}[{place}]")
    if not isinstance(value, Mapping):
        return
    kind = value.get("kind")
    if kind is None:
        yield from _kindless(value, where)
    elif not isinstance(kind, str) or kind not in _KINDS:
        yield _Fault(f"{where}.kind", _no_kind(kind))
    else:
        yield from _unknown(value, tuple(_KINDS[kind].model_fields), f"{where}.")
        if kind == "date" and not (value.get("value") or value.get("raw") or value.get("start")):
            yield _Fault(f"{where}.value", "a date needs a value (2026-01-05) or the words (raw)")
        for key in ("members", "alternatives"):
            yield from _value_faults(value.get(key), f"{where}.{key}")


def _kindless(value: Mapping[str, Any], where: str) -> Iterator[_Fault]:
    if not value.get("raw"):
        yield _Fault(f"{where}.kind", f"a value object needs a kind: {', '.join(sorted(_KINDS)[:-1])}")
    elif len(value) > 1:
        yield _Fault(f"{where}.kind", "a value with more than its raw words needs a kind")


def _no_kind(kind: Any) -> str:
    known = [name for name in _KINDS if name != "unread"]
    hint = did_you_mean(str(kind), known)
    return f"no value kind named {kind!r}.{hint or ' Known: ' + ', '.join(known) + '.'}"


def _validated(model: type[_Model], data: dict[str, Any], faults: list[_Fault]) -> _Model:
    found: _Model | None = None
    try:
        found = model.model_validate(data)
    except ValidationError as error:
        for item in error.errors():
            fault = _fault(item)
            if item["type"] != "extra_forbidden" and not _told(fault, faults):
                faults.append(fault)
    except (ValueError, TypeError, OverflowError) as error:
        faults.append(_Fault("", str(error)[:200]))
    if faults or found is None:
        first, *others = faults or [_Fault("", "not of the form that the contract asks for")]
        more = "".join(f"; {fault.field}: {fault.reason}" for fault in others)
        raise ClaimError(first.reason + more, where=first.field or None)
    return found


def _told(fault: _Fault, faults: list[_Fault]) -> bool:
    """Whether an earlier fault says as much: of this key, of one inside it, or of its misspelling."""
    meant = f"Did you mean {fault.field!r}"
    return any(known.field.startswith(fault.field) or meant in known.reason for known in faults)


def _fault(item: Any) -> _Fault:
    path = _path(item["loc"])
    field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
    given = item.get("input")
    match item["type"]:
        case _ if path and path[0] in ("qualifiers", "scope"):
            return _Fault(field, f"{_short(given)} is no word, number or list of words")
        case "missing":
            return _Fault(field, f"missing key {path[-1]!r}")
        case "string_pattern_mismatch":
            return _Fault(field, f"{_short(given)} is no attribute name (words joined by dots: talks.date)")
        case "enum" | "literal_error":
            known = item["ctx"]["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            hint = did_you_mean(str(given), known) or f" Known: {', '.join(known)}."
            return _Fault(field, f"{_short(given)} is not one of the known words.{hint}")
        case "value_error":
            return _Fault(field, _named(str(item["ctx"]["error"])[:200], given))
    words = _WRONG.get(item["type"].split("_")[0])
    sentence = f"{_short(given)} is {words}" if words else item["msg"][:1].lower() + item["msg"][1:]
    return _Fault(field, sentence)


def _named(reason: str, given: Any) -> str:
    """The reason with the value it speaks of, where it does not show it itself."""
    value = given.get("value") if isinstance(given, Mapping) else None
    return reason if value is None or str(value) in reason else f"{_short(value)}: {reason}"


def _path(location: tuple[str | int, ...]) -> list[str | int]:
    """Where a fault lies, without the kind that pydantic puts in after a value; of a qualifier only its key."""
    path = [
        part
        for before, part in zip((None, *location), location, strict=False)
        if not (part in _KINDS and (before == "value" or isinstance(before, int)))
    ]
    if path and path[0] in ("qualifiers", "scope"):
        return path[:2]
    return path[:-1] if path and path[-1] in ("int", "float", "str") else path


def _short(given: Any) -> str:
    text = repr(given) if isinstance(given, str | int | float | date | datetime) else type(given).__name__
    return text if len(text) <= 60 else f"{text[:57]}…"
