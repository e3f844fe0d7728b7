"""Frames: the words that attribute, and what of their sentence they govern.

A frame is a reporting verb with its subject ("the ministry said on Monday that"), a phrase like "according
to X", or a name with a colon after it. It governs what follows it, what stands before it, or both. One
reader finds the frames of one sentence; who "he" or "the official" is, and how far a source carries on
into the next sentence, is decided later.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reconcile.extractors._phrases import Phrase, following, preceding, read
from reconcile.extractors._sources import Page, Tag, Token

__all__ = ["Frame", "frames"]

_VERBS = ("say", "announce", "think", "report", "written")
_CUES = (*_VERBS, "quote", "describe", "passive", "participle")
_WINDOW = 25
_ACTIVE = (*_VERBS, "quote", "describe")
_ADVERBIAL = ("openers", "adverb", "time", "preposition", "determiner", "conjunct", "sides", "same")
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
    personal: bool = False
    """The subject is "he" or "she", which no outlet is."""
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
        return thus is not None and frame.first <= self.start + thus.length + 1

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
        if tag := token.tag("according", "citing", "relayed"):
            return self._step_source(at, tag, frame)
        return self._step_adjunct(at, frame)

    def _when(self, at: int) -> Tag | None:
        """A word for a time, or a number beside one."""
        token = self.tokens[at]
        if token.form[0].isdigit():
            return self._tag(at - 1, "time") or self._tag(at + 1, "time")
        if token.mention is not None and self._tag(at + 1, "time"):
            return Tag("time", token.form)
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
        if phrase is None or phrase.last - at > 10:
            return at
        if phrase.known and subject.known and phrase.head != "person":
            return at
        if subject.known and subject.type not in _SPEAK:
            return at
        inverted = frame.kind in _VERBS and self._ends_at(phrase.last)
        if self._form(phrase.last) != "," and not inverted:
            return at
        frame.subject = _with_name(subject, phrase)
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
        (frame.inner if tag.kind == "citing" else frame.outer).append(phrase)
        return end

    def _source_after(self, at: int) -> tuple[Phrase | None, int]:
        """The source after "according to", also through "what the correspondent reported"."""
        verb = at
        while self._tag(verb, *_ACTIVE, "relative") is None and verb < at + 2:
            verb += 1
        tag = self._tag(verb, *_ACTIVE)
        phrase = (
            following(self.page, verb + tag.length, self.stop) if tag else following(self.page, at, self.stop)
        )
        return phrase, (phrase.last if phrase else at)

    def _step_adjunct(self, at: int, frame: Frame) -> int:
        """Over "on Tuesday", "in Paris", "in a statement", "to Reuters"."""
        token = self.tokens[at]
        if token.mention is not None and token.mention.start > token.start:
            return self.page.at(token.mention.end)
        led = any(tag.lead for tag in token.tags if tag.kind in ("media", "outlet", "agency", "head", "time"))
        if not led and not token.tag("preposition", "speaking_to"):
            return at
        noun = at if led else at + (tag.length if (tag := token.tag("speaking_to")) else 1)
        while self._tag(noun, "determiner", "same", "joint"):
            noun += 1
        if when := self._tag(noun, "time", "listeners"):
            return noun + (when.length if when.kind == "listeners" else 0)
        return self._medium(noun, frame) or self._step_media(noun, frame) or at

    def _step_media(self, noun: int, frame: Frame) -> int:
        """Over a statement, an interview or a post in which something was said; 0 when there is none."""
        for place in range(noun, min(noun + 4, self.stop)):
            if self.tokens[place].mark:
                return 0
            if self._tag(place, "media"):
                frame.stated = True
                while self._tag(place + 1, "media"):
                    place += 1  # noqa: PLW2901
                return self._past_media(place + 1, frame)
        return 0

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
        end = at
        while end < min(at + 14, self.stop):
            token = self.tokens[end]
            if token.tag("relayed"):
                return end
            spoken_to = self._tag(end - 1, "preposition") is not None or self._led(token)
            if spoken_to and (past := self._medium(end, frame)):
                end = past
                continue
            if token.tag(*_CUES) or (not self.page.lexicon.verb_first and end > at + 5):
                return at
            if self._complement(end) or token.form == ",":
                return end
            end += 1
        return at

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
        return at if direct and self._form(at) not in _STOPS else None

    def _is_aside(self, at: int) -> bool:
        """Whether something begins here that stands between a verb and what was said."""
        return self._tag(at, "relative", "preposition", "pronoun") is not None

    def _complement_ahead(self, at: int) -> int | None:
        for end in range(at, min(at + _WINDOW, self.stop)):
            if self._complement(end) and not (self._tag(end, "relative") or self._prefixed(self.tokens[end])):
                return end
            if self.tokens[end].tag(*_CUES) and not self.tokens[end].tag("head", "preposition", "objects"):
                return None
        return None

    # ----------------------------------------------------------------------------------------------
    # The kinds of frame
    # ----------------------------------------------------------------------------------------------

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

    def _names_content(self, at: int) -> bool:
        """Whether a preposition begins here that leads to what was announced ("on the need for")."""
        return self._form(at) in self.page.lexicon.content_prepositions

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
        if first <= self.done or self._form(first - 1) not in _TAILS:
            return False
        if self._is_adverbial(self.done, first):
            return False
        frame.first = first
        if self._after_quotation(first) and not self._complement(at) and self._complement_ahead(at) is None:
            return True
        return (
            self._ends_at(at) or self._form(at) in (",", ";") or self.tokens[at].tag("conjunct") is not None
        )

    def _is_adverbial(self, first: int, last: int) -> bool:
        """Whether a run of tokens only tells when, where or whose turn it is ("in Rome, for its part,")."""
        return all(
            t.partner < 0 and (t.mark or t.mention or t.form[0].isdigit() or t.tag(*_ADVERBIAL))
            for t in self.tokens[first:last]
        )

    def _after_quotation(self, first: int) -> bool:
        """Whether a quotation stands right before the frame (`"...", he added.`)."""
        before = first - 1
        while self._form(before) in (",", "-") and before > self.start:
            before -= 1
        return self.tokens[before].partner >= 0

    def _goes_on(self, at: int) -> bool:
        return not (self._ends_at(at) or self._tag(at, "participle") or self._turns(at))

    def _passive_voice(self, at: int) -> bool:
        before = at - 1
        while self._tag(before, "adverb") and not self._tag(before, "be"):
            before -= 1
        return self._tag(before, "be") is not None

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

    def _subject(self, at: int, ahead: int, tag: Tag, *, back: bool = False) -> tuple[Phrase | None, int]:
        """Who says it, and where the frame begins; ``back``: the subject can only stand before the verb.

        ``ahead`` is where a subject after the verb begins.
        """
        after = None if back or not self._may_follow(at) else following(self.page, ahead, self.stop)
        if after is not None and not self._plausible(after):
            after = None
        before = None if self._pointing(at) else preceding(self.page, at, self.done)
        if self._form(at - 1) in _TAILS and after is not None and not self.page.lexicon.verb_first:
            before = None if not (before and before.known and not after.known) else before
        if before is not None and not before.known and not self._plausible_before(before, ahead):
            before = None
        if tag.lead and (after is None or not self.page.lexicon.verb_first):
            begin = self.start + (1 if self.page.lexicon.verb_first else 0)
            before = self._first_phrase(begin, at) if self.done == self.start else None
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

    def _may_follow(self, at: int) -> bool:
        """Whether a subject may stand after its verb here (elsewhere only after a quotation or a comma)."""
        if self.page.lexicon.verb_first:
            return True
        if self._pointing(at):
            return False
        return not self.page.lexicon.cased or self._form(at - 1) in _TAILS or self._opens(at)

    def _plausible(self, phrase: Phrase) -> bool:
        """Whether a phrase after a verb is its subject and no object: known, or a name before "that"."""
        token = self.tokens[phrase.first]
        if phrase.known and not self._inverted(phrase):
            return False
        if phrase.known:
            return not (self._led(token) or (token.tag("preposition") and not token.tag("head")))
        if token.tag("objects", "preposition"):
            return False
        if self.page.lexicon.cased:
            return self._closes(phrase.last)
        return self._is_named_subject(phrase)

    def _inverted(self, phrase: Phrase) -> bool:
        """Whether a phrase after its verb is the subject there: in Hebrew only with "that", or at the end."""
        lexicon, verb = self.page.lexicon, phrase.first - 1
        if lexicon.verb_first or lexicon.cased or self._opens(verb):
            return True
        ahead = self._pass(phrase.last, Frame(0, 0, "say", phrase))
        return self._complement(ahead) or self._ends_at(ahead) or self._after_quotation(verb)

    def _is_named_subject(self, phrase: Phrase) -> bool:
        """Whether an unknown name after a verb is its subject: a quotation or "that" is near."""
        verb = phrase.first - 1
        if self._after_quotation(verb):
            return True
        probe = Frame(0, 0, "say", phrase)
        ahead = self._pass(phrase.last, probe)
        known = probe.subject is not None and probe.subject.known
        return known or self._complement(ahead) or self._complement_ahead(ahead) is not None

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
        if phrase is None or (not phrase.known and not self._is_short_name(phrase)):
            return None
        frame = Frame(at, end, "according", phrase)
        end = self._pass(end, frame)
        return self._around(frame, at, end)

    def _is_short_name(self, phrase: Phrase) -> bool:
        return self._closes(phrase.last) and phrase.last - phrase.first <= 3

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
        if tag.lead in self.page.lexicon.complement_prefixes or self._negated(at):
            return None
        if tag.kind == "thus" and (tag.length == 1 or not self._agent(at + tag.length)):
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
        while (when := self._when(at) if at < self.stop else None) or self._form(at) == "(":
            ahead = at + when.length if when else self._step_aside(at)
            if ahead == at:
                break
            at = ahead
        tag = self._tag(at, "agent")
        if tag is not None:
            phrase = following(self.page, at + tag.length, self.stop)
        else:
            token = self.tokens[at] if at < self.stop else None
            if token is None or not (self._led(token) or self._led_by_agent(at)):
                return None
            phrase = following(self.page, at, self.stop)
        return phrase if phrase and (phrase.known or tag) else None

    def _led(self, token: Token) -> bool:
        """Whether letters that mean "by", "in" or "to" stand before the noun of a token."""
        leads = [tag.lead for tag in token.tags if tag.kind in ("head", "outlet", "agency")]
        joined = (*self.page.lexicon.grammar["conjunctions"], *self.page.lexicon.complement_prefixes)
        return bool(leads) and all(lead and lead not in joined for lead in leads)

    def _led_by_agent(self, at: int) -> bool:
        token = self.tokens[at]
        return token.mention is not None and self.page.at(token.mention.start) > at

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

    def _before_be(self, at: int) -> int:
        while self._tag(at - 1, "be", "adverb"):
            at -= 1
        return at

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
        content = self._content(end, direct=self.page.lexicon.cased or verb_first)
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
        for at in range(first, min(first + (1 if self.page.lexicon.cased else 4), stop)):
            phrase = following(self.page, at, stop)
            if phrase is not None and phrase.known and phrase.type not in ("official_statement", "document"):
                probe = Frame(at, at, "", phrase)
                self._step_apposition(phrase.last, probe)
                return probe.subject
        return self._introduced(first) if first < stop else None

    def _introduced(self, at: int) -> Phrase | None:
        """A surname whose holder the page introduces elsewhere by role."""
        token = self.tokens[at]
        if token.tags or token.mention or token.mark or self.page.introduced([token.form]) is None:
            return None
        return read(self.page, at, at + 1)

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

    def _spoken(self) -> Frame | None:
        """A sentence without a cue in which somebody leads up to a colon and a quotation."""
        for at in range(self.start + 1, self.stop - 1):
            if self._form(at) == ":" and self.tokens[at + 1].partner > at + 2:
                subject = self._first_phrase(self.start, at)
                if subject is None or subject.type not in _SPEAK:
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


def _with_name(left: Phrase, right: Phrase) -> Phrase:
    """A source whose name and role stand on both sides of a comma."""
    role = right if right.known and (not left.known or left.head == "person") else left
    name = f"{left.name}, {right.name}"
    person = "person" in (left.head, right.head) and role.type not in ("outlet", "agency")
    type_ = "named_official" if person and role.head != "person" else role.type
    whole = Phrase(left.first, right.last, type_, name, role.head, words=left.words | right.words)
    return replace(whole, side=left.side or right.side, known=left.known or right.known)


_TAILS = frozenset((",", '"', "”", "“", "»", "״", "-", "–", "—", "'", "’", "?", "!"))
_SPEAK = frozenset(("named_official", "official_body", "organisation", "anonymous_officials", "person"))
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
    **dict.fromkeys(_VERBS, _Reader._verb),
}
