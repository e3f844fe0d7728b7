"""The page as a real browser lays it out: directions, order of glyphs, narrow screens. Skips without one."""

import pytest

from reconcile import outputs
from tests.outputs.hostile_report import hostile
from tests.views.browser import ask, look, positions
from tests.views.sample_report import sample

MEASURE = """
tell({
  quotes: all("blockquote", q => [q.lang, getComputedStyle(q).direction, getComputedStyle(q).textAlign]),
  values: all("bdi.value[dir=ltr]", v => getComputedStyle(v).direction),
  marks: all(".finding mark", m => [m.textContent, letters(m)]),
  reasons: all(".finding .reason", r => [r.textContent, letters(r)]),
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  width: document.documentElement.clientWidth,
  loads: performance.getEntriesByType("resource").length,
});
"""


def measure(page, folder, width):
    return ask(page, MEASURE, folder, width)


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


def test_hebrew_with_a_digit_is_laid_out_from_right_to_left(wide):
    pairs = next(letters for words, letters in wide["marks"] if words == "ב-5 בדצמבר")
    first, dash, digit, month = positions(pairs, "ב", "-", "5", "ד")
    assert first > dash > digit > month


def test_arabic_with_two_digits_is_laid_out_from_right_to_left(wide):
    pairs = next(letters for words, letters in wide["marks"] if words == "يومي 5 و6 يناير")
    day, five, six, month = positions(pairs, "ي", "5", "6", "ن")
    assert day > five > six > month


def test_hebrew_names_in_an_english_reason_keep_their_places(wide):
    pairs = next(letters for words, letters in wide["reasons"] if "heads it alone" in words)
    name, heads, other = positions(pairs, "ד", "h", "ע")
    assert name < heads < other


@pytest.mark.parametrize("page", ["narrow", "evil"])
def test_a_narrow_screen_does_not_scroll_sideways(page, request):
    found = request.getfixturevalue(page)
    assert found["width"] <= 360
    assert found["overflow"] <= 0


def test_nothing_is_loaded(wide, evil):
    assert (wide["loads"], evil["loads"]) == (0, 0)


@pytest.mark.parametrize("report", [sample(), hostile()], ids=["sample", "hostile"])
def test_axe_finds_nothing(report, tmp_path):
    assert look(outputs.render(report, "html"), tmp_path)["violations"] == []


NARROWED = """
const box = document.querySelector("#find input");
const seen = selector => all(selector, one => one).filter(one => one.checkVisibility());
const look = words => {
  box.value = words; box.dispatchEvent(new Event("input"));
  return {
    findings: seen(".finding").map(one => one.id), rows: seen("#facts tbody tr").map(row => row.cells[0].textContent.trim()),
    parts: seen("section.part").map(one => one.id), told: document.querySelector("#find output").textContent, open: seen("details.all[open]").length,
  };
};
tell({shown: !document.querySelector("#find").hidden, none: look("no such words"), name: look("דַּליה"), question: look("TALKS place"),
      folded: look("vague length"), all: look("")});
"""


@pytest.fixture(scope="module")
def narrowed(tmp_path_factory):
    return ask(outputs.render(sample(), "html"), NARROWED, tmp_path_factory.mktemp("narrowed"), 900)


def test_words_narrow_what_is_shown_and_without_them_all_is_back(narrowed):
    assert narrowed["shown"]
    assert narrowed["none"] == {
        "findings": [],
        "rows": [],
        "parts": [],
        "told": narrowed["none"]["told"],
        "open": 0,
    }
    assert narrowed["none"]["told"].startswith("0 of ")
    assert narrowed["all"]["told"] == ""
    assert len(narrowed["all"]["findings"]) == 3
    assert narrowed["all"]["open"] == 0


def test_words_are_found_without_their_points_and_in_the_question_of_a_row(narrowed):
    assert any("דליה" in row for row in narrowed["name"]["rows"])
    assert narrowed["question"]["rows"][0] == "Talks · place"
    assert len(narrowed["question"]["rows"]) == 2


def test_what_is_folded_away_opens_where_the_words_are(narrowed):
    assert narrowed["folded"]["open"] == 1
