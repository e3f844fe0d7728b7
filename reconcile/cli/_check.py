"""Reconciling a story, and asking why a finding was made."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from reconcile.cli import _options
from reconcile.cli._terminal import Bar, colour, coloured, complain, count
from reconcile.errors import UnknownNameError

if TYPE_CHECKING:
    from reconcile.result import Result

__all__ = ["check", "explain"]


_FAILING = {
    "contradiction": {"error"},
    "disagreement": {"error", "warning"},
    "difference": {"error", "warning", "info"},
    "never": set[str](),
}


def _checked(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """The formats of all reports, checked before any work."""
    from reconcile.outputs import split  # noqa: PLC0415
    from reconcile.registry import pick  # noqa: PLC0415

    for target in given:
        try:
            pick("outputs", split(target)[0], what="output format")
        except UnknownNameError as error:
            told = f"{error} Write FORMAT:FILE, or a FILE whose suffix is that of a format."
            raise click.BadParameter(told, ctx, param) from error
    return given


@click.command()
@_options.paths
@_options.rules
@_options.narrowing
@_options.knowledge
@click.option("--method", default="origin_vote", show_default=True, help="How facts are weighed.")
@click.option(
    "--output",
    "outputs",
    multiple=True,
    callback=_checked,
    metavar="FORMAT:FILE",
    help="Write a report: html, json, markdown … May be given several times; without a FILE: stdout.",
)
@click.option("--bom", is_flag=True, help="Begin text files with a byte order mark, for spreadsheets.")
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILING)),
    default="contradiction",
    show_default=True,
    help="Exit 1 from this severity on: errors; warnings too; any finding; not at all.",
)
def check(paths: tuple[str, ...], outputs: tuple[str, ...], bom: bool, fail_on: str, **settings: Any) -> None:
    """Reconcile articles and claims, in any mix, and print the findings.

    PATH is a folder, an article (.txt, .html, .json), a claims file (.jsonl), or - for claims on stdin.

    \b
    Examples:
      reconcile check examples/paris_talks --fail-on never
      reconcile check a.txt b.txt claims.jsonl --rules my.rules.yaml
      reconcile check story/ --output json:report.json --output html:report.html
      reconcile check story/ --output csv:findings.csv --bom --fail-on never
      reconcile check story/ --ignore 'fit.*'
      my-extractor | reconcile check - --fail-on disagreement
    Exit status: 0 nothing at or above --fail-on, 1 findings, 2 usage or input error.
    """
    from reconcile.outputs import render, split, write  # noqa: PLC0415

    report = _reconcile(paths, **settings).data
    if all(split(target)[1] for target in outputs):
        outputs = ("text", *outputs)
    for target in outputs:
        if target == "text":
            click.echo(coloured(render(report, target)), nl=False, color=colour())
        else:
            write(report, target, bom=bom)
    complain((*report.rejected, *report.warnings))
    count(report.suppressed)
    sys.exit(int(any(finding.severity in _FAILING[fail_on] for finding in report.findings)))


@click.command()
@click.argument("id")
@_options.paths
@_options.rules
@_options.narrowing
@_options.knowledge
@click.option(
    "--trace", is_flag=True, help="Tell of every rule that was asked, not only of those that nearly fired."
)
def explain(id: str, paths: tuple[str, ...], trace: bool, **settings: Any) -> None:
    """Everything behind one finding or fact: quotes, values, evidence, rule, reason, near misses.

    ID is the id of a finding or fact as a report prints it; of a finding its
    first characters are enough.

    \b
    Example:
      reconcile explain f3a1 examples/paris_talks
    """
    result = _reconcile(paths, **settings)
    click.echo(coloured(str(result.explain(id, every_rule=trace))), color=colour())


def _reconcile(paths: Sequence[str], **settings: Any) -> Result:
    """The result, with a bar on stderr while it takes long and somebody is looking."""
    from reconcile.pipeline import reconcile  # noqa: PLC0415
    from reconcile.rules import load, narrowed  # noqa: PLC0415

    chosen = {name: settings.pop(name) for name in ("select", "ignore")}
    settings["rules"] = narrowed(load(settings["rules"]), **chosen)
    given = {name: setting for name, setting in settings.items() if setting}
    with Bar() as bar:
        return reconcile(list(paths), progress=bar if sys.stderr.isatty() else None, **given)
