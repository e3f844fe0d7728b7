"""What a page's markup says that its text does not: when it was published, and which lines are mere links.

Structured metadata only, and only that of the article itself: lists of other items on the page carry dates
of their own. What the page *prints* is read as lines, like any other text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

from reconcile import edtf

__all__ = ["Head", "head"]

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "pubdate", "publishdate",
    "publish-date", "publication_date",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "nav", "footer", "select", "button"})
_INLINE = frozenset(
    {"a", "b", "i", "em", "strong", "span", "time", "abbr", "small", "u", "mark", "sup", "sub", "bdi", "bdo"}
)
_SHORT = 6
_OPEN, _CLOSE = "\ue000", "\ue001"
_NO_MARKS = {ord(_OPEN): None, ord(_CLOSE): None}
_LINK = re.compile(rf"{_OPEN}([^{_OPEN}{_CLOSE}]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Head:
    """The times that a page's markup states, as far as they are ISO times, and its text as lines."""

    published: str | None = None
    modified: str | None = None
    text: str = ""
    links: frozenset[str] = frozenset()
    """Lines that are nothing but a link (headlines of other items), and short lines that head them."""


def head(page: str) -> Head:
    """What a page states of itself.

    >>> head('<meta property="article:published_time" content="2026-01-06T22:30:00+02:00">').published
    '2026-01-06T22:30:00+02:00'
    >>> head('<p>2026</p>').published is None
    True
    """
    parser = _Parser()
    parser.feed(page)
    parser.close()
    linked = [item for text in parser.data for item in _articles(_loaded(text))]
    lines = [" ".join(line.split()) for line in "".join(parser.text).splitlines()]
    return Head(
        _agreed(linked, "datePublished") or parser.first(_PUBLISHED),
        _agreed(linked, "dateModified") or parser.first(_MODIFIED),
        "\n".join(line.translate(_NO_MARKS) for line in lines if line.translate(_NO_MARKS)),
        frozenset(_linked([line for line in lines if line.translate(_NO_MARKS)])),
    )


def _linked(lines: list[str]) -> Iterator[str]:
    for line, after in pairwise([*lines, ""]):
        if _LINK.fullmatch(line) or (_LINK.fullmatch(after) and len(line.split()) <= _SHORT):
            yield line.translate(_NO_MARKS).strip()


@dataclass
class _Parser(HTMLParser):
    """Collects metadata, linked data, and the text with a line break at every block."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    data: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    linked: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def first(self, names: tuple[str, ...]) -> str | None:
        """The first stated time under the first of the names that states one."""
        return next((text for name in names for text in self.meta.get(name, ()) if _is_time(text)), None)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = found.get("property") or found.get("name") or found.get("itemprop") or ""
            self.meta.setdefault(name.lower(), []).append(found.get("content", "").strip())
        elif tag == "time" and found.get("itemprop"):
            self.meta.setdefault(found["itemprop"].lower(), []).append(found.get("datetime", "").strip())
        if tag in _SILENT:
            self.silent.append(tag)
        self.linked = tag == "script" and found.get("type", "").strip().lower() == "application/ld+json"
        if self.linked:
            self.data.append("")
        if tag == "a" and not self.silent:
            self.text.append(_OPEN)
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.linked = False
        if tag in self.silent:
            while self.silent.pop() != tag:
                pass
        if tag == "a" and not self.silent:
            self.text.append(_CLOSE)
        elif tag not in _INLINE:
            self.text.append("\n")

    def handle_data(self, data: str) -> None:
        if self.linked:
            self.data[-1] += data
        elif not self.silent:
            self.text.append(data)


def _loaded(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """The articles that linked data is about: not those that it lists, mentions or shows beside."""
    if isinstance(data, list):
        for item in data:
            yield from _articles(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(_ARTICLE.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        else:
            for key in ("@graph", "mainEntity"):
                yield from _articles(data.get(key))


def _agreed(articles: list[dict[str, Any]], key: str) -> str | None:
    """The time that all of them state; none if two differ (then one of them is another article)."""
    times = {text for article in articles if isinstance(text := article.get(key), str) and _is_time(text)}
    return times.pop() if len(times) == 1 else None


def _is_time(text: str) -> bool:
    try:
        return edtf.read(text)["start"] is not None
    except ValueError:
        return False
