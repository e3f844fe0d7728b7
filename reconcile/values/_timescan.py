"""The single mentions of a text: at each place the longest shape that holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reconcile.values._timeclock import CLOCKS
from reconcile.values._timecodes import Scene
from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._timematch import ANY, Build, Hit, beginnings
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


Rows = tuple[tuple[re.Pattern[str], Build], ...]


def _by_beginning() -> dict[str, list[int]]:
    """The shapes that can begin with each pair of codes, by their place in the list."""
    found: dict[str, list[int]] = {}
    for place, (pattern, _) in enumerate(_ROWS):
        for pair in beginnings(pattern.pattern):
            found.setdefault(pair, []).append(place)
    return found


_BEGIN = _by_beginning()


@cache
def _begun(first: str, second: str) -> Rows:
    """The shapes that can begin with two codes, so that no other one is tried there."""
    pairs = {first + second, first + ANY, ANY + second, ANY + ANY}
    return tuple(
        [_ROWS[place] for place in sorted({place for pair in pairs for place in _BEGIN.get(pair, ())})]
    )


Matched = tuple[tuple[re.Match[str], Build], ...]


def _matched(codes: str, at: int) -> Matched:
    """The shapes that match at a place."""
    found = [
        (pattern.match(codes, at), build) for pattern, build in _begun(codes[at], codes[at + 1 : at + 2])
    ]
    return tuple([(match, build) for match, build in found if match is not None])


#: Other words in the same order are the same codes ("5 January 2026", "8 December 2024"): they match once.
_matched_phrase = lru_cache(maxsize=16_384)(_matched)
_PHRASE = 24


def _candidates(scene: Scene, at: int, whole: bool) -> Iterator[Mention]:
    codes = scene.codes
    for match, build in (_matched_phrase if len(codes) <= _PHRASE else _matched)(codes, at):
        made = build(Hit(match, scene, whole))
        if isinstance(made, Fields):
            made = Mention(match.start(), match.end(), made)
        if made is not None:
            yield altered(made, end=made.end - 1) if _full_stop(scene, made) else made


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
