"""The binder ``near``: dates, places and durations that hang on a trigger.

The value belongs to the closest head before it in its clause, else to the closest one behind it. Dates
that only point to a time ("before 8 May", "the deal of 10 March") are dates of nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reconcile.extractors._bound import Bound
from reconcile.extractors._heads import Head, carried, head_of, is_occasion
from reconcile.extractors._located import is_around, is_listed_after, is_located, place_of
from reconcile.extractors._passages import FAR, Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import DateValue
from reconcile.values import Context, kind_of

__all__ = ["near"]

_FAR = 7
"""How many may stand between a head and a place at the end of its phrase ("talks on the new dam in Rome ended")."""
_REACH = {"place": 3, "date": 6, "duration": 3}
"""How many unexplained words may stand between a value and its head."""


def near(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Dates, places and durations that hang on a trigger of the frame."""
    placed: dict[int | None, Find] = {}
    for find in passage.of(slot.value):
        if _is_dateline(passage, find) or not _may_hang(passage, slot, find):
            continue
        head = head_of(passage, find)
        if slot.value == "date" and (head is None or not _reaches(passage, slot, find, head)):
            head = _object_behind(passage, slot, find)
        if head is None or not _reaches(passage, slot, find, head) or _only_touches(passage, find, head):
            continue
        if slot.value == "date" and _is_of_something_bigger(passage, head):
            continue
        if slot.value == "place" and head.hit.last <= find.first:
            nearer = placed.setdefault(head.trigger, find)
            if nearer is not find and not is_listed_after(passage, nearer, find):
                continue  # where those who meet, or what they speak about, are
        if head.kind == slot.frame:
            start, end = passage.at(head.hit.first), passage.words[head.hit.last - 1].end
            value = _ahead(passage, find) if slot.value == "date" else _plain(find, passage)
            shown = min(start, find.start), max(end, find.end)
            yield Bound(slot, passage, value, find.start, find.end, head.trigger, shown=shown)
        elif head.kind == "statement" and slot.reported:
            yield from _reported(passage, slot, find, head)


def _may_hang(passage: Passage, slot: Slot, find: Find) -> bool:
    """Whether a place is where something is said to be, and a date when."""
    if slot.value == "place":
        inside = is_located(passage, find) and not is_around(passage, find)
        return inside and not (_is_named_next(passage, find) or _names_talks(passage, find))
    return slot.value != "date" or (_is_event_date(passage, find) and not _is_dropped(passage, find))


_AGENCY = re.compile(
    r"\s*(?:[(\[][^)\]\n]{2,40}[)\]]|/[^/\n]{2,30}/|[.,]\s*/[^/\n]{2,30}/)?\s*(?::|--|[-–—])\s"
)


def _is_dateline(passage: Passage, find: Find) -> bool:
    """Whether a date or place belongs to the line that says where and when the report was written."""
    told = passage.text[passage.start : find.start]
    if (
        find.kind not in ("date", "place")
        or len(told) > _DATELINE
        or passage.text[max(0, passage.start - 1) : passage.start] not in ("", "\n")
    ):
        return False
    known = [f for f in passage.finds if f.kind in ("date", "place") and f.end <= find.end]
    words = sum(not any(f.first <= i < f.last for f in known) for i in range(find.first))
    return (
        words <= 1
        and not any(mark in told for mark in ":.")
        and _AGENCY.match(passage.text, find.end) is not None
    )


_DATELINE = 40
"""How many characters of a dateline may stand before its date."""


def _only_touches(passage: Passage, find: Find, head: Head) -> bool:
    """Whether talks behind a date or place are what was spoken about there ("in Graz …, developments in the talks")."""
    behind = head.hit.first >= find.last
    return behind and any(0 <= head.hit.first - hit.last <= 1 for hit in passage.cues("_topic"))


def _is_dropped(passage: Passage, find: Find) -> bool:
    """Whether something was to be on a day and is put off ("set for Monday, was postponed", not "postponed to")."""
    put_off = passage.cues("_postponed")
    return bool(put_off) and not any(0 <= find.first - hit.last <= 2 for hit in put_off)


def _is_named_next(passage: Passage, find: Find) -> bool:
    """Whether a city's name follows its description ("the Turkish capital, Istanbul" though it is none)."""
    return find.value.form == "description" and any(
        other.first == find.last and other.value.form == "name" and other.value.entry.kind == "city"
        for other in passage.of("place")
    )


def _is_of_something_bigger(passage: Passage, head: Head) -> bool:
    """Whether a day is told of what a meeting was held beside ("on the sidelines of the summit that began on Monday")."""
    acted = head.trigger is not None and head.hit.first != head.trigger
    return acted and is_occasion(passage, head.trigger or 0, ("_beside",))


def _names_talks(passage: Passage, find: Find) -> bool:
    """Whether a country only says what talks are about ("ministers in Norway talks"): in words, not in letters."""
    country = find.value.entry.kind == "country" and not passage.grammar.in_prefix
    return country and passage.cue_at(find.last, "talks") and not passage.comma(find.last - 1, find.last)


