"""What changed between two reports."""

from __future__ import annotations

import sys
from pathlib import Path

import click

__all__ = ["show_changes"]


@click.command("diff")
@click.argument("old", type=click.Path(exists=True))
@click.argument("new", type=click.Path(exists=True))
@click.option("--fail-on-new", is_flag=True, help="Exit 1 when there is a finding that was not there before.")
@click.option(
    "--html", type=click.Path(dir_okay=False), metavar="FILE", help="Also write the changes as a page."
)
def show_changes(old: str, new: str, fail_on_new: bool, html: str | None) -> None:
    """What changed between two reports: findings and facts that are new, gone, or stand differently.

    OLD and NEW are reports that were written with --output json:FILE.

    \b
    Examples:
      reconcile check story/ --output json:today.json --fail-on never
      reconcile diff yesterday.json today.json
      reconcile diff yesterday.json today.json --fail-on-new
    Exit status: 0 nothing new (or no --fail-on-new), 1 new findings, 2 usage or input error.
    """
    from reconcile.outputs import read  # noqa: PLC0415
    from reconcile.views.diff import changes, laid_out  # noqa: PLC0415

    made = changes(read(old), read(new))
    view = laid_out(made)
    click.echo(view.text)
    if html:
        Path(html).write_text(view.page("What changed"), encoding="utf-8")
    sys.exit(int(fail_on_new and bool(made.new)))
