"""Who says what in an article: the chain of sources behind every stretch of its text.

Reconciling counts origins, so a claim needs its chain, outermost first: "Reuters, quoting an official".
Words that nobody is named for are the outlet's own voice, an empty chain, and taking these for somebody
else's is as wrong as the reverse. The frames of each sentence (``_reporting``) are laid over the text here;
"he", "the official" and "the statement" go back to who spoke last, a quotation that goes on keeps its
speaker, and a new sentence without a cue is the outlet's own again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import pairwise

from reconcile import languages
from reconcile.extractors._phrases import Phrase
from reconcile.extractors._reporting import Frame, frames
from reconcile.extractors._sentences import Sentence, sentences
from reconcile.extractors._sources import Page, plain
from reconcile.extractors._speakers import MEDIA, PERSONS, Chain, Link, Memory, Record, distinct, of_side
from reconcile.model import Source, ZoneSpan

__all__ = ["Attribution", "Chain", "Stretch", "attribute"]

_REACH = 3
"""How many sentences back "he added" may find its speaker."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text and who says it; ``frame`` are the words that attribute, said by the outlet."""

    start: int
    end: int
    chain: Chain = ()
    frame: bool = False


@dataclass(frozen=True)
class Attribution:
    """The chains of one text. Offsets are code points of the text as printed."""

    stretches: tuple[Stretch, ...] = ()
    """From left to right, none over another."""
    removed: tuple[int, ...] = ()
    """Offsets of the marks that were taken out before reading."""

    def chain_at(self, start: int, end: int) -> Chain:
        """Who says the words from ``start`` to ``end``, outermost first; empty is the outlet itself.

        What counts is the first word there that is not part of an attributing phrase: in "the ministry
        said on Friday that two were hurt" it is "that", wherever in the phrase the stretch begins.
        """
        at, stop = self._plain(start), self._plain(end)
        for _ in range(len(self.stretches) + 1):
            found = self._covering(at)
            if found is None or not found.frame:
                return found.chain if found else ()
            at = found.end
            if at >= stop:
                return ()
        return ()

    def _covering(self, at: int) -> Stretch | None:
        index = bisect_right(self.stretches, at, key=lambda stretch: stretch.start) - 1
        found = self.stretches[index] if index >= 0 else None
        return found if found and at < found.end else None

    def _plain(self, offset: int) -> int:
        return offset - bisect_left(self.removed, offset)


def attribute(text: str, language: str, zones: Sequence[ZoneSpan] = ()) -> Attribution:
    """The chains of sources in a text.

    Stretches of a zone that does not speak for the article (teasers, page furniture) are read by
    themselves: nobody who is named there can be "he" in the body.

    >>> found = attribute("Oslo agreed. Talks resume in May, a Norwegian official told Reuters.", "en")
    >>> [source.source for source in found.chain_at(13, 32)], found.chain_at(0, 12)
    (['Reuters', 'Norwegian official'], ())
    """
    if language not in languages.known() or not languages.load(language).table("sources"):
        return Attribution()
    bare, removed = plain(text)
    found = Attribution(removed=tuple(removed))
    silent = [(found._plain(z.start), found._plain(z.end)) for z in zones if not z.zone.speaks]
    reader = _Reader(Page(bare, language), silent)
    return replace(found, stretches=_flat(reader.read()))


