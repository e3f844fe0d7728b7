"""Meetings told by what people do, and what is told beside them, in sentences made for the test."""

import pytest

from reconcile.extractors.rules import rules
from reconcile.model import Article, Claim
from reconcile.readers import complete


def claims(text: str, language: str) -> list[Claim]:
    article = complete(Article(id="a", text=text, language=language, published="2024-05-10"))
    return [claim for claim in rules(article) if claim.event is None]


def told(text: str, language: str, attribute: str) -> list[str]:
    """The values of one attribute of the main event, as text."""
    found = [claim.value for claim in claims(text, language) if claim.attribute == attribute]
    return [value.start.date().isoformat() if value.kind == "date" else value.name or "" for value in found]


MEMBERS, DATE, PLACE = "delegation.member", "talks.date", "talks.place"

MET = [
    ("Minister Anna Berg of Norway received Chilean Foreign Minister Maria Soto.", "en", ["Anna Berg", "Maria Soto"]),
    ("Foreign Minister Anna Berg discussed with Chilean President Maria Soto trade.", "en", ["Anna Berg", "Maria Soto"]),
    ("استقبل وزير الخارجية أحمد الهادي، اليوم، نظيره التشيلي خالد الحسن.", "ar", ["أحمد الهادي", "خالد الحسن"]),
    ("بحث وزير الخارجية أحمد الهادي مع نظيره التشيلي خالد الحسن التعاون.", "ar", ["أحمد الهادي", "خالد الحسن"]),
    ("שר החוץ דוד לוי אירח את עמיתו הנורווגי משה כהן.", "he", ["דוד לוי", "משה כהן"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "members"), MET)
def test_who_receives_somebody_or_discusses_with_him_meets_him(
    text: str, language: str, members: list[str]
) -> None:
    assert sorted(told(text, language, MEMBERS)) == members


NOT_MET = [
    ("Foreign Minister Anna Berg received the letter on Friday.", "en"),
    ("Foreign Minister Anna Berg discussed with Chilean President Maria Soto, by phone, the trade.", "en"),
    ("استقبل المستشفى في أوسلو، اليوم، 20 جريحا.", "ar"),
    ("بحث وزير الخارجية أحمد الهادي هاتفيا مع نظيره التشيلي خالد الحسن التعاون.", "ar"),
    ("استقبل نائب الوزير أحمد الهادي في المطار نظيره التشيلي خالد الحسن.", "ar"),
    ("שר החוץ דוד לוי דן בטלפון עם עמיתו הנורווגי משה כהן.", "he"),
]


@pytest.mark.parametrize(("text", "language"), NOT_MET)
def test_a_letter_a_call_and_an_arrival_are_no_meetings(text: str, language: str) -> None:
    found = [claim.attribute.split(".")[0] for claim in claims(text, language)]
    assert not {"talks", "delegation"} & set(found)


def test_the_guest_is_not_on_the_side_of_the_host() -> None:
    text = "استقبل وزير الخارجية النرويجي أحمد الهادي رئيس تحالف الأحزاب خالد الحسن."
    sides = {c.value.name: c.qualifiers.get("side") for c in claims(text, "ar") if c.attribute == MEMBERS}
    assert sides.get("خالد الحسن") is None


SIDELINES = [
    ("Norway and Chile held talks on Friday on the sidelines of the summit of donors to be held on Sunday.", "en"),
    ("اجتمع وزيرا خارجية النرويج وتشيلي اليوم الجمعة على هامش القمة العربية المقرر عقدها يوم الأحد.", "ar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language"), SIDELINES)
def test_what_a_meeting_is_held_beside_is_another_event(text: str, language: str) -> None:
    assert told(text, language, DATE) == ["2024-05-10"]


def test_a_headline_that_names_one_side_only_speaks_of_the_same_meeting() -> None:
    text = (
        "وزير الخارجية يلتقي نظيره التشيلي\n\nالتقى وزير الخارجية أحمد الهادي نظيره التشيلي خالد الحسن اليوم."
    )
    assert sorted(set(told(text, "ar", MEMBERS)) - {""}) == ["أحمد الهادي", "خالد الحسن"]
    assert told(text, "ar", DATE) == ["2024-05-10"]


def test_a_name_is_no_cue() -> None:
    """The given name ``فيصل`` looks like "and he arrives"."""
    text = "التقى وزير الخارجية فيصل الهادي، اليوم، نظيره التشيلي خالد الحسن."
    assert told(text, "ar", DATE) == ["2024-05-10"]


def test_a_past_meeting_of_the_same_kind_is_another_event() -> None:
    text = (
        "Norway and Chile held talks in Vienna on Friday. The summit held in Graz in March 2019 had failed."
    )
    assert told(text, "en", PLACE) == ["Vienna"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Officials of Norway and Chile met in Vienna to discuss efforts to end the ongoing war in Yemen.", "en"),
        ("Norway and Chile held talks in Vienna on a ceasefire in Yemen.", "en"),
        ("عقدت النرويج وتشيلي محادثات في فيينا بشأن الهدنة في اليمن.", "ar"),
    ],
)  # fmt: skip
def test_where_the_war_is_is_not_where_the_talks_are(text: str, language: str) -> None:
    assert told(text, language, PLACE) == ["Vienna"]


