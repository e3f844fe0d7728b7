"""``derive`` links: which other attributes an attribute can be worked out from.

A schema declares them as ``role: attribute``; ``*`` stands for the attribute's own path without its last word,
so ``{duration: "*.duration"}`` on ``*.date`` links ``talks.date`` to ``talks.duration``.

===========  ==================================================================================
``duration``  how long the thing lasts whose days this attribute tells; beside ``start`` or ``end`` (the own
              attribute is then the third of the three) start plus duration is end
``start``     the attribute that tells when it began
``end``       the attribute that tells when it was over
``parts``     attributes that add up to the own one (``"*.killed + *.injured"``); figures for the parts of one
              attribute (qualifiers with the role ``part``) need no link
``product``   attributes whose product the own one is (``"*.rate, *.volume"``)
``ratio``     two attributes: the first divided by the second is the own one (a share, where its unit is ``%``)
===========  ==================================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Block, Fact, FactStatus, Reading, Schema, Solved
from reconcile.values._schemas import canonical

__all__ = ["Story", "current", "opposed", "stem", "told_in"]


def stem(link: str, attribute: str) -> str:
    """The attribute that a link means for ``attribute``.

    >>> stem("*.duration", "talks.date"), stem("talks.length", "talks.date")
    ('talks.duration', 'talks.length')
    """
    return link.strip().replace("*", attribute.rpartition(".")[0])


@dataclass(frozen=True, slots=True)
class Story:
    """The solved blocks of one event, by attribute."""

    solved: tuple[Solved, ...]
    schemas: tuple[Schema, ...] = ()

    def linked(self, to: Solved, role: str) -> list[list[Fact]]:
        """For each attribute that a link of ``to`` names, the facts that can be reckoned with."""
        names = re.split(r"[,+/]", to.block.schema.derive.get(role, ""))
        return [self._facts(stem(name, to.block.attribute), to.block) for name in names if name.strip()]

    def _facts(self, attribute: str, near: Block) -> list[Fact]:
        """Facts of ``attribute``, or of the one it is an alias of, whose identity does not differ."""
        wanted = canonical(attribute, self.schemas)[0]
        return [
            fact
            for solved in self.solved
            if solved.block.attribute == wanted and _one_thing(solved.block.identity, near.identity)
            for fact in current(solved.facts)
        ]


def _one_thing(left: Mapping[str, object], right: Mapping[str, object]) -> bool:
    return all(left[key] == right[key] for key in left.keys() & right.keys())


def current(facts: Iterable[Fact]) -> list[Fact]:
    """Facts that are neither out of date nor without a value, in a stable order."""
    gone = (FactStatus.SUPERSEDED, FactStatus.UNRESOLVED)
    return sorted((fact for fact in facts if fact.status not in gone), key=lambda fact: fact.id)


def told_in(solved: Solved, fact: Fact) -> Sequence[Reading]:
    """The readings that state a fact."""
    return [reading for reading in solved.block.readings if reading.id in fact.readings]


def opposed(solved: Solved, left: Fact, right: Fact) -> bool:
    """Whether one dispute holds both facts and a conflict links them."""
    one, other = {left.id, *left.readings}, {right.id, *right.readings}
    return any(
        {relation.left, relation.right} & one and {relation.left, relation.right} & other
        for dispute in solved.disputes
        for relation in dispute.relations
    )
