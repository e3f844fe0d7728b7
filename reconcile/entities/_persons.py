"""Persons of an event: full names first, then parts of names, then offices without a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from reconcile.entities._known import Holder, Known
from reconcile.entities._mentions import Mention
from reconcile.model import Alias, Entity, PersonValue, RoleValue, content_id
from reconcile.values._names import block_keys, match
from reconcile.values._names_letters import clean
from reconcile.values._names_tokens import parse
from reconcile.values._names_values import names_of
from reconcile.values._roles import unify
from reconcile.values.person import roles_of

__all__ = ["persons"]


@dataclass
class _Person:
    """One person in the making: the full names that were printed, and every mention."""

    names: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: tuple[_Person, ...] = ()
    known_as: tuple[Alias, ...] = ()
    """What the user's table of holders says."""

    @property
    def articles(self) -> frozenset[str]:
        """The articles that print a full name."""
        return frozenset(m.article for m in self.mentions if _is_full(_value(m)))

    @property
    def sides(self) -> frozenset[str]:
        return frozenset(m.side for m in self.mentions if m.side)

    @property
    def roles(self) -> tuple[RoleValue, ...]:
        return tuple(role for m in self.mentions for role in roles_of(_value(m)))


def _value(mention: Mention) -> PersonValue:
    assert isinstance(mention.value, PersonValue)
    return mention.value


def _is_full(value: PersonValue) -> bool:
    return value.name is not None and _words(value.name) > 1


def _words(name: str) -> int:
    return len(parse(name).core)


def persons(found: Sequence[Mention], known: Known) -> Iterator[tuple[Entity, Sequence[Mention]]]:
    """The persons of one event with their mentions."""
    named = [m for m in found if _value(m).name]
    offices = [m for m in found if not _value(m).name and not _value(m).plural]
    groups = [m for m in found if _value(m).plural and not _value(m).name]
    people = _full_names([m for m in named if _is_full(_value(m))], known)
    people += _parts([m for m in named if not _is_full(_value(m))], people, known)
    people += _offices(offices, people, known)
    people += [_Person((), mentions) for mentions in _by_office(groups)]
    ids = {id(person): _id(person) for person in people}
    yield from ((_entity(person, ids), person.mentions) for person in people)


# --------------------------------------------------------------------------------------------------
# Full names
# --------------------------------------------------------------------------------------------------


def _full_names(found: Sequence[Mention], known: Known) -> list[_Person]:
    """Names that are the same join, best fit first, unless a name on either side is another one."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        by_name[clean(str(_value(mention).name))].append(mention)
    home = {name: _Person((name,), list(mentions)) for name, mentions in sorted(by_name.items())}
    told = [(2.0, name, alias) for name in home for alias in _other_names(home[name]) if alias in home]
    for score, a, b in sorted([*told, *_links(home)], key=lambda link: (-link[0], link[1], link[2])):
        one, other = home[a], home[b]
        if one is other or known.parts(one.names, other.names) or not (score == 2.0 or _may_join(one, other)):
            continue
        one.names += other.names
        one.mentions += other.mentions
        home |= dict.fromkeys(other.names, one)
    distinct = list({id(person): person for _, person in sorted(home.items())}.values())
    return _fuller_and_shorter(distinct, known)


def _fuller_and_shorter(people: list[_Person], known: Known) -> list[_Person]:
    """Names of which one is short for the other ("Tom", "Thomas") join, if neither fits a third one."""
    fits = _fits(people, known)
    joined: set[int] = set()
    for one in people:
        mine = fits[id(one)]
        if len(mine) == 1 and fits[id(mine[0])] == [one] and not {id(one), id(mine[0])} & joined:
            one.names += mine[0].names
            one.mentions += mine[0].mentions
            joined.add(id(mine[0]))
        elif len(mine) > 1:
            one.ambiguous = tuple(mine)
    return [person for person in people if id(person) not in joined]


def _fits(people: Sequence[_Person], known: Known) -> dict[int, list[_Person]]:
    """For each person, by identity, the others that a shorter name of theirs could mean."""
    holder = {name: person for person in people for name in person.names}
    fits: dict[int, list[_Person]] = {id(person): [] for person in people}
    seen: set[tuple[int, int]] = set()
    for a, b in _near(sorted(holder)):
        one, other = holder[a], holder[b]
        if one is other or (id(one), id(other)) in seen:
            continue
        seen |= {(id(one), id(other)), (id(other), id(one))}
        if _compatible(one, other) and not known.parts(one.names, other.names):
            fits[id(one)].append(other)
            fits[id(other)].append(one)
    return fits


def _compatible(one: _Person, other: _Person) -> bool:
    verdicts = {match(a, b).verdict for a, b in product(one.names, other.names)}
    apart = one.sides and other.sides and not one.sides & other.sides
    return "compatible" in verdicts and "different" not in verdicts and not apart


def _other_names(person: _Person) -> set[str]:
    """The aliases that articles print beside the name."""
    return {clean(alias) for m in person.mentions for alias in _value(m).aliases}


def _links(home: dict[str, _Person]) -> Iterator[tuple[float, str, str]]:
    """Pairs of names that are the same, or nearly and of one office."""
    for a, b in _near(sorted(home)):
        found = match(a, b)
        if found.verdict == "same":
            yield found.score, a, b
        elif found.verdict == "unknown" and _one_office(home[a], home[b]):
            yield found.score - 1, a, b


def _near(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that share the skeleton of a word: no others can be the same."""
    holders: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for key in block_keys(name):
            holders[key].append(name)
    yield from sorted({pair for group in holders.values() for pair in combinations(sorted(group), 2)})


