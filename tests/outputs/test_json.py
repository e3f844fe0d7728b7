import json
from dataclasses import replace
from datetime import datetime

import pytest

from reconcile import outputs
from reconcile.model import Claim, DateValue, DurationValue, QuantityValue, SetValue
from reconcile.outputs._contract import value_dict
from tests.views.sample_report import CLAIMS, sample

DATA = json.loads(outputs.render(sample(), "json"))

KEYS = ["schema", "version", "rulesets", "articles", "events", "entities", "claims", "readings", "relations",
        "facts", "findings", "rejected", "not_compared", "suppressed"]  # fmt: skip


def test_the_keys_stand_in_the_order_of_the_contract():
    assert list(DATA)[: len(KEYS)] == KEYS
    assert DATA["schema"] == "reconcile.report/1"


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        ("rulesets", "name version hash"),
        ("events", "id label articles"),
        ("entities", "id kind names claims"),
        ("claims", "id article event attribute qualifiers value attribution certainty polarity quote start end "
                   "zone language"),
        ("readings", "id claims"),
        ("relations", "left right relation rule reason evidence"),
        ("facts", "id event attribute qualifiers value readings claims articles compatible origins confidence "
                  "status runner_up"),
        ("findings", "id kind severity rule event attribute qualifiers facts claims articles values left_out "
                     "reason hypotheses"),
    ],
)  # fmt: skip
def test_every_part_has_the_keys_of_the_contract(part, keys):
    assert all(set(keys.split()) <= set(row) for row in DATA[part])


def test_evidence_has_five_axes():
    for relation in DATA["relations"]:
        assert list(relation["evidence"]) == ["value", "scope", "time", "modality", "source"]


def test_a_claim_keeps_words_place_and_value():
    (claim,) = (claim for claim in DATA["claims"] if claim["id"] == "c01")
    article = sample().articles[0]
    assert claim["quote"] == (article.text or "")[claim["start"] : claim["end"]]
    assert claim["value"]["kind"] == "date"
    assert claim["value"]["raw"] == "5 בדצמבר"
    assert claim["certainty"] == "asserted"


def test_a_finding_lists_values_with_claims_and_articles():
    (finding,) = (f for f in DATA["findings"] if f["kind"] == "contradiction")
    assert [(v["claims"], v["articles"]) for v in finding["values"]] == [(["c01"], ["he1"]),
                                                                         (["c02", "c03"], ["ar1", "ar2"])]  # fmt: skip
    assert finding["hypotheses"][0]["support"][0] == {
        "kind": "origins", "ref": "f01",
        "reason": "two independent origins say 2026-01-05/2026-01-06, one says 2025-12-05"}  # fmt: skip


def test_findings_stand_with_the_most_serious_first():
    assert [finding["severity"] for finding in DATA["findings"]] == ["error", "warning", "info", "info"]


def test_publication_times_are_as_precise_as_they_are_known():
    published = {article["id"]: article["published"] for article in DATA["articles"]}
    assert published == {
        "ar1": "2026-01-06T22:30",
        "ar2": None,
        "en1": "2026-01-04T08:15",
        "he1": "2026-01-07",
    }


@pytest.mark.parametrize(
    ("value", "notation"),
    [
        (
            DateValue(start=datetime(2026, 1, 5), end=datetime(2026, 1, 7), extent="fills"),
            "2026-01-05/2026-01-06",
        ),
        (DateValue(start=datetime(2026, 1, 1), end=datetime(2026, 2, 1), grain="month"), "2026-01"),
        (DateValue(unresolved="no anchor"), None),
        (DurationValue(min=2, max=2, unit="month"), "P2M"),
        (DurationValue(min=3, max=3, unit="hour"), "PT3H"),
        (DurationValue(min=2, max=3, unit="day"), None),
        (QuantityValue(min=7, max=7), 7),
        (QuantityValue(min=7), None),
    ],
)
def test_values_have_the_notation_of_the_contract_however_they_were_made(value, notation):
    assert value_dict(value).get("value") == notation
    assert value_dict(SetValue(members=(value,)))["members"][0].get("value") == notation


def test_the_text_of_an_article_stays_out():
    assert all("text" not in article for article in DATA["articles"])


def test_claims_can_be_read_back():
    for claim in DATA["claims"]:
        told = {key: claim[key] for key in ("article", "attribute", "value", "quote", "start", "end", "zone")}
        assert Claim.model_validate(told).value == CLAIMS[claim["id"]].value


def test_members_of_a_set_keep_their_kind():
    (claim,) = (claim for claim in DATA["claims"] if claim["id"] == "c09")
    assert [member["kind"] for member in claim["value"]["members"]] == ["person", "person"]
    assert SetValue.model_validate(claim["value"]) == CLAIMS["c09"].value


def test_bidi_controls_are_kept_in_the_data():
    quote = "\u202eגניבה\u202c"
    claim = CLAIMS["c16"].claim
    spoofed = claim.model_copy(update={"spans": (claim.spans[0].model_copy(update={"quote": quote}),)})
    claims = tuple(replace(c, claim=spoofed) if c.id == "c16" else c for c in sample().claims)
    text = outputs.render(replace(sample(), claims=claims), "json")
    assert quote in [claim["quote"] for claim in json.loads(text)["claims"]]
    assert not set(quote) & {"\u202e", "\u202c"} & set(text)


def test_details_of_any_type_become_plain_data():
    relation = sample().relations[0]
    value = replace(relation.evidence.value, details={"days": {3, 1, 2}, "share": 1 / 3, "pair": (1, None)})
    odd = replace(relation, evidence=replace(relation.evidence, value=value))
    data = outputs.report_dict(replace(sample(), relations=(odd,)))
    assert data["relations"][0]["evidence"]["value"]["details"] == {
        "days": [1, 2, 3], "pair": [1, None], "share": 0.333333}  # fmt: skip
