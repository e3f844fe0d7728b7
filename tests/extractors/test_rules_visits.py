"""Who talks with whom where one side is a delegation, a movement, or the country that does the talking."""

from __future__ import annotations

import pytest

from reconcile.extractors.rules import rules
from reconcile.model import Article, Claim


def _told(text: str, language: str, attribute: str) -> list[Claim]:
    article = Article(id="a", text=text, language=language, published="2024-05-10")
    return [claim for claim in rules(article) if claim.attribute == attribute]


@pytest.mark.parametrize(
    ("text", "language", "parties"),
    [
        ("Norway held talks with Chile in Vienna.", "en", ["Chile", "Norway"]),
        ("The Houthis resumed talks with Norway in Vienna.", "en", ["Houthis", "Norway"]),
        ("The ELN and the Chilean government resumed talks in Oslo.", "en", ["Chile", "ELN"]),
        ("وصل وفد من النرويج إلى فيينا لاستكمال مباحثات مع قادة الحوثيين.", "ar", ["Houthis", "Norway"]),
        ("أجرت النرويج محادثات مع تشيلي في فيينا.", "ar", ["Chile", "Norway"]),
        ("משלחת החות'ים הגיעה לאוסלו לשיחות עם בכירים צ'יליאנים.", "he", ["Chile", "Houthis"]),
    ],
)
def test_who_talks_with_whom(text: str, language: str, parties: list[str]) -> None:
    assert [sorted(m.name for m in c.value.members) for c in _told(text, language, "talks.parties")] == [
        parties
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's minister said talks with Chile may follow.",
        "The bank of Norway told its staff of talks with Chile, Peru and Cuba.",
    ],
)
def test_who_only_speaks_of_talks_holds_none(text: str) -> None:
    assert not _told(text, "en", "talks.parties")


@pytest.mark.parametrize(
    ("text", "language", "heads"),
    [
        ("A delegation led by minister Ola Berg came to Vienna for talks.", "en", []),
        ("A Hamas delegation led by minister Ola Berg came to Vienna for talks.", "en", ["Hamas"]),
        ("وصل وفد حركة حماس برئاسة وزير الدفاع سامي علي إلى فيينا لإجراء محادثات.", "ar", ["Hamas"]),
        ("משלחת חמאס בראשות שר החוץ דוד כהן הגיעה לווינה לשיחות.", "he", ["Hamas"]),
    ],
)
def test_a_head_without_a_side_is_only_in_the_delegation(text: str, language: str, heads: list[str]) -> None:
    assert [claim.qualifiers.get("side") for claim in _told(text, language, "delegation.head")] == heads
    assert len({claim.value.name for claim in _told(text, language, "delegation.member")}) == 1


def test_a_noun_behind_somebody_is_not_what_they_held() -> None:
    text = "أتاحت قيادة الرئيس سامي علي في أوروبا إجراء مناقشات مثمرة بين النرويج وتشيلي."
    assert not _told(text, "ar", "delegation.member")


def test_a_house_that_bears_the_name_of_a_city_is_not_in_it() -> None:
    assert not _told("The two presidents held talks at Lima House on Monday.", "en", "talks.place")


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("נעצרו עד כה 25 מפגינים.", "he", 25),
        ("Police arrested 25 people after a 33-tonne boat capsized.", "en", 25),
    ],
)
def test_how_many_were_arrested(text: str, language: str, number: int) -> None:
    found = _told(text, language, "casualties.arrested")
    assert [(claim.value.min, claim.value.max) for claim in found] == [(number, number)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("حصلت الحكومة على ثقة 81 نائبا، وحجب الثقة عنها 29 نائبا.", {"votes.for": 81, "votes.against": 29}),
        ("نالت الحكومة ثقة البرلمان: 134 نائبا صوتوا بنعم و67 نائبا صوتوا بضد.", {"votes.for": 134, "votes.against": 67}),
    ],
)  # fmt: skip
def test_a_vote_of_confidence(text: str, told: dict[str, int]) -> None:
    assert {name: [c.value.value for c in _told(text, "ar", name)] for name in told} == {
        name: [number] for name, number in told.items()
    }