def _one_office(one: _Person, other: _Person) -> bool:
    """Whether both bear one office that has a holder at a time, of one country or body."""
    pairs = product(one.roles, other.roles)
    return any(a.of and a.of == b.of and a.title == b.title and unify(a, b) and _is_seat(a) for a, b in pairs)


_SHARED = frozenset(
    {"minister", "representative", "envoy", "adviser", "negotiator", "mediator", "commander", "leader", "official",
     "member_of_parliament", "senator", "general", "spokesperson", "judge", "assistant", "director", "lawyer"}
)  # fmt: skip


def _is_seat(role: RoleValue) -> bool:
    return role.title not in _SHARED and role.standing != "deputy"


def _may_join(one: _Person, other: _Person) -> bool:
    return all(match(a, b).verdict != "different" for a, b in product(one.names, other.names))


# --------------------------------------------------------------------------------------------------
# Parts of names, and other names
# --------------------------------------------------------------------------------------------------


def _parts(found: Sequence[Mention], people: Sequence[_Person], known: Known) -> list[_Person]:
    """A surname goes to the one person it fits: in its own article first, else in the event."""
    alone: dict[tuple[str, frozenset[int]], _Person] = {}
    homes: list[tuple[_Person, Mention]] = []
    keys = {id(person): _keys(person) for person in people}
    for mention in sorted(found, key=lambda m: (m.article, m.claim, m.place)):
        wanted = frozenset().union(*map(block_keys, names_of(_value(mention))))
        fitting = [
            person for person in people if keys[id(person)] & wanted and _fits_part(person, mention, known)
        ]
        near = [person for person in fitting if mention.article in person.articles] or fitting
        chosen = _by_role(near, mention) if len(near) > 1 else near
        if len(chosen) == 1:
            homes.append((chosen[0], mention))
            continue
        name = clean(str(_value(mention).name))
        key = (name, frozenset(id(person) for person in chosen))
        person = alone.setdefault(key, _Person((name,), [], tuple(chosen)))
        person.mentions.append(mention)
    for person, mention in homes:
        person.mentions.append(mention)
    return _alike(list(alone.values()), known)


def _keys(person: _Person) -> frozenset[str]:
    return frozenset().union(*map(block_keys, (*person.names, *_other_names(person))))


def _fits_part(person: _Person, mention: Mention, known: Known) -> bool:
    """Whether a part of a name fits a full one, or another name that some article gives the person."""
    value = _value(mention)
    if not _sides_fit(person, mention):
        return False
    held = (*person.names, *_other_names(person))
    if known.parts(names_of(value), person.names):
        return False
    verdicts = {match(a, b).verdict for a, b in product(names_of(value), held)}
    return "compatible" in verdicts or "same" in verdicts


def _sides_fit(person: _Person, mention: Mention) -> bool:
    return not (mention.side and person.sides) or mention.side in person.sides


def _by_role(people: Sequence[_Person], mention: Mention) -> list[_Person]:
    """Of several candidates those whose office the mention names, if any."""
    roles = roles_of(_value(mention))
    fitting = [p for p in people if any(unify(a, b) for a, b in product(roles, p.roles))]
    return fitting or list(people)


def _alike(alone: Sequence[_Person], known: Known) -> list[_Person]:
    """Single names that nobody's full name holds: the same word in several spellings is one person."""
    found: list[_Person] = []
    for person in sorted(alone, key=lambda p: p.names):
        fitting = (p for p in found if not p.ambiguous and not person.ambiguous and _one_word(p, person))
        home = next((p for p in fitting if not known.parts(p.names, person.names)), None)
        if home is None:
            found.append(person)
        else:
            home.names += person.names
            home.mentions += person.mentions
    return found


def _one_word(one: _Person, other: _Person) -> bool:
    fits = all(match(a, b).verdict == "compatible" for a, b in product(one.names, other.names))
    return fits and (not one.sides or not other.sides or bool(one.sides & other.sides))


# --------------------------------------------------------------------------------------------------
# Offices without a name
# --------------------------------------------------------------------------------------------------


