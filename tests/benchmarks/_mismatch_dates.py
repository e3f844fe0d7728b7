"""When it happened, by the words of an article and its publication date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from reconcile.comparison import facet
from reconcile.model import Anchor
from reconcile.values import Context, kind_of

Row = Mapping[str, Any]
_FRESH_DAYS = 3


def event_dates(data: Sequence[Row]) -> dict[str, Any]:
    """Phrases of articles published within three days of the event: the day itself, and a day beside it.

    ``told`` is the share of phrases that the words do not put to something else (a charge, a vigil, a report);
    the measures are over these, and once more over all of them.
    """
    fresh = [
        row for row in data if 0 <= (_day(row["published"]) - _day(row["gold_date"])).days <= _FRESH_DAYS
    ]
    own = [row for row in fresh if facet(str(row["quote"]), str(row["phrase"]), "en") in (None, "event")]
    return {"n": len(fresh), "told": _share(len(own), len(fresh)), **_scores(own),
            **{f"{name}_of_all": value for name, value in _scores(fresh).items()}}  # fmt: skip


def _scores(rows: Sequence[Row]) -> dict[str, float]:
    gaps = [_gap(row) for row in rows]
    near = sum(gap is not None and abs(gap) <= 1 for gap in gaps)
    return {"exact": _share(gaps.count(0), len(gaps)), "within_a_day": _share(near, len(gaps))}


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _gap(row: Row) -> int | None:
    """Days between the event and what the library reads in the phrase; ``None`` where it reads nothing."""
    published = datetime.combine(_day(row["published"]), datetime.min.time())
    found = kind_of("date").parse(str(row["phrase"]), Context("en", Anchor(day=published)))
    if found is None or found.start is None:
        return None
    return (found.start.date() - _day(row["gold_date"])).days


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
