"""Blocks and readings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support import blocks, dated, killed, said


def _person(name: str) -> dict[str, str]:
    return {"kind": "person", "name": name}


def test_an_alias_lands_in_the_block_of_its_attribute() -> None:
    (one,) = blocks(said("attack.deaths", 5, "a"), killed(7, "b"))
    assert (one.attribute, len(one.readings)) == ("attack.killed", 2)


def test_an_alias_sets_the_qualifier_that_its_name_holds() -> None:
    one, two = blocks(
        said("delegation.israel.member", _person("Dana Lev"), "a"),
        said("delegation.member", _person("Dana Lev"), "b", qualifiers={"side": "Syria"}),
    )
    assert {block.identity["side"] for block in (one, two)} == {"Israel", "Syria"}


def test_heads_of_whose_delegation_nobody_says_are_of_one_that_is_not_known() -> None:
    (nobody,) = blocks(
        *(said("delegation.head", _person(name), name) for name in ("Dana Lev", "Omar Haddad"))
    )
    (norway,) = blocks(said("delegation.norway.head", _person("Dana Lev"), "a"))
    assert (nobody.ambiguous, norway.ambiguous) == (True, False)


def test_the_name_of_a_country_is_one_identity_in_every_spelling() -> None:
    (one,) = blocks(
        said("delegation.us.member", _person("Ann Poe"), "a"),
        said("delegation.member", _person("Ann Poe"), "b", qualifiers={"side": "الولايات المتحدة"}),
    )
    assert one.identity == {"side": "United States"}


def test_copies_collapse_into_one_reading() -> None:
    (one,) = blocks(*(killed(5, outlet) for outlet in "abcde"))
    assert [len(reading.claims) for reading in one.readings] == [5]


def test_a_hedged_value_is_a_reading_of_its_own() -> None:
    (one,) = blocks(killed(5, "a"), killed(5, "b", certainty="possible"))
    assert sorted(reading.firmness for reading in one.readings) == ["firm", "hedged"]


def test_a_part_qualifier_does_not_split_a_block() -> None:
    (one,) = blocks(killed(5, "a"), killed(2, "b", qualifiers={"group": "children"}))
    assert len(one.readings) == 2


def test_all_and_total_equal_a_missing_key() -> None:
    (one,) = blocks(killed(5, "a"), killed(5, "b", qualifiers={"area": "total"}))
    assert len(one.readings) == 1


def test_an_undeclared_key_gets_its_role_from_its_value() -> None:
    (one,) = blocks(
        said("siege.length", 5, "a", qualifiers={"where": "France"}),
        said("siege.length", 6, "b", qualifiers={"since": "2026-01-02"}),
    )
    by_claim = {reading.value.min: reading for reading in one.readings}
    assert by_claim[5].scope == {"where": "France"}
    assert by_claim[6].qualifiers == {"since": "2026-01-02"}


def test_an_undeclared_key_with_other_words_is_identity() -> None:
    assert (
        len(
            blocks(
                said("x.price", 5, "a", qualifiers={"grade": "A"}),
                said("x.price", 6, "b", qualifiers={"grade": "B"}),
            )
        )
        == 2
    )


def test_a_claim_without_the_identity_is_a_guest_in_every_part() -> None:
    found = blocks(
        said("delegation.member", _person("Dana Lev"), "a", qualifiers={"side": "Israel"}),
        said("delegation.member", _person("Dana Lev"), "b"),
    )
    assert {str(one.identity.get("side")): sorted(r.guest for r in one.readings) for one in found} == {
        "None": [False],
        "Israel": [False, True],
    }


def test_a_list_is_taken_apart_where_there_are_many() -> None:
    members = {"kind": "set", "members": [_person("Dana Lev"), _person("Omar Haddad")], "closed": True}
    (one,) = blocks(said("delegation.member", members, "a", qualifiers={"side": "Israel"}))
    assert sorted(reading.value.kind for reading in one.readings) == ["person", "person", "set"]


def test_an_open_list_leaves_no_mark() -> None:
    members = {"kind": "set", "members": [_person("Dana Lev")]}
    (one,) = blocks(said("delegation.member", members, "a", qualifiers={"side": "Israel"}))
    assert [reading.value.kind for reading in one.readings] == ["person"]


def test_lone_answers_of_one_article_are_one_answer_where_there_are_few() -> None:
    side = {"side": "Israel"}
    (one,) = blocks(
        said("delegation.head", _person("Dana Lev"), "a", qualifiers=side),
        said("delegation.head", _person("Noa Bar"), "a", qualifiers=side),
    )
    assert [len(reading.value.members) for reading in one.readings] == [2]


def test_false_and_denied_is_one_negation_only() -> None:
    (one,) = blocks(
        said("pact.signed", {"kind": "boolean", "value": False}, "a", certainty="denied", polarity="negate"),
        said("pact.signed", {"kind": "boolean", "value": True}, "b", certainty="denied"),
        said("pact.signed", {"kind": "boolean", "value": False}, "c"),
    )
    assert [(r.value.value, r.polarity.value) for r in one.readings] == [(False, "affirm")]


def test_an_undeclared_quantity_moves_when_a_claim_says_when_it_held() -> None:
    (still,) = blocks(said("dam.level", 5, "a"), said("dam.level", 6, "b"))
    (moving,) = blocks(said("dam.level", 5, "a", as_of="2026-01-02"), said("dam.level", 6, "b"))
    assert (still.schema.varies, moving.schema.varies) == ("no", "freely")


def test_the_length_of_the_event_reaches_the_block_of_its_days() -> None:
    found = blocks(
        dated("2026-01-05", "a"), said("talks.duration", {"kind": "duration", "value": "P2D"}, "b")
    )
    assert {one.attribute: one.lasts_days for one in found} == {"talks.date": 2.0, "talks.duration": None}


@given(st.permutations(range(4)))
def test_blocks_do_not_depend_on_the_order_of_claims(order: list[int]) -> None:
    claims = [killed(5, "a", quote="q1"), killed(6, "b", quote="q2"), killed(5, "c", quote="q3"),
              said("attack.injured", 5, "a", quote="q4")]  # fmt: skip
    assert blocks(*(claims[i] for i in order)) == blocks(*claims)
