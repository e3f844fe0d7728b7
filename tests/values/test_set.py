"""Lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Schema, SetValue, TextValue
from reconcile.values import compare, key, show

_MANY = Schema(pattern="x", cardinality="many")
_FEW = Schema(
    pattern="x", cardinality="few", exclusive=(("a", "b", "c", "d"),), codes=dict.fromkeys("abcd", ())
)


def _set(members: str, closed: bool | None = None) -> SetValue:
    return SetValue(members=tuple(TextValue(text=m, code=m) for m in members), closed=closed)


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ("ab", "ba", "same"), ("ab", "abc", "subset"), ("abc", "ab", "superset"), ("ab", "bc", "overlap"),
        ("ab", "cd", "unlike"),
    ],
)  # fmt: skip
def test_open_lists(left: str, right: str, outcome: str) -> None:
    assert compare(_set(left), _set(right), _MANY).outcome == outcome


@pytest.mark.parametrize(("left", "right", "outcome"), [("abc", "a", "overlap"), ("ab", "cd", "exclusive")])
def test_answers_where_there_are_few(left: str, right: str, outcome: str) -> None:
    assert compare(_set(left), _set(right), _FEW).outcome == outcome


def test_a_complete_list_leaves_out() -> None:
    assert compare(_set("ab", True), _set("abc"), _FEW).outcome == "exclusive"


def test_a_complete_list_that_holds_all_does_not() -> None:
    assert compare(_set("abc", True), _set("ab"), _MANY).outcome == "superset"


def test_what_may_be_one_of_the_list_is_not_surely_left_out() -> None:
    assert compare(_set("a", True), SetValue(members=(TextValue(text="b"),)), _MANY).outcome == "unlike"


def test_stated_none() -> None:
    none = SetValue(closed=True)
    assert (show(none), compare(none, _set("a"), _FEW).outcome) == ("none", "exclusive")


@given(st.text(alphabet="abcd", max_size=4), st.text(alphabet="abcd", max_size=4))
def test_comparison_is_symmetric_up_to_direction(left: str, right: str) -> None:
    mirror = {"subset": "superset", "superset": "subset"}
    there = compare(_set(left), _set(right), _MANY).outcome
    back = compare(_set(right), _set(left), _MANY).outcome
    assert mirror.get(there, there) == back


def test_the_order_of_members_does_not_matter() -> None:
    assert key(_set("abc")) == key(_set("cab"))
