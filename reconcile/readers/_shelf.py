"""Where rows become articles and claims, and where two accounts of one article meet.

An article may come in parts: its text from a file, its metadata from a sidecar or from the claims that
name it. Parts that complete each other are one article; parts that differ are a fault of the later one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.errors import ClaimError
from reconcile.model import Article, Claim, Rejected
from reconcile.readers._objects import article_of, claim_of, clean, is_claim
from reconcile.readers._rows import Row

__all__ = ["Shelf"]


class Shelf:
    """Collects rows; a bad one is kept as :class:`Rejected` and costs only itself."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, Claim] = {}
        self.where: dict[str, str] = {}
        self.rejected: list[Rejected] = []
        self._sidecar: dict[str, tuple[Article, str]] = {}
        self._seen: dict[str, Article] = {}

    def add(self, row: Row | Rejected, *, sidecar: bool = False) -> None:
        """Take in one object, or note why it could not be taken in."""
        if isinstance(row, Rejected):
            self.rejected.append(row)
            return
        try:
            if sidecar:
                self._add_sidecar(row)
            elif isinstance(row.data, Claim):
                self._add_claim(row.data, row.where)
            elif isinstance(row.data, Article):
                self._add_article(row.data, row.where)
            else:
                self._add_object(row)
        except ClaimError as error:
            place = f"{row.where}:{error.where}" if error.where else row.where
            self.rejected.append(Rejected(place, error.message))

    def settle(self) -> None:
        """Give the articles what only their sidecar knows."""
        for name, (article, where) in self._sidecar.items():
            if name in self.articles:
                try:
                    self._add_article(article, where)
                except ClaimError as error:
                    self.rejected.append(Rejected(where, error.message))

    def _add_object(self, row: Row) -> None:
        data = clean(row.data)
        if not isinstance(data, Mapping):
            raise ClaimError(f"an article or a claim is an object with keys, not {type(data).__name__}")
        if is_claim(data):
            self._add_claim(claim_of({**data, "article": self._article(data.get("article"))}), row.where)
        elif "text" in data or "id" in data:
            self._add_article(article_of(data, row.stem), row.where)
        else:
            raise ClaimError("neither a claim (no 'attribute') nor an article (no 'text', no 'id')")

    def _add_sidecar(self, row: Row) -> None:
        data = clean(row.data)
        if not isinstance(data, Mapping) or not is_claim(data):
            article = article_of(data if isinstance(data, Mapping) else {})
            self._sidecar.setdefault(article.id, (article, row.where))

    def _article(self, data: Any) -> Any:
        """The same object for the same words, so that a million lines of one article are checked once."""
        if not isinstance(data, Mapping | str):
            return data
        key = data if isinstance(data, str) else json.dumps(data, sort_keys=True, default=str)
        if key not in self._seen:
            try:
                self._seen[key] = article_of({"id": data} if isinstance(data, str) else data)
            except ClaimError as error:
                raise ClaimError(error.message, where=f"article.{error.where}") from None
        return self._seen[key]

    def _add_article(self, article: Article, where: str) -> None:
        known = self.articles.get(article.id)
        if known is article:
            return
        if known is None:
            self.articles[article.id] = article
            self.where.setdefault(article.id, where)
            return
        missing = {}
        for field in sorted(article.model_fields_set):
            ours, theirs = getattr(known, field), getattr(article, field)
            if field not in known.model_fields_set:
                missing[field] = theirs
            elif ours != theirs:
                first = self.where[article.id]
                raise ClaimError(
                    f"article {article.id!r} stands in {first} with another {field}", where=field
                )
        if missing:
            self.articles[article.id] = known.model_copy(update=missing)

    def _add_claim(self, claim: Claim, where: str) -> None:
        known = self.claims.get(claim.id)
        if known is not None and _content(known) != _content(claim):
            raise ClaimError(
                f"claim {claim.id!r} stands in {self.where[claim.id]} with other content", where="id"
            )
        self._add_article(claim.article, where)
        if known is None:
            self.claims[claim.id] = claim
            self.where[claim.id] = where


def _content(claim: Claim) -> dict[str, Any]:
    return claim.model_dump(exclude={"article": True, "meta": True, "extractor": True}) | {
        "article": claim.article.id
    }


def misplaced(claim: Claim, where: str) -> Iterator[Rejected]:
    """A warning for each quote that does not stand where its offsets say."""
    text = claim.article.text
    for span in claim.spans:
        if text is None or span.start is None or span.end is None or not span.quote:
            continue
        if text[span.start : span.end] != span.quote:
            yield Rejected(
                where, f"the quote does not stand at {span.start}-{span.end} of the article's text"
            )
