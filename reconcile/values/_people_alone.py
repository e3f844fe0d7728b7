"""Names without an office beside them, and surnames of full names that the same text has given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.values._gazetteer import stems
from reconcile.values._people_names import border_after, is_border, is_capital, name_at
from reconcile.values._people_page import Name, Page, Person, goes_on, replace_words

__all__ = ["learn", "named_things", "names_alone", "surnames_again"]


def named_things(page: Page) -> set[int]:
    """The words of names and offices that are those of an airport, a street, a prize."""
    taken: set[int] = set()
    for at in range(len(page.base.words)):
        if at not in taken and _names_a_thing(page, at):
            role = page.role_at.get(at)
            end = role.right if role else at + 1
            while end - at < 4 and goes_on(page, end) and not is_border(page, end):
                end += 1
            taken.update(range(at, end))
    return taken


def _names_a_thing(page: Page, at: int) -> bool:
    """Whether the name or office here is that of an airport, a street, a prize: no person is meant."""
    role = page.role_at.get(at)
    before = {stem.text for stem in stems(page.word(at - 1), page.base.language)} if at else set()
    if (
        (role or page.word(at) in page.lexicon.given)
        and before & page.lexicon.named_after
        and goes_on(page, at)
    ):
        return True
    return page.lexicon.cased and any(
        page.word(i) in page.lexicon.named_before and _is_title_case(page, i) and _all_joined(page, at, i)
        for i in (at + 1, at + 2, at + 3)
    )


def _is_title_case(page: Page, at: int) -> bool:
    return at < len(page.base.words) and page.text[page.base.words[at].start].isupper()


def _all_joined(page: Page, at: int, end: int) -> bool:
    return all(
        page.gap(i) == " " and _is_title_case(page, i) for i in range(at + 1, end + 1)
    ) and _is_title_case(page, at)


def names_alone(page: Page, taken: set[int]) -> Iterator[Person]:
    at = 0
    while at < len(page.base.words):
        name = None if at in taken or at in page.role_words else _alone_at(page, at, taken)
        if name is None:
            at += 1
            continue
        taken.update(range(name.left, name.right))
        yield Person(name)
        at = name.right


def _alone_at(page: Page, at: int, taken: set[int]) -> Name | None:
    lexicon = page.lexicon
    if page.word(at) in lexicon.honorifics and lexicon.cased and page.gap(at + 1) in (" ", ". "):
        name = name_at(page, at)
        return name if name and not taken & set(range(name.left, name.right)) else None
    for stem in stems(page.word(at), page.base.language) if not lexicon.cased else ():
        if stem.skip and (len(stem.text) < 4 or stem.taken[-1:] == "ה"):
            continue
        if stem.text in lexicon.given or stem.text in lexicon.theophoric or stem.text in lexicon.kunya:
            return _alone(_stripped(page, at, stem.skip, stem.text), at, taken)
    return _alone(page, at, taken) if lexicon.cased or page.word(at) in lexicon.given else None


def _stripped(page: Page, at: int, skip: int, text: str) -> Page:
    if not skip:
        return page
    listed = list(page.base.words)
    listed[at] = replace(listed[at], start=listed[at].start + skip, text=text)
    return replace_words(page, listed)


def _alone(page: Page, at: int, taken: set[int]) -> Name | None:
    name = name_at(page, at)
    if name is None or name.units < 2 or taken & set(range(name.left, name.right)):
        return None
    if page.lexicon.cased:
        return _from_its_start(page, name) if name.sure or _has_apposition(page, name) else None
    whole = border_after(page, name.right) or _well_formed(page, name)
    return (
        name
        if name.sure and whole and not _may_begin_earlier(page, at) and not _holds_and(page, name)
        else None
    )


def _may_begin_earlier(page: Page, at: int) -> bool:
    """Whether the word before could be the given name: one of the everyday words that are names too."""
    return goes_on(page, at) and page.word(at - 1) in page.lexicon.soft


def _holds_and(page: Page, name: Name) -> bool:
    """Whether a later word may be "and" with another name ("שאול והדר"): a name with vav is rather foreign."""
    letter = page.lexicon.conjunction
    inner = [page.word(i) for i in range(name.left + 1, name.right)]
    return letter == "ו" and any(word.startswith("ו") and not word.startswith("וו") for word in inner)


def _from_its_start(page: Page, name: Name) -> Name:
    """The name with a first word that no lexicon has, if it does not stand where any word has a capital."""
    left = name.left - 1
    inside = page.gap(left) == " " and page.gap(name.left) in (" ", "-")
    if left < 1 or not inside or not is_capital(page, left) or is_capital(page, left - 1):
        return name
    if page.word(left) in page.lexicon.honorifics:
        return name
    return replace(name, left=left, start=page.base.words[left].start, units=name.units + 1)


def _has_apposition(page: Page, name: Name) -> bool:
    """Whether an office follows behind a comma."""
    at = name.right
    at += page.word(at) in page.lexicon.articles
    return name.units <= 4 and page.gap(name.right) == ", " and at in page.role_at


def _well_formed(page: Page, name: Name) -> bool:
    """A shape that needs no border: the surname has its article or particle, or a father's name."""
    inner = [page.word(i) for i in range(name.left + 1, name.right)]
    lexicon = page.lexicon
    linked = any(word in lexicon.nasab or word in lexicon.particles for word in inner)
    article = bool(lexicon.article) and inner[-1].startswith(lexicon.article)
    return linked or article or all(word in lexicon.given for word in inner)


def learn(page: Page, found: Sequence[Person]) -> None:
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


def surnames_again(page: Page, taken: set[int]) -> Iterator[Person]:
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


def _may_be_surname(page: Page, at: int) -> bool:
    if page.lexicon.cased:
        return page.text[page.base.words[at].start].isupper()
    return not (page.word(at - 1) in page.lexicon.given and goes_on(page, at))


def _again(page: Page, at: int, length: int, skip: int, taken: set[int]) -> Person:
    last = page.base.words[at + length - 1]
    end = last.end - (2 if last.text.endswith("'s") else 0)
    name = Name(at, at + length, page.base.words[at].start + skip, end, 1, True)
    for role in page.roles:
        if role.right == at and skip == 0 and page.gap(at) == " " and not role.mention.plural:
            taken.update(range(role.left, role.right))
            mention = role.mention.principal or role.mention
            return Person(name, (role,), (mention,))
    return Person(name)
