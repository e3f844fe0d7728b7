"""A page that credits an agency prints the agency's report: it is no witness of its own."""

from __future__ import annotations

from typing import Any

import pytest

import reconcile as rc
from reconcile.model import Article, Fact
from reconcile.origins._credit import credited

FIRST = "Norway and Peru held talks in Geneva on 5 March 2026. Eleven envoys took part in them."
OTHER = "In Geneva, envoys of Norway and Peru met for talks on 5 March 2026 in a small hotel by the lake."


def day(*pages: dict[str, Any]) -> Fact:
    told = [{"published": "2026-03-06", "language": "en", **page} for page in pages]
    (found,) = [fact for fact in rc.reconcile(told).facts if fact.attribute == "talks.date"]
    return found


def pages(first: str, second: str, **keys: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return {"id": "a", "outlet": "Gazette", "text": first, **keys}, {
        "id": "b",
        "outlet": "Herald",
        "text": second,
        **keys,
    }


@pytest.mark.parametrize("frame", [
    "Talks in Geneva\n\nGENEVA, March 6 (Reuters) - {}",
    "Talks in Geneva\n\nGENEVA (AFP) \u2013 {}",
    "Talks in Geneva\n\n{}\n\n(Reuters)",
    "Talks in Geneva\n\n{}\n\nReuters",
])  # fmt: skip
def test_two_outlets_that_credit_one_agency_are_one_witness(frame: str) -> None:
    found = day(*pages(frame.format(FIRST), frame.format(OTHER)))
    assert (found.status, found.origins.min, found.origins.max) == ("echo", 1, 1)


def test_an_agency_named_as_author_is_the_witness() -> None:
    assert day(*pages(FIRST, OTHER, author="Reuters")).origins.names == ("Reuters",)


def test_the_agency_itself_and_who_prints_it_are_one() -> None:
    own = {"id": "c", "outlet": "Reuters", "text": OTHER}
    assert day(pages(f"Talks\n\nGENEVA (Reuters) - {FIRST}", "")[0], own).origins.max == 1


def test_credits_of_two_agencies_are_two_witnesses() -> None:
    found = day(*pages(f"Talks\n\nGENEVA (Reuters) - {FIRST}", f"Talks\n\nGENEVA (AFP) - {OTHER}"))
    assert (found.status, found.origins.min) == ("agreed", 2)


@pytest.mark.parametrize(("text", "agency"), [
    ("دمشق (رويترز) - قال مسؤول إن المحادثات بدأت.", "reuters"),
    ("ז'נבה (רויטרס) - השיחות נפתחו הבוקר.", "reuters"),
    ("Envoys met on Friday, an official told Reuters.", None),
    ("The envoys (Reuters said seven) met - and left.", None),
    ("GENEVA (Gazette) - Envoys met.", None),
    ("Envoys met (see Reuters) - and left.", None),
    ("", None),
])  # fmt: skip
def test_only_a_credit_is_one(text: str, agency: str | None) -> None:
    assert credited(Article(id="a", text=text)) == agency


def test_a_byline_is_read_where_the_page_has_one() -> None:
    text = "Envoys meet\nBy Dana Moss, Reuters\nThey met on Friday."
    zones = ({"zone": "byline", "start": 12, "end": 34},)
    assert credited(Article.model_validate({"id": "a", "text": text, "zones": zones})) == "reuters"
