"""Delegations: members and heads with their sides, in sentences made for the test."""

from itertools import pairwise

import pytest

from reconcile.extractors._people import someones
from reconcile.extractors.rules import rules
from reconcile.model import Article, Claim


def claims(text: str, language: str) -> list[Claim]:
    return list(rules(Article(id="a", text=text, language=language, published="2024-05-10")))


def people(text: str, language: str, slot: str) -> list[tuple[str, str | None]]:
    """Names (offices, for who has no name) with their sides, of the article's main event."""
    return [
        (c.value.name or c.value.roles[0], c.qualifiers.get("side"))
        for c in claims(text, language)
        if c.attribute == f"delegation.{slot}" and c.event is None
    ]


HEADS = [
    ("The Norwegian delegation was led by Foreign Minister Anna Berg.", "en", [("Anna Berg", "Norway")]),
    ("Foreign Minister Anna Berg headed the Norwegian delegation.", "en", [("Anna Berg", "Norway")]),
    ("The head of the Chilean delegation, Maria Soto, was content.", "en", [("Maria Soto", "Chile")]),
    ("وصل الوفد النرويجي برئاسة وزير الخارجية أحمد الهادي.", "ar", [("أحمد الهادي", "Norway")]),
    ("ترأس الوفد النرويجي وزير الخارجية أحمد الهادي.", "ar", [("أحمد الهادي", "Norway")]),
    ("قال رئيس الوفد النرويجي، أحمد الهادي، إن المحادثات مفيدة.", "ar", [("أحمد الهادي", "Norway")]),
    ("את המשלחת הנורווגית הוביל שר החוץ, דוד לוי.", "he", [("דוד לוי", "Norway")]),
    ("המשלחת הנורווגית בראשות שר החוץ, דוד לוי, הגיעה.", "he", [("דוד לוי", "Norway")]),
    ("ראש המשלחת הנורווגית, דוד לוי, היה מרוצה.", "he", [("דוד לוי", "Norway")]),
]


@pytest.mark.parametrize(("text", "language", "heads"), HEADS)
def test_who_leads_a_delegation(text: str, language: str, heads: list[tuple[str, str]]) -> None:
    assert people(text, language, "head") == heads


@pytest.mark.parametrize(("text", "language", "heads"), HEADS)
def test_who_leads_a_delegation_is_in_it(text: str, language: str, heads: list[tuple[str, str]]) -> None:
    assert people(text, language, "member") == heads


MEMBERS = [
    (
        "The talks were attended by Norwegian Foreign Minister Anna Berg and Chilean envoy Maria Soto.",
        "en",
        [("Anna Berg", "Norway"), ("Maria Soto", "Chile")],
    ),
    (
        "عقد الاجتماع بمشاركة وزير الخارجية النرويجي أحمد الهادي والمبعوث التشيلي خالد الحسن.",
        "ar",
        [("أحمد الهادي", "Norway"), ("خالد الحسن", "Chile")],
    ),
    (
        "בשיחות השתתפו שר החוץ הנורווגי, דוד לוי, והשליח הצ'יליאני, משה כהן.",
        "he",
        [("דוד לוי", "Norway"), ("משה כהן", "Chile")],
    ),
]


@pytest.mark.parametrize(("text", "language", "members"), MEMBERS)
def test_a_list_of_members_runs_on(text: str, language: str, members: list[tuple[str, str]]) -> None:
    assert people(text, language, "member") == members


SIDES = [
    ("From the Norwegian side the foreign minister, Anna Berg, took part.", "en", [("Anna Berg", "Norway")]),
    ("من الجانب النرويجي شارك وزير الخارجية ورئيس الاستخبارات.", "ar",
     [("وزير الخارجية", "Norway"), ("رئيس الاستخبارات", "Norway")]),
    ("מהצד הנורווגי השתתפו שר החוץ, דוד לוי, וראש המודיעין, משה כהן.", "he",
     [("דוד לוי", "Norway"), ("משה כהן", "Norway")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "members"), SIDES)
def test_a_side_marker_holds_for_its_list(text: str, language: str, members: list[tuple[str, str]]) -> None:
    assert people(text, language, "member") == members


PARTNERS = [
    ("The envoy held talks with Norwegian Foreign Minister Anna Berg.", "en", [("Anna Berg", "Norway")]),
    ("أجرى المبعوث محادثات مع وزير الخارجية النرويجي أحمد الهادي.", "ar", [("أحمد الهادي", "Norway")]),
    ("השליח קיים שיחות עם שר החוץ הנורווגי, דוד לוי.", "he", [("דוד לוי", "Norway")]),
]


@pytest.mark.parametrize(("text", "language", "members"), PARTNERS)
def test_whom_talks_are_with_takes_part(text: str, language: str, members: list[tuple[str, str]]) -> None:
    assert people(text, language, "member") == members


def test_whose_aide_somebody_is_takes_no_part() -> None:
    text = "The Norwegian delegation was led by President Erik Lund's envoy, Anna Berg."
    assert people(text, "en", "head") == [("Anna Berg", "Norway")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Foreign Minister Anna Berg praised the talks.", "en"),
        ("أشاد وزير الخارجية أحمد الهادي بالمحادثات.", "ar"),
        ("שר החוץ, דוד לוי, שיבח את השיחות.", "he"),
    ],
)
def test_who_only_speaks_of_talks_takes_no_part(text: str, language: str) -> None:
    assert people(text, language, "member") == []


