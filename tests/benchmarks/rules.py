"""How long the shipped rule set takes to compile, to test and to judge.

    python tests/benchmarks/rules.py --json

All times are CPU seconds, the best of several runs in one process, after the first, which loads the language packs and
is told as ``first_seconds``. The peer of ``tested_per_second`` is what one would write without rule files: one
``pytest`` function, a parameter a case, that reconciles the claims of the case. Each runs in a process of its own;
``start_seconds`` is what an empty pytest session of that many cases takes.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_RUNS = 3

_PEER = """
import pytest
import reconcile as rc
from reconcile.rules import read_rules

EXAMPLES = read_rules().examples

@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_case(number):
    example = EXAMPLES[number]
    fired = {one.rule for one in rc.reconcile(list(example.claims)).relations}
    assert example.rule in fired or not example.fires
"""
_EMPTY = """
import pytest

@pytest.mark.parametrize("number", range(COUNT))
def test_case(number):
    pass
"""


def measure() -> Mapping[str, Any]:
    """All figures."""
    start = time.process_time()
    file, told = _tested()
    first = time.process_time() - start
    read, tested = _best(_read), _best(_tested)
    examples, rules = len(file.examples), len(file.own)
    ours = _session(["-p", "no:cacheprovider", str(_ROOT / "reconcile" / "rules" / "default.rules.yaml")])
    empty, peer = _session_of(_EMPTY.replace("COUNT", str(examples))), _session_of(_PEER)
    return {
        "rules": rules,
        "examples": examples,
        "mutants": told["mutants"],
        "survived": told["survived"],
        "first_seconds": round(first, 3),
        "compile_seconds": round(read, 3),
        "compile_and_test_seconds": round(tested, 3),
        "pytest_seconds": round(ours, 3),
        "start_seconds": round(empty, 3),
        "tested_per_second": round(examples / ours, 1),
        "peer_tested_per_second": round(examples / peer, 1),
        "ratio": round(peer / ours, 2),
        **_judged(),
    }


def _read() -> Any:
    from reconcile.rules import read_rules  # noqa: PLC0415

    return read_rules()


def _tested() -> tuple[Any, Mapping[str, int]]:
    """The file, with every example run and every mutant tried."""
    from reconcile.testing._coverage import coverage, needs, record  # noqa: PLC0415
    from reconcile.testing._run import run  # noqa: PLC0415

    file = _read()
    asked = needs(file)
    covered = coverage(asked, [record(run(example, file.ruleset)) for example in file.examples])
    survived = sum(len(one.survived) + len(one.unneeded) for one in covered)
    return file, {"mutants": sum(len(names) for one in asked.values() for names in one.values()),
                  "survived": survived}  # fmt: skip


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _session_of(text: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "test_peer.py"
        path.write_text(text, encoding="utf-8")
        return _session(["-p", "no:cacheprovider", str(path)])


def _session(words: list[str]) -> float:
    """The CPU seconds of one pytest session."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", *words], check=True,
                   capture_output=True, cwd=_ROOT)  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _judged() -> Mapping[str, float]:
    """Pairs judged a second: rules made ready for the outcomes of the axes, and every rule asked of every pair."""
    from reconcile import blocking, comparison, entities, origins, stories  # noqa: PLC0415
    from reconcile.rules import default, judge, rules_for, verdict  # noqa: PLC0415
    from reconcile.testing import claim  # noqa: PLC0415

    told = [
        claim(
            "blast.killed",
            100 + 13 * number,
            outlet=f"o{number}",
            event="e",
            published=f"2026-01-{1 + number % 28:02}",
        )
        for number in range(120)
    ]
    placed, _ = entities.resolve(stories.place([], told, default().schemas).claims, default().schemas)
    (block,) = blocking.block(placed, origins.trace(placed), default().schemas).blocks
    pairs, rules = comparison.compare(block), rules_for(block.attribute, default())
    ready = _best(lambda: judge(block, pairs, default()))
    every = _best(lambda: [verdict(pair, rules) for pair in pairs])
    return {
        "judged_pairs": len(pairs),
        "judged_per_second": round(len(pairs) / ready),
        "every_rule_per_second": round(len(pairs) / every),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", action="append", help="not needed: the rules are those of the library")
    parser.add_argument("--json", action="store_true", help="only the figures (always so)")
    parser.parse_args()
    print(json.dumps({"rules": measure()}, indent=2))
