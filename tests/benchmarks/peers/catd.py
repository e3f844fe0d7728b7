"""CATD (Li and others 2014): the upper end of what a source's error may be, so few claims weigh little."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any

import numpy as np
from peers._claims import Answers, claims_of


def catd(rows: Any, *, rounds: int = 20, level: float = 0.05) -> Answers:
    """Sources weigh by the chi-square quantile of their number of claims over their loss."""
    claims = claims_of(rows)
    quantile = _chi_square(level / 2, np.maximum(claims.told, 1))
    score = claims.counts
    for _ in range(rounds):
        loss = claims.to_source(claims.wrong(score)) + 1e-2 * claims.told + 1e-6
        score = claims.to_option((quantile / loss)[claims.source])
    return claims.answers(score, score / claims.to_slot(score)[claims.slot_of])


def _chi_square(level: float, freedom: Any) -> Any:
    """The quantile by Wilson and Hilferty; by the series near nought for one or two degrees."""
    near = 2 / (9 * freedom)
    cube = np.maximum(1 - near + NormalDist().inv_cdf(level) * np.sqrt(near), 0) ** 3
    small = {1.0: NormalDist().inv_cdf((1 + level) / 2) ** 2, 2.0: -2 * np.log(1 - level)}
    return np.select([freedom == n for n in small], list(small.values()), freedom * cube)
