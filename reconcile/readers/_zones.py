"""The parts of a page: headline, body, captions, and what belongs to other articles or to none.

Lines are tagged, never deleted. First each line gets a *mark* from what it says (a cue) and how it looks;
then the page is read from top to bottom: what comes before the first paragraph is its head, what comes
after its end is its tail, and a short line between paragraphs is a subhead or a link to another item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.model import Zone, ZoneSpan
from reconcile.readers._cues import cues
from reconcile.readers._dated import looks_dated
from reconcile.readers._lines import Line, lines, plain
from reconcile.readers._marks import SHORT, TITLE, Page

__all__ = ["zones"]

_PATH = re.compile(r"\s(?:>|»|›|/|\||←|»|\\)\s|[>»›]")
_DATELINE = re.compile(r"^[^\d.!?؟:]{2,40}?\s*[/–—-]\s*[^\d.!?؟:]{2,40}$")


def zones(text: str, language: str | None) -> tuple[ZoneSpan, ...]:
    """The zones of a page, in order; neighbouring lines of one zone are one span.

    >>> page = "Talks end\\n\\nBy Ann Example\\n\\nThe talks ended on Monday, officials said.\\n\\nRelated articles\\nOther"
    >>> [(page[span.start:span.end], str(span.zone)) for span in zones(page, "en")][:3]
    [('Talks end', 'headline'), ('By Ann Example', 'byline'), ('The talks ended on Monday, officials said.', 'body')]
    """
    page = Page(lines(text), cues(language), language)
    tagged = list(zip(page.lines, _tags(page), strict=True))
    spans: list[ZoneSpan] = []
    for line, zone in tagged:
        if spans and spans[-1].zone is zone:
            spans[-1] = ZoneSpan(start=spans[-1].start, end=line.end, zone=zone)
        else:
            spans.append(ZoneSpan(start=line.start, end=line.end, zone=zone))
    return tuple(spans)


def _tags(page: Page) -> list[Zone]:
    start = _start(page)
    if start is None:
        return _without_paragraphs(page)
    stop = _stop(page, start)
    return [*_head(page, start), *_middle(page, start, stop), *_tail(page, stop)]


def _start(page: Page) -> int | None:
    """The first paragraph of the body: a standfirst is followed by a byline or a date, and more text."""
    opens = [place for place in range(len(page.lines)) if page.opens(place)]
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


def _stop(page: Page, start: int) -> int:
    """The first line after the article: an end mark, a block of other items, or lines that lead nowhere."""
    over = len(page.lines)
    for place in range(start + 1, len(page.lines)):
        if place in page.ends or (place in page.headings and not _resumes(page, place, 2)):
            over = place
            break
    return 1 + max(place for place in range(start, over) if place == start or page.is_paragraph(place))


def _resumes(page: Page, heading: int, run: int) -> bool:
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


def _without_paragraphs(page: Page) -> list[Zone]:
    """A text of short lines only: the first is its headline if it looks like one, the rest is its body."""
    tags = [mark or Zone.BODY for mark in page.marks]
    plain_lines = [place for place, mark in enumerate(page.marks) if mark is None]
    if len(plain_lines) > 1 and not page.lines[plain_lines[0]].ended:
        tags[plain_lines[0]] = Zone.HEADLINE
    return tags


def _head(page: Page, start: int) -> list[Zone]:
    title = _title(page, start)
    tags: list[Zone] = []
    for place in range(start):
        line, mark = page.lines[place], page.marks[place]
        if title is not None and line.folded == page.lines[title].folded and mark is None:
            tags.append(Zone.HEADLINE)
        elif mark is not None and not _is_path(page, line, title):
            tags.append(Zone.CHROME if mark is Zone.RELATED or mark is Zone.INLINE_LINK else mark)
        elif _is_path(page, line, title) or (title is not None and place < title and line.words <= SHORT):
            tags.append(Zone.BREADCRUMB)
        elif page.opens(place):
            tags.append(Zone.DECK)
        elif title is None or place < title:
            tags.append(Zone.CHROME if line.words > SHORT else Zone.BREADCRUMB)
        else:
            tags.append(_below_title(page, place, title))
    return tags


def _below_title(page: Page, place: int, title: int) -> Zone:
    """A short line between the headline and the text: who wrote it, a standfirst, or a picture's words."""
    line = page.lines[place]
    if line.asks:
        return Zone.BODY
    if line.words <= SHORT or (line.words <= 6 and _DATELINE.match(line.text)):
        return Zone.BYLINE
    dated = any(mark in (Zone.PUBLISHED, Zone.BYLINE) for mark in page.marks[title:place])
    return Zone.CAPTION if dated else Zone.DECK


