"""Where rows become articles and claims, and where two accounts of one article meet.

An article may come in parts: its text from a file, its metadata from a sidecar or from the claims that
name it. Parts that complete each other are one article. Of parts that differ the first one in the files
stands, of objects the first one by its content: the order in which things are given plays no part.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from reconcile.errors import ClaimError
from reconcile.model import Article, Claim, Rejected
from reconcile.readers._objects import article_of, claim_of, clean, is_claim
from reconcile.readers._rows import Row

__all__ = ["OBJECT", "Shelf"]

#: The place of an object among those that were given: no property of it.
OBJECT = re.compile(r"(?:item|row) \d+")


class Shelf:
    """Collects rows; a bad one is kept as :class:`Rejected` and costs only itself."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, Claim] = {}
        self.where: dict[str, str] = {}
        self.rejected: list[Rejected] = []
        self._sidecar: dict[str, tuple[Article, str]] = {}
        self._seen: dict[str, Article] = {}
        self._accounts: dict[str, dict[int, tuple[Article, str]]] = defaultdict(dict)
        self._lines: dict[str, list[tuple[Claim, str]]] = defaultdict(list)

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
        """Make one article and one claim of all that was told under an id; sidecars come last."""
        for name in sorted(self._accounts):
            self._settle_article(name)
        torn = {claim.id for claim in self.claims.values() if claim.article.id in self._accounts}
        for name in sorted(torn.union(self._lines)):
            self._settle_claim(name)
        for name, (article, where) in self._sidecar.items():
            if name in self.articles:
                self._complete(article, where)
        self.rejected = list(dict.fromkeys(self.rejected))

    def _settle_article(self, name: str) -> None:
        told = sorted([(self.articles[name], self.where[name]), *self._accounts[name].values()], key=_rank)
        self.articles[name], self.where[name] = told[0]
        for article, where in told[1:]:
            self._complete(article, where)

    def _settle_claim(self, name: str) -> None:
        kept: tuple[Claim, str] | None = None
        for claim, where in sorted([(self.claims[name], self.where[name]), *self._lines[name]], key=_rank):
            if field := self._opposed(claim.article):
                self._reject_account(claim.article, field, where)
            elif kept is None:
                kept = claim, where
            elif _content(kept[0]) != _content(claim):
                self._reject(f"{where}:id", f"claim {name!r} stands in {kept[1]} with other content")
        del self.claims[name]
        if kept is not None:
            self.claims[name], self.where[name] = kept

    def _complete(self, article: Article, where: str) -> None:
        """Give an article what only this account of it knows."""
        if field := self._opposed(article):
            self._reject_account(article, field, where)
            return
        known = self.articles[article.id]
        missing = sorted(article.model_fields_set - known.model_fields_set)
        if missing:
            update = {field: getattr(article, field) for field in missing}
            self.articles[article.id] = known.model_copy(update=update)

    def _opposed(self, article: Article) -> str | None:
        """The first key of an account that says something else than the article that stands."""
        known = self.articles[article.id]
        both = sorted(article.model_fields_set & known.model_fields_set)
        return next((field for field in both if getattr(known, field) != getattr(article, field)), None)

    def _reject_account(self, article: Article, field: str, where: str) -> None:
        place = self.where[article.id]
        self._reject(f"{where}:{field}", f"article {article.id!r} stands in {place} with another {field}")

    def _reject(self, where: str, reason: str) -> None:
        self.rejected.append(Rejected(where, reason))

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
        known = self.articles.setdefault(article.id, article)
        self.where.setdefault(article.id, where)
        if known is not article and not _says_no_more(article, known):
            self._accounts[article.id].setdefault(id(article), (article, where))

    def _add_claim(self, claim: Claim, where: str) -> None:
        self._add_article(claim.article, where)
        known = self.claims.setdefault(claim.id, claim)
        if known is claim:
            self.where[claim.id] = where
        elif _content(known) != _content(claim) or claim.article != known.article:
            self._lines[claim.id].append((claim, where))


def _says_no_more(article: Article, known: Article) -> bool:
    return all(getattr(known, field) == getattr(article, field) for field in article.model_fields_set)


def _rank(told: tuple[Article | Claim, str]) -> tuple[bool, list[Any], str]:
    """Where a thing comes among those of its id: by its place in a file, else by its content."""
    thing, where = told
    loose = OBJECT.fullmatch(where) is not None
    place = [] if loose else [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", where)]
    return loose, place, json.dumps(thing.model_dump(mode="json"), sort_keys=True)


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
