"""Names beside offices: behind them, behind a comma or a dash, and in the list behind a plural."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.values._people_names import is_border, name_at
from reconcile.values._people_page import (
    Name,
    Page,
    Person,
    Role,
    goes_on,
    has_conjunction,
    is_closed,
    replace_words,
)

__all__ = ["COMMA", "beside_roles"]


def beside_roles(page: Page, taken: set[int]) -> Iterator[Person]:
    pending: list[Role] = []
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


def _shares(page: Page, role: Role, index: int) -> bool:
    """Whether the next role stands with this one for one person ("X's secretary and candidate for Y, N")."""
    if index + 1 >= len(page.roles) or role.mention.plural:
        return False
    after = page.roles[index + 1]
    if after.mention.plural or not _stand_together(page, role.right, after.left):
        return False
    if has_conjunction(page, after):
        return not (_is_top(role) and _is_top(after))
    return _is_rank(after) and (after.mention.definite or after.mention.role.title == "general")


def _is_rank(role: Role) -> bool:
    return role.mention.role.title in _RANKS and (
        role.right - role.left == 1 or role.mention.role.title == "general"
    )


def _stand_together(page: Page, at: int, end: int) -> bool:
    """Whether nothing but words of courtesy stands between two words of a phrase."""
    while at < end and page.word(at) in page.lexicon.honorifics and page.gap(at) == " ":
        at += 1
    return at == end and page.gap(end) in (" ", ". ")


def _is_top(role: Role) -> bool:
    title, standing = role.mention.role.title, role.mention.role.standing
    tops = ("president", "prime_minister", "chief_of_staff", "speaker_of_parliament", "head_of_intelligence")
    return standing is None and (title.endswith("_minister") or title in tops)


def _named_by(page: Page, role: Role, roles: tuple[Role, ...]) -> Iterator[Person]:
    """Who bears the office: the name directly behind it, behind a comma, or a list behind a plural."""
    principal, at = role.mention.principal, role.right
    if principal is not None and goes_on(page, at):
        name = _believed(page, at, near=True) or _before_list(page, role)
        if name:
            yield Person(name, (), (principal,), served=True)
            at = name.right
    if role.mention.plural:
        for place, name in enumerate(_list_from(page, at)):
            yield Person(name, (role,), (role.mention,), shared=place > 0)
        return
    rank = page.role_at.get(at)
    if rank and _is_rank(rank) and COMMA.fullmatch(page.gap(at)) and not _stands_behind_a_name(page, role):
        roles, at, role = (*roles, rank), rank.right, rank
    name = _apposed(page, role, at, direct=principal is None)
    if name:
        yield Person(name, roles, tuple(r.mention for r in roles))


def _before_list(page: Page, role: Role) -> Name | None:
    """One or two unknown words between "representatives of the president" and the dash before the list."""
    left = role.right
    for right in (left + 1, left + 2):
        whole = all(goes_on(page, i) and not is_border(page, i) for i in range(left, right))
        if whole and role.mention.plural and _DASH.fullmatch(page.gap(right)) and _list_from(page, right):
            first, last = page.base.words[left], page.base.words[right - 1]
            return Name(left, right, first.start, last.end, right - left, True)
    return None


_NEXT_TO = re.compile(r"\.?\s\"?")

COMMA = re.compile(r"\s?,\s\"?")

_DASH = re.compile(r"\s-{1,2}\s|:\s")

_APPOSED = re.compile(r"\s?,\s\"?|\s\(|\s-{1,2}\s")


def _apposed(page: Page, role: Role, at: int, *, direct: bool) -> Name | None:
    gap = page.gap(at)
    if direct and _NEXT_TO.fullmatch(gap):
        if role.mention.role.title == "bureau_chief":
            return None
        told = role.mention.role.of is not None or role.mention.role.to is not None
        return _believed(page, at, near=True) or (_by_shape(page, at) if told else None)
    if not _APPOSED.fullmatch(gap) or _stands_behind_a_name(page, role):
        return None
    return _believed(page, at, near=False)


def _stands_behind_a_name(page: Page, role: Role) -> bool:
    """Whether the office is told of the name before its comma ("X, head of Y, Z, head of W")."""
    at = role.left - (page.word(role.left - 1) in page.lexicon.articles)
    if page.gap(at) != ", " or has_conjunction(page, role):
        return False
    for start in range(at - 1, max(at - 6, -1), -1):
        if start in page.role_words or start in page.named:
            return False
        name = name_at(page, start)
        if name and name.right == at and name.units > 1 and (name.sure or page.lexicon.cased):
            return True
    return False


def _list_from(page: Page, at: int) -> list[Name]:
    """The names of a list behind a plural office and a dash, a colon, a comma or nothing."""
    gap = page.gap(at)
    if not (_DASH.fullmatch(gap) or COMMA.fullmatch(gap) or gap in (" ", " (")):
        return []
    names: list[Name] = []
    while True:
        at = _skip_conjunction(page, at) if names else at
        name = _believed(page, at, near=True, conjoined=bool(names))
        if name is None:
            break
        names.append(name)
        at = name.right
        if not (COMMA.fullmatch(page.gap(at)) or page.gap(at) in ("; ", " ")):
            break
    return names if len(names) > 1 else []


def _skip_conjunction(page: Page, at: int) -> int:
    return at + 1 if page.word(at) in page.lexicon.conjunctions else at


def _believed(page: Page, at: int, *, near: bool, conjoined: bool = False) -> Name | None:
    """A name in a place where a name is expected.

    ``near``: directly behind the office, where anything may follow, so a known given name is needed;
    otherwise (behind a comma) the shape will do when a border closes it.
    """
    if conjoined and page.lexicon.conjunction and page.word(at).startswith(page.lexicon.conjunction):
        return _without_conjunction(page, at)
    name = _surname_at(page, at) or name_at(page, at)
    if name is None:
        return None if near else _by_shape(page, at)
    if page.lexicon.cased:
        return name if near or name.units > 1 or name.sure else None
    soft = page.word(name.left) in page.lexicon.soft
    if name.sure or (soft and name.units > 1):
        return name if name.units > 1 or _closed(page, name) else None
    return None if near else _by_shape(page, at)


def _surname_at(page: Page, at: int) -> Name | None:
    """A surname that a full name of the same text has taught."""
    for key in page.surnames:
        run = tuple(page.word(i) for i in range(at, at + len(key)))
        if run == key and all(goes_on(page, i) for i in range(at + 1, at + len(key))):
            return Name(
                at, at + len(key), page.base.words[at].start, page.base.words[at + len(key) - 1].end, 1, True
            )
    return None


def _by_shape(page: Page, at: int) -> Name | None:
    """Two or three words that nobody knows, between commas, behind an office."""
    while page.word(at) in page.lexicon.honorifics and page.gap(at + 1) == " ":
        at += 1
    if page.lexicon.cased or at >= len(page.base.words):
        return None
    right, units = at, 0
    while right < len(page.base.words) and (right == at or goes_on(page, right)):
        if is_border(page, right) and page.word(right) not in page.lexicon.particles:
            return None
        units += page.gap(right) != "-" or right == at
        right += 1
    listed = page.base.words[at:right]
    name = Name(at, right, listed[0].start, listed[-1].end, units, False)
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


def _opens_a_name(page: Page, at: int) -> bool:
    return not page.word(at).startswith(_OPENERS.get(page.base.language, ()))


def _closed(page: Page, name: Name) -> bool:
    return is_closed(page, name.right)


def _without_conjunction(page: Page, at: int) -> Name | None:
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
    name = name_at(inner, at)
    return name if name and name.units > 1 else None
