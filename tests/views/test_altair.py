import json
import sys

import pytest

from reconcile.errors import ReconcileError
from reconcile.result import Result
from tests.views.sample_report import sample

RESULT = Result(sample())


def _made(name):
    pytest.importorskip("altair")
    return json.dumps(
        getattr(RESULT, name)().to_altair().to_dict(), ensure_ascii=False
    )  # to_dict() checks it


@pytest.mark.parametrize(("name", "mark"), [("timeline", "bar"), ("growth", "point"), ("agreement", "rect")])
def test_a_chart_holds_to_the_schema_of_vega_lite(name, mark):
    assert f'"type": "{mark}"' in _made(name)


def test_words_of_an_article_are_isolated():
    made = _made("timeline")
    assert '"\u2068השער\u2069"' in made
    assert '"השער"' not in made


def test_a_view_without_a_chart_says_which_have_one():
    with pytest.raises(
        ReconcileError, match="this view has no chart; agreement, growth and timeline have one"
    ):
        RESULT.matrix().to_altair()


def test_without_altair_one_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(ReconcileError, match=r"pip install 'fact-reconcile\[viz\]'"):
        RESULT.timeline().to_altair()
