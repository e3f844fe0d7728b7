"""Which claims are of one event: by label, else by who, where, what and when; never by the order of input."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Article, Claim, Schema
from reconcile.stories import place

SCHEMAS = (
    Schema(pattern="*.date", kind="date"),
    Schema(pattern="*.place", kind="place", cardinality="one"),
    Schema(pattern="*.parties", kind="organisation", cardinality="many"),
    Schema(pattern="*.member", kind="person", cardinality="many"),
    Schema(pattern="*.killed", kind="quantity", varies="grows"),
)


def page(name, published=None, **keys):
    return {"id": name, "language": "en", "published": published, **keys}


def say(article, attribute, value, **keys):
    article = page(article) if isinstance(article, str) else article
    return Claim.model_validate({"article": article, "attribute": attribute, "value": value, **keys})


def talks(article, parties, where="Paris", when="2026-01-05", **keys):
    return [
        say(article, "talks.parties", parties, **keys),
        say(article, "talks.place", where, **keys),
        say(article, "talks.date", {"kind": "date", "value": when}, **keys),
    ]


def partition(claims, articles=()):
    """The sets of articles that were put together, sorted."""
    return sorted(event.articles for event in place(articles, claims, SCHEMAS).events)


def test_nothing_has_no_event():
    placed = place([], [], SCHEMAS)
    assert (placed.events, placed.claims, placed.articles) == ((), (), ())


def test_one_article_is_one_event():
    assert partition(talks("a", ["Israel", "Syria"])) == [("a",)]


def test_claims_that_nothing_speaks_against_are_of_one_event():
    claims = [say("a", "talks.date", "5 January 2026"), say("b", "talks.date", "5 December 2025")]
    assert partition(claims) == [("a", "b")]


def test_no_dates_anywhere():
    claims = [say(name, "attack.killed", count) for name, count in (("a", 7), ("b", 9), ("c", 7))]
    assert partition(claims) == [("a", "b", "c")]


def test_a_wrong_date_on_one_side_does_not_split():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Israel", "Syria"], when="2025-12-05")]
    assert partition(claims) == [("a", "b")]


def test_a_year_slip_does_not_split_either():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Israel", "Syria"], when="2025-01-05")]
    assert partition(claims) == [("a", "b")]


def test_another_place_does_not_split_when_the_parties_are_the_same():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Israel", "Syria"], where="Geneva")]
    assert partition(claims) == [("a", "b")]


def test_two_meetings_in_one_city_on_one_day_with_other_parties_stay_two():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["France", "Syria"])]
    assert partition(claims) == [("a",), ("b",)]


def test_two_meetings_in_one_city_on_one_day_with_other_people_stay_two():
    claims = [
        claim
        for name, people in (("a", ["Ann Example", "Bob Sample"]), ("b", ["Carl Other", "Dan Else"]))
        for claim in (
            *(say(name, "meeting.member", {"kind": "person", "name": one}) for one in people),
            say(name, "meeting.place", "Paris"),
            say(name, "meeting.date", {"kind": "date", "value": "2026-01-05"}),
        )
    ]
    assert partition(claims) == [("a",), ("b",)]


def test_a_list_that_leaves_a_party_out_is_of_the_same_event():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Israel", "Syria", "United States"])]
    assert partition(claims) == [("a", "b")]


def test_parties_are_the_same_in_every_language():
    arabic = {"id": "b", "language": "ar"}
    claims = [
        *talks("a", ["Israel", "Syria"]),
        *talks(arabic, ["إسرائيل", "سوريا"], where="باريس"),
        *talks("c", ["France", "Syria"]),
    ]
    assert partition(claims) == [("a", "b"), ("c",)]


def test_people_are_the_same_across_scripts():
    member = "meeting.member"
    hebrew, arabic = {"id": "b", "language": "he"}, {"id": "c", "language": "ar"}
    claims = [
        say("a", member, {"kind": "person", "name": "Daniel Cohen"}),
        say("a", "meeting.place", "Paris"),
        say(hebrew, member, {"kind": "person", "name": "דניאל כהן"}),
        say(hebrew, "meeting.place", "ז'נבה"),
        say(arabic, "meeting.place", "باريس"),
        say(arabic, member, {"kind": "person", "name": "دانيال كوهين"}),
    ]
    assert partition(claims) == [("a", "b", "c")]


def test_what_a_caption_shows_does_not_split():
    claims = [
        *talks("a", ["Israel", "Syria"]),
        say("b", "talks.place", "Damascus", quote="in Damascus", zone="caption"),
        say("b", "talks.parties", ["Israel", "Syria"]),
    ]
    assert partition(claims) == [("a", "b")]


def test_an_earthquake_and_a_match_are_two_stories():
    claims = [
        say("a", "earthquake.killed", 5),
        say("b", "match.score", "2-1"),
        say("c", "earthquake.killed", 6),
        say("d", "match.score", "2-1"),
    ]
    assert partition(claims) == [("a", "c"), ("b", "d")]


def test_being_published_on_one_day_does_not_make_two_stories_one():
    claims = [
        say(page("a", "2026-01-06"), "earthquake.killed", 5),
        say(page("b", "2026-01-06"), "match.score", "2-1"),
    ]
    assert partition(claims) == [("a",), ("b",)]


def test_two_attacks_in_two_towns_are_two_events():
    claims = [
        claim
        for name, where in (("a", "Aleppo"), ("b", "Paris"), ("c", "Aleppo"))
        for claim in (say(name, "attack.killed", 3), say(name, "attack.place", where))
    ]
    assert partition(claims) == [("a", "c"), ("b",)]


def test_a_city_and_its_country_are_one_place():
    claims = [
        claim
        for name, where in (("a", "Paris"), ("b", "France"))
        for claim in (say(name, "attack.killed", 3), say(name, "attack.place", where))
    ]
    assert partition(claims) == [("a", "b")]


def test_news_of_other_seasons_is_of_other_events():
    claims = [
        say(page("a", "2025-01-05"), "vote.result", "adopted"),
        say(page("b", "2025-01-06"), "vote.result", "adopted"),
        say(page("c", "2025-11-20"), "vote.result", "rejected"),
    ]
    assert partition(claims) == [("a", "b"), ("c",)]


def test_what_could_be_of_either_of_two_events_is_joined_to_neither():
    claims = [
        *talks("a", ["Israel", "Syria"]),
        *talks("b", ["Egypt", "Sudan"], where="Cairo"),
        say("c", "talks.round", 5),
    ]
    assert partition(claims) == [("a",), ("b",), ("c",)]


# ---------------------------------------------------------------- labels


def test_one_label_of_two_articles_is_one_event_whatever_they_say():
    claims = [
        *talks("a", ["Israel", "Syria"], event="x"),
        *talks("b", ["Egypt", "Sudan"], where="Cairo", event="x"),
    ]
    assert partition(claims) == [("a", "b")]
    assert place([], claims, SCHEMAS).events[0].label == "x"


def test_two_labels_inside_one_article_are_never_joined():
    claims = [*talks("a", ["Israel", "Syria"], event="x"), *talks("a", ["Israel", "Syria"], event="y")]
    assert partition(claims) == [("a",), ("a",)]


def test_labels_that_one_article_holds_apart_are_apart_everywhere():
    claims = [
        *talks("a", ["Israel", "Syria"], event="x"),
        *talks("a", ["Israel", "Syria"], event="y"),
        *talks("b", ["Israel", "Syria"], event="x"),
        *talks("c", ["Israel", "Syria"], event="y"),
    ]
    assert partition(claims) == [("a", "b"), ("a", "c")]


def test_other_labels_of_two_articles_are_one_event_when_all_else_agrees():
    claims = [*talks("a", ["Israel", "Syria"], event="x"), *talks("b", ["Israel", "Syria"], event="y")]
    (event,) = place([], claims, SCHEMAS).events
    assert (event.articles, event.label) == (("a", "b"), "x / y")


def test_other_labels_without_evidence_stay_apart():
    claims = [say("a", "book.author", "N", event="b1"), say("b", "book.author", "N", event="b2")]
    assert partition(claims) == [("a",), ("b",)]


def test_an_article_without_labels_finds_the_labelled_event():
    claims = [
        *talks("a", ["Israel", "Syria"], event="x"),
        *talks("b", ["Egypt", "Sudan"], where="Cairo", event="y"),
        *talks("c", ["Israel", "Syria"]),
    ]
    assert partition(claims) == [("a", "c"), ("b",)]


def test_unlabelled_claims_of_an_article_belong_to_its_one_label():
    claims = [*talks("a", ["Israel", "Syria"], event="x"), say("a", "pause.duration", "two months")]
    assert partition(claims) == [("a",)]


def test_unlabelled_claims_beside_two_labels_go_where_their_kind_is():
    claims = [
        *talks("a", ["Israel", "Syria"], event="x"),
        say("a", "quake.killed", 5, event="y"),
        say("a", "quake.injured", 7),
    ]
    placed = place([], claims, SCHEMAS)
    home = {claim.claim.attribute: claim.event for claim in placed.claims}
    assert home["quake.injured"] == home["quake.killed"] != home["talks.date"]


def test_unlabelled_claims_of_another_kind_go_to_what_most_of_the_article_is_about():
    claims = [
        *talks("a", ["Israel", "Syria"], event="x"),
        say("a", "quake.killed", 5, event="y"),
        say("a", "weather.rain", "heavy"),
    ]
    home = {claim.claim.attribute: claim.event for claim in place([], claims, SCHEMAS).claims}
    assert home["weather.rain"] == home["talks.date"]


def test_a_side_event_of_an_article_is_not_its_main_event():
    claims = [
        *talks("a", ["Israel", "Syria"]),
        *talks("a", ["France", "Syria"], event="a#2"),
        *talks("b", ["Israel", "Syria"]),
    ]
    assert partition(claims) == [("a",), ("a", "b")]


def test_a_side_event_is_another_articles_event_when_it_is_told_there():
    claims = [
        *talks("a", ["Israel", "Syria"]),
        *talks("a", ["France", "Syria"], event="a#2"),
        *talks("b", ["France", "Syria"]),
    ]
    assert partition(claims) == [("a",), ("a", "b")]


def test_side_events_without_evidence_join_nothing():
    claims = [
        say("a", "talks.round", 5),
        say("a", "vote.result", "yes", event="a#2"),
        say("b", "talks.round", 5),
    ]
    assert partition(claims) == [("a",), ("a", "b")]


# ---------------------------------------------------------------- articles that say nothing


def test_an_article_without_claims_is_of_the_one_event():
    silent = Article.model_validate(page("z", "2026-01-06", text="Talks went on."))
    assert partition(talks("a", ["Israel", "Syria"]), [silent]) == [("a", "z")]


def test_an_article_without_claims_is_told_by_the_countries_it_names():
    silent = Article.model_validate(page("z", text="Israel and Syria sat down again."))
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Egypt", "Sudan"], where="Cairo")]
    assert partition(claims, [silent]) == [("a", "z"), ("b",)]


# ---------------------------------------------------------------- names, ids, and order


def test_an_event_is_named_in_words():
    (event,) = place([], talks("a", ["Syria", "Israel"]), SCHEMAS).events
    assert event.label == "talks: Israel, Syria; Paris; 2026-01-05"


def test_a_disputed_day_is_not_in_the_name():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Israel", "Syria"], when="2025-12-05")]
    assert place([], claims, SCHEMAS).events[0].label == "talks: Israel, Syria; Paris"


def test_an_event_without_names_is_named_after_its_kind_or_a_headline():
    assert place([], [say("a", "vote.result", "yes")], SCHEMAS).events[0].label == "vote (told by a)"
    silent = Article(id="z", title="Talks end")
    assert place([silent], [], SCHEMAS).events[0].label == "Talks end"


def test_a_side_event_says_who_mentions_it():
    gazette = page("a", outlet="Gazette")
    claims = [*talks(gazette, ["Israel", "Syria"]), say(gazette, "talks.round", 4, event="a#2")]
    labels = [event.label for event in place([], claims, SCHEMAS).events]
    assert labels == ["talks (mentioned by Gazette)", "talks: Israel, Syria; Paris; 2026-01-05"]


def test_people_name_an_event_that_no_country_does():
    members = [
        say("a", "delegation.member", {"kind": "person", "name": name}) for name in ("Bo Dee", "Al Cee")
    ]
    assert place([], members, SCHEMAS).events[0].label == "talks: Al Cee, Bo Dee"


def test_the_day_of_a_statement_is_not_the_day_of_the_event():
    claims = [
        say("a", "casualties.killed", 4),
        say("a", "casualties.place", "Paris"),
        say("a", "statement.date", "2026-01-05", qualifiers={"speaker": "Police"}),
    ]
    assert place([], claims, SCHEMAS).events[0].label == "casualties: Paris"


def test_no_two_events_bear_one_name():
    claims = [say("a", "vote.result", "yes"), say("b", "match.score", "2-1")]
    twins = [
        *talks(page("p", "2026-01-05"), ["Israel", "Syria"], when="2026-01-05", event="p"),
        say("a", "quake.killed", 4, event="a#2"),
        say("a", "quake.killed", 5, event="a#3"),
    ]
    labels = [event.label for event in place([], [*claims, *twins], SCHEMAS).events]
    assert len(labels) == len(set(labels)) == 5


# ---------------------------------------------------------------- two things, or one told wrongly


def news(name, published, when, parties=("Israel", "Syria"), where="Paris", **keys):
    return talks(page(name, published), list(parties), where=where, when=when, **keys)


def test_talks_that_were_news_twice_are_two_events():
    claims = [
        *news("a", "2025-05-16", "2025-05-16"),
        *news("b", "2025-05-17", "2025-05-16"),
        *news("c", "2025-06-02", "2025-06-02"),
    ]
    assert partition(claims) == [("a", "b"), ("c",)]


@pytest.mark.parametrize("wrong", ["2025-05-02", "2025-04-16", "2024-05-16", "2025-06-16"])
def test_a_deviating_date_in_news_of_one_time_is_one_event(wrong):
    claims = [*news("a", "2025-05-16", "2025-05-16"), *news("b", "2025-05-17", wrong)]
    assert partition(claims) == [("a", "b")]


def test_a_late_article_with_a_wrong_date_is_of_the_same_event():
    claims = [*news("a", "2025-05-16", "2025-05-16"), *news("b", "2025-06-02", "2025-04-16")]
    assert partition(claims) == [("a", "b")]


def test_a_late_article_with_the_right_date_is_of_the_same_event():
    claims = [*news("a", "2025-05-16", "2025-05-16"), *news("b", "2025-08-30", "2025-05-16")]
    assert partition(claims) == [("a", "b")]


def test_without_publication_a_deviating_date_is_one_event():
    claims = [*talks("a", ["Israel", "Syria"]), *talks("b", ["Israel", "Syria"], when="2025-06-02")]
    assert partition(claims) == [("a", "b")]


def test_days_of_one_long_event_are_one_event():
    claims = [
        *news("a", "2025-05-10", "2025-05-10"),
        *news("b", "2025-05-13", "2025-05-13"),
        *news("c", "2025-05-15", "2025-05-15"),
    ]
    assert partition(claims) == [("a", "b", "c")]


def test_another_city_some_days_later_is_another_meeting():
    claims = [
        *news("a", "2025-05-10", "2025-05-10"),
        *news("b", "2025-05-10", "2025-05-10"),
        *news("c", "2025-05-13", "2025-05-13", where="Rome"),
    ]
    assert partition(claims) == [("a", "b"), ("c",)]


def test_another_city_in_news_of_one_day_is_one_meeting():
    claims = [*news("a", "2025-05-10", "2025-05-10"), *news("b", "2025-05-10", "2025-05-10", where="Rome")]
    assert partition(claims) == [("a", "b")]


def test_an_undated_account_goes_to_the_event_of_its_time():
    claims = [
        *news("a", "2025-05-16", "2025-05-16"),
        *news("b", "2025-06-02", "2025-06-02"),
        say(page("c", "2025-06-03"), "talks.parties", ["Israel", "Syria"]),
        say(page("c", "2025-06-03"), "talks.place", "Paris"),
    ]
    assert partition(claims) == [("a",), ("b", "c")]


def test_talks_months_apart_without_a_common_day_are_two_events():
    claims = [
        claim
        for name, when in (("a", "2025-05-16"), ("b", "2025-07-23"))
        for claim in (
            say(page(name, when), "talks.parties", ["Israel", "Syria"]),
            say(page(name, when), "talks.place", "Paris"),
        )
    ]
    assert partition(claims) == [("a",), ("b",)]


def test_a_count_that_grows_is_news_for_months():
    claims = [
        claim
        for name, when, count in (("a", "2025-05-16", 7), ("b", "2025-07-23", 9))
        for claim in (
            say(page(name, when), "attack.killed", count),
            say(page(name, when), "statement.place", "Paris"),
        )
    ]
    assert partition(claims) == [("a", "b")]


def the_round(name, published, number):
    value = {"kind": "quantity", "value": number, "ordinal": True}
    return [
        say(page(name, published), "talks.round", value),
        say(page(name, published), "talks.parties", ["Israel", "Syria"]),
    ]


def test_another_round_in_news_of_another_week_is_another_event():
    claims = [*the_round("a", "2025-05-01", 4), *the_round("b", "2025-05-12", 5)]
    assert partition(claims) == [("a",), ("b",)]


def test_another_round_in_news_of_one_day_is_a_contradiction_inside_one_event():
    claims = [*the_round("a", "2025-05-12", 4), *the_round("b", "2025-05-12", 5)]
    assert partition(claims) == [("a", "b")]


def vote(name, published, yes, no):
    return [say(page(name, published), f"vote.{key}", n) for key, n in (("yes", yes), ("no", no))]


def test_votes_with_other_figures_in_other_weeks_are_two():
    claims = [
        *vote("a", "2025-10-27", 120, 14),
        *vote("b", "2025-10-28", 120, 14),
        *vote("c", "2025-11-12", 153, 10),
    ]
    assert partition(claims) == [("a", "b"), ("c",)]


def test_a_vote_with_one_wrong_figure_is_one_vote():
    claims = [*vote("a", "2025-10-27", 120, 14), *vote("b", "2025-11-05", 120, 15)]
    assert partition(claims) == [("a", "b")]


def test_one_article_mentions_what_another_one_is_about():
    claims = [
        *news("a", "2025-04-12", "2025-04-12"),
        *news("b", "2025-04-20", "2025-04-19", where="Rome"),
        say(page("b", "2025-04-20"), "talks.place", "Paris", event="b#2"),
        say(page("b", "2025-04-20"), "talks.date", {"kind": "date", "value": "2025-04-12"}, event="b#2"),
    ]
    assert partition(claims) == [("a", "b"), ("b",)]


def test_a_summary_of_several_events_is_none_of_them():
    several = [
        say("b", "talks.date", {"kind": "date", "value": when}, event="b#2")
        for when in ("2025-04-12", "2025-05-11")
    ]
    claims = [*talks("a", ["Israel", "Syria"], when="2025-04-12"), say("b", "vote.result", "yes"), *several]
    claims += [say("b", "talks.parties", ["Israel", "Syria"], event="b#2")]
    assert partition(claims) == [("a",), ("b",), ("b",)]


CLAIMS = [
    *talks("a", ["Israel", "Syria"]),
    *talks("b", ["France", "Syria"], event="b#2"),
    *talks("b", ["Israel", "Syria"], when="2025-12-05"),
    *talks("c", ["Egypt", "Sudan"], where="Cairo", event="x"),
    say("d", "talks.parties", ["Egypt", "Sudan"]),
    say("d", "attack.killed", 4),
    say("e", "talks.date", {"kind": "date", "value": "2026-01-07"}),
    say("f", "quake.killed", 6),
]


@settings(deadline=None, max_examples=40)
@given(st.permutations(CLAIMS))
def test_the_order_of_claims_changes_nothing(claims):
    assert place([], claims, SCHEMAS) == place([], CLAIMS, SCHEMAS)


@settings(deadline=None, max_examples=40)
@given(st.permutations("pqrstu"))
def test_the_names_of_articles_change_no_partition(names):
    new = dict(zip("abcdef", names, strict=True))

    def renamed(claim):
        article = claim.article.model_copy(update={"id": new[claim.article.id]})
        event = claim.event and claim.event.replace("b#2", f"{new['b']}#2")
        return Claim.model_validate({**claim.to_dict(), "id": None, "article": article, "event": event})

    before = Counter(tuple(sorted(new[name] for name in group)) for group in partition(CLAIMS))
    assert Counter(partition([renamed(claim) for claim in CLAIMS])) == before


def test_claims_and_events_point_at_each_other():
    placed = place([], CLAIMS, SCHEMAS)
    known = {event.id: event.articles for event in placed.events}
    assert all(claim.article.id in known[claim.event] for claim in placed.claims)
    assert len({event.id for event in placed.events}) == len(placed.events)


def test_many_articles_are_placed_quickly():
    claims = [say(f"a{number}", "talks.date", f"{number % 28 + 1} January 2026") for number in range(1500)]
    claims += [say(f"b{number}", "book.author", "Ann Example", event=f"e{number}") for number in range(1500)]
    assert len(place([], claims, SCHEMAS).events) == 1501


@pytest.mark.parametrize("count", [5, 400])
def test_few_and_many_unlabelled_articles_take_the_same_path(count):
    people = [{"kind": "person", "name": f"Ann Number{number}"} for number in range(count)]
    claims = [
        claim
        for number in range(count)
        for claim in (
            *talks(f"a{number}", ["Israel", "Syria"]),
            say(f"a{number}", "talks.member", people[number]),
        )
    ]
    assert len(partition(claims)) == 1
