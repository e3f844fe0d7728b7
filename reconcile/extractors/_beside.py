"""The binder ``cue``: values right beside a cue word ("mediated by …", "lasted …", "the fifth round")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reconcile.extractors._actors import organisation, runs
from reconcile.extractors._bound import Bound
from reconcile.extractors._heads import trigger_of
from reconcile.extractors._located import is_located
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import QuantityValue

__all__ = ["cue"]


def cue(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Values right beside a cue word."""
    finder = {"country": _countries, "duration": _durations, "round": _rounds}[slot.value]
    for find, value, start, end, at in finder(passage, slot):
        trigger = trigger_of(passage, at, slot)
        alone = slot.alone and not passage.has(*(passage.grammar.triggers - {"statement"}))
        if trigger is not None or (alone and not _looks_back(passage)):
            yield Bound(slot, passage, value, find.start, find.end, trigger, shown=(start, end))


_LONG_AGO = 45


def _looks_back(passage: Passage) -> bool:
    """Whether a sentence without talks has a day long before the article's (a deal mediated in March)."""
    days = [find.value.end for find in passage.of("date") if find.value.grain == "day" and find.value.end]
    return passage.anchor is not None and any((passage.anchor.day - day).days > _LONG_AGO for day in days)


_Beside = tuple[Find, Any, int, int, int]


def _countries(passage: Passage, slot: Slot) -> Iterator[_Beside]:
    for hit, find in _cued(passage, slot):
        if not _is_absent(passage, hit, find):
            yield _beside(passage, hit, find)


def _cued(passage: Passage, slot: Slot) -> Iterator[tuple[Hit, Find]]:
    """Cues with the countries behind them, right before them, or before them as their subjects."""
    for hit in passage.cues(slot.cue):
        yield from ((hit, find) for run in _after(passage, hit, slot) for find in run)
    for hit in passage.cues(slot.before):
        if not _backs_somebody(passage, hit):
            yield from ((hit, find) for find in _ending_at(passage, hit.first))
    for hit in passage.cues(slot.subject):
        subject = _subject(passage, hit)
        if subject is not None:
            yield hit, subject


def _backs_somebody(passage: Passage, hit: Hit) -> bool:
    """Whether a country's name and a participle are the adjective of something else than talks ("Peru-backed rebels")."""
    hyphened = passage.between(hit.first - 1, hit.first) in ("-", "–", "\u2011")
    talks = passage.cues(*passage.grammar.triggers)
    return hyphened and not any(
        0 <= t.first - hit.last <= _NOUNS and not passage.cue_at(hit.last, "_officials") for t in talks
    )


_NOUNS = 2
"""How many words may stand between "Peru-backed" and the talks ("Peru-backed peace and border talks")."""


def _beside(passage: Passage, hit: Hit, find: Find) -> _Beside:
    """A country with the words from it to its cue."""
    start, end = passage.at(hit.first), passage.words[hit.last - 1].end
    return find, organisation(find, passage), min(start, find.start), max(end, find.end), hit.first


_CUT_OFF = ("statement", "_goal", "_discuss", "_between", "_in", "talks", "mechanism", "_with")


def _after(passage: Passage, hit: Hit, slot: Slot) -> Iterator[tuple[Find, ...]]:
    """The countries that follow a cue; other cues of the frame may stand between ("auspices and …")."""
    for run in runs(passage):
        first = run[0].first
        if first < hit.last:
            continue
        between = [
            h for h in passage.hits if hit.last <= h.first < first and h.cue.startswith(slot.frame + ".")
        ]
        skipped = {index for h in between for index in range(h.first, h.last)}
        gap = passage.gap(hit.last, first, barriers=_CUT_OFF) - len(skipped)
        if gap <= 1 and not set(",،") & set(passage.text[passage.words[hit.last - 1].end : run[0].start]):
            yield run
        return


