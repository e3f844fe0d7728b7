"""What the sample story shows: the one contradiction, the differences that are none, and silent traps."""

from functools import cache

import pytest

import reconcile as rc


@cache
def _result(articles: bool) -> rc.Result:
    return rc.reconcile(
        rc.load_sample("paris_talks", articles=True) if articles else rc.load_sample("paris_talks")
    )


def _of(kind: str, *, articles: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    return [(f.attribute, tuple(sorted(f.articles))) for f in _result(articles).findings if f.kind == kind]


@pytest.mark.parametrize("articles", [False, True])
def test_the_day_of_the_talks_is_the_one_contradiction(articles: bool) -> None:
    (contradiction,) = _result(articles).contradictions
    assert contradiction.attribute == "talks.date"
    assert set(contradiction.articles) == {"kav_ofek", "al_sindiyan", "nibras"}


@pytest.mark.parametrize("articles", [False, True])
def test_it_looks_like_a_slip_of_the_month_on_one_side(articles: bool) -> None:
    (contradiction,) = _result(articles).contradictions
    articles_of = {claim.id: claim.article.id for claim in _result(articles).claims}
    (slip,) = [guess for guess in contradiction.hypotheses if guess.kind == "month_slip"]
    assert {articles_of[claim] for claim in slip.claims} == {"kav_ofek"}
    assert {support.kind for support in slip.support} >= {"origins", "publication", "calendar"}


@pytest.mark.parametrize("articles", [False, True])
def test_who_led_the_delegation_is_a_disagreement(articles: bool) -> None:
    assert _of("disagreement", articles=articles) == [("delegation.head", ("kav_ofek", "nibras"))]


def test_possible_attendance_and_attendance_are_an_update() -> None:
    updates = sorted(articles for attribute, articles in _of("update") if attribute == "delegation.member")
    assert updates == [("al_ataba", "kav_ofek", "nibras"), ("kav_ofek", "nibras")]


@pytest.mark.parametrize("articles", [False, True])
def test_two_months_and_several_months_are_shown_and_do_not_contradict(articles: bool) -> None:
    assert "pause.duration" in [attribute for attribute, _ in _of("difference", articles=articles)]


def test_a_role_without_a_name_is_a_named_member() -> None:
    members = [
        f for f in _result(False).facts if f.attribute == "delegation.member" and f.value.kind == "person"
    ]
    assert len([fact for fact in members if getattr(fact.value, "name", None)]) == 8


def test_five_outlets_agree_on_the_place() -> None:
    (place,) = [fact for fact in _result(False).facts if fact.attribute == "talks.place"]
    assert (place.status, len(place.articles)) == ("agreed", 5)


def test_the_ministers_meeting_in_the_same_city_is_another_event() -> None:
    events = {claim.claim.attribute: claim.event for claim in _result(False).claims}
    assert events["meeting.place"] != events["talks.place"]


@pytest.mark.parametrize("trap", ["ארבעה", "50 מיליון", "120", "500 حرف", "اليوم الخميس", "10 בנובמבר"])
def test_teasers_captions_and_furniture_make_no_claim(trap: str) -> None:
    assert [claim.claim.quote for claim in _result(True).claims if trap in (claim.claim.quote or "")] == []
