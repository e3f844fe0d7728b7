"""Attributes find their schema by whole words from the end of their path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Schema
from reconcile.values._schemas import canonical, is_known, schema_for

KILLED = Schema(pattern="*.killed", kind="quantity", varies="grows", aliases=("*.deaths", "fatalities"))
TALKS_DATE = Schema(pattern="talks.date", kind="date", span=True, aliases=("meeting.date",))
ANY_DATE = Schema(pattern="*.date", kind="date")
MEMBER = Schema(
    pattern="delegation.member",
    kind="person",
    cardinality="many",
    sets={"delegation.israel.member": {"side": "Israel"}, "team.*.member": {"side": "*"}},
)
ALL = (KILLED, TALKS_DATE, ANY_DATE, MEMBER)


@pytest.mark.parametrize("attribute", ["killed", "attack.killed", "attack.police.killed", "people_killed"])
def test_a_star_takes_any_number_of_words(attribute):
    assert schema_for(attribute, ALL).pattern == "*.killed"


@pytest.mark.parametrize("attribute", ["attack.unkilled", "killed.names", "skilled"])
def test_only_whole_words_match(attribute):
    assert not is_known(attribute, ALL)


def test_the_most_specific_pattern_wins_whatever_the_order():
    assert schema_for("talks.date", ALL).span
    assert schema_for("talks.date", ALL[::-1]).span
    assert not schema_for("vote.date", ALL).span


def test_a_pattern_without_a_star_still_matches_from_the_end():
    assert schema_for("paris.talks.date", ALL).span


def test_a_whole_part_outranks_a_word_inside_a_part():
    inside = Schema(pattern="*.start.date", kind="text")
    assert schema_for("vote.start_date", (inside, Schema(pattern="*.start_date", kind="date"))).kind == "date"


def test_of_two_equal_patterns_the_later_one_wins():
    ours = Schema(pattern="*.killed", kind="quantity", varies="no")
    assert schema_for("a.killed", (KILLED, ours)).varies == "no"


@pytest.mark.parametrize(
    ("attribute", "name", "qualifiers"),
    [
        ("attack.deaths", "attack.killed", {}),
        ("fatalities", "killed", {}),
        ("meeting.date", "talks.date", {}),
        ("delegation.israel.member", "delegation.member", {"side": "Israel"}),
        ("team.oman.member", "delegation.member", {"side": "oman"}),
        ("talks.date", "talks.date", {}),
        ("talks.weather", "talks.weather", {}),
    ],
)
def test_an_alias_is_brought_to_the_name_it_stands_for(attribute, name, qualifiers):
    assert canonical(attribute, ALL) == (name, qualifiers)


@pytest.mark.parametrize(
    ("kind", "cardinality"),
    [("date", "one"), ("duration", "one"), ("quantity", "one"), ("boolean", "one"),
     ("person", "many"), ("organisation", "many"), ("place", "many"), ("text", "many"), (None, "many")],
)  # fmt: skip
def test_without_a_schema_the_kind_decides_how_many_values_there_are(kind, cardinality):
    assert schema_for("siege.thing", (), kind).cardinality == cardinality


@pytest.mark.parametrize("last", ["place", "location"])
def test_a_last_part_place_makes_a_place_one(last):
    assert schema_for(f"siege.{last}", (), "place").cardinality == "one"


def test_an_undeclared_quantity_leaves_open_whether_it_moves():
    assert schema_for("siege.price", (), "quantity").varies is None
    assert schema_for("siege.day", (), "date").varies == "no"


def test_unread_words_do_not_decide_the_kind():
    assert schema_for("siege.thing", (), "unread").kind is None


def test_the_catch_all_pattern_is_no_knowledge_of_an_attribute():
    assert not is_known("siege.thing", (Schema(pattern="*", kind="text"),))
    assert schema_for("siege.thing", (Schema(pattern="*", kind="text"),)).kind == "text"


@given(st.permutations(ALL), st.sampled_from(["talks.date", "x.killed", "a.deaths", "team.oman.member"]))
def test_the_order_of_unlike_schemas_does_not_matter(schemas, attribute):
    assert canonical(attribute, tuple(schemas)) == canonical(attribute, ALL)
    assert schema_for(attribute, tuple(schemas)) == schema_for(attribute, ALL)
