"""Settings of a project in its pyproject.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reconcile.cli import main
from reconcile.errors import RuleError
from reconcile.rules._config import configured

_RULES = "ruleset: mine\nversion: 1.0.0\nignore: [fit.overlap]\n"


def _project(folder: Path, text: str) -> Path:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    (folder / "mine.rules.yaml").write_text(_RULES, encoding="utf-8")
    return folder


def test_the_nearest_project_is_asked(tmp_path: Path) -> None:
    inner = _project(tmp_path, '[tool.reconcile]\nrules = ["mine.rules.yaml", "votes"]\n') / "story"
    inner.mkdir()
    assert configured(inner) == (str(tmp_path / "mine.rules.yaml"), "votes")


def test_a_file_in_the_folder_keeps_its_name(tmp_path: Path) -> None:
    _project(tmp_path, '[tool.reconcile]\nrules = ["mine.rules.yaml"]\n')
    assert configured(tmp_path) == ("mine.rules.yaml",)


def test_a_project_need_not_say_anything(tmp_path: Path) -> None:
    assert configured(_project(tmp_path, "[project]\n")) == ()


@pytest.mark.parametrize(
    ("table", "words"),
    [("rule = []", "Did you mean 'rules'"), ("rules = 'x'", "is a list"), ("x =", "cannot be read")],
)
def test_a_fault_is_told(tmp_path: Path, table: str, words: str) -> None:
    with pytest.raises(RuleError, match=words):
        configured(_project(tmp_path, f"[tool.reconcile]\n{table}\n"))


def test_the_commands_take_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _project(tmp_path, '[tool.reconcile]\nrules = ["mine.rules.yaml"]\n')
    monkeypatch.chdir(tmp_path)
    assert "fit.overlap" not in CliRunner().invoke(main, ["rules", "list"]).output


def test_an_unknown_rule_set_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = CliRunner().invoke(main, ["rules", "list", "--rules", "voting"])
    assert (outcome.exit_code, "no rule file or installed rule set named 'voting'" in outcome.output) == (
        2,
        True,
    )
