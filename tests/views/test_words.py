from datetime import datetime

import pytest

from reconcile.model import Anchor, Article, Claim, DateValue, Fact, FactStatus, Origins, QuantityValue
from reconcile.views import _words as words


def _article(**more: str) -> Article:
    return Article.model_validate({"id": "a", **more})


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2026-01-07T22:30", "7 Jan 2026, 22:30"),
        ("2026-01-07T22:30+02:00", "7 Jan 2026, 22:30 (UTC+02:00)"),
        ("2026-01-07", "7 Jan 2026"),
        ("2026-01", "Jan 2026"),
        ("2026", "2026"),
        (None, "no date on the page"),
    ],
)
def test_a_publication_time_is_as_precise_as_it_is_known(published, told):
    assert words.dated(_article(published=published)) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("2025-12-05", "5 December 2025"),
        ("2026-01-05/2026-01-06", "5–6 January 2026"),
        ("2025-12-30/2026-01-02", "30 December 2025 – 2 January 2026"),
        ("[2026-01-05..2026-01-08]", "between 5 January 2026 and 8 January 2026"),
        ("2026-01", "January 2026"),
        ("2026-01-05/..", "from 5 January 2026"),
        ("[..2026-01-05]", "before 5 January 2026"),
        ("2026-01-05~", "about 5 January 2026"),
        ("2026-01-05T10:00", None),
    ],
)
def test_dates_as_an_editor_writes_them(value, told):
    assert words.in_words(DateValue(value=value)) == told


@pytest.mark.parametrize(
    ("modifier", "told"),
    [
        ("on_or_before", "on or before January 2026"),
        ("mid", "mid-January 2026"),
        ("end", "late January 2026"),
    ],
)
def test_a_hedge_is_never_left_out(modifier, told):
    assert words.in_words(DateValue(value="2026-01", modifier=modifier)) == told


def test_other_kinds_need_no_other_words():
    assert words.in_words(QuantityValue(value=3)) is None


def test_a_chain_is_told_outermost_first():
    assert words.said_by(["Al-Midan", "an agency", "an official"]) == (
        "citing Al-Midan, which cites an agency, which cites an official"
    )


def test_an_inferred_anchor_says_so_with_its_reason():
    anchor = Anchor(day=datetime(2026, 1, 6), kind="story", inferred=True, reason="its only Tuesday")
    value = DateValue(value="2026-01-05", inferred=("year", "month"), anchor=anchor)
    assert words.anchor_note(value) == (
        "year and month not printed, inferred; counted from the day of the story, 2026-01-06, "
        "itself inferred (its only Tuesday)"
    )


def test_a_date_without_an_anchor_says_why_it_is_not_resolved():
    assert (
        words.anchor_note(DateValue(unresolved="no date on the page")) == "not resolved: no date on the page"
    )


def test_a_denial_is_noted_once():
    claim = {"article": "a", "attribute": "x.y", "value": 1}
    assert words.certainty_notes(Claim.model_validate({**claim, "certainty": "denied"})) == ("denied",)
    assert words.certainty_notes(Claim.model_validate({**claim, "polarity": "negate"})) == (
        "says that this is not so",
    )


def test_witnesses_count_outlets_and_origins():
    fact = Fact("f", "e", "x.y", {}, QuantityValue(value=1), (), (), (), origins=Origins(1, 2, ("a", "b")),
                status=FactStatus.AGREED)  # fmt: skip
    assert words.witnesses(3, fact) == "3 outlets, 1 to 2 origins"
    assert words.witnesses(1, None) == "1 outlet"


def test_how_sure_a_fact_is_stands_beside_what_speaks_against_it():
    fact = Fact("f", "e", "x.y", {}, QuantityValue(value=1), (), (), (), confidence=0.57, share=0.667,
                why_not="2 votes against 1", origins=Origins(2, 2, ("a", "b"), ("b",)))  # fmt: skip
    rival = Fact("g", "e", "x.y", {}, QuantityValue(value=7), (), (), ())
    assert words.standing(fact, rival) == (
        "confidence 0.57, with 67% of the votes against 7 (2 votes against 1); b speaks for a party"
    )
    assert words.standing(rival, None) == "confidence 0.00"


def test_qualifiers_are_told_in_a_fixed_order():
    asked = words.question("talks.first_round", {"b": "2", "a": ["x", "y"]})
    assert asked == "Talks · first round (a: x, y; b: 2)"


@pytest.mark.parametrize(
    ("outlets", "said"),
    [
        (1, "1 outlet, which tells another value since"),
        (2, "2 outlets, all of which tell another value since"),
    ],
)
def test_who_replaced_a_value_stands_behind_it_no_longer(outlets, said):
    fact = Fact("f", "e", "x.y", {}, QuantityValue(value=1), (), (), (), origins=Origins(0, 2, ("a", "b")),
                status=FactStatus.SUPERSEDED)  # fmt: skip
    assert words.witnesses(outlets, fact) == said
