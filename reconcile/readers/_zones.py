"""The parts of a page: headline, body, captions, and what belongs to other articles or to none.

Lines are tagged, never deleted. First each line gets a *mark* from what it says (a cue) and how it looks;
then the page is read from top to bottom: what comes before the first paragraph is its head, what comes
after its end is its tail, and a short line between paragraphs is a subhead or a link to another item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from reconcile.model import Zone, ZoneSpan
from reconcile.readers._cues import Cues, cues, rest_after
from reconcile.readers._dated import is_date_line, looks_dated
from reconcile.readers._lines import PREFIX, Line, lines, plain

__all__ = ["zones"]

_SHORT, _TITLE = 3, 4
_PARAGRAPH = 15
_PATH = re.compile(r"\s(?:>|»|›|/|\||←|»|\\)\s|[>»›]")
_SPEAKER = re.compile(r"^[^:]{2,40}:\s+\S+(?:\s+\S+){3}")
_DATELINE = re.compile(r"^[^\d.!?؟:]{2,40}?\s*[/–—-]\s*[^\d.!?؟:]{2,40}$")


def zones(text: str, language: str | None) -> tuple[ZoneSpan, ...]:
    """The zones of a page, in order; neighbouring lines of one zone are one span.

    >>> page = "Talks end\\n\\nBy Ann Example\\n\\nThe talks ended on Monday, officials said.\\n\\nRelated articles\\nOther"
    >>> [(page[span.start:span.end], str(span.zone)) for span in zones(page, "en")][:3]
    [('Talks end', 'headline'), ('By Ann Example', 'byline'), ('The talks ended on Monday, officials said.', 'body')]
    """
    page = _Page(lines(text), cues(language), language)
    tagged = list(zip(page.lines, _tags(page), strict=True))
    spans: list[ZoneSpan] = []
    for line, zone in tagged:
        if spans and spans[-1].zone is zone:
            spans[-1] = ZoneSpan(start=spans[-1].start, end=line.end, zone=zone)
        else:
            spans.append(ZoneSpan(start=line.start, end=line.end, zone=zone))
    return tuple(spans)


@dataclass
class _Page:
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

    # -------------------------------------------------------------- what a line says

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
        return Zone.CAPTION if line.words - len(credit.split()) >= _SHORT else Zone.BYLINE

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
            if len(rest_after(line, link).split()) < _SHORT:
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
            twice = line.words >= _TITLE and after.folded.startswith(line.folded)
            if (
                twice
                and {None, Zone.CAPTION}.issuperset(pair)
                and (titled or line.ended or pair != (None, None))
            ):
                self.marks[place] = self.marks[place + 1] = Zone.CAPTION
            elif pair[0] is None and (line.ended or line.words >= _TITLE) and not twice:
                titled = True

    def _mark_lists(self) -> None:
        opened = False
        for place, (line, mark) in enumerate(zip(self.lines, self.marks, strict=True)):
            if mark is not None:
                continue
            if _is_paragraph(self, place):
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


# ---------------------------------------------------------------- the page from top to bottom


def _tags(page: _Page) -> list[Zone]:
    start = _start(page)
    if start is None:
        return _without_paragraphs(page)
    stop = _stop(page, start)
    return [*_head(page, start), *_middle(page, start, stop), *_tail(page, stop)]


def _opens(page: _Page, place: int) -> bool:
    """Whether a line can be the first paragraph."""
    line = page.lines[place]
    if page.marks[place] is not None:
        return False
    if _is_long(line) or (line.introduces and line.words >= 5):
        return True
    return line.ended and line.words >= 5 and not (line.asks and line.words <= 14)


def _is_long(line: Line) -> bool:
    return line.words >= 22 or line.end - line.start >= 130


def _start(page: _Page) -> int | None:
    """The first paragraph of the body: a standfirst is followed by a byline or a date, and more text."""
    opens = [place for place in range(len(page.lines)) if _opens(page, place)]
    if not opens:
        return None
    start = opens[0]
    for following in opens[1:3]:
        between = range(start + 1, following)
        signed = any(page.marks[place] in (Zone.BYLINE, Zone.PUBLISHED) for place in between)
        other = any(place in page.headings or place in page.ends for place in between)
        if not signed or other or following - start > 8:
            break
        start = following
    return start


def _stop(page: _Page, start: int) -> int:
    """The first line after the article: an end mark, a block of other items, or lines that lead nowhere."""
    over = len(page.lines)
    for place in range(start + 1, len(page.lines)):
        if place in page.ends or (place in page.headings and not _resumes(page, place, 2)):
            over = place
            break
    return 1 + max(place for place in range(start, over) if place == start or _is_paragraph(page, place))


def _is_paragraph(page: _Page, place: int) -> bool:
    """Whether a line after the first paragraph is text of the article by its looks."""
    line = page.lines[place]
    if page.marks[place] is not None:
        return False
    return (
        line.words >= _PARAGRAPH
        or (line.ended and not line.teaser)
        or line.introduces
        or line.bullet
        or (line.words > 5 and line.text[-1] in '"”»״' and line.text[0] not in '"“«״' and not _speaks(line))
    )


def _speaks(line: Line) -> bool:
    """Like the headline that gives somebody's words: a short speaker, a colon, some words."""
    return _SPEAKER.match(line.folded) is not None


