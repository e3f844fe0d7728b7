"""The pages on rules, walked by a reader who does what they say in an empty folder."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import main
from reconcile.rules import read_rules
from reconcile.testing import check_cases

_DOCS = Path(__file__).parents[2] / "docs"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _blocks(page: str, language: str) -> list[str]:
    text = (_DOCS / page).read_text(encoding="utf-8")
    return [block for name, block in _BLOCK.findall(text) if name == language]


def test_a_first_rule_with_two_examples_is_six_lines(tmp_path: Path) -> None:
    text = _blocks("rules.md", "yaml")[0]
    path = tmp_path / "first.rules.yaml"
    path.write_text(text, encoding="utf-8")
    assert len(text.splitlines()) == 6
    assert len(read_rules(path).own) == 1
    assert check_cases(path, covered=True) == ("two results", "a bound")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the page on a verdict that one disagrees with says to write."""
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "claims.jsonl").write_text(
        _blocks("rules-disagree.md", "jsonl")[0], encoding="utf-8"
    )
    (tmp_path / "votes.rules.yaml").write_text(_blocks("rules-disagree.md", "yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _call(line: str) -> Result:
    return CliRunner().invoke(main, shlex.split(line)[1:])


@pytest.mark.usefixtures("folder")
def test_the_commands_do_what_the_page_says() -> None:
    first, then, last = _blocks("rules-disagree.md", "sh")
    check, explain = map(_call, first.splitlines())
    assert (check.exit_code, "finding b27b" in check.output) == (1, True)
    assert _blocks("rules-disagree.md", "text")[0] in explain.output
    done = {line: _call(line) for line in then.splitlines()}
    assert [(line, one.output) for line, one in done.items() if one.exit_code] == []
    assert "0 contradictions   ! 1 warning" in list(done.values())[-1].output
    assert last == "reconcile rules test votes\n"  # of a package: see test_third_party.py


def test_a_failure_is_printed_as_on_the_page(folder: Path) -> None:
    path = folder / "votes.rules.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("more than a tenth, expect: silent", "more than a tenth, expect: fires"))
    assert _blocks("rules-disagree.md", "text")[1] in _call("reconcile rules test votes.rules.yaml").output