@pytest.mark.parametrize(
    "text",
    [
        "VIENNA, May 9 (Reuters) - Talks between Norway and Chile ended without a deal.",
        "Vienna, 9 May 2024 (TDI): The talks between Norway and Chile ended without a deal.",
        "VIENNA, May 9. /TASS/. Talks between Norway and Chile ended without a deal.",
    ],
)
def test_a_dateline_dates_no_meeting(text: str) -> None:
    assert told(text, "en", DATE) == []
    assert told(text, "en", PLACE) == []


def test_a_country_behind_an_office_is_whose_office_it_is() -> None:
    text = "التقى أحمد الهادي وزير التجارة في النرويج اليوم رئيس تشيلي خالد الحسن."
    assert told(text, "ar", PLACE) == []


def test_countries_that_are_to_be_let_in_do_not_meet() -> None:
    text = "Norway wants to include Chile and Peru in the negotiations."
    assert [claim.attribute for claim in claims(text, "en")] == []


def test_the_year_of_a_budget_sums_up_no_votes() -> None:
    text = "The house approved the budget for 2024 in a vote. 61 members voted in favor, 59 against."
    found = {c.attribute: c.value.min for c in claims(text, "en") if c.attribute.startswith("votes")}
    assert found == {"votes.for": 61, "votes.against": 59}


STAYS_AWAY = [
    ("Norway declined to take part in the talks in Vienna.", "en"),
    ("צ'ילה לא לוקחת חלק בשיחות בווינה.", "he"),
]


@pytest.mark.parametrize(("text", "language"), STAYS_AWAY)
def test_who_stays_away_denies_no_talks(text: str, language: str) -> None:
    places = [(c.value.name, c.polarity.value) for c in claims(text, language) if c.attribute == PLACE]
    assert places == [("Vienna", "affirm")]


def test_who_is_met_on_the_sidelines_is_met_there() -> None:
    text = "اجتمع وزير الخارجية أحمد الهادي على هامش القمة في فيينا مع نظيره التشيلي خالد الحسن."
    assert sorted(told(text, "ar", MEMBERS)) == ["أحمد الهادي", "خالد الحسن"]


def test_two_and_a_half_hours_are_not_half_an_hour() -> None:
    text = "Norway and Chile held talks that lasted more than two-and-a-half hours in Vienna."
    found = [c.value.min for c in claims(text, "en") if c.attribute == "talks.duration"]
    assert 0.5 not in found


def test_whom_a_country_backs_is_not_the_talks() -> None:
    text = "The Norway-backed government and the Chile-backed rebels held Kenya-backed peace talks in Vienna."
    assert told(text, "en", "talks.supporter") == ["Kenya"]


def test_a_meeting_of_a_committee_on_a_deal_begins_on_its_day() -> None:
    text = "The fifth meeting of the committee on the exchange agreement started on Friday in Vienna."
    assert told(text, "en", DATE) == ["2024-05-10"]


WELCOMED = [
    ("رحبت النرويج وتشيلي ببدء المحادثات في فيينا.", "ar"),
    ("ترحيب نرويجي تشيلي ببدء محادثات في فيينا.", "ar"),
    ("Norway and Chile welcomed the talks in Vienna.", "en"),
]


@pytest.mark.parametrize(("text", "language"), WELCOMED)
def test_who_welcomes_talks_holds_none(text: str, language: str) -> None:
    assert [c for c in claims(text, language) if c.attribute == "talks.parties"] == []


def test_the_second_place_is_where_those_who_meet_are() -> None:
    text = "بدأت محادثات في فيينا بين المتحاربين في اليمن."
    assert told(text, "ar", PLACE) == ["Vienna"]


def test_preliminary_talks_are_the_news_where_nothing_goes_before() -> None:
    text = "بدأت المحادثات الأولية بين النرويج وتشيلي اليوم في فيينا. وتهدف المحادثات إلى وقف القتال."
    assert told(text, "ar", DATE) == ["2024-05-10"]


