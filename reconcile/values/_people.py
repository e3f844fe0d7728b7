"""Persons in running text: names with the offices printed beside them, offices alone, plural groups.

No list of persons is used. A name is believed where three things meet: its *place* (beside an office, or
behind another given name), its *shape* (given name, father's name, article, particles, at most one word
that nobody knows) and its *border* (punctuation, a verb, a preposition, the next office). A surname alone
counts once the same text has given the full name. In doubt there is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reconcile.languages import fold, known, load
from reconcile.model import RoleValue
from reconcile.values import _roles
from reconcile.values._gazetteer import Word, stems, words
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


@dataclass(frozen=True)
class _Lexicon:
    cased: bool
    article: str
    conjunction: str
    given: frozenset[str]
    soft: frozenset[str]
    nasab: frozenset[str]
    kunya: frozenset[str]
    theophoric: frozenset[str]
    particles: frozenset[str]
    honorifics: frozenset[str]
    suffixes: frozenset[str]
    not_names: frozenset[str]
    by_print: frozenset[str]
    conjunctions: frozenset[str]
    named_after: frozenset[str]
    named_before: frozenset[str]
    articles: frozenset[str]
    alias: tuple[tuple[str, ...], ...]


def _given(table: dict[str, Any]) -> frozenset[str]:
    """Given names of one word; of a double name ("ז'אן-נואל") each half."""
    return frozenset(word.text for forms in table["given"].values() for item in forms for word in words(item))


def _words_by_print(table: dict[str, Any]) -> frozenset[str]:
    """Words that fold like a name and are told from it as printed ("على" and "علي")."""
    return frozenset(
        word.text for item in table.get("not_names", ()) if item.endswith("ى") for word in words(item)
    )


@cache
def _lexicon(language: str) -> _Lexicon:
    pack = load(language)
    table = pack.table("names")
    one = {
        key: frozenset(word.text for item in table.get(key, ()) for word in words(item))
        for key in (
            "nasab",
            "kunya",
            "theophoric",
            "particles",
            "honorifics",
            "suffixes",
            "not_names",
            "conjunctions",
            "articles",
            "named_after",
            "named_before",
        )
    }
    soft = frozenset(word.text for item in table.get("soft_given", ()) for word in words(item))
    one["not_names"] -= _words_by_print(table)
    soft -= one["not_names"]
    return _Lexicon(
        cased=pack.script == "Latn",
        article="ال" if pack.script == "Arab" else "",
        conjunction={"Arab": "و", "Hebr": "ו"}.get(pack.script, ""),
        given=_given(table) - soft - one["not_names"],
        soft=soft,
        by_print=_words_by_print(table),
        alias=tuple(tuple(w.text for w in words(phrase)) for phrase in table.get("alias", ())),
        **one,
    )


# --------------------------------------------------------------------------------------------------
# The page: words with what is known of them
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Role:
    """A role with the words that it takes."""

    mention: RoleMention
    left: int
    right: int


@dataclass
class _Page:
    text: str
    folded: str
    base: _roles._Page
    lexicon: _Lexicon
    roles: list[_Role]
    role_at: dict[int, _Role]
    role_words: set[int]
    surnames: dict[tuple[str, ...], None]
    named: set[int]
    """Words of names that have their office already."""

    def gap(self, at: int) -> str:
        """What stands before a word, folded: ``" "``, ``", "``, ``" - "`` ..."""
        listed = self.base.words
        if not 0 < at < len(listed):
            return "\n"
        return self.folded[listed[at - 1].end : listed[at].start]

    def word(self, at: int) -> str:
        return self.base.words[at].text if 0 <= at < len(self.base.words) else ""


def _page(text: str, language: str) -> _Page:
    base = _roles._page(text, language)
    roles = []
    for mention, right in _roles._roles(base):
        left = next(i for i in range(right - 1, -1, -1) if base.words[i].start <= mention.start)
        roles.append(_Role(mention, left, right))
    return _Page(
        text=text,
        folded=fold(text),
        base=base,
        lexicon=_lexicon(language),
        roles=roles,
        role_at={role.left: role for role in roles},
        role_words={i for role in roles for i in range(role.left, role.right)},
        surnames={},
        named=set(),
    )


# --------------------------------------------------------------------------------------------------
# Reading one name
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Name:
    """A name: its words from ``left`` to ``right`` and its first and last character."""

    left: int
    right: int
    start: int
    end: int
    units: int
    sure: bool
    """It begins with a given name that the lexicon knows, or a pattern that only names have."""


def _name_at(page: _Page, at: int) -> _Name | None:
    """The name that begins with this word, after words of courtesy."""
    while page.word(at) in page.lexicon.honorifics and page.gap(at + 1) in (" ", ". "):
        at += 1
    if at >= len(page.base.words):
        return None
    return _latin_name(page, at) if page.lexicon.cased else _semitic_name(page, at)


# ---- Latin script: capitals ----


def _latin_name(page: _Page, at: int) -> _Name | None:
    right, last_capital = at, at
    while right < len(page.base.words) and right - at < 6:
        if right > at and page.gap(right) not in (" ", "-", ". "):
            break
        if right > at and page.gap(right) == ". " and len(page.word(right - 1)) > 1:
            break
        if _is_capital(page, right) or (right > at and page.gap(right) == "-"):
            last_capital = right + 1
        elif right == at or page.word(right) not in page.lexicon.particles:
            break
        right += 1
        if page.text[page.base.words[right - 1].end - 2 : page.base.words[right - 1].end] in ("'s", "’s"):
            break
    if last_capital <= at:
        return None
    word = page.base.words[last_capital - 1]
    end = word.end - (2 if word.text.endswith("'s") else 0)
    sure = page.word(at) in page.lexicon.given or page.word(at) in page.lexicon.kunya
    return _Name(at, last_capital, page.base.words[at].start, end, last_capital - at, sure)


def _is_capital(page: _Page, at: int) -> bool:
    word, lexicon = page.base.words[at], page.lexicon
    bare = word.text.removesuffix("'s")
    if at in page.role_words or at in page.base.places or bare in lexicon.not_names - lexicon.given:
        return False
    letters = page.text[word.start : word.end]
    return letters[:1].isupper() and not (letters.isupper() and len(letters) > 3) and not letters.isdigit()


# ---- Hebrew and Arabic: shape ----


def _semitic_name(page: _Page, at: int) -> _Name | None:
    """Given names and fathers' names, then at most one surname; a second unknown word only at a border."""
    right, units, surname, sure = at, 0, False, False
    while right < len(page.base.words) and units < 6:
        if right > at and not _goes_on(page, right):
            break
        step = _unit(page, right, first=right == at) or _from_a_place(page, at, right, surname=surname)
        if step is None or (surname and step[1] not in ("tail", "nisba")):
            break
        if step[1] == "surname" and page.word(right - 2) in page.lexicon.nasab and right - 2 > at:
            break
        right, kind = step
        sure = sure or (units == 0 and kind in ("given", "kunya"))
        surname = surname or kind in ("surname", "article", "nisba")
        units += kind != "tail"
    if units == 0:
        return None
    right = _second_surname(page, right, units, surname)
    first, last = page.base.words[at], page.base.words[right - 1]
    return _Name(at, right, first.start, last.end, units, sure)


