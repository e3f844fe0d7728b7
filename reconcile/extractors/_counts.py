"""The binder ``count``: how many, a number and the word that says of what.

A number takes the closest count word on either side ("12 killed", "killed 12 people"), never one behind an
"and" or a comma. A running total ("the death toll rose to 64") reaches further, but
only forward. Numbers of other things (years, per cent, buildings) are never people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reconcile.extractors._bound import Bound
from reconcile.extractors._countable import is_attached, is_counted_by, number_between
from reconcile.extractors._located import is_located
from reconcile.extractors._money import amounts
from reconcile.extractors._numerals import (
    is_age,
    is_whole,
    ones,
    pairs,
    part_cues,
    parts_clause,
    starts_with_and,
)
from reconcile.extractors._parts import parts_of
from reconcile.extractors._passages import FAR, Find, Passage
from reconcile.extractors._scores import scored, scores
from reconcile.extractors._slots import Slot
from reconcile.extractors._things import things
from reconcile.extractors._words import Hit
from reconcile.model import QuantityValue

__all__ = ["count"]

_TOTAL_REACH = 14
_REACHES = {"person": 2, "vote": 6}
_GROUP = "group"
_ANYBODY = "one person"
_NEXT = 8
"""The cost of one word that nothing explains."""
_BLOCKED = 4
_NEAR = 3
_OF_WHOLE = 4
"""How many words may stand between some and all of them ("12 of the bus's 40 passengers")."""
_LONGEST_PLACE = 10
_SPACED = (" - ", " \u2013 ", " \u2014 ")


@dataclass(frozen=True, slots=True)
class _Claimed:
    cost: int
    slot: str
    hit: Hit


def count(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Numbers of people (or votes) that the slot's words are closest to."""
    if slot.unit == "thing":
        yield from things(passage, slot)
        return
    if slot.unit == "money":
        yield from amounts(passage, slot)
        return
    yield from scores(passage, slot)
    if not passage.has(slot.cue, slot.total):
        return
    held = scored(passage, slot)
    numbers = [f for f in passage.of("quantity") if f.first not in held and is_counted_by(passage, f, slot)]
    numbers += [two for two, _ in pairs(passage, slot.frame, _GROUP)]
    victims = dict(ones(passage, slot.frame, _GROUP))
    bound = dict(_hits(passage, slot, numbers, victims))
    every = [*numbers, *victims]
    made = {find: _bound(passage, slot, find, hit, every) for find, hit in bound.items()}
    made = {
        find: one for find, one in made.items() if _is_named(one) or not _are_some(passage, find, bound[find])
    }
    for one in victims.keys() & made.keys():
        made[one] = replace(made[one], qualifiers={_GROUP: victims[one], **made[one].qualifiers})
    for run in _lists(passage, slot, bound):
        some = _are_some(passage, run[0], bound[run[0]])
        if len(run) > 1 and not some and (total := _total(passage, slot, run, bound[run[0]], every)):
            yield total
            made = {find: one for find, one in made.items() if find not in run or _is_named(one)}
    yield from made.values()


def _hits(
    passage: Passage, slot: Slot, numbers: list[Find], victims: Mapping[Find, str]
) -> Iterator[tuple[Find, Hit]]:
    """Every number of people, and everybody whom no number counts, with the word of the slot that it belongs to."""
    last: tuple[Find, Hit] | None = None
    for find in sorted((*numbers, *victims), key=lambda number: number.first):
        best = _closest(passage, find, slot, numbers)
        if find in victims and best is not None:
            best = best if _came_to(passage, find, best) else None
        elif best is None:
            best = _shared(passage, find, slot, [*numbers, *victims])
        if best is None and last is not None and _carries_on(passage, last, find, slot):
            best = _Claimed(_NEXT, slot.name, last[1])
        if best is not None and best.slot == slot.name and not _elsewhere(passage, find, best.hit, slot):
            last = find, best.hit
            yield find, best.hit


def _carries_on(passage: Passage, last: tuple[Find, Hit], find: Find, slot: Slot) -> bool:
    """Whether a number is the next of a list behind its word, or of the same as the last one elsewhere."""
    before, hit = last
    listed = hit.last <= before.first and _listed(passage, before, find, slot)
    return listed or _is_parallel(passage, before, find, slot)


