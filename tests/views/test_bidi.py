from hypothesis import given
from hypothesis import strategies as st

from reconcile.views._bidi import FSI, PDI, clean, direction, isolate, prose, runs, weave

MIXED = st.text(alphabet="aZ לייע ن م5-().,\"'“”«»\u202e\u2066\u200f\u061c\x1b\n:", max_size=60)


def test_every_bidi_control_is_taken_out():
    controls = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    assert clean(f"a{controls}b") == "ab"


def test_terminal_escapes_and_line_breaks_cannot_pass():
    assert clean("one\x1b[2J\r\ntwo\u2028three\x00") == "one[2J two three"


def test_joiners_of_arabic_script_are_kept():
    assert clean("می\u200cخواهم") == "می\u200cخواهم"


def test_a_spoofed_override_is_isolated_without_it():
    assert isolate("\u202eהשער") == f"{FSI}השער{PDI}"


def test_left_to_right_words_need_no_isolate():
    assert isolate("5 January (2026).") == "5 January (2026)."


def test_a_name_in_a_sentence_does_not_take_the_digits_after_it():
    assert prose("says דליה, 5 sources") == f"says {FSI}דליה{PDI}, 5 sources"


def test_digits_between_rtl_words_stay_with_them():
    assert list(runs("read ב-5 בדצמבר as a day")) == [
        (False, "read "), (True, "ב-5 בדצמבר"), (False, " as a day")]  # fmt: skip


def test_what_stands_in_quotation_marks_is_one_piece():
    assert list(runs('wrote "5 בדצמבר (2025)". Two')) == [
        (False, 'wrote "'), (True, "5 בדצמבר (2025)"), (False, '". Two')]  # fmt: skip


def test_gershayim_do_not_end_a_quotation():
    assert (True, 'ארה"ב, 5-6') in list(runs('says "ארה"ב, 5-6" twice'))


def test_an_apostrophe_in_english_opens_nothing():
    assert list(runs("it isn't לא, they won't")) == [
        (False, "it isn't "), (True, "לא"), (False, ", they won't")]  # fmt: skip


def test_weave_keeps_what_is_isolated_already():
    assert weave(f"{FSI}א 5{PDI} and ב") == f"{FSI}א 5{PDI} and {FSI}ב{PDI}"


def test_direction_is_that_of_the_language_before_that_of_the_letters():
    assert direction("BBC: قال", "ar") == "rtl"
    assert direction("BBC: قال", "fa") == "ltr"
    assert direction("«قال» BBC") == "rtl"
    assert direction("5 – 6") == "ltr"


@given(MIXED)
def test_clean_is_idempotent(text: str):
    assert clean(clean(text)) == clean(text)


@given(MIXED)
def test_isolates_are_balanced_and_hide_nothing(text: str):
    shown = prose(text)
    depth = 0
    for char in shown:
        depth += (char == FSI) - (char == PDI)
        assert 0 <= depth <= 1
    assert depth == 0
    assert shown.replace(FSI, "").replace(PDI, "") == clean(text)


@given(MIXED)
def test_every_right_to_left_letter_is_in_an_isolate(text: str):
    assert not any(letter in piece for foreign, piece in runs(text) if not foreign for letter in "לינםعم")


def test_brackets_of_the_sentence_stay_outside():
    assert list(runs("against كريم (الميناء): both")) == [
        (False, "against "), (True, "كريم"), (False, " ("), (True, "الميناء"), (False, "): both")]  # fmt: skip
    assert [piece for foreign, piece in runs("כרמלי (ערוץ), לביא (אחר) agree") if foreign] == [
        "כרמלי", "ערוץ", "לביא", "אחר"]  # fmt: skip
    assert prose("(קול, الميناء)") == f"({FSI}קול, الميناء{PDI})"


def test_brackets_amid_foreign_words_are_part_of_them():
    assert (True, "דליה (לביא) אמרה") in list(runs("says דליה (לביא) אמרה there"))


def test_english_words_of_a_hebrew_page_run_from_left_to_right():
    assert direction("“Peace”, he said.", "he") == "ltr"
    assert direction("(5-6)", "he") == "rtl"


def test_what_follows_a_colon_is_a_piece_of_its_own():
    assert prose("is not סמיר: 'عادل' and") == f"is not {FSI}סמיר{PDI}: '{FSI}عادل{PDI}' and"
    assert (True, "בשעה 10:30 בערב") in list(runs("at בשעה 10:30 בערב there"))
