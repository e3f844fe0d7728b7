"""Articles, claims, dicts and tables in any mix, and accounts of one article that meet."""

from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.errors import InputError
from reconcile.model import Article, Claim
from reconcile.readers import Material, complete, read

CLAIM = {"article": "a", "attribute": "talks.round", "value": 5}


def rejected(*things):
    return [(item.where, item.reason) for item in read([{"id": "other", "text": "Text."}, *things]).rejected]


def test_things_in_any_mix():
    material = read([Article(id="a", outlet="X"), CLAIM, Claim.model_validate({**CLAIM, "article": "b"})])
    assert [article.id for article in material.articles] == ["a", "b"]
    assert [claim.article.outlet for claim in material.claims] == ["X", None]


def test_what_was_read_can_be_read_again():
    material = read([{**CLAIM, "article": {"id": "a", "published": "2026-01-06"}}])
    again = read(material)
    assert (again.articles, again.claims) == (material.articles, material.claims)


def test_nothing_given_is_nothing_read():
    assert read([]) == Material()


@pytest.mark.parametrize("thing", [5, None])
def test_what_is_nothing_to_read(thing):
    with pytest.raises(InputError, match="cannot read a"):
        read(thing)


def test_a_null_equals_a_missing_key():
    full = {**CLAIM, "event": None, "certainty": None, "quote": None, "qualifiers": None,
            "value": {"kind": "set", "members": ["x"], "closed": None, "of": None}}  # fmt: skip
    (claim,) = read(full).claims
    assert (claim.event, claim.certainty, claim.value.closed) == (None, "asserted", None)


def test_an_id_that_is_given_is_kept():
    assert read({**CLAIM, "id": "c7"}).claims[0].id == "c7"


def test_one_claim_twice_is_one_claim():
    assert len(read([CLAIM, {**CLAIM, "meta": {"row": 2}}]).claims) == 1


def test_one_id_with_other_content_is_rejected():
    assert rejected({**CLAIM, "id": "c"}, {**CLAIM, "id": "c", "value": 6}) == [
        ("item 3:id", "claim 'c' stands in item 2 with other content")
    ]


def test_two_articles_with_one_id_and_other_content():
    assert rejected({"id": "a", "text": "One."}, {"id": "a", "text": "Two."}) == [
        ("item 3:text", "article 'a' stands in item 2 with another text")
    ]


def test_a_claim_whose_article_contradicts_the_known_one_is_rejected():
    inner = {**CLAIM, "article": {"id": "a", "published": "2026-01-07"}}
    assert rejected({"id": "a", "published": "2026-01-06"}, inner) == [
        ("item 3:published", "article 'a' stands in item 2 with another published")
    ]


def test_two_accounts_of_an_article_complete_each_other():
    (article,) = read([{"id": "a", "text": "One."}, {"id": "a", "outlet": "X"}]).articles
    assert (article.text, article.outlet) == ("One.", "X")


def test_a_table_is_read_by_rows():
    table = pd.DataFrame(
        {
            "article": ["a", "b"],
            "article.outlet": ["X", None],
            "attribute": ["talks.round", "talks.round"],
            "value": [5, 6],
            "quote": ["fifth", float("nan")],
        }
    )
    claims = read(table).claims
    assert [(claim.article.id, claim.article.outlet, claim.quote) for claim in claims] == [
        ("a", "X", "fifth"), ("b", None, None)]  # fmt: skip
    assert [claim.value.content for claim in claims] == [5, 6]


def test_a_bad_row_of_a_table_is_told_by_its_number():
    table = pd.DataFrame({"article": ["a", "b"], "attribute": ["x.y", "x y"], "value": ["v", "w"]})
    assert read(table).rejected[0].where == "row 2:attribute"


def test_a_table_of_the_other_library():
    table = SimpleNamespace(columns=["article"], to_dicts=lambda: [CLAIM])
    assert read(table).claims[0].article.id == "a"


def test_a_zone_without_a_quote_is_kept():
    assert read({**CLAIM, "zone": "related"}).claims[0].zone == "related"


