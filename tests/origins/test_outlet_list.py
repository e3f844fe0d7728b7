"""The one list of outlets: every name leads to one outlet, and words that mean other things do not mislead."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from reconcile.languages import _outlets, load
from reconcile.languages._outlets import outlets
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
