"""The one list of outlets: every name leads to one outlet, and words that mean other things do not mislead."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

import reconcile as rc
from reconcile.errors import InputError
from reconcile.languages import _outlets, load
from reconcile.languages._outlets import outlets
from reconcile.origins import read_outlets
from reconcile.origins._lexicon import outlet_id, tokens


def test_no_name_leads_to_two_outlets() -> None:
    holders = defaultdict(set)
    for outlet in outlets().values():
        for name in (*outlet.whole, *(name for listed in outlet.names.values() for name in listed)):
            holders[tokens(name)].add(outlet.id)
    assert {name: ids for name, ids in holders.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("language", ["en", "ar", "he"])
def test_every_outlet_that_an_extractor_knows_is_in_the_list(language: str) -> None:
    table = load(language).table("sources")
    names = [
        name
        for group in ("agencies", "outlets")
        for listed in table.get(group, {}).values()
        for name in listed
    ]
    assert [name for name in names if outlet_id(tokens(name)) is None] == []


def test_one_outlet_has_one_id_in_three_scripts() -> None:
    assert {outlet_id(tokens(name)) for name in ("KCNA", "סוכנות הידיעות הצפון קוריאנית")} == {"kcna"}


@pytest.mark.parametrize("label", ["people of the time", "the trend watchers", "حزب الوطن"])
def test_a_word_that_means_other_things_is_an_outlet_only_where_it_stands_alone(label: str) -> None:
    assert outlet_id(tokens(label)) is None
    assert outlet_id(tokens("Time")) == "time"


def test_another_package_adds_outlets(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        @staticmethod
        def load() -> dict[str, Any]:
            return {"morning-gazette": {"en": ["Morning Gazette"]}}

    monkeypatch.setattr(
        _outlets, "entry_points", lambda group: [Point()] if group == "reconcile.outlets" else []
    )
    outlets.cache_clear()
    try:
        assert outlets()["morning-gazette"].name == "Morning Gazette"
    finally:
        outlets.cache_clear()


# ---- a user's own file ----

MINE = """\
[morning-gazette]
en = ["Morning Gazette"]
ar = ["جريدة الصباح الجديد"]
whole = ["Gazette"]
"""


def told(article: str, outlet: str) -> dict[str, Any]:
    return {"article": {"id": article, "outlet": outlet}, "attribute": "talks.round", "value": 5}


PAIR = [told("a", "Morning Gazette"), told("b", "جريدة الصباح الجديد")]


def origins(result: rc.Result) -> tuple[str, ...]:
    (fact,) = result.facts
    return fact.origins.names


def write(folder: Path, text: str) -> Path:
    file = folder / "outlets.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_user_adds_an_outlet_under_all_its_names_for_one_call(tmp_path: Path) -> None:
    before, with_file, after = (
        rc.reconcile(PAIR, outlets=mine) for mine in (None, write(tmp_path, MINE), None)
    )
    assert origins(with_file) == ("Morning Gazette",)
    assert with_file.facts[0].origins.max == 1
    assert len(origins(before)) == 2
    assert before.to_json() == after.to_json()


def test_a_user_gives_an_outlet_of_the_list_another_name(tmp_path: Path) -> None:
    file = write(tmp_path, '[reuters]\nen = ["Reuters", "The Old Wire"]\n')
    assert origins(rc.reconcile([told("a", "The Old Wire"), told("b", "رويترز")], outlets=file)) == (
        "Reuters",
    )


def test_what_was_read_of_a_file_does_as_well(tmp_path: Path) -> None:
    assert origins(rc.reconcile(PAIR, outlets=read_outlets(write(tmp_path, MINE)))) == ("Morning Gazette",)


@pytest.mark.parametrize(("text", "line", "message"), [
    ('[a]\nen = ["A paper"]\nxx = ["B"]\n', 3, "no key of"),
    ('[a]\nen = "A paper"\n', 2, "en is a list of names"),
    ('[a]\nen = []\n', 2, "en is a list of names"),
    ('a = 1\n', 1, "under it names by language"),
    ('[a]\nwire = true\n', 1, "needs a name"),
    ('[b]\nen = ["B paper"]\n[a]\nen = ["Reuters"]\n', 4, "is a name of 'reuters'"),
    ('[a]\nen = ["A"\n[b]', 3, "not TOML"),
])  # fmt: skip
def test_a_mistake_in_the_file_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    with pytest.raises(InputError, match=message) as told:
        read_outlets(write(tmp_path, text))
    assert str(told.value.where).endswith(f"outlets.toml:{line}")
