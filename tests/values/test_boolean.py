"""Yes and no."""

from __future__ import annotations

import pytest

from reconcile.model import BooleanValue, Schema
from reconcile.values import Context, compare, kind_of

_SCHEMA = Schema(pattern="x")


@pytest.mark.parametrize(("words", "truth"), [("yes", True), ("لا", False), ("כן", True), (" False ", False)])
def test_words_for_yes_and_no(words: str, truth: bool) -> None:
    assert kind_of("boolean").parse(words, Context()).value is truth


def test_other_words_are_not_read() -> None:
    assert kind_of("boolean").parse("perhaps", Context()) is None


@pytest.mark.parametrize(("left", "right", "outcome"), [(True, True, "same"), (True, False, "exclusive")])
def test_two_truths(left: bool, right: bool, outcome: str) -> None:
    assert compare(BooleanValue(value=left), BooleanValue(value=right), _SCHEMA).outcome == outcome