def _object_behind(passage: Passage, slot: Slot, find: Find) -> Head | None:
    """What was held on a date that stands between a long subject and it ("held X, on Monday, a meeting")."""
    if not passage.grammar.verb_first:
        return None
    held = any(hit.last <= find.first for hit in passage.cues("_held"))
    behind = next((hit for hit in passage.cues(slot.frame) if hit.first == find.last), None)
    return Head(slot.frame, behind, behind.first) if held and behind else None


def _reaches(passage: Passage, slot: Slot, find: Find, head: Head) -> bool:
    """Whether a value is close enough to its head; a place beside a date of the event goes with it."""
    close = slot.value == "place" and (head.hit.first > find.first or find.value.entry.kind == "country")
    ends = (
        slot.value == "place"
        and head.hit.last <= find.first
        and passage.cue_at(find.last, "_ended", "_held", "_aux")
    )
    reach = 1 if close else _FAR if ends else _REACH[slot.value]
    if slot.value == "place" and passage.cue_at(head.hit.first, "talks:received", "talks:discussed"):
        reach = 1  # what lies further off is what they spoke about
    if slot.value == "place" and _lies_deeper(passage, head, find):
        reach = _FAR
    if _distance(passage, head, find) <= reach:
        return True
    return slot.value == "place" and any(
        _is_event_date(passage, date)
        and (0 <= find.first - date.last <= 1 or find.last == date.first or _is_next_to(passage, date, find))
        and _dates_event(passage, date, slot)
        for date in passage.of("date")
    )


def _is_next_to(passage: Passage, date: Find, place: Find) -> bool:
    """Whether only words of the place stand between a date and it ("on 5 May, in the city of Graz")."""
    return 0 <= place.first - date.last <= _OF_PLACE and not passage.gap(date.last, place.first)


_OF_PLACE = 4


def _lies_deeper(passage: Passage, head: Head, find: Find) -> bool:
    """Whether a place ends the words for where something was held ("held at the mayor's office in Rome")."""
    if head.kind == "_other" or head.hit.first == head.trigger:
        return False
    dates = [date.last for date in passage.of("date") if head.hit.last <= date.first]
    return any(
        at < find.first
        and not passage.comma(at, find.first)
        and (
            (passage.cue_at(at, "_in") and not passage.cue_at(at, "_about"))
            or passage.words[at].form[:1] in passage.grammar.in_prefix
        )
        for at in (head.hit.last, *dates)
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
            event = carried(passage, hit, passage.cues(slot.frame))
            aim = any(hit.first in (goal.first, goal.last) for goal in passage.cues("_goal", "_infinitive"))
            told = event is not None and hit.first > speech.hit.first and not aim
            if event is not None and told and _apart(passage, hit, event) <= 3:
                value = find.value.model_copy(update={"modifier": modifier})
                yield Bound(slot, passage, value, find.start, find.end, event.first)
                return


def _apart(passage: Passage, left: Hit, right: Hit) -> int:
    return passage.gap(min(left.last, right.last), max(left.first, right.first), barriers=("_other",))


def _dates_event(passage: Passage, find: Find, slot: Slot) -> bool:
    head = head_of(passage, find)
    return head is not None and head.kind == slot.frame


def _distance(passage: Passage, head: Head, find: Find) -> int:
    low, high = sorted(((head.hit.first, head.hit.last), (find.first, find.last)))
    if any(mark in passage.text[passage.words[low[1] - 1].end : passage.at(high[0])] for mark in ";؛"):
        return FAR
    barriers = ("_goal",) if find.kind == "date" else ("_goal", "_discuss", "statement")
    if head.hit.first < find.first:
        apart = passage.between(find.first - 1, find.first).strip()[:1] in (",", "،")
        return passage.gap(head.hit.last, find.first, barriers=barriers) + apart
    if any(
        find.last <= hit.first < head.hit.first and passage.cue_at(hit.last, "_infinitive")
        for hit in passage.cues("_and")
    ):
        return FAR  # "from noon Saturday and to begin talks"
    return passage.gap(find.last, head.hit.first, barriers=barriers)


_POINTING = ("before", "after", "since", "until")
_DAYS = ("second", "minute", "hour", "daypart", "day", "weekend")


def _is_long(date: DateValue) -> bool:
    """Whether the words stand for some day of many ("the coming days")."""
    return bool(date.start and date.end and date.extent != "fills" and (date.end - date.start).days > 3)


def _is_event_date(passage: Passage, find: Find) -> bool:
    """No year alone, no rough time, and nothing that only points to a time ("before 8 May", "the deal of 10 March")."""
    date: DateValue = find.value
    if date.grain not in _DAYS or date.extent in _POINTING or _is_long(date):
        return False
    if (
        date.approx
        or date.modifier in ("before", "after")
        or any(find.first <= hit.first < find.last for hit in passage.cues("_days"))
    ):
        return False
    if any(
        find.first in (hit.last, hit.last + 1) or hit.first == find.last for hit in passage.cues("_named")
    ):
        return False
    return not any(hit.last in (find.first, find.first - 1) and passage.between(hit.last - 1, find.first).strip(" ") in ("", *passage.grammar.in_prefix)
                   for hit in passage.cues("_reference"))  # fmt: skip


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
