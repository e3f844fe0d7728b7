from dataclasses import replace

import pytest

from reconcile.model import FindingValue
from reconcile.views import _text, trace
from reconcile.views._bidi import FSI, PDI
from tests.views.sample_report import CLAIMS, sample

TRACE = trace(sample())
TABLE = _text.table(TRACE)


def test_no_line_is_longer_than_a_terminal():
    isolates = str.maketrans("", "", FSI + PDI)
    assert max(len(line.translate(isolates)) for line in TABLE.splitlines()) <= 100


def test_isolates_never_reach_over_a_line_end():
    for line in TABLE.splitlines():
        assert line.count(FSI) == line.count(PDI)


def test_a_finding_shows_both_quotes_with_outlet_date_value_rule_and_reason():
    told = _text.finding(TRACE.either("3fa91c"))
    for words in (
        "✗ CONTRADICTION  Talks · date", "they are 31 days apart", "2025-12-05  (5 December 2025)",
        f"“{FSI}ב-5 בדצמבר{PDI}”", f"{FSI}השער{PDI}; 7 Jan 2026", f"“{FSI}يومي 5 و6 يناير{PDI}”",
        "ar2; no date on the page", "year not printed, inferred", "perhaps a month slip?",
        "- calendar: the day of the month is the same: 5", "rule date.disjoint of reconcile.news 0.1.0",
    ):  # fmt: skip
        assert words in told


def test_a_name_that_is_wrapped_is_isolated_on_both_lines():
    told = "\n".join(_text._lines("citing " + "x" * 80 + f" {FSI}مسؤول من أوستاريا كبير{PDI}, end"))
    assert f" {FSI}مسؤول من{PDI}\n  {FSI}أوستاريا" in told
    assert told.endswith(f"{PDI}, end")


def test_contradictions_stand_before_everything_else():
    order = [TABLE.index(word) for word in ("CONTRADICTION", "DISAGREEMENT", "UPDATE", "DIFFERENCE", "FACTS")]
    assert order == sorted(order)


def test_no_colour_codes():
    assert "\x1b" not in TABLE


def test_wire_copies_are_counted_rather_than_printed():
    finding = sample().findings[0]
    many = FindingValue(CLAIMS["c02"].value, tuple(CLAIMS), ())
    told = _text.finding(trace(replace(sample(), findings=(replace(finding, values=(many,)),))).findings[0])
    head = told[: told.index(" more quotes")]
    assert all(f"\n      {outlet}; " in head for outlet in ("The Harbour Post", f"{FSI}الميدان{PDI}", "ar2"))
    assert head.count("“") < 10


def test_an_event_beside_the_main_one_is_named():
    report = sample()
    events = (*report.events, replace(report.events[0], id="e2", label="A vote"))
    aside = replace(report.findings[0], event="e2")
    facts = (*report.facts[1:], replace(report.facts[0], event="e2"))
    told = trace(replace(report, events=events, findings=(aside, *report.findings[1:]), facts=facts))
    assert _text.findings(told).count("  in A vote\n") == 1
    assert "  Talks · date  (in A vote)\n" in _text.facts(told)
    assert "in Harbour talks" not in _text.findings(told)
    assert "1 other event kept apart." in " ".join(_text.summary(told).split())


@pytest.mark.parametrize("quote", ["", "\u202e\x1b[31m"])
def test_a_claim_without_words_still_names_its_outlet(quote):
    claim = CLAIMS["c16"].claim.model_copy(update={"spans": ()})
    placed = replace(CLAIMS["c16"], claim=claim, value=claim.value.model_copy(update={"raw": quote or None}))
    claims = tuple(placed if c.id == "c16" else c for c in sample().claims)
    assert f"{FSI}השער{PDI}; 7 Jan 2026" in _text.table(trace(replace(sample(), claims=claims)))


def test_names_in_a_reason_are_isolated():
    assert f"  {FSI}דליה רן{PDI} heads it alone, or with {FSI}עומר סלים{PDI}" in TABLE


def test_a_long_question_is_wrapped_too():
    fact = replace(sample().facts[0], qualifiers={"speaker": "a spokesman " * 20})
    isolates = str.maketrans("", "", FSI + PDI)
    made = trace(replace(sample(), facts=(fact,)))
    for told in (_text.facts(made), _text.fact(made.facts[0])):
        assert max(len(line.translate(isolates)) for line in told.splitlines()) <= 100
