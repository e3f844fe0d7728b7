"""The command line: what it prints where, its exit status, and every line of "Bad input"."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from reconcile import __version__
from reconcile.cli import main
from reconcile.schemas import schema

ROOT = Path(__file__).parents[1]
STORY = str(ROOT / "examples" / "paris_talks")
STORY_CLAIMS = str(ROOT / "examples" / "paris_talks_claims.jsonl")


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def said(outlet: str, attribute: str, value: Any, **keys: Any) -> str:
    article = {"id": outlet, "outlet": outlet, "language": "en", "published": "2026-01-07"}
    return (
        json.dumps({"article": article, "event": "e", "attribute": attribute, "value": value, **keys}) + "\n"
    )


AGREEING = said("a", "talks.round", 5) + said("b", "talks.round", 5)
CONTRADICTING = said("a", "talks.place", "Paris") + said("b", "talks.place", "London")


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    file = tmp_path / "claims.jsonl"
    file.write_text(AGREEING, encoding="utf-8")
    return file


# ------------------------------------------------------------------ exit status


def test_agreement_is_exit_0(claims: Path) -> None:
    assert run("check", claims).exit_code == 0


def test_a_contradiction_is_exit_1() -> None:
    assert run("check", "-", stdin=CONTRADICTING).exit_code == 1


def test_fail_on_never_is_exit_0() -> None:
    assert run("check", "-", "--fail-on", "never", stdin=CONTRADICTING).exit_code == 0


@pytest.mark.parametrize(("level", "status"), [("contradiction", 0), ("disagreement", 0), ("difference", 1)])
def test_fail_on_counts_severities(level: str, status: int) -> None:
    update = said("a", "blast.killed", 7, as_of="2026-01-05") + said(
        "b", "blast.killed", 9, as_of="2026-01-06"
    )
    assert run("check", "-", "--fail-on", level, stdin=update).exit_code == status


def test_no_path_is_a_usage_error() -> None:
    assert run("check").exit_code == 2


def test_a_path_that_is_not_there_is_named() -> None:
    outcome = run("check", "nowhere")
    assert (outcome.exit_code, "nowhere" in outcome.stderr) == (2, True)


# ------------------------------------------------------------------ what goes where


def test_findings_go_to_stdout_and_diagnostics_to_stderr() -> None:
    outcome = run("check", "-", stdin=CONTRADICTING + "no json\n")
    assert "CONTRADICTION" in outcome.stdout
    assert outcome.stderr.startswith("-:3:")
    assert "not JSON" not in outcome.stdout


def test_a_report_on_stdout_stands_alone() -> None:
    outcome = run("check", STORY_CLAIMS, "--output", "json:-", "--fail-on", "never")
    assert json.loads(outcome.stdout)["schema"] == "reconcile.report/1"


def test_several_reports_in_one_run(tmp_path: Path) -> None:
    run("check", STORY_CLAIMS, "--output", f"json:{tmp_path}/r.json", "--output", f"html:{tmp_path}/r.html")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["r.html", "r.json"]


def test_a_report_keeps_its_promise() -> None:
    report = json.loads(run("check", STORY, "--output", "json:-", "--fail-on", "never").stdout)
    assert [error.message for error in Draft202012Validator(schema("report")).iter_errors(report)] == []


def test_a_report_that_cannot_be_written_is_a_clear_error(claims: Path, tmp_path: Path) -> None:
    outcome = run("check", claims, "--output", f"json:{tmp_path}/no/such/r.json")
    assert (outcome.exit_code, "cannot be written" in outcome.stderr) == (2, True)


def test_an_unknown_format_is_told_with_the_nearest(claims: Path) -> None:
    outcome = run("check", claims, "--output", "htm:r.html")
    assert (outcome.exit_code, "Did you mean 'html'?" in outcome.stderr) == (2, True)


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    outcome = CliRunner().invoke(main, ["check", STORY_CLAIMS], color=True)
    assert "\x1b[" not in outcome.output


def test_the_order_of_input_changes_nothing(tmp_path: Path) -> None:
    lines = CONTRADICTING.splitlines(keepends=True)
    one = run("check", "-", "--output", "json:-", stdin="".join(lines)).stdout
    two = run("check", "-", "--output", "json:-", stdin="".join(reversed(lines))).stdout
    assert one == two


# ------------------------------------------------------------------ the other commands


def test_version() -> None:
    assert run("--version").stdout.strip() == f"reconcile, version {__version__}"


@pytest.mark.parametrize("command", [["check"], ["extract"], ["explain"], ["rules", "list"], ["schema"]])
def test_help_has_examples(command: list[str]) -> None:
    text = run(*command, "--help").stdout
    assert re.search(r"Examples?:\n +\S*.*reconcile ", text)


def test_what_extract_writes_check_reads() -> None:
    extracted = run("extract", STORY)
    assert (extracted.exit_code, len(extracted.stdout.splitlines()) > 20) == (0, True)
    checked = run("check", "-", "--fail-on", "never", stdin=extracted.stdout)
    assert (checked.exit_code, "rejected" in checked.stderr) == (0, False)


def test_extract_and_check_find_what_check_finds() -> None:
    def findings(*arguments: str, stdin: str | None = None) -> list[tuple[str, str, list[str]]]:
        report = json.loads(run("check", *arguments, "--output", "json:-", stdin=stdin).stdout)
        return sorted((f["kind"], f["attribute"], f["articles"]) for f in report["findings"])

    assert findings("-", stdin=run("extract", STORY).stdout) == findings(STORY)


def test_every_line_of_extract_is_a_claim() -> None:
    validator = Draft202012Validator(schema("claim"))
    lines = run("extract", STORY).stdout.splitlines()
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


def test_explain_shows_both_sides_of_a_finding() -> None:
    report = json.loads(run("check", STORY_CLAIMS, "--output", "json:-").stdout)
    (contradiction,) = [f for f in report["findings"] if f["kind"] == "contradiction"]
    text = run("explain", contradiction["id"][:6], STORY_CLAIMS).stdout
    assert "2025-12-05" in text
    assert "2026-01-06" in text


def test_explain_shows_a_fact() -> None:
    report = json.loads(run("check", STORY_CLAIMS, "--output", "json:-").stdout)
    place = next(fact for fact in report["facts"] if fact["attribute"] == "talks.place")
    outcome = run("explain", place["id"], STORY_CLAIMS)
    assert (outcome.exit_code, "Paris" in outcome.stdout) == (0, True)


def test_explain_tells_an_unknown_id() -> None:
    outcome = run("explain", "zzzz", STORY_CLAIMS)
    assert (outcome.exit_code, "zzzz" in outcome.stderr) == (2, True)


def test_rules_list_shows_every_rule() -> None:
    lines = run("rules", "list").stdout.splitlines()
    assert len(lines) > 15
    assert [line.split()[1] for line in lines] == sorted((line.split()[1] for line in lines), key=_group)


def _group(name: str) -> int:
    return ("gate", "fit", "conflict").index(name)


@pytest.mark.parametrize("name", ["claim", "report", "rules"])
def test_schema_prints_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))


def test_it_runs_as_a_program() -> None:
    command = [sys.executable, "-c", "from reconcile.cli import main; main()", "schema", "clam"]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert (
        outcome.stderr.strip()
        == "Error: no schema named 'clam'. Did you mean 'claim'? Known: claim, report, rules."
    )


# ------------------------------------------------------------------ bad input: nothing could be done


def _refused(outcome: Result, *words: str) -> bool:
    clear = "Traceback" not in outcome.output and all(word in outcome.stderr for word in words)
    return outcome.exit_code == 2 and clear


def test_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert _refused(run("check", tmp_path / "empty"), "empty")


@pytest.mark.parametrize("name", ["photo.txt", "photo.jsonl", "photo.json", "photo.html"])
def test_a_file_that_is_not_text(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    assert _refused(run("check", tmp_path / name), name)


def test_bad_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Talks on Monday " + b"\xff\xfe")
    assert _refused(run("check", tmp_path / "a.txt"), "a.txt", "UTF-8")


@pytest.mark.parametrize("form", ["pdf", "xlsx"])
def test_a_file_of_no_known_form(tmp_path: Path, form: str) -> None:
    (tmp_path / f"a.{form}").write_text("x", encoding="utf-8")
    assert _refused(run("check", tmp_path / f"a.{form}"), f"a.{form}")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("ruleset: x\nversion: 1.0.0\nrule: []\n", 3, "Did you mean 'rules'?"),
        (
            "ruleset: x\nversion: 1.0.0\nrules:\n  - id: a.b\n    verdict: EQUAL\n    when: [valu.same]\n    message: m\n",
            6,
            "Did you mean 'value'?",
        ),
        (
            "ruleset: x\nversion: 1.0.0\nrules:\n  - id: a.b\n    verdict: EQUAL\n    when: [afirmed]\n    message: m\n",
            6,
            "Did you mean 'affirmed'?",
        ),
    ],
)
def test_a_misspelt_rule_file(claims: Path, tmp_path: Path, text: str, line: int, hint: str) -> None:
    (tmp_path / "my.rules.yaml").write_text(text, encoding="utf-8")
    outcome = run("check", claims, "--rules", tmp_path / "my.rules.yaml")
    assert _refused(outcome, f"my.rules.yaml:{line}", hint)


# ------------------------------------------------------------------ bad input: the rest is reconciled


def _rest(outcome: Result, *words: str) -> bool:
    told = all(word in outcome.stderr for word in words)
    return outcome.exit_code == 0 and told and "Traceback" not in outcome.output


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{not json}", ["3"]),
        ('{"article": "a", "atribute": "talks.round", "value": 5}', ["3", "atribute", "attribute"]),
        ('{"article": "a", "attribute": "talks.round"}', ["3", "value"]),
        ('{"article": "a", "attribute": "talks.round", "value": 5, "certainty": "sure"}', ["3", "certainty"]),
        ('{"article": "a", "attribute": "talks.round", "value": {"kind": "dat"}}', ["3", "dat"]),
        ("[1, 2]", ["3"]),
        ("7", ["3"]),
    ],
)
def test_a_bad_line_costs_only_itself(claims: Path, line: str, words: list[str]) -> None:
    claims.write_text(AGREEING + line + "\n", encoding="utf-8")
    assert _rest(run("check", claims), "claims.jsonl:3", *words)


def test_bad_utf_8_in_a_line(claims: Path) -> None:
    claims.write_bytes(AGREEING.encode() + b'{"article": "\xff"}\n')
    assert _rest(run("check", claims), "claims.jsonl:3", "UTF-8")


@pytest.mark.parametrize("long", ['{"article": "' + "x" * 1_000_000, json.dumps({"x": "y" * 1_000_000})])
def test_a_line_of_a_million_characters(claims: Path, long: str) -> None:
    claims.write_text(AGREEING + long + "\n", encoding="utf-8")
    outcome = run("check", claims)
    assert _rest(outcome, "claims.jsonl:3")
    assert len(outcome.stderr) < 2_000


def test_an_article_of_a_million_characters(tmp_path: Path, claims: Path) -> None:
    (tmp_path / "long.txt").write_text("Head\n\n" + "x" * 1_000_000, encoding="utf-8")
    assert run("check", tmp_path).exit_code == 0


def test_an_article_with_no_date_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Headline\n\nTalks were held in Paris on Tuesday.\n", encoding="utf-8")
    outcome = run("check", tmp_path)
    assert _rest(outcome, "a", "date")


def test_two_articles_with_one_id(claims: Path) -> None:
    other = {"id": "a", "outlet": "Another", "text": "Talks were held."}
    claims.write_text(AGREEING + json.dumps(other) + "\n", encoding="utf-8")
    assert _rest(run("check", claims), "claims.jsonl:3", "'a'")


def test_a_second_claim_with_one_id(claims: Path) -> None:
    twice = said("a", "talks.place", "Paris", id="c1") + said("b", "talks.place", "Paris", id="c1")
    claims.write_text(AGREEING + twice, encoding="utf-8")
    assert _rest(run("check", claims), "claims.jsonl:4", "c1")


@pytest.mark.parametrize("value", ["the 45th of Smarch", {"kind": "date", "value": "2026-02-31"}])
def test_a_date_that_cannot_be_read(claims: Path, value: Any) -> None:
    claims.write_text(AGREEING + said("a", "talks.date", value), encoding="utf-8")
    assert _rest(run("check", claims), "45th" if isinstance(value, str) else "day is out of range")


def test_what_was_rejected_is_in_the_report(claims: Path) -> None:
    claims.write_text(AGREEING + "no json\n", encoding="utf-8")
    report = json.loads(run("check", claims, "--output", "json:-").stdout)
    (rejected,) = report["rejected"]
    assert rejected["where"].endswith("claims.jsonl:3")


def test_a_report_names_files_without_their_folder(tmp_path: Path, claims: Path) -> None:
    claims.write_text(CONTRADICTING + "no json\n", encoding="utf-8")
    assert str(tmp_path) not in run("check", tmp_path, "--output", "json:-").stdout


# ------------------------------------------------------------------ text by strangers


@pytest.mark.parametrize("where", ["quote", "outlet", "value"])
def test_html_escapes_what_came_from_articles(tmp_path: Path, where: str) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    line = json.loads(said("a", "talks.place", "Paris", quote="in Paris"))
    line["article"]["outlet"] = evil if where == "outlet" else "A"
    line["quote"] = evil if where == "quote" else "in Paris"
    line["value"] = evil if where == "value" else "Paris"
    stdin = json.dumps(line) + "\n" + said("b", "talks.place", "London")
    run("check", "-", "--output", f"html:{tmp_path}/r.html", stdin=stdin)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_bidi_controls_in_a_quote_cannot_reorder_a_page(tmp_path: Path) -> None:
    stdin = said("a", "talks.place", "Paris", quote="in \u202eParis\u2066") + said(
        "b", "talks.place", "London"
    )
    text = run("check", "-", "--output", f"html:{tmp_path}/r.html", stdin=stdin).stdout
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    page = re.sub("<script.*?</script>", "", page, flags=re.DOTALL)  # data, never shown: as printed
    assert not re.search("[\u202a-\u202e]", page + text)
    assert page.count("\u2066") + page.count("\u2067") + page.count("\u2068") == page.count("\u2069")
