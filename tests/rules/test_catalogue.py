"""The rule catalogue in the documentation is made from the shipped file, and is that of today."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.rules import catalogue, read_rules

_DOCS = Path(__file__).parents[2] / "docs" / "rules"


@pytest.mark.parametrize(("name", "text"), catalogue(read_rules()).items())
def test_the_pages_are_up_to_date(name: str, text: str) -> None:
    assert (_DOCS / name).read_text(encoding="utf-8") == text, "run: reconcile rules docs docs/rules"


def test_every_rule_has_its_place() -> None:
    pages = catalogue(read_rules())
    headings = [
        found for text in pages.values() for found in re.findall(r"^## (\w+\.\w+)$", text, re.MULTILINE)
    ]
    assert sorted(headings) == sorted(read_rules().own)


def test_a_page_tells_both_halves_and_the_thresholds() -> None:
    page = catalogue(read_rules())["conflict.md"]
    section = page.partition("## conflict.rival_estimates")[2].partition("## ")[0]
    assert "parameters: `factor: 3`" in section
    assert "- fires: *three times as many*" in section
    assert "- silent: *more than three times as many*" in section
