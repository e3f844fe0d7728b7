"""Chains are followed to independent origins, across articles, wordings and scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Article, Claim, Origin, PlacedClaim, Source
from reconcile.origins import count, trace

Hop = str | tuple[str, str] | tuple[str, str, str]


def told(outlet: str | None, *chain: Hop, article: str = "", event: str = "talks", text: str | None = None,
         url: str | None = None) -> PlacedClaim:  # fmt: skip
    hops = [hop if isinstance(hop, tuple) else (hop,) for hop in chain]
    sources = tuple(Source(**dict(zip(("source", "type", "side"), hop, strict=False))) for hop in hops)
    page = Article(id=article or f"{outlet}-1", outlet=outlet, text=text, url=url)
    claim = Claim(article=page, attribute="talks.round", value=5, attribution=sources)  # type: ignore[arg-type]
    return PlacedClaim(claim, event, claim.value)


def origins(*claims: PlacedClaim) -> list[Origin]:
    traced = trace(claims)
    return [traced[claim.id] for claim in claims]


def one(*claims: PlacedClaim) -> Origin:
    distinct = set(origins(*claims))
    assert len(distinct) == 1, distinct
    return distinct.pop()


def many(*claims: PlacedClaim) -> int:
    return len({origin.id for origin in origins(*claims)})


def test_an_empty_chain_is_the_voice_of_the_outlet() -> None:
    assert one(told("Morning Gazette")).id == "outlet:morning gazette"


def test_two_articles_of_one_outlet_are_one_origin() -> None:
    assert many(told("Morning Gazette", article="m1"), told("Morning Gazette", article="m2")) == 1


def test_outlets_that_a_number_tells_apart_are_apart_and_each_is_one_in_any_spelling() -> None:
    pages = [told(f"{name} {n}", article=f"{name}{n}") for n in range(5) for name in ("Wavelet", "WAVELET")]
    assert many(*pages) == 5


def test_an_article_without_an_outlet_is_an_origin_of_its_own() -> None:
    assert many(told(None, article="a"), told(None, article="b")) == 2


def test_the_host_of_the_address_names_an_outlet_that_the_page_does_not() -> None:
    left = told(None, article="a", url="https://www.gazette.example/1")
    assert many(left, told(None, article="b", url="https://gazette.example/2")) == 1


def test_an_outlet_that_is_quoted_is_the_outlet_that_publishes() -> None:
    assert (
        many(told("Axios"), told("Evening Post", "موقع أكسيوس الأمريكي"), told("Maariv", "אתר אקסיוס")) == 1
    )


@pytest.mark.parametrize("chain", [
    ("Reuters", "a Syrian official"),
    ("وكالة رويترز", "مسؤول سوري"),
    ("סוכנות הידיעות רויטרס", "גורם סורי"),
])  # fmt: skip
def test_one_unnamed_official_of_one_agency_is_one_origin_in_every_script(chain: tuple[str, str]) -> None:
    origin = one(told("a", "Reuters", "Syrian official"), told("b", *chain))
    assert (origin.name, origin.stated) == ("unnamed source (Syria) via Reuters", True)


def test_an_unnamed_official_without_a_relay_belongs_to_one_outlet() -> None:
    assert many(told("a", "a Syrian official"), told("b", "مسؤول سوري")) == 2


def test_unnamed_officials_of_two_relays_or_two_countries_are_apart() -> None:
    assert many(told("a", "Reuters", "a Syrian official"), told("a", "Axios", "a Syrian official"),
                told("a", "Reuters", "an Israeli official")) == 3  # fmt: skip


def test_the_correspondent_of_an_outlet_is_the_outlet() -> None:
    assert (
        many(told("a", "مراسل الجزيرة في دمشق", "الرواية السورية"), told("b", "Al Jazeera", "Syrian sources"))
        == 1
    )


@pytest.mark.parametrize("label", [
    "the joint statement", "the trilateral statement", "joint statement of the US, Syria and Israel",
    "بيان مشترك", "بيان مشترك أميركي إسرائيلي سوري", "البيان المشترك", "بيان ثلاثي",
    'הצהרה משותפת לארה"ב, סוריה וישראל', "ההצהרה המשותפת",
    "joint statement issued by the US State Department", "بيان مشترك صادر عن وزارة الخارجية الأميركية",
])  # fmt: skip
def test_one_joint_statement_is_one_origin_under_all_its_names(label: str) -> None:
    first = told("a", "joint US-Israeli-Syrian statement")
    assert one(first, told("b", label)).name == "joint statement (Israel, Syria, United States)"


def test_statement_and_ministry_in_either_order_are_the_statement() -> None:
    ministry, statement = "the US State Department", "joint US-Syrian statement"
    assert many(told("a", ministry, statement), told("b", statement, ministry), told("c", statement)) == 1


def test_the_ministry_that_puts_a_joint_statement_out_is_no_second_witness() -> None:
    statement = told("a", "joint US-Israeli-Syrian statement", "US State Department")
    assert many(statement, told("b", "وزارة الخارجية الأميركية"), told("c", "the American statement")) == 1


def test_joint_statements_of_other_parties_stay_apart() -> None:
    assert (
        many(
            told("a", "joint statement of Israel and Syria"), told("b", "joint statement of France and Syria")
        )
        == 2
    )


def test_the_joint_statement_where_there_are_two_may_be_either() -> None:
    claims = [
        told("a", "joint statement of Israel and Syria"),
        told("b", "joint statement of France and Syria"),
    ]
    assert not origins(*claims, told("c", "the joint statement"))[-1].stated


def test_the_statement_of_a_country_is_what_its_one_office_said() -> None:
    office = told("a", "مكتب رئيس الوزراء الإسرائيلي")
    assert many(office, told("b", "the Israeli statement"), told("c", "Israel")) == 1


def test_a_country_of_which_two_offices_speak_is_a_voice_of_its_own() -> None:
    army, office = told("a", 'צה"ל'), told("a", "לשכת ראש ממשלת ישראל")
    assert many(army, office, told("a", "ישראל")) == 3


@pytest.mark.parametrize("label", [
    "Office of the Israeli Prime Minister", "the Israeli Prime Minister's Office", "مكتب رئيس الوزراء الإسرائيلي",
    "مكتب رئيس الحكومة الإسرائيلية", "לשכת ראש הממשלה", "לשכת ראש ממשלת ישראל", "the Israeli prime minister",
])  # fmt: skip
def test_an_office_is_one_origin_under_all_its_names(label: str) -> None:
    first = told("a", "Office of the Prime Minister of Israel")
    assert one(first, told("b", label)).id == "office:prime_minister:IL"


@pytest.mark.parametrize(("label", "office"), [
    ("the White House", "office:president:US"), ("الكرملين", "office:president:RU"),
    ("משרד ההגנה הצרפתי", "office:defence:FR"), ("the Pentagon", "office:defence:US"),
    ("وزير الخارجية الفرنسي بيير دوبون", "office:foreign:FR"), ("Hezbollah", "body:LB/hezbollah"),
])  # fmt: skip
def test_buildings_ministers_and_bodies_are_their_offices(label: str, office: str) -> None:
    assert one(told("a", label)).id == office


def test_the_office_of_somebody_is_learnt_from_other_sources_of_the_event() -> None:
    full = told("a", "مكتب رئيس الوزراء الإسرائيلي داني ليفي")
    assert many(full, told("b", "مكتب ليفي"), told("c", "ليفي")) == 1


def test_the_office_of_somebody_is_learnt_from_the_articles() -> None:
    text = "وقال السكرتير العسكري لرئيس الوزراء الإسرائيلي داني ليفي إن ذلك صحيح"
    assert many(told("a", "the Israeli Prime Minister's Office"), told("b", "مكتب ليفي", text=text)) == 1


def test_the_office_of_a_stranger_stays_apart() -> None:
    assert many(told("a", "the Israeli Prime Minister's Office"), told("b", "Levi's office")) == 2


def test_a_named_person_is_one_origin_in_every_outlet() -> None:
    envoy = ("Dana Levi (US special envoy to Syria)", "named_official", "US")
    assert many(told("a", envoy), told("b", "Dana Levi"), told("c", "Reuters", "Levi")) == 1


@pytest.mark.parametrize("other", ["كريم الحداد", "כרים חדאד", "الحداد", "the US envoy Karim Haddad"])
def test_a_person_is_one_origin_in_every_script(other: str) -> None:
    assert many(told("a", "Karim Haddad"), told("b", other)) == 1


@pytest.mark.parametrize(("one", "other", "origins"), [
    ("Carlos Medina", "كارلوس مدينا", 1),
    ("Carlos Medina", "Carlos London", 2),
    ("the mayor of Aleppo", "mayor of Aleppo", 1),
    ("the mayor of Aleppo", "the mayor of Haifa", 2),
])  # fmt: skip
def test_a_place_inside_a_name_belongs_to_it(one: str, other: str, origins: int) -> None:
    claims = [PlacedClaim(c, "talks", c.value) for c in (
        Claim.model_validate({"article": {"id": n, "outlet": n}, "attribute": "a.b", "attribution": [{"source": n}],
                              "value": {"kind": "quantity", "value": 1}}) for n in (one, other))]  # fmt: skip
    assert len({origin.id for origin in trace(claims).values()}) == origins


def test_two_persons_of_one_family_are_two() -> None:
    assert many(told("a", "Karim Haddad"), told("b", "Salim Haddad")) == 2


def test_an_outlet_that_no_table_lists_is_one_origin_in_two_scripts() -> None:
    assert many(told("a", ("Al-Barid", "outlet")), told("b", ("صحيفة البريد", "outlet"))) == 1


def test_outlets_that_share_a_word_are_two() -> None:
    assert many(told("Morning Gazette"), told("Evening Gazette"), told("Gazette")) == 3


@pytest.mark.parametrize("label", ["الموقع الأمريكي", "the American website", "העיתון האמריקני"])
def test_the_site_is_the_one_that_its_page_quotes(label: str) -> None:
    assert many(told("a", "Axios"), told("a", (label, "outlet"))) == 1


def test_the_site_of_a_page_that_quotes_two_is_nobody_in_particular() -> None:
    assert not origins(told("a", "Axios"), told("a", "Haaretz"), told("a", ("the website", "outlet")))[
        -1
    ].stated


def test_the_site_of_another_page_is_not_meant() -> None:
    assert not origins(told("a", "Axios"), told("b", ("the website", "outlet")))[-1].stated


def test_unstated_sources_may_or_may_not_be_a_witness() -> None:
    claims = [told("a"), told("b", "media reports"), told("c", "مصادر")]
    assert count(claims, trace(claims)).min == 1
    assert count(claims, trace(claims)).max == 3


def test_unstated_sources_alone_are_one_witness_at_least() -> None:
    claims = [told("a", "reports"), told("b", "דיווחים")]
    assert (count(claims, trace(claims)).min, count(claims, trace(claims)).max) == (1, 2)


def test_sources_of_a_named_agency_are_stated() -> None:
    assert one(told("a", "Reuters", "sources"), told("b", "رويترز", "مصادر")).stated


def test_a_source_that_cites_itself_is_itself() -> None:
    assert one(told("Axios", "Axios"), told("Axios", "أكسيوس", "Axios")).id == "outlet:axios"


def test_a_circle_of_sources_has_an_end() -> None:
    assert one(told("a", "Reuters", "Axios", "Reuters")).id == "outlet:reuters"


def test_a_relay_of_two_values_is_one_origin() -> None:
    """The source axis tells a relay conflict by equal ids on both sides."""
    assert (
        many(told("a", "Reuters", "the Health Ministry of Syria"), told("b", "the Syrian Health Ministry"))
        == 1
    )


def test_statements_and_unnamed_people_of_two_events_are_apart() -> None:
    chain = ("Reuters", "a Syrian official")
    assert many(told("a", *chain, event="talks"), told("b", *chain, event="attack")) == 2


CHAINS: Sequence[tuple[Any, ...]] = [
    (), ("Reuters",), ("Reuters", "a Syrian official"), ("بيان مشترك",), ("joint US-Syrian statement",),
    ("the American statement",), ("sources",), ("Israel",), ("لشكر",), ("Levi's office",), ("",), ("()",),
    ("the Israeli Prime Minister Dana Levi",), ("joint statement of France and Syria",),
]  # fmt: skip


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(CHAINS)), max_size=8), st.randoms())
def test_origins_do_not_depend_on_the_order_of_claims(pages: list[Any], random: Any) -> None:
    claims = [told(outlet, *chain, article=f"{outlet}{at}") for at, (outlet, chain) in enumerate(pages)]
    shuffled = random.sample(claims, len(claims))
    assert dict(trace(claims)) == dict(trace(shuffled))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(CHAINS)), min_size=1, max_size=6))
def test_a_copy_of_an_article_adds_no_origin(pages: list[Any]) -> None:
    claims = [told(outlet, *chain, article=f"{outlet}{at}") for at, (outlet, chain) in enumerate(pages)]
    outlet, chain = pages[0]
    copy = told(outlet, *chain, article="copy")
    assert count([*claims, copy], trace([*claims, copy])) == count(claims, trace(claims))
