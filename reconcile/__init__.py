"""Cross-source fact reconciliation: what outlets agree on, where they differ, and why.

>>> import reconcile as rc
>>> result = rc.reconcile(rc.load_sample("paris_talks"))
>>> len(result.contradictions)
1
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

#: Where each public name lives. It is imported when it is first asked for, so that a command line which only
#: prints its help, or a program that only names the types, does not pay for every stage.
_PLACES = {
    "Article": "model",
    "Claim": "model",
    "Finding": "model",
    "ReconcileError": "errors",
    "Report": "model",
    "Result": "result",
    "Source": "model",
    "extract": "pipeline",
    "load_rules": "rules",
    "load_sample": "samples",
    "read": "pipeline",
    "reconcile": "pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    found = getattr(import_module(f"reconcile.{_PLACES[name]}"), "load" if name == "load_rules" else name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