def _is_parallel(passage: Passage, left: Find, right: Find, slot: Slot) -> bool:
    """Whether a bare number is of the same as the one before, elsewhere ("12 died in Norway and seven in Sweden")."""
    places = [place for place in passage.of("place") if is_located(passage, place)]
    after = [place for place in places if 0 <= place.first - right.last <= 1]
    before = [] if after else [place for place in places if place.last == right.first]
    led = before[-1].first if before else right.first
    ands = any(hit.last in (led, led - 1) for hit in passage.cues("_and"))
    joined = ands or passage.words[led].form.startswith(_and_letters(passage))
    elsewhere = any(left.first - 2 <= place.first < led for place in places)
    harm = [name for name in passage._by_cue if name.startswith(f"{slot.frame}.")]
    return (
        bool(before or after)
        and joined
        and elsewhere
        and not passage.cues_within(led, len(passage.words), *harm)
    )


def _are_some(passage: Passage, find: Find, hit: Hit) -> bool:
    """Whether a number is of some of those whom the word before it tells ("among the dead were three guards")."""
    among = passage.cues("_among_those")
    return hit.last <= find.first and any(0 <= hit.first - those.last <= 1 for those in among)


def _is_named(one: Bound) -> bool:
    """Whether a member of a list says whom it counts, so that it is a part of the sum."""
    return one.qualifiers.get(_GROUP, _ANYBODY) != _ANYBODY


def _bound(passage: Passage, slot: Slot, find: Find, hit: Hit, numbers: list[Find]) -> Bound:
    """A number of people, with the words that count it and whom it counts."""
    value: QuantityValue = find.value
    shown = min(find.start, passage.at(hit.first)), max(find.end, passage.words[hit.last - 1].end)
    parts = parts_of(passage, find, hit, slot, numbers)
    counted = value.model_copy(update={"unit": slot.unit, **_reached(passage, find, slot)})
    return Bound(slot, passage, counted, find.start, find.end, shown=shown, qualifiers=parts)


def _reached(passage: Passage, find: Find, slot: Slot) -> dict[str, Any]:
    """Where a count got to, of what looks like a range ("rose from 12 to 15")."""
    value: QuantityValue = find.value
    if value.min is not None and value.min == value.max and _exceeds(passage, find, slot):
        return {"value": None, "max": None, "modifier": "more_than"}
    if value.vague or value.max is None or value.min in (None, value.max):
        return {}
    rose = any(hit.last <= find.first for hit in passage.cues(f"{slot.frame}:rose"))
    return {"value": value.max, "min": value.max} if rose else {}