def _from_a_place(page: _Page, first: int, at: int, *, surname: bool) -> tuple[int, str] | None:
    """A surname that is a place or the adjective of one ("al-Masri", "Holland"), at the end of a name."""
    place = page.base.places.get(at)
    if place is None or at == first or place[1] != at + 1 or place[0].start != page.base.words[at].start:
        return None
    article = page.lexicon.article
    nisba = bool(article) and page.word(at).startswith(article) and place[0].form == "adjective"
    if nisba and page.word(at).endswith("ي") and page.word(at - 1)[:2] != article:
        return at + 1, "nisba"
    closed = at == first + 1 and not surname and page.word(first) in page.lexicon.given
    return (at + 1, "surname") if closed and _is_closed(page, at + 1) and place[0].form == "name" else None


def _goes_on(page: _Page, at: int) -> bool:
    return page.gap(at) in (" ", "-", " -", "- ")


_TAILS = frozenset({"الدين", "الله", "دين"})


def _unit(page: _Page, at: int, *, first: bool) -> tuple[int, str] | None:
    """One part of a name from this word on: where it ends and what it is, or ``None`` at a border."""
    lexicon, word = page.lexicon, page.word(at)
    if _is_border(page, at):
        return None
    if word in lexicon.theophoric or word in lexicon.kunya or (word in lexicon.nasab and not first):
        return _joined_unit(page, at, word)
    kind = _known_kind(lexicon, word, first=first)
    return (at + 1, kind) if kind else _unknown_unit(page, at, first=first)


