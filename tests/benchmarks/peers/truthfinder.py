"""TruthFinder (Yin, Han, Yu 2008), without implication between answers."""

from __future__ import annotations

from typing import Any

import numpy as np
from peers._claims import Answers, claims_of


def truthfinder(rows: Any, *, rounds: int = 20, damping: float = 0.3) -> Answers:
    """Trust of sources and confidence of answers in turns."""
    claims = claims_of(rows)
    trust, score = np.full(claims.sources, 0.9), claims.counts
    sure = score
    for _ in range(rounds):
        score = claims.to_option(-np.log(1 - np.minimum(trust, 0.999999))[claims.source])
        sure = 1 / (1 + np.exp(-damping * score))
        trust = claims.to_source(sure[claims.option]) / claims.told
    return claims.answers(score, sure)
