"""Persons in running text: names beside offices, lists, offices alone; no words that are no names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values._people import PersonMention, find_people


def people(text: str, language: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(mention.name, mention.roles) for mention in find_people(text, language)]


def only(text: str, language: str) -> PersonMention:
    (mention,) = find_people(text, language)
    return mention


@pytest.mark.parametrize(
    ("text", "language", "name", "role"),
    [
        ("Norwegian Foreign Minister Ola Berg said", "en", "Ola Berg", "Norwegian Foreign Minister"),
        ("Norway's ambassador to Washington, Karin Holm, said", "en", "Karin Holm", "Norway's ambassador to Washington"),
        ("Karin Holm, the Norwegian ambassador in Rome, said", "en", "Karin Holm", "Norwegian ambassador in Rome"),
        ("שר החוץ דניאל כרמלי אמר", "he", "דניאל כרמלי", "שר החוץ"),
        ("שגריר נורווגיה בוושינגטון, קארל הולם, אמר", "he", "קארל הולם", "שגריר נורווגיה בוושינגטון"),
        ("יוסי כרמלי, ראש המוסד לשעבר, אמר", "he", "יוסי כרמלי", "ראש המוסד לשעבר"),
        ("وزير الخارجية النرويجي محمد الحداد إن", "ar", "محمد الحداد", "وزير الخارجية النرويجي"),
        ("سفير أوسلو لدى اليابان، كارل هولم، قال", "ar", "كارل هولم", "سفير أوسلو لدى اليابان"),
        ("محمود الحداد (وزير الخارجية) قال", "ar", "محمود الحداد", "وزير الخارجية"),
        ("الرئيس عبد الفتاح الحداد في", "ar", "عبد الفتاح الحداد", "الرئيس"),
        ("וזיר", "he", None, None),
    ],
)  # fmt: skip
def test_a_name_takes_the_office_beside_it(
    text: str, language: str, name: str | None, role: str | None
) -> None:
    expected = [(name, (role,))] if name else []
    assert people(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("قال توم باركر نتائج المحادثات جيدة", "ar"),
        ("وصل توم باركر، والوفد معه", "ar"),
        ("توم باركر وجون ميلر وصلا", "ar"),
    ],
)
def test_an_arabic_name_ends_before_the_next_word(text: str, language: str) -> None:
    assert people(text, language)[0][0] == "توم باركر"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("سلام عادل ودائم", "ar"),
        ("أعلن أن هناك تقدما", "ar"),
        ("متحدث باسم الوزارة قال", "ar"),
        ("بيان صادر عنه على الأرض", "ar"),
        ("החיים קשים בעזה", "he"),
        ("בגיל שבעים הוא פרש", "he"),
        ("מכתב רשמי נשלח", "he"),
        ("Mark the date. Grant them time. May said", "en"),
        ("Hope remains in the Middle East", "en"),
    ],
)
def test_words_that_are_also_names_make_no_person(text: str, language: str) -> None:
    assert [name for name, _ in people(text, language) if name] == []


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("American representatives – Jared Stone and Steve Miller – attended", "en", ["Jared Stone", "Steve Miller"]),
        ("נציגי הנשיא הולם – ג'ון כרמל ומייק בראון – נכחו", "he", ["ג'ון כרמל", "מייק בראון"]),
        ("ممثلو النرويج: محمد الحداد وأحمد السعدي", "ar", ["محمد الحداد", "أحمد السعدي"]),
    ],
)  # fmt: skip
def test_a_plural_office_gives_itself_to_each_name_of_its_list(
    text: str, language: str, names: list[str]
) -> None:
    found = [m for m in find_people(text, language) if m.name in names]
    assert [m.name for m in found] == names
    assert {m.role_values[0].title for m in found} == {"representative"}


def test_two_offices_of_one_person_are_both_kept() -> None:
    text = "מזכירו הצבאי של ראש הממשלה ומועמדו לראשות המוסד, דניאל כרמלי"
    mention = only(text, "he")
    assert [r.title for r in mention.role_values] == ["military_secretary", "head"]
    assert text[mention.start : mention.end] == text


def test_a_name_behind_the_office_that_is_served_is_of_its_holder() -> None:
    text = "السكرتير العسكري لرئيس الوزراء النرويجي محمد الحداد، كارل هولم، قال"
    found = {m.name: m.role_values[0].title for m in find_people(text, "ar")}
    assert found == {"محمد الحداد": "prime_minister", "كارل هولم": "military_secretary"}


def test_offices_without_a_name_are_persons_and_bureaus_are_not() -> None:
    assert people("حضر وزير الخارجية النرويجي ورئيس الاستخبارات", "ar") == [
        (None, ("وزير الخارجية النرويجي",)),
        (None, ("رئيس الاستخبارات",)),
    ]
    assert people("قال مكتب رئيس الوزراء", "ar") == []
    assert people("לשכת ראש הממשלה מסרה", "he") == []
    assert people("the prime minister's office said", "en") == []


def test_a_group_without_names_is_plural() -> None:
    assert only("إضافة إلى ممثلين نرويجيين", "ar").plural
    assert only("as well as Norwegian representatives", "en").plural


def test_a_surname_counts_once_the_text_has_given_the_full_name() -> None:
    assert people("Hanan Berg came. Berg left.", "en")[1][0] == "Berg"
    assert people("وصل محمد الحداد. وقال الحداد إنه", "ar")[1][0] == "الحداد"
    assert people("وقال الحداد إنه", "ar") == []


def test_another_name_in_brackets_or_after_known_as_is_an_alias() -> None:
    assert only("وصل أحمد الحداد (أبو جوان) أمس", "ar").alias == "أبو جوان"
    assert only("אחמד א-חדאד (אלג'רחי) הגיע", "he").alias == "אלג'רחי"
    assert only("John Berg, also known as Johnny, came", "en").alias == "Johnny"


def test_the_place_of_a_name_is_exact() -> None:
    text = "ובפגישה עם שר החוץ, דניאל כרמלי, נכחה גם נועה כרמלי."
    for mention in find_people(text, "he"):
        assert mention.name == text[mention.name_start : mention.name_end]


@given(st.text(max_size=300), st.sampled_from(["he", "ar", "en"]))
def test_any_text_gives_mentions_inside_it(text: str, language: str) -> None:
    for mention in find_people(text, language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.name or mention.roles


WORDS = [
    "محمد",
    "الحداد",
    "وزير",
    "الخارجية",
    "،",
    "و",
    "لدى",
    "اليابان",
    "توم",
    "(",
    ")",
    "بن",
    "عبد",
    "رئيس",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_names_do_not_overlap(items: list[str]) -> None:
    spans = sorted((m.name_start, m.name_end) for m in find_people(" ".join(items), "ar") if m.name)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "language", "name", "title"),
    [
        ("استقبل وزير الخارجية النرويجي الأمير كريم بن سالم، أمس", "ar", "كريم بن سالم", "foreign_minister"),
        ("وزير الخارجية النرويجي “كريم حداد”، قال", "ar", "كريم حداد", "foreign_minister"),
        ('שגריר נורווגיה לאו"ם – גלעד כרמלי, אמר', "he", "גלעד כרמלי", "ambassador"),
        ("שר החוץ של נורווגיה אולה דרמן, אמר", "he", "אולה דרמן", "foreign_minister"),
        ("رئيس الوزراء كريم سالم السوداني، أكد", "ar", "كريم سالم السوداني", "prime_minister"),
        ("נשיא נורווגיה פרנסואה הולנד, אמר", "he", "פרנסואה הולנד", "president"),
        ('ראש המוסד – ד"ר אולי דרמן, אמר', "he", "אולי דרמן", "head"),
    ],
)  # fmt: skip
def test_names_in_the_ways_that_the_press_prints_them(
    text: str, language: str, name: str | None, title: str | None
) -> None:
    found = {m.name: m.role_values[0].title for m in find_people(text, language) if m.role_values}
    assert name is None or found.get(name) == title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("وصل إلى مطار الملك خالد الدولي", "ar"),
        ("בשדה התעופה בן גוריון נחת מטוס", "he"),
        ("at John Adams Airport in Oslo", "en"),
        ("قال الوزير أمس", "ar"),
        ("החיילים אורון שאול והדר נעדרים", "he"),
    ],
)
def test_things_that_bear_names_and_words_that_refer_back_are_no_persons(text: str, language: str) -> None:
    assert find_people(text, language) == ()


def test_the_name_behind_a_bureau_may_be_of_its_head_and_gets_no_office() -> None:
    found = find_people("حضر مدير مكتب وزير الخارجية كريم الحداد.", "ar")
    assert "bureau_chief" not in {r.title for m in found if m.name for r in m.role_values}


def test_in_a_list_of_names_and_offices_each_office_is_of_the_name_before_it() -> None:
    text = "They met Ban Ki-lo, former president of Norway, Juan Dermo, former king of Sweden, and others."
    assert people(text, "en") == [
        ("Ban Ki-lo", ("former president of Norway",)),
        ("Juan Dermo", ("former king of Sweden",)),
    ]


def test_a_first_name_that_no_lexicon_has_still_belongs_to_the_name() -> None:
    assert people("attended by Maithra Saif Al Dermi, who", "en")[0][0] == "Maithra Saif Al Dermi"
    assert people("Coroner Gary Dermo said", "en")[0][0] == "Gary Dermo"


def test_a_rank_behind_the_office_is_an_office_of_the_same_person() -> None:
    mention = only('דובר צה"ל, תא"ל דניאל דרמון, אמר', "he")
    assert (mention.name, [r.title for r in mention.role_values]) == (
        "דניאל דרמון",
        ["spokesperson", "general"],
    )


def test_the_place_of_an_office_may_be_one_that_nobody_knows() -> None:
    mention = find_people("ראש עיריית כפר דרם, שלומי דרמון, אמר", "he")[0]
    assert (mention.name, mention.roles) == ("שלומי דרמון", ("ראש עיריית כפר דרם",))


def test_a_name_whose_first_word_may_be_an_everyday_word_is_not_cut() -> None:
    assert "خالد الحمد" not in [name for name, _ in people("وقال ناصر خالد الحمد إن", "ar")]
