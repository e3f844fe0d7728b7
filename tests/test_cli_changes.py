"""The commands ``diff`` and ``init``, and what a terminal gets: colours and a bar."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reconcile.cli import main
from tests.test_cli import AGREEING, CONTRADICTING, STORY_CLAIMS, run, said

RED = "\x1b[31m"


@pytest.fixture
def reports(tmp_path: Path) -> tuple[Path, Path]:
    """A report without and one with a contradiction."""
    for name, claims in (("old", said("a", "talks.place", "Paris")), ("new", CONTRADICTING)):
        run("check", "-", "--fail-on", "never", "--output", f"json:{tmp_path / name}.json", stdin=claims)
    return tmp_path / "old.json", tmp_path / "new.json"


def test_diff_tells_what_is_new(reports: tuple[Path, Path]) -> None:
    done = run("diff", *reports)
    assert done.exit_code == 0
    assert "+ contradiction: Talks · place: Paris" in done.stdout
    assert "new article: b" in done.stdout


@pytest.mark.parametrize(("way", "status"), [(1, 1), (-1, 0)])
def test_only_new_findings_fail(reports: tuple[Path, Path], way: int, status: int) -> None:
    assert run("diff", *reports[::way], "--fail-on-new").exit_code == status


def test_diff_writes_a_page(reports: tuple[Path, Path], tmp_path: Path) -> None:
    run("diff", *reports, "--html", tmp_path / "changes.html")
    page = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert "<h1>What changed</h1>" in page
    assert "contradiction" in page


@pytest.mark.parametrize(("text", "said"), [("[]", "a JSON object is expected"), ("{}", "is not a report")])
def test_what_is_no_report_is_exit_2(
    reports: tuple[Path, Path], tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "bad.json").write_text(text, encoding="utf-8")
    done = run("diff", tmp_path / "bad.json", reports[1])
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_init_lays_out_a_story_that_can_be_checked(tmp_path: Path) -> None:
    assert run("init", tmp_path / "ferry").exit_code == 0
    done = run("check", tmp_path / "ferry", "--rules", tmp_path / "ferry" / "my.rules.yaml")
    assert done.exit_code == 1
    assert "1 contradiction" in done.stdout
    assert run("rules", "cov", tmp_path / "ferry" / "my.rules.yaml").exit_code == 0


def test_init_touches_nothing_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text("mine", encoding="utf-8")
    assert "first.txt is there already" in run("init", tmp_path).stdout
    assert (tmp_path / "first.txt").read_text(encoding="utf-8") == "mine"


def test_spreadsheets_get_a_byte_order_mark(tmp_path: Path) -> None:
    run("check", STORY_CLAIMS, "--fail-on", "never", "--bom", "--output", tmp_path / "findings.csv")
    assert (tmp_path / "findings.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("option", ["--known", "--gazetteer", "--outlets", "--trust"])
def test_a_file_of_the_users_that_is_of_no_form_is_named(tmp_path: Path, option: str) -> None:
    (tmp_path / "mine.toml").write_text("= = =", encoding="utf-8")
    done = run("check", "-", option, tmp_path / "mine.toml", stdin=AGREEING)
    assert done.exit_code == 2
    assert "mine.toml" in done.stderr


def test_how_facts_are_weighed_can_be_chosen() -> None:
    done = run("check", STORY_CLAIMS, "--fail-on", "never", "--method", "origin_accu")
    assert done.exit_code == 0
    assert run("check", STORY_CLAIMS, "--method", "origin_vot").exit_code == 2


def _seen(*arguments: str, **env: str) -> str:
    """What a terminal of its own gets from the program."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from reconcile.cli import main; main()", *arguments]
    done = subprocess.Popen(command, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm", **env})
    os.close(theirs)
    told = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the program has left
            break
        if not part:
            break
        told += part
    done.wait()
    os.close(ours)
    return told.decode("utf-8", "replace")


def test_a_terminal_gets_colours() -> None:
    assert f"{RED}\x1b[1m✗ CONTRADICTION" in _seen("check", STORY_CLAIMS)


def test_no_color_is_respected_on_a_terminal() -> None:
    seen = _seen("check", STORY_CLAIMS, NO_COLOR="1")
    assert "✗ CONTRADICTION" in seen
    assert not re.search(r"\x1b\[\d+m", seen)


def test_a_pipe_gets_no_colours() -> None:
    assert "\x1b" not in run("check", STORY_CLAIMS).stdout


def test_long_work_shows_how_far_it_is_on_a_terminal_alone(tmp_path: Path) -> None:
    claims = tmp_path / "claims.jsonl"
    claims.write_text("".join(said("a", f"talks.round{n}", n) for n in range(40)), encoding="utf-8")
    assert re.search(r"compare  \[#+\] 40 of 40", _seen("check", str(claims)))
    assert run("check", claims).stderr == ""


def test_every_command_has_an_example_in_its_help() -> None:
    for name in main.commands:
        assert "Example" in run(name, "--help").stdout


def test_a_saved_report_is_still_the_contract(reports: tuple[Path, Path]) -> None:
    assert json.loads(reports[1].read_text(encoding="utf-8"))["schema"] == "reconcile.report/1"


def test_some_rules_may_be_left_out_or_asked_alone() -> None:
    assert run("check", "-", "--ignore", "conflict.*", stdin=CONTRADICTING).exit_code == 0
    assert run("check", "-", "--select", "conflict.*", stdin=CONTRADICTING).exit_code == 1
    done = run("check", "-", "--select", "conflict.exclusiv", stdin=CONTRADICTING)
    assert done.exit_code == 2
    assert "Did you mean 'conflict.exclusive'" in done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes that break are told otherwise here")
def test_a_reader_who_leaves_early_is_no_finding() -> None:
    command = [
        sys.executable,
        "-m",
        "reconcile",
        "check",
        STORY_CLAIMS,
        "--output",
        "json",
        "--fail-on",
        "never",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(10)
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == -signal.SIGPIPE


def test_a_report_without_a_format_is_told_how_to_name_one() -> None:
    assert "FORMAT:FILE" in run("check", "-", "--output", "report", stdin=AGREEING).stderr


def test_no_example_is_counted_where_the_file_has_no_form(tmp_path: Path) -> None:
    (tmp_path / "my.rules.yaml").write_text("rules: 5", encoding="utf-8")
    done = run("rules", "test", tmp_path / "my.rules.yaml")
    assert (done.exit_code, done.stdout) == (2, "")