def _resumes(page: _Page, heading: int, run: int) -> bool:
    """Whether the article goes on after a block of other items: some paragraphs follow one another, where
    teasers alternate with their titles."""
    count = 0
    for place in range(heading + 1, len(page.lines)):
        if place in page.closes:
            return True
        if place in page.ends or place in page.headings:
            return False
        line = page.lines[place]
        if page.marks[place] is None and line.ended and not line.teaser and line.words >= 8:
            count += 1
            if count >= run:
                return True
        else:
            count = 0
    return False


def _without_paragraphs(page: _Page) -> list[Zone]:
    """A text of short lines only: the first is its headline if it looks like one, the rest is its body."""
    tags = [mark or Zone.BODY for mark in page.marks]
    plain_lines = [place for place, mark in enumerate(page.marks) if mark is None]
    if len(plain_lines) > 1 and not page.lines[plain_lines[0]].ended:
        tags[plain_lines[0]] = Zone.HEADLINE
    return tags


def _head(page: _Page, start: int) -> list[Zone]:
    title = _title(page, start)
    tags: list[Zone] = []
    for place in range(start):
        line, mark = page.lines[place], page.marks[place]
        if title is not None and line.folded == page.lines[title].folded and mark is None:
            tags.append(Zone.HEADLINE)
        elif mark is not None and not _is_path(page, line, title):
            tags.append(Zone.CHROME if mark is Zone.RELATED or mark is Zone.INLINE_LINK else mark)
        elif _is_path(page, line, title) or (title is not None and place < title and line.words <= _SHORT):
            tags.append(Zone.BREADCRUMB)
        elif _opens(page, place):
            tags.append(Zone.DECK)
        elif title is None or place < title:
            tags.append(Zone.CHROME if line.words > _SHORT else Zone.BREADCRUMB)
        else:
            tags.append(_below_title(page, place, title))
    return tags


def _below_title(page: _Page, place: int, title: int) -> Zone:
    """A short line between the headline and the text: who wrote it, a standfirst, or a picture's words."""
    line = page.lines[place]
    if line.asks:
        return Zone.BODY
    if line.words <= _SHORT or (line.words <= 6 and _DATELINE.match(line.text)):
        return Zone.BYLINE
    dated = any(mark in (Zone.PUBLISHED, Zone.BYLINE) for mark in page.marks[title:place])
    return Zone.CAPTION if dated else Zone.DECK


def _title(page: _Page, start: int) -> int | None:
    """The headline: the first line of some words after the furniture, rather one that stands there twice."""
    able = [
        place
        for place in range(start)
        if page.marks[place] is None
        and not _opens(page, place)
        and not _is_path(page, page.lines[place], None)
    ]
    if not able:
        return None
    twice = [place for place in able if _repeated(page, place)]
    long_enough = [place for place in able if page.lines[place].words >= _TITLE]
    if twice:
        return twice[-1]
    after = max((place for place in range(start) if _is_furniture(page, place, start)), default=-1)
    return next((place for place in long_enough if place > after), None) or next(
        iter(long_enough), max(able, key=lambda place: page.lines[place].words)
    )


