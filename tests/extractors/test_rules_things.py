"""Counts of things and what was done to them, in sentences made for the test."""

import pytest

from reconcile import reconcile
from reconcile.extractors.rules import rules
from reconcile.model import Article


def things(text: str, language: str) -> list[tuple[str, str | None, float | None]]:
    found = rules(Article(id="a", text=text, language=language, published="2024-05-10"))
    return [
        (claim.attribute, claim.qualifiers.get("of"), claim.value.min)
        for claim in found
        if claim.attribute.startswith("counts.")
    ]


THINGS = [
    ("Twelve homes were destroyed in the storm.", "en", ("counts.destroyed", "home", 12)),
    ("The storm destroyed at least 12 wooden houses.", "en", ("counts.destroyed", "home", 12)),
    ("دمرت العاصفة 12 منزلا.", "ar", ("counts.destroyed", "home", 12)),
    ("تدمير 12 منزلا في العاصفة.", "ar", ("counts.destroyed", "home", 12)),
    ("נהרסו 12 בתים בסערה.", "he", ("counts.destroyed", "home", 12)),
    ("12 בתים נהרסו בסערה.", "he", ("counts.destroyed", "home", 12)),
    ("A total of 120 aid trucks entered the enclave.", "en", ("counts.entered", "truck", 120)),
    ("دخلت 120 شاحنة مساعدات إلى القطاع.", "ar", ("counts.entered", "truck", 120)),
    ("120 משאיות סיוע נכנסו לרצועה.", "he", ("counts.entered", "truck", 120)),
    ("The jet had 62 passengers on board.", "en", ("counts.aboard", "passenger", 62)),
    ("كان على متن الطائرة 62 راكبا.", "ar", ("counts.aboard", "passenger", 62)),
    ("על סיפון המטוס היו 62 נוסעים.", "he", ("counts.aboard", "passenger", 62)),
    ("إسقاط طائرتين مسيرتين فوق البحر.", "ar", ("counts.intercepted", "drone", 2)),
    ("Some 5,000 people attended the rally.", "en", ("counts.attended", None, 5000)),
]


@pytest.mark.parametrize(("text", "language", "expected"), THINGS)
def test_a_number_its_noun_and_its_deed_make_a_count(
    text: str, language: str, expected: tuple[str, str | None, float]
) -> None:
    assert things(text, language) == [expected]


def test_a_noun_that_no_lexicon_lists_stands_for_itself() -> None:
    assert things("Twelve kiosks were destroyed.", "en") == [("counts.destroyed", "kiosks", 12)]


def test_numbers_joined_by_and_share_their_deed() -> None:
    assert things("Thirty homes and 25 shops were damaged.", "en") == [
        ("counts.damaged", "home", 30),
        ("counts.damaged", "business", 25),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The strike destroyed seven homes, two shops and a bridge.", "en"),
        ("دمرت الغارة 7 منازل و2 متجرين.", "ar"),
        ("נהרסו שבעה בתים ושתי חנויות.", "he"),
    ],
)
def test_a_list_goes_on_behind_its_deed(text: str, language: str) -> None:
    assert things(text, language) == [("counts.destroyed", "home", 7), ("counts.destroyed", "business", 2)]


def test_of_so_many_is_the_smaller_number() -> None:
    assert things("The army intercepted 15 of the 17 drones.", "en") == [("counts.intercepted", "drone", 15)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Security Council Resolution 1701 was adopted in 2006.", "en"),
        ("Flight 370 was cancelled on 8 March 2014.", "en"),
        ("Article 5 was launched on 12 September; see page 14.", "en"),
        ("The man, 45, fired from 12 Baker Street at 10:30.", "en"),
        ("Call 0800 555 1234, opened in 2019.", "en"),
        ("The home side won 3-1 and destroyed the visitors.", "en"),
        ("The 7 October attack destroyed the fence.", "en"),
        ("The gunman fired three times.", "en"),
        ("A man of the 2500 block of Foo Avenue was charged.", "en"),
        ("أطلق المسلح النار 3 مرات.", "ar"),
        ("החמוש ירה שלוש פעמים.", "he"),
        ("The second attack destroyed the bridge.", "en"),
        ("Forty soldiers destroyed the bridge.", "en"),
        ("The bridge was destroyed by three rockets.", "en"),
        ("The school was destroyed in 3 attacks.", "en"),
        ("The crash killed 74 people on board.", "en"),
        ("صدر القرار 1701 ودمر الجسر عام 2006.", "ar"),
        ("وصلت الرحلة 302 الساعة 10:30.", "ar"),
        ("أسفر القصف عن مقتل 5 أشخاص.", "ar"),
        ("دمر الجسر بثلاث غارات.", "ar"),
        ("החלטה 1701 שוגרה ב-2006.", "he"),
        ("טיסה 302 בוטלה בשעה 10:30.", "he"),
        ("40 חיילים הרסו את הגשר.", "he"),
        ("הגשר נהרס ב-3 תקיפות.", "he"),
        ("הגשר נהרס בשלוש תקיפות.", "he"),
        ("The mayor of a town of 9,000 people said the bridge was washed away.", "en"),
        ("Twelve soldiers fired at the crowd.", "en"),
        ("ثلاثة صواريخ دمرت المخيم.", "ar"),
    ],
)
def test_numbers_that_count_nothing_are_left_alone(text: str, language: str) -> None:
    assert things(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The UN says 500 trucks entered daily.", "en"),
        ("More than 2,000 homes have been destroyed since the start of the war.", "en"),
        ("دخلت 500 شاحنة يوميا قبل الحرب.", "ar"),
        ("500 משאיות נכנסו מדי יום לפני המלחמה.", "he"),
    ],
)
def test_rates_and_counts_of_long_times_are_of_another_thing(text: str, language: str) -> None:
    assert things(text, language) == []


