"""Connected components with vetoes: a union-find that never joins what was forbidden to meet."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Components"]


class Components:
    """Disjoint groups of names.

    >>> groups = Components("abc")
    >>> groups.forbid("a", "c")
    >>> groups.join("a", "b"), groups.join("b", "c")
    (True, False)
    >>> groups.groups()
    {'a': 'a', 'b': 'a', 'c': 'c'}
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._parent = {name: name for name in names}
        self._enemies: dict[str, set[str]] = {name: set() for name in self._parent}

    def _root(self, name: str) -> str:
        while self._parent[name] != name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def forbid(self, left: str, right: str) -> None:
        """Keep two names apart for good; to be called before the joins."""
        self._enemies[left].add(right)
        self._enemies[right].add(left)

    def join(self, left: str, right: str) -> bool:
        """Join the groups of two names, unless a member of one is forbidden to meet one of the other."""
        first, second = sorted((self._root(left), self._root(right)))
        if first == second:
            return True
        if any(self._root(enemy) == second for enemy in self._enemies[first]):
            return False
        self._parent[second] = first
        self._enemies[first] |= self._enemies[second]
        return True

    def groups(self) -> dict[str, str]:
        """The first name of its group for every name."""
        return {name: self._root(name) for name in self._parent}
