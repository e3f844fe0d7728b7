"""The publication time that a page prints about itself."""

from __future__ import annotations

from typing import Any

from reconcile.model import Article

__all__ = ["published"]


def published(article: Article) -> dict[str, Any]:
    """The publication fields of an article, as far as its own byline lines tell them."""
    return {}
