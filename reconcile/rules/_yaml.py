"""YAML without its surprises: scalars stay strings, a key stands once, no anchors, every error has a line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from reconcile.errors import RuleError

__all__ = ["Document", "read"]

_LARGEST = 1_000_000
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C where there is one: it is ten times as fast."""


class Document:
    """A YAML file as plain dicts, lists and strings, with the line of every item."""

    def __init__(self, name: str, data: Any, lines: dict[tuple[str | int, ...], int]) -> None:
        self.name = name
        self.data = data
        self._lines = lines

    def where(self, *path: str | int) -> str:
        """``file:line`` of an item, or of the nearest item around it that has a line."""
        while path and path not in self._lines:
            path = path[:-1]
        return f"{self.name}:{self._lines.get(path, 1)}"


def read(text: str, name: str) -> Document:
    """Read one YAML document.

    Raises:
        RuleError: when it is too large, is no YAML, repeats a key or uses an anchor.

    >>> read("a: no\\nb: [1, 2]", "x.yaml").data
    {'a': 'no', 'b': ['1', '2']}
    """
    if len(text) > _LARGEST:
        raise RuleError(f"larger than {_LARGEST:,} characters; people write rule files", where=f"{name}:1")
    try:
        for token in yaml.scan(text, Loader=_Loader):
            if isinstance(token, yaml.AnchorToken | yaml.AliasToken):
                line = token.start_mark.line + 1
                raise RuleError("YAML anchors and aliases are not read; write it out", where=f"{name}:{line}")
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        tab = " (a tab cannot indent; use spaces)" if _begins_with_tab(text, line) else ""
        raise RuleError(f"{error.problem}{tab}", where=f"{name}:{line}") from error
    except RecursionError:
        raise RuleError("nested too deep", where=f"{name}:1") from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise RuleError(f"{error.reason}", where=f"{name}:{line}") from error
    lines: dict[tuple[str | int, ...], int] = {}
    return Document(name, None if node is None else _plain(node, (), lines, name), lines)


def _begins_with_tab(text: str, line: int) -> bool:
    lines = text.splitlines()
    return line <= len(lines) and "\t" in lines[line - 1].partition(lines[line - 1].strip())[0]


def read_file(path: Path) -> Document:
    """Read one YAML file; ``where`` in errors is its name as given."""
    try:
        return read(path.read_text(encoding="utf-8-sig"), str(path))
    except FileNotFoundError:
        raise RuleError("no such rule file", where=str(path)) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise RuleError(f"this is no UTF-8: {error.reason}", where=f"{path}:{line}") from error
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}", where=str(path)) from error


def _plain(
    node: yaml.Node, path: tuple[str | int, ...], lines: dict[tuple[str | int, ...], int], name: str
) -> Any:
    lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, index), lines, name) for index, item in enumerate(node.value)]
    plain: dict[str, Any] = {}
    seen: set[str] = set()
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key, str):
            raise RuleError("a key is one word", where=f"{name}:{key_node.start_mark.line + 1}")
        if key in seen:
            raise RuleError(f"the key {key!r} stands twice", where=f"{name}:{key_node.start_mark.line + 1}")
        value = _plain(value_node, (*path, key), lines, name)
        lines[*path, key] = key_node.start_mark.line + 1
        if value != "" or value_node.style:  # a key without anything behind it is not there
            plain[key] = value
        seen.add(key)
    return plain
