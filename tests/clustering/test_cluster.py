"""Readings to facts and disputes."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reconcile.clustering import cluster
from reconcile.comparison import compare
from reconcile.rules import default, judge
from tests.support import blocks, clustered, dated, killed, said


def test_what_agrees_is_one_fact() -> None:
    facts, disputes = clustered(killed(5, "a"), killed(5, "b", certainty="possible"))
    assert ([len(fact.readings) for fact in facts], disputes) == ([2], ())


def test_what_conflicts_is_two_facts_and_one_dispute() -> None:
    facts, disputes = clustered(dated("2025-12-05", "a"), dated("2026-01-05", "b"))
    assert [dispute.facts for dispute in disputes] == [tuple(fact.id for fact in facts)]


def test_forty_windows_inside_each_other_fold_into_the_day_that_all_fit() -> None:
    """Every way up through them would be a million million ways."""
    around = [dated(f"[2026-01-05..2026-{2 + n // 28:02d}-{1 + n % 28:02d}]", f"w{n}") for n in range(40)]
    (fact,), _ = clustered(dated("2026-01-05", "a"), *around)
    assert (fact.value.value, len(fact.compatible)) == ("2026-01-05", 40)


def test_a_vaguer_reading_folds_into_the_fact_that_it_fits() -> None:
    (fact,), _ = clustered(dated("2026-01-05", "a"), dated("2026-01", "b"))
    assert (fact.value.value, len(fact.compatible), fact.articles) == ("2026-01-05", 1, ("a",))


def test_a_vaguer_reading_supports_nobody_in_a_conflict() -> None:
    facts, _ = clustered(dated("2026-01-05", "a"), dated("2026-01-25", "b"), dated("2026-01", "c"))
    assert [fact.compatible for fact in facts] == [(), (), ()]


def test_a_chain_folds_into_the_most_exact() -> None:
    (fact,), _ = clustered(dated("2026-01-05", "a"), dated("2026-01", "b"), dated("2026", "c"))
    assert (fact.value.value, len(fact.compatible)) == ("2026-01-05", 2)


def test_a_bound_folds_into_the_figure_that_it_admits() -> None:
    at_least = {"kind": "quantity", "value": 70, "modifier": "at_least"}
    (fact,), _ = clustered(killed(at_least, "a"), killed(74, "b"))
    assert (fact.value.min, len(fact.compatible)) == (74, 1)


def test_a_vague_word_does_not_fold_into_a_figure_outside_its_numbers() -> None:
    several = {"kind": "duration", "min": 3, "unit": "month", "approx": True}
    two = {"kind": "duration", "value": "P2M", "approx": True}
    facts, disputes = clustered(said("pause.duration", several, "a"), said("pause.duration", two, "b"))
    assert ([fact.compatible for fact in facts], disputes) == ([(), ()], ())


def test_a_dispute_is_one_component_however_many_rivals() -> None:
    facts, disputes = clustered(
        *(dated(f"2026-0{month}-05", outlet) for month, outlet in ((1, "a"), (3, "b"), (5, "c")))
    )
    assert (len(facts), [len(dispute.facts) for dispute in disputes]) == (3, [3])


def test_a_guest_makes_no_fact_in_the_part_it_visits() -> None:
    person = {"kind": "person", "name": "Dana Lev"}
    found = blocks(
        said("delegation.member", person, "a", qualifiers={"side": "Israel"}),
        said("delegation.member", {"kind": "person", "name": "Omar Haddad"}, "b"),
    )
    facts = [fact for one in found for fact in cluster(one, judge(one, compare(one), default()))[0]]
    assert sorted(fact.articles for fact in facts) == [("a",), ("b",)]


@given(st.randoms(use_true_random=False))
def test_facts_do_not_depend_on_the_order_of_relations(random: Random) -> None:
    claims = [dated(day, outlet, quote=outlet) for day, outlet in
              (("2026-01-05", "a"), ("2026-01", "b"), ("2026-02-05", "c"), ("2026-01-05", "d"), ("2026", "e"))]  # fmt: skip
    (one,) = blocks(*claims)
    found = list(judge(one, compare(one), default()))
    expected = cluster(one, found)
    random.shuffle(found)
    assert cluster(one, found) == expected
