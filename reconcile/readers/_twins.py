"""One article under two ids: it must be noticed, or a copy would pass for a second witness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reconcile.model import Article, Rejected

__all__ = ["twins"]


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
            ("text", article.wording, texts),
            ("address", article.address, addresses),
        ):
            first = seen.setdefault(key, article.id) if key else article.id
            if first != article.id:
                place = where.get(first, first)
                reason = f"the same {told} as article {first!r} ({place}): one witness, not two"
                yield Rejected(where.get(article.id, article.id), reason)
                break
