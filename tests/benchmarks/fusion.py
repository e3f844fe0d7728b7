"""How often fusion says what is so, how sure it is of that, how fast and in how much memory.

    python tests/benchmarks/fusion.py --data DIR [--data DIR ...] [--json] [--peers]

Sets are told apart by the attributes of their rows. A row says what its values are (a time, a list of names, a
place in a hierarchy); everything else is the library's: groups of copies by ``origins.copies``, verdicts by
``fusion.decide`` with what is shipped. ``origin_accu`` stands in front, ``origin_vote`` beside it, and with
``--peers`` the classics of ``peers/`` on the same rows. Every set runs in a process of its own, so that its
seconds and its peak memory are its own; both cover all that the library does from rows to verdicts.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib
import json
import multiprocessing
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile import fusion, origins

sys.path.insert(0, str(Path(__file__).parent))

Slot = tuple[str, str]
Row = tuple[str, str, str, Any]
#: What the values of an attribute are. Attributes that are not listed are plain text.
KINDS = {"authors": "set", "population": "quantity", "birthplace": "place", "heritage": "place"}
KINDS |= dict.fromkeys(("sched_dep", "act_dep", "sched_arr", "act_arr"), "time")
#: How far a time may be off and still be right: by the definition of the set.
MINUTES = 10
PEERS = ("vote", "truthfinder", "pooled_investment", "crh", "catd")


@dataclass
class Task:
    """A set of claims with its gold."""

    name: str
    rows: list[Row]
    gold: dict[Slot, Any]
    broader: dict[str, set[str]] = field(default_factory=dict)
    """Of a place: what holds it; of a name: its vaguer form."""


# ---- reading ----


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, packed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def tasks(folders: Sequence[Path]) -> Iterator[Task]:
    """Every set of the folders of which both claims and gold are there."""
    files = {path.name.split(".")[0]: path for folder in folders for path in sorted(folder.iterdir())}
    for name, path in sorted(files.items()):
        if f"{name}_gold" in files:
            hierarchy = files.get(f"{name}_hierarchy")
            yield task(name, table(path), table(files[f"{name}_gold"]), table(hierarchy) if hierarchy else [])


def task(name: str, claims: Sequence[Mapping[str, str]], gold: Any, hierarchy: Any) -> Task:
    """The rows of a set as the library takes them."""
    rows = [(r["object"], r["attribute"], r["source"], value(r["attribute"], r["value"])) for r in claims]
    right = {(r["object"], r["attribute"]): answer(r) for r in gold}
    return Task(name, rows, right, above(hierarchy) or shorter(rows))


def value(attribute: str, text: str) -> Any:
    """A printed value as what it is."""
    kind = KINDS.get(attribute, "text")
    if kind == "set":
        return tuple(text.split(";"))
    return float(text.replace(",", "")) if kind in ("time", "quantity") else text


def answer(row: Mapping[str, str]) -> Any:
    """The right value; of a place the path from it upwards."""
    return row["path"].split(",") if row.get("path") else value(row["attribute"], row["value"])


def above(hierarchy: Sequence[Mapping[str, str]]) -> dict[str, set[str]]:
    """The places that hold a place, by name."""
    name = {row["ID"]: row["name"] for row in hierarchy}
    parent = {row["ID"]: row["parentID"] for row in hierarchy}
    held: dict[str, set[str]] = defaultdict(set)
    for row in hierarchy:
        at = row["parentID"]
        while parent.get(at, "-1") != "-1":
            held[row["name"]].add(name[at])
            at = parent[at]
    return dict(held)


def shorter(rows: Sequence[Row]) -> dict[str, set[str]]:
    """The surname alone as the vaguer form of a name (``surname|initial``)."""
    names = {name for row in rows if isinstance(row[3], tuple) for name in row[3] if "|" in name}
    return {name: {name.split("|")[0] + "|"} for name in sorted(names) if not name.endswith("|")}


# ---- measuring ----


def near(slot: Slot, found: Any, right: Any) -> bool:
    """Whether a value of a flight is right."""
    if KINDS.get(slot[1]) == "time":
        return abs(float(found) - right) <= MINUTES
    return bool(found == right)


def flights(task: Task, found: Mapping[Slot, Any], sure: Mapping[Slot, float]) -> dict[str, float]:
    """Precision on all days and on the worst, and how far confidence is from it."""
    right = {slot: near(slot, found[slot], gold) for slot, gold in task.gold.items() if slot in found}
    days: dict[str, list[bool]] = defaultdict(list)
    for slot, is_right in right.items():
        days[slot[0].split(":")[0]].append(is_right)
    return {
        "precision": mean(list(right.values())),
        "worst_day": min(mean(day) for day in days.values()),
        "ece": ece([(sure[slot], is_right) for slot, is_right in right.items()]),
    }


def books(task: Task, found: Mapping[Slot, Any], sure: Mapping[Slot, float]) -> dict[str, float]:
    """Lists that are right as a whole, and F1 of the members."""
    pairs = {slot: (set(found[slot]), set(gold)) for slot, gold in task.gold.items() if slot in found}
    both = sum(len(told & gold) for told, gold in pairs.values())
    sizes = sum(len(told) + len(gold) for told, gold in pairs.values())
    exact = {slot: told == gold for slot, (told, gold) in pairs.items()}
    return {
        "exact": mean(list(exact.values())),
        "f1": 2 * both / sizes,
        "ece": ece([(sure[slot], exact[slot]) for slot in pairs]),
    }


def populations(task: Task, found: Mapping[Slot, Any], sure: Mapping[Slot, float]) -> dict[str, float]:
    """Mean absolute error, and how many are off by more than one percent."""
    off = [(abs(found[slot] - gold), gold) for slot, gold in task.gold.items() if slot in found]
    return {
        "mae": sum(error for error, _ in off) / len(off),
        "error_over_1pct": mean([error > 0.01 * abs(gold) for error, gold in off]),
    }


def places(task: Task, found: Mapping[Slot, Any], sure: Mapping[Slot, float]) -> dict[str, float]:
    """The most specific right place that was told; that or one that holds it."""
    told: dict[Slot, set[str]] = defaultdict(set)
    for thing, attribute, _, place in task.rows:
        told[thing, attribute].add(place)
    exact, general = {}, {}
    for slot, path in task.gold.items():
        first = next((at for at, place in enumerate(path) if place in told[slot]), 0)
        exact[slot] = found.get(slot) == path[first]
        general[slot] = found.get(slot) in path[first:]
    return {
        "accuracy": mean(list(exact.values())),
        "correct_or_more_general": mean(list(general.values())),
        "ece": ece([(sure[slot], exact[slot]) for slot in exact if slot in sure]),
    }


MEASURES: dict[str, Callable[..., dict[str, float]]] = {"authors": books, "population": populations}
MEASURES |= {"birthplace": places, "heritage": places}


def measures(task: Task, found: Mapping[Slot, Any], sure: Mapping[Slot, float]) -> dict[str, float]:
    """The measures of a set, by what its rows are about."""
    return MEASURES.get(task.rows[0][1], flights)(task, found, sure)


def mean(truths: Sequence[bool]) -> float:
    """The share that is true."""
    return sum(truths) / max(len(truths), 1)


def ece(pairs: Sequence[tuple[float, bool]]) -> float:
    """The expected calibration error in ten bins."""
    return fusion.reliability(pairs).error


# ---- running ----


def fused(task: Task, method: str) -> tuple[dict[Slot, Any], dict[Slot, float]]:
    """What the library says, and how sure it is, of every slot that has gold."""
    decision = fusion.decide(
        task.rows, kinds=KINDS, broader=task.broader, origins=origins.copies(task.rows), method=method
    )
    verdicts = {slot: decision[slot] for slot in task.gold if slot in decision}
    return {slot: v.value for slot, v in verdicts.items()}, {
        slot: v.confidence for slot, v in verdicts.items()
    }


def classic(task: Task, method: str) -> tuple[dict[Slot, Any], dict[Slot, float]]:
    """What a classic method of ``peers/`` says of whole values."""
    solve = getattr(importlib.import_module(f"peers.{method}"), method)
    found = solve([(thing, attribute, source, _whole(v)) for thing, attribute, source, v in task.rows])
    return {s: v for s, (v, _) in found.items()}, {s: c for s, (_, c) in found.items()}


def _whole(told: Any) -> Any:
    return tuple(sorted(set(told))) if isinstance(told, tuple) else told


Solver = Callable[[Task, str], tuple[dict[Slot, Any], dict[Slot, float]]]


def timed(task: Task, solve: Solver, method: str) -> dict[str, float]:
    """The measures of one method on one set, with the seconds from rows to verdicts."""
    start = time.process_time()
    found, sure = solve(task, method)
    seconds = time.process_time() - start
    return {**measures(task, found, sure), "seconds": seconds}


def run(folders: Sequence[Path], name: str, peers: bool, send: Any) -> None:
    """One set in this process."""
    (one,) = [task for task in tasks(folders) if task.name == name]
    fusion.decide([], method="origin_accu"), origins.copies([])  # what is imported once is not timed
    base = peak()
    report: dict[str, Any] = timed(one, fused, "origin_accu")
    report |= {"claims": len(one.rows), "gold": len(one.gold), "peak_mb": peak(), "peak_mb_before": base}
    report["origin_vote"] = timed(one, fused, "origin_vote")
    if peers:
        report["peers"] = {method: timed(one, classic, method) for method in PEERS}
    send.send(report)


def peak() -> float:
    """The most memory that this process has used, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def apart(folders: Sequence[Path], name: str, peers: bool) -> dict[str, Any]:
    """One set in a process of its own."""
    spawn = multiprocessing.get_context("spawn")
    receive, send = spawn.Pipe(duplex=False)
    process = spawn.Process(target=run, args=(folders, name, peers, send))
    process.start()
    send.close()
    try:
        report: dict[str, Any] = receive.recv()
    except EOFError:
        report = {"failed": True}
    process.join()
    return report


def rounded(report: Any) -> Any:
    """A report with four digits behind the point."""
    if isinstance(report, dict):
        return {name: rounded(item) for name, item in report.items()}
    return round(report, 4) if isinstance(report, float) else report


def names(folders: Collection[Path]) -> list[str]:
    """The sets that claims and gold are there for."""
    stems = {path.name.split(".")[0] for folder in folders for path in folder.iterdir()}
    return sorted(name for name in stems if f"{name}_gold" in stems)


def main() -> None:
    """Run every set that the folders hold and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", action="append", required=True, type=Path)
    parser.add_argument("--json", action="store_true", help="one line")
    parser.add_argument("--peers", action="store_true", help="run the classic methods as well")
    options = parser.parse_args()
    report = {name: rounded(apart(options.data, name, options.peers)) for name in names(options.data)}
    print(json.dumps(report, indent=None if options.json else 2))


if __name__ == "__main__":
    main()
