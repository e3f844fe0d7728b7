"""Settings of a project: the table ``[tool.reconcile]`` of its ``pyproject.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path

from reconcile.errors import RuleError, did_you_mean

__all__ = ["configured"]

_KNOWN = ("rules",)


def configured(folder: str | Path = ".") -> tuple[str, ...]:
    """The rule files and installed rule sets that the nearest project around a folder asks for.

    Paths are relative to the ``pyproject.toml``. What a rule set selects, ignores and suppresses stands in the
    rule file itself.

    Raises:
        RuleError: when the table has an unknown key or is no list of names.
    """
    here = Path(folder).resolve()
    for above in (here, *here.parents):
        file = above / "pyproject.toml"
        if file.is_file():
            return _read(file, Path(folder))
    return ()


def _read(file: Path, folder: Path) -> tuple[str, ...]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8")).get("tool", {}).get("reconcile", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"cannot be read: {error}", where=file.name) from error
    for key in data:
        if key not in _KNOWN:
            hint = did_you_mean(key, _KNOWN)
            raise RuleError(f"unknown key {key!r} in [tool.reconcile].{hint}", where=file.name)
    names = data.get("rules", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise RuleError(
            "'rules' in [tool.reconcile] is a list of files or installed rule sets", where=file.name
        )
    return tuple(_place(name, file.parent, folder) for name in names)


def _place(name: str, project: Path, folder: Path) -> str:
    """A file as it is reached from the folder; a name of an installed rule set stays a name."""
    path = project / name
    if not path.exists() and path.suffix not in (".yaml", ".yml"):
        return name
    return str(path.relative_to(folder.resolve()) if path.is_relative_to(folder.resolve()) else path)
