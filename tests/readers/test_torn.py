"""Two accounts of one id that differ: which of them stands does not depend on the order they are given in."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile as rc
from reconcile.readers import read

TEXT = "Norway and Peru held talks in Geneva on 5 March 2026. Eleven envoys took part in them."


def said(name: str, day: str, published: str | None = None, **keys: Any) -> dict[str, Any]:
    article = {"id": name, "outlet": keys.pop("outlet", name)} | (
        {"published": published} if published else {}
    )
    return {"article": article, "attribute": "talks.date", "value": day, **keys}


def outcome(things: list[dict[str, Any]]) -> Any:
    """All that a run says, but for the places of objects in the list."""
    result = rc.reconcile(things)
    told = {key: part for key, part in result.to_dict().items() if key != "rejected"}
    return told, {re.sub(r"item \d+", "another item", one.reason) for one in result.rejected}


TORN = [
    said("a", "2026-03-05", "2026-03-06"),
    said("a", "2026-03-07", "2026-03-09"),
    said("b", "2026-03-05", "2026-03-06"),
]


def test_two_dates_of_one_article_are_told_and_one_stands_in_any_order() -> None:
    told = [outcome(list(order)) for order in permutations(TORN)]
    assert all(one == told[0] for one in told)
    assert told[0][1] == {"article 'a' stands in another item with another published"}


def test_texts_of_one_id_are_one_article_in_any_order() -> None:
    pages = [
        {"id": "a", "text": TEXT, "published": day, "outlet": "Gazette"}
        for day in ("2026-03-06", "2026-04-06")
    ]
    assert outcome(pages) == outcome(pages[::-1])
    assert len(outcome(pages)[1]) == 1


def test_parts_that_complete_each_other_are_one_article_in_any_order() -> None:
    parts = [
        {"id": "a", "text": TEXT},
        {"id": "a", "outlet": "Gazette"},
        {"id": "a", "published": "2026-03-06"},
    ]
    told = [read(list(order)) for order in permutations(parts)]
    assert {(one.articles[0].outlet, str(one.articles[0].published)) for one in told} == {
        ("Gazette", "2026-03-06 00:00:00")
    }
    assert not any(one.rejected for one in told)


def test_two_claims_of_one_id_are_one_in_any_order() -> None:
    pair = [said("a", "2026-03-05", id="c1"), said("a", "2026-03-06", id="c1")]
    assert outcome(pair) == outcome(pair[::-1])
    assert outcome(pair)[1] == {"claim 'c1' stands in another item with other content"}


def test_of_two_lines_of_a_file_the_first_stands(tmp_path: Path) -> None:
    file = tmp_path / "pages.jsonl"
    file.write_text(
        '{"id": "a", "text": "x", "outlet": "Zeit"}\n{"id": "a", "text": "x", "outlet": "Abend"}\n'
    )
    found = read(file)
    assert found.articles[0].outlet == "Zeit"
    assert [one.where.rpartition("/")[2] for one in found.rejected] == ["pages.jsonl:2:outlet"]


def test_a_claim_is_kept_when_one_account_of_its_article_agrees() -> None:
    """The account of the other one is rejected, whichever of the two came first."""
    told = [
        said("a", "2026-03-05", "2026-03-08"),
        said("a", "2026-03-06", "2026-03-09"),
        said("a", "2026-03-06", None),
    ]
    assert {len(read(list(order)).claims) for order in permutations(told)} == {2}


ACCOUNTS = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(("2026-03-05", "2026-03-06")),
              st.sampled_from((None, "2026-03-08", "2026-03-09")), st.sampled_from(("Gazette", "Herald"))),
    min_size=1, max_size=7,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(ACCOUNTS, st.randoms(use_true_random=False))
def test_a_run_does_not_depend_on_the_order_of_claims(accounts: list[Any], mixed: Any) -> None:
    claims = [said(name, day, when, outlet=outlet) for name, day, when, outlet in accounts]
    assert outcome(claims) == outcome(mixed.sample(claims, len(claims)))