def _flat(painted: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Stretches that were laid over each other as one layer: what was laid last is seen."""
    edges = sorted({edge for stretch in painted for edge in (stretch.start, stretch.end)})
    order = deque(sorted(range(len(painted)), key=lambda index: painted[index].start))
    seen: list[Stretch] = []
    heap: list[int] = []
    for low, high in pairwise(edges):
        while order and painted[order[0]].start <= low:
            heappush(heap, -order.popleft())
        while heap and painted[-heap[0]].end <= low:
            heappop(heap)
        if heap:
            top = painted[-heap[0]]
            if seen and seen[-1].end == low and (seen[-1].chain, seen[-1].frame) == (top.chain, top.frame):
                low = seen.pop().start  # noqa: PLW2901
            seen.append(replace(top, start=low, end=high))
    return tuple(seen)


# --------------------------------------------------------------------------------------------------
# Laying the frames over the text
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or several inside one quotation, as a range of tokens."""

    start: int
    stop: int
    line: int


class _Reader:
    def __init__(self, page: Page, silent: Sequence[tuple[int, int]]) -> None:
        self.page = page
        self.silent = silent
        self.memory = Memory()
        self.carried: Record | None = None
        """Who is still speaking where a sentence begins with a quotation, or after a colon."""
        self.painted: list[Stretch] = []

    def read(self) -> list[Stretch]:
        last: tuple[bool, _Unit] | None = None
        for index, unit in enumerate(_units(self.page)):
            apart = self._is_silent(unit)
            if last is not None and apart != last[0]:
                self.memory, self.carried = Memory(), None
            self._unit(index, unit, last[1] if last else None)
            last = apart, unit
        return self.painted

    def _is_silent(self, unit: _Unit) -> bool:
        at = self.page.tokens[unit.start].start
        return any(low <= at < high for low, high in self.silent)

    def _unit(self, index: int, unit: _Unit, before: _Unit | None) -> None:
        found = frames(self.page, unit.start, unit.stop)
        if not found:
            self._go_on(index, unit)
            return
        lay = _Layer(self, index, unit)
        for frame in found:
            links = self._links(frame, index, unit)
            if links is None:
                continue
            if frame.previous and before is not None:
                self._repaint(before, links)
            self._remember(Record(lay.add(frame, links), index, frame.stated))
        self.carried = lay.carried()

    def _go_on(self, index: int, unit: _Unit) -> None:
        """A sentence without a frame: a quotation that goes on, or the outlet's own voice."""
        tokens, carried = self.page.tokens, self.carried
        first = tokens[unit.start]
        opened = self._after_colon(unit.start)
        if carried is None or not (opened or first.partner > unit.start):
            self.carried = None
            return
        quoted = 0 <= first.partner < unit.stop
        stop = tokens[first.partner].end if quoted else tokens[unit.stop - 1].end
        self.painted.append(Stretch(first.start, stop, carried.chain))
        self.memory.last = replace(carried, unit=index)

    def _after_colon(self, at: int) -> bool:
        """Whether a colon ends the line before ("The statement reads:")."""
        while at and self.page.tokens[at - 1].form == "\n":
            at -= 1
        return at > 0 and self.page.tokens[at - 1].form == ":"

    def _repaint(self, unit: _Unit, links: tuple[Link, ...]) -> None:
        """Give a whole sentence to a source that the next one names."""
        start, end = self.page.tokens[unit.start].start, self.page.tokens[unit.stop - 1].end
        self.painted.append(Stretch(start, end, tuple(link.source for link in links)))

    # ----------------------------------------------------------------------------------------------
    # Who a frame names
    # ----------------------------------------------------------------------------------------------

    def _links(self, frame: Frame, index: int, unit: _Unit) -> tuple[Link, ...] | None:
        """The chain of a frame, or ``None`` when nobody can be found for it."""
        outer = [link for phrase in frame.outer for link in self._resolve(phrase, frame, unit)]
        inner = [link for phrase in frame.inner for link in self._resolve(phrase, frame, unit)]
        subject = self._subject(frame, index, unit)
        if subject is None:
            return None
        if frame.subject is not None and subject[-1].source.side:
            outer = [of_side(link, subject[-1].source.side) for link in outer]
        return distinct([*outer, *subject, *inner])

    def _remember(self, record: Record) -> None:
        if record.links:
            self.memory.records.append(record)
            self.memory.last = record

    def _subject(self, frame: Frame, index: int, unit: _Unit) -> tuple[Link, ...] | None:
        if frame.subject is not None:
            return self._resolve(frame.subject, frame, unit)
        last = self.memory.last_person() if frame.personal else self.memory.last
        if last is not None and index - last.unit <= _REACH:
            return last.links
        if frame.unstated:
            phrase = Phrase(frame.first, frame.last, "anonymous_sources", _UNSTATED, "report")
            return (Link(Source(source=_UNSTATED, type=phrase.type), phrase),)
        return None

    def _resolve(self, phrase: Phrase, frame: Frame, unit: _Unit) -> tuple[Link, ...]:
        if (phrase.bare or phrase.type in PERSONS) and (found := self.memory.find(phrase)):
            return found
        side = phrase.side or self._side(phrase, frame, unit)
        source = Source(source=phrase.name, type=phrase.type, side=side)
        link = Link(source, replace(phrase, side=side))
        relay = self._resolve(phrase.relay, frame, unit) if phrase.relay else ()
        return (*relay, link)

    def _side(self, phrase: Phrase, frame: Frame, unit: _Unit) -> str | None:
        """The country of a source that names none: "from the Syrian side, ...", or its holder's elsewhere."""
        if phrase.type in (*MEDIA, "anonymous_sources", "document") or phrase.type == "official_statement":
            return None
        ahead = self.page.tokens[unit.start : max(unit.start, min(frame.first, unit.start + 6))]
        if any(token.tag("sides") for token in ahead):
            return self.page.side(unit.start, frame.first)
        return self.page.side_of(phrase.words)


_UNSTATED = "reports"


class _Layer:
    """Lays the frames of one unit over its text, from left to right."""

    def __init__(self, reader: _Reader, index: int, unit: _Unit) -> None:
        self.reader, self.index, self.unit = reader, index, unit
        self.page = reader.page
        self.free = self._start(unit.start)
        """Where the text that no frame has taken begins."""
        self.behind: tuple[int, int, tuple[Link, ...]] | None = None
        """What stood before the last closing frame, and who said it."""
        self.cited: tuple[Link, ...] = ()
        """Whom the sentence begins to quote before it tells who does ("Quoting X, Y reported")."""
        self.active: tuple[int, tuple[Link, ...]] | None = None
        self.end = self.page.tokens[unit.stop - 1].end

    def _start(self, token: int) -> int:
        return self.page.tokens[token].start if token < self.unit.stop else self.end

    def add(self, frame: Frame, links: tuple[Link, ...]) -> tuple[Link, ...]:
        """Lay one frame over the text; gives back the whole chain that it stands for there."""
        start, stop = self._start(frame.first), self._stop(frame.last)
        aside = frame.kind in ("according", "citing") and frame.forward is not None
        if self.active is not None and aside:
            frame.backward = False
        if self.cited and frame.subject is not None:
            links, self.active, self.cited = distinct([*links, *self.cited]), None, ()
        if frame.kind == "citing" and self.active is None and not frame.backward:
            self.cited = links
        if self.active is not None and not frame.backward:
            if frame.subject is None or frame.kind == "participle":
                return ()
            if aside or not self._coordinated(frame):
                links = distinct([*self.active[1], *links])
        if frame.backward:
            self._backward(start, frame, links)
        self._mark(self._frame_start(frame, start), stop)
        if frame.forward is not None:
            self._forward(frame, links)
        self.free = max(self.free, stop)
        return self.carry or links

    def _stop(self, token: int) -> int:
        return self.page.tokens[token].start if token < self.unit.stop else self.end

    def _frame_start(self, frame: Frame, start: int) -> int:
        """An adverbial before the frame belongs to it ("earlier on Tuesday, X said")."""
        if frame.backward or frame.joined or self.active is not None or frame.first - self.unit.start > 12:
            return start
        return min(start, self.free)

    def _backward(self, start: int, frame: Frame, links: tuple[Link, ...]) -> None:
        """What stands before the frame: a source named last is the outermost of what others said there."""
        if self.active is not None:
            at, inner = self.active
            links = distinct([*links, *inner])
            self._paint(at, start, links)
        if self.behind is not None and frame.kind == "according" and links[0].source.type in MEDIA:
            low, high, inner = self.behind
            self._paint(low, high, distinct([*links, *inner]))
        elif self.free < start and self.active is None:
            self._paint(self.free, start, links)
            self.behind = (self.free, start, links)
        self.active = None if frame.forward is None else self.active
        self.carry = links

    def _forward(self, frame: Frame, links: tuple[Link, ...]) -> None:
        at = self._start(frame.forward or 0)
        end = self._comma_after(frame.forward or 0) if frame.limited else self.end
        self._paint(at, end, links)
        self.active = None if frame.limited else (at, links)
        self.carry = links

    def _comma_after(self, token: int) -> int:
        for at in range(token, self.unit.stop):
            if self.page.tokens[at].form == "," and not self.page.tokens[at].quoted:
                return self.page.tokens[at].start
        return self.end

    def _paint(self, start: int, end: int, links: tuple[Link, ...]) -> None:
        if start < end:
            self.reader.painted.append(Stretch(start, end, tuple(link.source for link in links)))

    def _mark(self, start: int, end: int) -> None:
        if start < end:
            self.reader.painted.append(Stretch(start, end, frame=True))

    def _coordinated(self, frame: Frame) -> bool:
        """Whether a frame stands beside the last one and not inside what was said."""
        if self.active is not None and self._start(frame.first) <= self.active[0]:
            return False
        before = self.page.tokens[frame.first - 1] if frame.first > self.unit.start else None
        token = self.page.tokens[frame.first]
        joined = any(
            tag.lead for tag in token.tags if tag.kind in ("say", "announce", "quote", "describe", "think")
        )
        return joined or before is None or before.form in ",;-" or before.tag("conjunct") is not None

    carry: tuple[Link, ...] = ()

    def carried(self) -> Record | None:
        """Who speaks on if the next sentence is a quotation or follows a colon."""
        if not self.carry:
            return None
        return Record(self.carry, self.index)


# --------------------------------------------------------------------------------------------------
# Sentences as ranges of tokens
# --------------------------------------------------------------------------------------------------


def _units(page: Page) -> Iterator[_Unit]:
    """The sentences of the page; those inside one quotation are one unit."""
    line = 0
    held: Sentence | None = None
    for sentence in sentences(page.text):
        whole = Sentence(held.start, sentence.end) if held else sentence
        if _inside_quotation(page, sentence.end):
            held = whole
            continue
        held = None
        start, stop = page.at(whole.start), page.at(whole.end)
        if start < stop:
            yield _Unit(start, stop, line)
            line += 1
    if held is not None and page.at(held.start) < page.at(held.end):
        yield _Unit(page.at(held.start), page.at(held.end), line)


def _inside_quotation(page: Page, offset: int) -> bool:
    at = page.at(offset)
    return 0 < at < len(page.tokens) and page.tokens[at].quoted and page.tokens[at - 1].quoted
