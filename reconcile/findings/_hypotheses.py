"""How a contradiction may have come about: a slip of one field, an old figure, a day counted from elsewhere.

A hypothesis names a side and says why; it is never a verdict, and it never turns a contradiction into an
agreement. Without support that points at one side it is not emitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from reconcile.findings._sides import Edge, Side
from reconcile.findings._support import Case, day_of, first_published, strongest
from reconcile.model import DateValue, Hypothesis, QuantityValue, RelationKind, Support
from reconcile.values import key, show
from reconcile.values._slips import slips

__all__ = ["hypotheses"]

_WORDS = {
    "month_slip": "a slip of the month for",
    "year_slip": "a slip of the year for",
    "day_month_swap": "a swap of day and month for",
    "digit_slip": "a slip of a digit for",
    "role_swap": "a swap of the two with",
    "publication_date_leak": "the day of publication instead of",
    "foreign_anchor": "counted from another page's day instead of",
    "stale_figure": "an old figure instead of",
}


def hypotheses(case: Case, edges: Sequence[Edge], elsewhere: Sequence[Case] = ()) -> tuple[Hypothesis, ...]:
    """All supported hypotheses of one contradiction, in a stable order.

    Args:
        case: the contradiction.
        edges: all relations of its block, for figures that were taken back.
        elsewhere: the other contradictions of the event on the same attribute, for swaps.
    """
    found: dict[tuple[str, str], Hypothesis] = {}
    retold = _retold(case.sides, edges)
    for one, other in combinations(case.sides, 2):
        if frozenset((one.id, other.id)) not in case.conflicts:
            continue
        could = elsewhere or _kinds(case, one, other) or _kinds(case, other, one)
        pointed = strongest(case, one, other) if could else None
        told = (*_slips(case, *pointed), *_swaps(*pointed, elsewhere)) if pointed else ()
        for hypothesis in (*told, *_stale(retold, one, other)):
            place = (hypothesis.kind, hypothesis.claims[0])
            found[place] = _merged(found.get(place), hypothesis)
    return tuple(found[place] for place in sorted(found))


def _merged(first: Hypothesis | None, second: Hypothesis) -> Hypothesis:
    """One hypothesis on one side against several others, with the support of all of them."""
    if first is None:
        return second
    known = {(support.kind, support.ref) for support in first.support}
    extra = [support for support in second.support if (support.kind, support.ref) not in known]
    return replace(first, support=(*first.support, *extra)) if extra else first


def _slips(case: Case, suspect: Side, right: Side, support: Sequence[Support]) -> Iterator[Hypothesis]:
    """One field of a date or a number that was written wrongly."""
    for kind in _kinds(case, suspect, right):
        needed = [s for s in support if kind != "publication_date_leak" or s.kind != "publication"]
        enough = 2 if kind == "digit_slip" and _mistyped(suspect, right) else 1
        if len(needed) >= enough:
            yield _hypothesis(kind, suspect, right, (*needed, *_neighbours(kind, suspect, right)))


def _kinds(case: Case, suspect: Side, right: Side) -> list[str]:
    wrong, good = suspect.value, right.value
    if isinstance(wrong, DateValue) and isinstance(good, DateValue):
        found = list(slips(wrong, good))
        if not found and _leaks(case, suspect):
            found.append("publication_date_leak")
        return [*found, *(["foreign_anchor"] if not found and _foreign(case, suspect, right) else [])]
    if isinstance(wrong, QuantityValue) and isinstance(good, QuantityValue):
        return list(slips(wrong, good))
    return []


def _leaks(case: Case, suspect: Side) -> bool:
    """The date is the page's own day, and no word of the page ("today") says so."""
    day, published = day_of(suspect), first_published(case, suspect)
    value = suspect.value
    anchored = isinstance(value, DateValue) and value.anchor is not None
    return bool(day and published and day.date() == published.date() and not anchored)


def _foreign(case: Case, suspect: Side, right: Side) -> bool:
    """Counted from the day of one of the other side's pages the relative words give the other date."""
    value, day, good = suspect.value, day_of(suspect), day_of(right)
    if not isinstance(value, DateValue) or value.anchor is None or day is None or good is None:
        return False
    shift = good.date() - day.date()
    days = [a.published for name in right.articles if (a := case.articles.get(name)) and a.published]
    return any(shift and other.date() - value.anchor.day.date() == shift for other in days)


