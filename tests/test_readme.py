"""README's two commands are the first two shell blocks, each with all that it needs."""

import re
from pathlib import Path

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
FIRST, SECOND, *_ = re.findall(r"^```(?:sh|shell|bash)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_first_command_ends_with_the_sample() -> None:
    last = FIRST.strip().splitlines()[-1]
    assert last == "reconcile check examples/paris_talks --fail-on never --output html:report.html"


def test_the_second_command_runs_the_tests() -> None:
    assert SECOND.strip().splitlines()[-1] == "pytest"


def test_each_command_installs_for_itself() -> None:
    assert "pip install ." in FIRST
    assert "pip install -e '.[dev]'" in SECOND


def test_it_says_what_exit_1_means() -> None:
    assert "**1 is findings**" in README
