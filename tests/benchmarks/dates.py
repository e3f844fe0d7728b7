"""How well dates are read, alone and in running text, and how fast.

    python tests/benchmarks/dates.py --data DIR [--data DIR ...] [--json]

Files are told apart by the keys of their rows: whole expressions, sentences with spans, the dates of the
gold articles (their texts in another ``--data`` folder), and the dates of events. Nothing here knows a
word of any language: rows become strings, and the library's own functions read them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from _mismatch_dates import event_dates as event_scores

from reconcile import languages
from reconcile.model import Anchor, DateValue, Schema
from reconcile.values import Context, Found
from reconcile.values.date import date

Row = Mapping[str, Any]
Scores = dict[str, Any]

#: How the authors of a set mean a date without a year, and a weekday.
_PREFERS = {"future": "future", "alternatives": "past"}
_UNSCORED = frozenset({"duration", "set", "timezone", ""})
_PEER_SAMPLE = 150


def rows(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def moment(text: str | None) -> datetime | None:
    """A time stamp, or none."""
    return datetime.fromisoformat(text) if text else None


def context(row: Row) -> Context:
    """The language, the anchor and the preference of a row."""
    code = row["lang"] + (f"-{row['region']}" if row.get("region") else "")
    day = moment(row.get("reference"))
    anchor = None if day is None else Anchor(day=day)
    return Context(code, anchor, _PREFERS.get(row.get("convention", ""), "news"))


_SIZES = {"second": 19, "minute": 16, "hour": 13, "day": 10, "week": 10, "month": 7, "year": 4}
_FINER = {"decade": "year", "century": "year", "quarter": "month", "half": "month", "weekend": "day",
          "season": "month", "daypart": "hour", "range": "minute"}  # fmt: skip


def starts_right(value: DateValue, gold: Row) -> bool:
    """Whether the beginning is the one that was wanted, at the grain that was wanted."""
    if value.start is None or gold["start"] is None:
        return False
    size = _SIZES[_FINER.get(gold["grain"], gold["grain"])]
    return value.start.isoformat()[:size] == gold["start"][:size]


def ends_right(value: DateValue, gold: Row) -> bool:
    """Whether the end is right; some sets name the last day itself, not the moment after it."""
    wanted = moment(gold["end"])
    if value.end is None or wanted is None:
        return value.end is wanted
    last = value.end - timedelta(microseconds=1)
    return value.end == wanted or (
        gold["grain"] == "range" and wanted <= last and last - wanted < _unit(value)
    )


def _unit(value: DateValue) -> timedelta:
    days = {"month": 31, "year": 366, "week": 7, "quarter": 92, "decade": 3660}.get(value.grain, 1)
    return timedelta(days=days) if value.grain not in ("hour", "minute", "second") else timedelta(hours=1)


def grain_right(value: DateValue, gold: Row) -> bool:
    """Whether the grain is right; a part of a day is written as hours by some."""
    same = {value.grain, gold["grain"]} <= {"hour", "daypart"} or {value.grain, gold["grain"]} <= {
        "week",
        "weekend",
    }
    return same or value.grain == gold["grain"] or gold["grain"] == "range"


def value_right(value: DateValue, gold: Row, kind: str) -> bool:
    """The beginning, and for ranges the end too."""
    return starts_right(value, gold) and (kind != "range" or ends_right(value, gold))


@dataclass(frozen=True)
class Answer:
    """A row with what was read of it, the first time that it was asked, and how long that took."""

    row: Row
    value: DateValue | None
    seconds: float

    @property
    def found(self) -> bool:
        """Whether a day was read."""
        return self.value is not None and self.value.resolved

    @property
    def right(self) -> bool:
        """Whether it is the wanted one."""
        found = self.value if self.found else None
        return found is not None and value_right(found, self.row["expected"], self.row["kind"])

    @property
    def exact(self) -> bool:
        """Whether the grain is the wanted one, too."""
        return self.right and self.value is not None and grain_right(self.value, self.row["expected"])


def _asked(row: Row) -> Answer:
    text, where = row["text"], context(row)
    begun = time.process_time()
    value = date.parse(text, where)
    return Answer(row, value, time.process_time() - begun)


def _warm(data: Sequence[Row]) -> None:
    """The words of a language are compiled when they are first asked for."""
    for code in {row["lang"] for row in data}:
        date.parse("1", Context(code))


def expressions(data: Sequence[Row]) -> Scores:
    """Whole strings: found, value right, value and grain right, per language and kind."""
    scored = [row for row in data if row["lang"] in languages.known("time") and row["kind"] != "duration"]
    _warm(scored)
    answers = [_asked(row) for row in scored]
    grouped: dict[str, dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for answer in answers:
        row = answer.row
        grouped[row["lang"]][row["kind"]].append(answer)
        if row.get("explicit_year") and row["kind"] == "date":
            grouped[row["lang"]]["explicit_year"].append(answer)
    scores: Scores = {
        code: {kind: _expression_scores(part) for kind, part in sorted(kinds.items())}
        for code, kinds in sorted(grouped.items())
    }
    return {**scores, "all": _expression_scores(answers)}


def _expression_scores(part: Sequence[Answer]) -> Scores:
    spent = sum(answer.seconds for answer in part)
    peer = _peer_rate([answer.row for answer in part])
    return {
        "n": len(part),
        "found": _share([answer for answer in part if answer.found], part),
        "value_right": _share([answer for answer in part if answer.right], part),
        "value_and_grain_right": _share([answer for answer in part if answer.exact], part),
        "strings_per_second": round(len(part) / max(spent, 1e-9)),
        **({"peer_strings_per_second": peer} if peer else {}),
    }


def _share(some: Sequence[Any], of: Sequence[Any]) -> float:
    return round(len(some) / len(of), 4) if of else 0.0


def _peer_rate(part: Sequence[Row]) -> int | None:
    """Strings a second of dateparser on the same rows, where it is installed."""
    try:
        import dateparser  # noqa: PLC0415
    except ImportError:
        return None
    sample = part[:: max(1, len(part) // _PEER_SAMPLE)][:_PEER_SAMPLE]
    dateparser.parse("1 January 2026", languages=[sample[0]["lang"]])
    begun = time.process_time()
    for row in sample:
        settings = {"RELATIVE_BASE": moment(row["reference"]), "PREFER_DATES_FROM": "future"}
        dateparser.parse(row["text"], languages=[row["lang"]], settings=settings)
    return round(len(sample) / max(time.process_time() - begun, 1e-9))


def sentences(data: Sequence[Row]) -> Scores:
    """Running text: precision, recall, resolved right and speed, per language."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in data:
        placed = all(isinstance(span.get("offset"), int) for span in row["spans"])
        if placed and row["lang"] in languages.known("time"):
            grouped[row["lang"]].append(row)
    scores: Scores = {code: {"spans": _sentence_scores(part)} for code, part in sorted(grouped.items())}
    return {**scores, "all": _sentence_scores([row for part in grouped.values() for row in part])}