def _offices(found: Sequence[Mention], people: Sequence[_Person], known: Known) -> list[_Person]:
    """An office goes to the one named person of its side that bears it; else it stays its own person."""
    alone: list[_Person] = []
    homes: list[tuple[_Person, Mention]] = []
    for mentions in _by_office(found):
        bearers = [person for person in people if person.names and _bears(person, mentions[0])]
        if len(bearers) == 1:
            homes += [(bearers[0], mention) for mention in mentions]
        elif bearers:
            alone.append(_Person((), mentions, tuple(bearers)))
        else:
            alone += _held(mentions, [*people, *alone], known)
    for person, mention in homes:
        person.mentions.append(mention)
    return alone


def _held(mentions: Sequence[Mention], people: Sequence[_Person], known: Known) -> list[_Person]:
    """Mentions of an office that no article gives a name: of whom the user's table names on their day, if of one."""
    by_holder: dict[Holder | None, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_holder[_holder(mention, known)].append(mention)
    nameless = by_holder.pop(None, [])
    found = [_Person((), nameless)] if nameless else []
    for holder, mine in by_holder.items():
        assert holder is not None
        name, told = holder.name, Alias("; ".join(_value(mine[0]).roles), holder.name, holder.where)
        told_by = [_looked_up(mention) for mention in mine]
        home = next((p for p in people if any(match(name, n).verdict == "same" for n in p.names)), None)
        if home is None:
            found.append(_Person((name,), told_by, (), (told,)))
        else:
            home.mentions += told_by
            home.known_as += (told,)
    return found


def _holder(mention: Mention, known: Known) -> Holder | None:
    """The one holder that the user's table gives the office of a mention on its day."""
    wanted = roles_of(_value(mention))
    found = [
        holder
        for holder, role in product(known.holders, wanted)
        if holder.held(mention.day) and _is_exact(role, mention.side, holder.role)
    ]
    return found[0] if len({holder.name for holder in found}) == 1 else None


def _looked_up(mention: Mention) -> Mention:
    """The mention, marked: who is meant stands in the user's table, not in the article."""
    value = _value(mention)
    return replace(mention, value=value.model_copy(update={"inferred": (*value.inferred, "entity")}))


def _is_exact(role: RoleValue, side: str | None, held: RoleValue) -> bool:
    """Whether a mention tells enough of an office to be this one: of whom, and no other standing."""
    of = role.of or side
    return of is not None and role.standing == held.standing and bool(unify(role, held, side))


def _by_office(found: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one office of one side, read or at least printed alike."""
    keyed: dict[str, list[Mention]] = defaultdict(list)
    for mention in found:
        keyed[repr((_office_key(_value(mention)), mention.side))].append(mention)
    return [keyed[key] for key in sorted(keyed)]


def _office_key(value: PersonValue) -> list[tuple[str, ...]]:
    read = roles_of(value)
    if not read:
        return [(clean(printed),) for printed in value.roles]
    return sorted((r.title, r.of or "", r.to or "", r.standing or "") for r in read)


def _bears(person: _Person, mention: Mention) -> bool:
    """Whether some article gives the person every office of the mention that can be read."""
    wanted = roles_of(_value(mention))
    if not wanted or not _sides_fit(person, mention):
        return False
    side = mention.side or next(iter(person.sides), None) if len(person.sides) < 2 else mention.side
    return any(unify(a, b, side) and not _opposed(a, b) for a, b in product(wanted, person.roles))


def _opposed(a: RoleValue, b: RoleValue) -> bool:
    """A former holder is not the one who is meant by the bare office."""
    return "former" in (a.standing, b.standing) and a.standing != b.standing


# --------------------------------------------------------------------------------------------------
# The entity
# --------------------------------------------------------------------------------------------------


def _id(person: _Person) -> str:
    event = person.mentions[0].event
    if person.names and not person.ambiguous:
        return content_id("entity", event, "person", *sorted(person.names))
    first = sorted((m.article, m.claim, str(m.place)) for m in person.mentions)
    return content_id("entity", event, "person", *sorted(person.names), *("/".join(parts) for parts in first))


def _entity(person: _Person, ids: dict[int, str]) -> Entity:
    printed = Counter(name for m in person.mentions for name in names_of(_value(m)))
    names = sorted(printed, key=lambda name: (-printed[name], -_words(name), name))
    told = {
        Alias(alias, str(_value(m).name), m.article) for m in person.mentions for alias in _value(m).aliases
    }
    aliases = sorted({*told, *person.known_as}, key=lambda a: (a.article, a.of, a.name))
    return Entity(
        id=ids[id(person)],
        kind="person",
        event=person.mentions[0].event,
        names=tuple(names) or person.names,
        aliases=tuple(aliases),
        roles=tuple(sorted({role for m in person.mentions for role in _value(m).roles})),
        claims=tuple(sorted({m.claim for m in person.mentions})),
        ambiguous=tuple(sorted(ids[id(other)] for other in person.ambiguous)),
    )
