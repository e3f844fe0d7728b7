"""What kinds of answers a slot can have, and how answers of one kind stand to each other.

All that the methods need to know of a column follows from its kind: nothing is set for one collection of data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reconcile.errors import UnknownNameError

__all__ = ["KINDS", "Kind", "kind_named"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How answers of one kind are weighed.

    Attributes:
        name: what rows call it.
        form: ``choice`` (one of the told values), ``median`` (a number between told ones), ``members`` (a list).
        tolerance: how far apart two numbers may be that tell the same (minutes of a time).
        cap: the most that a wrong number can cost its source, as a log ratio.
        unseen: answers that nobody gave but might have: how little it proves that two sources agree by chance.
    """

    name: str
    form: Literal["choice", "median", "members"] = "choice"
    tolerance: float = 0.0
    cap: float = 0.0
    unseen: int = 0

    @property
    def numeric(self) -> bool:
        """Whether answers are numbers."""
        return self.tolerance > 0 or self.form == "median"


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("text"),
        Kind("time", tolerance=10.0),
        Kind("place", unseen=2),
        Kind("quantity", form="median", cap=0.5),
        Kind("set", form="members"),
    )
}


def kind_named(name: str) -> Kind:
    """The kind of a name.

    >>> kind_named("time").tolerance
    10.0
    """
    if name not in KINDS:
        raise UnknownNameError("kind of answers", name, tuple(KINDS))
    return KINDS[name]
