from io import StringIO

import networkx
import pytest

from reconcile import outputs
from reconcile.result import Result
from tests.outputs.hostile_report import hostile
from tests.views.sample_report import sample


@pytest.mark.parametrize("report", [sample(), hostile()])
def test_the_graph_comes_back_with_all_attributes(report):
    again = networkx.read_graphml(StringIO(outputs.render(report, "graphml")))
    graph = Result(report).to_networkx()
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert {(*edge, *kept.items()) for *edge, kept in again.edges(data=True)} == {
        (*edge, *kept.items()) for *edge, kept in graph.edges(data=True)}  # fmt: skip
