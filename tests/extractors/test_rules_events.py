"""Claims stay with the event that the article is about, in sentences made for the test."""

import time
from typing import Any

import pytest

from reconcile.extractors._people import someones
from reconcile.extractors.rules import rules
from reconcile.model import Article, Claim, Polarity


def claims(text: str, language: str, published: str = "2024-05-10") -> list[Claim]:
    return list(rules(Article(id="a", text=text, language=language, published=published)))


def numbers(text: str, language: str, attribute: str) -> list[Any]:
    return [c.value.min for c in claims(text, language) if c.attribute == attribute and c.event is None]


OTHER_EVENTS = [
    (
        "Two people were killed in the crash.\n\nIn another accident, 5 people were killed. 7 were injured.",
        "en",
    ),
    ("Two people were killed in the crash. In 2018, 150 people were killed on that road.", "en"),
    ("Two people were killed in the crash.\n\n459 people were killed on the roads in 2024.", "en"),
    ("Two people were killed in the crash.\n\n120 people were killed so far this year.", "en"),
    ("قُتل 12 شخصا في الحادث.\n\nوفي حادث آخر قتل 5 أشخاص.", "ar"),
    ("قُتل 12 شخصا في الحادث.\n\nوفي عام 2018 قتل 150 شخصا على الطريق نفسه.", "ar"),
    ("قُتل 12 شخصا في الحادث.\n\nوقتل 120 شخصا منذ بداية العام.", "ar"),
    ("שני בני אדם נהרגו בתאונה.\n\nבתאונה נוספת נהרגו 5 בני אדם. 7 נפצעו.", "he"),
    ("שני בני אדם נהרגו בתאונה.\n\nבשנת 2018 נהרגו 150 בני אדם באותו כביש.", "he"),
    ("שני בני אדם נהרגו בתאונה.\n\n120 בני אדם נהרגו מתחילת השנה.", "he"),
]


@pytest.mark.parametrize(("text", "language"), OTHER_EVENTS)
def test_victims_of_other_accidents_and_of_whole_years_are_not_counted(text: str, language: str) -> None:
    assert numbers(text, language, "casualties.killed") == [12 if language == "ar" else 2]
    assert numbers(text, language, "casualties.injured") == []


def test_what_goes_on_about_an_earlier_event_stays_with_it() -> None:
    text = "4 people died off the coast.\n\nIn March 2021, 38 people died on the river. Another 100 were missing."
    assert numbers(text, "en", "casualties.killed") == [4]
    assert numbers(text, "en", "casualties.missing") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council voted on the resolution. 23 countries abstained.", "en"),
        ("صوت المجلس على القرار. وامتنعت 23 دولة عن التصويت.", "ar"),
        ("המועצה הצביעה על הצעת ההחלטה. 23 מדינות נמנעו.", "he"),
    ],
)
def test_who_abstains_denies_nothing(text: str, language: str) -> None:
    votes = [c for c in claims(text, language) if c.attribute == "votes.abstained"]
    assert [(c.value.min, c.polarity, c.certainty.value) for c in votes] == [
        (23, Polarity.AFFIRM, "asserted")
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Officials of Norway and Chile held talks in Vienna.\n\nNegotiations are to continue on 14 May.",
            "en",
        ),
        ("عقد مسؤولون من النرويج وتشيلي محادثات في فيينا.\n\nومن المقرر عقد جولة مفاوضات يوم 14 مايو.", "ar"),
        ("נציגי נורווגיה וצ'ילה קיימו שיחות בווינה.\n\nהשיחות צפויות להימשך ב-14 במאי.", "he"),
    ],
)
def test_the_day_of_the_next_session_is_not_that_of_this_one(text: str, language: str) -> None:
    main = [c for c in claims(text, language) if c.attribute == "talks.date" and c.event is None]
    assert main == []


@pytest.mark.parametrize(
    ("text", "language", "name", "roles"),
    [
        ("التقى الأمير أحمد الهادي، وزير خارجية النرويج، مع نظيره.", "ar", "أحمد الهادي", 2),
        ("السفير أحمد الهادي، وزير خارجية النرويج.", "ar", "أحمد الهادي", 1),
    ],
)
def test_an_office_behind_a_titled_name_is_its_own(text: str, language: str, name: str, roles: int) -> None:
    first = next(one for one in someones(text, language) if one.name == name)
    assert len(first.person.roles) == roles


