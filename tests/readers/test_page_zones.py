"""Pages of many layouts, written for the test: every line is in the zone that a reader would give it."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.languages import detect, known, load
from reconcile.model import Zone
from reconcile.readers._cues import cues
from reconcile.readers._lines import lines
from reconcile.readers._zones import zones

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
SHARED = Path(__file__).parents[3] / "shared"
NOISE = {"chrome", "caption", "related", "byline", "published", "breadcrumb", "inline_link"}


def page(path):
    """The text of a page, and (zone, start, end) of each of its lines."""
    text, expected = "", []
    for row in path.read_text(encoding="utf-8").split("\n"):
        zone, bar, line = row.partition("| ")
        if bar:
            expected.append((zone, len(text), len(text) + len(line)))
        text += (line if bar else row) + (" " if line.startswith("date ") else "\n")
    return text, expected


def zone_at(tagged, place):
    return next((str(span.zone) for span in tagged if span.start <= place < span.end), None)


def tag(text, language="en"):
    return [(text[span.start : span.end], str(span.zone)) for span in zones(text, language)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_of_a_page_is_in_its_zone(path):
    text, expected = page(path)
    tagged = zones(text, detect(text))
    got = [(zone_at(tagged, (start + end) // 2), text[start:end]) for _, start, end in expected]
    assert got == [(zone, text[start:end]) for zone, start, end in expected]


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the seed articles are not here")
def test_the_seed_articles_agree_with_their_gold():
    rows = [
        json.loads(line)
        for line in (SHARED / "gold/seed_zones.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    right = noise = total = 0
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        text = path.read_bytes().decode()
        tagged, place = zones(text, detect(text)), 0
        for number, line in enumerate(text.split("\n"), 1):
            gold = [
                r["zone"]
                for r in rows
                if r["article"] == path.stem and r["first_line"] <= number <= r["last_line"]
            ]
            got = zone_at(tagged, place + max(len(line.rstrip()) - 1, 0))
            if line.strip() and gold:
                total, right = total + 1, right + (got == gold[0])
                noise += (got in NOISE) == (gold[0] in NOISE)
            place += len(line) + 1
    print(f"seed zones: {right}/{total} lines in their zone, noise {noise}/{total}")
    assert right / total > 0.95
    assert noise / total > 0.97


def test_a_text_of_one_sentence_is_its_body():
    assert tag("Talks opened in Portville on Monday") == [("Talks opened in Portville on Monday", "body")]


def test_nothing_has_no_zones():
    assert zones(" \n\n", "en") == ()


def test_a_short_sentence_is_a_paragraph_when_it_ends_like_one():
    assert tag("Talks end\n\nThey ended on Monday night.\n\nNobody spoke.\n")[1] == (
        "They ended on Monday night.\n\nNobody spoke.", "body")  # fmt: skip


def test_share_prices_are_no_share_button():
    text = "Markets close lower\n\nShare prices fell on Monday, traders said.\n\nShare\n"
    assert tag(text)[1:] == [("Share prices fell on Monday, traders said.", "body"), ("Share", "chrome")]


def test_a_credit_after_a_sentence_makes_no_caption_of_it():
    text = "Markets close lower\n\nThe index fell by two per cent on Monday. (Reuters)\n"
    assert tag(text)[1][1] == "body"


def test_a_list_after_a_colon_belongs_to_the_body():
    text = "Names released\n\nThe police released the names of the dead:\nAnn Example\nBob Sample\n\nThey were neighbours in the old town.\n"
    assert [zone for _, zone in tag(text)] == ["headline", "body"]


def test_the_standfirst_may_stand_above_the_headline():
    deck = (
        "Officials confirm that talks resumed under pressure, but the gaps remain wide and nothing was signed. "
        * 2
    )
    text = f"{deck}\n\nAnn Example | 6 January 2026 | News\n\nGaps remain after talks\n\nThe two sides met again on Monday.\n"
    assert [zone for _, zone in tag(text)] == ["deck", "byline", "headline", "body"]


def test_offsets_hold_with_carriage_returns():
    text = "Talks end\r\n\r\nThey ended on Monday night.\r\n"
    assert tag(text) == [("Talks end", "headline"), ("They ended on Monday night.", "body")]


@pytest.mark.parametrize(
    "text", ["word " * 200_000, "Read also: x\n" * 20_000, "a b c d e\n" * 20_000, "More from us\n" * 20_000]
)
def test_a_huge_page_is_read_in_a_moment(text):
    assert zones(text, "en")


@given(st.text(st.sampled_from("ab .:>|\n\r\"'?…0©אبש,")), st.sampled_from(["en", "he", "ar", None]))
def test_zones_lie_in_order_and_leave_no_word_out(text, language):
    spans = zones(text, language)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {place for span in spans for place in range(span.start, span.end)}
    assert all(place in covered for place, char in enumerate(text) if not char.isspace())


@given(st.text(st.sampled_from("ab \n.:")))
def test_lines_are_where_they_say(text):
    assert all(text[line.start : line.end] == line.text for line in lines(text))


@pytest.mark.parametrize("code", known())
def test_a_language_has_the_keys_of_english_and_no_phrase_twice(code):
    table, english = load(code).table("page"), load("en").table("page")
    assert {(group, key) for group in table for key in table[group]} == {
        (group, key) for group in english for key in english[group]}  # fmt: skip
    for group in table.values():
        for phrases in group.values():
            assert len(phrases) == len(set(phrases))


def test_an_unknown_language_has_all_cues():
    assert {"read also", "اقرا ايضا"} <= set(cues(None).words("related", "inline"))


def test_zones_that_speak():
    speaking = {str(zone) for zone in Zone if zone.speaks}
    assert speaking == {"headline", "deck", "subhead", "body", "caption"}
