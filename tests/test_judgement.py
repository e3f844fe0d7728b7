"""What a difference means on the whole path, told as small invented stories: conflict, update, correction, scope."""

from __future__ import annotations

import pytest

import reconcile as rc
from reconcile.model import Claim, Relation
from reconcile.model import RelationKind as R
from tests.support import dated, killed, said

_NONE = {"kind": "set", "members": [], "closed": True}
_YES, _NO = {"kind": "boolean", "value": True}, {"kind": "boolean", "value": False}


def _relations(*claims: Claim) -> list[Relation]:
    return [r for r in rc.reconcile(list(claims)).data.relations if r.evidence is not None]


def _only(*claims: Claim) -> R:
    (found,) = _relations(*claims)
    return found.relation


def _found(*claims: Claim) -> list[str]:
    return sorted(str(finding.kind) for finding in rc.reconcile(list(claims)).findings)


def _by(source: str) -> list[dict[str, str]]:
    return [{"source": source}]


# --- corrections


def test_a_corrected_value_opposes_nobody_who_told_the_right_one() -> None:
    story = [
        said("vote.for", 63, "a", "2026-01-05T18:00Z"),
        said("vote.for", 68, "b", "2026-01-05T19:00Z", article="b1"),
        said("vote.for", 63, "b", "2026-01-06T08:00Z", article="b2", language="en", quote="Correction: 63"),
    ]
    assert _only(*story) is R.CORRECTS


def test_who_repeats_a_corrected_value_contradicts() -> None:
    story = [
        said("vote.for", 68, "b", "2026-01-05T19:00Z", article="b1"),
        said("vote.for", 63, "b", "2026-01-06T08:00Z", article="b2", language="en", quote="Correction: 63"),
        said("vote.for", 68, "c", "2026-01-07T08:00Z"),
    ]
    assert _only(*story) is R.CONTRADICTS


def test_a_value_that_everybody_left_is_corrected_by_the_one_they_went_to() -> None:
    story = [
        dated("2025-12-05", "a", "2026-01-06", article="a1"),
        dated("2026-01-05", "a", "2026-01-08", article="a2"),
        dated("2026-01-05", "b", "2026-01-05"),
    ]
    assert _only(*story) is R.CORRECTS


def test_a_value_that_one_outlet_left_and_another_holds_is_in_dispute() -> None:
    story = [
        dated("2025-12-05", "a", "2026-01-06", article="a1"),
        dated("2026-01-05", "a", "2026-01-08", article="a2"),
        dated("2025-12-05", "b", "2026-01-05"),
    ]
    assert _only(*story) is R.CONTRADICTS


def test_leaving_a_value_settles_nothing_with_a_third_one() -> None:
    story = [
        said("dam.height", 78, "a", "2026-01-06", article="a1"),
        said("dam.height", 60, "a", "2026-01-08", article="a2"),
        said("dam.height", 77, "b", "2026-01-07"),
    ]
    assert sorted(r.relation for r in _relations(*story)) == [R.CONTRADICTS, R.CONTRADICTS, R.CORRECTS]


def test_an_outlet_that_relays_two_sources_corrects_neither() -> None:
    story = [
        said("ferry.overloaded", _NO, "a", "2026-01-05", article="a1", attribution=_by("the minister")),
        said("ferry.overloaded", _YES, "a", "2026-01-07", article="a2", attribution=_by("the coast guard")),
    ]
    assert _only(*story) is R.CONTRADICTS


# --- time


def test_figures_of_one_vintage_are_of_one_time() -> None:
    final = {"vintage": "100"}
    story = [
        said("vote.share", 44.6, "a", "2026-01-05T08:00Z", qualifiers=final),
        said("vote.share", 46.6, "b", "2026-01-05T09:00Z", qualifiers=final),
    ]
    assert _only(*story) is R.CONTRADICTS


def test_figures_of_two_vintages_are_an_update() -> None:
    story = [
        said("vote.share", 44.6, "a", "2026-01-05T08:00Z", qualifiers={"vintage": "90"}),
        said("vote.share", 46.6, "b", "2026-01-05T09:00Z", qualifiers={"vintage": "100"}),
    ]
    assert _only(*story) is R.SUPERSEDES


