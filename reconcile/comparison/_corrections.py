"""Whether a reading says in so many words that it corrects an earlier one."""

from __future__ import annotations

import re
from functools import cache

from reconcile.languages import fold, known, load
from reconcile.model import PlacedClaim, Reading

__all__ = ["corrects", "says_it_corrects"]


def says_it_corrects(reading: Reading) -> bool:
    """Whether the quote of any claim holds a correction cue, or its source is said to correct."""
    return any(corrects(claim) for claim in reading.claims)


def corrects(claim: PlacedClaim) -> bool:
    """The same of one claim."""
    return _stance(claim) or _cue(claim)


def _stance(claim: PlacedClaim) -> bool:
    return any(source.stance == "corrects" for source in claim.claim.attribution)


def _cue(claim: PlacedClaim) -> bool:
    language = claim.claim.language or claim.article.language
    if language not in known():
        return False
    cues = _cues(language)
    return any(cues.search(fold(span.quote)) for span in claim.claim.spans)


@cache
def _cues(language: str) -> re.Pattern[str]:
    words = sorted(
        (fold(word) for word in load(language).table("corrections").get("words", ())), key=len, reverse=True
    )
    return re.compile("|".join(rf"\b\w{{0,2}}(?:{word})\b" for word in words) or r"(?!)")
