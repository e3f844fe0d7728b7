"""A confidence means how often it is right, or can be made to."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.fusion import Calibration, calibrate, decide, reliability
from reconcile.fusion._calibration import fit

PAIRS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60)


def test_the_table_has_one_bar_for_each_confidence_that_occurs() -> None:
    table = reliability([(0.95, True), (0.91, False), (0.2, False)])
    assert [(bar["low"], bar["count"], bar["right"]) for bar in table.rows()] == [
        (0.2, 1, 0.0),
        (0.9, 2, 0.5),
    ]
    assert table.error == pytest.approx((2 * 0.43 + 0.2) / 3)


def test_the_diagram_is_drawn_in_characters() -> None:
    assert str(reliability([(0.95, True), (0.95, False), (0.25, False)])).splitlines() == [
        "0.2-0.3 .....|.............. said 0.25, right 0.00 of 1",
        "0.9-1.0 ##########.........| said 0.95, right 0.50 of 2",
        "expected calibration error 0.383",
    ]


def test_the_diagram_is_a_drawing_in_a_notebook_with_a_dot_for_each_bar() -> None:
    drawn = ElementTree.fromstring(reliability([(0.5, True), (0.9, False)])._repr_html_())
    dots = [(dot.get("cx"), dot.get("cy")) for dot in drawn.iter("circle")]
    assert dots == [("120.0", "20.0"), ("200.0", "220.0")]


def test_an_empty_diagram_is_drawn_as_well() -> None:
    assert str(reliability([])) == "expected calibration error 0.000"
    assert "circle" not in reliability([])._repr_html_()


def test_certainty_lies_in_the_last_bar() -> None:
    assert reliability([(1.0, True)]).bins[0].high == 1.0


def test_nothing_known_is_no_error_and_no_change() -> None:
    assert reliability([]).error == 0.0
    assert fit([])(0.7) == pytest.approx(0.7, abs=1e-4)


def overconfident(size: int = 400) -> list[tuple[float, bool]]:
    return [(0.95, n % 10 < 7) for n in range(size)]


def test_an_overconfident_method_is_brought_down_to_how_often_it_is_right() -> None:
    assert fit(overconfident())(0.95) == pytest.approx(0.7, abs=0.02)


def test_a_handful_of_facts_moves_little() -> None:
    assert fit(overconfident(10))(0.95) > 0.75


@given(PAIRS, st.randoms(use_true_random=False))
def test_a_fit_is_finite_and_does_not_depend_on_order(
    pairs: list[tuple[float, bool]], mixed: random.Random
) -> None:
    found = fit(pairs)
    assert found == fit(mixed.sample(pairs, len(pairs)))
    assert 0 <= found(0.0) <= found(0.5) <= found(1.0) <= 1


def test_verdicts_are_calibrated_by_gold() -> None:
    rows = [(f"f{n}", "gate", source, "B2") for n in range(200) for source in ("a", "b")]
    verdicts = decide(rows)
    gold = {(f"f{n}", "gate"): "B2" if n % 2 else "B9" for n in range(200)}
    mended = verdicts.mapped(calibrate(verdicts, gold))
    assert verdicts["f0", "gate"].confidence == 0.8
    assert mended["f0", "gate"].confidence == pytest.approx(0.5, abs=0.02)


def test_a_temperature_keeps_the_order_of_confidences() -> None:
    cooler = Calibration(temperature=4.0)
    assert cooler(0.5) == 0.5
    assert 0.5 < cooler(0.9) < cooler(0.99) < 0.99