def test_a_state_with_its_time_may_change() -> None:
    story = [
        said("probe.lost", _NO, "a", "2026-01-05T08:00Z", as_of="2026-01-05"),
        said("probe.lost", _YES, "b", "2026-01-09T08:00Z"),
    ]
    assert _only(*story) is R.SUPERSEDES


def test_a_state_without_its_time_does_not_change() -> None:
    story = [
        said("probe.lost", _NO, "a", "2026-01-05T08:00Z"),
        said("probe.lost", _YES, "b", "2026-01-09T08:00Z"),
    ]
    assert _only(*story) is R.CONTRADICTS


def test_a_stated_none_of_a_count_is_its_zero() -> None:
    assert _only(killed(_NONE, "a", "2026-01-05"), killed(4, "b", "2026-01-06")) is R.SUPERSEDES
    assert _only(killed(4, "a", "2026-01-05"), killed(_NONE, "b", "2026-01-06")) is R.CONTRADICTS
    (fact,) = rc.reconcile([killed(_NONE, "a"), killed(0, "b")]).facts
    assert fact.articles == ("a", "b")


@pytest.mark.parametrize("as_of", [None, "2026-01-06"])
def test_two_named_sources_on_one_page_disagree(as_of: str | None) -> None:
    story = [
        killed(9000, "a", "2026-01-06T09:00Z", attribution=_by("the Red Crescent")),
        killed(4000, "a", "2026-01-06T09:00Z", attribution=_by("the ministry"), as_of=as_of),
    ]
    assert _only(*story) is R.ATTRIBUTED_DISAGREEMENT


# --- measures


def test_two_agencies_measure_one_shock_differently() -> None:
    story = [
        said("quake.magnitude", 6.1, "a", "2026-01-05T08:00Z", attribution=_by("the US Geological Survey")),
        said(
            "quake.magnitude", 6.5, "b", "2026-01-05T09:00Z", attribution=_by("the Norwegian seismic array")
        ),
    ]
    assert _only(*story) is R.ATTRIBUTED_DISAGREEMENT


@pytest.mark.parametrize(("other", "relation"), [(6.2, R.APPROXIMATES), (6.5, R.SUPERSEDES)])
def test_a_magnitude_is_told_to_a_tenth_and_revised(other: float, relation: R) -> None:
    story = [
        said("quake.magnitude", 6.1, "a", "2026-01-05T08:00Z"),
        said("quake.magnitude", other, "b", "2026-01-05T09:00Z"),
    ]
    assert _only(*story) is relation


def test_two_names_of_a_count_of_votes_meet() -> None:
    assert _only(said("vote.for", 63, "a"), said("vote.votes_for", 68, "b")) is R.CONTRADICTS


def test_a_headline_that_others_agree_with_still_opposes_its_own_text() -> None:
    story = [
        said("raid.rooms", 2, "a", zone="headline", quote="two rooms"),
        said("raid.rooms", 1, "a", quote="one room"),
        said("raid.rooms", 2, "b"),
    ]
    assert _found(*story) == ["contradiction"]


# --- parts and things


def test_a_rate_of_a_part_may_exceed_that_of_the_whole() -> None:
    young = said("jobless.rate", {"kind": "quantity", "value": 20}, "b", qualifiers={"group": "under 25"})
    assert _only(said("jobless.rate", {"kind": "quantity", "value": 5}, "a"), young) is R.SCOPE_DIFFERS


@pytest.mark.parametrize(("total", "derived"), [(12, 2), (15, 0)])
def test_the_dead_of_two_sides_add_up_in_any_language(total: int, derived: int) -> None:
    story = [
        killed(7, "a", language="he", quote="שבעה הרוגים בצד הארמני", qualifiers={"side": "ארמניה"}),
        killed(5, "b", language="ar", quote="مقتل خمسة أذربيجانيين", qualifiers={"side": "أذربيجان"}),
        killed(total, "c", language="en", quote=f"{total} killed on both sides"),
    ]
    kinds = [relation.relation for relation in rc.reconcile(story).data.relations]
    assert kinds.count(R.DERIVED) == derived
    assert R.CONTRADICTS not in kinds


