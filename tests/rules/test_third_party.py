"""A package of ten lines brings a rule set: installed by pip, it is found by its name, and its examples run."""

from __future__ import annotations

import subprocess
import sysconfig
import venv
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not (find_spec("pip") and find_spec("hatchling")), reason="pip and hatchling are not installed here"
)

_PROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "newsroom-rules"
version = "1.0.0"
dependencies = ["fact-reconcile"]
[project.entry-points."reconcile.rulesets"]
votes = "newsroom_rules:votes.rules.yaml"
"""
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


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment into which pip put the package; all else it takes from this one, without a network."""
    folder = tmp_path_factory.mktemp("installed")
    package = folder / "source" / "newsroom_rules"
    package.mkdir(parents=True)
    (package.parent / "pyproject.toml").write_text(_PROJECT)
    (package / "__init__.py").write_text("")
    (package / "votes.rules.yaml").write_text(_RULES)
    venv.create(folder / "venv", with_pip=False)
    python = next((folder / "venv").glob("[bS]*/python*"))
    site = Path(_tell(python, "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    site.joinpath("outer.pth").write_text(
        f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    )
    done = _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
                "--disable-pip-version-check", str(package.parent))  # fmt: skip
    assert done.returncode == 0, done.stderr
    return python


def _run(python: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), *words], cwd=python.parent, capture_output=True, text=True, check=False
    )


def _tell(python: Path, code: str) -> str:
    return _run(python, "-c", code).stdout


def _command(python: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return _run(python, "-c", "from reconcile.cli import main; main()", *words)


def test_it_is_ten_lines_and_really_installed(python: Path) -> None:
    assert len(_PROJECT.splitlines()) <= 10
    assert "venv" in _tell(python, "import newsroom_rules; print(newsroom_rules.__file__)")


def test_its_rules_are_selected_by_name(python: Path) -> None:
    done = _command(python, "rules", "list", "votes")
    assert "votes.exact" in done.stdout
    assert "newsroom.votes 1.0.0" in done.stderr


@pytest.mark.parametrize("words", [("votes",), ("newsroom_rules",), ("--pyargs", "newsroom_rules")])
def test_the_command_runs_its_examples(python: Path, words: tuple[str, ...]) -> None:
    done = _command(python, "rules", "test", *words)
    assert (done.returncode, done.stdout) == (0, "2 of 2 examples are as they say\n")
    assert "100 % of the rules covered (1 of 1)" in _command(python, "rules", "cov", *words).stdout


def test_pytest_runs_its_examples(python: Path) -> None:
    done = _run(
        python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--pyargs", "newsroom_rules", "--rules-cov"
    )
    assert done.returncode == 0, done.stdout
    assert "3 passed" in done.stdout
    assert "votes.exact   2 examples  ok" in done.stdout


@pytest.mark.parametrize(
    ("package", "words"),
    [("newsroom", "no package named 'newsroom'"), ("json", "holds no file *.rules.yaml")],
)
def test_a_package_without_rules_is_told(python: Path, package: str, words: str) -> None:
    done = _command(python, "rules", "test", "--pyargs", package)
    assert (done.returncode, words in done.stderr) == (2, True)
