"""Binders: the few ways in which a value belongs to a slot.

* ``near``: the value hangs on the closest head before it (else after it), and that head is a trigger;
* ``cue``: the value stands right beside a cue word ("mediated by …");
* ``group``: countries that stand beside each other belong to the trigger they surround;
* ``flag``: words that follow each other say that something is so;
* ``rest``: the words after a cue, up to the end of the clause.

People have a module of their own (:mod:`reconcile.extractors._delegations`), so have counts
(:mod:`reconcile.extractors._counts`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reconcile.extractors._passages import FAR, Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import (
    BooleanValue,
    DateValue,
    OrganisationValue,
    PlaceValue,
    QuantityValue,
    SetValue,
    TextValue,
)
from reconcile.values import Context, kind_of
from reconcile.values._gazetteer import Entry, Mention, entry

__all__ = ["Bound", "cue", "flag", "governs", "group", "groups", "head_of", "near", "organisation", "rest"]

_REACH = {"place": 3, "date": 6, "duration": 3}


@dataclass(frozen=True, slots=True)
class Bound:
    """A value that belongs to a slot: where its words stand and the trigger (a word) it hangs on.

    ``shown`` are the words that show why it belongs there: the value with its cue or its head.
    """

    slot: Slot
    passage: Passage
    value: Any
    start: int
    end: int
    trigger: int | None = None
    qualifiers: dict[str, str] = field(default_factory=dict)
    shown: tuple[int, int] | None = None
    implied: bool = False
    """Told by words that point to earlier ones ("the two sides")."""
    participants: frozenset[str] = frozenset()
    """Countries whose people meet here, where the words say so."""


# --------------------------------------------------------------------------------------------------
# Heads
# --------------------------------------------------------------------------------------------------

_ACTIONS = ("_held", "_ended", "_resumed")


@dataclass(frozen=True, slots=True)
class Head:
    """What a value may hang on: a trigger of a frame, or another word that takes dates and places."""

    kind: str
    hit: Hit
    trigger: int | None


def head_of(passage: Passage, find: Find) -> Head | None:
    """The word that a date, place or duration hangs on.

    The closest head before it in its clause, else the closest one after it there, else the closest one
    before it in the sentence.
    """
    heads = _heads(passage)
    clause = passage.clauses[find.first]
    before = [head for head in heads if head.hit.last <= find.first]
    after = [head for head in heads if head.hit.first >= find.last]
    for near in (
        [head for head in reversed(before) if passage.clauses[head.hit.first] == clause],
        [head for head in after if passage.clauses[head.hit.first] == clause],
        list(reversed(before)),
    ):
        if near:
            return near[0]
    return None


def _heads(passage: Passage) -> list[Head]:
    triggers = passage.cues(*passage.grammar.triggers)
    heads = [Head(hit.cue, hit, hit.first) for hit in triggers]
    heads += [Head("_other", hit, None) for hit in passage.cues("_other")]
    for hit in passage.cues(*_ACTIONS):
        carried = _carried(passage, hit, triggers)
        if carried is not None:
            heads.append(Head(carried.cue, hit, carried.first))
    taken = {
        index for head in heads if head.kind != "_other" for index in range(head.hit.first, head.hit.last)
    }
    kept = [head for head in heads if head.kind != "_other" or head.hit.first not in taken]
    return sorted(kept, key=lambda head: (head.hit.first, head.hit.last))


def _carried(passage: Passage, action: Hit, triggers: tuple[Hit, ...]) -> Hit | None:
    """The trigger that an action word ("held", "ended") speaks of: the closest one of its clause or on."""
    near = [
        hit for hit in triggers
        if hit.cue in passage.grammar.events and hit.first not in range(action.first, action.last)
    ]  # fmt: skip
    if not near:
        return None
    clause = passage.clauses[action.first]
    return min(
        near, key=lambda hit: (abs(passage.clauses[hit.first] - clause), abs(hit.first - action.first))
    )


# --------------------------------------------------------------------------------------------------
# Near
# --------------------------------------------------------------------------------------------------


def near(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Dates, places and durations that hang on a trigger of the frame."""
    for find in passage.of(slot.value):
        if slot.value == "place" and (not is_located(passage, find) or _is_around(passage, find)):
            continue
        if slot.value == "date" and not _is_event_date(passage, find):
            continue
        head = head_of(passage, find)
        if head is None or not _reaches(passage, slot, find, head):
            continue
        if head.kind == slot.frame:
            start, end = passage.at(head.hit.first), passage.words[head.hit.last - 1].end
            value = _ahead(passage, find) if slot.value == "date" else _plain(find, passage)
            shown = min(start, find.start), max(end, find.end)
            yield Bound(slot, passage, value, find.start, find.end, head.trigger, shown=shown)
        elif head.kind == "statement" and slot.reported:
            yield from _reported(passage, slot, find, head)


