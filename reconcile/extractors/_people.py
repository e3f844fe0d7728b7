"""People as the rules need them: a mention with its role, its name, and the country it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.model import PersonValue
from reconcile.values._gazetteer import Mention

__all__ = ["Someone", "someones"]


@dataclass(frozen=True, slots=True)
class Someone:
    """One mention of a person: ``text[start:end]`` holds the role, the name, or both."""

    start: int
    end: int
    person: PersonValue
    country: str | None = None

    @property
    def name(self) -> str | None:
        return self.person.name

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return (self.person.name or "").split()[-1] if self.person.name else ""


def someones(text: str, language: str, mentions: Sequence[Mention]) -> list[Someone]:
    return []
