"""How well names are told together and apart, across scripts, and how fast.

    python tests/benchmarks/names.py --data DIR [--data DIR ...] [--json]

Files are told apart by the keys of their rows: pairs of names that are the same or not, and names as
outlets printed them beside all names of their incident. Nothing here knows a threshold: what is scored is
the score and the verdict of the library's own ``match``. Beside it stands, where it is installed, what
rapidfuzz's ``token_sort_ratio`` over ``anyascii`` makes of the same pairs. Without ``--json`` the
calibration is printed as well: how often a score means the same name.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_sort_ratio

from reconcile.values import _names, _names_letters, _names_tokens

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
    found, rate = timed(_names.match, names)
    scores = [match.score for match in found]
    verdicts = [match.verdict for match in found]
    peer = token_sort(names, truth)
    return {
        "n": len(data),
        **ranking(truth, scores),
        **shipped(truth, verdicts, {"same"}, "same"),
        **shipped(truth, verdicts, {"same", "compatible"}, "same_or_compatible"),
        "unknown": round(verdicts.count("unknown") / len(verdicts), 4),
        "pairs_per_second": rate,
        **peer,
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


def timed(compare: Callable[[str, str], Any], names: Sequence[tuple[str, str]]) -> tuple[list[Any], int]:
    """The results, and pairs a CPU-second with nothing remembered from before."""
    for cached in (_names.match, _names_tokens.parse, _names_letters.likeness, _names_letters.spell):
        cached.cache_clear()
    compare("a b", "c d")
    begun = time.process_time()
    found = [compare(a, b) for a, b in names]
    return found, round(len(names) / max(time.process_time() - begun, 1e-9))


def token_sort(names: Sequence[tuple[str, str]], truth: Sequence[bool]) -> Measures:
    """The peer that needs nothing but a romaniser; left out where that is not installed."""
    if anyascii is None:
        return {}
    begun = time.process_time()
    scores = [token_sort_ratio(anyascii(a).lower(), anyascii(b).lower()) for a, b in names]
    rate = round(len(names) / max(time.process_time() - begun, 1e-9))
    measured = ranking(truth, scores)
    return {f"token_sort_{key}": value for key, value in {**measured, "pairs_per_second": rate}.items()}


# ---- names of one incident ----


def incident(data: Sequence[Row]) -> Measures:
    """Whether the right name of the incident comes first, and whether another one is taken for it."""
    first, wrong, fits = 0, 0, 0
    for row in data:
        known = [str(row["gold_name"]), *map(str, row["other_names_in_incident"])]
        found = [_names.match(str(row["surface"]), name) for name in known]
        first += max(range(len(known)), key=lambda place: (found[place].score, -place)) == 0
        fits += found[0].verdict in ("same", "compatible")
        wrong += any(match.verdict == "same" for match in found[1:])
    return {
        "n": len(data),
        "top1": round(first / len(data), 4),
        "same_or_compatible": round(fits / len(data), 4),
        "wrong_merges": wrong,
    }


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
