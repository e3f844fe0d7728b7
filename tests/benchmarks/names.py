"""How well names are told together and apart, across scripts, and how fast.

    python tests/benchmarks/names.py --data DIR [--data DIR ...] [--json]

Files are told apart by the keys of their rows: pairs of names that are the same or not, and names as
outlets printed them beside all names of their incident. Nothing here knows a threshold: what is scored is
the score and the verdict of the library's own ``match``. Beside it stands, where they are installed, what
rapidfuzz's ``token_sort_ratio`` over ``anyascii`` and nomenklatura's ``logic-v2`` make of the same pairs.
Without ``--json`` the calibration is printed as well: how often a score means the same name.

Rates are pairs a CPU-second, with the collector of cyclic garbage off as in ``timeit``, for the library and its
peers alike: ``pairs_per_second`` with nothing remembered, ``pairs_per_second_known_words`` when the words (not
the pairs) were met before, ``block_pairs_per_second`` over all pairs of two thousand names at once.
"""

from __future__ import annotations

import argparse
import gc
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_sort_ratio

from reconcile.values import _names, _names_faces, _names_keys, _names_tokens

try:
    from anyascii import anyascii
except ImportError:
    anyascii = None

Row = Mapping[str, Any]
Measures = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


# ---- measures of a ranking ----


def auc(truth: Sequence[bool], scores: Sequence[float]) -> float:
    """How often a pair of one name scores above a pair of two (ties count half)."""
    order = sorted(zip(scores, truth, strict=True))
    wins, below, at = 0.0, 0, 0
    while at < len(order):
        tied = (
            [same for score, same in order[at:] if score == order[at][0]]
            if _tied(order, at)
            else [order[at][1]]
        )
        negatives = len(tied) - sum(tied)
        wins += sum(tied) * (below + negatives / 2)
        below += negatives
        at += len(tied)
    return wins / max(sum(truth) * (len(truth) - sum(truth)), 1)


def _tied(order: Sequence[tuple[float, bool]], at: int) -> bool:
    return at + 1 < len(order) and order[at + 1][0] == order[at][0]


def curve(truth: Sequence[bool], scores: Sequence[float]) -> Iterator[tuple[float, float, float]]:
    """Threshold, precision and recall, from the highest score down."""
    order = sorted(zip(scores, truth, strict=True), reverse=True)
    hits, wanted = 0, max(sum(truth), 1)
    for place, (score, same) in enumerate(order, 1):
        hits += same
        if place == len(order) or order[place][0] != score:
            yield score, hits / place, hits / wanted


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def ranking(truth: Sequence[bool], scores: Sequence[float]) -> Measures:
    points = list(curve(truth, scores))
    return {
        "auc": round(auc(truth, scores), 4),
        "best_f1": round(max(f1(p, r) for _, p, r in points), 4),
        "recall_at_p99": round(max((r for _, p, r in points if p >= 0.99), default=0.0), 4),
    }


# ---- pairs of names ----


def pairs(data: Sequence[Row]) -> Measures:
    """Ranking, verdicts at the shipped bounds, and speed."""
    names = [(str(row["a"]), str(row["b"])) for row in data]
    truth = [bool(row["same"]) for row in data]
    found, rates = speed(names)
    scores = [match.score for match in found]
    verdicts = [match.verdict for match in found]
    return {
        "n": len(data),
        **ranking(truth, scores),
        **shipped(truth, verdicts, {"same"}, "same"),
        **shipped(truth, verdicts, {"same", "compatible"}, "same_or_compatible"),
        "unknown": round(verdicts.count("unknown") / len(verdicts), 4),
        **rates,
        **token_sort(names, truth),
        **logic_v2(names, truth),
    }


def shipped(truth: Sequence[bool], verdicts: Sequence[str], said: set[str], name: str) -> Measures:
    hits = sum(same for same, verdict in zip(truth, verdicts, strict=True) if verdict in said)
    precision = hits / max(sum(verdict in said for verdict in verdicts), 1)
    recall = hits / max(sum(truth), 1)
    return {
        f"{name}_precision": round(precision, 4),
        f"{name}_recall": round(recall, 4),
        f"{name}_f1": round(f1(precision, recall), 4),
    }


def forget() -> None:
    """Nothing is remembered of earlier names."""
    for module in (_names, _names_faces, _names_keys, _names_tokens):
        for thing in vars(module).values():
            if hasattr(thing, "cache_clear") and thing.cache_info().maxsize is not None:
                thing.cache_clear()


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What some work gives, and its CPU-seconds, with the collector off as in ``timeit``."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    try:
        found = work()
        return found, max(time.process_time() - begun, 1e-9)
    finally:
        gc.enable()


