"""Reading and comparing numbers."""

import pytest

from reconcile.model import QuantityValue, Schema
from reconcile.values import Context, find
from reconcile.values.quantity import quantity

ANY = Schema(pattern="*")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "at least 12 people", (12, None, None)),
        ("en", "more than 3,500 hurt", (3500, None, None)),
        ("en", "$5 million", (5_000_000, 5_000_000, "USD")),
        ("en", "5.5%", (5.5, 5.5, "%")),
        ("en", "between 10 and 15 soldiers", (10, 15, None)),
        ("en", "dozens of people", (24, None, None)),
        ("en", "half of voters", (50, 50, "%")),
        ("ar", "ما لا يقل عن ٤٠ شخصا", (40, None, None)),
        ("ar", "خمسة وعشرين قتيلا", (25, 25, None)),
        ("ar", "عشرات القتلى", (20, None, None)),
        ("ar", "مليوني دولار", (2_000_000, 2_000_000, "USD")),
        ("ar", "الجولة الخامسة", (5, 5, "round")),
        ("he", "יותר ממאה פצועים", (100, None, None)),
        ("he", "הסבב החמישי", (5, 5, "round")),
        ("he", "עד 300 איש", (None, 300, None)),
        ("he", "בין 5 ל-10 חיילים", (5, 10, None)),
    ],
)
def test_numbers_are_read_with_bounds_and_units(language, text, expected):
    (found,) = find(text, "quantity", Context(language))
    assert (found.value.min, found.value.max, found.value.unit) == expected
    assert text[found.start : found.end] == found.value.raw


def test_an_ordinal_says_that_it_is_one():
    (found,) = find("the fifth round of talks", "quantity", Context("en"))
    assert (found.value.value, found.value.unit, found.value.ordinal) == (5, "round", True)


def test_numbers_of_dates_and_durations_are_no_quantities():
    text = "On 5 January 2026, after two days, 40 were dead"
    assert [f.value.min for f in find(text, "quantity", Context("en"))] == [40]


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        ({"value": 7}, {"min": 7, "max": 7}, "same"),
        ({"value": 706}, {"value": 700, "modifier": "more_than"}, "within_bound"),
        ({"value": 30}, {"value": 8, "modifier": "at_least"}, "exclusive"),
        ({"value": 706}, {"value": 700}, "approximate"),
        ({"value": 11}, {"value": 12}, "exclusive"),
        ({"value": 11}, {"value": 12, "unit": "%"}, "incomparable"),
        ({"value": 1, "unit": "mile"}, {"value": 1.609344, "unit": "km"}, "same"),
        ({"value": 15}, {"min": 20, "vague": True, "approx": True}, "within_bound"),
        ({"value": 3}, {"min": 20, "vague": True, "approx": True}, "unlike"),
        ({"value": 300, "modifier": "up_to"}, {"value": 250}, "within_bound"),
    ],
)
def test_compare(left, right, outcome):
    assert quantity.compare(QuantityValue(**left), QuantityValue(**right), ANY).outcome == outcome


def test_a_mistyped_digit_is_named():
    axis = quantity.compare(QuantityValue(value=35), QuantityValue(value=53), ANY)
    assert axis.details["slips"] == ("digit_slip",)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "more than 150 million orphans around the world", [(150_000_000, None)]),
        ("en", "won 14-13 after 30 penalties", [(30, 30)]),
        ("en", "a $1B suit", [(1_000_000_000, 1_000_000_000)]),
        ("en", "killed 5, about 20 hurt", [(5, 5), (20, 20)]),
        ("en", "12 people or more", [(12, None)]),
        ("en", "first-degree murder, an F-16 and a T-72", []),
        ("ar", "مقتل 9 وإصابة نحو 50 آخرين", [(9, 9), (50, 50)]),
        ("ar", "إصابة 30 آخرين على الأقل", [(30, None)]),
        ("he", "12 הרוגים לפחות", [(12, None)]),
    ],
)
def test_bounds_go_with_their_own_number(language, text, expected):
    assert [(f.value.min, f.value.max) for f in find(text, "quantity", Context(language))] == expected


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [(19, 20, "exclusive"), (5.8, 6, "approximate"), (660, 700, "approximate"), (95, 100, "approximate")],
)
def test_only_round_numbers_are_rounded(left, right, outcome):
    assert quantity.compare(QuantityValue(value=left), QuantityValue(value=right), ANY).outcome == outcome


@pytest.mark.parametrize(
    ("short", "full", "outcome"),
    [
        (484e9, 484.8e9, "approximate"), (484_000, 484_800, "approximate"), (484, 484.8, "approximate"),
        (485e9, 484.2e9, "exclusive"), (4e9, 4.9e9, "exclusive"), (1230, 1238, "exclusive"), (484, 485, "exclusive"),
    ],
)  # fmt: skip
def test_a_figure_may_be_cut_short_by_next_to_nothing(short: float, full: float, outcome: str) -> None:
    ways = ((short, full), (full, short))
    met = {quantity.compare(QuantityValue(value=a), QuantityValue(value=b), ANY).outcome for a, b in ways}
    assert met == {outcome}


def test_a_converted_figure_is_rounded() -> None:
    schema = Schema(pattern="*")
    kmh, mph = (QuantityValue(value=value, unit=unit) for value, unit in ((124, "kmh"), (77, "mph")))
    assert quantity.compare(kmh, mph, schema).outcome == "approximate"
    assert quantity.compare(kmh, QuantityValue(value=70, unit="mph"), schema).outcome == "exclusive"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "one in three residents", (33.333333, "%")),
        ("en", "nine in ten homes", (90, "%")),
        ("he", "אחד מכל ארבעה תושבים", (25, "%")),
        ("ar", "تسعة من كل عشرة سكان", (90, "%")),
    ],
)
def test_so_many_in_so_many_is_a_share(language, text, expected):
    assert [(f.value.min, f.value.unit) for f in find(text, "quantity", Context(language))] == [expected]


@pytest.mark.parametrize("text", ["two in five days", "three in 2020", "one in the north, 3 in the south"])
def test_numbers_on_both_sides_of_in_are_two_as_a_rule(text):
    assert all(f.value.unit != "%" for f in find(text, "quantity", Context("en")))


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("handed over nine hostages", (9, 9)),
        ("turned over 3 suspects", (3, 3)),
        ("killed over nine people", (9, None)),
        ("rose beyond 900", (900, None)),
        ("the toll topped 900", (900, None)),
    ],
)
def test_a_word_of_a_verb_is_no_bound(text, bounds):
    assert [(f.value.min, f.value.max) for f in find(text, "quantity", Context("en"))] == [bounds]
