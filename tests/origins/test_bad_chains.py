"""Chains that go in circles or nowhere have an origin all the same."""

from __future__ import annotations

import pytest

from reconcile.model import Article, Claim, PlacedClaim, Source
from reconcile.origins import count, trace


def told(outlet: str | None, *chain: str, article: str = "") -> PlacedClaim:
    page = Article(id=article or f"{outlet}-1", outlet=outlet)
    claim = Claim(article=page, attribute="a.b", value=1, attribution=tuple(Source(source=s) for s in chain))  # type: ignore[arg-type]  # fmt: skip
    return PlacedClaim(claim, "talks", claim.value)


@pytest.mark.parametrize("chain", [("Axios",), ("Axios", "Axios"), ("Axios",) * 50])
def test_a_source_that_cites_itself_is_its_own_voice(chain: tuple[str, ...]) -> None:
    (origin,) = trace([told("Axios", *chain)]).values()
    assert origin.id == "outlet:axios"


@pytest.mark.parametrize("chain", [("Reuters", "Axios", "Reuters"), ("Reuters", "Axios") * 20])
def test_a_circle_ends_at_one_of_its_members(chain: tuple[str, ...]) -> None:
    (origin,) = trace([told("Gazette", *chain)]).values()
    assert origin.id in ("outlet:reuters", "outlet:axios")


def test_two_outlets_that_cite_each_other_are_at_most_two_witnesses() -> None:
    claims = [told("Gazette", "Herald"), told("Herald", "Gazette")]
    assert count(claims, trace(claims)).max == 2


def test_anonymous_claims_alone_have_an_honest_width() -> None:
    claims = [told(f"paper {n}", "media reports") for n in range(30)]
    found = count(claims, trace(claims))
    assert (found.min, found.max) == (1, 30)


@pytest.mark.parametrize("source", ["?", " ", "...", "—", "12", "🙂"])
def test_words_that_name_nobody_are_an_origin_still(source: str) -> None:
    assert len(trace([told("Gazette", source)])) == 1
