"""Values are read by the kind of their attribute; what is set aside is said."""

import pytest

from reconcile.model import Claim, Schema
from reconcile.stories import place

SCHEMAS = (
    Schema(pattern="*.date", kind="date"),
    Schema(pattern="*.killed", kind="quantity"),
    Schema(pattern="*.place", kind="place", aliases=("*.venue",)),
    Schema(pattern="talks.round", kind="quantity"),
)


def say(attribute, value, article="a", **keys):
    about = {"id": article, "language": "en", "published": "2026-01-06"}
    return Claim.model_validate({"article": about, "attribute": attribute, "value": value, **keys})


def placed(*claims):
    return place([], claims, SCHEMAS)


@pytest.mark.parametrize(
    ("attribute", "value", "kind"),
    [
        ("attack.killed", "seven", "quantity"),
        ("attack.killed", 7, "quantity"),
        ("vote.date", "5 January 2026", "date"),
        ("vote.outcome", "adopted", "text"),
        ("vote.turnout", 61.5, "quantity"),
        ("vote.held", True, "boolean"),
        ("talks.venue", "Paris", "place"),
    ],
)
def test_a_bare_value_is_read_by_the_kind_of_its_attribute(attribute, value, kind):
    assert placed(say(attribute, value)).claims[0].value.kind == kind


def test_the_members_of_a_bare_list_are_read():
    (claim,) = placed(say("vote.dates", ["x", "y"])).claims
    assert [member.kind for member in claim.value.members] == ["text", "text"]


def test_what_cannot_be_read_is_rejected_with_its_place():
    claim = say("vote.date", "the 45th of Nevember")
    where = {claim.id: "c.jsonl:3"}
    result = place([], [claim, say("vote.held", True)], SCHEMAS, where)
    assert [(item.where, item.reason) for item in result.rejected] == [
        ("c.jsonl:3", "vote.date: 'the 45th of Nevember' cannot be read as a date")
    ]
    assert len(result.claims) == 1


def test_words_that_exclude_the_typed_value_are_a_warning_and_the_value_wins():
    result = placed(say("vote.date", {"kind": "date", "value": "2026-01-05", "raw": "5 December"}))
    assert result.claims[0].value.start.month == 1
    assert "“5 December” say 2025-12-05, the value given is 2026-01-05" in result.warnings[0].reason


@pytest.mark.parametrize(
    "value",
    [
        {"kind": "date", "value": "2026-01-05", "raw": "yesterday"},
        {"kind": "date", "value": "2026-01-05", "raw": "on that day"},
        {"kind": "quantity", "value": 7, "raw": "seven"},
        {"kind": "date", "value": "2026-01-05/2026-01-06", "raw": "5 January"},
    ],
)
def test_words_that_agree_or_say_nothing_are_no_warning(value):
    attribute = "vote.date" if value["kind"] == "date" else "attack.killed"
    assert placed(say(attribute, value)).warnings == ()


@pytest.mark.parametrize("zone", ["related", "inline_link", "breadcrumb", "chrome", "byline", "published"])
def test_words_that_are_not_the_articles_are_set_aside_and_said_so(zone):
    result = placed(say("attack.killed", 4, quote="four dead", zone=zone), say("attack.killed", 7))
    assert len(result.claims) == 1
    assert (
        result.not_compared[0]["reason"]
        == f"its words stand in the zone {zone}, which is no part of the article"
    )


def test_a_caption_is_kept():
    assert len(placed(say("attack.killed", 4, quote="four dead", zone="caption")).claims) == 1


@pytest.mark.parametrize(
    ("lonely", "other", "meant"),
    [
        ("attack.kiled", "attack.killed", "attack.killed"),
        ("atack.killed", "attack.killed", "attack.killed"),
        ("vote.outcom", "vote.outcome", "vote.outcome"),
        ("vote.plce", "vote.outcome", "vote.place"),
    ],
)
def test_an_attribute_that_looks_misspelt_is_listed(lonely, other, meant):
    claims = [say(lonely, 7, "a"), say(other, 8, "b"), say(other, 9, "c")]
    hints = [item for item in placed(*claims).not_compared if item["attribute"] == lonely]
    assert [item["reason"] for item in hints] == [
        f"only one article uses {lonely!r}. Did you mean {meant!r}?"
    ]


@pytest.mark.parametrize(
    ("lonely", "other"),
    [
        ("vote.turnout", "vote.outcome"),
        ("attack.injured", "attack.killed"),
        ("talks.venue", "talks.place"),
        ("statement.aim", "statement.place"),
    ],
)
def test_an_attribute_of_its_own_is_not_listed(lonely, other):
    claims = [say(lonely, "x", "a"), say(other, "Paris", "b"), say(other, "Rome", "c")]
    assert placed(*claims).not_compared == ()


def test_of_two_spellings_only_one_is_listed():
    listed = placed(say("vote.outcome", "x", "a"), say("vote.outcomes", "y", "b")).not_compared
    assert [item["attribute"] for item in listed] == ["vote.outcomes"]


def test_a_day_beside_the_printed_one_is_told() -> None:
    typed = {"kind": "date", "value": "2026-03-04", "raw": "3 March 2026"}
    (warning,) = placed(say("talks.date", typed)).warnings
    assert "the words “3 March 2026” say 2026-03-03, the value given is 2026-03-04" in warning.reason
