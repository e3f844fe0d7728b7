"""Who is quoted in five real articles, by the library's own reading of them, comes down to few witnesses."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

import reconcile as rc
from reconcile.extractors._attribution import attribute
from reconcile.model import Claim, Origin, Origins, PlacedClaim
from reconcile.origins import trace

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seed articles are not here")


@cache
def witnesses() -> dict[str, set[tuple[str, Origin]]]:
    """Origin id -> the articles that have it, and the origin; one claim for every stretch that quotes somebody."""
    placed = []
    for article in rc.read(SEEDS):
        read = attribute(article.text or "", article.language or "", article.zones)
        for at, stretch in enumerate(read.stretches):
            if stretch.chain and not stretch.frame and _speaks(article, stretch.start):
                claim = Claim(id=f"{article.id}:{at}", article=article, attribute="a", value=1, attribution=stretch.chain)  # type: ignore[arg-type]  # fmt: skip
                placed.append(PlacedClaim(claim, "talks", claim.value))
    found = defaultdict(set)
    for name, origin in trace(placed).items():
        found[origin.id].add((name[:3], origin))
    return found


def _speaks(article: rc.Article, at: int) -> bool:
    return all(zone.zone.speaks for zone in article.zones if zone.start <= at < zone.end)


@pytest.mark.parametrize(("part", "articles"), [
    ("statement:talks:IL+SY+US", {"001", "002", "003"}),
    ("office:prime_minister:IL", {"001", "002", "004"}),
    ("anonymous:talks:SY:outlet:reuters", {"001", "002"}),
    ("outlet:axios", {"004"}),
    ("outlet:haaretz", {"004"}),
    ("outlet:channel-12", {"004"}),
    ("باراك", {"003"}),
])  # fmt: skip
def test_each_is_one_origin(part: str, articles: set[str]) -> None:
    (name,) = [name for name, told in witnesses().items() if part in _called(name, told)]
    assert {article for article, _ in witnesses()[name]} >= articles


def _called(name: str, told: set[tuple[str, Origin]]) -> str:
    return " ".join((name, *(origin.name for _, origin in told)))


def test_two_articles_on_the_claim_of_one_agency_count_as_one() -> None:
    articles, origins = zip(*witnesses()["anonymous:talks:SY:outlet:reuters"], strict=True)
    assert set(articles) == {"001", "002"}
    assert Origins.of(origins) == Origins(1, 1, ("unnamed source (Syria) via Reuters",))


def test_who_speaks_for_a_party_is_marked_and_who_reports_is_not() -> None:
    marked = {origin.name: origin.interested for origin in trace(rc.reconcile(SEEDS).claims).values()}
    assert marked["Prime Minister's Office (Israel)"]
    assert not marked["Axios"]
