"""Places that a user adds: known in every language of the file while they are in use, and gone afterwards."""

from pathlib import Path

import pytest

from reconcile.errors import InputError
from reconcile.model import PlaceValue, Schema
from reconcile.values import compare
from reconcile.values._gazetteer import Places, find, lookup, read_places, using

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
def riverton(tmp_path: Path) -> Places:
    path = tmp_path / "places.toml"
    path.write_text(FILE, encoding="utf-8")
    return read_places(path)


def test_an_added_place_is_known_in_every_language(riverton: Places) -> None:
    assert lookup("Riverton") is None  # remembered, and forgotten again
    with using(riverton):
        assert {str(lookup(name)) for name in ("Riverton", "ريفرتون", "ריברטון")} == {
            str(lookup("NO/riverton"))
        }
        assert compare(PlaceValue(name="Riverton"), PlaceValue(name="النرويج"), ANY).outcome == "narrower"
        assert [m.entry.code for m in find("نلتقي في ريفرتون غدا", "ar")] == ["NO/riverton"]


def test_the_places_of_the_gazetteer_stay(riverton: Places) -> None:
    with using(riverton):
        assert [getattr(lookup(name), "code", None) for name in ("Oslo", "Paris")] == ["NO/oslo", "FR/paris"]


def test_outside_nothing_of_it_is_known(riverton: Places) -> None:
    with using(riverton), using(riverton):
        assert lookup("Riverton")
    assert lookup("Riverton") is None
    with using(None):
        assert lookup("Riverton") is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "[en.cities.NO]\na = ['A']\n[hee.cities.NO]\na = ['b']",
            3,
            "no language named 'hee'. Did you mean 'he'",
        ),
        ("[en.citties.NO]\na = ['b']", 1, "Did you mean 'cities'"),
        ("[en.cities.NN]\na = ['b']", 1, "no country named 'NN'"),
        ("[ar.cities.NO]\nriverton = ['ريفرتون']", 2, "no English name of 'riverton'"),
        ("[en.cities.NO]\na = ['A']\nb = 'B'", 3, "b is a list of names"),
        ("en = 3", 1, r"\[en\] is a table"),
        ("[en.cities.NO]\nx", 2, "not TOML"),
    ],
)
def test_a_file_of_another_form_says_what_is_wrong_and_where(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    path = tmp_path / "places.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words) as told:
        read_places(path)
    assert told.value.where == f"{path}:{line}"
