"""Why two values differ: how often a difference is called a contradiction, and whether its cause is right.

    python tests/benchmarks/mismatch.py --data DIR [--data DIR ...] [--json]

Files are told apart by the keys of their rows. Every row is converted to claims of the contract (or to texts)
and goes through the library with the shipped rule set; nothing here knows a cue, a threshold or a rule. Beside
each measure stands the number of rows it was taken over (``n``); rows whose values an extractor had got wrong
(EXTRACT) are left out of all of them and counted apart.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import _mismatch_ablations
import _mismatch_dates
import _mismatch_mentions
import _mismatch_numbers
import _mismatch_pairs
import _mismatch_tolls
import names

Row = Mapping[str, Any]
Measures = dict[str, Any]

#: Keys that tell a file by its rows -> where its measures stand, and what measures them.
_FORMATS: tuple[tuple[frozenset[str], str, Callable[[Sequence[Row]], Any]], ...] = (
    (frozenset({"a", "b", "label", "subject", "rule_baseline"}), "en", _mismatch_pairs.causes),
    (frozenset({"a", "b", "label", "lang", "score"}), "ar", _mismatch_pairs.causes),
    (frozenset({"a", "b", "label", "same_as_registry"}), "agreeing", _mismatch_pairs.agreeing),
    (frozenset({"phrase", "published", "gold_date"}), "event_dates", _mismatch_dates.event_dates),
    (frozenset({"gold_name", "surface", "other_names_in_incident"}), "names", names.incident),
    (frozenset({"mention_id", "doc_id", "chain"}), "ecb", _mismatch_mentions.coreference),
    (frozenset({"premise", "hypothesis", "relation"}), "numeric", _mismatch_numbers.numeric),
)


def rows(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def measure(folders: Iterable[Path]) -> Measures:
    """The measures of every file that is known by the keys of its rows."""
    scores: Measures = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.jsonl"))):
        data = rows(path)
        for keys, name, score in _FORMATS:
            if data and keys <= data[0].keys():
                scores[name] = score(data)
                if score is _mismatch_pairs.causes:
                    scores.setdefault("ablations", {})[name] = _mismatch_ablations.ablations(data)
    if "agreeing" in scores:
        scores["agreeing_false_contradictions"] = scores["agreeing"]["false_contradictions"]
    if "en" in scores:
        scores["tolls"] = _mismatch_tolls.tolls()
    return scores


def main() -> None:
    """Print the measures as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", action="append", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="on one line")
    options = parser.parse_args()
    print(json.dumps(measure(options.data), indent=None if options.json else 1, ensure_ascii=False))


if __name__ == "__main__":
    main()
