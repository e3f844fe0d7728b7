"""Dates that name their year, in the forms that each language prints."""

from datetime import datetime

import pytest

from reconcile.values import Context, find
from reconcile.values.date import date

DAY, MONTH, YEAR = "2021-03-03", "2021-03-01", "2021-01-01"


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("de", "Mittwoch, 3. März 2021", DAY),
        ("de", "3. März 2021, 14:30 Uhr", DAY),
        ("de", "Q3 2021", "2021-07-01"),
        ("fr", "le 3 mars 2021 à 14h30", DAY),
        ("fr", "T3 2021", "2021-07-01"),
        ("es", "miércoles 3 de marzo del 2021", DAY),
        ("ru", "3 марта 2021 года", DAY),
        ("ru", "в среду, 3 марта 2021 года", DAY),
        ("ru", "в марте 2021 года", MONTH),
        ("ru", "в 2021 году", YEAR),
        ("ru", "в конце 2021 года", "2021-10-01"),
        ("ru", "летом 2021 года", "2021-06-01"),
        ("ru", "первый квартал 2021 года", YEAR),
        ("ru", "с 3 по 5 марта 2021 года", DAY),
        ("uk", "у середу, 3 березня 2021 року", DAY),
        ("uk", "у березні 2021 року", MONTH),
        ("uk", "на початку березня 2021 року", MONTH),
        ("tr", "3 Mart 2021'de", DAY),
        ("tr", "3 Mart 2021 tarihinde", DAY),
        ("tr", "2021 yılının Mart ayında", MONTH),
        ("tr", "2021 yılında", YEAR),
        ("tr", "2021 sonunda", "2021-10-01"),
        ("tr", "2021 yazında", "2021-06-01"),
        ("tr", "2021'in ilk çeyreği", YEAR),
        ("ar", "الأربعاء 19 رجب 1442 الموافق 3 مارس 2021", DAY),
        ("he", "ג' בניסן התשפ\"א", "2021-03-16"),
    ],
)
def test_a_stated_year_is_read(language, text, start):
    assert str(date.parse(text, Context(language)).start)[:10] == start


def test_a_clock_behind_the_word_for_both_at_and_to_is_a_time_of_the_day():
    value = date.parse("le 3 mars 2021 à 14 h", Context("fr"))
    assert (value.start, value.grain) == (datetime(2021, 3, 3, 14), "hour")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ru", "Это было 3 марта 2021 года в столице.", "3 марта 2021 года"),
        ("uk", "Це було у 2021 році в столиці.", "2021 році"),
        ("tr", "Savaş 2021'de bitti.", "2021"),
    ],
)
def test_the_word_for_year_belongs_to_the_date(language, text, words):
    (found,) = find(text, "date", Context(language))
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        ("uk", "1939–1945 роки", "1939-01-01"),
        ("uk", "1930-х років", "1930-01-01"),
        ("uk", "у другій половині 1944 року", "1944-07-01"),
        ("ru", "в 1930-х годах", "1930-01-01"),
        ("ru", "во второй половине 1944 года", "1944-07-01"),
        ("de", "in den 1930er Jahren", "1930-01-01"),
        ("de", "in der zweiten Hälfte 1944", "1944-07-01"),
        ("tr", "1930'lu yıllar", "1930-01-01"),
        ("es", "la década de 1930", "1930-01-01"),
        ("es", "segundo semestre de 2021", "2021-07-01"),
        ("es", "desde abril de 2016 hasta junio de 2017", "2016-04-01"),
        ("fr", "la seconde moitié de 1944", "1944-07-01"),
        ("en", "since May 2016 until June 2017", "2016-05-01"),
    ],
)
def test_decades_halves_and_ranges_of_a_stated_year(language, text, start):
    assert str(date.parse(text, Context(language)).start)[:10] == start


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Das war vor 2000 Jahren so."), ("uk", "Місту 1500 років."), ("ru", "Городу 1500 лет.")],
)
def test_years_that_are_counted_are_no_year(language, text):
    assert all(found.value.grain != "year" for found in find(text, "date", Context(language)))
