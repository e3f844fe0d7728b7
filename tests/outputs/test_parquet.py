import sys

import pytest

from reconcile import outputs
from reconcile.errors import ReconcileError
from tests.views.sample_report import sample


def test_one_row_a_claim_with_the_fact_that_it_tells(tmp_path):
    files = pytest.importorskip("pyarrow.parquet")
    outputs.write(sample(), tmp_path / "claims.parquet")
    rows = {row["claim"]: row for row in files.read_table(tmp_path / "claims.parquet").to_pylist()}
    assert len(rows) == 19
    assert (rows["c01"]["quote"], rows["c01"]["fact"], rows["c01"]["status"]) == (
        "ב-5 בדצמבר",
        "f02",
        "disputed",
    )
    assert rows["c04"]["fact"] is None


def test_it_is_no_text():
    pytest.importorskip("pyarrow")
    with pytest.raises(ReconcileError, match="parquet:FILE"):
        outputs.render(sample(), "parquet")


def test_without_pyarrow_one_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReconcileError, match=r"pip install 'fact-reconcile\[arrow\]'"):
        outputs.render(sample(), "parquet")
