"""Talks: place, parties, date, length, round and roles, in sentences made for the test."""

from typing import Any

import pytest

from reconcile.extractors.rules import rules
from reconcile.model import Article, Claim


def claims(text: str, language: str, published: str | None = "2024-05-10") -> list[Claim]:
    return list(rules(Article(id="a", text=text, language=language, published=published)))


def plain(claim: Claim) -> Any:
    match claim.value.kind:
        case "set":
            return tuple(member.name for member in claim.value.members)
        case "date":
            return claim.value.start.date().isoformat() if claim.value.start else claim.value.unresolved
        case "duration" | "quantity":
            return claim.value.min, claim.value.max
        case "boolean":
            return claim.value.value
        case "text":
            return claim.value.text
    return claim.value.name


def told(text: str, language: str, attribute: str, published: str | None = "2024-05-10") -> list[Any]:
    return [
        plain(c) for c in claims(text, language, published) if c.attribute == attribute and c.event is None
    ]


PLACES = [
    ("Officials from Norway and Chile met in Vienna.", "en", ["Vienna"]),
    ("The talks between Norway and Chile were held in the Austrian capital.", "en", ["Vienna"]),
    ("Norway said in Oslo that the talks with Chile were useful.", "en", []),
    ("اجتمع مسؤولون من النرويج وتشيلي في فيينا.", "ar", ["Vienna"]),
    ("عُقدت المحادثات بين النرويج وتشيلي في العاصمة النمساوية.", "ar", ["Vienna"]),
    ("قال مسؤول في أوسلو إن المحادثات مع تشيلي كانت مفيدة.", "ar", []),
    ("נציגי נורווגיה וצ'ילה נפגשו בברלין.", "he", ["Berlin"]),
    ("השיחות בין נורווגיה לצ'ילה נערכו בבירת אוסטריה.", "he", ["Vienna"]),
    ("גורמים באוסלו אמרו כי השיחות עם צ'ילה היו מועילות.", "he", []),
]


@pytest.mark.parametrize(("text", "language", "places"), PLACES)
def test_talks_are_where_their_own_words_say(text: str, language: str, places: list[str]) -> None:
    assert told(text, language, "talks.place") == places


PARTIES = [
    ("Norway and Chile resumed talks on fishing.", "en"),
    ("A fifth round of Norway-Chile talks ended.", "en"),
    ("Negotiations between the Norwegian and Chilean delegations began.", "en"),
    ("استأنفت النرويج وتشيلي المحادثات حول الصيد.", "ar"),
    ("انتهت المفاوضات النرويجية التشيلية.", "ar"),
    ("بدأت المحادثات التي جمعت وفوداً نرويجية وتشيلية.", "ar"),
    ("חידשו נורווגיה וצ'ילה את השיחות על הדיג.", "he"),
    ("המשא ומתן בין נורווגיה לצ'ילה הסתיים.", "he"),
    ("נפתחו שיחות בין נציגים נורווגים לצ'יליאנים.", "he"),
]


OFFICIALS = [
    ("Norwegian President Ola Berg and Chilean Prime Minister Ana Ruiz met in Vienna.", "en"),
    ("اجتمع وزير الخارجية النرويجي كريم حسن مع وزير الخارجية التشيلي سامي علي في فيينا.", "ar"),
    ("שר החוץ הנורווגי דוד כהן ושר החוץ הצ'יליאני משה לוי נפגשו בווינה.", "he"),
]


@pytest.mark.parametrize(("text", "language"), OFFICIALS)
def test_officials_of_two_countries_who_meet_stand_for_the_parties(text: str, language: str) -> None:
    assert told(text, language, "talks.parties") == [("Chile", "Norway")]