def test_places_between_the_members_of_a_list() -> None:
    text = "The storm destroyed 12 homes in Norway and 7 homes in Sweden."
    found = rules(Article(id="a", text=text, language="en", published="2024-05-10"))
    assert [dict(claim.qualifiers) for claim in found] == [
        {"of": "home", "area": "Norway"},
        {"of": "home", "area": "Sweden"},
    ]


def conflicts(*texts: str) -> list[str]:
    articles = [
        {"id": str(at), "outlet": f"o{at}", "language": "en", "published": "2024-05-10T10:00", "text": text}
        for at, text in enumerate(texts)
    ]
    return [
        relation.relation.value for relation in reconcile(articles).relations if relation.relation.conflicts
    ]


def test_two_outlets_that_count_one_thing_differently_conflict() -> None:
    assert conflicts("The storm destroyed 12 homes.", "The storm destroyed 15 homes.")


def test_counts_of_two_things_never_meet() -> None:
    assert not conflicts("The storm destroyed 12 homes.", "The storm destroyed 15 schools.")


def test_people_of_no_sort_may_be_of_any_sort() -> None:
    assert not conflicts("The ship had 12 passengers aboard.", "The ship had 15 people aboard.")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("37 of the 62 passengers aboard were rescued.", "en"),
        ("37 מתוך 62 הנוסעים שהיו על סיפון הספינה חולצו.", "he"),
    ],
)
def test_some_and_all_of_whom_they_are_some_are_two_counts(text: str, language: str) -> None:
    expected = {("counts.rescued", "passenger", 37), ("counts.aboard", "passenger", 62)}
    assert set(things(text, language)) == expected


def test_what_all_of_them_are_is_no_deed_of_some() -> None:
    assert things("Only 37 of the 42 invited passengers were on board.", "en") == [
        ("counts.aboard", "passenger", 37),
        ("counts.invited", "passenger", 42),
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Homes destroyed: 1,700", "en"),
        ("The number of homes destroyed rose to 1,700.", "en"),
        ("בתים שנהרסו: 1,700", "he"),
        ("المنازل المدمرة: 1700", "ar"),
        ("ارتفع عدد المنازل المدمرة إلى 1700 منزل.", "ar"),
        ("دمرت العاصفة التي ضربت الساحل الشرقي للبلاد 1700 منزل.", "ar"),
    ],
)
def test_a_number_may_stand_far_behind_its_noun_or_its_deed(text: str, language: str) -> None:
    assert things(text, language) == [("counts.destroyed", "home", 1700)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Gunmen abducted 41 farmers.", "en"), ("41 חקלאים נחטפו.", "he"), ("اختطف مسلحون 41 مزارعا.", "ar")],
)
def test_what_people_do_for_a_living_has_one_name_in_all_languages(text: str, language: str) -> None:
    assert things(text, language) == [("counts.captured", "farmer", 41)]


def test_people_are_not_destroyed_and_rescuers_are_not_rescued() -> None:
    assert things("غرقت أربع نساء.", "ar") == []
    assert things("انتشل رجال الإنقاذ 20 جثة.", "ar") == [("counts.recovered", "body", 20)]


def test_a_comma_ends_what_a_deed_is_told_of() -> None:
    assert things("600 בתים נהרסו, 12 בני אדם נפצעו.", "he") == [("counts.destroyed", "home", 600)]
