"""One number of a running text."""

import pytest

from reconcile.values._numbers import numeral
from reconcile.values._tokens import lexicon, plain, tokenize


def first(text: str, language: str):
    lex = lexicon(language)
    tokens = tokenize(plain(text).text, lex)
    return next(number for at in range(len(tokens)) if (number := numeral(tokens, at, lex)))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "one hundred and twenty-three thousand four hundred and five", 123405),
        ("en", "two and a half million", 2_500_000),
        ("en", "half a million", 500_000),
        ("en", "two dozen", 24),
        ("en", "nineteen hundred", 1900),
        ("en", "12,345.6", 12345.6),
        ("en", "one hundred and two hundred", 100),
        ("ar", "ثلاثة وعشرون", 23),
        ("ar", "مئة وخمسة وعشرين", 125),
        ("ar", "ألفين وأربعة وعشرين", 2024),
        ("ar", "مليون ونصف المليون", 1_500_000),
        ("ar", "٢٫٥ مليون", 2_500_000),
        ("ar", "خمسة وعشرين ألفا", 25_000),
        ("he", "מאה עשרים וחמישה", 125),
        ("he", "אלפיים עשרים וארבע", 2024),
        ("he", "מיליון וחצי", 1_500_000),
        ("he", "מאה ועשרים אלף", 120_000),
    ],
)
def test_compounds(language, text, value):
    assert first(text, language).value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "twenty-first", 21),
        ("en", "5th", 5),
        ("ar", "ثالث والعشرين", 23),
        ("ar", "حادي عشر", 11),
        ("he", "חמישי", 5),
    ],
)
def test_ordinals(language, text, value):
    number = first(text, language)
    assert (number.value, number.ordinal) == (value, True)


@pytest.mark.parametrize(
    ("language", "text", "low"),
    [
        ("en", "tens of thousands", 20_000),
        ("ar", "عشرات الآلاف", 20_000),
        ("he", "כמה מאות", 300),
        ("en", "several hundred", 300),
    ],
)
def test_vague_words_have_a_floor_only(language, text, low):
    number = first(text, language)
    assert (number.low, number.high, number.value) == (low, None, None)


def test_a_number_of_a_thousand_digits_is_none():
    lex = lexicon("en")
    assert numeral(tokenize("9" * 1000, lex), 0, lex) is None
