"""What the ten-thousandth article costs: CPU seconds a stage and peak memory as a story grows, beside peers.

    python tests/benchmarks/scale.py
    python tests/benchmarks/scale.py --claims 10 100 --articles 50 --rivals

Stories are made up: several events, tolls that grow, days, delegations in three scripts, exact copies. They are
read as claims from a file, and as short articles through the extractor; ``rivals`` is one slot with a different count
in every article. Every size runs in a process of its own,
so that its peak memory is its own. ``growth`` is the exponent between two sizes: 1 is linear, 2 is every pair.
The peers do less: pandas joins the claims with themselves on event and attribute, rapidfuzz compares all names.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import wraps
from math import log
from pathlib import Path
from random import Random
from time import process_time
from typing import Any
from unittest.mock import patch

import pandas as pd
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

import reconcile as rc
from reconcile import pipeline

SIZES = {"claims": (10, 100, 1000, 5000), "articles": (50, 500), "rivals": (50, 300)}
_A_CLAIM, _AN_EVENT, _COPIED = 8, 120, 0.25
_STAGES = (
    ("read", "readers", "read"), ("extract", "extractors", "extract"), ("place", "stories", "place"),
    ("resolve", "entities", "resolve"), ("trace", "witnesses", "trace"), ("block", "blocking", "block"),
    ("compare", "comparison", "compare"), ("judge", "judging", "judge"), ("cluster", "clustering", "cluster"),
    ("fuse", "fusion", "fuse"), ("story pass", "fusion", "story_pass"), ("find", "findings", "find"),
)  # fmt: skip
_SIDES = ("Norway", "Chile", "Ghana", "Nepal", "Cuba", "Kenya", "Peru", "Laos")
_CITIES = ("Oslo", "Lima", "Accra", "Nairobi", "Havana", "Vientiane", "Santiago", "Kathmandu")
_GIVEN = {"en": ("Dana", "Ivar", "Mona", "Otto"), "he": ("דנה", "איבר", "מונה", "אוטו"),
          "ar": ("دانا", "إيفار", "منى", "أوتو")}  # fmt: skip
_FAMILY = {"en": ("Levin", "Holm", "Sarko", "Brand", "Tamsen"), "he": ("לוין", "הולם", "סרקו", "ברנד", "תמסן"),
           "ar": ("ليفين", "هولم", "ساركو", "براند", "تامسن")}  # fmt: skip
_TEXTS = {
    "en": "Talks between {side} and {other} were held in {city} on {day} January 2026. {name}, the foreign minister "
          "of {side}, took part.\n\nAt least {toll} people were killed and {hurt} were injured, officials said.",
    "he": "השיחות התקיימו ב-{day} בינואר 2026. {name} השתתפה בשיחות.\n\n{toll} בני אדם נהרגו ו-{hurt} נפצעו.",
    "ar": "عقدت المحادثات في {day} يناير 2026. وشارك {name} في المحادثات.\n\nقتل {toll} شخصا وأصيب {hurt} آخرون.",
}  # fmt: skip


def articles(count: int) -> Iterator[dict[str, Any]]:
    """Articles without a text: who wrote when, in which language, of which event."""
    random = Random(count)
    for number in range(count):
        event = random.randrange(1 + count * _A_CLAIM // _AN_EVENT)
        yield {"event": event, "language": random.choice(tuple(_TEXTS)), "id": f"a{number}",
               "outlet": f"Outlet {random.randrange(5 + count // 4)}",
               "published": f"2026-01-{6 + random.randrange(9):02d}T{random.randrange(24):02d}:00:00Z"}  # fmt: skip


def _told(page: dict[str, Any], random: Random) -> dict[str, Any]:
    """What one article tells: mostly what the others of its event tell, and a toll that grew until then."""
    event, language, day = page["event"], page["language"], int(page["published"][8:10])
    toll = 20 + event + (day - 6) * 3 + random.choice((0, 0, 0, 1))
    name = f"{random.choice(_GIVEN[language])} {random.choice(_FAMILY[language])}"
    return {"side": _SIDES[event % 8], "other": _SIDES[(event + 1) % 8], "city": _CITIES[event % 8],
            "day": 2 + event % 3 + random.choice((0, 0, 0, 1)), "name": name, "toll": toll, "hurt": toll * 3}  # fmt: skip


def claims(count: int) -> list[dict[str, Any]]:
    """About eight claims an article; every second article says of which event it is."""
    random = Random(count)
    made: list[dict[str, Any]] = []
    pages = list(articles(max(2, count // _A_CLAIM)))
    for page in pages:
        told = _told(page, random)
        shared: dict[str, Any] = {
            "article": {key: page[key] for key in ("id", "outlet", "published", "language")}
        }
        if page["event"] % 2:
            shared["event"] = f"event {page['event']}"
        people = [{"kind": "person", "name": told["name"], "roles": ["foreign minister"]} for told in
                  (told, _told(page, random), _told(page, random))]  # fmt: skip
        values: list[tuple[str, Any, dict[str, str]]] = [
            ("casualties.killed", told["toll"], {}), ("casualties.injured", told["hurt"], {}),
            ("talks.date", {"kind": "date", "value": f"2026-01-{told['day']:02d}"}, {}),
            ("talks.place", {"kind": "place", "name": told["city"]}, {}),
            ("talks.round", {"kind": "quantity", "value": 1 + page["event"] % 4}, {}),
            *(("delegation.member", person, {"side": told["side"]}) for person in people),
        ]  # fmt: skip
        copied = random.random() < _COPIED and bool(made)
        said = [{**shared, "attribute": attribute, "value": value, "qualifiers": keys, "quote": f"{value} {random.random()}"}
                for attribute, value, keys in values]  # fmt: skip
        if copied:
            kept = random.choice(pages[: len(made) // _A_CLAIM])["id"]
            again = [one for one in made if one["article"]["id"] == kept]
            said = [{**one, "article": shared["article"]} for one in again] or said
        made += said
    return made[:count]


def rivals(count: int) -> list[dict[str, Any]]:
    """One slot with as many rival counts as there are claims: the worst block."""
    return [{"article": {"id": f"r{number}", "outlet": f"Outlet {number}", "language": "en",
                         "published": f"2026-01-{6 + number % 9:02d}"},
             "event": "flood", "attribute": "casualties.killed", "value": 40 + number * 7,
             "quote": f"{40 + number * 7} people were killed"} for number in range(count)]  # fmt: skip


def texts(count: int) -> list[dict[str, Any]]:
    """Short articles in three languages, some of them word for word the article before."""
    random = Random(count)
    made: list[dict[str, Any]] = []
    for page in articles(count):
        text = _TEXTS[page["language"]].format(**_told(page, random))
        if made and random.random() < _COPIED:
            text, page["language"] = made[-1]["text"], made[-1]["language"]
        made.append({key: value for key, value in page.items() if key != "event"} | {"text": text})
    return made


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Every stage of the pipeline adds its CPU seconds to what was spent."""
    with ExitStack() as stack:
        for stage, module, name in _STAGES:
            owner = getattr(pipeline, module)
            stack.enter_context(patch.object(owner, name, _counted(getattr(owner, name), stage, spent)))
        yield


