"""A run over the shipped rules notices what is taken from them: on a copy, by the command and by pytest."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reconcile.cli import main

_SHIPPED = (files("reconcile.rules") / "default.rules.yaml").read_text(encoding="utf-8")


def _copy(folder: Path, text: str) -> Path:
    path = folder / "copy.rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def _call(command: str, path: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["rules", command, str(path), *more])


def _without(rule: str, example: str) -> str:
    """The shipped file without one line: an example of a rule."""
    head, _, rest = _SHIPPED.partition(f"  - id: {rule}\n")
    own, mark, tail = rest.partition("\n  - id: ")
    lines = own.splitlines(keepends=True)
    kept = [line for line in lines if f"name: {example}," not in line]
    assert len(kept) == len(lines) - 1
    return f"{head}  - id: {rule}\n{''.join(kept)}{mark}{tail}"


def test_the_copy_prints_the_coverage_table_and_is_whole(tmp_path: Path) -> None:
    done = _call("cov", _copy(tmp_path, _SHIPPED), "--strict")
    assert done.exit_code == 0
    assert re.search(r"^conflict\.exclusive +\d+ examples  ok$", done.output, re.MULTILINE)
    assert re.search(r"^100 % of the rules covered \((\d+) of \1\)$", done.output, re.MULTILINE)


@pytest.mark.parametrize("command", ["test", "cov", "lint"])
def test_an_example_that_is_gone_is_missed_whatever_it_showed(tmp_path: Path, command: str) -> None:
    path = _copy(tmp_path, _without("conflict.exclusive", "two days apart"))
    done = _call(command, path)
    assert done.exit_code == 2
    assert re.search(rf"{re.escape(str(path))}:\d+: plan: \d+ examples, but the file holds \d+", done.stderr)


@pytest.mark.parametrize(
    ("rule", "example", "gap"),
    [
        ("gate.incomparable", "one unit", "never silent"),
        ("fit.refines", "the month is denied", "no example needs affirmed"),
        ("conflict.rival_estimates", "more than three times as many", "mutant factor=4 survived"),
    ],
)
def test_a_gap_is_named_where_the_file_has_no_plan(tmp_path: Path, rule: str, example: str, gap: str) -> None:
    text = re.sub(r"^plan:.*\n", "", _without(rule, example), flags=re.MULTILINE)
    done = _call("cov", _copy(tmp_path, text), "--strict")
    assert done.exit_code == 1
    (line,) = [one for one in done.output.splitlines() if one.startswith(f"{rule} ")]
    assert gap in line


@pytest.mark.parametrize("factor", [2, 4])
def test_a_moved_threshold_is_noticed(tmp_path: Path, factor: int) -> None:
    head, mark, rest = _SHIPPED.partition("  - id: conflict.rival_estimates\n")
    done = _call("test", _copy(tmp_path, head + mark + rest.replace("factor: 3", f"factor: {factor}", 1)))
    assert done.exit_code == 1
    assert "rule conflict.rival_estimates, example" in done.output


def test_an_example_of_a_rule_that_is_gone_is_told(tmp_path: Path) -> None:
    more = "examples:\n  - {rule: conflict.exclusiv, name: n, expect: fires, attribute: talks.date, a: x, b: y}\n"
    path = _copy(tmp_path, _SHIPPED + more)
    line = _SHIPPED.count("\n") + 2
    for command in ("test", "cov", "lint"):
        done = _call(command, path)
        assert done.exit_code == 2
        assert (
            f"{path}:{line}: no rule named 'conflict.exclusiv'. Did you mean 'conflict.exclusive'?"
            in done.stderr
        )


def test_pytest_notices_as_well(tmp_path: Path) -> None:
    text = _without("gate.incomparable", "one unit")
    assert "but the file holds" in _pytest(tmp_path, text).stdout
    done = _pytest(tmp_path, re.sub(r"^plan:.*\n", "", text, flags=re.MULTILINE))
    assert done.returncode == 1
    assert re.search(r"^gate\.incomparable +2 examples  never silent$", done.stdout, re.MULTILINE)


def _pytest(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    _copy(folder, text)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rules-cov-fail-under", "100"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
