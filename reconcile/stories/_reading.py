"""The value of a claim, read by the kind of its attribute, in its language, from its anchor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reconcile import edtf
from reconcile.languages import detect
from reconcile.model import (
    Anchor,
    Article,
    Claim,
    DateValue,
    Schema,
    SetValue,
    UnreadValue,
    Value,
)
from reconcile.values import Context, compare, find, kind_of, read, show
from reconcile.values._schemas import canonical, schema_for

__all__ = ["Reader", "language_of", "publication", "relative", "statement", "unread"]

_CHECKED = frozenset({"date", "duration", "quantity"})


def publication(article: Article) -> Anchor | None:
    """The day that the words of a dated article count from."""
    if article.published is None or article.published_precision not in ("minute", "day"):
        return None
    return Anchor(day=article.published)


def statement(claim: Claim) -> Anchor | None:
    """The day that quoted words count from, where the claim says when they were said."""
    told = [source.said_at for source in claim.attribution if source.said_at]
    if not told:
        return None
    try:
        start = edtf.read(told[-1])["start"]
    except ValueError:
        return None
    return Anchor(day=start, kind="statement") if isinstance(start, datetime) else None


def language_of(claim: Claim) -> str | None:
    """The language of the words that a claim was made of."""
    if claim.language or claim.article.language:
        return claim.language or claim.article.language
    words = claim.quote or claim.value.raw or ""
    return detect(words)


def relative(value: Value) -> bool:
    """Whether some date in the value still needs an anchor."""
    if isinstance(value, SetValue):
        return any(relative(member) for member in value.members)
    return isinstance(value, DateValue) and not value.resolved


_APART = frozenset({"exclusive", "near"})
"""A day beside the day that is printed is a slip too."""


def unread(value: Value) -> str | None:
    """Why a value, or a member of it, could not be read."""
    parts = value.members if isinstance(value, SetValue) else (value,)
    reasons = [part.reason or "not read" for part in parts if isinstance(part, UnreadValue)]
    return "; ".join(reasons) or None


def _pointed(value: Value, context: Context) -> Value:
    """A date whose words hold one day among others ("and by yesterday, Monday,"): that day."""
    if context.anchor is None or not isinstance(value, DateValue) or value.resolved or not value.raw:
        return value
    found = [item.value for item in find(value.raw, "date", context)]
    if len(found) != 1 or not found[0].resolved:
        return value
    kept: Value = found[0].model_copy(update={"raw": value.raw, "certainty": value.certainty})
    return kept


def _alike(value: Value, said: Value) -> bool:
    """Whether both are bounds, or neither: the words of a bound may stand outside ``raw``."""
    return value.modifier == said.modifier and getattr(value, "extent", None) == getattr(said, "extent", None)


@dataclass
class Reader:
    """Reads values; equal words in equal circumstances are read once."""

    schemas: Sequence[Schema]
    _known: dict[tuple[str, str], Schema] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _read: dict[object, Value] = field(default_factory=dict)

    def schema(self, attribute: str, kind: str = "unread") -> Schema:
        """The schema of an attribute whose values are of ``kind``."""
        if (attribute, kind) not in self._known:
            self._known[attribute, kind] = schema_for(attribute, self.schemas, kind)
        return self._known[attribute, kind]

    def name(self, attribute: str) -> str:
        """The attribute under the name that its schema gives it."""
        if attribute not in self._names:
            self._names[attribute] = canonical(attribute, self.schemas)[0]
        return self._names[attribute]

    def read(self, claim: Claim, anchor: Anchor | None) -> Value:
        """The claim's value with its words read; what cannot be read keeps the reason."""
        value = claim.value
        if not isinstance(value, UnreadValue | SetValue) and not relative(value):
            return value
        kind = self.schema(claim.attribute, value.kind).kind
        context = Context(language=language_of(claim), anchor=statement(claim) or anchor)
        key = (value.model_dump_json(), kind, context.language, context.anchor and context.anchor.day)
        if key not in self._read:
            self._read[key] = _pointed(read(value, kind, context), context)
        return self._read[key]

    def disagreement(self, claim: Claim, anchor: Anchor | None) -> str | None:
        """What is wrong when the printed words and the typed value of a claim exclude each other."""
        value = claim.value
        if value.kind not in _CHECKED or not value.raw or claim.extractor or relative(value):
            return None
        context = Context(language=language_of(claim), anchor=statement(claim) or anchor)
        said = kind_of(value.kind).parse(value.raw, context)
        if said is None or relative(said) or not _alike(value, said):
            return None
        if compare(value, said, self.schema(claim.attribute, value.kind)).outcome not in _APART:
            return None
        words = value.raw if len(value.raw) <= 60 else f"{value.raw[:57]}…"
        return f"the words “{words}” say {show(said)}, the value given is {show(value)}; the value is used"
