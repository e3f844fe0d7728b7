"""The single mentions of a text: at each place the longest shape that holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.values._timeclock import CLOCKS
from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention
from reconcile.values._timematch import Build, Hit
from reconcile.values._timerelative import RELATIVE
from reconcile.values._timeshapes import SHAPES

__all__ = ["mentions"]

_ROWS: tuple[tuple[re.Pattern[str], Build], ...] = (*SHAPES.rows, *RELATIVE.rows, *CLOCKS.rows)


def _candidates(scene: Scene, at: int, whole: bool) -> Iterator[Mention]:
    codes = scene.codes
    for pattern, build in _ROWS:
        match = pattern.match(codes, at)
        if match is None:
            continue
        made = build(Hit(match, scene, whole))
        if isinstance(made, Fields):
            made = Mention(match.start(), match.end(), made)
        if made is not None:
            yield replace(made, end=made.end - 1) if codes[made.end - 1] == "." else made


_STARTS = re.compile("[NnFoYZ#v2w01MmDdRTLXCcjkqyUWsPQIJEBaHh4@<e5AgG~^]")


def _length(mention: Mention) -> tuple[int, bool]:
    return mention.end, not mention.bare


def mentions(scene: Scene, whole: bool = False) -> list[Mention]:
    """The single mentions of a text from left to right."""
    found: list[Mention] = []
    at, codes = 0, scene.codes
    while (start := _STARTS.search(codes, at)) is not None:
        at = start.start()
        best = max(_candidates(scene, at, whole), key=_length, default=None)
        if best is None:
            at += 1
            continue
        found.append(best)
        at = best.end
    return found
