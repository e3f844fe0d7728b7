"""What somebody who begins needs: a folder for a story, and the forms of the files."""

from __future__ import annotations

import json
from pathlib import Path

import click

__all__ = ["init", "schema"]


@click.command()
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> None:
    """Lay out a folder for a story: where articles go, who wrote them, and a first rule with its examples.

    Nothing that is there already is touched.

    \b
    Example:
      reconcile init ferry
      reconcile check ferry
    """
    from reconcile.samples import starter  # noqa: PLC0415

    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, text in starter().items():
        file = Path(folder, name)
        if file.exists():
            click.echo(f"{file} is there already")
            continue
        file.write_text(text, encoding="utf-8")
        click.echo(f"{file} written")


@click.command()
@click.argument("name", metavar="claim|report|rules")
def schema(name: str) -> None:
    """The JSON Schema of a claim, a report or a rule file.

    \b
    Example:
      reconcile schema rules > rules.schema.json
    """
    from reconcile.schemas import schema as draw  # noqa: PLC0415

    click.echo(json.dumps(draw(name), indent=2, ensure_ascii=False))
