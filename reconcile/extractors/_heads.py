"""Heads: the words of a sentence that dates, places and durations hang on, and triggers close to a cue.

A head is a trigger of a frame ("talks"), a word for what is done with one ("held", "ended"), or another
word that takes dates and places ("arrived", "attack"), which keeps them from the trigger.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit

__all__ = ["ACTIONS", "Head", "carried", "head_of", "is_occasion", "trigger_of"]

ACTIONS = ("_held", "_ended", "_resumed")


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
    owns = passage.text[find.end : find.end + 2] in ("'s", "’s")  # "Friday's meeting"
    before = [head for head in heads if head.hit.last <= find.first and not owns]
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
    heads = [Head(hit.cue, hit, hit.first) for hit in _own_triggers(passage)]
    heads += [Head("_other", hit, None) for hit in passage.cues("_other")]
    for hit in passage.cues(*ACTIONS):
        event = carried(passage, hit, triggers)
        if event is not None:
            heads.append(Head(event.cue, hit, event.first))
    taken = {
        index for head in heads if head.kind != "_other" for index in range(head.hit.first, head.hit.last)
    }
    kept = [head for head in heads if head.kind != "_other" or head.hit.first not in taken]
    return sorted(kept, key=lambda head: (head.hit.first, head.hit.last))


_PAUSE = "pause"


def _own_triggers(passage: Passage) -> tuple[Hit, ...]:
    """The triggers of a sentence; of "the suspension of the talks" only the first."""
    pauses = passage.cues(_PAUSE)
    return tuple(
        hit for hit in passage.cues(*passage.grammar.triggers)
        if hit.cue not in passage.grammar.events or not any(
            pause.last <= hit.first and not passage.gap(pause.last, hit.first) and not passage.comma(pause.last, hit.first)
            for pause in pauses
        )
    )  # fmt: skip


def carried(passage: Passage, action: Hit, triggers: tuple[Hit, ...]) -> Hit | None:
    """The trigger that an action word ("held", "ended") speaks of: the closest one of its clause or on."""
    near = [
        hit for hit in triggers
        if hit.cue in passage.grammar.events and hit.first not in range(action.first, action.last)
    ]  # fmt: skip
    if _is_relative(passage, action):
        near = [hit for hit in near if hit.last <= action.first] or near
    if not near or _speaks_of_a_tie(passage, action):
        return None
    clause = passage.clauses[action.first]
    return min(
        near, key=lambda hit: (abs(passage.clauses[hit.first] - clause), abs(hit.first - action.first))
    )


def _speaks_of_a_tie(passage: Passage, action: Hit) -> bool:
    """Whether it is a truce, a war, a deal that begins or ends ("a ceasefire starting at midnight")."""
    ties = passage.cues("_ties")
    if not passage.grammar.verb_first and any(hit.last == action.first for hit in ties):
        return not _is_meeting_of(passage, action)
    reach = 0 if passage.grammar.verb_first else _OBJECT
    talks = passage.cues(*passage.grammar.events)
    return any(
        0 <= tie.first - action.last <= reach
        and not any(action.last <= hit.first <= tie.last for hit in talks)
        for tie in ties
    )


def _is_meeting_of(passage: Passage, action: Hit) -> bool:
    """Whether the tie only ends the name of who meets ("the meeting of the committee on the exchange deal began")."""
    return any(
        hit.last <= action.first
        and passage.cue_at(hit.last, "_of")
        and not passage.comma(hit.last, action.first)
        for hit in passage.cues(*passage.grammar.events)
    )


_OBJECT = 2
"""How many words may stand between a verb and what it ends ("to end the ongoing war")."""


def _is_relative(passage: Passage, action: Hit) -> bool:
    """Whether an action says something of the word before it ("the meeting which was held")."""
    if any(0 <= action.first - hit.last <= 1 for hit in passage.cues("_relative")):
        return True
    return passage.words[action.first].form.startswith(tuple(passage.grammar.relative_prefix) or ("\0",))


def trigger_of(passage: Passage, at: int, slot: Slot) -> int | None:
    """The trigger closest to a word, if it is one of the slot's frame; a comma away counts as far."""
    cues = _own_triggers(passage) if slot.value == "duration" else passage.cues(*passage.grammar.triggers)
    triggers = [hit for hit in cues if hit.cue != "statement"]
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


def is_occasion(passage: Passage, first: int, cues: tuple[str, ...] = ("_ahead_of",)) -> bool:
    """Whether a meeting is only what something else went before ("ahead of the summit of …"), or happened beside."""
    clause = passage.clauses[first]
    return any(
        0 <= first - hit.last <= _OCCASION and passage.clauses[hit.first] == clause
        for hit in passage.cues(*cues)
    )


_OCCASION = 18
"""How many words the name of such a meeting may have before its noun."""
