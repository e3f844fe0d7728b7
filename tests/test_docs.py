"""Pages are true: their code runs, their claims validate, their rules load, their links lead somewhere."""

import json
import re
import shlex
from pathlib import Path

import click
import pytest

from reconcile import rules
from reconcile.cli import main
from reconcile.model import Article, Claim

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")


def _blocks(*languages: str) -> list[pytest.param]:
    return [
        pytest.param(text, id=f"{page.name}-{number}")
        for page in PAGES
        for number, (name, text) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
        if name in languages
    ]


def _headings(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("code", _blocks("python"))
def test_python_runs_as_printed(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "page", "exec"), {"__name__": "page"})


@pytest.mark.parametrize("lines", _blocks("jsonl"))
def test_json_lines_are_claims_or_articles(lines: str) -> None:
    for line in lines.splitlines():
        data = json.loads(line)
        (Claim if "attribute" in data else Article).model_validate(data)


@pytest.mark.parametrize("text", _blocks("yaml"))
def test_rule_files_load(text: str, tmp_path: Path) -> None:
    file = tmp_path / "page.rules.yaml"
    file.write_text(text, encoding="utf-8")
    assert rules.load([file]).rules


@pytest.mark.parametrize("script", _blocks("sh"))
def test_commands_exist_with_their_options(script: str) -> None:
    for line in script.splitlines():
        words = shlex.split(line.partition(">")[0], comments=True)
        if words[:1] != ["reconcile"]:
            continue
        command: click.Command = main
        while isinstance(command, click.Group):
            words = words[1:]
            command = command.commands[words[0]]
        known = {option for param in command.params for option in param.opts}
        assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        file, _, heading = target.partition("#")
        there = page.parent / file if file else page
        assert there.exists(), target
        assert not heading or heading in _headings(there), target


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.parent.name == "docs"], ids=lambda page: page.name
)
def test_every_page_is_in_the_index(page: Path) -> None:
    assert page.name == "index.md" or f"({page.name})" in (ROOT / "docs" / "index.md").read_text(
        encoding="utf-8"
    )
