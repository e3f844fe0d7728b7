"""A scorer of free texts that a user brings: it may find two texts alike, never that they contradict."""

from __future__ import annotations

import pytest

import reconcile as rc
from reconcile.comparison import TextScorer, by_embedding, by_entailment
from reconcile.model import Relation
from reconcile.model import RelationKind as R
from tests.support import said


def relation(one: str, other: str, scorer: TextScorer | None, attribute: str = "talks.outcome") -> Relation:
    claims = [
        said(attribute, {"kind": "text", "text": text}, name)
        for name, text in zip("ab", (one, other), strict=True)
    ]
    (found,) = rc.reconcile(claims, scorer=scorer).data.relations
    return found


_VECTORS = {"went well": [1.0, 0.1], "a success": [1.0, 0.0], "a fiasco": [-1.0, 0.0]}


@pytest.mark.parametrize(("other", "expected"), [("a success", R.EQUIVALENT), ("a fiasco", R.UNDECIDED)])
def test_vectors_that_point_one_way_are_one_text_and_no_vectors_contradict(other: str, expected: R) -> None:
    assert relation("went well", other, by_embedding(_VECTORS.__getitem__)).relation is expected


def test_without_a_scorer_unlike_texts_are_undecided() -> None:
    assert relation("went well", "a success", None).relation is R.UNDECIDED


@pytest.mark.parametrize(("back", "expected"), [(0.95, R.EQUIVALENT), (0.2, R.UNDECIDED)])
def test_texts_that_follow_from_each_other_are_one(back: float, expected: R) -> None:
    scorer = by_entailment(lambda premise, text: 0.97 if premise == "went well" else back)
    assert relation("went well", "a success", scorer).relation is expected


def test_the_score_stands_in_the_evidence() -> None:
    found = relation("went well", "a fiasco", lambda left, right: 0.31)
    assert found.evidence is not None
    assert found.evidence.value.details["score"] == 0.31


def test_a_score_does_not_overrule_codes_that_exclude_each_other() -> None:
    assert relation("agreed", "failed", lambda left, right: 1.0, "talks.outcome").relation is R.CONTRADICTS


def test_a_vector_of_nothing_is_like_nothing() -> None:
    assert by_embedding(lambda text: [0.0, 0.0])("a", "b") == 0.0
