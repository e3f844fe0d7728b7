import copy
import json
from dataclasses import replace

import pytest

from reconcile import outputs
from reconcile.model import Claim
from tests.views.sample_report import sample

jsonschema = pytest.importorskip("jsonschema")

REPORT = jsonschema.Draft202012Validator(outputs.report_schema())
CLAIM = jsonschema.Draft202012Validator(outputs.claim_schema())

LINE = {
    "article": {"id": "a1", "outlet": "Al-Midan", "language": "ar", "published": "2026-01-06T22:30"},
    "event": "talks", "attribute": "delegation.member", "qualifiers": {"side": "Velmora"},
    "value": {"kind": "person", "name": "دליה", "roles": ["سفير"], "raw": "…"},
    "attribution": [{"source": "The Harbour Post", "type": "outlet"}], "certainty": "asserted", "quote": "…",
    "start": 0, "end": 1, "zone": "body",
}  # fmt: skip
GOOD_VALUES = [
    3, "two days", True, ["a", 2, {"kind": "date", "value": "2026-01"}], {"raw": "yesterday"},
    {"kind": "date", "value": "2026-01-05/2026-01-06", "inferred": ["year"]},
    {"kind": "duration", "min": 2, "unit": "month", "vague": True},
    {"kind": "quantity", "value": 7, "modifier": "at_least", "raw": None},
    {"kind": "set", "members": ["a", {"kind": "person", "name": "b"}], "closed": None},
    {"kind": "role", "title": "head", "of": "a mission", "standing": "acting"},
    {"kind": "text", "text": "x", "code": "signed"}, {"kind": "boolean", "value": False},
]  # fmt: skip
BAD_LINES = [
    {"atribute": "x"}, {"value": {"kind": "dat", "value": "2026"}}, {"certainty": "sure"}, {"attribute": "9x"},
    {"value": {"kind": "person", "nam": "x"}}, {"value": {"value": 3}}, {"zone": "sidebar"}, {"article": 3},
]  # fmt: skip


def test_schemas_are_valid_schemas():
    jsonschema.Draft202012Validator.check_schema(outputs.report_schema())
    jsonschema.Draft202012Validator.check_schema(outputs.claim_schema())


def test_a_rendered_report_is_of_the_contract():
    REPORT.validate(json.loads(outputs.render(sample(), "json")))


def test_an_empty_report_is_of_the_contract():
    empty = replace(sample(), articles=(), events=(), entities=(), claims=(), readings=(), relations=(), facts=(),
                    findings=())  # fmt: skip
    REPORT.validate(json.loads(outputs.render(empty, "json")))


@pytest.mark.parametrize("path", ["findings.0.rule", "facts.0.origins.min", "claims.0.value.kind", "version"])
def test_a_report_without_a_key_of_the_contract_is_refused(path):
    data = json.loads(outputs.render(sample(), "json"))
    *way, last = path.split(".")
    part = data
    for step in way:
        part = part[int(step) if step.isdigit() else step]
    del part[last]
    assert not REPORT.is_valid(data)


def test_consumers_ignore_unknown_keys():
    data = json.loads(outputs.render(sample(), "json"))
    data["new"] = data["findings"][0]["new"] = data["claims"][0]["value"]["new"] = 1
    REPORT.validate(data)


def test_a_full_line_is_a_claim():
    CLAIM.validate(LINE)
    Claim.model_validate(LINE)


@pytest.mark.parametrize("value", GOOD_VALUES, ids=str)
def test_schema_and_reader_accept_the_same_values(value):
    line = {"article": "a", "attribute": "x.y", "value": value}
    CLAIM.validate(line)
    Claim.model_validate(line)


@pytest.mark.parametrize("change", BAD_LINES, ids=str)
def test_schema_and_reader_refuse_the_same_lines(change):
    line = {**copy.deepcopy(LINE), **change}
    assert not CLAIM.is_valid(line)
    with pytest.raises(ValueError, match="validation error"):
        Claim.model_validate(line)


def test_a_null_equals_a_missing_key():
    line = {**LINE, "event": None, "as_of": None, "quote": None, "article": {"id": "a", "published": None}}
    CLAIM.validate(line)
    Claim.model_validate(line)


def test_who_somebody_is_cannot_be_said_on_input():
    assert not CLAIM.is_valid({**LINE, "value": {"kind": "person", "name": "x", "entity": "p1"}})
