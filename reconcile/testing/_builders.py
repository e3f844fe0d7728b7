"""Builders: a claim in one line.

>>> left, right = claims("talks.date", {"a": "5 January 2026", "b": "6 January 2026"})
>>> left.article.label, right.value.raw
('a', '6 January 2026')
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reconcile.model import Article, Claim, Source

__all__ = ["article", "chain", "claim", "claims"]


def article(outlet: str, text: str | None = None, *, id: str | None = None, **keys: Any) -> Article:
    """An article of ``outlet``; ``keys`` are further keys of the contract (``published``, ``language`` …).

    >>> article("Example Times", "Talks opened on Monday.", published="2026-01-06").id
    'Example Times'
    """
    return Article.model_validate({"id": id or outlet, "outlet": outlet, "text": text, **keys})


def chain(*sources: str) -> tuple[Source, ...]:
    """An attribution chain, outermost source first.

    >>> [source.source for source in chain("Reuters", "a Syrian official")]
    ['Reuters', 'a Syrian official']
    """
    return tuple(Source(source=source) for source in sources)


def claim(
    attribute: str,
    value: Any,
    *,
    outlet: str = "a",
    published: str | None = None,
    language: str | None = "en",
    sources: Sequence[str] = (),
    qualifiers: Mapping[str, Any] | None = None,
    **keys: Any,
) -> Claim:
    """What ``outlet`` says on ``attribute``.

    ``value`` is whatever the claims contract allows: bare words or a number (read later by the kind of the
    attribute), a boolean, a list, or an object with ``kind``. ``keys`` are further keys of a claim.

    >>> said = claim("casualties.killed", 7, outlet="b", sources=["Reuters"], certainty="probable")
    >>> said.article.id, said.value.kind, said.attribution[0].source, str(said.certainty)
    ('b', 'unread', 'Reuters', 'probable')
    """
    return Claim.model_validate(
        {
            "article": {"id": outlet, "outlet": outlet, "published": published, "language": language},
            "attribute": attribute,
            "value": value,
            "attribution": [{"source": source} for source in sources],
            "qualifiers": dict(qualifiers or {}),
            **keys,
        }
    )


def claims(attribute: str, said: Mapping[str, Any], **keys: Any) -> tuple[Claim, ...]:
    """One claim per outlet on one attribute: ``said`` maps each outlet to what it says.

    >>> [claim.value.content for claim in claims("casualties.killed", {"a": 7, "b": 9}, event="blast")]
    [7, 9]
    """
    return tuple(claim(attribute, value, outlet=outlet, **keys) for outlet, value in said.items())
