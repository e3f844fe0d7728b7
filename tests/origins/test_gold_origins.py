"""The chains that careful readers noted in five real articles come down to the right witnesses."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from reconcile.model import Claim, PlacedClaim
from reconcile.origins import trace

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold of the shared material is not here")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines() if line]


@pytest.fixture(scope="module", params=["typed", "bare"])
def by_origin(request: pytest.FixtureRequest) -> dict[str, set[str]]:
    """Origin id -> articles; once with the types of the sources, once with their names alone."""
    outlets = {row["article"]: row["outlet"] for row in rows("seed_articles.jsonl")}
    keys = ("source", "type", "side") if request.param == "typed" else ("source",)
    placed = []
    own = [row for row in rows("seed_claims.jsonl") if row["zone"] != "related_teaser"]
    for row in own:
        chain = [{key: hop[key] for key in keys if hop.get(key)} for hop in row["attribution"]]
        page = {"id": row["article"], "outlet": outlets[row["article"]], "language": row["lang"]}
        claim = Claim.model_validate(
            {"id": row["id"], "article": page, "attribute": "a", "value": 1, "attribution": chain}
        )
        placed.append(PlacedClaim(claim, "talks", claim.value))
    found = defaultdict(set)
    for name, origin in trace(placed).items():
        found[origin.id].add(name[:3])
    return found


@pytest.mark.parametrize(("origin", "articles"), [
    ("statement:talks:IL+SY+US", {"001", "002", "003"}),
    ("office:prime_minister:IL", {"001", "002", "003", "004"}),
    ("anonymous:talks:SY:outlet:reuters", {"001", "002"}),
    ("outlet:axios", {"004"}),
    ("outlet:haaretz", {"004"}),
    ("outlet:channel-12", {"004"}),
])  # fmt: skip
def test_each_is_one_origin(by_origin: dict[str, set[str]], origin: str, articles: set[str]) -> None:
    assert by_origin[origin] == articles


def test_nothing_else_is_a_joint_statement_or_an_unnamed_source_of_reuters(
    by_origin: dict[str, set[str]],
) -> None:
    assert sum(name.startswith("statement:") for name in by_origin) == 1
    assert sum(name.endswith("outlet:reuters") for name in by_origin) == 1