def _sentence_scores(part: Sequence[Row]) -> Scores:
    asked = [(row["text"], context(row)) for row in part]
    begun = time.process_time()
    found = [date.find(text, where) for text, where in asked]
    spent = time.process_time() - begun
    hits, wanted, resolved, resolvable, true, made = 0, 0, 0, 0, 0, 0
    for row, items in zip(part, found, strict=True):
        made += len(items)
        true += sum(any(_overlap(item, span) for span in row["spans"]) for item in items)
        for span in row["spans"]:
            if span["type"] in _UNSCORED:
                continue
            over = [item for item in items if _overlap(item, span)]
            wanted, hits = wanted + 1, hits + bool(over)
            if alts := [alt for alt in span.get("alts") or () if alt.get("start")]:
                resolvable += 1
                resolved += any(starts_right(item.value, alt) for item in over for alt in alts)
    return {
        "n": wanted, "precision": round(true / made, 4) if made else 1.0, "recall": round(hits / max(wanted, 1), 4),
        "resolved_right": round(resolved / max(resolvable, 1), 4),
        "kchars_per_second": round(sum(len(text) for text, _ in asked) / 1000 / max(spent, 1e-9)),
    }  # fmt: skip


def _overlap(item: Found, span: Row) -> bool:
    return item.start < span["offset"] + len(span["text"]) and span["offset"] < item.end


