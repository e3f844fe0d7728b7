"""Evidence for and against two accounts being of one event, each piece with its points and its reason.

A wrong date on one side does not split an event (it would hide the very contradiction that is looked
for); other participants do.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.model import PersonValue, Schema
from reconcile.stories._evidence import Evidence, Weight
from reconcile.stories._times import times
from reconcile.values import _gazetteer, compare

__all__ = ["weigh"]

_PERSON = Schema(pattern="person", kind="person")
_ONE_PERSON = frozenset({"same", "equivalent", "narrower", "wider", "approximate"})


def weigh(left: Evidence, right: Evidence) -> list[Weight]:
    """What speaks for and against two accounts being of one event, strongest first."""
    who = _who(left, right)
    where = _where(left, right, known=sum(weight.points for weight in who) > 1)
    bound = any(weight.points > 1 for weight in (*who, *where))
    elsewhere = any(weight.points < 0 for weight in where)
    weights = [*who, *where, *_kind(left, right), *times(left, right, bound=bound, elsewhere=elsewhere)]
    if not any(weight.points for weight in (*who, *where)):
        weights += _scene(left, right)
    return sorted(weights, key=lambda weight: (-abs(weight.points), weight.kind))


def _who(left: Evidence, right: Evidence) -> list[Weight]:
    """Parties first; people are compared (it costs more) only where the parties do not settle it."""
    parties = _parties(left, right)
    people = None if parties and parties.points >= 2 else _people(left, right)
    return [weight for weight in (parties, people) if weight is not None]


def _parties(left: Evidence, right: Evidence) -> Weight | None:
    ours, theirs = left.who, right.who
    both = sorted(left.parties.keys() & right.parties.keys())
    apart = [name for name in both if _exclude(left.parties[name], right.parties[name], ours, theirs)]
    shared = ours & theirs
    if apart:
        return Weight("parties", -7, f"{apart[0]} has other parties on each side")
    if shared:
        whole = len(shared) == min(len(ours), len(theirs)) or len(shared) > 1
        return Weight("parties", 2 if whole else 1, f"both name {', '.join(sorted(shared))}")
    if ours and theirs and _comparable(ours, theirs):
        return Weight("parties", -2 if both else -1, "no party in common")
    return None


def _exclude(left: set[str], right: set[str], ours: set[str], theirs: set[str]) -> bool:
    """Each side names some party that the other knows nowhere, and at most half of them are shared."""
    if len(left) < 2 or len(right) < 2 or not _comparable(left, right):
        return False
    if not (left - theirs) or not (right - ours):
        return False
    return len(left & right) <= min(len(left), len(right)) / 2


def _comparable(left: set[str], right: set[str]) -> bool:
    """Whether names that differ can be told to differ: codes, or names in one script."""
    return bool({_script(key) for key in left} & {_script(key) for key in right})


def _script(key: str) -> str:
    return key.partition(":")[0] if ":" in key else "code"


def _people(left: Evidence, right: Evidence) -> Weight | None:
    ours, theirs = left.persons, right.persons
    if not ours or not theirs:
        return None
    same = _shared(ours, theirs)
    if same:
        return Weight("people", 3 if len(same) > 1 else 2, f"both name {', '.join(same[:3])}")
    if {_script_of(one) for one in ours} != {_script_of(one) for one in theirs}:
        return None
    for name in sorted(left.people.keys() & right.people.keys()):
        if min(len(left.people[name]), len(right.people[name])) > 1:
            return Weight("people", -6, f"{name} has other people on each side")
    return Weight("people", -1, "no person in common") if min(len(ours), len(theirs)) > 1 else None


def _script_of(person: PersonValue) -> str:
    return "".join(sorted({chr(ord(char) & ~0xFF) for char in person.name or "" if char.isalpha()}))


def _shared(ours: Sequence[PersonValue], theirs: Sequence[PersonValue]) -> list[str]:
    """Names of people whom both sides name; at most the first two dozen of each are looked at."""
    found = []
    for one in ours[:24]:
        for other in theirs[:24]:
            if _one_person(one, other):
                found.append(one.name or "")
                break
        if len(found) > 1:
            break
    return found


@_gazetteer.remembers
@lru_cache(maxsize=65536)
def _one_person(one: PersonValue, other: PersonValue) -> bool:
    """Whether two people can be one; the same few of a story meet in many pairs of accounts."""
    equal = (one.name or "").casefold() == (other.name or "").casefold()
    return equal or compare(one, other, _PERSON).outcome in _ONE_PERSON


def _where(left: Evidence, right: Evidence, known: bool) -> list[Weight]:
    ours, theirs = left.where, right.where
    if not ours or not theirs:
        return []
    if any(_nested(one, other) for one in ours for other in theirs):
        return [Weight("place", 1.5, "one place")]
    both = left.places.keys() & right.places.keys()
    if both and _comparable(ours, theirs):
        return [Weight("place", -1.5 if known else -3.5, f"{min(both)} differs")]
    return []


def _nested(one: str, other: str) -> bool:
    """One place, or a city and its country."""
    return one == other or one.partition("/")[0] == other or other.partition("/")[0] == one


def _kind(left: Evidence, right: Evidence) -> list[Weight]:
    shared = left.roots & right.roots
    if shared:
        return [Weight("kind", 1, f"both tell of {', '.join(sorted(shared))}")]
    if left.roots and right.roots:
        told = f"{min(left.roots)} and {min(right.roots)} are other things"
        return [Weight("kind", -2, told)]
    return []


def _scene(left: Evidence, right: Evidence) -> list[Weight]:
    """What the pages name at their top, where the claims name nobody and no place."""
    ours = left.scene or left.who | {key.split("/")[0] for key in left.where}
    theirs = right.scene or right.who | {key.split("/")[0] for key in right.where}
    if not ours or not theirs or not (left.scene or right.scene):
        return []
    shared = ours & theirs
    if not shared:
        return [Weight("scene", -2, "the pages name no country in common")]
    whole = len(shared) >= min(len(ours), len(theirs)) / 2
    return [Weight("scene", 1 if whole else 0, f"the pages name {', '.join(sorted(shared))}")]
