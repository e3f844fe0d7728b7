"""The sample story: its quotes stand where its claims say, and its sentences are its own."""

import json
import re
from pathlib import Path

import pytest

from reconcile.errors import UnknownNameError
from reconcile.samples import load_sample

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "examples" / "paris_talks"
CLAIMS = [
    json.loads(line) for line in (ROOT / "examples" / "paris_talks_claims.jsonl").read_text().splitlines()
]
SEEDS = ROOT.parent / "shared" / "seeds"


def _article(claim: dict) -> str:
    return claim["article"] if isinstance(claim["article"], str) else claim["article"]["id"]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["id"])
def test_a_quote_stands_at_its_offsets(claim: dict) -> None:
    text = (ARTICLES / f"{_article(claim)}.txt").read_text(encoding="utf-8")
    assert text[claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim["id"])
def test_the_words_of_a_value_stand_in_its_quote(claim: dict) -> None:
    value = claim["value"]
    assert not isinstance(value, dict) or value.get("raw", "") in claim["quote"]


def test_two_of_the_five_articles_have_no_date() -> None:
    given = [json.loads(line) for line in (ARTICLES / "articles.jsonl").read_text().splitlines()]
    assert [article["id"] for article in given if "published" not in article] == ["marsa_news", "nibras"]


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w/']+", text)
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real articles are not beside this checkout")
@pytest.mark.parametrize("name", [file.name for file in sorted(ARTICLES.glob("*.txt"))])
def test_no_five_words_in_a_row_come_from_a_real_article(name: str) -> None:
    real = set().union(*(_runs(seed.read_text(encoding="utf-8"), 5) for seed in SEEDS.glob("*.txt")))
    assert _runs((ARTICLES / name).read_text(encoding="utf-8"), 5) & real == set()


def test_articles_come_with_text_and_language() -> None:
    articles = load_sample("paris_talks", articles=True)
    assert sorted(article.language or "" for article in articles) == ["ar", "ar", "ar", "ar", "he"]
    assert all(article.text and len(article.text) > 1_000 for article in articles)


def test_claims_come_whole() -> None:
    assert len(load_sample("paris_talks")) == len(CLAIMS)


def test_an_unknown_sample_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'paris_talks'"):
        load_sample("paris-talks")
