"""The first ten lines that a newcomer types, in a notebook, as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

LINES = (
    "import reconcile as rc",
    'claims = rc.load_sample("paris_talks")',
    "result = rc.reconcile(claims)",
    "result",
    "result.matrix()",
    "bad = result.contradictions[0]; bad",
    "bad.explain()",
    'result.timeline("talks.date")',
    'result.delegation("IL")',
    'result.report("paris.html")',
)


@pytest.mark.filterwarnings("ignore")  # the kernel's own libraries warn; what counts is that cells run
def test_the_first_ten_lines(tmp_path: Path) -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(line) for line in LINES])
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [out.data["text/html"] for cell in notebook.cells for out in cell.outputs if "data" in out]
    assert [word in page for word, page in zip(
        ("1</span>", "says otherwise", "month slip", "month slip", "slip-name", "leads"), shown, strict=True
    )] == [True] * 6  # fmt: skip
    assert (tmp_path / "paris.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