def _known_kind(lexicon: _Lexicon, word: str, *, first: bool) -> str | None:
    if word in _TAILS and not first:
        return "tail"
    if word in lexicon.given or (word in lexicon.soft and not first):
        return "given"
    return "soft" if word in lexicon.soft else None


def _unknown_unit(page: _Page, at: int, *, first: bool) -> tuple[int, str] | None:
    """A surname: a word nobody knows, with its article, its particle or what hyphens join to it."""
    lexicon, word = page.lexicon, page.word(at)
    if word in lexicon.particles or (page.gap(at + 1) == "-" and len(word) <= 3):
        further = _unit(page, at + 1, first=False) if _goes_on(page, at + 1) else None
        return (further[0], "article") if further else None
    if lexicon.article and word.startswith(lexicon.article) and len(word) > 4:
        return None if first else (at + 1, "article")
    end = at + 1
    while page.gap(end) == "-" and not _is_border(page, end):
        end += 1
    return (end, "surname") if len(word) > 1 else None


def _joined_unit(page: _Page, at: int, word: str) -> tuple[int, str] | None:
    """A word that only with the next one makes a name: son of, father of, servant of."""
    if not _goes_on(page, at + 1) or _is_border(page, at + 1, article=True):
        return None
    end = at + 2
    if page.word(at + 1) in page.lexicon.particles and _goes_on(page, end) and not _is_border(page, end):
        end += 1
    return end, "kunya" if word in page.lexicon.kunya else "given"


def _is_border(page: _Page, at: int, *, article: bool = False) -> bool:
    """Whether a word cannot be part of a name: a verb, an office, a place, a number, the next item."""
    if at >= len(page.base.words) or at in page.role_words or at in page.base.places:
        return True
    word, lexicon = page.word(at), page.lexicon
    if _is_preposition(page, at):
        return True
    if (
        word in lexicon.given
        or word in lexicon.soft
        or (word in lexicon.particles and page.gap(at + 1) == "-")
    ):
        return False
    return _is_other_word(lexicon, word, article=article) or _begins_next(page, word)


def _is_other_word(lexicon: _Lexicon, word: str, *, article: bool) -> bool:
    if word in lexicon.not_names or any(char.isdigit() for char in word) or word.isascii():
        return True
    led = bool(lexicon.article) and word.startswith(lexicon.article) and not article
    return led and word[2:] in lexicon.not_names


def _begins_next(page: _Page, word: str) -> bool:
    """Whether the letter "and" opens the word, and what follows it is known."""
    letter = page.lexicon.conjunction
    return bool(letter) and word.startswith(letter) and _known(page, word[1:])


def _is_preposition(page: _Page, at: int) -> bool:
    """ "على" and "علي" fold alike: as printed the one is a preposition, the other a name."""
    printed = page.text[page.base.words[at].start : page.base.words[at].end]
    return printed.endswith("ى") and page.word(at) in ("علي", "الي")


def _known(page: _Page, word: str) -> bool:
    lexicon = page.lexicon
    bare = word.removeprefix(lexicon.article) if lexicon.article else word
    return (
        word in lexicon.given
        or word in lexicon.soft
        or word in lexicon.not_names
        or bare in lexicon.not_names
    )


def _second_surname(page: _Page, at: int, units: int, surname: bool) -> int:
    """One more unknown word, if a border follows it at once and none but names came before."""
    if not surname or units < 2 or not _goes_on(page, at) or page.gap(at) != " ":
        return at
    word = page.word(at)
    step = _unit(page, at, first=False)
    if step is None or step[1] not in ("surname", "article") or word[:1] in "بلوفكובלכמשה":
        return at
    end = step[0]
    before = page.word(at - 1)
    if page.lexicon.article and before.startswith(page.lexicon.article):
        return at
    return end if _is_closed(page, end) else at


def _border_after(page: _Page, at: int) -> bool:
    return not _goes_on(page, at) or _is_border(page, at)


# --------------------------------------------------------------------------------------------------
# Names beside offices
# --------------------------------------------------------------------------------------------------


