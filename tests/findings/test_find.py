"""What a reader sees: one finding a dispute, few lines for what fits, the gravest first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.findings import find
from reconcile.fusion import story_pass
from reconcile.model import Claim, Finding, FindingKind, RelationKind, Schema, Severity
from tests.fusion.stories import ruleset, solve
from tests.support import dated, killed, placed, said

RULES = ruleset(
    Schema(
        pattern="deal.stage", kind="text", cardinality="one", codes={"open": ("open",), "near": ("near",)}
    ),
    Schema(pattern="team.captain", kind="text", cardinality="few"),
)


def found(*claims: Claim, origins: Mapping[str, str] | None = None) -> list[Finding]:
    solved = solve(*claims, rules=RULES, origins=origins)
    return list(find(solved, story_pass(solved, RULES.schemas), [placed(claim, RULES) for claim in claims]))


def of_kind(kind: FindingKind, *claims: Claim) -> list[Finding]:
    return [finding for finding in found(*claims) if finding.kind is kind]


def only(*claims: Claim) -> Finding:
    (finding,) = found(*claims)
    return finding


def story_dated(value: str, outlet: str, **keys: Any) -> Claim:
    anchor = {"day": "2026-01-06", "kind": "story", "inferred": True}
    return said("talks.date", {"kind": "date", "value": value, "anchor": anchor}, outlet, None, **keys)


# --- disputes -----------------------------------------------------------------------------------------------


def test_a_contradiction_has_both_values_and_outlets_in_its_reason() -> None:
    finding = only(dated("2025-12-05", "Gazette"), dated("2026-01-06", "Herald"))
    assert (finding.kind, finding.severity, finding.relation) == (
        FindingKind.CONTRADICTION, Severity.ERROR, RelationKind.CONTRADICTS)  # fmt: skip
    assert all(word in finding.reason for word in ("2025-12-05", "Gazette", "2026-01-06", "Herald"))


def test_three_rivals_and_their_copies_are_one_finding_with_an_entry_a_fact() -> None:
    days = ("2025-12-05", "2026-01-15", "2026-02-25")
    claims = [dated(day, f"{outlet}{day}") for day in days for outlet in "abc"]
    finding = only(*claims)
    assert [len(value.articles) for value in finding.values] == [3, 3, 3]
    assert len(finding.facts) == 3


def test_sides_that_do_not_exclude_each_other_stand_together() -> None:
    (finding,) = of_kind(
        FindingKind.CONTRADICTION,
        dated("2025-12-05", "a"), dated("2026-01-05", "b"), dated("2026-01-06", "c"),
        said("talks.duration", {"kind": "duration", "value": "P2D"}, "c"),
    )  # fmt: skip
    assert (
        "2026-01-05 (b) and 2026-01-06 (c)" in finding.reason
        or "2026-01-06 (c) and 2026-01-05 (b)" in finding.reason
    )


def test_claims_that_took_no_side_are_left_out() -> None:
    vague = dated("[2025-12..2026-01]", "c")
    (finding,) = of_kind(FindingKind.CONTRADICTION, dated("2025-12-05", "a"), dated("2026-01-06", "b"), vague)
    assert finding.left_out == (vague.id,)


def test_a_caption_alone_is_no_side() -> None:
    assert found(dated("2025-12-05", "a", zone="caption"), dated("2026-01-06", "b")) == []


def test_a_caption_beside_the_text_is_a_side() -> None:
    assert (
        len(
            found(
                dated("2025-12-05", "a", zone="caption"), dated("2025-12-05", "c"), dated("2026-01-06", "b")
            )
        )
        == 1
    )


def test_rivals_that_only_a_caption_connects_are_no_dispute() -> None:
    caption = dated("2025-12-05", "a", zone="caption")
    kinds = {finding.kind for finding in found(caption, dated("2026-01-06", "b"), dated("2026-01", "c"))}
    assert FindingKind.CONTRADICTION not in kinds


def test_a_side_that_rests_on_inferred_anchors_alone_is_unresolved() -> None:
    finding = only(dated("2025-12-05", "a"), story_dated("2026-01-06", "b"))
    assert (finding.kind, finding.severity) == (FindingKind.UNRESOLVED, Severity.WARNING)
    assert finding.reason.endswith("2026-01-06 (b) counts from a day that was inferred from the story.")


def test_a_side_with_one_sure_claim_contradicts() -> None:
    claims = (dated("2025-12-05", "a"), story_dated("2026-01-06", "b"), dated("2026-01-06", "c"))
    assert [finding.kind for finding in found(*claims)] == [FindingKind.CONTRADICTION]


def test_a_fact_that_is_inferred_stays_in_a_dispute_that_stands_without_it() -> None:
    claims = (dated("2025-12-05", "a"), story_dated("2026-01-25", "b"), dated("2026-02-16", "c"))
    (finding,) = found(*claims)
    assert (finding.kind, len(finding.values)) == (FindingKind.CONTRADICTION, 3)


def test_a_conflict_inside_one_article_is_a_finding_with_one_article() -> None:
    finding = only(said("deal.amount", 12, "a"), said("deal.amount", 30, "a"))
    assert (finding.kind, finding.articles) == (FindingKind.DISAGREEMENT, ("a",))


def test_rival_figures_of_two_named_sources_are_a_disagreement() -> None:
    finding = only(said("march.size", 4000, "a", attribution=[{"source": "the police"}], as_of="2026-01-06"),
                   said("march.size", 9000, "b", attribution=[{"source": "the union"}], as_of="2026-01-06"))  # fmt: skip
    assert (finding.kind, finding.severity) == (FindingKind.DISAGREEMENT, Severity.WARNING)


def test_a_dispute_that_a_sum_resolves_is_a_difference_with_the_sum() -> None:
    (finding,) = [
        finding
        for finding in found(
            said("deal.amount", 12, "a"), said("deal.amount", 7, "b"),
            said("deal.amount", 7, "c", qualifiers={"area": "north"}),
            said("deal.amount", 5, "d", qualifiers={"area": "south"}),
        )
        if "do not exclude each other" in finding.reason
    ]  # fmt: skip
    assert (finding.kind, finding.relation, finding.severity) == (
        FindingKind.DIFFERENCE, RelationKind.SCOPE_DIFFERS, Severity.INFO)  # fmt: skip


def test_a_vague_reading_opposes_for_a_fact_that_is_only_planned() -> None:
    vague = dated("2026-01", "c")
    claims = (dated("2025-12-05", "a"), dated("2026-01-05", "b", certainty="planned"), vague)
    (finding,) = of_kind(FindingKind.CONTRADICTION, *claims)
    assert vague.id in finding.claims
    assert len(finding.values) == 2


def test_the_side_with_the_most_witnesses_comes_first() -> None:
    finding = only(dated("2025-12-05", "a"), dated("2026-01-06", "b"), dated("2026-01-06", "c"))
    assert [value.articles for value in finding.values] == [("b", "c"), ("a",)]


# --- warnings -----------------------------------------------------------------------------------------------


def captains(outlet: str, *names: str) -> Claim:
    members = [{"kind": "text", "text": name} for name in names]
    return said("team.captain", {"kind": "set", "members": members}, outlet)


def test_short_lists_that_share_some_members_pull_apart() -> None:
    finding = only(captains("a", "Dana", "Noa", "Sami"), captains("b", "Noa"))
    assert (finding.kind, finding.severity) == (FindingKind.DISAGREEMENT, Severity.WARNING)
    assert finding.reason == "Dana, Noa, Sami (a) and Noa (b) have Noa in common."


def test_rival_codes_short_of_exclusive_are_a_disagreement() -> None:
    stage = {"kind": "text", "text": "near", "code": "near"}
    finding = only(
        said("deal.stage", stage, "a"), said("deal.stage", {**stage, "text": "open", "code": "open"}, "b")
    )
    assert finding.kind is FindingKind.DISAGREEMENT


def test_a_date_that_cannot_be_placed_is_a_warning_beside_one_that_can() -> None:
    monday = {"kind": "date", "raw": "Monday", "weekday": 0, "unresolved": "no day to count from"}
    finding = only(said("talks.date", monday, "a"), dated("2026-01-05", "b"))
    assert finding.kind is FindingKind.UNRESOLVED
    assert "no day to count from" in finding.reason


def test_a_date_that_cannot_be_placed_is_no_finding_by_itself() -> None:
    assert found(said("talks.date", {"kind": "date", "raw": "Monday", "weekday": 0})) == []


def test_a_told_duration_that_does_not_fit_is_a_disagreement() -> None:
    length = said("talks.duration", {"kind": "duration", "value": "P2D"}, "b")
    finding = only(dated("2026-01-05/2026-01-09", "a"), length)
    assert (finding.kind, finding.severity) == (FindingKind.DISAGREEMENT, Severity.WARNING)


# --- notes --------------------------------------------------------------------------------------------------


def test_a_growing_count_is_one_update_in_the_order_of_time() -> None:
    finding = only(killed(8, "c", "2026-01-07"), killed(3, "a", "2026-01-05"), killed(5, "b", "2026-01-06"))
    assert finding.kind is FindingKind.UPDATE
    assert finding.reason == "3 (a), then 5 (b), then 8 (c)."


def test_a_figure_that_lags_behind_is_no_step_of_an_update() -> None:
    finding = only(killed(8, "a", "2026-01-05"), killed(5, "b", "2026-01-06"), killed(10, "c", "2026-01-07"))
    assert (finding.kind, finding.articles) == (FindingKind.UPDATE, ("a", "c"))


def test_a_forecast_that_came_true_is_an_update_with_both_tellings() -> None:
    finding = only(said("talks.resumed", True, "a", "2026-01-05", certainty="possible"),
                   said("talks.resumed", True, "b", "2026-01-07"))  # fmt: skip
    assert (finding.kind, [value.articles for value in finding.values]) == (
        FindingKind.UPDATE,
        [("a",), ("b",)],
    )
    assert finding.reason == "yes (b): reported by b, expected before by a."


def test_an_outcome_that_is_told_by_role_alone_counts_as_told() -> None:
    named, role = (
        {"kind": "person", "entity": "p1", **keys}
        for keys in ({"name": "Dana Levi"}, {"roles": ["minister"]})
    )
    finding = of_kind(FindingKind.UPDATE, said("team.member", named, "a", "2026-01-05", certainty="possible"),
                      said("team.member", role, "b", "2026-01-07"))  # fmt: skip
    assert [value.articles for value in finding[0].values] == [("a",), ("b",)]


@pytest.mark.parametrize("other", ["2026-01", "2026-01-06"])
def test_what_one_page_tells_more_and_less_exactly_is_no_finding(other: str) -> None:
    length = said("talks.duration", {"kind": "duration", "value": "P2D"}, "a")
    assert found(dated("2026-01-05", "a"), dated(other, "a"), length) == []


def test_an_outlet_that_corrects_itself_is_a_correction() -> None:
    finding = only(
        said("deal.amount", 12, "a", "2026-01-05"), said("deal.amount", 21, "a", "2026-01-07", article="a2")
    )
    assert (finding.kind, finding.severity) == (FindingKind.CORRECTION, Severity.INFO)


@pytest.mark.parametrize(("other", "relation"), [
    ({"qualifiers": {"area": "north"}}, RelationKind.SCOPE_DIFFERS),
    ({"qualifiers": {"includes": "the attacker"}}, RelationKind.INCLUSION_DIFFERS),
    ({"certainty": "planned"}, RelationKind.MODALITY_DIFFERS),
])  # fmt: skip
def test_other_scope_inclusion_and_modality_are_differences(
    other: dict[str, Any], relation: RelationKind
) -> None:
    finding = only(said("deal.amount", 12, "a"), said("deal.amount", 7, "b", **other))
    assert (finding.kind, finding.relation) == (FindingKind.DIFFERENCE, relation)


def test_bounds_are_a_difference() -> None:
    bound = {"kind": "quantity", "value": 70, "modifier": "more_than"}
    finding = only(said("deal.amount", bound, "a"), said("deal.amount", 74, "b"))
    assert (finding.kind, finding.relation) == (FindingKind.DIFFERENCE, RelationKind.WITHIN_BOUND)


def test_what_one_vague_word_fits_is_one_refinement() -> None:
    claims = [dated("2026-01-05", "a"), dated("2026-01-06", "b"), dated("2026-01", "c"), dated("2026", "d"),
              said("talks.duration", {"kind": "duration", "value": "P2D"}, "e")]  # fmt: skip
    assert len(of_kind(FindingKind.REFINEMENT, *claims)) == 1


def test_a_list_and_a_member_that_its_teller_tells_as_well_are_no_complement() -> None:
    lev, haddad = ({"kind": "person", "name": name} for name in ("Dana Lev", "Omar Haddad"))
    whole = {"kind": "set", "members": [lev, haddad], "closed": True}
    keys = {"qualifiers": {"side": "Norway"}}
    told = [said("delegation.member", value, outlet, **keys) for value, outlet in ((whole, "a"), (lev, "b"))]
    assert of_kind(FindingKind.COMPLEMENT, *told) == []


def test_days_and_their_duration_are_one_complement() -> None:
    claims = [dated("2026-01-05", "a"), dated("2026-01-06", "b"),
              said("talks.duration", {"kind": "duration", "value": "P2D"}, "c")]  # fmt: skip
    finding = only(*claims)
    assert (finding.kind, finding.relation) == (FindingKind.COMPLEMENT, RelationKind.DERIVED)
    assert set(finding.articles) == {"a", "b", "c"}


def test_what_agrees_is_no_finding() -> None:
    assert found(dated("2026-01-05", "a"), dated("2026-01-05", "b")) == []


# --- all of them --------------------------------------------------------------------------------------------

STORY = [
    dated("2025-12-05", "a"), dated("2026-01-05", "b"), dated("2026-01-06", "c"), dated("2026-01", "d"),
    said("talks.duration", {"kind": "duration", "value": "P2D"}, "c"),
    killed(3, "a", "2026-01-05"), killed(8, "b", "2026-01-06"), killed(2, "c", qualifiers={"area": "north"}),
    captains("a", "Dana", "Noa"), captains("b", "Noa"), said("deal.amount", 12, "a"), said("deal.amount", 30, "b"),
]  # fmt: skip


def test_the_gravest_come_first() -> None:
    severities = [finding.severity for finding in found(*STORY)]
    assert severities == sorted(severities, key=list(Severity).index)
    assert set(severities) == set(Severity)


def test_two_sides_have_one_finding() -> None:
    pairs = [frozenset(finding.facts) for finding in found(*STORY) if len(finding.facts) == 2]
    assert len(pairs) == len(set(pairs))


def test_every_reason_is_a_sentence() -> None:
    assert all(finding.reason.endswith(".") and len(finding.reason) > 20 for finding in found(*STORY))


@settings(max_examples=20, deadline=None)
@given(st.randoms())
def test_findings_do_not_depend_on_the_order_of_input(random: Any) -> None:
    solved = solve(*random.sample(STORY, len(STORY)), rules=RULES)
    shuffled = random.sample(solved, len(solved))
    assert list(find(shuffled, story_pass(shuffled, RULES.schemas))) == [
        *find(plain := solve(*STORY, rules=RULES), story_pass(plain, RULES.schemas))
    ]


def test_ids_are_their_own() -> None:
    ids = [finding.id for finding in found(*STORY)]
    assert len(ids) == len(set(ids))


def test_a_report_by_office_fulfils_a_forecast_by_name() -> None:
    keys = {"qualifiers": {"side": "Norway"}}
    named = {"kind": "person", "name": "Dana Lev", "entity": "e1", "roles": ["envoy"]}
    office = {"kind": "person", "entity": "e1", "roles": ["envoy"]}
    forecast = said("delegation.member", named, "a", "2026-01-04", certainty="possible", **keys)
    report = said("delegation.member", office, "b", "2026-01-06", **keys)
    (finding,) = of_kind(FindingKind.UPDATE, forecast, report)
    assert set(finding.claims) == {forecast.id, report.id}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("acting foreign minister", "foreign minister", 1),
        ("ממלא מקום שר החוץ", "وزير الخارجية", 1),
        ("foreign minister", "وزير الخارجية", 0),
        ("acting foreign minister", "defence minister", 0),
        ("special envoy", "envoy", 0),
    ],
)
def test_one_office_in_two_standings_is_shown(one: str, other: str, found: int) -> None:
    keys = {"qualifiers": {"side": "Norway"}}
    said_by = {
        outlet: said(
            "delegation.member", {"kind": "person", "name": "Dana Lev", "roles": [role]}, outlet, **keys
        )
        for outlet, role in (("a", one), ("b", other))
    }
    assert len(of_kind(FindingKind.DIFFERENCE, *said_by.values())) == found
