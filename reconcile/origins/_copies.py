"""Outlets that copy each other, learnt from a long record: they agree on next to everything that both tell.

Agreement shows copying only where there is much of it: honest outlets agree as well, and five articles prove
nothing. Below a hundred shared items, or ninety-nine in a hundred of them, nobody is grouped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

__all__ = ["AGREEMENT", "SHARED", "copies"]

AGREEMENT = 0.99
SHARED = 100

_Ints = NDArray[np.int64]


def copies(rows: Iterable[Sequence[Hashable]]) -> dict[str, str]:
    """The group of every source that copies or is copied, called by its first member.

    Args:
        rows: object, attribute, source and value (more is ignored).

    >>> told = [(n, "gate", source, n % 7) for n in range(100) for source in ("a", "b")]
    >>> copies(told), copies(told[:-1])
    ({'a': 'a', 'b': 'a'}, {})
    """
    item, answer, source, names = _columns(rows)
    groups = _Groups(len(names))
    frequent = np.flatnonzero(np.bincount(source, minlength=len(names)) >= SHARED)
    keep = np.isin(source, frequent)
    item, answer, source = item[keep], answer[keep], source[keep]
    held = np.full(int(item.max()) + 1 if len(item) else 0, -1, np.int64)
    for one in frequent.tolist():
        mine = source == one
        held[item[mine]] = answer[mine]
        other = held[item]
        shared = np.bincount(source[other >= 0], minlength=len(names))
        same = np.bincount(source[other == answer], minlength=len(names))
        for two in np.flatnonzero((shared >= SHARED) & (same >= AGREEMENT * shared)).tolist():
            groups.join(one, two)
        held[item[mine]] = -1
    return groups.named(names)


def _columns(rows: Iterable[Sequence[Hashable]]) -> tuple[_Ints, _Ints, _Ints, list[str]]:
    """One answer a source and item (the last one told), as numbers."""
    listed = list(rows)
    told = dict(zip(map(itemgetter(0, 1, 2), listed), map(itemgetter(3), listed), strict=True))
    places, values = list(map(itemgetter(0, 1), told)), list(map(_hashable, told.values()))
    spoken = [str(name) for _, _, name in told]
    names = sorted(set(spoken))
    item, answer, source = (_ranked(column, given) for column, given in (
        (places, set(places)), (values, set(values)), (spoken, names)))  # fmt: skip
    return item, answer, source, names


def _ranked(column: Sequence[Hashable], distinct: Iterable[Hashable]) -> _Ints:
    rank = {entry: at for at, entry in enumerate(distinct)}
    return np.fromiter(map(rank.__getitem__, column), np.int64, len(column))


def _hashable(value: object) -> Hashable:
    try:
        hash(value)
    except TypeError:
        return repr(value)
    return value


class _Groups:
    """Disjoint groups of numbers, each called by its smallest one."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def _top(self, at: int) -> int:
        while self._up[at] != at:
            at = self._up[at]
        return at

    def join(self, one: int, two: int) -> None:
        low, high = sorted((self._top(one), self._top(two)))
        self._up[high] = low

    def named(self, names: Sequence[str]) -> dict[str, str]:
        tops = [self._top(at) for at in range(len(names))]
        size = Counter(tops)
        return {name: names[top] for name, top in zip(names, tops, strict=True) if size[top] > 1}
