import sys

import pytest

from reconcile.errors import ReconcileError, UnknownNameError
from reconcile.result import Result
from reconcile.views._frames import frame
from tests.views.sample_report import sample

ROWS = [{"name": "רן", "n": 1}, {"name": "رين", "n": 2}]


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_rows_become_a_frame_of_the_library(library):
    pytest.importorskip(library)
    made = frame(ROWS, library)
    assert (made.shape, list(made["name"])) == ((2, 2), ["רן", "رين"])


def test_without_a_name_the_library_that_is_there_is_taken(monkeypatch):
    pytest.importorskip("polars")
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert type(frame(ROWS)).__module__.startswith("polars")


def test_without_any_one_is_told_what_to_install(monkeypatch):
    for name in ("pandas", "polars"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ReconcileError, match="pandas or polars: pip install pandas"):
        frame(ROWS)


def test_another_library_is_refused():
    with pytest.raises(UnknownNameError, match="Did you mean 'polars'"):
        frame(ROWS, "polar")


@pytest.mark.parametrize(
    ("view", "rows", "column"), [("card", 10, "finding"), ("matrix", 40, "sign"), ("explain", 3, "side")]
)
def test_every_view_is_a_table_too(view, rows, column):
    result = Result(sample())
    made = {"card": result._card, "matrix": result.matrix, "explain": lambda: result.explain("3fa91c")}[
        view
    ]()
    assert (len(made.rows), column in made.rows[0]) == (rows, True)
