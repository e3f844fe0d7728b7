"""For tests of your own rules, extractors and outputs: builders, checks of rule sets, strategies.

>>> left, right = claims("talks.date", {"a": "5 January 2026", "b": "6 January 2026"})
>>> left.article.label, right.value.raw
('a', '6 January 2026')
"""

from __future__ import annotations

from reconcile.testing._builders import article, chain, claim, claims
from reconcile.testing._cases import PROPERTIES, check_cases, check_properties

__all__ = ["PROPERTIES", "article", "chain", "check_cases", "check_properties", "claim", "claims"]
