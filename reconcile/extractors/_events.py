"""Which event of the article a claim is about: its main event, or another one that it mentions.

An article about talks between two countries also tells of the mediator's lunch with one of them, of last
year's round and of the next one. A mention of a meeting belongs elsewhere when

* the words say who meets, and the main event's parties are not all among them;
* it is in another place than the main event;
* it bears another number than the main event's round, or is called the next, the last, another one;
* its day is yet to come, and the main event's is not;
* it is one of several ("four rounds"), of which nothing is claimed at all;
* it goes on about such a mention ("their meeting", a word without parties in the same sentence).

A count of people belongs to an earlier event when it follows a date long before the article.

In doubt it belongs to the main event, which has no label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from reconcile.extractors._bound import Bound
from reconcile.extractors._heads import head_of, is_occasion
from reconcile.extractors._passages import FAR, Find, Passage
from reconcile.extractors._words import Hit
from reconcile.model import Zone

__all__ = ["Meeting", "events_of", "meetings"]

_TALKS = "talks"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One mention of a meeting: the words ``[first, last)`` of a passage that mention it."""

    passage: int
    first: int
    last: int
    paragraph: int = 0
    participants: frozenset[str] = frozenset()
    personal: bool = False
    """The participants are told as people who meet, not as parties."""
    round: float | None = None
    places: frozenset[tuple[str, str | None]] = frozenset()
    """Where it is said to be: names of places with their countries."""
    other: bool = False
    dated: bool = False
    """It has a day of its own."""
    ahead: bool = False
    """Its day is yet to come."""
    several: bool = False
    """More than one meeting is mentioned ("four rounds of talks")."""
    caption: bool = False
    headline: bool = False
    follows: bool = False
    """It goes on about the mention before it."""
    earlier: bool = False
    """It is told as what went before ("earlier in the day he met …")."""
    topic: bool = False
    """It is what others speak about ("developments in the talks between …")."""
    after: bool = False
    """It is only what the one told before it in the sentence came after ("the second after the talks on 3 May")."""
    prelude: bool = False
    """It leads up to another one ("preliminary talks")."""
    occasion: bool = False
    """What is told went before it ("ahead of the summit")."""
    planned: bool = False
    """Its sentence speaks of the future."""
    upcoming: bool = False
    """Words right beside it speak of the future."""
    past: tuple[str, ...] | None = None
    """The day long before the article's that it is told with."""
    named: frozenset[str] = frozenset()
    """The parties of whom the article names somebody."""
    also: bool = False
    """It is told as one more ("he also met …")."""
    day: date | None = None
    """The one day that it is plainly said to be on."""


_Key = tuple[str, ...] | None
_SEVERAL: _Key = ("several",)


def events_of(passages: Sequence[Passage], bounds: Sequence[Bound]) -> list[tuple[Bound, str | None]]:
    """Every bound value with the label of its event (``"#2"``), ``None`` for the main event.

    What is said of several meetings at once ("four rounds in Oslo and Rome") is left out: it is of no one event.
    """
    mentioned = meetings(passages, bounds)
    keys = _keys(mentioned)
    labels: dict[_Key, str | None] = {None: None}
    told: list[tuple[Bound, str | None]] = []
    apart = [_counted_apart(passages, sums) for sums in (False, True)]
    for bound in bounds:
        if bound.slot.bind == "count":
            key = _old(bound) or apart[bound.slot.unit == "person"].get(bound.passage.index)
        else:
            key = _key_of(bound, mentioned, keys)
        if key != _SEVERAL:
            told.append((bound, labels.setdefault(key, f"#{len(labels) + 1}")))
    return told


def _key_of(bound: Bound, mentioned: Sequence[Meeting], keys: Sequence[_Key]) -> _Key:
    here = [index for index, meeting in enumerate(mentioned) if meeting.passage == bound.passage.index]
    if not here and bound.slot.frame == "delegation" and _TALKS in bound.passage.recalls:
        before = [
            keys[i]
            for i, told in enumerate(mentioned)
            if told.passage == bound.passage.index - 1 and told.paragraph == bound.passage.paragraph
        ]
        return before[-1] if before and None not in before and _SEVERAL not in before else None
    if not here or bound.slot.frame not in (_TALKS, "delegation", "pause"):
        return None
    at = bound.trigger
    if at is None:
        at = next((i for i, w in enumerate(bound.passage.words) if w.end > bound.start), 0)
    closest = min(here, key=lambda index: _apart(mentioned[index], at))
    return keys[closest]


