"""The binder ``group``: countries beside each other belong to the trigger that they surround."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reconcile.extractors._actors import actor_name, governs, organisation, runs
from reconcile.extractors._bound import Bound
from reconcile.extractors._located import is_located
from reconcile.extractors._passages import FAR, Find, Passage
from reconcile.extractors._slots import Slot
from reconcile.extractors._words import Hit
from reconcile.model import OrganisationValue, SetValue

__all__ = ["group", "sides", "states", "visits"]


def group(passage: Passage, slot: Slot) -> Iterator[Bound]:
    """Countries that the trigger brings together."""
    for run in runs(passage):
        if len({actor_name(find) for find in run}) < 2 or _claimed(passage, run) or _goes_back(passage, run):
            continue
        hit = _gathering(passage, run)
        if hit is None or hit.cue != slot.frame:
            continue
        members = {actor_name(find): organisation(find, passage) for find in run}
        members |= {name: OrganisationValue(name=name) for name in _met_by(passage, run, hit)}
        value = SetValue(members=tuple(members[name] for name in sorted(members)), of="organisation")
        yield Bound(
            slot, passage, value, run[0].start, run[-1].end, hit.first, participants=frozenset(members)
        )


def _met_by(passage: Passage, run: tuple[Find, ...], hit: Hit) -> frozenset[str]:
    """The country of whom a group of countries before a verb meets ("Norway and Chile met the Peruvian minister")."""
    if run[-1].last > hit.first:
        return frozenset()
    withs = [h.last for h in passage.cues("_with") if 0 <= h.first - hit.last <= 1]
    start = withs[0] if withs else hit.last if passage.cue_at(hit.first, "talks:meets") else None
    if start is None:
        return frozenset()
    met = [p for p in passage.of("person") if p.first >= start and passage.gap(start, p.first) <= 1]
    return frozenset({met[0].value.country} if met and met[0].value.country else ())


def _goes_back(passage: Passage, run: tuple[Find, ...]) -> bool:
    """Whether a name that nobody knows is joined to the list by a dash, so that the list is not whole."""
    start = passage.words[run[0].first].start
    return (
        passage.text[start - 1 : start] in ("-", "–", "—", "־")
        and passage.text[start - 2 : start - 1].isalpha()
    )


def _claimed(passage: Passage, run: tuple[Find, ...]) -> bool:
    """Whether the countries belong to a role of their own ("mediated by Egypt and Qatar")."""
    cues = [h for h in passage.hits if "." in h.cue and h.cue.split(".")[-1] in _ROLES]
    if any(hit.last <= run[0].first and passage.gap(hit.last, run[0].first) == 0 for hit in cues):
        return True
    return _are_partners(passage, run)


def _are_partners(passage: Passage, run: tuple[Find, ...]) -> bool:
    """Whether somebody else, who is not in the list, talks with all of it ("talks with Peru, Chile and Cuba")."""
    first = run[0].first
    withs = [hit for hit in passage.cues("_with") if hit.last <= first and passage.gap(hit.last, first) <= 1]
    return bool(withs) and any(
        hit.last <= withs[-1].first and passage.gap(hit.last, withs[-1].first) <= 2
        for hit in passage.cues("talks")
    )


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
    barriers = ("statement", "_goal", "_discuss")
    of_office = passage.cue_at(first - 1, "_of", "_officials") and len(run) > 2
    if _speaks(passage, run):
        return None
    if before and passage.gap(before[-1].last, first, barriers=barriers) <= (4 if led or of_office else 1):
        return _own(passage, before[-1])
    if led and before:
        return None
    named = _named_after(passage, run)
    if named is not None:
        return named
    return _before_talks(passage, run, after[0]) if after else None


def _before_talks(passage: Passage, run: tuple[Find, ...], talks: Hit) -> Hit | None:
    """The trigger behind a group ("Norway and Chile met"), if nothing parts them."""
    last = run[-1].last
    goes_on = passage.words[talks.first].form.startswith(tuple(passage.grammar.and_prefix) or ("\0",))
    if (goes_on and passage.comma(last, talks.first)) or _let_in(passage, last, talks):
        return None
    if passage.grammar.verb_first and all(find.value.form == "adjective" for find in run):
        return None  # adjectives stand behind their nouns
    if passage.grammar.verb_first and any(hit.last == run[0].first for hit in passage.cues("statement")):
        return None  # they are the subject of another verb
    near = passage.gap(last, talks.first, barriers=("statement", "_goal", "_discuss")) <= 3
    return _own(passage, talks) if near else None


def _speaks(passage: Passage, run: tuple[Find, ...]) -> bool:
    """Whether the countries behind a comma are those who say so ("…, the Norwegian and Chilean ministries announced")."""
    first, last = run[0].first, run[-1].last
    opens = first - passage.cue_at(first - 1, "_capital")
    said = any(0 <= hit.first - last <= _NOUNS for hit in passage.cues("statement"))
    return said and not passage.grammar.verb_first and passage.comma(opens, opens)


_NOUNS = 3
"""How many words may stand between the countries and their verb ("the Norwegian and Chilean foreign ministries said")."""


def _let_in(passage: Passage, last: int, talks: Hit) -> bool:
    """Whether the countries are only to be let into talks of others ("include the EU and Peru in the talks")."""
    return any(
        last <= hit.first and hit.last == talks.first - 1 and passage.cue_at(hit.last, "_capital")
        for hit in passage.cues("_in")
    )


_IN_NAMES = 5
"""How many unknown words the name of a meeting may have ("the Peru-Chile General Border Committee meeting")."""


def _named_after(passage: Passage, run: tuple[Find, ...]) -> Hit | None:
    """The meeting whose name begins with the parties, joined by a dash."""
    last = run[-1].last
    behind = [hit for hit in passage.cues(*passage.grammar.gathers) if hit.first >= last]
    if not behind or not _is_hyphenated(passage, run) or passage.comma(last, behind[0].first):
        return None
    return behind[0] if passage.gap(last, behind[0].first, barriers=_NO_NAMES) <= _IN_NAMES else None


_NO_NAMES = (
    "statement",
    "_goal",
    "_discuss",
    "_in",
    "_of",
    "_with",
    "_held",
    "_ended",
    "_aux",
    "_other",
    "_reference",
    "_and",
    "_future",
)


def _is_hyphenated(passage: Passage, run: tuple[Find, ...]) -> bool:
    return all(
        passage.text[left.end : right.start].strip() in ("-", "–", "—", "־") for left, right in pairwise(run)
    )


def _own(passage: Passage, hit: Hit) -> Hit | None:
    """The hit itself, a trigger at the same word before a tie."""
    same = [
        h for h in passage.cues(*passage.grammar.triggers) if h.first == hit.first and h.cue != "statement"
    ]
    return same[0] if same else (None if hit.cue == "_ties" else hit)


def visits(passages: Sequence[Passage], bounds: Sequence[Bound], slot: Slot) -> Iterator[Bound]:
    """ "Norway held talks with Chile", "the Norwegian delegation came for talks with Chilean officials": both."""
    for passage in passages:
        named = {b.trigger for b in bounds if b.passage is passage and b.slot.bind == "group"}
        alone = [run[0] for run in runs(passage) if len(run) == 1]
        for hit in passage.cues(slot.frame):
            partner = _partner(passage, hit, runs(passage))
            subject = _visitor(passage, hit, alone) if partner and hit.first not in named else None
            if partner is None or subject is None or actor_name(subject) == actor_name(partner):
                continue
            members = {actor_name(find): organisation(find, passage) for find in (subject, partner)}
            value = SetValue(members=tuple(members[name] for name in sorted(members)), of="organisation")
            start, end = min(subject.start, passage.at(hit.first)), partner.end
            yield Bound(
                slot, passage, value, start, end, hit.first, participants=frozenset(members), implied=True
            )
            break


def _partner(passage: Passage, talks: Hit, listed: Sequence[tuple[Find, ...]]) -> Find | None:
    """Whom the talks are with, where it is one country or body alone."""
    withs = [hit for hit in passage.cues("_with") if 0 <= hit.first - talks.last <= 1]
    if not withs:
        return None
    after = next((run for run in listed if run[0].first >= withs[0].last), None)
    if after is None or len(after) > 1 or passage.gap(withs[0].last, after[0].first, barriers=_APART) > 1:
        return None
    return after[0]


_APART = ("statement", "_goal", "_discuss", "_in", "_between", "talks")


def _visitor(passage: Passage, talks: Hit, alone: Sequence[Find]) -> Find | None:
    """Whose talks they are: the country or body of a delegation told before, or the one right beside the verb."""
    sent = [
        find for find in alone for hit in passage.cues("_delegation")
        if max(find.last, hit.last) <= talks.first and _is_of(passage, hit, find)
        and passage.gap(hit.last, talks.first, barriers=("statement", "_but")) < FAR
    ]  # fmt: skip
    if sent:
        return sent[-1] if len({actor_name(find) for find in sent}) == 1 else None
    acts = [
        hit for hit in (*passage.cues("_held", "_resumed"), talks) if 0 <= talks.first - hit.first <= _NOUNS
    ]
    for find in alone:
        owns = passage.text[find.end : find.end + 1] in ("'", "’")
        if find.value.form == "adjective" or owns:
            continue
        if any(
            find.last == hit.first or (passage.grammar.verb_first and find.first == hit.last) for hit in acts
        ):
            return find
    return None


def _is_of(passage: Passage, delegation: Hit, find: Find) -> bool:
    """Whether a country or body stands beside a delegation as whose it is."""
    behind = find.first - delegation.last
    of = behind == 1 and passage.cue_at(delegation.last, "_of", "_belonging")
    return of or behind == 0 or (find.last == delegation.first and not passage.grammar.verb_first)


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
        if passage.gap(low, high, barriers=("statement", "_goal", "_discuss")) <= 1:
            return trigger.first
    return None


def states(passages: Sequence[Passage], bounds: Sequence[Bound], slot: Slot) -> Iterator[Bound]:
    """Officials of two countries who meet: the parties, where no words name them otherwise."""
    for passage in passages:
        here = [b for b in bounds if b.passage is passage]
        named = {b.trigger for b in here if b.slot.bind == "group"}
        met = [b for b in here if b.slot.bind == "people" and b.trigger is not None]
        for trigger in sorted({b.trigger for b in met if b.trigger is not None} - named):
            people = [b for b in met if b.trigger == trigger]
            sides = [b.qualifiers.get("side") for b in people]
            start, end = min(b.start for b in people), max(b.end for b in people)
            value = None if _with_another(passage, trigger, start) else _as_parties(sides)
            parties: frozenset[str] = frozenset()
            if value is None and len(set(sides)) == 1:
                both = [*sides, *_delegates(passage, trigger, set(sides))]
                value = _as_parties(both)
                parties = frozenset(side for side in both if side) if value else parties
            if value is not None:
                yield Bound(slot, passage, value, start, end, trigger, implied=True, participants=parties)


def _delegates(passage: Passage, trigger: int, met: set[str | None]) -> tuple[str, ...]:
    """Whose delegation it is that meets somebody ("a Hamas delegation held talks with the minister")."""
    told = {
        actor_name(place)
        for hit in passage.cues("_delegation")
        if passage.gap(min(hit.last, trigger), max(hit.first, trigger), barriers=("statement", "_goal", "_discuss", "_other")) <= 3
        for place in passage.of("place")
        if governs(place.value) and not is_located(passage, place)
        and (0 <= hit.first - place.last <= 1 or (place.first == hit.last and place.value.form == "adjective"))
    }  # fmt: skip
    return tuple(told - met) if len(told) == 1 else ()


def _with_another(passage: Passage, trigger: int, start: int) -> bool:
    """Whether those who are told are all partners of somebody else ("talks with … and with …")."""
    return any(
        trigger <= hit.first and passage.words[hit.last - 1].end <= start for hit in passage.cues("_with")
    )


def _as_parties(sides: Sequence[str | None]) -> SetValue | None:
    names = sorted({side for side in sides if side})
    if len(names) != 2 or not all(sides):
        return None
    return SetValue(members=tuple(OrganisationValue(name=name) for name in names), of="organisation")
