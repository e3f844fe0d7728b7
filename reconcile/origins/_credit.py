"""Whose report an article prints: the agency that its byline, its dateline or its last line credits.

Only agencies of the list whose text others reprint (``wire``) are looked for, and only in the places where a page
credits: a mention in the running text is a source, not a credit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.languages._outlets import outlets
from reconcile.model import Article, Zone
from reconcile.origins._lexicon import outlet_id, outlet_of, tokens

__all__ = ["credited"]

#: How far down a dateline stands (below headline, byline and caption), and how long its town and day are.
_HEAD = 1200
_DATELINE = re.compile(r"^[^\n.!?()]{0,50}\(([^()\n]{2,40})\)\s{0,2}[-\u2013\u2014\u0640:]", re.MULTILINE)
_FRAME = " \t()[].,:;\u2013\u2014-*"


def credited(article: Article) -> str | None:
    """The id of the agency whose report an article prints.

    >>> credited(Article(id="a", text="GENEVA, March 6 (Reuters) - Envoys met on Friday."))
    'reuters'
    >>> credited(Article(id="a", text="Envoys met on Friday, an official told Reuters."))
    """
    return next((code for code in _codes(article) if code and outlets()[code].wire), None)


def _codes(article: Article) -> Iterator[str | None]:
    text = article.text or ""
    for line in (article.author or "", *_bylines(article)):
        yield outlet_id(tokens(line))
    yield from (outlet_of(named) for named in _DATELINE.findall(text[:_HEAD]))
    yield outlet_of(text[-200:].rstrip().rpartition("\n")[2].strip(_FRAME)) if "\n" in text else None


def _bylines(article: Article) -> Iterator[str]:
    text = article.text or ""
    return (text[span.start : span.end] for span in article.zones if span.zone is Zone.BYLINE)
