"""CRH (Li and others 2014) with a loss of nought or one."""

from __future__ import annotations

from typing import Any

import numpy as np
from peers._claims import Answers, claims_of


def crh(rows: Any, *, rounds: int = 20) -> Answers:
    """Sources weigh the less the larger their part of all losses."""
    claims = claims_of(rows)
    score = claims.counts
    for _ in range(rounds):
        loss = (claims.to_source(claims.wrong(score)) + 1e-2) / claims.told
        score = claims.to_option(-np.log(np.minimum(loss / loss.sum(), 1 - 1e-9))[claims.source])
    return claims.answers(score, score / claims.to_slot(score)[claims.slot_of])
