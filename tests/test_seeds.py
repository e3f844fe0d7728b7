"""The promise on five real articles: needs the shared material and skips where it is absent."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import reconcile as rc
from reconcile.model import FactStatus, Finding, FindingKind
from reconcile.result import Result

_SHARED = Path(__file__).parents[2] / "shared"
_SEEDS = _SHARED / "seeds"

pytestmark = pytest.mark.skipif(not _SEEDS.is_dir(), reason="the shared seed articles are not here")


@cache
def _result() -> Result:
    return rc.reconcile(_SEEDS)


def _of(kind: FindingKind, attribute: str | None = None) -> list[Finding]:
    return [f for f in _result().findings if f.kind is kind and attribute in (None, f.attribute)]


def _short(articles: tuple[str, ...]) -> set[str]:
    return {article[:3] for article in articles}


def test_the_date_of_the_talks_is_the_one_contradiction() -> None:
    (found,) = _of(FindingKind.CONTRADICTION)
    sides = {value.value.start.date().isoformat(): _short(value.articles) for value in found.values}
    assert found.attribute == "talks.date"
    assert sides["2025-12-05"] == {"000"}
    assert {"001", "004"} == sides["2026-01-06"] | sides.get("2026-01-05", set())
    assert set(sides) <= {"2025-12-05", "2026-01-05", "2026-01-06"}


def test_the_year_of_the_suspected_side_is_inferred() -> None:
    (found,) = _of(FindingKind.CONTRADICTION)
    (december,) = [v.value for v in found.values if v.value.start.year == 2025]
    assert "year" in december.inferred


def test_the_slip_is_a_hypothesis_with_support() -> None:
    (found,) = _of(FindingKind.CONTRADICTION)
    (slip,) = [h for h in found.hypotheses if h.kind == "month_slip"]
    suspected = {claim.article.id[:3] for claim in _result().claims if claim.id in slip.claims}
    assert suspected == {"000"}
    assert {"origins", "publication", "calendar"} <= {support.kind for support in slip.support}


def _members(side: str) -> dict[str, set[str]]:
    """The named members of one side of the talks, with the articles that tell each."""
    (talks,) = _of(FindingKind.CONTRADICTION)
    members = [f for f in _result().facts if f.attribute == "delegation.member" and f.event == talks.event]
    return {
        fact.value.name: _short(fact.articles)
        for fact in members
        if fact.qualifiers.get("side") == side and fact.value.name
    }


@pytest.mark.parametrize(("side", "count"), [("Israel", 3), ("Syria", 2), ("United States", 3)])
def test_eight_people_are_one_fact_each_across_scripts(side: str, count: int) -> None:
    assert len(_members(side)) == count


def test_mentions_by_office_resolve_to_names() -> None:
    nameless = [
        claim.value.entity
        for claim in _result().claims
        if claim.article.id.startswith("003")
        and claim.claim.attribute == "delegation.member"
        and not claim.value.name
        and not claim.value.plural
    ]
    named = {claim.value.entity for claim in _result().claims if getattr(claim.value, "name", None)}
    assert len(nameless) == 4
    assert set(nameless) <= named


def test_a_plural_stays_unnamed() -> None:
    plural = [
        c for c in _result().claims if c.article.id.startswith("003") and getattr(c.value, "plural", False)
    ]
    assert [claim.value.name for claim in plural] == [None]


def test_who_led_is_a_disagreement() -> None:
    (found,) = [f for f in _of(FindingKind.DISAGREEMENT) if f.attribute == "delegation.head"]
    assert _short(found.articles) == {"000", "004"}


def test_the_pause_is_shown_and_no_contradiction() -> None:
    found = [f for f in _result().findings if f.attribute == "pause.duration"]
    assert found
    assert all(f.kind is not FindingKind.CONTRADICTION for f in found)
    assert {"000", "001", "002"} <= {a for f in found for a in _short(f.articles)}


def test_expected_attendance_and_attendance_are_an_update() -> None:
    updates = [f for f in _of(FindingKind.UPDATE) if f.attribute == "delegation.member"]
    assert any({"000", "004"} <= _short(f.articles) for f in updates)


def test_two_days_are_the_fifth_and_the_sixth() -> None:
    derived = [r for r in _result().data.relations if r.relation == "DERIVED"]
    facts = {fact.id: fact.attribute for fact in _result().facts}
    assert any({facts.get(r.left), facts.get(r.right)} == {"talks.date", "talks.duration"} for r in derived)


def test_another_meeting_in_the_same_city_is_another_event() -> None:
    events = {fact.event for fact in _result().facts if fact.attribute == "talks.place"}
    other = {c.event for c in _result().claims if c.claim.attribute.startswith("meeting.")}
    assert not events & other


@pytest.mark.parametrize(
    "day", ["2024-12-08", "2025-03-10", "2025-01-05", "2025-11-10", "2025-02-12", "2025-09-23"]
)
def test_dates_of_other_things_are_no_dates_of_the_talks(day: str) -> None:
    dates = [f.value for f in _result().facts if f.attribute == "talks.date"]
    assert all(value.start.date().isoformat() != day for value in dates)


def test_the_place_is_agreed() -> None:
    (place,) = [f for f in _result().facts if f.attribute == "talks.place" and "000" in _short(f.articles)]
    assert place.status is FactStatus.AGREED
    assert _short(place.articles) == {"000", "001", "002", "003", "004"}


def test_pages_without_a_date_are_said_to_have_none() -> None:
    told = " ".join(f"{w.where} {w.reason}" for w in _result().warnings)
    assert "002" in told
    assert "004" in told


def test_the_same_bytes_in_any_order() -> None:
    paths = sorted(_SEEDS.glob("*.txt"))
    assert rc.reconcile(paths).to_json() == rc.reconcile(paths[::-1]).to_json()


def test_acting_head_against_head_is_shown_and_no_contradiction() -> None:
    shown = [
        f for f in _of(FindingKind.DIFFERENCE, "delegation.member") if _short(f.articles) >= {"000", "004"}
    ]
    assert len(shown) == 1


def test_the_page_is_small() -> None:
    assert len(_result().to_html().encode()) < 150_000


def test_the_slip_is_an_arrow_on_the_line_of_time() -> None:
    rows = _result().timeline("talks.date").rows
    assert [(row["article"][:3], row["slip"]) for row in rows if row["slip"]] == [("000", "month slip")]
