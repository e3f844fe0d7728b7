"""The parts of a report for people, in their order: what needs a reader first, the rest folded away."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PARTS", "Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the name of its section in the trace, its title, and a sentence that says what it holds."""

    id: str
    title: str
    tone: str
    folded: bool
    intro: str
    none: str


PARTS = (
    Part(
        "contradictions", "Contradictions", "bad", False,
        "Values that cannot both hold, each side in the words of its outlets.",
        "No contradiction was found.",
    ),
    Part(
        "warnings", "Warnings", "warn", False,
        "Named sources that differ, and what could not be resolved with what the pages say.",
        "Nothing else needs a decision.",
    ),
    Part(
        "updates", "Updates and corrections", "info", False,
        "Values that changed as time went on, and plans that came true.",
        "Nothing changed from one article to the next.",
    ),
    Part(
        "differences", "Differences", "info", True,
        "Told more or less exactly, of another part, or with a bound: these do not contradict each other.",
        "No other difference was found.",
    ),
)  # fmt: skip