def find_people(text: str, language: str) -> tuple[PersonMention, ...]:
    """Every person in a text, left to right, not overlapping, with exact places.

    >>> text = "Norway's foreign minister, Ola Berg, met President Lund."
    >>> [(m.name, m.roles) for m in find_people(text, "en")]
    [('Ola Berg', ("Norway's foreign minister",)), ('Lund', ('President',))]
    """
    if language not in known():
        return ()
    page = _page(text, language)
    _learn(page, [*_beside_roles(page, set()), *_names_alone(page, set())])
    taken = _named_things(page)
    found = list(_beside_roles(page, taken))
    found += _names_alone(page, taken)
    found += _surnames_again(page, taken)
    found = [_with_apposition(page, draft, taken) for draft in found]
    found += _roles_alone(page, taken)
    mentions = [_mention(page, draft) for draft in found]
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


@dataclass(frozen=True, slots=True)
class _Person:
    name: _Name | None
    roles: tuple[_Role, ...] = ()
    mentions: tuple[RoleMention, ...] = ()
    alias: tuple[int, int] | None = None
    plural: bool = False
    shared: bool = False
    """The office stands with another name of the list."""
    served: bool = False


def _named_things(page: _Page) -> set[int]:
    """The words of names and offices that are those of an airport, a street, a prize."""
    taken: set[int] = set()
    for at in range(len(page.base.words)):
        if at not in taken and _names_a_thing(page, at):
            role = page.role_at.get(at)
            end = role.right if role else at + 1
            while end - at < 4 and _goes_on(page, end) and not _is_border(page, end):
                end += 1
            taken.update(range(at, end))
    return taken


def _names_a_thing(page: _Page, at: int) -> bool:
    """Whether the name or office here is that of an airport, a street, a prize: no person is meant."""
    role = page.role_at.get(at)
    before = {stem.text for stem in stems(page.word(at - 1), page.base.language)} if at else set()
    if (
        (role or page.word(at) in page.lexicon.given)
        and before & page.lexicon.named_after
        and _goes_on(page, at)
    ):
        return True
    return page.lexicon.cased and any(
        page.word(i) in page.lexicon.named_before and _is_title_case(page, i) and _all_joined(page, at, i)
        for i in (at + 1, at + 2, at + 3)
    )


def _is_title_case(page: _Page, at: int) -> bool:
    return at < len(page.base.words) and page.text[page.base.words[at].start].isupper()


def _all_joined(page: _Page, at: int, end: int) -> bool:
    return all(
        page.gap(i) == " " and _is_title_case(page, i) for i in range(at + 1, end + 1)
    ) and _is_title_case(page, at)


def _mention(page: _Page, person: _Person) -> PersonMention:
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


def _beside_roles(page: _Page, taken: set[int]) -> Iterator[_Person]:
    pending: list[_Role] = []
    for index, role in enumerate(page.roles):
        if role.left in taken:
            pending = []
            continue
        people = list(_named_by(page, role, (*pending, role)))
        pending = [role] if not people and _shares(page, role, index) else []
        for person in people:
            page.named.update(range(person.name.left, person.name.right) if person.name else ())
            taken.update(range(person.name.left, person.name.right) if person.name else ())
            taken.update(i for r in person.roles for i in range(r.left, r.right))
            yield person


#: Titles that stand beside an office without "and", as one word with its article.
_RANKS = frozenset({"general", "prince", "ambassador", "adviser", "minister"})


def _shares(page: _Page, role: _Role, index: int) -> bool:
    """Whether the next role stands with this one for one person ("X's secretary and candidate for Y, N")."""
    if index + 1 >= len(page.roles) or role.mention.plural:
        return False
    after = page.roles[index + 1]
    if after.mention.plural or not _stand_together(page, role.right, after.left):
        return False
    if _has_conjunction(page, after):
        return not (_is_top(role) and _is_top(after))
    return _is_rank(after) and (after.mention.definite or after.mention.role.title == "general")


def _is_rank(role: _Role) -> bool:
    return role.mention.role.title in _RANKS and (
        role.right - role.left == 1 or role.mention.role.title == "general"
    )


def _stand_together(page: _Page, at: int, end: int) -> bool:
    """Whether nothing but words of courtesy stands between two words of a phrase."""
    while at < end and page.word(at) in page.lexicon.honorifics and page.gap(at) == " ":
        at += 1
    return at == end and page.gap(end) in (" ", ". ")