def test_partners_of_somebody_else_are_no_parties() -> None:
    text = "The envoy held talks with Norwegian President Ola Berg and Chilean Prime Minister Ana Ruiz."
    assert told(text, "en", "talks.parties") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Talks on a peace deal after nearly four decades of conflict began in Vienna.", "en"),
        ("The talks were held in the absence of mediators like Chile.", "en"),
    ],
)
def test_other_spans_and_absent_mediators_are_left_alone(text: str, language: str) -> None:
    assert not {"talks.duration", "talks.mediator"} & {c.attribute for c in claims(text, language)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The talks with the movement of 5 May resumed.", "en"),
        ("بدأت المحادثات مع حركة 5 مايو في فيينا.", "ar"),
        ("השיחות עם תנועת 5 במאי נפתחו בברלין.", "he"),
    ],
)
def test_a_day_that_is_part_of_a_name_dates_nothing(text: str, language: str) -> None:
    assert told(text, language, "talks.date") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway and Chile held talks on 3 May 2024. The two sides will hold talks on 20 May 2024.", "en"),
        ("عقدت النرويج وتشيلي محادثات في 3 مايو 2024. وسيعقد الجانبان محادثات في 20 مايو 2024.", "ar"),
        ("נורווגיה וצ'ילה קיימו שיחות ב-3 במאי 2024. הצדדים יקיימו שיחות ב-20 במאי 2024.", "he"),
    ],
)
def test_a_meeting_to_come_is_another_event(text: str, language: str) -> None:
    assert told(text, language, "talks.date") == ["2024-05-03"]


@pytest.mark.parametrize(("text", "language"), PARTIES)
def test_countries_beside_each_other_and_talks_are_the_parties(text: str, language: str) -> None:
    assert told(text, language, "talks.parties") == [("Chile", "Norway")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The talks stressed the security agreement between Norway and Chile.", "en"),
        ("أكدت المحادثات أهمية الاتفاق الأمني بين النرويج وتشيلي.", "ar"),
        ("בשיחות הודגשה חשיבות הסכם הביטחון בין נורווגיה לצ'ילה.", "he"),
    ],
)
def test_the_parties_of_an_agreement_are_not_those_of_the_talks(text: str, language: str) -> None:
    assert told(text, language, "talks.parties") == []


ROLES = [
    ("Norway and Chile held talks with Swiss mediation.", "en", "talks.mediator", ["Switzerland"]),
    ("The Swiss-mediated talks ended.", "en", "talks.mediator", ["Switzerland"]),
    (
        "The talks, mediated by Switzerland and Qatar, ended.",
        "en",
        "talks.mediator",
        ["Switzerland", "Qatar"],
    ),
    ("The talks were held under the auspices of Switzerland.", "en", "talks.sponsor", ["Switzerland"]),
    ("The talks were held with the support of Switzerland.", "en", "talks.supporter", ["Switzerland"]),
    ("انتهت المحادثات بوساطة سويسرية.", "ar", "talks.mediator", ["Switzerland"]),
    ("المحادثات التي تتوسط فيها سويسرا انتهت.", "ar", "talks.mediator", ["Switzerland"]),
    ("انتهت المحادثات بوساطة قطر وسويسرا.", "ar", "talks.mediator", ["Qatar", "Switzerland"]),
    ("برعاية سويسرا، اجتمع مسؤولون من النرويج وتشيلي.", "ar", "talks.sponsor", ["Switzerland"]),
    ("استؤنف الحوار بدعم ومساندة سويسرية.", "ar", "talks.supporter", ["Switzerland"]),
    ("השיחות הסתיימו בתיווך שווייצרי.", "he", "talks.mediator", ["Switzerland"]),
    ("جرت المحادثات في الدوحة بوساطة قطرية.", "ar", "talks.mediator", ["Qatar"]),
    ("השיחות בדוחא בתיווך קטארי הסתיימו.", "he", "talks.mediator", ["Qatar"]),
    ("The talks in Doha by Qatari mediation ended.", "en", "talks.mediator", ["Qatar"]),
    ("השיחות בתיווך קטאר ושווייץ הסתיימו.", "he", "talks.mediator", ["Qatar", "Switzerland"]),
    ("השיחות נערכו בחסות שווייץ.", "he", "talks.sponsor", ["Switzerland"]),
    ("השיחות נערכו בתמיכת שווייץ.", "he", "talks.supporter", ["Switzerland"]),
]


