"""What only the whole block can tell: positions of articles, the series of a count, retracted values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from reconcile.comparison._moments import Moment, first_told
from reconcile.comparison._replaced import replacements
from reconcile.model import Axis, Block, Polarity, QuantityValue, Reading

__all__ = ["Survey", "figure", "survey"]

_AGREE = frozenset({"same", "equivalent", "narrower", "wider", "complements", "within_bound", "approximate",
                    "subset", "superset", "overlap"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Survey:
    """Evidence of a whole block.

    Attributes:
        positions: by article, the readings that it affirms; of a growing count, not the lower figures that it
            tells beside a higher one (an earlier state, or a part that nobody marked).
        agreeing: pairs of reading ids whose values agree.
        retracted: by reading, when an article denied its value, or corrected it, and gave a new one instead.
        replaced: by two readings, when everybody who had told the first one went over to the second one.
        lagging: figures of a growing count that a later or equal figure told earlier already exceeded
            while still higher ones followed: they lag, they do not take anything back.
    """

    positions: Mapping[str, frozenset[str]]
    agreeing: frozenset[tuple[str, str]]
    retracted: Mapping[str, Moment | None]
    replaced: Mapping[tuple[str, str], Moment | None]
    lagging: frozenset[str]

    def agree(self, left: str, right: str) -> bool:
        """Whether two readings are one, or their values agree."""
        return left == right or (left, right) in self.agreeing or (right, left) in self.agreeing

    def taken_back(self, reading: str, other: str) -> list[Moment | None]:
        """When a reading was taken back, or gave way to the other one; nothing if it was not."""
        if reading in self.retracted:
            return [self.retracted[reading]]
        return [self.replaced[reading, other]] if (reading, other) in self.replaced else []

    def holds(self, article: str, reading: Reading) -> bool:
        """Whether a reading is part of an article's position; a denial is one wherever it stands."""
        return reading.polarity is Polarity.NEGATE or reading.id in self.positions.get(article, ())

    def opposed(self, first: str, second: str) -> bool:
        """Whether two articles oppose each other: none of what one affirms agrees with the other's."""
        return not any(
            self.agree(mine, theirs)
            for mine in self.positions.get(first, ())
            for theirs in self.positions.get(second, ())
        )


def survey(block: Block, measured: Sequence[tuple[Reading, Reading, Axis]]) -> Survey:
    """Look at all readings and all value measures of a block at once."""
    positions: dict[str, set[str]] = defaultdict(set)
    for reading in block.readings:
        if reading.polarity is Polarity.AFFIRM:
            for told in reading.told:
                positions[told.article].add(reading.id)
    agreeing = frozenset(
        (left.id, right.id)
        for left, right, axis in measured
        if axis.outcome in _AGREE and left.polarity is right.polarity
    )
    frozen = {article: frozenset(ids) for article, ids in positions.items()}
    outgrown = _outgrown(block) if block.schema.varies == "grows" else frozenset()
    retracted = dict(_retracted(block, measured, frozen))
    fixed = (block.schema.varies or "no") in ("no", "slowly")
    given_way = list(replacements(measured)) if fixed else []
    corrected = {one.old: one.moment for one in given_way if one.withdrawn}
    replaced = {(one.old, one.new): one.moment for one in given_way}
    held = {
        article: frozenset(i for i in ids if (article, i) not in outgrown) for article, ids in frozen.items()
    }
    return Survey(held, agreeing, corrected | retracted, replaced, _lagging(block))


def _outgrown(block: Block) -> frozenset[tuple[str, str]]:
    """Articles with the figures beside which they tell a higher one of the same part and time."""
    tops: dict[tuple[str, str], float] = {}
    told = []
    for reading in block.readings:
        bound = figure(reading)
        if bound is not None and reading.firmness == "firm":
            place = repr((sorted(reading.scope.items()), sorted(reading.qualifiers.items())))
            for article in {one.article for one in reading.told}:
                tops[article, place] = max(bound, tops.get((article, place), bound))
                told.append((article, place, bound, reading.id))
    return frozenset((article, name) for article, place, bound, name in told if bound < tops[article, place])


def _retracted(
    block: Block, measured: Sequence[tuple[Reading, Reading, Axis]], positions: Mapping[str, frozenset[str]]
) -> Mapping[str, Moment | None]:
    """Values that an article denies while it affirms another one in the same slot."""
    retracted: dict[str, Moment | None] = {}
    for left, right, axis in measured:
        if left.polarity is right.polarity or axis.outcome not in ("same", "equivalent"):
            continue
        denial, held = (left, right) if left.polarity is Polarity.NEGATE else (right, left)
        if any(positions.get(told.article, frozenset()) - {held.id} for told in denial.told):
            retracted[held.id] = first_told(denial)
    return retracted


#: An old figure that is told late is told within half a day of the first newer one.
_LAG = timedelta(hours=12)


def _lagging(block: Block) -> frozenset[str]:
    """Lower figures of a growing count that came after a higher one, with a higher one still to come."""
    if block.schema.varies != "grows":
        return frozenset()
    series = sorted(
        (moment, bound, reading.id)
        for reading in block.readings
        if (moment := first_told(reading)) is not None and (bound := figure(reading)) is not None
    )
    highest_after = {
        name: max((b for m, b, _ in series if m > moment), default=None) for moment, _, name in series
    }
    lagging = set()
    for moment, bound, name in series:
        above = [(m, b) for m, b, _ in series if m < moment and b > bound]
        after = highest_after[name]
        if not above or after is None or after < max(b for _, b in above):
            continue
        if _least_gap(min(above)[0], moment) <= _LAG:
            lagging.add(name)
    return frozenset(lagging)


def _least_gap(first: Moment, second: Moment) -> timedelta:
    """The least time between two moments: days without their hours may lie a day nearer."""
    hours = first.has_hour and second.has_hour
    return second.at - first.at - (timedelta() if hours else timedelta(days=1))


def figure(reading: Reading) -> float | None:
    """The figure of an affirmed quantity (the lower bound of a range), by which a series is ordered."""
    value = reading.value
    if not isinstance(value, QuantityValue) or reading.polarity is Polarity.NEGATE:
        return None
    return value.min if value.min is not None else value.max
