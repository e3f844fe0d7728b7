import csv
from io import StringIO

import pytest

from reconcile import outputs
from reconcile.outputs._sheet import _harmless
from tests.outputs.hostile_report import hostile
from tests.views.sample_report import sample


def _rows(report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(outputs.render(report, "csv"), newline="")))


def test_one_row_for_every_quote_of_every_side():
    rows = [row for row in _rows(sample()) if row["finding"] == "3fa91c"]
    assert [(row["side"], row["outlet"], row["published"]) for row in rows] == [
        ("1", "השער", "2026-01-07"), ("2", "الميدان", "2026-01-06T22:30"), ("2", "ar2", "")]  # fmt: skip
    assert rows[0]["quote"] == "ב-5 בדצמבר"
    assert rows[1]["said_by"] == "citing وكالة الشمال, which cites مسؤول من أوستاريا"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|x", "-2+3", "\t=1", "%x"])
def test_no_cell_is_a_formula(cell):
    assert _harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "12.5%", "a=b", "", "7"])
def test_numbers_and_words_are_left_alone(cell):
    assert _harmless(cell) == cell


def test_no_isolates_and_no_controls_in_cells():
    assert not set("\u2068\u2069\u202e\x1b\x00") & set(outputs.render(hostile(), "csv"))
    assert all(len(row) == 17 and None not in row for row in _rows(hostile()))


@pytest.mark.parametrize(("name", "rows", "key"), [("csv_claims", 19, "claim"), ("csv_facts", 10, "fact")])
def test_claims_and_facts_have_tables_of_their_own(name, rows, key):
    table = list(csv.DictReader(StringIO(outputs.render(sample(), name), newline="")))
    assert (len(table), next(iter(table[0]))) == (rows, key)
    assert all(None not in row and None not in row.values() for row in table)


def test_a_spreadsheet_is_told_that_it_is_utf_8(tmp_path):
    outputs.write(sample(), tmp_path / "findings.csv", bom=True)
    data = (tmp_path / "findings.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbffinding,")
    assert "ב-5 בדצמבר" in data.decode("utf-8-sig")
