"""Who was named so far, and whom "he", "the official" and "the statement" point back to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reconcile import languages
from reconcile.extractors._naming import Phrase
from reconcile.model import Source

__all__ = ["MEDIA", "PERSONS", "Chain", "Link", "Memory", "Record", "distinct", "of_side"]

Chain = tuple[Source, ...]
MEDIA = ("outlet", "agency")
PERSONS = ("named_official", "person")
_SPEAKERS = frozenset({"official", "source", "minister", "president", "envoy", "chief", "spokesman"})
_OUTLET_HEADS = frozenset(
    {"newspaper", "channel", "site", "press", "agency", "report", "medium", "journalist"}
)


@dataclass(frozen=True, slots=True)
class Link:
    source: Source
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Record:
    """A chain that was named, and in which sentence."""

    links: tuple[Link, ...]
    unit: int
    stated: bool = False

    @property
    def chain(self) -> Chain:
        return tuple(link.source for link in self.links)


@dataclass(slots=True)
class Memory:
    """The chains of the article so far; ``last`` is the one that "he" means."""

    records: list[Record] = field(default_factory=list)
    last: Record | None = None

    def last_person(self) -> Record | None:
        """The last chain that ends in somebody who can be "he"."""
        if self.last is not None and self.last.links[-1].source.type not in MEDIA:
            return self.last
        return None

    def find(self, phrase: Phrase) -> tuple[Link, ...] | None:
        """The chain that a phrase points back to, with all that lies outside of its source."""
        for record in reversed(self.records):
            for index, link in enumerate(record.links):
                if _same(link.phrase, phrase, stated=record.stated and index == len(record.links) - 1):
                    whole = link.source.type == "official_statement"
                    return record.links if whole else record.links[: index + 1]
        return None


def _same(old: Phrase, new: Phrase, *, stated: bool) -> bool:
    """Whether ``new`` points back to ``old``: a surname, or a definite head of the same kind."""
    if not new.bare:
        return old.type in PERSONS and _is_short_for(new, old)
    if new.head in _OUTLET_HEADS:
        return old.type in MEDIA and not (new.head == "report" and new.side)
    if new.side and new.side != old.side:
        return False
    if new.head == "statement":
        return old.head == "statement" or stated or (bool(new.side) and old.type == "official_body")
    return old.head in _SPEAKERS if new.head == "official" else _same_head(old, new)


def _same_head(old: Phrase, new: Phrase) -> bool:
    """Whether two definite heads may be one: bodies by their word, people by their kind."""
    if old.head != new.head:
        return False
    return new.head in _SPEAKERS or new.lemma == old.lemma or new.lemma in languages.fold(old.name)


def _is_short_for(new: Phrase, old: Phrase) -> bool:
    return new.type in PERSONS and bool(new.words) and new.words <= old.words


def of_side(link: Link, side: str) -> Link:
    """Anonymous sources of a frame ("according to its sources") are those of its subject."""
    if link.source.side or link.source.type not in ("anonymous_sources", "anonymous_officials"):
        return link
    return Link(link.source.model_copy(update={"side": side}), replace(link.phrase, side=side))


def distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    """Each source once, where it first stands."""
    seen: dict[str, Link] = {}
    for link in links:
        seen.setdefault(link.source.source, link)
    return tuple(seen.values())
