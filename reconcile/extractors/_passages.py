"""Passages: sentences of an article with their words, cues and typed values, ready for the binders.

Every finder runs once over the article; what it finds is dealt out to the sentences. A passage measures
*gaps* in words that nothing explains: "met on Friday in Rome" has no gap between "met" and "Rome",
because a date lies between.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reconcile import languages, values
from reconcile.extractors._people import someones
from reconcile.extractors._sentences import clauses, sentences
from reconcile.extractors._slots import Grammar, load
from reconcile.extractors._words import Hit, Word, words
from reconcile.model import Anchor, Article, QuantityValue, Zone
from reconcile.values import Context, Found
from reconcile.values._gazetteer import find as find_places

__all__ = ["FAR", "Find", "Passage", "passages"]

FAR = 99
_FILLERS = frozenset(
    {"_officials", "_and", "_between", "_with", "_capital", "_held", "_ended", "_resumed", "_delegation", "_side",
     "_sides", "_in", "_host", "_also", "delegation.head"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Find:
    """A typed value in a passage: its place in the text, the words it covers, and what it is.

    ``value`` is a value of the model, a gazetteer mention (``place``) or somebody (``person``).
    """

    kind: str
    start: int
    end: int
    first: int
    last: int
    value: Any


@dataclass(frozen=True)
class Passage:
    """One sentence of an article.

    Attributes:
        clauses: for every word the number of its clause.
        anchor: the day that relative words count from.
        recalls: cues of the sentence before it in its paragraph.
        index: the place of the passage among the article's.
        paragraph: the number of the paragraph it stands in.
    """

    text: str
    start: int
    end: int
    zone: Zone
    index: int
    paragraph: int
    grammar: Grammar
    words: tuple[Word, ...]
    hits: tuple[Hit, ...]
    finds: tuple[Find, ...]
    clauses: tuple[int, ...]
    anchor: Anchor | None = None
    recalls: frozenset[str] = frozenset()
    _by_cue: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)
    _known: tuple[bool, ...] = ()
    _starts: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def of(self, kind: str) -> Iterator[Find]:
        """The values of one kind, left to right."""
        return (find for find in self.finds if find.kind == kind)

    def cues(self, *names: str) -> tuple[Hit, ...]:
        """The hits of some cues, left to right."""
        if len(names) == 1:
            return self._by_cue.get(names[0], ())
        return tuple(
            sorted((h for n in names for h in self._by_cue.get(n, ())), key=lambda h: (h.first, h.last))
        )

    def has(self, *names: str) -> bool:
        """Whether one of the cues stands in this passage."""
        return any(name in self._by_cue for name in names)

    def gap(self, first: int, last: int, *, barriers: Iterable[str] = ()) -> int:
        """How many words of ``[first, last)`` nothing explains; ``FAR`` when a barrier stands there."""
        if last <= first:
            return 0
        for name in barriers:
            if any(first <= hit.first < last for hit in self._by_cue.get(name, ())):
                return FAR
        return sum(not known for known in self._known[first:last])

    def cues_within(self, first: int, last: int, *names: str) -> bool:
        """Whether one of the cues begins among the words ``[first, last)``."""
        return any(first <= hit.first < last for hit in self.cues(*names))

    def between(self, first: int, last: int) -> str:
        """What is printed between the end of word ``first`` and the start of word ``last``."""
        if first < 0 or last >= len(self.words):
            return ""
        return self.text[self.words[first].end : self.words[last].start]

    def comma(self, first: int, last: int) -> bool:
        """Whether a comma stands between the end of the word before ``first`` and the start of ``last``."""
        if not 0 < first <= last < len(self.words):
            return False
        return any(mark in self.text[self.words[first - 1].end : self.at(last)] for mark in ",،")

    def at(self, word: int) -> int:
        """The offset in the text at which a word starts."""
        return self.words[word].start

    def cue_at(self, word: int, *names: str) -> bool:
        """Whether one of the cues begins at this word."""
        here = self._starts.get(word, frozenset())
        return any(name in here for name in names)


def passages(article: Article) -> tuple[Passage, ...]:
    """The sentences that an article says, with all that is found in them."""
    text, language = article.text or "", article.language or languages.detect(article.text or "")
    if language not in languages.known() or not text:
        return ()
    grammar = load(language)
    found = list(_found(text, language, article))
    read = [_read(text, place, grammar, found) for place in _places(article, text)]
    page = _Page(grammar, frozenset(hit.cue for one in read for hit in one.hits), _anchor(article))
    made = [_passage(text, one, index, page) for index, one in enumerate(read)]
    return tuple(_recalling(one, before) for one, before in zip(made, [None, *made], strict=False))


def _recalling(passage: Passage, before: Passage | None) -> Passage:
    if before is None or passage.paragraph - before.paragraph > 1:
        return passage
    return replace(passage, recalls=frozenset(before._by_cue))


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    zone: Zone
    paragraph: int


@dataclass(frozen=True, slots=True)
class _Read:
    """A sentence with its words, values and cues, before the weak cues are settled."""

    place: _Place
    words: tuple[Word, ...]
    finds: tuple[Find, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Page:
    """What all passages of an article share: the cues met anywhere in it, and its day."""

    grammar: Grammar
    strong: frozenset[str]
    anchor: Anchor | None


def _places(article: Article, text: str) -> Iterator[_Place]:
    for zone, start, end, paragraph in _stretches(article, text):
        for sentence in sentences(text, start, end):
            yield _Place(sentence.start, sentence.end, zone, paragraph)


def _read(text: str, place: _Place, grammar: Grammar, found: Sequence[tuple[str, int, int, Any]]) -> _Read:
    listed = words(text, grammar.affixes, place.start, place.end)
    finds = tuple(_finds(found, place.start, place.end, listed))
    hits = [hit for hit in grammar.lexicon.hits(listed) if not _inside(hit, finds)]
    return _Read(place, listed, finds, tuple(_between_people(_unshadowed(hits), finds)))


def _between_people(hits: Sequence[Hit], finds: Sequence[Find]) -> Iterator[Hit]:
    """The cues, with a meeting where somebody receives somebody, or discusses something with somebody.

    Such a verb mentions no meeting by itself ("received the letter"); two people beside it do, unless they
    are on the telephone or only see each other at an airport.
    """
    people = [find for find in finds if find.kind == "person"]
    apart = any(hit.cue == "_remote" for hit in hits)
    withs = [hit for hit in hits if hit.cue == "_with"]
    for hit in hits:
        kind = hit.cue.removeprefix("talks:")
        if kind == hit.cue or kind not in ("received", "discussed"):
            yield hit
        elif not apart and _joins(hit, people, withs if kind == "discussed" else None):
            yield from (hit, replace(hit, cue="talks"), replace(hit, cue="talks:meets"))


def _joins(verb: Hit, people: Sequence[Find], withs: Sequence[Hit] | None) -> bool:
    """Whether one person stands right beside a verb and another one behind it.

    Where "with" is asked for, the other one stands behind it, or is joined to the first by "and" alone.
    """
    before = [p for p in people if 0 <= verb.first - p.last <= _NEXT]
    after = [p for p in people if p.first >= verb.last and p.first - verb.last <= _FURTHER]
    subject = before[-1:] or [p for p in after[:1] if p.first - verb.last <= _TITLES]
    objects = [p for p in after if p not in subject and not p.value.person.plural]
    if withs is not None:
        objects = [
            p for p in objects
            if any(verb.last <= w.last <= p.first <= w.last + _NEXT for w in withs) or (not before and p.first == subject[0].last)
        ] if subject else []  # fmt: skip
    return bool(subject and objects) and not subject[0].value.person.plural


_TITLES = 4
"""How many words of honour may stand between a verb and the person behind it ("His Royal Highness")."""
_NEXT = 2
"""How many words may stand between a verb, or "with", and the person beside it."""
_FURTHER = 22
"""How many words somebody who is received may stand behind the verb, offices and names of the host between."""


def _settled(hits: Iterable[Hit], strong: Collection[str]) -> Iterator[Hit]:
    """Weak triggers ("round") count as triggers where a strong one ("talks") stands in the article.

    A session of a parliament or a court is no round of talks.
    """
    hits = tuple(hits)
    sits = any(hit.cue == "_chamber" for hit in hits)
    for hit in hits:
        if not hit.cue.endswith("?"):
            yield hit
        elif hit.cue[:-1] in strong and not sits:
            yield Hit(hit.cue[:-1], hit.first, hit.last)


def _stretches(article: Article, text: str) -> Iterator[tuple[Zone, int, int, int]]:
    """The paragraphs that the article says, in the order of the page."""
    spans = article.zones or ()
    if not spans:
        yield from (
            (Zone.BODY, start, end, number)
            for number, (start, end) in enumerate(_paragraphs(text, 0, len(text)))
        )
        return
    number = 0
    for span in sorted(spans, key=lambda span: span.start):
        if span.zone.speaks:
            for start, end in _paragraphs(text, span.start, span.end):
                yield span.zone, start, end, number
                number += 1


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    low = start
    while low < end:
        high = text.find("\n", low, end)
        high = end if high < 0 else high
        if text[low:high].strip():
            yield low, high
        low = high + 1


# --------------------------------------------------------------------------------------------------
# Values
# --------------------------------------------------------------------------------------------------


def _found(text: str, language: str, article: Article) -> Iterator[tuple[str, int, int, Any]]:
    context = Context(language=language, anchor=_anchor(article))
    yield from (("date", f.start, f.end, f.value) for f in values.find(text, "date", context))
    for found in values.find(text, "duration", context):
        number = _ordinal(text, found)
        kind, told = ("quantity", number) if number else ("duration", found)
        yield kind, told.start, told.end, told.value
    for found in values.find(text, "quantity", context):
        yield from (
            ("quantity", f.start, f.end, f.value) for f in _apart(text, found, context, load(language))
        )
    yield from (("place", m.start, m.end, m) for m in find_places(text, language))
    yield from (("person", s.start, s.end, s) for s in someones(text, language))


def _ordinal(text: str, found: Found) -> Found | None:
    """The number of what looks like a second of time and is none ("a second round")."""
    said = text[found.start : found.end].split()
    if found.value.unit != "second" or found.value.max != 1 or not re.match(r" [^\W\d]", text[found.end :]):
        return None
    start = found.end - len(said[-1])
    two = QuantityValue(value=2, min=2, max=2, ordinal=True, raw=said[-1])
    return Found(start, found.end, two) if len(said) > 1 else None


def _apart(text: str, found: Found, context: Context, grammar: Grammar) -> Sequence[Found]:
    """The two numbers of what looks like a range and is none ("40 protesters and 300 people")."""
    value = found.value
    if value.min is None or value.max is None or value.min == value.max:
        return (found,)
    for space in re.finditer(r"\s", text[found.start : found.end]):
        cut = found.start + space.end()
        left = values.find(text[found.start : cut], "quantity", context)
        right = values.find(text[cut : found.end], "quantity", context)
        if len(left) == len(right) == 1 and _says_more(text, found.start + left[0].end, cut, grammar):
            moved = Found(cut + right[0].start, cut + right[0].end, right[0].value)
            return Found(found.start, found.start + left[0].end, left[0].value), moved
    return (found,)


def _says_more(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether more than "and" stands there."""
    between = words(text, grammar.affixes, start, end)
    return len(between) > len([hit for hit in grammar.lexicon.hits(between) if hit.cue == "_and"])


