"""Persons in running text: names with the offices printed beside them, offices alone, plural groups.

No list of persons is used. A name is believed where three things meet: its *place* (beside an office, or
behind another given name), its *shape* (given name, father's name, article, particles, at most one word
that nobody knows) and its *border* (punctuation, a verb, a preposition, the next office). A surname alone
counts once the same text has given the full name. In doubt there is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reconcile.languages import known
from reconcile.model import RoleValue
from reconcile.values._gazetteer import stems
from reconcile.values._people_alone import learn, named_things, names_alone, surnames_again
from reconcile.values._people_beside import COMMA, beside_roles
from reconcile.values._people_names import name_at
from reconcile.values._people_page import Name, Page, Person, Role, goes_on, has_conjunction, page_of
from reconcile.values._roles import RoleMention

__all__ = ["PersonMention", "find_people"]


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person (or, with ``plural``, an unnamed group) in a text; code points, end exclusive.

    ``start`` and ``end`` hold name, roles and alias together (a plural office with the first
    of the names that share it); ``roles`` are the words as printed and ``role_values`` what they say.
    """

    start: int
    end: int
    name_start: int | None = None
    name_end: int | None = None
    name: str | None = None
    roles: tuple[str, ...] = ()
    role_values: tuple[RoleValue, ...] = ()
    alias: str | None = None
    plural: bool = False
    served: bool = False
    """Named only as whom somebody else serves ("representatives of President X")."""


def find_people(text: str, language: str) -> tuple[PersonMention, ...]:
    """Every person in a text, left to right, not overlapping, with exact places.

    >>> text = "Norway's foreign minister, Ola Berg, met President Lund."
    >>> [(m.name, m.roles) for m in find_people(text, "en")]
    [('Ola Berg', ("Norway's foreign minister",)), ('Lund', ('President',))]
    """
    if language not in known():
        return ()
    page = page_of(text, language)
    learn(page, [*beside_roles(page, set()), *names_alone(page, set())])
    taken = named_things(page)
    found = list(beside_roles(page, taken))
    found += names_alone(page, taken)
    found += surnames_again(page, taken)
    found = [_with_apposition(page, draft, taken) for draft in found]
    found += _roles_alone(page, taken)
    mentions = [_mention(page, draft) for draft in found]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _mention(page: Page, person: Person) -> PersonMention:
    spans = [(m.start, m.end) for m in person.mentions if not person.shared]
    if person.name:
        spans.append((person.name.start, person.name.end))
    if person.alias:
        spans.append(person.alias)
    name = person.name
    return PersonMention(
        start=min(start for start, _ in spans),
        end=max(end for _, end in spans),
        name_start=name.start if name else None,
        name_end=name.end if name else None,
        name=page.text[name.start : name.end] if name else None,
        roles=tuple(page.text[m.start : m.end] for m in person.mentions),
        role_values=tuple(m.role for m in person.mentions),
        alias=page.text[slice(*person.alias)] if person.alias else None,
        plural=person.plural,
        served=person.served,
    )


def _with_apposition(page: Page, person: Person, taken: set[int]) -> Person:
    """A name with the office behind its comma or in its brackets, and with its other name."""
    if person.name is None:
        return person
    person = _with_alias(page, person, taken)
    at, gap = person.name.right if person.name else 0, ""
    gap = page.gap(at)
    role = page.role_at.get(at + 1 if page.word(at) in page.lexicon.articles else at)
    if role is None or person.roles or role.left in taken or not (COMMA.fullmatch(gap) or gap == " ("):
        return person
    if has_conjunction(page, role) or role.mention.plural or person.name is None or person.name.units < 2:
        return person
    taken.update(range(role.left, role.right))
    return replace(person, roles=(role,), mentions=(*person.mentions, role.mention))


_BRACKET = re.compile(r"\s?[(\[]([^()\[\]\n]{2,40})[)\]]")


def _with_alias(page: Page, person: Person, taken: set[int]) -> Person:
    assert person.name is not None
    found = _BRACKET.match(page.text, person.name.end)
    span = found.span(1) if found else _after_alias_words(page, person.name)
    if span is None:
        return person
    inside = _without_alias_words(
        page, [i for i, w in enumerate(page.base.words) if span[0] <= w.start < span[1]]
    )
    if not inside or len(inside) > 3 or not all(_may_be_alias(page, i) for i in inside):
        return person
    taken.update(inside)
    return replace(person, alias=(page.base.words[inside[0]].start, page.base.words[inside[-1]].end))


def _without_alias_words(page: Page, inside: list[int]) -> list[int]:
    run = tuple(page.word(i) for i in inside)
    opened = [len(phrase) for phrase in page.lexicon.alias if run[: len(phrase)] == phrase]
    return inside[max(opened, default=0) :]


def _after_alias_words(page: Page, name: Name) -> tuple[int, int] | None:
    for phrase in page.lexicon.alias:
        at = name.right
        run = tuple(page.word(i) for i in range(at, at + len(phrase)))
        if run == phrase and page.gap(at) in (" ", ", ", ", ("):
            other = name_at(page, at + len(phrase))
            return (other.start, other.end) if other else None
    return None


def _may_be_alias(page: Page, at: int) -> bool:
    word = page.base.words[at]
    printed = page.text[word.start : word.end]
    if at in page.role_words or at in page.base.places or not word.text.replace("'", "").isalpha():
        return False
    if page.lexicon.cased:
        return (printed[:1].isupper() and not printed.isupper()) or word.text in page.lexicon.particles
    return not printed.isascii() and word.text not in page.lexicon.not_names


def _roles_alone(page: Page, taken: set[int]) -> Iterator[Person]:
    """Offices that no name stands beside: one known holder, or an unnamed group."""
    for role in page.roles:
        mention = role.mention
        if taken & set(range(role.left, role.right)) or _is_bureau(page, role):
            continue
        if mention.plural and (mention.role.of or (mention.role.title != "official" and mention.definite)):
            yield Person(None, (role,), (mention,), plural=True)
        elif mention.definite and not mention.plural and not _is_anaphor(mention):
            yield Person(None, (role,), (mention,))


def _is_anaphor(mention: RoleMention) -> bool:
    """ "The minister": whoever was named last, not a holder of one office."""
    vague = mention.role.title in (
        "minister",
        "official",
        "representative",
        "assistant",
        "lawyer",
        "director",
    )
    return vague and mention.role.of is None and mention.role.to is None


def _is_bureau(page: Page, role: Role) -> bool:
    offices = page.base.vocabulary.offices
    if page.lexicon.cased:
        word = page.base.words[role.right - 1].text
        return (word.endswith("'s") and page.word(role.right) in offices) or page.word(role.right) in offices
    before = {s.text for s in stems(page.word(role.left - 1), page.base.language)} if role.left else set()
    return bool(before & offices) and goes_on(page, role.left)