def _title(page: Page, start: int) -> int | None:
    """The headline: the first line of some words after the furniture, rather one that stands there twice."""
    able = [
        place
        for place in range(start)
        if page.marks[place] is None and not page.opens(place) and not _is_path(page, page.lines[place], None)
    ]
    if not able:
        return None
    twice = [place for place in able if _repeated(page, place)]
    long_enough = [place for place in able if page.lines[place].words >= TITLE]
    if twice:
        return twice[-1]
    after = max((place for place in range(start) if _is_furniture(page, place, start)), default=-1)
    return next((place for place in long_enough if place > after), None) or next(
        iter(long_enough), max(able, key=lambda place: page.lines[place].words)
    )


def _is_furniture(page: Page, place: int, start: int) -> bool:
    """Chrome that has a line to be a headline after it."""
    return page.marks[place] in (Zone.CHROME, Zone.INLINE_LINK, Zone.RELATED) and any(
        page.marks[later] is None and page.lines[later].words >= TITLE and not page.opens(later)
        for later in range(place + 1, start)
    )


def _repeated(page: Page, place: int) -> bool:
    line = page.lines[place]
    if line.words < TITLE:
        return False
    return any(
        other != place and page.lines[other].folded.endswith(line.folded) and page.lines[other].words < 40
        for other in range(min(place + 6, len(page.lines)))
    )


def _is_path(page: Page, line: Line, title: int | None) -> bool:
    """A trail of sections ("News > World > …"), also one that ends in the headline."""
    parts = [part.strip() for part in _PATH.split(line.text) if part.strip()]
    if len(parts) < 2 or line.ended:
        return False
    if title is not None and plain(parts[-1]) == page.lines[title].folded:
        return True
    sections = parts[:-1]
    return all(len(part.split()) <= SHORT for part in sections) and (
        len(sections) > 1 or ">" in line.text or "»" in line.text
    ) and not looks_dated(line)  # fmt: skip


def _middle(page: Page, start: int, stop: int) -> Iterator[Zone]:
    linked = _has_surely_linked(page, start, stop)
    block: str | None = None
    for place in range(start, stop):
        line, mark = page.lines[place], page.marks[place]
        paragraph = place == start or page.is_paragraph(place)
        if place in page.headings or place in page.links:
            block = "related" if place in page.headings else "link"
            yield Zone.RELATED if block == "related" else Zone.INLINE_LINK
        elif place in page.closes:
            block = None
            yield Zone.CHROME
        elif block and mark is None and not (paragraph and (line.ended or line.long)):
            yield Zone.RELATED if block == "related" else Zone.INLINE_LINK
        elif mark is not None:
            yield mark
        elif paragraph or line.long or place in page.listed:
            block = None
            yield Zone.BODY
        else:
            yield _between(page, place, linked)


def _between(page: Page, place: int, linked: bool) -> Zone:
    """A short line between two paragraphs: its own subhead, or the headline of another item."""
    if place + 1 < len(page.lines) and page.lines[place].folded == page.lines[place + 1].folded:
        return Zone.INLINE_LINK
    words = page.lines[place].words
    return Zone.INLINE_LINK if _is_link(page, place) or (linked and words > SHORT) else Zone.SUBHEAD


def _is_link(page: Page, place: int) -> bool:
    """The looks of another item's headline: somebody speaks in it, it is long, or it does not stand alone."""
    line = page.lines[place]
    if line.speaks or (line.words >= 9 and not line.asks):
        return True
    neighbours = [other for other in (place - 1, place + 1) if 0 <= other < len(page.lines)]
    return line.words >= TITLE + 1 and any(
        page.marks[other] is None and not page.is_paragraph(other) and page.lines[other].words > TITLE
        for other in neighbours
    )


def _has_surely_linked(page: Page, start: int, stop: int) -> bool:
    """Pages insert either subheads or links: one sure link makes its look-alikes links."""
    return any(
        page.marks[place] is None and not page.is_paragraph(place) and place not in page.listed
        and _is_link(page, place)
        for place in range(start + 1, stop)
    )  # fmt: skip


def _tail(page: Page, stop: int) -> Iterator[Zone]:
    related = False
    for place in range(stop, len(page.lines)):
        line, mark = page.lines[place], page.marks[place]
        if place in page.headings or mark is Zone.INLINE_LINK:
            related = True
            yield Zone.RELATED
        elif mark is Zone.CHROME:
            yield Zone.CHROME
        elif not related and line.words <= SHORT and Zone.PUBLISHED in page.marks[place + 1 : place + 2]:
            yield Zone.BYLINE
        elif related or (mark is None and line.words >= TITLE):
            yield Zone.RELATED
        else:
            yield mark or Zone.CHROME
