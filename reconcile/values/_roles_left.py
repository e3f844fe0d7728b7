"""What stands before a title: standing ("acting", "candidate for"), and in English the country."""

from __future__ import annotations

from dataclasses import replace

from reconcile.values._gazetteer import Stem, stems
from reconcile.values._roles_page import Draft, Page, owner_of
from reconcile.values._roles_words import Phrase

__all__ = ["to_the_left"]


def to_the_left(page: Page, draft: Draft, stem: Stem, floor: int) -> Draft:
    if page.vocabulary.cased:
        return _english_left(page, draft, floor)
    for phrase, standing in page.vocabulary.before.items():
        found = _standing_at(page, draft, phrase, stem, floor)
        if found is not None:
            start = page.words[found].start + _skipped(page, found, phrase[0])
            return replace(draft, left=found, start=start, standing=standing, definite=True)
    return draft


def _standing_at(page: Page, draft: Draft, phrase: Phrase, stem: Stem, floor: int) -> int | None:
    """Where the phrase begins that stands before the title, with or without a filler between them.

    A phrase that ends in a letter ("candidate for") wants that letter on the word that follows it.
    """
    letter = phrase[-1] if len(phrase[-1]) == 1 else ""
    body = phrase[:-1] if letter else phrase
    for filler in ((), *page.vocabulary.fillers):
        at = draft.left - len(body) - len(filler)
        if at < floor or not all(page.joined(i) for i in range(at + 1, draft.left + 1)):
            continue
        follower = _read_as(page, at + len(body), filler[0]) if filler else stem
        opener = _read_as(page, at, body[0])
        rest = tuple(word.text for word in page.words[at + 1 : at + len(body)])
        if opener and follower and letter in follower.taken and rest == body[1:]:
            return at
    return None


def _read_as(page: Page, at: int, wanted: str) -> Stem | None:
    return next((s for s in stems(page.words[at].text, page.language) if s.text == wanted), None)


def _skipped(page: Page, at: int, wanted: str) -> int:
    found = _read_as(page, at, wanted)
    return found.skip if found else 0


def _english_left(page: Page, draft: Draft, floor: int) -> Draft:
    """Standing and country before an English title: "former Norwegian", "Norway's special"."""
    while True:
        further = _english_standing(page, draft, floor) or _english_country(page, draft, floor)
        if further is None:
            break
        draft = further
    before = page.words[draft.left - 1].text if draft.left > floor and page.joined(draft.left) else ""
    determined = before in ("the", "his", "her", "their", "its", "whose") or before.endswith(("'s", "s'"))
    return replace(draft, definite=draft.definite or determined)


def _english_standing(page: Page, draft: Draft, floor: int) -> Draft | None:
    for phrase, standing in page.vocabulary.before.items():
        at = draft.left - len(phrase)
        whole = at >= floor and page.starts(at, phrase) and page.joined(draft.left)
        if whole and draft.standing in (None, "special"):
            return replace(draft, left=at, start=page.words[at].start, standing=standing)
    return None


def _english_country(page: Page, draft: Draft, floor: int) -> Draft | None:
    """The country before an office, perhaps with an idle word between them ("Norway's newly appointed")."""
    before = (at for phrase in page.vocabulary.idle if page.starts(at := draft.left - len(phrase), phrase))
    left = next((at for at in before if at >= floor and page.joined(draft.left)), draft.left)
    place = page.ends.get(left - 1)
    if place is None or place[1] < floor or not page.joined(left):
        return None
    mention, at = place
    if draft.of not in (None, owner_of(mention.entry)):
        return None
    possessive = page.words[left - 1].end > mention.end
    if not (possessive or mention.form == "adjective" or page.text[mention.start : mention.end].isupper()
            or mention.entry.kind == "body"):  # fmt: skip
        return None
    return replace(
        draft, left=at, start=mention.start, of=owner_of(mention.entry), definite=draft.definite or possessive
    )
