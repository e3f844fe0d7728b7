"""Outlets that a user adds to the list: read from a file, known while one call runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile import languages
from reconcile.languages import _outlets
from reconcile.origins import _lexicon, _voices
from reconcile.values._tables import Table, read_table

__all__ = ["Outlets", "knowing", "read_outlets"]


@dataclass(frozen=True)
class Outlets:
    """Outlets of a user: for each id its names by language, as ``languages/outlets.toml`` tells them."""

    told: Mapping[str, Mapping[str, Any]]


def read_outlets(path: str | Path) -> Outlets:
    """A user's outlets, from a file of this form::

        [morning-gazette]
        en = ["Morning Gazette", "The Gazette"]
        ar = ["جريدة الصباح الجديد"]

    Of an outlet that is in the list, the names given here take the place of those in the same language.

    Raises:
        InputError: when the file is not of that form, or a name is another outlet's; the error names the line.
    """
    table = read_table(path)
    for code, about in table.told.items():
        if not isinstance(about, Mapping):
            raise table.error(f"write [{code}], and under it names by language", table.line("", code, -1))
        table.check(about, (*languages.known(), "wire", "whole"), f"key of [{code}]", code)
        for name, line in _names(table, code, about):
            owner = _lexicon.outlet_of(name)
            if owner not in (None, code):
                raise table.error(f"{name!r} is a name of {owner!r} in the list", line)
    return Outlets(table.told)


def _names(table: Table, code: str, about: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    listed = {key: names for key, names in about.items() if key != "wire"}
    if not listed.keys() - {"whole"} and code not in _outlets.outlets():
        raise table.error(f"{code} needs a name in some language", table.line(code))
    for key, names in listed.items():
        line = table.line(code, key)
        if (
            not isinstance(names, list)
            or not names
            or not all(isinstance(n, str) and n.strip() for n in names)
        ):
            raise table.error(f"{key} is a list of names", line)
        yield from ((name, line) for name in names)


@contextmanager
def knowing(added: Outlets | None) -> Iterator[None]:
    """Within it a user's outlets count as those of the list; what was looked up without them is forgotten."""
    if added is None or not added.told:
        yield
        return
    try:
        with _outlets.using(added.told):
            _forget()
            yield
    finally:
        _forget()


def _forget() -> None:
    _lexicon.forget()
    _voices.forget()
