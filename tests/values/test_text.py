"""Free words and codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Schema, TextValue
from reconcile.values import compare, key

_SCHEMA = Schema(
    pattern="x",
    codes={"agreed": ("a deal", "اتفاق"), "failed": ("no deal",), "pact": (), "treaty": ()},
    broader={"treaty": "pact"},
    exclusive=(("agreed", "failed"),),
    ladder=("pact", "agreed"),
)


def _text(words: str) -> TextValue:
    return TextValue(text=words)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("The Deal", "the deal", "same"),
        ("deal the", "the deal", "equivalent"),
        ("a deal", "اتفاق", "equivalent"),
        ("a deal", "no deal", "exclusive"),
        ("treaty", "pact", "narrower"),
        ("pact", "treaty", "wider"),
        ("agreed", "pact", "narrower"),
        ("one thing", "another thing", "unlike"),
        ("treaty", "failed", "unlike"),
    ],
)
def test_two_texts(left: str, right: str, outcome: str) -> None:
    assert compare(_text(left), _text(right), _SCHEMA).outcome == outcome


@given(st.text(), st.text())
def test_unlike_words_never_exclude_each_other(left: str, right: str) -> None:
    assert compare(_text(left), _text(right), Schema(pattern="x")).outcome != "exclusive"


def test_letter_variants_are_one_form() -> None:
    assert key(_text("إتفاق  أمني")) == key(_text("اتفاق امني"))
