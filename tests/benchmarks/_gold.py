"""The reconciler alone, fed with what a careful reader found: which gold relations come out right.

The gold rows are converted to the claims contract and reconciled with the shipped rule set. Nothing here
knows a name, an attribute or a threshold.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import reconcile as rc
from reconcile.model import FindingKind, Report

_LIST_RELATIONS = {"COMPLEMENTS", "SUBSET", "SUPERSET", "OVERLAPS"}
_MEMBER_KINDS = {"country": "organisation", "person": "person", "place": "place", "topic": "text"}


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def to_claim(row: Mapping[str, Any], articles: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """One gold row as one line of the claims contract."""
    page = articles[row["article"]]
    article = {"id": row["article"], "language": page["lang"], "published": page["published"],
               "outlet": page["outlet"], "author": page["author"]}  # fmt: skip
    zone = "related" if row["zone"] == "related_teaser" else row["zone"]
    kept = ("id", "attribute", "attribution", "certainty", "polarity", "quote", "start", "end", "qualifiers")
    return {"article": article, "value": _value(row["value"]), "zone": zone, "language": row["lang"],
            **{key: row[key] for key in kept if key in row}}  # fmt: skip


def _value(value: Mapping[str, Any]) -> dict[str, Any]:
    kind = value["kind"]
    if kind == "instant":
        return _date(value["date"], value)
    if kind == "interval":
        bounds = value["start"], value["end"]
        return (
            _date(f"[{bounds[0] or ''}..{bounds[1] or ''}]", value)
            if any(bounds)
            else {"kind": "date", "raw": value["raw"]}
        )
    if kind == "set":
        members = [_member(member, value["of"]) for member in value["members"]]
        return {"kind": "set", "members": members, "closed": value["closed"]}
    numbers = ("value", "min", "max", "unit", "ordinal", "approx")
    return _kept({"kind": kind}, value, "name", "roles", "country", "text", "raw", *numbers)


def _date(text: str, value: Mapping[str, Any]) -> dict[str, Any]:
    inferred = ["year"] if value.get("year_inferred") else ["anchor"] if value.get("inferred") else []
    return _kept({"kind": "date", "value": text, "inferred": inferred}, value, "modifier", "raw")


def _kept(start: dict[str, Any], value: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    kept = {key: value[key] for key in keys if value.get(key) is not None and value[key] != []}
    return start | kept


def _member(member: Any, of: str) -> dict[str, Any]:
    if isinstance(member, Mapping):
        return _value(member)
    kind = _MEMBER_KINDS[of]
    return {"kind": kind, "text" if kind == "text" else "name": member}


@dataclass(frozen=True)
class Outcome:
    """A report looked up by claim."""

    report: Report
    facts: Mapping[str, frozenset[str]]
    near: Mapping[str, frozenset[str]]
    """The facts that a claim stands in or is compatible with."""
    readings: Mapping[str, frozenset[str]]
    relations: Mapping[tuple[str, str], set[str]]

    @classmethod
    def of(cls, report: Report) -> Outcome:
        """Index a report."""
        facts: dict[str, set[str]] = {}
        readings: dict[str, set[str]] = {}
        relations: dict[tuple[str, str], set[str]] = {}
        for fact in report.facts:
            for claim in fact.claims:
                facts.setdefault(claim, set()).add(fact.id)
        for reading in report.readings:
            for claim in reading.claims:
                readings.setdefault(claim.id, set()).add(reading.id)
        for relation in report.relations:
            relations.setdefault((relation.left, relation.right), set()).add(relation.relation.value)
        near = {claim: set(names) for claim, names in facts.items()}
        members = {reading.id: [claim.id for claim in reading.claims] for reading in report.readings}
        for fact in report.facts:
            for claim in (name for reading in fact.compatible for name in members[reading]):
                near.setdefault(claim, set()).add(fact.id)
        by_claim = [{c: frozenset(names) for c, names in index.items()} for index in (facts, near, readings)]
        return cls(report, *by_claim, relations)

    def between(self, left: str, right: str) -> set[str]:
        """The relations from one claim to another, over their readings and the facts that hold them."""
        first = self.readings.get(left, frozenset()) | self.near.get(left, frozenset())
        second = self.readings.get(right, frozenset()) | self.near.get(right, frozenset())
        return {kind for pair in product(first, second) for kind in self.relations.get(pair, ())}

    def found(self, kind: FindingKind, left: str, right: str) -> bool:
        """Whether a finding of this kind has both claims."""
        return any(f.kind is kind and {left, right} <= set(f.claims) for f in self.report.findings)

    def same_fact(self, left: str, right: str) -> bool:
        """One fact; of lists: the same facts."""
        first = self.facts.get(left, frozenset())
        return bool(first) and first == self.facts.get(right, frozenset())

    def refines(self, left: str, right: str) -> bool:
        """The stated direction, a name for a role, or a list that holds all of the shorter one."""
        if "REFINES" in self.between(left, right) or "GENERALISES" in self.between(right, left):
            return True
        return self.facts.get(left, frozenset()) > self.facts.get(right, frozenset()) > frozenset()

    def complements(self, left: str, right: str) -> bool:
        """A list relation or COMPLEMENTS, arithmetic of the story pass, or two members of one open list."""
        seen = self.between(left, right) | self.between(right, left)
        if seen & (_LIST_RELATIONS | {"DERIVED"}):
            return True
        places = {f.id: (f.event, f.attribute, repr(f.qualifiers)) for f in self.report.facts}
        first, second = ({places[name] for name in self.facts.get(claim, ())} for claim in (left, right))
        return not seen and bool(first & second) and not self.same_fact(left, right)


def _right(row: Mapping[str, Any], seen: Outcome) -> bool:
    pairs = list(product(row["left"], row["right"])) or list(combinations(row["left"], 2))
    if row["use"] == "no_contradiction" or row["id"] == "R35":
        return not any(seen.found(FindingKind.CONTRADICTION, *pair) for pair in pairs)
    if row["use"] == "trap":
        return not any(
            seen.same_fact(*pair) or seen.between(*pair) or seen.between(*pair[::-1]) for pair in pairs
        )
    check = {
        "equivalent": seen.same_fact,
        "refines": seen.refines,
        "complements": seen.complements,
        "update": lambda left, right: seen.found(FindingKind.UPDATE, left, right),
        "tension": lambda left, right: seen.found(FindingKind.DISAGREEMENT, left, right),
        "contradicts": lambda left, right: seen.found(FindingKind.CONTRADICTION, left, right),
    }[row["relation"]]
    return all(check(left, right) for left, right in pairs)


def _free_text(row: Mapping[str, Any], kinds: Mapping[str, str]) -> bool:
    return any(kinds[claim] == "text" for claim in (*row["left"], *row["right"]))


def _kinds(claims: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The kind that a gold claim is told in; a list counts as free text when its members are."""
    return {c["id"]: "text" if c["value"].get("of") == "topic" else c["kind"] for c in claims}


