"""Cross-source fact reconciliation: what outlets agree on, where they differ, and why.

>>> import reconcile as rc
>>> result = rc.reconcile(rc.load_sample("paris_talks"))
>>> len(result.contradictions)
1
"""

from reconcile.errors import ReconcileError
from reconcile.model import Article, Claim, Finding, Report, Source
from reconcile.pipeline import extract, read, reconcile
from reconcile.result import Result
from reconcile.rules import load as load_rules
from reconcile.samples import load_sample

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Finding",
    "ReconcileError",
    "Report",
    "Result",
    "Source",
    "__version__",
    "extract",
    "load_rules",
    "load_sample",
    "read",
    "reconcile",
]