def speed(names: Sequence[tuple[str, str]]) -> tuple[list[_names.NameMatch], Measures]:
    """The matches of all pairs, and the rates: cold, with known words, and of a block."""
    _names.match("a b", "c d"), _names.match(*names[0])
    forget()
    found, cold = timed(lambda: [_names.match(a, b) for a, b in names])
    forget()
    for name in {name for pair in names for name in pair}:
        _names_tokens.parse(name)
    _, warm = timed(lambda: [_names.match(a, b) for a, b in names])
    block = list(dict.fromkeys(name for pair in names[:_BLOCK] for name in pair))
    forget()
    _, whole = timed(lambda: sum(1 for _ in _names.match_many(block)))
    return found, {
        "pairs_per_second": round(len(names) / cold),
        "pairs_per_second_known_words": round(len(names) / warm),
        "block_pairs_per_second": round(len(block) * (len(block) - 1) / 2 / whole),
    }


_BLOCK = 1000


def token_sort(names: Sequence[tuple[str, str]], truth: Sequence[bool]) -> Measures:
    """The peer that needs nothing but a romaniser; left out where that is not installed."""
    if anyascii is None:
        return {}
    scores, seconds = timed(
        lambda: [token_sort_ratio(anyascii(a).lower(), anyascii(b).lower()) for a, b in names]
    )
    measured = {**ranking(truth, scores), "pairs_per_second": round(len(names) / seconds)}
    return {f"token_sort_{key}": value for key, value in measured.items()}


def logic_v2(names: Sequence[tuple[str, str]], truth: Sequence[bool]) -> Measures:
    """The field's reference, one name a side; left out where it is not installed."""
    try:
        from followthemoney import model  # noqa: PLC0415
        from nomenklatura.matching import LogicV2  # noqa: PLC0415 - a peer that is seldom installed
    except ImportError:
        return {}
    config = LogicV2.default_config()

    def person(name: str) -> Any:
        return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})

    LogicV2.compare(
        person(names[0][0]), person(names[0][1]), config
    )  # what it reads once is not counted, as of ours
    scores, seconds = timed(lambda: [LogicV2.compare(person(a), person(b), config).score for a, b in names])
    measured = {**ranking(truth, scores), "pairs_per_second": round(len(names) / seconds)}
    return {f"logic_v2_{key}": value for key, value in measured.items()}


# ---- names of one incident ----


def incident(data: Sequence[Row]) -> Measures:
    """Whether the right name of the incident comes first, and whether another one is taken for it.

    Where a surface is letter for letter another name of its incident, the row asks to take a name for another
    one: such rows are counted, and ``_else`` says what is measured without them.
    """
    judged = [_judged(row) for row in data]
    rest = [one for one in judged if not one["is_another"]]
    return {
        "n": len(data),
        "top1": share(judged, "first"),
        "same_or_compatible": share(judged, "fits"),
        "wrong_merges": sum(one["wrong"] for one in judged),
        "is_another": len(judged) - len(rest),
        "top1_else": share(rest, "first"),
        "wrong_merges_else": sum(one["wrong"] for one in rest),
    }


def share(judged: Sequence[Mapping[str, bool]], key: str) -> float:
    return round(sum(one[key] for one in judged) / max(len(judged), 1), 4)


def _judged(row: Row) -> dict[str, bool]:
    surface, others = str(row["surface"]), [str(name) for name in row["other_names_in_incident"]]
    known = [str(row["gold_name"]), *others]
    found = [_names.match(surface, name) for name in known]
    return {
        "first": max(range(len(known)), key=lambda place: (found[place].score, -place)) == 0,
        "fits": found[0].verdict in ("same", "compatible"),
        "wrong": any(match.verdict == "same" for match in found[1:]),
        "is_another": _bare(surface) in {_bare(name) for name in others},
    }


def _bare(name: str) -> str:
    return name.casefold().strip(" .")


# ---- the program ----


_FORMATS: tuple[tuple[frozenset[str], Callable[[Sequence[Row]], Measures]], ...] = (
    (frozenset({"a", "b", "same", "kind"}), pairs),
    (frozenset({"gold_name", "surface", "other_names_in_incident"}), incident),
)


def measure(folders: Iterable[Path]) -> Measures:
    """The measures of every file that is known by the keys of its rows."""
    scores: Measures = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.jsonl"))):
        data = rows(path)
        for keys, score in _FORMATS:
            if data and keys <= data[0].keys():
                scores[path.stem] = score(data)
    return scores


def calibration(folders: Iterable[Path]) -> Iterator[str]:
    """Score by score, how many pairs there are and how many of them are one name."""
    counts: Counter[tuple[int, bool]] = Counter()
    for path in (path for folder in folders for path in sorted(folder.glob("*.jsonl"))):
        data = rows(path)
        if data and _FORMATS[0][0] <= data[0].keys():
            counts.update((round(10 * _names.match(r["a"], r["b"]).score), bool(r["same"])) for r in data)
    for tenth in range(-5, 11):
        same, other = counts[tenth, True], counts[tenth, False]
        share = same / (same + other) if same + other else 0.0
        yield f"{tenth / 10:5.1f} {same + other:6d} {share:6.3f} {'#' * round(40 * share)}"


def main() -> None:
    """Print the measures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", action="append", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="one line, no calibration")
    options = parser.parse_args()
    print(json.dumps(measure(options.data), indent=None if options.json else 1))
    if not options.json:
        print("score  pairs  one name", *calibration(options.data), sep="\n")


if __name__ == "__main__":
    main()
