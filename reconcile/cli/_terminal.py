"""What the commands print besides their results: diagnostics, colours, a bar, and the exit status of a fault."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from reconcile.model import Rejected

__all__ = ["Bar", "Fault", "colour", "coloured", "complain", "count"]


_SHOWN = 20
"""How many diagnostics a terminal gets; the JSON report has them all."""

_LONG = 20
"""With fewer articles or blocks than this nobody waits."""

_COLOURS = {"✗": "red", "!": "yellow", "?": "yellow", "↑": "blue", "≈": "blue"}
_HEAD = re.compile(r"^([✗!?↑≈]) [A-Z][A-Z ]+(?=  )", re.MULTILINE)


class Fault(click.ClickException):
    """One of our own errors: one line, exit 2, no traceback."""

    exit_code = 2


class Bar:
    """How far the work is, stage by stage, on one line that goes away."""

    def __enter__(self) -> Bar:
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        if total >= _LONG and (done == total or done % max(total // 100, 1) == 0):
            filled = 30 * done // total
            bar = f"{stage:<8} [{'#' * filled}{'-' * (30 - filled)}] {done} of {total}"
            click.echo(f"\r{bar}", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)


def colour() -> bool | None:
    """``None``: as the terminal is; see https://no-color.org."""
    return False if os.environ.get("NO_COLOR") else None


def coloured(text: str) -> str:
    """The heads of findings in the colour of their kind; click takes it out where nobody would see it."""
    return _HEAD.sub(lambda head: click.style(head[0], fg=_COLOURS[head[1]], bold=True), text)


def count(suppressed: Iterable[Any]) -> None:
    """How many findings somebody decided not to see, by whom and why."""
    told = Counter((one["by"], one["reason"]) for one in suppressed)
    for (by, reason), number in sorted(told.items()):
        click.echo(f"{by}: {number} finding{'' if number == 1 else 's'} suppressed: {reason}", err=True)


def complain(things: Sequence[Rejected]) -> None:
    """What could not be read or used, each with its place."""
    for thing in things[:_SHOWN]:
        click.echo(f"{thing.where}: {thing.reason}", err=True)
    if len(things) > _SHOWN:
        click.echo(f"… and {len(things) - _SHOWN} more; --output json:FILE lists them all", err=True)
