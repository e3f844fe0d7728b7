"""Who came, for whom, and who led them: lists of people and the cues that open them.

A list opens beside a cue ("led by", "with the participation of"), runs on as long as only "and", commas and
side markers stand between its members, and gives each member a side: the country of their own office, else
the side marker before them, else the side of the one before, else what the article says of them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.extractors._binders import Bound, governs
from reconcile.extractors._slots import Slot
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._people import Someone
from reconcile.extractors._words import Hit
from reconcile.model import PersonValue
from reconcile.values._gazetteer import entry

__all__ = ["Sides", "people", "sides_of"]

#: The country of everybody whose office the article tells, by the last word of the name.
Sides = Mapping[str, str]
_BARRIERS = ("statement", "_goal", "_other")


def sides_of(passages: Sequence[Passage]) -> Sides:
    """Whose side the article puts people on, by surname."""
    found: dict[str, str] = {}
    for passage in passages:
        for find in passage.of("person"):
            someone: Someone = find.value
            if someone.name and someone.country:
                found.setdefault(someone.surname, someone.country)
    return found


def people(passage: Passage, slot: Slot, sides: Sides) -> Iterator[Bound]:
    """The people of a slot, one by one, with their sides as qualifiers."""
    for listed, marker, trigger in _lists(passage, slot):
        last: str | None = None
        for find in listed:
            side = _side(passage, find, marker, last, sides)
            last = side or last
            yield Bound(
                slot, passage, find.value.person, find.start, find.end, trigger,
                qualifiers={"side": side} if side else {},
            )  # fmt: skip


_Listed = tuple[tuple[Find, ...], Hit | None, int | None]


def _lists(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    seen: set[int] = set()
    for listed, marker, trigger in (
        *_by_cue(passage, slot),
        *_by_role(passage, slot),
        *_partners(passage, slot),
    ):
        fresh = tuple(find for find in listed if find.start not in seen)
        seen |= {find.start for find in fresh}
        if fresh:
            yield fresh, marker, trigger


# --------------------------------------------------------------------------------------------------
# Where lists open
# --------------------------------------------------------------------------------------------------


def _by_cue(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    for hit in passage.cues(slot.cue):
        near = _close(passage, hit, slot.near)
        if near is None:
            continue
        marker = near if near.cue in ("_delegation", "_side") else None
        led = slot.name == "head" and any(h.cue == "_delegation" and h.last <= hit.first and passage.gap(h.last, hit.first) == 0
                                          for h in passage.cues("_delegation"))  # fmt: skip
        before = () if led or _takes_object(passage, hit) else _ending(passage, hit.first, slot)
        listed = before or _starting(passage, hit.last, slot)
        yield listed, marker, None


def _takes_object(passage: Passage, hit: Hit) -> bool:
    """Whether the cue ends in a preposition, so that its people can only follow."""
    return passage.words[hit.last - 1].form in ("by", "of", "at", "including", "alongside")


def _close(passage: Passage, hit: Hit, names: Sequence[str]) -> Hit | None:
    """The closest of some cues to a cue, within twelve words and two clauses of it."""
    near = [
        h for h in passage.cues(*names)
        if abs(h.first - hit.first) <= 12 and abs(passage.clauses[h.first] - passage.clauses[hit.first]) <= 2
        and h.first not in range(hit.first, hit.last)
    ]  # fmt: skip
    return min(
        near,
        key=lambda h: (abs(h.first - hit.first) + (3 if h.first > hit.first else 0), names.index(h.cue)),
        default=None,
    )


def _by_role(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    """Somebody whose office it is to lead ("the head of the Syrian delegation, …")."""
    for hit in passage.cues(slot.role):
        noun = next(
            (h for h in passage.cues("_delegation") if h.last > hit.first and h.first - hit.last <= 3), None
        )
        edge = max(hit.last, noun.last if noun else 0)
        inside = [f for f in passage.of("person") if f.first <= hit.first and hit.last <= f.last]
        after = [
            f
            for f in passage.of("person")
            if f.first >= hit.last and passage.gap(edge, f.first) <= 1 and f.first - edge <= 4
        ]
        before = [
            f for f in passage.of("person") if f.last <= hit.first and passage.gap(f.last, hit.first) <= 1
        ]
        for choice in (inside, after[:1], before[-1:]):
            named = tuple(f for f in choice if f.value.name)
            if named:
                yield named[:1], noun or hit, None
                break


def _partners(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    """People whom a meeting is with, or between."""
    for hit in passage.cues(*slot.partners):
        before = [h for h in passage.cues("talks") if h.last <= hit.first]
        if not before or passage.gap(before[-1].last, hit.first, barriers=_BARRIERS) > 4:
            continue
        listed = _starting(passage, hit.last, slot, reach=1)
        if listed:
            yield listed, None, before[-1].first


# --------------------------------------------------------------------------------------------------
# Lists
# --------------------------------------------------------------------------------------------------


def _starting(passage: Passage, word: int, slot: Slot, reach: int = 2) -> tuple[Find, ...]:
    """The people listed from a word on."""
    listed: list[Find] = []
    edge, limit = word, reach
    for find in passage.of("person"):
        if find.first < edge:
            continue
        if passage.gap(edge, find.first, barriers=_breaks(slot)) > limit or _stops(passage, edge, find.first):
            break
        listed.append(find)
        edge, limit = find.last, 1
    return tuple(listed)


def _ending(passage: Passage, word: int, slot: Slot) -> tuple[Find, ...]:
    """The people listed up to a word."""
    listed: list[Find] = []
    edge = word
    for find in reversed(list(passage.of("person"))):
        if find.last > edge:
            continue
        if passage.gap(find.last, edge, barriers=_breaks(slot)) > 1 or _stops(passage, find.last, edge):
            break
        listed.insert(0, find)
        edge = find.first
    return tuple(listed)


def _breaks(slot: Slot) -> tuple[str, ...]:
    return (*_BARRIERS, "delegation.head", *(("_delegation",) if slot.name == "head" and False else ()))


def _stops(passage: Passage, first: int, last: int) -> bool:
    if last <= first:
        return False
    start = passage.words[first - 1].end if first else passage.start
    between = passage.text[start : passage.at(last)]
    return any(mark in between for mark in ":!?") or last - first > 10


# --------------------------------------------------------------------------------------------------
# Sides
# --------------------------------------------------------------------------------------------------


def _side(passage: Passage, find: Find, marker: Hit | None, last: str | None, sides: Sides) -> str | None:
    someone: Someone = find.value
    told = marker and _country_beside(passage, marker)
    closer = _marker_before(passage, find)
    return someone.country or closer or told or last or sides.get(someone.surname)


def _marker_before(passage: Passage, find: Find) -> str | None:
    """The side named last before somebody ("from the Israeli side …")."""
    marks = [
        h for h in passage.cues("_side", "_delegation") if h.last <= find.first and find.first - h.last <= 25
    ]
    for hit in reversed(marks):
        country = _country_beside(passage, hit)
        if country:
            return country
    return None


def _country_beside(passage: Passage, hit: Hit) -> str | None:
    """The country whose adjective or name stands within two words of a side or delegation."""
    for find in passage.of("place"):
        actor = governs(find.value)
        beside = 0 <= find.first - hit.last <= 1 or 0 <= hit.first - find.last <= 1
        if actor and actor.kind == "country" and beside:
            return entry(actor.code).name  # type: ignore[union-attr]
    return None


def person_key(value: PersonValue) -> str:
    """What tells two mentions of one list apart."""
    return value.name or " ".join(value.roles)
