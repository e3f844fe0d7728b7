"""Engines move blocks, nothing else: what happens inside a block is the same everywhere.

An engine is a function ``(blocks, solve) -> solved``, one file each, picked by name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reconcile.model import Block, Solved
from reconcile.registry import chosen

__all__ = ["Engine", "run"]

Engine = Callable[[Sequence[Block], Callable[[Block], Solved]], Sequence[Solved]]


def run(
    blocks: Sequence[Block], solve: Callable[[Block], Solved], engine: str | Engine = "local"
) -> tuple[Solved, ...]:
    """Solve every block with an engine, by name or as a function; the order of the blocks is kept."""
    move: Engine = chosen("engines", engine, what="engine")
    return tuple(move(blocks, solve))
