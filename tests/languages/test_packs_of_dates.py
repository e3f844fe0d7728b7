"""Packs of languages in which only dates are read: what they hold, what they read, what they leave alone."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest

import reconcile as rc
from reconcile import languages
from reconcile.model import Anchor, Article
from reconcile.values import Context
from reconcile.values.date import date

DATES_ONLY = ("de", "es", "fa", "fr", "ru", "tr", "uk")
ANCHOR = Anchor(day=datetime(2026, 1, 8))


def read(text: str, language: str) -> list[tuple[str, str]]:
    """The dates of a text with their words."""
    return [(text[f.start : f.end], date.show(f.value)) for f in date.find(text, Context(language, ANCHOR))]


def test_the_packs_are_what_the_program_writes():
    core = pytest.importorskip("babel.core", reason="Babel is not installed")
    from tests.benchmarks import make_packs  # noqa: PLC0415

    edition = f"CLDR {core.get_global('cldr')['version']} "
    written = list(make_packs.packs())
    if edition not in written[0][0].read_text(encoding="utf-8"):
        pytest.skip("the packs were written from another edition of CLDR")
    assert [path.name for path, text in written if path.read_text(encoding="utf-8") != text] == []
    assert {path.parent.name for path, _ in written} == set(DATES_ONLY)


def test_they_are_known_for_dates_only():
    assert set(languages.known("time")) == {*languages.known(), *DATES_ONLY}
    assert languages.load("fa").direction == "rtl"


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("fr", "Ils se sont vus le 5 janvier 2026 à Oslo.", "le 5 janvier 2026", "2026-01-05"),
        ("fr", "du 5 au 6 janvier", "5 au 6 janvier", "2026-01-05 to 2026-01-06"),
        ("de", "Am 29. Juni 2007 begann es.", "29. Juni 2007", "2007-06-29"),
        ("de", "der siebte vierte 2016", "siebte vierte 2016", "2016-04-07"),
        ("es", "el 3 de enero del 2019 en Lima", "el 3 de enero del 2019", "2019-01-03"),
        ("ru", "в 2011 году", "2011 году", "2011"),
        ("ru", "тридцать первое октября 1974", "тридцать первое октября 1974", "1974-10-31"),
        ("uk", "З 3 до 7 березня 2025 року", "3 до 7 березня 2025 року", "2025-03-03 to 2025-03-07"),
        ("tr", "Bakanlar 5 Ocak 2026'da buluştu", "5 Ocak 2026", "2026-01-05"),
        ("tr", "2024 Aralık ayında", "2024 Aralık ayında", "2024-12"),
        ("fa", "در ۵ ژانویه ۲۰۲۶ بود", "۵ ژانویه ۲۰۲۶", "2026-01-05"),
        ("fa", "روز ۱۵ دی ۱۴۰۴", "۱۵ دی ۱۴۰۴", "2026-01-05"),
        ("fa", "در ۱۴۰۴/۱۰/۱۵", "۱۴۰۴/۱۰/۱۵", "2026-01-05"),
    ],
)
def test_an_explicit_date_is_read(language, text, words, value):
    assert (words, value) in read(text, language)


@pytest.mark.parametrize("language", DATES_ONLY)
def test_no_month_of_a_pack_has_two_meanings(language):
    months = languages.load(language).table("time")["months"]
    listed = [word for words in months.values() for word in words]
    assert len(listed) == len(set(listed))
    assert set(months) == {str(number) for number in range(1, 13)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The minister said that the talks in La Paz and El Alto would go on.", "en"),
        ("Le Monde", "en"),
        ("Die Welt und El País", "en"),
        ("Die Minister haben sich nach der Sitzung mit den Vertretern auf ein Datum geeinigt.", "de"),
        ("El ministro dijo que las conversaciones en la capital fueron largas.", "es"),
        ("قال الوزير إن المحادثات في العاصمة مستمرة", "ar"),
        ("وزیر گفت که مذاکرات در پایتخت برای این هفته است", "fa"),
        ("5 января 2026 года", "ru"),
        ("5 січня 2026 року міністри зустрілися, що й було у планах", "uk"),
    ],
)
def test_detection_needs_more_than_a_name(text, code):
    assert languages.detect(text) == code


def test_an_article_in_such_a_language_breaks_nothing():
    text = "Le ministre a rencontré ses homologues à Oslo le 5 janvier 2026. Trois personnes ont été tuées."
    articles = [Article(id=name, language="fr", text=text) for name in ("a", "b")]
    assert rc.reconcile(articles).findings == ()


def test_an_english_text_opens_no_pack_of_another_language():
    code = (
        "from reconcile import languages\n"
        "from reconcile.values import Context\n"
        "from reconcile.values.date import date\n"
        "opened = []\n"
        "inner = languages._table.__wrapped__\n"
        "languages._table = lambda code, name: opened.append(code) or inner(code, name)\n"
        "date.find('on 5 January 2026', Context('en'))\n"
        "print(sorted(set(opened)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['en']"
