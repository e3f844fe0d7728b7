"""TOML files that a user hands over: what they tell, and the line to name when something in them is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.errors import InputError, did_you_mean

__all__ = ["Table", "read_table"]


#: What stands around the name of a table.
QUOTED = " []\"'"


@dataclass(frozen=True, slots=True)
class Table:
    """A file and what it tells."""

    path: Path
    text: str
    told: Mapping[str, Any]

    def line(self, head: str, key: str | None = None, nth: int = 0) -> int:
        """The line of the ``nth`` table of this head, or under it, or of a key in it; 1 where none can be told."""
        place = 1
        for number, line in enumerate(self.text.splitlines(), 1):
            bare = line.strip()
            if bare.startswith("["):
                if nth < 0:
                    break
                nth -= f"{bare.split('#')[0].strip(QUOTED)}.".startswith(f"{head}.")
                place = number if nth < 0 else place
            elif nth < 0 and key is not None and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*[.=]", bare):
                return number
        return place

    def error(self, message: str, line: int) -> InputError:
        """The error to raise: it names file and line."""
        return InputError(message, where=f"{self.path}:{line}")

    def check(self, keys: Iterable[str], known: Iterable[str], what: str, head: str, nth: int = 0) -> None:
        """Raise for the first key that nobody knows."""
        known = list(known)
        for key in keys:
            if key not in known:
                message = f"no {what} named {key!r}.{did_you_mean(key, known)}"
                raise self.error(message, self.line(head, key, nth) if head else self.line(key))


def read_table(path: str | Path) -> Table:
    """A TOML file.

    Raises:
        InputError: when there is no such file, or it is not TOML; the error names the line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
        return Table(Path(path), text, tomllib.loads(text))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text in UTF-8"
        raise InputError(f"cannot be read: {reason}", where=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = at[1] if at else len(text.splitlines())
        raise InputError(f"not TOML: {error}", where=f"{path}:{line}") from error
