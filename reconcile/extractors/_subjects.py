"""Who says it: the subject of a reporting verb, before it or after it.

Verb-first languages put the subject after the verb, the others before it, save after a quotation ("...",
said the minister). A phrase that names a source by its head noun is taken at its word; a mere name must be
followed by "that" or a quotation.
"""

from __future__ import annotations

from reconcile.extractors._phrases import Phrase, following, preceding, read
from reconcile.extractors._sources import Tag
from reconcile.extractors._steps import TAILS, Frame, Steps

__all__ = ["Subjects"]


class Subjects(Steps):
    """Finds the subject of a verb, and whether it says anything at all."""

    def _subject(self, at: int, ahead: int, tag: Tag, *, back: bool = False) -> tuple[Phrase | None, int]:
        """Who says it, and where the frame begins; ``back``: the subject can only stand before the verb.

        ``ahead`` is where a subject after the verb begins.
        """
        after = None if back or not self._may_follow(at) else following(self.page, ahead, self.stop)
        if after is not None and not self._plausible(after):
            after = None
        before = None if self._pointing(at) else preceding(self.page, at, self.done)
        inverted = after is not None and self._form(at - 1) in TAILS and not self.page.lexicon.verb_first
        if inverted and after is not None and (after.known or self._closes(after.last)):
            before = None
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
        return not self.page.lexicon.cased or self._form(at - 1) in TAILS or self._opens(at)

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

    def _negated(self, at: int) -> bool:
        before = at - 1
        while self._tag(before, "adverb", "be") and not self._tag(before, "negation"):
            before -= 1
        if self._tag(before, "negation", "infinitive"):
            return True
        return self._tag(before, "complement") is not None and self._tag(before - 1, "without") is not None

    def _before_be(self, at: int) -> int:
        while self._tag(at - 1, "be", "adverb"):
            at -= 1
        return at

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

    def _led_by_agent(self, at: int) -> bool:
        token = self.tokens[at]
        return token.mention is not None and self.page.at(token.mention.start) > at

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