def _has_conjunction(page: _Page, role: _Role) -> bool:
    word = page.base.words[role.left]
    return word.start < role.mention.start and word.text.startswith(page.lexicon.conjunction or "\0")


def _is_top(role: _Role) -> bool:
    title, standing = role.mention.role.title, role.mention.role.standing
    tops = ("president", "prime_minister", "chief_of_staff", "speaker_of_parliament", "head_of_intelligence")
    return standing is None and (title.endswith("_minister") or title in tops)


def _named_by(page: _Page, role: _Role, roles: tuple[_Role, ...]) -> Iterator[_Person]:
    """Who bears the office: the name directly behind it, behind a comma, or a list behind a plural."""
    principal, at = role.mention.principal, role.right
    if principal is not None and _goes_on(page, at):
        name = _believed(page, at, near=True) or _before_list(page, role)
        if name:
            yield _Person(name, (), (principal,), served=True)
            at = name.right
    if role.mention.plural:
        for place, name in enumerate(_list_from(page, at)):
            yield _Person(name, (role,), (role.mention,), shared=place > 0)
        return
    rank = page.role_at.get(at)
    if rank and _is_rank(rank) and _COMMA.fullmatch(page.gap(at)) and not _stands_behind_a_name(page, role):
        roles, at, role = (*roles, rank), rank.right, rank
    name = _apposed(page, role, at, direct=principal is None)
    if name:
        yield _Person(name, roles, tuple(r.mention for r in roles))


def _before_list(page: _Page, role: _Role) -> _Name | None:
    """One or two unknown words between "representatives of the president" and the dash before the list."""
    left = role.right
    for right in (left + 1, left + 2):
        whole = all(_goes_on(page, i) and not _is_border(page, i) for i in range(left, right))
        if whole and role.mention.plural and _DASH.fullmatch(page.gap(right)) and _list_from(page, right):
            first, last = page.base.words[left], page.base.words[right - 1]
            return _Name(left, right, first.start, last.end, right - left, True)
    return None


_NEXT_TO = re.compile(r"\.?\s\"?")
_COMMA = re.compile(r"\s?,\s\"?")
_DASH = re.compile(r"\s-{1,2}\s|:\s")
_APPOSED = re.compile(r"\s?,\s\"?|\s\(|\s-{1,2}\s")


def _apposed(page: _Page, role: _Role, at: int, *, direct: bool) -> _Name | None:
    gap = page.gap(at)
    if direct and _NEXT_TO.fullmatch(gap):
        if role.mention.role.title == "bureau_chief":
            return None
        told = role.mention.role.of is not None or role.mention.role.to is not None
        return _believed(page, at, near=True) or (_by_shape(page, at) if told else None)
    if not _APPOSED.fullmatch(gap) or _stands_behind_a_name(page, role):
        return None
    return _believed(page, at, near=False)


def _stands_behind_a_name(page: _Page, role: _Role) -> bool:
    """Whether the office is told of the name before its comma ("X, head of Y, Z, head of W")."""
    at = role.left - (page.word(role.left - 1) in page.lexicon.articles)
    if page.gap(at) != ", " or _has_conjunction(page, role):
        return False
    for start in range(at - 1, max(at - 6, -1), -1):
        if start in page.role_words or start in page.named:
            return False
        name = _name_at(page, start)
        if name and name.right == at and name.units > 1 and (name.sure or page.lexicon.cased):
            return True
    return False


def _list_from(page: _Page, at: int) -> list[_Name]:
    """The names of a list behind a plural office and a dash, a colon, a comma or nothing."""
    gap = page.gap(at)
    if not (_DASH.fullmatch(gap) or _COMMA.fullmatch(gap) or gap in (" ", " (")):
        return []
    names: list[_Name] = []
    while True:
        at = _skip_conjunction(page, at) if names else at
        name = _believed(page, at, near=True, conjoined=bool(names))
        if name is None:
            break
        names.append(name)
        at = name.right
        if not (_COMMA.fullmatch(page.gap(at)) or page.gap(at) in ("; ", " ")):
            break
    return names if len(names) > 1 else []


def _skip_conjunction(page: _Page, at: int) -> int:
    return at + 1 if page.word(at) in page.lexicon.conjunctions else at


