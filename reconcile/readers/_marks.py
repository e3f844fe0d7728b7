"""What each line of a page says by itself: a byline, a date, a caption, furniture, or nothing special.

Phrases come from ``page.toml``; what a line looks like (its length, how it ends, that it stands there
twice) is the same in every language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from reconcile.model import Zone
from reconcile.readers._cues import Cues, rest_after
from reconcile.readers._dated import is_date_line, looks_dated
from reconcile.readers._lines import PREFIX, Line

__all__ = ["SHORT", "TITLE", "Page"]

#: Words of a name or a section; the fewest of a headline; the fewest of a paragraph without a full stop.
SHORT, TITLE, _PARAGRAPH = 3, 4, 15


@dataclass
class Page:
    """A page as lines with their marks; ``None`` is a line that nothing was seen in."""

    lines: list[Line]
    cues: Cues
    language: str | None
    marks: list[Zone | None] = field(default_factory=list)
    headings: set[int] = field(default_factory=set)
    """Lines that head a block of other items."""
    links: set[int] = field(default_factory=set)
    """Lines that head one link ("Read also") and carry nothing else."""
    closes: set[int] = field(default_factory=set)
    """Lines that say that a block of other items is over."""
    listed: set[int] = field(default_factory=set)
    """Lines of a list that a colon opened."""
    ends: set[int] = field(default_factory=set)
    """Lines after which the article is over, if it has begun."""

    def __post_init__(self) -> None:
        for place, line in enumerate(self.lines):
            self.marks.append(self._mark(place, line))
        self._mark_doubles()
        self._mark_lists()

    def is_paragraph(self, place: int) -> bool:
        """Whether a line after the first paragraph is text of the article by its looks."""
        line = self.lines[place]
        if self.marks[place] is not None:
            return False
        quoted = line.words > 5 and line.text[-1] in '"”»״' and line.text[0] not in '"“«״'
        told = line.introduces or line.bullet or (quoted and not line.speaks)
        return told or line.words >= _PARAGRAPH or (line.ended and not line.teaser)

    def opens(self, place: int) -> bool:
        """Whether a line can be the first paragraph."""
        line = self.lines[place]
        if self.marks[place] is not None:
            return False
        if line.long or (line.introduces and line.words >= 5):
            return True
        return line.ended and line.words >= 5 and not (line.asks and line.words <= 14)

    def _mark(self, place: int, line: Line) -> Zone | None:
        if place == 0 and PREFIX.fullmatch(line.text):
            return Zone.PUBLISHED
        if line.words > 40 and self.cues.inside(line, "caption") is None:
            return None
        if self.cues.starts(line, "ends") and line.words <= 12:
            self.ends.add(place)
            return Zone.CHROME
        for mark in (self._caption, self._dated, self._other, self._chrome, self._signed):
            zone = mark(place, line)
            if zone is not None:
                return zone
        return None

    def _caption(self, place: int, line: Line) -> Zone | None:
        at = self.cues.inside(line, "caption")
        if at is not None and len(line.folded[at:].split()) <= 25:
            return Zone.CAPTION
        if self.cues.starts(line, "caption"):
            return Zone.CAPTION
        credit = next((cue for cue in self.cues.words("caption", "credits") if _credited(line, cue)), None)
        if credit is None:
            return None
        return Zone.CAPTION if line.words - len(credit.split()) >= SHORT else Zone.BYLINE

    def _dated(self, place: int, line: Line) -> Zone | None:
        has_number = any(char.isdigit() for char in line.folded)
        told = self.cues.starts(line, "published") or self.cues.starts(line, "published", "updated")
        if told and has_number and line.words <= 25 and not (line.ended and line.words > 14):
            return Zone.PUBLISHED
        if line.words <= 6 and has_number and self.cues.inside(line, "published", "relative") is not None:
            return Zone.PUBLISHED
        if is_date_line(line, self.language, self.cues.date_words()):
            return Zone.PUBLISHED
        if looks_dated(line) and " | " in line.text and not line.ended:
            return Zone.BYLINE
        return None

    def _other(self, place: int, line: Line) -> Zone | None:
        if line.ended and not line.asks and not line.teaser:
            return None
        if self.cues.starts(line, "related", "close") and line.words <= 10:
            self.closes.add(place)
            return Zone.CHROME
        link = self.cues.starts(line, "related", "inline")
        heading = self.cues.starts(line, "related", "block")
        if heading and line.words <= len(heading.split()) + 4 and len(heading) >= len(link or ""):
            self.headings.add(place)
            return Zone.RELATED
        if link and line.words <= 30:
            if len(rest_after(line, link).split()) < SHORT:
                self.links.add(place)
            return Zone.INLINE_LINK
        return None

    def _chrome(self, place: int, line: Line) -> Zone | None:
        icons = self.cues.words("chrome", "icons")
        words = line.folded.split()
        if len(words) > 1 and sum(word.strip(",|•·") in icons for word in words) > 0.7 * len(words):
            return Zone.CHROME
        start = self.cues.starts(line, "chrome")
        fits = start is not None and line.words <= max(12, 0 if start.count(" ") == 0 else 20)
        legal = line.words <= 30 and self.cues.inside(line, "chrome") is not None
        if fits or legal or self.cues.whole(line, "chrome") or not any(char.isalpha() for char in line.text):
            return Zone.CHROME
        return None

    def _signed(self, place: int, line: Line) -> Zone | None:
        if line.ended and not line.text.endswith(("'", "׳")) and line.words > 6:
            return None
        signed = self.cues.starts(line, "byline")
        if signed is None and self._below_text(place) and line.words <= 8:
            signed = self.cues.starts(line, "byline", "before", loose=True)
        if signed and len(rest_after(line, signed).split()) <= 8 and line.words <= 10:
            return Zone.BYLINE
        if line.words <= 14 and self.cues.inside(line, "byline") is not None:
            return Zone.BYLINE
        parts = [part.strip(" .") for part in re.split(r"[/|–—,&-]", line.folded)]
        agencies = self.cues.words("byline", "agencies")
        named = any(part in agencies for part in parts)
        return Zone.BYLINE if named and line.words <= 8 and not line.ended else None

    def _below_text(self, place: int) -> bool:
        """Whether a line that may be a headline stands above, and no paragraph yet."""
        above = [
            line for line, mark in zip(self.lines, self.marks[: min(place, 40)], strict=False) if mark is None
        ]
        return any(line.words > 1 for line in above) and not any(
            line.ended and line.words >= 5 and not line.asks for line in above
        )

    def _mark_doubles(self) -> None:
        """A line printed twice running below other text is a caption under its picture; a line twice at
        the top is the title of the page and of the article."""
        titled = False
        for place, (line, after) in enumerate(pairwise(self.lines)):
            pair = (self.marks[place], self.marks[place + 1])
            twice = line.words >= TITLE and after.folded.startswith(line.folded)
            if (
                twice
                and {None, Zone.CAPTION}.issuperset(pair)
                and (titled or line.ended or pair != (None, None))
            ):
                self.marks[place] = self.marks[place + 1] = Zone.CAPTION
            elif pair[0] is None and (line.ended or line.words >= TITLE) and not twice:
                titled = True

    def _mark_lists(self) -> None:
        opened = False
        for place, (line, mark) in enumerate(zip(self.lines, self.marks, strict=True)):
            if mark is not None:
                continue
            if self.is_paragraph(place):
                opened = line.introduces
            elif opened:
                self.listed.add(place)


def _credited(line: Line, credit: str) -> bool:
    if not line.folded.rstrip(" .").endswith((credit, f"{credit})")):
        return False
    before = line.folded.rstrip(" .)")[: -len(credit)].rstrip()
    if line.folded.rstrip(" .").endswith(")"):
        opening = before.rfind("(")
        said = before[:opening].rstrip() if opening >= 0 else before
        return opening >= 0 and not said.endswith((".", "!", "?")) and line.words <= 45
    return before[-1:] in ("/", "|", "©", ":") and line.words <= 45
