"""Bodies that every country has: its army, its parliament, its ministries, in whatever words.

"The Norwegian foreign ministry", "משרד החוץ של נורווגיה" and "وزارة الخارجية النرويجية" are one body that no
gazetteer lists: a sort of body (``bodies_of`` of ``places.toml``, ministries of ``roles.toml``) and whose it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from reconcile.languages import detect, known, load
from reconcile.values._gazetteer import Entry, Mention, beside, entry, facts, find, remembers, words
from reconcile.values._roles_words import Phrase, expanded

__all__ = ["body_of_country"]


@remembers
@lru_cache(maxsize=8192)
def body_of_country(name: str) -> Entry | None:
    """The body of one country that a name describes.

    >>> body_of_country("Norway's Ministry of Health").code, body_of_country("הצבא הנורווגי").code
    ('NO/health_ministry', 'NO/army')
    """
    language = detect(name)
    if language not in known():
        return None
    mentions = find(name, str(language))
    owners = {mention.entry.governs or mention.entry.code: mention.entry for mention in mentions}
    sort = _sorts(str(language)).get(_phrase(name, mentions, str(language)))
    return _entry(*owners.popitem(), sort) if sort and len(owners) == 1 else None


def _entry(code: str, owner: Entry, sort: str) -> Entry | None:
    """The body that the gazetteer lists under a name of its own ("the Knesset"), else one made of sort and owner."""
    if owner.kind == "body" and not owner.governs:
        return None
    listed = next((found for found in facts()["sorts"].get(sort, ()) if found.startswith(f"{code}/")), None)
    if listed:
        return entry(listed)
    whose = entry(code) or owner
    governs = code if sort.endswith("_ministry") or sort == "presidency" else None
    return Entry(
        f"{code}/{sort}", "body", whose.country, f"{sort.replace('_', ' ')} of {whose.name}", governs
    )


def _phrase(name: str, mentions: tuple[Mention, ...], language: str) -> Phrase:
    """The words beside the names of places, without small words at either end."""
    left, small = beside(name, mentions), _small(language)
    while left and left[0].text in small:
        left = left[1:]
    while left and left[-1].text in small:
        left = left[:-1]
    return tuple(word.text for word in left)


@cache
def _small(language: str) -> frozenset[str]:
    table = load(language).table("places")
    return frozenset(
        w.text for key in ("relators", "determiners") for item in table[key] for w in words(item)
    )


@cache
def _sorts(language: str) -> dict[Phrase, str]:
    article = {"Arab": "ال", "Hebr": "ה"}.get(load(language).script, "")
    return {key: sort for form, sort in _forms(language) for key, _ in expanded(form, article)}


def _forms(language: str) -> Iterator[tuple[str, str]]:
    for sort, forms in load(language).table("places").get("bodies_of", {}).items():
        yield from ((form, sort) for form in forms)
    roles = load(language).table("roles")
    for pattern, (code, forms) in product(roles.get("ministry_patterns", ()), roles["portfolios"].items()):
        yield from ((pattern.format(portfolio=form.lstrip("=")), f"{code}_ministry") for form in forms)