def gold_dates(data: Sequence[Row], texts: Mapping[str, str]) -> Scores:
    """The dates of the gold articles: resolved right and precision."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in data:
        grouped[row["article"]].append(row)
    right, scored, true, made, typed, other = 0, 0, 0, 0, 0, 0
    for name, part in grouped.items():
        if name not in texts:
            continue
        items = date.find(texts[name], context(part[0]))
        made += len(items)
        true += sum(any(_overlap(item, row) for row in part) for item in items)
        for row in part:
            over = [item.value for item in items if _overlap(item, row)]
            if row["scored"]:
                scored += 1
                right += any(
                    starts_right(value, row["expected"]) and ends_right(value, row["expected"])
                    for value in over
                )
            else:
                other += 1
                typed += _typed(over, row)
    return {"all": {"n": scored, "resolved_right": right / max(scored, 1), "precision": true / max(made, 1),
                    "unscored": other, "typed_right": typed / max(other, 1)}}  # fmt: skip


def _typed(over: Sequence[DateValue], row: Row) -> bool:
    """A duration or a vague word is no date; a part of a day is one; a foreign anchor shows."""
    if row["kind"] in ("duration", "vague") and row["expected"]["start"] is None:
        return not over
    if row["kind"] == "time":
        return any(value.grain == "daypart" for value in over)
    return any(value.approx or "weekday_conflict" in value.inferred for value in over)


def event_dates(data: Sequence[Row]) -> Scores:
    """When an event was, from a phrase of an article that is at most three days younger.

    The measures are over the phrases that the words put to the event (``told`` of all of them): what is put to
    an arrest, a vigil or a statement ("police said Monday") is no date of the event. Those over all phrases
    stand beside them.
    """
    return {"all": event_scores(data)}


def comparisons(values: Sequence[DateValue]) -> Scores:
    """Comparisons a second over the values that were read."""
    sample, schema = values[:400], Schema(pattern="*")
    pairs = [(left, right) for left in sample for right in sample[:200]]
    begun = time.process_time()
    for left, right in pairs:
        date.compare(left, right, schema)
    return {
        "all": {
            "n": len(pairs),
            "comparisons_per_second": round(len(pairs) / max(time.process_time() - begun, 1e-9)),
        }
    }


_FORMATS: tuple[tuple[frozenset[str], Callable[[Sequence[Row]], Scores]], ...] = (
    (frozenset({"text", "lang", "kind", "expected", "convention"}), expressions),
    (frozenset({"text", "lang", "spans"}), sentences),
    (frozenset({"phrase", "published", "gold_date"}), event_dates),
)


def measure(folders: Iterable[Path]) -> Scores:
    """The scores of every file that is known by the keys of its rows."""
    files = [path for folder in folders for path in sorted(folder.iterdir())]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix == ".txt"}
    scores: Scores = {}
    sample: list[DateValue] = []
    for path, data in _tables(files):
        keys = data[0].keys()
        if {"article", "offset", "scored"} <= keys:
            scores[path.stem] = gold_dates(data, texts)
        for names, score in _FORMATS:
            if names <= keys and "article" not in keys:
                scores[path.stem] = score(data)
                if score is expressions:
                    sample = _values(data)
    return {**scores, **({"compare": comparisons(sample)} if sample else {})}


def _tables(files: Iterable[Path]) -> Iterator[tuple[Path, list[Row]]]:
    for path in files:
        data = rows(path) if path.suffix == ".jsonl" else []
        if data:
            yield path, data


def _values(data: Sequence[Row]) -> list[DateValue]:
    read = (date.parse(row["text"], context(row)) for row in data if row["lang"] in languages.known("time"))
    return [value for value in read if value is not None and value.resolved]


def main() -> None:
    """Print the scores as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", action="append", type=Path, required=True)
    parser.add_argument("--json", action="store_true", help="one line")
    options = parser.parse_args()
    print(json.dumps(measure(options.data), indent=None if options.json else 1))


if __name__ == "__main__":
    main()
