"""Whether two mentions of a time, a place or a person in two documents of one story are one, pair by pair.

A place that lies in the other ("Paris", "France") fits it and is not the other. *Containment apart*: a pair of which
the library says so is left out, whatever the gold says, from what is found and from what there is to find.
``as_two_`` counts such a pair as two places, so that it costs recall where the gold calls them one; ``strict_`` also
takes away every pair of which one tells less ("a school", "the school in Riverton").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from reconcile.model import Anchor, Claim, DateValue, Schema, Value
from reconcile.stories import place
from reconcile.values import Context, compare, find, key, kind_of

Row = Mapping[str, Any]

#: The kinds that the mentions of one type are read as, in this order; a text where none can read them.
_KINDS = {"TIM": ("date", "duration", "quantity"), "LOC": ("place",), "HUM": ("person", "organisation")}
#: What the value axis may say of two mentions of one thing.
_FITS = frozenset({"same", "equivalent", "narrower", "wider", "approximate"})
_STRICT = frozenset({"same", "equivalent"})
#: ... and what is said of a place that lies in the other.
_CONTAINED = "contained"
_SCHEMA = Schema(pattern="*")


def coreference(data: Sequence[Row]) -> dict[str, Any]:
    """By type: pairs of mentions across the documents of a story."""
    return {name: _score(name, [row for row in data if row["type"] == name]) for name in _KINDS}


def _score(name: str, data: Sequence[Row]) -> dict[str, Any]:
    stories = defaultdict(list)
    for row in data:
        stories[str(row["subtopic"])].append(row)
    told = [pair for rows in stories.values() for pair in _pairs(name, rows)]
    apart = [pair for pair in told if pair[1] != _CONTAINED]
    measures: dict[str, Any] = {"pairs": len(told), "coreferent": sum(gold for gold, _ in told),
                                "contained": len(told) - len(apart)}  # fmt: skip
    for prefix, pairs, fits in (("", apart, _FITS), ("as_two_", told, _FITS), ("strict_", told, _STRICT)):
        measures |= {f"{prefix}{key}": value for key, value in _measured(pairs, fits).items()}
    return measures


def _measured(told: Sequence[tuple[bool, str]], fits: frozenset[str]) -> dict[str, float]:
    found = [gold for gold, outcome in told if outcome in fits]
    precision = sum(found) / max(len(found), 1)
    recall = sum(found) / max(sum(gold for gold, _ in told), 1)
    f1 = 2 * precision * recall / (precision + recall) if sum(found) else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _pairs(name: str, rows: Sequence[Row]) -> Iterator[tuple[bool, str]]:
    """Whether two mentions are of one chain, and what the library measures between them."""
    day = _told_day(rows) if name == "TIM" else None
    of_story = _placed(rows) if name == "TIM" else {}
    for left, right in combinations(rows, 2):
        if left["doc_id"] != right["doc_id"]:
            outcome = _outcome(name, left["text"], right["text"], day)
            placed = [of_story.get(row["mention_id"]) for row in (left, right)]
            if outcome == "incomparable" and all(placed):
                outcome = compare(*placed, _SCHEMA).outcome
            yield left["chain"] == right["chain"], outcome


def _placed(rows: Sequence[Row]) -> dict[str, Value]:
    """The dates of a story whose documents have none, as the library reads them beside one another."""
    claims = [
        Claim.model_validate({"id": row["mention_id"], "article": {"id": row["doc_id"], "language": "en"}, "event": "story",
                              "attribute": "story.date", "value": row["text"]})
        for row in rows
    ]  # fmt: skip
    return {
        one.claim.id: one.value for one in place([], claims, [Schema(pattern="*.date", kind="date")]).claims
    }


def _told_day(rows: Sequence[Row]) -> Any:
    """The last full date that the sentences of a story tell: all there is to anchor its other days."""
    days = [
        one.value.start
        for sentence in {str(row["sentence"]) for row in rows}
        for one in find(sentence, "date", Context("en"))
        if one.value.resolved and one.value.grain == "day" and one.value.start
    ]
    return max(days, default=None)


def _outcome(name: str, left: str, right: str, day: Any) -> str:
    first, second = _read(name, left, None), _read(name, right, None)
    if key(first) == key(second):
        return "same"
    found = compare(first, second, _SCHEMA)
    if found.details.get("containment"):
        return _CONTAINED
    if found.outcome != "incomparable" or day is None:
        return found.outcome
    first, second = (_read(name, text, day) for text in (left, right))
    resolved = all(not isinstance(value, DateValue) or value.resolved for value in (first, second))
    return compare(first, second, _SCHEMA).outcome if resolved else found.outcome


@cache
def _read(name: str, text: str, day: Any) -> Value:
    context = Context("en", Anchor(day=day, kind="story") if day else None)
    for kind in _KINDS[name]:
        value: Value | None = kind_of(kind).parse(text, context)
        found = [value] if value is not None else [one.value for one in find(text, kind, context)]
        if len(found) == 1:
            return found[0]
    read: Value = kind_of("text").parse(text, context)
    return read