def _anchor(article: Article) -> Anchor | None:
    if article.published is None:
        return None
    day = article.published.replace(hour=0, minute=0, second=0, microsecond=0)
    return Anchor(day=day, kind="publication")


def _passage(text: str, read: _Read, index: int, page: _Page) -> Passage:
    hits = tuple(_settled(read.hits, page.strong))
    by_cue: dict[str, list[Hit]] = defaultdict(list)
    starts: dict[int, set[str]] = defaultdict(set)
    for hit in hits:
        by_cue[hit.cue].append(hit)
        starts[hit.first].add(hit.cue)
    place = read.place
    return Passage(
        text=text, start=place.start, end=place.end, zone=place.zone, index=index, paragraph=place.paragraph,
        grammar=page.grammar, words=read.words, hits=hits, finds=read.finds, anchor=page.anchor,
        clauses=_clause_numbers(text, place.start, place.end, read.words),
        _by_cue={cue: tuple(told) for cue, told in by_cue.items()}, _known=_known(read.words, hits, read.finds, page.grammar), _starts={word: frozenset(cues) for word, cues in starts.items()},
    )  # fmt: skip


def _finds(
    found: Sequence[tuple[str, int, int, Any]], start: int, end: int, listed: Sequence[Word]
) -> Iterator[Find]:
    ends, starts = [word.end for word in listed], [word.start for word in listed]
    for kind, low, high, value in sorted(found, key=lambda item: (item[1], -item[2])):
        if start <= low and high <= end:
            first, last = bisect_right(ends, low), bisect_left(starts, high)
            if first < last:
                yield Find(kind, low, high, first, last, value)


