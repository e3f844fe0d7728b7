"""Names that no list of given names knows, behind an office in a list of people.

"With the president of Chile, Foo Bar, …": where somebody must be told, two or three words between an office
and the border of its phrase are the name. Only in languages without capital letters; in doubt there is none.
"""

from __future__ import annotations

from reconcile.extractors._passages import Find, Passage
from reconcile.model import PersonValue

__all__ = ["unread_before", "unread_name"]

_FEWEST, _MOST = 2, 3
_OF_NUMBERS = ("casualties", "votes", "agreement", "_age")
"""Words that mean something only beside a number."""
_BORDERS = (",", "،", ".", ";", "؛", "(", ")")


def unread_name(passage: Passage, find: Find) -> tuple[PersonValue, int] | None:
    """Somebody whose office was read, with the name behind it and where that ends."""
    if not passage.grammar.unread or find.value.person.plural:
        return None
    first = find.last
    while any(f.first == first and f.value.form == "adjective" for f in passage.of("place")):
        first += 1
    last = first
    while last < len(passage.words) and last - first <= _MOST and _may_be_named(passage, last, first):
        last += 1
        if passage.text[passage.words[last - 1].end : passage.words[last - 1].end + 1] in _BORDERS:
            break
    if not _FEWEST <= last - first <= _MOST or not _is_border(passage, last):
        return None
    start, end = passage.at(first), passage.words[last - 1].end
    person = find.value.person.model_copy(
        update={"name": passage.text[start:end], "raw": passage.text[find.start : end]}
    )
    return person, end


def unread_before(passage: Passage, find: Find) -> tuple[PersonValue, int] | None:
    """Somebody whose office stands in apposition, with the two words before its comma and where they start.

    "; and Foo Bar, envoy of …": the name begins at a border, or with "and" written together with it.
    """
    first = find.first - _FEWEST
    if not passage.grammar.unread or find.value.person.plural or first < 1:
        return None
    if passage.between(find.first - 1, find.first).strip() not in (",", "،"):
        return None
    letters = tuple(passage.grammar.and_prefix)
    word = passage.words[first]
    led = bool(letters) and word.form.startswith(letters) and len(word.form) > _FEWEST
    opened = passage.between(first - 1, first).strip()[:1] in (*_BORDERS[:2], ";", "؛")
    free = not any(
        f.first < find.first and first < f.last for f in passage.finds if f is not find
    ) and not any(
        hit.first < find.first and first < hit.last and not hit.cue.startswith(_OF_NUMBERS)
        for hit in passage.hits
    )
    cued = any(hit.last == first for hit in passage.hits if hit.cue.startswith("delegation.")) and not opened
    if not (cued or (opened and led)) or not free or passage.between(first, first + 1).strip():
        return None
    start = word.start + (0 if cued else 1)
    name = passage.text[start : passage.words[find.first - 1].end]
    return find.value.person.model_copy(update={"name": name, "raw": passage.text[start : find.end]}), start


def _may_be_named(passage: Passage, at: int, first: int) -> bool:
    """Whether a word is none that the grammar knows, and the first one none with a letter for a small word."""
    word = passage.words[at].form
    if any(hit.first <= at < hit.last for hit in passage.hits) or any(
        f.first <= at < f.last for f in passage.finds
    ):
        return False
    if at > first:
        return not passage.between(at - 1, at).strip() and len(word) > 1
    return len(word) > _FEWEST and not word.startswith(tuple(passage.grammar.unread))


def _is_border(passage: Passage, last: int) -> bool:
    """Whether the phrase ends there: punctuation, the end, a word that is known, or "and"."""
    if last >= len(passage.words):
        return True
    if passage.between(last - 1, last).strip()[:1] in _BORDERS and passage.between(last - 1, last).strip():
        return True
    known = any(hit.first == last for hit in passage.hits) or any(f.first == last for f in passage.finds)
    return known or passage.words[last].form.startswith(tuple(passage.grammar.and_prefix) or ("\0",))
