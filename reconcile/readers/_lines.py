"""A page as lines: what each one looks like before anything is decided about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reconcile.languages import fold

__all__ = ["PREFIX", "Line", "lines", "plain"]

#: "date 2026-01-07 …": what crawlers put before the first line of a page.
PREFIX = re.compile(r"\A\s*date:?\s+\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?\S*)?(?=\s|\Z)", re.IGNORECASE)

_MARKS = re.compile(
    r"[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_SPEAKER = re.compile(r"^[^:]{2,40}:\s+\S+(?:\s+\S+){3}")
_NO_END = "\"'”’»)]}*_ \u200f\u200e"
_ENDS = ".!?؟…。"
_BULLET = re.compile(r"\s*(?:[-–—•●▪◦*·■►▶»]|\(?\d{1,2}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or hard-wrapped paragraph) of a page, with its place in the text."""

    start: int
    end: int
    text: str
    """As printed, without the spaces around it."""
    folded: str
    """Folded, without vowel points and invisible marks, single spaces: what cues are matched against."""
    words: int
    ended: bool
    """Ends like a sentence."""
    teaser: bool
    """Ends in an ellipsis, as a text that was cut off does."""
    bullet: bool

    @property
    def introduces(self) -> bool:
        """Ends with a colon: what follows belongs to it."""
        return self.text.endswith(":")

    @property
    def speaks(self) -> bool:
        """Like the headline that gives somebody's words: a short speaker, a colon, some words."""
        return _SPEAKER.match(self.folded) is not None

    @property
    def long(self) -> bool:
        """Longer than headlines are."""
        return self.words >= 22 or self.end - self.start >= 130

    @property
    def asks(self) -> bool:
        """Ends with a question or an exclamation mark, as headlines may."""
        return self.text.rstrip(_NO_END)[-1:] in ("?", "؟", "!")


def lines(text: str) -> list[Line]:
    """The lines of a page that hold anything; paragraphs that were wrapped at a fixed width are one line.

    >>> [(line.text, line.ended) for line in lines("Talks open\\n\\n  They met on Monday.  \\n")]
    [('Talks open', False), ('They met on Monday.', True)]
    """
    found = list(_spans(text))
    if _wrapped(text, found):
        found = list(_joined(text, found))
    return [_line(text, start, end) for start, end in found]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    place = 0
    prefix = PREFIX.match(text)
    if prefix:
        yield prefix.start() + len(prefix[0]) - len(prefix[0].lstrip()), prefix.end()
        place = prefix.end()
    for piece in re.finditer(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+", text[place:] if place else text):
        body = piece[0].strip()
        if body:
            start = place + piece.start() + len(piece[0]) - len(piece[0].lstrip())
            yield start, start + len(body)


def plain(text: str) -> str:
    """Folded, without vowel points, stretching and invisible marks, single spaces; offsets are lost."""
    return " ".join(_MARKS.sub("", fold(text)).split())


def _line(text: str, start: int, end: int) -> Line:
    printed = text[start:end]
    folded = plain(printed)
    core = printed.rstrip(_NO_END)
    teaser = core.endswith(("...", "…"))
    return Line(start, end, printed, folded, len(folded.split()), core[-1:] in _ENDS and core != "",
                teaser, _BULLET.match(printed) is not None)  # fmt: skip


def _wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether lines were broken at a fixed width: most lines that are followed at once by another one are
    nearly as long as the longest and do not end like a sentence."""
    followed = [
        text[start:end] for (start, end), (after, _) in pairwise(spans) if text.count("\n", end, after) == 1
    ]
    if len(followed) < 4:
        return False
    width = max(map(len, followed))
    full = [line for line in followed if len(line) > 0.72 * width]
    broken = [line for line in full if line[-1] not in _ENDS + ":"]
    return 40 <= width <= 120 and len(full) > 0.7 * len(followed) and len(broken) > 0.6 * len(full)


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    width = max(end - start for start, end in spans)
    first, last = spans[0]
    previous = last - first
    for start, end in spans[1:]:
        if text.count("\n", last, start) != 1 or previous <= 0.6 * width:
            yield first, last
            first = start
        last, previous = end, end - start
    yield first, last
