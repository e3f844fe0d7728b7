"""Articles of one language that are copies of each other, or that quote the same long words.

The third signal only: between a Hebrew and an Arabic report of one statement texts share nothing, and a chain
says more than any likeness. What is found gives a range of origins, never an agreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from reconcile import languages
from reconcile.model import Article, PlacedClaim
from reconcile.values import _gazetteer

__all__ = ["copied", "same_words"]

#: Words in a row that are compared, and the part of the shorter text that must be in the other one.
RUN, PART = 5, 0.5
#: Shorter texts prove nothing.
LEAST = 20
#: Words in a row that two outlets do not find independently of each other.
LONG = 8
#: Runs that so many articles share are phrases of the trade.
COMMON = 50


def copied(articles: Iterable[Article]) -> dict[str, str]:
    """The group of every article that is one page with another outlet's, or mostly its text, by article id."""
    pages = sorted(articles, key=lambda article: article.id)
    outlets = {article.id: article.label for article in pages}
    pairs = (*_pages(pages), *_reprints(pages))
    return _joined([pair for pair in pairs if outlets[pair[0]] != outlets[pair[1]]])


def _pages(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Articles with the address or the whole text of another one, however short it is."""
    first: dict[str, str] = {}
    for article in articles:
        for key in filter(None, (article.address, article.wording)):
            yield first.setdefault(key, article.id), article.id


def _reprints(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Articles of one language of which one holds most of the other's runs of words."""
    by_language: dict[str, dict[str, frozenset[int]]] = defaultdict(dict)
    for article in articles:
        runs = _runs(article.text or "", RUN)
        if len(runs) >= LEAST:
            language = article.language or languages.detect(article.text or "") or ""
            by_language[language][article.id] = runs
    for texts in by_language.values():
        for pair, shared in _overlaps(texts).items():
            if shared >= PART * min(len(texts[name]) for name in pair):
                yield pair


def same_words(claims: Iterable[PlacedClaim]) -> dict[str, str]:
    """The group of every claim whose words another outlet prints in a long run as well, by claim id."""
    runs = {
        claim.id: found
        for claim in sorted(claims, key=lambda claim: claim.id)
        if (found := _runs(claim.claim.quote or "", LONG))
    }
    return _joined(list(_overlaps(runs)))


def _runs(text: str, length: int) -> frozenset[int]:
    """The runs of so many folded words in a text."""
    words = [word.text for word in _gazetteer.words(text)]
    return frozenset(hash(tuple(words[at : at + length])) for at in range(len(words) - length + 1))


def _overlaps(runs: Mapping[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """How many runs each two texts share, for all that share any."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name in sorted(runs):
        for run in runs[name]:
            holders[run].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in holders.values():
        if 1 < len(names) <= COMMON:
            shared.update(combinations(names, 2))
        elif len(names) > COMMON:
            shared.update((names[0], name) for name in names[1:])
    return shared


def _joined(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Groups of names that are linked, each called by its first member."""
    top: dict[str, str] = {}

    def find(name: str) -> str:
        while top.setdefault(name, name) != name:
            name = top[name]
        return name

    for left, right in pairs:
        low, high = sorted((find(left), find(right)))
        top[high] = low
    return {name: find(name) for name in sorted(top)}
