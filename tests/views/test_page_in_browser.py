"""The page as a real browser lays it out: directions, order of glyphs, narrow screens. Skips without one."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reconcile import outputs
from tests.outputs.hostile_report import hostile
from tests.views.sample_report import sample

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--virtual-time-budget=2000", "--allow-file-access-from-files")  # fmt: skip

MEASURE = """
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
parent.postMessage(JSON.stringify({
  quotes: all("blockquote", q => [q.lang, getComputedStyle(q).direction, getComputedStyle(q).textAlign]),
  values: all("bdi.value[dir=ltr]", v => getComputedStyle(v).direction),
  marks: all(".finding mark", m => [m.textContent, letters(m)]),
  reasons: all(".finding .reason", r => [r.textContent, letters(r)]),
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  width: document.documentElement.clientWidth,
  loads: performance.getEntriesByType("resource").length,
}), "*");
"""


def measure(page: str, folder: Path, width: int) -> dict:
    """Lay a page out at a width (the policy makes way for the one script that measures)."""
    loose = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    (folder / "page.html").write_text(
        loose.replace("</body>", f"<script>{MEASURE}</script></body>"), encoding="utf-8"
    )
    frame = (
        "<body><pre id=out></pre><script>addEventListener('message', e => out.textContent = e.data)</script>"
        f"<iframe src=page.html width={width} height=900 style='border:0'></iframe>"
    )
    (folder / "frame.html").write_text(frame, encoding="utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", "--window-size=1300,1000",
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


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    return measure(outputs.render(sample(), "html"), tmp_path_factory.mktemp("wide"), 1200)


@pytest.fixture(scope="module")
def narrow(tmp_path_factory):
    return measure(outputs.render(sample(), "html"), tmp_path_factory.mktemp("narrow"), 360)


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    return measure(outputs.render(hostile(), "html"), tmp_path_factory.mktemp("evil"), 360)


def test_quotes_run_in_the_direction_of_their_language(wide):
    expected = {"he": "rtl", "ar": "rtl", "en": "ltr"}
    assert {(lang, direction) for lang, direction, _ in wide["quotes"]} == set(expected.items())
    assert {align for _, _, align in wide["quotes"]} == {"start"}
    assert set(wide["values"]) == {"ltr"}


def _positions(pairs, *letters):
    found = []
    for letter in letters:
        at = next(i for i, (char, _) in enumerate(pairs) if char == letter)
        found.append(pairs[at][1])
        pairs = pairs[at + 1 :]
    return found


def test_hebrew_with_a_digit_is_laid_out_from_right_to_left(wide):
    pairs = next(letters for words, letters in wide["marks"] if words == "ב-5 בדצמבר")
    first, dash, digit, month = _positions(pairs, "ב", "-", "5", "ד")
    assert first > dash > digit > month


def test_arabic_with_two_digits_is_laid_out_from_right_to_left(wide):
    pairs = next(letters for words, letters in wide["marks"] if words == "يومي 5 و6 يناير")
    day, five, six, month = _positions(pairs, "ي", "5", "6", "ن")
    assert day > five > six > month


def test_hebrew_names_in_an_english_reason_keep_their_places(wide):
    pairs = next(letters for words, letters in wide["reasons"] if "heads it alone" in words)
    name, heads, other = _positions(pairs, "ד", "h", "ע")
    assert name < heads < other


@pytest.mark.parametrize("page", ["narrow", "evil"])
def test_a_narrow_screen_does_not_scroll_sideways(page, request):
    found = request.getfixturevalue(page)
    assert found["width"] <= 360
    assert found["overflow"] <= 0


def test_nothing_is_loaded(wide, evil):
    assert (wide["loads"], evil["loads"]) == (0, 0)