def _counted(work: Callable[..., Any], stage: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(work)
    def run(*args: Any, **keys: Any) -> Any:
        start = process_time()
        try:
            return work(*args, **keys)
        finally:
            spent[stage] += process_time() - start

    return run


def one(kind: str, count: int) -> dict[str, Any]:
    """One size in this process: seconds a stage, of the peers, and the peak memory."""
    make = {"claims": claims, "articles": texts, "rivals": rivals}[kind]
    things = make(count)
    rc.reconcile(make(5)).to_html()  # tables are read once
    spent: dict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "things.jsonl"
        lines = [json.dumps(thing, ensure_ascii=False) for thing in things]
        path.write_text("\n".join(lines), encoding="utf-8")
        start = process_time()
        with timed(spent):
            result = rc.reconcile(path)
        spent["all stages"] = process_time() - start
    _counted(result.to_json, "report json", spent)()
    _counted(result.to_html, "html", spent)()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if kind != "articles":
        peers(things, spent)
    return {"kind": kind, "size": count, "claims": len(result.claims), "findings": len(result.findings),
            "peak_mb": round(peak), "cpu_seconds": {k: round(v, 4) for k, v in spent.items()}}  # fmt: skip


def peers(things: Sequence[dict[str, Any]], spent: dict[str, float]) -> None:
    """The same keys joined by pandas, the same names compared by rapidfuzz."""
    frame = pd.DataFrame({"event": [thing.get("event", "") for thing in things],
                          "attribute": [thing["attribute"] for thing in things],
                          "value": [json.dumps(thing["value"], sort_keys=True) for thing in things]})  # fmt: skip
    names = [str(thing["value"].get("name", "")) if isinstance(thing["value"], dict) else str(thing["value"])
             for thing in things]  # fmt: skip
    _counted(lambda: frame.merge(frame, on=["event", "attribute"]), "peer: pandas self-join", spent)()
    _counted(lambda: cdist(names, names, scorer=fuzz.ratio), "peer: rapidfuzz cdist", spent)()


def growth(small: dict[str, Any], large: dict[str, Any]) -> dict[str, float]:
    """The exponent of each stage between two sizes; what takes less than a hundredth of a second is noise."""
    ratio = log(large["size"] / small["size"])
    before, after = small["cpu_seconds"], large["cpu_seconds"]
    return {stage: round(log(after[stage] / before[stage]) / ratio, 2) for stage in after
            if after[stage] > 0.01 and before.get(stage, 0) > 0.001}  # fmt: skip


def measure(kind: str, sizes: Sequence[int]) -> list[dict[str, Any]]:
    """All sizes of one kind, each in a process of its own."""
    runs: list[dict[str, Any]] = []
    for size in sizes:
        command = [sys.executable, __file__, "--one", kind, str(size)]
        run = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        runs.append(run | ({"growth": growth(runs[-1], run)} if runs else {}))
    return runs


def main() -> None:
    """Print everything as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    for kind, sizes in SIZES.items():
        parser.add_argument(f"--{kind}", type=int, nargs="*", default=sizes)
    parser.add_argument("--one", nargs=2, metavar=("KIND", "SIZE"), help="one size, in this process")
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(one(asked.one[0], int(asked.one[1]))))
        return
    print(json.dumps([run for kind in SIZES for run in measure(kind, getattr(asked, kind))], indent=2))


if __name__ == "__main__":
    main()
