"""Reading one name: in Latin script by its capitals, in Hebrew and Arabic by its shape.

The shape is given names and fathers' names, then one surname with its article or particle; what follows
must be a border: punctuation, a verb, a preposition, an office, a place.
"""

from __future__ import annotations

from reconcile.values._people_page import Lexicon, Name, Page, goes_on, is_closed

__all__ = ["border_after", "is_border", "is_capital", "name_at"]


def name_at(page: Page, at: int) -> Name | None:
    """The name that begins with this word, after words of courtesy."""
    while page.word(at) in page.lexicon.honorifics and page.gap(at + 1) in (" ", ". "):
        at += 1
    if at >= len(page.base.words):
        return None
    return _latin_name(page, at) if page.lexicon.cased else _semitic_name(page, at)


def _latin_name(page: Page, at: int) -> Name | None:
    right, last_capital = at, at
    while right < len(page.base.words) and right - at < 6:
        if right > at and page.gap(right) not in (" ", "-", ". "):
            break
        if right > at and page.gap(right) == ". " and len(page.word(right - 1)) > 1:
            break
        if is_capital(page, right) or (right > at and page.gap(right) == "-"):
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
    return Name(at, last_capital, page.base.words[at].start, end, last_capital - at, sure)


def is_capital(page: Page, at: int) -> bool:
    word, lexicon = page.base.words[at], page.lexicon
    bare = word.text.removesuffix("'s")
    if at in page.role_words or at in page.base.places or bare in lexicon.not_names - lexicon.given:
        return False
    letters = page.text[word.start : word.end]
    return letters[:1].isupper() and not (letters.isupper() and len(letters) > 3) and not letters.isdigit()


def _semitic_name(page: Page, at: int) -> Name | None:
    """Given names and fathers' names, then at most one surname; a second unknown word only at a border."""
    right, units, surname, sure = at, 0, False, False
    while right < len(page.base.words) and units < 6:
        if right > at and not goes_on(page, right):
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
    return Name(at, right, first.start, last.end, units, sure)


def _from_a_place(page: Page, first: int, at: int, *, surname: bool) -> tuple[int, str] | None:
    """A surname that is a place or the adjective of one ("al-Masri", "Holland"), at the end of a name."""
    place = page.base.places.get(at)
    if place is None or at == first or place[1] != at + 1 or place[0].start != page.base.words[at].start:
        return None
    article = page.lexicon.article
    nisba = bool(article) and page.word(at).startswith(article) and place[0].form == "adjective"
    if nisba and page.word(at).endswith("ي") and page.word(at - 1)[:2] != article:
        return at + 1, "nisba"
    closed = at == first + 1 and not surname and page.word(first) in page.lexicon.given
    return (at + 1, "surname") if closed and is_closed(page, at + 1) and place[0].form == "name" else None


_TAILS = frozenset({"الدين", "الله", "دين"})


def _unit(page: Page, at: int, *, first: bool) -> tuple[int, str] | None:
    """One part of a name from this word on: where it ends and what it is, or ``None`` at a border."""
    lexicon, word = page.lexicon, page.word(at)
    if is_border(page, at):
        return None
    if word in lexicon.theophoric or word in lexicon.kunya or (word in lexicon.nasab and not first):
        return _joined_unit(page, at, word)
    kind = _known_kind(lexicon, word, first=first)
    return (at + 1, kind) if kind else _unknown_unit(page, at, first=first)


def _known_kind(lexicon: Lexicon, word: str, *, first: bool) -> str | None:
    if word in _TAILS and not first:
        return "tail"
    if word in lexicon.given or (word in lexicon.soft and not first):
        return "given"
    return "soft" if word in lexicon.soft else None


def _unknown_unit(page: Page, at: int, *, first: bool) -> tuple[int, str] | None:
    """A surname: a word nobody knows, with its article, its particle or what hyphens join to it."""
    lexicon, word = page.lexicon, page.word(at)
    if word in lexicon.particles or (page.gap(at + 1) == "-" and len(word) <= 3):
        further = _unit(page, at + 1, first=False) if goes_on(page, at + 1) else None
        return (further[0], "article") if further else None
    if lexicon.article and word.startswith(lexicon.article) and len(word) > 4:
        return None if first else (at + 1, "article")
    end = at + 1
    while page.gap(end) == "-" and not is_border(page, end):
        end += 1
    return (end, "surname") if len(word) > 1 else None


def _joined_unit(page: Page, at: int, word: str) -> tuple[int, str] | None:
    """A word that only with the next one makes a name: son of, father of, servant of."""
    if not goes_on(page, at + 1) or is_border(page, at + 1, article=True):
        return None
    end = at + 2
    if page.word(at + 1) in page.lexicon.particles and goes_on(page, end) and not is_border(page, end):
        end += 1
    return end, "kunya" if word in page.lexicon.kunya else "given"


def is_border(page: Page, at: int, *, article: bool = False) -> bool:
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


def _is_other_word(lexicon: Lexicon, word: str, *, article: bool) -> bool:
    if word in lexicon.not_names or any(char.isdigit() for char in word) or word.isascii():
        return True
    led = bool(lexicon.article) and word.startswith(lexicon.article) and not article
    return led and word[2:] in lexicon.not_names


def _begins_next(page: Page, word: str) -> bool:
    """Whether the letter "and" opens the word, and what follows it is known."""
    letter = page.lexicon.conjunction
    return bool(letter) and word.startswith(letter) and _known(page, word[1:])


def _is_preposition(page: Page, at: int) -> bool:
    """ "على" and "علي" fold alike: as printed the one is a preposition, the other a name."""
    printed = page.text[page.base.words[at].start : page.base.words[at].end]
    return printed.endswith("ى") and page.word(at) in ("علي", "الي")


def _known(page: Page, word: str) -> bool:
    lexicon = page.lexicon
    bare = word.removeprefix(lexicon.article) if lexicon.article else word
    return (
        word in lexicon.given
        or word in lexicon.soft
        or word in lexicon.not_names
        or bare in lexicon.not_names
    )


def _second_surname(page: Page, at: int, units: int, surname: bool) -> int:
    """One more unknown word, if a border follows it at once and none but names came before."""
    if not surname or units < 2 or not goes_on(page, at) or page.gap(at) != " ":
        return at
    word = page.word(at)
    step = _unit(page, at, first=False)
    if step is None or step[1] not in ("surname", "article") or word[:1] in "بلوفكובלכמשה":
        return at
    end = step[0]
    before = page.word(at - 1)
    if page.lexicon.article and before.startswith(page.lexicon.article):
        return at
    return end if is_closed(page, end) else at


def border_after(page: Page, at: int) -> bool:
    return not goes_on(page, at) or is_border(page, at)
