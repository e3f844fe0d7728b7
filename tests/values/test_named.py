"""Organisations, places and offices as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import OrganisationValue, PlaceValue, RoleValue, Schema
from reconcile.values import Context
from reconcile.values.organisation import organisation
from reconcile.values.place import place
from reconcile.values.role import role

SCHEMA = Schema(pattern="*")


def body(name: str) -> OrganisationValue:
    return OrganisationValue(name=name)


def at(name: str, **keys: object) -> PlaceValue:
    return PlaceValue.model_validate({"name": name, **keys})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Norway", "النرويج", "equivalent"),
        ("אוסלו", "the Norwegian side", "equivalent"),
        ("الحكومة النرويجية", "Norway", "equivalent"),
        ("Norway", "norway", "same"),
        ("White House", "ארצות הברית", "narrower"),
        ("الولايات المتحدة", "الخارجية الأميركية", "wider"),
        ("Norway", "Sweden", "exclusive"),
        ('צה"ל', "الجيش الإسرائيلي", "equivalent"),
        ('צה"ל', "Israel", "unlike"),
        ("قسد", "Syrian Democratic Forces", "equivalent"),
        ("NRC", "Northern Rail Company", "equivalent"),
        ("Northern Rail Company", "Rail Workers Union", "unlike"),
        ("Haddad Brothers", "حداد براذرز", "equivalent"),
        ("the Norwegian foreign ministry", "משרד החוץ של נורווגיה", "equivalent"),
        ("وزارة الخارجية النرويجية", "Norway's Ministry of Foreign Affairs", "equivalent"),
        ("the Norwegian foreign ministry", "the Norwegian health ministry", "exclusive"),
        ("the Norwegian foreign ministry", "the Swedish foreign ministry", "exclusive"),
        ("وزارة الصحة النرويجية", "Norway", "narrower"),
        ("צבא נורווגיה", "الجيش النرويجي", "equivalent"),
        ("the army of Norway", "the Norwegian navy", "exclusive"),
        ("the Israeli parliament", "الكنيست", "equivalent"),
        ("وزارة الدفاع الأميركية", "the Pentagon", "equivalent"),
        ("Gaza's health ministry", "the Palestinian health ministry", "unlike"),
    ],
)
def test_bodies_are_compared_by_what_they_stand_for(left: str, right: str, expected: str) -> None:
    assert organisation.compare(body(left), body(right), SCHEMA).outcome == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Paris", "العاصمة الفرنسية", "equivalent"),
        ("Paris, France", "פריז", "equivalent"),
        ("العاصمة الفرنسية باريس", "Paris", "equivalent"),
        ("Paris", "فرنسا", "narrower"),
        ("צרפת", "باريس", "wider"),
        ("Paris", "Marseille", "exclusive"),
        ("Paris", "Rome", "exclusive"),
        ("southern Syria", "Damascus", "unlike"),
        ("southern Syria", "سوريا", "narrower"),
        ("Europe", "Paris", "unlike"),
        ("Old Mill Bridge", "the market", "unlike"),
        ("Old Mill Bridge", "old mill bridge", "same"),
    ],
)
def test_places_are_compared_by_code_and_by_what_lies_in_what(left: str, right: str, expected: str) -> None:
    assert place.compare(at(left), at(right), SCHEMA).outcome == expected


def test_a_told_country_places_a_place_that_nobody_knows() -> None:
    mill = at("Old Mill Bridge", country="Norway")
    assert place.compare(mill, at("النرويج"), SCHEMA).outcome == "narrower"
    assert place.compare(mill, at("Paris"), SCHEMA).outcome == "exclusive"
    assert place.compare(at("Old Mill", within=("Elmtown",)), at("Elmtown"), SCHEMA).outcome == "narrower"


def test_a_place_is_shown_in_neutral_words() -> None:
    assert place.show(at("العاصمة الفرنسية")) == "Paris, France"
    assert organisation.show(body("תל אביב")) == "Israel"


def test_kinds_find_their_values_in_running_text() -> None:
    text = "בפריז נפגשו נציגי נורווגיה"
    (paris, norway) = place.find(text, Context("he"))
    assert [text[f.start : f.end] for f in (paris, norway)] == ["פריז", "נורווגיה"]
    assert [f.value.name for f in organisation.find(text, Context("he"))] == ["נורווגיה"]
    assert role.find("שר החוץ היפני", Context("he"))[0].value.of == "JP"


def office(title: str, **keys: str) -> RoleValue:
    return RoleValue.model_validate({"title": title, **keys})


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (office("foreign_minister", of="Norway"), office("שר החוץ הנורווגי"), "same"),
        (office("head_of_intelligence"), office("head_of_intelligence", standing="acting"), "unlike"),
        (office("envoy", of="US"), office("envoy", of="US", to="YE"), "wider"),
        (office("envoy", of="US", to="YE"), office("envoy", of="US"), "narrower"),
        (office("envoy", of="US"), office("envoy", to="YE"), "equivalent"),
        (office("ambassador", of="US"), office("ambassador", of="GB"), "exclusive"),
        (office("ambassador", of="US"), office("consul", of="US"), "unlike"),
    ],
)
def test_offices_are_compared_by_title_country_and_standing(
    left: RoleValue, right: RoleValue, expected: str
) -> None:
    assert role.compare(left, right, SCHEMA).outcome == expected


NAMES = st.sampled_from(
    ["Paris", "فرنسا", "Old Mill", "southern Syria", "דמשק", "Europe", "White House", "NATO", "x"]
)
TURNED = {"narrower": "wider", "wider": "narrower"}


@given(NAMES, NAMES)
def test_comparing_is_symmetric_up_to_direction(left: str, right: str) -> None:
    for kind, make in ((organisation, body), (place, at)):
        there = kind.compare(make(left), make(right), SCHEMA).outcome  # type: ignore[operator]
        back = kind.compare(make(right), make(left), SCHEMA).outcome  # type: ignore[operator]
        assert back == TURNED.get(there, there)


@given(st.text(max_size=60))
def test_parsing_never_fails(text: str) -> None:
    for kind in (organisation, place, role):
        found = kind.parse(text, Context())
        assert found is None or found.raw == text
