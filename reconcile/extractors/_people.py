"""People as the rules need them: a mention with its name, its offices, and the country it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reconcile import languages
from reconcile.extractors._words import fold
from reconcile.model import PersonValue
from reconcile.values._gazetteer import entry
from reconcile.values._people import PersonMention, find_people

__all__ = ["Someone", "someones"]


@dataclass(frozen=True, slots=True)
class Someone:
    """One mention of a person: ``text[start:end]`` holds the offices, the name, or both.

    ``country`` is the English name of the country that the office belongs to, where the words tell it.
    """

    start: int
    end: int
    person: PersonValue
    country: str | None = None
    crowd: bool = False
    """Some people of a kind ("officials"), not the holders of an office each ("the ministers of …")."""

    @property
    def name(self) -> str | None:
        """The name, where one is printed."""
        return self.person.name

    @property
    def surname(self) -> str:
        """The last word of the name; empty for somebody without one."""
        return self.person.name.split()[-1] if self.person.name else ""


def someones(text: str, language: str) -> Iterator[Someone]:
    """Everybody whom a text mentions by name or by office, left to right.

    >>> [(one.name, one.country) for one in someones("Norway's foreign minister, Ola Berg, left.", "en")]
    [('Ola Berg', 'Norway')]
    """
    edge = 0
    found: list[PersonMention] = []
    verbs = _verbs(language)
    for mention in (_without_verb(one, verbs) for one in find_people(text, language)):
        if found and _is_apposed(found[-1], mention, text):
            found[-1] = _with_office(found[-1], mention)
            edge = mention.end
            continue
        if found and _is_office_of(found[-1], mention, text):
            found[-1] = _joined(found[-1], mention)
            edge = mention.end
            continue
        inside = mention.end <= edge  # whose aide the one before is ("envoy of President …")
        if found and mention.start < edge < mention.end and not found[-1].name:
            found[-1] = _joined(found[-1], mention)
        elif (mention.name or mention.roles) and not inside:
            found.append(mention)
        edge = max(edge, mention.end)
    yield from (
        Someone(one.start, one.end, _person(one, text), _country(one), _is_crowd(one))
        for one in found
        if not _is_only_titled(one)
    )


@cache
def _verbs(language: str) -> frozenset[str]:
    listed = (
        languages.load(language).tables("frames")["_grammar"]["words"]["verbs"]
        if language in languages.known()
        else ()
    )
    return frozenset(fold(word.lstrip("=")) for word in listed)


def _without_verb(mention: PersonMention, verbs: frozenset[str]) -> PersonMention:
    """Somebody, without a verb that was taken for the first or the last word of the name, and what stands before it."""
    head, _, last = (mention.name or "").rpartition(" ")
    if fold(last) in verbs and " " in head.strip() and mention.name_end == mention.end:
        end = mention.end - len(last) - 1
        mention = replace(mention, end=end, name_end=end, name=head)
    first, _, rest = (mention.name or "").partition(" ")
    if fold(first) not in verbs or " " not in rest.strip() or mention.name_start is None:
        return mention
    start = mention.name_start + len(first) + 1
    behind = [
        (role, value) for role, value in zip(mention.roles, mention.role_values, strict=False)
        if mention.name_end is not None and mention.end > mention.name_end
    ]  # fmt: skip
    return replace(
        mention, start=start, name_start=start, name=rest,
        roles=tuple(role for role, _ in behind), role_values=tuple(value for _, value in behind),
    )  # fmt: skip


def _is_apposed(named: PersonMention, office: PersonMention, text: str) -> bool:
    """Whether an office stands behind the comma after a name that has no more than a title ("Prince X, the …")."""
    between = text[named.end : office.start].strip()
    if not named.name or office.name or named.plural or office.plural or not office.roles:
        return False
    if between in (",", "،"):
        again = {role.title for role in office.role_values}
        return all(
            role.title in _TITLES or (role.of is None and role.title in again) for role in named.role_values
        )
    titled = bool(named.roles) and all(role.title in _TITLES for role in named.role_values)
    return not between and bool(named.roles) and (titled or (named.name_end or named.end) < named.end)


_LONGEST = 6


def _is_office_of(office: PersonMention, named: PersonMention, text: str) -> bool:
    """Whether a name stands behind the rest of an office ("the special envoy | for the affairs of … | Ola Berg")."""
    between = text[office.end : named.start].split()
    return (
        not office.name and not office.plural and bool(office.roles) and bool(named.name) and not named.roles
        and 0 < len(between) <= _LONGEST and between[0].startswith("ل") and not any(mark in word for word in between for mark in ",،.:;؛\"")
    )  # fmt: skip


def _with_office(named: PersonMention, office: PersonMention) -> PersonMention:
    return replace(
        named, end=office.end, roles=(*named.roles, *office.roles), role_values=(*named.role_values, *office.role_values)
    )  # fmt: skip


_TITLES = ("prince", "princess", "sheikh", "general", "doctor", "sir", "king")
"""What stands before a name and is no office to be known by."""


def _is_only_titled(mention: PersonMention) -> bool:
    """Whether a title stands alone, its name unread: nobody can tell who it is."""
    return not mention.name and not mention.plural and bool(mention.role_values) and all(
        role.title in _TITLES[:-1] and role.of is None for role in mention.role_values
    )  # fmt: skip


def _joined(office: PersonMention, named: PersonMention) -> PersonMention:
    """Somebody whose office ends in another's ("aide to the president", and the aide's name behind it)."""
    return replace(office, end=named.end, name=named.name, alias=named.alias)


def _person(mention: PersonMention, text: str) -> PersonValue:
    return PersonValue(
        name=mention.name,
        aliases=(mention.alias,) if mention.alias else (),
        roles=mention.roles,
        plural=mention.plural,
        raw=text[mention.start : mention.end],
    )


def _is_crowd(mention: PersonMention) -> bool:
    return not any(role.title.endswith(_HOLDERS) for role in mention.role_values)


_HOLDERS = ("minister", "president", "king", "leader", "chief", "head")


def _country(mention: PersonMention) -> str | None:
    for role in mention.role_values:
        land = entry(role.of.split("/")[0]) if role.of else None
        if land is not None:
            return land.name
    return None
