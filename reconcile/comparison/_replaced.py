"""Values that who told them has replaced by another one since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.comparison._corrections import corrects
from reconcile.comparison._moments import Moment, published
from reconcile.model import Axis, PlacedClaim, Polarity, Reading

__all__ = ["Replacement", "replacements"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """One reading that gave way to another one, and when: everybody who had told it went over to the new one.

    Attributes:
        withdrawn: somebody said in so many words that the old value was wrong, so that it is nobody's rival any
            more. Otherwise the move settles this pair and no other.
    """

    old: str
    new: str
    moment: Moment | None
    withdrawn: bool


def replacements(measured: Sequence[tuple[Reading, Reading, Axis]]) -> Iterator[Replacement]:
    """Every reading that was replaced by an exclusive one.

    For values that do not move in time: what moves gives way to what is newer without being taken back.
    """
    for left, right, axis in measured:
        if axis.outcome == "exclusive" and left.scope == right.scope and _firm(left) and _firm(right):
            for old, new in ((left, right), (right, left)):
                moves = _moves(old, new)
                if all(moves):
                    withdrawn = any(corrects(claim) for claims in moves for claim in claims)
                    yield Replacement(old.id, new.id, _latest(map(_when, moves)), withdrawn)


def _firm(reading: Reading) -> bool:
    return reading.firmness == "firm" and reading.polarity is Polarity.AFFIRM


def _moves(old: Reading, new: Reading) -> list[list[PlacedClaim]]:
    """For every outlet that told the old value, its later claims of the new one."""
    before, after = _by_outlet(old), _by_outlet(new)
    return [_later(before[outlet], after.get(outlet, ())) for outlet in sorted(before)]


def _by_outlet(reading: Reading) -> Mapping[str, list[PlacedClaim]]:
    told: dict[str, list[PlacedClaim]] = defaultdict(list)
    for claim in reading.claims:
        told[claim.article.label].append(claim)
    return told


def _later(before: Sequence[PlacedClaim], after: Sequence[PlacedClaim]) -> list[PlacedClaim]:
    """Claims told after all of ``before``; what a source said is not taken back by what another one says."""
    if any(_other_voice(one, other) for one in before for other in after):
        return []
    return [claim for claim in after if all(_follows(claim, earlier) for earlier in before)]


def _follows(claim: PlacedClaim, earlier: PlacedClaim) -> bool:
    """Whether it was told later; without dates, another page that says that it corrects is the later one."""
    first, second = published(earlier), published(claim)
    if first is None or second is None:
        return corrects(claim) and not corrects(earlier) and claim.article.id != earlier.article.id
    return second > first


def _other_voice(old: PlacedClaim, new: PlacedClaim) -> bool:
    roots = [[source.source for source in claim.claim.attribution][-1:] for claim in (old, new)]
    return bool(roots[0]) and roots[0] != roots[1]


def _when(claims: Sequence[PlacedClaim]) -> Moment | None:
    return _earliest([published(claim) for claim in claims])


def _earliest(moments: Sequence[Moment | None]) -> Moment | None:
    """The first of some moments; ``None`` where one of them has no date."""
    known = [moment for moment in moments if moment is not None]
    return min(known) if known and len(known) == len(moments) else None


def _latest(moments: Iterable[Moment | None]) -> Moment | None:
    return max((moment for moment in moments if moment is not None), default=None)
