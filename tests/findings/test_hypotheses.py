"""How a contradiction may have come about: on one side, with support, or not at all."""

from __future__ import annotations

from typing import Any

import pytest

from reconcile.findings import find
from reconcile.fusion import story_pass
from reconcile.model import Claim, FindingKind, Hypothesis, Schema
from tests.fusion.stories import ruleset, solve
from tests.support import dated, placed, said

RULES = ruleset(Schema(pattern="match.goals", kind="quantity", varies="no", qualifiers={"team": "identity"}))


def guesses(*claims: Claim) -> list[Hypothesis]:
    solved = solve(*claims, rules=RULES)
    findings = find(solved, story_pass(solved, RULES.schemas), [placed(claim, RULES) for claim in claims])
    return [guess for finding in findings for guess in finding.hypotheses]


def only(*claims: Claim) -> Hypothesis:
    (guess,) = guesses(*claims)
    return guess


def support(guess: Hypothesis) -> set[str]:
    return {one.kind for one in guess.support}


def test_a_month_that_slipped_is_supported_by_witnesses_publication_and_calendar() -> None:
    wrong = dated("2025-12-05", "a", "2026-01-07")
    guess = only(wrong, dated("2026-01-05", "b", "2026-01-06"), dated("2026-01-05", "c", "2026-01-06"))
    assert (guess.kind, guess.claims) == ("month_slip", (wrong.id,))
    assert support(guess) == {"origins", "publication", "calendar"}


def test_a_fact_that_follows_from_the_other_side_supports_it() -> None:
    claims = [dated("2025-12-05", "a", None), dated("2026-01-05", "b", None), dated("2026-01-06", "c", None),
              said("talks.duration", {"kind": "duration", "value": "P2D"}, "c", None)]  # fmt: skip
    guess = only(*claims)
    assert "fact" in support(guess)
    assert guess.claims == (claims[0].id,)


def test_one_against_one_without_dates_of_publication_is_no_hypothesis() -> None:
    assert guesses(dated("2025-12-05", "a", None), dated("2026-01-05", "b", None)) == []


def test_copies_of_the_other_side_are_no_support() -> None:
    chain = [{"source": "Reuters"}]
    claims = [dated("2026-01-05", outlet, None, attribution=chain) for outlet in "bcd"]
    assert guesses(dated("2025-12-05", "a", None), *claims) == []


def test_witnesses_as_many_on_either_side_are_no_support() -> None:
    left = [dated("2025-12-05", outlet, None) for outlet in "ab"]
    assert guesses(*left, *(dated("2026-01-05", outlet, None) for outlet in "cd")) == []


def test_as_much_support_against_either_side_is_no_hypothesis() -> None:
    friday = {"kind": "date", "value": "2026-01-05", "weekday": 4}
    told = [said("talks.date", friday, outlet, None) for outlet in "ab"]
    assert guesses(*told, dated("2025-12-05", "c", None)) == []


def test_days_that_no_slip_turns_into_each_other_are_no_hypothesis() -> None:
    assert guesses(dated("2025-12-09", "a"), dated("2026-01-05", "b"), dated("2026-01-05", "c")) == []


@pytest.mark.parametrize(("wrong", "right", "kind"), [
    ("2025-01-05", "2026-01-05", "year_slip"),
    ("2026-05-01", "2026-01-05", "day_month_swap"),
    ("2026-02-05", "2026-01-05", "month_slip"),
])  # fmt: skip
def test_slips_of_other_fields(wrong: str, right: str, kind: str) -> None:
    guess = only(dated(wrong, "a"), dated(right, "b"), dated(right, "c"))
    assert guess.kind == kind
    assert guess.reason.startswith(f"{wrong} (a) may be ")


def test_a_date_that_is_still_to_come_is_told_too_early() -> None:
    guess = only(dated("2026-02-05", "a", "2026-01-07"), dated("2026-01-05", "b", None))
    assert support(guess) == {"publication", "calendar"}


def test_a_printed_weekday_that_fits_the_other_date() -> None:
    friday = {"kind": "date", "value": "2026-01-05", "weekday": 4}
    wrong = said("talks.date", friday, "a", None)
    guess = only(wrong, dated("2025-12-05", "b", None))
    assert guess.claims == (wrong.id,)
    assert "the printed weekday, Friday, is that of 2025-12-05" in guess.reason


@pytest.mark.parametrize(("wrong", "right"), [(57, 75), (30, 300)])
def test_digits_that_changed_places_or_got_lost(wrong: int, right: int) -> None:
    guess = only(
        said("deal.amount", wrong, "a"), said("deal.amount", right, "b"), said("deal.amount", right, "c")
    )
    assert guess.kind == "digit_slip"


def test_neighbouring_figures_are_no_slip() -> None:
    assert (
        guesses(said("deal.amount", 55, "a"), said("deal.amount", 75, "b"), said("deal.amount", 75, "c"))
        == []
    )


def test_the_day_of_publication_taken_for_the_day_of_the_thing() -> None:
    guess = only(
        dated("2026-01-20", "a", "2026-01-20"), *(dated("2026-01-05", o, "2026-01-06") for o in "bc")
    )
    assert guess.kind == "publication_date_leak"


def test_today_is_no_leak() -> None:
    today = {"kind": "date", "value": "2026-01-20", "anchor": {"day": "2026-01-20"}}
    claims = [
        said("talks.date", today, "a", "2026-01-20"),
        *(dated("2026-01-05", o, "2026-01-06") for o in "bc"),
    ]
    assert guesses(*claims) == []


def test_yesterday_counted_from_another_page() -> None:
    yesterday = {"kind": "date", "value": "2026-01-19", "anchor": {"day": "2026-01-20"}}
    claims = [
        said("talks.date", yesterday, "a", "2026-01-20"),
        *(dated("2026-01-05", o, "2026-01-06") for o in "bc"),
    ]
    assert only(*claims).kind == "foreign_anchor"


def goals(team: str, number: int, outlet: str, **keys: Any) -> Claim:
    return said("match.goals", number, outlet, qualifiers={"team": team}, **keys)


def test_two_things_that_changed_places() -> None:
    right = [goals(team, number, outlet) for outlet in "bc" for team, number in (("reds", 3), ("blues", 1))]
    found = guesses(goals("reds", 1, "a"), goals("blues", 3, "a"), *right)
    assert {guess.kind for guess in found} == {"role_swap"}
    assert len(found) == 2


def test_a_figure_that_was_taken_back_before_it_was_told_again() -> None:
    claims = [said("deal.amount", 12, "a", "2026-01-03"), said("deal.amount", 12, "b", "2026-01-05", polarity="negate"),
              said("deal.amount", 30, "b", "2026-01-05"), said("deal.amount", 12, "c", "2026-01-08")]  # fmt: skip
    assert "stale_figure" in {guess.kind for guess in guesses(*claims)}


def test_a_hypothesis_stands_on_contradictions_only() -> None:
    claims = [dated("2025-12-05", "a", "2026-01-07"), dated("2026-01-05", "b"), dated("2026-01-05", "c")]
    solved = solve(*claims, rules=RULES)
    assert [f.kind for f in find(solved, None, [placed(c, RULES) for c in claims])] == [
        FindingKind.CONTRADICTION
    ]


def test_the_guess_does_not_depend_on_the_order_of_claims() -> None:
    claims = [
        dated("2025-12-05", "a", "2026-01-07"),
        dated("2026-01-05", "b", quote="q"),
        dated("2026-01-05", "c"),
    ]
    assert guesses(*claims) == guesses(*claims[::-1])
