"""Articles become the claims that other commands read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from reconcile.cli import _options
from reconcile.cli._terminal import complain

if TYPE_CHECKING:
    from reconcile.model import Claim

__all__ = ["extract"]


@click.command()
@_options.paths
@click.option("--extractor", default="rules", show_default=True, help="How claims are found in articles.")
def extract(paths: tuple[str, ...], extractor: str) -> None:
    """Write the claims of articles as JSON lines, which `check` reads.

    \b
    Examples:
      reconcile extract story/ > claims.jsonl
      reconcile extract article.txt | reconcile check - other.jsonl
    """
    from reconcile import extractors, readers  # noqa: PLC0415

    material = readers.read(list(paths))
    found = extractors.extract(material.articles, extractor)
    for line in _lines(found.claims):
        click.echo(line)
    complain((*material.rejected, *found.rejected, *material.warnings))


def _lines(claims: Iterable[Claim]) -> Iterator[str]:
    """Claims JSONL; an article is written out where it first comes up, without its text."""
    told: set[str] = set()
    for claim in claims:
        data = claim.to_dict()
        if claim.article.id in told:
            data["article"] = claim.article.id
        else:
            data["article"] = {key: item for key, item in data["article"].items() if key not in _NOT_TOLD}
        told.add(claim.article.id)
        yield json.dumps(data, ensure_ascii=False)


_NOT_TOLD = ("text", "zones")
