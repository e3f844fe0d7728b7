"""What a user thinks of outlets comes from a mapping or a file, is shown as given, and a mistake in it is named."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import reconcile as rc
from reconcile.errors import InputError
from reconcile.fusion import Score, Trust, calibrate, trusted

FILE = """\
# what I think of them
Gazette = 0.7

["Some Blog"]
"*" = 0.6
"*.killed" = 0.5
"""


def page(outlet: str, day: str, attribute: str = "talks.date") -> dict[str, Any]:
    return {"article": {"id": outlet, "outlet": outlet, "published": "2026-01-06"}, "event": "talks",
            "attribute": attribute, "value": {"kind": "date", "value": day}}  # fmt: skip


PAGES = [page("Gazette", "2025-12-05"), page("Some Blog", "2026-01-05"), page("Herald", "2026-01-05")]


def score(result: rc.Result, outlet: str) -> Score:
    (found,) = [one for one in result.scorecard() if one.outlet == outlet]
    return found


def write(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "trust.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_says_the_same_as_a_mapping(tmp_path: Path) -> None:
    told: dict[str | tuple[str, str], float] = {
        "Gazette": 0.7,
        "Some Blog": 0.6,
        ("Some Blog", "*.killed"): 0.5,
    }
    assert trusted(write(tmp_path, FILE)) == trusted(told) == Trust(told)
    assert trusted(None) == Trust()


@pytest.mark.parametrize(("text", "where"), [
    ("Gazette = 0.7\nHerald = 1.2\n", "trust.toml:2"),
    ("Gazette = 0.7\n\n['Some Blog']\n'*' = 0.6\n'*.killed' = 'low'\n", "trust.toml:5"),
    ("Gazette = true\n", "trust.toml:1"),
    ("Gazette = 0.7\nHerald = [0.5]\n", "trust.toml:2"),
    ("Gazette = 0.7\nHerald 0.5\n", "trust.toml:2"),
])  # fmt: skip
def test_a_mistake_in_a_file_is_told_with_its_line(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(InputError) as told:
        rc.reconcile(PAGES, trust=write(tmp_path, text))
    assert str(told.value.where).endswith(where)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        trusted("nowhere.toml")


@pytest.mark.parametrize("prior", ["high", None, True, 0, 1.0, -0.2, float("nan")])
def test_a_prior_that_is_none_is_named(prior: Any) -> None:
    with pytest.raises(InputError, match="'Blog' must lie between 0 and 1"):
        rc.reconcile(PAGES, trust={"Blog": prior})


def test_an_outlet_that_nobody_is_gets_a_word() -> None:
    (warning,) = [w for w in rc.reconcile(PAGES, trust={"Gazete": 0.7}).warnings if w.where == "trust"]
    assert warning.reason.endswith("no article is of this outlet. Did you mean 'Gazette'?")


def test_given_and_learnt_stand_side_by_side_and_neither_replaces_the_other() -> None:
    plain, told = rc.reconcile(PAGES), rc.reconcile(PAGES, trust={"Gazette": 0.95, ("Gazette", "x.y"): 0.6})
    assert score(told, "Gazette").given == {"*": 0.95, "x.y": 0.6}
    assert score(plain, "Gazette").given == score(told, "Herald").given == {}
    assert [one.learnt for one in told.scorecard()] == [one.learnt for one in plain.scorecard()]


def test_what_is_learnt_is_how_far_other_origins_bear_an_outlet_out() -> None:
    result = rc.reconcile([*PAGES, page("Herald", "2026-01-09", "vote.date")])
    assert score(result, "Gazette").learnt == round(8 / 11, 4)  # nobody of two
    assert score(result, "Herald").learnt == round(8.5 / 11, 4)  # one of two; of the vote nobody else speaks


def test_of_an_outlet_that_is_always_alone_nothing_is_learnt() -> None:
    assert score(rc.reconcile(PAGES[:1]), "Gazette").learnt is None


def test_a_filtered_result_keeps_what_was_given() -> None:
    assert score(rc.reconcile(PAGES, trust={"Herald": 0.7}).about("talks"), "Herald").given == {"*": 0.7}


def test_a_calibration_by_known_answers_moves_every_confidence_and_nothing_else() -> None:
    before = rc.reconcile(PAGES)
    facts = {fact.id: fact for fact in before.facts}
    learnt = calibrate(facts, dict.fromkeys(facts, False), same=lambda value, right: right)
    after = rc.reconcile(PAGES, calibration=learnt)
    assert learnt.facts == 2
    for old, new in zip(before.facts, after.facts, strict=True):
        assert new.confidence == learnt(old.confidence) < old.confidence
        assert (new.id, new.status, new.share, new.margin) == (old.id, old.status, old.share, old.margin)


def test_a_method_takes_the_same_file(tmp_path: Path) -> None:
    result = rc.reconcile(
        PAGES, method="origin_accu", trust=write(tmp_path, 'Gazette = 0.99\n"Some Blog" = 0.51\n')
    )
    best = max(result.facts, key=lambda fact: fact.confidence)
    assert best.articles == ("Gazette",)
