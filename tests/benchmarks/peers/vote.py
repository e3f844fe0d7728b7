"""Most sources."""

from __future__ import annotations

from typing import Any

from peers._claims import Answers, claims_of


def vote(rows: Any) -> Answers:
    """The commonest answer; its share is its confidence."""
    claims = claims_of(rows)
    return claims.answers(claims.counts, claims.counts / claims.to_slot(claims.counts)[claims.slot_of])
