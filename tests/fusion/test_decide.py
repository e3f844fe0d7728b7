"""A table is decided by what its values are and by who stands behind them."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.errors import InputError, UnknownNameError
from reconcile.fusion import Trust, Verdict, decide

Row = tuple[Any, ...]
METHODS = ("origin_vote", "origin_accu")


def told(attribute: str, *values: Any, thing: str = "x") -> list[Row]:
    """One value a source, sources named by number."""
    return [(thing, attribute, f"s{at}", value) for at, value in enumerate(values)]


def one(rows: list[Row], **keys: Any) -> Verdict:
    (verdict,) = decide(rows, **keys).values()
    return verdict


@pytest.mark.parametrize("method", METHODS)
def test_most_sources_are_believed_where_nothing_else_is_known(method: str) -> None:
    found = one(told("gate", "B2", "B2", "B3"), method=method)
    assert (found.value, found.runner_up, found.margin, found.resolved) == ("B2", "B3", 1.0, True)
    assert found.why_not == "2 origins against 1"


@pytest.mark.parametrize("method", METHODS)
def test_sources_of_one_origin_have_one_vote(method: str) -> None:
    rows = told("gate", "B2", "B2", "B2", "B3", "B3")
    found = one(rows, method=method, origins={"s0": "wire", "s1": "wire", "s2": "wire"})
    assert (found.value, found.origins.min, found.origins.max) == ("B3", 2, 2)


def test_copies_widen_the_range_of_origins() -> None:
    found = one(told("gate", "B2", "B2", "B2"), origins={"s0": "wire", "s1": "wire"})
    assert (found.origins.min, found.origins.max) == (2, 3)


@pytest.mark.parametrize("method", METHODS)
def test_a_tie_is_not_resolved_and_names_both(method: str) -> None:
    found = one(told("gate", "B2", "B3"), method=method)
    assert not found.resolved
    assert {found.value, found.runner_up} == {"B2", "B3"}
    assert found.why_not == "1 origin on each side: both are kept"


def test_a_single_origin_and_a_pair_have_a_ceiling() -> None:
    sure = [one(told("gate", *["B2"] * size)).confidence for size in (1, 2, 50)]
    assert sure == [0.6, 0.8, 0.95]


def test_times_within_ten_minutes_support_each_other() -> None:
    found = one(told("time", 600, 604, 609, 700, 700), kinds={"time": "time"})
    assert found.value in (600, 604, 609)
    assert found.runner_up == 700


PLACES = {"Haifa": {"Israel", "Asia"}, "Israel": {"Asia"}, "Cairo": {"Egypt", "Africa"}, "Egypt": {"Africa"}}


@pytest.mark.parametrize("method", METHODS)
def test_the_general_is_not_contrary_to_the_specific(method: str) -> None:
    found = one(
        told("born", "Israel", "Haifa", "Haifa", "Cairo", "Cairo"),
        kinds={"born": "place"},
        broader=PLACES,
        method=method,
    )
    assert (found.value, found.runner_up) == ("Haifa", "Cairo")


def test_a_specific_answer_that_is_out_voted_gives_way_to_the_general_one() -> None:
    rows = told("born", "Israel", "Israel", "Israel", "Haifa", "Eilat")
    broader = {**PLACES, "Eilat": {"Israel", "Asia"}}
    assert one(rows, kinds={"born": "place"}, broader=broader, method="origin_accu").value == "Israel"


@pytest.mark.parametrize("method", METHODS)
def test_one_absurd_figure_moves_no_number(method: str) -> None:
    found = one(told("people", 9100, 9120, 9130, 10**12), kinds={"people": "quantity"}, method=method)
    assert 9100 <= found.value <= 9130


@pytest.mark.parametrize("method", METHODS)
def test_a_shorter_list_is_incomplete_and_not_contrary(method: str) -> None:
    lists = [
        ("Ana", "Ben"),
        ("Ana",),
        ("Ana", "Ben"),
        ("Ana",),
        ("Ana", "Cid"),
        ("Ana",),
        ("Ana", "Ben"),
        ("Ana",),
    ]
    assert one(told("authors", *lists), kinds={"authors": "set"}, method=method).value == ("Ana", "Ben")


def test_a_surname_alone_is_the_fuller_name_that_it_fits() -> None:
    rows = told("authors", ("Levi|d",), ("Levi|",), ("Levi|d", "Tal|a"), ("Tal|a",))
    found = one(rows, kinds={"authors": "set"}, broader={"Levi|d": {"Levi|"}})
    assert found.value == ("Levi|d", "Tal|a")


def test_a_sources_latest_answer_replaces_its_earlier_ones() -> None:
    rows = [("x", "gate", "a", "B2", "2026-01-05"), ("x", "gate", "a", "B3", "2026-01-06")]
    found = one(rows)
    assert (found.value, found.runner_up, found.origins.max) == ("B3", None, 1)


def test_without_times_a_source_stands_by_what_it_says_most_often() -> None:
    assert one([("x", "gate", "a", value) for value in ("B2", "B3", "B3")]).value == "B3"


def careless(size: int = 60) -> list[Row]:
    """Three good sources, and two that agree on slot x without being often right."""
    rows = [(f"f{n}", "gate", source, f"B{n}") for n in range(size) for source in ("a", "b", "c")]
    rows += [(f"f{n}", "gate", source, f"{source}{n}") for n in range(size) for source in ("d", "e")]
    return [*rows, ("x", "gate", "a", "right"), ("x", "gate", "d", "wrong"), ("x", "gate", "e", "wrong")]


def test_who_was_right_elsewhere_is_believed_more() -> None:
    assert decide(careless())["x", "gate"].value == "wrong"
    found = decide(careless(), method="origin_accu")["x", "gate"]
    assert (found.value, found.why_not) == ("right", "1 origin against 2, but with the better record")


def test_learnt_accuracy_stands_beside_the_given_one_and_replaces_nothing() -> None:
    trust = Trust({"a": 0.55})
    found = decide(careless(), method="origin_accu", trust=trust)
    assert found.records["a"].given == 0.55
    assert (found.records["a"].learnt or 0) > 0.9
    assert found.records["b"].given is None
    assert found["x", "gate"].confidence < decide(careless(), method="origin_accu")["x", "gate"].confidence


@pytest.mark.parametrize("method", METHODS)
def test_a_prior_of_the_user_counts_in_the_attribute_it_is_given_for(method: str) -> None:
    rows = told("talks.gate", "B2", "B2", "B3") + told("talks.round", "4", "4", "5")
    trust = Trust({("s0", "*.gate"): 0.51, ("s1", "*.gate"): 0.51, "s2": 0.95})
    found = decide(rows, method=method, trust=trust)
    assert found["x", "talks.gate"].value == "B3"


def test_a_prior_beyond_reason_is_named() -> None:
    with pytest.raises(InputError, match="'a' must lie between 0 and 1"):
        Trust({"a": 1.0})


def test_an_unknown_kind_is_named() -> None:
    with pytest.raises(UnknownNameError, match="quantity"):
        decide(told("people", 1), kinds={"people": "quantities"})


# ---- bad input ----


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("kind", ["text", "time", "place", "quantity", "set"])
def test_nothing_told_is_nothing_decided(method: str, kind: str) -> None:
    assert len(decide([], method=method)) == 0
    assert one([("x", "a", "s", None)], kinds={"a": kind}, method=method).confidence == 0.0


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("kind", ["text", "time", "place", "quantity", "set"])
def test_a_slot_with_a_thousand_values_has_an_answer_with_little_confidence(method: str, kind: str) -> None:
    values: list[Any] = (
        [n * 20 for n in range(1000)] if kind in ("time", "quantity") else [f"v{n}" for n in range(1000)]
    )
    found = one(told("a", *values), kinds={"a": kind}, method=method)
    assert found.value is not None
    assert found.confidence < 0.1


@pytest.mark.parametrize(("method", "confidence"), [("origin_vote", 0.6), ("origin_accu", 0.83)])
def test_sources_with_one_claim_each_are_never_more_than_likely(method: str, confidence: float) -> None:
    rows = [(f"x{n}", "gate", f"s{n}", "B2") for n in range(50)]
    found = {verdict.confidence for verdict in decide(rows, method=method).values()}
    assert max(found) <= confidence


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "many", "", None, -5, 0])
def test_a_number_that_is_none_does_not_stop_the_others(value: Any) -> None:
    found = one(told("people", 9100, 9100, value), kinds={"people": "quantity"}, method="origin_accu")
    assert found.value == 9100


def test_a_row_that_is_too_short_is_named() -> None:
    with pytest.raises(InputError, match="an attribute"):
        decide([("x", "gate", "a")])


ROWS = st.lists(
    st.tuples(st.sampled_from("xyz"), st.sampled_from(("gate", "time", "people", "authors", "born")),
              st.sampled_from("abcde"), st.integers(0, 30)),
    max_size=40,
)  # fmt: skip
KINDS = {"time": "time", "people": "quantity", "authors": "set", "born": "place"}


@settings(max_examples=60, deadline=None)
@given(ROWS, st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_the_order_of_rows_plays_no_part(rows: list[Row], method: str, shuffled: random.Random) -> None:
    typed = [
        (
            a,
            b,
            c,
            (f"m{v % 3}", f"m{v % 5}")
            if b == "authors"
            else v
            if b in KINDS and b != "born"
            else f"v{v % 4}",
        )
        for a, b, c, v in rows
    ]
    mixed = shuffled.sample(typed, len(typed))
    keys: dict[str, Any] = {"kinds": KINDS, "broader": {"v1": {"v0"}}, "method": method}
    assert dict(decide(typed, **keys)) == dict(decide(mixed, **keys))


def test_what_was_given_for_one_attribute_only_is_shown_as_well() -> None:
    rows = told("gate", "B2", "B3") + told("round", "4", "4")
    records = decide(rows, trust=Trust({("s0", "round"): 0.7})).records
    assert (records["s0"].given, records["s1"].given) == (0.7, None)


def test_a_poll_of_many_sources_is_fast_enough_to_wait_for() -> None:
    rows = [(f"x{n % 500}", "gate", f"s{n}", f"B{n % 3}") for n in range(20_000)]
    assert len(decide(rows, method="origin_accu")) == 500
