"""Who came, for whom, and who led them: lists of people and the cues that open them.

A list opens beside a cue ("led by", "with the participation of"), runs on as long as only "and", commas and
side markers stand between its members, and gives each member a side: the country of their own office, else
the side marker before them, else the side of the one before, else what the article says of them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.extractors._actors import governs, organisation, runs
from reconcile.extractors._bound import Bound
from reconcile.extractors._heads import is_occasion
from reconcile.extractors._located import is_located, is_of_office
from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._people import Someone
from reconcile.extractors._slots import Slot
from reconcile.extractors._unread import unread_before, unread_name
from reconcile.extractors._words import Hit, fold
from reconcile.values._gazetteer import entry

__all__ = ["Sides", "people", "sides_of"]

#: The country of everybody whose office the article tells, by the last word of the name.
Sides = Mapping[str, str]
_BARRIERS = ("statement", "_goal", "_discuss", "_other", "_but")
_RECALLED = ("talks", "_delegation")


def sides_of(passages: Sequence[Passage]) -> Sides:
    """Whose side the article puts people on, by surname."""
    found: dict[str, str] = {}
    for passage in passages:
        for find in passage.of("person"):
            someone: Someone = find.value
            if someone.name and someone.country:
                found.setdefault(fold(someone.surname), someone.country)
    return found


def _is_speaker(passage: Passage, find: Find) -> bool:
    """Whether somebody only tells of it ("according to Foo", "the talks between Norway and Chile, Foo said")."""
    told = any(hit.last == find.first for hit in passage.cues("_told_by"))
    apart = not passage.grammar.verb_first and passage.comma(find.first, find.first)
    return told or (apart and passage.cue_at(find.last, "statement"))


def people(passage: Passage, slot: Slot, sides: Sides) -> Iterator[Bound]:
    """The people of a slot, one by one, with their sides as qualifiers."""
    for listed in _lists(passage, slot):
        last: str | None = None
        edge = 0
        before: Find | None = None
        previous: Find | None = None
        for find in listed.people:
            if _is_speaker(passage, find):
                continue
            side = _own_side(passage, find, sides) or _told_side(passage, find, listed, edge)
            side = (
                side
                or sides.get(fold(find.value.surname))
                or (last if _carries(passage, listed, find, edge) else None)
            )
            last, edge, before, previous = side or last, find.last, previous, find
            person, end = find.value.person, find.end
            if not find.value.name and _goes_on_unread(passage, find):
                read = unread_name(passage, find)
                if read is None:
                    continue
                person, end = read
            if (
                not find.value.name
                and before is not None
                and _is_second_office(passage, before, find, listed)
            ):
                continue
            start = find.start
            if not person.name and (named := unread_before(passage, find)) is not None:
                person, start = named
            if not person.name and (
                side is None or (person.plural and not (find.value.country and find.value.crowd))
            ):
                continue
            yield Bound(
                slot, passage, person, start, end, listed.trigger, qualifiers={"side": side} if side else {}
            )  # fmt: skip


def _carries(passage: Passage, listed: _Listed, find: Find, edge: int) -> bool:
    """Whether somebody is on the side of the one before; of those who meet, only the third of a row may be."""
    return not listed.mixed or (find in listed.people[2:] and _opens_with_and(passage, edge))


def _goes_on_unread(passage: Passage, find: Find) -> bool:
    """Whether a word that nobody knows stands right behind an office: the name, or more of the office."""
    if find.last >= len(passage.words) or passage.between(find.last - 1, find.last).strip():
        return False
    word = passage.words[find.last]
    if any(hit.first <= find.last < hit.last for hit in passage.hits) or word.form in _small(passage):
        return False
    adjective = any(f.first == find.last and f.value.form == "adjective" for f in passage.of("place"))
    held = any(f.first <= find.last < f.last for f in passage.finds if f.kind != "person")
    return adjective or not (held or word.form.startswith(tuple(passage.grammar.and_prefix) or ("\0",)))


def _small(passage: Passage) -> frozenset[str]:
    grammar = passage.grammar
    return frozenset(word for word in (*grammar.in_prefix, *grammar.and_prefix, *grammar.to_prefix))


def _is_second_office(passage: Passage, named: Find, find: Find, listed: _Listed) -> bool:
    """Whether an office is joined to that of somebody named ("Ola Berg, ambassador to Chile and envoy to Peru").

    Who is listed has an office right behind the name, too; of those who meet it may be somebody else's.
    """
    person = named.value.person
    if listed.trigger is None and person.name and find.first == named.last:
        return not passage.text[named.end : find.start].strip()
    behind = bool(person.name and person.roles) and not (person.raw or "").endswith(person.name)
    return behind and find.first == named.last and not passage.comma(named.last, find.first)


@dataclass(frozen=True, slots=True)
class _Listed:
    """People of one list: the delegation or side named beside it, and the meeting they are partners of."""

    people: tuple[Find, ...]
    marker: Hit | None = None
    trigger: int | None = None
    country: str | None = None
    mixed: bool = False
    """Those who meet each other stand in it, so that nobody is on the side of the one before."""


def _lists(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    seen: set[int] = set()
    for listed in (
        *_by_cue(passage, slot),
        *_by_role(passage, slot),
        *_partners(passage, slot),
        *_meeting(passage, slot),
    ):
        fresh = tuple(find for find in listed.people if find.start not in seen)
        seen |= {find.start for find in fresh}
        if fresh:
            yield replace(listed, people=fresh)


# --------------------------------------------------------------------------------------------------
# Where lists open
# --------------------------------------------------------------------------------------------------


def _by_cue(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    for hit in passage.cues(slot.cue):
        if any(0 <= hit.first - refused.last <= 1 for refused in passage.cues("_refused")):
            continue
        near = _close(passage, hit, slot.near)
        if near is None and not (slot.name == "member" and not passage.recalls.isdisjoint(_RECALLED)):
            continue
        marker = near if near is not None and near.cue in ("_delegation", "_side") else None
        led = slot.name == "head" and any(h.cue == "_delegation" and h.last <= hit.first and passage.gap(h.last, hit.first) == 0
                                          for h in passage.cues("_delegation"))  # fmt: skip
        before = () if led or _takes_object(passage, hit) else _ending(passage, hit.first, slot)
        after = _starting(
            passage, hit.last, slot, offices=_ROLE_WORDS if _opens_sentence(passage, hit) else 0
        )
        listed = (after or before) if passage.grammar.verb_first else (before or after)
        yield _Listed(listed, marker, country=_subject_country(passage, hit))


def _takes_object(passage: Passage, hit: Hit) -> bool:
    """Whether the cue ends in a preposition, so that its people can only follow."""
    return passage.words[hit.last - 1].form in ("by", "of", "at", "including", "alongside")


def _close(passage: Passage, hit: Hit, names: Sequence[str]) -> Hit | None:
    """The closest of some cues to a cue, within twelve words and two clauses of it."""
    near = [
        h for h in passage.cues(*names)
        if h.first not in range(hit.first, hit.last) and abs(passage.clauses[h.first] - passage.clauses[hit.first]) <= 2
        and passage.gap(min(h.last, hit.last), max(h.first, hit.first)) <= 5
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
        if noun is None and passage.words[hit.last - 1].form == "of":
            continue
        edge = max(hit.last, noun.last if noun else 0)
        inside = [f for f in passage.of("person") if f.first <= hit.first and hit.last <= f.last]
        after = [f for f in passage.of("person") if f.first >= edge and _apposed(passage, edge, f)]
        before = [
            f for f in passage.of("person") if f.last <= hit.first and passage.gap(f.last, hit.first) <= 1
        ]
        told = bool(after) and after[0].first - edge <= 1 and not passage.cue_at(edge, "_and")
        opened = bool(before) and passage.comma(before[-1].last, hit.first) and not told
        for choice in (inside, before[-1:], after[:1]) if opened else (inside, after[:1], before[-1:]):
            named = tuple(f for f in choice if f.value.name)
            if named:
                yield _Listed(named[:1], noun or hit)
                break


def _meeting(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    """Subject and object of a verb of meeting, and of one that holds a meeting."""
    for hit in passage.cues(*slot.meets):
        trigger = _met_at(passage, hit)
        if trigger is None or (trigger != hit.first and passage.cue_at(hit.first, "_host")):
            continue
        before = _ending(passage, hit.first, slot)
        if passage.grammar.verb_first and before and before[-1].last < hit.first:
            before = ()  # a noun ("the leadership of … in … made talks possible")
        after = _starting(passage, hit.last, slot, reach=1)
        if after and passage.gap(hit.last, after[0].first, barriers=("_in",)):
            after = ()
        for listed in (before, after):
            known = tuple(find for find in listed if not find.value.person.plural)
            if known:
                yield _Listed(known, trigger=trigger, mixed=passage.grammar.verb_first)


def _met_at(passage: Passage, hit: Hit) -> int | None:
    """The mention of a meeting that a verb belongs to: itself, or the one that it holds."""
    own = [h for h in passage.cues("talks") if hit.first <= h.first < hit.last]
    if own:
        return own[0].first
    near = [
        h
        for h in passage.cues("talks")
        if passage.gap(min(h.last, hit.last), max(h.first, hit.first), barriers=_BARRIERS) <= 3
    ]
    clause = passage.clauses[hit.first]
    same = [h for h in near if abs(passage.clauses[h.first] - clause) <= 1]
    return _noun(passage, min(same, key=lambda h: abs(h.first - hit.first))).first if same else None


def _noun(passage: Passage, hit: Hit) -> Hit:
    """The last of the words for one meeting ("a round of official talks")."""
    behind = next((h for h in passage.cues("talks") if 0 <= h.first - hit.last <= 2), None)
    return hit if behind is None else _noun(passage, behind)


_WHEN = 2
"""How many words may stand between a meeting and whose it is ("the meeting last night of …")."""
_BETWEEN = 6
"""How many words of an office that nobody knows may stand behind "between"."""


def _apposed(passage: Passage, edge: int, find: Find) -> bool:
    """Whether somebody is named right behind an office, other offices between commas apart."""
    gap = passage.gap(edge, find.first, barriers=_BARRIERS)
    if passage.cue_at(edge, "_aux"):
        return gap <= _SHORT_OFFICE
    return gap <= (4 if passage.between(edge - 1, edge).strip()[:1] in (",", "،") else 1)


def _partners(passage: Passage, slot: Slot) -> Iterator[_Listed]:
    """People whom a meeting is with, or between."""
    for hit in passage.cues(*slot.partners):
        talks = [h for h in passage.cues("talks") if h.last <= hit.first]
        beside = bool(talks) and talks[-1].last == hit.first
        own = [h for h in talks if not is_occasion(passage, h.first, ("_ahead_of", "_beside"))]
        before = talks if beside else own or talks
        if not before or passage.gap(before[-1].last, hit.first, barriers=_BARRIERS) > 4:
            continue
        listed = _starting(passage, hit.last, slot, reach=_BETWEEN if hit.cue == "_between" else 1)
        known = tuple(find for find in listed if not find.value.person.plural)
        if known:
            visitor = _visitor(passage, before[-1])
            yield _Listed(known, trigger=before[-1].first, mixed=hit.cue == "_between")
            yield _Listed(visitor, trigger=before[-1].first, mixed=True)
    for hit in passage.cues("_belonging") if slot.partners else ():
        told = [h for h in passage.cues("talks") if 0 <= hit.first - h.last <= _WHEN]
        listed = _starting(passage, hit.last, slot, reach=1) if told else ()
        if sum(bool(find.value.name) for find in listed) > 1:
            yield _Listed(listed, trigger=told[-1].first, mixed=True)


def _visitor(passage: Passage, talks: Hit) -> tuple[Find, ...]:
    """Who came somewhere for talks with somebody ("Foo Bar arrived in Lima for talks with …")."""
    for came in passage.cues("_came"):
        if not 0 < talks.first - came.last <= _WAY or passage.cues_within(came.last, talks.first, *_NO_WAY):
            continue
        for find in passage.of("person"):
            before = find.last <= came.first and passage.gap(find.last, came.first) == 0
            behind = passage.grammar.verb_first and find.first == came.last
            if find.value.name and not find.value.person.plural and (before or behind):
                return (find,)
    return ()


_WAY = 16
"""How many words may stand between a verb of coming and the talks that somebody came for."""
_NO_WAY = ("statement", "talks", "_but", "_earlier_on")


# --------------------------------------------------------------------------------------------------
# Lists
# --------------------------------------------------------------------------------------------------


def _opens_sentence(passage: Passage, hit: Hit) -> bool:
    """Whether a sentence begins with who attended, and so holds nothing else ("Attending the meeting were …")."""
    return passage.grammar.verb_first and hit.first <= 1


def _starting(passage: Passage, word: int, slot: Slot, reach: int = 2, offices: int = 0) -> tuple[Find, ...]:
    """The people listed from a word on, with offices of so many unknown words at most."""
    listed: list[Find] = []
    edge, limit = word, reach
    for find in passage.of("person"):
        if find.first < edge or _possesses(passage, find):
            continue
        gap = passage.gap(edge, find.first, barriers=_breaks(slot))
        if not find.value.name and limit < gap <= offices:
            edge = find.last  # a part of an office that is not read whole
            continue
        allowed = max(limit, _office_words(passage, edge, find, listed), offices if find.value.name else 0)
        if gap > allowed or _stops(passage, edge, find.first, colon=bool(listed)):
            break
        if listed and (
            _meets_with(passage, edge, find.first) or passage.cues_within(edge, find.first, "talks:meets")
        ):
            break
        listed.append(find)
        edge, limit = find.last, 1
    return tuple(listed)


def _meets_with(passage: Passage, first: int, last: int) -> bool:
    """Whether "for talks with" stands there: whom a delegation meets is not in it."""
    talks = [hit for hit in passage.cues("talks") if first <= hit.first < last]
    return bool(talks) and any(talks[0].last <= hit.first < last for hit in passage.cues("_with"))


def _office_words(passage: Passage, edge: int, find: Find, listed: Sequence[Find]) -> int:
    """How many words of an office that nobody knows may stand before somebody with a name."""
    if listed and _semicolon(passage, edge):
        return _ROLE_WORDS
    if not find.value.name or passage.cues_within(
        edge, find.first, "talks", "_earlier_on", "_reference", "_relative"
    ):
        return 0
    if listed and (passage.comma(edge, min(edge, len(passage.words) - 1)) or _opens_with_and(passage, edge)):
        return _SHORT_OFFICE
    return (
        _SHORT_OFFICE
        if any(f.last == find.first and f.value.form == "name" for f in passage.of("place"))
        else 0
    )


def _opens_with_and(passage: Passage, word: int) -> bool:
    letters = tuple(passage.grammar.and_prefix)
    return bool(letters) and word < len(passage.words) and passage.words[word].form.startswith(letters)


_SHORT_OFFICE = 4
_ROLE_WORDS = 12
"""How many unknown words an office may have in a list whose members are set apart by semicolons."""


def _semicolon(passage: Passage, word: int) -> bool:
    return 0 < word < len(passage.words) and passage.between(word - 1, word).strip()[:1] in (";", "؛")


def _possesses(passage: Passage, find: Find) -> bool:
    """Whether somebody is only named as whose aide another one is ("President Lund's envoy")."""
    return passage.text[find.end : find.end + 2] in ("'s", "’s")


def _ending(passage: Passage, word: int, slot: Slot) -> tuple[Find, ...]:
    """The people listed up to a word."""
    listed: list[Find] = []
    edge = word
    for find in reversed(list(passage.of("person"))):
        if find.last > edge or _possesses(passage, find):
            continue
        helpers = sum(find.last <= h.first < edge for h in passage.cues("_aux")) if not listed else 0
        office = listed and listed[0].value.name and passage.cue_at(find.last, "_and")
        gap = passage.gap(find.last, edge, barriers=_breaks(slot)) - helpers
        if not find.value.name and _serves(passage, find):
            continue
        apposed = _is_apposition(passage, find, edge)
        if not apposed and (gap > (_SHORT_OFFICE if office else 1) or _stops(passage, find.last, edge)):
            break
        listed.insert(0, find)
        edge = find.first
    return tuple(listed)


def _serves(passage: Passage, find: Find) -> bool:
    """Whether an office only says whom somebody else serves ("an aide to the president")."""
    first = find.first - passage.cue_at(find.first - 1, "_capital")
    return passage.cue_at(first - 1, "_of", "_belonging", "_aux")


def _is_apposition(passage: Passage, find: Find, edge: int) -> bool:
    """Whether only an office between commas stands between somebody and the verb or the next one of the list."""
    if passage.grammar.verb_first or not find.value.name or edge - find.last > _ROLE_WORDS:
        return False
    last = edge - passage.cue_at(edge - 1, "_and")
    if passage.cues_within(find.last, edge, "statement", "talks", "_but", "_held"):
        return False
    opens = passage.between(find.last - 1, find.last).strip() == ","
    return opens and last - find.last > 1 and passage.between(last - 1, last).strip() == ","


def _breaks(slot: Slot) -> tuple[str, ...]:
    return (*_BARRIERS, f"{slot.frame}.head")


def _stops(passage: Passage, first: int, last: int, *, colon: bool = True) -> bool:
    """Whether a mark stands there that ends a list; a colon may open one ("the delegation includes: …")."""
    if last <= first:
        return False
    start = passage.words[first - 1].end if first else passage.start
    between = passage.text[start : passage.at(last)]
    return any(mark in between for mark in (":!?" if colon else "!?")) or last - first > 16


# --------------------------------------------------------------------------------------------------
# Sides
# --------------------------------------------------------------------------------------------------


def _own_side(passage: Passage, find: Find, sides: Sides) -> str | None:
    """The country of somebody's own office, or of whom that office serves ("envoy of President …")."""
    someone: Someone = find.value
    if someone.country:
        return someone.country
    beside = _country_of(passage, find)
    if beside is not None:
        return beside
    named = [sides[w.form] for w in passage.words[find.first : find.last] if w.form in sides]
    return named[0] if named else None