def _believed(page: _Page, at: int, *, near: bool, conjoined: bool = False) -> _Name | None:
    """A name in a place where a name is expected.

    ``near``: directly behind the office, where anything may follow, so a known given name is needed;
    otherwise (behind a comma) the shape will do when a border closes it.
    """
    if conjoined and page.lexicon.conjunction and page.word(at).startswith(page.lexicon.conjunction):
        return _without_conjunction(page, at)
    name = _surname_at(page, at) or _name_at(page, at)
    if name is None:
        return None if near else _by_shape(page, at)
    if page.lexicon.cased:
        return name if near or name.units > 1 or name.sure else None
    soft = page.word(name.left) in page.lexicon.soft
    if name.sure or (soft and name.units > 1):
        return name if name.units > 1 or _closed(page, name) else None
    return None if near else _by_shape(page, at)


def _surname_at(page: _Page, at: int) -> _Name | None:
    """A surname that a full name of the same text has taught."""
    for key in page.surnames:
        run = tuple(page.word(i) for i in range(at, at + len(key)))
        if run == key and all(_goes_on(page, i) for i in range(at + 1, at + len(key))):
            return _Name(
                at, at + len(key), page.base.words[at].start, page.base.words[at + len(key) - 1].end, 1, True
            )
    return None


def _by_shape(page: _Page, at: int) -> _Name | None:
    """Two or three words that nobody knows, between commas, behind an office."""
    while page.word(at) in page.lexicon.honorifics and page.gap(at + 1) == " ":
        at += 1
    if page.lexicon.cased or at >= len(page.base.words):
        return None
    right, units = at, 0
    while right < len(page.base.words) and (right == at or _goes_on(page, right)):
        if _is_border(page, right) and page.word(right) not in page.lexicon.particles:
            return None
        units += page.gap(right) != "-" or right == at
        right += 1
    listed = page.base.words[at:right]
    name = _Name(at, right, listed[0].start, listed[-1].end, units, False)
    doubtful = any(word.text.endswith(_PRONOUNS) for word in listed) and bool(page.lexicon.article)
    return (
        name if 2 <= units <= 3 and not doubtful and _closed(page, name) and _opens_a_name(page, at) else None
    )


#: Arabic words with one of these endings are rather nouns with a possessor than names.
_PRONOUNS = ("ه", "ها", "هم", "هما")


#: Letters that open so many verbs and prepositions that a word nobody knows is no name under them.
_OPENERS = {
    "ar": ("ب", "ل", "و", "ف", "ك", "ي", "ت", "س", "ال"),
    "he": ("ו", "ב", "ל", "כ", "מ", "ש", "ה", "י", "ת", "נ"),
}


def _opens_a_name(page: _Page, at: int) -> bool:
    return not page.word(at).startswith(_OPENERS.get(page.base.language, ()))


def _closed(page: _Page, name: _Name) -> bool:
    return _is_closed(page, name.right)


def _is_closed(page: _Page, at: int) -> bool:
    """Whether punctuation stands before this word, or the text ends."""
    return bool(re.match(r"\"?\s?[,;.)(\n]|\"|\s-\s|$", page.gap(at))) or at >= len(page.base.words)


def _without_conjunction(page: _Page, at: int) -> _Name | None:
    """A name under the letter "and": read as if the letter were not there."""
    word = page.base.words[at]
    bare = word.text[1:]
    if (
        bare not in page.lexicon.given
        and bare not in page.lexicon.soft
        and bare not in page.lexicon.theophoric
    ):
        return None
    listed = list(page.base.words)
    listed[at] = replace(word, start=word.start + 1, text=bare)
    inner = replace_words(page, listed)
    name = _name_at(inner, at)
    return name if name and name.units > 1 else None


def replace_words(page: _Page, listed: Sequence[Word]) -> _Page:
    """The page with other readings of its words."""
    return replace(page, base=replace(page.base, words=listed))


# --------------------------------------------------------------------------------------------------
# Names without offices
# --------------------------------------------------------------------------------------------------


def _names_alone(page: _Page, taken: set[int]) -> Iterator[_Person]:
    at = 0
    while at < len(page.base.words):
        name = None if at in taken or at in page.role_words else _alone_at(page, at, taken)
        if name is None:
            at += 1
            continue
        taken.update(range(name.left, name.right))
        yield _Person(name)
        at = name.right


