"""The single mentions of a text: at each place the longest shape that holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.values._timeclock import CLOCKS
from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention
from reconcile.values._timematch import Build, Hit, first_codes
from reconcile.values._timeothers import OTHERS
from reconcile.values._timerelative import RELATIVE
from reconcile.values._timeshapes import SHAPES

__all__ = ["mentions"]

_ROWS: tuple[tuple[re.Pattern[str], Build], ...] = (
    *SHAPES.rows, *RELATIVE.rows, *CLOCKS.rows, *OTHERS.rows,
)  # fmt: skip
#: Codes at which no date begins: unknown words, most punctuation, and words that only lead to one.
_NO_START = frozenset("+;!:)(/,.-&OluV|78z=6")
_STARTS = re.compile(f"[^x{re.escape(''.join(_NO_START))}]|x(?=[Oirt-]{{0,2}}q?[3H])")


def _by_first_code() -> dict[str, tuple[tuple[re.Pattern[str], Build], ...]]:
    """The shapes that can begin with each code, so that no other one is tried there."""
    firsts = [first_codes(pattern.pattern) for pattern, _ in _ROWS]
    return {
        code: tuple(row for row, first in zip(_ROWS, firsts, strict=True) if first is None or code in first)
        for code in map(chr, range(33, 127))
    }


_AT = _by_first_code()


def _candidates(scene: Scene, at: int, whole: bool) -> Iterator[Mention]:
    codes = scene.codes
    for pattern, build in _AT[codes[at]]:
        match = pattern.match(codes, at)
        if match is None:
            continue
        made = build(Hit(match, scene, whole))
        if isinstance(made, Fields):
            made = Mention(match.start(), match.end(), made)
        if made is not None:
            yield replace(made, end=made.end - 1) if _full_stop(scene, made) else made


def _full_stop(scene: Scene, made: Mention) -> bool:
    """Whether a mention ends with a full stop that is not the last one of "p.m."."""
    ends = scene.codes[made.end - 1] == "."
    return ends and "." not in (scene.items[made.end - 2].text if scene.codes[made.end - 2] == "p" else "")


def _length(mention: Mention) -> tuple[int, bool]:
    return mention.end, not mention.bare


def _best(scene: Scene, at: int, whole: bool) -> Mention | None:
    """The longest mention at a place; one that only begins with an article gives way to a longer one behind."""
    best = max(_candidates(scene, at, whole), key=_length, default=None)
    if scene.codes[at] in "trf" and at + 1 < len(scene.codes):
        behind = max(_candidates(scene, at + 1, whole), key=_length, default=None)
        if best is None or (behind is not None and behind.end > best.end):
            return behind
    return best


def mentions(scene: Scene, whole: bool = False) -> list[Mention]:
    """The single mentions of a text from left to right."""
    found: list[Mention] = []
    at, codes = 0, scene.codes
    while (start := _STARTS.search(codes, at)) is not None:
        at = start.start()
        best = _best(scene, at, whole)
        if best is None:
            at += 1
            continue
        found.append(best)
        at = best.end
    return found
