"""Names that must be told together or apart, in three degrees of certainty, and what must not change a verdict.

The rows of ``name_checks.csv`` are invented from common names. *Strong* rows have one right verdict; a *medium* row
may also end in doubt; a *weak* one only must not be turned into its opposite.
"""

import csv
import time
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values import _names_tokens
from reconcile.values._names import match, match_many
from reconcile.values._names_keys import screen

ROWS = list(csv.DictReader((Path(__file__).parent / "name_checks.csv").read_text("utf-8").splitlines()))
DOUBT = {
    "same": {"compatible", "unknown"},
    "compatible": {"same", "unknown"},
    "different": {"unknown", "compatible"},
    "not_same": set(),
}
RIGHT = {"same": {"same"}, "compatible": {"compatible"}, "different": {"different"},
         "not_same": {"different", "unknown", "compatible"}}  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['left']}-{row['right']}")
def test_a_pair_of_the_list_gets_its_verdict(row: dict[str, str]) -> None:
    allowed = RIGHT[row["expected"]] | (set() if row["strength"] == "strong" else DOUBT[row["expected"]])
    for a, b in ((row["left"], row["right"]), (row["right"], row["left"])):
        assert match(a, b).verdict in allowed, match(a, b)


def test_scores_fall_from_what_is_surely_one_name_to_what_is_surely_two() -> None:
    tiers = [("same", "strong"), ("same", "medium"), ("not_same", "strong"), ("different", "strong")]
    means = [
        mean(match(row["left"], row["right"]).score for row in ROWS
             if (row["expected"], row["strength"]) == tier and " " in row["left"] and " " in row["right"])
        for tier in tiers
    ]  # fmt: skip
    assert means == sorted(means, reverse=True)


SAME = [
    (row["left"], row["right"]) for row in ROWS if (row["expected"], row["strength"]) == ("same", "strong")
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_pairs_of_one_name_pass_the_screen(a: str, b: str) -> None:
    assert list(screen([a, b])) == [(0, 1)]


# ---- what must not change a verdict ----

CHANGES = {
    "honorific": lambda name: f"Dr. {name}" if name.isascii() else name,
    "bidi controls": lambda name: f"\u202b{name}\u202c",
    "spaces": lambda name: f"  {name.replace(' ', '  ')} ",
    "quotation marks": lambda name: f'"{name}"',
    "full stop": lambda name: f"{name}.",
    "no-break space": lambda name: name.replace(" ", "\u00a0"),
    "capitals": str.upper,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize(("a", "b"), [pair for pair in SAME if "," not in pair[0]][::3])
def test_what_is_no_part_of_a_name_does_not_change_the_verdict(change: str, a: str, b: str) -> None:
    assert match(CHANGES[change](a), b).verdict == "same"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hani Ghanem", ("هاني غانم", "האני ר'אנם", "האני גאנם", "האני ע'אנם")),
        ("Walid Tamimi", ("وليد التميمي", "ואליד תמימי", "וליד א-תמימי", "ווליד אל-תמימי")),
        ("Victor Gordon", ("فيكتور غوردون", "فكتور جوردون", "ويكتور كوردون", "ויקטור גורדון")),
    ],
)
def test_every_usual_spelling_is_the_same(left: str, right: tuple[str, ...]) -> None:
    assert {match(left, name).verdict for name in right} == {"same"}


@pytest.mark.parametrize(("a", "b"), [("Salim al-Mansour", "Salim Mansour"), ("سليم المنصور", "سليم منصور"),
                                      ("סלים אל-מנסור", "סלים מנסור"), ("Karim bin Salem", "Karim Salem")])  # fmt: skip
def test_a_particle_may_be_left_out(a: str, b: str) -> None:
    assert match(a, b).verdict == "same"


def test_another_order_is_the_same_name() -> None:
    assert match("Haddad Karim", "Karim Haddad").verdict == "same"


# ---- input that is no name ----

NO_NAMES = ["", " ", "7", "12.5", "🙂", "🙂🙂 🙂", "\u200f\u202e", "---", "(", "…", "'", "ۥ"]


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_name_is_unknown_with_the_reason(name: str) -> None:
    found = match(name, "Karim Haddad")
    assert (found.verdict, bool(found.rule)) == ("unknown", True)


def test_one_letter_is_never_enough() -> None:
    assert match("K", "Karim Haddad").verdict == "unknown"
    assert match("ك", "كريم حداد").verdict == "unknown"


@pytest.mark.parametrize("mixed", ["K\u0430rim Haddad", "Karim H\u0430ddad", "kכrim Haddad", "حداaد كريم"])
def test_letters_of_two_scripts_in_one_word_are_unknown_with_the_reason(mixed: str) -> None:
    found = match(mixed, "Karim Haddad")
    assert (found.verdict, "two scripts" in found.rule) == ("unknown", True)


def test_what_is_too_long_for_a_name_is_unknown_with_the_reason() -> None:
    found = match("Karim Haddad " * 400, "Karim Haddad")
    assert (found.verdict, found.rule) == ("unknown", "too long for a name")


@pytest.mark.parametrize(
    ("name", "latin"),
    [("Νίκος Παππάς", "Nikos Pappas"), ("გიორგი ბერიძე", "Giorgi Beridze"), ("Արամ Պետրոսյան", "Aram Petrosyan"),
     ("मीरा देवी", "Mira Devi"), ("李克明", "Li Keming")],
)  # fmt: skip
def test_other_scripts_are_read_where_a_romaniser_is_installed(name: str, latin: str) -> None:
    pytest.importorskip("anyascii")
    assert match(name, latin).verdict == "same"
    assert match(name, "Walter Zimmermann").verdict in ("different", "unknown")


def test_signs_of_several_readings_prove_no_difference() -> None:
    pytest.importorskip("anyascii")
    assert match("Νίκος Παππάς", "Petros Georgiou").verdict == "different"
    assert match("田中一郎", "Tanaka Ichiro").verdict == "unknown"


def test_other_scripts_are_unknown_with_the_reason_without_a_romaniser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_names_tokens, "_romaniser", lambda: None)
    found = match("Κώστας Λάμπρου", "Kostas Lamprou")
    assert (found.verdict, "install fact-reconcile[translit]" in found.rule) == ("unknown", True)
    assert match("Kostas Λάμπρου", "Kostas Lamprou").verdict == "unknown"


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_raises_and_no_side_is_preferred(a: str, b: str) -> None:
    one, other = match(a, b), match(b, a)
    assert (one.verdict, one.score) == (other.verdict, other.score)


def test_time_is_linear_in_the_length_of_a_name() -> None:
    def seconds(name: str) -> float:
        begun = time.process_time()
        match(name, name[::-1])
        return time.process_time() - begun

    match("warm up", "up warm")
    assert max(seconds("Karim " * 900), seconds("x" * 5000), seconds("אב-" * 2000)) < 0.25


def test_a_block_gives_what_its_pairs_give() -> None:
    names = sorted({name for row in ROWS for name in (row["left"], row["right"])})
    found = {(names[i], names[j]): m.verdict for i, j, m in match_many(names)}
    assert all(match(a, b).verdict == verdict for (a, b), verdict in found.items())
    assert all(pair in found or pair[::-1] in found for pair in SAME)
