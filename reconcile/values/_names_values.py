"""What the kinds of named things share: reading a code out of words, comparing names with their aliases."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from reconcile.languages import detect, known, load
from reconcile.model import Axis, OrganisationValue, PersonValue, PlaceValue
from reconcile.values import _gazetteer
from reconcile.values._gazetteer import Entry, Mention
from reconcile.values._names import NameMatch, match
from reconcile.values._names_letters import clean

__all__ = ["Named", "best_match", "by_entity", "entry_of", "explain", "mentions_in", "names_of"]

Named = PersonValue | OrganisationValue | PlaceValue


def names_of(value: Named) -> tuple[str, ...]:
    """The name and the other names of a value."""
    return (*((value.name,) if value.name else ()), *value.aliases)


_RANK = {"same": 3, "compatible": 2, "unknown": 1, "different": 0}


def best_match(left: Iterable[str], right: Iterable[str]) -> NameMatch:
    """The best that any name of one side makes with any of the other."""
    found = [match(a, b) for a, b in product(left, right)]
    return max(found, key=lambda m: (_RANK[m.verdict], m.score))


def explain(found: NameMatch) -> dict[str, object]:
    """A match as details of an axis: which words face each other, and what is over."""
    return {
        "verdict": found.verdict,
        "score": found.score,
        "aligned": [[pair.left, pair.right, pair.likeness] for pair in found.aligned],
        "only_left": list(found.extras[0]),
        "only_right": list(found.extras[1]),
    }


@_gazetteer.remembers
@lru_cache(maxsize=8192)
def entry_of(name: str, language: str | None = None) -> Entry | None:
    """The entry that a name stands for: listed as such, or the only one in it beside words like "side".

    >>> entry_of("the Norwegian side").code, entry_of("وزارة الصحة في النرويج")
    ('NO', None)
    """
    found = _gazetteer.lookup(name, language)
    return found or _only_entry(name, language or detect(name))


def _only_entry(name: str, language: str | None) -> Entry | None:
    if language not in known():
        return None
    mentions = _gazetteer.find(name, str(language))
    if len({mention.entry.code for mention in mentions}) != 1:
        return None
    return (
        mentions[0].entry
        if all(_is_side(word.text, str(language)) for word in _gazetteer.beside(name, mentions))
        else None
    )


def _is_side(word: str, language: str) -> bool:
    return word in {
        w.text for item in load(language).table("places")["sides"] for w in _gazetteer.words(item)
    }


def mentions_in(text: str, language: str | None) -> tuple[Mention, ...]:
    """The gazetteer's mentions in a text whose language may have to be detected."""
    code = language or detect(text)
    return _gazetteer.find(text, str(code)) if code in known() else ()


def by_entity(left: Named, right: Named, reason: str) -> Axis | None:
    """Two values that the event's entities say are one."""
    if left.entity is None or left.entity != right.entity:
        return None
    if [clean(name) for name in names_of(left)] == [clean(name) for name in names_of(right)]:
        return Axis("same", reason)
    return Axis("equivalent", reason)
