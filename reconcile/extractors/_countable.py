"""Which numbers count people, and which are of some of them, of a rise, of where or of others.

A number beside a word that counts may still count nobody of the news: "38 cities", "12 of the 20", "up by 3",
"a city of 9,000".
"""

from __future__ import annotations

from reconcile.extractors._numerals import is_counted, is_whole
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.model import QuantityValue

__all__ = ["is_attached", "is_counted_by", "number_between"]

_UNDONE = {"missing": "casualties:rescued", "arrested": "counts.released"}
"""Words that undo what a noun says: who is rescued is missing no more."""
_PEOPLE_UNITS = (None, "person", "people", "vote")


def is_counted_by(passage: Passage, find: Find, slot: Slot) -> bool:
    value: QuantityValue = find.value
    if value.unit not in _PEOPLE_UNITS or (value.base and slot.unit != "vote"):
        return False
    if not is_counted(passage, find) or _is_part(passage, find, slot):
        return False
    return not any(hit.first == find.last for hit in passage.cues(f"{slot.frame}:other_units"))


def _is_part(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is of some among others ("including 3 children"), or of a rise."""
    among = passage.cues("_among") if slot.unit == "person" else ()
    rises = passage.cues(f"{slot.frame}:rises")
    of = passage.cues("_out_of")
    needed = passage.cues(f"{slot.frame}:needed")
    return (
        (is_whole(passage, find) and not is_attached(passage, find, slot))
        or _is_undone(passage, find, slot)
        or any(0 <= find.first - hit.last <= 4 for hit in needed)
        or any(0 <= find.first - hit.last <= 1 for hit in among)
        or any(hit.first == find.last for hit in passage.cues("_of_them"))
        or any(hit.last == find.first for hit in of)
        or passage.cues_within(find.last, find.last + 2, f"{slot.frame}:new")
        or _is_same(passage, find, slot)
        or _is_left(passage, find, slot)
        or any(hit.last == find.first for hit in passage.cues(f"{slot.frame}:living"))
        or _is_where(passage, find, slot)
        or _is_most(passage, find, slot)
        or any(
            0 <= find.first - hit.last <= 3 and not number_between(passage, hit.last, find.first)
            for hit in rises
        )
    )


def _is_where(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether "in" stands right before the number, behind a word that counts ("detained in 38 cities")."""
    return any(
        inside.last == find.first and any(hit.last == inside.first for hit in passage.cues(slot.cue))
        for inside in passage.cues("_in")
    )


def _is_most(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is the highest of several parts ("the highest death toll (1,293)")."""
    return any(
        most.last == total.first and 0 <= find.first - total.last <= 1
        for most in passage.cues(f"{slot.frame}:most")
        for total in passage.cues(slot.total)
    )


def _is_same(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether "one" stands behind a noun of no people ("of one family"), in languages that put it there."""
    if (
        find.value.value != 1
        or not passage.grammar.and_prefix
        or not find.first
        or not passage.words[find.first].form.isalpha()
    ):
        return False
    noun = find.first - 1
    return not passage.cue_at(noun, f"{slot.frame}:people", slot.cue) and not passage.comma(
        noun + 1, find.first
    )


def _is_left(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is what a count rose from ("from 12 to 15")."""
    return find.value.min == find.value.max and any(
        hit.last == find.first and passage.cues_within(find.last, find.last + 2, f"{slot.frame}:to")
        for hit in passage.cues(f"{slot.frame}:from")
    )


def _is_undone(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is of people brought to safety ("rescued 45 people who were trapped") or set free."""
    reach = 6 if passage.grammar.verb_first else 2
    return slot.name in _UNDONE and any(
        0 <= find.first - hit.last <= reach and not passage.comma(hit.last, find.first)
        for hit in passage.cues(_UNDONE[slot.name])
    )


def is_attached(passage: Passage, whole: Find, slot: Slot) -> bool:
    """Whether all of whom some are counted came to harm ("four of the 27 people killed were children")."""
    return slot.unit == "person" and any(
        0 <= hit.first - whole.last <= 2
        and not passage.cues_within(whole.last, hit.first, "_aux")
        and passage.cue_at(hit.last, "_aux")
        for hit in passage.cues(slot.cue)
    )


def number_between(passage: Passage, low: int, high: int) -> bool:
    return any(low <= other.first < high for other in passage.of("quantity"))