_LONG_AGO = 45
_PERIODS = ("month", "quarter", "season", "year", "decade", "century")
_YEARS = _PERIODS[3:]
_OPEN = ("before", "until")
_SINGLE = ("day", "daypart", "hour", "minute", "second")


def _old(bound: Bound) -> _Key:
    """The day of an earlier event, or the year that is summed up, if the number goes with its date."""
    for find in bound.passage.of("date"):
        if find.start < bound.start and _is_past(find, bound.passage):
            return _dated(find)
    return None


def _dated(find: Find) -> tuple[str, ...]:
    return ("date", find.value.start.date().isoformat() if find.value.start else "")


def _is_past(find: Find, passage: Passage) -> bool:
    """Whether a date is long before the article's day, or a past month, or one that the article looks back on."""
    day: datetime | None = find.value.end
    if passage.anchor is None or day is None:
        return False
    gone = (passage.anchor.day - day).days
    return gone > _LONG_AGO or (find.value.grain in _PERIODS and gone > 0)


def _sums_up(passage: Passage) -> tuple[str, ...] | None:
    """The years whose victims a sentence adds up ("459 people were killed in 2025", "23,000 have died since 2014")."""
    if passage.has("_tally"):
        return ("tally",)
    for find in passage.of("date"):
        day = find.value.start if find.value.grain in _YEARS else None
        if day and find.value.extent == "since" and _is_past_year(passage, day):
            return ("tally",)
        if day and find.value.extent not in _OPEN and passage.anchor and day.year == passage.anchor.day.year:
            return _dated(find)
    return None


def _is_past_year(passage: Passage, day: datetime) -> bool:
    return passage.anchor is not None and day.year < passage.anchor.day.year


def _counted_apart(passages: Sequence[Passage], sums: bool) -> dict[int, tuple[str, ...]]:
    """The sentences whose numbers belong to another event, and those of their paragraph that go on about it.

    "In another accident …", "in 2018 …", "459 people were killed this year": what follows in the paragraph
    is told of it too, unless it has a day of its own. Only victims are summed up ("the budget of 2021" is no sum).
    """
    found: dict[int, tuple[str, ...]] = {}
    before: tuple[int, tuple[str, ...]] | None = None
    for passage in passages:
        key = (_sums_up(passage) if sums else None) or _other_event(passage)
        past = next((find for find in passage.of("date") if _is_past(find, passage)), None)
        recent = any(f.value.grain not in _PERIODS and not _is_past(f, passage) for f in passage.of("date"))
        if (
            key is None
            and before is not None
            and before[0] == passage.paragraph
            and not recent
            and past is None
        ):
            key = before[1]
        if key is not None:
            found[passage.index] = key
        goes_on = key if key is not None else _dated(past) if past is not None and not recent else None
        before = (passage.paragraph, goes_on) if goes_on is not None else None
    return found


def _other_event(passage: Passage) -> tuple[str, ...] | None:
    return ("another", str(passage.index)) if passage.has("_another") else None


def _apart(meeting: Meeting, word: int) -> tuple[int, bool]:
    if meeting.first <= word < meeting.last:
        return 0, False
    return min(abs(meeting.first - word), abs(meeting.last - 1 - word)), meeting.first > word


# --------------------------------------------------------------------------------------------------
# Mentions
# --------------------------------------------------------------------------------------------------


def meetings(passages: Sequence[Passage], bounds: Iterable[Bound]) -> list[Meeting]:
    """All mentions of meetings of an article, in its order, with who meets as far as the words say."""
    by_passage: dict[int, list[Bound]] = {}
    for bound in bounds:
        by_passage.setdefault(bound.passage.index, []).append(bound)
    known = _sides(bound for told in by_passage.values() for bound in told)
    return [
        _meeting(passage, first, last, by_passage.get(passage.index, []), known)
        for passage in passages
        for first, last in _clusters(passage)
    ]


