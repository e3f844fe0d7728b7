"""What is believed of a source before it speaks: given by the user, learnt from its record, or a plain default.

What a user gives is used as given. What is learnt of the same source is shown beside it and replaces nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from reconcile.errors import InputError

__all__ = ["PRIOR", "STRENGTH", "Trust"]

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
            if not 0 < accuracy < 1:
                raise InputError(f"the prior of {name!r} must lie between 0 and 1, not {accuracy!r}")

    def given(self, source: str, attribute: str = "") -> float | None:
        """What the user gave for a source in an attribute, the closest pattern first."""
        fitting = [
            (len(name[1]), accuracy)
            for name, accuracy in self.priors.items()
            if isinstance(name, tuple) and name[0] == source and _fits(attribute, name[1])
        ]
        return max(fitting)[1] if fitting else self.priors.get(source)

    def weight(self, source: str, attribute: str = "") -> float:
        """What a vote counts: 1 for a source of which nothing was said, 0 for one that is right half the time.

        >>> Trust({"Wire": 0.8, "Blog": 0.5}).weight("Wire"), Trust({"Blog": 0.5}).weight("Blog")
        (1.0, 0.0)
        """
        accuracy = self.given(source, attribute)
        return 1.0 if accuracy is None else max(0.0, (accuracy - 0.5) / (PRIOR - 0.5))


def _fits(attribute: str, pattern: str) -> bool:
    return fnmatchcase(attribute, pattern) or fnmatchcase(f".{attribute}", pattern)
