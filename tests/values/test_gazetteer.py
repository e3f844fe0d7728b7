"""The gazetteer finds governments under all their words, and no place inside another word."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.languages import known
from reconcile.values._gazetteer import countries_in, entry, find, lookup, stems


def codes(text: str, language: str) -> list[str]:
    return [mention.entry.code for mention in find(text, language)]


def forms(text: str, language: str) -> list[str]:
    return [mention.form for mention in find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Norway", "en", "NO"),
        ("נורווגיה", "he", "NO"),
        ("النرويج", "ar", "NO"),
        ("النرويجيون", "ar", "NO"),
        ("הנורווגיות", "he", "NO"),
        ("Norwegians", "en", "NO"),
        ('ארה"ב', "he", "US"),
        ("ארה״ב", "he", "US"),
        ("الأميركية", "ar", "US"),
        ("U.S.", "en", "US"),
        ("الكوري الجنوبي", "ar", "KR"),
        ("the French capital", "en", "FR/paris"),
        ("الإليزيه", "ar", "FR/elysee"),
    ],
)
def test_every_word_for_a_country_leads_to_its_entry(text: str, language: str, code: str) -> None:
    assert codes(text, language) == [code]


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (("in Mombasa", "במומבסה", "في مومباسا"), "KE/mombasa"),
        (("Port of Spain", "פורט אוף ספיין", "بورت أوف سبين"), "TT/port-of-spain"),
        (("Ohio", "באוהיו", "في أوهايو"), "US/ohio"),
        (("Scottish", "הסקוטים", "الاسكتلنديون"), "GB/scotland"),
        (("UN Security Council", "מועצת הביטחון", "مجلس الأمن"), "INT/unsc"),
    ],
)
def test_places_and_bodies_are_known_in_all_three_languages(texts: tuple[str, ...], code: str) -> None:
    assert [codes(t, lang) for t, lang in zip(texts, ("en", "he", "ar"), strict=True)] == [[code]] * 3


def test_every_country_has_a_capital_or_none_that_differs_from_it() -> None:
    seats = tomllib.loads((files("reconcile.values") / "_places.toml").read_text(encoding="utf-8"))["seats"]
    assert len(seats) >= 190
    assert all(entry(f"{code}/{slug}") for code, slugs in seats.items() for slug in slugs)


@pytest.mark.parametrize(
    ("text", "language", "printed"),
    [
        ("שיחות בנורווגיה נמשכו", "he", "נורווגיה"),
        ("ובהולנד", "he", "הולנד"),
        ("שיטפונות בוולנסיה", "he", "ולנסיה"),
        ("וושינגטון", "he", "וושינגטון"),
        ("كما قالت للنرويج", "ar", "لنرويج"),
        ("وبالكويت", "ar", "الكويت"),
        ("Norway's envoy", "en", "Norway"),
    ],
)
def test_letters_written_together_with_a_name_are_not_part_of_it(
    text: str, language: str, printed: str
) -> None:
    mention = find(text, language)[0]
    assert text[mention.start : mention.end] == printed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("give us the polish", "en"),
        ("הם הודו לו על הסיוע", "he"),
        ("דעם مالي كبير", "ar"),
        ("دعم مالي كبير", "ar"),
        ("במקרים רבים", "he"),
        ("رئيس مجلس الأمن القومي", "ar"),
        ("ביקורת עזה", "he"),
        ("Jean Nice", "en"),
        ("أكلوا كعكا لذيذا", "ar"),
    ],
)
def test_other_words_that_look_like_a_place_are_left_alone(text: str, language: str) -> None:
    assert codes(text, language) == []


def test_a_word_that_is_also_something_else_counts_after_a_guard() -> None:
    assert codes("في مالي", "ar") == ["ML"]
    assert codes("להודו", "he") == ["IN"]


def test_the_longest_name_wins() -> None:
    assert codes("قوات سوريا الديمقراطية", "ar") == ["SY/sdf"]
    assert codes("the Gaza Strip", "en") == ["PS/gaza-strip"]


@pytest.mark.parametrize(
    ("text", "language", "form"),
    [
        ("talks in Oslo", "en", "name"),
        ("Oslo said it would mediate", "en", "metonym"),
        ("between Oslo", "en", "metonym"),
        ("בין אוסלו", "he", "metonym"),
        ("באוסלו", "he", "name"),
        ("بين أوسلو", "ar", "metonym"),
        ("في أوسلو", "ar", "name"),
        ("العاصمة النرويجية", "ar", "description"),
        ("הבירה הנורווגית", "he", "description"),
        ("בירת נורווגיה", "he", "description"),
        ("the Kremlin", "en", "metonym"),
    ],
)
def test_the_words_around_a_capital_tell_the_city_from_its_government(
    text: str, language: str, form: str
) -> None:
    assert forms(text, language) == [form]


def test_one_word_of_two_places_follows_the_country_that_the_text_speaks_of() -> None:
    assert codes("وصل الوفد الأردني إلى عمان", "ar") == ["JO", "JO/amman"]
    assert codes("أعلن المسؤول العماني في مسقط أن عمان تستضيف", "ar")[-1] == "OM"
    assert codes("اجتماع في عمان", "ar") == []


def test_a_place_name_that_is_part_of_a_persons_name_is_no_place() -> None:
    assert "MA" not in codes("قال محمد المغربي", "ar")
    assert codes("Michael Jordan", "en") == []


def test_lookup_reads_names_adjectives_and_codes() -> None:
    assert lookup("Israel") == lookup("ישראל") == lookup("الإسرائيلية") == lookup("IL") == entry("IL")
    assert lookup("Tel Aviv", "en").governs == "IL"  # type: ignore[union-attr]
    assert lookup("the Hague").code == "NL/the-hague"  # type: ignore[union-attr]
    assert lookup("") is None


def test_countries_come_in_the_order_of_their_mention() -> None:
    assert countries_in("سفير أوسلو لدى اليابان والنرويج", "ar") == ("NO", "JP")


def test_all_languages_know_the_same_countries_capitals_and_bodies() -> None:
    for group in ("countries", "adjectives", "cities", "regions", "bodies"):
        keys = {code: set(flatten(load_places(code)[group])) for code in known()}
        assert len(set(map(frozenset, keys.values()))) == 1, group


def load_places(code: str) -> dict[str, dict[str, object]]:
    path = files("reconcile.languages") / code / "places.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def flatten(table: dict[str, object]) -> list[str]:
    return [
        f"{code}/{slug}" if isinstance(names, dict) else code
        for code, names in table.items()
        for slug in (names if isinstance(names, dict) else [""])
    ]


@given(st.text(max_size=200), st.sampled_from(["he", "ar", "en"]))
def test_mentions_lie_inside_the_text_and_do_not_overlap(text: str, language: str) -> None:
    last = 0
    for mention in find(text, language):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end


@given(st.text(alphabet="ובלמהשכישראל", max_size=12))
def test_stems_are_ends_of_the_word(word: str) -> None:
    assert all(word.endswith(stem.text) for stem in stems(word, "he"))
