from dataclasses import replace

import pytest

from reconcile.errors import UnknownNameError
from reconcile.model import PlacedClaim
from reconcile.pipeline import reconcile
from reconcile.views import trace
from reconcile.views.delegation import delegation, grids
from tests.views.sample_report import CLAIMS, FACTS, RELATIONS, sample

TRACE = trace(sample())


def _told(view, member):
    return {row["outlet"]: row["word"] for row in view.rows if member in row["value"]}


def _with(id, **value):
    """The sample with another value in one claim."""
    claim = CLAIMS[id]
    other = claim.value.model_copy(update=value)
    placed = PlacedClaim(claim.claim.model_copy(update={"value": other}), claim.event, other)
    return trace(replace(sample(), claims=tuple(placed if c.id == id else c for c in sample().claims)))


def test_every_outlet_names_a_member_or_does_not_state_it():
    view = delegation(TRACE)
    assert _told(view, "עומר סלים") == {"השער": "named", "الميدان": "named", "ar2": "not stated",
                                        "The Harbour Post": "not stated"}  # fmt: skip


def test_a_member_told_by_the_office_alone_is_there_by_role():
    told = _told(delegation(_with("c14", name=None, roles=("שגריר ולמורה",))), "עומר סלים")
    assert (told["השער"], told["الميدان"]) == ("by role", "named")


def test_who_leads_is_told_beside_the_name():
    rows = delegation(TRACE).rows
    assert {(row["outlet"], row["value"]) for row in rows if row["leads"]} == {
        ("השער", "דליה רן"), ("الميدان", "דליה רן"), ("الميدان", "עומר סלים")}  # fmt: skip


def test_a_list_that_says_it_is_complete_is_marked():
    (grid,) = grids(_with("c09", closed=True))
    listed = dict(zip((page.id for page in grid.pages), grid.lists, strict=True))
    assert (listed["ar1"], listed["he1"]) == ("complete", "not said whether complete")


def test_a_member_that_a_complete_list_leaves_out_is_marked():
    alone = replace(FACTS[5], id="f11", readings=("r13",), claims=("c13",), articles=("en1",))
    rival = replace(RELATIONS[0], left="r10", right="r13")
    report = replace(sample(), facts=(*FACTS, alone), relations=(rival,))
    assert _told(delegation(trace(report)), "עומר סלים")["The Harbour Post"] == "left out"


def test_one_side_may_be_asked_for_in_any_case():
    assert delegation(TRACE, "velmora").rows == delegation(TRACE).rows


def test_another_side_is_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'Velmora'"):
        delegation(TRACE, "Velmore")


def test_without_members_the_view_says_so():
    empty = delegation(trace(replace(sample(), facts=())))
    assert (str(empty), empty.rows) == ("No member is told.", ())


def test_the_page_and_the_terminal_tell_the_same():
    view = delegation(TRACE)
    assert '<bdi class="value">דליה רן</bdi>' in view.html
    assert (
        "✓ named: The Harbour Post, \u2068الميدان\u2069 (leads), \u2068השער\u2069 (leads), ar2" in view.text
    )


@pytest.mark.parametrize("asked", ["IL", "Israel", "ישראל", "إسرائيل"])
def test_a_country_may_go_by_its_code_or_by_any_of_its_names(asked):
    facts = tuple(replace(fact, qualifiers={"side": "Israel"}) for fact in FACTS)
    assert delegation(trace(replace(sample(), facts=facts)), asked).rows[0]["side"] == "Israel"


def test_a_side_is_known_under_its_name_in_every_language():
    head = {"attribute": "delegation.head", "value": {"kind": "person", "name": "Samir Halabi"}}
    member = {"attribute": "delegation.member", "value": {"kind": "person", "name": "Samir Halabi"}}
    told = [
        {"article": article, "qualifiers": {"side": side}, **claim}
        for article, side in (("a", "Egypt"), ("b", "מצרים"))
        for claim in (head, member)
    ]
    assert [row["leads"] for row in reconcile(told).delegation("Egypt").rows] == [True, True]
