"""Sentences, clauses and quotations keep their offsets and cut where a reader would."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extractors._sentences import clauses, quotations, sentences


def cut(text: str) -> list[str]:
    return [sentence.of(text) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One went. Two stayed!", ["One went.", "Two stayed!"]),
        ("Gen. Mark O. Dale met Sen. Ruth Vale. They left.", ["Gen. Mark O. Dale met Sen. Ruth Vale.", "They left."]),
        ("The U.S. envoy is back in the U.S. The talks go on.", ["The U.S. envoy is back in the U.S.", "The talks go on."]),
        ("It cost 3.5 million. See www.example.org for more.", ["It cost 3.5 million.", "See www.example.org for more."]),
        ('"Why now?" she asked. "No idea."', ['"Why now?" she asked.', '"No idea."']),
        ("He said: “We go. We win.” Then he left.", ["He said: “We go.", "We win.”", "Then he left."]),
        ("قال د. سامر النجار ذلك. وغادر؟ نعم", ["قال د. سامر النجار ذلك.", "وغادر؟", "نعم"]),
        ("انتهى الاجتماع.وغادر الوفد", ["انتهى الاجتماع.", "وغادر الوفد"]),
        ("نقلت أ.ف.ب عن مصدر ذلك", ["نقلت أ.ف.ب عن مصدر ذلك"]),
        ('ארה"ב הודיעה. שר החוץ טס.', ['ארה"ב הודיעה.', "שר החוץ טס."]),
        ('"מה קרה?" שאל השר. הוא יצא.', ['"מה קרה?" שאל השר.', "הוא יצא."]),
        ("At No. 10 they said no. Then they left.", ["At No. 10 they said no.", "Then they left."]),
        ("Head line\n\nBody\ttext\r\nmore", ["Head line", "Body\ttext", "more"]),
        ("***\n. . .\n", []),
    ],
)  # fmt: skip
def test_cuts_where_a_reader_would(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_reads_only_the_given_stretch() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in sentences(text, 5, 9)] == ["Two."]


@given(st.text(alphabet='abאבجد .,!?"\n״“”12', max_size=60))
def test_every_letter_lies_in_exactly_one_sentence_in_order(text: str) -> None:
    found = sentences(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    inside = {at for s in found for at in range(s.start, s.end)}
    assert all(at in inside for at, char in enumerate(text) if char.isalnum())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo, Rome and Bonn agreed", ["Oslo, Rome and Bonn agreed"]),
        ("About 1,200 people came, although it rained", ["About 1,200 people came,", "although it rained"]),
        ("حضر الوزير، لكن السفير غاب", ["حضر الوزير،", "لكن السفير غاب"]),
        ("השר הגיע, אולם השגריר נעדר; איש לא הגיב", ["השר הגיע,", "אולם השגריר נעדר;", "איש לא הגיב"]),
    ],
)
def test_clauses_are_cut_at_openers_and_not_in_lists(text: str, expected: list[str]) -> None:
    assert [clause.of(text) for clause in clauses(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we go” and “we stay”.", ["we go", "we stay"]),
        ("قال «سنعود» ثم \"سنبقى\"", ["سنعود", "سنبقى"]),
        ('יו"ר הוועדה אמר כי "הדו"ח מוכן"', ['הדו"ח מוכן']),
        ('כך נכתב ב"הארץ" אתמול', ["הארץ"]),
        ("It's the minister's 'final offer' today", ["final offer"]),
        ("شدد على\"أهمية العمل\" معا", ["أهمية العمل"]),
    ],
)  # fmt: skip
def test_quotations_are_found_without_their_marks(text: str, expected: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in quotations(text)] == expected


def test_a_quotation_that_is_not_closed_runs_to_the_end() -> None:
    (quote,) = quotations('He said: "We go')
    assert quote.open
    assert quote.end == 15
