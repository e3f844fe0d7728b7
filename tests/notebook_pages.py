"""Runs the notebooks of ``examples/`` and writes what they show to ``docs/notebooks/``, one page each.

    python tests/notebook_pages.py

A notebook is a script with cells (``# %%``), so that it diffs as code does: any editor opens it, and
``jupytext --to ipynb examples/first_look.py`` makes a notebook file of it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jupytext
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.py"))


def run(path: Path, folder: Path) -> Any:
    """The notebook with its outputs; the folder is where it writes."""
    notebook = jupytext.read(path)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    return notebook


def page(path: Path, notebook: Any) -> str:
    """Cells and outputs as Markdown: code, then what it printed or what its view says in a terminal."""
    parts = [f"<!-- Made of examples/{path.name} by tests/notebook_pages.py -->"]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
        elif cell.cell_type == "code":
            parts.append(f"```python\n{cell.source}\n```")
            parts += [f"```text\n{told}\n```" for told in map(_told, cell.outputs) if told]
    return "\n\n".join(parts) + "\n"


def _told(output: Any) -> str:
    text: str = output.get("text") or output.get("data", {}).get("text/plain", "")
    return "\n".join(line.rstrip() for line in re.sub("[\u2068\u2069]", "", text).rstrip().splitlines())


if __name__ == "__main__":
    import tempfile

    (ROOT / "docs" / "notebooks").mkdir(exist_ok=True)
    for one in NOTEBOOKS:
        with tempfile.TemporaryDirectory() as scratch:
            text = page(one, run(one, Path(scratch)))
        (ROOT / "docs" / "notebooks" / f"{one.stem}.md").write_text(text, encoding="utf-8")
