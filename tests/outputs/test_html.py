import base64
import hashlib
import json
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reconcile import outputs
from reconcile.views._html import style
from tests.outputs.hostile_report import hostile
from tests.views.sample_report import sample

VOID = {"meta", "br", "img", "link", "input", "wbr"}
CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\x00\x1b]")


class Page(HTMLParser):
    """The elements of a page in order, with their attributes, and a check that they are nested well."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.data: dict[str, str] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        for tag in self.open[-1:]:
            name = self.elements[-1][1].get("id") or tag if tag == "script" else tag
            self.data[name] = self.data.get(name, "") + data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


HTML = outputs.render(sample(), "html")
PAGE = Page(HTML)
EVIL_HTML = outputs.render(hostile(), "html")
EVIL_PAGE = Page(EVIL_HTML)


def test_every_quote_has_the_direction_and_the_language_of_its_article():
    directions = Counter((quote["dir"], quote["lang"]) for quote in PAGE.all("blockquote"))
    assert directions == {("rtl", "he"): 4, ("rtl", "ar"): 5, ("ltr", "en"): 1}
    assert HTML.count("<blockquote") == HTML.count("<blockquote dir=")


def test_a_finding_shows_value_words_outlet_date_chain_rule_and_reason():
    start = HTML.index('id="finding-3fa91c"')
    found = HTML[start : HTML.index("</article>", start)]
    for words in (
        "Talks · date", "they are 31 days apart", "5 December 2025", 'dir="ltr">2025-12-05</bdi>',
        "<mark>ב-5 בדצמבר</mark>", "<mark>يومي 5 و6 يناير</mark>", "<cite><bdi>השער</bdi></cite>",
        '<time datetime="2026-01-06T22:30">6 Jan 2026, 22:30 (UTC+02:00)</time>', "no date on the page",
        "citing <bdi>وكالة الشمال</bdi>, which cites <bdi>مسؤول من أوستاريا</bdi>",
        "year not printed, inferred", "<code>date.disjoint</code>", "reconcile.news 0.1.0",
        "Perhaps a month slip?", "the day of the month is the same: 5",
    ):  # fmt: skip
        assert words in found


def test_nothing_is_fetched_and_nothing_but_the_own_script_runs():
    addresses = [attributes.get(key) for _, attributes in PAGE.elements for key in ("src", "href", "action")]
    assert all(address.startswith("#") for address in addresses if address is not None)
    assert not re.search(r"@import|url\(", style())
    assert [script.get("type") for script in EVIL_PAGE.all("script")] == ["application/json", None]
    (own,) = re.findall("<script>(.*?)</script>", EVIL_HTML, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(own.encode()).digest()).decode()
    (policy,) = (m["content"] for m in PAGE.all("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert re.sub(r"(style-src) '[^']*'", r"\1", policy) == (
        f"default-src 'none'; style-src; script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_no_style_stands_in_an_attribute():
    assert not [attributes for _, attributes in PAGE.elements if "style" in attributes]


def test_every_link_leads_somewhere_and_every_id_is_there_once():
    ids = Counter(attributes["id"] for _, attributes in PAGE.elements if "id" in attributes)
    assert set(ids.values()) == {1}
    assert {link["href"][1:] for link in PAGE.all("a")} <= set(ids)
    named = {
        attributes["aria-labelledby"] for _, attributes in PAGE.elements if "aria-labelledby" in attributes
    }
    assert named <= set(ids)


def test_headings_descend_one_step_at_a_time():
    levels = [int(tag[1]) for tag, _ in PAGE.elements if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_there_is_one_landmark_of_each_kind():
    for tag in ("header", "main", "nav"):
        assert len(PAGE.all(tag)) == 1
    assert len(PAGE.all("table")) == HTML.count("<caption")


def test_no_verdict_is_told_by_colour_alone():
    for word in ("Contradiction", "Disagreement", "says so", "says otherwise", "less exactly", "not said"):
        assert word in HTML


def test_the_data_inside_are_the_report():
    assert json.loads(PAGE.data["report-data"]) == outputs.report_dict(sample())


@pytest.mark.parametrize(
    ("spare", "claims", "facts", "evidence"),
    [(14_000, 10, 7, True), (12_500, 10, 7, False), (9_000, 10, 0, False), (0, 0, 0, False)],
)
def test_a_long_story_carries_as_much_as_there_is_room_for(monkeypatch, spare, claims, facts, evidence):
    page = len(HTML.encode()) - len(PAGE.data["report-data"].encode())
    monkeypatch.setattr("reconcile.outputs.html._BUDGET", page + spare)
    data = json.loads(Page(outputs.render(sample(), "html")).data["report-data"])
    assert (len(data["claims"]), len(data["facts"]), bool(data["findings"][0]["evidence"])) == (
        claims,
        facts,
        evidence,
    )
    assert [f["id"] for f in data["findings"]] == [f["id"] for f in outputs.report_dict(sample())["findings"]]


def test_a_page_of_one_story_is_small():
    assert len(HTML.encode()) < 150_000


# ------------------------------------------------------------------------------------------- hostile words


def test_hostile_words_make_no_element_and_no_attribute():
    shapes = {(tag, tuple(attributes)) for tag, attributes in PAGE.elements}
    evil = {
        (tag, tuple(key for key in attributes if key != "lang")) for tag, attributes in EVIL_PAGE.elements
    }
    known = {(tag, tuple(key for key in keys if key != "lang")) for tag, keys in shapes}
    assert {tag for tag, _ in evil} <= {tag for tag, _ in known}
    assert not {key for _, keys in evil for key in keys} - {key for _, keys in known for key in keys}
    assert len(EVIL_PAGE.all("script")) == 2
    assert EVIL_PAGE.all("img") == []


def test_hostile_addresses_are_no_links():
    assert all(link["href"].startswith("#") for link in EVIL_PAGE.all("a"))


def test_hostile_words_do_not_end_the_data_block():
    block = re.search(
        r'<script type="application/json" id="report-data">(.*?)</script>', EVIL_HTML, re.DOTALL
    )
    assert block is not None
    assert not set("<>&") & set(block[1])
    assert json.loads(block[1]) == outputs.report_dict(hostile())


def test_bidi_controls_stay_in_the_data_and_out_of_the_page():
    assert not CONTROLS.search(EVIL_HTML)
    data = EVIL_HTML.split('id="report-data">')[1]
    assert "\u202e" in json.dumps(json.loads(data.partition("</script>")[0]), ensure_ascii=False)


def test_a_hostile_language_is_no_attribute():
    assert all("lang" not in quote for quote in EVIL_PAGE.all("blockquote"))


def test_templates_in_an_article_are_not_run():
    assert "{{ 7*7 }}" in EVIL_HTML
    assert ">49<" not in EVIL_HTML


# ------------------------------------------------------------------------------------------- contrast


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _palettes() -> list[dict[str, str]]:
    light, dark = style().partition("@media (prefers-color-scheme: dark)")[::2]
    return [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", half.partition("}")[0])) for half in (light, dark)]


@pytest.mark.parametrize("palette", _palettes(), ids=["light", "dark"])
def test_every_colour_of_words_stands_out_from_every_ground(palette):
    for words in ("ink", "muted", "bad", "warn", "good", "info"):
        for ground in ("paper", "tint"):
            assert _contrast(palette[words], palette[ground]) >= 4.5, (words, ground)
    assert _contrast(palette["ink"], palette["mark"]) >= 7
