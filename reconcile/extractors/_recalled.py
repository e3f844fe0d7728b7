"""Numbers of an earlier event that a sentence recalls to compare with ("the deadliest since 1999, when 32 died")."""

from __future__ import annotations

from reconcile.extractors._passages import FAR, Find, Passage

__all__ = ["is_recalled"]

_LONG_AGO = 45
_YEARS = ("year", "decade", "century")
_UNEXPLAINED = 2


def is_recalled(passage: Passage, number: Find) -> bool:
    """Whether a number is told of a day that the news only looks back on."""
    return _since_when(passage, number) or any(
        date.first >= number.last and _is_over(passage, date) and _goes_with(passage, number, date)
        for date in passage.of("date")
    )


def _since_when(passage: Passage, number: Find) -> bool:
    """Whether "since" with a date, and then "when", stand before the number."""
    whens = [hit for hit in passage.cues("casualties:when") if hit.last <= number.first]
    return any(
        date.value.extent == "since" and date.last <= when.first
        for date in passage.of("date")
        for when in whens
    )


def _is_over(passage: Passage, date: Find) -> bool:
    """Whether a date lies long before the article, or is a year that has passed."""
    end = date.value.end
    if passage.anchor is None or end is None:
        return False
    gone = (passage.anchor.day - end).days
    return gone > _LONG_AGO or (date.value.grain in _YEARS and gone > 0)


def _goes_with(passage: Passage, number: Find, date: Find) -> bool:
    """Whether nothing stands between a number and a date behind it that the date may belong to instead."""
    if passage.comma(number.last, date.first) or any(
        number.last <= other.first < date.first for other in passage.of("quantity")
    ):
        return False
    harms = {
        name for name in passage._by_cue if name.startswith(("casualties.", "counts.", "casualties:people"))
    }
    known = {at for hit in passage.cues(*harms, "casualties:accidents") for at in range(hit.first, hit.last)}
    gap = sum(
        passage.gap(at, at + 1, barriers=("_relative",))
        for at in range(number.last, date.first)
        if at not in known
    )
    return gap < FAR and gap <= _UNEXPLAINED