def test_a_title_alone_is_nobody() -> None:
    assert [one.name for one in someones("הגיע האלוף. דוד לוי נשאר.", "he") if not one.name] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They spoke in the Norway ceasefire negotiations with Chile.", "en"),
        ("Aides took part in the Norway peace talks.", "en"),
    ],
)
def test_what_talks_are_about_is_not_where_they_are(text: str, language: str) -> None:
    assert [c for c in claims(text, language) if c.attribute == "talks.place"] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minister Anna Berg of Norway held talks with Chile's minister Maria Soto in Vienna. "
         "Earlier in the day she held talks with Kenyan President John Otieno.", "en"),
        ("عقد وزير الخارجية النرويجي أحمد الهادي محادثات مع وزير خارجية تشيلي سامي الحسن في فيينا. "
         "وكان الهادي عقد في وقت سابق محادثات مع وزير خارجية كينيا خالد منصور.", "ar"),
        ("שר החוץ הנורווגי דוד לוי נפגש עם שר החוץ של צ'ילה משה כהן בווינה. "
         "קודם לכן נפגש לוי עם נשיא קניה יוסף מזרחי.", "he"),
    ],
)  # fmt: skip
def test_whom_they_met_before_is_not_in_the_meeting(text: str, language: str) -> None:
    main = [c for c in claims(text, language) if c.attribute == "delegation.member" and c.event is None]
    assert not [c for c in main if c.qualifiers.get("side") == "Kenya"]
    assert [c for c in main if c.qualifiers.get("side") == "Chile"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وحضر المحادثات وزير خارجية النرويج زغلولان بركبان، ووزير الدفاع أحمد الهادي.", "ar"),
        ("בשיחות השתתפו שר החוץ הנורווגי קרלקוב בנדיבון, ושר הביטחון דוד לוי.", "he"),
    ],
)
def test_an_office_before_an_unread_name_is_left_out(text: str, language: str) -> None:
    members = [c.value for c in claims(text, language) if c.attribute == "delegation.member"]
    assert all(member.name for member in members)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("وحضر اللقاء وزير خارجية النرويج زغلولان بركبان، ووزير الدفاع أحمد الهادي.", "ar", "زغلولان بركبان"),
        ("השר נפגש עם נשיא צ'ילה קרלקוב נדיבון, במהלך ביקורו.", "he", "קרלקוב נדיבון"),
    ],
)
def test_names_that_no_list_knows_are_read_in_a_list_of_people(text: str, language: str, names: str) -> None:
    members = [c.value.name for c in claims(text, language) if c.attribute == "delegation.member"]
    assert names in members


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("השר נפגש עם נשיא צ'ילה בעניין הרפורמה, ואז נסע.", "he"),
        ("השר נפגש עם נשיא צ'ילה לקראת כנס גדול, ואז נסע.", "he"),
        ("التقى الوزير مع رئيس تشيلي بشأن الخطة الجديدة، ثم عاد.", "ar"),
        ("التقى الوزير مع رئيس تشيلي لبحث الخطة الجديدة، ثم عاد.", "ar"),
    ],
)
def test_what_a_meeting_is_about_is_no_name(text: str, language: str) -> None:
    members = [c.value for c in claims(text, language) if c.attribute == "delegation.member"]
    assert all(member.name is None for member in members)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A Norwegian delegation held talks with Chile's minister Maria Soto in Vienna.", "en"),
        ("عقد الوفد النرويجي محادثات مع وزير خارجية تشيلي سامي الحسن في فيينا.", "ar"),
        ("המשלחת הנורווגית קיימה פגישות עם שר החוץ של צ'ילה משה כהן.", "he"),
    ],
)
def test_a_delegation_and_whom_it_meets_are_the_parties(text: str, language: str) -> None:
    parties = [c.value for c in claims(text, language) if c.attribute == "talks.parties"]
    assert [tuple(member.name for member in value.members) for value in parties] == [("Chile", "Norway")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The injured were taken to 5 hospitals in 4 vehicles.", "en"),
        ("ونقل المصابون إلى 5 مستشفيات.", "ar"),
        ("הפצועים פונו ל-5 בתי חולים ב-4 כלי רכב.", "he"),
    ],
)
def test_hospitals_and_cars_are_no_victims(text: str, language: str) -> None:
    assert [c for c in claims(text, language) if c.attribute.startswith("casualties")] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Norway and Chile held talks in Vienna on 8 May 2024. It followed talks held on 3 April 2024.",
            "en",
        ),
        ("عقدت النرويج وتشيلي محادثات في فيينا يوم 8 مايو 2024. وعقدت المحادثات يوم 3 أبريل 2024.", "ar"),
        ("נורווגיה וצ'ילה קיימו שיחות בווינה ב-8 במאי 2024. השיחות נערכו ב-3 באפריל 2024.", "he"),
    ],
)
def test_another_day_is_another_meeting(text: str, language: str) -> None:
    main = [c for c in claims(text, language) if c.attribute == "talks.date" and c.event is None]
    assert [c.value.start.isoformat()[:10] for c in main] == ["2024-05-08"]