# ---- events -----------------------------------------------------------------------------------------

MEETINGS = [
    (
        "Norway and Chile held talks in Vienna. On the margins, Swiss President Anna Berg held a meeting "
        "with Chilean Foreign Minister Maria Soto in Graz.",
        "en",
    ),
    (
        "عقدت النرويج وتشيلي محادثات في فيينا. وقال وزير الخارجية السويسري أحمد الهادي عقب اجتماعه مع "
        "نظيره التشيلي خالد الحسن ببرلين إنه متفائل.",
        "ar",
    ),
    (
        "נורווגיה וצ'ילה קיימו שיחות בפריז. שר החוץ השווייצרי, דוד לוי, נפגש עם שר החוץ הצ'יליאני, משה כהן, בברלין.",
        "he",
    ),
]


@pytest.mark.parametrize(("text", "language"), MEETINGS)
def test_a_meeting_of_others_is_another_event(text: str, language: str) -> None:
    places = {(c.value.name, c.event) for c in claims(text, language) if c.attribute == "talks.place"}
    assert {event for _, event in places} == {None, "a#2"} or len(places) == 1
    assert [name for name, event in places if event is None] in (["Vienna"], ["Paris"])


ROUNDS = [
    (
        "The fifth round of talks between Norway and Chile was held in Vienna. The fourth round was held in Oslo.",
        "en",
    ),
    ("عقدت الجولة الخامسة من المحادثات بين النرويج وتشيلي في فيينا. وعقدت الجولة الرابعة في أوسلو.", "ar"),
    ("הסבב החמישי של השיחות בין נורווגיה לצ'ילה נערך בווינה. הסבב הרביעי נערך באוסלו.", "he"),
]


@pytest.mark.parametrize(("text", "language"), ROUNDS)
def test_a_round_with_another_number_is_another_event(text: str, language: str) -> None:
    rounds = [(c.value.min, c.event) for c in claims(text, language) if c.attribute == "talks.round"]
    assert rounds == [(5, None), (4, "a#2")]


def test_labels_count_up_in_the_order_of_the_text() -> None:
    text = (
        "The fifth round of talks between Norway and Chile began. The fourth round was held in Oslo. "
        "The third round was held in Rome."
    )
    labels = [c.event for c in claims(text, "en") if c.attribute == "talks.round" and c.event]
    assert labels == ["a#2", "a#3"]
    assert all(first <= second for first, second in pairwise(labels))


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("ضم الوفد مساعد الرئيس النرويجي كريم حسن.", "ar", ("كريم حسن", "مساعد الرئيس النرويجي")),
        ("יועץ הנשיא דוד כהן השתתף בשיחות.", "he", ("דוד כהן", "יועץ הנשיא")),
    ],
)
def test_an_aide_bears_the_name_behind_the_office_served(
    text: str, language: str, told: tuple[str, str]
) -> None:
    assert [(one.name, *one.person.roles) for one in someones(text, language)] == [told]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "A Norwegian team led by minister Ola Berg went to Vienna for talks with his Chilean counterpart.",
            "en",
        ),
        ("وصل وفد نرويجي برئاسة وزير الدفاع سامي علي إلى فيينا لإجراء محادثات مع نظيره التشيلي.", "ar"),
        ("משלחת נורווגית בראשות שר החוץ דוד כהן הגיעה לברלין לשיחות עם עמיתו הצ'יליאני.", "he"),
    ],
)
def test_whom_a_delegation_meets_does_not_lead_it(text: str, language: str) -> None:
    found = list(rules(Article(id="a", text=text, language=language, published="2024-05-10")))
    assert len([c for c in found if c.attribute == "delegation.head"]) == 1