def _long_past(passage: Passage, first: int, last: int) -> tuple[str, ...] | None:
    """The date long before the article that hangs on a mention."""
    for find in passage.of("date"):
        head = head_of(passage, find) if _is_past(find, passage) else None
        if head is None or head.trigger is None or not first <= head.trigger < last:
            continue
        if passage.gap(last, find.first, barriers=("_reference",)) < FAR:
            return _dated(find)
    return None


def _sides(bounds: Iterable[Bound]) -> dict[str, str]:
    """Whose side people are on, by the last words of their names, as far as any mention tells."""
    return {
        _unknown(bound.value.name): str(bound.qualifiers["side"])
        for bound in bounds
        if bound.slot.bind == "people" and bound.value.name and "side" in bound.qualifiers
    }


def _clusters(passage: Passage) -> list[tuple[int, int]]:
    """Words for meetings that speak of one meeting ("the fifth round of talks")."""
    found: list[tuple[int, int]] = []
    for hit in passage.cues(_TALKS):
        if found and _speak_of_one(passage, found[-1][1], hit):
            found[-1] = (found[-1][0], max(hit.last, found[-1][1]))
        else:
            found.append((hit.first, hit.last))
    return found


def _speak_of_one(passage: Passage, edge: int, hit: Hit) -> bool:
    """Whether nothing stands between two words for meetings that would tell a meeting of its own."""
    between = (
        f
        for kind in ("place", "date", "duration", "person")
        for f in passage.of(kind)
        if edge <= f.first < hit.first
    )
    told = any(find.kind != "place" or find.value.form != "adjective" for find in between)
    gap = passage.gap(edge, hit.first, barriers=("statement", "_goal", "_discuss", "_his"))
    return not told and gap <= 3 and not passage.cue_at(hit.first, "_his")


def _meeting(
    passage: Passage, first: int, last: int, bounds: Sequence[Bound], known: Mapping[str, str]
) -> Meeting:
    inside = [b for b in bounds if b.trigger is not None and first <= b.trigger < last]
    parties = frozenset(name for b in inside for name in b.participants)
    met = [b for b in inside if b.slot.frame == "delegation"]
    people = frozenset(b.qualifiers.get("side", _unknown(b.value.name)) for b in met)
    if people and not parties:
        people |= _subject(passage, first, min(b.start for b in met))
    people = frozenset(known.get(name, name) for name in people)
    rounds = [b.value.min for b in inside if b.slot.value == "round"]
    follows = any(h.first <= first for h in passage.cues("_anaphora")) and not parties and not people
    return Meeting(
        passage=passage.index, first=first, last=last, paragraph=passage.paragraph, participants=parties or people,
        personal=bool(people and not parties), round=rounds[0] if rounds else None, places=_places(inside),
        dated=any(b.slot.value == "date" for b in inside), ahead=any(_is_ahead(b) for b in inside),
        other=_is_other(passage, first, last), several=_is_counted(passage, first, last), caption=passage.zone is Zone.CAPTION, headline=passage.zone in (Zone.HEADLINE, Zone.DECK), follows=follows,
        after=_is_after(passage, first), earlier=_is_earlier(passage, first), topic=_is_topic(passage, first),
        prelude=any(-1 <= hit.first - last <= 1 or hit.last == first for hit in passage.cues("_prelude")), occasion=is_occasion(passage, first), planned=passage.has("_future"),
        upcoming=_is_upcoming(passage, first, last), day=_day(inside), named=frozenset(known.values()), past=_long_past(passage, first, last),
        also=any(0 <= first - hit.last <= 2 for hit in passage.cues("_also")),
    )  # fmt: skip


def _is_upcoming(passage: Passage, first: int, last: int) -> bool:
    return any(
        -3 <= hit.first - last <= 2
        or 0 <= first - hit.last <= 3
        or (
            0 < first - hit.last <= _PLAN
            and passage.gap(hit.last, first, barriers=("statement", _TALKS)) <= 2
        )
        for hit in passage.cues("_future")
    )