def test_another_city_of_the_country_is_another_meeting() -> None:
    text = "Norway and Chile held talks in Geneva, Switzerland. The talks in Zurich were shorter."
    main = [c for c in claims(text, "en") if c.attribute == "talks.place" and c.event is None]
    assert [c.value.name for c in main] == ["Geneva"]


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (
            "While 12 of the council's 15 members voted in favour of the resolution, one voted against.",
            "en",
            [12],
        ),
        ("The vote failed: a resolution requires a minimum of nine votes in favour.", "en", []),
        ("صوت المجلس على القرار، ويتطلب القرار 9 أصوات مؤيدة.", "ar", []),
        ("המועצה הצביעה. נדרשים 9 קולות בעד הצעת ההחלטה.", "he", []),
    ],
)
def test_how_many_there_are_or_are_needed_is_no_result(text: str, language: str, found: list[int]) -> None:
    assert numbers(text, language, "votes.for") == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The envoy held talks with Norway, Chile and Peru in Vienna.", "en"),
        ("عقد المبعوث محادثات مع النرويج وتشيلي في فيينا.", "ar"),
        ("השליח קיים שיחות עם נורווגיה וצ'ילה בווינה.", "he"),
    ],
)
def test_countries_that_somebody_talks_with_are_not_all_the_parties(text: str, language: str) -> None:
    assert [c for c in claims(text, language) if c.attribute == "talks.parties"] == []


def test_an_adjective_pair_before_the_name_of_a_meeting_is_its_parties() -> None:
    text = "The Norway-Chile Joint Border Committee (JBC) meeting was held in Vienna."
    parties = [c.value for c in claims(text, "en") if c.attribute == "talks.parties"]
    assert [tuple(member.name for member in value.members) for value in parties] == [("Chile", "Norway")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three people were injured - one seriously.", "en"),
        ("שלושה אזרחים נפצעו - אחד באורח אנוש.", "he"),
        ("أصيب 3 أشخاص في الحادث - 1 بجروح خطيرة.", "ar"),
    ],
)
def test_what_a_dash_breaks_down_is_counted_once(text: str, language: str) -> None:
    assert numbers(text, language, "casualties.injured") == [3]


def test_a_line_of_a_hundred_thousand_triggers_is_read_in_linear_time() -> None:
    def took(words: int) -> float:
        start = time.process_time()
        list(rules(Article(id="a", text="talks " * words, language="en")))
        return time.process_time() - start

    took(100)
    assert took(40_000) < 12 * max(took(10_000), 0.05)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Minister Anna Berg of Norway held talks with Chile's minister Maria Soto in Vienna. "
         "She will meet Kenyan President John Otieno later.", "en"),
        ("اجتمع وزير الخارجية النرويجي أحمد الهادي مع وزير خارجية تشيلي سامي الحسن في فيينا. "
         "ومن المقرر لقاء الهادي مع رئيس كينيا خالد منصور.", "ar"),
        ("שר החוץ הנורווגי דוד לוי נפגש עם שר החוץ של צ'ילה משה כהן בווינה. "
         "לוי צפוי להיפגש עם נשיא קניה יוסף מזרחי.", "he"),
    ],
)  # fmt: skip
def test_whom_they_are_still_to_meet_is_not_in_the_meeting(text: str, language: str) -> None:
    main = [c for c in claims(text, language) if c.attribute == "delegation.member" and c.event is None]
    assert not [c for c in main if c.qualifiers.get("side") == "Kenya"]
    assert [c for c in main if c.qualifiers.get("side") == "Chile"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("בראש המשלחת הנורווגית עמדו דוד לוי, שר החוץ, ויוסף כהן, שר הביטחון.", "he", "עמדו"),
        ("את נורווגיה ייצגו דוד לוי, שר החוץ, ויוסף כהן, שר הביטחון, בשיחות.", "he", "ייצגו"),
    ],
)
def test_a_verb_before_a_name_is_no_part_of_it(text: str, language: str, name: str) -> None:
    names = [c.value.name or "" for c in claims(text, language) if c.attribute == "delegation.member"]
    assert names
    assert not [told for told in names if name in told]


