"""The builders make what the claims contract allows, and nothing else."""

import pytest
from pydantic import ValidationError

from reconcile.testing import article, chain, claim, claims


def test_a_claim_needs_only_an_attribute_and_a_value() -> None:
    built = claim("talks.round", 5)
    assert (built.article.id, built.article.language, built.attribute) == ("a", "en", "talks.round")


def test_the_outlet_is_the_article_unless_told_otherwise() -> None:
    assert article("Example Times").id == "Example Times"
    assert article("Example Times", id="n1").id == "n1"


def test_sources_become_a_chain_outermost_first() -> None:
    built = claim("talks.round", 5, sources=["Reuters", "a Syrian official"])
    assert built.attribution == chain("Reuters", "a Syrian official")


def test_qualifiers_and_other_keys_of_the_contract_pass_through() -> None:
    built = claim("delegation.head", ["Dana Levi"], qualifiers={"side": "Israel"}, as_of="2026-01-05")
    assert (built.qualifiers, built.as_of, built.value.kind) == ({"side": "Israel"}, "2026-01-05", "set")


def test_one_call_makes_one_claim_per_outlet() -> None:
    built = claims("casualties.killed", {"a": 7, "b": 9}, published="2026-01-06")
    assert [(c.article.outlet, c.article.published_precision) for c in built] == [("a", "day"), ("b", "day")]


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError, match="certanty"):
        claim("talks.round", 5, certanty="probable")
