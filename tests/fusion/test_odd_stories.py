"""Odd input has an answer of honest width, whatever the method, and the same one in any order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile as rc
from reconcile.fusion import fuse
from reconcile.model import Block, Dispute, Fact, FactStatus, Reading, Schema, TextValue, Told

METHODS = ("origin_vote", "origin_accu")


def told(outlet: str, value: Any, attribute: str = "talks.date", *, article: str = "", published: str | None = None,
         source: str = "", **keys: Any) -> dict[str, Any]:  # fmt: skip
    page = {"id": article or outlet, "outlet": outlet} | ({"published": published} if published else {})
    return {"article": page, "event": "talks", "attribute": attribute, "value": value,
            "attribution": [{"source": source}] if source else [], **keys}  # fmt: skip


def by_value(*claims: dict[str, Any], **keys: Any) -> dict[str, Fact]:
    facts = rc.reconcile(list(claims), **keys).to_dict()["facts"]
    known = {fact.id: fact for fact in rc.reconcile(list(claims), **keys).facts}
    return {str(fact["value"]["value"]): known[fact["id"]] for fact in facts}


# ---- a fact with very many values ----


def crowd(size: int) -> tuple[Block, list[Fact], Dispute]:
    readings = tuple(
        Reading(f"r{n}", TextValue(text=f"v{n}"), "firm", "affirm", {}, {}, None, (),
                (Told(f"a{n}", f"o{n}", f"outlet:o{n}", None, None),))  # type: ignore[arg-type]
        for n in range(size)
    )  # fmt: skip
    facts = [
        Fact(f"f{n}", "e", "x.y", {}, readings[n].value, (f"r{n}",), (), (f"a{n}",)) for n in range(size)
    ]
    return (
        Block("b", "e", "x.y", {}, Schema(pattern="x.y"), readings),
        facts,
        Dispute(tuple(f.id for f in facts), ()),
    )


@pytest.mark.parametrize("method", METHODS)
def test_a_thousand_values_of_one_fact_leave_little_confidence_in_any(method: str) -> None:
    block, facts, dispute = crowd(1000)
    found = fuse(block, facts, [dispute], [], [], method=method)
    assert {fact.status for fact in found} == {FactStatus.DISPUTED}
    assert max(fact.confidence for fact in found) < 0.01


# ---- nobody says who ----


@pytest.mark.parametrize("method", METHODS)
def test_nameless_sources_alone_are_one_witness_at_least_and_agree_on_nothing(method: str) -> None:
    (fact,) = by_value(
        *(told(f"o{n}", "2026-01-05", source="media reports") for n in range(20)), method=method
    ).values()
    assert (fact.origins.min, fact.origins.max, fact.status) == (1, 20, FactStatus.ECHO)
    assert fact.confidence <= 0.6


@pytest.mark.parametrize("method", METHODS)
def test_sources_with_one_claim_each_are_weighed_alike(method: str) -> None:
    found = by_value(*(told(name, day) for name, day in (("a", "2026-01-05"), ("b", "2026-01-05"), ("c", "2025-12-05"))),
                     method=method)  # fmt: skip
    assert found["2026-01-05"].confidence > found["2025-12-05"].confidence
    assert found["2026-01-05"].runner_up == found["2025-12-05"].id


def test_an_empty_attribution_is_the_outlets_own_word() -> None:
    (fact,) = by_value(told("Gazette", "2026-01-05"), told("Herald", "2026-01-05", attribution=[])).values()
    assert (fact.status, fact.origins.names) == (FactStatus.AGREED, ("Gazette", "Herald"))


def test_outlets_that_cite_each_other_in_a_circle_agree_on_nothing() -> None:
    circle = [told("Gazette", "2026-01-05", source="Herald"), told("Herald", "2026-01-05", source="Gazette")]
    (fact,) = by_value(*circle).values()
    assert fact.origins.max == 2
    assert fact.confidence <= 0.9


# ---- an outlet takes back what it told ----


@pytest.mark.parametrize("method", METHODS)
def test_a_correction_has_the_one_vote_of_its_outlet(method: str) -> None:
    found = by_value(
        told("Gazette", 8, "attack.killed", article="g1", published="2026-01-05"),
        told("Gazette", 11, "attack.killed", article="g2", published="2026-01-06",
             quote="Correction: eleven people were killed, not eight"),
        told("Herald", 11, "attack.killed", published="2026-01-06"),
        method=method,
    )  # fmt: skip
    assert found["8"].status is FactStatus.SUPERSEDED
    assert (found["8"].origins.min, found["11"].origins.min) == (0, 2)
    assert found["11"].status is FactStatus.AGREED


# ---- order ----

CLAIMS = st.lists(
    st.builds(
        told,
        st.sampled_from(("Gazette", "Herald", "Mirror")),
        st.sampled_from(("2026-01-05", "2026-01-06", "2025-12-05")),
        source=st.sampled_from(("", "Reuters", "media reports", "a Norwegian official", "Gazette")),
        article=st.sampled_from(("a1", "a2", "a3", "a4")),
        quote=st.sampled_from((None, "the talks that had begun with so many hopes opened on that day in Geneva")),
        certainty=st.sampled_from(("asserted", "possible", "planned")),
    ),
    min_size=1,
    max_size=7,
)  # fmt: skip
TRUST = {"Gazette": 0.6, ("Herald", "talks.*"): 0.95}


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=25, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_a_report_and_its_scorecard_do_not_depend_on_the_order_of_claims(
    method: str, claims: Any, mixed: Any
) -> None:
    one, other = (
        rc.reconcile(list(some), method=method, trust=TRUST)
        for some in (claims, mixed.sample(claims, len(claims)))
    )
    told = [
        {key: part for key, part in result.to_dict().items() if key != "rejected"} for result in (one, other)
    ]
    assert told[0] == told[1]
    assert one.scorecard() == other.scorecard()


@settings(max_examples=25, deadline=None)
@given(CLAIMS)
def test_what_stands_beside_a_fact_is_within_its_bounds(claims: Any) -> None:
    for fact in rc.reconcile(claims).facts:
        assert 0 <= fact.confidence <= 0.95
        assert 0 <= fact.share <= 1
        assert 0 <= fact.origins.min <= fact.origins.max
        assert (fact.status is not FactStatus.AGREED) or fact.origins.min >= 2
        assert fact.confidence <= 0.6 or fact.origins.min >= 2
        assert (fact.runner_up is None) == (fact.why_not == "")