_PLAN = 6
"""How many words of whom it is proposed to may stand before a meeting ("proposed to Peru holding a meeting")."""


def _day(bounds: Iterable[Bound]) -> date | None:
    """The day that is told, if it is one whole day and nothing else."""
    days = {
        b.value.start.date()
        for b in bounds
        if b.slot.value == "date" and b.value.start and b.value.end and b.value.modifier is None
        and b.value.grain in _SINGLE and (b.value.end - b.value.start).days <= 1
    }  # fmt: skip
    return days.pop() if len(days) == 1 else None


def _is_ahead(bound: Bound) -> bool:
    anchor = bound.passage.anchor
    day = bound.value.start if bound.slot.value == "date" else None
    return anchor is not None and day is not None and day.date() > anchor.day.date()


def _places(bounds: Iterable[Bound]) -> frozenset[tuple[str, str | None]]:
    return frozenset((b.value.name, b.value.country) for b in bounds if b.slot.value == "place")


def _unknown(name: str | None) -> str:
    """Somebody whose country is not told, by the last word of the name."""
    return f"?{name.split()[-1] if name else name}"


def _subject(passage: Passage, first: int, partner: int) -> frozenset[str]:
    """Whose meeting it is, where it is with somebody: the person told before those, by country or name."""
    parts = [first, *(hit.first for hit in passage.cues("_with") if passage.at(hit.first) < partner)]
    before = [f for f in passage.of("person") if f.end <= partner and any(f.last <= part for part in parts)]
    near = [f for f in before if abs(passage.clauses[f.first] - passage.clauses[first]) <= 1]
    if not near:
        return frozenset()
    someone = near[-1].value
    told = someone.country or (_unknown(someone.name) if someone.name else None)
    return frozenset({told} if told else ())


def _is_other(passage: Passage, first: int, last: int) -> bool:
    return any(
        first - 1 <= hit.first <= last
        or (
            not passage.grammar.verb_first
            and 0 <= first - hit.last <= 2
            and passage.cue_at(first - 1, "_aux")
        )
        for hit in passage.cues("_other_round")
    )


_EARLIER_REACH = 4


def _is_earlier(passage: Passage, first: int) -> bool:
    clause = passage.clauses[first]
    return any(
        abs(passage.clauses[hit.first] - clause) <= 1
        and passage.gap(min(hit.last, first), max(hit.first, first), barriers=("statement",))
        <= _EARLIER_REACH
        for hit in passage.cues("_earlier_on")
    )


def _is_after(passage: Passage, first: int) -> bool:
    told = any(hit.last < first for hit in passage.cues(_TALKS))
    return told and any(0 <= first - hit.last <= 1 for hit in passage.cues("_reference"))


def _is_topic(passage: Passage, first: int) -> bool:
    return any(0 <= first - hit.last <= 1 for hit in passage.cues("_topic"))


def _is_counted(passage: Passage, first: int, last: int) -> bool:
    if any(0 <= first - hit.last <= 1 for hit in passage.cues("_series")):
        return True
    return any(
        find.value.min is not None and find.value.min > 1 and not find.value.ordinal
        and not any(hit.first <= find.first < hit.last for hit in passage.cues("_anaphora", "_sides"))
        and (0 <= first - find.last <= 1 or (find.value.unit == "round" and find.first < last and first < find.last))
        for find in passage.of("quantity")
    )  # fmt: skip


# --------------------------------------------------------------------------------------------------
# Keys
# --------------------------------------------------------------------------------------------------