def _alone_at(page: _Page, at: int, taken: set[int]) -> _Name | None:
    lexicon = page.lexicon
    if page.word(at) in lexicon.honorifics and lexicon.cased and page.gap(at + 1) in (" ", ". "):
        name = _name_at(page, at)
        return name if name and not taken & set(range(name.left, name.right)) else None
    for stem in stems(page.word(at), page.base.language) if not lexicon.cased else ():
        if stem.skip and (len(stem.text) < 4 or stem.taken[-1:] == "ה"):
            continue
        if stem.text in lexicon.given or stem.text in lexicon.theophoric or stem.text in lexicon.kunya:
            return _alone(_stripped(page, at, stem.skip, stem.text), at, taken)
    return _alone(page, at, taken) if lexicon.cased or page.word(at) in lexicon.given else None


def _stripped(page: _Page, at: int, skip: int, text: str) -> _Page:
    if not skip:
        return page
    listed = list(page.base.words)
    listed[at] = replace(listed[at], start=listed[at].start + skip, text=text)
    return replace_words(page, listed)


def _alone(page: _Page, at: int, taken: set[int]) -> _Name | None:
    name = _name_at(page, at)
    if name is None or name.units < 2 or taken & set(range(name.left, name.right)):
        return None
    if page.lexicon.cased:
        return _from_its_start(page, name) if name.sure or _has_apposition(page, name) else None
    whole = _border_after(page, name.right) or _well_formed(page, name)
    return (
        name
        if name.sure and whole and not _may_begin_earlier(page, at) and not _holds_and(page, name)
        else None
    )


def _may_begin_earlier(page: _Page, at: int) -> bool:
    """Whether the word before could be the given name: one of the everyday words that are names too."""
    return _goes_on(page, at) and page.word(at - 1) in page.lexicon.soft


def _holds_and(page: _Page, name: _Name) -> bool:
    """Whether a later word may be "and" with another name ("שאול והדר"): a name with vav is rather foreign."""
    letter = page.lexicon.conjunction
    inner = [page.word(i) for i in range(name.left + 1, name.right)]
    return letter == "ו" and any(word.startswith("ו") and not word.startswith("וו") for word in inner)


def _from_its_start(page: _Page, name: _Name) -> _Name:
    """The name with a first word that no lexicon has, if it does not stand where any word has a capital."""
    left = name.left - 1
    inside = page.gap(left) == " " and page.gap(name.left) in (" ", "-")
    if left < 1 or not inside or not _is_capital(page, left) or _is_capital(page, left - 1):
        return name
    if page.word(left) in page.lexicon.honorifics:
        return name
    return replace(name, left=left, start=page.base.words[left].start, units=name.units + 1)


def _has_apposition(page: _Page, name: _Name) -> bool:
    """Whether an office follows behind a comma."""
    at = name.right
    at += page.word(at) in page.lexicon.articles
    return name.units <= 4 and page.gap(name.right) == ", " and at in page.role_at


def _well_formed(page: _Page, name: _Name) -> bool:
    """A shape that needs no border: the surname has its article or particle, or a father's name."""
    inner = [page.word(i) for i in range(name.left + 1, name.right)]
    lexicon = page.lexicon
    linked = any(word in lexicon.nasab or word in lexicon.particles for word in inner)
    article = bool(lexicon.article) and inner[-1].startswith(lexicon.article)
    return linked or article or all(word in lexicon.given for word in inner)


def _learn(page: _Page, found: Sequence[_Person]) -> None:
    """Keep the surnames of the full names of this text."""
    for person in found:
        name = person.name
        if name is None or name.units < 2:
            continue
        left = name.right - 1
        while left > name.left + 1 and page.gap(left) == "-":
            left -= 1
        key = tuple(page.word(i) for i in range(left, name.right))
        if len(key[-1]) > 2 and (key[-1] not in page.lexicon.given or len(key) > 1):
            page.surnames[key] = None


def _surnames_again(page: _Page, taken: set[int]) -> Iterator[_Person]:
    firsts = {key[0]: key for key in page.surnames}
    for at in range(len(page.base.words)):
        if at in taken or at in page.role_words or at in page.base.places:
            continue
        for stem in stems(page.word(at), page.base.language):
            key = firsts.get(stem.text)
            run = (stem.text, *(page.word(i) for i in range(at + 1, at + len(key or ()))))
            if key is None or run != key or not _may_be_surname(page, at):
                continue
            taken.update(range(at, at + len(key)))
            yield _again(page, at, len(key), stem.skip, taken)
            break


