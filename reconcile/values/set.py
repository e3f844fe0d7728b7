"""Lists: what two of them share, and whether one that says it is complete leaves a told member out."""

from __future__ import annotations

from collections.abc import Hashable

from reconcile.model import Axis, Schema, SetValue, Value
from reconcile.values import Context, ValueKind, compare, key, kind_of

__all__ = ["set"]

_AGREE = frozenset({"same", "equivalent", "narrower", "wider"})
_APART = frozenset({"exclusive", "incomparable"})


def _key(value: SetValue) -> Hashable:
    return (frozenset(key(member) for member in value.members), value.closed is True)


def _missing(
    members: tuple[Value, ...], others: tuple[Value, ...], schema: Schema
) -> tuple[list[Value], bool]:
    """Members that agree with none of ``others``, and whether that is sure for every one of them."""
    missing, sure = [], True
    for member in members:
        outcomes = {compare(member, other, schema).outcome for other in others}
        if not outcomes & _AGREE:
            missing.append(member)
            sure = sure and outcomes <= _APART
    return missing, sure


def _names(members: list[Value]) -> str:
    return ", ".join(kind_of(member.kind).show(member) for member in members)


def _left_out(value: SetValue, extra: list[Value], sure: bool) -> Axis | None:
    if value.closed is not True or not extra:
        return None
    if sure:
        return Axis("exclusive", f"a complete list leaves out {_names(extra)}", {"left_out": len(extra)})
    return Axis("unlike", f"a complete list may not hold {_names(extra)}")


def _compare(left: SetValue, right: SetValue, schema: Schema) -> Axis:
    if _key(left) == _key(right):
        return Axis("same", "the same members")
    only_left, sure_left = _missing(left.members, right.members, schema)
    only_right, sure_right = _missing(right.members, left.members, schema)
    closed = _left_out(left, only_right, sure_right) or _left_out(right, only_left, sure_left)
    if closed is not None:
        return closed
    if not only_left and not only_right:
        return Axis("equivalent", "the same members")
    shared = len(only_left) < len(left.members) or len(only_right) < len(right.members)
    return _share(only_left, only_right, shared, schema, sure_left and sure_right)


def _share(only_left: list[Value], only_right: list[Value], shared: bool, schema: Schema, sure: bool) -> Axis:
    details = {"only_left": len(only_left), "only_right": len(only_right)}
    if not shared:
        if schema.cardinality in ("one", "few") and sure:
            return Axis(
                "exclusive", f"no member in common: {_names(only_left)} against {_names(only_right)}", details
            )
        return Axis("unlike", "no member in common, and neither list says that it is complete", details)
    extra = "; ".join(
        f"only {side} names {_names(members)}"
        for side, members in (("the first", only_left), ("the second", only_right))
        if members
    )
    if schema.cardinality == "few" or (only_left and only_right):
        return Axis("overlap", f"some members in common; {extra}", details)
    return Axis("superset" if only_left else "subset", extra, details)


def _show(value: SetValue) -> str:
    if not value.members:
        return "none" if value.closed else "an empty list"
    names = _names(list(value.members))
    return f"only {names}" if value.closed else names


def _parse(text: str, context: Context) -> SetValue | None:
    return None  # a list arrives as a list; prose is taken apart by an extractor


set = ValueKind(parse=_parse, key=_key, compare=_compare, show=_show)