def _share(results: Sequence[bool]) -> float | None:
    return round(sum(results) / len(results), 4) if results else None


def reconcile_gold(folder: Path) -> dict[str, Any]:
    """Reconcile the gold claims of a folder and score its relations.

    Returns:
        ``firm_typed`` (share of firm rows with typed values that are right), ``firm_free_text``,
        ``no_contradiction``, ``traps``, ``contradictions`` (findings), ``false_contradictions``, the rows that
        are ``wrong`` and how many rows stand behind each share.
    """
    articles = {row["article"]: row for row in rows(folder / "seed_articles.jsonl")}
    claims = rows(folder / "seed_claims.jsonl")
    relations = rows(folder / "seed_relations.jsonl")
    report = rc.reconcile([to_claim(row, articles) for row in claims]).data
    seen, kinds = Outcome.of(report), _kinds(claims)
    groups: dict[str, list[tuple[str, bool]]] = {}
    for row in relations:
        group = row["use"]
        if group == "firm":
            group = "firm_free_text" if _free_text(row, kinds) else "firm_typed"
        groups.setdefault(group, []).append((row["id"], _right(row, seen)))
    told = [row for row in relations if row["relation"] == "contradicts"]
    real = [set(row["left"]) | set(row["right"]) for row in told]
    found = [set(f.claims) for f in report.findings if f.kind is FindingKind.CONTRADICTION]
    return {
        **{name: _share([right for _, right in results]) for name, results in sorted(groups.items())},
        "rows": dict(sorted(Counter({name: len(results) for name, results in groups.items()}).items())),
        "wrong": {n: [i for i, ok in results if not ok] for n, results in groups.items() if n != "arguable"},
        "contradictions": len(found),
        "false_contradictions": sum(not any(claims <= truth for truth in real) for claims in found),
    }