def _exceeds(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a count is told to be above the number ("تجاوز عدد القتلى 200")."""
    totals = [total for total in passage.cues(slot.total) if total.last <= find.first]
    return any(
        more.last <= find.first
        and not any(number_between(passage, min(more.last, total.last), find.first) for total in totals)
        for more in passage.cues(f"{slot.frame}:exceeds")
        if totals
    )


def _lists(passage: Passage, slot: Slot, bound: dict[Find, Hit]) -> list[list[Find]]:
    """The numbers of people, those that a list joins under one word together."""
    runs: list[list[Find]] = []
    for find, hit in bound.items():
        last = runs[-1][-1] if runs else None
        if last is not None and bound[last] == hit and _listed(passage, last, find, slot):
            runs[-1].append(find)
        else:
            runs.append([find])
    return runs


def _total(passage: Passage, slot: Slot, run: list[Find], hit: Hit, numbers: list[Find]) -> Bound | None:
    """What the numbers of a list make together ("two adults and two teenagers were killed": four)."""
    exact = [one.value.value for one in run if one.value.value is not None and not one.value.approx]
    if len(exact) < len(run) or any(one.value.modifier for one in run):
        return None
    start, end, number = run[0].start, run[-1].end, sum(exact)
    value = QuantityValue(value=number, min=number, max=number, raw=passage.text[start:end])
    whole = _bound(
        passage, slot, Find("quantity", start, end, run[0].first, run[-1].last, value), hit, numbers
    )
    return replace(whole, qualifiers={key: told for key, told in whole.qualifiers.items() if key != _GROUP})


def _came_to(passage: Passage, one: Find, best: _Claimed) -> bool:
    """Whether a count word right beside somebody whom no number counts says what he came to, not what he did."""
    hit = best.hit
    number = any(
        find.first == hit.last and not starts_with_and(passage, hit.last) for find in passage.of("quantity")
    )
    does = hit.first >= one.last and (number or passage.cue_at(hit.last, "casualties:objects"))
    return best.cost < _NEXT and not does


def _elsewhere(passage: Passage, find: Find, hit: Hit, slot: Slot) -> bool:
    """Whether words behind the number say that something else is meant ("evacuated to hospital")."""
    last = max(find.last, hit.last)
    return any(0 <= blocker.first - last <= _BLOCKED for blocker in passage.cues(slot.blocker))


def _closest(passage: Passage, find: Find, slot: Slot, numbers: list[Find]) -> _Claimed | None:
    """The count word of the frame that a number belongs to."""
    found: list[_Claimed] = []
    for frame in passage.grammar.frames:
        if frame.name != slot.frame:
            continue
        for rival in frame.slots:
            if rival.bind != "count":
                continue
            found += [
                _Claimed(_cost(passage, find, hit, slot, numbers), rival.name, hit)
                for hit in (
                    *(h for h in passage.cues(rival.cue) if not _of_total(passage, find, h, rival)),
                    *(h for h in passage.cues(rival.before) if h.first >= find.last),
                )
            ]
            totals = (
                *passage.cues(rival.total),
                *(passage.cues(rival.cue) if _risen_to(passage, find, slot) else ()),
            )
            found += [
                _Claimed(_total_cost(passage, find, hit, slot, numbers), rival.name, hit) for hit in totals
            ]
    best = min(found, key=lambda claimed: (claimed.cost, -claimed.hit.last), default=None)
    return best if best is not None and best.cost < FAR else None


def _of_total(passage: Passage, find: Find, hit: Hit, slot: Slot) -> bool:
    """Whether a word behind a number only opens a running total ("3 million homes as the death toll rose to 6")."""
    return hit.first > find.last and any(
        total.first <= hit.first and hit.last < total.last for total in passage.cues(slot.total)
    )


def _shared(passage: Passage, find: Find, slot: Slot, numbers: list[Find]) -> _Claimed | None:
    """The count word of the number joined by "and" ("three children and ten adults were hurt")."""
    before = max((one for one in numbers if one.first < find.first), key=lambda one: one.first, default=find)
    after = min((one for one in numbers if one.first > find.first), key=lambda one: one.first, default=find)
    for left, right in ((before, find), (find, after)):
        other = left if right is find else right
        if other is find or not _listed(passage, left, right, slot):
            continue
        best = _closest(passage, other, slot, numbers)
        if best is not None and (best.hit.first >= right.last or best.hit.last <= left.first):
            return best
    return None


def _listed(passage: Passage, left: Find, right: Find, slot: Slot) -> bool:
    """Whether only people and an "and" stand between two numbers."""
    dashed = any(mark in passage.text[left.end : right.start] for mark in _SPACED)
    if right.first < left.last or dashed:
        return False
    if passage.comma(left.last, right.first):
        return _goes_on(passage, left, right, slot)
    word, at = passage.words[right.first].form, right.first
    while at > left.last and passage.cue_at(at - 1, f"{slot.frame}:article"):
        at -= 1
    joined = any(hit.last == at for hit in passage.cues("_and")) or (
        word.startswith(_and_letters(passage)) and word not in passage.grammar.affixes.whole
    )
    return joined and _unexplained(passage, left.last, at, slot) == 0


def _goes_on(passage: Passage, left: Find, right: Find, slot: Slot) -> bool:
    """Whether a comma parts two members of a list that an "and" ends ("a nurse, two patients and a guard")."""
    ands = [hit.first for hit in passage.cues("_and") if 1 <= hit.first - right.last <= _NEAR]
    plain = _unexplained(passage, left.last, right.first, slot) == 0 and not passage.cues_within(
        left.first, right.first, slot.cue
    )
    return bool(ands) and plain and _unexplained(passage, right.last, ands[0], slot) == 0


def _and_letters(passage: Passage) -> tuple[str, ...]:
    grammar = passage.grammar
    return tuple(grammar.and_prefix - grammar.in_prefix - grammar.to_prefix) or ("\0",)


def _cost(passage: Passage, find: Find, hit: Hit, slot: Slot, numbers: list[Find]) -> int:
    if find.first <= hit.first and hit.last <= find.last:
        return 0
    forward = hit.first >= find.last
    low, high = (_past_whole(passage, find, slot), hit.first) if forward else (hit.last, find.first)
    apart = _does if forward else _ends
    if low > high or _told_jointly(passage, find, hit, slot) or apart(passage, find, hit, slot):
        return FAR
    parts = _around_aside(passage, low, high) if forward else [(low, high)]
    if any(_parted(passage, start, end, numbers, whole=len(parts) == 1) for start, end in parts):
        return FAR
    if forward and _only_place(passage, low, high, slot):
        return _NEXT + high - low
    if _and_between(passage, *parts[-1], high) or (
        forward and slot.unit == "person" and _of_them(passage, parts[-1][0], hit)
    ):
        return FAR
    gap = sum(_unexplained(passage, start, end, slot) for start, end in parts)
    return 8 * gap + (high - low) + (0 if forward else 2) if gap <= _REACHES[str(slot.unit)] else FAR


def _told_jointly(passage: Passage, find: Find, hit: Hit, slot: Slot) -> bool:
    """Whether a number is of two harms at once ("killed or injured 450", "450 between dead and hurt")."""
    told = [name for name in passage._by_cue if name.startswith(f"{slot.frame}.") and name != hit.cue]
    harm = [name for name in told if name[-1].isalpha()]
    pairs_of = [(other, hit) if other.first < hit.first else (hit, other) for other in passage.cues(*harm)]
    return any(
        _is_one_harm(passage, left, right, slot)
        and any(number_between(passage, at, at + 1) for at in range(left.first - _NEAR, left.first))
        != number_between(passage, right.last, right.last + 1)
        for left, right in pairs_of
    )


def _is_one_harm(passage: Passage, left: Hit, right: Hit, slot: Slot) -> bool:
    """Whether nothing but "and" or "or" stands between two harms."""
    if left.last == right.first:
        word = passage.words[right.first].form
        return word.startswith(_and_letters(passage)) and starts_with_and(passage, right.first)
    between = range(left.last, right.first)
    return bool(between) and all(passage.cue_at(at, f"{slot.frame}:or") for at in between)


def _does(passage: Passage, find: Find, hit: Hit, slot: Slot) -> bool:
    """Whether a verb behind a number goes on with somebody else ("six helicopters evacuated the injured")."""
    harm = [name for name in passage._by_cue if name.startswith(f"{slot.frame}.") and name[-1].isalpha()]
    return any(
        passage.cue_at(verb.last, f"{slot.frame}:objects")
        and not passage.cue_at(verb.last + 1, f"{slot.frame}:other_units")  # "fled their homes"
        and not any(aux.last == verb.first for aux in passage.cues("_aux"))
        for verb in passage.cues(*harm)
        if find.last <= verb.first <= hit.first
    )


def _ends(passage: Passage, find: Find, hit: Hit, slot: Slot) -> bool:
    """Whether a number behind a word begins what is told besides ("33 injured when eight coaches derailed")."""
    return passage.cues_within(hit.last, find.first, f"{slot.frame}:ends")


def _past_whole(passage: Passage, find: Find, slot: Slot) -> int:
    """The word behind a number, and behind the one that it counts some of ("12 of the 20")."""
    wholes = [
        other.last
        for other in passage.of("quantity")
        if 0 < other.first - find.last <= _OF_WHOLE
        and is_whole(passage, other)
        and not (is_attached(passage, other, slot) or number_between(passage, find.last, other.first))
    ]
    return wholes[0] if wholes else find.last


def _only_place(passage: Passage, low: int, high: int, slot: Slot) -> bool:
    """Whether all that parts people from what they came to is where they were ("12 people in Foo County died")."""
    ins = [hit.first for hit in passage.cues("_in") if low <= hit.first < high]
    if not ins or _unexplained(passage, low, ins[0], slot) or high - ins[0] > _LONGEST_PLACE:
        return False
    verbs = [name for name in passage._by_cue if name.startswith((f"{slot.frame}.", "statement"))]
    if passage.cues_within(ins[0], high, "_and", "_relative", "_but", *verbs):
        return False
    return any(ins[0] < place.first < high for place in passage.of("place"))


def _parted(passage: Passage, low: int, high: int, numbers: list[Find], *, whole: bool) -> bool:
    return (whole and parts_clause(passage, low, high)) or _crossed(passage, low, high, numbers)


def _around_aside(passage: Passage, low: int, high: int) -> list[tuple[int, int]]:
    """The words ``[low, high)`` without what commas set apart ("9 people, including 2 children, were hurt")."""
    commas = [
        index
        for index in range(low, high + 1)
        if index and any(mark in passage.between(index - 1, index) for mark in ",،")
    ]
    if len(commas) > 1 and any(
        commas[0] <= hit.first < commas[-1]
        for hit in passage.cues("_among", "_relative", "_of_them", "_aside", "_age")
    ):
        return [(low, commas[0]), (commas[-1], high)]
    return [(low, high)]


def _of_them(passage: Passage, low: int, hit: Hit) -> bool:
    """Whether a number is of some of the dead or hurt ("10 of the dead")."""
    if any(low <= of.first < hit.first for of in passage.cues("_of")):
        return True
    form = passage.words[hit.first].form
    return any(form.startswith(part) for part in passage.grammar.of_prefix)


def _is_told_as(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether "to", "at" or "was" stands before a number, as a letter or a word."""
    word = passage.words[find.first]
    letter = word.form[:1] in passage.grammar.to_prefix and word.start < find.start
    return letter or any(
        0 <= find.first - hit.last <= 1 or find.first <= hit.first < find.last
        for hit in passage.cues(f"{slot.frame}:to")
    )


def _risen_to(passage: Passage, find: Find, slot: Slot) -> bool:
    """Whether a number is what something rose to."""
    return _is_told_as(passage, find, slot) and any(
        hit.first < find.first for hit in passage.cues(f"{slot.frame}:rose")
    )


def _total_cost(passage: Passage, find: Find, hit: Hit, slot: Slot, numbers: list[Find]) -> int:
    if hit.last > find.first:
        return FAR
    rivals = [number for number in numbers if _is_told_as(passage, number, slot)]
    gap = _unexplained(passage, hit.last, find.first, slot)
    far = gap > (_TOTAL_REACH if _is_told_as(passage, find, slot) else 2)
    return FAR if far or _crossed(passage, hit.last, find.first, rivals) else 8 + gap


def _crossed(passage: Passage, low: int, high: int, numbers: list[Find]) -> bool:
    """Whether another number or the end of a part of the sentence stands between."""
    if any(low <= other.first < high for other in numbers):
        return True
    if high < low or not low > 0:
        return False
    between = passage.text[passage.words[low - 1].end : passage.at(high)] if high < len(passage.words) else ""
    if high == low:
        return any(mark in between for mark in _SPACED)
    return any(mark in between for mark in (*";؛:", *_SPACED)) or passage.cues_within(low, high, "_but")


def _unexplained(passage: Passage, low: int, high: int, slot: Slot) -> int:
    names = (f"{slot.frame}:people", "_age", *part_cues(passage, slot.frame))
    fillers = {index for hit in passage.cues(*names) for index in range(hit.first, hit.last)}
    held = {index for f in passage.finds if f.kind in ("place", "date") for index in range(f.first, f.last)}
    held |= {index for f in passage.of("quantity") if is_age(passage, f) for index in range(f.first, f.last)}
    letters = passage.grammar.in_prefix | passage.grammar.and_prefix
    return sum(
        index not in fillers and index not in held and passage.words[index].form not in letters
        for index in range(low, high)
    )


def _and_between(passage: Passage, low: int, high: int, edge: int) -> bool:
    if any(low <= hit.first < high for hit in passage.cues("_and")):
        return True
    letters = _and_letters(passage)
    inside = range(low, min(edge + 1, len(passage.words)))
    return any(
        passage.words[index].form.startswith(letters) and starts_with_and(passage, index) for index in inside
    )
