"""Places in a sentence: whether something is said to be *in* one, and the place as a value.

"In" is a word, a letter written with the place, or a word that hosts; between it and the place may stand
"the capital" or the country's adjective.
"""

from __future__ import annotations

from reconcile.extractors._passages import Find, Passage
from reconcile.extractors._words import Hit
from reconcile.model import PlaceValue
from reconcile.values._gazetteer import Entry, Mention, entry

__all__ = ["is_around", "is_listed_after", "is_located", "is_of_office", "place_of"]


def is_located(passage: Passage, find: Find) -> bool:
    """Whether "in" stands before a place, be it a word or a letter of the place's own word."""
    mention: Mention = find.value
    if mention.form == "adjective" or mention.entry.kind == "body" or mention.country is None:
        return False
    if _names_a_matter(passage, find) or passage.cue_at(find.first - 1, "_about"):
        return False
    if any(person.start <= find.start < person.end for person in passage.of("person")):
        return False
    if is_of_office(passage, find) or _is_building(passage, find):
        return False
    if _bears_in(passage, find) or _follows_in(passage, find):
        return True
    before = [other for other in passage.of("place") if other.last <= find.first]
    return bool(before) and is_listed_after(passage, before[-1], find) and is_located(passage, before[-1])


def _is_building(passage: Passage, find: Find) -> bool:
    """Whether a house or street only bears the name of the place ("Lima House")."""
    named = passage.cue_at(find.last, "_buildings") and not passage.between(find.last - 1, find.last).strip()
    return named and passage.text[passage.at(find.last)].isupper()


def is_of_office(passage: Passage, find: Find) -> bool:
    """Whether a country only says whose office somebody holds ("the minister of trade in Norway")."""
    before = find.first - any(hit.last == find.first for hit in passage.cues("_in"))
    return find.value.entry.kind == "country" and before < find.first and any(
        person.last == before and person.value.person.roles and not person.value.country
        and not (person.value.person.raw or "").endswith(person.value.name or "\0")
        for person in passage.of("person")
    )  # fmt: skip


def _names_a_matter(passage: Passage, find: Find) -> bool:
    """Whether a place only says what talks are about ("the Gaza ceasefire negotiations")."""
    if find.value.form != "name":
        return False
    before = find.first
    while before > 0 and passage.cue_at(before - 1, "_capital", "_in"):
        before -= 1
    ties = passage.cues("_ties", "_matter")
    if any(0 <= before - tie.last <= (tie.cue == "_matter") and not _of_talks(passage, tie) for tie in ties):
        return True
    if passage.grammar.verb_first:
        return False
    return any(
        tie.first == find.last and any(0 <= talks.first - tie.last <= 1 for talks in passage.cues("talks"))
        for tie in passage.cues("_ties")
    )


def _of_talks(passage: Passage, tie: Hit) -> bool:
    """Whether a tie is only what kind of talks they are ("peace talks"), or itself a word for them."""
    return any(tie.first <= talks.first <= tie.last for talks in passage.cues("talks"))


def _bears_in(passage: Passage, find: Find) -> bool:
    """Whether the word of the place begins with a letter for "in", or one stands apart before it."""
    word, letters = passage.words[find.first], passage.grammar.in_prefix
    own = word.start < find.start and word.form[:1] in letters
    return own or any(letter in letters for letter in _letters_before(passage, find))


def _follows_in(passage: Passage, find: Find) -> bool:
    """Whether a word for "in" stands before the place, "the capital" and adjectives between."""
    at = find.first
    while at > 0 and (led := _words_of_place(passage, at)):
        at -= led
        if passage.cue_at(at, "_capital") and passage.words[at].form[:1] in passage.grammar.in_prefix:
            return True
    return any(hit.last == at for hit in passage.cues("_in", "_host"))


def _words_of_place(passage: Passage, at: int) -> int:
    """How many words right before another one only say what kind of place it is ("the city of")."""
    led = [at - hit.first for hit in passage.cues("_capital") if hit.last == at]
    return max(led, default=int(_describes(passage, at - 1)))


def is_listed_after(passage: Passage, left: Find, right: Find) -> bool:
    """Whether two places of one kind are joined by "and" ("in Oslo and Rome")."""
    if left.value.entry.kind != right.value.entry.kind or right.first - left.last > 1:
        return False
    joined = any(hit.first == left.last and hit.last == right.first for hit in passage.cues("_and"))
    word = passage.words[right.first]
    lead = word.form[: max(0, right.start - word.start)]
    return joined or (right.first == left.last and lead != "" and lead in passage.grammar.and_prefix)


def is_around(passage: Passage, find: Find) -> bool:
    """Whether a place only says where the place before it lies ("Graz, Austria")."""
    before = [
        other for other in passage.of("place") if other.last <= find.first and other.value.form != "adjective"
    ]
    if not before or find.first - before[-1].last > 1:
        return False
    inner, outer = before[-1].value.entry, find.value.entry
    return inner.kind in ("city", "region") and inner.country == outer.country and inner.kind != outer.kind


def _letters_before(passage: Passage, find: Find) -> str:
    """The letters of the word a place stands in that are not the place's own, "and" apart."""
    before = passage.words[find.first - 1] if find.first else None
    word = passage.words[find.first]
    lead = word.form[: max(0, find.start - word.start)]
    if (
        before is not None
        and before.form.lstrip("".join(passage.grammar.and_prefix)) in passage.grammar.in_prefix
    ):
        lead = before.form + lead
    return lead.lstrip("".join(passage.grammar.and_prefix)) if len(lead) > 1 else lead


def _describes(passage: Passage, word: int) -> bool:
    """Whether a word belongs to another mention of a place ("the Italian capital, Rome")."""
    return any(find.first <= word < find.last and find.value.form in ("adjective", "description")
               for find in passage.of("place"))  # fmt: skip


def place_of(find: Find, passage: Passage) -> PlaceValue:
    """A gazetteer mention as a place, with its country."""
    at: Entry = find.value.entry
    land = entry(at.country)
    name = land.name if land is not None and at.kind != "country" else None
    return PlaceValue(name=at.name, country=name, raw=passage.text[find.start : find.end])
