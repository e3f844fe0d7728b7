"""What is set aside, and said so: words that are no claim of the article, attributes that look misspelt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from reconcile.model import Claim, Schema
from reconcile.stories._reading import Reader
from reconcile.values._schemas import is_known

__all__ = ["look_alikes", "not_spoken"]


def not_spoken(claims: Iterable[Claim]) -> Iterator[Mapping[str, Any]]:
    """Claims from teasers, links and furniture: they are another article's, or nobody's."""
    for claim in claims:
        yield {
            "claims": (claim.id,),
            "articles": (claim.article.id,),
            "attribute": claim.attribute,
            "reason": f"its words stand in the zone {claim.zone}, which is no part of the article",
        }


def look_alikes(
    claims: Sequence[Claim], schemas: Sequence[Schema], reader: Reader
) -> Iterator[Mapping[str, Any]]:
    """Attributes that one article alone uses, and that look like another one misspelt.

    The other one is used by another article, or (for an attribute that no schema knows) is in a schema.
    """
    users: dict[str, set[str]] = defaultdict(set)
    held: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        name = reader.name(claim.attribute)
        users[name].add(claim.article.id)
        held[name].append(claim.id)
    lasts = {
        pattern.rpartition(".")[2] for schema in schemas for pattern in (schema.pattern, *schema.aliases)
    }
    for name in sorted(name for name in users if len(users[name]) == 1):
        better = (
            other
            for other in _near(name, users)
            if users[other] != users[name] and _outranks(other, name, users, schemas)
        )
        near = next(better, None) or (None if is_known(name, schemas) else _respelt(name, lasts))
        if near is not None:
            yield {
                "claims": tuple(sorted(held[name])),
                "articles": tuple(sorted(users[name])),
                "attribute": name,
                "reason": f"only one article uses {name!r}. Did you mean {near!r}?",
            }


def _outranks(other: str, name: str, users: Mapping[str, set[str]], schemas: Sequence[Schema]) -> bool:
    """Whether the other name is the better known of two that look alike."""
    exact = {schema.pattern for schema in schemas}

    def rank(one: str) -> tuple[int, bool, bool]:
        return len(users[one]), one in exact, is_known(one, schemas)

    return rank(other) > rank(name) or (rank(other) == rank(name) and other < name)


def _respelt(name: str, lasts: Iterable[str]) -> str | None:
    head, _, last = name.rpartition(".")
    near = next(iter(_near(last, (word for word in lasts if len(word) > 3))), None)
    return near and (f"{head}.{near}" if head else near)


def _near(name: str, others: Iterable[str]) -> list[str]:
    """The other names that are one slip away (two from a long one), the nearest first."""
    slips = 1 if len(name) < 9 else 2
    near = [
        (distance, other)
        for other in others
        if other != name
        and (distance := DamerauLevenshtein.distance(name, other, score_cutoff=slips)) <= slips
    ]
    return [other for _, other in sorted(near)]
