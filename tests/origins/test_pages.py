"""One page under two outlets is perhaps one witness, however short it is; what was told independently stays two."""

from __future__ import annotations

from typing import Any

import pytest

import reconcile as rc
from reconcile.model import Fact

SHORT = "Norway and Peru held talks in Geneva on 5 March 2026. Eleven envoys took part in them."
OTHER = "In Geneva, envoys of Norway and Peru met for talks on 5 March 2026 in a small hotel by the lake."
QUOTED = "On 5 March 2026 Norway and Peru held talks in Geneva, an official of Peru told us over the phone."


def page(name: str, text: str | None = None, **keys: Any) -> dict[str, Any]:
    return {"id": name, "text": text, "published": "2026-03-06", "language": "en", **keys}


def told(name: str, **keys: Any) -> dict[str, Any]:
    return {"article": {"id": name, **keys}, "attribute": "talks.date", "value": "2026-03-05"}


def day(*things: dict[str, Any]) -> Fact:
    """The one fact about the day of the talks."""
    (found,) = [f for f in rc.reconcile(list(things)).facts if f.attribute == "talks.date"]
    return found


@pytest.mark.parametrize("names", [("Gazette", "Herald"), (None, None), ("Gazette", None)])
def test_a_short_text_printed_twice_is_an_echo(names: tuple[str | None, str | None]) -> None:
    found = day(*(page(f"a{at}", SHORT, outlet=name) for at, name in enumerate(names)))
    assert (found.status, found.origins.min, found.origins.max) == ("echo", 1, 2)


def test_three_outlets_with_one_text_are_one_witness_at_least() -> None:
    found = day(*(page(name, SHORT, outlet=name) for name in ("Gazette", "Herald", "Mirror")))
    assert (found.status, found.origins.min, found.origins.max) == ("echo", 1, 3)


def test_a_third_outlet_in_its_own_words_makes_an_agreement() -> None:
    found = day(*(page(n, SHORT, outlet=n) for n in ("Gazette", "Herald")), page("m", OTHER, outlet="Mirror"))
    assert (found.status, found.origins.min, found.origins.max) == ("agreed", 2, 3)


@pytest.mark.parametrize("second", ["https://post.example/talks", "http://www.post.example/talks/#top"])
def test_one_address_is_one_page_also_where_no_text_is_given(second: str) -> None:
    found = day(told("a", outlet="Gazette", url="https://post.example/talks"),
                told("b", outlet="Herald", url=second))  # fmt: skip
    assert (found.status, found.origins.min, found.origins.max) == ("echo", 1, 2)


def test_two_addresses_of_two_outlets_are_two_witnesses() -> None:
    found = day(told("a", outlet="Gazette", url="https://post.example/talks"),
                told("b", outlet="Herald", url="https://herald.example/talks"))  # fmt: skip
    assert (found.status, found.origins.min) == ("agreed", 2)


def test_one_outlet_with_one_text_twice_is_one_origin() -> None:
    found = day(page("a", SHORT, outlet="Gazette"), page("b", SHORT, outlet="Gazette"))
    assert (found.status, found.origins.min, found.origins.max) == ("single_origin", 1, 1)


def test_somebody_without_a_name_in_a_copied_page_is_perhaps_one_person() -> None:
    found = day(page("a", QUOTED, outlet="Gazette"), page("b", QUOTED, outlet="Herald"))
    assert (found.status, found.origins.min, found.origins.max) == ("echo", 1, 2)


def test_a_broken_address_stops_nothing() -> None:
    assert day(told("a", url="http://[broken"), told("b", outlet="Herald")).origins.max == 2
