"""The tables of time and number words: one shape in every language, one meaning a word."""

from itertools import chain

import pytest

from reconcile import languages
from reconcile.values._tokens import lexicon, plain, tokenize

TABLES = ["time", "numbers"]


def keys(table: dict, path: str = "") -> set[str]:
    """All keys of a table, those of its sub-tables with their path."""
    nested = (keys(value, f"{path}{key}.") for key, value in table.items() if isinstance(value, dict))
    return {f"{path}{key}" for key in table}.union(*nested)


@pytest.mark.parametrize("name", TABLES)
def test_every_language_has_the_same_keys(name):
    found = {code: keys(languages.load(code).table(name)) for code in ("ar", "en", "he")}
    loose = {"ordinals", "cardinals", "scales", "vague"}  # which numbers have a word of their own differs
    for code, own in found.items():
        trimmed = {
            key for key in own if key.split(".")[0] not in loose and not key.startswith("money_letters")
        }
        other = {
            key
            for key in found["en"]
            if key.split(".")[0] not in loose and not key.startswith("money_letters")
        }
        assert trimmed == other, code


@pytest.mark.parametrize("code", ["ar", "en", "he"])
@pytest.mark.parametrize("name", TABLES)
def test_no_word_stands_for_two_things_of_one_table(code, name):
    for title, table in languages.load(code).table(name).items():
        if not isinstance(table, dict) or title in ("words", "bounds", "need_context", "money_letters"):
            continue
        words = [
            languages.fold(word) for word in chain(*(set(map(languages.fold, ws)) for ws in table.values()))
        ]
        assert sorted(words) == sorted(set(words)), title


@pytest.mark.parametrize("code", ["ar", "en", "he"])
def test_words_that_need_context_are_listed(code):
    table = languages.load(code).table("time")
    for group in ("months", "weekdays", "days", "holidays"):
        listed = {languages.fold(word) for words in table[group].values() for word in words}
        assert {languages.fold(word) for word in table["need_context"][group]} <= listed, group


def test_offsets_lead_back_through_marks_that_have_no_sound():
    text = "مِن يـَنايـر"
    folded = plain(text)
    token = tokenize(folded.text, lexicon("ar"))[-1]
    assert token.classes["month"] == 1
    assert text[folded.source(token.start) : folded.stop(token.end, text)] == "يـَنايـر"


def test_proclitics_become_tokens_of_their_own():
    tokens = tokenize(plain("ומינואר").text, lexicon("he"))
    assert [(token.text, token.attached) for token in tokens] == [("ו", True), ("מ", True), ("ינואר", False)]


def test_the_reading_with_more_words_wins():
    (_, number) = tokenize(plain("وأحد عشر").text, lexicon("ar"))
    assert number.classes["cardinal"] == 11