_CALM: tuple[tuple[int, str, str], ...] = ((20, "a", "2026-01-06T08:00Z"), (20, "b", "2026-01-06T09:00Z"),
                                           (24, "c", "2026-01-07T08:00Z"), (24, "d", "2026-01-07T10:00Z"))  # fmt: skip


@pytest.mark.parametrize("qualifier", [{"group": "children"}, {"area": "Haifa"}, {"window": "2026-01-06"}])
@pytest.mark.parametrize("moved", range(4))
def test_a_part_moved_in_or_out_turns_no_silent_story_into_an_error(
    qualifier: dict[str, str], moved: int
) -> None:
    """One claim has the qualifier that the others lack, and one lacks what the others have."""
    for bearers in ({moved}, {0, 1, 2, 3} - {moved}):
        story = [
            killed(number, outlet, at, qualifiers=qualifier if place in bearers else {})
            for place, (number, outlet, at) in enumerate(_CALM)
        ]
        assert "contradiction" not in _found(*story)


def test_two_claims_that_leave_out_of_which_thing_do_not_oppose_each_other() -> None:
    told = [("a", 2, "red"), ("a", 1, "blue"), ("b", 3, None), ("c", 0, None)]
    story = [
        said("match.goals", goals, outlet, qualifiers={"team": team} if team else {})
        for outlet, goals, team in told
    ]
    assert _found(*story) == []


def test_a_thing_that_is_told_apart_once_leaves_no_doubt_about_the_rest() -> None:
    story = [
        said("match.attendance", 4100, "a", qualifiers={"ground": "north park"}),
        said("match.attendance", 4700, "b"),
        said("match.attendance", 4950, "c"),
    ]
    assert _found(*story) == ["contradiction"]


# --- counts that grow


def test_an_old_figure_told_within_half_a_day_lags() -> None:
    story = [
        killed(40, "a", "2026-01-05T08:00Z"),
        killed(30, "b", "2026-01-05T18:00Z"),
        killed(60, "c", "2026-01-06T08:00Z"),
    ]
    assert _found(*story) == ["update"]


def test_a_figure_that_was_exceeded_long_before_does_not_lag() -> None:
    story = [
        killed(40, "a", "2026-01-05T08:00Z"),
        killed(30, "b", "2026-01-05T21:00Z"),
        killed(60, "c", "2026-01-06T08:00Z"),
    ]
    assert "contradiction" in _found(*story)


def test_a_correction_without_dates_is_still_the_later_one() -> None:
    story = [
        said("vote.for", 68, "b", None, article="b1"),
        said("vote.for", 63, "b", None, article="b2", language="en", quote="Correction: 63"),
    ]
    assert _only(*story) is R.CORRECTS


def test_a_lower_figure_beside_a_higher_one_is_not_what_the_article_holds() -> None:
    story = [
        killed(4, "a", "2026-01-05T08:00Z"),
        killed(3, "b", "2026-01-05T12:00Z", quote="three at first"),
        killed(6, "b", "2026-01-05T12:00Z", quote="six by noon"),
    ]
    assert "contradiction" not in _found(*story)


def test_a_none_beside_counts_is_a_zero_where_nobody_declared_the_attribute() -> None:
    story = [said("raid.rooms", _NONE, "a"), said("raid.rooms", 4, "b")]
    assert (_only(*story), _only(*reversed(story))) == (R.CONTRADICTS, R.CONTRADICTS)


# --- who holds an office


def _is(person: str, title: str, outlet: str, **keys: str) -> Claim:
    office = {"kind": "role", "title": title, **keys}
    return said("person.role", office, outlet, qualifiers={"person": person})


def test_two_holders_of_one_seat_contradict() -> None:
    story = [
        _is("Dana Lev", "defence minister", "a", of="Norway"),
        _is("Omar Haddad", "defence minister", "b", of="Norway"),
    ]
    assert _found(*story) == ["contradiction"]


@pytest.mark.parametrize(
    ("title", "of", "standing"),
    [("defence minister", "Sweden", {}), ("senator", "Norway", {}),
     ("defence minister", "Norway", {"standing": "former"})],
)  # fmt: skip
def test_two_offices_or_a_former_holder_do_not(title: str, of: str, standing: dict[str, str]) -> None:
    rival = _is("Omar Haddad", title, "b", of=of, **standing)
    assert _found(_is("Dana Lev", title, "a", of="Norway"), rival) == []