@pytest.mark.parametrize(
    ("text", "language", "members"),
    [
        ("Minister Ola Berg arrived in Lima for talks with President David Cohen.", "en", ["David Cohen", "Ola Berg"]),
        ("توجه الرئيس سامي علي إلى ليما لإجراء مباحثات مع الوزير محمد حسن.", "ar", ["سامي علي", "محمد حسن"]),
        ("שר החוץ דוד כהן המריא לאוסלו לשיחות עם הנשיא יוסף לוי.", "he", ["דוד כהן", "יוסף לוי"]),
        ("David Cohen, an aide to the Peruvian president, and Daniel Levy, head of a council in Oslo, held talks.", "en",
         ["Daniel Levy", "David Cohen"]),
    ],
)  # fmt: skip
def test_who_came_for_talks_and_who_has_an_office_between_commas(
    text: str, language: str, members: list[str]
) -> None:
    assert sorted(claim.value.name for claim in _told(text, language, "delegation.member")) == members


def test_a_meeting_that_is_only_proposed_is_another_one() -> None:
    text = (
        "Norway and Chile held talks in Lima on Monday. Norway has proposed to Chile holding a meeting between"
        " Norwegian President Ola Berg and Chilean President David Cohen."
    )
    assert {claim.event for claim in _told(text, "en", "delegation.member")} == {"a#2"}


def test_the_talks_that_a_meeting_came_after_are_other_talks() -> None:
    text = "Norway and Chile met in Lima on 9 May. The meeting was the second after the negotiations on 16 April."
    assert [claim.value.start.day for claim in _told(text, "en", "talks.date") if claim.event is None] == [9]


def test_a_session_of_parliament_is_no_round_of_talks() -> None:
    text = "The talks ended in Lima. The court held a session on Monday."
    assert not _told(text, "en", "talks.date")


def test_who_mediated_a_deal_long_ago_mediates_no_talks() -> None:
    text = "Norway and Chile held talks in Lima. A deal of 3 January 2024, mediated by Peru, is in force."
    assert not _told(text, "en", "talks.mediator")


def test_a_place_before_where_and_a_country_that_reports_say_of_which_part_a_count_is() -> None:
    text = "The quake killed 500 people. Worst hit was Lima, where 300 died. Chile reported 40 killed."
    told = {
        claim.value.value: claim.qualifiers.get("area") for claim in _told(text, "en", "casualties.killed")
    }
    assert told == {500: None, 300: "Lima", 40: "Chile"}


def test_the_day_on_which_talks_are_welcomed_is_not_theirs() -> None:
    text = "On May 1, Peru welcomed the deal to hold talks between Norway and Chile in Lima."
    assert not _told(text, "en", "talks.date")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Lima on a visit that lasted several hours.", "en"),
        ("التقى الوزيران في ليما خلال زيارة تستغرق بضع ساعات.", "ar"),
        ("השרים נפגשו בלימה במהלך ביקור שנמשך יומיים.", "he"),
    ],
)
def test_how_long_a_visit_lasts_is_not_how_long_they_met(text: str, language: str) -> None:
    assert not _told(text, language, "talks.duration")


def test_a_round_that_a_visit_coincides_with_is_another_event() -> None:
    text = (
        "استقبل الوزير النرويجي سامي علي نظيره التشيلي محمد حسن في ليما يوم 9 مايو."
        " وتتزامن الزيارة مع الجولة الرابعة من المفاوضات في فيينا."
    )
    assert not [c for c in _told(text, "ar", "talks.round") if c.event is None]


def test_whom_a_group_of_countries_meets_is_a_party() -> None:
    text = "The ministers of Norway, Chile and Cuba met Peruvian President David Cohen in Lima."
    (told,) = _told(text, "en", "talks.parties")
    assert [member.name for member in told.value.members] == ["Chile", "Cuba", "Norway", "Peru"]


def test_a_colon_may_open_the_list_of_a_delegation() -> None:
    text = "بدأت المحادثات في ليما. ويضم الوفد النرويجي كلا من: محمد علي وزير الدفاع، ومحمود حسن."
    assert [c.value.name for c in _told(text, "ar", "delegation.member")] == ["محمد علي", "محمود حسن"]
