"""Places that no gazetteer holds: what their words say of each other."""

import pytest

from reconcile.model import OrganisationValue, PlaceValue, Schema
from reconcile.values import compare
from reconcile.values._places_words import fit

ANY = Schema(pattern="*")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("in Riverton", "of Riverton", "equivalent"),
        ("his hotel room in Riverton", "a hotel room in Riverton, Ohio", "equivalent"),
        ("of Riverton, Calif.", "in Riverton, California", "equivalent"),
        ("the school", "the old village school", "wider"),
        ("a data center near Riverton", "the center", "narrower"),
        ("בבית הספר", "בית הספר של הכפר", "equivalent"),
        ("قرب المدرسة", "في المدرسة", "equivalent"),
        ("a school in Riverton", "a school in Lakewood", "apart"),
        ("a Riverton school", "a school in Riverton", "equivalent"),
        ("a Riverton jail", "a prison in Riverton", "equivalent"),
        ("the city of Riverton", "in Riverton", "equivalent"),
        ("Riverton, N.J.", "in Riverton, New Jersey", "equivalent"),
        ("المدرسة", "المدرسة القديمة", "wider"),
        ("in Riverton", "his home in Riverton", "around"),
        ("the building", "a school in Riverton", "wider"),
        ("המבנה", "בית ספר בכפר", "wider"),
        ("مدرسة البلدة", "المبنى", "narrower"),
        ("the building", "West Bank", None),
        ("the building", "the field", None),
        ("Mt Ashford", "Mount Ashford", "equivalent"),
        ("Riverton, between the lake and the forest", "in Riverton", "equivalent"),
        ("in Riverton, Lakewood and Oakdale", "in Riverton", None),
        ("the school", "the hospital", None),
        ("Riverton and Lakewood", "in Riverton", None),
        ("", "in Riverton", None),
        ("in the", "in Riverton", None),
    ],
)
def test_descriptions_of_places(left: str, right: str, expected: str | None) -> None:
    assert fit(left, right) == expected


TURNED = {"narrower": "wider", "wider": "narrower", "inside": "around", "around": "inside"}


@pytest.mark.parametrize(
    ("left", "right"),
    [("the school", "the old school"), ("in Riverton", "Riverton, Ohio"), ("a school in Oslo", "Oslo")],
)
def test_the_other_direction_is_turned(left: str, right: str) -> None:
    found = fit(left, right)
    assert fit(right, left) == TURNED.get(str(found), found)


@pytest.mark.parametrize(
    ("generic", "named", "expected"),
    [("the country", "Norway", "wider"), ("המדינה", "נורווגיה", "wider"), ("البلاد", "النرويج", "wider"),
     ("the city", "Norway", "unlike"), ("the city", "Oslo", "wider")],
)  # fmt: skip
def test_a_word_for_a_kind_of_place_generalises_a_place_of_that_kind(
    generic: str, named: str, expected: str
) -> None:
    assert compare(PlaceValue(name=generic), PlaceValue(name=named), ANY).outcome == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("northern Norway", "Norway", "narrower"),
        ("צפון נורווגיה", "النرويج", "narrower"),
        ("شمال النرويج", "Norway", "narrower"),
        ("Paris", "the outskirts of Paris", "wider"),
        ("northern Norway", "southern Norway", "unlike"),
        ("northern Norway", "the north of Norway", "equivalent"),
        ("southern Syria", "سوريا", "narrower"),
    ],
)
def test_a_part_of_a_place_lies_in_the_whole(left: str, right: str, expected: str) -> None:
    assert compare(PlaceValue(name=left), PlaceValue(name=right), ANY).outcome == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("a village in Norway", "Norway", "narrower"),
        ("בית חולים באוסלו", "أوسلو", "narrower"),
        ("مستشفى في أوسلو", "Oslo", "narrower"),
        ("مدينة أوسلو", "the city of Oslo", "equivalent"),
        ("العاصمة النرويجية", "בירת נורווגיה", "equivalent"),
        ("the war-torn Aleppo", "حلب", "equivalent"),
        ("the embassy of Norway", "Norway", "unlike"),
        ("سفارة النرويج في دمشق", "النرويج", "unlike"),
        ("between Norway and Sweden", "Norway", "unlike"),
        ("117th Street", "119th Street", "unlike"),
        ("a village near Daraa", "درعا", "unlike"),
        ("כפר ליד דרעא", "درعا", "unlike"),
        ("Houston, Texas", "Texas", "narrower"),
        ("Houston, Texas", "Florida", "unlike"),
        ("a school in Oslo", "a school in Bergen", "unlike"),
    ],
)
def test_descriptions_around_places_of_the_gazetteer(left: str, right: str, expected: str) -> None:
    assert compare(PlaceValue(name=left), PlaceValue(name=right), ANY).outcome == expected


def test_what_lies_in_a_place_is_marked_apart_from_what_tells_less_of_it() -> None:
    inside = compare(PlaceValue(name="a school in Oslo"), PlaceValue(name="Oslo"), ANY)
    fuller = compare(PlaceValue(name="the old school"), PlaceValue(name="the school"), ANY)
    assert (inside.details.get("containment"), fuller.details.get("containment")) == (True, None)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Brightwell Ltd", "Brightwell", "equivalent"),
        ("Brightwell Holdings Inc.", "Brightwell Holdings", "equivalent"),
        ('אקמה בע"מ', "Acme Ltd.", "equivalent"),
        ("Brightwell Ltd", "Northgate Ltd", "unlike"),
        ("Company", "Group", "unlike"),
        ("National Unity Party", "NUP", "equivalent"),
    ],
)
def test_what_kind_of_company_a_body_is_is_no_part_of_its_name(left: str, right: str, expected: str) -> None:
    assert compare(OrganisationValue(name=left), OrganisationValue(name=right), ANY).outcome == expected
