"""Countries and bodies that act: mentions as governments, and mentions beside each other as one list."""

from __future__ import annotations

from reconcile.extractors._heads import ACTIONS
from reconcile.extractors._located import is_around, is_located
from reconcile.extractors._passages import Find, Passage
from reconcile.model import OrganisationValue
from reconcile.values._gazetteer import Entry, Mention, entry

__all__ = ["actor_name", "governs", "organisation", "runs"]


def governs(mention: Mention) -> Entry | None:
    """The country or body that a mention stands for as an actor."""
    if mention.entry.governs:
        return entry(mention.entry.governs)
    return mention.entry if mention.entry.kind in ("country", "body") else None


def organisation(find: Find, passage: Passage | None = None) -> OrganisationValue:
    """A mention of a country, its adjective or its capital as the government it stands for."""
    actor = governs(find.value) or find.value.entry
    return OrganisationValue(name=actor.name, raw=passage.text[find.start : find.end] if passage else None)


def runs(passage: Passage) -> list[tuple[Find, ...]]:
    """Mentions of actors that stand beside each other, joined by "and", a comma, or nothing at all."""
    actors = [
        find for find in passage.of("place")
        if governs(find.value) and not _in_somebody(passage, find)
        and not is_located(passage, find) and not _is_apposed(passage, find)
    ]  # fmt: skip
    found: list[list[Find]] = []
    for find in actors:
        if found and (_joined(passage, found[-1][-1], find) or _is_third(passage, found[-1], find)):
            found[-1].append(find)
        else:
            found.append([find])
    return [tuple(run) for run in found]


def _is_third(passage: Passage, run: list[Find], find: Find) -> bool:
    """Whether a country's name that looks like its adjective ends a row of adjectives."""
    row = len(run) > 1 and all(other.value.form == "adjective" for other in run)
    return row and passage.grammar.verb_first and not passage.text[run[-1].end : find.start].strip()


def _is_apposed(passage: Passage, find: Find) -> bool:
    """Whether a country only says where the city right before it lies ("Graz, Austria")."""
    touching = any(other.last == find.first for other in passage.of("place"))
    return touching and find.value.form == "name" and is_around(passage, find)


def _in_somebody(passage: Passage, find: Find) -> bool:
    return any(
        p.first <= find.first < p.last and p.last - p.first > 1 and not p.value.person.plural
        for p in passage.of("person")
    )


_APART = ("talks", *ACTIONS)


def _joined(passage: Passage, left: Find, right: Find) -> bool:
    """Whether two mentions are members of one list."""
    if passage.gap(left.last, right.first, barriers=_APART) or right.first - left.last > 12:
        return False
    between = passage.text[left.end : right.start]
    if any(mark in between for mark in ".:;؛!?") or _opens(passage, left, right):
        return False
    linked = any(
        hit.first >= left.last and hit.first < right.last for hit in passage.cues("_and", "_with", "_between")
    )
    prefixed = passage.words[right.first].start < right.start or _prefixed_between(passage, left, right)
    adjectives = left.value.form == right.value.form == "adjective" and not between.strip(" -\u2013")
    return linked or prefixed or adjectives or between.strip()[:1] in ("-", "–", ",", "،", "־", "—")


def _opens(passage: Passage, left: Find, right: Find) -> bool:
    """Whether "between" stands before the right one and opens a list that the left one is not in."""
    opened = [hit for hit in passage.cues("_between") if left.last <= hit.first < right.first]
    return bool(opened) and not any(
        hit.last <= left.first and passage.gap(hit.last, left.first) <= 3 for hit in passage.cues("_between")
    )


def _prefixed_between(passage: Passage, left: Find, right: Find) -> bool:
    letters = tuple(passage.grammar.and_prefix)
    return bool(letters) and any(
        passage.words[index].form.startswith(letters) for index in range(left.last, right.first)
    )


def actor_name(find: Find) -> str:
    return str(organisation(find).name)
