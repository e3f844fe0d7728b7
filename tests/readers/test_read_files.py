"""What is read from files and folders, and what is said when it cannot be."""

import json
import sys
import types
from io import BytesIO

import pytest

from reconcile.errors import InputError
from reconcile.model import Rejected
from reconcile.readers import read

CLAIM = {"article": "a", "attribute": "talks.round", "value": 5}


def lines(*objects):
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in objects)


@pytest.fixture
def folder(tmp_path):
    def make(**files):
        for name, content in files.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make


def reasons(material):
    return [f"{item.where}: {item.reason}" for item in material.rejected]


def test_a_text_file_is_an_article_named_after_it(folder):
    material = read(folder(one__txt="Talks opened.\n"))
    assert [(article.id, article.text) for article in material.articles] == [("one", "Talks opened.\n")]


def test_a_toml_sidecar_gives_the_metadata(folder):
    path = folder(one__txt="Talks opened.", one__toml='outlet = "Example Times"\npublished = 2026-01-06')
    (article,) = read(path).articles
    assert (article.outlet, article.published_precision, article.published_source) == (
        "Example Times", "day", "given")  # fmt: skip


def test_the_id_of_the_sidecar_is_the_id(folder):
    assert read(folder(one__txt="Talks.", one__toml='id = "x1"')).articles[0].id == "x1"


def test_a_bad_sidecar_costs_only_itself(folder):
    material = read(folder(one__txt="Talks.", one__toml='outlett = "X"'))
    assert reasons(material) == ["one.toml:outlett: unknown key 'outlett'. Did you mean 'outlet'?"]
    assert [article.id for article in material.articles] == ["one"]


def test_articles_jsonl_gives_the_metadata_of_its_folder(folder):
    path = folder(
        one__txt="Talks.", articles__jsonl=lines({"id": "one", "outlet": "X", "published": "2026-01-06"})
    )
    (article,) = read(path).articles
    assert (article.text, article.outlet, article.published.day) == ("Talks.", "X", 6)


def test_articles_jsonl_is_also_found_beside_a_single_file(folder):
    path = folder(
        one__txt="Talks.", articles__jsonl=lines({"id": "one", "outlet": "X"}, {"id": "two", "outlet": "Y"})
    )
    assert [(article.id, article.outlet) for article in read(path / "one.txt").articles] == [("one", "X")]


def test_a_page_without_a_date_is_said_to_have_none(folder):
    assert Rejected("one.txt", "no publication date on the page") in read(folder(one__txt="Talks.")).warnings


def test_json_holds_one_article(folder):
    (article,) = read(folder(one__json='{"text": "Talks.", "outlet": "X"}')).articles
    assert (article.id, article.outlet) == ("one", "X")


def test_a_report_is_not_read_as_an_article(folder):
    path = folder(r__json='{"schema": "reconcile.report/1"}', a__txt="Talks.")
    assert reasons(read(path)) == ["r.json: a reconcile.report/1 file, neither an article nor claims"]


def test_jsonl_holds_claims_and_articles(folder):
    path = folder(c__jsonl=lines({"id": "a", "outlet": "X", "text": "The fifth round."}, CLAIM))
    (claim,) = read(path).claims
    assert (claim.article.outlet, claim.article.text) == ("X", "The fifth round.")


def test_an_article_may_be_told_after_its_claims(folder):
    path = folder(c__jsonl=lines(CLAIM, {"id": "a", "outlet": "X", "text": "The fifth round."}))
    assert read(path).claims[0].article.outlet == "X"


def test_a_bad_line_is_told_with_its_number_and_field(folder):
    path = folder(
        c__jsonl=lines(CLAIM)
        + "{not json}\n"
        + lines({**CLAIM, "value": {"kind": "persn", "name": "N"}}, {**CLAIM, "certanty": "asserted"})
    )
    assert reasons(read(path)) == [
        "c.jsonl:2: not JSON: expecting property name enclosed in double quotes (column 2)",
        "c.jsonl:3:value.kind: no value kind named 'persn'. Did you mean 'person'?",
        "c.jsonl:4:certanty: unknown key 'certanty'. Did you mean 'certainty'?",
    ]


def test_a_line_that_is_neither_claim_nor_article(folder):
    material = read(folder(c__jsonl=lines(CLAIM, {"outlet": "X"}, [1])))
    assert reasons(material) == [
        "c.jsonl:2: neither a claim (no 'attribute') nor an article (no 'text', no 'id')",
        "c.jsonl:3: an article or a claim is an object with keys, not list",
    ]


def test_bad_utf8_in_one_line_costs_that_line(folder):
    material = read(folder(c__jsonl=lines(CLAIM).encode() + b'{"article": "caf\xe9"}\n'))
    assert reasons(material) == ["c.jsonl:2: not UTF-8: byte 0xe9 at 16 (line 1); save it as UTF-8"]
    assert len(material.claims) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n \n", "the file is empty"),
        (b"PK\x03\x04\x00\x00", "not text: it holds NUL bytes"),
        ("שלום".encode("windows-1255"), "not UTF-8: byte 0xf9 at 0 (line 1); save it as UTF-8"),
        ("hello".encode("utf-16"), "not UTF-8 but UTF-16; save it as UTF-8"),
    ],
)
def test_a_text_file_that_is_not_text(folder, content, reason):
    path = folder(bad__txt=content, good__txt="Talks.")
    assert reasons(read(path)) == [f"bad.txt: {reason}"]


