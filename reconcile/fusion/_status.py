"""How well a fact stands: agreed, echoed, alone, disputed, out of date, or not resolved."""

from __future__ import annotations

from reconcile.fusion._ballot import Ballot
from reconcile.fusion._specific import resolved
from reconcile.model import FactStatus

__all__ = ["status"]


def status(ballot: Ballot, *, is_outdated: bool) -> FactStatus:
    """The one status of a fact, the one that matters most to a reader first."""
    if not resolved(ballot.fact.value):
        return FactStatus.UNRESOLVED
    if ballot.rivals:
        return FactStatus.DISPUTED
    if is_outdated:
        return FactStatus.SUPERSEDED
    if ballot.origins().min >= 2:
        return FactStatus.AGREED
    sure = {told.origin for reading in ballot.surest for told in reading.told}
    outlets = {told.outlet for reading in ballot.stating for told in reading.told if told.origin in sure}
    return FactStatus.ECHO if len(outlets) > 1 else FactStatus.SINGLE_ORIGIN
