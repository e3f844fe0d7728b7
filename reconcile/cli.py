"""The command ``reconcile``: findings on stdout, diagnostics on stderr, and an exit status for scripts.

0: nothing at or above ``--fail-on``; 1: findings; 2: usage or input error. The commands are thin: each one
calls the library and prints. What a command needs is imported when it runs, so ``--help`` answers at once.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from reconcile import __version__
from reconcile.errors import ReconcileError, UnknownNameError
from reconcile.registry import pick

if TYPE_CHECKING:
    from reconcile.model import Claim, Rejected
    from reconcile.result import Result
    from reconcile.rules import RuleFile
    from reconcile.testing._run import Outcome

__all__ = ["main"]

_SHOWN = 20
"""How many diagnostics a terminal gets; the JSON report has them all."""

_LONG = 20
"""With fewer articles or blocks than this nobody waits."""

_COLOURS = {"✗": "red", "!": "yellow", "?": "yellow", "↑": "blue", "≈": "blue"}
_HEAD = re.compile(r"^([✗!?↑≈]) [A-Z][A-Z ]+(?=  )", re.MULTILINE)

_FAILING = {
    "contradiction": {"error"},
    "disagreement": {"error", "warning"},
    "difference": {"error", "warning", "info"},
    "never": set[str](),
}


class _Fault(click.ClickException):
    """One of our own errors: one line, exit 2, no traceback."""

    exit_code = 2


class _Main(click.Group):
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ReconcileError as error:
            raise _Fault(str(error)) from error


def _checked(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """The formats of all reports, checked before any work."""
    from reconcile.outputs import split  # noqa: PLC0415

    for target in given:
        try:
            pick("outputs", split(target)[0], what="output format")
        except UnknownNameError as error:
            raise click.BadParameter(str(error), ctx, param) from error
    return given


_paths = click.argument(
    "paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True)
)


def _configured(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """The rule files of the command line, else those of the project."""
    if given or ctx.resilient_parsing:
        return given
    from reconcile.rules._config import configured  # noqa: PLC0415

    return configured()


_rules = click.option(
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


def _knowledge(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which a user hands over what the articles do not say."""
    for name, text in reversed(_FILES.items()):
        command = click.option(f"--{name}", metavar="FILE", type=click.Path(exists=True), help=text)(command)
    return command


def _narrowing(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which some rules are asked alone, or not at all."""
    told = {"select": "Ask these rules alone", "ignore": "Do not ask these rules"}
    for name, text in reversed(told.items()):
        command = click.option(
            f"--{name}", multiple=True, metavar="RULE", help=f"{text} (an id or a pattern)."
        )(command)
    return command


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


@main.command()
@_paths
@_rules
@_narrowing
@_knowledge
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
            click.echo(_coloured(render(report, target)), nl=False, color=_colour())
        else:
            write(report, target, bom=bom)
    _complain((*report.rejected, *report.warnings))
    _count(report.suppressed)
    sys.exit(int(any(finding.severity in _FAILING[fail_on] for finding in report.findings)))


@main.command()
@_paths
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
    found = extractors.extract([readers.complete(article) for article in material.articles], extractor)
    for line in _lines(found.claims):
        click.echo(line)
    _complain((*material.rejected, *found.rejected, *material.warnings))


@main.command()
@click.argument("id")
@_paths
@_rules
@_narrowing
@_knowledge
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
    click.echo(_coloured(str(result.explain(id, every_rule=trace))), color=_colour())


@main.command("diff")
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
    from reconcile.views.diff import changes, diff  # noqa: PLC0415

    before, after = read(old), read(new)
    view = diff(before, after)
    click.echo(view.text)
    if html:
        Path(html).write_text(view.page("What changed"), encoding="utf-8")
    sys.exit(int(fail_on_new and bool(changes(before, after).new)))


@main.command()
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


@main.group()
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
@_rules
def list_rules(files: tuple[str, ...], rules: tuple[str, ...]) -> None:
    """The rules, in the order in which they are asked: id, group, relation, attributes.

    \b
    Examples:
      reconcile rules list
      reconcile rules list my.rules.yaml
    """
    from reconcile.rules import load  # noqa: PLC0415

    ruleset = load((*rules, *files))
    groups = ("gate", "fit", "conflict")
    for rule in sorted(ruleset.rules, key=lambda rule: groups.index(rule.stage)):
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
    sys.exit(int(fault) if formed else _Fault.exit_code)


@main.command()
@click.argument("name", metavar="claim|report|rules")
def schema(name: str) -> None:
    """The JSON Schema of a claim, a report or a rule file.

    \b
    Example:
      reconcile schema rules > rules.schema.json
    """
    from reconcile.schemas import schema as draw  # noqa: PLC0415

    click.echo(json.dumps(draw(name), indent=2, ensure_ascii=False))


def _reconcile(paths: Sequence[str], **settings: Any) -> Result:
    """The result, with a bar on stderr while it takes long and somebody is looking."""
    from reconcile.pipeline import reconcile  # noqa: PLC0415
    from reconcile.rules import load, narrowed  # noqa: PLC0415

    chosen = {name: settings.pop(name) for name in ("select", "ignore")}
    settings["rules"] = narrowed(load(settings["rules"]), **chosen)
    given = {name: setting for name, setting in settings.items() if setting}
    with _Bar() as bar:
        return reconcile(list(paths), progress=bar if sys.stderr.isatty() else None, **given)


class _Bar:
    """How far the work is, stage by stage, on one line that goes away."""

    def __enter__(self) -> _Bar:
        return self

    def __call__(self, stage: str, done: int, total: int) -> None:
        if total >= _LONG and (done == total or done % max(total // 100, 1) == 0):
            filled = 30 * done // total
            bar = f"{stage:<8} [{'#' * filled}{'-' * (30 - filled)}] {done} of {total}"
            click.echo(f"\r{bar}", nl=False, err=True)

    def __exit__(self, *_: object) -> None:
        if sys.stderr.isatty():
            click.echo("\r\033[K", nl=False, err=True)


def _colour() -> bool | None:
    """``None``: as the terminal is; see https://no-color.org."""
    return False if os.environ.get("NO_COLOR") else None


def _coloured(text: str) -> str:
    """The heads of findings in the colour of their kind; click takes it out where nobody would see it."""
    return _HEAD.sub(lambda head: click.style(head[0], fg=_COLOURS[head[1]], bold=True), text)


def _count(suppressed: Iterable[Any]) -> None:
    """How many findings somebody decided not to see, by whom and why."""
    told = Counter((one["by"], one["reason"]) for one in suppressed)
    for (by, reason), number in sorted(told.items()):
        click.echo(f"{by}: {number} finding{'' if number == 1 else 's'} suppressed: {reason}", err=True)


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


def _complain(things: Sequence[Rejected]) -> None:
    for thing in things[:_SHOWN]:
        click.echo(f"{thing.where}: {thing.reason}", err=True)
    if len(things) > _SHOWN:
        click.echo(f"… and {len(things) - _SHOWN} more; --output json:FILE lists them all", err=True)
