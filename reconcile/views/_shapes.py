"""What a trace is made of: plain records that views lay out. All words in them are safe for one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from reconcile.model import FactStatus, FindingKind, Severity

__all__ = [
    "Axis", "Cell", "EntityRow", "FactRow", "FindingTrace", "Guess", "Page", "Passage", "Side", "Tally",
    "Voice",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote and the words around it, without control characters; ``zone`` where not running text."""

    before: str
    quote: str
    after: str
    zone: str | None
    more: tuple[str, ...] = ()
    """Other quotes out of the same sentence."""

    @property
    def sentence(self) -> str:
        """The quote and what stands around it."""
        return self.before + self.quote + self.after

    @property
    def quotes(self) -> tuple[str, ...]:
        """Everything that is quoted out of the sentence."""
        return (self.quote, *self.more)

    @property
    def pieces(self) -> tuple[tuple[bool, str], ...]:
        """The sentence cut into what is quoted (``True``) and what is not.

        >>> Passage("a ", "b", " c d", None, ("d",)).pieces
        ((False, 'a '), (True, 'b'), (False, ' c '), (True, 'd'))
        """
        quoted = [False] * len(self.sentence)
        starts = [len(self.before), *(self.sentence.find(quote) for quote in self.more)]
        for start, quote in zip(starts, self.quotes, strict=True):
            quoted[max(start, 0) : max(start, 0) + len(quote)] = [True] * len(quote)
        groups = groupby(zip(quoted, self.sentence, strict=False), key=lambda pair: pair[0])
        return tuple((mark, "".join(char for _, char in pairs)) for mark, pairs in groups)


@dataclass(frozen=True, slots=True)
class Page:
    """One article as a reader meets it."""

    id: str
    outlet: str
    named: bool
    """Whether the outlet is known; ``outlet`` is the article's id where it is not."""
    published: str
    iso: str | None
    language: str | None
    direction: str
    title: str | None
    url: str | None
    claims: int
    cited: tuple[str, ...]
    """The first sources that the article cites, the most cited one first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim: the words of one outlet for one side."""

    claim: str
    article: str
    outlet: str
    published: str
    iso: str | None
    language: str | None
    direction: str
    passages: tuple[Passage, ...]
    raw: str | None
    """The words that the value was read from, where they are not the quote."""
    caption: bool
    chain: tuple[str, ...]
    certainty: tuple[str, ...]
    anchor: str | None

    @property
    def quote(self) -> str | None:
        """The first words quoted, or ``None`` where the claim came without any."""
        return self.passages[0].quote if self.passages else None

    @property
    def quotes(self) -> tuple[str, ...]:
        """All words quoted, or those that the value was read from."""
        told = tuple(quote for passage in self.passages for quote in passage.quotes)
        return told or ((self.raw,) if self.raw else ())

    @property
    def brief(self) -> tuple[str, ...]:
        """Where the words stand and how sure they are, where that is to be noted."""
        return (*dict.fromkeys(p.zone for p in self.passages if p.zone), *self.certainty)

    @property
    def notes(self) -> tuple[str, ...]:
        """Everything about the words that a reader should know, in plain English."""
        return (*self.brief, self.anchor) if self.anchor else self.brief


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a finding with everyone who tells it."""

    fact: str | None
    question: str | None
    """What this side answers, where that is not the question of the finding."""
    value: str
    words: str | None
    """The same as an editor would write it, where that differs (a date)."""
    kind: str
    ltr: bool
    """Whether the value is written in neutral, left-to-right signs (a date, a number)."""
    denied: bool
    names: tuple[str, ...]
    """Other printed names of the same person, body or place."""
    voices: tuple[Voice, ...]
    tellings: tuple[Voice, ...]
    """The voices with quotes out of one sentence told together."""
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    witnesses: str
    """How many outlets and independent origins, in words."""
    standing: str = ""
    """How sure that makes, against which other value, and who speaks for a party."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One of the five axes of evidence."""

    name: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class Guess:
    """A hypothesis with the outlets of the suspected side and what speaks for it."""

    kind: str
    title: str
    outlets: tuple[str, ...]
    reason: str
    support: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FindingTrace:
    """Everything that is shown of one finding."""

    id: str
    kind: FindingKind
    severity: Severity
    sign: str
    title: str
    event: str
    aside: bool
    """Whether it belongs to another event than the main one, so that the event is to be named."""
    attribute: str
    question: str
    sides: tuple[Side, ...]
    rule: str
    ruleset: str
    relation: str | None
    reason: str
    axes: tuple[Axis, ...]
    guesses: tuple[Guess, ...]
    left_out: tuple[str, ...]
    """Who took no side, and with which value."""

    @property
    def anchor(self) -> str:
        """The fragment of the page that the finding stands at."""
        return f"finding-{_fragment(self.id)}"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article has to do with one fact: a sign, the same in words, and its voices."""

    article: str
    outlet: str
    sign: str
    word: str
    voices: tuple[Voice, ...] = ()
    others: tuple[str, ...] = ()
    """The values that it tells instead."""

    def adds_to(self, value: str) -> bool:
        """Whether its words are other words than the value itself."""
        return any(voice.quotes != (value,) or voice.brief for voice in self.voices)


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact and what every article of its event has to do with it."""

    id: str
    event: str
    attribute: str
    question: str
    side: Side
    status: FactStatus
    sign: str
    confidence: float
    cells: tuple[Cell, ...]
    findings: tuple[str, ...]
    """The fragments of the findings that it is a side of."""

    def outlets(self, sign: str) -> tuple[str, ...]:
        """The outlets whose cells have a sign."""
        return tuple(dict.fromkeys(cell.outlet for cell in self.cells if cell.sign == sign))


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One person, body or place with all printed names."""

    id: str
    kind: str
    event: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    outlets: tuple[str, ...]
    ambiguous: tuple[str, ...]
    learnt: tuple[str, ...]
    """Other names that one article, or the user's table, gives beside a name, and who gives them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers at the head of every view."""

    articles: int
    outlets: int
    events: int
    claims: int
    facts: int
    agreed: int
    contradictions: int
    warnings: int
    updates: int
    differences: int


def _fragment(id: str) -> str:
    return re.sub(r"[^\w.-]", "-", id, flags=re.ASCII)
