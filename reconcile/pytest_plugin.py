"""The pytest plug-in: every example of a ``*.rules.yaml`` file is a test.

pytest loads it in every project where the library is installed, so it imports nothing of the library until it
meets a rule file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from reconcile.rules import Example, RuleFile
    from reconcile.testing._run import Outcome

_ENDS = (".rules.yaml", ".rules.yml")
_PROPERTY = "reconcile"
_RECORDS = pytest.StashKey[dict[str, list[dict[str, Any]]]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of rule coverage."""
    group = parser.getgroup("reconcile", "rule sets of reconcile")
    group.addoption("--rules-cov", action="store_true", help="print which rules their examples cover")
    group.addoption(
        "--rules-cov-strict",
        action="store_true",
        help="every condition of a rule has to matter to an example (implies --rules-cov)",
    )
    group.addoption("--rules-cov-fail-under", type=_percent, metavar="N",
                    help="fail when less than N per cent of the rules are covered (implies --rules-cov)")  # fmt: skip


def _percent(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 100:
        raise ValueError("a percentage lies between 0 and 100")
    return number


def pytest_configure(config: pytest.Config) -> None:
    """Room for what the examples show, by file."""
    config.stash[_RECORDS] = {}
    config.pluginmanager.register(_Collector(config), "reconcile-rules-cov")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A rule file."""
    if not file_path.name.endswith(_ENDS):
        return None
    collector: pytest.Collector = RulesFile.from_parent(parent, path=file_path)
    return collector


class RulesFile(pytest.File):
    """A rule file: one item an example, and one for what can only be said of the whole file."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Read the file; what is wrong with its form is told with file and line."""
        from reconcile.errors import RuleError  # noqa: PLC0415
        from reconcile.rules import read_rules  # noqa: PLC0415

        try:
            rules = read_rules(self.path)
        except RuleError as error:
            raise self.CollectError(str(error)) from None
        yield from self._items(_Runs(rules))

    def _items(self, runs: _Runs) -> Iterator[pytest.Item | pytest.Collector]:
        yield RulesItem.from_parent(self, name="rules", runs=runs)
        for rule, examples in groupby(runs.rules.examples, key=lambda example: example.rule):
            yield RuleNode.from_parent(self, name=rule, runs=runs, examples=tuple(examples))


class _Runs:
    """A rule file with the outcomes of its examples: each is run once, whichever item asks first."""

    def __init__(self, rules: RuleFile) -> None:
        self.rules = rules
        self._done: dict[str, Outcome] = {}

    def of(self, example: Example) -> Outcome:
        from reconcile.testing._run import run  # noqa: PLC0415

        if example.where not in self._done:
            self._done[example.where] = run(example, self.rules.ruleset)
        return self._done[example.where]


class RuleNode(pytest.Collector):
    """One rule, so that the id of an item is ``file::rule::example``."""

    def __init__(self, *, runs: _Runs, examples: tuple[Example, ...], **keys: Any) -> None:
        super().__init__(**keys)
        self.runs, self.examples = runs, examples

    def collect(self) -> Iterable[pytest.Item]:
        """Its examples."""
        for example in self.examples:
            name = example.name.replace("::", ":")
            yield ExampleItem.from_parent(self, name=name, runs=self.runs, example=example)


class _ItemError(Exception):
    """What an item prints when it fails."""


class _Item(pytest.Item):
    line = 1

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Our own failures in our own words; a traceback for everything else."""
        if isinstance(excinfo.value, _ItemError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the item stands."""
        return self.path, self.line - 1, self.name

    def _tell(self, **told: Any) -> None:
        """What coverage needs, on the road that also leads out of a worker process."""
        self.user_properties.append((_PROPERTY, json.dumps({"file": str(self.path), **told})))


class RulesItem(_Item):
    """No two rules of a file disagree on any example."""

    def __init__(self, *, runs: _Runs, **keys: Any) -> None:
        super().__init__(**keys)
        self.runs = runs

    def runtest(self) -> None:
        """Look at all examples together."""
        from reconcile.testing._coverage import disagreements, needs  # noqa: PLC0415

        rules = self.runs.rules
        self._tell(own=needs(rules))
        complaints = disagreements([self.runs.of(example) for example in rules.examples], rules)
        if complaints:
            raise _ItemError("\n".join(complaints))


class ExampleItem(_Item):
    """One example of one rule."""

    def __init__(self, *, runs: _Runs, example: Example, **keys: Any) -> None:
        super().__init__(**keys)
        self.runs, self.example = runs, example
        self.line = int(example.where.rpartition(":")[2])
        if example.todo:
            self.add_marker(pytest.mark.xfail(reason="a known gap", strict=True))

    def runtest(self) -> None:
        """Run it, and fail with both claims and the evidence that was found."""
        outcome = self.runs.of(self.example)
        self._tell(**_record(outcome))
        gap = self.example.todo
        if gap and not outcome.problem:
            raise _ItemError(f"{self.example.where}: a known gap")
        if outcome.problem and not gap:
            raise _ItemError(str(outcome))


def _record(outcome: Outcome) -> dict[str, Any]:
    from reconcile.testing._coverage import record  # noqa: PLC0415

    told = record(outcome)
    return {"rule": told.rule, "fired": told.fired, "silent": told.silent, "killed": told.killed}


class _Collector:
    """Gathers what the items showed, also those that ran in another process, and prints the table."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    @property
    def wanted(self) -> bool:
        return self.config.getoption("--rules-cov") or self.strict or self.limit is not None

    @property
    def strict(self) -> bool:
        strict: bool = self.config.getoption("--rules-cov-strict")
        return strict

    @property
    def limit(self) -> float | None:
        limit: float | None = self.config.getoption("--rules-cov-fail-under")
        return limit

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call":
            for name, told in report.user_properties:
                if name == _PROPERTY:
                    data = json.loads(str(told))
                    self.config.stash[_RECORDS].setdefault(data.pop("file"), []).append(data)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        worker = hasattr(self.config, "workerinput")
        if (
            self.limit is not None
            and not worker
            and self._percentage() < self.limit
            and not session.exitstatus
        ):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if not self.wanted or not self.config.stash[_RECORDS]:
            return
        from reconcile.testing._coverage import table  # noqa: PLC0415

        terminalreporter.section("rule coverage")
        for line in table(self._covered(), strict=self.strict):
            terminalreporter.write_line(line)
        if self.limit is not None and self._percentage() < self.limit:
            terminalreporter.write_line(f"less than the {self.limit:g} % that are asked for")

    def _percentage(self) -> float:
        if not self.config.stash[_RECORDS]:
            return 100
        from reconcile.testing._coverage import percentage  # noqa: PLC0415

        return percentage(self._covered(), strict=self.strict)

    def _covered(self) -> list[Any]:
        from reconcile.testing._coverage import Record, coverage  # noqa: PLC0415

        covered: list[Any] = []
        for told in self.config.stash[_RECORDS].values():
            own = {rule: names for one in told for rule, names in one.get("own", {}).items()}
            covered += coverage(own, [Record(**one) for one in told if "rule" in one])
        return covered
