"""When a reading holds and when it was first told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reconcile import edtf
from reconcile.model import PlacedClaim, Reading

__all__ = ["Moment", "first_told", "last_told", "published"]


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A point in time and whether its hour is known."""

    at: datetime
    has_hour: bool

    def same_day(self, other: Moment) -> bool:
        """Whether both fall on one day and cannot be ordered inside it."""
        return self.at.date() == other.at.date() and not (self.has_hour and other.has_hour)


def first_told(reading: Reading) -> Moment | None:
    """When the reading held (``as_of``), else when it was first published; ``None`` when unknown."""
    return min(_moments(reading), default=None)


def last_told(reading: Reading) -> Moment | None:
    """As ``first_told``, for the last article that told it."""
    return max(_moments(reading), default=None)


def _moments(reading: Reading) -> list[Moment]:
    if reading.as_of is not None:
        span = edtf.read(reading.as_of)
        start = span["start"] or span["end"]
        return [Moment(start, span["grain"] in ("hour", "minute", "second"))]
    return [moment for claim in reading.claims if (moment := published(claim)) is not None]


def published(claim: PlacedClaim) -> Moment | None:
    """When a claim's article was published, as far as its day is known."""
    instant = claim.article.instant
    if instant is None or claim.article.published_precision not in ("day", "minute"):
        return None
    return Moment(instant, claim.article.published_precision == "minute")
