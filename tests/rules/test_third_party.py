"""A package of a few lines brings a rule set: it is found by its name, and its examples run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_RULES = """ruleset: newsroom.votes
version: 1.0.0
rules:
  - id: votes.exact
    attributes: ["*.votes_for"]
    when: [value.exclusive]
    verdict: CONTRADICTS
    message: "{left} against {right}."
    examples:
      - {name: two results, expect: fires, a: 63, b: 68}
      - {name: a bound, expect: silent, a: 63, b: at least 60}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder as pip leaves it: the package and what it says of itself."""
    package, told = tmp_path / "newsroom_rules", tmp_path / "newsroom_rules-1.0.0.dist-info"
    package.mkdir()
    told.mkdir()
    (package / "__init__.py").write_text("")
    (package / "votes.rules.yaml").write_text(_RULES)
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-rules\nVersion: 1.0.0\n")
    (told / "entry_points.txt").write_text("[reconcile.rulesets]\nvotes = newsroom_rules:votes.rules.yaml\n")
    return tmp_path


def _run(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(site)}
    return subprocess.run(
        [sys.executable, *words], env=env, cwd=site, capture_output=True, text=True, check=False
    )


def test_the_command_runs_its_examples(site: Path) -> None:
    done = _run(site, "-c", "from reconcile.cli import main; main()", "rules", "cov", "votes")
    assert (done.returncode, "100 % of the rules covered (1 of 1)" in done.stdout) == (0, True)


def test_pytest_runs_its_examples(site: Path) -> None:
    done = _run(
        site, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--pyargs", "newsroom_rules", "--rules-cov"
    )
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout
    assert "votes.exact   2 examples  ok" in done.stdout