def test_one_holder_under_two_names_is_one() -> None:
    story = [
        _is("Dana Lev", "defence minister", "a", of="Norway"),
        _is("דנה לב", "שר ההגנה", "b", of="נורווגיה"),
    ]
    assert "contradiction" not in _found(*story)


def test_a_body_with_two_heads_contradicts() -> None:
    body = {"kind": "organisation", "name": "Harbour Authority"}
    story = [
        said("person.heads", body, "a", qualifiers={"person": "Dana Lev"}, event="e"),
        said("organisation.head", {"kind": "person", "name": "Omar Haddad"}, "b",
             qualifiers={"organisation": "Harbour Authority"}, event="e"),
    ]  # fmt: skip
    assert _found(*story) == ["contradiction"]


# --- whose value it is


def test_a_correction_of_one_outlet_does_not_speak_for_another() -> None:
    story = [
        said("bridge.built", {"kind": "date", "value": "1968"}, "a", "2026-01-05"),
        said("bridge.built", {"kind": "date", "value": "1986"}, "b", "2026-01-05"),
        said("bridge.built", {"kind": "date", "value": "1986"}, "c", "2026-01-05", article="c1"),
        said("bridge.built", {"kind": "date", "value": "1968"}, "c", "2026-01-06", article="c2", language="en",
             quote="Correction: built in 1968"),
    ]  # fmt: skip
    assert _only(*story) is R.CONTRADICTS


def test_a_doubtful_reading_of_one_outlet_does_not_soften_the_plain_one_of_another() -> None:
    doubtful = {
        "kind": "date",
        "value": "2024-05-07",
        "alternatives": [{"kind": "date", "value": "2024-07-05"}],
    }
    story = [dated("2024-05-07", "a"), dated("2024-07-05", "b")]
    assert "contradiction" in _found(*story, said("talks.date", doubtful, "c"))


# --- words that exclude each other


@pytest.mark.parametrize(
    ("attribute", "one", "other"),
    [
        ("talks.outcome", "הושג הסכם", "دون اتفاق"), ("talks.outcome", "deal", "כישלון"),
        ("talks.course", "began", "انتهت"), ("talks.course", "החלו", "ended"),
        ("raid.confirmation", "confirmed", "نفت"), ("raid.confirmation", "أكدت", "הכחישה"),
        ("border.mood", "calm", "متوتر"), ("border.mood", "רגוע", "tense"),
    ],
)  # fmt: skip
def test_words_of_a_closed_set_exclude_each_other_in_any_language(
    attribute: str, one: str, other: str
) -> None:
    texts = [said(attribute, {"kind": "text", "text": text}, name, "2026-01-06T09:00Z")
             for name, text in zip("ab", (one, other), strict=True)]  # fmt: skip
    assert _only(*texts) is R.CONTRADICTS


@pytest.mark.parametrize(("day", "relation"), [("2026-01-12", R.CONTRADICTS), ("2026-01-13", R.SUPERSEDES)])
def test_an_office_may_change_hands_but_not_within_a_week(day: str, relation: R) -> None:
    told = [("Dana Lev", "a", "2026-01-06"), ("Omar Haddad", "b", day)]
    claims = [
        said(
            "office.holder",
            {"kind": "person", "name": name},
            outlet,
            published,
            qualifiers={"office": "mayor of Oldford"},
        )
        for name, outlet, published in told
    ]
    assert _only(*claims) is relation


@pytest.mark.parametrize(("clock", "relation"), [("03:17", R.UNDECIDED), ("03:18", R.CONTRADICTS)])
def test_clocks_of_reports_are_minutes_apart(clock: str, relation: R) -> None:
    told = [
        said("quake.start", {"kind": "date", "value": f"2026-05-01T{at}"}, name)
        for at, name in (("03:12", "a"), (clock, "b"))
    ]
    assert _only(*told) is relation


def test_another_age_of_the_same_day_is_no_birthday() -> None:
    person = {"person": "Dana Lev"}
    told = [
        said("person.age", age, name, f"2026-05-01T{hour}:00Z", qualifiers=person)
        for age, name, hour in ((41, "a", 10), (42, "b", 12))
    ]
    assert _only(*told) is R.CONTRADICTS
