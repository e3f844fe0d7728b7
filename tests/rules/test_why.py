"""The rules behind a finding, with those that nearly fired."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest
from click.testing import CliRunner

import reconcile as rc
from reconcile.cli import main
from reconcile.errors import ReconcileError
from reconcile.model import Claim
from reconcile.rules import why
from reconcile.testing import claims
from tests.support import dated, said

_STORY = claims("vote.date", {"a": "5 May 2025", "b": "9 May 2025"}, event="vote", published="2025-05-10")


def test_the_rule_that_fired_and_those_that_missed_by_one() -> None:
    result = rc.reconcile(list(_STORY))
    told = why(result.data, result.contradictions[0].id)
    assert told[0] == "2025-05-09 (b) against 2025-05-05 (a): CONTRADICTS"
    assert told[-1] == "  conflict.exclusive: fired"
    assert "  conflict.denied: 1 of 4 missed: modality.denial (asserted)" in told
    assert not any("count_fell" in line for line in told)


def test_every_rule_is_told_where_it_is_asked_for() -> None:
    result = rc.reconcile(list(_STORY))
    told = why(result.data, result.contradictions[0].id, every=True)
    assert (
        "  conflict.count_fell: 2 of 9 missed: grows (varies: no); falls (2025-05-09 and 2025-05-05)"
        in "|".join(told)
    )
    assert len(told) > 30


def test_a_finding_explains_itself() -> None:
    result = rc.reconcile(list(_STORY))
    (found,) = result.contradictions
    assert str(found.explain()) == str(result.explain(found))
    assert "conflict.exclusive: fired" in str(found.explain())
    assert "<code>conflict.exclusive</code> <strong>fired</strong>" in found.explain().html


def test_a_finding_of_a_bare_report_says_whom_to_ask() -> None:
    (found,) = rc.reconcile(list(_STORY)).data.findings
    with pytest.raises(ReconcileError, match=r"result\.explain"):
        found.explain()


def test_a_relation_knows_every_rule_that_was_asked() -> None:
    (relation,) = rc.reconcile(list(_STORY)).relations
    told = {one.rule: one for one in relation.trace}
    assert [name for name, one in told.items() if one.fired] == ["conflict.exclusive"]
    assert str(told["conflict.one_moment"].missed[0]) == "time.same_moment (same_day)"


def test_a_trace_survives_another_process() -> None:
    (relation,) = rc.reconcile(list(_STORY)).relations
    assert pickle.loads(pickle.dumps(relation)).trace == relation.trace


@pytest.mark.parametrize("kind", ["contradiction", "refinement", "update"])
def test_findings_within_one_fact_have_their_rule_too(kind: str) -> None:
    result = rc.reconcile(rc.load_sample("paris_talks"))
    found = next(found for found in result.findings if found.kind == kind)
    assert f"    {found.rule}: fired" in str(found.explain()).splitlines()


_FEAST = {"kind": "date", "raw": "the day of the feast", "unresolved": "no day to count from"}
_HEADS = [
    said(
        "delegation.member",
        {"kind": "person", "name": "Dana Lev", "roles": [role]},
        outlet,
        qualifiers={"side": "Norway"},
    )
    for outlet, role in (("a", "minister of defence"), ("b", "acting minister of defence"))
]


@pytest.mark.parametrize(
    ("story", "told"),
    [
        (
            [
                dated("2026-01-05/2026-01-09", "a"),
                said("talks.duration", {"kind": "duration", "value": "P2D"}, "b"),
            ],
            "derive.duration: arithmetic between facts, no rule was asked: 2026-01-05 to 2026-01-09 lasts 5 days",
        ),
        ([said("talks.date", _FEAST, "a"), dated("2026-01-05", "b")], "check.unplaced: a check of values"),
        (_HEADS, "check.standing: a check of values; no rule was asked"),
    ],
)
def test_what_no_pair_gave_tells_what_made_it(story: list[Claim], told: str) -> None:
    result = rc.reconcile(story)
    (found,) = [one for one in result.findings if one.rule == told.partition(":")[0]]
    assert told in str(found.explain())


def test_no_finding_no_trace() -> None:
    assert why(rc.reconcile(list(_STORY)).data, "nothing") == ()


def test_the_command_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    lines = (json.dumps(claim.to_dict(), ensure_ascii=False, default=str) for claim in _STORY)
    path.write_text("\n".join(lines), encoding="utf-8")
    (found,) = rc.reconcile([path]).contradictions
    outcome = CliRunner().invoke(main, ["explain", found.id, str(path), "--trace"])
    assert "conflict.exclusive: fired" in outcome.output
