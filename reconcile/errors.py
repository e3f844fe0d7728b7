"""Everything that `reconcile` raises, in one tree.

    ReconcileError
    ├── InputError          nothing could be read (an empty folder, a file that is not text)
    │   └── ClaimError      one claim or article object is not of the contract's form
    ├── RuleError           a rule file is not of the form that rule files have
    ├── UnknownNameError    a name (rule, format, language, attribute …) that nobody registered
    └── PluginError         a plug-in file or entry point that breaks the one-file contract

Bad *data* is never raised past the reader: it becomes an entry of ``Report.rejected`` and the rest is
reconciled. What is raised is misuse, or input of which nothing at all can be used.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = [
    "ClaimError",
    "InputError",
    "PluginError",
    "ReconcileError",
    "RuleError",
    "UnknownNameError",
    "did_you_mean",
]


class ReconcileError(Exception):
    """The root: ``except ReconcileError`` catches whatever this library raises on purpose.

    Args:
        message: what is wrong, in one sentence.
        where: file, line and field as far as they are known, for example ``"a.jsonl:3: value"``.
    """

    def __init__(self, message: str, *, where: str | None = None) -> None:
        self.message = message
        self.where = where
        super().__init__(f"{where}: {message}" if where else message)


class InputError(ReconcileError):
    """Nothing could be read from what was given."""


class ClaimError(InputError):
    """One claim or article object does not have the form of the contract."""


class RuleError(ReconcileError):
    """A rule file does not have the form of rule files; ``where`` names file and line."""


class PluginError(ReconcileError):
    """A plug-in breaks the contract: a file's public object must bear the file's name."""


_LISTED = 16
"""A longer list of what there is helps nobody."""


class UnknownNameError(ReconcileError):
    """A name that nobody registered, with the nearest one that somebody did.

    >>> str(UnknownNameError("output", "htm", ["html", "json"]))
    "no output named 'htm'. Did you mean 'html'? Known: html, json."
    """

    def __init__(self, what: str, name: str, known: Iterable[str], *, where: str | None = None) -> None:
        names = sorted(known)
        self.name = name
        self.known = names
        hint = did_you_mean(name, names)
        listed = f" Known: {', '.join(names)}." if names and len(names) <= _LISTED else ""
        super().__init__(f"no {what} named {name!r}.{hint}{listed}", where=where)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known name, or nothing when none is near.

    >>> did_you_mean("contradicton", ["contradiction", "update"])
    " Did you mean 'contradiction'?"
    >>> did_you_mean("zzz", ["contradiction", "update"])
    ''
    """
    near = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f" Did you mean {near[0]!r}?" if near else ""
