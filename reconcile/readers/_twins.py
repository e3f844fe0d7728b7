"""One article under two ids: it must be noticed, or a copy would pass for a second witness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from reconcile.model import Article, Rejected

__all__ = ["twins"]

_FEWEST = 8
"""Words that two texts share by chance."""


def twins(articles: Iterable[Article], where: Mapping[str, str]) -> Iterator[Rejected]:
    """A warning for each article that has the text or the address of an earlier one.

    >>> text = "Both delegations left the city on Friday without any statement."
    >>> pair = [Article(id="a", text=text), Article(id="b", text=text)]
    >>> [warning.reason for warning in twins(pair, {"a": "a.txt", "b": "b.txt"})]
    ["the same text as article 'a' (a.txt): one witness, not two"]
    """
    texts: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for article in articles:
        for told, key, seen in (
            ("text", _words(article), texts),
            ("address", _address(article), addresses),
        ):
            first = seen.setdefault(key, article.id) if key else article.id
            if first != article.id:
                place = where.get(first, first)
                reason = f"the same {told} as article {first!r} ({place}): one witness, not two"
                yield Rejected(where.get(article.id, article.id), reason)
                break


def _words(article: Article) -> str | None:
    words = (article.text or "").split()
    return " ".join(words) if len(words) >= _FEWEST else None


def _address(article: Article) -> str | None:
    """The address without what leads to the same page: scheme, ``www.``, a last slash, a fragment."""
    if not article.url:
        return None
    try:
        parts = urlsplit(article.url.strip())
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.rstrip("/")
    return f"{host}{path}?{parts.query}" if host and (path or parts.query) else None
