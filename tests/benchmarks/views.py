"""How long views of a large story take, and how soon the command answers: beside a peer in the same run.

    python tests/benchmarks/views.py --json

The story is made up: 20 outlets, 50 questions, 1,000 claims. The peer of the matrix is ``pandas.DataFrame.to_html``
over the same cells; the peer of the start-up is an interpreter that imports nothing but ``click``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter, process_time
from typing import Any

import reconcile as rc

_HELP = "from reconcile.cli import main; main(['--help'])"
VIEWS = ("matrix", "timeline", "growth", "graph", "agreement", "sources", "coverage", "delegation")


def story(outlets: int = 20, questions: int = 50) -> rc.Result:
    """One claim an outlet and question, three figures a question."""
    kinds = ("killed", "injured", "missing", "arrested", "displaced")
    claims = []
    for outlet in range(outlets):
        article = {"id": f"a{outlet}", "outlet": f"Outlet {outlet}", "language": "en",
                   "published": f"2026-01-{outlet % 9 + 1:02d}"}  # fmt: skip
        for asked in range(questions):
            number = 10 + (outlet + asked) % 3
            claims.append({"article": article, "event": f"e{asked // 10}", "attribute": f"casualties.{kinds[asked % 5]}",
                           "qualifiers": {"area": f"area {asked}"}, "quote": f"{number} people",
                           "value": {"kind": "quantity", "value": number}})  # fmt: skip
    return rc.reconcile(claims)


def seconds(work: Callable[[], Any], clock: Callable[[], float] = process_time, times: int = 3) -> float:
    """The best of a few runs."""
    taken = []
    for _ in range(times):
        start = clock()
        work()
        taken.append(clock() - start)
    return round(min(taken), 4)


def started(*arguments: str) -> float:
    """Wall-clock seconds of a fresh process."""
    command = [sys.executable, *arguments]
    return seconds(lambda: subprocess.run(command, capture_output=True, check=True), perf_counter, 5)


def measure() -> dict[str, Any]:
    """All figures, in seconds; ratios are ours by the peer's."""
    result = story()
    views = {name: seconds(lambda name=name: getattr(rc.Result(result.data), name)()) for name in VIEWS}
    frame = result.matrix().to_frame("pandas")
    peer, ours, bare = (
        seconds(frame.to_html),
        started("-c", _HELP),
        started("-c", "import click"),
    )
    return {
        "claims": len(result.claims),
        "facts": len(result.facts),
        "seconds": views,
        "matrix_bytes": len(result.matrix().html),
        "pandas_to_html_seconds": peer,
        "matrix_ratio": round(views["matrix"] / peer, 2),
        "help_seconds": ours,
        "bare_click_seconds": bare,
        "help_ratio": round(ours / bare, 2),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    told = parser.parse_args()
    print(json.dumps(measure(), indent=None if told.json else 2))
