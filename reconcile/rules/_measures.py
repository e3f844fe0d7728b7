"""By how much a predicate held or missed, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reconcile.model import Pair
from reconcile.rules._predicates import RIVALS, Params, holds, ratio
from reconcile.values import show

__all__ = ["gap", "measured"]


def measured(name: str, pair: Pair, params: Params) -> str:
    """What a predicate looks at, and the thresholds that it is asked with."""
    measure = _MEASURES.get(name)
    if measure is not None:
        return measure(pair, params)
    thresholds = [f"{key} {number:g}" for key, number in params.items() if isinstance(number, float)]
    return "; ".join((*gap(pair), f"asked for {', '.join(thresholds)}")) if thresholds else ""


def gap(pair: Pair) -> tuple[str, ...]:
    """How far two values lie apart, where they have a measure."""
    details = pair.evidence.value.details
    days, apart = details.get("gap_days"), details.get("gap")
    if days is not None:
        return (f"{days} day{'' if days == 1 else 's'} apart",)
    return () if apart is None else (f"a gap of {apart:g}",)


def _factor(pair: Pair, params: Params) -> str:
    between = ratio(pair)
    asked = f", asked for {float(params['factor']):g}" if "factor" in params else ""
    return f"a factor of {between:.3g}{asked}" if between else "no two figures"


def _estimates(pair: Pair, params: Params) -> str:
    """What keeps two figures from being rival estimates."""
    told = {"one_time": _time, "named_sources": _named, "within_factor": _factor}
    missed = [measure(pair, params) for name, measure in told.items() if not holds(name, pair, params)]
    return "; ".join(missed) or _factor(pair, params)


def _soon(pair: Pair, params: Params) -> str:
    most = f", at most {float(params['most']):g} each" if "most" in params else ""
    return f"{_both(pair, params)}; {_factor(pair, params)}{most}"


def _both(pair: Pair, params: Params) -> str:
    return f"{show(pair.left.value)} and {show(pair.right.value)}"


def _days(pair: Pair, params: Params) -> str:
    asked = f", asked for {float(params['days']):g}" if "days" in params else ""
    return f"{' '.join(gap(pair)) or 'no two dates'}{asked}"


def _years(pair: Pair, params: Params) -> str:
    days = pair.evidence.time.details.get("days")
    return "no order in time" if days is None else f"{_both(pair, params)}, {days} days apart"


def _axes(pair: Pair, params: Params) -> str:
    """The axes on which two sides are no rivals."""
    told = ((axis, getattr(pair.evidence, axis).outcome) for axis in RIVALS)
    missed = [f"{axis} {outcome}" for axis, outcome in told if outcome != RIVALS[axis]]
    return ", ".join((*missed, *(gap(pair) if pair.evidence.value.outcome == "near" else ())))


def _varies(pair: Pair, params: Params) -> str:
    return f"varies: {pair.evidence.time.details['varies']}"


def _time(pair: Pair, params: Params) -> str:
    return pair.evidence.time.reason


def _named(pair: Pair, params: Params) -> str:
    details = pair.evidence.source.details
    return f"{details['origins']} origins" if details["named"] else "a side names nobody"


_MEASURES: Mapping[str, Callable[[Pair, Params], str]] = {
    "rivals": _axes,
    "within_factor": _factor,
    "rival_estimates": _estimates,
    "soon_counted": _soon,
    "within_days": _days,
    "age_fits": _years,
    "rises": _both,
    "falls": _both,
    "part_exceeds_whole": _both,
    "fixed": _varies,
    "moves": _varies,
    "grows": _varies,
    "changes": _varies,
    "ages": _varies,
    "one_time": _time,
    "named_sources": _named,
}
