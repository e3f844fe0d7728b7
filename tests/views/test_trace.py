from dataclasses import replace

import pytest

from reconcile.errors import UnknownNameError
from reconcile.model import FindingKind, Polarity
from reconcile.outputs.markdown import markdown
from reconcile.pipeline import reconcile
from reconcile.views import trace
from reconcile.views.explain import explain
from tests.views.sample_report import CLAIMS, sample

TRACE = trace(sample())


def test_contradictions_come_first():
    kinds = [found.kind for found in TRACE.findings]
    assert kinds == [FindingKind.CONTRADICTION, FindingKind.DISAGREEMENT, FindingKind.UPDATE,
                     FindingKind.DIFFERENCE]  # fmt: skip


def test_every_side_knows_its_fact_its_value_and_its_voices():
    left, right = TRACE.either("3fa91c").sides
    assert (left.fact, left.value, left.words) == ("f02", "2025-12-05", "5 December 2025")
    assert (right.fact, [voice.claim for voice in right.voices]) == ("f01", ["c02", "c03"])


def test_a_voice_tells_outlet_date_chain_and_direction():
    voice = TRACE.either("3fa91c").sides[1].voices[0]
    assert (voice.outlet, voice.published) == ("الميدان", "6 Jan 2026, 22:30 (UTC+02:00)")
    assert voice.chain == ("وكالة الشمال", "مسؤول من أوستاريا")
    assert (voice.language, voice.direction) == ("ar", "rtl")


def test_an_undated_page_says_so_and_tells_its_inferred_anchor():
    voice = TRACE.either("3fa91c").sides[1].voices[1]
    assert (voice.published, voice.iso) == ("no date on the page", None)
    assert "2026-01-06, itself inferred (the only day that fits its own dates)" in (voice.anchor or "")


def test_a_caption_is_marked():
    (row,) = (row for row in TRACE.facts if row.id == "f10")
    assert [(voice.caption, voice.notes) for voice in row.side.voices] == [
        (True, ("photo caption",)), (False, ())]  # fmt: skip


def test_rule_and_rule_set_stand_beside_the_reason():
    found = TRACE.either("3fa91c")
    assert (found.rule, found.ruleset) == ("date.disjoint", "reconcile.news 0.1.0")
    assert found.reason.endswith("they are 31 days apart")
    assert [axis.name for axis in found.axes] == ["value", "scope", "time", "modality", "source"]


def test_a_hypothesis_names_the_outlets_of_its_side_and_its_support():
    (guess,) = TRACE.either("3fa91c").guesses
    assert (guess.title, guess.outlets) == ("month slip?", ("השער",))
    assert [kind for kind, _ in guess.support] == ["origins", "publication", "calendar"]


def test_a_finding_is_known_by_the_beginning_of_its_id():
    assert TRACE.either("3f").id == "3fa91c"
    with pytest.raises(UnknownNameError, match=r"Did you mean '3fa91c'\?"):
        TRACE.either("3fa91d")


def test_an_ambiguous_beginning_is_refused():
    findings = tuple(replace(f, id=f"aa{n}") for n, f in enumerate(sample().findings))
    with pytest.raises(UnknownNameError, match="aa0, aa1, aa2, aa3"):
        trace(replace(sample(), findings=findings)).either("aa")


def test_names_of_all_scripts_stand_beside_a_name():
    (row,) = (row for row in TRACE.facts if row.id == "f06")
    assert row.side.names == ("Dalia Renn", "داليا رين")


def _cells(fact: str) -> dict[str, tuple[str, str]]:
    (row,) = (row for row in TRACE.facts if row.id == fact)
    return {cell.article: (cell.sign, cell.word) for cell in row.cells}


def test_a_cell_says_who_tells_it_less_exactly_otherwise():
    assert _cells("f01") == {
        "en1": ("≈", "less exactly"), "ar1": ("✓", "says so"),
        "he1": ("✗", "says otherwise"), "ar2": ("✓", "says so")}  # fmt: skip


def test_silence_is_not_denial():
    assert _cells("f09")["en1"] == ("–", "not said")
    assert _cells("f05")["he1"] == ("–", "not said")  # another head is no conflict unless a rule says so


