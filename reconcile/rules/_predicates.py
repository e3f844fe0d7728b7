"""What a rule may ask of the evidence: the outcomes of the five axes, and a few named predicates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import get_args

from reconcile.errors import RuleError
from reconcile.model import DurationValue, Pair, QuantityValue, Reading, ValueOutcome

__all__ = [
    "AXES",
    "NOT",
    "NUMBERS",
    "PARAMS",
    "PREDICATES",
    "RIVALS",
    "Params",
    "Predicate",
    "compiled",
    "holds",
    "of_axes",
    "ratio",
    "register",
]

#: The outcomes of every axis. ``left`` is the later side wherever an order is known.
AXES: Mapping[str, frozenset[str]] = {
    "value": frozenset(get_args(ValueOutcome)),
    "scope": frozenset({"same", "narrower", "wider", "overlap", "disjoint", "inclusion", "underspecified"}),
    "time": frozenset({"later", "earlier", "same_day", "same_moment", "same_page", "unordered"}),
    "modality": frozenset({"asserted", "denial", "other_denied", "both_deny", "implied", "forecast_outcome",
                           "plan_report", "hedged"}),
    "source": frozenset({"outlets", "sources", "one_article", "both_sides"}),
}  # fmt: skip

#: Before a term: it must not hold. Every rule needs it that would else rely on an earlier one having fired.
NOT = "not "

#: What the axes show of two rivals.
RIVALS: Mapping[str, str] = {"value": "exclusive", "modality": "asserted", "scope": "same"}

Params = Mapping[str, float | str]
Predicate = Callable[[Pair, Params], bool]


def rivals(pair: Pair, params: Params) -> bool:
    """The values exclude each other, both sides assert theirs, and both speak of the same part."""
    return all(getattr(pair.evidence, axis).outcome == outcome for axis, outcome in RIVALS.items())


def affirmed(pair: Pair, params: Params) -> bool:
    """Both affirm their value, or both deny it: one polarity."""
    return pair.left.polarity is pair.right.polarity


def fixed(pair: Pair, params: Params) -> bool:
    """A difference in time cannot explain a difference in value."""
    return not pair.evidence.time.details["moves"]


def moves(pair: Pair, params: Params) -> bool:
    """The attribute varies, or the two sides speak of different times."""
    return bool(pair.evidence.time.details["moves"])


def grows(pair: Pair, params: Params) -> bool:
    """A count that can only grow."""
    return bool(pair.evidence.time.details["varies"] == "grows")


def changes(pair: Pair, params: Params) -> bool:
    """A value that moves in time in either direction, and is no growing count and no age."""
    return moves(pair, params) and pair.evidence.time.details["varies"] not in ("grows", "age")


def ages(pair: Pair, params: Params) -> bool:
    """The age of somebody."""
    return bool(pair.evidence.time.details["varies"] == "age")


def rises(pair: Pair, params: Params) -> bool:
    """The left figure lies above the right one."""
    left, right = _bounds(pair.left), _bounds(pair.right)
    return left is not None and right is not None and left[0] > right[1]


def falls(pair: Pair, params: Params) -> bool:
    """The left figure lies below the right one."""
    left, right = _bounds(pair.left), _bounds(pair.right)
    return left is not None and right is not None and left[1] < right[0]


def lags(pair: Pair, params: Params) -> bool:
    """The lower figure came late: a higher one was told before it and again after it."""
    return bool(pair.evidence.time.details.get("right_lags"))


def retracted(pair: Pair, params: Params) -> bool:
    """The earlier value was taken back by who told it, and nobody told it again afterwards."""
    details = pair.evidence.time.details
    return bool(details.get("right_retracted")) and not details.get("repeated_after")


def repeated_after_retraction(pair: Pair, params: Params) -> bool:
    """One side tells a value that had been taken back before."""
    return bool(pair.evidence.time.details.get("repeated_after"))


def same_outlet(pair: Pair, params: Params) -> bool:
    """Both sides are told by one and the same outlet, in different articles; relaying the values of two
    sources, it replaces neither."""
    left, right = ({told.outlet for told in reading.told} for reading in (pair.left, pair.right))
    articles = {told.article for reading in (pair.left, pair.right) for told in reading.told}
    return left == right and len(left) == 1 and len(articles) > 1 and not named_sources(pair, params)


def corrected(pair: Pair, params: Params) -> bool:
    """The later side says in so many words that it corrects."""
    return bool(pair.evidence.time.details.get("correction_word"))


def named_sources(pair: Pair, params: Params) -> bool:
    """Each side is put down to a source, and the sources differ."""
    details = pair.evidence.source.details
    return bool(details["named"]) and details["origins"] == "different"


def within_factor(pair: Pair, params: Params) -> bool:
    """The greater figure is at most ``factor`` (3) times the smaller one."""
    between = ratio(pair)
    return between is not None and between <= float(params.get("factor", 3))


def within_days(pair: Pair, params: Params) -> bool:
    """The dates lie at most ``days`` (1) days apart."""
    gap = pair.evidence.value.details.get("gap_days")
    return gap is not None and gap <= float(params.get("days", 1))


def rival_estimates(pair: Pair, params: Params) -> bool:
    """Counts or estimates of two named sources at one time, within ``factor`` (3) of each other; what grows may
    also pass the other one's upper bound."""
    if pair.left.value.kind != "quantity" or not (one_time(pair, params) and named_sources(pair, params)):
        return False
    return within_factor(pair, params) or (grows(pair, params) and _over_bound(pair))


