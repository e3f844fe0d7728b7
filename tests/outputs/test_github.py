from dataclasses import replace

from reconcile import outputs
from tests.outputs.hostile_report import hostile
from tests.views.sample_report import sample

LINES = outputs.render(sample(), "github").splitlines()


def test_one_command_a_finding_by_severity():
    assert [line.split(" ", 1)[0] for line in LINES] == ["::error", "::warning", "::notice", "::notice"]


def test_a_command_has_a_title_the_values_with_their_outlets_and_the_rule():
    assert LINES[0].startswith("::error title=Contradiction%3A Talks · date::2025-12-05 (\u2068השער\u2069); ")
    assert LINES[0].endswith("[date.disjoint, finding 3fa91c]")


def test_nothing_that_an_article_says_can_end_a_command():
    text = outputs.render(hostile(), "github")
    assert all(line.startswith("::") and line.count("::") >= 2 for line in text.splitlines())
    assert "\u202e" not in text


def test_without_findings_nothing_is_said():
    assert outputs.render(replace(sample(), findings=()), "github") == "\n"