def test_a_name_that_no_list_knows_is_read_before_its_office() -> None:
    text = "בשיחות השתתפו דוד לוי, שר החוץ של נורווגיה; וקרלקוב נדיבון, שגריר נורווגיה."
    names = [c.value.name for c in claims(text, "he") if c.attribute == "delegation.member"]
    assert names == ["דוד לוי", "קרלקוב נדיבון"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway and Chile held talks in Vienna ahead of the Lake States Summit on 20 June 2024.", "en"),
        ("עם פתיחת השיחות בין נורווגיה לצ'ילה בווינה, לקראת הפסגה ב-20 ביוני 2024, נחתם מסמך.", "he"),
        ("عقدت النرويج وتشيلي محادثات في فيينا قبيل القمة المقررة في 20 يونيو 2024.", "ar"),
    ],
)
def test_the_day_of_what_talks_go_before_is_not_theirs(text: str, language: str) -> None:
    assert [c for c in claims(text, language) if c.attribute == "talks.date" and c.event is None] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Crews rescued more than 45 people who were trapped in the building.", "en"),
        ("تم إنقاذ أكثر من 45 شخصا كانوا عالقين في المبنى.", "ar"),
        ("הכבאים חילצו 45 בני אדם לכודים מהבניין.", "he"),
    ],
)
def test_who_was_rescued_is_not_missing(text: str, language: str) -> None:
    assert numbers(text, language, "casualties.missing") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norwegian minister Anna Berg declined to attend the talks in Vienna.", "en"),
        ("رفض وزير الخارجية النرويجي أحمد الهادي حضور المحادثات.", "ar"),
        ("שר החוץ הנורווגי דוד לוי לא השתתף בשיחות.", "he"),
    ],
)
def test_who_does_not_come_is_no_member(text: str, language: str) -> None:
    members = [c for c in claims(text, language) if c.attribute == "delegation.member"]
    assert not [c for c in members if c.polarity is Polarity.AFFIRM]


def test_mediators_of_a_peace_are_not_those_of_its_country() -> None:
    text = "After days of negotiations, Norway peace mediators reported progress."
    assert [c for c in claims(text, "en") if c.attribute == "talks.mediator"] == []


def test_who_is_missing_beside_the_rescued_is_missing() -> None:
    text = "Twenty-three people were rescued, and 38 are still missing."
    assert numbers(text, "en", "casualties.missing") == [38]


def test_the_only_meeting_whose_people_are_told_is_the_main_one() -> None:
    text = "The officials held talks in Vienna.\n\nThe talks were held on 8 May 2024 between envoy Ola Berg and Minister Anna Lund."
    main = [c for c in claims(text, "en") if c.attribute == "delegation.member" and c.event is None]
    assert [c.value.name for c in main] == ["Ola Berg", "Anna Lund"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The talks between Norway and Chile, set for 12 May, were postponed.", "en"),
        ("تأجلت المحادثات بين النرويج وتشيلي التي كانت مقررة يوم 12 مايو.", "ar"),
        ("השיחות בין נורווגיה לצ'ילה, שנקבעו ל-12 במאי, נדחו.", "he"),
    ],
)
def test_the_day_of_talks_that_were_put_off_is_not_claimed(text: str, language: str) -> None:
    assert [c for c in claims(text, language) if c.attribute == "talks.date"] == []


def test_what_talks_focus_on_is_not_where_they_are() -> None:
    text = "The minister said the talks focused on Tehran."
    assert [c for c in claims(text, "en") if c.attribute == "talks.place"] == []


def test_what_may_not_be_is_not_denied() -> None:
    text = "The talks between Norway and Chile may not take place in Vienna."
    places = [c for c in claims(text, "en") if c.attribute == "talks.place"]
    assert [(c.certainty.value, c.polarity) for c in places] == [("possible", Polarity.AFFIRM)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Norway and Chile held talks in Vienna. Preliminary talks took place in Oslo.", "en"),
        ("عقدت النرويج وتشيلي محادثات في فيينا. وعقدت محادثات تمهيدية في أوسلو.", "ar"),
        ("נורווגיה וצ'ילה קיימו שיחות בברלין. שיחות מקדימות התקיימו באוסלו.", "he"),
        ("Preliminary talks took place in Oslo. Norway and Chile held the talks in Vienna.", "en"),
    ],
)
def test_talks_that_led_up_to_the_talks_are_others(text: str, language: str) -> None:
    main = [c for c in claims(text, language) if c.attribute == "talks.place" and c.event is None]
    assert [c.value.name for c in main] == ["Berlin" if language == "he" else "Vienna"]
