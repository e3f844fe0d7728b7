"""HTML: the text of a page's article by trafilatura (the extra ``[html]``), and what the page says of itself.

The *date* is taken from structured metadata, else from what the page prints as its own byline, else from
nothing: guessing libraries give the first of January where they find only a year, and a false date would
anchor every "today" of the page.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from reconcile.languages import detect
from reconcile.model import Article, Rejected
from reconcile.readers._head import Head, head
from reconcile.readers._published import published
from reconcile.readers._rows import Row, Rows, UnreadableError, decode, read_bytes
from reconcile.readers._zones import zones

__all__ = ["html"]

_FEWEST = 5
"""Words of an article; a page of fewer has only its menu."""


def html(path: Path, where: str) -> Rows:
    """The article of a page, or how to install what reads it."""
    try:
        trafilatura = import_module("trafilatura")
    except ImportError:
        yield Rejected(where, "reading HTML needs an extra: pip install 'fact-reconcile[html]'")
        return
    data = read_bytes(path, where)
    if isinstance(data, Rejected):
        yield data
        return
    try:
        page = decode(data)
    except UnreadableError as error:
        yield Rejected(where, str(error))
        return
    if not page.strip():
        yield Rejected(where, "the file is empty")
        return
    stated = head(page)
    text = trafilatura.extract(page, include_comments=False, favor_recall=True) or ""
    own = _without_links(text, stated.links)
    if len(own.split()) < _FEWEST:
        yield Rejected(where, "no article was found in the page")
        return
    about = _about(trafilatura, page)
    found = {"id": path.stem, **about, "text": _headed(own, about.get("title")), **_times(stated)}
    yield Row(where, {key: value for key, value in found.items() if value}, path.stem)


def _headed(text: str, title: str | None) -> str:
    """The text under its headline, which is a claim of the article like any other."""
    return f"{title}\n\n{text}" if title and title not in text[: 2 * len(title) + 200] else text


def _without_links(text: str, links: frozenset[str]) -> str:
    """The text without lines that are links to other items, and without those that head them."""
    return "\n".join(line for line in text.split("\n") if " ".join(line.strip("-•* ").split()) not in links)


def _times(stated: Head) -> dict[str, Any]:
    times: dict[str, Any] = {"published": stated.published, "modified": stated.modified}
    return times if stated.published else {**times, **_printed(stated.text)}


def _printed(text: str) -> dict[str, Any]:
    """The publication time that the page prints about itself, also where it is no part of the article."""
    language = detect(text)
    page = Article(id="page", text=text, language=language, zones=zones(text, language))
    return {key: value for key, value in published(page).items() if key.startswith("published")}


def _about(trafilatura: Any, page: str) -> dict[str, str | None]:
    about = trafilatura.extract_metadata(page)
    if about is None:
        return {}
    return {"title": about.title, "author": about.author, "outlet": about.sitename, "url": about.url}
