"""Small ways to say what a test is about: claims in, blocks, relations and facts out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from reconcile.blocking import block
from reconcile.clustering import cluster
from reconcile.comparison import compare
from reconcile.model import (
    Block,
    Claim,
    Dispute,
    Evidence,
    Fact,
    Origin,
    Pair,
    PlacedClaim,
    Relation,
    RelationKind,
    RuleSet,
)
from reconcile.rules import default, judge
from reconcile.values import Context, read
from reconcile.values._schemas import schema_for

_numbers = count(1)


def said(
    attribute: str, value: Any, outlet: str = "a", published: str | None = "2026-01-06", /, **keys: Any
) -> Claim:
    """A claim; a number is a quantity, other values are objects of the contract."""
    article = {"id": keys.pop("article", outlet), "outlet": outlet, "published": published}
    keys.setdefault("quote", f"quote {next(_numbers)}")
    return Claim.model_validate({"article": article, "attribute": attribute, "value": value, **keys})


def dated(value: str, outlet: str = "a", published: str | None = "2026-01-06", /, **keys: Any) -> Claim:
    """A claim on the date of talks, as an EDTF text."""
    attribute = keys.pop("attribute", "talks.date")
    return said(attribute, {"kind": "date", "value": value}, outlet, published, **keys)


def killed(value: Any, outlet: str = "a", published: str | None = "2026-01-06", /, **keys: Any) -> Claim:
    """A claim on a count that can only grow."""
    return said("attack.killed", value, outlet, published, **keys)


def placed(claim: Claim, ruleset: RuleSet | None = None) -> PlacedClaim:
    """A claim put into the one event of a test, with its value read."""
    schema = schema_for(claim.attribute, (ruleset or default()).schemas)
    return PlacedClaim(claim, claim.event or "event", read(claim.value, schema.kind, Context()))


def blocks(
    *claims: Claim, ruleset: RuleSet | None = None, origins: Mapping[str, str] | None = None
) -> tuple[Block, ...]:
    """The blocks of claims; every outlet is an origin of its own unless ``origins`` says otherwise."""
    named = origins or {}
    traced = {c.id: Origin(name, name) for c in claims if (name := _origin(c, named)) is not None}
    schemas = (ruleset or default()).schemas
    return block([placed(claim, ruleset) for claim in claims], traced, schemas).blocks


def _origin(claim: Claim, named: Mapping[str, str]) -> str:
    chain = [source.source for source in claim.attribution]
    return named.get(claim.id) or (chain[-1] if chain else claim.article.label)


def pairs(*claims: Claim) -> tuple[Pair, ...]:
    """All pairs of all blocks of claims."""
    return tuple(pair for one in blocks(*claims) for pair in compare(one))


def evidence(*claims: Claim) -> Evidence:
    """The evidence of the only pair of some claims."""
    (pair,) = pairs(*claims)
    return pair.evidence


def relations(*claims: Claim, ruleset: RuleSet | None = None) -> tuple[Relation, ...]:
    """All relations of all blocks of claims."""
    rules = ruleset or default()
    return tuple(r for one in blocks(*claims, ruleset=ruleset) for r in judge(one, compare(one), rules))


def relation(*claims: Claim) -> Relation:
    """The only relation between some claims."""
    (only,) = relations(*claims)
    return only


def kinds(*claims: Claim) -> list[RelationKind]:
    """The kinds of all relations of some claims, sorted."""
    return sorted(r.relation for r in relations(*claims))


def clustered(*claims: Claim) -> tuple[tuple[Fact, ...], tuple[Dispute, ...]]:
    """The facts and disputes of the only block of some claims."""
    (one,) = blocks(*claims)
    return cluster(one, judge(one, compare(one), default()))
