"""Of what a date is the date: invented sentences in three languages."""

from __future__ import annotations

import pytest

from reconcile.comparison import facet
from reconcile.model import RelationKind
from tests.support import dated, relations

_TOLD = [
    ("en", "Two people were killed in Oldford on Saturday night.", "Saturday night", "event"),
    ("en", "Two died in Oldford, the mayor said Monday.", "Monday", "statement"),
    ("en", "A man was charged with murder on Tuesday.", "Tuesday", "court"),
    ("en", "The suspect was arrested late Sunday.", "Sunday", "arrest"),
    ("en", "Mourners held a vigil in Oldford on Wednesday.", "Wednesday", "memorial"),
    ("en", "A memorial service was held on Wednesday.", "Wednesday", "memorial"),
    ("en", "The bridge collapsed on Tuesday.", "Tuesday", "event"),
    ("ar", "انهار الجسر الثلاثاء", "الثلاثاء", "event"),
    ("he", "הגשר קרס ביום שלישי", "שלישי", "event"),
    ("en", "Posted: March 3, 2026 Two shot in Oldford", "March 3, 2026", "publication"),
    ("ar", "قتل شخصان في هجوم وقع يوم الأحد", "الأحد", "event"),
    ("ar", "قالت الشرطة الاثنين إن شخصين قتلا", "الاثنين", "statement"),
    ("ar", "تم اعتقال المشتبه به الثلاثاء", "الثلاثاء", "arrest"),
    ("he", "שני בני אדם נהרגו ביום ראשון", "ראשון", "event"),
    ("he", "המשטרה הודיעה ביום שני כי החקירה נמשכת", "שני", "statement"),
    ("he", "החשוד נעצר ביום שלישי", "שלישי", "arrest"),
]


@pytest.mark.parametrize(("language", "quote", "phrase", "expected"), _TOLD)
def test_the_nearest_words_tell_the_facet(language: str, quote: str, phrase: str, expected: str) -> None:
    assert facet(quote, phrase, language) == expected


@pytest.mark.parametrize(("quote", "phrase"), [("On Monday.", "Monday"), ("", "Monday"), ("On Monday.", "")])
def test_no_words_no_facet(quote: str, phrase: str) -> None:
    assert facet(quote, phrase, "en") is None
    assert facet(quote, phrase, "xx") is None


def _date(value: str, outlet: str, quote: str, raw: str):  # type: ignore[no-untyped-def]
    claim = dated(value, outlet, attribute="attack.date", quote=quote, language="en")
    return claim.model_copy(update={"value": claim.value.model_copy(update={"raw": raw})})


def test_the_day_of_a_charge_is_no_rival_of_the_day_of_the_event() -> None:
    event = _date("2026-01-03", "a", "Two were killed on January 3.", "January 3")
    charge = _date("2026-01-09", "b", "He was charged on January 9.", "January 9")
    (relation,) = relations(event, charge)
    assert relation.relation is RelationKind.SCOPE_DIFFERS
    assert relation.evidence.scope.details["words"] == "facet"


def test_two_days_of_one_event_stay_rivals() -> None:
    one = _date("2026-01-03", "a", "Two were killed on January 3.", "January 3")
    other = _date("2026-01-09", "b", "The attack happened on January 9.", "January 9")
    (relation,) = relations(one, other)
    assert relation.relation is RelationKind.CONTRADICTS