@pytest.mark.parametrize(("text", "language", "attribute", "names"), ROLES)
def test_who_mediates_sponsors_and_supports(
    text: str, language: str, attribute: str, names: list[str]
) -> None:
    assert told(text, language, attribute) == names


DATES = [
    ("Norway and Chile held talks on 3 May 2024 in Vienna.", "en", ["2024-05-03"]),
    ("Norway and Chile resumed on 3 May the talks on fishing.", "en", ["2024-05-03"]),
    ("The minister said on Monday that the talks were useful.", "en", []),
    ("The talks dealt with the lines before 8 December 2023.", "en", []),
    ("The talks dealt with the agreement signed in 1974.", "en", []),
    ("عقدت النرويج وتشيلي محادثات في 3 مايو 2024 في فيينا.", "ar", ["2024-05-03"]),
    ("انطلقت اليوم الجمعة، في فيينا، الجولة الثانية من المحادثات.", "ar", ["2024-05-10"]),
    ("قال الوزير يوم الاثنين إن المحادثات كانت مفيدة.", "ar", []),
    ("تناولت المحادثات خطوط ما قبل 8 كانون الأول 2023.", "ar", []),
    ("تناولت المحادثات اتفاق 10 مارس 2024.", "ar", []),
    ("נורווגיה וצ'ילה קיימו שיחות ב-3 במאי 2024 בווינה.", "he", ["2024-05-03"]),
    ("חידשו נורווגיה וצ'ילה ב-3 במאי את השיחות.", "he", ["2024-05-03"]),
    ("השר אמר ביום שני כי השיחות היו מועילות.", "he", []),
    ("בשיחות נדונו הקווים שלפני 8 בדצמבר 2023.", "he", []),
]


@pytest.mark.parametrize(("text", "language", "dates"), DATES)
def test_only_a_date_that_hangs_on_the_talks_dates_them(text: str, language: str, dates: list[str]) -> None:
    assert told(text, language, "talks.date") == dates


REPORTS = [
    ("On Wednesday the Herald reported that the second round of the talks has ended.", "en", "on_or_before"),
    ("On Wednesday the Herald confirmed the holding of a meeting in Vienna.", "en", "about"),
    ("ذكرت الصحيفة يوم الأربعاء أن الجولة الثانية من المحادثات قد انتهت.", "ar", "on_or_before"),
    ("وأمس الخميس أكدت الصحيفة عقد اجتماع في فيينا.", "ar", "about"),
    ("העיתון דיווח ביום רביעי כי הסבב השני של השיחות הסתיים.", "he", "on_or_before"),
]


@pytest.mark.parametrize(("text", "language", "modifier"), REPORTS)
def test_a_report_that_talks_were_held_or_ended_dates_them(text: str, language: str, modifier: str) -> None:
    found = [c for c in claims(text, language) if c.attribute == "talks.date"]
    assert [c.value.modifier for c in found] == [modifier]


LENGTHS = [
    ("The talks between Norway and Chile lasted two days.", "en", "talks.duration", [(2, 2)]),
    ("Norway and Chile resumed talks after a break of three months.", "en", "pause.duration", [(3, 3)]),
    ("الاجتماعات التي استمرت يومين انتهت.", "ar", "talks.duration", [(2, 2)]),
    ("بعد توقف دام ثلاثة أشهر، استؤنفت المحادثات.", "ar", "pause.duration", [(3, 3)]),
    ("השיחות נמשכו יומיים.", "he", "talks.duration", [(2, 2)]),
    ("לאחר הפסקה של שלושה חודשים חודשו השיחות.", "he", "pause.duration", [(3, 3)]),
]


