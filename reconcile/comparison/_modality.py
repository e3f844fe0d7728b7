"""The modality axis: whether both sides hold their value to be so, plan it, expect it, or deny it."""

from __future__ import annotations

from reconcile.comparison._moments import Moment, first_told
from reconcile.model import Axis, Polarity, Reading

__all__ = ["modality"]

#: What an affirmed value may be to a denied one for the denial to meet it.
_SAME = frozenset({"same", "equivalent"})


def modality(left: Reading, right: Reading, value: Axis) -> Axis:
    """``asserted, denial`` (a value and its own denial)``, other_denied`` (another value is denied)``,
    both_deny, implied, forecast_outcome, plan_report, hedged``.
    """
    if left.polarity is not right.polarity:
        return _denial(left, right, value)
    if left.polarity is Polarity.NEGATE:
        return Axis("both_deny", "both deny a value")
    if "implied" in (left.firmness, right.firmness):
        return Axis("implied", "one side is implied, not stated")
    if left.firmness == right.firmness:
        return Axis("asserted" if left.firmness == "firm" else "hedged", f"both {left.firmness}")
    if "firm" not in (left.firmness, right.firmness):
        return Axis("hedged", "neither side asserts it")
    return _outlook(left, right)


def _outlook(left: Reading, right: Reading) -> Axis:
    """One side is firm: was the other a forecast that came before it, or does it doubt it afterwards?"""
    soft, firm = (left, right) if right.firmness == "firm" else (right, left)
    side = "left" if soft is left else "right"
    if _comes_after(first_told(soft), first_told(firm)):
        return Axis("hedged", "one side hedges what the other had already asserted", {"soft": side})
    details = {"soft": side, "firmness": soft.firmness}
    if soft.firmness == "planned":
        return Axis("plan_report", "one side tells a plan, the other reports", details)
    return Axis("forecast_outcome", "one side expects it, the other reports it", details)


def _comes_after(soft: Moment | None, firm: Moment | None) -> bool:
    return soft is not None and firm is not None and soft.at.date() > firm.at.date()


def _denial(left: Reading, right: Reading, value: Axis) -> Axis:
    """A denial meets a value that it covers: the same one, or one inside what is denied."""
    inside = "narrower" if left.polarity is Polarity.AFFIRM else "wider"
    denied = left if left.polarity is Polarity.NEGATE else right
    details = {"denied": "left" if denied is left else "right"}
    if value.outcome in _SAME or value.outcome == inside:
        return Axis("denial", "one side denies what the other says", details)
    return Axis("other_denied", "one side denies another value", details)
