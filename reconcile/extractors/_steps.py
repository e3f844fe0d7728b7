"""Steps over the tokens between a reporting verb and what was said: when, where, to whom, in which medium.

"The minister, John Roe, told Reuters in an interview on Friday, according to an aide, that ..." has one
verb, one "that", and much in between that belongs to neither. A frame takes along what it passes: the
outlet that was spoken to and the source it is told by are links of its chain.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reconcile.extractors._phrases import Phrase, following
from reconcile.extractors._sources import Page, Tag, Token

__all__ = ["ACTIVE", "CUES", "SPEAKING", "STOPS", "TAILS", "VERBS", "WINDOW", "Frame", "Steps"]

VERBS = ("say", "announce", "think", "report", "written")
CUES = (*VERBS, "quote", "describe", "passive", "participle")
WINDOW = 25
ACTIVE = (*VERBS, "quote", "describe")
_ADVERBIAL = ("openers", "adverb", "time", "preposition", "determiner", "conjunct", "sides", "same")
STOPS = frozenset(",:;()")


TAILS = frozenset((",", '"', "”", "“", "»", "״", "-", "–", "—", "'", "’", "?", "!"))
SPEAKING = frozenset(("named_official", "official_body", "organisation", "anonymous_officials", "person"))


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


class Steps:
    """Reads the tokens ``start`` to ``stop`` of a page."""

    def __init__(self, page: Page, start: int, stop: int) -> None:
        self.page, self.start, self.stop = page, start, stop
        self.tokens = page.tokens
        self.done = start
        """The first token that no frame has taken yet."""

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

    def _complement_ahead(self, at: int) -> int | None:
        for end in range(at, min(at + WINDOW, self.stop)):
            if self._complement(end) and not (self._tag(end, "relative") or self._prefixed(self.tokens[end])):
                return end
            if self.tokens[end].tag(*CUES) and not self.tokens[end].tag("head", "preposition", "objects"):
                return None
        return None

    def _closes(self, at: int) -> bool:
        return self._ends_at(at) or self._form(at) in TAILS or self._complement(at)

    def _led(self, token: Token) -> bool:
        """Whether letters that mean "by", "in" or "to" stand before the noun of a token."""
        leads = [tag.lead for tag in token.tags if tag.kind in ("head", "outlet", "agency")]
        joined = (*self.page.lexicon.grammar["conjunctions"], *self.page.lexicon.complement_prefixes)
        return bool(leads) and all(lead and lead not in joined for lead in leads)

    def _opens(self, at: int) -> bool:
        """Whether only openers stand between the beginning of the sentence and a token."""
        return all(t.mark or t.tag("openers", "adverb", "time", "thus") for t in self.tokens[self.start : at])

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

    def _names_content(self, at: int) -> bool:
        """Whether a preposition begins here that leads to what was announced ("on the need for")."""
        return self._form(at) in self.page.lexicon.content_prepositions

    def _is_aside(self, at: int) -> bool:
        """Whether something begins here that stands between a verb and what was said."""
        return self._tag(at, "relative", "preposition", "pronoun") is not None

    # ----------------------------------------------------------------------------------------------
    # Steps
    # ----------------------------------------------------------------------------------------------

    def _pass(self, at: int, frame: Frame) -> int:
        """The token after all that tells when, where and to whom something was said."""
        for _ in range(WINDOW):
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
        if subject.known and subject.type not in SPEAKING:
            return at
        inverted = frame.kind in VERBS and self._ends_at(phrase.last)
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
        while self._tag(verb, *ACTIVE, "relative") is None and verb < at + 2:
            verb += 1
        tag = self._tag(verb, *ACTIVE)
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
        while self._tag(at, "determiner"):
            at += 1
        if at >= self.stop:
            return 0
        tag = self._tag(at, "outlet", "agency")
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
            if token.tag(*CUES) or (not self.page.lexicon.verb_first and end > at + 5):
                return at
            if self._complement(end) or token.form == ",":
                return end
            end += 1
        return at


def _with_name(left: Phrase, right: Phrase) -> Phrase:
    """A source whose name and role stand on both sides of a comma."""
    role = right if right.known and (not left.known or left.head == "person") else left
    name = f"{left.name}, {right.name}"
    person = "person" in (left.head, right.head) and role.type not in ("outlet", "agency")
    type_ = "named_official" if person and role.head != "person" else role.type
    whole = Phrase(left.first, right.last, type_, name, role.head, words=left.words | right.words)
    return replace(whole, side=left.side or right.side, known=left.known or right.known)
