"""The rules behind a finding, with those that nearly fired."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

import reconcile as rc
from reconcile.cli import main
from reconcile.rules import default, why
from reconcile.testing import claims

_STORY = claims("vote.date", {"a": "5 May 2025", "b": "9 May 2025"}, event="vote", published="2025-05-10")


def test_the_rule_that_fired_and_those_that_missed_by_one() -> None:
    result = rc.reconcile(list(_STORY))
    told = why(result.report, result.contradictions[0].id, default())
    assert told[0] == "2025-05-09 (b) against 2025-05-05 (a): CONTRADICTS"
    assert told[-1] == "  conflict.exclusive: fired"
    assert "  conflict.denied: 1 of 4 missed: modality.denial (asserted)" in told


def test_no_finding_no_trace() -> None:
    assert why(rc.reconcile(list(_STORY)).report, "nothing", default()) == ()


def test_the_command_tells_it(tmp_path: Path) -> None:
    path = tmp_path / "claims.jsonl"
    lines = (json.dumps(claim.to_dict(), ensure_ascii=False, default=str) for claim in _STORY)
    path.write_text("\n".join(lines), encoding="utf-8")
    (found,) = rc.reconcile([path]).contradictions
    outcome = CliRunner().invoke(main, ["explain", found.id, str(path), "--trace"])
    assert "conflict.exclusive: fired" in outcome.output
