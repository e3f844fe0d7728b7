"""Extractors: an article in, its claims out. One file an extractor.

An extractor is any callable ``name(article) -> Iterable[Claim]``; the file's public object bears the file's
name. ``rules`` needs no model and no network and is the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from reconcile.model import Article, Claim, Rejected
from reconcile.registry import chosen

__all__ = ["Extraction", "Extractor", "extract"]

Extractor = Callable[[Article], Iterable[Claim]]


@dataclass(frozen=True)
class Extraction:
    """The claims of all articles, and the articles that an extractor could not read, with the reason."""

    claims: tuple[Claim, ...] = ()
    rejected: tuple[Rejected, ...] = field(default=())


def extract(
    articles: Iterable[Article], extractor: str | Extractor | Sequence[str | Extractor] = "rules"
) -> Extraction:
    """The claims that one or more extractors find in articles; an article that fails is told, not raised.

    Args:
        articles: with their text, language and zones (what ``readers.complete`` gives).
        extractor: the name of a registered extractor, a callable, or several of either.

    Raises:
        UnknownNameError: when no extractor has that name.

    >>> def nothing(article):
    ...     return []
    >>> extract([Article(id="a", text="…")], nothing)
    Extraction(claims=(), rejected=())
    """
    several = list(extractor) if isinstance(extractor, list | tuple) else [extractor]
    named: list[Extractor] = [chosen("extractors", one, what="extractor") for one in several]
    claims: dict[str, Claim] = {}
    rejected: list[Rejected] = []
    for article in articles:
        for one in named:
            try:
                found = list(one(article))
            except Exception as error:  # one article must not stop the run
                rejected.append(Rejected(article.id, f"{_name(one)} failed: {error or type(error).__name__}"))
            else:
                claims |= {claim.id: claim for claim in found if claim.id not in claims}
    return Extraction(tuple(claims.values()), tuple(rejected))


def _name(extractor: Extractor) -> str:
    return getattr(extractor, "__name__", type(extractor).__name__)
