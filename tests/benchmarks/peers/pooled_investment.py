"""PooledInvestment (Pasternack, Roth 2010)."""

from __future__ import annotations

from typing import Any

import numpy as np
from peers._claims import Answers, claims_of


def pooled_investment(rows: Any, *, rounds: int = 20, growth: float = 1.4) -> Answers:
    """Sources invest their trust in their claims; what an answer yields is pooled within its slot."""
    claims = claims_of(rows)
    trust = np.ones(claims.sources)
    belief = claims.counts / claims.to_slot(claims.counts)[claims.slot_of]
    for _ in range(rounds):
        stake = (trust / claims.told)[claims.source]
        trust = claims.to_source(belief[claims.option] * stake / claims.to_option(stake)[claims.option])
        trust /= trust.max()
        held = claims.to_option((trust / claims.told)[claims.source]) + 1e-30
        belief = held * held**growth / claims.to_slot(held**growth)[claims.slot_of]
        belief /= belief.max()
    return claims.answers(belief, belief / claims.to_slot(belief)[claims.slot_of])
