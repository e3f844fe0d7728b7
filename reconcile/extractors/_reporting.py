"""Frames: the words that attribute, and what of their sentence they govern.

A frame is a reporting verb with its subject ("the ministry said on Monday that"), a phrase like "according
to X", or a name with a colon after it. It governs what follows it, what stands before it, or both. One
reader finds the frames of one sentence; who "he" or "the official" is, and how far a source carries on
into the next sentence, is decided later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.extractors._phrases import Phrase, following, preceding, read
from reconcile.extractors._sources import Page, Tag, Token

__all__ = ["Frame", "frames"]

_VERBS = ("say", "announce", "think", "report", "written")
_CUES = (*_VERBS, "quote", "describe", "passive", "participle")
_WINDOW = 25
_STOPS = frozenset(",:;()")


@dataclass(slots=True)
class Frame:
    """The tokens ``first`` to ``last`` attribute; what was said begins at ``forward`` and/or stands before."""

    first: int
    last: int
    kind: str
    subject: Phrase | None = None
    forward: int | None = None
    backward: bool = False
    outer: list[Phrase] = field(default_factory=list)
    """Sources that the whole of it goes back to: the outlet that was spoken to, "according to X"."""
    inner: list[Phrase] = field(default_factory=list)
    """Sources that the subject quotes."""
    stated: bool = False
    """Said in a statement, so that "the statement" may point back to it."""
    limited: bool = False
    """The clause ends at the next comma ("as the ministry said, ...")."""
    previous: bool = False
    """It tells who said the sentence before ("This was reported by ...")."""
    joined: bool = False
    """The verb goes on with the subject of the sentence ("..., and noted that"): nothing before it is its own."""
    unstated: bool = False
    """A passive without an agent: nobody is named, unless somebody was speaking already."""


def frames(page: Page, start: int, stop: int) -> list[Frame]:
    """The frames of one sentence, from left to right.

    >>> page = Page("Oslo agreed on Friday, the ministry said.", "en")
    >>> [(f.subject.name, f.backward) for f in frames(page, 0, len(page.tokens))]
    [('ministry', True)]
    """
    return list(_Reader(page, start, stop).read())


class _Reader:
    """Reads the tokens ``start`` to ``stop`` of a page."""

    def __init__(self, page: Page, start: int, stop: int) -> None:
        self.page, self.start, self.stop = page, start, stop
        self.tokens = page.tokens
        self.done = start
        """The first token that no frame has taken yet."""

    def read(self) -> Iterator[Frame]:
        at = self.start
        if (titled := self._titled()) is not None:
            yield titled
            at = self.done = titled.last
        while at < self.stop:
            frame = None if self.tokens[at].quoted else self._frame(at)
            if frame is not None:
                yield frame
                self.done = frame.last
            at = max(at + 1, frame.last if frame else 0)

    def _frame(self, at: int) -> Frame | None:
        for tag in self.tokens[at].tags:
            frame = self._of(at, tag)
            if frame is not None:
                frame.previous = self._tells_of_previous(frame)
                return frame
        return None

    def _of(self, at: int, tag: Tag) -> Frame | None:
        reader = _READERS.get(tag.kind)
        return reader(self, at, tag) if reader else None

    # ----------------------------------------------------------------------------------------------
    # Small looks at tokens
    # ----------------------------------------------------------------------------------------------

    def _form(self, at: int) -> str:
        return self.tokens[at].form if self.start <= at < self.stop else ""

    def _tag(self, at: int, *kinds: str) -> Tag | None:
        return self.tokens[at].tag(*kinds) if self.start <= at < self.stop else None

    def _ends_at(self, at: int) -> bool:
        return at >= self.stop or all(t.mark and t.partner < 0 for t in self.tokens[at : self.stop])

    def _complement(self, at: int) -> bool:
        """Whether "that", a colon or a quotation begins here."""
        if at >= self.stop:
            return False
        token = self.tokens[at]
        if token.form == ":" or token.partner > at or token.tag("complement", "quoted_as"):
            return True
        return self._prefixed(token)

    def _prefixed(self, token: Token) -> bool:
        """Whether "that" is written together with the word (Hebrew)."""
        prefixes = self.page.lexicon.complement_prefixes
        if not prefixes or not token.form.startswith(prefixes) or len(token.form) < 3:
            return False
        return not any(not tag.lead for tag in token.tags) and not token.mention

    def _said(self, at: int) -> int:
        """Where the words themselves begin, after a colon or "that"."""
        return at + 1 if self._form(at) == ":" and at + 1 < self.stop else at

    def _negated(self, at: int) -> bool:
        before = at - 1
        while self._tag(before, "adverb", "be") and not self._tag(before, "negation"):
            before -= 1
        if self._tag(before, "negation", "infinitive"):
            return True
        return self._tag(before, "complement") is not None and self._tag(before - 1, "without") is not None

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
        return thus is not None and frame.first <= self.start + thus.length + 1 and self._ends_at(frame.last)

    # ----------------------------------------------------------------------------------------------
    # What stands around the words that were said
    # ----------------------------------------------------------------------------------------------

    def _pass(self, at: int, frame: Frame) -> int:
        """The token after all that tells when, where and to whom something was said."""
        for _ in range(_WINDOW):
            ahead = self._step(at, frame)
            if ahead == at or ahead >= self.stop:
                return min(ahead, self.stop)
            at = ahead
        return at

    def _step(self, at: int, frame: Frame) -> int:
        if at >= self.stop:
            return at
        token = self.tokens[at]
        if token.form == ",":
            return self._step_comma(at, frame)
        if token.form in "(-" and not token.tags:
            return self._step_aside(at)
        tag = token.tag("listeners", "adverb") or self._when(at)
        if tag is not None:
            return at + tag.length
        if tag := token.tag("according", "citing"):
            return self._step_source(at, tag, frame)
        return self._step_adjunct(at, frame)

    def _when(self, at: int) -> Tag | None:
        """A word for a time, or a number beside one."""
        token = self.tokens[at]
        if token.form[0].isdigit():
            return self._tag(at - 1, "time") or self._tag(at + 1, "time")
        return None if self._is_subject_like(at) else token.tag("time")

    def _is_subject_like(self, at: int) -> bool:
        return self._tag(at, "head", "outlet") is not None and not self.page.lexicon.verb_first

    def _step_comma(self, at: int, frame: Frame) -> int:
        """Over a comma, when what follows it is another adjunct or "that"."""
        if at + 1 >= self.stop or self._ends_at(at + 1):
            return at
        if self._complement(at + 1):
            return at + 1
        probe = Frame(at, at, "")
        ahead = self._step(at + 1, probe) if self._form(at + 1) != "," else at + 1
        if ahead > at + 1:
            return at + 1
        return self._step_apposition(at, frame)

    def _step_apposition(self, at: int, frame: Frame) -> int:
        """Over ", the minister," or ", John Roe," after a subject."""
        subject = frame.subject
        if subject is None or subject.last != at:
            return at
        phrase = following(self.page, at + 1, self.stop)
        if phrase is None or phrase.last - at > 10 or (phrase.known and subject.known):
            return at
        inverted = frame.kind in _VERBS and self._ends_at(phrase.last)
        if self._form(phrase.last) != "," and not inverted:
            return at
        words = subject.words | phrase.words
        known = phrase if phrase.known and not subject.known else subject
        name = f"{subject.name}, {phrase.name}" if known is subject and not phrase.known else known.name
        frame.subject = Phrase(
            subject.first, phrase.last, known.type, name, known.head, known.side or phrase.side, words=words
        )
        return phrase.last

    def _step_aside(self, at: int) -> int:
        """Over an aside between dashes or in brackets."""
        other = ")" if self._form(at) == "(" else "-"
        if other == "-" and self.page.text[self.tokens[at].end : self.tokens[at].end + 1] != " ":
            return at
        for end in range(at + 1, min(at + 14, self.stop)):
            if self._form(end) == other:
                return end + 1
        return at

    def _step_source(self, at: int, tag: Tag, frame: Frame) -> int:
        """Over "according to its sources" or "citing an official" inside a frame."""
        phrase, end = self._source_after(at + tag.length)
        if phrase is None:
            return at
        (frame.outer if tag.kind == "according" else frame.inner).append(phrase)
        return end

    def _source_after(self, at: int) -> tuple[Phrase | None, int]:
        """The source after "according to", also through "what the correspondent reported"."""
        verb = at
        while self._tag(verb, *_CUES, "relative") is None and verb < at + 2:
            verb += 1
        tag = self._tag(verb, *_CUES)
        phrase = (
            following(self.page, verb + tag.length, self.stop) if tag else following(self.page, at, self.stop)
        )
        return phrase, (phrase.last if phrase else at)

    def _step_adjunct(self, at: int, frame: Frame) -> int:
        """Over "on Tuesday", "in a statement", "to Reuters"."""
        token = self.tokens[at]
        led = any(tag.lead for tag in token.tags if tag.kind in ("media", "outlet", "agency", "head", "time"))
        if not led and not token.tag("preposition", "speaking_to"):
            return at
        noun = at if led else at + (tag.length if (tag := token.tag("speaking_to")) else 1)
        while self._tag(noun, "determiner", "same") or self._form(noun) in ("special", "joint", "televised"):
            noun += 1
        if self._tag(noun, "time"):
            return noun
        if medium := self._medium(noun, frame):
            return medium
        for place in range(noun, min(noun + 3, self.stop)):
            if self._tag(place, "media") and not any(t.mark for t in self.tokens[noun:place]):
                frame.stated = True
                return self._past_media(place + 1, frame)
        if listener := self._tag(noun, "listeners"):
            return noun + listener.length
        return at

    def _medium(self, at: int, frame: Frame) -> int:
        """Past the outlet that was spoken to, which becomes the outermost source; 0 when it is none."""
        token = self.tokens[at] if at < self.stop else None
        if token is None or not (token.tag("outlet", "agency", "head") or token.partner > at):
            return 0
        tag = token.tag("outlet", "agency")
        phrase = following(self.page, at, at + tag.length if tag else self.stop)
        if phrase is None or phrase.type not in ("outlet", "agency"):
            return 0
        if not phrase.bare and phrase.head == "medium":
            frame.outer.append(phrase)
        return phrase.last

    def _past_media(self, at: int, frame: Frame) -> int:
        """After "in a statement": up to "that", a colon, a quotation or a comma when one is near."""
        for end in range(at, min(at + 14, self.stop)):
            token = self.tokens[end]
            if self._complement(end) or token.form == "," or token.tag(*_CUES):
                return end if not token.tag(*_CUES) else at
            if token.tag("outlet", "agency", "head") and (self._tag(end - 1, "preposition") or _led(token)):
                self._medium(end, frame)
            if not self.page.lexicon.verb_first and end > at + 5:
                return at
        return at

    def _content(self, at: int, frame: Frame, direct: bool) -> int | None:
        """Where what was said begins, when that is sure: at "that", or right here if ``direct``."""
        if self._complement(at):
            return self._said(at)
        if self._ends_at(at) or self._form(at) in _STOPS:
            return None
        adjunct = self._tag(at, "preposition") is not None or any(t.lead for t in self.tokens[at].tags)
        if adjunct or not direct:
            found = self._complement_ahead(at)
            if found is not None:
                return self._said(found)
        return at if direct else None

    def _complement_ahead(self, at: int) -> int | None:
        for end in range(at, min(at + _WINDOW, self.stop)):
            if self._complement(end) and not self._tag(end, "relative"):
                return end
            if self.tokens[end].tag(*_CUES) and not self.tokens[end].tag("head", "preposition", "objects"):
                return None
        return None

    # ----------------------------------------------------------------------------------------------
    # The kinds of frame
    # ----------------------------------------------------------------------------------------------

    def _verb(self, at: int, tag: Tag) -> Frame | None:
        if self._negated(at) or self._passive_voice(at) or tag.lead in self.page.lexicon.complement_prefixes:
            return None
        if tag.kind == "written":
            return self._written(Frame(at, at + 1, tag.kind), at + tag.length)
        addressed = tag.value in self.page.lexicon.grammar["addressees"]
        subject, first = self._subject(at, tag, back=addressed)
        pointing = subject is None and self._pointing(at)
        if (
            subject is None
            and not pointing
            and not self.page.lexicon.verb_first
            and not self._continues(at, tag)
        ):
            return None
        last = at + tag.length
        frame = Frame(min(at, first), last, tag.kind, subject, joined=bool(tag.lead))
        at_content = max(last, subject.last if subject else 0)
        if addressed:
            at_content = self._addressee(last, frame)
        at_content = self._pass(at_content, frame)
        return self._place(frame, at_content, tag, pointing)

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
        known = frame.subject is not None and frame.subject.known
        direct = tag.kind in ("announce", "think") and known
        if tag.kind == "announce" and self.page.lexicon.verb_first and frame.subject is None:
            direct = self._tag(at, "preposition") is not None
        if tag.kind == "say" and self.page.lexicon.cased:
            direct = frame.subject is not None or pointing
        if self._is_tail(frame, at) and (known or frame.subject or pointing):
            frame.backward, frame.last = True, at
            frame.forward = at + 1 if self._form(at) == "," and self._goes_on(at + 1) else None
            return frame
        if direct and self._form(at) == ",":
            at += 1
        content = self._content(at, frame, direct)
        if content is None or (tag.kind == "report" and not self._complement(at)):
            return None
        if tag.kind == "think" and not known:
            return None
        if frame.subject is None and not pointing and not (direct or self._complement(at)):
            return None
        frame.forward, frame.last = content, content
        frame.limited = self._limited(frame.first)
        return frame

    def _is_tail(self, frame: Frame, at: int) -> bool:
        """Whether the frame closes what was said ("..., the ministry said.")."""
        first = frame.first
        while self._tag(first - 1, "thus", "openers", "adverb", "conjunct"):
            first -= 1
        if first <= self.done or self._form(first - 1) not in _TAILS:
            return False
        frame.first = first
        return (
            self._ends_at(at) or self._form(at) in (",", ";") or self.tokens[at].tag("conjunct") is not None
        )

    def _goes_on(self, at: int) -> bool:
        return not self._ends_at(at) and not self._tag(at, "participle")

    def _passive_voice(self, at: int) -> bool:
        before = at - 1
        while self._tag(before, "adverb") and not self._tag(before, "be"):
            before -= 1
        return self.page.lexicon.cased and self._tag(before, "be") is not None

    def _pointing(self, at: int) -> bool:
        """Whether a pronoun stands before the verb ("he said")."""
        before = at - 1
        while self._tag(before, "adverb") and not self._tag(before, "pronoun"):
            before -= 1
        return self._tag(before, "pronoun") is not None

    def _continues(self, at: int, tag: Tag) -> bool:
        """Whether a verb without a subject goes on with the last speaker ("and added that")."""
        return bool(tag.lead) or self._tag(at - 1, "conjunct") is not None or self._opens(at)

    def _opens(self, at: int) -> bool:
        """Whether only openers stand between the beginning of the sentence and a token."""
        return all(t.mark or t.tag("openers", "adverb", "time", "thus") for t in self.tokens[self.start : at])

    def _subject(self, at: int, tag: Tag, *, back: bool = False) -> tuple[Phrase | None, int]:
        """Who says it, and where the frame begins; ``back``: the subject can only stand before the verb."""
        after = None if back else following(self.page, at + tag.length, self.stop)
        before = None if self._pointing(at) else preceding(self.page, at, self.done)
        if self._form(at - 1) in _TAILS and after is not None and not self.page.lexicon.verb_first:
            before = None if not (before and before.known and not after.known) else before
        if after is not None and not self._plausible(after):
            after = None
        if before is not None and not before.known and not self._plausible_before(before, at + tag.length):
            before = None
        if self.page.lexicon.verb_first and tag.lead and after is None:
            before = self._first_phrase(self.start + 1, at) if self.done == self.start else None
        order = (after, before) if self.page.lexicon.verb_first else (before, after)
        chosen = next((p for p in order if p and p.known), None) or next((p for p in order if p), None)
        if chosen is not None and tag.lead and chosen is before:
            return chosen, at
        if chosen is None:
            first = at
            while self._tag(first - 1, "pronoun", "adverb"):
                first -= 1
            return None, first
        return chosen, min(chosen.first, at)

    def _plausible(self, phrase: Phrase) -> bool:
        """Whether a phrase after a verb is its subject and no object: known, or a name before "that"."""
        token = self.tokens[phrase.first]
        if phrase.known:
            return not token.tag("preposition") or token.tag("head") is not None
        if token.tag("objects", "preposition"):
            return False
        if self.page.lexicon.cased:
            return (
                self._ends_at(phrase.last)
                or self._form(phrase.last) in _TAILS
                or self._complement(phrase.last)
            )
        ahead = self._pass(phrase.last, Frame(0, 0, "", phrase))
        return self._complement(ahead) or (self._ends_at(ahead) and self._form(phrase.first - 2) in _TAILS)

    def _plausible_before(self, phrase: Phrase, at: int) -> bool:
        """Whether an unknown name before a verb is its subject."""
        if self.page.lexicon.cased:
            return True
        return self._complement(self._pass(at, Frame(0, 0, ""))) and phrase.last - phrase.first <= 4

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
        if phrase is None or (not phrase.known and not self._closes(phrase.last)):
            return None
        frame = Frame(at, end, "according", phrase)
        end = self._pass(end, frame)
        return self._around(frame, at, end)

    def _closes(self, at: int) -> bool:
        return self._ends_at(at) or self._form(at) in _TAILS or self._complement(at)

    def _around(self, frame: Frame, at: int, end: int) -> Frame:
        """Let a frame that is no verb govern what follows it, what stands before it, or both."""
        frame.last = end
        opens = at == self.done or self._opens(at) or self._form(at - 1) in (";", ":")
        if self._form(end) in (",", "-"):
            end += 1
        if not opens:
            frame.backward = True
        if not self._ends_at(end):
            frame.forward = frame.last = self._said(end)
        return frame

    def _by_last(self, at: int, tag: Tag) -> Frame:
        """ "By his account": the one who spoke last, or the noun before "according to which"."""
        subject = preceding(self.page, at, self.done) if tag.kind == "according_which" else None
        frame = self._around(Frame(at, at + tag.length, "last", subject), at, at + tag.length)
        frame.backward = frame.backward and tag.kind != "according_which"
        return frame

    def _citing(self, at: int, tag: Tag) -> Frame | None:
        phrase, end = self._source_after(at + tag.length)
        if phrase is None or not phrase.known:
            return None
        frame = Frame(at, end, "citing", phrase)
        return self._around(frame, at, self._pass(end, frame))

    def _passive(self, at: int, tag: Tag) -> Frame | None:
        if (tag.kind == "thus" and not self._agent(at + tag.length)) or self._negated(at):
            return None
        agent = self._agent(at + tag.length)
        before = None if tag.kind == "thus" else preceding(self.page, at, self.done)
        subject = agent or (before if before and before.known else None)
        first = min(at, subject.first) if subject else at
        frame = Frame(first, at + tag.length, "passive", subject, unstated=subject is None)
        end = self._pass(max(at + tag.length, subject.last if subject else 0), frame)
        if tag.kind == "thus":
            frame.last, frame.backward = end, True
            return frame
        if self._is_tail(frame, end):
            frame.backward, frame.last = True, end
            return frame
        if self._complement(end):
            return self._forward(frame, end)
        return None

    def _agent(self, at: int) -> Phrase | None:
        """The one by whom something was said, after "by" or under a preposition."""
        tag = self._tag(at, "agent")
        if tag is not None:
            phrase = following(self.page, at + tag.length, self.stop)
        else:
            token = self.tokens[at] if at < self.stop else None
            if token is None or not (_led(token) or self._led_by_agent(at)):
                return None
            phrase = following(self.page, at, self.stop)
        return phrase if phrase and (phrase.known or tag) else None

    def _led_by_agent(self, at: int) -> bool:
        token = self.tokens[at]
        return token.mention is not None and self.page.at(token.mention.start) > at

    def _quote(self, at: int, tag: Tag) -> Frame | None:
        """ "Reuters quoted an official as saying": the subject is the relay, the object the source."""
        if self._negated(at):
            return None
        if self._passive_voice(at):
            return self._quoted(at, tag)
        subject, first = self._subject(at, tag)
        start = max(at + tag.length, subject.last if subject and subject.first > at else 0)
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

    def _before_be(self, at: int) -> int:
        while self._tag(at - 1, "be", "adverb"):
            at -= 1
        return at

    def _describe(self, at: int, tag: Tag) -> Frame | None:
        """ "X described the talks as": only what comes after "as" is the words of X."""
        if self._negated(at) or self._passive_voice(at):
            return None
        subject, first = self._subject(at, tag)
        if subject is None or not subject.known:
            return None
        start = max(at + tag.length, subject.last)
        for end in range(start, min(start + _WINDOW, self.stop)):
            if self._form(end) == "as" or self._complement(end) or self._form(end) in ("כ", "ב", "ب"):
                frame = Frame(min(at, first), max(start, at + tag.length), "describe", subject)
                frame.forward = end
                return frame
            if self._tag(end, *_CUES) and not self._tag(end, "head"):
                return None
        return None

    def _participle(self, at: int, tag: Tag) -> Frame | None:
        """ "..., adding that": the subject of the sentence goes on."""
        frame = Frame(at, at + tag.length, "participle", joined=True)
        end = self._pass(at + tag.length, frame)
        verb_first = self.page.lexicon.verb_first
        content = self._content(end, frame, direct=self.page.lexicon.cased or verb_first)
        if content is None or self._negated(at):
            return None
        first = self.start + 1 if verb_first else self.start
        if self.done == self.start:
            frame.subject = self._first_phrase(first, at)
            if frame.subject is None:
                return None
        return self._forward(frame, content)

    def _first_phrase(self, first: int, stop: int) -> Phrase | None:
        """The first phrase of the sentence that is known to be a source."""
        for at in range(first, min(first + 4, stop)):
            phrase = following(self.page, at, stop)
            if phrase is not None and phrase.known:
                return phrase
        return None

    def _titled(self) -> Frame | None:
        """ "Ministry: two hurt", or a name before a colon and a quotation."""
        for at in range(self.start, min(self.start + 12, self.stop)):
            token = self.tokens[at]
            if token.form == ":" and at > self.start:
                return self._colon(at)
            if token.tag(*_CUES) and not token.tag("head", "preposition", "outlet", "objects", "adverb"):
                return None
            if token.form in (".", "?", "!", ";"):
                return None
        return None

    def _colon(self, at: int) -> Frame | None:
        if at + 1 >= self.stop or self.page.text[self.tokens[at].end : self.tokens[at].end + 1].isdigit():
            return None
        phrase = read(self.page, self.start, at)
        speech = self.tokens[at + 1].partner > at + 1
        if phrase is None or phrase.first > self.start + 4:
            return None
        if not speech and (not phrase.known or phrase.type == "government" or phrase.head in _NO_TITLES):
            return None
        return Frame(self.start, at + 1, "titled", phrase, forward=at + 1)


_TAILS = frozenset((",", '"', "”", "“", "»", "״", "-", "–", "—", "'", "’", "?", "!"))
_NO_TITLES = frozenset({"document", "study", "report", "press", "official"})


def _led(token: Token) -> bool:
    """Whether letters that mean "by", "in" or "to" stand before the noun of a token."""
    return any(tag.lead for tag in token.tags if tag.kind in ("head", "outlet", "agency"))


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
    **dict.fromkeys(_VERBS, _Reader._verb),
}
