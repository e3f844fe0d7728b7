"""Whether two printed names are one name, and which office a named person holds by the articles' own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reconcile import languages
from reconcile.origins._lexicon import marks, tokens
from reconcile.values import _gazetteer
from reconcile.values._names import match

__all__ = ["holder_offices", "same_name", "same_outlet"]

#: How many words may stand between a title and the name it belongs to ("… of Israel, Benjamin").
_NEAR = 6
#: How alike two words must be where one word is all that two names have in common.
_LIKE = 0.6


def same_name(left: str, right: str) -> bool:
    """Whether two names can be one person's, in full or in part, in any two scripts.

    Doubt joins: within one event two witnesses of one surname are rarer than one person with two spellings.

    >>> same_name("Karim Haddad", "حداد"), same_name("Karim Haddad", "סלים חדאד")
    (True, False)
    """
    if _numbers(left) != _numbers(right):
        return False
    found = match(left, right)
    return found.verdict == "same" or (found.verdict == "compatible" and found.aligned[0].likeness >= _LIKE)


@lru_cache(maxsize=65536)
def _numbers(name: str) -> list[str]:
    return [word for word in tokens(name) if any(map(str.isdigit, word))]


def same_outlet(left: str, right: str) -> bool:
    """Whether two names that no table lists are one outlet's: all words, letter by letter in one script.

    >>> same_outlet("Morning Gazette", "Evening Gazette"), same_outlet("Al-Barid", "البريد")
    (False, True)
    """
    first, second = tokens(left), tokens(right)
    if first == second:
        return True
    if languages.detect(left) == languages.detect(right):
        return False
    found = match(left, right)
    whole = found.extras == ((), ()) and all(pair.likeness >= _LIKE for pair in found.aligned)
    return found.verdict in ("same", "compatible") and whole


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