def test_who_says_otherwise_is_quoted_with_its_value():
    told, rival = (next(row for row in TRACE.facts if row.id == id) for id in ("f02", "f01"))
    assert {cell.others for cell in told.cells if cell.sign == "✗"} == {(rival.side.value,)}


def test_a_value_that_everybody_denies_is_marked():
    placed = CLAIMS["c16"]
    denied = replace(placed, claim=placed.claim.model_copy(update={"polarity": Polarity.NEGATE}))
    claims = tuple(denied if c.id == "c16" else c for c in sample().claims)
    readings = tuple(
        replace(r, polarity=Polarity.NEGATE, claims=(denied,)) if r.id == "r11" else r
        for r in sample().readings
    )
    told = trace(replace(sample(), claims=claims, readings=readings))
    assert [side.denied for side in told.either("a4410e").sides] == [True, False]
    (row,) = (row for row in told.facts if row.id == "f08")
    assert [cell.word for cell in row.cells if cell.voices] == ["denies it"]


def test_pages_stand_in_order_of_publication_with_undated_ones_last():
    assert [page.id for page in TRACE.pages] == ["en1", "ar1", "he1", "ar2"]


def test_the_tally_counts_what_was_found():
    tally = TRACE.tally
    assert (tally.agreed, tally.contradictions, tally.warnings, tally.updates, tally.differences) == (
        3,
        1,
        1,
        1,
        1,
    )


def test_ids_that_lead_nowhere_do_not_break_a_view():
    broken = replace(sample().findings[0], facts=("gone",), claims=("gone",), left_out=("gone",))
    found = trace(replace(sample(), findings=(broken,), entities=())).either("3fa91c")
    assert (found.sides[0].fact, found.left_out) == (None, ("gone",))


def test_an_empty_report_has_an_empty_trace():
    report = replace(sample(), articles=(), events=(), entities=(), claims=(), readings=(), relations=(), facts=(),
                     findings=())  # fmt: skip
    assert (trace(report).findings, trace(report).facts, trace(report).tally.articles) == ((), (), 0)


def test_a_side_that_answers_another_question_says_which():
    sides = (sample().findings[0].values[0], sample().findings[3].values[0])
    (found,) = trace(replace(sample(), findings=(replace(sample().findings[0], values=sides),))).findings
    assert [side.question for side in found.sides] == [None, "Pause · duration"]


def test_who_took_no_side_is_told_once():
    finding = replace(sample().findings[0], left_out=("c04", "c04", "en1"))
    (found,) = trace(replace(sample(), findings=(finding,))).findings
    assert found.left_out == ("The Harbour Post: 2026-01-05", "The Harbour Post")


def test_words_that_were_folded_for_comparing_are_shown_as_printed():
    claim = {
        "attribute": "statement.date",
        "qualifiers": {"speaker": "رئيس الحكومة"},
        "value": "5 January 2026",
    }
    result = reconcile([{"article": id, **claim} for id in "ab"])
    assert {row.question for row in trace(result.data).facts} == {"Statement · date (speaker: رئيس الحكومة)"}
    assert result.timeline().rows[0]["question"] == "Statement · date (speaker: رئيس الحكومة)"


def test_claims_of_one_fact_answer_one_question_in_every_language():
    sides = {"a": "Egypt", "b": "مصر", "c": "מצרים"}
    result = reconcile(
        [
            {"article": id, "attribute": "strikes.killed", "qualifiers": {"side": side}, "value": 3}
            for id, side in sides.items()
        ]
    )
    assert len(result.facts) == 1
    assert {row["question"] for row in result.growth().rows} == {"Strikes · killed (side: Egypt)"}


def test_of_many_who_took_no_side_a_few_are_named():
    found = replace(sample().findings[0], left_out=tuple(f"somebody {n}" for n in range(30)))
    shown = trace(replace(sample(), findings=(found,)))
    for told in (explain(shown, found.id).html, explain(shown, found.id).text, markdown(shown.report)):
        assert "somebody 11" in " ".join(told.split())
        assert "18 more" in told
        assert "somebody 12" not in told
