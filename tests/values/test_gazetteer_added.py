"""Places that the user adds: in every language of the file, and gone again when they are taken out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile.errors import InputError
from reconcile.model import PlaceValue, Schema
from reconcile.values import compare
from reconcile.values._gazetteer import add_places, find, forget_places, lookup

FILE = """
[en.cities.NO]
riverton = ["Riverton"]
[ar.cities.NO]
riverton = ["ريفرتون"]
[he.cities.NO]
riverton = ["ריברטון"]
"""
ANY = Schema(pattern="*")


@pytest.fixture
def riverton(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "places.toml"
    path.write_text(FILE, encoding="utf-8")
    assert lookup("Riverton") is None  # remembered, and forgotten again
    add_places(path)
    yield
    forget_places()


@pytest.mark.usefixtures("riverton")
def test_an_added_place_is_known_in_every_language() -> None:
    assert {str(lookup(name)) for name in ("Riverton", "ريفرتون", "ריברטון")} == {str(lookup("NO/riverton"))}
    assert compare(PlaceValue(name="Riverton"), PlaceValue(name="النرويج"), ANY).outcome == "narrower"
    assert [m.entry.code for m in find("نلتقي في ريفرتون غدا", "ar")] == ["NO/riverton"]


@pytest.mark.usefixtures("riverton")
def test_the_places_of_the_gazetteer_stay() -> None:
    assert [getattr(lookup(name), "code", None) for name in ("Oslo", "Paris")] == ["NO/oslo", "FR/paris"]


def test_added_places_can_be_taken_out_again() -> None:
    forget_places()
    assert lookup("Riverton") is None


@pytest.mark.parametrize(
    "text", ["[xx.cities.NO]\na = ['b']", "[ar.cities.NO]\nriverton = ['ريفرتون']", "x", "en = 3"]
)
def test_a_file_of_another_form_says_what_is_wrong(tmp_path: Path, text: str) -> None:
    path = tmp_path / "places.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"places\.toml"):
        add_places(path)
    assert lookup("Riverton") is None
