"""A name learnt from an article is told with the article that gives it."""

import json

import pytest

import reconcile as rc
from reconcile import outputs
from reconcile.model import Report


@pytest.fixture(scope="module")
def report() -> Report:
    person = {"kind": "person", "name": "Salim Mansour", "aliases": ["Abu Nur"]}
    return rc.reconcile(
        [
            {"article": "a", "attribute": "delegation.member", "value": person},
            {
                "article": "b",
                "attribute": "delegation.member",
                "value": {"kind": "person", "name": "Abu Nur"},
            },
        ]
    ).data


def test_the_contract_names_the_article(report: Report) -> None:
    (entity,) = json.loads(outputs.render(report, "json"))["entities"]
    assert entity["aliases"] == [{"name": "Abu Nur", "of": "Salim Mansour", "article": "a"}]


def test_the_page_names_the_article(report: Report) -> None:
    assert "Abu Nur = Salim Mansour (a)" in outputs.render(report, "html")
