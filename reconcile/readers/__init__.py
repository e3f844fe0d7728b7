"""Reading: files, folders, objects and tables become articles and claims.

One file a format (``txt``, ``json``, ``jsonl``, ``html``). What cannot be used is told with its place and
its reason and costs only itself; :class:`~reconcile.errors.InputError` is raised only when nothing at all
could be read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reconcile.errors import InputError
from reconcile.languages import detect, known, load
from reconcile.model import Article, Claim, Rejected, Zone
from reconcile.readers._files import rows_of_path, rows_of_sidecar
from reconcile.readers._published import published
from reconcile.readers._rows import Row
from reconcile.readers._shelf import OBJECT, Shelf, misplaced
from reconcile.readers._twins import twins
from reconcile.readers._zones import zones

__all__ = ["Material", "complete", "read"]


@dataclass(frozen=True, slots=True)
class Material:
    """What was read: articles (completed), claims (each with its whole article), and what was not."""

    articles: tuple[Article, ...] = ()
    claims: tuple[Claim, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    warnings: tuple[Rejected, ...] = ()
    where: Mapping[str, str] = field(default_factory=dict)
    """Where an article or a claim stood, by its id: ``claims.jsonl:3``."""


def read(things: Any) -> Material:
    """Read one thing or many: paths, articles, claims, dicts of either, tables of claims, in any mix.

    Raises:
        InputError: when something was given and nothing of it could be read.

    >>> material = read({"article": "a1", "attribute": "talks.round", "value": 5})
    >>> material.claims[0].attribute, material.articles[0].id
    ('talks.round', 'a1')
    >>> read([{"article": "a1", "atribute": "talks.round", "value": 5}, {"id": "a2", "text": "…"}]).rejected
    (Rejected(where='item 1:atribute', reason="unknown key 'atribute'. Did you mean 'attribute'?"),)
    """
    shelf = Shelf()
    for place, thing in enumerate(_several(things), 1):
        if isinstance(thing, str | Path):
            for row in rows_of_path(thing):
                shelf.add(row)
            for row in rows_of_sidecar(thing):
                shelf.add(row, sidecar=True)
        else:
            for row in _rows(thing, f"item {place}"):
                shelf.add(row)
    shelf.settle()
    if shelf.rejected and not shelf.articles and not shelf.claims:
        raise _nothing(shelf.rejected)
    return _material(shelf)


def complete(article: Article) -> Article:
    """The article with its language, zones, title and publication time, where its text tells them.

    What is given is kept; what is not told stays ``None``.

    >>> complete(Article(id="a", text="הבחירות יתקיימו במועדן")).language
    'he'
    """
    update: dict[str, Any] = {"language": _language(article)}
    if not article.text:
        return _updated(article, update)
    update["zones"] = article.zones or zones(article.text, update["language"])
    tagged = _updated(article, update)
    if article.title is None:
        update["title"] = _headline(tagged)
    if article.published is None:
        update.update(published(tagged))
    return _updated(tagged, update)


def _updated(article: Article, update: dict[str, Any]) -> Article:
    changed = {key: value for key, value in update.items() if getattr(article, key) != value}
    return article.model_copy(update=changed) if changed else article


def _language(article: Article) -> str | None:
    """The given language as a code of a pack ("ar-SA" is "ar"), else that of the script."""
    if article.language:
        code = article.language.replace("_", "-").split("-")[0].lower()
        named = {load(pack).name.lower(): pack for pack in known()}
        return {"iw": "he"}.get(code, named.get(code, code))
    return detect(article.text or article.title or "")


def _headline(article: Article) -> str | None:
    text = article.text or ""
    lines = [text[span.start : span.end] for span in article.zones if span.zone is Zone.HEADLINE]
    return " ".join(lines[0].splitlines()[0].split()) if lines else None


def _several(things: Any) -> Iterable[Any]:
    single = isinstance(things, str | Path | Mapping | Article | Claim) or _is_table(things)
    if single or hasattr(things, "claims") or hasattr(things, "articles"):
        return (things,)
    if isinstance(things, Iterable):
        return things
    raise InputError(f"cannot read a {type(things).__name__}: give paths, articles, claims or a table")


def _is_table(thing: Any) -> bool:
    return hasattr(thing, "columns") and (hasattr(thing, "to_dicts") or hasattr(thing, "to_dict"))


def _rows(thing: Any, where: str) -> Iterator[Row | Rejected]:
    if isinstance(thing, Article | Claim):
        yield Row(thing.id if isinstance(thing, Article) else thing.article.id, thing)
    elif isinstance(thing, Mapping):
        yield Row(where, thing)
    elif _is_table(thing):
        records = thing.to_dicts() if hasattr(thing, "to_dicts") else thing.to_dict("records")
        for place, record in enumerate(records, 1):
            yield Row(f"row {place}", _nested(record))
    elif hasattr(thing, "claims") or hasattr(thing, "articles"):
        for item in (*getattr(thing, "articles", ()), *getattr(thing, "claims", ())):
            yield from _rows(item, where)
        yield from getattr(thing, "rejected", ())
    else:
        yield Rejected(where, f"cannot read a {type(thing).__name__}: give a path, an article or a claim")


def _nested(record: Mapping[Any, Any]) -> dict[str, Any]:
    """A flat row with dotted columns (``article.outlet``) as the object it stands for; a lone ``article``
    beside them is the article's id."""
    data: dict[str, Any] = {}
    for column, item in record.items():
        head, _, rest = str(column).partition(".")
        if not rest:
            head, rest = (head, "") if not isinstance(data.get(head), dict) else (head, "id")
        elif head in data and not isinstance(data[head], dict):
            data[head] = {"id": data[head]}
        if rest:
            data.setdefault(head, {})[rest] = item
        else:
            data[head] = item
    return data


def _nothing(rejected: list[Rejected]) -> InputError:
    first = rejected[0]
    others = "".join(f"\n{item.where}: {item.reason}" for item in rejected[1:5])
    more = f"\n… and {len(rejected) - 5} more" if len(rejected) > 5 else ""
    return InputError(f"{first.reason}{others}{more}", where=first.where)


def _material(shelf: Shelf) -> Material:
    articles = {name: complete(article) for name, article in shelf.articles.items()}
    claims = tuple(
        claim if claim.article is articles[claim.article.id]
        else claim.model_copy(update={"article": articles[claim.article.id]})
        for claim in shelf.claims.values()
    )  # fmt: skip
    # an object that was used is told by its own id
    where = {name: name if OBJECT.fullmatch(place) else place for name, place in shelf.where.items()}
    warnings = [warning for article in articles.values() for warning in _gaps(article, where[article.id])]
    warnings += twins((articles[name] for name in sorted(articles)), where)
    warnings += [warning for claim in claims for warning in misplaced(claim, where[claim.id])]
    return Material(tuple(articles.values()), claims, tuple(shelf.rejected), tuple(warnings), where)


def _gaps(article: Article, where: str) -> Iterator[Rejected]:
    if article.published is None:
        page = "on the page" if article.text else f"given for article {article.id!r}"
        update = f" (only that it was updated on {article.modified:%Y-%m-%d})" if article.modified else ""
        yield Rejected(where, f"no publication date {page}{update}")
    if article.text and article.language not in known():
        yield Rejected(where, "its language is unknown: no pack for it")
