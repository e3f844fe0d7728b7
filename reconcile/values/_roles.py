"""Offices in running text: which, of whom, to whom, and in what standing.

"שגריר ישראל בוושינגטון", "سفير تل أبيب لدى الولايات المتحدة" and "Israel's ambassador to Washington" are one
office. The words are data (``languages/<code>/roles.toml``); here is the grammar that three languages
share: a title, around it the words of standing, the country as adjective, owner or possessor, the place
that somebody is sent to, and the office that somebody serves ("military secretary of the prime minister").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product
from typing import Any

from reconcile.languages import detect, known, load
from reconcile.model import RoleValue
from reconcile.values import _gazetteer
from reconcile.values._gazetteer import Entry, Mention, Stem, Word, stems, words

__all__ = ["RoleMention", "Unification", "find_roles", "parse_role", "unification", "unify"]

#: Whoever holds one of these is sent *to* somebody.
DIPLOMATIC = frozenset(
    {"ambassador", "envoy", "consul", "consul_general", "charge_daffaires", "representative", "mediator"}
)
#: ... and may be spoken of as being *in* the country that he or she was sent to.
_RESIDENT = frozenset({"ambassador", "consul", "consul_general", "charge_daffaires"})
#: Whoever holds one of these serves somebody with another office.
_STAFF = frozenset(
    {"military_secretary", "adviser", "national_security_adviser", "spokesperson", "bureau_chief", "envoy",
     "representative", "assistant", "chief_of_staff", "lawyer"}
)  # fmt: skip
_NEEDS_BODY = frozenset({"head"})
_COUNTERPART = "counterpart"
_NO_PRINCIPALS = frozenset({_COUNTERPART, "general"})
#: Titles that want a word of their own behind them ("mayor of X"): it may be one that nobody knows.
_OPEN = frozenset(
    {"mayor", "party_leader", "committee_chair", "chief_executive", "governor", "director", "head"}
)
_BROADER = {"minister": "_minister", "adviser": "_adviser", "head": "head_of_", "commander": "_commander"}


@dataclass(frozen=True, slots=True)
class RoleMention:
    """An office in a text (code points, end exclusive).

    ``definite`` says that one known holder is meant; ``principal`` is the office that this one serves.
    """

    start: int
    end: int
    role: RoleValue
    definite: bool = False
    plural: bool = False
    principal: RoleMention | None = None


# --------------------------------------------------------------------------------------------------
# The vocabulary of one language
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Title:
    code: str
    definite: bool
    plural: bool = False
    country: str | None = None


Phrase = tuple[str, ...]


@dataclass(frozen=True)
class _Vocabulary:
    cased: bool
    titles: dict[Phrase, tuple[_Title, ...]]
    longest: dict[str, int]
    before: dict[Phrase, str]
    after: dict[Phrase, str]
    of: tuple[Phrase, ...]
    to: tuple[Phrase, ...]
    fillers: tuple[Phrase, ...]
    administrations: frozenset[str]
    offices: frozenset[str]
    to_proclitics: frozenset[str]
    not_names: frozenset[str]


@cache
def _vocabulary(language: str) -> _Vocabulary:
    pack = load(language)
    table = pack.table("roles")
    article = {"Arab": "ال", "Hebr": "ה"}.get(pack.script, "")
    titles: dict[Phrase, tuple[_Title, ...]] = {}
    for form, title in _all_titles(table):
        for key, definite in _expanded(form, article):
            known_titles = titles.get(key, ())
            if title.code not in {other.code for other in known_titles}:
                titles[key] = (*known_titles, replace(title, definite=definite))
    longest: dict[str, int] = {}
    for key in titles:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return _Vocabulary(
        cased=pack.script == "Latn",
        titles=titles,
        longest=longest,
        before=_standings(table, "before"),
        after=_standings(table, "after"),
        of=_phrases(table.get("of", ())),
        to=_phrases(table.get("to", ())),
        fillers=_phrases(table.get("fillers", ())),
        administrations=_singles(table.get("administrations", ())),
        offices=_singles(table.get("offices", ())),
        to_proclitics=frozenset(table.get("to_proclitics", ())),
        not_names=_singles(pack.table("names").get("not_names", ())),
    )


def _key(phrase: str) -> Phrase:
    return tuple(word.text for word in words(phrase))


def _phrases(items: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(sorted({_key(item) for item in items}, key=len, reverse=True))


def _singles(items: Iterable[str]) -> frozenset[str]:
    return frozenset(word for item in items for word in _key(item))


def _standings(table: dict[str, Any], side: str) -> dict[Phrase, str]:
    found = {
        _key(p): code for code, phrases in table.get("standing", {}).get(side, {}).items() for p in phrases
    }
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


def _all_titles(table: dict[str, Any]) -> Iterator[tuple[str, _Title]]:
    for patterns, plural in (("minister_patterns", False), ("minister_plurals", True)):
        for pattern, (code, forms) in product(table.get(patterns, ()), table.get("portfolios", {}).items()):
            for form in forms:
                fixed = "=" if form.startswith("=") else ""
                yield (
                    fixed + pattern.format(portfolio=form.lstrip("=")),
                    _Title(f"{code}_minister", False, plural),
                )
    for group, plural in (("titles", False), ("plurals", True)):
        for code, forms in table.get(group, {}).items():
            yield from ((form, _Title(code, False, plural)) for form in forms)
    for country, inner in table.get("fixed", {}).items():
        for code, forms in inner.items():
            yield from ((form, _Title(code, False, False, country)) for form in forms)
    yield from ((f"={word}", _Title(_COUNTERPART, True)) for word in table.get("counterparts", ()))


def _expanded(form: str, article: str) -> Iterator[tuple[Phrase, bool]]:
    """A listed form without and with its article."""
    if form.startswith("="):
        yield _key(form[1:]), True
        return
    yield _key(form.replace("|", "")), False
    if "|" in form and article:
        yield _key(form.replace("|", article)), True


# --------------------------------------------------------------------------------------------------
# Reading a text
# --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its words and the places of the gazetteer in it, by the index of their first word."""

    text: str
    language: str
    words: Sequence[Word]
    places: dict[int, tuple[Mention, int]]
    ends: dict[int, tuple[Mention, int]]
    vocabulary: _Vocabulary

    def joined(self, at: int) -> bool:
        """Whether nothing but a space or a hyphen stands between the word and the one before it."""
        if not 0 < at < len(self.words):
            return False
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return len(gap) <= 2 and not gap.strip(" -\u00a0\u05be\u2011\u200e\u200f.")

    def starts(self, at: int, phrase: Phrase) -> bool:
        """Whether the phrase stands at this word, in one piece."""
        run = self.words[at : at + len(phrase)]
        return tuple(w.text for w in run) == phrase and all(
            self.joined(at + i) for i in range(1, len(phrase))
        )

    def taken(self, at: int) -> str:
        """The letters before the place that begins in this word."""
        return self.text[self.words[at].start : self.places[at][0].start].strip("\"'-\u05be")


