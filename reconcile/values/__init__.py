"""Value kinds: one file a kind. Read words as a value, give its canonical form, measure two of them.

A kind's file holds one public object that bears the file's name, a :class:`ValueKind`. Comparators
measure and have no opinion: what a difference *means* is for the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reconcile.model import Anchor, Axis, DateValue, Schema, SetValue, UnreadValue, Value
from reconcile.registry import pick

__all__ = ["Context", "Found", "ValueKind", "compare", "find", "key", "kind_of", "read", "show"]


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to read words: their language and the day that relative words count from."""

    language: str | None = None
    anchor: Anchor | None = None
    prefer: str = "news"
    """Year and week policy for incomplete dates: ``news``, ``past``, ``future`` or ``nearest``."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value found in running text, with its place there (code points, end exclusive)."""

    start: int
    end: int
    value: Any


@dataclass(frozen=True)
class ValueKind:
    """One kind of value.

    Attributes:
        parse: a whole string -> a value, or ``None`` when it cannot be read as one.
        key: the canonical form; two values with one key are the same value.
        compare: two values and the attribute's schema -> the *value* axis of the evidence, from left
            to right. Total: it never raises.
        show: the value in neutral, left-to-right, language-free words, for reports and reasons.
        find: all values of the kind in running text, left to right, not overlapping.
        screen: optional recall-safe preselection: index pairs of the values worth comparing.
    """

    parse: Callable[[str, Context], Any | None]
    key: Callable[[Any], Hashable]
    compare: Callable[[Any, Any, Schema], Axis]
    show: Callable[[Any], str]
    find: Callable[[str, Context], Sequence[Found]] = field(default=lambda text, context: ())
    screen: Callable[[Sequence[Any], Schema], Iterable[tuple[int, int]]] | None = None


def kind_of(name: str) -> ValueKind:
    """The kind by name, with "did you mean" when there is none."""
    kind: ValueKind = pick("values", name, what="value kind")
    return kind


def find(text: str, kind: str, context: Context) -> Sequence[Found]:
    """All values of one kind in running text, left to right, not overlapping."""
    return kind_of(kind).find(text, context)


def read(value: Value, kind: str | None, context: Context) -> Value:
    """A value with its words read: what arrived as a bare string or number, and dates without an anchor.

    ``kind`` is that of the attribute's schema; without one a string is a text and a number a quantity.
    What cannot be read comes back as an :class:`UnreadValue` with its ``reason``.
    """
    match value:
        case UnreadValue(content=content):
            name = kind or ("text" if isinstance(content, str) else "quantity")
            found = kind_of(name).parse(str(content), context)
            if found is None:
                return value.model_copy(update={"reason": f"{str(content)!r} cannot be read as a {name}"})
            return _keep_raw(found, value)
        case DateValue(raw=str(raw)) if not value.resolved and context.anchor:
            found = kind_of("date").parse(raw, context)
            return value if found is None or not found.resolved else _keep_raw(found, value)
        case SetValue(members=members):
            inner = value.of if value.of in _KINDS else kind if kind != "set" else None
            return value.model_copy(update={"members": tuple(read(m, inner, context) for m in members)})
    return value


_KINDS = frozenset({"date", "duration", "quantity", "person", "organisation", "place", "role", "text"})


def _keep_raw(found: Any, value: Value) -> Value:
    kept = {name: getattr(value, name) for name in ("raw", "certainty", "modifier") if getattr(value, name)}
    result: Value = found.model_copy(update=kept)
    return result


def key(value: Value) -> Hashable:
    """The canonical form of a value, tagged with its kind."""
    return (value.kind, kind_of(value.kind).key(value))


def show(value: Value) -> str:
    """The value in neutral words: ISO dates, plain numbers with units, names as printed.

    >>> show(UnreadValue(content="soon"))
    'soon'
    """
    if isinstance(value, UnreadValue):
        return str(value.content)
    return kind_of(value.kind).show(value)


def compare(left: Value, right: Value, schema: Schema) -> Axis:
    """The *value* axis of the evidence between two values of one block."""
    if left.kind != right.kind:
        return Axis("incomparable", f"a {left.kind} and a {right.kind} have no common measure")
    return kind_of(left.kind).compare(left, right, schema)
