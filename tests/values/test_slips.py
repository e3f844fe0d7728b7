"""One slip between two values."""

import pytest

from reconcile.model import DateValue, QuantityValue
from reconcile.values._slips import slips


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("2025-12-05", "2026-01-05/2026-01-06", ("month_slip",)),
        ("2026-10-05", "2026-11-05", ("month_slip",)),
        ("2026-06-05", "2026-07-05", ("month_slip",)),
        ("2026-03-05", "2026-05-05", ("month_slip",)),
        ("2025-01-05", "2026-01-05", ("year_slip",)),
        ("2026-01-06", "2026-06-01", ("day_month_swap",)),
        ("2026-01-12", "2026-01-21", ("digit_slip",)),
        ("2026-01-12", "2026-01-15", ("digit_slip",)),
        ("2019", "2009", ("digit_slip",)),
        ("2026-01-12", "2026-03-28", ()),
        ("2026-01-05", "2026-01", ()),
    ],
)
def test_slips_of_dates(left, right, expected):
    assert slips(DateValue(value=left), DateValue(value=right)) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (35, 53, ("digit_slip",)),
        (120, 12, ("digit_slip",)),
        (120, 129, ("digit_slip",)),
        (3, 8, ()),
        (120, 340, ()),
    ],
)
def test_slips_of_numbers(left, right, expected):
    assert slips(QuantityValue(value=left), QuantityValue(value=right)) == expected


def test_an_open_date_has_no_slips():
    assert slips(DateValue(value="2026-01-05/.."), DateValue(value="2025-12-05")) == ()
    assert slips(DateValue(value="../2026-01-05"), DateValue(value="2025-12-05")) == ()