def _page(text: str, language: str) -> _Page:
    listed = words(text)
    by_start = [word.start for word in listed]
    places: dict[int, tuple[Mention, int]] = {}
    ends: dict[int, tuple[Mention, int]] = {}
    at = 0
    for mention in _gazetteer.find(text, language):
        while at + 1 < len(by_start) and by_start[at + 1] <= mention.start:
            at += 1
        last = at
        while last + 1 < len(by_start) and by_start[last + 1] < mention.end:
            last += 1
        places[at], ends[last] = (mention, last + 1), (mention, at)
    return _Page(text, language, listed, places, ends, _vocabulary(language))


@dataclass(frozen=True, slots=True)
class _Draft:
    """A role while its words are being read; ``left`` and ``right`` are word indexes."""

    code: str
    left: int
    right: int
    start: int
    definite: bool
    plural: bool
    bare: bool
    of: str | None = None
    to: str | None = None
    standing: str | None = None
    principal: RoleMention | None = None


def find_roles(text: str, language: str) -> tuple[RoleMention, ...]:
    """Every office in a text, left to right, not overlapping.

    >>> [(m.role.title, m.role.of, m.role.to) for m in find_roles("שגריר נורווגיה בוושינגטון", "he")]
    [('ambassador', 'NO', 'US')]
    """
    if language not in known():
        return ()
    return tuple(mention for mention, _ in _roles(_page(text, language)))


def _roles(page: _Page) -> Iterator[tuple[RoleMention, int]]:
    at, floor, last_title = 0, 0, None
    while at < len(page.words):
        draft = _role(page, at, floor)
        if draft is None or (draft.code == _COUNTERPART and last_title is None):
            at += 1
            continue
        if draft.code == _COUNTERPART:
            draft = replace(draft, code=last_title or "")
        last_title = draft.code
        at = floor = draft.right
        yield _mention(page, draft), draft.right


def _mention(page: _Page, draft: _Draft) -> RoleMention:
    end = page.words[draft.right - 1].end
    place = page.ends.get(draft.right - 1)
    if place and place[1] >= draft.left:
        end = place[0].end
    role = RoleValue(
        title=draft.code, of=draft.of, to=draft.to, standing=draft.standing, raw=page.text[draft.start : end]
    )
    return RoleMention(draft.start, end, role, draft.definite, draft.plural, draft.principal)


def _role(page: _Page, at: int, floor: int) -> _Draft | None:
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
                if _stands(page, draft, key, title):
                    return draft
    return None


