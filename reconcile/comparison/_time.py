"""The time axis: which of two readings holds later, or was told later, or that nothing orders them."""

from __future__ import annotations

from typing import Any

from reconcile import edtf
from reconcile.comparison._corrections import says_it_corrects
from reconcile.comparison._moments import Moment, first_told, last_told
from reconcile.comparison._standing import stands
from reconcile.comparison._survey import Survey
from reconcile.model import Axis, Reading, Schema

__all__ = ["time"]


def time(left: Reading, right: Reading, schema: Schema, seen: Survey) -> Axis:
    """``left_first, right_first, same_day, same_moment, same_page, unordered``.

    Order is by when a figure held (``as_of``), else by when it was *first* published, which is enough to order
    two articles but never two passages of one page. ``details["moves"]`` says whether a difference in time can
    explain a difference in value at all.
    """
    details: dict[str, Any] = {"varies": schema.varies or "no"}
    first, second = first_told(left), first_told(right)
    if first and second:
        details["days"] = abs((second.at.date() - first.at.date()).days)
    details["moves"] = _may_move(details) or left.qualifiers != right.qualifiers
    for side, reading, other in (("left", left, right), ("right", right, left)):
        taken_back = seen.taken_back(reading.id, other.id)
        if taken_back:
            details[f"{side}_retracted"] = True
            details["repeated_after"] = _after(last_told(reading), taken_back[0])
        if reading.id in seen.lagging:
            details[f"{side}_lags"] = True
    outcome, reason = _withdrawn(details) or _order(left, right)
    details["correction_word"] = _corrected(left, right, outcome)
    if details["varies"] == "grows" and outcome.endswith("_first"):
        older, newer = (left, right) if outcome == "left_first" else (right, left)
        details["older_stands"] = stands(older, newer)
    return Axis(outcome, reason, details)


#: Days after which an office may have changed hands without anybody being wrong.
_TENURE = 7


def _may_move(details: dict[str, Any]) -> bool:
    """Whether the attribute may have another value at another time; what moves slowly, after a week only."""
    if details["varies"] == "slowly":
        return bool(details.get("days", 0) >= _TENURE)
    return bool(details["varies"] != "no")


def _withdrawn(details: dict[str, Any]) -> tuple[str, str] | None:
    """A value that was taken back for good is the older one, whoever told the other one before."""
    gone = [side for side in ("left", "right") if details.get(f"{side}_retracted")]
    if len(gone) != 1 or details["repeated_after"]:
        return None
    return f"{gone[0]}_first", "one side was taken back"


def _corrected(left: Reading, right: Reading, outcome: str) -> bool:
    """Whether the newer side says that it corrects, and nobody told the older one again."""
    sides = {"left_first": (right, left), "right_first": (left, right)}.get(outcome)
    if sides is None or not says_it_corrects(sides[0]):
        return False
    return not _after(last_told(sides[1]), first_told(sides[0]))


def _after(last: Moment | None, retraction: Moment | None) -> bool:
    """Whether the withdrawn figure was told again after it had been withdrawn."""
    return last is not None and retraction is not None and last.at > retraction.at


def _order(left: Reading, right: Reading) -> tuple[str, str]:
    by_qualifier = _qualifier_order(left, right) or _one_vintage(left, right)
    if by_qualifier is not None:
        return by_qualifier
    first, second = first_told(left), first_told(right)
    if _one_page(left, right) and _no_order_in_page(left, right, first, second):
        return "same_page", "two passages of one page"
    if first is None or second is None:
        return "unordered", "one side has no time"
    if first.at == second.at and first.has_hour and second.has_hour:
        return "same_moment", f"both of {first.at:%Y-%m-%d %H:%M}"
    if first.same_day(second):
        return "same_day", f"both of {first.at:%Y-%m-%d}, the hour is not known"
    word = "left_first" if first.at < second.at else "right_first"
    return word, f"{min(first, second).at:%Y-%m-%d} before {max(first, second).at:%Y-%m-%d}"


def _no_order_in_page(left: Reading, right: Reading, first: Moment | None, second: Moment | None) -> bool:
    """Neither says when it held, or the one that does names the day of the page."""
    if left.as_of is None and right.as_of is None:
        return True
    one_says = (left.as_of is None) != (right.as_of is None)
    return one_says and first is not None and second is not None and first.same_day(second)


#: Time qualifiers that name one moment: figures of one of them are of one time, whenever they were told.
_POINTS = ("moment", "vintage")


def _one_vintage(left: Reading, right: Reading) -> tuple[str, str] | None:
    if left.qualifiers != right.qualifiers or left.as_of != right.as_of:
        return None
    named = [f"{key} {left.qualifiers[key]}" for key in _POINTS if key in left.qualifiers]
    return ("same_moment", f"both of {', '.join(named)}") if named else None


def _one_page(left: Reading, right: Reading) -> bool:
    return {t.article for t in left.told} == {t.article for t in right.told} and len(
        {t.article for t in left.told}
    ) == 1


def _qualifier_order(left: Reading, right: Reading) -> tuple[str, str] | None:
    """Order by the first time qualifier that differs and can be ordered (a date or a number)."""
    for key in sorted(left.qualifiers.keys() & right.qualifiers.keys()):
        one, other = _rank(left.qualifiers[key]), _rank(right.qualifiers[key])
        if one is not None and other is not None and type(one) is type(other) and one != other:
            return (
                "left_first" if one < other else "right_first"
            ), f"{key}: {left.qualifiers[key]} against {right.qualifiers[key]}"
    return None


def _rank(value: Any) -> Any:
    if isinstance(value, int | float):
        return float(value)
    try:
        return edtf.read(str(value))["start"]
    except ValueError:
        return None
