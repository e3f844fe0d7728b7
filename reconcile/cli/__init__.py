"""The command ``reconcile``: findings on stdout, diagnostics on stderr, and an exit status for scripts.

0: nothing at or above ``--fail-on``; 1: findings; 2: usage or input error. The commands are thin: each one
calls the library and prints. What a command needs is imported when it runs, so ``--help`` answers at once.
"""

from __future__ import annotations

import signal
import sys
from typing import Any

import click

from reconcile import __version__
from reconcile.cli._changes import show_changes
from reconcile.cli._check import check, explain
from reconcile.cli._extract import extract
from reconcile.cli._forms import init, schema
from reconcile.cli._rules import rules
from reconcile.cli._terminal import Fault
from reconcile.errors import ReconcileError

__all__ = ["main"]


class _Main(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        if hasattr(signal, "SIGPIPE") and sys.stdout is sys.__stdout__:  # a program, not a call from Python
            signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # who leaves early (``| head``) is told nothing
        try:
            return super().invoke(ctx)
        except ReconcileError as error:
            raise Fault(str(error)) from error


@click.group(cls=_Main, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="reconcile")
def main() -> None:
    """Tell what several outlets agree on, where they differ, and why.

    \b
    Examples:
      reconcile check story/                          every article and claim file of a folder
      reconcile check story/ --output html:report.html
      reconcile extract article.txt > claims.jsonl
      reconcile explain f3a1 story/                   one finding, with everything behind it
    """


for _command in (check, explain, extract, show_changes, init, rules, schema):
    main.add_command(_command)
