"""Every view in the formatters of the two notebooks: both show the page, not the terminal's text."""

import pytest

from reconcile.result import Result
from tests.views.sample_report import sample
from tests.views.test_views_in_browser import VIEWS

RESULT = Result(sample())


@pytest.mark.parametrize("name", VIEWS)
def test_ipython_shows_the_page(name):
    formatters = pytest.importorskip("IPython.core.formatters")
    view = VIEWS[name](RESULT)
    data, _ = formatters.DisplayFormatter().format(view)
    assert (data["text/html"], data["text/plain"]) == (view.html, view.text)


@pytest.mark.parametrize("name", VIEWS)
def test_marimo_shows_the_page(name):
    formatting = pytest.importorskip("marimo._output.formatting")
    view = VIEWS[name](RESULT)
    made = formatting.try_format(view)
    assert (made.mimetype, made.data) == ("text/html", view.html)


def test_a_finding_shows_itself():
    formatters = pytest.importorskip("IPython.core.formatters")
    data, _ = formatters.DisplayFormatter().format(RESULT.contradictions[0])
    assert data["text/html"] == RESULT.contradictions[0].explain().html


def test_a_finding_of_a_bare_report_shows_its_fields():
    formatters = pytest.importorskip("IPython.core.formatters")
    data, _ = formatters.DisplayFormatter().format(sample().findings[0])
    assert "text/html" not in data
    assert data["text/plain"].startswith("Finding(")
