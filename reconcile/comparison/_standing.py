"""Whether an older, lower figure of a growing count outlives a higher one that one outlet alone has told."""

from __future__ import annotations

from datetime import datetime, timedelta

from reconcile.model import PlacedClaim, Reading

__all__ = ["stands"]

_LAG = timedelta(hours=12)
_WITNESSES = 2


def stands(older: Reading, newer: Reading) -> bool:
    """Whether two outlets or more still tell the older figure half a day after the newer one was told last."""
    if len({told.outlet for told in newer.told}) != 1:
        return False
    last = max((latest for claim in newer.claims if (latest := _when(claim, late=True))), default=None)
    if last is None:
        return False
    later = {
        claim.article.label
        for claim in older.claims
        if (when := _when(claim, late=False)) is not None and when - last > _LAG
    }
    return len(later) >= _WITNESSES


def _when(claim: PlacedClaim, *, late: bool) -> datetime | None:
    """The latest or the earliest moment at which a claim may have been published."""
    article = claim.article
    if article.instant is None or article.published_precision not in ("day", "minute"):
        return None
    whole_day = late and article.published_precision == "day"
    return article.instant + (timedelta(days=1) if whole_day else timedelta())
