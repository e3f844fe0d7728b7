"""The scope axis where only the words tell it: two figures that exclude each other, and why they may not.

Asked of exclusive figures alone, so that two equal ones never part over a turn of phrase. What a caller put
into ``scope`` or the qualifiers goes before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from reconcile.comparison._facets import facet
from reconcile.comparison._lexicon import lexicon
from reconcile.comparison._survey import figure
from reconcile.comparison._told import Telling, last_day, passage, telling
from reconcile.languages import fold
from reconcile.model import Axis, PlacedClaim, QuantityValue, Reading, Zone
from reconcile.values import _gazetteer

__all__ = ["bounded", "died_since", "facet_in_words", "one_part", "plainly_told", "scope_in_words", "settled"]


@dataclass(frozen=True, slots=True)
class _Figure:
    """The figure of a reading, and what the words of every article that tells it say of it."""

    number: int | float
    told: tuple[tuple[Telling, ...], ...]

    def every(self, test: Callable[[Telling], object]) -> bool:
        """Whether in each article some passage passes a test."""
        return bool(self.told) and all(any(test(one) for one in passages) for passages in self.told)

    def any(self, test: Callable[[Telling], object]) -> bool:
        """Whether any passage of any article passes a test."""
        return any(test(one) for passages in self.told for one in passages)

    def word(self, name: str) -> str:
        """The words of one kind in the first passage that has them."""
        words = (str(getattr(one, name)) for passages in self.told for one in passages if getattr(one, name))
        return next(words, "")


def figure_of(reading: Reading, attribute: str) -> _Figure | None:
    """The exact figure of a reading with what its quotes say."""
    value = reading.value
    number = value.min if isinstance(value, QuantityValue) and value.min is not None else None
    if isinstance(value, QuantityValue) and number is None:
        number = value.max
    if number is None:
        return None
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for claim in reading.claims:
        by_article[claim.article.id] += _tellings(claim, number, attribute.rpartition(".")[2])
    return _Figure(number, tuple(tuple(by_article[name]) for name in sorted(by_article)))


def _tellings(claim: PlacedClaim, number: int | float, harm: str) -> Iterable[Telling]:
    language = claim.claim.language or claim.article.language or ""
    for span in claim.claim.spans:
        one = telling(passage(claim.article.text, span), language, number, claim.value.raw, harm)
        if one is not None:
            yield one


def scope_in_words(left: Reading, right: Reading, order: Axis, attribute: str) -> Axis | None:
    """The scope axis of two exclusive figures by their words; ``None`` where they say nothing.

    ``details["words"]`` names the kind of cue; ``details["sum"]`` is there where parts add up.
    """
    first, second = figure_of(left, attribute), figure_of(right, attribute)
    if first is None or second is None or first.number == second.number:
        return None
    low, high = sorted((first, second), key=lambda one: one.number)
    updates = order.outcome == "later" and first is high and order.details.get("varies") == "grows"
    side = "narrower" if low is first else "wider"
    days = int(order.details.get("days", 0))
    for test in (
        _margin,
        _elsewhere,
        _unborn,
        _sum,
        _perpetrator,
        _part,
        _aggregate,
        _one_day,
        _member,
        _kind,
    ):
        axis = test(low, high, side, updates, days)
        if axis is not None:
            return axis
    return None


def one_part(left: Reading, right: Reading) -> bool:
    """Whether one side alone bears a part and the words of the other, lower figure name it, on one page.

    A headline says where; the text under it says so in its own way ("the sheriff of that county").
    """
    marked, plain = (left, right) if len(left.scope) > len(right.scope) else (right, left)
    pages, zones = zip(*(_stands(reading) for reading in (left, right)), strict=True)
    if pages[0] != pages[1] or len(pages[0]) != 1 or zones[0] & zones[1]:
        return False
    high, low = (figure(reading) for reading in (marked, plain))
    more = marked.scope.items() - plain.scope.items() if plain.scope.items() <= marked.scope.items() else ()
    return (
        high is not None
        and low is not None
        and high > low
        and bool(more)
        and all(_names(claim, str(part)) for _, part in more for claim in plain.claims)
    )


def _stands(reading: Reading) -> tuple[set[str], set[Zone]]:
    """The pages that tell a reading, and the zones in which they do."""
    return {claim.article.id for claim in reading.claims}, {claim.claim.zone for claim in reading.claims}


def _names(claim: PlacedClaim, part: str) -> bool:
    """Whether the words around a claim name a part: as it is written, or a place by any of its names."""
    words = _words(claim)
    language = claim.claim.language or claim.article.language or ""
    places = {one.entry.name for one in _gazetteer.find(words, language)}
    return part in places or re.search(rf"\b{re.escape(fold(part))}\b", fold(words)) is not None


def _margin(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    margin = attrgetter("margin")
    if low.every(margin) and not high.any(margin):
        return _scope("disjoint", "margin", "the lower figure is a margin, not a count")
    return None


def _elsewhere(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    """One figure alone is told to be of another happening."""
    elsewhere = attrgetter("elsewhere")
    for one, other in ((low, high), (high, low)):
        if one.every(elsewhere) and not other.any(elsewhere):
            return _scope(
                "disjoint", "elsewhere", f"one figure is of another happening ({one.word('elsewhere')})"
            )
    return None


def _unborn(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    gap = high.number - low.number
    unborn = max((one.unborn for figure in (low, high) for told in figure.told for one in told), default=0)
    if unborn and gap == unborn:
        return _scope("inclusion", "unborn", "one figure counts an unborn child")
    if gap == 1 and (low.any(lambda one: one.unborn_told) or high.any(lambda one: one.unborn_told)):
        return _scope("inclusion", "unborn", "one figure counts an unborn child")
    return None


#: So many are several who did it, where no number tells.
_DOERS = 4
#: Days after which a count rises by who did it rather than by who has died since.
_SETTLES = 2


def _perpetrator(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    gap = high.number - low.number
    by_doers = any(
        figure.any(lambda one: gap == one.doers or (not one.doers and 1 < gap <= _DOERS))
        for figure in (low, high)
    )
    if not by_doers or high.every(attrgetter("active")) or low.every(attrgetter("counts_in")):
        return None
    word = low.word("perpetrator") or high.word("perpetrator")
    if word:
        return _scope("inclusion", "perpetrator", f"one figure counts who did it ({word})")
    both = (low, high)
    doer, caught = (any(one.any(attrgetter(name)) for one in both) for name in ("doer", "caught"))
    if caught or not doer or (updates and days < _SETTLES):
        return None
    return _scope("inclusion", "doer", "one figure may count who did it")


def _sum(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    if low.every(lambda one: high.number == one.listed or high.number in one.reaches):
        reason = f"the parts that the lower figure is told with add up to {high.number:g}"
        return _scope(side, "sum", reason, sum=high.number)
    if high.every(lambda one: one.both_harms and high.number - _hurt_or_dead(one) == low.number):
        reason = "the higher figure counts the dead and the hurt together"
        return _scope(side, "sum", reason, sum=high.number)
    if high.every(attrgetter("both_harms")) and low.every(
        lambda one: _hurt_or_dead(one) == high.number - low.number
    ):
        reason = "the higher figure counts the dead and the hurt together, which the lower one tells apart"
        return _scope(side, "sum", reason, sum=high.number)
    return None


def _hurt_or_dead(one: Telling) -> int | float:
    return sum(count for harm, count in one.others if harm in ("killed", "injured"))


def _part(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    """Words that can mean nothing but some among more."""
    if high.any(lambda one: low.number in one.among) or low.any(lambda one: high.number in one.within):
        return _scope(side, "among", "the higher figure is told to hold the lower one")
    for name in ("severity", "part"):
        told = attrgetter(name)
        if low.every(told) and not high.any(told):
            return _scope(side, name, f"the lower figure is of some among more ({low.word(name)})")
    return None


def _member(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    """Words that make a part likely; a plain rise is likelier still."""
    if updates:
        return None
    for name in ("listed", "charged"):
        told = attrgetter(name)
        if low.every(told) and not high.any(told):
            return _scope(side, name, f"the lower figure is one of several that are {name}")
    return None


def _kind(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    """The lower figure is of people of whom more is said: brothers, civilians, against people or deaths."""
    if updates:
        return None
    own, other = (
        frozenset[str]().union(*(one.groups for told in figure.told for one in told))
        for figure in (low, high)
    )
    kind = attrgetter("kind")
    if low.every(attrgetter("groups")) and not own <= other:
        return _scope(side, "group", f"the lower figure is of {', '.join(sorted(own - other))}")
    if low.every(kind) and not high.any(kind):
        return _scope(side, "kind", f"the lower figure is of some who are told to be {low.word('kind')}")
    return None


def _scope(outcome: str, words: str, reason: str, **details: object) -> Axis:
    return Axis(outcome, reason, {"keys": [words], "words": words, **details})


def _aggregate(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    def sure(one: Telling) -> object:
        return one.aggregate and (one.aggregate_sure or not updates)

    if not high.every(sure):
        return None
    if not high.every(lambda one: one.aggregate_sure) and low.any(lambda one: one.plural):
        return None
    words, others = high.word("aggregate"), low.word("aggregate")
    surer = high.every(attrgetter("aggregate_sure")) and not low.any(attrgetter("aggregate_sure"))
    if others and not surer and not _other_windows(low, high):
        return None
    told = f"several happenings are counted together ({words}" + (f" against {others})" if others else ")")
    return _scope("overlap", "aggregate", told)


#: A total of many days is as many times the figure of one of them.
_TOTAL = 3


def _one_day(low: _Figure, high: _Figure, side: str, updates: bool, days: int) -> Axis | None:
    """What came together until now, and what one named day added to it."""
    windows = attrgetter("windows")
    total = high.every(attrgetter("so_far")) and not high.any(windows) and high.number >= _TOTAL * low.number
    if updates or not total or not low.every(windows):
        return None
    return _scope(
        side,
        "day",
        f"the lower figure is of one stretch of time, the higher one of all ({high.word('so_far')})",
    )


def _other_windows(low: _Figure, high: _Figure) -> bool:
    """Whether both name stretches of time, and none in common."""
    first, second = (
        frozenset[str]().union(*(one.windows for told in figure.told for one in told))
        for figure in (low, high)
    )
    return bool(first and second) and not first & second


def facet_in_words(left: Reading, right: Reading) -> Axis | None:
    """The scope axis of two exclusive dates that the words put to two things: the event, an arrest, a vigil."""
    first, second = _facets(left), _facets(right)
    if not first or not second or first & second or "event" not in first | second:
        return None
    told = (
        f"one is the date of the {'/'.join(sorted(first))}, the other one of the {'/'.join(sorted(second))}"
    )
    return _scope("disjoint", "facet", told)


def _facets(reading: Reading) -> frozenset[str]:
    """The facets of a date in its quotes; none where any quote leaves it open."""
    found = set()
    for claim in reading.claims:
        language = claim.claim.language or claim.article.language or ""
        name = facet(_words(claim), claim.value.raw or "", language)
        if name is None:
            return frozenset()
        found.add(name)
    return frozenset(found)


def died_since(newer: Reading, older: Reading, attribute: str) -> bool:
    """Whether the newer, lower count of the hurt and its own count of the dead make up the older one."""
    now, before = figure_of(newer, attribute), figure_of(older, attribute)
    if now is None or before is None or attribute.rpartition(".")[2] != "injured":
        return False
    return (
        before.number > now.number
        and now.every(lambda one: ("killed", before.number - now.number) in one.others)
        and not before.any(lambda one: any(harm == "killed" for harm, _ in one.others))
    )


def plainly_told(left: Reading, right: Reading, attribute: str) -> bool:
    """Whether both figures of a harm stand in their quotes as exact ones: no bound to them, no word of a rise."""
    figures = figure_of(left, attribute), figure_of(right, attribute)
    return all(
        figure is not None
        and figure.every(attrgetter("of_harm"))
        and not figure.any(lambda one: one.bound or one.rose)
        for figure in figures
    )


_SETTLED = timedelta(days=60)


def settled(left: Reading, right: Reading) -> bool:
    """Whether the words of both sides date the thing so long before they were printed that no count grows."""
    return all(
        bool(reading.claims) and all(_long_past(claim) for claim in reading.claims)
        for reading in (left, right)
    )


def _words(claim: PlacedClaim) -> str:
    spans = claim.claim.spans
    return passage(claim.article.text, spans[0]) if spans else ""


def _long_past(claim: PlacedClaim) -> bool:
    published = claim.article.published
    language = claim.claim.language or claim.article.language or ""
    if published is None or not claim.claim.spans or lexicon(language) is None:
        return False
    last = last_day(_words(claim), language, published)
    return last is not None and last + _SETTLED < published


def bounded(reading: Reading, attribute: str) -> QuantityValue | None:
    """The figure of a reading with the bound that its words put to it, where the typed value has none."""
    value = reading.value
    if (
        not isinstance(value, QuantityValue)
        or value.modifier is not None
        or value.min != value.max
        or value.min is None
    ):
        return None
    figure = figure_of(reading, attribute)
    bounds = {one.bound for told in figure.told for one in told if one.bound} if figure else set()
    if figure is None or len(bounds) != 1 or not figure.every(lambda one: one.bound):
        return None
    bound = bounds.pop()
    approx = bound in ("about", "nearly")
    return QuantityValue(value=value.min, unit=value.unit, base=value.base, modifier=bound, approx=approx)