def _draft(page: _Page, at: int, key: Phrase, stem: Stem, title: _Title) -> _Draft:
    start = page.words[at].start + (stem.skip if not stem.taken.endswith("ה") else stem.skip - 1)
    definite = title.definite or stem.taken.endswith("ה")
    closed = definite and key[-1].startswith(("ה", "ال"))
    return _Draft(
        title.code, at, at + len(key), start, definite, title.plural, bare=not closed, of=title.country
    )


def _stands(page: _Page, draft: _Draft, key: Phrase, title: _Title) -> bool:
    """Whether the words are an office at all, and not one of the other things that they may say."""
    if draft.code in _NEEDS_BODY:
        return draft.of is not None and "/" in draft.of
    short = (draft.code == "president" and len(key) == 1) or draft.code == "vice_president"
    if short and not title.definite and not page.vocabulary.cased:
        return draft.standing is not None or (draft.of is not None and "/" not in draft.of)
    return True


def _extended(page: _Page, draft: _Draft, stem: Stem, floor: int) -> _Draft:
    draft = _to_the_left(page, draft, stem, floor)
    while True:
        further = _to_the_right(page, draft)
        if further is None:
            return _with_unknown_owner(page, draft)
        draft = further


def _with_unknown_owner(page: _Page, draft: _Draft) -> _Draft:
    """ "Mayor of X,": up to three unknown words that run to a comma or a dash belong to the office."""
    if draft.code not in _OPEN or not draft.bare or draft.plural or page.vocabulary.cased:
        return draft
    end = draft.right
    while end < len(page.words) and end - draft.right < 3 and page.joined(end) and _is_unknown(page, end):
        end += 1
    gap = page.text[page.words[end - 1].end : page.words[end].start] if end < len(page.words) else ""
    closed = gap.strip().startswith((",", "،", "-", "–"))
    return replace(draft, right=end, definite=True) if closed and end > draft.right else draft


def _is_unknown(page: _Page, at: int) -> bool:
    known = page.words[at].text in page.vocabulary.not_names or at in page.places
    return not known and not page.words[at].text.isdigit()


# --------------------------------------------------------------------------------------------------
# To the right of the title
# --------------------------------------------------------------------------------------------------


def _to_the_right(page: _Page, draft: _Draft) -> _Draft | None:
    """The draft with the next words taken in, or ``None`` when they do not belong to it."""
    if not page.joined(draft.right):
        return None
    for step in (_standing_after, _place_after, _phrase_after, _serving, _administration):
        further = step(page, draft)
        if further is not None:
            return further
    return None


def _standing_after(page: _Page, draft: _Draft) -> _Draft | None:
    for phrase, standing in page.vocabulary.after.items():
        if page.starts(draft.right, phrase) and (draft.standing in (None, standing, "special")):
            return replace(draft, right=draft.right + len(phrase), standing=standing, bare=False)
    return None


def _place_after(page: _Page, draft: _Draft) -> _Draft | None:
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
        return replace(draft, right=end, of=_owner(mention.entry), bare=False, definite=True)
    if letters in page.vocabulary.to_proclitics:
        return _sent(draft, mention, end, resident=letters == "ב")
    return None


def _owned(page: _Page, draft: _Draft, owner: Entry, end: int) -> _Draft | None:
    apart = page.vocabulary.cased and draft.code not in _NEEDS_BODY
    fits = draft.of is None and draft.bare and draft.to is None and not apart
    return replace(draft, right=end, of=_owner(owner), bare=False, definite=True) if fits else None


def _owner(entry: Entry) -> str:
    """Who is meant when something belongs to this place: the body itself, else the country."""
    return entry.code if entry.kind == "body" and not entry.governs else entry.governs or entry.country


def _sent(draft: _Draft, mention: Mention, end: int, *, resident: bool) -> _Draft | None:
    allowed = _RESIDENT if resident else DIPLOMATIC
    target = mention.entry
    if draft.to is not None or draft.code not in allowed or (target.kind == "city" and not target.governs):
        return None
    to = target.code if target.kind in ("body", "region") and not target.governs else _owner(target)
    return replace(draft, right=end, to=to, bare=False, definite=True)


def _phrase_after(page: _Page, draft: _Draft) -> _Draft | None:
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
                return replace(draft, right=end, of=_owner(mention.entry), bare=False, definite=True)
    return None


def _owns(draft: _Draft, mention: Mention, phrase: Phrase) -> bool:
    """A place behind "in" or "at" is where somebody is, unless it is a body that one can head."""
    return phrase[0] not in ("in", "at", "for", "from") or mention.entry.kind == "body"


def _serving(page: _Page, draft: _Draft) -> _Draft | None:
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


