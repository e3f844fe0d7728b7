"""Of what a date is the date: of the event itself, or of its announcement, an arrest, a charge, a vigil.

Most dates that outlets of one story print differently are right, and of two things ("police said on Monday").
"""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.comparison._lexicon import Lexicon, lexicon
from reconcile.languages import fold

__all__ = ["facet"]

_BEFORE, _AFTER = 70, 40


@lru_cache(maxsize=8192)
def facet(quote: str, phrase: str, language: str) -> str | None:
    """The facet by the words nearest to a date phrase; ``None`` where none of them tells it.

    >>> facet("A man was shot on Sunday; police said Monday that he is safe.", "Monday", "en")
    'statement'
    >>> facet("A man was shot on Sunday; police said Monday that he is safe.", "Sunday", "en")
    'event'
    """
    words = lexicon(language)
    folded = fold(quote)
    at = folded.find(fold(phrase))
    if words is None or at < 0 or not phrase:
        return None
    before = re.split(r"[.;!?]\s|, ", folded[max(0, at - _BEFORE) : at])[-1]
    found = _nearest(before, folded[at + len(phrase) :][:_AFTER], words)
    return min(found, default=(0, 0, None))[-1]


def _nearest(before: str, after: str, words: Lexicon) -> list[tuple[int, int, str]]:
    """How far away the words of each facet stand, and of as near ones how many they are."""
    found = []
    for name, (leading, trailing) in words.facets.items():
        behind = trailing.match(after)
        if behind is not None:
            found.append((1, -len(behind.group().split()), name))
        for start in range(len(before)):
            match = leading.match(before, start)
            if match is not None:
                between = len(match["between"].split())
                found.append((1 + between, between - len(match.group().split()), name))
    return found
