"""One process, one block after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.model import Block, Solved

__all__ = ["local"]


def local(blocks: Sequence[Block], solve: Callable[[Block], Solved]) -> Sequence[Solved]:
    """Solve the blocks in this process, in order."""
    return [solve(block) for block in blocks]
