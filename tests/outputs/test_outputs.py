import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reconcile import outputs
from reconcile.errors import ReconcileError, UnknownNameError
from reconcile.model import Rejected
from reconcile.registry import names
from tests.views.sample_report import sample

FORMATS = ("csv", "csv_claims", "csv_facts", "github", "graphml", "html", "json", "jsonl", "markdown", "text")
LISTS = ("articles", "events", "entities", "claims", "readings", "relations", "facts", "findings", "rejected",
         "not_compared", "warnings")  # fmt: skip


def test_one_file_a_format():
    assert set(FORMATS) <= set(names("outputs"))


def test_an_unknown_format_offers_the_nearest():
    with pytest.raises(UnknownNameError, match=r"no output format named 'htm'\. Did you mean 'html'\?"):
        outputs.render(sample(), "htm")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_with_a_line_end(name):
    assert outputs.render(sample(), name).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_in_any_order_gives_the_same_bytes(name):
    report = sample()
    extra = {"rejected": (*report.rejected, Rejected("a", "b")), "not_compared": (*report.not_compared, {"a": "b"}),
             "warnings": (*report.warnings, Rejected("a", "b"))}  # fmt: skip
    expected = outputs.render(replace(report, **extra), name)
    for seed in range(5):
        shuffled = {key: extra.get(key) or getattr(report, key) for key in LISTS}
        mixed = {key: tuple(random.Random(seed).sample(rows, len(rows))) for key, rows in shuffled.items()}
        assert outputs.render(replace(report, **mixed), name) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_report_can_be_written(name):
    empty = dict.fromkeys(LISTS, ())
    assert isinstance(outputs.render(replace(sample(), **empty), name), str)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("html:out/r.html", ("html", Path("out/r.html"))),
        ("json:r.txt", ("json", Path("r.txt"))),
        ("r.MD", ("markdown", Path("r.MD"))),
        (Path("r.csv"), ("csv", Path("r.csv"))),
        ("C:\\r.html", ("html", Path("C:\\r.html"))),
        ("text", ("text", None)),
        ("text:-", ("text", None)),
        ("report", ("report", Path("report"))),
    ],
)
def test_a_target_names_format_and_file(target, expected):
    assert outputs.split(target) == expected


def test_writing_keeps_every_script(tmp_path):
    outputs.write(sample(), f"json:{tmp_path / 'r.json'}")
    assert "ב-5 בדצמבר" in (tmp_path / "r.json").read_text(encoding="utf-8")


def test_writing_to_standard_output(capsys):
    outputs.write(sample(), "csv")
    assert capsys.readouterr().out.startswith("finding,severity")


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(ReconcileError, match=r"absent.*r\.html: cannot be written"):
        outputs.write(sample(), tmp_path / "absent" / "r.html")


def test_a_broken_file_name_in_the_report_does_not_stop_it(tmp_path):
    report = replace(sample(), rejected=(Rejected("bad\udcff.txt", "not text"),))
    for name in FORMATS:
        outputs.write(report, f"{name}:{tmp_path / name}")
        assert (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_a_million_characters_take_no_time_and_no_room(name):
    endless = '"א5 ' * 250_000
    report = sample()
    article = report.articles[0].model_copy(update={"title": endless, "outlet": endless})
    finding = replace(report.findings[0], reason=endless, left_out=(endless,))
    long = replace(report, articles=(article, *report.articles[1:]), findings=(finding,),
                   rejected=(Rejected(endless, endless),), not_compared=({"reason": endless},))  # fmt: skip
    started = time.process_time()
    shown = outputs.render(long, name).partition('id="report-data"')[0]
    assert len(shown) < 100_000
    assert time.process_time() - started < 5
