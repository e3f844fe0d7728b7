"""What is believed of a source before it speaks: given by the user, learnt from its record, or a plain default.

What a user gives is used as given. What is learnt of the same source is shown beside it and replaces nothing.
It may stand in a file::

    Gazette = 0.7

    ["Some Blog"]
    "*" = 0.6
    "*.killed" = 0.5
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from reconcile.errors import InputError, did_you_mean
from reconcile.values._tables import Table, read_table

__all__ = ["NOBODY", "PRIOR", "STRENGTH", "Trust", "trusted"]

#: How often a source of which nothing is known is right, and how many claims it takes to think otherwise.
PRIOR, STRENGTH = 0.8, 10.0


@dataclass(frozen=True, slots=True)
class Trust:
    """How often a source is right, by source or by source and attribute (``*.killed`` matches as schemas do).

    >>> trust = Trust({"Blog": 0.6, ("Blog", "*.killed"): 0.3})
    >>> trust.given("Blog", "attack.killed"), trust.given("Blog", "talks.date"), trust.given("Wire")
    (0.3, 0.6, None)
    """

    priors: Mapping[str | tuple[str, str], float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, accuracy in self.priors.items():
            if not _is_share(accuracy):
                raise InputError(f"the prior of {name!r} must lie between 0 and 1, not {accuracy!r}")

    def given(self, source: str, attribute: str = "") -> float | None:
        """What the user gave for a source in an attribute, the closest pattern first."""
        fitting = [
            (len(name[1]), accuracy)
            for name, accuracy in self.priors.items()
            if isinstance(name, tuple) and name[0] == source and _fits(attribute, name[1])
        ]
        return max(fitting)[1] if fitting else self.priors.get(source)

    def of(self, source: str) -> dict[str, float]:
        """All that was given for a source, by attribute; ``*`` is every one.

        >>> Trust({"Blog": 0.6, ("Blog", "*.killed"): 0.3}).of("Blog")
        {'*': 0.6, '*.killed': 0.3}
        """
        told = (
            (name if isinstance(name, tuple) else (name, "*"), prior) for name, prior in self.priors.items()
        )
        return dict(sorted((name[1], prior) for name, prior in told if name[0] == source))

    def unheard(self, sources: Iterable[str]) -> Iterator[str]:
        """What to tell the user of sources that say nothing here: their priors did nothing."""
        known = sorted(set(sources))
        for name in sorted({name if isinstance(name, str) else name[0] for name in self.priors}):
            if name not in known:
                yield f"trust in {name!r} counts nowhere: no article is of this outlet.{did_you_mean(name, known)}"

    def weight(self, source: str, attribute: str = "") -> float:
        """What a vote counts: 1 for a source of which nothing was said, 0 for one that is right half the time.

        >>> Trust({"Wire": 0.8, "Blog": 0.5}).weight("Wire"), Trust({"Blog": 0.5}).weight("Blog")
        (1.0, 0.0)
        """
        accuracy = self.given(source, attribute)
        return 1.0 if accuracy is None else max(0.0, (accuracy - 0.5) / (PRIOR - 0.5))


NOBODY = Trust()
"""Nobody of whom anything was said."""


def trusted(given: Trust | Mapping[Any, float] | str | Path | None) -> Trust:
    """What the user hands over as :class:`Trust`: itself, a mapping, or a file.

    Raises:
        InputError: when a prior is none; of a file the error names the line.
    """
    if isinstance(given, str | Path):
        table = read_table(given)
        return Trust({name: prior for outlet in table.told for name, prior in _told(table, outlet)})
    return given if isinstance(given, Trust) else Trust(given or {})


def _told(table: Table, outlet: str) -> Iterator[tuple[str | tuple[str, str], float]]:
    told = table.told[outlet]
    for key, prior in told.items() if isinstance(told, Mapping) else [(None, told)]:
        if not _is_share(prior):
            line = table.line(outlet, key) if key is not None else table.line(outlet, outlet, -1)
            raise table.error(f"the prior of {outlet!r} must lie between 0 and 1, not {prior!r}", line)
        yield outlet if key in (None, "*") else (outlet, key), prior


def _is_share(number: Any) -> bool:
    return isinstance(number, int | float) and 0 < number < 1


def _fits(attribute: str, pattern: str) -> bool:
    return fnmatchcase(attribute, pattern) or fnmatchcase(f".{attribute}", pattern)