@pytest.mark.parametrize(("text", "language", "attribute", "bounds"), LENGTHS)
def test_how_long_talks_and_their_pause_took(
    text: str, language: str, attribute: str, bounds: list[tuple[int, int]]
) -> None:
    other = {"talks.duration": "pause.duration", "pause.duration": "talks.duration"}[attribute]
    assert (told(text, language, attribute), told(text, language, other)) == (bounds, [])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The fifth round of talks began.", "en"),
        ("بدأت الجولة الخامسة من المحادثات.", "ar"),
        ("הסבב החמישי של השיחות נפתח.", "he"),
    ],
)
def test_the_number_of_a_round(text: str, language: str) -> None:
    assert told(text, language, "talks.round") == [(5, 5)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway and Chile resumed their talks.", "en"),
        ("أعلنت تشيلي استئناف المحادثات مع النرويج.", "ar"),
        ("נורווגיה וצ'ילה חידשו את השיחות.", "he"),
    ],
)
def test_resumed(text: str, language: str) -> None:
    assert told(text, language, "talks.resumed") == [True]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The sides agreed to continue the talks.", "en"),
        ("تم الاتفاق على مواصلة الحوار.", "ar"),
        ("הצדדים החליטו להמשיך בשיחות.", "he"),
    ],
)
def test_the_sides_agreed_to_go_on(text: str, language: str) -> None:
    assert told(text, language, "talks.continuation.agreed") == [True]


MECHANISM = [
    ("They agreed to set up a joint committee under Swiss supervision.", "en", "supervisor"),
    ("They agreed on a mechanism sponsored by Switzerland.", "en", "sponsor"),
    ("اتفقت الدولتان على إنشاء آلية مشتركة تحت إشراف سويسرا.", "ar", "supervisor"),
    ("إنشاء خلية تنسيق بين النرويج وتشيلي برعاية سويسرية.", "ar", "sponsor"),
    ("הוחלט על הקמת מנגנון משותף בפיקוח שווייצרי.", "he", "supervisor"),
    ("הצדדים סיכמו על הקמת מנגנון בחסות שווייץ.", "he", "sponsor"),
]


@pytest.mark.parametrize(("text", "language", "slot"), MECHANISM)
def test_who_stands_over_a_mechanism(text: str, language: str, slot: str) -> None:
    assert told(text, language, f"mechanism.{slot}") == ["Switzerland"]


def test_every_claim_quotes_its_article_exactly() -> None:
    text = "Norway and Chile held talks in Vienna on 3 May 2024, mediated by Switzerland."
    for claim in claims(text, "en"):
        span = claim.spans[0]
        assert text[span.start : span.end] == span.quote


def test_a_second_round_is_no_second_of_time() -> None:
    text = "The two countries will hold a second round of negotiations in Vienna."
    assert told(text, "en", "talks.round") == [(2, 2)]
    assert told(text, "en", "talks.duration") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway and Chile ended the meeting with no result, five hours of intense talks.", "en"),
        ("اختتمت المحادثات بين النرويج وتشيلي بعد خمس ساعات من النقاشات المغلقة.", "ar"),
        ("המפגש הסתיים לאחר חמש שעות של שיחות.", "he"),
    ],
)
def test_so_much_talking_is_how_long_it_took(text: str, language: str) -> None:
    assert told(text, language, "talks.duration") == [(5, 5)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The suspension of the talks for two months ended.", "en"),
        ("توقفت المفاوضات لمدة شهرين.", "ar"),
        ("הפסקת השיחות למשך חודשיים הסתיימה.", "he"),
    ],
)
def test_how_long_talks_were_suspended_is_no_length_of_talks(text: str, language: str) -> None:
    assert told(text, language, "pause.duration") == [(2, 2)]
    assert told(text, language, "talks.duration") == []


def test_a_day_owns_the_meeting_behind_it() -> None:
    text = "Berg, who led the team at talks in Oslo in March, did not attend Friday's meeting in Vienna."
    assert [c.quote for c in claims(text, "en") if c.attribute == "talks.date"] == ["Friday's meeting"]


def test_a_side_named_by_an_adjective_is_a_party_and_a_surname_is_none() -> None:
    text = "عقدت محادثات بين الحكومة اليمنية والجانب الحوثي في عمان أمس."
    (parties,) = [c.value for c in claims(text, "ar") if c.attribute == "talks.parties"]
    assert {member.name for member in parties.members} == {"Houthis", "Yemen"}
    assert not [
        c
        for c in claims("عقدت محادثات في عمان، قال عبد الملك الحوثي.", "ar")
        if c.attribute == "talks.parties"
    ]
