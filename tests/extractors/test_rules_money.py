"""Amounts of money and the deeds they belong to, in sentences made for the test."""

import pytest

from reconcile import reconcile
from reconcile.extractors.rules import rules
from reconcile.model import Article


def amounts(text: str, language: str) -> list[tuple[str, float | None, str | None, str | None]]:
    found = rules(Article(id="a", text=text, language=language, published="2024-05-10"))
    return [
        (claim.attribute.partition(".")[2], claim.value.min, claim.value.unit, claim.qualifiers.get("side"))
        for claim in found
        if claim.attribute.startswith("money.")
    ]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Germany pledged 20 million euros.", "en", ("pledged", 20e6, "EUR", "Germany")),
        ("גרמניה התחייבה להעניק 20 מיליון אירו.", "he", ("pledged", 20e6, "EUR", "Germany")),
        ("تعهدت ألمانيا بتقديم 20 مليون يورو.", "ar", ("pledged", 20e6, "EUR", "Germany")),
        ("The watchdog fined the airline €50 million.", "en", ("fined", 50e6, "EUR", None)),
        ("על הבנק הוטל קנס בסך 4 מיליון שקל.", "he", ("fined", 4e6, "ILS", None)),
        ("غرمت الهيئة البنك 4 ملايين دولار.", "ar", ("fined", 4e6, "USD", None)),
        ("Some $60,000 in cash was stolen from the shop.", "en", ("stolen", 60_000, "USD", None)),
        ("הגנבים גנבו מהבנק חצי מיליון דולר.", "he", ("stolen", 500_000, "USD", None)),
        ("سرق اللصوص مجوهرات بقيمة 8 ملايين يورو.", "ar", ("stolen", 8e6, "EUR", None)),
        ("The storm caused $300 million in damage.", "en", ("damage", 300e6, "USD", None)),
        ("הנזק נאמד ב-300 מיליון דולר.", "he", ("damage", 300e6, "USD", None)),
        ("بلغت قيمة الأضرار 300 مليون دولار.", "ar", ("damage", 300e6, "USD", None)),
        ("The kidnappers demanded a $2 million ransom.", "en", ("ransom", 2e6, "USD", None)),
        ("Parliament approved a budget of 90 billion euros.", "en", ("budget", 90e9, "EUR", None)),
    ],
)
def test_an_amount_belongs_to_the_deed_beside_it(
    text: str, language: str, expected: tuple[str, float, str, str | None]
) -> None:
    assert amounts(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Oil rose to $82 a barrel after the attack.", "en"),
        ("A court awarded her $3 million in damages.", "en"),
        ("The family paid a ransom of $2 million.", "en"),
        ("The minister, who earns $90,000, was fined for speeding.", "en"),
        ("מחיר הנפט עלה ל-82 דולר לחבית.", "he"),
        ("ارتفع سعر النفط إلى 82 دولارا للبرميل.", "ar"),
    ],
)
def test_prices_and_amounts_without_a_deed_are_left_alone(text: str, language: str) -> None:
    assert amounts(text, language) == []


def test_what_an_amount_was_before_is_no_second_amount() -> None:
    assert amounts("The bank was fined $4 million, up from $3 million.", "en") == [
        ("fined", 4e6, "USD", None)
    ]


def conflicts(*texts: str) -> bool:
    articles = [
        {"id": str(at), "outlet": f"o{at}", "language": "en", "published": "2024-05-10T10:00", "text": text}
        for at, text in enumerate(texts)
    ]
    return any(relation.relation.conflicts for relation in reconcile(articles).relations)


def test_two_fines_for_one_thing_conflict() -> None:
    assert conflicts("The airline was fined €50 million.", "The airline was fined €40 million.")


def test_promises_of_two_countries_and_amounts_in_two_currencies_never_meet() -> None:
    assert not conflicts("Germany pledged 20 million euros.", "France pledged 30 million euros.")
    assert not conflicts("The airline was fined €50 million.", "The airline was fined $60 million.")
