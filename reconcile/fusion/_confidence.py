"""How sure a verdict may be at most, and the words for why the second one does not stand."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CAP", "CAPS", "DOUBT", "capped", "why_not"]

#: The doubt that is always left, in votes: what nobody in the story said.
DOUBT = 0.5
#: The most that one, two, or any number of origins can give.
CAPS: Mapping[int, float] = {0: 0.6, 1: 0.6, 2: 0.9}
CAP = 0.95


def capped(confidence: float, origins: int) -> float:
    """A confidence held down to what so many origins can give.

    >>> capped(0.99, 1), capped(0.99, 2), capped(0.4, 5)
    (0.6, 0.9, 0.4)
    """
    return min(CAPS.get(origins, CAP), confidence)


def why_not(votes: float, against: float, *, learnt: bool = False, tied: bool = False) -> str:
    """Why the runner-up does not stand, in a sentence.

    >>> why_not(3, 1), why_not(2, 2, tied=True)
    ('3 origins against 1', '2 origins on each side: both are kept')
    """
    if tied:
        return f"{_told(votes)} on each side: both are kept"
    if learnt and against >= votes:
        return f"{_told(votes)} against {against:g}, but with the better record"
    if against >= votes:
        return f"{_told(votes)} against {against:g}, but more firmly told"
    return f"{_told(votes)} against {against:g}"


def _told(votes: float) -> str:
    return f"{votes:g} origin{'' if votes == 1 else 's'}"
