"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

__all__ = ["knowledge", "narrowing", "paths", "rules"]

paths = click.argument(
    "paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True)
)


def _configured(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """The rule files of the command line, else those of the project."""
    if given or ctx.resilient_parsing:
        return given
    from reconcile.rules._config import configured  # noqa: PLC0415

    return configured()


rules = click.option(
    "--rules",
    "rules",
    multiple=True,
    callback=_configured,
    metavar="FILE",
    help="A rule file, or the name of an installed rule set, that is asked before the shipped rules. May be given "
    "several times. Default: `rules` of [tool.reconcile] in pyproject.toml.",
)


_FILES = {
    "known": "Holders of offices with their days, and names that are two persons.",
    "gazetteer": "Places, regions and bodies besides the shipped ones.",
    "outlets": "Outlets and agencies besides the shipped ones, with their names.",
    "trust": "How often an outlet is right, by outlet or by outlet and attribute.",
}


def knowledge(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a user hands over what the articles do not say."""
    for name, text in reversed(_FILES.items()):
        command = click.option(f"--{name}", metavar="FILE", type=click.Path(exists=True), help=text)(command)
    return command


def narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which some rules are asked alone, or not at all."""
    told = {"select": "Ask these rules alone", "ignore": "Do not ask these rules"}
    for name, text in reversed(told.items()):
        command = click.option(
            f"--{name}", multiple=True, metavar="RULE", help=f"{text} (an id or a pattern)."
        )(command)
    return command