def test_a_quote_that_is_not_where_it_says_is_a_warning():
    article = {"id": "a", "text": "The fifth round.", "published": "2026-01-06", "language": "en"}
    good = {**CLAIM, "quote": "fifth", "start": 4, "end": 9}
    bad = {**CLAIM, "quote": "fifth", "start": 3, "end": 8}
    assert [item.reason for item in read([article, good, bad]).warnings] == [
        "the quote does not stand at 3-8 of the article's text"
    ]


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        ({"value": {"name": "N"}}, "value.kind", "a value object needs a kind"),
        ({"value": {"kind": "date", "value": "2026-02-31"}}, "value", "'2026-02-31': day is out of range"),
        ({"value": {"kind": "date"}}, "value.value", "a date needs a value"),
        ({"value": {"kind": "quantity", "value": "many"}}, "value.value", "'many' is no number"),
        ({"value": {"kind": "set", "members": [{"kind": "plce"}]}}, "value.members[0].kind", "no value kind"),
        ({"value": {"kind": {"kind": "date"}}}, "value.kind", "no value kind named {'kind': 'date'}"),
        ({"article": {"id": "a", "outlet": "X\ud800"}}, "article.outlet", "half a surrogate pair"),
        ({"certainty": "assertd"}, "certainty", "'assertd' is not one of the known words. Did you mean 'asserted'?"),
        ({"attribution": [{"sorce": "R"}]}, "attribution[0].sorce", "unknown key 'sorce'. Did you mean 'source'?"),
        ({"attribution": ["Reuters"]}, "attribution[0]", "'Reuters' is no object with keys"),
        ({"article": {"id": "a", "publised": "2026"}}, "article.publised", "unknown key 'publised'. Did you mean"),
        ({"article": {"id": "a", "published": "today"}}, "article.published", "'today' is not a date"),
        ({"article": {"id": "a", "published": 2026}}, "article.published", "2026 is no time; write it as text"),
        ({"article": {"outlet": "X"}}, "article.id", "missing key 'id'"),
        ({"qualifiers": {"side": {"x": 1}}}, "qualifiers.side", "dict is no word, number or list of words"),
        ({"as_of": "soon"}, "as_of", "'soon' is not a date"),
        ({"attribute": "Talks date"}, "attribute", "'Talks date' is no attribute name"),
        ({"value": None}, "value", "missing key 'value'"),
    ],
)  # fmt: skip
def test_one_clear_sentence_for_each_fault(change, where, reason):
    ((place, told),) = rejected({**CLAIM, **change})
    assert place == f"item 2:{where}"
    assert told.startswith(reason)
    assert "\n" not in told


def test_all_faults_of_a_line_are_told_together():
    ((_, told),) = rejected({**CLAIM, "certainty": "sure", "atribution": []})
    assert "unknown key 'atribution'. Did you mean 'attribution'?" in told
    assert "certainty: 'sure' is not one of the known words" in told


@pytest.mark.parametrize(("given", "code"), [("ar-SA", "ar"), ("Hebrew", "he"), ("iw", "he"), ("fr", "fr")])
def test_a_given_language_becomes_a_code(given, code):
    assert complete(Article(id="a", language=given)).language == code


def test_what_is_given_is_kept_when_an_article_is_completed():
    article = Article.model_validate({"id": "a", "text": "Text.", "title": "T", "published": "2026-01-06"})
    assert complete(article).title == "T"
    assert complete(article).published_source == "given"


def test_completing_twice_changes_nothing():
    once = complete(Article(id="a", text="Talks opened\n\nThe two sides met in the capital on Monday."))
    assert complete(once) is once


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)
KEYS = st.sampled_from([*Claim.model_fields, *Article.model_fields, "quote", "zone", "x"])


@given(st.dictionaries(KEYS, JSON, max_size=6))
def test_any_object_is_read_or_rejected_and_never_raises(data):
    material = read([{"id": "other", "text": "Text."}, data])
    assert len(material.rejected) + len(material.claims) + len(material.articles) >= 1
