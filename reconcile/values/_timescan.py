"""The single mentions of a text: at each place the longest shape that holds."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reconcile.values._timeclock import CLOCKS
from reconcile.values._timecodes import Scene
from reconcile.values._timedigits import DIGITS
from reconcile.values._timefields import Fields, Mention, altered
from reconcile.values._timematch import ANY, Build, Hit, beginnings
from reconcile.values._timeothers import OTHERS
from reconcile.values._timeparts import PARTS_OF_YEARS
from reconcile.values._timerelative import RELATIVE
from reconcile.values._timeshapes import SHAPES

__all__ = ["mentions"]

_ROWS: tuple[tuple[re.Pattern[str], Build], ...] = (
    *SHAPES.rows, *PARTS_OF_YEARS.rows, *DIGITS.rows, *RELATIVE.rows, *CLOCKS.rows, *OTHERS.rows,
)  # fmt: skip
#: Codes at which no date begins: unknown words, most punctuation, and words that only lead to one.
_NO_START = frozenset(";!:)(/,.-&OluV|78z=69%_")
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
    """The shapes that match at a place, the longest first."""
    found = [
        (pattern.match(codes, at), build) for pattern, build in _begun(codes[at], codes[at + 1 : at + 2])
    ]
    held = [(match, build) for match, build in found if match is not None]
    if len(held) > 1:
        held.sort(key=_end, reverse=True)
    return tuple(held)


def _end(row: tuple[re.Match[str], Build]) -> int:
    return row[0].end()


#: Other words in the same order are the same codes ("5 January 2026", "8 December 2024"): they match once.
_matched_phrase = lru_cache(maxsize=16_384)(_matched)
_PHRASE = 24


def _longest(scene: Scene, at: int, whole: bool) -> Mention | None:
    """The longest mention at a place; of two, one that counts by itself. Shorter shapes are not even built."""
    codes, best = scene.codes, None
    for match, build in (_matched_phrase if len(codes) <= _PHRASE else _matched)(codes, at):
        if best is not None and (match.end() < best.end or (match.end() == best.end and not best.bare)):
            break
        made = build(Hit(match, match.groupdict(""), scene, whole))
        if made is None:
            continue
        one = Mention(match.start(), match.end(), made) if isinstance(made, Fields) else made
        if codes[one.end - 1] == "." and _full_stop(scene, one):
            one = altered(one, end=one.end - 1)
        if best is None or (one.end, best.bare) > (best.end, one.bare):
            best = one
    return best


def _full_stop(scene: Scene, made: Mention) -> bool:
    """Whether the full stop at the end of a mention is not the last one of "p.m."."""
    return scene.codes[made.end - 2] != "p" or "." not in scene.items[made.end - 2].text


def _best(scene: Scene, at: int, whole: bool) -> Mention | None:
    """The longest mention at a place; one that only begins with an article gives way to a longer one behind."""
    best = _longest(scene, at, whole)
    if scene.codes[at] in "trf" and at + 1 < len(scene.codes):
        behind = _longest(scene, at + 1, whole)
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
