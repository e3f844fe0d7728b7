"""Hypothesis strategies for claims and small stories: built, never filtered. Needs ``hypothesis``.

>>> from hypothesis import given
>>> @given(date_claims(consistent=True))
... def test_one_day_is_one_fact(story): ...
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from reconcile.model import Claim
from reconcile.testing._builders import claim

__all__ = ["claims", "date_claims", "delegations", "stories"]

_OUTLETS = ("a", "b", "c", "d", "e")
_MONTHS = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December"),
    "he": ("ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר",
           "דצמבר"),
    "ar": ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
           "ديسمبر"),
}  # fmt: skip
_SHAPES = {"en": "{day} {month} {year}", "he": "{day} ב{month} {year}", "ar": "{day} {month} {year}"}
_PEOPLE = (
    {"en": "Dana Lev", "he": "דנה לב", "ar": "دانا ليف"},
    {"en": "Omar Haddad", "he": "עומר חדאד", "ar": "عمر حداد"},
    {"en": "Nora Sand", "he": "נורה סנד", "ar": "نورا ساند"},
    {"en": "Karim Mansour", "he": "כרים מנסור", "ar": "كريم منصور"},
)
_LANGUAGES = st.sampled_from(("en", "he", "ar"))
_DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def claims(attribute: str | None = None) -> st.SearchStrategy[Claim]:
    """One claim on one of some common attributes, or on the one that is given (then a count)."""
    counted = st.builds(
        _said,
        st.just(attribute)
        if attribute
        else st.sampled_from(("blast.killed", "blast.injured", "talks.round")),
        st.integers(0, 5000),
        st.sampled_from(_OUTLETS),
        _LANGUAGES,
        _DAYS,
        certainty=st.sampled_from(("asserted", "probable", "possible", "planned")),
    )
    return counted if attribute else st.one_of(counted, _dated(_DAYS))


def _said(
    attribute: str, value: Any, outlet: str, language: str, published: date, *, certainty: str = "asserted"
) -> Claim:
    return claim(attribute, value, outlet=outlet, language=language, published=published.isoformat(),
                 certainty=certainty, event="story")  # fmt: skip


def _dated(days: st.SearchStrategy[date]) -> st.SearchStrategy[Claim]:
    """A claim on the date of talks, in words."""
    return st.builds(_on, days, st.sampled_from(_OUTLETS), _LANGUAGES)


def _on(day: date, outlet: str, language: str) -> Claim:
    words = _SHAPES[language].format(day=day.day, month=_MONTHS[language][day.month - 1], year=day.year)
    return _said("talks.date", words, outlet, language, day + timedelta(days=1))


def date_claims(*, consistent: bool) -> st.SearchStrategy[tuple[Claim, ...]]:
    """What two to five outlets say of one date, in three languages.

    Args:
        consistent: all give one day; else the last outlet gives one that lies at least a month away.
    """
    spoken = st.lists(_LANGUAGES, min_size=2, max_size=len(_OUTLETS))
    if consistent:
        return st.builds(_one_day, _DAYS, spoken)
    return st.builds(_one_day, _DAYS, spoken, st.integers(31, 400))


def _one_day(day: date, languages: Sequence[str], apart: int = 0) -> tuple[Claim, ...]:
    days = [day] * (len(languages) - 1) + [day + timedelta(days=apart)]
    told = zip(days, _OUTLETS, languages, strict=False)
    return tuple(_on(when, outlet, language) for when, outlet, language in told)


def delegations() -> st.SearchStrategy[tuple[Claim, ...]]:
    """Who came with one side of talks, told by one to five outlets, each in its own script and choice."""
    members = st.integers(1, 2 ** len(_PEOPLE) - 1).map(_chosen)
    told = st.lists(st.tuples(_LANGUAGES, members), min_size=1, max_size=len(_OUTLETS))
    return st.builds(_delegation, told)


def _chosen(bits: int) -> Sequence[int]:
    """Some of the people, at least one: those whose bit is set."""
    return [one for one in range(len(_PEOPLE)) if bits >> one & 1]


def _delegation(told: Sequence[tuple[str, Sequence[int]]]) -> tuple[Claim, ...]:
    return tuple(
        claim("delegation.member", {"kind": "person", "name": _PEOPLE[one][language]}, outlet=outlet,
              language=language, published="2026-01-06", event="story", qualifiers={"side": "Norway"})
        for outlet, (language, members) in zip(_OUTLETS, told, strict=False)
        for one in members
    )  # fmt: skip


def stories() -> st.SearchStrategy[tuple[Claim, ...]]:
    """A small story: some claims of all kinds, in any mix."""
    several = st.lists(claims(), min_size=2, max_size=6).map(_apart)
    return st.one_of(several, date_claims(consistent=True), date_claims(consistent=False), delegations())


def _apart(told: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims of articles of their own: two articles of one id would be one page with two dates."""
    pages = [f"page-{number}" for number in range(len(told))]
    return tuple(
        one.model_copy(update={"id": page, "article": one.article.model_copy(update={"id": page})})
        for page, one in zip(pages, told, strict=True)
    )
