"""Sample stories that ship with the package: something to try the library on before you have data.

There is one copy of each story. It lives in ``examples/`` of the repository; a wheel carries it beside
this module, and a checkout is read where it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, overload

from reconcile.errors import UnknownNameError
from reconcile.model import Article, Claim
from reconcile.readers import complete, read

__all__ = ["load_sample", "names", "path", "starter"]

_PLACES = (Path(__file__).parent, Path(__file__).parents[2] / "examples")


def _root() -> Path:
    return next((place for place in _PLACES if any(place.glob("*_claims.jsonl"))), _PLACES[0])


def names() -> tuple[str, ...]:
    """The names of all samples.

    >>> names()
    ('paris_talks',)
    """
    return tuple(sorted(file.name.removesuffix("_claims.jsonl") for file in _root().glob("*_claims.jsonl")))


def path(name: str, *, articles: bool = False) -> Path:
    """Where a sample lies: the file of its claims, or the folder of its articles.

    >>> path("paris_talks").name
    'paris_talks_claims.jsonl'
    """
    if name not in names():
        raise UnknownNameError("sample", name, names())
    return _root() / (name if articles else f"{name}_claims.jsonl")


@overload
def load_sample(name: str = ..., *, articles: Literal[False] = ...) -> tuple[Claim, ...]: ...
@overload
def load_sample(name: str = ..., *, articles: Literal[True]) -> tuple[Article, ...]: ...
def load_sample(
    name: str = "paris_talks", *, articles: bool = False
) -> tuple[Claim, ...] | tuple[Article, ...]:
    """The claims of a sample story, or (``articles=True``) its articles as the outlets printed them.

    Raises:
        UnknownNameError: when there is no such sample.

    >>> claims = load_sample("paris_talks")
    >>> sorted({claim.article.label for claim in claims})
    ['Al-Ataba', 'Al-Sindiyan', 'Kav Ofek', 'Marsa News', 'Nibras']
    """
    material = read([path(name, articles=articles)])
    return tuple(map(complete, material.articles)) if articles else tuple(material.claims)


_ARTICLES = """\
{"id": "first", "outlet": "Example Times", "language": "en", "published": "2026-01-06"}
{"id": "second", "outlet": "Other Post", "language": "en", "published": "2026-01-07"}
"""
_FIRST = """\
The talks ended in Paris on 5 January 2026. At least 7 people were injured in a protest outside.
"""
_SECOND = """\
The talks ended in Paris on 5 December 2025. At least 9 people were injured in a protest outside.
"""
_RULES = """\
# Asked before the shipped rules: reconcile check . --rules my.rules.yaml
# Tested by: reconcile rules test my.rules.yaml
ruleset: my.rules
version: 0.1.0
rules:
  - id: votes.close
    attributes: ["*.votes_for"]
    when: [rivals, within_factor]
    params: {factor: 1.1}
    verdict: UNDECIDED
    severity: warning
    message: "{left} and {right} are so close that a clerk may have slipped."
    examples:
      - {name: a tenth more, expect: fires, a: 100, b: 110}
      - {name: more than a tenth, expect: silent, a: 100, b: 115}
"""


def starter() -> dict[str, str]:
    """The files of a new story: two articles, who wrote them, and a first rule with its examples.

    >>> sorted(starter())
    ['articles.jsonl', 'first.txt', 'my.rules.yaml', 'second.txt']
    """
    return {"articles.jsonl": _ARTICLES, "first.txt": _FIRST, "second.txt": _SECOND, "my.rules.yaml": _RULES}
