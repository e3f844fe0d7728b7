"""Plug-ins are chosen by name, or given."""

import pytest

import reconcile as rc
from reconcile.errors import ReconcileError


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("engine", 3, "an engine is chosen by its name or given as a function, not 3"),
        ("method", [], "a fusion method is chosen by its name or given as an object with weigh"),
        ("extractor", 5, "an extractor is chosen by its name or given as a function, not 5"),
        ("engine", "loca", "Did you mean 'local'"),
    ],
)
def test_what_can_do_no_work_is_refused(option: str, given: object, said: str) -> None:
    with pytest.raises(ReconcileError, match=said):
        rc.reconcile(
            [{"article": "a", "attribute": "talks.round", "value": 5}, {"id": "t", "text": "x"}],
            **{option: given},
        )


def test_no_rules_of_ones_own_may_be_said_in_two_ways() -> None:
    claims = [{"article": "a", "attribute": "talks.round", "value": 5}]
    assert rc.reconcile(claims, rules=None).to_json() == rc.reconcile(claims, rules=()).to_json()
