"""The calibration behind the bounds of names, printed: how often a likeness or a score means one name.

    python tests/benchmarks/calibrate_names.py --data DIR [--held-out]

For every bound of ``reconcile/values/_names.py`` the pairs of DIR are counted by what the bound looks at: the least
alike pair of words (``WORD_CONTRADICTS``, ``_DOUBTFUL``, ``WORD_FITS``) and the score of the whole (``SAME``). A bound
stands where the share of one name, smoothed over its neighbours, passes what its verdict promises.

With ``--held-out`` the letter costs are learnt anew on one half of the names and everything is measured on the other,
both ways round. Halves are drawn by a hash of the pair's name in Latin or else left letters.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import learn_letters
import names

from reconcile.values import _names, _names_faces, _names_letters

Row = dict[str, Any]
SETS = ("he_en", "ar_en", "ar_he", "ru_en")


def read(folder: Path) -> dict[str, list[Row]]:
    """The pairs of every set that is there."""
    return {name: list(map(dict, names.rows(folder / f"{name}.jsonl"))) for name in SETS}


def histogram(
    rows: Sequence[Row], measure: Callable[[_names.NameMatch], float | None], step: float
) -> Iterator[str]:
    """Bin by bin: how many pairs, how many of them are one name, and the share."""
    same, both = Counter[int](), Counter[int]()
    for row in rows:
        value = measure(_names.match(str(row["a"]), str(row["b"])))
        if value is not None:
            place = int(value // step)
            both[place] += 1
            same[place] += bool(row["same"])
    for place in range(min(both), max(both) + 1):
        share = same[place] / both[place] if both[place] else 0.0
        yield f"{place * step:6.2f} {both[place]:6d} {same[place]:6d} {share:6.3f} {'#' * round(40 * share)}"


def least(found: _names.NameMatch) -> float | None:
    """The least likeness of two words that face each other, of names of two words and more."""
    if found.face is None or len(found.face.pairs) < 2:
        return None
    return found.face.least.likeness


def whole(found: _names.NameMatch) -> float | None:
    """The score of names of two words and more."""
    return None if least(found) is None else found.score


def half(row: Row) -> int:
    """Which half a pair is in: pairs of one name on the left are never in two."""
    return zlib.crc32(f"fold {row['a']}".encode()) % 2


def scores(rows: Sequence[Row]) -> dict[str, float]:
    """Ranking and shipped verdicts of some pairs."""
    found = [_names.match(str(row["a"]), str(row["b"])) for row in rows]
    truth = [bool(row["same"]) for row in rows]
    told = names.shipped(truth, [one.verdict for one in found], {"same"}, "same")
    return {**names.ranking(truth, [one.score for one in found]), **told}


def held_out(data: dict[str, list[Row]]) -> dict[str, dict[str, float]]:
    """The mean of both halves, each measured with letter costs of the other one."""
    shipped = _names_letters._data()
    folds = []
    for fold in (0, 1):
        learnt = learn_letters.learn(row for rows in data.values() for row in rows if half(row) != fold)
        table = json.loads(json.dumps(shipped))
        learn_letters.fill(table, learnt)
        use(table)
        folds.append(
            {name: scores([row for row in rows if half(row) == fold]) for name, rows in data.items()}
        )
    use(shipped)
    return {
        name: {key: round((one[key] + other[key]) / 2, 4) for key in one}
        for name, one, other in ((name, folds[0][name], folds[1][name]) for name in data)
    }


def use(table: dict[str, Any]) -> None:
    """Measure with these letter costs from now on."""
    names.forget()
    for cached in (_names_letters._script, _names_letters._table, _names_faces._alike):
        cached.cache_clear()
    _names_letters._data = lambda: table  # type: ignore[assignment]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--held-out", action="store_true", help="letter costs of the other half")
    options = parser.parse_args()
    data = read(options.data)
    print(f"bounds: contradiction {_names.WORD_CONTRADICTS}, doubt {_names._DOUBTFUL}, "
          f"fit {_names_faces.WORD_FITS}, same {_names.SAME}")  # fmt: skip
    rows = [row for some in data.values() for row in some]
    for title, measure in (("least alike words", least), ("score", whole)):
        print(f"\n{title}: from, pairs, one name, share", *histogram(rows, measure, 0.05), sep="\n")
    if options.held_out:
        print("\nlearnt on the other half:", json.dumps(held_out(data), indent=1))


if __name__ == "__main__":
    main()
