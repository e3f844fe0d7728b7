"""Outlets that copy each other are found by their record or their words; honest agreement is no proof."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from reconcile.model import Article, Claim, Origins, PlacedClaim
from reconcile.origins import copies, count, trace

Row = tuple[Any, ...]


def record(source: str, items: Iterable[int], *, wrong: int = 0) -> list[Row]:
    """What a source says of items; the first ``wrong`` ones otherwise than the rest of the world."""
    return [(f"f{item}", "gate", source, -1 if item < wrong else item % 9) for item in items]


def test_two_sources_that_always_agree_are_one_group() -> None:
    assert copies([*record("b", range(100)), *record("a", range(100))]) == {"a": "a", "b": "a"}


@pytest.mark.parametrize(("shared", "wrong"), [(99, 0), (100, 2), (1000, 11)])
def test_below_a_hundred_items_or_ninety_nine_percent_nobody_is_grouped(shared: int, wrong: int) -> None:
    assert copies([*record("a", range(shared)), *record("b", range(shared), wrong=wrong)]) == {}


def test_one_in_a_hundred_may_differ() -> None:
    assert copies([*record("a", range(100)), *record("b", range(100), wrong=1)]) == {"a": "a", "b": "a"}


def test_a_chain_of_copies_is_one_group() -> None:
    rows = [*record("a", range(150)), *record("b", range(300)), *record("c", range(150, 300))]
    assert set(copies(rows).values()) == {"a"}


def test_groups_do_not_depend_on_the_order_of_rows() -> None:
    rows = [*record("a", range(120)), *record("b", range(120)), *record("c", range(120), wrong=60)]
    assert copies(rows) == copies(rows[::-1]) == {"a": "a", "b": "a"}


WORDS = (
    "The fifth round opened at noon in the old library beside the river and nobody left before late evening"
)
PAGE = " ".join(f"{WORDS} on day {n} of the month of rain{n} and wind{n} in town{n}." for n in range(6))


def told(outlet: str, quote: str = "five", *, text: str | None = None, chain: tuple[str, ...] = (),
         value: Any = 5, attribute: str = "talks.round", article: str = "") -> PlacedClaim:  # fmt: skip
    page = Article(id=article or f"{outlet}-1", outlet=outlet, text=text, language="en")
    claim = Claim.model_validate(
        {"id": f"{page.id}:{attribute}", "article": page, "attribute": attribute, "quote": quote,
         "value": {"kind": "quantity", "value": value}, "attribution": [{"source": name} for name in chain]}
    )  # fmt: skip
    return PlacedClaim(claim, "talks", claim.value)


def counted(*claims: PlacedClaim) -> Origins:
    return count(claims, trace(claims))


def test_a_copied_article_is_perhaps_the_same_witness() -> None:
    found = counted(told("Gazette", text=PAGE), told("Herald", text=f"Breaking. {PAGE}"))
    assert (found.min, found.max) == (1, 2)


def test_articles_in_their_own_words_are_two_witnesses() -> None:
    other = " ".join(f"Delegates met again on the {n}th, said the bureau in town{n}." for n in range(9))
    assert counted(told("Gazette", text=PAGE), told("Herald", text=other)).min == 2


def test_one_outlet_may_repeat_itself() -> None:
    found = counted(told("Gazette", text=PAGE), told("Gazette", text=PAGE, article="g2"))
    assert (found.min, found.max) == (1, 1)


def test_eight_words_in_a_row_are_not_found_twice() -> None:
    assert counted(told("Gazette", quote=WORDS), told("Herald", quote=f"{WORDS}, it is said")).min == 1


def test_seven_words_in_a_row_prove_nothing() -> None:
    short = " ".join(WORDS.split()[:7])
    assert counted(told("Gazette", quote=short), told("Herald", quote=short)).min == 2


def test_a_stated_source_is_itself_whoever_prints_it_in_the_same_words() -> None:
    found = counted(told("Gazette", quote=WORDS, chain=("Axios",)), told("Herald", quote=WORDS))
    assert found.min == 2


def test_outlets_with_a_record_of_copying_are_perhaps_one() -> None:
    claims = [
        told(outlet, value=n % 7, attribute=f"match.score{n}")
        for n in range(100)
        for outlet in ("Gazette", "Herald")
    ]
    assert {(counted(*pair).min, len(pair)) for pair in zip(claims[::2], claims[1::2], strict=True)} == {
        (2, 2)
    }
    origins = trace(claims)
    both = count(claims[:2], origins)
    assert (both.min, both.max) == (1, 2)
