"""What the distribution promises: names, version, types, cheap import, nothing about the machine it was made on."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import yaml

import reconcile as rc

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TEXTS = [
    file
    for pattern in (
        "*.md",
        "*.toml",
        "*.txt",
        "*.cff",
        ".ci/run",
        "docs/*.md",
        "examples/**/*",
        "reconcile/**/*.py",
    )
    for file in ROOT.glob(pattern)
    if file.is_file()
]


def test_the_names_are_the_promised_ones() -> None:
    assert PROJECT["project"]["name"] == "fact-reconcile"
    assert PROJECT["project"]["scripts"] == {"reconcile": "reconcile.cli:main"}
    assert [point.value for point in entry_points(group="console_scripts", name="reconcile")] == [
        "reconcile.cli:main"
    ]


def test_one_version_everywhere() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == rc.__version__


def test_the_package_is_typed() -> None:
    assert (ROOT / "reconcile" / "py.typed").is_file()


def test_what_is_public_is_documented() -> None:
    assert [name for name in rc.__all__ if name != "__version__" and not getattr(rc, name).__doc__] == []


def _import(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("heavy", ["pandas", "numpy", "networkx", "jinja2", "lxml", "IPython"])
def test_import_loads_nothing_heavy(heavy: str) -> None:
    assert _import(f"import reconcile, sys; print({heavy!r} in sys.modules)") == "False"


def test_import_is_cheap() -> None:
    code = "import time; t = time.process_time(); import reconcile; print(time.process_time() - t)"
    assert min(float(_import(code)) for _ in range(3)) < 0.3


def test_the_constraints_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints-ci.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []


def test_no_path_of_a_machine_is_in_any_file() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|home|root|Users|tmp|mnt|opt)/\w")
    assert [str(f.relative_to(ROOT)) for f in TEXTS if machine.search(f.read_text(encoding="utf-8"))] == []
