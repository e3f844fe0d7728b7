"""Figures that no honest page prints, scopes that contradict their words, and six distorted claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import reconcile as rc
from reconcile.model import QuantityValue, RelationKind, Report

R = RelationKind


def told(article: str, attribute: str, value: Any, **keys: Any) -> dict[str, Any]:
    page = {"id": article, "outlet": article, "published": "2026-01-06T10:00", "language": "en"}
    return {"article": page, "event": "e", "attribute": attribute, "value": value, **keys}


def report(*claims: dict[str, Any]) -> Report:
    return rc.reconcile(list(claims)).data


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1" * 1000, '"' + "9" * 1000 + '"'])
def test_a_figure_that_is_none_is_rejected_or_not_compared(number: str, tmp_path: Path) -> None:
    good, bad = (json.dumps(told(name, "attack.killed", 0)) for name in "ab")
    path = tmp_path / "claims.jsonl"
    path.write_text(good + "\n" + bad.replace('"value": 0', f'"value": {number}') + "\n", encoding="utf-8")
    found = rc.reconcile([path]).data
    assert not any(relation.relation.conflicts for relation in found.relations)
    assert found.rejected or found.not_compared
    assert len(str(found.rejected)) + len(str(found.not_compared)) < 5000


@pytest.mark.parametrize("number", ["1" * 1000, "-" + "1" * 1000])
def test_a_typed_number_of_a_thousand_digits_is_rejected(number: str, tmp_path: Path) -> None:
    good, bad = (json.dumps(told(name, "attack.killed", {"kind": "quantity", "value": 0})) for name in "ab")
    path = tmp_path / "claims.jsonl"
    path.write_text(good + "\n" + bad.replace('"value": 0', f'"value": {number}'), encoding="utf-8")
    (rejected,) = rc.reconcile([path]).data.rejected
    assert rejected.reason.endswith("a number too large to be read")


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_no_value_holds_what_is_no_number(number: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        QuantityValue(min=number)


def test_a_negative_count_is_compared_with_none_and_says_why() -> None:
    (relation,) = report(told("a", "attack.killed", -3), told("b", "attack.killed", 3)).relations
    assert relation.relation is R.NOT_COMPARABLE
    assert "-3 is no count" in relation.reason


def test_what_may_lie_below_nothing_compares() -> None:
    (relation,) = report(told("a", "night.temperature", -3), told("b", "night.temperature", 3)).relations
    assert relation.relation is not R.NOT_COMPARABLE


@pytest.mark.parametrize(("one", "other"), [("km", "kg"), ("%", "person"), ("USD", "EUR"), ("%", None)])
def test_units_without_a_common_measure_do_not_compare(one: str, other: str | None) -> None:
    values = [{"kind": "quantity", "value": 5, **({"unit": unit} if unit else {})} for unit in (one, other)]
    (relation,) = report(told("a", "deal.size", values[0]), told("b", "deal.size", values[1])).relations
    assert relation.relation is R.NOT_COMPARABLE


def test_a_scope_that_contradicts_its_words_is_no_contradiction_of_others() -> None:
    odd = told(
        "a", "attack.killed", 4, scope={"area": "Oldford"}, quote="Four people were killed in Newtown."
    )
    found = report(
        odd, told("b", "attack.killed", 3, scope={"area": "Newtown"}, quote="Three were killed in Newtown.")
    )
    assert {relation.relation for relation in found.relations} <= {
        R.SCOPE_DIFFERS,
        R.UNDECIDED,
        R.NOT_COMPARABLE,
    }


_PERSON = {"kind": "person", "name": "Ruth Aldan"}
_DISTORTED = {
    "a changed number": (told("a", "vote.votes_for", 61), told("b", "vote.votes_for", 67)),
    "a negation": (
        told("a", "agreement.signed", {"kind": "boolean", "value": True}),
        told("b", "agreement.signed", {"kind": "boolean", "value": False}),
    ),
    "a future version": (
        told("a", "agreement.signed", {"kind": "boolean", "value": True}),
        told("b", "agreement.signed", {"kind": "boolean", "value": False}, certainty="planned"),
    ),
    "a swapped actor": (
        told("a", "talks.winner", _PERSON),
        told("b", "talks.winner", {"kind": "person", "name": "Omar Belkin"}),
    ),
    "a strengthened verb": (
        told("a", "talks.outcome", {"kind": "text", "text": "postponed"}),
        told("b", "talks.outcome", {"kind": "text", "text": "failed"}),
    ),
    "a wrong date": (
        told("a", "talks.date", {"kind": "date", "value": "2026-01-05"}),
        told("b", "talks.date", {"kind": "date", "value": "2025-12-05"}),
    ),
}


@pytest.mark.parametrize("name", _DISTORTED)
def test_a_distorted_claim_never_agrees_with_the_true_one(name: str) -> None:
    found = report(*_DISTORTED[name])
    assert not {relation.relation for relation in found.relations} & {
        R.EQUAL, R.EQUIVALENT, R.REFINES, R.GENERALISES, R.APPROXIMATES, R.WITHIN_BOUND,
    }  # fmt: skip
    assert not any(len(fact.articles) > 1 for fact in found.facts)


_CONFLICTS = ("a changed number", "a negation", "a swapped actor", "a wrong date")


@pytest.mark.parametrize("name", _CONFLICTS)
def test_a_plain_distortion_is_a_contradiction(name: str) -> None:
    assert any(relation.relation is R.CONTRADICTS for relation in report(*_DISTORTED[name]).relations)