def _may_be_surname(page: _Page, at: int) -> bool:
    if page.lexicon.cased:
        return page.text[page.base.words[at].start].isupper()
    return not (page.word(at - 1) in page.lexicon.given and _goes_on(page, at))


def _again(page: _Page, at: int, length: int, skip: int, taken: set[int]) -> _Person:
    last = page.base.words[at + length - 1]
    end = last.end - (2 if last.text.endswith("'s") else 0)
    name = _Name(at, at + length, page.base.words[at].start + skip, end, 1, True)
    for role in page.roles:
        if role.right == at and skip == 0 and page.gap(at) == " " and not role.mention.plural:
            taken.update(range(role.left, role.right))
            mention = role.mention.principal or role.mention
            return _Person(name, (role,), (mention,))
    return _Person(name)


# --------------------------------------------------------------------------------------------------
# Offices behind names, aliases, offices alone
# --------------------------------------------------------------------------------------------------


def _with_apposition(page: _Page, person: _Person, taken: set[int]) -> _Person:
    """A name with the office behind its comma or in its brackets, and with its other name."""
    if person.name is None:
        return person
    person = _with_alias(page, person, taken)
    at, gap = person.name.right if person.name else 0, ""
    gap = page.gap(at)
    role = page.role_at.get(at + 1 if page.word(at) in page.lexicon.articles else at)
    if role is None or person.roles or role.left in taken or not (_COMMA.fullmatch(gap) or gap == " ("):
        return person
    if _has_conjunction(page, role) or role.mention.plural or person.name is None or person.name.units < 2:
        return person
    taken.update(range(role.left, role.right))
    return replace(person, roles=(role,), mentions=(*person.mentions, role.mention))


_BRACKET = re.compile(r"\s?[(\[]([^()\[\]\n]{2,40})[)\]]")


def _with_alias(page: _Page, person: _Person, taken: set[int]) -> _Person:
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


def _without_alias_words(page: _Page, inside: list[int]) -> list[int]:
    run = tuple(page.word(i) for i in inside)
    opened = [len(phrase) for phrase in page.lexicon.alias if run[: len(phrase)] == phrase]
    return inside[max(opened, default=0) :]


def _after_alias_words(page: _Page, name: _Name) -> tuple[int, int] | None:
    for phrase in page.lexicon.alias:
        at = name.right
        run = tuple(page.word(i) for i in range(at, at + len(phrase)))
        if run == phrase and page.gap(at) in (" ", ", ", ", ("):
            other = _name_at(page, at + len(phrase))
            return (other.start, other.end) if other else None
    return None


def _may_be_alias(page: _Page, at: int) -> bool:
    word = page.base.words[at]
    printed = page.text[word.start : word.end]
    if at in page.role_words or at in page.base.places or not word.text.replace("'", "").isalpha():
        return False
    if page.lexicon.cased:
        return (printed[:1].isupper() and not printed.isupper()) or word.text in page.lexicon.particles
    return not printed.isascii() and word.text not in page.lexicon.not_names


def _roles_alone(page: _Page, taken: set[int]) -> Iterator[_Person]:
    """Offices that no name stands beside: one known holder, or an unnamed group."""
    for role in page.roles:
        mention = role.mention
        if taken & set(range(role.left, role.right)) or _is_bureau(page, role):
            continue
        if mention.plural and (mention.role.of or (mention.role.title != "official" and mention.definite)):
            yield _Person(None, (role,), (mention,), plural=True)
        elif mention.definite and not mention.plural and not _is_anaphor(mention):
            yield _Person(None, (role,), (mention,))


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


def _is_bureau(page: _Page, role: _Role) -> bool:
    offices = page.base.vocabulary.offices
    if page.lexicon.cased:
        word = page.base.words[role.right - 1].text
        return (word.endswith("'s") and page.word(role.right) in offices) or page.word(role.right) in offices
    before = {s.text for s in stems(page.word(role.left - 1), page.base.language)} if role.left else set()
    return bool(before & offices) and _goes_on(page, role.left)
