"""Rule sets that another package brings, by the entry-point group ``reconcile.rulesets``. Nothing is fetched.

The value of an entry point is ``package:file.rules.yaml``, or ``package.module:object`` for what ``ruleset``
made in Python.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

from reconcile.errors import PluginError, UnknownNameError
from reconcile.rules._yaml import Document, read

__all__ = ["RULE_FILES", "installed", "installed_names", "rule_files"]

_GROUP = "reconcile.rulesets"
RULE_FILES = (".rules.yaml", ".rules.yml")


def installed_names() -> tuple[str, ...]:
    """The names of all installed rule sets.

    >>> isinstance(installed_names(), tuple)
    True
    """
    return tuple(sorted({point.name for point in entry_points(group=_GROUP)}))


def installed(name: str) -> Document:
    """An installed rule set by the name of its entry point, or by the package that brings it.

    Raises:
        UnknownNameError: when there is none, with the nearest one.
        PluginError: when two packages bring one of this name, or the entry point leads nowhere.
    """
    points = list(entry_points(group=_GROUP))
    found = [p for p in points if p.name == name] or [p for p in points if p.module.split(".")[0] == name]
    if not found:
        raise UnknownNameError("rule file or installed rule set", name, installed_names())
    if len({point.value for point in found}) > 1:
        raise PluginError(f"more than one rule set is named {name!r}: {', '.join(p.value for p in found)}")
    return _read(found[0])


def rule_files(package: str) -> tuple[Path, ...]:
    """The rule files that an importable package holds, wherever they lie in it.

    Raises:
        PluginError: when there is no such package, or no rule file in it.
    """
    try:
        spec = find_spec(package)
    except (ImportError, ValueError):
        spec = None
    places = spec.submodule_search_locations if spec is not None else None
    if places is None:
        raise PluginError(f"no package named {package!r} can be imported")
    found = [path for place in places for end in RULE_FILES for path in Path(place).rglob(f"*{end}")]
    if not found:
        raise PluginError(
            f"the package {package!r} holds no file {' or '.join('*' + end for end in RULE_FILES)}"
        )
    return tuple(sorted(found))


def _read(point: EntryPoint) -> Document:
    if point.attr.endswith((".yaml", ".yml")):
        with as_file(files(point.module) / point.attr) as path:
            return read(path.read_text(encoding="utf-8"), f"{point.module.replace('.', '/')}/{point.attr}")
    made = point.load()
    if not isinstance(made, Document):
        raise PluginError(f"{point.value} is no rule set that `ruleset` made")
    return made
