"""HTML: the page's text and what its head says of it, by trafilatura (the extra ``[html]``).

The *date* is taken from nothing but structured metadata: guessing libraries give the first of January
where they find only a year, and a false date would anchor every "today" of the page.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

from reconcile import edtf
from reconcile.model import Rejected
from reconcile.readers._rows import Row, Rows, UnreadableError, decode, read_bytes

__all__ = ["html"]

_STATED = re.compile(
    r"""article:published_time["']\s+content=["']([^"']+)|content=["']([^"']+)["']\s+property=["']article:"""
    r"""published_time|["']datePublished["']\s*:\s*["']([^"']+)""",
    re.IGNORECASE,
)


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
    text = trafilatura.extract(page, include_comments=False, favor_recall=True)
    if not text:
        yield Rejected(where, "no article was found in the page")
        return
    found = {"id": path.stem, "text": text, "published": stated_date(page), **_about(trafilatura, page)}
    yield Row(where, {key: value for key, value in found.items() if value}, path.stem)


def stated_date(page: str) -> str | None:
    """The publication time that the page's own metadata states, as far as it is an ISO time.

    >>> stated_date('<meta property="article:published_time" content="2026-01-06T22:30:00+02:00">')
    '2026-01-06T22:30:00+02:00'
    >>> stated_date('<p>2026</p>') is None
    True
    """
    for match in _STATED.finditer(page):
        text = next(group for group in match.groups() if group)
        try:
            edtf.read(text)
        except ValueError:
            continue
        return text
    return None


def _about(trafilatura: Any, page: str) -> dict[str, str | None]:
    about = trafilatura.extract_metadata(page)
    if about is None:
        return {}
    return {"title": about.title, "author": about.author, "outlet": about.sitename, "url": about.url}
