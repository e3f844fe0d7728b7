"""The notebooks run from the first cell to the last, and the pages of the documentation show what they show."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest.importorskip("jupytext")
pytest.importorskip("nbclient")

from tests.notebook_pages import NOTEBOOKS, ROOT, page, run

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.mark.filterwarnings("ignore")  # the kernel's own libraries warn; what counts is that cells run
@each_notebook
def test_a_notebook_runs_and_its_page_shows_what_it_shows(path: Path, tmp_path: Path) -> None:
    shown = page(path, run(path, tmp_path))
    kept = (ROOT / "docs" / "notebooks" / f"{path.stem}.md").read_text(encoding="utf-8")
    assert shown == kept, "python tests/notebook_pages.py writes it anew"


@each_notebook
def test_a_notebook_has_no_outputs_and_one_question(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# %% [markdown]\n# # ")
    assert not re.search(r"^# (jupyter|Out\[)", text, re.MULTILINE)


def test_every_page_has_its_notebook() -> None:
    pages = {page.stem for page in (ROOT / "docs" / "notebooks").glob("*.md")}
    assert pages == {path.stem for path in NOTEBOOKS}
