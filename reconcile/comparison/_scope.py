"""The scope axis: whether two readings speak of the same part of the same thing."""

from __future__ import annotations

from typing import Any

from reconcile import edtf
from reconcile.model import Axis, Block, Reading
from reconcile.values import _gazetteer

__all__ = ["scope"]

#: Keys that say who is counted in: they differ also when one side does not mention them.
_INCLUSION = ("includes", "excludes")


def scope(left: Reading, right: Reading, block: Block) -> Axis:
    """``same, narrower`` (left is a part of right)``, wider, overlap, disjoint, inclusion, underspecified``.

    A key that one side leaves out stands for the whole; a missing *identity* key is underspecified.
    """
    keys = sorted({*left.scope, *right.scope})
    seen = {key: _one(left.scope.get(key), right.scope.get(key), key) for key in keys}
    apart = {key: word for key, word in seen.items() if word != "same"}
    words = set(apart.values())
    if left.guest or right.guest:
        return Axis("underspecified", "one side does not say of which thing it speaks", {"keys": keys})
    if block.ambiguous:
        return Axis(
            "underspecified", "neither side says of which of several things it speaks", {"keys": keys}
        )
    if not words:
        return Axis("same", "", {"keys": keys})
    outcome = _together(words)
    told = "; ".join(
        f"{key}: {_say(left.scope.get(key))} against {_say(right.scope.get(key))}" for key in apart
    )
    return Axis(outcome, told, {"keys": sorted(apart), "countable": block.schema.countable})


def _together(words: set[str]) -> str:
    for word in ("disjoint", "inclusion"):
        if word in words:
            return word
    return words.pop() if len(words) == 1 else "overlap"


def _say(value: Any) -> str:
    if value is None:
        return "the whole"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _one(left: Any, right: Any, key: str) -> str:
    if left == right:
        return "same"
    if key in _INCLUSION:
        return "inclusion"
    if left is None or right is None:
        return "narrower" if right is None else "wider"
    return _sets(left, right) or _places(left, right) or _times(left, right) or "disjoint"


def _sets(left: Any, right: Any) -> str | None:
    if not (isinstance(left, tuple) or isinstance(right, tuple)):
        return None
    first, second = ({*side} if isinstance(side, tuple) else {side} for side in (left, right))
    if first < second:
        return "narrower"
    if first > second:
        return "wider"
    return "overlap" if first & second else "disjoint"


def _places(left: Any, right: Any) -> str | None:
    first, second = (_gazetteer.lookup(side) if isinstance(side, str) else None for side in (left, right))
    if first is None or second is None:
        return None
    if first.country == second.code:
        return "narrower"
    return "wider" if second.country == first.code else "disjoint"


def _times(left: Any, right: Any) -> str | None:
    try:
        first, second = edtf.read(str(left)), edtf.read(str(right))
    except ValueError:
        return None
    if None in (first["start"], first["end"], second["start"], second["end"]):
        return "overlap"
    if first["start"] >= second["start"] and first["end"] <= second["end"]:
        return "narrower"
    if second["start"] >= first["start"] and second["end"] <= first["end"]:
        return "wider"
    return "overlap" if first["start"] < second["end"] and second["start"] < first["end"] else "disjoint"