def _country_of(passage: Passage, find: Find) -> str | None:
    """The country printed right behind a name with "of", or right before it ("President Lund of Norway")."""
    for place in passage.of("place"):
        if (
            place.value.entry.kind != "country"
            or place.value.form == "adjective"
            or is_located(passage, place)
        ):
            continue
        behind = place.first == find.last + 1 and any(
            h.first == find.last for h in passage.cues("_of", "_belonging")
        )
        if (
            behind
            or (place.first == find.last + 1 and is_of_office(passage, place))
            or (place.last == find.first and not passage.between(place.last - 1, find.first).strip())
        ):
            return str(organisation(place).name)
    return None


def _told_side(passage: Passage, find: Find, listed: _Listed, edge: int) -> str | None:
    """The side named between the last member of the list and this one, else beside the cue of the list."""
    if listed.trigger is not None:
        return None
    marks = [h for h in passage.cues("_side", "_delegation") if edge <= h.first and h.last <= find.first]
    near = [h for h in marks if find.first - h.last <= 25]
    told = next((country for h in reversed(near) if (country := _country_beside(passage, h))), None)
    if told is None and edge == 0:
        return (listed.marker and _country_beside(passage, listed.marker)) or listed.country
    return told


def _country_beside(passage: Passage, hit: Hit) -> str | None:
    """The country whose adjective or name stands within two words of a side or delegation."""
    beside = [
        (find.value.form != "adjective", find.first < hit.first, entry(actor.code))
        for find in passage.of("place")
        if (actor := governs(find.value)) and not is_located(passage, find)
        and (0 <= find.first - hit.last <= 1 or 0 <= hit.first - find.last <= 1)
    ]  # fmt: skip
    best = min(beside, key=lambda told: told[:2], default=None)
    return best[2].name if best and best[2] else None


def _subject_country(passage: Passage, hit: Hit) -> str | None:
    """The country that a cue has as its subject ("the US is represented by …")."""
    alone = [run[0] for run in runs(passage) if len(run) == 1 and run[0].value.form != "adjective"]
    before = [find for find in alone if find.last <= hit.first and passage.gap(find.last, hit.first) <= 2]
    return str(organisation(before[-1]).name) if before else None
