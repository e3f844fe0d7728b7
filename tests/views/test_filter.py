from dataclasses import replace

import pytest

from reconcile.errors import UnknownNameError
from reconcile.model import Article
from reconcile.views._filter import only
from tests.views.sample_report import sample


@pytest.mark.parametrize(
    ("filters", "facts"),
    [({"attribute": "talks.date"}, 2), ({"attribute": "*.head"}, 2), ({"event": "Harbour talks in Lindor"}, 10),
     ({"kind": "contradiction"}, 2), ({"attribute": ["talks", "delegation.head"]}, 5)],
)  # fmt: skip
def test_facts_are_those_that_are_asked_for(filters, facts):
    assert len(only(sample(), **filters).facts) == facts


def test_of_an_outlet_one_also_sees_who_says_otherwise():
    part = only(sample(), outlet="he1", attribute="talks.date")
    (contradiction,) = part.findings
    assert {claim.article.id for claim in part.claims} > {"he1"}
    assert set(contradiction.claims) <= {claim.id for claim in part.claims}


def test_two_filters_must_both_hold():
    assert only(sample(), kind="contradiction", attribute="delegation").findings == ()


def test_no_filter_changes_nothing():
    assert only(sample()) == sample()


@pytest.mark.parametrize(
    ("filters", "said"),
    [({"outlet": "he2"}, "no outlet named 'he2'"), ({"kind": "contradicton"}, "Did you mean 'contradiction'"),
     ({"event": "nowhere"}, "no event named 'nowhere'")],
)  # fmt: skip
def test_an_unknown_name_is_answered(filters, said):
    with pytest.raises(UnknownNameError, match=said):
        only(sample(), **filters)


def test_a_name_in_an_error_cannot_reorder_the_line():
    report = replace(sample(), articles=(Article(id="a", outlet="\u202eevil\x1b[31m"),))
    with pytest.raises(UnknownNameError) as told:
        only(report, outlet="nobody\u202e")
    assert not {"\u202e", "\x1b"} & set(str(told.value))