def _reaches(passage: Passage, slot: Slot, find: Find, head: Head) -> bool:
    """Whether a value is close enough to its head; a place beside a date of the event goes with it."""
    close = slot.value == "place" and (head.hit.first > find.first or find.value.entry.kind == "country")
    if _distance(passage, head, find) <= (1 if close else _REACH[slot.value]):
        return True
    return slot.value == "place" and any(
        _is_event_date(passage, date)
        and 0 <= find.first - date.last <= 1
        and _dates_event(passage, date, slot)
        for date in passage.of("date")
    )


def _reported(passage: Passage, slot: Slot, find: Find, speech: Head) -> Iterator[Bound]:
    """A report that the event was held, or is over, dates the event by the day of the report.

    "The site said on Tuesday that the round has ended": on Tuesday or before it; "on Monday the ministry
    confirmed that a meeting is being held": about Monday. Never where the words speak of the future or
    give the event a day of its own.
    """
    if passage.has("_future") or any(_dates_event(passage, other, slot) for other in passage.of("date")):
        return
    for action, modifier in (("_ended", "on_or_before"), ("_held", "about")):
        for hit in passage.cues(action):
            carried = _carried(passage, hit, passage.cues(slot.frame))
            if (
                hit.first > speech.hit.first
                and carried is not None
                and passage.gap(hit.last, carried.first) <= 3
            ):
                value = find.value.model_copy(update={"modifier": modifier})
                yield Bound(slot, passage, value, find.start, find.end, carried.first)
                return


def _dates_event(passage: Passage, find: Find, slot: Slot) -> bool:
    head = head_of(passage, find)
    return head is not None and head.kind == slot.frame


def _distance(passage: Passage, head: Head, find: Find) -> int:
    barriers = ("_goal", "statement") if find.kind != "date" else ("_goal",)
    if head.hit.first < find.first:
        apart = passage.between(find.first - 1, find.first).strip()[:1] in (",", "،")
        return passage.gap(head.hit.last, find.first, barriers=barriers) + apart
    return passage.gap(find.last, head.hit.first, barriers=barriers)


_POINTING = ("before", "after", "since", "until")
_DAYS = ("second", "minute", "hour", "daypart", "day", "weekend")


def _is_long(date: DateValue) -> bool:
    """Whether the words stand for some day of many ("the coming days")."""
    return bool(date.start and date.end and date.extent != "fills" and (date.end - date.start).days > 3)


def _is_event_date(passage: Passage, find: Find) -> bool:
    """No year alone, and nothing that only points to a time ("before 8 May", "the deal of 10 March")."""
    date: DateValue = find.value
    if date.grain not in _DAYS or date.extent in _POINTING or _is_long(date):
        return False
    if date.modifier in ("before", "after") or any(
        find.first <= hit.first < find.last for hit in passage.cues("_days")
    ):
        return False
    return not any(hit.last in (find.first, find.first - 1) and passage.between(hit.last - 1, find.first).strip(" ") in ("", *passage.grammar.in_prefix)
                   for hit in passage.cues("_reference"))  # fmt: skip


def is_located(passage: Passage, find: Find) -> bool:
    """Whether "in" stands before a place, be it a word or a letter of the place's own word."""
    mention: Mention = find.value
    if mention.form == "adjective" or mention.entry.kind == "body" or mention.country is None:
        return False
    if any(person.start <= find.start < person.end for person in passage.of("person")):
        return False
    word = passage.words[find.first]
    if word.start < find.start and word.form[:1] in passage.grammar.in_prefix:
        return True
    if any(char in passage.grammar.in_prefix for char in _letters_before(passage, find)):
        return True
    at = find.first
    while at > 0 and (passage.cue_at(at - 1, "_capital") or _covers(passage, at - 1)):
        at -= 1
        first = passage.words[at]
        if any(first.form.startswith(letter) for letter in passage.grammar.in_prefix) and passage.cue_at(
            at, "_capital"
        ):
            return True
    if any(hit.last == at for hit in passage.cues("_in")) or any(
        hit.last == at for hit in passage.cues("_host")
    ):
        return True
    before = [other for other in passage.of("place") if other.last <= find.first]
    return bool(before) and _listed_after(passage, before[-1], find) and is_located(passage, before[-1])