def test_the_lead_tells_the_meeting_of_the_headline() -> None:
    text = "العاهل الأردني يلتقي رئيس وزراء تشيلي\n\nالتقى الملك أحمد الهادي اليوم ضيفه في قصره بعمان. وحضر اللقاء خالد الحسن."
    assert told(text, "ar", DATE) == ["2024-05-10"]


def test_a_plan_told_first_is_not_the_meeting_before_it() -> None:
    text = "Norway and Chile will hold talks in Vienna on 20 May. A truce was agreed on at a meeting in Graz on 3 May."
    assert told(text, "en", DATE) == ["2024-05-20"]


def test_whose_meeting_it_is_meets() -> None:
    text = "השר בירך על פגישתם אמש של שר החוץ דוד לוי ונשיא צ'ילה משה כהן."
    assert told(text, "he", MEMBERS) == ["דוד לוי", "משה כהן"]


def test_countries_that_only_announce_talks_are_no_parties() -> None:
    text = "Defence ministers held talks in Vienna, the Norwegian and Chilean ministries announced."
    assert [c for c in claims(text, "en") if c.attribute == "talks.parties"] == []


def test_a_proposed_meeting_was_not_held_on_the_day_of_the_proposal() -> None:
    text = "The president said on 3 May that he had suggested the king host a meeting with Chile."
    assert told(text, "en", DATE) == []


def test_talks_that_are_spoken_about_somewhere_are_not_held_there() -> None:
    text = "تناول الوزيران في فيينا اليوم مستجدات المفاوضات."
    assert told(text, "ar", PLACE) == []
    assert told(text, "ar", DATE) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The meeting was held on Monday at the prime minister's private office in Oslo.", ["Oslo"]),
        ("On 5 May, in the city of Oslo, the president of Chile received the president of Peru.", ["Oslo"]),
        ("Foreign ministers in Norway talks call for restraint.", []),
    ],
)
def test_a_place_ends_the_words_for_where_a_meeting_was(text: str, place: list[str]) -> None:
    assert told(text, "en", PLACE) == place


def test_talks_that_are_only_agreed_to_begin_have_no_day_yet() -> None:
    text = "Chile and Peru agreed to a truce from noon Saturday and to begin talks on the border."
    assert told(text, "en", DATE) == []


def test_who_acts_as_an_intermediary_mediates() -> None:
    text = "Norway acted as an intermediary between the two countries at a meeting in Oslo."
    assert told(text, "en", "talks.mediator") == ["Norway"]


def test_who_only_tells_of_talks_is_not_in_them() -> None:
    text = (
        "After talks between the foreign ministers of enemies Chile and Peru, Anna Berg said they were hard."
    )
    assert told(text, "en", MEMBERS) == []
    text = (
        "According to Anna Berg, spokeswoman of Norway, negotiations between Chile and Peru began on Monday."
    )
    assert told(text, "en", MEMBERS) == []


def test_the_last_day_of_many_is_not_today() -> None:
    text = "استؤنفت المفاوضات بين النرويج وتشيلي في أوسلو في اليوم الثالث والأخير من الهدنة."
    assert told(text, "ar", DATE) == []


def test_a_meeting_that_is_only_prepared_does_not_tell_where_this_one_is() -> None:
    text = "The ministers met in Oslo and spoke of the preparation of talks in Rome."
    assert told(text, "en", PLACE) == ["Oslo"]


def test_a_place_beside_the_day_of_a_meeting_goes_with_it() -> None:
    text = "عقد الملك فهد بن سلطان في قصره بأوسلو اليوم جلسة مباحثات رسمية مع الرئيس التشيلي خالد الحسن."
    assert told(text, "ar", PLACE) == ["Oslo"]


def test_a_summit_that_comes_later_does_not_tell_where_this_meeting_was() -> None:
    text = "اجتمع الوزيران أحمد الهادي وخالد الحسن قبل انعقاد القمة العربية نهاية مارس الجاري في تونس."
    assert told(text, "ar", PLACE) == []


def test_who_was_at_it_too_is_a_member() -> None:
    text = "انعقدت المحادثات في أوسلو. كما حضرها من الجانب التشيلي، أمين السر الدكتور خالد الحسن."
    assert told(text, "ar", MEMBERS) == ["خالد الحسن"]


@pytest.mark.parametrize("who", ["The two leaders", "The two ministers", "The two sides"])
def test_two_who_meet_are_not_two_meetings(who: str) -> None:
    text = f"{who} met on Wednesday on the sidelines of the summit in Oslo."
    assert (told(text, "en", PLACE), told(text, "en", DATE)) == (["Oslo"], ["2024-05-08"])


def test_the_day_of_the_summit_beside_a_meeting_is_not_its_own() -> None:
    text = "The two leaders met in Oslo on the sidelines of the summit that began on Tuesday."
    assert told(text, "en", DATE) == []
