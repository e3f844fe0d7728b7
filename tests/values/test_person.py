"""Persons as values: read from words, compared by name and by office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import PersonValue, Schema
from reconcile.values import Context
from reconcile.values.person import person

SCHEMA = Schema(pattern="*.member", cardinality="many")


def value(name: str | None = None, *roles: str, **keys: object) -> PersonValue:
    return PersonValue.model_validate({"name": name, "roles": roles, **keys})


def outcome(left: PersonValue, right: PersonValue) -> str:
    return person.compare(left, right, SCHEMA).outcome


@pytest.mark.parametrize(
    ("text", "name", "roles", "aliases"),
    [
        ("Karin Holm", "Karin Holm", (), ()),
        ("شگیت", "شگیت", (), ()),
        ("أحمد الحداد (الجرحي)", "أحمد الحداد", (), ("الجرحي",)),
        ("שגריר נורווגיה בוושינגטון, קארל הולם", "קארל הולם", ("שגריר נורווגיה בוושינגטון",), ()),
        ("السفير لدى واشنطن", None, ("السفير لدى واشنطن",), ()),
        ("the Norwegian foreign minister", None, ("Norwegian foreign minister",), ()),
        ("وزير الخارجية النرويجي أولا بيرغ", "أولا بيرغ", ("وزير الخارجية النرويجي",), ()),
    ],
)
def test_words_are_read_as_name_office_and_alias(
    text: str, name: str | None, roles: tuple[str, ...], aliases: tuple[str, ...]
) -> None:
    found = person.parse(text, Context())
    assert found is not None
    assert (found.name, found.roles, found.aliases, found.raw) == (name, roles, aliases, text)


@pytest.mark.parametrize("text", ["", "  ", "123", "...", "😀"])
def test_what_is_no_name_and_no_office_is_not_read(text: str) -> None:
    assert person.parse(text, Context()) is None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (value("Karim Haddad"), value("karim  haddad"), "same"),
        (value("Karim Haddad"), value("كريم الحداد"), "equivalent"),
        (value("Karim Haddad"), value("Haddad"), "narrower"),
        (value("الحداد"), value("כרים חדאד"), "wider"),
        (value("Karim Haddad"), value("سليم الحداد"), "exclusive"),
        (value("Karim Haddad", entity="x"), value("Haddad", entity="x"), "equivalent"),
        (value("Karim Haddad", entity="x"), value(None, "foreign minister", entity="x"), "narrower"),
        (value(None, "foreign minister", entity="x"), value("Karim Haddad", entity="x"), "wider"),
        (value("Karim Haddad"), value(None, "foreign minister"), "unlike"),
        (value("Karim Haddad"), value(None, "Norwegian envoys", plural=True), "unlike"),
        (value("Karim Haddad", entity="x"), value("Haddad", entity="y"), "unlike"),
        (value(None, "foreign minister"), value(None, "وزير الخارجية"), "same"),
    ],
)
def test_names_and_offices_are_compared(left: PersonValue, right: PersonValue, expected: str) -> None:
    assert outcome(left, right) == expected


def test_another_standing_of_one_office_is_told_beside_the_agreement() -> None:
    left = value("Gal Lavi", "ממלא מקום ראש המודיעין")
    found = person.compare(left, value("غال لافي", "رئيس الاستخبارات"), SCHEMA)
    assert found.details["roles"] == ["standing: acting and none told"]


def test_the_explanation_shows_which_words_faced_each_other() -> None:
    found = person.compare(value("Karim Sami Haddad"), value("كريم الحداد"), SCHEMA)
    assert [pair[0] for pair in found.details["aligned"]] == ["karim", "haddad"]
    assert found.details["only_left"] == ["sami"]


def test_the_screen_keeps_what_could_be_one_person() -> None:
    values = [value(f"Name{chr(97 + i % 26)}{chr(97 + i // 26)} Xu") for i in range(80)]
    values += [value("Karim Haddad"), value("كريم الحداد")]
    assert person.screen is not None
    assert (80, 81) in set(person.screen(values, SCHEMA))


TURNED = {"narrower": "wider", "wider": "narrower"}
VALUES = st.builds(
    value,
    st.sampled_from(["Karim Haddad", "كريم الحداد", "Haddad", "סלים חדאד", "X", "Abu Karim", None]),
    st.sampled_from(["foreign minister", "שר החוץ היפני", "envoys"]),
    entity=st.sampled_from([None, "x", "y"]),
    plural=st.booleans(),
)


@given(VALUES, VALUES)
def test_comparing_is_symmetric_up_to_direction(left: PersonValue, right: PersonValue) -> None:
    there, back = outcome(left, right), outcome(right, left)
    assert back == TURNED.get(there, there)


@given(st.text(max_size=60))
def test_parsing_never_fails(text: str) -> None:
    found = person.parse(text, Context())
    assert found is None or found.raw == text
