"""The plain English around the data: what a status, a certainty, a source chain or an anchor is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from reconcile import values
from reconcile.languages import fold
from reconcile.model import (
    Anchor,
    Article,
    Certainty,
    Claim,
    DateValue,
    Fact,
    FactStatus,
    FindingKind,
    Value,
    Zone,
)
from reconcile.views._bidi import clean

__all__ = [
    "NO_DATE", "SIGNS", "STATUS_SIGNS", "TITLES", "anchor_note", "certainty_notes", "count", "dated",
    "few", "hypothesis_title", "in_words", "iso", "line", "listed", "printed", "question", "said_by", "shorten",
    "standing", "witnesses", "zone_note",
]  # fmt: skip

NO_DATE = "no date on the page"
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: Sign of a finding; the word of its kind always stands beside it.
SIGNS: Mapping[FindingKind, str] = {
    FindingKind.CONTRADICTION: "✗",
    FindingKind.DISAGREEMENT: "!",
    FindingKind.UNRESOLVED: "?",
    FindingKind.UPDATE: "↑",
    FindingKind.CORRECTION: "↑",
    FindingKind.DIFFERENCE: "≈",
    FindingKind.REFINEMENT: "≈",
    FindingKind.COMPLEMENT: "≈",
}
TITLES: Mapping[FindingKind, str] = {
    FindingKind.CONTRADICTION: "Contradiction",
    FindingKind.DISAGREEMENT: "Disagreement",
    FindingKind.UNRESOLVED: "Unresolved",
    FindingKind.UPDATE: "Update",
    FindingKind.CORRECTION: "Correction",
    FindingKind.DIFFERENCE: "Difference",
    FindingKind.REFINEMENT: "More exact",
    FindingKind.COMPLEMENT: "Completes",
}
STATUS_SIGNS: Mapping[FactStatus, str] = {
    FactStatus.AGREED: "✓",
    FactStatus.SINGLE_ORIGIN: "·",
    FactStatus.ECHO: "=",
    FactStatus.DISPUTED: "✗",
    FactStatus.SUPERSEDED: "↑",
    FactStatus.UNRESOLVED: "?",
}


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "outlet"), count(0, "story", "stories")
    ('1 outlet', '0 stories')
    """
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(names: Iterable[str]) -> str:
    """Names as a list in prose.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def few(items: Sequence[str], most: int = 12) -> list[str]:
    """The first of many, and how many more there are.

    >>> few(["a", "b", "c"], 2)
    ['a', 'b', '1 more']
    """
    rest = len(items) - most
    return [*items[:most], *([f"{rest} more"] if rest > 0 else [])]


def shorten(text: str, width: int = 600) -> str:
    """A very long text without its middle: nobody's quote may push a page aside.

    >>> shorten("a" * 50 + "b" * 50, 20)
    'aaaaaaaaaaaaa … bbbb'
    """
    if len(text) <= width:
        return text
    tail = width // 5
    return f"{text[: width - tail - 3].rstrip()} … {text[-tail:].lstrip()}"


def line(text: str, width: int = 600) -> str:
    """Words from outside on one line of bearable length, without control characters."""
    return shorten(clean(text), width)


def question(
    attribute: str, qualifiers: Mapping[str, Any], printed: Mapping[str, str] = MappingProxyType({})
) -> str:
    """What is asked, for people: the path of the attribute and its qualifiers, in words as they were printed.

    >>> question("delegation.member", {"side": "Israel"})
    'Delegation · member (side: Israel)'
    """
    path = attribute.replace(".", " · ").replace("_", " ")
    path = path[:1].upper() + path[1:]
    told = {key: [printed.get(item, item) for item in _items(qualifiers[key])] for key in sorted(qualifiers)}
    shown = "; ".join(f"{key.replace('_', ' ')}: {', '.join(items)}" for key, items in told.items())
    return f"{path} ({shown})" if shown else path


def printed(qualifiers: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    """For the folded words that facts are compared by, the form in which most claims have them.

    >>> printed([{"speaker": "Channel 12"}])
    {'channel 12': 'Channel 12'}
    """
    told = Counter(item for one in qualifiers for value in one.values() for item in _items(value))
    return {" ".join(fold(word).split()): word for word in sorted(told, key=lambda word: (told[word], word))}


def _items(value: Any) -> Iterable[str]:
    return map(str, value if isinstance(value, tuple | list) else (value,))


def moment(when: datetime, precision: str | None) -> str:
    """A time as far as it is known.

    >>> moment(datetime(2026, 1, 7, 9, 30), "minute"), moment(datetime(2026, 1, 1), "month")
    ('7 Jan 2026, 09:30', 'Jan 2026')
    """
    year, month = str(when.year), _MONTHS[when.month - 1]
    match precision:
        case "year":
            return year
        case "month":
            return f"{month} {year}"
        case "day":
            return f"{when.day} {month} {year}"
    return f"{when.day} {month} {year}, {when:%H:%M}"


def dated(article: Article) -> str:
    """When an article was published, or that its page does not say."""
    if article.published is None:
        return NO_DATE
    told = moment(article.published, article.published_precision)
    zoned = article.published_zone and article.published_precision == "minute"
    return f"{told} (UTC{article.published_zone})" if zoned else told


def iso(article: Article) -> str | None:
    """The publication time in ISO form, as far as it is known."""
    if article.published is None:
        return None
    width = {"year": 4, "month": 7, "day": 10}.get(article.published_precision or "", 16)
    return article.published.isoformat()[:width]


def witnesses(outlets: int, fact: Fact | None) -> str:
    """How many outlets tell something, and how many independent origins they go back to."""
    told = count(outlets, "outlet")
    if fact is None or not fact.origins.max:
        return told
    low, high = fact.origins.min, fact.origins.max
    if not low and fact.status is FactStatus.SUPERSEDED:
        return f"{told}, {'which tells' if outlets == 1 else 'all of which tell'} another value since"
    return f"{told}, {count(high, 'origin') if low == high else f'{low} to {high} origins'}"


def standing(fact: Fact, rival: Fact | None) -> str:
    """How sure a fact is, against what, and which of its witnesses speak for a party of the event."""
    against = ""
    if rival is not None:
        against = f", with {fact.share:.0%} of the votes against {values.show(rival.value)} ({fact.why_not})"
    parties = listed(line(name) for name in fact.origins.interested)
    verb = "speaks" if len(fact.origins.interested) == 1 else "speak"
    return line(
        f"confidence {fact.confidence:.2f}{against}{f'; {parties} {verb} for a party' if parties else ''}"
    )


def said_by(chain: Sequence[str], show: Callable[[str], str] = clean) -> str:
    """The source chain in words, outermost first; ``show`` makes each name safe for its page.

    >>> said_by([]), said_by(["Reuters", "a Syrian official"])
    ("in the outlet's own voice", 'citing Reuters, which cites a Syrian official')
    """
    if not chain:
        return "in the outlet's own voice"
    return "citing " + ", which cites ".join(show(name) for name in chain)


def zone_note(zone: Zone) -> str | None:
    """Where the words stand, unless in running text."""
    if zone is Zone.BODY:
        return None
    return "photo caption" if zone is Zone.CAPTION else zone.value.replace("_", " ")


def certainty_notes(claim: Claim) -> tuple[str, ...]:
    """How sure the source is, where it is less than a plain statement."""
    notes = [] if claim.certainty is Certainty.ASSERTED else [_CERTAINTY[claim.certainty]]
    if claim.denies and claim.certainty is not Certainty.DENIED:
        notes.append("says that this is not so")
    if claim.basis == "implied":
        notes.append("implied, not stated")
    if claim.as_of:
        notes.append(f"as of {claim.as_of}")
    return tuple(notes)


_CERTAINTY = {
    Certainty.PROBABLE: "said to be probable",
    Certainty.POSSIBLE: "said to be possible",
    Certainty.PLANNED: "planned or expected",
    Certainty.DENIED: "denied",
    Certainty.UNKNOWN: "certainty unknown",
}
_ANCHORS = {
    "publication": "the day of publication",
    "story": "the day of the story",
    "statement": "the day of the statement",
    "explicit": "another date in the text",
}


def anchor_note(value: Value) -> str | None:
    """Which parts of a date are not printed, and what they were counted from.

    >>> anchor_note(DateValue(value="2025-12-05", inferred=("year",)))
    'year not printed, inferred'
    """
    if not isinstance(value, DateValue):
        return None
    if value.unresolved:
        return f"not resolved: {value.unresolved}"
    notes = [f"{listed(value.inferred)} not printed, inferred"] if value.inferred else []
    if value.anchor:
        notes.append(_counted_from(value.anchor))
    return "; ".join(notes) or None


def _counted_from(anchor: Anchor) -> str:
    told = f"counted from {_ANCHORS[anchor.kind]}, {anchor.day:%Y-%m-%d}"
    reason = f" ({anchor.reason})" if anchor.reason else ""
    return f"{told}, itself inferred{reason}" if anchor.inferred else told + reason


def in_words(value: Value) -> str | None:
    """A date as an editor would write it, beside its notation; ``None`` for what needs no other words.

    >>> in_words(DateValue(value="2026-01-05/2026-01-06"))
    '5–6 January 2026'
    >>> in_words(DateValue(value="[2025-12-30..2026-01-02]")), in_words(DateValue(value="2026-01"))
    ('between 30 December 2025 and 2 January 2026', 'January 2026')
    """
    if not isinstance(value, DateValue) or value.grain not in ("day", "month", "year"):
        return None
    last = value.end - timedelta(days=1) if value.end else None
    about = "about " if value.approx else ""
    match value.start, last:
        case None, None:
            return None
        case datetime() as start, None:
            return f"{'after' if value.extent == 'after' else 'from'} {about}{_day(start, value.grain)}"
        case None, datetime() as end:
            return f"{'before' if value.extent == 'before' else 'until'} {about}{_day(end, value.grain)}"
        case datetime() as start, datetime() as end:
            return _HEDGES.get(value.modifier or "", about) + _stretch(start, end, value)
    return None


_HEDGES = {
    "about": "about ", "before": "before ", "after": "after ", "on_or_before": "on or before ",
    "on_or_after": "on or after ", "start": "early ", "mid": "mid-", "end": "late ",
}  # fmt: skip


def _day(when: datetime, grain: str) -> str:
    month = _LONG_MONTHS[when.month - 1]
    return {"day": f"{when.day} {month} {when.year}", "month": f"{month} {when.year}"}.get(
        grain, str(when.year)
    )


def _stretch(start: datetime, end: datetime, value: DateValue) -> str:
    first, last = _day(start, value.grain), _day(end, value.grain)
    if first == last:
        return first
    if value.extent != "fills":
        return f"between {first} and {last}"
    if value.grain == "day" and (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    return f"{first} – {last}"


def hypothesis_title(kind: str) -> str:
    """The name of a hypothesis as a question.

    >>> hypothesis_title("month_slip")
    'month slip?'
    """
    return kind.replace("_", " ") + "?"
