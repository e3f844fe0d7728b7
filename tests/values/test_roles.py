"""Offices in three languages: one office however it is phrased, and no office where none is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.languages import known, load
from reconcile.model import RoleValue
from reconcile.values._roles import find_roles, parse_role, unification, unify


def read(text: str, language: str | None = None) -> tuple[str, str | None, str | None, str | None] | None:
    role = parse_role(text, language)
    return role and (role.title, role.of, role.to, role.standing)


@pytest.mark.parametrize(
    "text",
    [
        "שגריר נורווגיה בוושינגטון",
        'השגריר הנורווגי בארה"ב',
        "שגרירת אוסלו בארצות הברית",
        "سفير أوسلو لدى الولايات المتحدة",
        "السفير النرويجي في واشنطن",
        "سفيرة النرويج لدى واشنطن",
        "Norway's ambassador to Washington",
        "the Norwegian ambassador to the United States",
        "ambassador of Norway in Washington",
    ],
)
def test_an_ambassador_is_of_a_country_and_to_a_country_however_it_is_phrased(text: str) -> None:
    assert read(text) == ("ambassador", "NO", "US", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("שר החוץ היפני", ("foreign_minister", "JP", None, None)),
        ("שרת החוץ של יפן לשעבר", ("foreign_minister", "JP", None, "former")),
        ("سكرتيره العسكري", ("military_secretary", None, None, None)),
        ("وزيرة خارجية اليابان السابقة", ("foreign_minister", "JP", None, "former")),
        ("نائب وزير الخارجية الياباني", ("foreign_minister", "JP", None, "deputy")),
        ("סגן שר החוץ", ("foreign_minister", None, None, "deputy")),
        ("former Japanese foreign minister", ("foreign_minister", "JP", None, "former")),
        ("Japan's deputy foreign minister", ("foreign_minister", "JP", None, "deputy")),
        ("القائم بأعمال رئيس الوزراء", ("prime_minister", None, None, "acting")),
        ('מ"מ ראש הממשלה', ("prime_minister", None, None, "acting")),
        ("acting prime minister", ("prime_minister", None, None, "acting")),
        ('רה"מ', ("prime_minister", None, None, None)),
        ("PM", ("prime_minister", None, None, None)),
        ("الرئيس المنتخب", ("president", None, None, "designate")),
        ("president-elect", ("president", None, None, "designate")),
        ("המועמד לתפקיד שר האוצר", ("finance_minister", None, None, "designate")),
        ("المرشح لمنصب وزير الدفاع", ("defence_minister", None, None, "designate")),
        ("המבקר המדינה", ("inspector", None, None, None)),
        ("ראש המוסד", ("head", "IL/mossad", None, None)),
        ("رئيس الموساد", ("head", "IL/mossad", None, None)),
        ("Mossad chief", ("head", "IL/mossad", None, None)),
        ("השליח המיוחד של האו\"ם לתימן", ("envoy", "INT/un", "YE", "special")),
        ("المبعوث الأممي الخاص إلى اليمن", ("envoy", "INT/un", "YE", "special")),
        ("the UN special envoy for Yemen", ("envoy", "INT/un", "YE", "special")),
        ("Secretary of State", ("foreign_minister", "US", None, None)),
        ("מזכיר המדינה האמריקני", ("foreign_minister", "US", None, None)),
        ("رئيس هيئة الأركان الإيراني", ("chief_of_staff", "IR", None, None)),
        ("المتحدث باسم الجيش الإسرائيلي", ("spokesperson", "IL/idf", None, None)),
        ("דובר צה\"ל", ("spokesperson", "IL/idf", None, None)),
    ],
)  # fmt: skip
def test_title_country_target_and_standing_are_read(text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway's newly appointed finance minister", ("finance_minister", "NO", None, None)),
        ("the former U.S. secretary of state", ("foreign_minister", "US", None, "former")),
        ("the governor of the Bank of England", ("central_bank_governor", "GB", None, None)),
        ("the World Bank president", ("president", "INT/world-bank", None, None)),
        ("the commander of US Central Command", ("commander", "US/centcom", None, None)),
        ("Nato secretary general", ("secretary_general", "INT/nato", None, None)),
        ("נשיא המעבר של סוריה", ("president", "SY", None, "acting")),
        ('רמטכ"ל צבא שוודיה', ("chief_of_staff", "SE", None, None)),
        ("שרת החוץ הגרמנייה", ("foreign_minister", "DE", None, None)),
        ("הקונסול הכללי של נורווגיה בניו יורק", ("consul_general", "NO", "US/new-york", None)),
        ("مندوب قطر الدائم لدى الأمم المتحدة", ("representative", "QA", "INT/un", None)),
        ("رئيس الموساد السابق", ("head", "IL/mossad", None, "former")),
        ("نائبة وزير خارجية تشيلي", ("foreign_minister", "CL", None, "deputy")),
        ("رئيسة وزراء بنغلاديش المخلوعة", ("prime_minister", "BD", None, "former")),
    ],
)
def test_offices_of_bodies_and_words_that_stand_between(text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('ראשת המל"ל', "head_of_national_security_council"),
        ("מפקדת חיל האוויר", "air_force_commander"),
        ("נגידת הבנק המרכזי", "central_bank_governor"),
        ("رئيسة المخابرات النرويجية", "head_of_intelligence"),
        ("رئيسة هيئة الأركان", "chief_of_staff"),
        ("زعيمة المعارضة", "opposition_leader"),
        ("عضوة البرلمان", "member_of_parliament"),
    ],
)
def test_an_office_is_read_whoever_holds_it(text: str, title: str) -> None:
    assert [mention.role.title for mention in find_roles(text, "he" if text < "ء" else "ar")] == [title]


def test_whoever_heads_a_body_is_one_office_under_several_titles() -> None:
    told = [parse_role(text) for text in ("IAEA director general", 'מנכ"ל סבא"א', "the head of the IAEA")]
    assert all(role and told[0] and unify(told[0], role) for role in told)
    assert not unify(RoleValue(title="head", of="NO"), RoleValue(title="director", of="NO"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("המזכיר הצבאי של ראש הממשלה", "he"),
        ("السكرتير العسكري لرئيس الوزراء", "ar"),
        ("the military secretary to the prime minister", "en"),
    ],
)
def test_who_is_served_is_told_by_office(text: str, language: str) -> None:
    (found,) = find_roles(text, language)
    assert (found.role.title, found.role.to) == ("military_secretary", "prime_minister")
    assert found.principal is not None
    assert found.principal.role.title == "prime_minister"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("رئيس لجنة الطلاب", "ar"),
        ("ראש הרשימה", "he"),
        ("it heads north", "en"),
        ("بحث الرئيسية", "ar"),
    ],
)
def test_words_that_only_look_like_an_office_are_none(text: str, language: str) -> None:
    assert [m.role.title for m in find_roles(text, language) if m.role.title in ("head", "president")] == []


def test_where_a_minister_is_met_is_not_whose_minister_he_is() -> None:
    assert find_roles("שר החוץ בפריז", "he")[0].role.of is None
    assert find_roles("the foreign minister in Paris", "en")[0].role.of is None


def test_spans_hold_exactly_the_words_of_the_office() -> None:
    text = "וביום שני הגיע שגריר נורווגיה בוושינגטון, ועמו שר החוץ היפני."
    assert [text[m.start : m.end] for m in find_roles(text, "he")] == [
        "שגריר נורווגיה בוושינגטון",
        "שר החוץ היפני",
    ]


def test_a_counterpart_holds_the_office_that_was_named_last() -> None:
    found = find_roles("التقى وزير الخارجية الياباني نظيره النرويجي", "ar")
    assert [(m.role.title, m.role.of) for m in found] == [
        ("foreign_minister", "JP"),
        ("foreign_minister", "NO"),
    ]
    assert find_roles("نظيره النرويجي", "ar") == ()


def test_plural_offices_are_marked() -> None:
    assert [m.plural for m in find_roles("ممثلين يابانيين", "ar")] == [True]
    assert [m.plural for m in find_roles("Japanese representatives", "en")] == [True]


def role(title: str, of: str | None = None, to: str | None = None, standing: str | None = None) -> RoleValue:
    return RoleValue(title=title, of=of, to=to, standing=standing)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (role("envoy", "US"), role("envoy", to="SY"), True),
        (role("envoy", "US", "SY"), role("envoy", "US", "LB"), False),
        (role("envoy", "US"), role("envoy", "RU"), False),
        (role("envoy"), role("ambassador"), False),
        (role("minister", "JP"), role("foreign_minister", "JP"), True),
        (role("head", "IL/mossad"), role("head", "IL/idf"), False),
        (role("spokesperson", "IL/idf"), role("spokesperson", "IL"), True),
        (role("foreign_minister", standing="deputy"), role("foreign_minister"), False),
    ],
)
def test_missing_fields_unify_and_told_ones_must_agree(a: RoleValue, b: RoleValue, *, expected: bool) -> None:
    assert unify(a, b) is unify(b, a) is expected


def test_another_standing_unifies_and_says_so() -> None:
    found = unification(
        role("head_of_intelligence", "SY", standing="acting"), role("head_of_intelligence", "SY")
    )
    assert found.unifies is True
    assert found.detail == "standing: acting and none told"


def test_the_side_fills_in_whose_office_it_is() -> None:
    assert unify(role("foreign_minister"), role("foreign_minister", "JP"), side="NO") is False
    assert unify(role("foreign_minister"), role("foreign_minister", "NO"), side="NO") is True


def test_all_languages_list_the_same_offices_and_portfolios() -> None:
    tables = [load(code).table("roles") for code in known()]
    for group in ("titles", "plurals", "portfolios"):
        assert len({frozenset(table[group]) for table in tables}) == 1, group
    assert len({frozenset(table) for table in tables}) == 1


@given(st.text(max_size=200), st.sampled_from(["he", "ar", "en"]))
def test_roles_lie_inside_the_text_and_do_not_overlap(text: str, language: str) -> None:
    last = 0
    for mention in find_roles(text, language):
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
