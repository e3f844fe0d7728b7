"""Whether two printed names are one name, and which office a named person holds by the articles' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reconcile import languages
from reconcile.origins._lexicon import marks, tokens
from reconcile.values import _gazetteer

__all__ = ["holder_offices", "same_name"]

#: How many words may stand between a title and the name it belongs to ("… of Israel, Benjamin").
_NEAR = 6


def same_name(left: str, right: str) -> bool:
    """Whether one name is the other, in full or by its last words, in any two scripts.

    >>> same_name("Dana Levi", "Levi"), same_name("Dana Levi", "Levinson")
    (True, False)
    """
    first, second = tokens(left), tokens(right)
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and longer[len(longer) - len(shorter) :] == shorter


def holder_offices(name: str, texts: Sequence[str]) -> set[tuple[str, str]]:
    """The office (code and country) that most titles right before the name in the texts speak of.

    >>> holder_offices("Levi", ["The Israeli Foreign Minister Dana Levi arrived.", "Levi said so."])
    {('foreign', 'IL')}
    """
    found = Counter(office for text in texts for office in _titles(name, text))
    ranked = found.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return set()
    return {ranked[0][0]}


def _titles(name: str, text: str) -> Iterator[tuple[str, str]]:
    language = languages.detect(name) or "en"
    last = tokens(name)[-1:]
    words = _gazetteer.words(text)
    for at, word in enumerate(words):
        if tokens(word.text) == last and at:
            start = max(0, at - _NEAR)
            before = text[words[start].start : words[at - 1].end]
            office = [mark for mark in marks(tokens(before), language) if mark.kind == "office"]
            countries = _gazetteer.countries_in(before, language)
            if office and countries:
                yield office[-1].code, countries[-1]
