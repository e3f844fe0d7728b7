"""Looking at rule sets, and testing them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from reconcile.cli import _options
from reconcile.cli._terminal import Fault
from reconcile.errors import ReconcileError

if TYPE_CHECKING:
    from reconcile.rules import RuleFile
    from reconcile.testing._run import Outcome

__all__ = ["rules"]


@click.group()
def rules() -> None:
    """Look at rule sets, and test them.

    \b
    Examples:
      reconcile rules list
      reconcile rules test my.rules.yaml
      reconcile rules cov my.rules.yaml --fail-under 100
    """


_files = click.argument("files", metavar="[FILE…]", nargs=-1)


_pyargs = click.option(
    "--pyargs", is_flag=True, help="FILE is an importable package: run all rule files in it."
)


@rules.command("list")
@_files
@_options.rules
def list_rules(files: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """The rules, in the order in which they are asked: id, group, relation, attributes.

    \b
    Examples:
      reconcile rules list
      reconcile rules list my.rules.yaml
    """
    from reconcile.rules import load  # noqa: PLC0415
    from reconcile.rules._trace import in_order  # noqa: PLC0415

    ruleset = load((*rules, *files))
    for rule in in_order(ruleset.rules):
        click.echo(f"{rule.id:<32} {rule.stage:<8} {rule.verdict:<24} {' '.join(rule.attributes)}")
    for part in ruleset.parts:
        click.echo(f"{part['name']} {part['version']} ({part['hash']})", err=True)


@rules.command("test")
@_files
@_pyargs
def test_rules(files: tuple[str, ...], pyargs: bool) -> None:
    """Run the examples of rule files (of the shipped rules without a FILE).

    FILE is a *.rules.yaml file, or the name of an installed rule set.

    \b
    Examples:
      reconcile rules test
      reconcile rules test my.rules.yaml
      reconcile rules test --pyargs newsroom_rules
    Exit status: 0 all are as they say, 1 some are not, 2 a file is not of the form.
    """
    done, formed = _run(files, pyargs)
    outcomes = [outcome for _, told in done for outcome in told]
    failed = [outcome for outcome in outcomes if outcome.problem]
    for outcome in failed:
        click.echo(f"{outcome}\n")
    todo = sum(outcome.example.todo for outcome in outcomes)
    gaps = f", {todo} known gaps" if todo else ""
    if done:
        click.echo(f"{len(outcomes) - len(failed)} of {len(outcomes)} examples are as they say{gaps}")
    _leave(bool(failed), formed)


@rules.command("cov")
@_files
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    default=100,
    show_default=True,
    metavar="N",
    help="Exit 1 when less than N per cent of the rules are covered.",
)
@click.option("--strict", is_flag=True, help="Every condition of a rule has to matter to an example, too.")
@_pyargs
def cover_rules(files: tuple[str, ...], fail_under: float, strict: bool, pyargs: bool) -> None:
    """Which rules are never seen firing, never silent, or keep a threshold that no example needs.

    \b
    Examples:
      reconcile rules cov
      reconcile rules cov my.rules.yaml --fail-under 80
    Exit status: 0 enough is covered, 1 not enough, 2 a file is not of the form.
    """
    from reconcile.testing._coverage import coverage, needs, percentage, record, table  # noqa: PLC0415

    done, formed = _run(files, pyargs)
    covered = [one for file, told in done for one in coverage(needs(file), map(record, told))]
    for line in table(covered, strict=strict):
        click.echo(line)
    _leave(percentage(covered, strict=strict) < fail_under, formed)


@rules.command("lint")
@_files
@_pyargs
def lint_rules(files: tuple[str, ...], pyargs: bool) -> None:
    """Rules of one group that disagree on an example, and rules that lack one half of their examples.

    \b
    Example:
      reconcile rules lint my.rules.yaml
    Exit status: 0 nothing, 1 something, 2 a file is not of the form.
    """
    from reconcile.testing._coverage import lint  # noqa: PLC0415

    done, formed = _run(files, pyargs)
    complaints = [line for file, told in done for line in lint(told, file)]
    for line in complaints:
        click.echo(line)
    _leave(bool(complaints), formed)


@rules.command("docs")
@click.argument("folder", type=click.Path(file_okay=False))
@click.argument("file", required=False, metavar="[FILE]")
def write_catalogue(folder: str, file: str | None) -> None:
    """Write the catalogue of a rule file (of the shipped rules without a FILE) as Markdown pages.

    \b
    Example:
      reconcile rules docs docs/rules
    """
    from reconcile.rules import catalogue, read_rules  # noqa: PLC0415

    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, text in catalogue(read_rules(file)).items():
        Path(folder, name).write_text(text, encoding="utf-8")


def _run(files: Sequence[str], pyargs: bool) -> tuple[list[tuple[RuleFile, list[Outcome]]], bool]:
    """Every file with the outcomes of its examples, and whether all are of the form; one that is not is told, and
    the rest still run."""
    from reconcile.rules import read_rules  # noqa: PLC0415
    from reconcile.rules._installed import rule_files  # noqa: PLC0415
    from reconcile.testing._run import run  # noqa: PLC0415

    done = []
    named = [str(path) for name in files for path in rule_files(name)] if pyargs else files
    for name in named or (None,):
        try:
            file = read_rules(name)
        except ReconcileError as error:
            click.echo(f"Error: {error}", err=True)
            continue
        done.append((file, [run(example, file.ruleset) for example in file.examples]))
    return done, len(done) == len(named or (None,))


def _leave(fault: bool, formed: bool) -> NoReturn:
    """2 where a file was not of the form, else 1 where something is wrong, else 0."""
    sys.exit(int(fault) if formed else Fault.exit_code)
