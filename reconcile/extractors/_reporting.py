"""Frames: the words that attribute, and what of their sentence they govern.

A frame is a reporting verb with its subject ("the ministry said on Monday that"), a phrase like "according
to X", or a name with a colon after it. It governs what follows it, what stands before it, or both. One
reader finds the frames of one sentence; who "he" or "the official" is, and how far a source carries on
into the next sentence, is decided later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reconcile.extractors._phrases import Phrase, following, preceding
from reconcile.extractors._sources import Page, Tag
from reconcile.extractors._steps import CUES, SPEAKING, STOPS, TAILS, VERBS, WINDOW, Frame
from reconcile.extractors._subjects import Subjects

__all__ = ["Frame", "frames"]


def frames(page: Page, start: int, stop: int) -> list[Frame]:
    """The frames of one sentence, from left to right.

    >>> page = Page("Oslo agreed on Friday, the ministry said.", "en")
    >>> [(f.subject.name, f.backward) for f in frames(page, 0, len(page.tokens))]
    [('ministry', True)]
    """
    return list(_Reader(page, start, stop).read())


class _Reader(Subjects):
    """Reads the frames of one sentence."""

    def read(self) -> Iterator[Frame]:
        at = self.start
        if (titled := self._titled()) is not None:
            yield titled
            at = self.done = titled.last
        while at < self.stop:
            token = self.tokens[at]
            frame = None if token.quoted or token.tag("relayed") else self._frame(at)
            if frame is not None:
                yield frame
                self.done = frame.last
            at = max(at + 1, frame.last if frame else 0)
        if self.done == self.start and (spoken := self._spoken()) is not None:
            yield spoken

    def _frame(self, at: int) -> Frame | None:
        if self._tag(at, "media") and self._tag(at - 1, "preposition"):
            return None
        for tag in self.tokens[at].tags:
            frame = self._of(at, tag)
            if frame is not None:
                frame.previous = self._tells_of_previous(frame)
                frame.forward = None if frame.previous else frame.forward
                return frame
        return None

    def _of(self, at: int, tag: Tag) -> Frame | None:
        reader = _READERS.get(tag.kind)
        return reader(self, at, tag) if reader else None

    def _limited(self, first: int) -> bool:
        """Whether the frame belongs to a clause that ends at the next comma ("as X said, ...")."""
        before = first - 1
        if self._tag(before, "complement"):
            before -= 1
        token = self.tokens[before] if self.start <= before else None
        return (
            token is not None and token.tag("subordinator") is not None and not token.tag("conjunct", "head")
        )

    def _tells_of_previous(self, frame: Frame) -> bool:
        thus = self._tag(self.start, "thus")
        return thus is not None and frame.first <= self.start + thus.length + 1

    def _content(self, at: int, direct: bool) -> int | None:
        """Where what was said begins, when that is sure: at "that", or right here if ``direct``."""
        if self._complement(at):
            return self._said(at)
        if self._ends_at(at):
            return None
        comma = self._form(at) == ","
        start = at + 1 if comma else at
        late = self._complement_ahead(start) if self._names_content(start) else None
        if late is not None and self._form(late - 1) == ",":
            return self._said(late)
        if direct and (self._names_content(start) or (comma and not self._is_aside(start))):
            return start
        if not direct or comma or self._is_aside(at) or any(tag.lead for tag in self.tokens[at].tags):
            found = self._complement_ahead(at)
            if found is not None:
                return self._said(found)
        return at if direct and self._form(at) not in STOPS else None

    def _verb(self, at: int, tag: Tag) -> Frame | None:
        lexicon = self.page.lexicon
        if self._negated(at) or self._passive_voice(at) or tag.lead in lexicon.complement_prefixes:
            return None
        if tag.kind == "written":
            return self._written(Frame(at, at + 1, tag.kind), at + tag.length)
        addressed = tag.value in lexicon.grammar["addressees"]
        frame = Frame(at, at + tag.length, tag.kind, joined=bool(tag.lead))
        ahead = self._pass(frame.last, frame) if lexicon.verb_first else frame.last
        frame.subject, frame.first = self._subject(at, ahead, tag, back=addressed)
        if frame.subject is None and not self._goes_without(at, tag):
            return None
        pointing = frame.subject is None and self._pointing(at)
        frame.personal = pointing and any(self._tag(p, "personal") for p in range(frame.first, at))
        if addressed:
            ahead = self._addressee(at + tag.length, frame)
        elif frame.subject is not None:
            ahead = max(ahead, frame.subject.last)
        return self._place(frame, self._pass(ahead, frame), tag, pointing)

    def _goes_without(self, at: int, tag: Tag) -> bool:
        """Whether a verb without a subject can still go back to somebody who spoke before."""
        if self.page.lexicon.verb_first or self._pointing(at):
            return True
        return self._continues(at, tag) or self._after_quotation(at)

    def _addressee(self, at: int, frame: Frame) -> int:
        """Past the one who was told; an outlet among them is where it was read."""
        if self._complement(at) or self._tag(at, "listeners"):
            return at
        phrase = following(self.page, at, self.stop)
        if phrase is None:
            return at
        return self._medium(at, frame) or phrase.last

    def _place(self, frame: Frame, at: int, tag: Tag, pointing: bool) -> Frame | None:
        """Decide what a verb governs: what follows, or what stands before it."""
        if self._is_quoted_title(frame, at):
            return self._place(frame, self.tokens[at + 1].partner + 1, tag, pointing)
        named = frame.subject is not None or pointing
        if self._is_tail(frame, at) and (named or self._after_quotation(frame.first)):
            if tag.kind == "report" and not self._after_quotation(frame.first):
                return None
            frame.backward, frame.last = True, at
            frame.forward = at + 1 if self._form(at) == "," and self._goes_on(at + 1) else None
            return frame
        direct = self._direct(frame, at, tag, pointing)
        content = self._content(at, direct)
        if content is None or (tag.kind == "report" and not self._sure(at, content)):
            return None
        if not named and not (direct or self._complement(at) or self._follows_soon(at, content, tag)):
            return None
        frame.forward, frame.last = content, content
        frame.limited = self._limited(frame.first)
        return frame

    def _is_quoted_title(self, frame: Frame, at: int) -> bool:
        """Whether "on "This Week"" tells where a quotation was said that stands before the frame."""
        if not self._tag(at, "preposition") or at + 1 >= self.stop:
            return False
        close = self.tokens[at + 1].partner
        return 0 < close - at <= 6 and self._after_quotation(frame.first)

    def _follows_soon(self, at: int, content: int, tag: Tag) -> bool:
        """Whether only an aside parts a verb without a subject from its "that" (verb-first languages)."""
        return self.page.lexicon.verb_first and tag.kind in ("say", "announce") and content - at <= 14

    def _direct(self, frame: Frame, at: int, tag: Tag, pointing: bool) -> bool:
        """Whether what was said may follow a verb without "that" in between."""
        known = frame.subject is not None and frame.subject.known
        if tag.kind == "think":
            return known
        if self.page.lexicon.cased and (pointing or (tag.kind == "say" and frame.subject is not None)):
            return tag.kind in ("say", "announce")
        if tag.kind == "announce" and self.page.lexicon.verb_first and frame.subject is None:
            return self._names_content(at)
        if tag.kind == "announce" and not (self.page.lexicon.verb_first or self.page.lexicon.cased):
            return known and self._names_content(at)
        return tag.kind == "announce" and known

    def _sure(self, at: int, content: int) -> bool:
        """Whether "that" or a quotation is near enough for a word that mostly is no verb of saying."""
        return self._complement(at) or (
            self._form(content - 1) == ":" and self.tokens[content].partner > content
        )

    def _is_tail(self, frame: Frame, at: int) -> bool:
        """Whether the frame closes what was said ("..., the ministry said.")."""
        first = frame.first
        while self._tag(first - 1, "thus", "openers", "adverb", "conjunct"):
            first -= 1
        if first <= self.done or self._form(first - 1) not in TAILS:
            return False
        if self._is_adverbial(self.done, first):
            return False
        frame.first = first
        if self._after_quotation(first) and not self._complement(at) and self._complement_ahead(at) is None:
            return True
        return (
            self._ends_at(at) or self._form(at) in (",", ";") or self.tokens[at].tag("conjunct") is not None
        )

    def _goes_on(self, at: int) -> bool:
        return not (self._ends_at(at) or self._tag(at, "participle") or self._turns(at))

    def _continues(self, at: int, tag: Tag) -> bool:
        """Whether a verb without a subject goes on with the last speaker ("and added that")."""
        return bool(tag.lead) or self._tag(at - 1, "conjunct") is not None or self._opens(at)

    def _written(self, frame: Frame, at: int) -> Frame | None:
        """ "It says in the statement": the verb takes a document or an outlet after "in"."""
        phrase = following(self.page, at + 1 if self._tag(at, "preposition") else at, self.stop)
        if phrase is None or not phrase.known or self._tag(at, "preposition") is None:
            return None
        frame.subject = phrase
        at = self._pass(phrase.last, frame)
        return self._forward(frame, at) if self._complement(at) else None

    def _forward(self, frame: Frame, at: int) -> Frame:
        frame.forward = frame.last = self._said(at)
        return frame

    def _according(self, at: int, tag: Tag) -> Frame | None:
        phrase, end = self._source_after(at + tag.length)
        if phrase is None or (not phrase.known and not self._is_short_name(phrase)):
            return None
        frame = Frame(at, end, "according", phrase)
        end = self._pass(end, frame)
        return self._around(frame, at, end)

    def _is_short_name(self, phrase: Phrase) -> bool:
        return self._closes(phrase.last) and phrase.last - phrase.first <= 3

    def _around(self, frame: Frame, at: int, end: int) -> Frame:
        """Let a frame that is no verb govern what follows it, what stands before it, or both."""
        frame.last = end
        opens = at == self.done or self._opens(at) or self._form(at - 1) in (";", ":")
        if self._form(end) in (",", "-"):
            end += 1
        if not opens:
            frame.backward = True
        if not self._ends_at(end) and not (frame.backward and self._turns(end)):
            frame.forward = frame.last = self._said(end)
        return frame

    def _turns(self, at: int) -> bool:
        """Whether the sentence turns to something else here ("..., according to X, while ...")."""
        return self._tag(at, "conjunct") is not None and self._tag(at, "additive") is None

    def _by_last(self, at: int, tag: Tag) -> Frame:
        """ "By his account": the one who spoke last, or the noun before "according to which"."""
        subject = preceding(self.page, at, self.done) if tag.kind == "according_which" else None
        frame = self._around(Frame(at, at + tag.length, "last", subject), at, at + tag.length)
        frame.backward = frame.backward and tag.kind != "according_which"
        return frame

    def _citing(self, at: int, tag: Tag) -> Frame | None:
        phrase, end = self._source_after(at + tag.length)
        if phrase is None or not (phrase.known or self.page.lexicon.cased):
            return None
        frame = Frame(at, end, "citing", phrase)
        return self._around(frame, at, self._pass(end, frame))

    def _passive(self, at: int, tag: Tag) -> Frame | None:
        """ "It was reported", "said in a statement from X": the source is the agent, or stands before."""
        if tag.lead in self.page.lexicon.complement_prefixes or self._negated(at):
            return None
        if tag.kind == "thus":
            return self._so_said(at, tag) if tag.length == 1 else self._thus(at, tag)
        before = preceding(self.page, at, self.done)
        subject = self._agent(at + tag.length) or (before if before and before.known else None)
        first = min(at, subject.first) if subject else at
        frame = Frame(first, at + tag.length, "passive", subject, unstated=subject is None)
        end = self._pass(max(at + tag.length, subject.last if subject else 0), frame)
        if self._is_tail(frame, end):
            frame.backward, frame.last = True, end
            return frame
        return self._forward(frame, end) if self._complement(end) else None

    def _thus(self, at: int, tag: Tag) -> Frame | None:
        """ "This was reported by X": of the sentence before."""
        subject = self._agent(at + tag.length)
        return Frame(at, subject.last, "passive", subject, backward=True) if subject else None

    def _so_said(self, at: int, tag: Tag) -> Frame | None:
        """`"...", thus the minister.`: a source after a quotation without a verb."""
        subject = following(self.page, at + tag.length, self.stop)
        if subject is None or not (
            subject.known and self._ends_at(subject.last) and self._after_quotation(at)
        ):
            return None
        return Frame(at, subject.last, "titled", subject, backward=True)

    def _quote(self, at: int, tag: Tag) -> Frame | None:
        """ "Reuters quoted an official as saying": the subject is the relay, the object the source."""
        if self._negated(at):
            return None
        if self._passive_voice(at):
            return self._quoted(at, tag)
        subject, first = self._subject(at, at + tag.length, tag)
        start = max(at + tag.length, subject.last if subject and subject.first > at else 0)
        relay = Frame(at, start, "quote")
        start = self._pass(start, relay)
        start += 1 if self._form(start) == "," else 0
        if self._tag(start, "preposition"):
            start += 1
        source = following(self.page, start, self.stop)
        if source is None or (subject is None and not self.page.lexicon.verb_first):
            return None
        frame = Frame(min(at, first), source.last, "quote", subject, inner=[source])
        if subject is None:
            frame.subject, frame.inner = source, []
        end = self._pass(source.last, frame)
        content = self._complement_ahead(end)
        if content is None:
            return None
        quoted_as = self._tag(content, "quoted_as")
        return self._forward(frame, content + (quoted_as.length if quoted_as else 0))

    def _quoted(self, at: int, tag: Tag) -> Frame | None:
        """ "An official was quoted by Reuters as saying"."""
        subject = preceding(self.page, self._before_be(at), self.done)
        if subject is None:
            return None
        frame = Frame(subject.first, at + tag.length, "quote", subject)
        content = self._complement_ahead(at + tag.length)
        for agent in range(at + tag.length, content or at):
            if self._tag(agent, "agent") and (relay := following(self.page, agent + 1, self.stop)):
                frame.outer.append(relay)
        return self._forward(frame, content) if content is not None else None

    def _describe(self, at: int, tag: Tag) -> Frame | None:
        """ "X described the talks as": only what comes after "as" is the words of X."""
        if self._negated(at):
            return None
        subject, first = self._subject(at, at + tag.length, tag)
        if self._passive_voice(at):
            subject, first = self._agent(at + tag.length), at
        if subject is None or not subject.known:
            return None
        start = max(at + tag.length, subject.last)
        for end in range(start, min(start + WINDOW, self.stop)):
            if self._complement(end) or self._form(end) in self.page.lexicon.grammar["described_as"]:
                frame = Frame(min(at, first), max(start, at + tag.length), "describe", subject)
                frame.forward = end
                return frame
            if self._tag(end, *CUES) and not self._tag(end, "head"):
                return None
        return None

    def _participle(self, at: int, tag: Tag) -> Frame | None:
        """ "..., adding that": the subject of the sentence goes on."""
        frame = Frame(at, at + tag.length, "participle", joined=True)
        end = self._pass(at + tag.length, frame)
        verb_first = self.page.lexicon.verb_first
        content = self._content(end, direct=self.page.lexicon.cased or verb_first)
        if content is None or self._negated(at) or self._tag(at - 1, "adverb", "be"):
            return None
        first = self.start + 1 if verb_first else self.start
        if self.done == self.start:
            frame.subject = self._first_phrase(first, at)
            if frame.subject is None:
                return None
        return self._forward(frame, content)

    def _titled(self) -> Frame | None:
        """ "Ministry: two hurt", or a name before a colon and a quotation."""
        for at in range(self.start, min(self.start + 12, self.stop)):
            token = self.tokens[at]
            if token.form == ":" and at > self.start:
                return self._colon(at)
            if token.tag(*CUES) and not token.tag("head", "preposition", "outlet", "objects", "adverb"):
                return None
            if token.form in (".", "?", "!", ";"):
                return None
        return None

    def _spoken(self) -> Frame | None:
        """A sentence without a cue in which somebody leads up to a colon and a quotation."""
        for at in range(self.start + 1, self.stop - 1):
            if self._form(at) == ":" and self.tokens[at + 1].partner > at + 2:
                subject = self._first_phrase(self.start, at)
                if subject is None or subject.type not in SPEAKING:
                    return None
                return Frame(subject.first, at + 1, "titled", subject, forward=at + 1)
        return None

    def _colon(self, at: int) -> Frame | None:
        if at + 1 >= self.stop or self.page.text[self.tokens[at].end : self.tokens[at].end + 1].isdigit():
            return None
        first = self.start
        while first < at and self._tag(first, "openers", "time", "adverb", "conjunct"):
            first += 1
        phrase = following(self.page, first, at)
        speech = self.tokens[at + 1].partner > at + 1
        if self._tag(first, "labels") and phrase is not None and phrase.last - phrase.first == 1:
            return None
        if phrase is not None and phrase.last < at and not (speech and self._tag(phrase.last, "preposition")):
            phrase = None
        if phrase is None or phrase.first > self.start + 4:
            return None
        if not speech and (not phrase.known or phrase.type == "government" or phrase.head in _NO_TITLES):
            return None
        return Frame(self.start, at + 1, "titled", phrase, forward=at + 1)


_NO_TITLES = frozenset({"document", "study", "report", "press", "official"})


_READERS: Mapping[str, Callable[[_Reader, int, Tag], Frame | None]] = {
    "according": _Reader._according,
    "according_last": _Reader._by_last,
    "according_which": _Reader._by_last,
    "citing": _Reader._citing,
    "passive": _Reader._passive,
    "thus": _Reader._passive,
    "quote": _Reader._quote,
    "describe": _Reader._describe,
    "participle": _Reader._participle,
    **dict.fromkeys(VERBS, _Reader._verb),
}