def _over_bound(pair: Pair) -> bool:
    left, right = _bounds(pair.left), _bounds(pair.right)
    sides = ((left, right), (right, left)) if left and right else ()
    return any(over[0] > bound[1] and bound[0] == float("-inf") for over, bound in sides)


def one_time(pair: Pair, params: Params) -> bool:
    """Nothing sets the two sides apart in time."""
    return not moves(pair, params) or pair.evidence.time.outcome in ("same_day", "same_moment", "same_page")


def countable(pair: Pair, params: Params) -> bool:
    """The figures are counts or amounts, whose parts add up to the whole; no shares, rates or ranks."""
    return bool(pair.evidence.scope.details.get("countable")) and all(
        isinstance(value, QuantityValue) and not (value.base or value.ordinal or value.unit in _SHARES)
        for value in (pair.left.value, pair.right.value)
    )


_SHARES = ("%", "pp", "percent")


def part_exceeds_whole(pair: Pair, params: Params) -> bool:
    """The part's figure lies above the figure of its whole."""
    return rises(pair, params) if pair.evidence.scope.outcome == "narrower" else falls(pair, params)


def age_fits(pair: Pair, params: Params) -> bool:
    """The later age is above the earlier one by no more than the time between them allows."""
    left, right = _bounds(pair.left), _bounds(pair.right)
    days = pair.evidence.time.details.get("days")
    if left is None or right is None or days is None:
        return False
    return bool(days > 0 and 0 <= left[0] - right[1] <= days // 365 + 1)


def headline_against_body(pair: Pair, params: Params) -> bool:
    """On one page, one side stands in the headline or deck only, the other one in the running text."""
    left, right = _zones(pair.left), _zones(pair.right)
    return any(
        (left[page] <= _ABOVE and "body" in right[page]) or (right[page] <= _ABOVE and "body" in left[page])
        for page in left.keys() & right.keys()
    )


def sum_in_words(pair: Pair, params: Params) -> bool:
    """The lower figure and those it is listed with make up the higher one."""
    return "sum" in pair.evidence.scope.details


def died_since(pair: Pair, params: Params) -> bool:
    """The later count of the hurt and its own count of the dead make up the earlier count of the hurt."""
    return bool(pair.evidence.time.details.get("died_since"))


def plainly_told(pair: Pair, params: Params) -> bool:
    """Both figures stand in their quotes as exact ones, without a bound and without a word of a rise."""
    return bool(pair.evidence.time.details.get("plainly_told"))


def soon_counted(pair: Pair, params: Params) -> bool:
    """Two exact figures of so few (``most``, 30), and so close (``factor``, 2), that one look counts them."""
    values = [
        value.min or 0 for value in (pair.left.value, pair.right.value) if isinstance(value, QuantityValue)
    ]
    few = max(values, default=0) <= float(params.get("most", 30))
    return plainly_told(pair, params) and few and within_factor(pair, {"factor": params.get("factor", 2)})


def older_stands(pair: Pair, params: Params) -> bool:
    """Others still tell the older figure half a day after the newer one, which one outlet alone has told."""
    return bool(pair.evidence.time.details.get("older_stands"))


def caption_alone(pair: Pair, params: Params) -> bool:
    """One side is told by captions only."""
    return bool(pair.evidence.source.details["caption_alone"])


PREDICATES: dict[str, Predicate] = {
    predicate.__name__: predicate
    for predicate in (
        rivals, affirmed, fixed, moves, grows, changes, ages, rises, falls, lags, retracted, repeated_after_retraction,
        same_outlet, corrected, named_sources, within_factor, within_days, rival_estimates, one_time, countable, part_exceeds_whole, age_fits,
        headline_against_body, caption_alone, sum_in_words, died_since, plainly_told, soon_counted, older_stands,
    )
}  # fmt: skip


#: The parameters that predicates have.
PARAMS: dict[str, tuple[str, ...]] = {
    "within_factor": ("factor",),
    "within_days": ("days",),
    "rival_estimates": ("factor",),
    "soon_counted": ("factor", "most"),
}
NUMBERS = frozenset(name for names in PARAMS.values() for name in names)


def register(name: str, predicate: Predicate, params: tuple[str, ...] = ()) -> None:
    """Let rules name a predicate of another package.

    Raises:
        RuleError: when the name is taken.
    """
    if name in PREDICATES or name in AXES:
        raise RuleError(f"a second predicate named {name!r}")
    PREDICATES[name] = predicate
    PARAMS[name] = params
    compiled.cache_clear()


def holds(term: str, pair: Pair, params: Params) -> bool:
    """Whether one term of a rule's ``when`` holds for a pair; ``not`` before it asks for the opposite."""
    return compiled(term)(pair, params)


def of_axes(term: str) -> bool:
    """Whether the outcomes of the axes alone decide a term."""
    bare = term.removeprefix(NOT)
    return "." in bare or bare == rivals.__name__


@cache
def compiled(term: str) -> Predicate:
    """A term as a function, made once: judging millions of pairs reads no words."""
    if term.startswith(NOT):
        inner = compiled(term.removeprefix(NOT))
        return lambda pair, params: not inner(pair, params)
    axis, dot, outcomes = term.partition(".")
    if not dot:
        return PREDICATES[term]
    of, wanted = attrgetter(f"evidence.{axis}.outcome"), frozenset(outcomes.split("|"))
    return lambda pair, params: of(pair) in wanted


def ratio(pair: Pair) -> float | None:
    """How many times the smaller of two positive figures the greater one is."""
    left, right = _bounds(pair.left), _bounds(pair.right)
    if left is None or right is None:
        return None
    low, high = sorted((left, right))
    return high[0] / low[1] if low[1] > 0 else None


_ABOVE = frozenset({"headline", "deck"})


def _zones(reading: Reading) -> Mapping[str, set[str]]:
    """By article, the zones in which it tells the reading."""
    zones: dict[str, set[str]] = {}
    for placed in reading.claims:
        zones.setdefault(placed.article.id, set()).add(placed.claim.zone.value)
    return zones


def _bounds(reading: Reading) -> tuple[float, float] | None:
    """The closed bounds of a figure; open ends are infinite."""
    value = reading.value
    if not isinstance(value, QuantityValue | DurationValue):
        return None
    low = float("-inf") if value.min is None else float(value.min)
    return low, float("inf") if value.max is None else float(value.max)
