"""The default extractor and the whole path, measured on the seed articles against the hand-built gold.

    python tests/benchmarks/extraction.py --data ../shared/gold --data ../shared/seeds --json

One count per (article, attribute, value). The articles go from files through ``read``, ``extract`` and
``place``; what is scored is the value that the stages give. Attribution and certainty are scored apart,
over the gold rows that were found.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from _gold import reconcile_gold, rows
from _keys import Who, claim_key, gold_keys

import reconcile as rc
from reconcile import extractors, readers, rules, stories
from reconcile.languages import fold
from reconcile.model import Article, Claim, PlacedClaim, Zone
from reconcile.values._gazetteer import lookup

FAMILIES = (
    "talks.date", "talks.duration", "talks.round", "talks.place", "talks.parties", "talks.mediator", "talks.sponsor",
    "talks.supporter", "mechanism.supervisor", "mechanism.sponsor", "pause.duration", "delegation.member",
    "delegation.head",
)  # fmt: skip

_Key = tuple[Any, ...]


@dataclass
class Tally:
    """What was found, what is there, and what of it is right."""

    found: set[_Key] = field(default_factory=set)
    gold: set[_Key] = field(default_factory=set)

    @property
    def measures(self) -> dict[str, float | int | None]:
        """Precision, recall, and the counts behind them."""
        right = len(self.found & self.gold)
        return {
            "precision": _ratio(right, len(self.found)),
            "recall": _ratio(right, len(self.gold)),
            "found": len(self.found), "gold": len(self.gold), "right": right,
        }  # fmt: skip


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


# --------------------------------------------------------------------------------------------------
# Extraction against gold
# --------------------------------------------------------------------------------------------------


def measure(gold: Path, paths: Sequence[Path], *, wrong: bool = False) -> dict[str, Any]:
    """Extract the articles and score them against the gold folder."""
    material = readers.read(list(paths))
    extraction = extractors.extract(material.articles)
    placed = stories.place(material.articles, extraction.claims, rules.load(()).schemas).claims
    told = [item for item in placed if item.claim.zone is not Zone.CAPTION]
    who = Who.read(gold)
    expected = _expected(gold, who)
    by_key = _by_key(told, who)
    tallies = _tallies(by_key, expected)
    if wrong:
        _print_wrong(tallies)
    total = Tally(
        {key for name in FAMILIES for key in tallies[name].found},
        {key for name in FAMILIES for key in tallies[name].gold},
    )
    scored = [one for one in expected if one.family in FAMILIES]
    return {
        "families": {name: tallies[name].measures for name in FAMILIES},
        **total.measures,
        "attribution_outermost": _share(_attributed(by_key, scored)),
        "certainty": _share(_certain(by_key, scored)),
        "noise_claims": _noise([item.claim for item in placed], gold, material.articles),
        "claims": len(extraction.claims),
        "rejected": len(extraction.rejected),
    }


def _by_key(placed: Iterable[PlacedClaim], who: Who) -> dict[_Key, list[Claim]]:
    """Claims of the articles' main events by article and key."""
    found: dict[_Key, list[Claim]] = defaultdict(list)
    for item in placed:
        if item.claim.event is None:
            found[(_seed(item.article.id), *claim_key(item.claim, item.value, who))].append(item.claim)
    return found


def _seed(article: str) -> str:
    return article[:3]


@dataclass(frozen=True)
class Expected:
    """A gold row and its keys."""

    row: Mapping[str, Any]
    keys: tuple[_Key, ...]

    @property
    def family(self) -> str:
        """The attribute that it is counted under."""
        return str(self.keys[0][1])


def _expected(gold: Path, who: Who) -> list[Expected]:
    listed = [row for row in rows(gold / "seed_claims.jsonl") if row["zone"] != "related_teaser"]
    return [
        Expected(row, tuple((_seed(row["article"]), *key) for key in gold_keys(row, who))) for row in listed
    ]


def _tallies(
    found: Mapping[_Key, Sequence[Claim]], expected: Iterable[Mapping[str, Any]]
) -> dict[str, Tally]:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for key in found:
        tallies[key[1]].found.add(key)
    for one in expected:
        for key in one.keys:
            tallies[key[1]].gold.add(key)
    return tallies