def _keys(mentioned: Sequence[Meeting]) -> list[_Key]:
    main, number = _main(mentioned)
    where: frozenset[tuple[str, str | None]] = frozenset()
    for meeting in mentioned:
        if meeting.prelude:
            continue
        if not meeting.caption and not where and _key(meeting, main, number, None, continues=False) is None:
            where = meeting.places
    keys: list[_Key] = []
    alone = bool(mentioned) and mentioned[0].prelude  # then it is the news itself
    news = next((m for m in mentioned if not (m.caption or m.headline)), None)
    apart = news is not None and news.personal and news.round is None  # people met; a round is other talks
    for index, meeting in enumerate(mentioned):
        before = mentioned[index - 1] if index else None
        key = _first_key(meeting, before, main, number, keys)
        if key is None and meeting.prelude and not alone:
            key = ("prelude",)
        if (
            key is None
            and meeting.occasion
            and (meeting.round is None or apart)
            and not all(m.occasion for m in mentioned)
        ):
            key = ("occasion",)
        if key is None:
            key = _aside(meeting, [m for m, told in zip(mentioned, keys, strict=False) if told is None])
        if key is None and _is_away(meeting, where):
            key = _elsewhere(meeting)
        keys.append(key)
    return _without_coming(mentioned, _without_other_days(mentioned, keys))


def _first_key(
    meeting: Meeting, before: Meeting | None, main: frozenset[str], number: float | None, keys: Sequence[_Key]
) -> _Key:
    """The event of a mention by who meets and by its number, or that of the mention before, which it goes on about."""
    if before is None:
        return _key(meeting, main, number, None, continues=False)
    if set(keys) == {None} and _repeats(meeting, before):
        return None
    same = before.passage == meeting.passage
    near = meeting.passage - before.passage <= 2
    key = _key(meeting, main, number, keys[-1], continues=same or (near and meeting.follows))
    return (
        _elsewhere(meeting)
        if key is not None and key == keys[-1] and _is_away(meeting, before.places)
        else key
    )


def _aside(meeting: Meeting, ours: Sequence[Meeting]) -> _Key:
    """The event of a mention that the main event's mentions before it only touch on; ``None`` where it is of theirs."""
    if not ours:
        return None
    if meeting.earlier or (meeting.after and meeting.dated):
        return ("before", *sorted(meeting.participants))
    if meeting.past and not all(m.headline for m in ours):
        return meeting.past
    return ("topic",) if meeting.topic and meeting.places else None


def _elsewhere(meeting: Meeting) -> _Key:
    return ("place", *sorted(name for name, _ in meeting.places))


def _without_other_days(mentioned: Sequence[Meeting], keys: Sequence[_Key]) -> list[_Key]:
    """The keys, mentions apart that were days before the main event, or before one that is yet to come."""
    ours = [m for m, key in zip(mentioned, keys, strict=True) if key is None and not m.caption]
    main = next((m.day for m in ours if m.day), None)
    coming = bool(ours) and (ours[0].ahead or (ours[0].upcoming and not ours[0].dated))
    return [
        ("day", m.day.isoformat())
        if key is None and m.day and ((main and abs((m.day - main).days) > 1) or (coming and not m.ahead))
        else key
        for m, key in zip(mentioned, keys, strict=True)
    ]


def _without_coming(mentioned: Sequence[Meeting], keys: Sequence[_Key]) -> list[_Key]:
    """The keys, mentions with a day to come apart where the main event has its day behind it, or is under way.

    It is under way if its first words do not speak of the future; of a numbered round they may not tell.
    """
    days = [
        m.ahead for m, key in zip(mentioned, keys, strict=True) if key is None and m.dated and not m.caption
    ]
    if days and not days[0]:
        return [
            ("coming",) if key is None and (m.ahead or (not m.dated and _is_own_plan(m))) else key
            for m, key in zip(mentioned, keys, strict=True)
        ]
    ours = [m for m, key in zip(mentioned, keys, strict=True) if key is None and not m.caption]
    if not ours or ours[0].planned or ours[0].ahead:
        return list(keys)
    mentioned = [replace(m, ahead=m.ahead or _is_own_plan(m)) for m in mentioned]
    return [
        ("coming",) if key is None and m.ahead and (m.round is None or m.round != ours[0].round) else key
        for m, key in zip(mentioned, keys, strict=True)
    ]


def _is_own_plan(meeting: Meeting) -> bool:
    """Whether it is a plan of its own: who is to meet, or which round it will be, is told."""
    return meeting.upcoming and bool(meeting.participants or meeting.round is not None)


def _is_away(meeting: Meeting, where: frozenset[tuple[str, str | None]]) -> bool:
    """Whether a mention is in none of the main event's places, nor inside or around one of them."""
    if not where or not meeting.places:
        return False
    return not any(_is_same_place(here, there) for here in meeting.places for there in where)


