"""Offices in running text: which, of whom, to whom, and in what standing.

"שגריר ישראל בוושינגטון", "سفير تل أبيب لدى الولايات المتحدة" and "Israel's ambassador to Washington" are one
office. The words are data (``languages/<code>/roles.toml``); here is the grammar that three languages
share: a title, around it the words of standing, the country as adjective, owner or possessor, the place
that somebody is sent to, and the office that somebody serves ("military secretary of the prime minister").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from reconcile.languages import detect, known
from reconcile.model import RoleValue
from reconcile.values._gazetteer import Entry, Mention, Stem, remembers, stems
from reconcile.values._roles_left import to_the_left
from reconcile.values._roles_page import Draft, Page, RoleMention, owner_of, page_of
from reconcile.values._roles_unify import Unification, unification, unify
from reconcile.values._roles_words import COUNTERPART, Phrase, Title

__all__ = ["RoleMention", "Unification", "find_roles", "parse_role", "roles_on", "unification", "unify"]


#: Whoever holds one of these is sent *to* somebody.
DIPLOMATIC = frozenset(
    {"ambassador", "envoy", "consul", "consul_general", "charge_daffaires", "representative", "mediator",
     "high_commissioner"}
)  # fmt: skip

#: ... and may be spoken of as being *in* the country that he or she was sent to.
_RESIDENT = frozenset({"ambassador", "consul", "consul_general", "charge_daffaires"})

#: ... and may be sent to a city.
_OF_CITIES = frozenset({"consul", "consul_general"})

#: Whoever holds one of these serves somebody with another office.
_STAFF = frozenset(
    {"military_secretary", "adviser", "national_security_adviser", "spokesperson", "bureau_chief", "envoy",
     "representative", "assistant", "chief_of_staff", "lawyer"}
)  # fmt: skip

_NEEDS_BODY = frozenset({"head"})

_NO_PRINCIPALS = frozenset({COUNTERPART, "general"})

#: Titles that want a word of their own behind them ("mayor of X"): it may be one that nobody knows.
_OPEN = frozenset(
    {"mayor", "party_leader", "committee_chair", "chief_executive", "governor", "director", "head"}
)


def find_roles(text: str, language: str) -> tuple[RoleMention, ...]:
    """Every office in a text, left to right, not overlapping.

    >>> [(m.role.title, m.role.of, m.role.to) for m in find_roles("שגריר נורווגיה בוושינגטון", "he")]
    [('ambassador', 'NO', 'US')]
    """
    if language not in known():
        return ()
    return tuple(mention for mention, _ in roles_on(page_of(text, language)))


def roles_on(page: Page) -> Iterator[tuple[RoleMention, int]]:
    at, floor, last_title = 0, 0, None
    while at < len(page.words):
        draft = _role(page, at, floor)
        if draft is None or (draft.code == COUNTERPART and last_title is None):
            at += 1
            continue
        if draft.code == COUNTERPART:
            draft = replace(draft, code=last_title or "")
        last_title = draft.code
        at = floor = draft.right
        yield _mention(page, draft), draft.right


def _mention(page: Page, draft: Draft) -> RoleMention:
    end = page.words[draft.right - 1].end
    place = page.ends.get(draft.right - 1)
    if place and place[1] >= draft.left:
        end = place[0].end
    role = RoleValue(
        title=draft.code, of=draft.of, to=draft.to, standing=draft.standing, raw=page.text[draft.start : end]
    )
    return RoleMention(draft.start, end, role, draft.definite, draft.plural, draft.principal)


def _role(page: Page, at: int, floor: int) -> Draft | None:
    """The office whose title begins at this word."""
    if at in page.places and page.places[at][1] > at + 1:
        return None
    for stem in stems(page.words[at].text, page.language):
        longest = min(page.vocabulary.longest.get(stem.text, 0), len(page.words) - at)
        for length in range(longest, 0, -1):
            key = (stem.text, *(word.text for word in page.words[at + 1 : at + length]))
            titles = page.vocabulary.titles.get(key)
            if not titles or not all(page.joined(at + i) for i in range(1, length)):
                continue
            for title in titles:
                draft = _extended(page, _draft(page, at, key, stem, title), stem, floor)
                if _stands(page, draft, key, title, alone=len(titles) == 1):
                    return draft
    return None


def _draft(page: Page, at: int, key: Phrase, stem: Stem, title: Title) -> Draft:
    start = page.words[at].start + (stem.skip if not stem.taken.endswith("ה") else stem.skip - 1)
    definite = title.definite or stem.taken.endswith("ה")
    closed = definite and key[-1].startswith(("ה", "ال"))
    return Draft(
        title.code, at, at + len(key), start, definite, title.plural, bare=not closed, of=title.country
    )


def _stands(page: Page, draft: Draft, key: Phrase, title: Title, *, alone: bool) -> bool:
    """Whether the words are this office, and not one of the other things that they may say."""
    if draft.code in _NEEDS_BODY:
        return draft.of is not None and "/" in draft.of
    short = (draft.code == "president" and len(key) == 1) or draft.code == "vice_president"
    if short and draft.of is not None and "/" in draft.of:
        return alone
    if short and not title.definite and not page.vocabulary.cased:
        return draft.standing is not None or draft.of is not None
    return True


def _extended(page: Page, draft: Draft, stem: Stem, floor: int) -> Draft:
    draft = to_the_left(page, draft, stem, floor)
    while True:
        further = _to_the_right(page, draft)
        if further is None:
            return _with_unknown_owner(page, draft)
        draft = further


def _with_unknown_owner(page: Page, draft: Draft) -> Draft:
    """ "Mayor of X,": up to three unknown words that run to a comma or a dash belong to the office."""
    if draft.code not in _OPEN or not draft.bare or draft.plural or page.vocabulary.cased:
        return draft
    end = draft.right
    while end < len(page.words) and end - draft.right < 3 and page.joined(end) and _is_unknown(page, end):
        end += 1
    gap = page.text[page.words[end - 1].end : page.words[end].start] if end < len(page.words) else ""
    closed = gap.strip().startswith((",", "،", "-", "–"))
    return replace(draft, right=end, definite=True) if closed and end > draft.right else draft


def _is_unknown(page: Page, at: int) -> bool:
    known = page.words[at].text in page.vocabulary.not_names or at in page.places
    return not known and not page.words[at].text.isdigit()


def _to_the_right(page: Page, draft: Draft) -> Draft | None:
    """The draft with the next words taken in, or ``None`` when they do not belong to it."""
    if not page.joined(draft.right):
        return None
    for step in (_standing_after, _idle_after, _place_after, _phrase_after, _serving, _administration):
        further = step(page, draft)
        if further is not None:
            return further
    return None


def _standing_after(page: Page, draft: Draft) -> Draft | None:
    for phrase, standing in page.vocabulary.after.items():
        if page.starts(draft.right, phrase) and (draft.standing in (None, standing, "special")):
            return replace(draft, right=draft.right + len(phrase), standing=standing, bare=False)
    return None


def _idle_after(page: Page, draft: Draft) -> Draft | None:
    """A word that adds nothing to an office, with more of the office behind it ("the permanent")."""
    found = next((phrase for phrase in page.vocabulary.idle if page.starts(draft.right, phrase)), None)
    return replace(draft, right=draft.right + len(found)) if found else None


def _place_after(page: Page, draft: Draft) -> Draft | None:
    """A country as adjective ("the Syrian"), as owner ("of Syria") or under a preposition letter."""
    if draft.right not in page.places:
        return None
    (mention, end), letters = page.places[draft.right], page.taken(draft.right)
    if mention.form == "adjective":
        fits = draft.of is None and letters in ("", "ה") and not page.vocabulary.cased
        return replace(draft, right=end, of=mention.entry.code, bare=False) if fits else None
    if not letters or letters == "ה":
        return _owned(page, draft, mention.entry, end)
    if letters == "ل" and mention.entry.kind == "body" and draft.code not in DIPLOMATIC and draft.of is None:
        return replace(draft, right=end, of=owner_of(mention.entry), bare=False, definite=True)
    if letters in page.vocabulary.to_proclitics:
        return _sent(draft, mention, end, resident=letters == "ב")
    return None


def _owned(page: Page, draft: Draft, owner: Entry, end: int) -> Draft | None:
    apart = page.vocabulary.cased and draft.code not in _NEEDS_BODY
    fits = draft.of is None and draft.bare and draft.to is None and not apart
    return replace(draft, right=end, of=owner_of(owner), bare=False, definite=True) if fits else None


def _sent(draft: Draft, mention: Mention, end: int, *, resident: bool) -> Draft | None:
    allowed = _RESIDENT if resident else DIPLOMATIC
    target = mention.entry
    city = target.kind == "city" and not target.governs
    if draft.to is not None or draft.code not in allowed or (city and draft.code not in _OF_CITIES):
        return None
    to = target.code if target.kind != "country" and not target.governs else owner_of(target)
    return replace(draft, right=end, to=to, bare=False, definite=True)


def _phrase_after(page: Page, draft: Draft) -> Draft | None:
    """A preposition of its own and a place behind it ("לנורווגיה", "لدى النرويج", "to Norway")."""
    for phrase in page.vocabulary.to:
        at = draft.right + len(phrase)
        if page.starts(draft.right, phrase) and page.joined(at) and at in page.places and not page.taken(at):
            mention, end = page.places[at]
            further = _sent(draft, mention, end, resident=phrase[0] in ("in", "at", "في"))
            if further and mention.form != "adjective":
                return further
    for phrase in page.vocabulary.of:
        at = draft.right + len(phrase)
        if page.starts(draft.right, phrase) and page.joined(at) and at in page.places and not page.taken(at):
            mention, end = page.places[at]
            if draft.of is None and mention.form != "adjective" and _owns(draft, mention, phrase):
                return replace(draft, right=end, of=owner_of(mention.entry), bare=False, definite=True)
    return None


def _owns(draft: Draft, mention: Mention, phrase: Phrase) -> bool:
    """A place behind "in" or "at" is where somebody is, unless it is a body that one can head."""
    return phrase[0] not in ("in", "at", "for", "from") or mention.entry.kind == "body"


def _serving(page: Page, draft: Draft) -> Draft | None:
    """Another office that this one serves, written with it, under a letter or behind a preposition."""
    if draft.code not in _STAFF or draft.principal is not None:
        return None
    starts = [
        draft.right + len(p)
        for p in (*page.vocabulary.of, *page.vocabulary.to)
        if page.starts(draft.right, p)
    ]
    for at in (*starts, draft.right):
        if at < len(page.words) and page.joined(at):
            inner = _role(page, at, draft.right)
            if (
                inner
                and inner.definite
                and not inner.plural
                and inner.code not in _NO_PRINCIPALS | {draft.code}
            ):
                return _served(page, draft, inner)
    return None


def _served(page: Page, draft: Draft, inner: Draft) -> Draft:
    sent_by = draft.code in DIPLOMATIC
    return replace(
        draft,
        right=inner.right,
        of=draft.of or inner.of,
        to=draft.to if sent_by or draft.to else inner.code,
        principal=_mention(page, inner),
        bare=False,
        definite=True,
    )


def _administration(page: Page, draft: Draft) -> Draft | None:
    """Who sent an envoy, by the name of a person ("the administration of X"): not the envoy's own name."""
    if draft.code not in DIPLOMATIC:
        return None
    at = next((draft.right + len(p) for p in page.vocabulary.of if page.starts(draft.right, p)), draft.right)
    if at >= len(page.words) or not page.joined(at):
        return None
    bare = {stem.text for stem in stems(page.words[at].text, page.language)}
    if not bare & page.vocabulary.administrations:
        return None
    return replace(draft, right=min(at + 2, len(page.words)), bare=False) if page.joined(at + 1) else None


@remembers
@lru_cache(maxsize=4096)
def parse_role(text: str, language: str | None = None) -> RoleValue | None:
    """The office that a whole string names, or ``None``.

    >>> role = parse_role("former Norwegian foreign minister", "en")
    >>> role.title, role.of, role.standing
    ('foreign_minister', 'NO', 'former')
    """
    code = language or detect(text)
    if code not in known():
        return None
    found = find_roles(text, str(code))
    if not found:
        return None
    longest = max(found, key=lambda m: (m.end - m.start, -m.start))
    return longest.role.model_copy(update={"raw": text})