@pytest.mark.parametrize("name", ["bad.txt", "bad.json", "bad.jsonl"])
def test_nothing_but_bad_input_is_an_error_that_names_the_file(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x00\x01")
    with pytest.raises(InputError, match=rf"{name}: not text"):
        read(tmp_path)


def test_an_empty_folder(tmp_path):
    with pytest.raises(InputError, match="no article and no claims in this folder"):
        read(tmp_path)


def test_a_path_that_does_not_exist_offers_the_nearest(folder):
    path = folder(talks__txt="Talks.")
    with pytest.raises(InputError, match=r"no such file or folder\. Did you mean 'talks\.txt'"):
        read(path / "talk.txt")


def test_a_missing_path_beside_a_good_one_is_only_rejected(folder):
    path = folder(one__txt="Talks.")
    material = read([path, "nowhere/at/all"])
    assert reasons(material) == ["nowhere/at/all: no such file or folder."]
    assert len(material.articles) == 1


def test_a_text_given_as_a_path_is_told_how_to_be_given():
    with pytest.raises(InputError, match="A text is given as an article"):
        read("Talks opened.\nThey went well." * 30)


def test_a_format_without_a_reader(folder):
    path = folder(a__pdf="%PDF", b__txt="Talks.")
    material = read([path / "a.pdf", path / "b.txt"])
    assert material.rejected[0].reason.startswith("no reader for '.pdf'. Known: .html, .json, .jsonl, .txt")
    assert read(path).rejected == ()


def test_no_message_shows_a_path_that_was_not_given(folder):
    path = folder(bad__txt=b"\x00", c__jsonl="{", d__toml="=", d__txt="Talks.")
    assert all(str(path) not in item.where for item in read(path).rejected)


def test_hidden_files_are_left_alone(folder):
    path = folder(one__txt="Talks.")
    (path / ".cache").mkdir()
    (path / ".cache" / "two.txt").write_text("Other.")
    assert [article.id for article in read(path).articles] == ["one"]


def test_folders_are_read_to_the_bottom_in_order(folder):
    path = folder(b__txt="B.")
    (path / "a").mkdir()
    (path / "a" / "z.txt").write_text("Z.")
    assert list(read(path).where.values()) == ["a/z.txt", "b.txt"]


def test_a_byte_order_mark_is_no_text(folder):
    assert read(folder(one__txt=b"\xef\xbb\xbfTalks.")).articles[0].text == "Talks."


def test_line_ends_stay_as_they_are_so_that_offsets_hold(folder):
    assert read(folder(one__txt=b"Talks.\r\nMore.\r\n")).articles[0].text == "Talks.\r\nMore.\r\n"


def test_a_million_characters_in_one_line(folder):
    material = read(folder(one__txt="talks " * 170_000, c__jsonl='{"article": "' + "x" * 1_000_000))
    assert len(material.articles[0].text) == 1_020_000
    assert len(material.rejected[0].reason) < 200


def test_deep_nesting_is_told_and_not_raised(folder):
    material = read(folder(a__txt="Talks.", c__jsonl="[" * 100_000))
    assert reasons(material) == ["c.jsonl:1: not JSON: nested too deeply"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"article": "a", "attribute": "x", "value": NaN}', "not JSON: NaN is no number"),
        ('{"article": "a", "article": "b"}', "not JSON: key 'article' stands twice in one object"),
        (r'{"article": "\ud800"}', "not JSON: half a surrogate pair stands in a string"),
    ],
)
def test_json_that_python_would_let_pass(folder, line, reason):
    assert reasons(read(folder(a__txt="Talks.", c__jsonl=line))) == [f"c.jsonl:1: {reason}"]


def test_html_without_its_extra_says_how_to_get_it(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"pip install 'fact-reconcile\[html\]'"):
        read(folder(one__html="<p>Talks.</p>"))


def test_html_takes_its_date_from_stated_metadata_only(folder, monkeypatch):
    about = types.SimpleNamespace(title="T", author=None, sitename="X", url=None)
    fake = types.ModuleType("trafilatura")
    fake.extract = lambda page, **_: "Talks between the two sides opened."
    fake.extract_metadata = lambda page: about
    monkeypatch.setitem(sys.modules, "trafilatura", fake)
    stated = '<meta property="article:published_time" content="2026-01-06T22:30:00+02:00"><p>Talks</p>'
    path = folder(one__html=stated, two__htm="<p>In 2026 talks opened.</p>")
    one, two = read(path).articles
    assert (one.published.hour, one.published_zone, one.outlet, two.published) == (22, "+02:00", "X", None)


def test_a_dash_is_the_standard_input(monkeypatch):
    stdin = types.SimpleNamespace(buffer=BytesIO(lines(CLAIM, {"article": "a"}).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    material = read("-")
    assert (len(material.claims), material.rejected[0].where) == (1, "-:2:attribute")