def _is_furniture(page: _Page, place: int, start: int) -> bool:
    """Chrome that has a line to be a headline after it."""
    return page.marks[place] in (Zone.CHROME, Zone.INLINE_LINK, Zone.RELATED) and any(
        page.marks[later] is None and page.lines[later].words >= _TITLE and not _opens(page, later)
        for later in range(place + 1, start)
    )


def _repeated(page: _Page, place: int) -> bool:
    line = page.lines[place]
    if line.words < _TITLE:
        return False
    return any(
        other != place and page.lines[other].folded.endswith(line.folded) and page.lines[other].words < 40
        for other in range(min(place + 6, len(page.lines)))
    )


def _is_path(page: _Page, line: Line, title: int | None) -> bool:
    """A trail of sections ("News > World > …"), also one that ends in the headline."""
    parts = [part.strip() for part in _PATH.split(line.text) if part.strip()]
    if len(parts) < 2 or line.ended:
        return False
    if title is not None and plain(parts[-1]) == page.lines[title].folded:
        return True
    sections = parts[:-1]
    return all(len(part.split()) <= _SHORT for part in sections) and (
        len(sections) > 1 or ">" in line.text or "»" in line.text
    ) and not looks_dated(line)  # fmt: skip


def _middle(page: _Page, start: int, stop: int) -> Iterator[Zone]:
    linked = _has_surely_linked(page, start, stop)
    block: str | None = None
    for place in range(start, stop):
        line, mark = page.lines[place], page.marks[place]
        paragraph = place == start or _is_paragraph(page, place)
        if place in page.headings or place in page.links:
            block = "related" if place in page.headings else "link"
            yield Zone.RELATED if block == "related" else Zone.INLINE_LINK
        elif place in page.closes:
            block = None
            yield Zone.CHROME
        elif block and mark is None and not (paragraph and (line.ended or _is_long(line))):
            yield Zone.RELATED if block == "related" else Zone.INLINE_LINK
        elif mark is not None:
            yield mark
        elif paragraph or _is_long(line) or place in page.listed:
            block = None
            yield Zone.BODY
        else:
            yield _between(page, place, linked)


def _between(page: _Page, place: int, linked: bool) -> Zone:
    """A short line between two paragraphs: its own subhead, or the headline of another item."""
    if place + 1 < len(page.lines) and page.lines[place].folded == page.lines[place + 1].folded:
        return Zone.INLINE_LINK
    words = page.lines[place].words
    return Zone.INLINE_LINK if _is_link(page, place) or (linked and words > _SHORT) else Zone.SUBHEAD


def _is_link(page: _Page, place: int) -> bool:
    """The looks of another item's headline: somebody speaks in it, it is long, or it does not stand alone."""
    line = page.lines[place]
    if _speaks(line) or (line.words >= 9 and not line.asks):
        return True
    neighbours = [other for other in (place - 1, place + 1) if 0 <= other < len(page.lines)]
    return line.words >= _TITLE + 1 and any(
        page.marks[other] is None and not _is_paragraph(page, other) and page.lines[other].words > _TITLE
        for other in neighbours
    )


def _has_surely_linked(page: _Page, start: int, stop: int) -> bool:
    """Pages insert either subheads or links: one sure link makes its look-alikes links."""
    return any(
        page.marks[place] is None and not _is_paragraph(page, place) and place not in page.listed
        and _is_link(page, place)
        for place in range(start + 1, stop)
    )  # fmt: skip


def _tail(page: _Page, stop: int) -> Iterator[Zone]:
    related = False
    for place in range(stop, len(page.lines)):
        line, mark = page.lines[place], page.marks[place]
        if place in page.headings or mark is Zone.INLINE_LINK:
            related = True
            yield Zone.RELATED
        elif mark is Zone.CHROME:
            yield Zone.CHROME
        elif not related and line.words <= _SHORT and Zone.PUBLISHED in page.marks[place + 1 : place + 2]:
            yield Zone.BYLINE
        elif related or (mark is None and line.words >= _TITLE):
            yield Zone.RELATED
        else:
            yield mark or Zone.CHROME