def _inside(hit: Hit, finds: Iterable[Find]) -> bool:
    """Whether the words of a cue are no cue here, because they are part of a date, a duration, or a name."""
    return any(
        find.first <= hit.first and hit.last <= find.last
        and (hit.cue != "_days" if find.kind in ("date", "duration") else _names_somebody(find) and hit.cue in _NO_NAMES)
        for find in finds
    )  # fmt: skip


_NO_NAMES = ("_other", "_ties", "_goal", "statement")
"""Cues that a word of a name may look like."""


def _names_somebody(find: Find) -> bool:
    return find.kind == "person" and find.value.name is not None


def _unshadowed(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Without the words that a longer phrase explains: what a mask covers, verbs that are part of a phrase."""
    masked = [hit for hit in hits if hit.cue == "_masks"]
    longer = [hit for hit in hits if hit.last - hit.first > 1]
    return tuple(
        hit
        for hit in hits
        if not any(mask.first < hit.last and hit.first < mask.last for mask in masked)
        and not (hit.cue in _WEAK and any(_covers(phrase, hit) for phrase in longer))
    )


_WEAK = ("statement", "_other", "_not", "_reference")


def _covers(phrase: Hit, hit: Hit) -> bool:
    return (
        phrase.first <= hit.first
        and hit.last <= phrase.last
        and phrase.last - phrase.first > hit.last - hit.first
    )


def _known(
    listed: Sequence[Word], hits: Iterable[Hit], finds: Iterable[Find], grammar: Grammar
) -> tuple[bool, ...]:
    known = [False] * len(listed)
    for find in finds:
        known[find.first : find.last] = [True] * (find.last - find.first)
    for hit in hits:
        if hit.cue in _FILLERS or hit.cue in ("talks", "talks.round"):
            known[hit.first : hit.last] = [True] * (hit.last - hit.first)
    letters = grammar.in_prefix | grammar.and_prefix
    return tuple(told or word.form in letters for told, word in zip(known, listed, strict=True))


def _clause_numbers(text: str, start: int, end: int, listed: Sequence[Word]) -> tuple[int, ...]:
    starts = [clause.start for clause in clauses(text, start, end)]
    return tuple(bisect_right(starts, word.start) for word in listed)
