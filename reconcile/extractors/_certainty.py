"""How sure a source is of a value, and whether it holds the value to be so, from the words around it.

A cue ("may", "is expected", "did not") speaks for the clause it stands in: nearest wins, a turn in between
("not Oslo but Rome") ends its reach, and words that only look like a cue ("not only", "no later than")
are struck out first. A negation reaches what follows it; time and place it reaches only where the event
itself is denied, because talks that brought no deal in Rome still were in Rome.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reconcile import languages
from reconcile.extractors._sentences import Sentence, clauses
from reconcile.extractors._sources import plain
from reconcile.model import Certainty, Polarity

__all__ = ["assess"]

_MODAL = {
    "unknown": Certainty.UNKNOWN,
    "possible": Certainty.POSSIBLE,
    "conditional": Certainty.POSSIBLE,
    "probable": Certainty.PROBABLE,
    "planned": Certainty.PLANNED,
}
_AGAINST = ("denied", "negated", "absent")
_FAR = {"negated": 7, "absent": 2, "conditional": 5}
"""How many words a negation or a condition reaches over."""
_SIGHT = 1000
"""How many characters around a value are read of a sentence without end."""
_BACK = 8
_INTO = 2
"""How many words of the value itself may stand before its cue."""
_ASSERTED = (Certainty.ASSERTED, Polarity.AFFIRM)


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    kind: str
    back: bool
    """Whether it speaks for what stands before it in its clause as well."""
    brief: bool
    """Whether its reach ends at the next comma."""


@dataclass(frozen=True, slots=True)
class _Cues:
    """The patterns of one language."""

    kinds: re.Pattern[str]
    friends: re.Pattern[str]
    turns: re.Pattern[str]
    adjectives: re.Pattern[str]
    complements: re.Pattern[str]
    relatives: re.Pattern[str]
    events: re.Pattern[str]
    forward: re.Pattern[str]
    brief: re.Pattern[str]
    adjuncts: re.Pattern[str]
    lookalikes: re.Pattern[str]


def assess(
    text: str, start: int, end: int, sentence: Sentence | None, language: str
) -> tuple[Certainty, Polarity]:
    """The certainty and the polarity of the words from ``start`` to ``end`` of a sentence of ``text``.

    >>> text = "Envoys may meet in Oslo, but they did not sign a deal."
    >>> [assess(text, at, at + 4, None, "en")[0].value for at in (text.index("Oslo"), text.index("deal"))]
    ['possible', 'denied']
    """
    cues = _cues(language)
    if cues is None:
        return _ASSERTED
    low, high = (sentence.start, sentence.end) if sentence else (0, len(text))
    low, high = max(low, start - _SIGHT), min(high, end + _SIGHT)
    bare, removed = plain(text[low:high])
    first, last = (offset - bisect_left(removed, offset) for offset in (start - low, end - low))
    clause = _clause(bare, first, cues)
    folded = _without_asides(languages.fold(bare), first, last, clause, cues)
    found = [cue for cue in _find(folded, clause, cues) if _reaches(folded, cue, first, last, cues)]
    return _verdict(folded, found, first, last, cues)


def _clause(text: str, at: int, cues: _Cues) -> Sentence:
    """The clause that a place lies in."""
    found = clauses(text)
    holding = [clause for clause in found if clause.start <= at < clause.end]
    return holding[0] if holding else Sentence(0, len(text))


def _without_asides(text: str, first: int, last: int, clause: Sentence, cues: _Cues) -> str:
    """The text with a relative clause between commas blanked, where the value lies outside of it."""
    for match in cues.relatives.finditer(text, clause.start, clause.end):
        before = text[: match.start()].rstrip()
        close = text.find(",", match.end(), clause.end)
        if before.endswith(",") and close > 0 and not (match.start() <= first < close):
            text = text[: match.start()] + " " * (close - match.start()) + text[close:]
    return text


def _find(text: str, clause: Sentence, cues: _Cues) -> Iterator[_Cue]:
    """The cues of a clause, without those that only look like one."""
    friends = [match.span() for match in cues.friends.finditer(text, clause.start, clause.end)]
    relative = [match.end() for match in cues.lookalikes.finditer(text, clause.start, clause.end)]
    for match in cues.kinds.finditer(text, clause.start, clause.end):
        kind = match.lastgroup or ""
        if any(low < match.end() and match.start() < high for low, high in friends):
            continue
        word = match[kind]
        brief = kind not in ("denied", *_MODAL) or cues.brief.fullmatch(word) is not None
        ahead = brief or kind == "denied" or cues.forward.fullmatch(word) is not None
        inside = any(match.start() <= at <= match.end() for at in relative)
        yield _Cue(match.start(kind), match.end(), kind, not ahead and not inside, brief or inside)


def _reaches(text: str, cue: _Cue, first: int, last: int, cues: _Cues) -> bool:
    """Whether a cue speaks for the words from ``first`` to ``last``."""
    if cue.start >= last:
        return _reaches_back(text, cue, last, cues)
    if cue.start >= first:
        return cue.back or _words(text, first, cue.start) <= _INTO
    return _reaches_on(text, cue, first, cues)


def _reaches_back(text: str, cue: _Cue, last: int, cues: _Cues) -> bool:
    """Whether a cue speaks for words before it: its subject, as far as no comma and no "that" lie between."""
    between = text[last : cue.start]
    if not cue.back or cues.complements.search(between):
        return False
    return (cue.kind == "unknown" or "," not in between) and len(between.split()) <= _BACK


def _reaches_on(text: str, cue: _Cue, first: int, cues: _Cues) -> bool:
    """Whether a cue speaks for words after it."""
    between = text[cue.end : first]
    if cues.turns.search(between) or (cue.brief and "," in between):
        return False
    if cue.kind in _FAR and (len(between.split()) > _FAR[cue.kind] or cues.relatives.search(between)):
        return False
    if cue.kind != "negated" or not _is_adjunct(text, first, cues):
        return True
    return cues.events.search(between) is not None


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _is_adjunct(text: str, first: int, cues: _Cues) -> bool:
    """Whether the words tell when or where, by the word before them or the one they begin with."""
    before = text[:first].rstrip()
    word = before[before.rfind(" ") + 1 :]
    begins = cues.adjuncts.match(text, first)
    return cues.adjuncts.fullmatch(word) is not None or begins is not None


def _verdict(
    text: str, found: Sequence[_Cue], first: int, last: int, cues: _Cues
) -> tuple[Certainty, Polarity]:
    modal = [cue for cue in found if cue.kind in _MODAL]
    against = any(cue.kind in _AGAINST for cue in found)
    polarity = Polarity.NEGATE if against else Polarity.AFFIRM
    if any(cue.kind == "unknown" for cue in found):
        return Certainty.UNKNOWN, Polarity.AFFIRM
    if modal:
        nearest = min(modal, key=lambda cue: (cue.start >= last, abs(first - cue.start)))
        return _MODAL[nearest.kind], polarity
    if against:
        return Certainty.DENIED, polarity
    if _doubted(text, first, last, cues):
        return Certainty.POSSIBLE, polarity
    return Certainty.ASSERTED, polarity


def _doubted(text: str, first: int, last: int, cues: _Cues) -> bool:
    """Whether an adjective like "possible" stands right beside a short value."""
    if text.count(" ", first, last) > 3:
        return False
    window = text[max(0, first - 16) : first], text[last : last + 16]
    before, after = window[0].split()[-1:], window[1].split()[:1]
    words = [*before, *after, *text[first:last].split()]
    return any(cues.adjectives.fullmatch(word.strip(".,;:\"'")) for word in words)


@cache
def _cues(language: str) -> _Cues | None:
    """The patterns of a language, or ``None`` when its pack has none."""
    table = languages.load(language).table("cues").get("certainty") if language in languages.known() else None
    if not table:
        return None
    lead = "|".join(map(languages.fold, table["conjunctions"]))
    lead = f"(?:{lead})?" if lead else ""
    kinds = "|".join(f"{lead}(?P<{kind}>{_any(table, kind)})" for kind in (*_MODAL, *_AGAINST))
    return _Cues(
        re.compile(rf"(?<!\w)(?:{kinds})(?!\w)"),
        friends=_pattern(table, "friends", lead),
        turns=_pattern(table, "turns", lead),
        adjectives=_pattern(table, "adjectives", lead),
        complements=_pattern(table, "complements", lead),
        relatives=_pattern(table, "relatives", lead),
        events=_pattern(table, "events", lead),
        forward=_pattern(table, "forward", ""),
        brief=_pattern(table, "brief", ""),
        adjuncts=_pattern(table, "adjuncts", ""),
        lookalikes=_pattern(table, "lookalikes", ""),
    )


def _any(table: dict[str, Any], key: str) -> str:
    """All expressions of a key as one, the longer first."""
    return "|".join(sorted(map(languages.fold, table[key]), key=len, reverse=True)) or r"\b\B"


def _pattern(table: dict[str, Any], key: str, lead: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){lead}(?:{_any(table, key)})(?!\w)")
