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
    assert place([], [say("a", "vote.result", "yes")], SCHEMAS).events[0].label == "vote"
    silent = Article(id="z", title="Talks end")
    assert place([silent], [], SCHEMAS).events[0].label == "Talks end"


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