def _ending_at(passage: Passage, word: int) -> tuple[Find, ...]:
    for run in runs(passage):
        if run[-1].last == word and passage.between(word - 1, word).strip(" -\u2013\u2011") in (
            "",
            "'s",
            "’s",
        ):
            return run
    return ()


def _subject(passage: Passage, hit: Hit) -> Find | None:
    """The country of what stands before a verb, in its clause."""
    clause = passage.clauses[hit.first]
    places = [
        f
        for f in passage.of("place")
        if f.last <= hit.first and f.value.country and not is_located(passage, f)
    ]
    near = [f for f in places if abs(passage.clauses[f.first] - clause) <= 1]
    return near[-1] if near and passage.gap(near[-1].last, hit.first, barriers=("_ties",)) <= 5 else None


def _durations(passage: Passage, slot: Slot) -> Iterator[_Beside]:
    for find in passage.of("duration"):
        if passage.text[find.start - 1 : find.start] == "-":  # the end of a number that was not read whole
            continue
        beside = _of_talks(passage, find, slot) or any(
            (find.first <= hit.first < find.last or hit.last <= find.first)
            and passage.gap(hit.last, find.first, barriers=("statement",)) <= 1
            and passage.clauses[hit.first] == passage.clauses[find.first]
            for hit in passage.cues(slot.cue)
        ) or any(
            0 <= hit.first - find.last <= 1 for hit in passage.cues(slot.before)
        )  # fmt: skip
        if beside and not _of_something_else(passage, find, slot):
            yield find, find.value, find.start, find.end, find.first


def _of_talks(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether it is so long that there was talking ("five hours of intense discussions")."""
    long = find.value.unit not in ("minute", "hour", "day")
    if long and any(0 <= find.first - hit.last <= 1 for hit in passage.cues("_reference")):
        return False  # "two months after a meeting", not "after five hours of talks"
    return any(
        of.first == find.last and any(0 <= hit.first - of.last <= 2 for hit in passage.cues(slot.frame))
        for of in passage.cues("_of", "_belonging")
    )


def _of_something_else(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether it is so long that another thing went on ("after two decades of war", "a 12-day war")."""
    if any(hit.first <= find.first and _is_visit(passage, hit, find, slot) for hit in passage.cues("_visit")):
        return True
    return passage.cue_at(find.last, "_ties", "_other") or any(
        of.first == find.last
        and not passage.cue_at(of.last, "_not")
        and not any(0 <= hit.first - of.last <= 3 for hit in passage.cues(slot.frame))
        for of in passage.cues("_of")
    )


def _is_visit(passage: Passage, visit: Hit, find: Find, slot: Slot) -> bool:
    """Whether a visit, and no meeting behind it, is what lasted so long ("met him on a visit that lasted two days")."""
    near = passage.clauses[find.first] - passage.clauses[visit.first] <= 1
    return near and not any(visit.last <= hit.first < find.first for hit in passage.cues(slot.frame))


def _is_absent(passage: Passage, hit: Hit, find: Find) -> bool:
    """Whether there is none ("in the absence of …"), or it is only spoken about ("the matter of mediation")."""
    low, high = min(hit.first, find.first), max(hit.last, find.last)
    return any(low - 2 <= absent.first < high for absent in passage.cues("_absent")) or any(
        0 <= hit.first - topic.last <= 1 for topic in passage.cues("_topic")
    )


def _rounds(passage: Passage, slot: Slot) -> Iterator[_Beside]:
    for hit in passage.cues(slot.cue):
        for find in passage.of("quantity"):
            value: QuantityValue = find.value
            touching = find.first <= hit.last and hit.first <= find.last
            if touching and value.ordinal and value.min == value.max:
                start = min(find.start, passage.at(hit.first))
                end = max(find.end, passage.words[hit.last - 1].end)
                number = QuantityValue(
                    value=value.min, unit="round", ordinal=True, raw=passage.text[start:end]
                )
                yield find, number, start, end, hit.first