def _listed_after(passage: Passage, left: Find, right: Find) -> bool:
    """Whether two places of one kind are joined by "and" ("in Oslo and Rome")."""
    if left.value.entry.kind != right.value.entry.kind or right.first - left.last > 1:
        return False
    joined = any(hit.first == left.last and hit.last == right.first for hit in passage.cues("_and"))
    word = passage.words[right.first]
    lead = word.form[: max(0, right.start - word.start)]
    return joined or (right.first == left.last and lead != "" and lead in passage.grammar.and_prefix)


def _is_around(passage: Passage, find: Find) -> bool:
    """Whether a place only says where the place before it lies ("Graz, Austria")."""
    before = [other for other in passage.of("place") if other.last <= find.first and other.value.form != "adjective"]
    if not before or find.first - before[-1].last > 1:
        return False
    inner, outer = before[-1].value.entry, find.value.entry
    return inner.kind in ("city", "region") and inner.country == outer.country and inner.kind != outer.kind


def _letters_before(passage: Passage, find: Find) -> str:
    """The letters of the word a place stands in that are not the place's own, "and" apart."""
    before = passage.words[find.first - 1] if find.first else None
    word = passage.words[find.first]
    lead = word.form[: max(0, find.start - word.start)]
    if (
        before is not None
        and before.form.lstrip("".join(passage.grammar.and_prefix)) in passage.grammar.in_prefix
    ):
        lead = before.form + lead
    return lead.lstrip("".join(passage.grammar.and_prefix)) if len(lead) > 1 else lead


def _covers(passage: Passage, word: int) -> bool:
    """Whether a word belongs to another mention of a place ("the Italian capital, Rome")."""
    return any(find.first <= word < find.last and find.value.form in ("adjective", "description")
               for find in passage.of("place"))  # fmt: skip


def _plain(find: Find, passage: Passage) -> Any:
    return place_of(find, passage) if find.kind == "place" else find.value


def _ahead(passage: Passage, find: Find) -> DateValue:
    """A date, read forward where its clause speaks of the future ("will meet on Sunday")."""
    clause = passage.clauses[find.first]
    coming = any(passage.clauses[hit.first] == clause for hit in passage.cues("_future"))
    past = passage.anchor is not None and find.value.end is not None and find.value.end <= passage.anchor.day
    if not (coming and past):
        return find.value  # type: ignore[no-any-return]
    context = Context(passage.grammar.language, passage.anchor, prefer="future")
    read = kind_of("date").parse(passage.text[find.start : find.end], context)
    return read if read is not None and read.resolved else find.value  # type: ignore[no-any-return]


def place_of(find: Find, passage: Passage) -> PlaceValue:
    """A gazetteer mention as a place, with its country."""
    at: Entry = find.value.entry
    land = entry(at.country)
    name = land.name if land is not None and at.kind != "country" else None
    return PlaceValue(name=at.name, country=name, raw=passage.text[find.start : find.end])


# --------------------------------------------------------------------------------------------------
# Cue
# --------------------------------------------------------------------------------------------------