def _mistyped(suspect: Side, right: Side) -> bool:
    """Whether two figures differ by one digit for another, as any two neighbouring figures may."""
    left, other = (str(getattr(side.value, "min", "")) for side in (suspect, right))
    return len(left) == len(other) and sorted(left) != sorted(other)


def _neighbours(kind: str, suspect: Side, right: Side) -> tuple[Support, ...]:
    """What a slip of the month leaves as it was: the day's number, in the month beside."""
    wrong, good = day_of(suspect), day_of(right)
    if kind != "month_slip" or wrong is None or good is None:
        return ()
    months = abs((wrong.year - good.year) * 12 + wrong.month - good.month)
    if wrong.day != good.day or months != 1:
        return ()
    reason = f"{show(suspect.value)} and {show(right.value)} have one day number in neighbouring months"
    return (Support("calendar", right.id, reason),)


def _swaps(
    suspect: Side, right: Side, support: Sequence[Support], elsewhere: Sequence[Case]
) -> Iterator[Hypothesis]:
    """Two things changed places: in another slot of the attribute the same pages have it crosswise."""
    for crossed in elsewhere:
        for left, opposite in combinations(crossed.sides, 2):
            pairs = ((left, opposite), (opposite, left))
            if any(_crosswise(suspect, right, a, b) for a, b in pairs):
                ref = Support("fact", left.id, f"the same pages have {left} against {opposite} there")
                yield _hypothesis("role_swap", suspect, right, (*support, ref))


def _crosswise(suspect: Side, right: Side, mine: Side, theirs: Side) -> bool:
    """Whether who is suspected has elsewhere what the others have here, and the other way round."""
    return (
        _same(suspect, theirs)
        and _same(right, mine)
        and bool(set(suspect.articles) & set(mine.articles))
        and bool(set(right.articles) & set(theirs.articles))
    )


def _same(left: Side, right: Side) -> bool:
    first, second = (getattr(side.value, "entity", None) for side in (left, right))
    return key(left.value) == key(right.value) or (first is not None and first == second)


def _stale(retold: Mapping[str, Support], one: Side, other: Side) -> Iterator[Hypothesis]:
    """A value that had been taken back or corrected before it was told again."""
    for suspect, right in ((one, other), (other, one)):
        if suspect.id in retold:
            yield _hypothesis("stale_figure", suspect, right, (retold[suspect.id],))


def _retold(sides: Sequence[Side], edges: Sequence[Edge]) -> Mapping[str, Support]:
    """What corrected a side or took it back before it was told again, by the side's id."""
    named = {side.id: side for side in sides}
    found: dict[str, Support] = {}
    for edge in edges:
        for name in edge.pair & named.keys() - found.keys():
            if _corrected(edge, named[name]) or _denied_before(edge, named[name]):
                ref = edge.left if edge.right.id == name else edge.right
                found[name] = Support("fact", ref.id, edge.relation.reason.rstrip("."))
    return found


def _corrected(edge: Edge, suspect: Side) -> bool:
    return edge.relation.relation is RelationKind.CORRECTS and edge.right.id == suspect.id


def _denied_before(edge: Edge, suspect: Side) -> bool:
    """Whether an edge leads to a denial of the suspected value that came before its last telling."""
    if suspect.id not in (edge.left.id, edge.right.id) or edge.left.id == edge.right.id:
        return False
    denial = edge.left if edge.right.id == suspect.id else edge.right
    if not denial.denied:
        return False
    said = [told.first for reading in denial.readings for told in reading.told if told.first]
    repeated = [told.last for reading in suspect.readings for told in reading.told if told.last]
    same = key(denial.value) == key(suspect.value)
    return same and bool(said and repeated) and min(said) < max(repeated)


def _hypothesis(kind: str, suspect: Side, right: Side, support: Sequence[Support]) -> Hypothesis:
    why = "; ".join(one.reason for one in support)
    reason = f"{suspect} may be {_WORDS[kind]} {right}: {why}."
    return Hypothesis(kind, suspect.claims, tuple(support), reason)
