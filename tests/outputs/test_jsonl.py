import json

from reconcile import outputs
from tests.views.sample_report import sample

LINES = [json.loads(line) for line in outputs.render(sample(), "jsonl").splitlines()]


def test_one_finding_a_line_the_most_serious_first():
    assert [line["id"] for line in LINES] == ["3fa91c", "77b0aa", "a4410e", "b7c2d9"]


def test_a_line_is_complete_in_itself():
    left, right = LINES[0]["values"]
    assert (left["shown"], left["value"]["kind"]) == ("2025-12-05", "date")
    (quote,) = left["quotes"]
    assert (quote["outlet"], quote["published"], quote["quote"]) == ("השער", "2026-01-07", "ב-5 בדצמבר")
    assert [quote["published"] for quote in right["quotes"]] == ["2026-01-06T22:30", None]


def test_a_line_has_all_that_the_report_has_of_a_finding():
    findings = {finding["id"]: finding for finding in outputs.report_dict(sample())["findings"]}
    for line in LINES:
        kept = {key: line[key] for key in findings[line["id"]] if key != "values"}
        assert kept == {key: item for key, item in findings[line["id"]].items() if key != "values"}