def cue(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Values right beside a cue word."""
    finder = {"country": _countries, "duration": _durations, "round": _rounds}[slot.value]
    for find, value, start, end, at in finder(passage, slot):
        trigger = _trigger_of(passage, at, slot)
        if trigger is not None or (
            slot.alone and not passage.has(*(passage.grammar.triggers - {"statement"}))
        ):
            yield Bound(slot, passage, value, find.start, find.end, trigger, shown=(start, end))


def _trigger_of(passage: Passage, at: int, slot: Slot) -> int | None:
    """The trigger closest to a word, if it is one of the slot's frame; a comma away counts as far."""
    triggers = [hit for hit in passage.cues(*passage.grammar.triggers) if hit.cue != "statement"]
    if not triggers:
        return None
    clause = passage.clauses[min(at, len(passage.clauses) - 1)]
    closest = min(
        triggers,
        key=lambda hit: (
            abs(hit.first - at)
            + 4 * abs(passage.clauses[hit.first] - clause)
            + (0 if hit.first <= at else 1),
            hit.cue != slot.frame,
        ),
    )
    return closest.first if closest.cue == slot.frame else None


_Beside = tuple[Find, Any, int, int, int]


def _countries(passage: Passage, slot: Slot) -> Iterator[_Beside]:
    for hit in passage.cues(slot.cue):
        for run in _after(passage, hit, slot):
            yield from (_beside(passage, hit, find) for find in run)
    for hit in passage.cues(slot.before):
        yield from (_beside(passage, hit, find) for find in _ending_at(passage, hit.first))
    for hit in passage.cues(slot.subject):
        find = _subject(passage, hit)
        if find is not None:
            yield _beside(passage, hit, find)


def _beside(passage: Passage, hit: Hit, find: Find) -> _Beside:
    """A country with the words from it to its cue."""
    start, end = passage.at(hit.first), passage.words[hit.last - 1].end
    return find, organisation(find, passage), min(start, find.start), max(end, find.end), hit.first


_CUT_OFF = ("statement", "_goal", "_between", "_in", "talks", "mechanism", "_with")


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
    return near[-1] if near and passage.gap(near[-1].last, hit.first) <= 4 else None


def _durations(passage: Passage, slot: Slot) -> Iterator[_Beside]:
    for find in passage.of("duration"):
        beside = any(
            (find.first <= hit.first < find.last or hit.last <= find.first)
            and passage.gap(hit.last, find.first, barriers=("statement",)) <= 1
            and passage.clauses[hit.first] == passage.clauses[find.first]
            for hit in passage.cues(slot.cue)
        ) or any(
            0 <= hit.first - find.last <= 1 for hit in passage.cues(slot.before)
        )  # fmt: skip
        if beside:
            yield find, find.value, find.start, find.end, find.first


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


# --------------------------------------------------------------------------------------------------
# Countries beside each other
# --------------------------------------------------------------------------------------------------


def governs(mention: Mention) -> Entry | None:
    """The country or body that a mention stands for as an actor."""
    if mention.entry.governs:
        return entry(mention.entry.governs)
    return mention.entry if mention.entry.kind in ("country", "body") else None


def organisation(find: Find, passage: Passage | None = None) -> OrganisationValue:
    """A mention of a country, its adjective or its capital as the government it stands for."""
    actor = governs(find.value) or find.value.entry
    return OrganisationValue(name=actor.name, raw=passage.text[find.start : find.end] if passage else None)


def runs(passage: Passage) -> list[tuple[Find, ...]]:
    """Mentions of actors that stand beside each other, joined by "and", a comma, or nothing at all."""
    actors = [
        find for find in passage.of("place")
        if governs(find.value) and not _in_somebody(passage, find) and not is_located(passage, find)
    ]  # fmt: skip
    found: list[list[Find]] = []
    for find in actors:
        if found and _joined(passage, found[-1][-1], find):
            found[-1].append(find)
        else:
            found.append([find])
    return [tuple(run) for run in found]


def _in_somebody(passage: Passage, find: Find) -> bool:
    return any(
        p.first <= find.first < p.last and p.last - p.first > 1 and not p.value.person.plural
        for p in passage.of("person")
    )


_APART = ("talks", *_ACTIONS)


def _joined(passage: Passage, left: Find, right: Find) -> bool:
    """Whether two mentions are members of one list."""
    if passage.gap(left.last, right.first, barriers=_APART) or right.first - left.last > 12:
        return False
    between = passage.text[left.end : right.start]
    if any(mark in between for mark in ".:;؛!?"):
        return False
    linked = any(
        hit.first >= left.last and hit.first < right.last for hit in passage.cues("_and", "_with", "_between")
    )
    prefixed = passage.words[right.first].start < right.start or _prefixed_between(passage, left, right)
    adjectives = left.value.form == right.value.form == "adjective" and not between.strip(" -\u2013")
    return linked or prefixed or adjectives or between.strip()[:1] in ("-", "–", ",", "،", "־", "—")


def _prefixed_between(passage: Passage, left: Find, right: Find) -> bool:
    letters = tuple(passage.grammar.and_prefix)
    return bool(letters) and any(
        passage.words[index].form.startswith(letters) for index in range(left.last, right.first)
    )


def groups(passage: Passage) -> list[tuple[Find, ...]]:
    """Runs of two or more different actors."""
    return [run for run in runs(passage) if len({_name(find) for find in run}) > 1]


def _name(find: Find) -> str:
    return str(organisation(find).name)


def group(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Countries that the trigger brings together."""
    for run in groups(passage):
        if _claimed(passage, run):
            continue
        hit = _gathering(passage, run)
        if hit is None or hit.cue != slot.frame:
            continue
        members = {_name(find): organisation(find, passage) for find in run}
        value = SetValue(members=tuple(members[name] for name in sorted(members)), of="organisation")
        yield Bound(
            slot, passage, value, run[0].start, run[-1].end, hit.first, participants=frozenset(members)
        )


def sides(passages: Sequence[Passage], bounds: Sequence[Bound], slot: Slot) -> Iterator[Bound]:
    """ "The two sides met": the parties that the article named last, where a mention names none itself."""
    pairs = [b for b in bounds if b.slot.bind == "group" and len(b.value.members) == 2]
    for passage in passages:
        named = {b.trigger for b in bounds if b.passage is passage and b.slot.bind == "group"}
        before = [b for b in pairs if b.passage.index < passage.index]
        if named or not before:
            continue
        for hit in passage.cues("_sides"):
            trigger = _beside_sides(passage, hit, slot)
            if trigger is not None:
                start, end = passage.at(hit.first), passage.words[hit.last - 1].end
                yield replace(
                    before[-1],
                    slot=slot,
                    passage=passage,
                    start=start,
                    end=end,
                    trigger=trigger,
                    implied=True,
                )
                break


def _beside_sides(passage: Passage, hit: Hit, slot: Slot) -> int | None:
    for trigger in passage.cues(slot.frame):
        low, high = (hit.last, trigger.first) if hit.first < trigger.first else (trigger.last, hit.first)
        if passage.gap(low, high, barriers=("statement", "_goal")) <= 1:
            return trigger.first
    return None


def _claimed(passage: Passage, run: tuple[Find, ...]) -> bool:
    """Whether the countries belong to a role of their own ("mediated by Egypt and Qatar")."""
    cues = [h for h in passage.hits if "." in h.cue and h.cue.split(".")[-1] in _ROLES]
    return any(hit.last <= run[0].first and passage.gap(hit.last, run[0].first) == 0 for hit in cues)


_ROLES = ("mediator", "sponsor", "supporter", "supervisor")


def _gathering(passage: Passage, run: tuple[Find, ...]) -> Hit | None:
    """The trigger (or the tie: an agreement, a war) that a group of countries belongs to."""
    first, last = run[0].first, run[-1].last
    heads = passage.cues(*passage.grammar.gathers, "_ties")
    before = [h for h in heads if h.last <= first]
    after = [h for h in heads if h.first >= last]
    led = any(
        hit.first >= first - 4 and hit.last <= first and passage.gap(hit.last, first) == 0
        for hit in passage.cues("_between")
    )
    barriers = ("statement", "_goal")
    if before and passage.gap(before[-1].last, first, barriers=barriers) <= (4 if led else 1):
        return _own(passage, before[-1])
    if led and before:
        return None
    if after and passage.gap(last, after[0].first, barriers=barriers) <= 3:
        return _own(passage, after[0])
    return None


def _own(passage: Passage, hit: Hit) -> Hit | None:
    """The hit itself, a trigger at the same word before a tie."""
    same = [
        h for h in passage.cues(*passage.grammar.triggers) if h.first == hit.first and h.cue != "statement"
    ]
    return same[0] if same else (None if hit.cue == "_ties" else hit)


# --------------------------------------------------------------------------------------------------
# Flags and free words
# --------------------------------------------------------------------------------------------------


def flag(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Something is so: cues that follow each other in one clause or over into the next."""
    seen: set[int] = set()
    for steps in slot.steps:
        for hits in _chains(passage, steps):
            trigger = next((h.first for h in hits if h.cue == slot.frame), None)
            if hits[0].first not in seen:
                seen.add(hits[0].first)
                start, end = passage.at(hits[0].first), passage.words[hits[-1].last - 1].end
                yield Bound(slot, passage, BooleanValue(value=True), start, end, trigger)


def _chains(passage: Passage, steps: tuple[str, ...]) -> Iterator[tuple[Hit, ...]]:
    """Hits of the steps in their order, each close to the one before it."""
    for hit in passage.cues(steps[0]):
        chain = (hit,)
        for step in steps[1:]:
            following = [
                h for h in passage.cues(step)
                if h.first >= chain[-1].last and passage.gap(chain[-1].last, h.first, barriers=("statement",)) <= 3
            ]  # fmt: skip
            if not following:
                break
            chain = (*chain, following[0])
        if len(chain) == len(steps):
            yield chain


def rest(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """The words after a cue, up to the end of its clause."""
    for hit in passage.cues(slot.cue):
        trigger = _trigger_of(passage, hit.first, slot)
        if trigger is None or hit.last >= len(passage.words):
            continue
        last = hit.last
        while last + 1 < len(passage.words) and passage.clauses[last + 1] == passage.clauses[hit.last]:
            last += 1
        start, end = passage.at(hit.last), passage.words[last].end
        if passage.gap(hit.last, last + 1) < FAR and last - hit.last >= 1:
            words = passage.text[start:end]
            yield Bound(
                slot, passage, TextValue(text=words, language=passage.grammar.language), start, end, trigger
            )
