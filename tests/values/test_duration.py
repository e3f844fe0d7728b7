"""Reading and comparing lengths of time."""

import pytest

from reconcile.model import DurationValue, Schema
from reconcile.values import Context, find
from reconcile.values.duration import duration

ANY = Schema(pattern="*")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "a pause of about two months", (2, 2, "month", True)),
        ("en", "a year and a half", (1.5, 1.5, "year", False)),
        ("en", "2-3 weeks", (2, 3, "week", False)),
        ("en", "several months", (3, None, "month", True)),
        ("en", "at least two years", (2, None, "year", False)),
        ("ar", "استمرت يومين", (2, 2, "day", False)),
        ("ar", "بعد توقف دام نحو شهرين", (2, 2, "month", True)),
        ("ar", "عدة أشهر", (3, None, "month", True)),
        ("ar", "أكثر من عامين", (2, None, "year", False)),
        ("he", "הפסקה של כחודשיים", (2, 2, "month", True)),
        ("he", "כמה חודשים", (3, None, "month", True)),
        ("he", "שנה וחצי", (1.5, 1.5, "year", False)),
        ("he", "לפחות שבועיים", (2, None, "week", False)),
    ],
)
def test_lengths_are_read_with_their_bounds(language, text, expected):
    (found,) = find(text, "duration", Context(language))
    value = found.value
    assert (value.min, value.max, value.unit, value.approx) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "two weeks ago"), ("en", "in the last two weeks"), ("ar", "قبل يومين"), ("he", "לפני יומיים")],
)
def test_counted_from_today_is_a_date_not_a_length(language, text):
    assert find(text, "duration", Context(language)) == ()


def test_iso_and_words_are_one_value():
    assert duration.key(duration.parse("P2D", Context())) == duration.key(
        duration.parse("يومين", Context("ar"))
    )


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (DurationValue(value="P2D"), DurationValue(value="PT48H"), "same"),
        (DurationValue(value="P2M"), DurationValue(value="P2M", approx=True), "approximate"),
        (
            DurationValue(value="P2M", approx=True),
            DurationValue(min=3, unit="month", approx=True, vague=True),
            "within_bound",
        ),
        (DurationValue(value="P2D"), DurationValue(value="P5D"), "exclusive"),
        (DurationValue(value="P8W"), DurationValue(value="P2M"), "approximate"),
        (DurationValue(value="P3D"), DurationValue(min=2, max=4, unit="day"), "narrower"),
    ],
)
def test_compare(left, right, outcome):
    assert duration.compare(left, right, ANY).outcome == outcome