def _print_wrong(tallies: Mapping[str, Tally]) -> None:
    for name in FAMILIES:
        for key in sorted(tallies[name].found - tallies[name].gold, key=str):
            print("wrong ", *key, file=sys.stderr)
        for key in sorted(tallies[name].gold - tallies[name].found, key=str):
            print("missed", *key, file=sys.stderr)


# --------------------------------------------------------------------------------------------------
# Attribution, certainty, zones
# --------------------------------------------------------------------------------------------------


def _attributed(found: Mapping[_Key, Sequence[Claim]], expected: Iterable[Expected]) -> list[bool]:
    """For every gold row that was found: whether a claim of it has the outermost source of the row."""
    return [
        any(_same_source(one.row["attribution"], claim) for claim in found[key])
        for one in expected
        for key in one.keys
        if key in found
    ]


def _same_source(chain: Sequence[Mapping[str, Any]], claim: Claim) -> bool:
    """Whether both speak in the outlet's own voice, or through one outermost source.

    Gold names sources in English, claims as printed: they are one where their names are the same, or
    their type and (if both tell it) their side.
    """
    if not chain or not claim.attribution:
        return not chain and not claim.attribution
    ours = claim.attribution[0]
    if fold(ours.source) == fold(chain[0]["source"]):
        return True
    sides = {_country(side) for side in (ours.side, chain[0].get("side")) if side}
    return ours.type == chain[0]["type"] and len(sides) < 2 and ours.type not in ("outlet", "agency")


def _country(name: str) -> str:
    entry = lookup(name)
    return entry.country if entry else name


def _certain(found: Mapping[_Key, Sequence[Claim]], expected: Iterable[Expected]) -> list[bool]:
    return [
        any(claim.certainty == one.row["certainty"] for claim in found[key])
        for one in expected
        for key in one.keys
        if key in found
    ]


def _share(results: Sequence[bool]) -> float | None:
    return _ratio(sum(results), len(results))


def _noise(claims: Iterable[Claim], gold: Path, articles: Iterable[Article]) -> int:
    """Claims from lines that the gold marks as noise (captions that are marked as such apart)."""
    noisy = [row for row in rows(gold / "seed_zones.jsonl") if row["noise"]]
    spans = [
        (_seed(row["article"]), row["zone"], *_lines(str(article.text), row["first_line"], row["last_line"]))
        for row in noisy
        for article in articles
        if _seed(article.id) == _seed(row["article"])
    ]
    return sum(
        any(
            seed == _seed(claim.article.id) and start <= (claim.spans[0].start or 0) < end
            and not (zone == "caption" and claim.zone is Zone.CAPTION)
            for seed, zone, start, end in spans
        )
        for claim in claims
    )  # fmt: skip


def _lines(text: str, first: int, last: int) -> tuple[int, int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts[first - 1], starts[min(last, len(starts) - 1)]


# --------------------------------------------------------------------------------------------------
# Time
# --------------------------------------------------------------------------------------------------


def timed(paths: Sequence[Path]) -> dict[str, float]:
    """CPU seconds of the whole path on a warm cache, and of ``import reconcile`` in a new process."""
    names = [str(path) for path in paths]
    rc.reconcile(names)
    start = time.process_time()
    rc.reconcile(names)
    took = time.process_time() - start
    code = "import time; s = time.process_time(); import reconcile; print(time.process_time() - s)"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {"cpu_seconds": round(took, 3), "import_seconds": round(float(imported.stdout), 3)}


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, action="append", required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong and missed on stderr")
    args = parser.parse_args()
    gold = next(path for path in args.data if (path / "seed_claims.jsonl").is_file())
    paths = sorted(p for folder in args.data if folder != gold for p in folder.glob("*.txt"))
    result = {
        "extraction": {**measure(gold, paths, wrong=args.wrong), **timed(paths)},
        "relations": reconcile_gold(gold),
    }
    print(json.dumps(result, ensure_ascii=False, indent=None if args.json else 2))


if __name__ == "__main__":
    main()
