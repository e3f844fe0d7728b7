"""A page in a real browser: Chromium lays it out, a script measures it, and the answer comes back as data."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--virtual-time-budget=8000", "--allow-file-access-from-files")  # fmt: skip

GEOMETRY = """
function left(node, at) {
  const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1);
  return range.getBoundingClientRect().left;
}
function letters(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) found.push([node.data[at], left(node, at)]);
  return found;
}
const all = (selector, get) => [...document.querySelectorAll(selector)].map(get);
const tell = found => parent.postMessage(JSON.stringify(found), "*");
"""


def ask(page: str, script: str, folder: Path, width: int) -> dict:
    """What the script tells of the page at a width (the page's policy makes way for the script that measures)."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed")
    loose = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    before, _, after = loose.rpartition("</body>")
    (folder / "page.html").write_text(
        f"{before}<script>{GEOMETRY}{script}</script></body>{after}", encoding="utf-8"
    )
    frame = (
        "<body><pre id=out></pre><script>addEventListener('message', e => out.textContent = e.data)</script>"
        f"<iframe src=page.html width={width} height=900 style='border:0'></iframe>"
    )
    (folder / "frame.html").write_text(frame, encoding="utf-8")
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder / 'profile'}", "--window-size=1300,1000",
               "--dump-dom", (folder / "frame.html").as_uri()]  # fmt: skip
    try:
        run = subprocess.run(command, capture_output=True, timeout=120, check=False, encoding="utf-8")
    except subprocess.TimeoutExpired:
        pytest.skip("Chromium did not answer here")
    told = re.search(r'<pre id="out">(.*?)</pre>', run.stdout, re.DOTALL)
    if told is None or not told[1]:
        pytest.skip(f"Chromium did not run here: {run.stderr[-200:]}")
    found: dict = json.loads(html.unescape(told[1]))
    return found


def positions(pairs: list, *letters: str) -> list[float]:
    """Where letters stand that follow each other in a text, of all its letters with their places."""
    found = []
    for letter in letters:
        at = next(i for i, (char, _) in enumerate(pairs) if char == letter)
        found.append(pairs[at][1])
        pairs = pairs[at + 1 :]
    return found


def cell(fragment: str) -> str:
    """A page that shows one view as a notebook does."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A view</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
        f"<body style='margin:0'><main><h1>A notebook</h1><h2>A view</h2>{fragment}</main></body></html>"
    )


@cache
def axe() -> str:
    """The source of axe-core, which finds what a person with a screen reader or a keyboard would stumble over."""
    for name in ("axe_playwright_python", "axe_core_python"):
        spec = find_spec(name)
        if spec and spec.submodule_search_locations:
            return Path(spec.submodule_search_locations[0], "axe.min.js").read_text(encoding="utf-8")
    pytest.skip("axe-core is not installed: pip install axe-core-python")


def look(page: str, folder: Path, width: int = 360) -> dict:
    """What axe-core objects to (with the elements), what sticks out to the side, and how much was loaded."""
    script = f"""const loads = performance.getEntriesByType("resource").length;
    const overflow = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    {axe()}
    const node = n => n.html.slice(0, 120);
    axe.run(document, {{resultTypes: ["violations"]}}).then(found => tell({{
      loads, overflow, checked: found.passes.length,
      violations: found.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(node).join(" | ")),
    }}), error => tell({{loads, overflow, checked: 0, violations: [String(error)]}}));
    """
    found = ask(page, script.replace("</script", "<\\/script"), folder, width)
    assert found.pop("checked") > 5
    return found