def _is_same_place(here: tuple[str, str | None], there: tuple[str, str | None]) -> bool:
    """Whether two names are of one place, or one of a country and one of a place in it."""
    return here[0] == there[0] or here[0] == there[1] or here[1] == there[0]


def _key(
    meeting: Meeting, main: frozenset[str], number: float | None, previous: _Key, *, continues: bool
) -> _Key:
    if meeting.several:
        return _SEVERAL
    if _is_elsewhere(meeting, main):
        return ("parties", *sorted(meeting.participants))
    if not meeting.participants and continues and previous is not None:
        return previous
    if meeting.round is not None and number is not None and meeting.round != number:
        return ("round", str(meeting.round))
    if meeting.other and (meeting.round is None or meeting.round != number):
        return ("round", str(meeting.round))
    return None


def _is_elsewhere(meeting: Meeting, main: frozenset[str]) -> bool:
    """Whether those who meet are not the parties of the main event."""
    met = meeting.participants
    if len(main) == 1 and main < met and meeting.personal and any(name.startswith("?") for name in met):
        return True
    if main and all(name.startswith("?") for name in main) and not any(name.startswith("?") for name in met):
        return False
    if not met or (main and main <= met) or (len(met) > 1 and met <= main):
        return False
    if _fills(meeting, main):
        return False
    if meeting.personal and not main:
        return meeting.dated or bool(meeting.places)
    return bool(main) and (len(met) > 1 or (meeting.personal and not met <= main))


def _fills(meeting: Meeting, main: frozenset[str]) -> bool:
    """Whether those who meet are of the main event, somebody of no told country standing for an unnamed party."""
    met = meeting.participants
    shared, new, left = met & main, met - main, main - met
    if meeting.also or not meeting.personal or not shared or len(new) > len(left):
        return False
    return all(name.startswith("?") for name in new) and not any(
        name.startswith("?") or name in meeting.named for name in left
    )


def _repeats(meeting: Meeting, headline: Meeting) -> bool:
    """Whether the first mention below a headline tells of the headline's meeting: it names nobody of another side."""
    named = all(name.startswith("?") or name in headline.participants for name in meeting.participants)
    return (
        headline.headline
        and not meeting.headline
        and named
        and not (meeting.also or meeting.several or meeting.other)
    )


def _of_headline(mentioned: Sequence[Meeting]) -> frozenset[str]:
    """Who meets in the first mention; where a headline tells only some of them, in the one that tells all."""
    first = mentioned[0].participants
    if not mentioned[0].headline or len(first) > 1:
        return first
    return next((m.participants for m in mentioned[1:] if not m.headline and first < m.participants), first)


def _is_between_states(meeting: Meeting) -> bool:
    return len(meeting.participants) > 1 and not any(name.startswith("?") for name in meeting.participants)


def _main(mentioned: Sequence[Meeting]) -> tuple[frozenset[str], float | None]:
    """The participants and the number of the main event.

    Captions have no say. The people of the first mention, if it tells people; else the parties told most often, then first.
    """
    mentioned = [m for m in mentioned if not m.caption]
    mentioned = [m for m in mentioned if not m.topic and not m.prelude] or mentioned
    if mentioned and not mentioned[0].upcoming:
        mentioned = [m for m in mentioned if not m.upcoming]
    sets = Counter(m.participants for m in mentioned if len(m.participants) > 1 and not m.personal)
    if not sets:
        sets = Counter(m.participants for m in mentioned if _is_between_states(m))
    told = {m.participants for m in mentioned if len(m.participants) > 1}
    if not sets and len(told) == 1:
        sets = Counter(told)
    main = sets.most_common(1)[0][0] if sets else frozenset()
    if mentioned and mentioned[0].personal:
        main = _of_headline(mentioned)
    ours = [m for m in mentioned if not _is_elsewhere(m, main)]
    rounds = Counter(m.round for m in ours if m.round is not None and not m.other)
    return main, rounds.most_common(1)[0][0] if rounds else None
