"""Lists: what two of them share, and whether one that says it is complete leaves a told member out."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from reconcile.model import Axis, PersonValue, Schema, SetValue, Value
from reconcile.values import Context, ValueKind, compare, key, kind_of
from reconcile.values._roles import parse_role

__all__ = ["set"]

#: Outcomes in which two members agree, the closest first.
_AGREE = ("same", "equivalent", "narrower", "wider")
_APART = frozenset({"exclusive", "incomparable"})


def _key(value: SetValue) -> Hashable:
    return (frozenset(key(member) for member in value.members), value.closed is True)


@dataclass(frozen=True, slots=True)
class _Facing:
    """Two lists member by member: pairs that agree, best first, and what is left on either side."""

    members: tuple[tuple[Value, ...], tuple[Value, ...]]
    common: tuple[tuple[Value, Value], ...]
    only_left: tuple[Value, ...]
    only_right: tuple[Value, ...]
    sure_left: bool
    """Whether all that is only left is surely no member of the right."""
    sure_right: bool

    @property
    def details(self) -> dict[str, object]:
        """The lists in words: who is common, only left or only right, which offices fit nobody, who leads either list."""
        left, right = ([_show_one(m) for m in members] for members in (self.only_left, self.only_right))
        common = [[_show_one(a), _show_one(b)] for a, b in self.common]
        offices = [_show_one(m) for m in (*self.only_left, *self.only_right) if _is_office(m)]
        found: dict[str, object] = {"common": common, "only_left": left, "only_right": right}
        led_by = [[_show_one(m) for m in members if _leads(m)] for members in self.members]
        found |= {"unmatched_roles": offices} if offices else {}
        return found | ({"led_by": led_by} if any(led_by) else {})


def _face(left: SetValue, right: SetValue, schema: Schema) -> _Facing:
    """Every member with the one that it agrees with best; one of the other side may be met by several."""
    outcomes = [[compare(a, b, schema).outcome for b in right.members] for a in left.members]
    cells = [
        (_AGREE.index(outcome), i, j)
        for i, row in enumerate(outcomes)
        for j, outcome in enumerate(row)
        if outcome in _AGREE
    ]
    met: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for _, i, j in sorted(cells, key=lambda cell: (cell[1] in met[0], cell)):
        if i not in met[0] or j not in met[1]:
            met[0].setdefault(i, j)
            met[1].setdefault(j, i)
    pairs = sorted({*met[0].items(), *((i, j) for j, i in met[1].items())})
    only = [i for i in range(len(left.members)) if i not in met[0]]
    others = [j for j in range(len(right.members)) if j not in met[1]]
    return _Facing(
        members=(left.members, right.members),
        common=tuple((left.members[i], right.members[j]) for i, j in pairs),
        only_left=tuple(left.members[i] for i in only),
        only_right=tuple(right.members[j] for j in others),
        sure_left=all({*outcomes[i]} <= _APART for i in only),
        sure_right=all({row[j] for row in outcomes} <= _APART for j in others),
    )


def _is_office(member: Value) -> bool:
    return bool(getattr(member, "roles", ())) and not getattr(member, "name", None)


def _leads(member: Value) -> bool:
    """Whether a member's offices say that he or she heads the list's delegation."""
    offices = member.roles if isinstance(member, PersonValue) else ()
    return any((role := parse_role(office)) and role.title == "delegation_head" for office in offices)


def _show_one(member: Value) -> str:
    return kind_of(member.kind).show(member)


def _names(members: Sequence[Value]) -> str:
    return ", ".join(map(_show_one, members))


def _left_out(value: SetValue, extra: Sequence[Value], sure: bool, facing: _Facing) -> Axis | None:
    if value.closed is not True or not extra:
        return None
    if sure:
        return Axis("exclusive", f"a complete list leaves out {_names(extra)}", facing.details)
    return Axis("unlike", f"a complete list may not hold {_names(extra)}", facing.details)


def _compare(left: SetValue, right: SetValue, schema: Schema) -> Axis:
    if _key(left) == _key(right):
        return Axis("same", "the same members")
    facing = _face(left, right, schema)
    closed = _left_out(left, facing.only_right, facing.sure_right, facing) or _left_out(
        right, facing.only_left, facing.sure_left, facing
    )
    if closed is not None:
        return closed
    if not facing.only_left and not facing.only_right:
        return Axis("equivalent", "the same members", facing.details)
    return _share(facing, schema) if facing.common else _nothing_shared(facing, schema)


def _nothing_shared(facing: _Facing, schema: Schema) -> Axis:
    sure = facing.sure_left and facing.sure_right
    if schema.cardinality in ("one", "few") and sure:
        names = f"{_names(facing.only_left)} against {_names(facing.only_right)}"
        return Axis("exclusive", f"no member in common: {names}", facing.details)
    return Axis("unlike", "no member in common, and neither list says that it is complete", facing.details)


def _share(facing: _Facing, schema: Schema) -> Axis:
    sides = (("the first", facing.only_left), ("the second", facing.only_right))
    extra = "; ".join(f"only {side} names {_names(members)}" for side, members in sides if members)
    if schema.cardinality == "few" or (facing.only_left and facing.only_right):
        return Axis("overlap", f"some members in common; {extra}", facing.details)
    return Axis("superset" if facing.only_left else "subset", extra, facing.details)


def _show(value: SetValue) -> str:
    if not value.members:
        return "none" if value.closed else "an empty list"
    names = _names(value.members)
    return f"only {names}" if value.closed else names


def _parse(text: str, context: Context) -> SetValue | None:
    return None  # a list arrives as a list; prose is taken apart by an extractor


set = ValueKind(parse=_parse, key=_key, compare=_compare, show=_show)
