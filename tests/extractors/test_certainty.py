"""Certainty and polarity of a value by the clause it stands in: invented sentences in three languages."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import languages
from reconcile.extractors._certainty import assess
from reconcile.extractors._sentences import sentences
from reconcile.model import Certainty, Polarity

ENGLISH = [
    ("Envoys met in Oslo on Monday.", "Oslo", "asserted affirm"),
    ("Envoys may meet in Oslo on Monday.", "Oslo", "possible affirm"),
    ("Envoys met in Oslo in May.", "May", "asserted affirm"),
    ("Talks in Oslo are expected to resume on Monday.", "Monday", "probable affirm"),
    ("Envoys will meet in Oslo on Monday.", "Monday", "planned affirm"),
    ("The envoys are to meet on Monday.", "Monday", "planned affirm"),
    ("The meeting did not take place on Monday.", "Monday", "denied negate"),
    ("The talks in Oslo did not produce a deal.", "Oslo", "asserted affirm"),
    ("The talks did not produce a deal in Oslo.", "Oslo", "asserted affirm"),
    ("The sides did not sign a deal.", "deal", "denied negate"),
    ("The ministry denied that five people were hurt.", "five", "denied negate"),
    ("Not only five people but ten were hurt.", "five", "asserted affirm"),
    ("The report is due no later than Monday.", "Monday", "asserted affirm"),
    ("The envoy will not attend the talks.", "talks", "planned negate"),
    ("It may rain in Rome, but the talks were in Oslo.", "Oslo", "asserted affirm"),
    ("The talks, which may resume in June, were held in Oslo.", "Oslo", "asserted affirm"),
    ("They met not in Rome but in Oslo.", "Oslo", "asserted affirm"),
    ("No fewer than twelve people died.", "twelve", "asserted affirm"),
    ("Twelve people reportedly died.", "Twelve", "probable affirm"),
    ("The mayor said in Oslo that they would meet in Rome.", "Oslo", "asserted affirm"),
    ("The deal would lapse if he withdrew from the agreement worth 40 million.", "40 million", "asserted affirm"),
    ("He leaves if talks resume in Rome.", "Rome", "possible affirm"),
    ("The sides discussed a possible truce.", "truce", "possible affirm"),
    ("The toll of twelve could not be independently confirmed.", "twelve", "unknown affirm"),
]  # fmt: skip

ARABIC = [
    ("التقى المبعوثان في أوسلو يوم الاثنين.", "أوسلو", "asserted affirm"),
    ("قد يلتقي المبعوثان في أوسلو.", "أوسلو", "possible affirm"),
    ("وقد التقى المبعوثان في أوسلو.", "أوسلو", "asserted affirm"),
    ("وقد توصل الطرفان إلى اتفاق.", "اتفاق", "asserted affirm"),
    ("وقد تعقد الجولة في أوسلو.", "أوسلو", "possible affirm"),
    ("من المتوقع أن تستأنف المحادثات الاثنين.", "الاثنين", "probable affirm"),
    ("ستعقد الجولة في أوسلو.", "أوسلو", "planned affirm"),
    ("سيارة انفجرت في أوسلو.", "أوسلو", "asserted affirm"),
    ("من المقرر عقد الجولة يوم الاثنين.", "الاثنين", "planned affirm"),
    ("لم يوقع الطرفان الاتفاق.", "الاتفاق", "denied negate"),
    ("لم تعقد الجولة في أوسلو.", "أوسلو", "denied negate"),
    ("لم تسفر محادثات الوفدين في أوسلو عن اتفاق.", "أوسلو", "asserted affirm"),
    ("نفت الوزارة مقتل خمسة أشخاص.", "خمسة", "denied negate"),
    ("أصيب ما لا يقل عن خمسة أشخاص.", "خمسة", "asserted affirm"),
    ("لا تقتصر الآلية على الأمن.", "الأمن", "asserted affirm"),
    ("لا يزال الوفد في أوسلو.", "أوسلو", "asserted affirm"),
    ("ربما يحضر السفير الجولة، لكن الوزير حضر اللقاء.", "اللقاء", "asserted affirm"),
    ("اتفقا على معالجة خلافات قد تنشأ بينهما.", "معالجة", "asserted affirm"),
    ("ناقشا إمكانية عقد جولة ثانية.", "جولة", "possible affirm"),
    ("لم يوافق الوفد على الانسحاب، وهو مطلب نيروبي.", "نيروبي", "asserted affirm"),
    ("شارك كلا الوفدين في أوسلو.", "أوسلو", "asserted affirm"),
    ("انتهت الجولة دون اتفاق على الحدود البرية بين البلدين.", "البلدين", "asserted affirm"),
    ("انتهت الجولة دون اتفاق.", "اتفاق", "denied negate"),
    ("من المقرر أن تبدأ الجولة، مضيفة أن الوزير غادر أوسلو.", "أوسلو", "asserted affirm"),
    ("قال في أوسلو إن الجولة ستعقد في روما.", "أوسلو", "asserted affirm"),
    ("لن يحضر السفير الجولة.", "الجولة", "denied negate"),
]  # fmt: skip

HEBREW = [
    ("השליחים נפגשו באוסלו ביום שני.", "אוסלו", "asserted affirm"),
    ("ייתכן שהשליחים ייפגשו באוסלו.", "אוסלו", "planned affirm"),
    ("השליחים עשויים להיפגש באוסלו.", "אוסלו", "possible affirm"),
    ("השיחות צפויות להתחדש ביום שני.", "שני", "probable affirm"),
    ("השליחים אמורים להיפגש ביום שני.", "שני", "planned affirm"),
    ("השיחות יתקיימו באוסלו.", "אוסלו", "planned affirm"),
    ("הפגישה לא התקיימה ביום שני.", "ביום שני", "denied negate"),
    ("השיחות לא הניבו הסכם באוסלו.", "באוסלו", "asserted affirm"),
    ("הצדדים לא חתמו על הסכם.", "הסכם", "denied negate"),
    ("הדובר הכחיש כי חמישה נפצעו.", "חמישה", "denied negate"),
    ("לא רק חמישה נפצעו.", "חמישה", "asserted affirm"),
    ("לא פחות מחמישה נפצעו.", "חמישה", "asserted affirm"),
    ("אולי יירד גשם ברומא, אך השיחות היו באוסלו.", "אוסלו", "asserted affirm"),
    ("הם נפגשו לא ברומא אלא באוסלו.", "באוסלו", "asserted affirm"),
    ("הצדדים לא הסכימו על הגבול, מחלוקת ישנה בקניה.", "בקניה", "asserted affirm"),
    ("השר אמר באוסלו כי השיחות יתקיימו ברומא.", "אוסלו", "asserted affirm"),
    ("אין הסכם.", "הסכם", "denied negate"),
    ("מספר ההרוגים, 12, טרם אושר.", "12", "unknown affirm"),
]  # fmt: skip


def judged(language: str, text: str, words: str) -> str:
    at = text.index(words)
    certainty, polarity = assess(text, at, at + len(words), None, language)
    return f"{certainty} {polarity}"


@pytest.mark.parametrize(("text", "words", "expected"), ENGLISH)
def test_english(text: str, words: str, expected: str) -> None:
    assert judged("en", text, words) == expected


@pytest.mark.parametrize(("text", "words", "expected"), ARABIC)
def test_arabic(text: str, words: str, expected: str) -> None:
    assert judged("ar", text, words) == expected


@pytest.mark.parametrize(("text", "words", "expected"), HEBREW)
def test_hebrew(text: str, words: str, expected: str) -> None:
    assert judged("he", text, words) == expected


SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the shared seed articles are not here")
def test_the_certainty_of_the_gold_claims() -> None:
    rows = [json.loads(line) for line in (SHARED / "gold" / "seed_claims.jsonl").read_text().splitlines()]
    texts = {p.stem[:3]: p.read_bytes().decode() for p in (SHARED / "seeds").glob("*.txt")}
    right = 0
    for row in rows:
        text = texts[row["id"][:3]]
        sentence = next((s for s in sentences(text) if s.start <= row["start"] < s.end), None)
        found = assess(text, row["start"], row["end"], sentence, row["lang"])
        right += found == (row["certainty"], row["polarity"])
    assert right / len(rows) >= 0.97


def test_a_language_without_cues_asserts() -> None:
    assert assess("Vielleicht morgen", 0, 5, None, "xx") == (Certainty.ASSERTED, Polarity.AFFIRM)


@given(st.text(alphabet="abאבج لا may, not ", max_size=40), st.sampled_from(["en", "ar", "he"]))
def test_any_stretch_of_any_text_is_judged(text: str, language: str) -> None:
    for at in range(len(text)):
        certainty, polarity = assess(text, at, at + 1, None, language)
        assert certainty in Certainty
        assert polarity in Polarity


def _paths(table: object, path: str = "") -> set[str]:
    if not isinstance(table, dict) or path.endswith(("agencies", "outlets")):
        return {path}
    return {found for key, inner in table.items() for found in _paths(inner, f"{path}.{key}")}


@pytest.mark.parametrize("name", ["cues", "sources"])
def test_every_language_has_the_same_keys(name: str) -> None:
    paths = {code: _paths(languages.load(code).table(name)) for code in ("ar", "en", "he")}
    assert paths["ar"] == paths["en"] == paths["he"]


@pytest.mark.parametrize(
    ("text", "value", "language"),
    [
        ("Up to twelve people are feared dead.", "twelve", "en"),
        ("Divers fear at least twelve people drowned.", "twelve", "en"),
        ("חשש כי שלושים איש נהרגו.", "שלושים", "he"),
        ("חוששים לשלושים הרוגים.", "שלושים", "he"),
        ("يُخشى مقتل ثلاثين شخصا.", "ثلاثين", "ar"),
        ("وسط مخاوف من مقتل ثلاثين شخصا.", "ثلاثين", "ar"),
    ],
)
def test_what_is_feared_is_possible(text: str, value: str, language: str) -> None:
    start = text.index(value)
    certainty, _ = assess(text, start, start + len(value), None, language)
    assert certainty is Certainty.POSSIBLE


def test_a_fear_behind_a_count_says_nothing_of_it() -> None:
    text = "Twelve people died, which raised fears of a new outbreak."
    assert assess(text, 0, 6, None, "en")[0] is Certainty.ASSERTED
