import re

import pytest

from reconcile import outputs
from reconcile.outputs.markdown import _safe
from reconcile.views._bidi import FSI, PDI
from tests.outputs.hostile_report import hostile
from tests.views.sample_report import sample

TEXT = outputs.render(sample(), "markdown")


def test_contradictions_first_with_both_quotes():
    assert TEXT.index("## Contradictions") < TEXT.index("## Warnings") < TEXT.index("## Facts")
    assert f"> {FSI}ב-5 בדצמבר{PDI}\n" in TEXT
    assert f"> {FSI}يومي 5 و6 يناير{PDI}\n" in TEXT
    assert f"> — {FSI}השער{PDI}; 7 Jan 2026; in the outlet's own voice" in TEXT


def test_isolates_are_balanced_on_every_line():
    for line in TEXT.splitlines():
        assert line.count(FSI) == line.count(PDI)


def test_rejected_and_warnings_are_told():
    assert "## Rejected\n\n- claims.jsonl:3: unknown key 'atribute'" in TEXT


@pytest.mark.parametrize(
    ("words", "safe"),
    [("- x", "\\- x"), ("1. x", "1\\. x"), ("# x", "\\# x"), ("2026-01-05", "2026-01-05"), ("> x", "&gt; x"),
     ("a|b", "a\\|b"), ("`x`", "\\`x\\`")],
)  # fmt: skip
def test_words_never_begin_a_block_or_a_span(words, safe):
    assert _safe(words) == safe


def test_hostile_words_make_no_markup():
    markdown_it = pytest.importorskip("markdown_it")
    parser = markdown_it.MarkdownIt("gfm-like", {"linkify": False})
    tokens = [child for token in parser.parse(outputs.render(hostile(), "markdown"))
              for child in (token, *(token.children or ()))]  # fmt: skip
    kinds = {token.type for token in tokens}
    assert not kinds & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "fence",
        "code_block",
    }


def test_nobody_is_mentioned_and_nothing_is_linked():
    text = outputs.render(hostile(), "markdown")
    assert "@everyone" not in text
    assert not re.search(r"https?://", text)


def test_a_date_is_told_in_words_too():
    assert "**2025-12-05**, 5 December 2025 (1 outlet" in TEXT