def _served(page: _Page, draft: _Draft, inner: _Draft) -> _Draft:
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


def _administration(page: _Page, draft: _Draft) -> _Draft | None:
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


# --------------------------------------------------------------------------------------------------
# To the left of the title
# --------------------------------------------------------------------------------------------------


def _to_the_left(page: _Page, draft: _Draft, stem: Stem, floor: int) -> _Draft:
    if page.vocabulary.cased:
        return _english_left(page, draft, floor)
    for phrase, standing in page.vocabulary.before.items():
        found = _standing_at(page, draft, phrase, stem, floor)
        if found is not None:
            start = page.words[found].start + _skipped(page, found, phrase[0])
            return replace(draft, left=found, start=start, standing=standing, definite=True)
    return draft


def _standing_at(page: _Page, draft: _Draft, phrase: Phrase, stem: Stem, floor: int) -> int | None:
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


def _read_as(page: _Page, at: int, wanted: str) -> Stem | None:
    return next((s for s in stems(page.words[at].text, page.language) if s.text == wanted), None)


def _skipped(page: _Page, at: int, wanted: str) -> int:
    found = _read_as(page, at, wanted)
    return found.skip if found else 0


def _english_left(page: _Page, draft: _Draft, floor: int) -> _Draft:
    """Standing and country before an English title: "former Norwegian", "Norway's special"."""
    while True:
        further = _english_standing(page, draft, floor) or _english_country(page, draft, floor)
        if further is None:
            break
        draft = further
    before = page.words[draft.left - 1].text if draft.left > floor and page.joined(draft.left) else ""
    determined = before in ("the", "his", "her", "their", "its", "whose") or before.endswith(("'s", "s'"))
    return replace(draft, definite=draft.definite or determined)


def _english_standing(page: _Page, draft: _Draft, floor: int) -> _Draft | None:
    for phrase, standing in page.vocabulary.before.items():
        at = draft.left - len(phrase)
        whole = at >= floor and page.starts(at, phrase) and page.joined(draft.left)
        if whole and draft.standing in (None, "special"):
            return replace(draft, left=at, start=page.words[at].start, standing=standing)
    return None


def _english_country(page: _Page, draft: _Draft, floor: int) -> _Draft | None:
    place = page.ends.get(draft.left - 1)
    if place is None or draft.of is not None or place[1] < floor or not page.joined(draft.left):
        return None
    mention, at = place
    possessive = page.words[draft.left - 1].end > mention.end
    if not (possessive or mention.form == "adjective" or page.text[mention.start : mention.end].isupper()
            or mention.entry.kind == "body"):  # fmt: skip
        return None
    return replace(
        draft, left=at, start=mention.start, of=_owner(mention.entry), definite=draft.definite or possessive
    )


# --------------------------------------------------------------------------------------------------
# Whole strings, and whether two roles can be one
# --------------------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True)
class Unification:
    """Whether two roles can be one office, and what differs or is missing."""

    unifies: bool | None
    detail: str = ""


def unify(a: RoleValue, b: RoleValue, side: str | None = None) -> bool | None:
    """Whether two roles can be one office of one holder: missing fields unify, told ones must agree.

    ``side`` is the code of the country that both stand on, for a role that does not say whose it is.

    >>> unify(RoleValue(title="ambassador", of="NO", to="US"), RoleValue(title="ambassador", to="US"))
    True
    >>> unify(RoleValue(title="ambassador", of="NO"), RoleValue(title="ambassador", of="SE"))
    False
    """
    return unification(a, b, side).unifies


def unification(a: RoleValue, b: RoleValue, side: str | None = None) -> Unification:
    """:func:`unify` with what differs, in words."""
    if not _titles_fit(a.title, b.title):
        return Unification(False, f"{a.title} and {b.title} are two offices")
    if not _owners_fit(a.of or side, b.of or side):
        return Unification(False, f"one is of {a.of or side}, the other of {b.of or side}")
    if a.to and b.to and a.to != b.to:
        return Unification(False, f"one is to {a.to}, the other to {b.to}")
    if a.standing != b.standing and "deputy" in (a.standing, b.standing):
        return Unification(False, "one is the deputy of the other")
    if a.standing != b.standing:
        return Unification(True, f"standing: {a.standing or 'none told'} and {b.standing or 'none told'}")
    return Unification(True)


def _titles_fit(a: str, b: str) -> bool:
    if a == b:
        return True
    wide, narrow = sorted((a, b), key=lambda title: title not in _BROADER)
    ending = _BROADER.get(wide)
    return ending is not None and (narrow.endswith(ending) or narrow.startswith(ending))


def _owners_fit(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b:
        return True
    a_country, b_country = a.split("/")[0], b.split("/")[0]
    return a_country == b_country and ("/" not in a or "/" not in b)
